"""Sheets as documents, without a PDF: lines are broken and pages filled here, then the program's
own reader of plain texts (rulebook.paper) makes the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pythainlp.tokenize import word_tokenize

from ita_checker.model import Document
from ita_checker.rulebook.paper import document
from lab.sheets import ABOVE, LEFT_OF, Kind, Piece, Sheet, Table, Text

LETTERS = 75  # of a line; LINES of a page: what rulebook.paper's page holds
LINES = 34
PAGE, BREAK, COLUMN = "---page---", " // ", " | "
STROKE = "\u00a0|\u00a0"  # of a text, which parts no cells
CLUSTER = re.compile(r"[เ-ไ]?.[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*|.", re.DOTALL)
IN_TABLES = 98  # letters of a line over all columns: type is smaller there
COVER_TOP = 5  # empty lines above a cover


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet is set: letters of indent, lines by which everything after a cover is pushed
    down, whether a row may be cut by a page's end, and whether headings are bold.
    """

    indent: int = 8
    pushed: int = 0
    cut_rows: bool = True
    bold: bool = True


def paper(sheet: Sheet, look: Look | None = None) -> Document:
    """Return the document a sheet makes."""
    path = f"{sheet.truth.fiscal_year}/{sheet.author}-{sheet.name}.pdf"
    return document(written(sheet, look or Look()), path)


def written(sheet: Sheet, look: Look) -> str:
    """Return the sheet in the form of rulebook.paper, page by page."""
    press = _Press(look)
    press.skip(look.pushed)
    for piece in sheet.pieces:
        press.set(piece)
    return "\n".join(press.lines)


class _Press:
    """Fills pages with lines."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.lines: list[str] = []
        self.room = LINES

    def set(self, piece: Piece) -> None:
        """Set one piece."""
        if isinstance(piece, Table):
            self._table(piece)
        elif piece.kind is Kind.PART:
            return
        elif piece.kind is Kind.PAGE:
            self.turn()
        elif piece.kind is Kind.COVER:
            self._cover(piece)
        else:
            if piece.kind is Kind.HEADING and self.room < LINES:
                self.line("")  # a heading stands apart
            for line in _set(piece, self.look):
                self.line(line, 2 if line.startswith("# ") else 1)

    def line(self, line: str, height: int = 1) -> None:
        """Set one line, overleaf where the page is full."""
        if self.room < height:
            self.turn()
        self.lines.append(line)
        self.room -= height

    def turn(self) -> None:
        """Begin a page, unless it has just begun."""
        if self.room < LINES:
            self.lines.append(PAGE)
            self.room = LINES

    def skip(self, lines: int) -> None:
        """Leave lines empty."""
        for _ in range(lines % LINES):
            self.line("")

    def _cover(self, piece: Text) -> None:
        self.turn()
        self.skip(COVER_TOP)
        for line in piece.lines:
            for part in wrapped(line, LETTERS - 20):
                self.line(f"# {part}", 2)
            self.line("")
        self.turn()
        self.skip(self.look.pushed)

    def _table(self, table: Table) -> None:
        """Set a table, its rows cut where the page ends; the rest goes on overleaf."""
        width = IN_TABLES // len(table.rows[0])
        if self.room < 5:
            self.turn()
        self.line("")
        rows = [[_cell(row, column, width) for column in range(len(row))] for row in table.rows]
        for number, row in enumerate(rows):
            left, start = max(map(len, row)), 0
            while left > start:
                if self.room < 2 or (not self.look.cut_rows and self.room < min(left, LINES - 2)):
                    self.turn()
                taken = min(left - start, self.room)
                cells = [cell[start : start + taken] for cell in row]
                if self.look.bold and number < table.heads:
                    cells = [list(map(_bold, cell)) for cell in cells]
                self._row(table, number, cells, start)
                start += taken
        self.line("")

    def _row(self, table: Table, number: int, cells: Sequence[Sequence[str]], start: int) -> None:
        """Set a row or its rest; what is joined with the row above stays so on one page only."""
        marks = table.rows[number]
        texts = []
        for cell, mark in zip(cells, marks, strict=True):
            joined = mark == LEFT_OF or (mark == ABOVE and not start and self._under_a_row())
            texts.append(mark if joined else BREAK.join(cell))
        self.lines.append(COLUMN.join(texts) if len(texts) > 1 else f"{texts[0]}{COLUMN}")
        self.room -= max(map(len, cells))

    def _under_a_row(self) -> bool:
        return bool(self.lines) and COLUMN in self.lines[-1]


def _bold(line: str) -> str:
    return f"**{line}**" if line.strip() else line


def _cell(row: Sequence[str], column: int, width: int) -> list[str]:
    """Return the lines of a cell, as wide as the columns it spans."""
    if row[column] in (LEFT_OF, ABOVE):
        return [""]
    across = 1
    while column + across < len(row) and row[column + across] == LEFT_OF:
        across += 1
    lines = [line for part in row[column].split("\n") for line in wrapped(part, width * across - 1)]
    return lines or [""]


def _set(piece: Text, look: Look) -> Iterator[str]:
    """Yield the lines of a piece that is neither cover nor table."""
    for number, line in enumerate(piece.lines):
        for part in line.replace(COLUMN, STROKE).split("\n"):
            yield from _styled(piece.kind, part, look, first=number == 0)
    if piece.kind is Kind.TITLE:
        yield ""


def _styled(kind: Kind, text: str, look: Look, first: bool) -> Iterator[str]:
    mark = {Kind.TITLE: "# ", Kind.CENTRE: "-> "}.get(kind, "")
    if kind is Kind.SIGNATURE:
        if first:
            yield ""
        yield " " * max(0, 50 - len(text) // 2) + text
    elif kind is Kind.RIGHT:
        yield " " * max(0, LETTERS - len(text)) + text
    elif kind is Kind.TEXT:
        for at, part in enumerate(wrapped(" " * look.indent + text, LETTERS)):
            yield (" " * look.indent if at == 0 else "") + part
    elif kind is Kind.POINTS:
        yield from (f"    {part}" for part in wrapped(f"- {text}", LETTERS - 4))
    else:
        room = LETTERS - 20 if mark == "# " else LETTERS
        thick = look.bold and kind in (Kind.TITLE, Kind.HEADING)
        yield from (f"{mark}{_bold(part) if thick else part}" for part in wrapped(text, room))


@lru_cache(maxsize=20_000)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Return a text in lines, broken where words end; a word wider than a line is cut."""
    lines, line = [], ""
    for word in _words(text, width):
        if line.strip() and len((line + word).rstrip()) > width:
            lines.append(line.strip())
            line = word.lstrip()
        else:
            line += word
    return (*lines, *([line.strip()] if line.strip() else []))


def _words(text: str, width: int) -> Iterator[str]:
    """Yield the words; one wider than a line in pieces, each mark with its letter."""
    for word in word_tokenize(text, engine="newmm", keep_whitespace=True):
        if len(word) <= width:
            yield word
        else:
            yield from CLUSTER.findall(word)
