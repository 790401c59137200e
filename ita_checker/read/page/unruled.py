"""Tables without lines: columns that run down the page with white between them, and rows that
white or a key column parts.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ita_checker.read.page import again, bands, standing
from ita_checker.read.page.bands import FEWEST_LINES, Level, Part, Span
from ita_checker.read.page.no_table import is_none
from ita_checker.read.page.rows import Row, rejoined, rows_of

# of the letter size: base lines closer than this are of one line of cells, set in the middle of
# their row
BESIDE = 0.6
PARTED = 1.2  # of the usual step from line to line: a larger one begins a new row of the table
FEWEST_ROWS = 3
# whose rows the heights of cells tell: of labels with their values many heights agree by chance
FEWEST_COLUMNS = 3
# lines from which a stretch is tried; then those that begin one of more columns are, as often;
# then what follows it
TRIES = 6
FEWEST_SHARED = (
    2  # base lines on which more than one run stands; most pages of running text have none
)
FILLED = 0.5  # share of a table's rows that each of its columns fills
ALIGNED = 0.8  # share of lines that fill all columns, or all but one, where every line is a row
WRAPPED = 0.7  # share of lines that white parts from the line before, where every line is a row
TALLEST = 5  # lines of a row on which nearly all columns are filled, on the average of a table
SPARSE = (
    0.8  # share of the lines at most that hold the key of a row, where rows are not parted by white
)
BEGUN = 0.6  # share of its cells at least that begin on the line of a row's key
STRAIGHT, IN_LINE = 3.0, 0.6  # points, and share of a column's cells that stand in line
# of the letter size: columns of amounts and of labels are narrower; two of them are read line by
# line
NARROW = 5.0
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
    index = 0
    while index < len(levels):
        last, gutters = (
            bands.band(levels, index) if len(levels[index].parts) > 1 else (index + 1, [])
        )
        table = _table(found, levels[index:last], gutters, before) if gutters else None
        for white in before.gutters if table is None else ():
            end = again.reach(levels, index, white)
            as_others = _table(found, levels[index:end], [white], before) if end > index else None
            if as_others and again.as_before(as_others.cells, before):
                table, last = as_others, end
                break
        if table is not None and not _cut_off(levels, index, table):
            made.append(table)
            index = last
            continue
        tried[last, len(gutters)] += 1
        index = _next(levels, index + 1, last, len(gutters), tried[last, len(gutters)])
    return made


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
    reach, left = NEXT_LINE * median(steps), min(cell[0].x0 for cell in rows_of_cells if cell)
    beside = [level for level in levels[max(0, first - 1) : first] if table.top - level.y <= reach]
    following = [level for level in levels[first:] if level.y > table.bottom][:1]
    beside += [level for level in following if level.y - table.bottom <= reach]
    return any(
        len(level.parts) > 1 or level.parts[0].x0 > left + SET_IN * level.size for level in beside
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
    split = [_columns(level, gutters) for level in band]
    grouped = _rows(band, split)
    while grouped and sum(map(bool, _merged(split, grouped[-1]))) < 2:
        grouped.pop()  # what follows the table stands under one column of it
    if len(grouped) < FEWEST_ROWS:
        return None
    cells = [[[part.run for part in cell] for cell in _merged(split, row)] for row in grouped]
    filled = [sum(bool(row[column]) for row in cells) for column in range(len(gutters) + 1)]
    if min(filled) < FILLED * len(cells) or sum(
        map(bool, itertools.chain.from_iterable(cells))
    ) < 0.7 * len(cells) * len(filled):
        return None
    edges = [
        [(found[cell[0]].x0, max(found[cell[0]].ends)) for row in cells if (cell := row[at])]
        for at in range(len(filled))
    ]
    if min(filled) < FEWEST_ROWS or not all(map(_aligned, edges)):
        return None
    texts = ["".join([found[number].text for number in cell]) for row in cells for cell in row]
    if is_none([texts[start : start + len(filled)] for start in range(0, len(texts), len(filled))]):
        return None
    lines = [[_lines(found, cell) for cell in row] for row in cells]
    if len(filled) == 2 and not (again.as_before(lines, before) or _tells(lines)):
        return None
    inside = [band[index] for row in grouped for index in row]
    made = tuple(tuple(map(tuple, row)) for row in lines)
    numbers = frozenset(number for row in cells for cell in row for number in cell)
    return Unruled(inside[0].y, inside[-1].y, numbers, made)


def _aligned(edges: Sequence[Span]) -> bool:
    """Tell whether most cells of a column begin, end or have their middle in one place, as words
    of running text do by chance only.
    """
    for places in (
        [x0 for x0, _ in edges],
        [x1 for _, x1 in edges],
        [(x0 + x1) / 2 for x0, x1 in edges],
    ):
        usual = median(places)
        if sum(abs(place - usual) <= STRAIGHT for place in places) >= IN_LINE * len(places):
            return True
    return False


def _columns(level: Level, gutters: Sequence[Span]) -> list[list[Part]]:
    """Return a line's pieces for each column between gutters."""
    columns: list[list[Part]] = [[] for _ in range(len(gutters) + 1)]
    for part in level.parts:
        columns[sum(part.x0 >= gutter[1] - 0.01 for gutter in gutters)].append(part)
    return columns


