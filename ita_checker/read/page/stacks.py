"""Level lines of one length, one over the other, as tables whose columns white shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from ita_checker.model import Box
from ita_checker.read.layer.letters import Rule
from ita_checker.read.page import gutters, ruled
from ita_checker.read.page.bands import GUTTER, Level, Span, common, levels, parted
from ita_checker.read.page.gutters import Wide, parted_at
from ita_checker.read.page.half_drawn import stands_at
from ita_checker.read.page.rows import Row
from ita_checker.read.page.ruled import NARROWEST, SNAP, Grid, Square

FEWEST_LINES = 3  # level lines of one length, one over the other
NEAR = 1.8  # of the letter size: what is further from a level line is another piece
WIDER = 1.2  # of the least step from line to line: white that parts rows
TITLES = 2  # between rows: a title, and a label whose value is empty
TALLEST = 3.0  # of the letter size: a title's room
SHORT = 0.75  # of its column's width: a line so short does not go on in the next


@dataclass(frozen=True, slots=True)
class Band:
    """What stands between two level lines: where it begins and ends, its runs and lines."""

    top: float
    bottom: float
    runs: tuple[Row, ...]
    lines: tuple[Level, ...]

    @property
    def white(self) -> list[Span]:
        """Return the white that parts all lines at one place, behind more than marks of a list."""
        if not self.lines:
            return []
        whites = [list(line.white) for line in self.lines]
        least = GUTTER * self.lines[0].size
        left = min(line.parts[0].x0 for line in self.lines)
        right = max(part.x1 for line in self.lines for part in line.parts)
        shared = reduce(lambda some, other: common(some, other, least), whites)
        wide = [(x0, x1) for x0, x1 in shared if x1 - x0 >= least and x0 > left and x1 < right]
        parts = [part for line in self.lines for part in line.parts]
        known = Wide(0, self.runs, self.lines)
        return [
            one for one in wide if known.lettered([part for part in parts if part.x1 <= one[0]])
        ]

    @property
    def is_parted(self) -> bool:
        """Tell whether white parts all lines."""
        return bool(self.white)

    @property
    def is_title(self) -> bool:
        """Tell whether one line that nothing parts stands there alone."""
        one = len(self.lines) == 1 and not self.is_parted
        return one and self.bottom - self.top <= TALLEST * self.lines[0].size

    def from_to(self, top: float, bottom: float) -> Band:
        """Return a stretch of it."""
        runs = tuple(run for run in self.runs if top < run.y <= bottom)
        return Band(top, bottom, runs, tuple(levels(runs)))


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes share any place."""
    return (
        min(one.x1, other.x1) - max(one.x0, other.x0) > SNAP
        and min(one.bottom, other.bottom) - max(one.top, other.top) > SNAP
    )


def stacks(
    rules: Sequence[Rule], shades: Sequence[Rule], grids: Sequence[Grid], runs: Sequence[Row]
) -> list[Grid]:
    """Return level lines of one length, one over the other, as tables of one column, as far as
    white parts what stands between them; where upright lines stand there are none.
    """
    lengths = [each for each in _lengths([*rules, *shades]).items() if len(each[1]) >= FEWEST_LINES]
    if not lengths:
        return []
    uprights = [rule for rule in rules if rule.x0 == rule.x1]
    firm = [one.box for one in grids if any(stands_at(one.box, line) for line in uprights)]
    outside = [run for run in runs if run.inked and not any(_holds(box, run) for box in firm)]
    said = parted(outside)
    made: list[Grid] = []
    for (x0, x1), tops in lengths:
        inside = tuple(run for run in said if x0 - SNAP <= run.x0 < x1 + SNAP)
        whole = Band(0.0, max(tops) * 2, inside, tuple(levels(inside)))
        for bands in _stacked(tops, whole):
            one = _one_column(x0, x1, list(_in_rows(bands, whole, tops)))
            if not any(stands_at(one.box, line) for line in uprights) and not any(
                meet(one.box, other) for other in firm
            ):
                made.append(one)
    return made


def _lengths(drawn: Iterable[Rule]) -> dict[tuple[float, float], list[float]]:
    """Return where level lines stand, by where they begin and end."""
    levels_of = [(rule.top, rule.x0, rule.x1) for rule in drawn if rule.top == rule.bottom]
    found: dict[tuple[float, float], list[float]] = {}
    for top, x0, x1 in ruled.joined(levels_of):
        near = ((a, b) for a, b in found if abs(a - x0) <= SNAP and abs(b - x1) <= SNAP)
        found.setdefault(next(near, (x0, x1)), []).append(top)
    return found


def _one_column(x0: float, x1: float, bands: Sequence[Band]) -> Grid:
    cells = tuple(
        Square(row, 0, 1, 1, Box(x0, band.top, x1, band.bottom)) for row, band in enumerate(bands)
    )
    return Grid(Box(x0, bands[0].top, x1, bands[-1].bottom), len(cells), 1, cells)


def _stacked(tops: Sequence[float], whole: Band) -> Iterator[list[Band]]:
    """Yield the bands between level lines that white parts into the same columns, with a title
    between them or above.
    """
    held: list[Band] = []
    for band in (band for pair in pairwise(_apart(tops)) for band in _bands(whole.from_to(*pair))):
        if band.is_parted and _same_columns(held, band):
            held.append(band)
            continue
        titles = 1 + next((n for n, one in enumerate(held[::-1]) if one.is_parted), len(held))
        if band.is_title and titles <= TITLES:
            held.append(band)
            continue
        above = held[len(held) + 1 - titles :] if band.is_parted or band.is_title else []
        yield from _table(held)
        held = [*above, band][-TITLES:] if band.is_parted or band.is_title else []
    yield from _table(held)


