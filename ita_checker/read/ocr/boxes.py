"""Boxes to tick, known by their shape: four straight sides that meet in corners, as no letter's do;
what stands within tells whether one is ticked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.layer.ticks import EMPTY, TICKED
from ita_checker.read.ocr.letter import Letter
from ita_checker.read.ocr.strips import Pieces, Strip

LEAST, MOST = 0.7, 2.6  # times the height of its line's letters
SQUARE = 1.25  # times as wide as high, or as high as wide, at most
SMALLEST = 8  # pixels: of a smaller one the corners do not tell
DRAWN = 0.88  # of each side
# pixels from the corner of its rectangle on the slant; of its side, where a tick stands out
CORNER, OUT = 3, 0.34
WALL, INSIDE = 0.12, 0.25  # of its side: where its walls are looked for, where its inside begins
ALONE = 1.6  # times as wide as tall: a strip of a letter or a box
BLANK, MARKED = 0.02, 0.06  # of its inside is ink: in an empty box at most, in a ticked one
FULL = 0.9  # of its inside: it is filled in, and no letter stands in it
SOLID = 0.9  # of all of it: a bullet
# times as tall as letters a bullet is none: more of a box filled in may be ink, and what ticks it
# may stand out beyond its sides, where a wall is so much of the rectangle's width
LARGE, FILLED, WALLED = 1.2, 0.94, 0.7
SURE, WELL_READ = 0.99, 0.8
Box = tuple[int, int, int, int]  # x0, y0, x1, y1


class Place(NamedTuple):
    """Where a box stands: first column, column after its last; whether it is ticked, whether
    all of it is ink, and whether what ticks it hangs together with it.
    """

    first: int
    last: int
    ticked: bool
    filled: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Corners:
    """Of each piece, whether it reaches into the corners of its rectangle, as hardly a letter does,
    and whether it does so farther in, as a box whose tick stands out beyond it; how tall a page's
    letters are.
    """

    reached: NDArray[np.bool_]
    within: NDArray[np.bool_]
    usual: float

    @classmethod
    def of(cls, found: Pieces, usual: float) -> Corners:
        """Return those of all pieces at once, for the closer look takes its time."""
        boxes = found.boxes
        short, long = _sides(boxes)
        many = len(boxes)
        reached, within = np.zeros(many, np.bool_), np.zeros(many, np.bool_)
        square = np.flatnonzero((short >= SMALLEST) & (long <= SQUARE * short))
        steps = np.maximum(CORNER, (OUT * short[square]).astype(np.int64))
        (reached[square], within[square]) = _cornered(found, square, steps)
        return cls(reached, within, usual)


def _sides(boxes: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the shorter and the longer side of each rectangle."""
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    return np.minimum(wide, tall), np.maximum(wide, tall)


def _cornered(
    found: Pieces, numbers: NDArray[np.int64], steps: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell of pieces whether they are met on the slant from all corners of their rectangles: within
    CORNER steps, and within so many.
    """
    x0, y0, x1, y1 = found.boxes[numbers].astype(np.int64).T
    first = np.ones((2, len(numbers)), np.bool_)
    for row, down in ((y0, 1), (y1 - 1, -1)):
        for column, across in ((x0, 1), (x1 - 1, -1)):
            met = np.zeros((2, len(numbers)), np.bool_)
            for step in range(int(steps.max(initial=0))):
                own = (
                    found.labels[
                        row + down * np.minimum(step, steps),
                        column + across * np.minimum(step, steps),
                    ]
                    == numbers
                )
                met[0] |= own & (step < CORNER)
                met[1] |= own
            first &= met
    return first[0], first[1]


def boxes(found: Pieces, strip: Strip, corners: Corners) -> list[Place]:
    """Return the boxes in a strip from left to right, among the pieces that have corners."""
    made: list[Place] = []
    letters = float(strip.body)
    if strip.x1 - strip.x0 <= ALONE * strip.body:  # a box alone in its cell is its strip's body
        letters = min(letters, corners.usual)
    numbers = np.array(strip.pieces, np.int64)
    short, long = _sides(found.boxes[numbers])
    square = (short >= LEAST * letters) & (long <= MOST * letters) & corners.within[numbers]
    for number in numbers[square].tolist():
        x0, y0, x1, y1 = found.boxes[number].tolist()
        place, large = None, min(x1 - x0, y1 - y0) >= LARGE * letters
        if corners.reached[number]:
            place = _place(found, number, (x0, y0, x1, y1), SOLID)
        if place is not None and not large:  # perhaps a letter
            place = place._replace(filled=False, joined=False)
        if place is None and large:
            inner = _walls(found, number, (x0, y0, x1, y1))
            place = _place(found, number, inner, FILLED) if inner else None
            place = place if place is not None and place.ticked else None
        if place is not None:
            made.append(place)
    return sorted(made)


def _walls(found: Pieces, number: int, box: Box) -> Box | None:
    """Return a piece's rectangle without what stands out beyond its first and last wall; None where
    a side has no wall.
    """
    x0, y0, x1, y1 = box
    own = found.labels[y0:y1, x0:x1] == number
    sides = []
    for axis in (0, 1):
        along = own.sum(axis=axis) >= WALLED * own.shape[axis]
        third = len(along) // 3
        before, behind = along[:third], along[::-1][:third]
        if not before.any() or not behind.any():
            return None
        sides.append((int(before.argmax()), int(behind.argmax())))
    (left, right), (top, bottom) = sides
    return x0 + left, y0 + top, x1 - right, y1 - bottom


def _place(found: Pieces, number: int, box: Box, solid: float) -> Place | None:
    """Return a piece as a ticked or an empty box; None where it is none, or it is not plain. With
    so much of all of it ink it is a bullet.
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
    within = slice(inner, -inner), slice(inner, -inner)
    share, joined = float((ink[within] > 0).mean()), float(own[within].mean())
    if share >= MARKED and (ink > 0).mean() < solid:
        return Place(x0, x1, True, share >= FULL, joined > share / 2)
    return Place(x0, x1, False) if share <= BLANK else None


def _drawn(side: NDArray[np.bool_], axis: int) -> bool:
    """Tell whether a wall of a box runs along (almost) all of its side."""
    along: NDArray[np.bool_] = np.asarray(side.any(axis=axis), np.bool_)
    return bool(np.count_nonzero(along) >= DRAWN * along.size)


def with_boxes(
    read: Sequence[Letter], places: Sequence[Place], start: float, wide: float
) -> list[Letter]:
    """Return a strip's letters with its boxes among them, in place of what was read there; the
    crop begins at a column and is so many wide. A digit well read stands in a frame, a letter where
    it does not touch that.
    """
    kept = list(read)
    for first, last, ticked, filled, joined in places:
        x0, x1 = (first - start) / wide, (last - start) / wide
        within = [letter for letter in kept if x0 <= (letter.x0 + letter.x1) / 2 <= x1]
        framed = (each.letter for each in within if each.confidence >= WELL_READ)
        if (
            ticked
            and not filled
            and any(one.isdigit() or ("ก" <= one <= "ฮ" and not joined) for one in framed)
        ):
            continue
        kept = [letter for letter in kept if letter not in within]
        behind = (index for index, each in enumerate(kept) if each.x0 + each.x1 > x0 + x1)
        box = Letter(TICKED if ticked else EMPTY, x0, x1, SURE, "")
        kept.insert(next(behind, len(kept)), box)
    return kept
