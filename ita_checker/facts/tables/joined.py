"""The document's tables, each as one over all its pages: headings dropped, split rows joined,
merged cells in all their rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_checker.facts.page import flow, lines
from ita_checker.facts.tables.fields import NAME, OWN_FIELDS, PROJECT, TOPIC, field
from ita_checker.facts.tables.grid import Grid, Prose, Row, Slot, Stretch, said
from ita_checker.facts.tables.headings import (
    HEADINGS_AT_MOST,
    column_field,
    header,
    heading,
    heads,
    heads_on,
)
from ita_checker.facts.tables.roles import decided
from ita_checker.model import Cell, Facts, Page, Table

__all__ = [
    "Grid",
    "Prose",
    "Row",
    "Slot",
    "Stretch",
    "cells",
    "column_of",
    "grids",
    "names_column",
    "prose",
    "said",
]

TURNED_ROWS, TURNED_COLUMNS = 3, 3  # at least, of a table on its side: two columns are a card
BETWEEN = 3  # lines at most between the halves of a table: a page number, a running title


def grids(facts: Facts) -> tuple[Grid, ...]:
    """Return the tables of the document in order, each joined over its pages."""
    return facts.once(_grids)


def prose(facts: Facts) -> tuple[Prose, ...]:
    """Return the lines outside all tables, in order."""
    return facts.once(_prose)


def _prose(facts: Facts) -> tuple[Prose, ...]:
    first = facts.document.pages[0].number if facts.document.pages else 1
    widths = {page.number: page.width for page in facts.document.pages}
    return tuple(
        Prose(
            line.start,
            line.end,
            line.page - first,
            line.box.x0 / widths[line.page],
            line.box.x1 / widths[line.page],
            line.overleaf,
        )
        for line in lines(facts)
        if line.cell is None
    )


def _grids(facts: Facts) -> tuple[Grid, ...]:
    made: list[Grid] = []
    for index, page in enumerate(facts.document.pages):
        for number, table in enumerate(page.tables):
            for grid in _pieces(facts, (index, number), page, table):
                if made and _goes_on(facts, made[-1], grid):
                    made[-1] = _joined(made[-1], grid)
                else:
                    made.append(grid)
    return decided(facts, made)


def _pieces(facts: Facts, which: tuple[int, int], page: Page, table: Table) -> list[Grid]:
    """Return the tables that stand in one frame: each row of headings begins one, with columns of
    its own.
    """
    rows = _matrix(facts, which, page, table)
    if turned := _turned(facts, rows):
        return [_turned_grid(facts, which[0], turned)]
    begins, row = [0], 0
    while row < len(rows):
        if heads(facts, rows[row]):
            begins += (
                [row]
                if row > HEADINGS_AT_MOST - 1
                or any(sum(slot.filled for slot in above) > 1 for above in rows[:row])
                else []
            )
            row += 1
            while row < len(rows) and heads_on(facts, rows[row - 1], rows[row]):
                row += 1
        else:
            row += 1
    ends = [*begins[1:], len(rows)]
    return [
        _grid(facts, which[0], table, rows, first, last)
        for first, last in zip(begins, ends, strict=True)
    ]


def _turned(facts: Facts, rows: list[tuple[Slot, ...]]) -> list[tuple[Slot, ...]]:
    """Return the rows of a table that stands on its side, a measure in each column and the fields'
    names in the first, turned upright; nothing of any other.
    """
    plain = all(slot.across == 1 for row in rows for slot in row)
    if not plain or len(rows) < TURNED_ROWS or len(rows[0]) < TURNED_COLUMNS:
        return []
    upright = [tuple(row[column] for row in rows) for column in range(len(rows[0]))]
    above, beside = rows[0][1:], rows[1:]
    if heads(facts, rows[0]) or not heads(facts, upright[0]):
        return []
    data = sum(field(said(facts, row[1].parts)) in OWN_FIELDS for row in beside)
    return [] if 2 * data > len(beside) or not all(slot.filled for slot in above) else upright


def _turned_grid(facts: Facts, page: int, rows: list[tuple[Slot, ...]]) -> Grid:
    """Return a table on its side as a grid; it begins with the first of its letters and goes on
    with none.
    """
    stretches = [part for row in rows for slot in row for part in slot.parts]
    head = [part for slot in rows[0] for part in slot.parts]
    columns = range(len(rows[0]))
    return Grid(
        tuple(column_field(facts, rows[:1], column) for column in columns),
        tuple(heading(facts, rows[:1], column) for column in columns),
        tuple(Row(row) for row in rows[1:]),
        min(stretches)[0],
        max(end for _, end in stretches),
        head[0],
        page,
        tuple(-1.0 for _ in columns),
    )


def _grid(
    facts: Facts, page: int, table: Table, frame: list[tuple[Slot, ...]], begin: int, after: int
) -> Grid:
    own = [cell for cell in table.cells if cell.row < after and cell.row + cell.rows > begin]
    starts = sorted({cell.column for cell in own}) or [0]
    rows = [_narrowed(row, starts) for row in frame[begin:after]]
    first, last = header(facts, rows)
    levels = rows[first:last]
    columns = tuple(column_field(facts, levels, column) for column in range(len(starts)))
    headings = tuple(heading(facts, levels, column) for column in range(len(starts)))
    body = tuple(Row(slots) for slots in rows[last:])
    everywhere = [stretch for row in rows for slot in row for stretch in slot.parts] or [(0, 0)]
    heads = [
        stretch for row in levels for slot in row for stretch in slot.parts if slot.filled
    ] or [(0, 0)]
    start, end = min(everywhere)[0], max(end for _, end in everywhere)
    return Grid(
        columns,
        headings,
        body,
        start,
        end,
        (min(heads)[0], max(heads)[1]),
        page,
        _centres(own, starts),
    )


def _narrowed(row: tuple[Slot, ...], starts: list[int]) -> tuple[Slot, ...]:
    """Return the row with those columns alone in which a cell of its piece begins."""
    slots = []
    for column in starts:
        slot = row[column]
        covered = sum(column <= other < column + max(slot.across, 1) for other in starts)
        slots.append(replace(slot, across=covered if slot.across else 0))
    return tuple(slots)


def _matrix(
    facts: Facts, which: tuple[int, int], page: Page, table: Table
) -> list[tuple[Slot, ...]]:
    """Return the rows of slots; a cell over several rows stands in each of them, one over several
    columns in the first.
    """
    rows = [
        [Slot(origin=(*which, row, column)) for column in range(table.columns)]
        for row in range(table.rows)
    ]
    for cell in table.cells:
        slot = Slot((_stretch(facts, page, cell),), cell.columns, (*which, cell.row, cell.column))
        for row in range(cell.row, min(cell.row + cell.rows, table.rows)):
            rows[row][cell.column] = slot
            for column in range(cell.column + 1, min(cell.column + cell.columns, table.columns)):
                rows[row][column] = Slot((), 0, slot.origin)
    return [tuple(row) for row in rows]


def _stretch(facts: Facts, page: Page, cell: Cell) -> Stretch:
    start, end = facts.document.cell(page, cell)
    return flow(facts).index(start), flow(facts).index(end)


def _centres(cells: Sequence[Cell], starts: Sequence[int]) -> tuple[float, ...]:
    """Return the middle of each column in points, from the cells that stand in it alone."""
    middles = dict[int, float]()
    for cell in cells:
        if sum(cell.column <= other < cell.column + cell.columns for other in starts) == 1:
            middles.setdefault(cell.column, (cell.box.x0 + cell.box.x1) / 2)
    return tuple(middles.get(column, -1.0) for column in starts)


def _goes_on(facts: Facts, before: Grid, after: Grid) -> bool:
    """Tell whether a table goes on with the one before: on the next page, or nothing between, with
    the same headings or none.
    """
    if after.page - _last_page(before) > 1 or before.header[0] >= before.header[1]:
        return False
    if any(after.columns) and not (_same_headings(before, after) or _one_heading(before, after)):
        return False
    between = [
        line for line in prose(facts) if before.end <= line.start and line.end <= after.start
    ]
    if after.page == _last_page(before):
        return not between and len(after.columns) == len(before.columns)
    return all(_furniture(facts, line) for line in between) or (
        len(between) <= BETWEEN and bool(any(after.columns))
    )


def _same_headings(before: Grid, after: Grid) -> bool:
    return after.columns == before.columns and _alike(before.headings, after.headings)


def _one_heading(before: Grid, after: Grid) -> bool:
    """Tell whether headings that a page's end broke in two, or whose upper half was lost, make one
    with the others.
    """
    if len(before.columns) != len(after.columns):
        return False
    halves = not before.rows and NAME not in after.columns
    known = sum(map(bool, before.columns))
    return halves or (
        known >= 2
        and all(
            held in ("", other) for held, other in zip(before.columns, after.columns, strict=True)
        )
    )


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return sum(a == b for a, b in zip(one, other, strict=True)) * 2 >= len(one)


def _last_page(grid: Grid) -> int:
    return grid.rows[-1].slots[0].origin[0] if grid.rows else grid.page


def _furniture(facts: Facts, line: Prose) -> bool:
    """Tell whether a line is a page number or stands on other pages too."""
    bare = _letters(facts, line)
    return len(bare) <= 4 or facts.once(_repeated)[bare] > 1


def _repeated(facts: Facts) -> Counter[str]:
    """Return how often each line outside tables stands in the document, its numbers aside."""
    return Counter(_letters(facts, line) for line in prose(facts))


def _letters(facts: Facts, line: Prose) -> str:
    return re.sub(r"[\d\W]", "", flow(facts).text[line.start : line.end])


def _joined(before: Grid, after: Grid) -> Grid:
    """Return one table of both, the rows of the second set under the columns of the first."""
    rows = _filled_from_above(
        before, [replace(row, slots=_mapped(before, after, row)) for row in after.rows]
    )
    if rows:
        rows[0] = replace(rows[0], fresh=after.page == _last_page(before))
    columns = before.columns
    if len(columns) == len(after.columns):
        columns = tuple(other or held for held, other in zip(columns, after.columns, strict=True))
    return replace(
        before, columns=columns, rows=before.rows + tuple(rows), end=max(before.end, after.end)
    )


def _filled_from_above(before: Grid, rows: list[Row]) -> list[Row]:
    """Return the rows with what a merged cell says that the page's end cut: its words stand on the
    page before.
    """
    if not before.rows or len(rows) < 2:
        return rows
    above, first, second = before.rows[-1].slots, rows[0].slots, rows[1].slots
    own = {
        slot.origin: above[column].parts
        for column, slot in enumerate(first)
        if not slot.filled and slot.origin == second[column].origin and above[column].filled
    }
    return [
        replace(
            row,
            slots=tuple(
                replace(slot, parts=own.get(slot.origin, slot.parts)) for slot in row.slots
            ),
        )
        for row in rows
    ]


def _mapped(before: Grid, after: Grid, row: Row) -> tuple[Slot, ...]:
    if len(after.columns) == len(before.columns):
        return row.slots
    slots = [Slot(origin=(*row.slots[0].origin[:3], -1))] * len(before.columns)
    for slot, centre in zip(row.slots, after.centres, strict=True):
        nearest = min(
            range(len(before.centres)), key=lambda column: abs(before.centres[column] - centre)
        )
        slots[nearest] = replace(slot, parts=slots[nearest].parts + slot.parts)
    return tuple(slots)


def column_of(grid: Grid, *fields: str) -> int | None:
    """Return the column of the first of these fields that the table has."""
    return next((grid.columns.index(held) for held in fields if held in grid.columns), None)


def names_column(grid: Grid) -> int | None:
    """Return the column in which the measures' names stand."""
    return column_of(grid, NAME, PROJECT, TOPIC)


def cells(facts: Facts) -> Iterator[tuple[Grid, Row]]:
    """Yield every row below the headings with its table."""
    for grid in grids(facts):
        for row in grid.rows:
            yield grid, row
