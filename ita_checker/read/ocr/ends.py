"""Letters at the ends of a line that the network passed over: it is asked again with white before
and behind the line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np

from ita_checker.read.ocr.ink.crops import Crop
from ita_checker.read.ocr.ink.layout import COARSE
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.ocr.letters.recogniser import once, sure
from ita_checker.read.raster import Grey

BARE = 0.7  # body heights: so much ink before the first letter, or behind the last, is a letter
WHITE = 20  # columns
FEWEST = 2  # letters that both looks see
LEAST = 0.6  # how sure one must be of a letter; dirt is read as letters less surely


def with_ends(
    strips: Sequence[Strip],
    crops: Sequence[Crop],
    pictures: Sequence[Grey],
    read: Sequence[list[Letter]],
) -> list[list[Letter]]:
    """Return what was read, with the letters at the ends of strips that are seen only with white
    beside them.
    """
    made = list(read)
    asked = [
        at
        for at, (strip, cut, letters) in enumerate(zip(strips, crops, read, strict=True))
        if letters and _is_bare(strip, cut, letters)
    ]
    looks = once([np.pad(pictures[at], ((0, 0), (WHITE, WHITE))) for at in asked])
    for at, look in zip(asked, looks, strict=True):
        made[at] = _joined(read[at], sure(look), pictures[at].shape[1])
    return made


def _is_bare(strip: Strip, cut: Crop, letters: Sequence[Letter]) -> bool:
    """Tell whether there is ink before a strip's first letter, or behind its last, as wide as a
    letter; rows of dots are none.
    """
    if strip.dots:
        return False
    least = BARE * strip.body * COARSE
    before = cut.x0 + letters[0].x0 * cut.wide - strip.x0 * COARSE
    behind = strip.x1 * COARSE - cut.x0 - letters[-1].x1 * cut.wide
    return max(before, behind) > least


def _joined(read: list[Letter], look: Sequence[Letter], wide: int) -> list[Letter]:
    """Return the letters with those before and behind them in another look, which saw the same
    between.
    """
    text, seen = ("".join(each.letter for each in some) for some in (read, look))
    start = seen.find(text)
    more = [*look[:start], *look[start + len(text) :]]
    if start < 0 or len(text) < FEWEST or not all(map(_is_letter, more)):
        return read
    moved = [
        Letter(
            each.letter,
            (each.x0 * (wide + 2 * WHITE) - WHITE) / wide,
            (each.x1 * (wide + 2 * WHITE) - WHITE) / wide,
            each.confidence,
            each.others,
        )
        for each in look
    ]
    return [*moved[:start], *read, *moved[start + len(text) :]]


def _is_letter(one: Letter) -> bool:
    """Tell whether it is surely a letter, its mark, or white: dirt beside a line is read as points
    and commas.
    """
    sign = unicodedata.category(one.letter[0])
    return sign == "Zs" or (sign[0] in "LMN" and one.confidence >= LEAST)
