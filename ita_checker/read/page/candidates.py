"""Which lines of a table without lines may be one row: where its cells stand, what is empty."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

SAME_HEIGHT = 0.2  # of the letter size: cells whose places differ by less stand at one height
LONGEST = 16  # lines of a row
CENTRED = 3.0  # points: a line whose sides are alike up to so much stands in the middle
# In nats: a cell of a row is empty, of two the label; a row stands as the others do not; all stand
# in the middle of their rows; a label begins in brackets.
EMPTY, NAMELESS, ODD, MIDDLE, BRACKET = 3.5, 6.0, 2.0, 0.7, 3.0
LEAST, MOST = 0.02, 0.9  # how likely it is by chance that a line ends with too little room
Costs = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Piece(NamedTuple):
    """What stands in one column on one line: from where to where, how wide its first word is,
    whether it begins as an item of a list does, or in brackets, or is an amount.
    """

    x0: float
    x1: float
    word: float
    listed: bool
    bracketed: bool = False
    amount: bool = False


class Next(NamedTuple):
    """What follows a line in its column: on which line, how sure it had no room before it, what
    it costs that it is of another row, whether it begins an item of a list.
    """

    line: int
    full: float
    apart: float
    listed: bool


class Columns(NamedTuple):
    """Of each column, what follows each of its lines (see `Next`), nothing after the last, and how
    far down; and of each row that there may be (see `Lines`) the first and the last line in the
    column, by the places of these among those of all columns, and how many it holds there;
    `missing`: how many lines of columns it lacks.
    """

    full: Costs
    apart: Costs
    listed: Mask
    steps: Costs
    first: Numbers
    last: Numbers
    held: Numbers
    missing: Numbers

    def between(self, steps: Costs | Mask) -> Costs:
        """Return the sum of the steps from the first line of each row to its last."""
        sums = np.zeros(steps.shape)
        steps[:, :-1].cumsum(axis=1, out=sums[:, 1:])
        return sums.take(self.last) - sums.take(self.first)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a table: how far down each stands, what follows in each column what it holds
    there, how large letters are, how far it is from line to line of a cell.

    What may be one row is told of by its first line and by how many it has, as arrays of the shape
    (lines, LONGEST): what it holds of each column, what its `empty` cells cost, and what it costs
    how they `stand` where those of the table stand at the top, or in the middle.
    """

    heights: Costs
    nexts: Sequence[dict[int, Next | None]]
    size: float
    step: float
    columns: Columns
    empty: Costs
    stand: tuple[Costs, Costs]


def lines(
    heights: Sequence[float],
    pieces: Sequence[Sequence[Piece | None]],
    ends: Sequence[float],
    size: float,
    step: float,
) -> Lines:
    """Return lines of which is known how far their columns reach."""
    nexts: list[dict[int, Next | None]] = []
    for column, end in enumerate(ends):
        own = [(line, one) for line, each in enumerate(pieces) if (one := each[column])]
        left = min(one.x0 for _, one in own)
        found: dict[int, Next | None] = {}
        for (above, one), (below, other) in pairwise(own):
            free, before = end - one.x1, one.x0 - left
            if before > CENTRED and abs(before - free) < CENTRED:
                free += before
            full = 1.0 - min(1.0, max(0.0, (free - other.word) / size))
            if one.amount and other.amount:
                full = 0.0  # however near to its column's end it is set
            likely = min(MOST, max(LEAST, other.word / max(1.0, end - left)))
            apart = BRACKET * (other.bracketed and not column) - full * math.log(likely)
            found[above] = Next(below, full, apart, other.listed or other.bracketed)
        nexts.append(found | {own[-1][0]: None})
    down = np.array(heights)
    columns = _columns(down, nexts)
    empty = _empty(columns.held > 0)
    stand = _standing(down, nexts, columns, SAME_HEIGHT * size)
    return Lines(down, nexts, size, step, columns, empty, stand)


def _columns(heights: Costs, nexts: Sequence[dict[int, Next | None]]) -> Columns:
    count, most = len(heights), max(map(len, nexts))
    after = np.arange(count)[:, None] + np.arange(1, LONGEST + 1)
    told = np.zeros((4, len(nexts), most))
    last, held = np.zeros((2, len(nexts), count, LONGEST), np.int64)
    first = np.zeros((len(nexts), count, 1), np.int64)
    for column, found in enumerate(nexts):
        own = np.array(list(found))
        above = np.searchsorted(own, np.arange(count + LONGEST))
        first[column] = np.minimum(above[:count, None], len(own) - 1) + column * most
        last[column] = np.maximum(above[after] - 1 + column * most, first[column])
        held[column] = above[after] - above[:count, None]
        following = [(one.full, one.apart, one.listed) for one in found.values() if one]
        if following:
            told[:3, column, : len(following)] = np.array(following).T
        told[3, column, : len(own) - 1] = np.diff(heights[own])
    missing = len(nexts) * np.arange(1, LONGEST + 1) - held.sum(axis=0)
    full, apart, listed, steps = told
    return Columns(full, apart, listed > 0, steps, first, last, held, missing)


def _empty(held: Mask) -> Costs:
    """Return what empty cells cost: one that is its row's first cell alone may be a title."""
    empty: Numbers = (~held).sum(axis=0)
    if len(held) == 2:
        return np.where(held[0], EMPTY * np.minimum(empty, 1), NAMELESS)
    title = held[0] & (empty + 1 == len(held))
    found: Costs = EMPTY * np.where(title, np.minimum(empty, 1), empty)
    return found


def _standing(
    heights: Costs,
    nexts: Sequence[dict[int, Next | None]],
    columns: Columns,
    apart: float,
) -> tuple[Costs, Costs]:
    """Return what it costs that cells stand as they do, infinite where they are of two rows."""
    places = np.zeros(columns.full.shape)
    for own, lines in zip(places, nexts, strict=True):
        own[: len(lines)] = heights[list(lines)]
    tops, ends = places.take(columns.first), places.take(columns.last)
    top, middle = (_level(each, columns.held == 0, apart) for each in (tops, (tops + ends) / 2))
    beyond = np.add.outer(np.arange(len(heights)), np.arange(LONGEST)) >= len(heights)
    found = np.where(top, 0.0, MIDDLE)
    found[~(top | middle) | beyond] = math.inf
    return np.where(top, found, found + ODD - MIDDLE), np.where(middle, found, found + ODD)


def _level(places: Costs, empty: Mask, apart: float) -> Mask:
    """Tell which rows' cells stand at one height."""
    low, high = np.where(empty, math.inf, places), np.where(empty, -math.inf, places)
    level: Mask = high.max(axis=0) - low.min(axis=0) <= apart
    return level
