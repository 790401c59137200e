"""The same rows and sentences in another order, where their order is free."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

from lab.papers import Look
from lab.sheets import ABOVE, Kind, Sheet, Table, Text
from lab.variations import Varied, Vary

FREE = ("plan", "results", "scores")


def _turned(table: Table) -> Table:
    """Return a table with its rows the other way round, numbers and joined cells kept in place."""
    body = [list(row) for row in table.body]
    fixed = {
        column
        for column, name in enumerate(table.columns)
        if name == "number" or any(row[column] == ABOVE for row in body)
    }
    rows = tuple(
        tuple(old[column] if column in fixed else new[column] for column in range(len(old)))
        for old, new in zip(body, reversed(body), strict=True)
    )
    return replace(table, rows=(*table.rows[: table.heads], *rows))


def _rows(*roles: str) -> Vary:
    def vary(sheet: Sheet, chance: random.Random) -> Varied | None:
        made = sheet
        for role in roles:
            for at, table in sheet.tables(role):
                made = made.put(at, _turned(table))
        return None if made == sheet else (made, Look())

    return vary


def _sentences(sheet: Sheet, chance: random.Random) -> Varied | None:
    """Swap the two paragraphs before the last heading or table that stand side by side and say
    nothing of each other: those of a preface.
    """
    for at, piece in enumerate(sheet.pieces[:-1]):
        following = sheet.pieces[at + 1]
        if _free(piece) and _free(following) and at and not _free(sheet.pieces[at - 1]):
            pieces = list(sheet.pieces)
            pieces[at], pieces[at + 1] = following, piece
            return replace(sheet, pieces=tuple(pieces)), Look()
    return None


def _free(piece: object) -> bool:
    return (
        isinstance(piece, Text)
        and piece.kind is Kind.TEXT
        and len(piece.text) > 80
        and not piece.text.startswith(("ตามที่", "บัดนี้", "ข้อ", "เรื่อง", "อาศัย"))
    )


VARIATIONS: Mapping[str, Vary] = {
    "rows-of-both-turned": _rows(*FREE),
    "rows-of-results-turned": _rows("results"),
    "paragraphs-swapped": _sentences,
}
