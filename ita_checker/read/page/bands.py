"""Lines of a page, and the white that runs down it between their pieces."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from statistics import median
from typing import NamedTuple

from ita_checker.read.page.rows import SAME_LINE, Row, row_of

GUTTER = 0.45  # of the letter size: the least white between two columns
# of the letter size: so far one of several heads may reach over the side of its column; white that
# parts a cell from what is right beside it counts as so much on both sides
OVER, FEWEST_HEADS, BESIDE = 0.12, 3, 0.55
AT, FEWEST_BEGUN = 1.0, 3  # points: so near begin cells of one column; others that tell it
# of the letter size: a larger step down ends a table; rows of several columns, all filled, may be
# further apart where so much white parts all: those of spreadsheets are as high as they were made
APART, FAR, FEWEST_FAR, WIDE = 3.5, 7.0, 3, 0.6
FEWEST_LINES = 4
STRAIGHT = 3.0  # points: what begins no further apart begins in one place
HEAD_LINES = 2  # on which a column's head stands
# lines above those that white parts: heads over several columns, what stands over the table; and
# share of the lines below that each column fills
MOST_ABOVE, FILLED = 6, 0.5
Span = tuple[float, float]


class Part(NamedTuple):
    """A run as one piece of a line: its number, and where its letters begin and end."""

    run: int
    x0: float
    x1: float


class Level(NamedTuple):
    """What stands on one base line, from left to right, and the white before it, between its
    pieces and after it.
    """

    y: float
    size: float
    parts: tuple[Part, ...]
    white: tuple[Span, ...]


def parted(found: Sequence[Row]) -> list[Row]:
    """Return runs parted where their white may be that between two columns: cells that are drawn
    one after the other on one line make one run where they stand close.
    """
    wide = found[0].page.parted if found else []
    made: list[Row] = []
    for run in found:
        first, last = (bisect_right(wide, run.places[end]) for end in (0, -1))
        if first == last:
            made.append(run)
            continue
        cuts = [bisect_left(run.places, at) for at in wide[first:last]]
        for low, high in itertools.pairwise([0, *cuts, len(run)]):
            if low < high:
                part = row_of(run.page, run.places[low:high])
                part.plain, part.cut = run.plain, low > 0
                made.append(part)
    return made


def levels(found: Sequence[Row]) -> list[Level]:
    levels: list[list[tuple[float, float, Part]]] = []
    for number, run in sorted(enumerate(found), key=lambda pair: pair[1].y):
        if run.inked is None:
            continue
        y, (x0, x1, size) = run.y, run.inked
        if not levels or y - levels[-1][0][0] > SAME_LINE * min(size, levels[-1][0][1]):
            levels.append([])
        levels[-1].append((y, size, Part(number, x0, x1)))
    cut = frozenset(number for number, run in enumerate(found) if run.cut)
    made = [
        _level(level[0][0], median(size for _, size, _ in level), [part for *_, part in level], cut)
        for level in levels
    ]
    beside = _beside(made) - cut
    return (
        [
            _level(line.y, line.size, line.parts, cut | beside)
            if any(part.run in beside for part in line.parts)
            else line
            for line in made
        ]
        if beside
        else made
    )


def _beside(lines: Sequence[Level]) -> frozenset[int]:
    """Return the runs that stand close behind another where others begin with white before them:
    a cell that all but fills its column is beside them.
    """
    several = [line for line in lines if len(line.parts) > 1]
    close = [part for line in several for part in _close(line, 0.0, BESIDE * line.size)]
    if not close:
        return frozenset()
    begins = sorted(
        part.x0 for line in several for part in _close(line, BESIDE * line.size, math.inf)
    )
    return frozenset(
        part.run
        for part in close
        if bisect_right(begins, part.x0 + AT) - bisect_left(begins, part.x0 - AT) >= FEWEST_BEGUN
    )


def _close(line: Level, low: float, high: float) -> list[Part]:
    """Return the pieces of a line before which so much white is."""
    return [part for one, part in itertools.pairwise(line.parts) if low < part.x0 - one.x1 < high]


def _level(y: float, size: float, found: Sequence[Part], cut: Set[int]) -> Level:
    """Return what stands on one base line; `cut`: the runs that were parted from what is before
    them, however little white that is.
    """
    parts = sorted(found, key=lambda part: part.x0)
    reach = [0.0, *itertools.accumulate((part.x1 for part in parts), max)]
    white = list(zip(reach, [*(part.x0 for part in parts), 1e6], strict=True))
    for at, part in enumerate(parts):
        low, high = white[at]
        if at and part.run in cut and 0 < high - low < BESIDE * size:
            before, own = sum(parts[at - 1][1:]) / 2, sum(part[1:]) / 2
            white[at] = max(before, high - BESIDE * size), min(own, low + BESIDE * size)
    return Level(y, size, tuple(parts), tuple((low, high) for low, high in white if low < high))


def common(some: Sequence[Span], others: Sequence[Span], least: float) -> list[Span]:
    """Return the white that two lines share, as far as it is so wide."""
    both: list[Span] = []
    first = second = 0
    while first < len(some) and second < len(others):
        (x0, x1), (left, right) = some[first], others[second]
        low, high = x0 if x0 > left else left, x1 if x1 < right else right
        if high - low >= least:
            both.append((low, high))
        if x1 < right:
            first += 1
        else:
            second += 1
    return both


def band(levels: Sequence[Level], first: int) -> tuple[int, list[Span]]:
    """Return how far down from a line the same white runs, and that white: as many gutters as
    three lines share.
    """
    over = OVER * levels[first].size if len(levels[first].parts) >= FEWEST_HEADS else 0.0
    white = [(low - over, high + over) for low, high in levels[first].white]
    kept, last = list[Span](), first + 1
    left, right = levels[first].parts[0].x0, levels[first].white[-1][0]
    for index in range(first + 1, len(levels)):
        level = levels[index]
        white = common(white, level.white, GUTTER * level.size)
        step = level.y - levels[index - 1].y
        if step > APART * level.size and not (
            step <= FAR * level.size
            and len(level.parts) > FEWEST_FAR
            and len(_between(white, left, right, WIDE * level.size)) >= len(level.parts) - 1
        ):
            break
        left, right = min(left, level.parts[0].x0), max(right, level.white[-1][0])
        inner = _between(white, left, right, 0.0)
        lost = bool(kept) and len(inner) < len(kept)
        if lost and index - first < FEWEST_LINES:
            lost = not inner or len(_inner(levels[first + 1 : index + 1])) > len(inner)
        elif lost:
            lost = len(inner) < len(parting(levels[first:index], kept))
        if lost or (not inner and index - first >= FEWEST_LINES):
            break
        if inner and (index - first >= 2 or len(inner) >= 2):
            kept, last = inner, index + 1
    if last - first < FEWEST_LINES:
        return first + 1, []
    return last, parting(levels[first:last], kept)


def _between(white: Sequence[Span], left: float, right: float, least: float) -> list[Span]:
    """Return the white between two sides that is so wide."""
    return [(a, b) for a, b in white if left < a and b < right and b - a >= least]


def _inner(lines: Sequence[Level]) -> list[Span]:
    """Return the white that lines share, but for that at their sides."""
    white = list(lines[0].white)
    for line in lines[1:]:
        white = common(white, line.white, GUTTER * line.size)
    left = min(line.parts[0].x0 for line in lines)
    right = max(line.white[-1][0] for line in lines)
    return [gutter for gutter in white if gutter[0] > left and gutter[1] < right]


def finer(lines: Sequence[Level], gutters: Sequence[Span]) -> Sequence[Span]:
    """Return the gutters with those that the first lines hide: heads that stand over several
    columns, lines above the table.
    """
    best = gutters
    for first in range(1, min(MOST_ABOVE, len(lines) - FEWEST_LINES) + 1):
        below = lines[first:]
        own = parting(below, _inner(below)) if len(below[0].parts) > len(best) + 1 else []
        if len(own) <= len(best):
            continue
        filled = [{column(own, part) for part in line.parts} for line in below]
        rows = [columns for columns in filled if len(columns) > 1]
        if all(
            sum(at in columns for columns in rows) > FILLED * len(rows)
            for at in range(len(own) + 1)
        ):
            best = own
    return best


def named(lines: Sequence[Level], gutters: Sequence[Span]) -> Sequence[Span]:
    """Return the gutters with the one that titles of groups and totals reach over: between the
    numbers of the first column and what they number.
    """
    own = [[part for part in line.parts if column(gutters, part) == 0] for line in lines]
    several = [parts for parts in own if len(parts) > 1]
    if len(several) < max(FEWEST_LINES, FILLED * sum(map(bool, own))):
        return gutters
    low, high = max(parts[0].x1 for parts in several), min(parts[1].x0 for parts in several)
    over = [parts[0] for parts in own if len(parts) == 1 and parts[0].x1 > high]
    begin = min(parts[0].x0 for parts in several)
    if high - low < GUTTER * lines[0].size or not over:
        return gutters
    titles = all(abs(part.x0 - begin) <= STRAIGHT for part in over)
    return [(low, high), *gutters] if titles else gutters


def parting(lines: Sequence[Level], gutters: Sequence[Span]) -> list[Span]:
    """Return the gutters that part columns, without those between a head and the column that it
    stands over: white between a word on the left and amounts on the right below it parts no line.
    Of several ways the first column alone goes without a head, and heads stand near.
    """
    own = [{column(gutters, part) for part in line.parts} for line in lines]
    filled = [
        {number for number, line in enumerate(own) if at in line} for at in range(len(gutters) + 1)
    ]
    best: list[tuple[int, int, float, tuple[int, ...]]] = [(0, 0, 0.0, ())]
    for last in range(len(filled)):
        ways, white, headed = list[tuple[int, int, float, tuple[int, ...]]](), 0.0, False
        for begin in range(last, -1, -1):
            if not _as_one(filled[begin : last + 1]):
                break
            white += gutters[begin][1] - gutters[begin][0] if begin < last else 0.0
            headed = headed or 0 in filled[begin] or not begin
            count, bare, before, begins = best[begin]
            ways.append((count + 1, bare + (not headed), before + white, (*begins, begin)))
        best.append(min(ways))
    return [gutters[begin - 1] for begin in best[-1][-1] if begin]


def column(gutters: Sequence[Span], part: Part) -> int:
    """Return the number of the column in which the middle of a piece stands; of one that reaches
    over several, of the first.
    """
    over = any(part.x0 < low and high < part.x1 for low, high in gutters)
    middle = 2 * part.x0 if over else part.x0 + part.x1
    return sum(low + high <= middle for low, high in gutters)


def _as_one(columns: Sequence[Set[int]]) -> bool:
    """Tell whether pieces side by side are one column: they never stand on one line, and all but
    those of one are a head's.
    """
    counts = sorted([0, *map(len, columns)])
    return counts[-2] <= HEAD_LINES and len(set[int]().union(*columns)) == sum(counts)
