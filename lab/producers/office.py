"""Word, OpenDocument and Excel files that LibreOffice exports: writer-docx, writer-odt, calc."""

from __future__ import annotations

import importlib.util
import random
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lab.producers import Job, writer
from lab.sheets import ABOVE, LEFT_OF, Kind, Sheet, Table, Text
from lab.to_html import FONTS

PRODUCERS = ("writer-docx", "writer-odt", "calc")
SIZE, IN_TABLES, TITLE = 15, 13, 18  # points
CENTRED = (Kind.COVER, Kind.TITLE, Kind.CENTRE)
BOLD = (Kind.COVER, Kind.TITLE, Kind.HEADING)
COLUMNS = 6  # of a spreadsheet that holds a report
WIDE = 18  # characters of a spreadsheet's column
NEEDED = ("docx", "openpyxl")


def missing() -> str | None:
    """Return what is not installed, if anything."""
    absent = [name for name in NEEDED if not importlib.util.find_spec(name)]
    return writer.missing() or (f"pip install {' '.join(absent)}" if absent else None)


def produce(jobs: Sequence[Job]) -> None:
    """Write each sheet's file and export them all."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        made = [(job, _file(job, folder, number)) for number, job in enumerate(jobs)]
        old = [path for job, path in made if job.producer == "writer-odt"]
        if old:
            writer.export(old, folder, "odt")
        files = [(job, path.with_suffix(".odt") if path in old else path) for job, path in made]
        texts = [path for _, path in files if path.suffix != ".xlsx"]
        sheets = [path for _, path in files if path.suffix == ".xlsx"]
        if texts:
            writer.export(texts, folder)
        if sheets:
            writer.export(sheets, folder, "pdf:calc_pdf_Export")
        for job, path in files:
            if path.with_suffix(".pdf").is_file():
                shutil.move(path.with_suffix(".pdf"), job.pdf)


def _file(job: Job, folder: Path, number: int) -> Path:
    assert job.sheet is not None
    font = random.Random(job.seed).choice(FONTS)
    write: Callable[[Sheet, Path, str], None] = _xlsx if job.producer == "calc" else _docx
    path = folder / f"{number}.{'xlsx' if job.producer == 'calc' else 'docx'}"
    write(job.sheet, path, font)
    return path


def _docx(sheet: Sheet, path: Path, font: str) -> None:
    """Write a Word file."""
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document: Any = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = font, Pt(SIZE)
    looks = style.element.get_or_add_rPr()
    for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        looks.get_or_add_rFonts().set(qn(attribute), font)
    thai_size = OxmlElement("w:szCs")  # Thai is "complex script" to Word: a size of its own
    thai_size.set(qn("w:val"), str(2 * SIZE))
    looks.append(thai_size)
    for piece in sheet.pieces:
        if isinstance(piece, Table):
            _word_table(document, piece)
        else:
            _word_text(document, piece)
    document.save(path)


def _word_text(document: Any, piece: Text) -> None:
    if piece.kind is Kind.PAGE:
        document.add_page_break()
        return
    for line in piece.lines if piece.kind is not Kind.PART else ():
        paragraph = document.add_paragraph()
        run = paragraph.add_run(f"- {line}" if piece.kind is Kind.POINTS else line)
        run.bold = piece.kind in BOLD
        _placed(paragraph, piece.kind)
    if piece.kind is Kind.COVER:
        document.add_page_break()


def _placed(paragraph: Any, kind: Kind) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    if kind in CENTRED:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif kind is Kind.RIGHT:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif kind is Kind.SIGNATURE:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.left_indent = Cm(8)
    elif kind is Kind.TEXT:
        paragraph.paragraph_format.first_line_indent = Cm(2.5)


def _word_table(document: Any, table: Table) -> None:
    grid = document.add_table(rows=len(table.rows), cols=len(table.rows[0]))
    grid.style = "Table Grid"
    for row, column, across, down, text in spans(table):
        cell = grid.cell(row, column)
        if across > 1 or down > 1:
            cell = cell.merge(grid.cell(row + down - 1, column + across - 1))
        cell.text = text


def spans(table: Table) -> list[tuple[int, int, int, int, str]]:
    """Return each cell of a table: row, column, columns across, rows down, text."""
    found = []
    for row, cells in enumerate(table.rows):
        for column, text in enumerate(cells):
            if text in (LEFT_OF, ABOVE):
                continue
            across = down = 1
            while column + across < len(cells) and cells[column + across] == LEFT_OF:
                across += 1
            while row + down < len(table.rows) and table.rows[row + down][column] == ABOVE:
                down += 1
            found.append((row, column, across, down, text))
    return found


def _xlsx(sheet: Sheet, path: Path, font: str) -> None:
    """Write a spreadsheet: text in joined cells, tables cell by cell."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.pagebreak import Break

    book = Workbook()
    page: Any = book.active
    page.page_setup.paperSize, page.page_setup.fitToHeight = 9, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    columns = max([COLUMNS, *(len(table.rows[0]) for _, table in sheet.tables())])
    for column in range(1, columns + 1):
        page.column_dimensions[page.cell(1, column).column_letter].width = WIDE
    at = 1
    for piece in sheet.pieces:
        if isinstance(piece, Table):
            at = _cells(page, piece, at, font)
        elif piece.kind is Kind.PAGE:
            page.row_breaks.append(Break(id=at - 1))
        elif piece.kind is not Kind.PART:
            for line in (part for text in piece.lines for part in text.split("\n")):
                page.merge_cells(start_row=at, end_row=at, start_column=1, end_column=columns)
                cell = page.cell(at, 1, line)
                where = "center" if piece.kind in CENTRED else "left"
                cell.font = Font(name=font, size=SIZE, bold=piece.kind in BOLD)
                cell.alignment = Alignment(horizontal=where, vertical="top", wrap_text=True)
                lines = -(-len(line) // (WIDE * columns))
                page.row_dimensions[at].height = lines * SIZE * 2
                at += 1
    book.save(path)


def _cells(page: Any, table: Table, at: int, font: str) -> int:
    """Write a table from a row on; return the row after it."""
    from openpyxl.styles import Alignment, Border, Font, Side

    side = Side(style="thin")
    for row in range(len(table.rows)):
        for column in range(len(table.rows[0])):
            page.cell(at + row, column + 1).border = Border(side, side, side, side)
    heights = [1] * len(table.rows)
    for row, column, across, down, text in spans(table):
        cell = page.cell(at + row, column + 1, text)
        cell.font = Font(name=font, size=IN_TABLES, bold=row < table.heads)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if across > 1 or down > 1:
            page.merge_cells(
                start_row=at + row, end_row=at + row + down - 1,
                start_column=column + 1, end_column=column + across,
            )  # fmt: skip
        lines = sum(-(-max(1, len(part)) // (WIDE * across - 3)) for part in text.split("\n"))
        heights[row] = max(heights[row], -(-lines // down))
    for row, lines in enumerate(heights):
        page.row_dimensions[at + row].height = (lines + 1) * IN_TABLES * 1.7
    return at + len(table.rows)
