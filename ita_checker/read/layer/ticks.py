"""Boxes to tick for which the file gives no reading (Wingdings in a small font of the file's own),
told by how they are drawn.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ita_checker.read.layer.letters import Letter, Picture, Sheet
from ita_checker.read.layer.pictures import HALF_GREY

EMPTY, TICKED = "☐", "☑"
SQUARE = 1.25  # times as wide as high, or as high as wide, at most
SMALLEST, LARGEST = 0.4, 1.3  # of the letter size: the height of a box
WALL, INSIDE = 0.17, 0.27  # of its side: where its walls are looked for, where its inside begins
DRAWN = 0.85  # of each wall
BLANK, MARKED = 0.02, 0.08  # of its inside is ink: in an empty box at most, in a ticked one
SOLID = 0.9  # of all of it: a bullet


def told(sheet: Sheet) -> Sheet:
    """Return the sheet with its boxes to tick as such, each glyph looked at once."""
    if not sheet.unmapped or sheet.picture is None:
        return sheet
    seen: dict[tuple[int, str, int], str | None] = {}
    made, found = list(sheet.letters), False
    codes = {code for _, code in sheet.unmapped}
    for at, letter in enumerate(made):
        if letter[0] not in codes or not _may_be_box(letter, sheet):
            continue
        glyph = (letter.font, letter.text, round(10 * letter.size))
        if glyph not in seen:
            seen[glyph] = box(sheet.picture(letter.ink)) if letter.ink else None
        sign = seen[glyph]
        if sign is not None:
            made[at], found = letter._replace(text=sign, raw=letter.text), True
    return replace(sheet, letters=tuple(made)) if found else sheet


def _may_be_box(letter: Letter, sheet: Sheet) -> bool:
    """Tell whether a letter without a reading is as high as it is wide, as no mark is."""
    if letter.ink is None or (letter.font, letter.text) not in sheet.unmapped:
        return False
    wide, high = letter.ink.x1 - letter.ink.x0, letter.ink.bottom - letter.ink.top
    size = letter.size
    return SMALLEST * size <= high <= LARGEST * size and max(wide, high) <= SQUARE * min(wide, high)


def box(picture: Picture) -> str | None:
    """Return the box that a picture shows, None where it is none or it is not plain whether it is
    ticked.
    """
    dark = picture < HALF_GREY
    if not dark.size or dark.mean() > SOLID:
        return None
    side = min(dark.shape)
    wall, inner = max(1, round(WALL * side)), round(INSIDE * side)
    walls = (dark[:wall], 0), (dark[-wall:], 0), (dark[:, :wall], 1), (dark[:, -wall:], 1)
    if any(np.any(part, axis=axis).mean() < DRAWN for part, axis in walls):
        return None
    share = float(dark[inner:-inner, inner:-inner].mean())
    return TICKED if share >= MARKED else EMPTY if share <= BLANK else None
