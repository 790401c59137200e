"""The same words set otherwise: indents, page and line ends anywhere, headings in plain letters."""

from __future__ import annotations

import random
from collections.abc import Mapping

from lab.papers import LETTERS, LINES, Look
from lab.sheets import Sheet
from lab.variations import Varied, Vary

INDENTS = {"none": 0, "deep": 12}  # letters; the usual look has 8
PUSHED = range(3, LINES // 2, 5)  # an emblem stands above; no title stands lower than midway
HEIGHTS = (18, 21, 24, 27, 30, 32, 37, 40)  # lines of a page, usually 34
WIDTHS = (60, 66, 70, 80, 86)  # letters of a line, usually 75


def _indented(indent: int) -> Vary:
    def vary(sheet: Sheet, chance: random.Random) -> Varied:
        return sheet, Look(indent=indent)

    return vary


def _pushed(lines: int, cut: bool) -> Vary:
    def vary(sheet: Sheet, chance: random.Random) -> Varied:
        return sheet, Look(pushed=lines, cut_rows=cut)

    return vary


def _sized(lines: int = LINES, letters: int = LETTERS) -> Vary:
    def vary(sheet: Sheet, chance: random.Random) -> Varied:
        return sheet, Look(lines=lines, letters=letters)

    return vary


VARIATIONS: Mapping[str, Vary] = {
    **{f"indent-{name}": _indented(indent) for name, indent in INDENTS.items()},
    **{f"pushed-{lines:02}": _pushed(lines, cut=True) for lines in PUSHED},
    **{f"page-{lines}": _sized(lines=lines) for lines in HEIGHTS},
    **{f"line-{letters}": _sized(letters=letters) for letters in WIDTHS},
    "headings-plain": lambda sheet, chance: (sheet, Look(bold=False)),
    "rows-whole": _pushed(0, cut=False),
}
