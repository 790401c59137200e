"""A strip's ink cut out of the page, without what belongs to its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.ink.strips import Pieces, Strip
from ita_checker.read.raster import Grey
from ita_checker.read.raster.scaling import spread
from ita_checker.read.raster.shapes import thickened

ROOM = 0.08  # of the strip's height above and below; lines are learnt with as much
ABOVE, BELOW = 0.35, 0.2  # body heights left free where no mark stands
BESIDE = 0.4
FEET = 0.25, -0.1  # body heights above where letters end: points stand so high
# body heights: as wide is a letter that the step to the next one tells of, no mark and no crumb of
# broken print; of a strip's letters so many tell how close its own stand, of fewer the page's
BROAD, TELLING = 0.4, 6


@dataclass(frozen=True, slots=True)
class Crop:
    """The ink, and where it was cut out: pixels of the picture."""

    ink: Grey
    x0: int
    top: int
    x1: int
    bottom: int

    @property
    def wide(self) -> int:
        """Return how many pixels it is wide."""
        return self.x1 - self.x0


def steps(found: Pieces, strip: Strip) -> NDArray[np.int32]:
    """Return how far it is from each letter of a strip to the next, in pixels of the pieces."""
    boxes = found.boxes[list(strip.pieces)]
    x0, top, x1, bottom = boxes.T
    letters = (x1 - x0 >= BROAD * strip.body) & (2 * (bottom - top) >= strip.body)
    made = np.diff(np.sort(x0[letters]))
    return np.asarray(made[made > 0], np.int32)


def closeness(found: Pieces, strips: Sequence[Strip]) -> dict[Strip, float]:
    """Return how many body heights it is from a letter to the next in each strip; nothing for
    those of few letters where all others are, too.
    """
    told = {strip: steps(found, strip) / strip.body for strip in strips}
    every = np.concatenate([*told.values(), np.zeros(0)])
    if len(every) < TELLING:
        return {}
    usual = float(np.median(every))
    return {
        strip: float(np.median(own)) if len(own) >= TELLING else usual
        for strip, own in told.items()
    }


def crop(ink: Grey, found: Pieces, strip: Strip, fine: float) -> Crop:
    """Return the strip's ink; `fine`: the ink's pixels per pixel of the pieces."""
    height, width = found.labels.shape
    room = ROOM * (strip.bottom - strip.top)
    top = int(max(0, min(strip.top - room, strip.body_top - ABOVE * strip.body)))
    bottom = int(min(height, max(strip.bottom + room, strip.body_bottom + BELOW * strip.body) + 1))
    x0, x1 = (
        int(max(0, strip.x0 - BESIDE * strip.body)),
        int(min(width, strip.x1 + BESIDE * strip.body + 1)),
    )
    labels = found.labels[top:bottom, x0:x1]
    member = np.zeros(len(found.boxes), np.bool_)
    member[list(strip.pieces)] = True
    own = member[labels]
    foreign = (labels > 0) & ~own
    if len(found.specks):
        # a speck at the feet of letters may be the point of a number, one above or below a part of
        # a pale letter another part of it: the reader is to see them
        shown = np.zeros(foreign.shape, np.bool_)
        shown[max(0, strip.body_top - top) : max(0, strip.bottom - top)] = own.any(axis=0)
        first, last = (int(strip.body_bottom - share * strip.body - top) for share in FEET)
        shown[max(0, first) : max(0, last) + 1] = True
        foreign &= ~(shown & found.specks[np.minimum(labels, len(found.specks) - 1)])
    box = int(x0 * fine), int(top * fine), int(x1 * fine), int(bottom * fine)
    cut = ink[box[1] : box[3], box[0] : box[2]]
    if foreign.any() and cut.size:
        around = thickened(foreign.view(np.uint8), 3, 3), thickened(own.view(np.uint8), 3, 3)
        hidden = spread(around[0] & ~around[1], cut.shape[1], cut.shape[0])
        cut = np.where(hidden, np.uint8(0), cut)
    return Crop(cut, *box)
