"""Amounts that stand side by side in one column of a table without lines, row after row: a column
each, though a head over both leaves no white between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ita_checker.read.page.rows import Row
from ita_checker.read.page.unruled_rows import in_line

FEWEST, MOST = 3, 0.8  # rows in which as many amounts stand, and of those in which any do
AMOUNT = re.compile(r"\s*[+-]?\d+(?:[.,]\d+)+%?\s*")
IN_LINE = 0.6  # share of a column's amounts that stand in line
Cells = list[list[list[int]]]


def parted(found: Sequence[Row], cells: Cells) -> Cells:
    """Return the rows of a table, cells being the numbers of their runs, with a column for each of
    several amounts.
    """
    made: Cells = [[] for _ in cells]
    for column in range(len(cells[0])):
        own = [row[column] for row in cells]
        middles = _between(found, own)
        for row, cell in zip(made, own, strict=True):
            lanes: list[list[int]] = [[] for _ in range(len(middles) + 1)]
            for run in cell:
                x0, x1 = _span(found[run])
                lanes[sum((x0 + x1) / 2 > middle for middle in middles)].append(run)
            row += lanes
    return made


def _between(found: Sequence[Row], column: Sequence[Sequence[int]]) -> list[float]:
    """Return what parts a column's amounts; nothing where they are no columns of their own."""
    amounts = [
        sorted(cell, key=lambda run: _span(found[run]))
        for cell in column
        if cell and all(AMOUNT.fullmatch(found[run].text) for run in cell)
    ]
    usual = Counter(map(len, amounts)).most_common(1)
    count, often = usual[0] if usual else (0, 0)
    if count < 2 or often < max(FEWEST, MOST * len(amounts)):
        return []
    spans = [[_span(found[run]) for run in cell] for cell in amounts if len(cell) == count]
    lanes = list(zip(*spans, strict=True))
    ends = [(max(x1 for _, x1 in lane), min(x0 for x0, _ in lane)) for lane in lanes]
    white = [(low, high) for (low, _), (_, high) in pairwise(ends)]
    if any(low >= high for low, high in white) or not all(in_line(one, IN_LINE) for one in lanes):
        return []
    return [(low + high) / 2 for low, high in white]


def _span(run: Row) -> tuple[float, float]:
    return run.inked[:2] if run.inked else (run.x0, run.x1)