def _same_columns(held: Sequence[Band], band: Band) -> bool:
    """Tell whether the same white parts a band as those before it; below a title, or one row alone,
    no other does.
    """
    rows = [one for one in held if one.is_parted]
    if not rows:
        return True
    least = GUTTER * band.lines[0].size
    shared = reduce(lambda some, one: common(some, one.white, least), rows, band.white)
    if {len(one.white) for one in (*rows, band)} == {len(shared)}:
        return True
    before, after = (_begins(some) for some in (rows, [*rows, band]))
    return held[-1].is_parted and len(rows) > 1 and len(before) == len(after)


def _begins(bands: Iterable[Band]) -> list[float]:
    """Return where the columns of bands begin, but for the first."""
    wide = [Wide(number, one.runs, one.lines) for number, one in enumerate(bands)]
    return [x for _, x in gutters.between(gutters.closely(wide))]


def _table(held: Sequence[Band]) -> Iterator[list[Band]]:
    """Yield bands as far as they are a table, without titles above columns and below all: two that
    white parts at least.
    """
    rows = [one for one in held if one.is_parted]
    begins = _begins(rows)
    if len(rows) < gutters.FEWEST or not begins:
        return
    first = held.index(rows[0]) if len(begins) > 1 else 0
    last = len(held)
    below = None if held[-1].is_parted else held[-1].lines[0]
    if below and (len(begins) > 1 or parted_at(below, begins[0]) is None):
        last -= 1
    yield list(held[first:last])


def _in_rows(bands: Sequence[Band], whole: Band, tops: Sequence[float]) -> Iterator[Band]:
    """Yield bands row by row, with the row right above the first level line and that right below
    the last, where white parts them alike.
    """
    begins = _begins(one for one in bands if one.is_parted)
    above = [line for line in whole.lines if line.y <= bands[0].top]
    lines = _going_on(above[::-1], bands[0].top, begins)
    if lines and not any(0 < lines[-1].y - top < NEAR * lines[-1].size for top in tops):
        yield whole.from_to(lines[-1].y - lines[-1].size, bands[0].top)
    for band in bands:
        yield from _rows(band, begins) if band.is_parted else (band,)
    below = [line for line in whole.lines if line.y > bands[-1].bottom]
    lines = _going_on(below, bands[-1].bottom, begins, once=True)
    if lines and not any(0 < top - lines[-1].y < lines[-1].size for top in tops):
        yield whole.from_to(bands[-1].bottom, lines[-1].y + lines[-1].size / 2)


def _going_on(
    lines: Iterable[Level], at: float, begins: Sequence[float], *, once: bool = False
) -> list[Level]:
    """Return the lines next to a level line that its columns' white parts, up to the last of which
    all are filled; `once`: up to the next such line.
    """
    found: list[Level] = []
    whole = 0
    for line in lines:
        sides = [parted_at(line, x) for x in begins]
        if abs(line.y - at) > NEAR * line.size or None in sides:
            break
        if all(all(one) for one in sides if one):
            if once and found:
                break
            whole = len(found) + 1
        found.append(line)
        at = line.y
        if once and not whole:
            return []
    return found if once else found[:whole]


def _rows(band: Band, begins: Sequence[float]) -> Iterator[Band]:
    """Yield the rows of a band that no level line parts, as far as white does or, of labels and
    values, how far these reach.
    """
    lines = band.lines
    steps = [below.y - above.y for above, below in pairwise(lines)]
    if not steps:
        yield band
        return
    sides = [[parted_at(line, x) or ([], []) for x in begins] for line in lines]
    full = [all(all(one) for one in each) for each in sides]
    white = [full[n] and step > WIDER * min(steps) for n, step in enumerate(steps, 1)]
    if len(begins) == 1 and full[0]:
        x = begins[0]
        right = max(line.parts[-1].x1 for line in lines)
        ends = [line.parts[-1].x1 < x + SHORT * (right - x) for line in lines]
        valued = [not left for ((left, _),) in sides]
        white = [
            full[n] and (wide or valued[n - 1] or ends[n - 1]) for n, wide in enumerate(white, 1)
        ]
    edges = [lines[n].y - lines[n].size for n, begun in enumerate(white, 1) if begun]
    for top, bottom in pairwise([band.top, *edges, band.bottom]):
        yield band.from_to(top, bottom)


def _holds(box: Box, run: Row) -> bool:
    return box.x0 <= run.x0 <= box.x1 and box.top <= run.y <= box.bottom


def _apart(tops: Iterable[float]) -> list[float]:
    """Return level lines without those that double another."""
    made: list[float] = []
    for top in sorted(tops):
        if not made or top - made[-1] > NARROWEST:
            made.append(top)
    return made


def _bands(whole: Band) -> Iterator[Band]:
    """Yield what stands between two level lines: a title over a row of which no line parts it is
    a band of its own.
    """
    parts = (line for line in whole.lines if replace(whole, lines=(line,)).is_parted)
    first = None if whole.is_parted else next(parts, None)
    middle = first.y - first.size if first else whole.top
    title, below = whole.from_to(whole.top, middle), whole.from_to(middle, whole.bottom)
    yield from (title, below) if title.lines and below.is_parted else (whole,)
