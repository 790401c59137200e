"""Ink in the cells of a scanned table that no reader of print took: what a pen wrote in colours
that are taken off a page with its seals, or between pieces of drawings. An empty cell would accuse.
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
Colours = NDArray[np.uint8]


def with_pens(page: Page, colours: Colours, scale: float) -> Page:
    """Return a page with a sign for what is written by hand in each cell in which nothing was read
    but ink is seen; `colours`: the page as it lies, of so many pixels per point.
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
        seen = _strokes(colours, box, scale)
        if seen is not None:
            lines[at] = _line(lines[at], seen)
    return replace(page, lines=tuple(lines))


def _line(line: Line, seen: Box) -> Line:
    """Return an empty cell's line as what a pen wrote."""
    edges, doubts = array("f", [seen.x0, seen.x1]), (Doubtful(0, SURE),)
    return replace(line, text=PEN, raw=PEN, box=seen, edges=edges, doubtful=doubts)


def _strokes(colours: Colours, box: Box, scale: float) -> Box | None:
    """Return where strokes of a pen are seen in a cell, if any are."""
    x0, y0 = (max(0, round((side + RIM) * scale)) for side in (box.x0, box.top))
    x1, y1 = (max(0, round((side - RIM) * scale)) for side in (box.x1, box.bottom))
    part = colours[y0:y1, x0:x1]
    if min(part.shape[:2]) < LEAST * scale:
        return None
    small, fine = shrunk(np.ascontiguousarray(part), COARSE), scale / COARSE
    ground = np.median(small.reshape(-1, 3), axis=0)
    ink = ((ground.astype(np.float32) - small).max(axis=2) > INK).view(np.uint8)
    if not ink.any() or ink.mean() > FULL:
        return None
    found = connected(ink)
    boxes, areas = found.boxes()[1:], found.areas()[1:]
    sides = boxes[:, 2:] - boxes[:, :2]
    strokes = (sides.min(axis=1) >= LEAST * fine) & (sides.max(axis=1) >= LONG * fine)
    strokes &= areas <= SPARSE * sides.prod(axis=1)
    if not strokes.any():
        return None
    return _around(boxes[strokes].tolist(), x0, y0, scale)


def _around(boxes: Sequence[Sequence[int]], x0: int, y0: int, scale: float) -> Box:
    """Return what surrounds some rectangles of a part of the picture, in points of the page."""
    left, top, right, bottom = zip(*boxes, strict=True)
    by = COARSE / scale
    return Box(
        x0 / scale + min(left) * by,
        y0 / scale + min(top) * by,
        x0 / scale + max(right) * by,
        y0 / scale + max(bottom) * by,
    )
