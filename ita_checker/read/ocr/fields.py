"""Coloured fields (boxes of a poster, heads of tables, slides) made white, what is written on them
dark, be it brighter or darker than its field: print is told from paper by the paper's own shade,
and a field is the paper of its letters.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.reversal import BAR, FULL, SOLID, pixels
from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shades import INK
from ita_checker.read.raster.shapes import opened

COARSE = 4  # times as coarse as the picture fields are looked for
PAPER = 90  # percent of a page's pixels are no brighter than its paper
SQUARE = 0.85  # of its rectangle is a field at least
ALIKE = 14  # shades: no field of one colour differs more from its own
STEP = 8  # shades in which the fields of a page are told apart
LEAST_SHARE = 0.02  # of all that is solid: less is no field of its own
LEAST_CONTRAST = 40  # shades between a field and what is written on it
WRITTEN = 99  # percent of a field's pixels are no further from it than what is written on it


def without_fields(grey: Grey, scale: float) -> Grey:
    """Return a page's shades of grey (255 white) with its fields of one shade made white and all
    that differs from them dark; `scale`: pixels per point.
    """
    small, fine = shrunk(grey, COARSE), scale / COARSE
    dark = (small < INK * np.percentile(small, PAPER)).view(np.uint8)
    solid = _opened(dark, fine)
    if not solid.any():
        return grey
    made = grey
    for shade in _shades(small, solid):
        own = (np.abs(small.astype(np.int16) - shade) <= ALIKE).view(np.uint8)
        for x0, y0, x1, y1 in connected(own, corners=False).boxes()[1:].tolist():
            if x1 - x0 < BAR[0] * fine or y1 - y0 < BAR[1] * fine:
                continue
            field = own[y0:y1, x0:x1] > 0
            if field.mean() < FULL or _filled(field).mean() < SQUARE:
                continue
            if not solid[y0:y1, x0:x1].any():
                continue
            made = made.copy() if made is grey else made
            part = made[COARSE * y0 : COARSE * y1, COARSE * x0 : COARSE * x1]
            part[:] = _written(part, shade)
    return made


def _opened(mask: Mask, fine: float) -> Mask:
    """Return where a mask is wider and taller than any stroke of a letter."""
    return opened(mask, pixels(SOLID[1] * fine), pixels(SOLID[0] * fine))


def _filled(field: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a field with what its letters take of it: all between its own in a row and in a
    column.
    """
    return np.logical_and(*(_between(field, axis) for axis in (0, 1)))


def _between(seen: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    after = np.logical_or.accumulate(seen, axis)
    before = np.flip(np.logical_or.accumulate(np.flip(seen, axis), axis), axis)
    return np.asarray(after & before, np.bool_)


def _shades(small: Grey, solid: Mask) -> list[int]:
    """Return the shades of the fields, the commonest first."""
    counts = np.bincount(small[solid > 0] // STEP, minlength=256 // STEP).astype(np.float64)
    least, found = LEAST_SHARE * counts.sum(), []
    while counts.max() >= least:
        most = int(counts.argmax())
        near = small[(solid > 0) & (small // STEP == most)]
        found.append(int(np.median(near)))
        counts[max(0, most - 1) : most + 2] = 0
    return found


def _written(part: Grey, shade: int) -> Grey:
    """Return a field of a shade as paper, what stands on it as dark as it differs from it."""
    apart = np.abs(part.astype(np.int16) - shade)
    most = max(LEAST_CONTRAST, float(np.percentile(apart[::COARSE], WRITTEN)))
    return np.asarray(255 - np.minimum(255, apart * (255 / most)), np.uint8)
