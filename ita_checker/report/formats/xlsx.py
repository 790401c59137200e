"""The workbook auditors work in: Summary, Gaps, Unread, Rules, and Decisions where there are any.
Nothing a spreadsheet could run.
"""

from __future__ import annotations

import datetime
import os
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any

import xlsxwriter

from ita_checker.model import Batch, Severity
from ita_checker.report.parts.rows import COLUMNS, DECISIONS, address, heads, pages_of, rows
from ita_checker.report.parts.sheet import Coloured, Sheet
from ita_checker.report.parts.sheets import decisions, fates, summary, unread
from ita_checker.run import temporary

WIDTHS = {"organisation": 34, "item": 10, "fiscal_year": 11, "file": 34, "page": 9, "code": 10, "severity": 18, "message": 56, "quote": 40,
          "expected": 28, "found": 28, "doubt": 28, "pack": 26, "decision": 20, "remark": 32}  # fmt: skip
MADE = datetime.datetime(
    2000, 1, 1
)  # what a workbook says of its making: the same bytes every time
SHEETS = {
    "th": ("สรุป", "ข้อบกพร่อง", "ยังไม่ได้อ่าน", "กฎ", "ผลพิจารณา", "ข้อจำกัด"),
    "en": ("Summary", "Gaps", "Unread", "Rules", "Decisions", "Limits"),
}
# fmt: off
# What Excel's limits did to a sheet, told on a sheet of its own; the other formats have no such
# limits.
LIMITS = {
    "th": {"heads": ("แผ่นงาน", "สิ่งที่ Excel จำกัดไว้"), "sheets": "มีต่ออีก {} แผ่น ชื่อเดียวกัน",
           "unlinked": "{} ช่องไม่มีลิงก์ (Excel รับได้แผ่นละ 65,530 ลิงก์) ข้อความครบ",
           "cut": "{} ช่องถูกตัดให้สั้นลง (Excel รับได้ช่องละ 32,767 ตัวอักษร) ข้อความเต็มอยู่ในไฟล์ .json"},
    "en": {"heads": ("Sheet", "What Excel's limits did"), "sheets": "goes on on {} more sheets of the same name",
           "unlinked": "{} cells have no link (Excel takes 65,530 on a sheet); their text is whole",
           "cut": "{} cells were cut (Excel takes 32,767 letters in a cell); the whole text is in .json"},
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
            "เสี่ยงได้ 0 คะแนน",
            "ข้อสังเกต",
            "ประเด็นหลัก",
            "ตัดออกแล้ว",
            "กฎที่ผ่าน",
            "ผ่านบางส่วน",
            "ไม่ผ่าน",
            "ยังตัดสินไม่ได้",
            "จำนวนหน้า",
            "หน้าที่ไม่ได้อ่าน",
        ),
        "unread": ("หน่วยงาน", "ไฟล์", "หน้า", "เหตุผล", "กฎที่ยังตัดสินไม่ได้"),
        "rules": ("ชุดกฎ", "กฎ", "ข้อ", "ชนิด", "ที่มา", "ยืนยันแล้ว", "ปรับเป็น", "เหตุผลที่ปรับ", "sha256"),
        "decisions": (
            "สถานะ",
            "รหัส",
            "ไฟล์",
            "ข้อความ",
            "ผลพิจารณา",
            "เหตุผล",
            "วันที่",
            "ใช้ได้ถึง",
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
            "Main points",
            "Dismissed",
            "Rules met",
            "Partial",
            "Gaps",
            "Not decided",
            "Pages",
            "Pages not read",
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
            "Note",
        ),
    },
}  # fmt: skip


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
            book.set_properties({"created": MADE})
            _fill(book, batch, lang)
        yield path.read_bytes()


def _fill(book: Any, batch: Batch, lang: str) -> None:
    names, said = SHEETS[lang], HEADS[lang]
    widths = (34, 10, 12, 34, 18, 12, 11, 60, 11, 10, 10, 10, 12, 10, 12)
    sheets = [Sheet(book, names[0], said["summary"], widths)]
    sheets[0].rows(summary(batch.reports, lang))
    sheets.append(Sheet(book, names[1], heads(lang), tuple(WIDTHS.values())))
    _gaps(sheets[1], batch, lang)
    sheets.append(Sheet(book, names[2], said["unread"], (34, 36, 14, 60, 60)))
    sheets[2].rows(unread(batch.reports, lang))
    sheets.append(Sheet(book, names[3], said["rules"], (16, 42, 8, 22, 60, 11, 16, 40, 24)))
    sheets[3].rows(fates(batch.packs, lang))
    made = decisions(batch, lang)
    first = next(made, None)
    if first:
        sheets.append(
            Sheet(book, names[4], said["decisions"], (16, 10, 34, 50, 18, 40, 20, 20, 34))
        )
        sheets[4].rows(chain([first], made))
    limits = [row for sheet in sheets for row in _limits(sheet, lang)]
    if limits:
        Sheet(book, names[5], LIMITS[lang]["heads"], (24, 90)).rows(limits)


def _limits(sheet: Sheet, lang: str) -> Iterator[Coloured]:
    for name, number in asdict(sheet.notes).items():
        if number:
            yield (sheet.name, str(LIMITS[lang][name]).format(number)), {1: "amber"}


def _gaps(sheet: Sheet, batch: Batch, lang: str) -> None:
    keys = list(COLUMNS)
    file, page, severity, decision = (
        keys.index(name) for name in ("file", "page", "severity", "decision")
    )
    sheet.choices = decision, DECISIONS[lang]
    for row in rows(batch, lang):
        pages = pages_of(row.finding)
        link = _link(batch, row.report.path)
        links = {file: link, **({page: f"{link}#page={pages[0]}"} if pages and link else {})}
        sheet.add(
            row.cells,
            links,
            {severity: "red" if row.finding.severity is Severity.ZERO else "amber"},
        )
    sheet.close()


def _link(batch: Batch, path: str) -> str:
    """Return what links to a file, empty where nothing can. XlsxWriter turns the slashes of file:
    around; FILE: it leaves alone.
    """
    if os.name == "nt":
        return "" if "://" in path else f"external:{batch.place(path)}"
    return (address(batch, path) or "").replace("file:", "FILE:", 1)
