"""Columns that two tables have alike: what a plan and its results both list are the measures,
whatever stands over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_checker.facts.tables.contents import shares
from ita_checker.facts.tables.fields import (
    MONITORING,
    NAME,
    NUMBER,
    OWN_FIELDS,
    PERIOD,
    RESPONSIBLE,
    SCORE,
    TOPIC,
)
from ita_checker.facts.tables.grid import Grid
from ita_checker.facts.tables.marks import WORDED, Texts
from ita_checker.model.records import replace
from ita_checker.text.compare import score

SEVERAL = 2  # names that two tables have alike
SHORTEST = 8  # letters of a name
SAME_NAME = 80.0  # of 100
MOST = 0.75  # of a column's names
PART = 0.4  # of a column's cells: it is of offices, times, rounds or indicators
ELSE = (RESPONSIBLE, PERIOD, MONITORING, TOPIC, SCORE, NUMBER)


def with_pairs(grids: Sequence[Grid], texts: Sequence[Texts]) -> list[Grid]:
    """Return the tables, the first column whose cells another table has too named as that of the
    measures where no heading names one and other columns of both tell of them.
    """
    listed = [
        [*_listed(own)] if set(grid.columns) & OWN_FIELDS else []
        for grid, own in zip(grids, texts, strict=True)
    ]
    return [_named(grid, at, listed) for at, grid in enumerate(grids)]


def _named(grid: Grid, at: int, listed: Sequence[Sequence[tuple[int, tuple[str, ...]]]]) -> Grid:
    if NAME in grid.columns or SCORE in grid.columns:
        return grid
    others = [names for other, own in enumerate(listed) if other != at for _, names in own]
    for column, names in listed[at]:
        beside = {held for own, held in enumerate(grid.columns) if own != column}
        if beside & OWN_FIELDS and any(_alike(names, other) for other in others):
            given = {column: NAME}
            columns = (given.get(own, held) for own, held in enumerate(grid.columns))
            return replace(grid, columns=tuple(columns))
    return grid


def _listed(texts: Texts) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the columns that may list names, each with what it lists."""
    for column, own in enumerate(texts):
        names = tuple(dict.fromkeys(one for one in own if WORDED.search(one)))
        long = [one for one in names if len(one) >= SHORTEST]
        looks = shares(own)
        if len(long) < SEVERAL or len(long) < len(names):
            continue
        if all(looks.get(held, 0.0) <= PART for held in ELSE):
            yield column, names


def _alike(names: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether most of one column's names stand in another, and about as many there."""
    met = sum(any(score(one, other) >= SAME_NAME for other in others) for one in names)
    return met >= max(SEVERAL, MOST * len(names))
