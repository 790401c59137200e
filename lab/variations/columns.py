"""Every column under another heading, by the field it holds: wordings that an office might use and
no list of the program has, down to headings that say nothing at all.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import yaml

from ita_checker.text.flow import fold
from lab.columns import Headed, headed
from lab.papers import Look
from lab.sheets import Sheet, Table
from lab.variations import Varied, Vary
from lab.variations.wording import SETS, WORDS

COUNTED = re.compile(r"[0-9๐-๙]")  # a round's or a year's heading says what no other word can
LETTERS = "กขคงจฉชซฌญฎ"
MEANT = frozenset({"name", "steps", "guideline", "responsible", "monitoring", "activity", "result"})


@cache
def _words() -> dict[str, list[str]]:
    words: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))["columns"]
    return words


def _renamed(one: Headed, number: int) -> Table:
    """Return a table with each heading of a known field in another set's words; a table without a
    field of measures as it is.
    """
    if not MEANT & set(one.fields.values()):
        return one.table
    rows = [
        tuple(_other(cell, at, one.fields, number) for at, cell in enumerate(row))
        for row in one.table.rows[: one.table.heads]
    ]
    return replace(one.table, rows=(*rows, *one.table.body))


def _other(cell: str, at: int, fields: Mapping[str, str], number: int) -> str:
    words = _words().get(fields.get(fold(cell), ""), [])
    if not words or COUNTED.search(cell):
        return cell
    return words[number] if number < len(words) else f"ช่อง {LETTERS[at % len(LETTERS)]}"


def _headings(number: int) -> Vary:
    def vary(sheet: Sheet, chance: random.Random) -> Varied | None:
        made = sheet
        for one in headed(sheet):
            made = made.put(one.at, _renamed(one, number))
        return None if made == sheet else (made, Look())

    return vary


OWN = 3  # sets of words; the one after them says nothing but which column it is
VARIATIONS: Mapping[str, Vary] = {
    **{f"headings-{SETS + 1 + number}": _headings(number) for number in range(OWN)},
    "headings-letters": _headings(OWN),
}
