"""Cards beside a spine: one cell with the card's number runs down all of its rows, left of the
labels. It counts the card and says nothing of any row.
"""

from __future__ import annotations

import re
from collections import Counter

from ita_checker.facts.tables.grid import Grid, Slot, said
from ita_checker.model import Facts
from ita_checker.model.records import replace

COLUMNS = 3  # the spine, the labels, what stands beside them
ROWS = 3  # down which a spine runs, at least
NUMBER = re.compile(r"\(?\d{0,2}[.)]?")


def without_spine(facts: Facts, grid: Grid) -> Grid:
    """Return a table without headings of which the first column holds spines alone, without that
    column; any other as it is.
    """
    if any(grid.columns) or len(grid.columns) != COLUMNS:
        return grid
    first = [row.slots[0] for row in grid.rows]
    runs = Counter(slot.origin for slot in first)
    if not all(runs[slot.origin] >= ROWS and _counts(facts, slot) for slot in first):
        return grid
    rows = tuple(replace(row, slots=row.slots[1:]) for row in grid.rows)
    return replace(
        grid,
        columns=grid.columns[1:],
        headings=grid.headings[1:],
        rows=rows,
        centres=grid.centres[1:],
    )


def _counts(facts: Facts, slot: Slot) -> bool:
    return slot.across == 1 and NUMBER.fullmatch(said(facts, slot.parts)) is not None
