"""The HTML report as a person uses it, in a real browser: filter, look, decide, export, scan
again.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from report.batches import BATCH, HOSTILE, HOSTILE_BATCH, finding
from report.browser import exported, needs_chromium
from report.pages import choose, find, opened, search, settled, texts, view

from ita_checker.model import Batch
from ita_checker.report.formats import html

SAMPLES = Path(__file__).parents[2] / "samples"
pytestmark = needs_chromium


def scan(cache: Path, *words: object) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "ITA_CHECKER_CACHE": str(cache), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "ita_checker", "scan", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=300)


def test_a_person_filters_looks_dismisses_exports_and_the_next_scan_is_silent_and_says_so(
    driver: Any, kept: Path, tmp_path: Path
) -> None:
    source = SAMPLES / "2564/huai-nam-rae/O43.pdf"
    scan(kept, source, "-o", tmp_path / "report.html", "-o", tmp_path / "before.json")
    before = json.loads((tmp_path / "before.json").read_text(encoding="utf-8"))["reports"][0]
    driver.get((tmp_path / "report.html").as_uri())
    view(driver, "findings")
    assert len(texts(driver, ".entry")) == len(before["findings"])
    search(driver, "ดุลย พินิจ txt002")
    assert len(texts(driver, ".entry")) == 1
    assert "ดุลยพินิจ" in find(driver, "#detail blockquote").text
    crop = find(driver, "#detail .crop img")
    assert (
        driver.execute_script("return arguments[0].complete && arguments[0].naturalWidth", crop)
        > 500
    )
    assert len(driver.find_elements("css selector", "#detail .mark")) == 1
    find(driver, "#detail [data-kind=dismissed]").click()
    assert find(driver, "#detail .problem").text == "โปรดใส่เหตุผลก่อนบันทึกว่าไม่ใช่ข้อบกพร่อง"
    find(driver, "#detail [name=reason]").send_keys("ชื่อเอกสารเดิมสะกดเช่นนี้\n")
    driver.refresh()  # this browser keeps it
    view(driver, "overview")
    assert find(driver, ".tile.decided strong").text == "1"
    find(driver, "#export").click()
    data = exported(tmp_path)
    assert [log for log in driver.get_log("browser") if log["level"] == "SEVERE"] == []
    assert [
        (one["code"], one["subject"], one["decision"], one["reason"]) for one in data["decisions"]
    ] == [("TXT002", "ดุลยพินิจ", "dismissed", "ชื่อเอกสารเดิมสะกดเช่นนี้")]
    decisions = next(tmp_path.glob("ita-decisions-*.json"))
    scan(kept, source, "--decisions", decisions, "-o", tmp_path / "after.json")
    after = json.loads((tmp_path / "after.json").read_text(encoding="utf-8"))
    silent = after["reports"][0]["dismissed"]
    assert [one["code"] for one in silent] == ["TXT002"]
    assert [one["code"] for one in after["reports"][0]["findings"]] == [
        f["code"] for f in before["findings"] if f["code"] != "TXT002"
    ]
    assert (silent[0]["decision"]["reason"], silent[0]["decision"]["date"]) == (
        "ชื่อเอกสารเดิมสะกดเช่นนี้",
        data["exported"],
    )
    assert after["stale_decisions"] == []
    said = scan(kept, source, "--decisions", decisions).stdout
    assert "ไม่ใช่ข้อบกพร่อง (พิจารณาแล้ว)" in said.replace("\n    ", "")
    assert "ชื่อเอกสารเดิมสะกดเช่นนี้" in said.replace("\n    ", "")


def test_the_overview_names_the_worst_report_why_and_what_was_not_read(
    driver: Any, tmp_path: Path
) -> None:
    opened(driver, tmp_path, BATCH)
    assert texts(driver, ".tile strong") == ["3", "2", "1", "11%", "1"]
    assert texts(driver, ".worst b") == ["องค์การบริหารส่วนตำบลดงดอย", "ไม่ทราบหน่วยงาน"]
    assert "การดำเนินการอยู่นอกปีงบประมาณ" in texts(driver, ".because")[0]
    assert [line.split("\n")[0] for line in texts(driver, ".heat thead th")] == [
        "หน่วยงาน", "DOC", "ORG", "YEA", "รวม", "ยังไม่ได้อ่าน", "ตัดสินไม่ได้",
    ]  # fmt: skip
    cells = [[cell.text for cell in line.find_elements("css selector", "th,td")]
             for line in driver.find_elements("css selector", ".heat tbody tr")]  # fmt: skip
    assert cells == [
        ["องค์การบริหารส่วนตำบลดงดอย", "", "1", "1", "2", "", ""],
        ["ไม่ทราบหน่วยงาน", "1", "", "", "1", "2", "2"],
        ["เทศบาลตำบลป่ากล้วยหอม", "", "", "", "–", "", ""],
    ]
    find(driver, ".heat .z1 button").click()
    settled(driver)
    assert len(texts(driver, ".entry")) == 1


def test_every_filter_narrows_the_list_and_dismissed_findings_are_found_when_asked_for(
    driver: Any, tmp_path: Path
) -> None:
    asked = {"family": ("ORG", 1), "severity": ("1", 2), "item": ("O42", 0), "year": ("2564", 3),
    "code": ("YEA005", 1),
             "organisation": ("ไม่ทราบหน่วยงาน", 1), "decision": ("dismissed", 1)}  # fmt: skip
    opened(driver, tmp_path, BATCH)
    view(driver, "findings")
    for name, (value, count) in asked.items():
        if name != "item":  # no finding is of O42
            choose(driver, name, value)
            assert len(texts(driver, ".entry")) == count, name
            find(driver, "#clear").click()
    search(driver, "2563-04")
    assert texts(driver, ".entry") == []  # days are said as people say them
    search(driver, "30 กันยายน ๒๕๖๔")
    assert [text.split("\n")[0] for text in texts(driver, ".entry b")] == ["YEA005"]
    assert "1 ตุลาคม 2563 – 30 กันยายน 2564" in find(driver, "#detail dl").text


def test_a_filter_chosen_right_after_another_was_cleared_stays(driver: Any, tmp_path: Path) -> None:
    opened(driver, tmp_path, BATCH)
    view(driver, "findings")
    choose(driver, "year", "2564")
    driver.execute_script(
        "document.getElementById('clear').click();"
        "const f = document.querySelector('#filters [name=code]'); f.value = 'YEA005';"
        "f.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    settled(driver)
    assert [text.split("\n")[0] for text in texts(driver, ".entry b")] == ["YEA005"]
    assert "code=YEA005" in driver.current_url
    assert "year=" not in driver.current_url
    driver.back()
    settled(driver)
    assert "year=2564" in driver.current_url
    assert len(texts(driver, ".entry")) == 3


def test_what_was_not_looked_at_cannot_be_dismissed(driver: Any, tmp_path: Path) -> None:
    opened(driver, tmp_path, BATCH)
    view(driver, "findings")
    choose(driver, "family", "DOC")
    assert not find(driver, "#detail [data-kind=dismissed]").is_enabled()
    assert find(driver, "#detail .no-picture").text == "ไม่มีภาพประกอบ เนื่องจากเป็นสิ่งที่ไม่พบในเอกสาร"


def test_arrow_keys_walk_the_list_and_every_field_has_a_name(driver: Any, tmp_path: Path) -> None:
    opened(driver, tmp_path, BATCH)
    view(driver, "findings")
    find(driver, ".entry[aria-current]").click()
    driver.switch_to.active_element.send_keys("\ue015")  # arrow down
    assert driver.switch_to.active_element.text.startswith("ORG001")
    assert "ORG001" in find(driver, "#detail h2").text
    nameless = """return [...document.querySelectorAll('input,select,textarea,button,a')].filter((e) =>
        !(e.labels && e.labels.length) && !e.textContent.trim() && !e.getAttribute('aria-label')).map((e) => e.outerHTML)"""
    assert driver.execute_script(nameless) == []


def test_nothing_of_a_pdf_runs_and_all_of_it_is_shown_as_text(driver: Any, tmp_path: Path) -> None:
    opened(driver, tmp_path, HOSTILE_BATCH)
    assert len(texts(driver, ".heat tbody tr")) == len(HOSTILE)
    view(driver, "findings")
    entries = driver.find_elements("css selector", ".entry")
    assert len(entries) == len(HOSTILE)
    for entry in entries[:]:
        entry = driver.find_elements("css selector", ".entry")[entries.index(entry)]
        entry.click()
    assert driver.execute_script("return [window.ran, document.scripts.length]") == [
        None,
        2 * len(HOSTILE) + 3,
    ]  # our own blocks of data
    assert driver.execute_script("return document.querySelectorAll('main img').length") == 0
    assert "<img src=x onerror=window.ran=1>" in texts(driver, ".group b")
    assert [log for log in driver.get_log("browser") if log["level"] == "SEVERE"] == []


def test_an_injected_script_or_a_request_is_refused_by_the_policy(
    driver: Any, tmp_path: Path
) -> None:
    opened(driver, tmp_path, BATCH)
    driver.execute_script(
        "const s=document.createElement('script'); s.textContent='window.ran=1';"
        " document.body.append(s);const i=new Image(); i.onload=i.onerror=()=>{};"
        " i.src='file:///etc/hostname'; document.body.append(i)"
    )
    settled(driver)
    assert driver.execute_script("return window.ran || null") is None
    refused = [log["message"] for log in driver.get_log("browser")]
    assert sum("Content Security Policy" in message for message in refused) >= 2


def test_ten_thousand_findings_open_at_once_and_are_searched_while_typing(
    driver: Any, tmp_path: Path
) -> None:
    many = tuple(
        BATCH.reports[0].__class__(
            **{name: getattr(BATCH.reports[0], name) for name in BATCH.reports[0].__slots__}
            | {"path": f"2564/{number}/O43.pdf", "sha256": f"{number:064x}",
            "organisation": f"เทศบาลตำบลที่ {number}",
               "findings": tuple(finding("YEA005", f"มาตรการที่ {place}",
               spans=()) for place in range(20)), "dismissed": ()}
        )
        for number in range(500)
    )  # fmt: skip
    started = time.monotonic()
    opened(driver, tmp_path, Batch(many, (), "1"))
    assert find(driver, "#count-findings").text == "10,000"
    assert time.monotonic() - started < 20
    view(driver, "findings")
    assert len(texts(driver, ".entry")) == 50
    search(driver, "เทศบาลตำบลที่ ๔๒๗")
    assert len(texts(driver, ".entry")) == 20


def test_english_is_english_all_over(driver: Any, tmp_path: Path) -> None:
    opened(driver, tmp_path, BATCH, "en")
    view(driver, "rules")
    view(driver, "overview")
    names = driver.execute_script("return document.querySelector('#overview').innerText")
    assert "Look at these offices first" in names
    view(driver, "findings")
    assert "What to do" in find(driver, "#detail").text
    assert driver.execute_script("return document.documentElement.lang") == "en"
    search(driver, "DOC003")
    words = " ".join(
        [
            find(driver, "#detail").text,
            find(driver, "header.top").text,
            *texts(driver, "#filters label:not(:has([name=organisation]))"),
        ]
    )
    assert re.findall("[\u0e00-\u0e7f]+", words) == []


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_page_is_the_same_every_time_and_names_no_address(lang: str) -> None:
    first, second = ("".join(html.render(BATCH, lang)) for _ in range(2))
    assert first == second
    assert "http://" not in first
    assert "https://" not in first.replace("https://github", "")
