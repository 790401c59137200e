"""Rows of a table without lines, told by how its cells stand and where their lines wrap: a line
ends a cell where there was room for the first word of the next one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from ita_checker.read.page.candidates import LONGEST, NAMELESS, Costs, Lines

HOLE = 1.35  # of the usual step from line to line: no lines of one cell are further apart
ROUNDS = 3  # of learning a table's habits from its rows
# in nats: an item of a list begins a line; white parts a row as all others
LISTED, TOLD = 0.7, 1.2
LIKELY = 0.4  # nats a line: no other rows are looked for
TOO_MUCH = 4.0  # nats: by so much worse are lines as one row than each as its own
STEPS = 0.9, 1.02, 1.5  # of the usual step: what a step of two kinds is no less, more, less than
TIES = 9  # digits of a cost: what differs by less costs the same
TOP, CENTRE = 0, 1


class Habit(NamedTuple):
    """How a column is written: how often a cell goes on where its row does, and how often it does
    though there was room.
    """

    goes_on: float
    breaks: float


class Habits(NamedTuple):
    """How a table is written: what it costs that it is so, how often a row goes on, each column's
    habit, from which step on lines are of two rows, and whether all rows are so far apart.
    """

    cost: float
    rows: float
    columns: tuple[Habit, ...]
    limit: float
    told: bool


# tables of few and of many long cells, these less likely
FIRST = (0.0, 0.15, Habit(0.3, 0.04)), (1.5, 0.5, Habit(0.6, 0.2))
USUAL, WEIGHTS = (0.2, 0.3, 0.04), (5.0, 3.0, 4.0)  # of rows, of columns, of breaks


class Rows(NamedTuple):
    """The rows of a table: what they cost, the first line of each and the one after its last, and
    from which step on lines were not taken for those of one cell.
    """

    cost: float
    found: tuple[tuple[int, int], ...]
    limit: float


def rows(lines: Lines) -> Rows:
    """Return the likeliest rows."""
    best = Rows(math.inf, (), 0.0)
    for habits in _first(lines):
        best = min(best, _tried(lines, habits))
        if best.cost < LIKELY * len(lines.heights):
            break
    return best


def _first(lines: Lines) -> Iterator[Habits]:
    """Yield the habits that a table is first taken to have: where its steps are of two kinds, the
    wider ones may part its rows.
    """
    least, more, most = STEPS
    steps = [below - above for above, below in pairwise(lines.heights)]
    steps = sorted(step for step in steps if step > least * lines.step)
    gaps = [
        (other - one, (one + other) / 2)
        for one, other in pairwise(steps)
        if other > more * one and one < most * lines.step
    ]
    for cost, rate, habit in FIRST:
        columns = (habit,) * len(lines.nexts)
        yield Habits(cost, rate, columns, HOLE * lines.step, told=False)
        if gaps:
            yield Habits(cost, rate, columns, max(gaps)[1], told=True)


def _tried(lines: Lines, habits: Habits) -> Rows:
    """Return the rows by habits that are learned from them."""
    best = Rows(math.inf, (), habits.limit)
    places = [TOP, CENTRE]
    for _ in range(ROUNDS):
        costs = _costs(lines, habits)
        made, place = min((_parted(lines, habits, costs, place), place) for place in places)
        if made.cost >= best.cost:
            break
        best, places = made, [place]
        habits = _learned(lines, made.found, habits)
    return best


def _learned(lines: Lines, found: Sequence[tuple[int, int]], habits: Habits) -> Habits:
    """Return the habits that rows show."""
    each = [[[line for line in range(*row) if line in own] for own in lines.nexts] for row in found]
    longest = [max(map(len, cells)) for cells in each]
    columns = []
    for column, nexts in enumerate(lines.nexts):
        cells = [(cells[column], most) for cells, most in zip(each, longest, strict=True)]
        on = sum(len(cell) - 1 for cell, _ in cells if cell)
        could = sum(most - 1 for cell, most in cells if cell)
        after = [one for cell, _ in cells for line in cell[:-1] if (one := nexts[line])]
        plain = [one.full for one in after if not one.listed]
        broken = _rate(len(plain) - sum(plain), len(plain), 2)
        columns.append(Habit(_rate(on, could, 1), min(broken, 1 / 2)))
    rate = _rate(sum(longest) - len(longest), sum(longest), 0)
    return habits._replace(rows=rate, columns=tuple(columns))


def _rate(some: float, every: float, kind: int) -> float:
    """Return how often something is, by what was seen and what is usual."""
    return (some + USUAL[kind] * WEIGHTS[kind]) / (every + WEIGHTS[kind])


def _parted(lines: Lines, habits: Habits, costs: Costs, place: int) -> Rows:
    """Return the likeliest rows whose cells stand at the top or in the middle of them."""
    count = len(lines.heights)
    best = [(0.0, 0), *[(math.inf, 0)] * (count + LONGEST)]
    for first, each in enumerate((costs + lines.stand[place]).tolist()):
        begin = best[first][0]
        if begin < math.inf:
            for last, cost in enumerate(each, first + 1):
                if begin + cost < best[last][0]:
                    best[last] = begin + cost, first
    last, found = count, list[tuple[int, int]]()
    while last and best[count][0] < math.inf:
        found.append((best[last][1], last))
        last = best[last][1]
    return Rows(habits.cost + best[count][0], tuple(found[::-1]), habits.limit)


def _costs(lines: Lines, habits: Habits) -> Costs:
    """Return what it costs that lines are one row, but for how its cells stand; infinite where
    they are none.
    """
    columns, most = lines.columns, lines.columns.held.max(axis=0)
    goes_on, breaks = np.array(habits.columns).T[:, :, None]
    broken = -np.log(breaks)
    costs = lines.empty - (most - 1) * math.log(habits.rows)
    costs -= math.log(1 - habits.rows) + TOLD * habits.told
    on = (1 - columns.full) * np.where(columns.listed, np.minimum(LISTED, broken), broken)
    near = columns.steps <= habits.limit
    costs += columns.between(on).sum(axis=0)
    worse = columns.between(on - columns.apart).sum(axis=0)
    left = (columns.apart * near).take(columns.last)
    left -= (most - columns.held) * np.log(1 - goes_on)[:, :, None]
    left -= (columns.held - 1) * np.log(goes_on)[:, :, None]
    costs += np.where(columns.held > 0, left, 0.0).sum(axis=0)
    worse = np.maximum.accumulate(worse - NAMELESS * columns.missing, axis=1)
    far = columns.between(~near).any(axis=0)
    costs[far | (worse > TOO_MUCH)] = math.inf
    if habits.told:
        count = len(lines.heights)
        parts = np.append(np.diff(lines.heights) > habits.limit, np.ones(LONGEST, bool))
        costs[~parts[np.add.outer(np.arange(count), np.arange(LONGEST))]] = math.inf
    rounded: Costs = np.round(costs, TIES)
    return rounded
