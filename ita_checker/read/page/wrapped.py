"""Rows of a table without lines, told by how its cells stand and where their lines wrap: a line
ends a cell where there was room for the first word of the next one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

SAME_HEIGHT = 0.2  # of the letter size: cells whose places differ by less stand at one height
HOLE = 1.35  # of the usual step from line to line: no lines of one cell are further apart
LONGEST = 16  # lines of a row
CENTRED = 3.0  # points: a line whose sides are alike up to so much stands in the middle
ROUNDS = 3  # of learning a table's habits from its rows
# In nats: a cell of a row is empty, of two the label; a row stands as the others do not; all stand
# in the middle of their rows, and none on half a line; an item of a list begins a line; white parts
# a row as all others; a label begins in brackets.
EMPTY, NAMELESS, ODD, MIDDLE, LISTED, TOLD, BRACKET = 3.5, 6.0, 2.0, 0.7, 0.7, 1.2, 3.0
LIKELY = 0.4  # nats a line: no other rows are looked for
TOO_MUCH = 4.0  # nats: by so much worse are lines as one row than each as its own
LEAST, MOST = 0.02, 0.9  # how likely it is by chance that a line ends with too little room
STEPS = 0.9, 1.02, 1.5  # of the usual step: what a step of two kinds is no less, more, less than
TOP, CENTRE = 0, 1


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


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a table: how far down each stands, what follows in each column what it holds
    there, how large letters are, how far it is from line to line of a cell.
    """

    heights: Sequence[float]
    nexts: Sequence[dict[int, Next | None]]
    size: float
    step: float


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
        found: dict[int, Next | None] = {own[-1][0]: None}
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
        nexts.append(found)
    return Lines(heights, nexts, size, step)


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
        made, place = min((_parted(lines, habits, place), place) for place in places)
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


def _parted(lines: Lines, habits: Habits, place: int) -> Rows:
    """Return the likeliest rows whose cells stand at the top or in the middle of them."""
    count = len(lines.heights)
    best = [(0.0, 0), *[(math.inf, 0)] * count]
    for first in range(count):
        begin = best[first][0]
        if begin < math.inf:
            for last, cost in _growing(lines, habits, first, place):
                if begin + cost < best[last][0]:
                    best[last] = begin + cost, first
    last, found = count, list[tuple[int, int]]()
    while last and best[count][0] < math.inf:
        found.append((best[last][1], last))
        last = best[last][1]
    return Rows(habits.cost + best[count][0], tuple(found[::-1]), habits.limit)


def _growing(lines: Lines, habits: Habits, first: int, place: int) -> Iterator[tuple[int, float]]:
    """Yield where a row that begins on a line may end, and what it costs."""
    heights, columns = lines.heights, range(len(lines.nexts))
    cells: list[list[int]] = [[] for _ in columns]
    inner = worse = 0.0
    for line in range(first, min(len(heights), first + LONGEST)):
        for column in columns:
            if line not in lines.nexts[column]:
                worse -= NAMELESS
                continue
            if cell := cells[column]:
                if heights[line] - heights[cell[-1]] > habits.limit:
                    return
                after = lines.nexts[column][cell[-1]]
                assert after
                cost = _within(after, habits.columns[column])
                inner, worse = inner + cost, worse + cost - after.apart
            cells[column].append(line)
        if worse > TOO_MUCH:
            return
        parts = line + 1 == len(heights) or heights[line + 1] - heights[line] > habits.limit
        if habits.told and not parts:
            continue
        stands = _stands(lines, cells, place)
        if stands is not None:
            cost = inner + stands + _empty(cells) + _counted(habits, list(map(len, cells)))
            yield line + 1, cost + _ends(lines, habits, cells)


def _within(after: Next, habit: Habit) -> float:
    """Return what it costs that a cell goes on with what follows."""
    broken = -math.log(habit.breaks)
    return (1 - after.full) * (min(LISTED, broken) if after.listed else broken)


def _stands(lines: Lines, cells: Sequence[Sequence[int]], place: int) -> float | None:
    """Return what it costs that a row's cells stand as they do; None where they are of two."""
    held = [(lines.heights[cell[0]], lines.heights[cell[-1]]) for cell in cells if cell]
    tops, middles = [top for top, _ in held], [(top + last) / 2 for top, last in held]
    level = [max(each) - min(each) <= SAME_HEIGHT * lines.size for each in (tops, middles)]
    if not any(level):
        return None
    return ODD if not level[place] else 0.0 if level[TOP] else MIDDLE


def _empty(cells: Sequence[Sequence[int]]) -> float:
    """Return what a row's empty cells cost: one that is its first cell alone may be a title."""
    empty = sum(not cell for cell in cells)
    if empty and not cells[0] and len(cells) == 2:
        return NAMELESS
    return EMPTY * min(empty, 1 if empty + 1 == len(cells) and cells[0] else empty)


def _counted(habits: Habits, counts: Sequence[int]) -> float:
    """Return what it costs that cells have so many lines."""
    most = max(counts)
    cost = -(most - 1) * math.log(habits.rows) - math.log(1 - habits.rows)
    for habit, count in zip(habits.columns, counts, strict=True):
        if count:
            cost -= (count - 1) * math.log(habit.goes_on)
            cost -= (most - count) * math.log(1 - habit.goes_on)
    return cost - TOLD * habits.told


def _ends(lines: Lines, habits: Habits, cells: Sequence[Sequence[int]]) -> float:
    """Return what it costs that cells end there: what follows may have had no room."""
    cost = 0.0
    for nexts, cell in zip(lines.nexts, cells, strict=True):
        after = nexts[cell[-1]] if cell else None
        if after and lines.heights[after.line] - lines.heights[cell[-1]] <= habits.limit:
            cost += after.apart
    return cost