def _rows(band: Sequence[Level], split: Sequence[list[list[Part]]]) -> list[list[int]]:
    """Return the lines of each row of the table, by their numbers; none where neither how cells
    stand, nor white, nor a key column parts them.
    """
    usual = _step(band, split)
    if usual is None:
        return []
    if len(split[0]) >= FEWEST_COLUMNS and (told := _standing(band, split, usual)):
        return told
    steps = [below.y - above.y for above, below in itertools.pairwise(band)]
    begins = [0, *(index for index, step in enumerate(steps, 1) if step > PARTED * usual)]
    whole = [
        index
        for index, columns in enumerate(split)
        if columns[0] and sum(map(bool, columns)) >= max(2, len(columns) - 1)
    ]
    aligned = bool(whole) and len(whole) >= ALIGNED * (whole[-1] + 1)
    lines = whole[-1] + 1 if aligned else 0
    parted = FEWEST_ROWS <= len(begins) <= WRAPPED * lines and lines <= TALLEST * len(begins)
    if aligned and not parted:
        if len(band) > lines and steps[lines - 1] <= PARTED * usual:
            return []  # a cell goes on below: its lines are those of one row
        return [[index] for index in range(lines)]
    if len(begins) < FEWEST_ROWS:
        keys = [index for index, columns in enumerate(split) if columns[0]]
        begun = [sum(map(bool, split[index])) for index in keys]
        if (
            not keys
            or keys[0] != 0
            or len(keys) > SPARSE * len(split)
            or min(begun) < max(2, BEGUN * len(split[0]))
        ):
            return []
        begins = keys
    return [list(range(first, last)) for first, last in itertools.pairwise([*begins, len(band)])]


def _standing(
    band: Sequence[Level], split: Sequence[list[list[Part]]], usual: float
) -> list[list[int]]:
    """Return the lines of each row by their numbers as far as the heights of cells tell."""
    filled = [tuple(map(bool, columns)) for columns in split]
    heights = [level.y for level in band]
    told = standing.rows(standing.Lines(heights, filled, band[0].size, usual))
    return told if len(told) >= FEWEST_ROWS else []


def _step(band: Sequence[Level], split: Sequence[list[list[Part]]]) -> float | None:
    """Return the usual step down from one line of a cell to the next; None where no column holds
    two lines.
    """
    steps = []
    for column in range(len(split[0])):
        lines = [level for level, columns in zip(band, split, strict=True) if columns[column]]
        steps += [
            below.y - above.y
            for above, below in itertools.pairwise(lines)
            if below.y - above.y > 1.5 * BESIDE * below.size
        ]
    return sorted(steps)[len(steps) // 5] if steps else None


def _merged(split: Sequence[list[list[Part]]], row: Sequence[int]) -> list[list[Part]]:
    """Return the pieces of each cell of a row of the table."""
    return [
        [part for index in row for part in split[index][column]] for column in range(len(split[0]))
    ]


def _lines(found: Sequence[Row], cell: Sequence[int]) -> list[Row]:
    return rows_of(rejoined([found[number] for number in sorted(cell)]))


def _tells(lines: Sequence[Sequence[Sequence[Row]]]) -> bool:
    """Tell whether both of two columns hold texts of more than one line, as labels, amounts and
    page numbers do not.
    """
    for column in (0, 1):
        cells = [row[column] for row in lines if row[column]]
        size = cells[0][0].size
        widths = [line.x1 - line.x0 for cell in cells for line in cell]
        if median(widths) < NARROW * size:
            return False
    return sum(len(row[0]) > 1 or len(row[1]) > 1 for row in lines) * 2 >= len(lines)
