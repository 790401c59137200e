"""Ink in the cells of a scanned table that no reader of print took: what a pen wrote in colours
that are taken off a page with its seals, or between pieces of drawings, and a dash that stands
alone, no higher than dust. An empty cell would accuse.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ita_checker.model import PEN, Box, Doubtful, Line, Page
from ita_checker.read.ocr.pen import SURE
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.fineness import shrunk

COARSE = 2  # times as coarse as the picture is it looked at
RIM = 2.5  # points from the sides of a cell: its lines, and what they lean
INK = 56  # shades of any colour darker than the ground of a cell
# points: strokes of a pen are as wide and high at least, the longer side so long; most of their
# rectangle is paper
LEAST, LONG, SPARSE = 4.5, 8.0, 0.5
FULL = 0.4  # of a cell is ink of a picture, or it is shaded in dots
MOST = 400  # cells of a page that are looked at
# points: a dash alone is so wide and high, so many times as wide as high and so full; what else is
# in its cell is dust, no wider or higher than so much
DASH, WIDE, THIN, OBLONG, SOLID, DUST = "-", (2.0, 8.0), 2.2, 1.8, 0.65, 1.2
Colours = NDArray[np.uint8]


def with_pens(page: Page, colours: Colours, scale: float) -> Page:
    """Return a page with a sign for what is written by hand in each cell in which nothing was read
    but ink is seen, and the dash where that is all; `colours`: the page as it lies, of so many
    pixels per point.
    """
    empty = [
        (cell.first, cell.box)
        for table in page.tables
        if table.ruled
        for cell in table.cells
        if not any(line.text for line in page.lines[cell.first : cell.last])
    ]
    lines = list(page.lines)
    for at, box in empty[:MOST]:
        if (seen := _strokes(colours, box, scale)) is not None:
            lines[at] = _line(lines[at], PEN, seen)
        elif (seen := _dash(colours, box, scale)) is not None:
            lines[at] = _line(lines[at], DASH, seen)
    return replace(page, lines=tuple(lines))


def _line(line: Line, said: str, seen: Box) -> Line:
    """Return an empty cell's line as what is seen in it."""
    edges, doubts = array("f", [seen.x0, seen.x1]), (Doubtful(0, SURE),)
    return replace(line, text=said, raw=said, box=seen, edges=edges, doubtful=doubts)


def _strokes(colours: Colours, box: Box, scale: float) -> Box | None:
    """Return where strokes of a pen are seen in a cell, if any are."""
    boxes, areas, x0, y0 = _inked(colours, box, scale, COARSE)
    fine = scale / COARSE
    sides = boxes[:, 2:] - boxes[:, :2]
    strokes = (sides.min(axis=1) >= LEAST * fine) & (sides.max(axis=1) >= LONG * fine)
    strokes &= areas <= SPARSE * sides.prod(axis=1)
    if not strokes.any():
        return None
    return _around(boxes[strokes].tolist(), x0 / scale, y0 / scale, fine)


def _dash(colours: Colours, box: Box, scale: float) -> Box | None:
    """Return where a dash stands in a cell that holds nothing else but dust."""
    boxes, areas, x0, y0 = _inked(colours, box, scale, 1)
    sides = boxes[:, 2:] - boxes[:, :2]
    large = np.flatnonzero(sides.max(axis=1) > DUST * scale)
    if len(large) != 1:
        return None
    (wide, high), area = sides[large[0]].tolist(), areas[large[0]]
    low, up = (side * scale for side in WIDE)
    if not (low <= wide <= up and high <= THIN * scale and wide >= OBLONG * high):
        return None
    return (
        _around(boxes[large].tolist(), x0 / scale, y0 / scale, scale)
        if area >= SOLID * wide * high
        else None
    )


def _inked(
    colours: Colours, box: Box, scale: float, coarse: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], int, int]:
    """Return the rectangles and areas of connected ink in a cell, so many times as coarse as the
    picture, and where in the picture the cell's inside begins; nothing of what is too small, or a
    picture itself.
    """
    x0, y0 = (max(0, round((side + RIM) * scale)) for side in (box.x0, box.top))
    x1, y1 = (max(0, round((side - RIM) * scale)) for side in (box.x1, box.bottom))
    part = colours[y0:y1, x0:x1]
    none = np.empty((0, 4), np.int32), np.empty(0, np.int32), x0, y0
    if min(part.shape[:2]) < LEAST * scale:
        return none
    small = shrunk(np.ascontiguousarray(part), coarse) if coarse > 1 else part
    ground = np.median(small.reshape(-1, 3), axis=0)
    ink = ((ground.astype(np.float32) - small).max(axis=2) > INK).view(np.uint8)
    if not ink.any() or ink.mean() > FULL:
        return none
    found = connected(ink)
    return found.boxes()[1:], found.areas()[1:], x0, y0


def _around(boxes: Sequence[Sequence[int]], x0: float, y0: float, fine: float) -> Box:
    """Return what surrounds some rectangles of a part of the picture, `fine` of whose pixels are a
    point, in points of the page; `x0`, `y0`: where the part begins.
    """
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(
        x0 + min(left) / fine, y0 + min(top) / fine, x0 + max(right) / fine, y0 + max(bottom) / fine
    )
