"""Forms in tables of one column: each row opens with a label that white space or a colon parts from
what stands behind it. That the labels come again table after table makes labels of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ita_checker.facts.page import flow
from ita_checker.facts.tables.grid import Grid, Row, Slot
from ita_checker.model import Facts
from ita_checker.model.records import replace
from ita_checker.text.flow import Flow

COLUMNS = 2  # of a form at most, its labels and what stands beside them
ROWS, TABLES = 3, 2  # rows of a table, and tables, at least
SHORTEST, LONGEST = 4, 24  # letters of a label


def with_labels_apart(facts: Facts, grids: Sequence[Grid]) -> list[Grid]:
    """Return the tables, those of one column whose labels come again with the labels in a column of
    their own.
    """
    single = [grid for grid in grids if sum(map(_whole, grid.rows)) >= ROWS and _narrow(grid)]
    if len(single) < TABLES:
        return list(grids)
    text = flow(facts)
    times = Counter(
        label for grid in single for label in {_opening(text, one) for one in grid.rows}
    )
    labels = {label for label, count in times.items() if label and count >= TABLES}
    return [_apart(text, grid, labels) if grid in single else grid for grid in grids]


def _apart(text: Flow, grid: Grid, labels: set[str]) -> Grid:
    """Return a table with each label beside what it labels; as it is where fewer rows have one."""
    labelled = [_whole(row) and _opening(text, row) in labels for row in grid.rows]
    if sum(labelled) < ROWS:
        return grid
    rows = tuple(
        _parted(text, row) if own else _unparted(row)
        for row, own in zip(grid.rows, labelled, strict=True)
    )
    centres = (grid.centres * COLUMNS)[:COLUMNS]
    return replace(grid, columns=("", ""), headings=("", ""), rows=rows, centres=centres)


def _narrow(grid: Grid) -> bool:
    return len(grid.columns) <= COLUMNS


def _whole(row: Row) -> bool:
    """Tell whether a row is one cell from edge to edge."""
    return row.slots[0].across == len(row.slots)


def _unparted(row: Row) -> Row:
    return replace(row, slots=_over(row.slots[0])) if _whole(row) else row


def _over(slot: Slot) -> tuple[Slot, Slot]:
    """Return a cell over both columns, and nothing beside it."""
    page, table, row, _ = slot.origin
    return replace(slot, across=2), Slot((), 2, (page, table, row, 1))


def _parted(text: Flow, row: Row) -> Row:
    slot = row.slots[0]
    (start, end), *others = slot.parts
    cut = _end_of_opening(text, start, end)
    behind = cut + text.text.startswith(":", cut)
    page, table, at, _ = slot.origin
    told = Slot(((behind, end), *others), 1, (page, table, at, 1))
    return replace(row, slots=(replace(slot, parts=((start, cut),)), told))


def _opening(text: Flow, row: Row) -> str:
    """Return the words before the first colon or white space of a row that are short enough to
    label it; "" for none, and for what counts something ("มาตรการที่ 1").
    """
    parts = row.slots[0].parts
    if not parts:
        return ""
    start, end = parts[0]
    cut = _end_of_opening(text, start, end)
    opening = text.text[start:cut]
    counts = cut < end and text.text[cut].isdigit()
    return "" if counts or not SHORTEST <= len(opening) <= LONGEST else opening


def _end_of_opening(text: Flow, start: int, end: int) -> int:
    gap = next(iter(text.gaps(start + 1, end)), end)
    colon = text.text.find(":", start, end)
    return min(gap, colon) if colon >= 0 else gap
