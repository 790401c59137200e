"""Reading order: columns of text one after the other; tables without lines are found before
(`unruled.py`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.page import unruled
from ita_checker.read.page.flows import NEXT_LINE, flows, stretches
from ita_checker.read.page.rows import WIDE, Row, joined, rows_of, runs, segments
from ita_checker.read.page.unruled_rows import is_dense

GUTTER = 1.0  # of the letter size: the least width of the white between two columns
CLOSE = 0.7  # the same between those that no order tells apart in which they are drawn
FEWEST_LINES = 4  # on each side of a gutter
FILLED = 0.6  # share of its column's width that a line of running text fills
FEWEST_ROWS = 3
BESIDE = 0.8  # of the letter size: a smaller step down is no next line


class Block(NamedTuple):
    """One piece of a page in reading order: lines of text, or the rows of a table without lines
    (row, column, lines of the cell). `beside`: it stands in one of two columns.
    """

    top: float
    lines: tuple[Row, ...]
    cells: tuple[tuple[tuple[Row, ...], ...], ...] = ()
    beside: bool = False


Span = tuple[float, float]


class _Level(NamedTuple):
    """A row with its segments."""

    y: float
    size: float
    parts: tuple[Row, ...]
    spans: tuple[Span, ...]


class _Columns(NamedTuple):
    """Two columns: how many rows before the first of their band they begin, the row after their
    last, their rows, and what parts them.
    """

    above: int
    last: int
    band: Sequence[_Level]
    gutter: Span


def blocks(found: Sequence[Cluster]) -> list[Block]:
    """Return the clusters outside ruled tables as blocks in reading order."""
    return blocks_of(runs(found))


def blocks_of(left: list[Row], drawn: bool = True) -> list[Block]:
    """Return runs as blocks in reading order; `drawn`: as the file draws them, not from the top."""
    made: list[Block] = []
    parted, tables = unruled.sought(left)
    if tables:
        left = parted
    taken = frozenset(number for table in tables for number in table.runs)
    left = [run for number, run in enumerate(left) if number not in taken] if taken else left
    for table in tables:
        made.extend(_in_order([run for run in left if run.y < table.top], drawn))
        made.append(Block(table.top, (), table.cells))
        left = [run for run in left if run.y >= table.top]
    made.extend(_in_order(left, drawn))
    return made


def _in_order(found: Sequence[Row], drawn: bool) -> Iterator[Block]:
    for flow in flows(found) if drawn else stretches(found):
        yield from _blocks(_levels(flow), [] if drawn else _levels(flow, CLOSE))


def _levels(flow: Sequence[Row], wide: float = WIDE) -> list[_Level]:
    levels = []
    for row in rows_of(flow):
        parts = segments(row, wide)
        if parts:
            size = row.page.lists[3][row.places[len(row) // 2]]
            spans = tuple([part.inked[:2] for part in parts if part.inked])
            levels.append(_Level(row.y, size, tuple(parts), spans))
    return levels


def _blocks(levels: Sequence[_Level], close: Sequence[_Level] = ()) -> list[Block]:
    """Return rows as blocks; `close`: the same rows parted by less white, for columns that stand
    close.
    """
    made: list[Block] = []
    index = plain = 0  # so many of the last blocks are rows that stand in no column
    while index < len(levels):
        found = _found(levels, index, plain, GUTTER)
        if found is None and close:
            found = _dense(_found(close, index, plain, CLOSE))
        if found is not None:
            del made[len(made) - found.above :]
            made.extend(_columns(found, drawn=not close))
            index, plain = found.last, 0
        else:
            made.append(_plain(levels[index]))
            index, plain = index + 1, plain + 1
    return made


def _found(levels: Sequence[_Level], index: int, plain: int, least: float) -> _Columns | None:
    """Return the columns that begin on a row, or in so many plain ones above it; `least`: how much
    white is between them.
    """
    last, gutters = _band(levels, index, least)
    above, left = _begun(levels[index - plain : index], levels[index], gutters, least)
    band = levels[index - above : last]
    middle = _column_gutter(band, left) if gutters else None
    return _Columns(above, last, band, middle) if middle is not None else None


def _dense(found: _Columns | None) -> _Columns | None:
    """Return columns in which lines stand one below the other as those of text do."""
    if found is None:
        return None
    split = [_split(level, [found.gutter]) for level in found.band]
    columns = [[row.y for row in column if row] for column in zip(*split, strict=True)]
    return found if all(map(is_dense, columns)) else None


def _begun(
    above: Sequence[_Level], first: _Level, gutters: Sequence[Span], least: float
) -> tuple[int, Sequence[Span]]:
    """Return how many rows right above one that gutters part stand at one side of these, for one
    column may begin higher than the other; and the gutters as they part those rows too.
    """
    count, below = 0, first
    for level in reversed(above):
        sides = [(0.0, level.spans[0][0]), (level.spans[-1][1], 1e6)]
        kept = _common(gutters, sides, least * level.size)
        if not kept or below.y - level.y > NEXT_LINE * level.size:
            break
        count, below, gutters = count + 1, level, kept
    return count, gutters


def _plain(level: _Level) -> Block:
    return Block(level.y, (joined(level.parts),))


def _band(levels: Sequence[_Level], first: int, least: float) -> tuple[int, list[Span]]:
    """Return how far down from a row the same gutters run, and those gutters; none if too few rows
    share one.
    """
    level = levels[first]
    below = levels[first + 1] if first + 1 < len(levels) else None
    alone = len(level.parts) == 1 and (below is None or len(below.parts) == 1)
    if alone and not (below and _staggered(level, below)):
        return first + 1, []
    gutters: list[Span] = [
        (0.0, level.spans[0][0]),
        *_between(level.spans),
        (level.spans[-1][1], 1e6),
    ]
    kept: list[Span] = []
    last = first + 1
    for index in range(first + 1, len(levels)):
        free = [
            (0.0, levels[index].spans[0][0]),
            *_between(levels[index].spans),
            (levels[index].spans[-1][1], 1e6),
        ]
        gutters = _common(gutters, free, least * levels[index].size)
        inner = _inner(gutters, levels[first : index + 1])
        if kept and len(inner) < len(kept):
            break
        if not inner and index - first > FEWEST_LINES:
            break
        if inner:
            kept, last = inner, index + 1
    if not kept or last - first < FEWEST_ROWS:
        return first + 1, []
    return last, kept


def _staggered(level: _Level, below: _Level) -> bool:
    """Tell whether what stands on one base line has the next beside it, a little lower: the lines
    of two columns whose letters or headings differ in size.
    """
    left, right = sorted((level.spans[0], below.spans[0]))
    return below.y - level.y < BESIDE * level.size and left[1] < right[0]


def _between(spans: Sequence[Span]) -> list[Span]:
    return [(a[1], b[0]) for a, b in itertools.pairwise(spans)]


def _common(some: Sequence[Span], others: Sequence[Span], width: float) -> list[Span]:
    """Return what white both rows share, as far as it is wide enough."""
    both = [(max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others]
    return [(low, high) for low, high in both if high - low >= width]


def _inner(gutters: Sequence[Span], band: Sequence[_Level]) -> list[Span]:
    """Return the gutters with letters on both sides."""
    left = min(level.spans[0][0] for level in band)
    right = max(level.spans[-1][1] for level in band)
    return [gutter for gutter in gutters if gutter[0] > left and gutter[1] < right]


def _split(level: _Level, gutters: Sequence[Span]) -> list[Row | None]:
    """Return a row's letters for each column between gutters."""
    columns: list[list[Row]] = [[] for _ in range(len(gutters) + 1)]
    for part, (x0, _) in zip(level.parts, level.spans, strict=True):
        columns[sum(x0 >= gutter[1] - 0.01 for gutter in gutters)].append(part)
    return [joined(column) if column else None for column in columns]


