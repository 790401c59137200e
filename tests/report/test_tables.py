"""Workbook and CSV: what auditors find there, and that nothing in them runs."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from report.batches import BATCH, HOSTILE, HOSTILE_BATCH, PACK, finding, report

from ita_checker.model import Batch
from ita_checker.report.formats import csv as as_csv
from ita_checker.report.formats import xlsx
from ita_checker.report.parts import sheet
from ita_checker.report.parts.rows import address
from ita_checker.text.visible import visible


def book(batch: Batch, home: Path, lang: str = "th") -> Any:
    path = home / "gaps.xlsx"
    path.write_bytes(b"".join(xlsx.render(batch, lang)))
    return openpyxl.load_workbook(path)


def cells(sheet: Any) -> list[list[Any]]:
    return [
        ["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)
    ]


def test_the_summary_begins_with_the_report_that_would_lose_most_and_says_why(
    tmp_path: Path,
) -> None:
    sheet = book(BATCH, tmp_path)["สรุป"]
    assert [row[:10] for row in cells(sheet)[1:4]] == [
        ["องค์การบริหารส่วนตำบลดงดอย", "O43", 2564, "2564/dong/O43.pdf", "พบข้อบกพร่อง", 1, 1, 0,
         "การดำเนินการอยู่นอกปีงบประมาณ · ชื่อหน่วยงานสะกดต่างกัน", 1],
        ["", "O43", 2564, "2564/scan.pdf", "ตรวจได้ไม่ครบ", 1, 0, 0, "มีหน้าที่ยังไม่ได้อ่าน", 0],
        ["เทศบาลตำบลป่ากล้วยหอม", "O42", 2564, "2564/pa/O42.pdf", "ไม่พบข้อบกพร่อง", 0, 0, 0, "", 0],
    ]  # fmt: skip
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:Q4")
    assert {one.page_setup.paperSize for one in book(BATCH, tmp_path)} == {"9"} or {
        int(one.page_setup.paperSize) for one in book(BATCH, tmp_path)
    } == {9}  # A4


def test_the_gaps_have_a_row_each_links_to_file_and_page_and_a_list_of_decisions(
    tmp_path: Path,
) -> None:
    sheet = book(BATCH, tmp_path)["ข้อบกพร่อง"]
    head, first, *_ = cells(sheet)
    told = dict(zip(head, first, strict=True))
    assert json.loads(told.pop("ita-checker")) == [
        "aa" * 32,
        "nacc-2564.YEA005",
        "YEA005",
        "ประกาศเจตจำนง",
    ]
    assert sheet.column_dimensions[openpyxl.utils.get_column_letter(len(head))].hidden
    assert told == {
        "หน่วยงาน": "องค์การบริหารส่วนตำบลดงดอย", "ข้อ": "O43", "ปีงบประมาณ": 2564,
        "ไฟล์": "2564/dong/O43.pdf", "หน้า": 2, "อำเภอ": "", "จังหวัด": "",
        "รหัส": "YEA005", "ระดับ": "อาจได้ 0 คะแนน", "ความชัดเจน": "ชัดเจน",
        "ข้อความ": "พบ ประกาศเจตจำนง โปรดตรวจสอบ", "ข้อความในเอกสาร": "เดือนเมษายน ๒๕๖๓",
        "ควรเป็น": "1 ตุลาคม 2563 – 30 กันยายน 2564", "พบ": "เดือนเมษายน 2563",
        "โปรดตรวจสอบซ้ำ": "อ่านจากภาพ", "ผลการพิจารณา": "", "เหตุผล/หมายเหตุ": "", "วันที่พิจารณา": "",
        "ผู้พิจารณา": "",
        "ชุดกฎ (sha256)": "nacc-2564 (efefefefefefefef)",
    }  # fmt: skip
    page = sheet.cell(2, head.index("หน้า") + 1)
    assert page.hyperlink.target.endswith("2564/dong/O43.pdf")
    assert page.hyperlink.location == "page=2"
    assert [check.formula1 for check in sheet.data_validations.dataValidation] == [
        '"ยืนยัน,ไม่ใช่ข้อบกพร่อง,ให้หน่วยงานชี้แจง"'
    ]
    assert sheet["A2"].font.name == "TH Sarabun New"


def test_what_was_not_read_the_rules_switched_off_and_the_decisions_have_sheets_of_their_own(
    tmp_path: Path,
) -> None:
    whole = book(BATCH, tmp_path, "en")
    assert whole.sheetnames == [
        "Summary",
        "Organisations",
        "Codes",
        "Provinces",
        "Gaps",
        "Unread",
        "Rules",
        "Decisions",
    ]
    assert cells(whole["Unread"])[1:] == [
        [
            "",
            "2564/scan.pdf",
            "3, 4",
            "DOC003 3, 4 was found; please check",
            "reading, nacc-2564.rounds",
        ]
    ]
    assert cells(whole["Rules"])[1:] == [
        ["nacc-2564", "nacc-2564.rounds", "", "", "", "", "off", "จังหวัดตรวจเองแล้ว", "ef" * 32]
    ]
    made = ["dismissed", "เลขหน้าของเอกสารอื่น", "23 November 2569", "30 September 2570"]
    assert cells(whole["Decisions"])[1:] == [
        ["dismissed", "TXT003", "2564/dong/O43.pdf", "5/๑๒ was found; please check", *made, "", ""],
        [
            "no longer holds",
            "TXT003",
            "a.pdf",
            "เลขปน",
            *made,
            "",
            "the report no longer has this finding",
        ],
    ]


def test_there_is_no_sheet_of_decisions_where_none_was_made(tmp_path: Path) -> None:
    assert book(HOSTILE_BATCH, tmp_path).sheetnames == [
        "สรุป",
        "หน่วยงาน",
        "รหัส",
        "จังหวัด",
        "ข้อบกพร่อง",
        "ยังไม่ได้อ่าน",
        "กฎ",
    ]


def test_every_text_is_a_text_every_count_a_number_and_no_part_of_the_workbook_can_run(
    tmp_path: Path,
) -> None:
    whole = book(HOSTILE_BATCH, tmp_path)
    kinds = {
        cell.data_type
        for sheet in whole
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert kinds <= {"s", "inlineStr", "n"}
    quotes = [row[11] for row in cells(whole["ข้อบกพร่อง"])[1:]]
    assert quotes == [visible(text) for text in HOSTILE]
    names = zipfile.ZipFile(tmp_path / "gaps.xlsx").namelist()
    assert [name for name in names if "vba" in name or "external" in name.lower()] == []
    assert all(b"<f>" not in zipfile.ZipFile(tmp_path / "gaps.xlsx").read(name) for name in names)


def test_a_link_leads_to_the_file_whatever_its_name_is(tmp_path: Path) -> None:
    assert book(HOSTILE_BATCH, tmp_path)["ข้อบกพร่อง"]["F2"].hyperlink.target.endswith(
        "2564/0/O43.pdf"
    )


@pytest.mark.skipif(
    not shutil.which("soffice"),
    reason="needs LibreOffice (apt-get install --no-install-recommends libreoffice-calc)",
)
def test_libreoffice_opens_the_workbook_and_sees_the_same_texts(tmp_path: Path) -> None:
    book(HOSTILE_BATCH, tmp_path)
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,5"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        sheet,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "gaps.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    rows = list(csv.reader(next(tmp_path.glob("*.csv")).open(encoding="utf-8")))
    assert [row[11] for row in rows[1:]] == [visible(text) for text in HOSTILE]


def test_csv_has_the_columns_of_the_gaps_a_mark_of_its_encoding_and_no_formula() -> None:
    text = "".join(as_csv.render(HOSTILE_BATCH))
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == len(HOSTILE) + 1
    rows = list(csv.reader(io.StringIO(text[1:], newline="")))
    assert rows[0][:3] == ["หน่วยงาน", "ข้อ", "ปีงบประมาณ"]
    assert [
        cell
        for row in rows
        for cell in row
        if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t"))
    ] == []
    assert rows[3][11] == "'" + HOSTILE[2]


def test_rows_beyond_a_sheet_go_on_on_a_further_one_and_links_beyond_it_are_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 10)
    monkeypatch.setattr(sheet, "MOST_LINKS", 8)
    findings = [finding("YEA005", f"s{number}") for number in range(25)]
    batch = Batch((report("2564/a/O43.pdf", *findings),), (PACK,), "1", "/in")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(xlsx.render(batch, "en"))))
    gaps = [page for page in book.worksheets if page.title.startswith("Gaps")]
    assert [page.title for page in gaps] == ["Gaps", "Gaps (2)", "Gaps (3)"]
    rows = [row for page in gaps for row in page.iter_rows(min_row=2)]
    assert [row[5].value for row in rows] == ["2564/a/O43.pdf"] * 25
    assert sum(cell.hyperlink is not None for row in rows for cell in row) == 3 * 8
    assert [page.max_row for page in gaps] == [11, 11, 6]
    said = [row[1] for row in book["Limits"].iter_rows(min_row=2, values_only=True)]
    assert said == [
        "goes on on 2 more sheets of the same name",
        "26 cells have no link (Excel takes 65,530 on a sheet); their text is whole",
    ]


def test_a_workbook_has_the_same_bytes_every_time() -> None:
    batch = Batch((report("2564/a/O43.pdf", finding("YEA005", "s")),), (PACK,), "1", "/in")
    first = b"".join(xlsx.render(batch))
    time.sleep(2.1)  # an archive tells two seconds apart
    assert b"".join(xlsx.render(batch)) == first


def test_links_start_from_the_output_s_folder_where_that_is_known(tmp_path: Path) -> None:
    base = tmp_path / "งาน"
    near = replace(BATCH, base=str(base), near=str(tmp_path / "ผล"))
    assert (
        address(near, "2564/dong/O43 (1).pdf")
        == "./../%E0%B8%87%E0%B8%B2%E0%B8%99/2564/dong/O43%20%281%29.pdf"
    )
    assert (address(near, "s3://x/y.pdf"), address(replace(near, near=""), "a.pdf")) == (
        None,
        (base / "a.pdf").as_uri(),
    )
    path = tmp_path / "links.xlsx"
    path.write_bytes(b"".join(xlsx.render(near)))
    with zipfile.ZipFile(path) as parts:
        links = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".rels"))
    assert b"/2564" not in links and b"..\\%E0%B8%87" in links
