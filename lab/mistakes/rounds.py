"""Rounds that are none, are owed, come too early, or differ."""

from __future__ import annotations

import random
from collections.abc import Mapping

from lab.mistakes import Plant
from lab.mistakes.places_of import a_table, like, measure
from lab.sheets import Kind, Sheet, Text
from lab.truth import Mark, Mistake

EARLY = ("มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน")  # months in which round 12 is not over


def _monitored(
    sheet: Sheet, chance: random.Random, old: str, new: str, *codes: str
) -> Sheet | None:
    """Return the sheet with one measure's promise changed."""
    found = a_table(sheet, "plan", "monitoring")
    if not found:
        return None
    at, table, column = found
    rows = [row for row, cells in enumerate(table.body) if old in cells[column]]
    if len(rows) < 2:  # a cell that counts for all rows promises for every measure
        return None
    row = chance.choice(rows)
    text = table.body[row][column].replace(old, new, 1)
    made = sheet.put(at, table.put(row, column, text))
    quote = new.split("\n")[0].removeprefix("- ") if codes[0] == "RND002" else measure(table, row)
    return made.planted(Mistake(codes[0], quote, codes[1:]))


def no_such_round(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """RND002: a round that no fiscal year has."""
    old, new = (f"รอบ {like(sheet, months)} เดือน" for months in (6, 5))
    return _monitored(sheet, chance, old, new, "RND002", "RND001", "RND005")


def owed(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """RND003: one measure promises every three months; nothing tells of the third month."""
    old = f"รอบ {like(sheet, 6)} เดือน"
    if not a_table(sheet, "results", "measure"):
        return None
    lead = f"รอบ {like(sheet, 3)} เดือน "
    return _monitored(sheet, chance, old, f"{lead}{old}", "RND003", "RND005")


def too_early(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """RND004: the whole year's results are told in the middle of the year."""
    signed = [
        line
        for piece in sheet.pieces
        if isinstance(piece, Text)
        for line in piece.lines
        if any(month in line for month in EARLY) and like(sheet, sheet.truth.fiscal_year) in line
    ]
    found = a_table(sheet, "results", "measure")
    if not signed or not found or sheet.truth.fiscal_year >= 2567:
        return None
    at, table, _ = found
    quote = f"ผลการดำเนินงานรอบ {like(sheet, 12)} เดือน"
    said = f"{quote} ดำเนินการแล้วเสร็จครบถ้วนทุกมาตรการ"
    made = sheet.put(at, table, Text(Kind.TEXT, (said,)))
    return made.planted(Mistake("RND004", f"รอบ {like(sheet, 12)} เดือน"))


def differing(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """RND005: one measure's result tells of a round that its plan does not have."""
    found = a_table(sheet, "results", "done")
    if not found or not a_table(sheet, "plan", "monitoring"):
        return None
    at, table, column = found
    row = chance.randrange(len(table.body))
    quote = f"รอบ {like(sheet, 3)} เดือน"
    text = f"{table.body[row][column]} (รายงานผล{quote}แล้ว)"
    made = sheet.put(at, table.put(row, column, text))
    return made.planted(Mistake("RND005", quote), fair=(Mark("RND003"),))


MISTAKES: Mapping[str, Plant] = {
    "RND002": no_such_round,
    "RND003": owed,
    "RND004": too_early,
    "RND005": differing,
}
