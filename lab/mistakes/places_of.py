"""Where a mistake can be put: paragraphs, dates, cells of a role."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator

from lab.sheets import Kind, Sheet, Table, Text
from lab.trial import handed_in

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def paragraphs(sheet: Sheet, *holding: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs that hold all these words, each with its place among the pieces."""
    for at, piece in enumerate(sheet.pieces):
        if not isinstance(piece, Text) or piece.kind is not Kind.TEXT:
            continue
        if all(word in piece.text for word in holding):
            yield at, piece.text


def a_paragraph(
    sheet: Sheet, chance: random.Random, *holding: str, good: Callable[[str], bool] = bool
) -> tuple[int, str] | None:
    """Return one of those paragraphs by chance."""
    found = [(at, text) for at, text in paragraphs(sheet, *holding) if good(text)]
    return chance.choice(found) if found else None


def rewritten(sheet: Sheet, at: int, old: str, new: str) -> Sheet:
    """Return the sheet with a word of one piece replaced, there once."""
    piece = sheet.pieces[at]
    assert isinstance(piece, Text)
    lines = list(piece.lines)
    number = next(number for number, line in enumerate(lines) if old in line)
    lines[number] = lines[number].replace(old, new, 1)
    return sheet.put(at, Text(piece.kind, tuple(lines)))


def in_cells(sheet: Sheet, *words: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield the cells below headings that hold one of the words: table, row, column, the word."""
    for at, table in sheet.tables():
        for row, cells in enumerate(table.body):
            for column, cell in enumerate(cells):
                if word := next((word for word in words if word in cell), None):
                    yield at, row, column, word


def in_pieces(sheet: Sheet, kinds: Collection[Kind], *words: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of these kinds that hold one of the words, each with the word."""
    for at, piece in enumerate(sheet.pieces):
        held = piece.text if isinstance(piece, Text) and piece.kind in kinds else ""
        if word := next((word for word in words if word in held), None):
            yield at, word


def inserted(sheet: Sheet, text: str, chance: random.Random) -> Sheet | None:
    """Return the sheet with a paragraph of its own after one of its paragraphs."""
    found = a_paragraph(sheet, chance, good=lambda text: len(text) > 60)
    if found is None:
        return None
    at, _ = found
    return sheet.put(at, sheet.pieces[at], Text(Kind.TEXT, (text,)))


def a_table(sheet: Sheet, role: str, *columns: str) -> tuple[int, Table, int] | None:
    """Return the table of a role that declares one of these columns: its place, itself, the
    column.
    """
    for at, table in sheet.tables(role):
        column = table.column(*columns)
        if column is not None:
            return at, table, column
    return None


def measure(table: Table, row: int) -> str:
    """Return the name of the measure that a row of the body is about."""
    return table.body[row][table.column("measure") or 0]


def like(sheet: Sheet, number: int | str) -> str:
    """Return a number in the digits that the sheet uses."""
    text = sheet.text
    thai = sum("๐" <= letter <= "๙" for letter in text)
    return (
        str(number).translate(THAI)
        if thai > sum("0" <= one <= "9" for one in text)
        else str(number)
    )


def covered(sheet: Sheet) -> int:
    """Return the year the report covers: N, and N-1 for results from 2567 on."""
    year = sheet.truth.fiscal_year
    return year + min((item.covers for item in handed_in(sheet.truth)), default=0)
