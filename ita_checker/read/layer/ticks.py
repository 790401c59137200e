"""Boxes to tick for which the file gives no reading (Wingdings in a small font of the file's own),
told by how they are drawn; also the empty frame that stands for a box which no font has, where its
page ticks others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.glyphs import LOST
from ita_checker.read.layer.letters import Ink, Letter, Picture, Sheet
from ita_checker.read.layer.pictures import HALF_GREY

EMPTY, TICKED = "☐", "☑"
TICKS = frozenset("☑☒✓✔🗹")
SQUARE = 1.25  # times as wide as high, or as high as wide, at most
FRAME = 3.0  # times as high as wide: the frame of a letter that a font lacks
SMALLEST, LARGEST = 0.4, 1.3  # of the letter size: the height of a box
WALL, INSIDE = 0.17, 0.27  # of its side: where its walls are looked for, where its inside begins
AROUND, PALE = 0.07, 230  # of the side of a frame; of 255: thin walls are grey
DRAWN = 0.85  # of each wall
BLANK, MARKED = 0.02, 0.08  # of its inside is ink: in an empty box at most, in a ticked one
SOLID = 0.9  # of all of it: a bullet


def told(sheet: Sheet) -> Sheet:
    """Return the sheet with its boxes to tick as such, each glyph looked at once."""
    codes = {code for _, code in sheet.unmapped}
    texts = Galley.of(sheet.letters).texts
    if LOST in texts and not TICKS.isdisjoint(texts):
        codes.add(LOST)
    if not codes or sheet.picture is None:
        return sheet
    seen: dict[tuple[int, str, int], str | None] = {}
    made, found = list(sheet.letters), False
    for at, letter in enumerate(made):
        if letter[0] not in codes or not _may_be_box(letter, sheet):
            continue
        glyph = (letter.font, letter.text, round(10 * letter.size))
        if glyph not in seen:
            seen[glyph] = _drawn(letter, sheet.picture)
        sign = seen[glyph]
        if sign is not None:
            made[at], found = letter._replace(text=sign, raw=letter.text), True
    return replace(sheet, letters=tuple(made)) if found else sheet


def _may_be_box(letter: Letter, sheet: Sheet) -> bool:
    """Tell whether a letter without a reading is as high as it is wide, as no mark is; frames of
    letters that a font lacks may be higher.
    """
    lost = letter.text == LOST
    if letter.ink is None or not (lost or (letter.font, letter.text) in sheet.unmapped):
        return False
    wide, high = letter.ink.x1 - letter.ink.x0, letter.ink.bottom - letter.ink.top
    size, upright = letter.size, FRAME if lost else SQUARE
    return SMALLEST * size <= high <= min(LARGEST * size, upright * wide) and wide <= SQUARE * high


def _drawn(letter: Letter, picture: Callable[[Ink], Picture]) -> str | None:
    """Return the box that a letter is drawn as, if any."""
    if letter.ink is None:
        return None
    if letter.text != LOST:
        return box(picture(letter.ink))
    x0, top, x1, bottom = letter.ink
    more = AROUND * min(x1 - x0, bottom - top)  # the place alone may cut off thin walls
    shown = picture(Ink(x0 - more, top - more, x1 + more, bottom + more))
    return EMPTY if box(shown, PALE) == EMPTY else None


def box(picture: Picture, ink: int = HALF_GREY) -> str | None:
    """Return the box that a picture shows, None where it is none or it is not plain whether it is
    ticked; `ink`: what is darker than that.
    """
    dark = picture < ink
    if not dark.size or dark.mean() > SOLID:
        return None
    side = min(dark.shape)
    wall, inner = max(1, round(WALL * side)), round(INSIDE * side)
    walls = (dark[:wall], 0), (dark[-wall:], 0), (dark[:, :wall], 1), (dark[:, -wall:], 1)
    if any(np.any(part, axis=axis).mean() < DRAWN for part, axis in walls):
        return None
    share = float(dark[inner:-inner, inner:-inner].mean())
    return TICKED if share >= MARKED else EMPTY if share <= BLANK else None
