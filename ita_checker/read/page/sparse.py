"""Columns that few rows of a table without lines fill, or none: those of check lists, of lists to
be signed, of remarks. Heads name them, and the rows are numbered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_checker.read.page.bands import HEAD_LINES, Level, Part
from ita_checker.read.page.rows import Row

# columns of such a table, its numbered rows, and share of these that a column fills by which rows
# are told; columns that tell them
SEVERAL, FEWEST, FILLED, TELLING = 3, 4, 0.5, 2
NUMBER = re.compile(r"\s*\d{1,3}[.)]?\s*")
Split = Sequence[Sequence[Sequence[Part]]]


def telling(
    found: Sequence[Row], band: Sequence[Level], split: Split, *, headed: bool = False
) -> Sequence[int]:
    """Return the columns by which rows are told; all of them, where none is such a column.
    `headed`: these are columns that lines draw, their heads are elsewhere.
    """
    every = range(len(split[0]))
    if len(every) < SEVERAL:
        return every
    rows = [
        line
        for line in range(len(band))
        if len(split[line][0]) == 1 and NUMBER.fullmatch(found[split[line][0][0].run].text)
    ]
    if len(rows) < FEWEST:
        return every
    heads = split[max(0, rows[0] - HEAD_LINES) : rows[0]]
    if not headed and not all(any(line[at] for line in heads) for at in every):
        return every
    dense = [at for at in every if sum(bool(split[n][at]) for n in rows) >= FILLED * len(rows)]
    return dense if len(dense) >= TELLING else every
