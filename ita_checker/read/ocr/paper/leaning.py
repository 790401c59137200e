"""Photographed tables: lines of a sheet that was not looked at from straight above run together
towards its far side. How the drawn ones lean tells how the picture is to be set straight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.paper.picture import Lean, Picture
from ita_checker.read.raster import Mask
from ita_checker.read.raster.turning import fanned_back

# Points: a line shorter than this tells no slant; ends of one that differ by so much in height part
# its table's cells; the ink of a line lies no farther beside it; how far apart are lines at least
# that tell how slants change
LONG, LEANS, BESIDE, APART = 72.0, 2.0, 0.8, 60.0
FEWEST = 5  # lines: four lie as they like
STEEPEST = 0.08  # what leans more is no line of a table
AGREED = 0.7  # of all strokes, by their length, lean as the others say
Box = tuple[int, int, int, int]


class _Slant(NamedTuple):
    """A stroke: where it crosses the middle of the page, how much it falls on its way, its
    length.
    """

    at: float
    falls: float
    long: float


def leaning(
    level: tuple[Mask, Sequence[Box]], upright: tuple[Mask, Sequence[Box]], scale: float
) -> Lean | None:
    """Return how the lines of a page's tables lean; None where they do not. Strokes that may be
    lines are given with the rectangles (x, y, wide, tall) of the solid ones, upright ones of the
    page turned over its corner; `scale`: pixels per point.
    """
    if not (_may_lean(level[1], scale) or _may_lean(upright[1], scale)):
        return None
    across, down = _slants(*level, scale), _slants(*upright, scale)
    if min(len(across), len(down)) < 2 or len(across) + len(down) < FEWEST:
        return None
    falls, leans = _fan(across), _fan(down)
    if falls is None or leans is None:
        return None
    most = max(
        abs(at + by * each.at) * each.long
        for (at, by), each in (
            *((falls, each) for each in across),
            *((leans, each) for each in down),
        )
    )
    return Lean(*falls, *leans) if most >= LEANS else None


def straightened(picture: Picture, lean: Lean) -> Picture:
    """Return the picture with the lines that lean set straight."""
    level = fanned_back(picture.ink, *lean[:2], picture.scale)
    ink = fanned_back(level.T, *lean[2:], picture.scale).T
    return replace(picture, ink=np.ascontiguousarray(ink), lean=lean)


def _may_lean(boxes: Sequence[Box], scale: float) -> bool:
    """Tell whether a stroke is long and taller than a line is thick."""
    return any(wide >= LONG * scale and tall >= LEANS * scale for _, _, wide, tall in boxes)


def _slants(found: Mask, boxes: Sequence[Box], scale: float) -> list[_Slant]:
    """Return the strokes that are long and straight, in points from the page's middle."""
    middle_x, middle_y = found.shape[1] / 2, found.shape[0] / 2
    made = []
    for x, y, wide, tall in boxes:
        if wide < LONG * scale:
            continue
        own = found[y : y + tall, x : x + wide] > 0
        columns = np.flatnonzero(own.any(axis=0))
        foot, top = tall - 1 - own[::-1].argmax(axis=0), own.argmax(axis=0)
        line = (foot + top)[columns] / 2 + y - middle_y
        slope, at = _fitted(columns + x - middle_x, line)
        away = np.abs(line - at - slope * (columns + x - middle_x))
        if abs(slope) <= STEEPEST and float(np.percentile(away, 90)) <= BESIDE * scale:
            made.append(_Slant(at / scale, slope, wide / scale))
    return made


def _fitted(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float]:
    """Return the slope and the start of the line through most of the points."""
    slope, at = np.polyfit(x, y, 1)
    near = np.abs(y - at - slope * x)
    kept = near <= np.percentile(near, 80)
    slope, at = np.polyfit(x[kept], y[kept], 1)
    return float(slope), float(at)


def _fan(strokes: Sequence[_Slant]) -> tuple[float, float] | None:
    """Return how much strokes fall at the page's middle, and how much more a point farther on;
    None where they do not agree.
    """
    at, falls, long = (np.array(each) for each in zip(*strokes, strict=True))
    # by medians: the shadow of the glass's edge is the longest stroke of its page
    one, other = np.triu_indices(len(strokes), 1)
    apart = np.abs(at[one] - at[other]) >= APART
    one, other = one[apart], other[apart]
    by = float(np.median((falls[one] - falls[other]) / (at[one] - at[other]))) if len(one) else 0.0
    start = float(np.median(falls - by * at))
    away = np.abs(falls - start - by * at) * long
    agreed = float(long[away <= LEANS].sum())
    return (start, by) if agreed >= AGREED * float(long.sum()) else None
