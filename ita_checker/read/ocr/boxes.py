"""Boxes to tick, known by their shape: four straight sides that meet in corners, as no letter's do;
what stands within tells whether one is ticked.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.layer.ticks import EMPTY, TICKED
from ita_checker.read.ocr.letter import Letter
from ita_checker.read.ocr.strips import Pieces, Strip

LEAST, MOST = 0.7, 2.6  # times the height of its line's letters
SQUARE = 1.25  # times as wide as high, or as high as wide, at most
SMALLEST = 8  # pixels: of a smaller one the corners do not tell
DRAWN = 0.88  # of each side
CORNER = 3  # pixels from the corner of its rectangle on the slant
WALL, INSIDE = 0.12, 0.25  # of its side: where its walls are looked for, where its inside begins
BLANK, MARKED = 0.02, 0.06  # of its inside is ink: in an empty box at most, in a ticked one
SOLID = 0.9  # of all of it: a bullet
# times as tall as letters a bullet is none: more of a box filled in may be ink, and what ticks it
# may stand out beyond its sides, where a wall is so much of the rectangle's width
LARGE, FILLED, WALLED = 1.2, 0.94, 0.7
SURE, WELL_READ = 0.99, 0.8
Box = tuple[int, int, int, int]  # x0, y0, x1, y1
Place = tuple[int, int, bool]  # first column, column after the last, ticked


def cornered(found: Pieces) -> NDArray[np.bool_]:
    """Tell of each piece whether it reaches into the corners of its rectangle, as hardly a letter
    does: of all at once, for the closer look takes its time.
    """
    x0, y0, x1, y1 = found.boxes.astype(np.int64).T
    numbers, (height, width) = np.arange(len(found.boxes)), found.labels.shape
    made = x1 > 0
    for row, down in ((y0, 1), (y1 - 1, -1)):
        for column, across in ((x0, 1), (x1 - 1, -1)):
            touched = np.zeros(len(made), np.bool_)
            for step in range(CORNER):
                y = np.clip(row + down * step, 0, height - 1)
                x = np.clip(column + across * step, 0, width - 1)
                touched |= found.labels[y, x] == numbers
            made &= touched
    return np.asarray(made, np.bool_)


def boxes(found: Pieces, strip: Strip, cornered: NDArray[np.bool_]) -> list[Place]:
    """Return the boxes in a strip from left to right, among the pieces that have corners."""
    made: list[Place] = []
    numbers = np.array(strip.pieces, np.int64)
    places = found.boxes[numbers]
    wide, tall = places[:, 2] - places[:, 0], places[:, 3] - places[:, 1]
    short, long = np.minimum(wide, tall), np.maximum(wide, tall)
    square = (short >= max(SMALLEST, LEAST * strip.body)) & (long <= MOST * strip.body)
    square &= (long <= SQUARE * short) & cornered[numbers]
    for number in numbers[square].tolist():
        x0, y0, x1, y1 = found.boxes[number].tolist()
        ticked = _ticked(found, number, (x0, y0, x1, y1), SOLID)
        if ticked is None and min(x1 - x0, y1 - y0) >= LARGE * strip.body:
            x0, y0, x1, y1 = _walls(found, number, (x0, y0, x1, y1))
            ticked = _ticked(found, number, (x0, y0, x1, y1), FILLED)
        if ticked is not None:
            made.append((x0, x1, ticked))
    return sorted(made)


def _walls(found: Pieces, number: int, box: Box) -> Box:
    """Return a piece's rectangle without what stands out beyond its first and last wall."""
    x0, y0, x1, y1 = box
    own = found.labels[y0:y1, x0:x1] == number
    sides = []
    for axis in (0, 1):
        along = own.sum(axis=axis) >= WALLED * own.shape[axis]
        third = len(along) // 3
        before, behind = int(along[:third].argmax()), int(along[::-1][:third].argmax())
        sides.append((before, behind))
    (left, right), (top, bottom) = sides
    return x0 + left, y0 + top, x1 - right, y1 - bottom


def _ticked(found: Pieces, number: int, box: Box, solid: float) -> bool | None:
    """Tell whether a piece is a ticked or an empty box; None where it is none, or it is not
    plain. With so much of all of it ink it is a bullet.
    """
    x0, y0, x1, y1 = box
    ink = found.labels[y0:y1, x0:x1]
    own, side = ink == number, min(ink.shape)
    wall, inner = max(1, round(WALL * side)), round(INSIDE * side)
    corners = own[:wall, :wall], own[:wall, -wall:], own[-wall:, :wall], own[-wall:, -wall:]
    sides = (own[:wall], 0), (own[-wall:], 0), (own[:, :wall], 1), (own[:, -wall:], 1)
    # one after the other: most letters have no first side
    if not all(_drawn(side, axis) for side, axis in sides) or not all(map(np.any, corners)):
        return None
    share = float((ink[inner:-inner, inner:-inner] > 0).mean())
    if share >= MARKED:
        return True if (ink > 0).mean() < solid else None
    return False if share <= BLANK else None


def _drawn(side: NDArray[np.bool_], axis: int) -> bool:
    """Tell whether a wall of a box runs along (almost) all of its side."""
    along: NDArray[np.bool_] = np.asarray(side.any(axis=axis), np.bool_)
    return bool(np.count_nonzero(along) >= DRAWN * along.size)


def with_boxes(
    read: Sequence[Letter], places: Sequence[Place], start: float, wide: float
) -> list[Letter]:
    """Return a strip's letters with its boxes among them, in place of what was read there; the
    crop begins at a column and is so many wide. A letter or digit well read stands in a frame.
    """
    kept = list(read)
    for first, last, ticked in places:
        x0, x1 = (first - start) / wide, (last - start) / wide
        within = [letter for letter in kept if x0 <= (letter.x0 + letter.x1) / 2 <= x1]
        if ticked and any(
            letter.confidence >= WELL_READ
            and (letter.letter.isdigit() or "ก" <= letter.letter <= "ฮ")
            for letter in within
        ):
            continue
        kept = [letter for letter in kept if letter not in within]
        behind = (index for index, each in enumerate(kept) if each.x0 + each.x1 > x0 + x1)
        box = Letter(TICKED if ticked else EMPTY, x0, x1, SURE, "")
        kept.insert(next(behind, len(kept)), box)
    return kept
