"""Tables that share one frame with each other and with boxes of text, as the parts of a form do:
told by where their cells begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from ita_checker.facts.tables.grid import Slot

TABLES, ROWS, CELLS = 2, 2, 3  # at least: tables in a frame, rows of one, cells of a row
Rows = Sequence[tuple[Slot, ...]]


def apart(rows: Rows) -> list[tuple[int, int]]:
    """Return the rows [first, last) of each table of a frame, and of what stands between them; all
    rows as one where no two of its tables are parted into columns at other places.
    """
    runs = list[tuple[frozenset[int], int, int]]()
    for parted, own in groupby(range(len(rows)), key=lambda row: _sides(rows[row])):
        numbers = [*own]
        runs.append((parted, numbers[0], numbers[-1] + 1))
    tables = [one for one in runs if len(one[0]) >= CELLS and one[2] - one[1] >= ROWS]
    others = any(not (one <= other or other <= one) for one, *_ in tables for other, *_ in tables)
    if len(tables) < TABLES or not others:
        return [(0, len(rows))]
    edges = sorted({0, len(rows), *(edge for _, *span in tables for edge in span)})
    return [*pairwise(edges)]


def _sides(row: tuple[Slot, ...]) -> frozenset[int]:
    """Return the columns in which a row's cells begin."""
    return frozenset(column for column, slot in enumerate(row) if slot.across)
