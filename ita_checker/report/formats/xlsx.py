"""The workbook auditors work in: Summary, Organisations, Codes, Provinces, Gaps, Unread, Rules, and
Decisions where there are any. Nothing a spreadsheet could run; decisions filled into Gaps are read
back by --decisions.
"""

from __future__ import annotations

import datetime
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any

import xlsxwriter

from ita_checker.model import Batch, Certainty, Severity
from ita_checker.model.deciding import HEADINGS, KEY
from ita_checker.report.parts.days import spoken
from ita_checker.report.parts.rows import COLUMNS, address, heads, pages_of, rows
from ita_checker.report.parts.sheet import Cell, Coloured, Sheet
from ita_checker.report.parts.sheets import across_files, decisions, fates, summary, told, unread
from ita_checker.report.parts.tallies import (
    by_code,
    by_office,
    by_province,
    code_heads,
    office_heads,
    province_heads,
)
from ita_checker.report.parts.wording import DECISIONS
from ita_checker.run import temporary

SUFFIXES = (".xlsx",)
WIDTHS = {"organisation": 28, "item": 7, "fiscal_year": 9, "district": 12, "province": 12,
"file": 24, "page": 8, "code": 9,
          "severity": 14, "certainty": 12, "message": 44, "quote": 30, "expected": 20, "found": 20,
          "doubt": 22, "pack": 14,
          "decision": 15, "remark": 24, "date": 12, "by": 14, "key": 0}  # fmt: skip
MADE = datetime.datetime(
    2000, 1, 1
)  # what a workbook says of its making: the same bytes every time
SHEETS = {
    "th": ("สรุป", "หน่วยงาน", "รหัส", "จังหวัด", "ข้อบกพร่อง", "ยังไม่ได้อ่าน", "กฎ", "ผลการพิจารณา",
           "ข้อจำกัด"),
    "en": ("Summary", "Organisations", "Codes", "Provinces", "Gaps", "Unread", "Rules", "Decisions",
           "Limits"),
}  # fmt: skip
# fmt: off
# The sheet of files side by side, by office: its name, its heads, their widths.
ACROSS_WIDTHS = (30, 14, 14, 10, 20, 34, 44, 50, 40, 30, 24)
ACROSS = {
    "th": (("เทียบข้ามไฟล์", "หน่วยงาน", "อำเภอ", "จังหวัด", "ปีงบประมาณ", "ข้อที่มี", "ข้อที่ขาด",
    "แผนกับผลขัดกัน",
            "เนื้อหาเหมือนไฟล์อื่น",
            "เทียบข้ามปี", "ไฟล์", "รวบรวมโดย"), ACROSS_WIDTHS),
    "en": (("Side by side", "Organisation", "District", "Province", "Fiscal year", "Items",
            "Missing", "Plan and results differ",
            "Same text as", "Across years", "Files", "Gathered by"), ACROSS_WIDTHS),
}
# What Excel's limits did to a sheet, told on a sheet of its own; the other formats have no such
# limits.
LIMITS = {
    "th": {"heads": ("แผ่นงาน", "สิ่งที่ Excel จำกัดไว้"), "sheets": "มีต่ออีก {} แผ่น ชื่อเดียวกัน",
           "unlinked": "{} ช่องไม่มีลิงก์ (Excel รับได้แผ่นละ 65,530 ลิงก์) ข้อความครบ",
           "cut": "{} ช่องถูกตัดให้สั้นลง (Excel รับได้ช่องละ 32,767 ตัวอักษร) ข้อความเต็มอยู่ในไฟล์ .json"},
    "en": {"heads": ("Sheet", "What Excel's limits did"),
           "sheets": "goes on on {} more sheets of the same name",
           "unlinked": "{} cells have no link (Excel takes 65,530 on a sheet); their text is whole",
           "cut": "{} cells were cut (Excel takes 32,767 letters in a cell); "
            "the whole text is in .json"},
}
# fmt: on
HEADS = {
    "th": {
        "summary": (
            "หน่วยงาน",
            "ข้อ",
            "ปีงบประมาณ",
            "ไฟล์",
            "ผล",
            "อาจได้ 0 คะแนน",
            "ข้อสังเกต",
            "ควรตรวจสอบซ้ำ",
            "ประเด็นหลัก",
            "ไม่ใช่ข้อบกพร่อง",
            "กฎที่ผ่าน",
            "ผ่านบางส่วน",
            "ไม่ผ่าน",
            "ยังตัดสินไม่ได้",
            "จำนวนหน้า",
            "หน้าที่ไม่ได้อ่าน",
            "ที่มาของปี ข้อ และหน่วยงาน",
        ),
        "unread": ("หน่วยงาน", "ไฟล์", "หน้า", "เหตุผล", "กฎที่ยังตัดสินไม่ได้"),
        "rules": ("ชุดกฎ", "กฎ", "ข้อ", "ชนิด", "ที่มา", "ยืนยันแล้ว", "ปรับเป็น", "เหตุผลที่ปรับ", "sha256"),
        "decisions": (
            "สถานะ",
            "รหัส",
            "ไฟล์",
            "ข้อความ",
            "ผลการพิจารณา",
            "เหตุผล",
            "วันที่",
            "ใช้ได้ถึง",
            "ผู้พิจารณา",
            "หมายเหตุ",
        ),
    },
    "en": {
        "summary": (
            "Organisation",
            "Item",
            "Fiscal year",
            "File",
            "Result",
            "Would score 0",
            "Advice",
            "Check again",
            "Main points",
            "Dismissed",
            "Rules met",
            "Partial",
            "Gaps",
            "Not decided",
            "Pages",
            "Pages not read",
            "Year, item and office known from",
        ),
        "unread": ("Organisation", "File", "Pages", "Reason", "Rules not decided"),
        "rules": (
            "Pack",
            "Rule",
            "Item",
            "Kind",
            "Source",
            "Verified",
            "Changed to",
            "Why changed",
            "sha256",
        ),
        "decisions": (
            "State",
            "Code",
            "File",
            "Message",
            "Decision",
            "Reason",
            "Date",
            "Valid until",
            "Decided by",
            "Note",
        ),
    },
}  # fmt: skip
COUNTS = (8, 11, 12, 11, 10, 11, 10, 12, 40)  # widths of the counts of an office or a province


