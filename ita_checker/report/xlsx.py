"""The workbook auditors work in: Summary, Gaps, Unread, Rules. Text cells only, nothing a spreadsheet could run."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import xlsxwriter

from ita_checker.model import Batch, Report, Severity, Verdict
from ita_checker.report.rows import COLUMNS, DECISIONS, heads, pages_of, rows
from ita_checker.report.text import STATUS
from ita_checker.text.visible import visible

FONT = {"font_name": "TH Sarabun New", "font_size": 14, "valign": "top", "text_wrap": True}
HEAD = {**FONT, "bold": True, "bg_color": "#1F4E78", "font_color": "#FFFFFF", "text_wrap": True}
LINK = {**FONT, "font_color": "#0563C1", "underline": 1}
LONGEST = 32767  # letters Excel takes in a cell
WIDTHS = {"organisation": 34, "item": 10, "fiscal_year": 11, "file": 34, "page": 8, "code": 9, "severity": 16, "message": 56, "quote": 40,
          "expected": 26, "found": 26, "doubt": 26, "decision": 18, "remark": 30}  # fmt: skip
SHEETS = {"th": ("สรุป", "ข้อบกพร่อง", "ยังไม่ได้อ่าน", "กฎ"), "en": ("Summary", "Gaps", "Unread", "Rules")}
SAID = {
    "th": {"summary": ("หน่วยงาน", "ข้อ", "ปีงบประมาณ", "ไฟล์", "ผล", "เสี่ยงได้ 0 คะแนน", "ข้อสังเกต", "ยังตัดสินไม่ได้ (กฎ)"),
           "unread": ("ไฟล์", "หน้า", "เหตุผล"), "rules": ("ชุดกฎ", "กฎ", "ข้อ", "ชนิด", "ที่มา", "ยืนยันแล้ว", "sha256"), "yes": ("ไม่", "ใช่")},
    "en": {"summary": ("Organisation", "Item", "Fiscal year", "File", "Verdict", "Would score 0", "Advice", "Not decided (rules)"),
           "unread": ("File", "Pages", "Reason"), "rules": ("Pack", "Rule", "Item", "Kind", "Source", "Verified", "sha256"),
           "yes": ("no", "yes")},
}  # fmt: skip


def render(batch: Batch, lang: str = "th") -> Iterator[bytes]:
    """Yield the workbook."""
    with tempfile.TemporaryDirectory(prefix="ita-checker-") as folder:
        path = Path(folder, "gaps.xlsx")
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        with xlsxwriter.Workbook(str(path), options) as book:
            _fill(book, batch, lang)
        yield path.read_bytes()


def _fill(book: Any, batch: Batch, lang: str) -> None:
    names, said = SHEETS[lang], SAID[lang]
    _Sheet(book, names[0], said["summary"], (34, 12, 12, 40, 20, 12, 12, 16)).rows(_summary(batch.reports, lang))
    _gaps(_Sheet(book, names[1], heads(lang), tuple(WIDTHS.values())), batch, lang)
    _Sheet(book, names[2], said["unread"], (44, 16, 70)).rows(_unread(batch.reports, lang))
    _Sheet(book, names[3], said["rules"], (16, 44, 8, 22, 70, 10, 20)).rows(_rules(batch, lang))


class _Sheet:
    """A sheet with heading, filter, frozen first row and widths; strings only."""

    def __init__(self, book: Any, name: str, heads: Sequence[str], widths: Sequence[int]) -> None:
        self.sheet = book.add_worksheet(name)
        self.plain, self.link, self.count = book.add_format(FONT), book.add_format(LINK), 0
        head = book.add_format(HEAD)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        for column, text in enumerate(heads):
            self.sheet.write_string(0, column, text, head)
        self.sheet.freeze_panes(1, 0)
        self.columns = len(heads)

    def add(self, cells: Sequence[str], links: dict[int, str] | None = None) -> None:
        """Write a row; `links` holds addresses by column."""
        self.count += 1
        for column, text in enumerate(cells):
            text = visible(text)[:LONGEST]
            address = (links or {}).get(column)
            if address:
                self.sheet.write_url(self.count, column, address, self.link, text)
            else:
                self.sheet.write_string(self.count, column, text, self.plain)

    def rows(self, rows: Iterable[Sequence[str]]) -> None:
        """Write all rows and set the filter over them."""
        for cells in rows:
            self.add(cells)
        self.close()

    def close(self) -> None:
        self.sheet.autofilter(0, 0, max(1, self.count), self.columns - 1)


def _gaps(sheet: _Sheet, batch: Batch, lang: str) -> None:
    keys = list(COLUMNS)
    for row in rows(batch.reports, lang):
        pages = pages_of(row.finding)
        address = "external:" + quote(str(Path(batch.base, row.report.path)), safe="/:\\ ")
        links = {keys.index("file"): address, **({keys.index("page"): f"{address}#page={pages[0]}"} if pages else {})}
        sheet.add(row.cells, links)
    column = keys.index("decision")
    if sheet.count:
        sheet.sheet.data_validation(1, column, sheet.count, column, {"validate": "list", "source": list(DECISIONS[lang])})
    sheet.close()


def _summary(reports: Iterable[Report], lang: str) -> Iterator[Sequence[str]]:
    for report in reports:
        levels = [sum(finding.severity is level for finding in report.findings) for level in Severity]
        unknown = sum(result.verdict is Verdict.UNKNOWN for result in report.results)
        year = str(report.fiscal_year or "")
        yield (
            report.organisation or "",
            " ".join(report.items),
            year,
            report.path,
            STATUS[lang][report.status],
            *map(str, [*levels, unknown]),
        )


def _unread(reports: Iterable[Report], lang: str) -> Iterator[Sequence[str]]:
    for report in reports:
        for finding in report.findings:
            if finding.code in ("DOC001", "DOC002", "DOC003", "DOC004", "DOC005"):
                pages = ", ".join(map(str, report.pages_unread)) if finding.code == "DOC003" else finding.found or ""
                yield report.path, pages, f"{finding.code} {getattr(finding.message, lang) if finding.message else ''}"


def _rules(batch: Batch, lang: str) -> Iterator[Sequence[str]]:
    for pack in batch.packs:
        for rule in pack.rules:
            yield pack.name, rule.id, rule.item or "", rule.check, rule.source, SAID[lang]["yes"][rule.verified], pack.sha256
