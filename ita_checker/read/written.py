"""Is anything written in what a page draws? Rows of letters of one height are looked for in a
coarse picture; none of them is read, for reading takes a hundred times as long.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ita_checker.read.layer.letters import Ink
from ita_checker.read.ocr.ink.strips import Strip, body_height, pieces, strips
from ita_checker.read.ocr.paper.limits import GivenUp
from ita_checker.read.raster import Grey
from ita_checker.read.raster.shades import flattened, inked

MANY = 6  # pieces of a row of letters: an emblem and a photograph have such rows by chance only
ALIKE = 1.35  # times as tall as most are the letters of a row at most, and so many times lower
DARK = 110  # of 255: what is darker on the whole is written on in bright letters
SMALLEST = 16  # pixels
ABOUT = 1.2  # body heights about a row: tones over vowels that were not taken for its own


@dataclass(frozen=True, slots=True)
class Rows:
    """Where rows of letters are, in points, and of how many pieces they consist."""

    boxes: tuple[Ink, ...] = ()
    letters: int = 0


NONE = Rows()


def rows(grey: Grey, scale: float) -> Rows:
    """Return the rows of letters of a picture (255 white) of so many pixels per point; those of
    another height than most are left out.
    """
    if min(grey.shape) < SMALLEST:
        return NONE
    if np.median(grey) < DARK:
        grey = np.asarray(255 - grey, np.uint8)
    try:
        found = pieces(inked(flattened(np.ascontiguousarray(grey))), scale)
    except GivenUp:
        return NONE
    everywhere = (0.0, 0.0, float(grey.shape[1]), float(grey.shape[0]))
    body = body_height(found.boxes, scale)
    long = [row for row in strips(found, everywhere, scale, body) if len(row.pieces) >= MANY]
    if not long:
        return NONE
    usual = float(np.median([row.body for row in long]))
    alike = [row for row in long if usual / ALIKE <= row.body <= usual * ALIKE]
    return Rows(tuple(_box(row, scale) for row in alike), sum(len(row.pieces) for row in alike))


def _box(row: Strip, scale: float) -> Ink:
    about = ABOUT * row.body
    return Ink(
        (row.x0 - about) / scale,
        (row.top - about) / scale,
        (row.x1 + about) / scale,
        (row.bottom + about) / scale,
    )
