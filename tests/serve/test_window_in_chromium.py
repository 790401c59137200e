"""The window of those who use no terminal, in a real browser: files are dropped or chosen, watched,
decided, taken home, and nothing is lost.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from report.browser import browser, needs_chromium
from report.pages import find, keys, texts, view
from serve.served import SAMPLES, Client, server

pytestmark = needs_chromium
AXE = [
    *([Path(os.environ["AXE_CORE"])] if "AXE_CORE" in os.environ else []),
    *sorted(Path(__file__).parents[2].glob(".venv/axe/node_modules/axe-core/axe.min.js")),
]
READY = "a[href$='/report']"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("window")


@pytest.fixture(scope="module")
def client(home: Path) -> Iterator[Client]:
    with server(home / "work") as made:
        yield made


@pytest.fixture(scope="module")
def driver(home: Path, client: Client) -> Iterator[Any]:
    with browser(home / "taken", offline=False) as made:
        made.get(client.address)
        yield made


@pytest.fixture(scope="module")
def folder(home: Path) -> Path:
    """Return a folder as an office hands one in: two PDFs and an odd file."""
    made = home / "2564"
    for office in ("huai-nam-rae", "nong-khrang-nuea"):
        (made / office).mkdir(parents=True)
        shutil.copy(SAMPLES / office / "O43.pdf", made / office / "O43.pdf")
    (made / "บันทึก.txt").write_text("ส่งแล้ว", encoding="utf-8")
    return made


def until(true: Callable[[], Any]) -> Any:
    for _ in range(600):
        if found := true():
            return found
        time.sleep(0.1)
    raise AssertionError("it never came")


def press(driver: Any, words: str) -> None:
    """Press the first button whose text begins so; cards may be drawn anew in between."""
    driver.execute_script(
        "[...document.querySelectorAll('.job button')]"
        ".find((one) => one.textContent.startsWith(arguments[0])).click()",
        words,
    )


def done(driver: Any, jobs: int) -> None:
    until(lambda: len(driver.find_elements("css selector", READY)) == jobs)


def taken(home: Path, name: str) -> Path:
    def whole() -> Path | None:
        return next((path for path in (home / "taken").glob(name)), None)

    found: Path = until(whole)
    return found


def test_the_address_shows_no_token_once_the_page_is_open(driver: Any, client: Client) -> None:
    assert driver.current_url == f"http://{client.host}/"
    assert driver.execute_script("return document.cookie") == ""
    assert find(driver, "#no-jobs").is_displayed()


def test_a_folder_dropped_onto_the_page_is_scanned_file_by_file(driver: Any, folder: Path) -> None:
    place = find(driver, "#drop").rect
    data = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        driver.execute_cdp_cmd(
            "Input.dispatchDragEvent",
            {"type": kind, "x": place["x"] + 50, "y": place["y"] + 30, "data": data},
        )
    until(lambda: texts(driver, ".job .state"))
    done(driver, 1)
    lines = sorted(texts(driver, ".job .lines li"))
    files = ("2564/huai-nam-rae/O43.pdf", "2564/nong-khrang-nuea/O43.pdf", "2564/บันทึก.txt")
    assert len(lines) == len(files)
    for file in files:
        assert any(f" {file}" in line for line in lines)
    assert "อ่านไม่ได้ 2564/บันทึก.txt · พบ 1 · ไม่ได้อ่าน 1 หน้า" in lines
    assert find(driver, ".job h3").text == "2564"
    assert "ตรวจเสร็จแล้ว · 3 ไฟล์" in find(driver, ".job .state").text


def test_what_is_decided_on_the_page_is_on_the_disk_and_there_after_a_reload(
    driver: Any, client: Client, home: Path
) -> None:
    address = find(driver, READY).get_attribute("href")
    kept = home / "work" / address.split("/")[-2] / "decisions.json"
    driver.get(address)
    view(driver, "findings")
    find(driver, ".entry[aria-current]").click()
    find(driver, "#decide [data-kind=confirmed]").click()
    until(lambda: kept.exists() and json.loads(kept.read_text("utf-8"))["decisions"])
    made = json.loads(kept.read_text(encoding="utf-8"))["decisions"]
    assert [one["decision"] for one in made] == ["confirmed"]
    assert made[0]["sha256"]
    driver.refresh()
    view(driver, "findings")
    until(
        lambda: (
            driver.find_elements("css selector", ".entry .decided.confirmed, .entry.confirmed")
            or "ยืนยัน" in find(driver, "#list").text
        )
    )
    find(driver, ".entry[aria-current]").click()
    keys(driver, "3")
    until(lambda: len(json.loads(kept.read_text(encoding="utf-8"))["decisions"]) == 2)
    severe = [line for line in driver.get_log("browser") if line["level"] == "SEVERE"]
    assert severe == []


def test_the_page_links_to_the_file_it_was_read_from(driver: Any, client: Client) -> None:
    links = {
        link.get_attribute("href")
        for link in driver.find_elements("css selector", "#detail a[href*='files/']")
    }
    assert links
    for link in links:
        assert link.startswith(f"http://{client.host}/jobs/")
        client.open()
        body = client.ask("GET", link.removeprefix(f"http://{client.host}").partition("#")[0])
        assert body.startswith(b"%PDF-")


def test_a_sheet_taken_home_holds_what_was_decided(driver: Any, client: Client, home: Path) -> None:
    driver.get(f"http://{client.host}/")
    done(driver, 1)
    assert "พิจารณาแล้ว 2 ข้อ" in find(driver, ".job .hint").text
    find(driver, "a[href$='/download/xlsx']").click()
    book = openpyxl.load_workbook(taken(home, "*.xlsx"))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert cells.count("ยืนยัน") + cells.count("ให้หน่วยงานชี้แจง") >= 2
    assert any("ห้วยน้ำแร่" in cell for cell in cells)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("html", "ผลตรวจ*.html"),
        ("json", "ผลตรวจ*.json"),
        ("csv", "ผลตรวจ*.csv"),
        ("letters", "หนังสือ*.zip"),
        ("marked", "สำเนา*.zip"),
        ("decisions", "ผลการพิจารณา*.json"),
    ],
)
def test_every_output_is_taken_home(driver: Any, home: Path, form: str, name: str) -> None:
    find(driver, f"a[href$='/download/{form}']").click()
    assert taken(home, name).stat().st_size > 100


def test_the_last_decision_is_taken_back_from_the_list_of_jobs(driver: Any, client: Client) -> None:
    press(driver, "ย้อน")
    until(lambda: "พิจารณาแล้ว 1 ข้อ" in find(driver, ".job .hint").text)


def test_files_are_chosen_too_and_a_folder_with_its_name(driver: Any, folder: Path) -> None:
    find(driver, "#some-files").send_keys(str(folder / "huai-nam-rae/O43.pdf"))
    done(driver, 2)
    assert texts(driver, ".job h3") == ["O43.pdf", "2564"]
    find(driver, "#a-folder").send_keys(str(folder / "nong-khrang-nuea"))
    done(driver, 3)
    assert texts(driver, ".job h3")[0] == "nong-khrang-nuea"
    assert "nong-khrang-nuea/O43.pdf" in find(driver, ".job .lines").text


def test_a_slip_of_the_finger_is_told_before_anything_is_scanned(driver: Any, folder: Path) -> None:
    find(driver, "#options summary").click()
    find(driver, "#asked [name=items]").send_keys("xyz")
    find(driver, "#some-files").send_keys(str(folder / "huai-nam-rae/O43.pdf"))
    until(lambda: "ไม่ใช่รหัสข้อ" in find(driver, "#said").text)
    find(driver, "#asked [name=items]").clear()
    assert "ยังไม่ได้ตรวจ" in find(driver, ".job .state").text


def test_a_job_is_removed_with_its_files(driver: Any, home: Path) -> None:
    before = len(list((home / "work").iterdir()))
    shown = len(driver.find_elements("css selector", ".job"))
    press(driver, "ลบงาน")
    driver.switch_to.alert.accept()
    until(lambda: len(driver.find_elements("css selector", ".job")) == shown - 1)
    assert len(list((home / "work").iterdir())) == before - 1


@pytest.mark.skipif(not AXE, reason="needs axe-core (make browser installs it where npm is)")
def test_axe_finds_nothing(driver: Any) -> None:
    driver.execute_script(AXE[0].read_text(encoding="utf-8"))
    run = (
        "axe.run(document, {resultTypes: ['violations']}).then((told) => arguments[0]("
        "[told.passes.length, told.violations.map((one) => `${one.id} ${one.nodes[0].html}`)]))"
    )
    passes, violations = driver.execute_async_script(run)
    assert (passes > 20, violations) == (True, [])


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_nothing_is_wider_than_the_window(driver: Any, size: tuple[int, int]) -> None:
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False},
    )
    wide = driver.execute_script("return document.documentElement.scrollWidth")
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= size[0]


def test_ctrl_c_ends_it_and_the_next_server_has_all_jobs_and_decisions(
    driver: Any, client: Client, home: Path
) -> None:
    driver.get("about:blank")
    code, said = client.end()
    assert (code, said) == (0, "ปิดแล้ว งานและผลการพิจารณาเก็บไว้ครบ\n")
    with server(home / "work") as again:
        driver.get(again.address)
        done(driver, 3)
        assert "พิจารณาแล้ว 1 ข้อ" in find(driver, "#jobs").text
        driver.get(driver.find_elements("css selector", READY)[-1].get_attribute("href"))
        view(driver, "findings")
        until(lambda: "ยืนยัน" in find(driver, "#list").text)
        assert again.end()[0] == 0
