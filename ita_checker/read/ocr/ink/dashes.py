"""Tables on a scan whose lines are dashed or dotted: dashes in a row, alike and evenly apart, that
other rows or rules cross.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.layer.letters import Rule
from ita_checker.read.ocr.ink.ruling import FAINT
from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.connected import Runs, connected
from ita_checker.read.raster.shades import inked

# Points: how long a dash is, how thick, and the white from one to the next at most, also where
# another row crosses theirs.
SHORTEST, LONGEST, THICKEST, WHITE = 0.7, 14.0, 2.4, 18.0
SLANT = 1.5  # pixels by which dashes of one row differ in height
LANE = 4  # pixels, and half of it beside: dashes of one row stand in one lane
FEWEST = 4  # strokes of letters stand three in a row by chance
# so many times as long as most dashes of its row is one, as wide the white between two, at most;
# of how many it must be so, for noise joins dashes and takes some away
UNEVEN, MOSTLY = 1.6, 0.7
SPARSE = 2.0  # times as long as a dash is the white between two at most
JUMP = 2.5  # times a step from dash to dash is the white where rows cross
LONG = 38.0  # points: a level row
MEETS = 4.0  # points, and a step: as near to a row ends what meets it
SIDEWAYS = [1, 0, 3, 2]  # a rectangle whose columns are its rows
SIDES = 2  # upright rows: lines to write on meet none, and rows of dots lead to no two


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of dashes in pixels: where it stands, where it begins and ends, how far each dash is
    from the next, how many there are, and where wider white parts them.
    """

    at: float
    start: float
    end: float
    step: float = 0.0
    dashes: int = 0
    parted: tuple[float, ...] = ()

    @property
    def long(self) -> float:
        """Return how far the row reaches."""
        return self.end - self.start


def dashed(
    ink: Grey, whole: Runs, boxes: NDArray[np.int32], rules: Sequence[Rule], scale: float
) -> tuple[list[Rule], Mask | None]:
    """Return the dashed lines of tables as rules in points, and a mask of their ink (None without
    any); `whole`, `boxes`: the ink's pieces and their outlines; `rules`: the unbroken ones;
    `scale`: pixels per point.
    """
    down = list(_rows(boxes[:, SIDEWAYS], scale))
    if len(down) < SIDES:
        return [], None
    faint = connected(inked(ink, FAINT))  # some dashes hang together there, others show only there
    outlines = faint.boxes()
    down += _rows(outlines[:, SIDEWAYS], scale)
    both = (*_rows(boxes, scale), *_rows(outlines, scale))
    across, down = _tables([row for row in both if row.long >= LONG * scale], down, rules, scale)
    if not down:
        return [], None
    found = [Rule(row.start, row.at, row.end, row.at) for row in across]
    found += [Rule(row.at, row.start, row.at, row.end) for row in down]
    made = [Rule(*(side / scale for side in rule)) for rule in found]
    mask = whole.painted(_ink(boxes, across, down, scale))
    mask |= faint.painted(_ink(outlines, across, down, scale))
    return made, np.negative(mask)


def _tables(
    across: list[_Row], down: list[_Row], rules: Sequence[Rule], scale: float
) -> tuple[list[_Row], list[_Row]]:
    """Return the level and the upright rows that make tables, drawn out to where they meet."""
    solid = [
        _Row(rule.top * scale, rule.x0 * scale, rule.x1 * scale)
        for rule in rules
        if rule.top == rule.bottom
    ]
    levels, near = [*across, *solid], MEETS * scale
    down = [
        met
        for row in down
        if _explained(row, levels, near) and (met := _between(row, levels, near)) is not None
    ]
    across = [
        _reaching(row, down, near)
        for row in across
        if _explained(row, down, near)
        and _apart((each for each in down if _meet(row, each, near)), near) >= SIDES
    ]
    return (across, down) if _apart(down, near) >= SIDES else ([], [])


def _apart(rows: Iterable[_Row], near: float) -> int:
    """Return at how many places rows stand."""
    places = sorted(row.at for row in rows)
    return sum(after - before > near for before, after in pairwise([-np.inf, *places]))


def _rows(boxes: NDArray[np.int32], scale: float) -> Iterator[_Row]:
    """Yield the level rows of dashes among rectangles (x0, y0, x1, y1)."""
    long, thick = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    alone = (long >= SHORTEST * scale) & (long <= LONGEST * scale) & (thick <= THICKEST * scale)
    numbers = _near_others(np.flatnonzero(alone & (thick > 0)), boxes)
    rows: list[list[int]] = []
    ends: dict[int, tuple[float, int, int]] = {}  # by height: of the last row there
    for number, (x0, y0, x1, y1) in zip(numbers.tolist(), boxes[numbers].tolist(), strict=True):
        at, level = (y0 + y1) / 2, (y0 + y1) // 2
        for other in (level, level - 1, level + 1):
            height, end, row = ends.get(other, (0.0, 0, -1))
            if row >= 0 and abs(height - at) <= SLANT and 0 < x0 - end <= WHITE * scale:
                del ends[other]
                break
        else:
            row = len(rows)
            rows.append([])
        rows[row].append(number)
        ends[level] = at, x1, row
    for found in rows:
        if len(found) >= FEWEST:
            yield from _even(found, boxes)


