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


class Column(NamedTuple):
    """What follows each line of a column but the last (see `Next`), how far down; and of each row
    that there may be (see `Lines`) the first and the last line in the column, and how many it
    holds there.
    """

    full: Costs
    apart: Costs
    listed: Mask
    steps: Costs
    first: Numbers
    last: Numbers
    held: Numbers


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
    columns: Sequence[Column]
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
    columns = [_column(down, found) for found in nexts]
    empty = _empty(np.array([column.held > 0 for column in columns]))
    stand = _standing(down, nexts, columns, SAME_HEIGHT * size)
    return Lines(down, nexts, size, step, columns, empty, stand)


def _column(heights: Costs, nexts: dict[int, Next | None]) -> Column:
    own, count = np.array(list(nexts)), len(heights)
    after = np.arange(count)[:, None] + np.arange(1, LONGEST + 1)
    above = np.searchsorted(own, np.arange(count + LONGEST))
    first = np.minimum(above[:count, None], len(own) - 1)
    last = np.maximum(above[after] - 1, first)
    following = [one for one in nexts.values() if one]
    return Column(
        np.array([one.full for one in following]),
        np.array([one.apart for one in following]),
        np.array([one.listed for one in following], bool),
        np.diff(heights[own]),
        first,
        last,
        above[after] - above[:count, None],
    )


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
    columns: Sequence[Column],
    apart: float,
) -> tuple[Costs, Costs]:
    """Return what it costs that cells stand as they do, infinite where they are of two rows."""
    own = [heights[list(lines)] for lines in nexts]
    tops = np.array([one[column.first] for one, column in zip(own, columns, strict=True)])
    ends = np.array([one[column.last] for one, column in zip(own, columns, strict=True)])
    empty = np.array([column.held == 0 for column in columns])
    top, middle = (_level(each, empty, apart) for each in (tops, (tops + ends) / 2))
    beyond = np.add.outer(np.arange(len(heights)), np.arange(LONGEST)) >= len(heights)
    found = np.where(top, 0.0, MIDDLE)
    found[~(top | middle) | beyond] = math.inf
    return np.where(top, found, found + ODD - MIDDLE), np.where(middle, found, found + ODD)


def _level(places: Costs, empty: Mask, apart: float) -> Mask:
    """Tell which rows' cells stand at one height."""
    low, high = np.where(empty, math.inf, places), np.where(empty, -math.inf, places)
    level: Mask = high.max(axis=0) - low.min(axis=0) <= apart
    return level
