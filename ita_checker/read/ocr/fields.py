"""Dark fields of a grey page (heads of tables, bars, boxes) made white, what is written on them
dark, be it brighter or darker than its field: print is told from paper by the paper's own shade,
and a field is the paper of its letters. A field has an edge: paper that grows dark has none.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.grounds import BAR, even, shade, solid
from ita_checker.read.ocr.paper.seals import COARSE
from ita_checker.read.ocr.tall import letters
from ita_checker.read.raster import Grey
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shades import INK
from ita_checker.read.raster.shapes import between, thickened

PAPER = 90  # percent of a page's pixels are no brighter than its paper
SQUARE, HIGHEST = 0.85, 90  # as high as its highest columns (percent) is a field on the whole
# percent of what is about a field; so many shades brighter it is at least, more than EVEN
BRIGHT, APART = 75, 40
GRAIN = 64  # shades from a coarse pixel to the next: a field may be printed as dots
FULL = 0.5  # of a field is even; of a large letter less
ALIKE = 14  # shades: no field of one colour differs more from its own
BESIDE = 16.0  # points: as wide is a letter that parts a field's end from it
AROUND = 4  # coarse pixels about a field: its edge, the paper beside it
LEAST_CONTRAST = 40  # shades between a field and what is written on it
WRITTEN = 99  # percent of a field's pixels are no further from it than what is written on it


def without_fields(grey: Grey, scale: float) -> Grey:
    """Return a page's shades of grey (255 white) with its dark fields made white and all that
    differs from them dark; `scale`: pixels per point.
    """
    small, fine = shrunk(grey, COARSE), scale / COARSE
    dark = (small < INK * np.percentile(small, PAPER)).view(np.uint8)
    if not solid(dark, fine).any():
        return grey
    level = even(small[:, :, None], GRAIN)
    runs = connected(level & dark, corners=False)
    boxes = runs.boxes()
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    able = (wide >= BAR[0] * fine) & (tall >= BAR[1] * fine) & (runs.areas() >= FULL * wide * tall)
    if not able.any():
        return grey
    labels, made = runs.labels(), grey.copy()
    able[letters(labels, boxes, fine, small)] = False
    for number in np.flatnonzero(able).tolist():
        x0, y0, x1, y1 = boxes[number].tolist()
        beside = round(BESIDE * fine)
        place = _about((y0, y1), AROUND, len(small)), _about((x0, x1), beside, small.shape[1])
        part, seen = small[place], labels[place]
        own = seen == number
        parts = (seen > 0) & ~able[seen] & (np.abs(part - np.median(part[own])) <= ALIKE)
        own |= parts & own.any(1)[:, None]
        if _is_straight(own) and solid(own.view(np.uint8), fine).any():
            here = tuple(slice(COARSE * side.start, COARSE * side.stop) for side in place)
            _whiten(made[here], grey[here], part, own)
    return made


def _about(side: tuple[int, int], far: int, whole: int) -> slice:
    return slice(max(0, side[0] - far), min(whole, side[1] + far))


def _is_straight(own: NDArray[np.bool_]) -> bool:
    """Tell whether what is dark is as high all over as a field is."""
    tall = _filled(own).sum(0)[own.any(0)]
    return bool(tall.mean() >= SQUARE * np.percentile(tall, HIGHEST))


def _filled(own: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a field with what is written on it; letters may reach its edge."""
    return np.logical_or(between(own, 0), between(own, 1))


def _whiten(made: Grey, page: Grey, small: Grey, own: NDArray[np.bool_]) -> None:
    """Make a field of a page as bright as the paper beside it, what stands on it as dark as it
    differs from it; its edge becomes a rule. What runs into paper without an edge is no field.
    """
    inside, colour = _filled(own).view(np.uint8), shade(small[:, :, None], own)[:, :, 0]
    within, edge, beside = (thickened(inside, side, side) > 0 for side in (3, 5, 2 * AROUND - 1))
    beside &= ~edge
    paper = small[beside].astype(np.int16)
    if not len(paper) or np.percentile(paper - colour[beside], BRIGHT) < APART:
        return
    field, within, edge = _fine(colour), _fine(within), _fine(edge)
    away = np.maximum(page, field) - np.minimum(page, field)
    most = max(LEAST_CONTRAST, float(np.percentile(away[within][::COARSE], WRITTEN)))
    written = np.percentile(paper, BRIGHT) * (1 - np.minimum(1, away / most))
    np.copyto(made, np.where(within, written, 0).astype(np.uint8), where=edge)


def _fine(coarse: NDArray[Any]) -> NDArray[Any]:
    """Return what is known of coarse pixels for each of the picture's."""
    return np.repeat(np.repeat(coarse, COARSE, 0), COARSE, 1)
