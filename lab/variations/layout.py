"""The same words set otherwise: indents, page ends anywhere, headings in plain letters."""

from __future__ import annotations

import random
from collections.abc import Mapping

from lab.papers import LINES, Look
from lab.sheets import Sheet
from lab.variations import Varied, Vary

INDENTS = {"none": 0, "deep": 12}  # letters; the usual look has 8
PUSHED = range(3, LINES, 5)


def _indented(indent: int) -> Vary:
    def vary(sheet: Sheet, chance: random.Random) -> Varied:
        return sheet, Look(indent=indent)

    return vary


def _pushed(lines: int, cut: bool) -> Vary:
    def vary(sheet: Sheet, chance: random.Random) -> Varied:
        return sheet, Look(pushed=lines, cut_rows=cut)

    return vary


VARIATIONS: Mapping[str, Vary] = {
    **{f"indent-{name}": _indented(indent) for name, indent in INDENTS.items()},
    **{f"pushed-{lines:02}": _pushed(lines, cut=True) for lines in PUSHED},
    "headings-plain": lambda sheet, chance: (sheet, Look(bold=False)),
    "rows-whole": _pushed(0, cut=False),
}
