"""Tables that share one frame with each other and with boxes of text, as the parts of a form do:
told by where their cells begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, groupby, pairwise

from ita_checker.facts.tables.grid import Slot, said
from ita_checker.model import Facts

LETTER = re.compile(r"[^\W\d_]")
TABLES, ROWS, CELLS = 2, 2, 3  # at least: tables in a frame, rows of one, cells of a row
Rows = Sequence[tuple[Slot, ...]]
Run = tuple[frozenset[int], int, int]  # where cells begin, and the rows [first, last) of which


def apart(facts: Facts, rows: Rows) -> list[tuple[int, int]]:
    """Return the rows [first, last) of each table of a frame, and of what stands between them; all
    rows as one where no two of its tables are parted into columns of words at other places: bars
    of a calendar begin anywhere.
    """
    runs = list[Run]()
    for parted, own in groupby(range(len(rows)), key=lambda row: _sides(rows[row])):
        numbers = [*own]
        runs.append((parted, numbers[0], numbers[-1] + 1))
    tables = [one for one in runs if len(one[0]) >= CELLS and one[2] - one[1] >= ROWS]
    others = any(
        _says(facts, rows, one, other[0]) and _says(facts, rows, other, one[0])
        for one, other in combinations(tables, 2)
    )
    if len(tables) < TABLES or not others:
        return [(0, len(rows))]
    edges = sorted({0, len(rows), *(edge for _, *span in tables for edge in span)})
    return [*pairwise(edges)]


def _says(facts: Facts, rows: Rows, table: Run, but: frozenset[int]) -> bool:
    """Tell whether words stand in a table's cells that begin in columns of its own."""
    parted, first, last = table
    return any(
        LETTER.search(said(facts, row[column].parts))
        for row in rows[first:last]
        for column in parted - but
    )


def _sides(row: tuple[Slot, ...]) -> frozenset[int]:
    """Return the columns in which a row's cells begin."""
    return frozenset(column for column, slot in enumerate(row) if slot.across)