def render(batch: Batch, lang: str = "th") -> Iterator[bytes]:
    """Yield the workbook."""
    with tempfile.TemporaryDirectory(dir=temporary.folder()) as folder:
        path = Path(folder, "gaps.xlsx")
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": folder,
        }
        with xlsxwriter.Workbook(str(path), options) as book:
            book.set_properties({"author": "ita-checker", "title": batch.title, "created": MADE})
            book.set_custom_property("ita-checker", batch.version)
            _fill(book, batch, lang)
        yield path.read_bytes()


def _fill(book: Any, batch: Batch, lang: str) -> None:
    names, said, reports = SHEETS[lang], HEADS[lang], batch.reports
    widths = (28, 7, 9, 26, 15, 10, 10, 10, 44, 11, 8, 8, 8, 10, 8, 12, 30)
    sheets = [Sheet(book, names[0], said["summary"], widths)]
    sheets[0].rows(summary(reports, lang))
    sheets[0].remarks(told(batch, lang))
    sheets.append(Sheet(book, names[1], office_heads(lang), (34, 14, 14, *COUNTS)))
    sheets[1].rows(by_office(reports, lang))
    sheets.append(Sheet(book, names[2], code_heads(lang), (10, 52, 16, 10, 12, 10, 12)))
    sheets[2].rows(by_code(reports, lang))
    sheets.append(Sheet(book, names[3], province_heads(lang), (18, 18, 11, *COUNTS)))
    sheets[3].rows(by_province(reports, lang))
    sheets.append(Sheet(book, names[4], gap_heads(lang), tuple(WIDTHS.values())))
    _gaps(sheets[4], batch, lang)
    sheets.append(Sheet(book, names[5], said["unread"], (28, 32, 12, 56, 46)))
    sheets[5].rows(unread(reports, lang))
    sheets.append(Sheet(book, names[6], said["rules"], (14, 36, 7, 18, 50, 10, 14, 34, 18)))
    sheets[6].rows(fates(batch.packs, lang))
    made = decisions(batch, lang)
    first = next(made, None)
    if first:
        sheets.append(
            Sheet(book, names[7], said["decisions"], (14, 9, 28, 44, 16, 32, 16, 16, 16, 30))
        )
        sheets[7].rows(chain([first], made))
    if batch.families:
        head, columns = ACROSS[lang]
        sheets.append(Sheet(book, head[0], head[1:], columns))
        sheets[-1].rows(across_files(batch, lang))
    limits = [row for sheet in sheets for row in _limits(sheet, lang)]
    if limits:
        Sheet(book, names[8], LIMITS[lang]["heads"], (24, 90)).rows(limits)


def _limits(sheet: Sheet, lang: str) -> Iterator[Coloured]:
    for name, number in asdict(sheet.notes).items():
        if number:
            yield (sheet.name, str(LIMITS[lang][name]).format(number)), {1: "amber"}


def gap_heads(lang: str) -> tuple[str, ...]:
    """Return the headings of the gaps: the shared ones, when and by whom it was decided, and the
    hidden one that tells which finding a row is of.
    """
    return (*heads(lang), *(getattr(HEADINGS[name], lang) for name in ("date", "by")), KEY)


def _gaps(sheet: Sheet, batch: Batch, lang: str) -> None:
    keys = list(COLUMNS)
    file, page, year, severity, certainty, decision = (
        keys.index(name)
        for name in ("file", "page", "fiscal_year", "severity", "certainty", "decision")
    )
    sheet.choices = decision, DECISIONS[lang]
    for row in rows(batch, lang):
        finding, report = row.finding, row.report
        pages, made = pages_of(finding), finding.decision
        link = _link(batch, report.path)
        links = {file: link, **({page: f"{link}#page={pages[0]}"} if pages and link else {})}
        cells: list[Cell] = [*row.cells]
        cells[year] = report.fiscal_year or ""
        if len(pages) == 1:
            cells[page] = pages[0]
        cells += [spoken(made.date or "", lang), made.by] if made else ["", ""]
        cells.append(json.dumps([report.sha256 or "", finding.rule, finding.code, finding.subject]))
        colours = {severity: "red" if finding.severity is Severity.ZERO else "amber"}
        if finding.certainty is Certainty.LIKELY:
            colours[certainty] = "violet"
        sheet.add(cells, links, colours)
    sheet.close()


def _link(batch: Batch, path: str) -> str:
    """Return what links to a file, empty where nothing can. XlsxWriter turns the slashes of file:
    around, which from / on nothing opens; FILE: it leaves alone.
    """
    link = address(batch, path) or ""
    if link.startswith("./"):
        return f"external:{link}"
    if os.name == "nt":
        return f"external:{batch.place(path)}" if link else ""
    return link.replace("file:", "FILE:", 1)
