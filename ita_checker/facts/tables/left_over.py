"""Columns decided by what the others of their table hold: the one that is left, what may be done or
still to do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_checker.facts.tables.contents import shares
from ita_checker.facts.tables.fields import (
    ACTIVITY,
    GUIDELINE,
    MONITORING,
    NAME,
    RESPONSIBLE,
    RESULT_FIELDS,
    STEPS,
)
from ita_checker.facts.tables.grid import Grid
from ita_checker.facts.tables.set_off import A_ROUND

TOLD_OF_ALL = (STEPS, RESPONSIBLE, MONITORING)  # what a plan tells of each measure
STANDS_FOR = {STEPS: (GUIDELINE, ACTIVITY)}
LETTERS = re.compile(r"[\u0e01-\u0e2e]{2}")
HALF = 0.5


def left_over(
    grid: Grid, chosen: tuple[str, ...], texts: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Return the fields of a plan in which one column of words is left and one thing that plans
    tell of each measure: it is told there.
    """
    own = set(chosen)
    lacks = [held for held in TOLD_OF_ALL if not own & {held, *STANDS_FOR.get(held, ())}]
    left = [
        column
        for column, held in enumerate(chosen)
        if not held and grid.headings[column] and worded(texts[column])
    ]
    plan = NAME in own and RESPONSIBLE in own and not own & set(RESULT_FIELDS)
    if not plan or len(lacks) != 1 or len(left) != 1:
        return chosen
    return tuple(lacks[0] if column == left[0] else held for column, held in enumerate(chosen))


def worded(texts: Sequence[str]) -> bool:
    """Tell whether words stand in most cells of a column."""
    return sum(LETTERS.search(text) is not None for text in texts) > HALF * len(texts)


def to_do(grid: Grid, chosen: Sequence[str], column: int, texts: Sequence[Sequence[str]]) -> str:
    """Return the field of a column that may be what was done, by a heading that no list knows: it
    is what is to be done where its cells say so, others tell how it is watched (and not of which
    round a row is) and what came of it.
    """
    if chosen[column] != ACTIVITY or grid.columns[column]:
        return chosen[column]
    planned = shares(texts[column]).get(STEPS, 0.0) >= HALF
    watched = any(
        held == MONITORING and not all(A_ROUND.fullmatch(text) for text in own if text)
        for held, own in zip(chosen, texts, strict=True)
    )
    return STEPS if planned and watched and set(chosen) & set(RESULT_FIELDS) else ACTIVITY
