"""The same report of another office; the same columns under other headings."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lab.papers import Look
from lab.places import PROVINCIAL, other, split
from lab.sheets import Sheet, Table
from lab.variations import Varied, Vary

WORDS = Path(__file__).parent.parent / "words.yaml"
SETS = 3
NAMES = ("ORG001", "ORG002", "ORG005", "ORG006")


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    headings: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))["headings"]
    return headings


def _renamed(sheet: Sheet, chance: random.Random) -> Varied | None:
    """Give the office another name, district and province, everywhere."""
    truth = sheet.truth
    kind, name = split(truth.organisation)
    named_wrongly = any(one.code.startswith(NAMES) for one in truth.expected)
    if not kind or not truth.province or named_wrongly:  # a slip of the old name is none of the new
        return None
    place = other(chance, sheet.text, truth.province)
    if kind == PROVINCIAL:
        swaps = {name: place.province}
    else:
        swaps = {name: place.subdistrict, truth.province: place.province}
        if truth.district:
            swaps[truth.district] = place.district
    longest_first = sorted(swaps, key=len, reverse=True)

    def change(text: str) -> str:
        for number, old in enumerate(longest_first):
            text = text.replace(old, chr(0xE000 + number))
        for number, old in enumerate(longest_first):
            text = text.replace(chr(0xE000 + number), swaps[old])
        return text

    return sheet.mapped(change), Look()


def headed(table: Table, number: int) -> Table:
    """Return a table whose known headings are another set's words."""
    rows = [
        tuple(
            _other(cell, table.columns[column] if table.columns else "", number)
            for column, cell in enumerate(row)
        )
        for row in table.rows[: table.heads]
    ]
    return replace(table, rows=(*rows, *table.body))


def _other(cell: str, role: str, number: int) -> str:
    words = _words()
    if role in words and cell in words[role]["known"]:
        return words[role]["other"][number]
    named = [one["other"][number] for one in words.values() if cell in one["known"]]
    return named[0] if named else cell


def _headings(number: int, *roles: str) -> Vary:
    def vary(sheet: Sheet, chance: random.Random) -> Varied | None:
        made = sheet
        for at, table in sheet.tables():
            if not roles or table.role in roles:
                made = made.put(at, headed(table, number))
        return None if made == sheet else (made, Look())

    return vary


VARIATIONS: Mapping[str, Vary] = {
    "office": _renamed,
    "office-2": _renamed,
    **{f"headings-{number + 1}": _headings(number) for number in range(SETS)},
}
