"""Several people decide, in a real browser: side by side, settled, a second look that hides."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import openpyxl
from report.batches import PACK, finding, report
from report.browser import exported, needs_chromium
from report.pages import (
    SIX,
    chosen,
    deciding,
    decisions,
    find,
    keys,
    settled,
    severe,
    texts,
    until,
    view,
)

from ita_checker.model import Batch, Decision, Stale, Words
from ita_checker.report.formats import xlsx

pytestmark = needs_chromium
FIRST = SIX.reports[0].findings[0]


def given(kind: str, by: str, about: Any = FIRST, **more: Any) -> Decision:
    return Decision("aa" * 32, about.rule, about.code, about.subject, kind, "ดูแล้ว", "2569-11-01",
                    by=by, **more)  # fmt: skip


def saved(path: Path, by: str, *rows: Decision) -> Path:
    kinds = [
        {"sha256": row.sha256, "rule": row.rule, "code": row.code, "subject": row.subject,
         "decision": row.kind, "reason": row.reason, "date": row.date} for row in rows
    ]  # fmt: skip
    data = {"kind": "ita-checker decisions", "by": by, "decisions": kinds}
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_decisions_of_two_people_lie_side_by_side_until_somebody_settles(
    driver: Any, tmp_path: Path
) -> None:
    deciding(driver, tmp_path)
    view(driver, "decisions")
    find(driver, "#me").send_keys("สมหญิง\t")
    view(driver, "findings")
    find(driver, ".entry").click()
    keys(driver, "11")
    one = saved(
        tmp_path / "ก.json",
        "สมชาย",
        given("dismissed", ""),
        given("confirmed", "", SIX.reports[0].findings[1]),
    )
    two = saved(tmp_path / "ข.json", "", given("confirmed", "", SIX.reports[0].findings[2]))
    find(driver, "#import").send_keys(f"{one}\n{two}")
    until(driver, "#said", "เห็นต่างกัน 1 ข้อ")
    assert decisions(driver)[:3] == ["เห็นต่างกัน", "ยืนยัน", "ยืนยัน"]
    view(driver, "decisions")
    sides = texts(driver, "#torn .sides li")
    assert sides[0].startswith("สมหญิง: ยืนยัน") and sides[1].startswith("สมชาย: ไม่ใช่ข้อบกพร่อง")
    rows = [[cell.text for cell in row.find_elements("css selector", "td")]
            for row in driver.find_elements("css selector", "#agreement tbody tr")]  # fmt: skip
    assert ["สมชาย", "สมหญิง", "2", "1", "50%", "0.00"] in rows
    find(driver, "#torn button").click()
    settled(driver)
    assert texts(driver, ".others.torn li")[1].startswith("สมชาย: ไม่ใช่ข้อบกพร่อง")
    driver.find_elements("css selector", ".others.torn button")[1].click()
    find(driver, "#export").click()
    data = exported(tmp_path)
    agreed = [row for row in data["decisions"] if row.get("settles")]
    assert [(row["by"], row["decision"]) for row in agreed] == [("สมหญิง", "dismissed")]
    assert {row["by"] for row in data["decisions"]} == {"สมชาย", "สมหญิง", "ข"}
    assert severe(driver) == []


def test_a_second_look_hides_what_others_decided_until_one_has_decided_oneself(
    driver: Any, tmp_path: Path
) -> None:
    second, third = SIX.reports[0].findings[1:3]
    told = Words("x", "x")
    whole = SIX.reports[0]
    batch = Batch(
        (
            report(whole.path, *(
                finding(one.code, one.subject, decision=given("confirmed", "ก",
                one) if one == second else None)
                for one in whole.findings if one != third
            ), sha256="aa" * 32, dismissed=(
                finding(third.code, third.subject, decision=given("dismissed", "ก", third)),
            )),
        ),
        (PACK,), "1", stale=(
            Stale(given("dismissed", "ก"), told, torn=True),
            Stale(given("confirmed", "ค"), told, torn=True),
        ),
    )  # fmt: skip
    deciding(driver, tmp_path, batch)
    assert decisions(driver) == ["เห็นต่างกัน", "ยืนยัน", "", "", ""]
    view(driver, "decisions")
    find(driver, "#me").send_keys("ข\t")
    find(driver, "#second").click()
    view(driver, "findings")
    assert decisions(driver) == [""] * 6  # also what another dismissed is open again
    find(driver, ".entry").click()
    assert driver.find_elements("css selector", ".others") == []
    keys(driver, "1")
    assert decisions(driver)[0] == "เห็นต่างกัน"
    assert chosen(driver) == "ORG001"
    keys(driver, "1")
    driver.refresh()
    assert find(driver, "#second-look").is_displayed()
    view(driver, "decisions")
    assert find(driver, "#progress").text == "ท่านพิจารณาแล้ว 2 จาก 6 ข้อ เหลือ 4"
    rows = [[cell.text for cell in row.find_elements("css selector", "td")][:5]
            for row in driver.find_elements("css selector", "#agreement tbody tr")]  # fmt: skip
    assert ["ก", "ข", "2", "1", "50%"] in rows


def filled_in(path: Path, *rows: tuple[str, str, Any, str]) -> Path:
    """Return the sheet of SIX with decisions filled in: kind, reason, day and name by row."""
    path.write_bytes(b"".join(xlsx.render(SIX, "th")))
    book = openpyxl.load_workbook(path)
    sheet = book["ข้อบกพร่อง"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    for number, cells in enumerate(rows, 2):
        names = ("ผลการพิจารณา", "เหตุผล/หมายเหตุ", "วันที่พิจารณา", "ผู้พิจารณา")
        for name, value in zip(names, cells, strict=True):
            sheet.cell(number, heads[name], value)
    book.save(path)
    return path


def test_a_sheet_that_was_filled_in_joins_the_page_as_a_file_of_decisions_does(
    driver: Any, tmp_path: Path
) -> None:
    deciding(driver, tmp_path)
    sheet = filled_in(
        tmp_path / "กรอกแล้ว.xlsx",
        ("ยืนยัน", "", "23/11/2569", "สมหญิง"),
        ("ไม่ใช่ข้อบกพร่อง", "สะกดตามต้นฉบับ", datetime.datetime(2026, 11, 24), "สมหญิง"),
        ("", "", None, ""),
        ("ให้หน่วยงานชี้แจง", "<img src=x onerror=window.ran=1>", None, ""),
    )
    find(driver, "#import").send_keys(str(sheet))
    until(driver, "#said", "นำเข้า 3 ข้อ")
    kinds = ["ยืนยัน", "ไม่ใช่ข้อบกพร่อง", "", "ให้หน่วยงานชี้แจง", "", ""]
    assert decisions(driver) == kinds
    find(driver, "#export").click()
    rows = exported(tmp_path)["decisions"]
    assert [(row["decision"], row["date"], row["by"]) for row in rows] == [
        ("confirmed", "2569-11-23", "สมหญิง"),
        ("dismissed", "2569-11-24", "สมหญิง"),
        ("explain", None, ""),
    ]
    assert driver.execute_script("return window.ran") is None
    assert severe(driver) == []


def test_a_sheet_that_is_none_of_ours_is_named_and_takes_nothing_away(
    driver: Any, tmp_path: Path
) -> None:
    deciding(driver, tmp_path)
    keys(driver, "1")
    other, broken = tmp_path / "อื่น.xlsx", tmp_path / "พัง.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["ผลการพิจารณา"])
    book.save(other)
    broken.write_bytes(other.read_bytes()[:400])
    find(driver, "#import").send_keys(f"{other}\n{broken}")
    told = until(driver, "#said", "พัง.xlsx")
    assert told.count("ไม่ใช่ไฟล์ผลการพิจารณาหรือตารางของโปรแกรมนี้") == 2
    assert decisions(driver) == ["ยืนยัน", *[""] * 5]
