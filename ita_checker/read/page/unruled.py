"""Tables without lines: columns that run down the page with white between them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ita_checker.read.page import again, ajar, bands, sparse, unruled_rows
from ita_checker.read.page.bands import APART, FEWEST_LINES, Level, Part, Span
from ita_checker.read.page.flows import one_after_another
from ita_checker.read.page.no_table import is_none
from ita_checker.read.page.rows import Row, rejoined, rows_of

FEWEST_ROWS = 3
# lines from which a stretch is tried; then those that begin one of more columns are, as often;
# then what follows it
TRIES = 6
FEWEST_SHARED = (
    2  # base lines on which more than one run stands; most pages of running text have none
)
FILLED, FULL = 0.5, 0.7  # share of a table's rows that each of its columns fills; of all cells
IN_LINE = 0.6  # share of a column's cells that stand in line
LETTERS = 3  # of a cell that is no amount and no mark
NEXT_LINE = 1.05  # of the step from line to line of a cell: what is nearer may belong to the cell
SET_IN = 3.0  # of the letter size
Cells = tuple[tuple[tuple[Row, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Unruled:
    """A table without lines: how far down the page it reaches, its runs by their numbers, its rows
    of cells of lines.
    """

    top: float
    bottom: float
    runs: frozenset[int]
    cells: Cells


def sought(found: Sequence[Row]) -> tuple[list[Row], list[Unruled]]:
    """Return the runs of a page parted where cells may be, and the tables without lines among them,
    from top to bottom; what goes on over the white of these is parted, too.
    """
    runs = bands.parted(found)
    made = tables(runs)
    pieces = ajar.cut(runs, [one.cells for one in made]) if made else runs
    return (pieces, tables(pieces)) if len(pieces) > len(runs) else (runs, made)


def tables(found: Sequence[Row]) -> list[Unruled]:
    """Return the tables without lines among the parted runs of a page, from top to bottom."""
    shared = [count for count in Counter([round(run.y) for run in found]).values() if count > 1]
    if len(shared) < FEWEST_SHARED:
        return []
    levels = bands.levels(found)
    made = _down(found, levels, again.Known())
    before = again.known(one.cells for one in made)
    return _down(found, levels, before) if before.labels else made


def _down(found: Sequence[Row], levels: Sequence[Level], before: again.Known) -> list[Unruled]:
    """Return the tables down a page; `before`: what is known of its tables of two columns."""
    made: list[Unruled] = []
    tried: Counter[tuple[int, int]] = (
        Counter()
    )  # how often a stretch was, by its end and its number of gutters
    index = end = 0
    while index < len(levels):
        last, gutters = (
            bands.band(levels, index) if len(levels[index].parts) > 1 else (index + 1, [])
        )
        if gutters and one_after_another(_drawn(found, levels[index:last], gutters)):
            index = last
            continue
        first = _above(levels, index, gutters[0], end) if gutters else index
        table = _table(found, levels[first:last], gutters, before) if gutters else None
        for white in before.gutters if table is None else ():
            reach = again.reach(levels, index, white)
            own = levels[index:reach]
            as_others = _table(found, own, [white], before) if own else None
            if as_others and again.as_before(as_others.cells, before):
                table, first, last = as_others, index, reach
                break
        if table is not None and not _cut_off(levels, first, table):
            made.append(table)
            index = end = last
            continue
        tried[last, len(gutters)] += 1
        index = _next(levels, index + 1, last, len(gutters), tried[last, len(gutters)])
    return made


def _drawn(found: Sequence[Row], band: Sequence[Level], gutters: Sequence[Span]) -> list[list[Row]]:
    """Return the runs of each column of a band, without what stands alone above and below."""
    several = [at for at, level in enumerate(band) if len(level.parts) > 1]
    split = [_columns(level, gutters) for level in band[several[0] : several[-1] + 1]]
    return [[found[part.run] for line in split for part in line[at]] for at in range(len(split[0]))]


def _above(levels: Sequence[Level], index: int, gutter: Span, end: int) -> int:
    """Return the first line of a row that stands in the middle: lines of its value may stand above
    that of its label; `end`: what is before belongs to another table.
    """
    low, high = gutter
    first = index
    while first > end and len(levels[first - 1].parts) == 1:
        part = levels[first - 1].parts[0]
        beside = first - 2 >= end and len(levels[first - 2].parts) == 1 and part.x1 <= low
        if levels[first].y - levels[first - 1].y > APART * levels[first].size:
            break
        if part.x0 >= high - 0.01:
            first -= 1
        elif beside and levels[first - 2].parts[0].x0 >= high - 0.01:
            first -= 2
        else:
            break
    return first


def _cut_off(levels: Sequence[Level], first: int, table: Unruled) -> bool:
    """Tell whether the row of a table goes on above its first line or below its last: no further
    off than the next line of a cell stands what holds several pieces, or is set in.
    """
    rows_of_cells = [cell for row in table.cells for cell in row]
    steps = [
        below.y - above.y for cell in rows_of_cells for above, below in itertools.pairwise(cell)
    ]
    if not steps:
        return False
    reach = NEXT_LINE * median(steps)
    tops = [min(cell[0].y for cell in row if cell) for row in table.cells]
    ends = [max(cell[-1].y for cell in row if cell) for row in table.cells]
    parted = min(top - end for end, top in zip(ends, tops[1:], strict=False)) > reach
    left = min(cell[0].x0 for cell in rows_of_cells if cell)
    beside = [level for level in levels[max(0, first - 1) : first] if table.top - level.y <= reach]
    following = [level for level in levels[first:] if level.y > table.bottom][:1]
    beside += [level for level in following if level.y - table.bottom <= reach]
    return any(
        (len(level.parts) > 1 and parted) or level.parts[0].x0 > left + SET_IN * level.size
        for level in beside
    )


def _next(levels: Sequence[Level], first: int, last: int, gutters: int, tried: int) -> int:
    """Return from which line on to look next, after a stretch of the page is no table for so many
    times.
    """
    if tried < TRIES:
        return first
    return _finer(levels, first, last, gutters) if tried < 2 * TRIES else last


def _finer(levels: Sequence[Level], first: int, last: int, gutters: int) -> int:
    """Return the first line of a stretch that begins one of more gutters; its end if none does."""
    return next(
        (
            index
            for index in range(first, last)
            if len(bands.band(levels[index : index + FEWEST_LINES], 0)[1]) > gutters
        ),
        last,
    )


def _table(
    found: Sequence[Row], band: Sequence[Level], gutters: Sequence[Span], before: again.Known
) -> Unruled | None:
    """Return the table that a band is; None if it is none."""
    gutters = bands.named(band, bands.finer(band, gutters))
    split = [_columns(level, gutters) for level in band]
    telling = sparse.telling(found, band, split)
    grouped = _rows(found, band, split, telling, before)
    while grouped and _is_above(_merged(split, grouped[0]), gutters):
        grouped.pop(0)
    while grouped and _follows(found, _merged(split, grouped[-1]), before):
        grouped.pop()
    if len(grouped) < FEWEST_ROWS:
        return None
    cells = [[[part.run for part in cell] for cell in _merged(split, row)] for row in grouped]
    if not _are_columns(found, [[row[at] for at in telling] for row in cells]):
        return None
    texts = ["".join([found[number].text for number in cell]) for row in cells for cell in row]
    if is_none(
        [texts[start : start + len(split[0])] for start in range(0, len(texts), len(split[0]))]
    ):
        return None
    lines = [[_lines(found, cell) for cell in row] for row in cells]
    if len(cells[0]) == 2 and not (again.as_before(lines, before) or _tells(lines)):
        return None
    inside = [band[index] for row in grouped for index in row]
    made = tuple(tuple(map(tuple, row)) for row in lines)
    numbers = frozenset(number for row in cells for cell in row for number in cell)
    return Unruled(inside[0].y, inside[-1].y, numbers, made)


def _rows(
    found: Sequence[Row],
    band: Sequence[Level],
    split: Sequence[list[list[Part]]],
    telling: Sequence[int],
    before: again.Known,
) -> list[list[int]]:
    """Return the lines of each row by their numbers; a line without any column by which rows are
    told belongs to the row that it follows.
    """
    own = [number for number, line in enumerate(split) if any(line[at] for at in telling)]
    told = [[split[number][at] for at in telling] for number in own]
    rows = unruled_rows.rows(found, [band[number] for number in own], told, before.labels)
    begins = [*(own[row[0]] for row in rows), own[rows[-1][-1]] + 1] if rows else []
    return [list(range(first, last)) for first, last in itertools.pairwise(begins)]


def _are_columns(found: Sequence[Row], cells: Sequence[Sequence[Sequence[int]]]) -> bool:
    """Tell whether cells, the numbers of their runs, fill their columns and stand in line there."""
    columns = list(zip(*cells, strict=True))
    filled = [sum(map(bool, column)) for column in columns]
    edges = [
        [(found[cell[0]].x0, max(found[cell[0]].ends)) for cell in column if cell]
        for column in columns
    ]
    return (
        min(filled) >= max(FEWEST_ROWS, FILLED * len(cells))
        and sum(filled) >= FULL * len(cells) * len(columns)
        and all(unruled_rows.in_line(each, IN_LINE) for each in edges)
    )


def _is_above(row: Sequence[Sequence[Part]], gutters: Sequence[Span]) -> bool:
    """Tell whether what stands under one column alone, or goes on over the white between columns
    and leaves the last empty, is above the table: heads over several columns reach its end.
    """
    if sum(map(bool, row)) < 2:
        return True
    parts = [part for cell in row for part in cell]
    over = any(part.x0 < low and high < part.x1 for part in parts for low, high in gutters)
    return over and 2 * max(part.x1 for part in parts) <= sum(gutters[-1])


def _follows(found: Sequence[Row], row: Sequence[Sequence[Part]], before: again.Known) -> bool:
    """Tell whether what stands under one column alone follows the table, and is no known label
    whose value is left out.
    """
    if sum(map(bool, row)) > 1:
        return False
    label = again.text_of([found[part.run] for part in row[0]])
    return len(row) != 2 or label not in before.labels


def _columns(level: Level, gutters: Sequence[Span]) -> list[list[Part]]:
    """Return a line's pieces for each column between gutters."""
    columns: list[list[Part]] = [[] for _ in range(len(gutters) + 1)]
    for part in level.parts:
        columns[bands.column(gutters, part)].append(part)
    return columns


def _merged(split: Sequence[list[list[Part]]], row: Sequence[int]) -> list[list[Part]]:
    """Return the pieces of each cell of a row of the table."""
    return [
        [part for index in row for part in split[index][column]] for column in range(len(split[0]))
    ]


def _lines(found: Sequence[Row], cell: Sequence[int]) -> list[Row]:
    return rows_of(rejoined([found[number] for number in sorted(cell)]))


def _tells(lines: Sequence[Sequence[Sequence[Row]]]) -> bool:
    """Tell whether both of two columns hold words, and any cell more than one line: labels with a
    line beside each, amounts and page numbers are read line by line.
    """
    for column in (0, 1):
        cells = ["".join([line.text for line in row[column]]) for row in lines if row[column]]
        if 2 * sum(sum(map(str.isalpha, text)) >= LETTERS for text in cells) <= len(cells):
            return False
    return any(len(row[0]) > 1 or len(row[1]) > 1 for row in lines)
