"""Which column of a table says what its rows are about: the one headed so, else the one whose cells
name indicators and nothing besides, whatever stands over it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.facts.measures.weak_beside import BETWEEN, Place
from ita_checker.facts.page import flow
from ita_checker.facts.tables import OWN_FIELDS, TOPIC, Grid, Stretch
from ita_checker.model import Facts

AT_LEAST = 2  # cells of names that make a column of them


def topics(facts: Facts, grid: Grid, named: Sequence[Place]) -> int | None:
    """Return the column of what a table's rows are about, None where it has none; `named`: every
    place where an indicator is named.
    """
    if TOPIC in grid.columns:
        return grid.columns.index(TOPIC)
    if set(grid.columns) & OWN_FIELDS:  # it sets measures, which may bear such names
        return None
    columns = range(len(grid.columns))
    return next((at for at in columns if _of_names(facts, grid, at, named)), None)


def _of_names(facts: Facts, grid: Grid, at: int, named: Sequence[Place]) -> bool:
    """Tell whether half of a column's cells or more, and two at least, name an indicator each."""
    cells = [row.slots[at].parts for row in grid.rows if row.slots[at].parts]
    own = sum(_names_one(facts, parts, named) for parts in cells)
    return own >= AT_LEAST and 2 * own >= len(cells)


def _names_one(facts: Facts, parts: Sequence[Stretch], named: Sequence[Place]) -> bool:
    """Tell whether a cell is one indicator's name, with no more than a number or score by it."""
    text = flow(facts).text
    start, end = parts[0][0], parts[-1][0] + len(text[slice(*parts[-1])].rstrip())
    own = [place for _, place in named if start <= place[0] and place[1] <= end]
    beside = [(start, own[0][0]), (own[0][1], end)] if len(own) == 1 else []
    return bool(beside) and all(BETWEEN.fullmatch(text, *around) for around in beside)
