"""Columns decided by what the others of their table hold: the one that is left, what may be done or
still to do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_checker.facts.tables.by_cells import by_cells
from ita_checker.facts.tables.contents import look, one_round_each, shares
from ita_checker.facts.tables.fields import (
    ACTIVITY,
    GUIDELINE,
    MONITORING,
    NAME,
    PERIOD,
    RESPONSIBLE,
    RESULT_FIELDS,
    STEPS,
)
from ita_checker.facts.tables.grid import Grid
from ita_checker.facts.tables.likely import likely_field
from ita_checker.facts.tables.set_off import A_ROUND

TOLD_OF_ALL = (STEPS, RESPONSIBLE, MONITORING)  # what a plan tells of each measure
STANDS_FOR = {STEPS: (GUIDELINE, ACTIVITY)}
LETTERS = re.compile(r"[\u0e01-\u0e2e]{2}")
HALF, TWO = 0.5, 2
PERHAPS = 0.15  # how likely a column is to tell what was done, at least, if its place says so
TIMES_AT_LEAST = 2  # columns headed by a time that are a calendar


def told_once(
    grid: Grid, chosen: tuple[str, ...], texts: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Return the fields without those that an unknown heading only seems to name while the heading
    of another column does: of each measure it is told once who answers for it and how it is
    watched. What the cells themselves look like stays.
    """
    sure = {held for held in (RESPONSIBLE, MONITORING) if held in grid.columns}
    return tuple(
        ""
        if held in sure and not grid.columns[column] and shares(texts[column]).get(held, 0.0) < HALF
        else held
        for column, held in enumerate(chosen)
    )


def in_each_time(
    grid: Grid, chosen: tuple[str, ...], texts: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Return the fields of a plan in which columns headed by a quarter or month each hold words
    and no times, each cell its own: what is to be done then, where nothing else tells the steps.
    """
    own = set(chosen)
    times = [at for at, held in enumerate(chosen) if held == PERIOD and _a_time(grid.headings[at])]
    told = own & {STEPS, GUIDELINE, ACTIVITY, *RESULT_FIELDS}
    if NAME not in own or told or len(times) < TIMES_AT_LEAST:
        return chosen
    cells = [text for column in times for text in texts[column] if LETTERS.search(text)]
    to_do = [text for text in cells if look(text) not in (PERIOD, MONITORING)]
    if len(to_do) <= HALF * len(cells) or len(set(to_do)) <= HALF * len(to_do):
        return chosen  # a mark, or one word for all that is done then, says only when
    return tuple(STEPS if column in times else held for column, held in enumerate(chosen))


def _a_time(heading: str) -> bool:
    """Tell whether the lowest level of a heading is a time of its own ("ไตรมาส 1", "ต.ค. 64")."""
    own = heading.rpartition("|")[2]
    return A_ROUND.match(own) is not None or look(own) == PERIOD


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


def in_order(
    grid: Grid, chosen: tuple[str, ...], texts: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Return the fields of a table of results as its columns stand: what no heading calls a result
    and stands before what was done, or before its rounds, is how it was before; where what was
    done has no column, the first of two results tells it.
    """
    chosen = _without_before(grid, chosen)
    told = [at for at, held in enumerate(chosen) if held in RESULT_FIELDS and worded(texts[at])]
    done = set(chosen) & {ACTIVITY, STEPS, GUIDELINE}
    if done or len(told) < TWO or grid.columns[told[0]] or A_ROUND.search(grid.headings[told[0]]):
        return chosen
    likely = likely_field(grid.headings[told[0]].rpartition("|")[2])
    if likely != ACTIVITY and by_cells(texts[told[0]]).get(ACTIVITY, 0.0) < PERHAPS:
        return chosen
    return tuple(ACTIVITY if at == told[0] else held for at, held in enumerate(chosen))


def _without_before(grid: Grid, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields without results that stand before what was done."""
    lowest = [heading.rpartition("|")[2] for heading in grid.headings]
    rounds = [A_ROUND.search(heading) is not None for heading in lowest]
    done = [
        at
        for at, held in enumerate(chosen)
        if held == ACTIVITY or (held in RESULT_FIELDS and rounds[at])
    ]
    return tuple(
        ""
        if held in RESULT_FIELDS
        and done
        and at < done[0]
        and not grid.columns[at]
        and likely_field(lowest[at]) not in RESULT_FIELDS
        else held
        for at, held in enumerate(chosen)
    )


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
        held == MONITORING and not one_round_each(own)
        for held, own in zip(chosen, texts, strict=True)
    )
    return STEPS if planned and watched and set(chosen) & set(RESULT_FIELDS) else ACTIVITY