def _near_others(numbers: NDArray[np.int64], boxes: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the pieces, from left to right, that have another close before or behind them."""
    x0, y0, x1, y1 = boxes[numbers].T
    near = np.zeros(len(numbers), np.bool_)
    for phase in (0, LANE // 2):
        lane = ((y0 + y1) // 2 + phase) // LANE
        order = np.lexsort((x0, lane))
        before, after = order[:-1], order[1:]
        gap, long = x0[after] - x1[before], np.maximum(x1 - x0, 1)
        beside = (lane[before] == lane[after]) & (gap <= SPARSE * long[before] + 1)
        near[before[beside]] = near[after[beside]] = True
    kept = numbers[near]
    return kept[np.argsort(boxes[kept, 0], kind="stable")]


def _even(numbers: list[int], boxes: NDArray[np.int32]) -> Iterator[_Row]:
    """Yield the rows whose dashes are alike and, but where something crosses them, evenly apart."""
    places = boxes[numbers].tolist()
    gaps = [after[0] - before[2] for before, after in pairwise(places)]
    long = median(x1 - x0 for x0, _, x1, _ in places)
    white = _least(gaps)
    step = long + white
    breaks = [0, *(at for at, gap in enumerate(gaps, 1) if gap > JUMP * step), len(places)]
    if white > SPARSE * long:
        return
    for first, last in pairwise(breaks):
        own = places[first:last]
        alike = sum(long / UNEVEN - 1 <= x1 - x0 <= long * UNEVEN + 1 for x0, _, x1, _ in own)
        if len(own) < FEWEST or alike < MOSTLY * len(own):
            continue
        at = median((y0 + y1) / 2 for _, y0, _, y1 in own)
        parted = tuple(
            (before[2] + after[0]) / 2
            for before, after in pairwise(own)
            if after[0] - before[2] > UNEVEN * white + 1
        )
        yield _Row(at, own[0][0], own[-1][2], step, len(own), parted)


def _least(gaps: Sequence[int]) -> float:
    """Return how wide the white is where nothing crosses a row: narrow, in half of it at least."""
    return sorted(gaps)[len(gaps) // 4]


def _explained(row: _Row, others: Sequence[_Row], near: float) -> bool:
    """Tell whether other rows cross a row where its dashes are farther apart."""
    crossed = [other.at for other in others if _meet(row, other, near)]
    open_ = sum(all(abs(at - each) > row.step for each in crossed) for at in row.parted)
    return open_ <= (1 - MOSTLY) * row.dashes


def _meet(row: _Row, other: _Row, near: float) -> bool:
    """Tell whether two rows that stand crosswise meet."""
    reach = near + row.step, near + other.step
    return (
        row.start - reach[0] <= other.at <= row.end + reach[0]
        and other.start - reach[1] <= row.at <= other.end + reach[1]
    )


def _between(row: _Row, others: Sequence[_Row], near: float) -> _Row | None:
    """Return an upright row that goes from one level row to another; None where it does not."""
    made = _reaching(row, others, near)
    ends = {other.at for other in others if _meet(row, other, near)}
    return made if made.start in ends and made.end in ends else None


def _reaching(row: _Row, others: Sequence[_Row], near: float) -> _Row:
    """Return a row drawn out to the rows that it ends at."""
    met = [other.at for other in others if _meet(row, other, near)]
    reach = near + row.step
    first, last = min(met, default=row.start), max(met, default=row.end)
    start = first if abs(first - row.start) <= reach else row.start
    end = last if abs(last - row.end) <= reach else row.end
    return replace(row, start=start, end=end)


def _ink(
    boxes: NDArray[np.int32], across: Sequence[_Row], down: Sequence[_Row], scale: float
) -> NDArray[np.bool_]:
    """Tell of each piece whether rows are made of it: a dash, or two grown together where a row
    crosses another.
    """
    level, crossed = _along(boxes, across, scale)
    upright, crosses = _along(boxes[:, SIDEWAYS], down, scale)
    largest = 2 * max(row.step for row in (*across, *down))
    small = (boxes[:, 2:] - boxes[:, :2] <= largest).all(axis=1) & (boxes[:, 2] > 0)
    return np.asarray(level | upright | (small & crossed & crosses), np.bool_)


def _along(
    boxes: NDArray[np.int32], rows: Sequence[_Row], scale: float
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell of each piece whether it lies on one of the level rows, and whether it touches one."""
    within, touches = np.zeros(len(boxes), np.bool_), np.zeros(len(boxes), np.bool_)
    thick = THICKEST * scale
    for row in rows:
        inside = (boxes[:, 0] >= row.start - thick) & (boxes[:, 2] <= row.end + thick)
        within |= inside & (boxes[:, 1] >= row.at - thick) & (boxes[:, 3] <= row.at + thick)
        touches |= (boxes[:, 1] <= row.at + 1) & (boxes[:, 3] >= row.at - 1)
    return within & (boxes[:, 2] > 0), touches