def _column_gutter(band: Sequence[_Level], gutters: Sequence[Span]) -> Span | None:
    """Return the gutter between two columns of running text; None where what stands side by side
    belongs together.
    """
    for gutter in sorted(gutters, key=lambda gutter: gutter[0] - gutter[1]):
        split = [_split(level, [gutter]) for level in band]
        left, right = [row[0] for row in split if row[0]], [row[1] for row in split if row[1]]
        together = sum(bool(row[0] and row[1]) for row in split)
        if min(len(left), len(right)) < FEWEST_LINES:
            continue
        if together <= 0.3 * min(len(left), len(right)) or (_runs_on(left) and _runs_on(right)):
            return gutter
    columns = list(zip(*(_split(level, gutters) for level in band), strict=True))
    if all(_runs_on([row for row in column if row]) for column in columns):
        return gutters[0]
    return None


def _runs_on(lines: Sequence[Row]) -> bool:
    """Tell whether lines are those of running text: most fill their column, with words."""
    if len(lines) < FEWEST_LINES:
        return False
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    size = median(line.size for line in lines)
    full = sum(
        line.x1 - line.x0 >= FILLED * (high - low) and _in_words(line.text) for line in lines
    )
    return high - low >= 9 * size and full >= 0.6 * len(lines)


def _in_words(text: str) -> bool:
    """Tell whether a line is no amount, nor several: it holds more letters than digits."""
    return sum(map(str.isalpha, text)) > sum(map(str.isdigit, text))


def _columns(found: _Columns, drawn: bool) -> Iterator[Block]:
    """Yield the blocks of the left column, then those of the right one."""
    for side in (0, 1):
        column = [row for level in found.band if (row := _split(level, [found.gutter])[side])]
        for block in _blocks(_levels(column), [] if drawn else _levels(column, CLOSE)):
            yield block._replace(beside=True)
