"""Boxes to tick, known by their shape: four straight sides that meet in corners, as no letter's do;
what stands within tells whether one is ticked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.layer.boxes.strokes import MARKS, SLASH, sign
from ita_checker.read.layer.boxes.ticks import EMPTY, TICKED
from ita_checker.read.ocr.ink.strips import Pieces, Strip
from ita_checker.read.ocr.letters.letter import Letter

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
# may stand out beyond its sides, so far at most; as large are the sides of such a box at least
LARGE, FILLED, STRUCK, FRAMED = 1.2, 0.94, 4.5, 0.9
# of all of a box as large as others may be ink; of its rectangle is ink to the left and the right
# of a box of its own, of letters grown together more
ALL, BESIDE = 1.01, 0.12
SOLID_DOT, ROUND_DOT = (
    0.74,
    1.4,
)  # of its rectangle is a dot's ink; times as wide as high, or as high
STROKES = MARKS | {SLASH}  # of a pen in a box, which the reader may take for a digit
SURE, WELL_READ = 0.99, 0.8
Box = tuple[int, int, int, int]  # x0, y0, x1, y1


class Place(NamedTuple):
    """Where a box stands: first column, column after its last; whether it is ticked, whether
    all of it is ink, whether what ticks it hangs together with it, and whether it looks like a
    tick.
    """

    first: int
    last: int
    ticked: bool
    filled: bool = False
    joined: bool = False
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Corners:
    """Of each piece, whether it reaches into the corners of its rectangle, as hardly a letter does,
    and whether it does so farther in, as a box whose tick stands out beyond it; how tall a page's
    letters are, and how large its boxes that nothing sticks out of.
    """

    reached: NDArray[np.bool_]
    within: NDArray[np.bool_]
    usual: float
    sides: tuple[int, ...] = ()

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
        large = np.flatnonzero(reached & (short >= LARGE * usual))
        places = (
            _place(found, number, tuple(boxes[number].tolist()), SOLID) for number in large.tolist()
        )
        sides = tuple(place.last - place.first for place in places if place is not None)
        return cls(reached, within, usual, sides)


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
    square |= (short >= LARGE * letters) & (long <= STRUCK * letters)
    for number in numbers[square].tolist():
        x0, y0, x1, y1 = found.boxes[number].tolist()
        place, large = None, min(x1 - x0, y1 - y0) >= LARGE * letters
        if corners.reached[number]:
            place = _place(found, number, (x0, y0, x1, y1), SOLID)
        if place is not None and not large:  # perhaps a letter
            place = place._replace(filled=False, joined=False)
        if place is None and large:
            place = _struck(found, number, (x0, y0, x1, y1), FRAMED * letters, corners.sides)
        if place is not None:
            made.append(place)
    return sorted(made)


def _struck(
    found: Pieces, number: int, box: Box, least: float, sides: Sequence[int]
) -> Place | None:
    """Return the largest ticked box of such a side at least among a piece's strokes: two rows and
    two columns of ink that meet, whatever stands out beyond them. One as large as the page's other
    boxes (`sides`) may be all ink.
    """
    x0, y0, x1, y1 = box
    own = found.labels[y0:y1, x0:x1] == number
    tops, bottoms = _walls(own, least)
    if not tops:
        return None
    lefts, rights = _walls(own.T, least)
    frames = [
        (left, top, right, bottom)
        for top, bottom in product(tops, bottoms)
        for left, right in product(lefts, rights)
        if least <= bottom - top <= SQUARE * (right - left)
        and least <= right - left <= SQUARE * (bottom - top)
    ]
    for left, top, right, bottom in sorted(frames, key=_room):
        wide, rows = right - left, own[top:bottom]
        alike = any(max(wide, side) <= SQUARE * min(wide, side) for side in sides)
        beside = int(rows.sum()) - int(rows[:, left:right].sum())
        if not alike and beside > BESIDE * wide * (bottom - top):
            continue  # letters grown together
        frame = x0 + left, y0 + top, x0 + right, y0 + bottom
        place = _place(found, number, frame, ALL if alike else FILLED)
        if place is not None and place.ticked:
            return place
    return None


def _room(box: Box) -> int:
    """Return what puts larger boxes first."""
    return (box[0] - box[2]) * (box[3] - box[1])


def _walls(own: NDArray[np.bool_], least: float) -> tuple[list[int], list[int]]:
    """Return where bands of rows begin, and where they end, in which ink runs on as far as a wall
    does.
    """
    beside = own.copy()
    beside[1:] |= own[:-1]  # a wall may run a pixel askew
    columns = np.arange(own.shape[1])
    free = np.maximum.accumulate(np.where(beside, -1, columns), axis=1)
    long = np.pad((columns - free).max(axis=1) >= DRAWN * least, 1)
    edges = np.flatnonzero(long[1:] != long[:-1])
    starts, ends = edges[::2].tolist(), edges[1::2].tolist()
    if not starts or ends[-1] - starts[0] < least:
        return [], []
    return starts, [min(end, len(own)) for end in ends]


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
        filled = share >= FULL or _is_dot(ink[wall + 1 : -wall - 1, wall + 1 : -wall - 1] > 0)
        look = np.where(ink[within] > 0, np.uint8(0), np.uint8(255))
        return Place(x0, x1, True, filled, joined > share / 2, sign(look) in STROKES)
    return Place(x0, x1, False) if share <= BLANK else None


def _is_dot(ink: NDArray[np.bool_]) -> bool:
    """Tell whether what stands in a box is solid, about as wide as high."""
    rows, columns = (np.flatnonzero(ink.any(axis=axis)) for axis in (1, 0))
    tall, wide = (int(along[-1] - along[0]) + 1 for along in (rows, columns))
    solid = bool(ink.sum() >= SOLID_DOT * tall * wide)
    return solid and max(tall, wide) <= ROUND_DOT * min(tall, wide)


def _drawn(side: NDArray[np.bool_], axis: int) -> bool:
    """Tell whether a wall of a box runs along (almost) all of its side."""
    along: NDArray[np.bool_] = np.asarray(side.any(axis=axis), np.bool_)
    return bool(np.count_nonzero(along) >= DRAWN * along.size)


def with_boxes(
    read: Sequence[Letter], places: Sequence[Place], start: float, wide: float
) -> list[Letter]:
    """Return a strip's letters with its boxes among them, in place of what was read there; the
    crop begins at a column and is so many wide. A digit well read stands in a frame, a letter where
    it does not touch that; an @ well read right before a Latin name is one ("@nonghin").
    """
    kept = list(read)
    for first, last, ticked, filled, joined, tick in places:
        x0, x1 = (first - start) / wide, (last - start) / wide
        within = [letter for letter in kept if x0 <= (letter.x0 + letter.x1) / 2 <= x1]
        framed = [each.letter for each in within if each.confidence >= WELL_READ]
        if ticked and "@" in framed and _begins_a_name(kept, x1):
            continue
        if (
            ticked
            and not filled
            and not tick
            and any(one.isdigit() or ("ก" <= one <= "ฮ" and not joined) for one in framed)
        ):
            continue
        kept = [letter for letter in kept if letter not in within]
        behind = (index for index, each in enumerate(kept) if each.x0 + each.x1 > x0 + x1)
        box = Letter(TICKED if ticked else EMPTY, x0, x1, SURE, "")
        kept.insert(next(behind, len(kept)), box)
    return kept


def _begins_a_name(read: Sequence[Letter], end: float) -> bool:
    """Tell whether the first letter behind a place is a Latin one."""
    behind = min(
        (each for each in read if (each.x0 + each.x1) / 2 > end),
        key=lambda each: each.x0,
        default=None,
    )
    return behind is not None and behind.letter.isascii() and behind.letter.isalpha()
