"""What stands there piece by piece of which nothing says whether it plans measures or reports on
them.
"""

from __future__ import annotations

from ita_checker.facts.measures.cards.in_labelled_cards import labelled_cards
from ita_checker.facts.measures.paired.plan_and_results import plan, results
from ita_checker.facts.measures.prose.in_prose import told
from ita_checker.facts.measures.rows.in_tables import plans, reports
from ita_checker.facts.tables import (
    MONITORING,
    NAME,
    RESPONSIBLE,
    RESULT_FIELDS,
    STEPS,
    Stretch,
    grids,
)
from ita_checker.facts.tables import without_role as tables_without_role
from ita_checker.model import Facts


def may_hold(facts: Facts) -> tuple[Stretch, ...]:
    """Return the tables of words to which nothing gives a role: measures may stand in them."""
    return tables_without_role(facts)


def cards_without_role(facts: Facts) -> tuple[Stretch, ...]:
    """Return the cards of measures that nothing says to be planned or reported."""
    return tuple(
        (one.name[0], one.end)
        for run in labelled_cards(facts)
        if any(set(one.fields) & {RESPONSIBLE, STEPS, MONITORING, *RESULT_FIELDS} for one in run)
        for one in run
        if not one.known and len(one.unplaced) + len(one.fields) > 1
    )


def without_role(facts: Facts) -> tuple[Stretch, ...]:
    """Return where measures are named of which nothing says whether they are planned or reported:
    tables of names with no column for either, headings in prose with sentences under them.
    """
    return facts.once(_without_role)


def _without_role(facts: Facts) -> tuple[Stretch, ...]:
    known = {one.name for one in (*plan(facts), *results(facts))}
    tables = [
        (grid.start, grid.end)
        for grid in grids(facts)
        if NAME in grid.columns and grid.rows and not plans(grid) and not reports(grid)
    ]
    headings = [one.name for one in told(facts) if one.body and one.name not in known]
    own = [
        place
        for place in (*tables, *headings)
        if not any(place[0] <= start < place[1] for start, _ in known)
    ]
    return tuple(sorted(own))
