"""The document's tables, each as one over all its pages: headings dropped, split rows joined,
merged cells in all their rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ita_checker.facts.page import begins_anew, flow
from ita_checker.facts.tables.fields import NAME, PROJECT, TOPIC
from ita_checker.facts.tables.framed import pieces
from ita_checker.facts.tables.grid import Grid, Prose, Row, Slot, Stretch, prose, said
from ita_checker.facts.tables.one_column import with_labels_apart
from ita_checker.facts.tables.roles import decided
from ita_checker.facts.tables.set_off import A_ROUND
from ita_checker.facts.tables.spines import without_spine
from ita_checker.facts.tables.stacked import laid_together
from ita_checker.model import Facts
from ita_checker.model.records import replace

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

BETWEEN = 3  # lines at most between the halves of a table: a page number, a running title
MARK, COUNT = re.compile(r"\W"), re.compile(r"[\d\W]")
PAGE_NUMBER = 4  # letters at most: 12, - 3 -


def grids(facts: Facts) -> tuple[Grid, ...]:
    """Return the tables of the document in order, each joined over its pages."""
    return facts.once(_grids)


def _grids(facts: Facts) -> tuple[Grid, ...]:
    made: list[Grid] = []
    for index, page in enumerate(facts.document.pages):
        for number, table in enumerate(page.tables):
            for grid in pieces(facts, (index, number), page, table):
                if made and _goes_on(facts, made[-1], grid):
                    made[-1] = _joined(made[-1], grid)
                else:
                    made.append(grid)
    cards = [without_spine(facts, grid) for grid in made]
    return decided(facts, laid_together(facts, with_labels_apart(facts, cards)))


def _goes_on(facts: Facts, before: Grid, after: Grid) -> bool:
    """Tell whether a table goes on with the one before: on the next page, or nothing between, with
    the same headings or none, and no title of its own that names a round.
    """
    if after.page - _last_page(before) > 1 or before.header[0] >= before.header[1]:
        return False
    if any(after.columns) and not (_same_headings(before, after) or _one_heading(before, after)):
        return False
    if A_ROUND.search(flow(facts).text, after.start, max(after.start, after.header[0])):
        return False
    between = [
        line for line in prose(facts) if before.end <= line.start and line.end <= after.start
    ]
    if after.page == _last_page(before):
        return not between and len(after.columns) == len(before.columns)
    own = [line for line in between if not _furniture(facts, line)]
    texts = [flow(facts).text[line.start : line.end] for line in own]
    section = any(begins_anew(text) or A_ROUND.search(text) for text in texts)
    return not own or (len(between) <= BETWEEN and any(after.columns) and not section)


def _same_headings(before: Grid, after: Grid) -> bool:
    return after.columns == before.columns and _alike(before.headings, after.headings)


def _one_heading(before: Grid, after: Grid) -> bool:
    """Tell whether headings that a page's end broke in two, or whose upper half was lost, make one
    with the others.
    """
    if len(before.columns) != len(after.columns) or _say_other(before.headings, after.headings):
        return False
    halves = not before.rows and NAME not in after.columns
    known = sum(map(bool, before.columns))
    return halves or (
        known >= 2
        and all(
            held in ("", other) for held, other in zip(before.columns, after.columns, strict=True)
        )
    )


def _say_other(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether most columns are headed otherwise, by words that are no part of the others."""
    pairs = zip(before, after, strict=True)
    other = sum(bool(a and b) and not (b in a or a in b) for a, b in pairs)
    return other * 2 >= len(before)


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return sum(a == b for a, b in zip(one, other, strict=True)) * 2 >= len(one)


def _last_page(grid: Grid) -> int:
    return grid.rows[-1].slots[0].origin[0] if grid.rows else grid.page


def _furniture(facts: Facts, line: Prose) -> bool:
    """Tell whether a line is a page number or stands on other pages too."""
    bare = _letters(facts, line)
    return len(bare) <= PAGE_NUMBER or facts.once(_repeated)[bare] > 1


def _repeated(facts: Facts) -> Counter[str]:
    """Return how often each line outside tables stands in the document, its numbers aside, but for
    a round's: "รายงานผล รอบ 6 เดือน" and "รายงานผล รอบ 12 เดือน" are two titles.
    """
    return Counter(_letters(facts, line) for line in prose(facts))


def _letters(facts: Facts, line: Prose) -> str:
    text = flow(facts).text[line.start : line.end]
    return (MARK if A_ROUND.search(text) else COUNT).sub("", text)


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
