"""Pale print on pages without colour: a slide's foot, a web page's notes, too near to their paper
to be ink beside black letters. Scans show paper of many shades, and dots that look pale.
"""

from __future__ import annotations

import numpy as np

from ita_checker.read.raster import Grey
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.shapes import thickened

PROBED, STEP = 8, 2  # every eighth pixel tells the paper, every second one the print
# of a page are of its paper's shade or the next: of 75 scans with grey so many are on 6, and those
# are clean
CLEAN = 0.75
# shades darker than the paper is pale print, at least and at most; coarse pixels about it hold no
# darker one
PALE, ABOUT = (48, 130), 7
# points a letter is tall, and wide at least; of its rectangle it fills (dotted rules less); pieces
# that are letters: of 110 scans none has as many but one of 50 dpi
TALL, WIDE, FULL, FEWEST = (3.0, 40.0), 2.0, 0.45, 20


def has_pale_print(shades: Grey, fine: float) -> bool:
    """Tell whether a page of even paper holds letters that are nowhere dark; `fine`: a fourth of
    its pixels per point.
    """
    counts = np.bincount(shades[::PROBED, ::PROBED].ravel(), minlength=256)
    paper = int(counts.argmax())
    if counts[max(0, paper - 1) : paper + 2].sum() < CLEAN * counts.sum():
        return False
    ink = _darkest(paper - np.minimum(shades[::STEP, ::STEP], np.uint8(paper)))
    pale = (ink >= PALE[0]) & (thickened(ink, ABOUT, ABOUT) < PALE[1])
    runs = connected(pale.view(np.uint8))
    boxes = runs.boxes()
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    letters = (tall >= TALL[0] * fine) & (tall <= TALL[1] * fine) & (wide >= WIDE * fine)
    letters &= runs.areas() >= FULL * wide * tall
    return bool(letters.sum() >= FEWEST)


def _darkest(ink: Grey) -> Grey:
    """Return the darkest of each four pixels."""
    down, right = (side - side % 2 for side in ink.shape)
    rows = np.maximum(ink[0:down:2], ink[1:down:2])
    return np.maximum(rows[:, 0:right:2], rows[:, 1:right:2])
