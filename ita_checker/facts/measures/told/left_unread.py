"""What stands there piece by piece and gave no measure: tables, forms, cards and headings that
nobody read as any. What is missing may stand in them, and so may what is wrong.
"""

from __future__ import annotations

from ita_checker.facts.measures.paired.plan_and_results import plan, results
from ita_checker.facts.measures.told.without_role import cards_without_role, may_hold, without_role
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    OWN_FIELDS,
    Grid,
    Stretch,
    grids,
    told_in_rows,
    unplaced_columns,
)
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

FIELDS = 4  # of the form for publishing a paper, that tell it
PUBLISHED_BY = pattern_of(lambda: any_of(words_of("layout.published_by")))
FORM = 2  # columns of a table that say something of a measure


def left_unread(facts: Facts) -> tuple[Stretch, ...]:
    """Return the pieces that may set measures or tell their results and of which none was read, in
    order.
    """
    return facts.once(_left_unread)


def _left_unread(facts: Facts) -> tuple[Stretch, ...]:
    known = [one.name[0] for one in (*plan(facts), *results(facts))]
    tables = [(grid.start, grid.end) for grid in grids(facts) if _unread(facts, grid)]
    own = {*may_hold(facts), *cards_without_role(facts), *without_role(facts), *tables}
    return tuple(
        sorted(
            (start, end)
            for start, end in own
            if not any(start <= place < end for place in known)
            and not _publishes(flow(facts).text[start:end])
        )
    )


def _publishes(text: str) -> bool:
    """Tell whether a table is the form with which hospitals publish a paper: no measure's."""
    return len({hit[0] for hit in PUBLISHED_BY.finditer(text)}) >= FIELDS


def _unread(facts: Facts, grid: Grid) -> bool:
    """Tell whether a table has a column for what measures are beside others of words, or rows of
    words in columns without a name.
    """
    fields = set(grid.columns) & OWN_FIELDS
    if fields:
        return len(fields) + len(unplaced_columns(facts, grid)) >= FORM
    return not any(grid.columns) and told_in_rows(facts, grid)
