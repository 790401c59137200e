"""What is told of each measure, whatever the layout: a territory begins where a measure's name
heads a piece outside the plan and ends where the next name does, or the report's next section or
the signature. What stands in it, in whatever cells or lines, is told of that measure.

`territories(facts)` gives them in order; a measure may have several (one under each round).
`told_under(facts, measure)` gives those of one. They need no labels and no known columns: they are
for reports of which `results` gives nothing or less, and a second opinion elsewhere.
"""

from __future__ import annotations

from ita_checker.facts.measures.naming.anchors import anchors
from ita_checker.facts.measures.naming.name_keys import key_of
from ita_checker.facts.measures.naming.names import SURELY, alike
from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.measures.naming.spread import Territory, spread
from ita_checker.facts.measures.paired.plan_and_results import plan
from ita_checker.facts.measures.told.known_names import names
from ita_checker.model import Facts

__all__ = ["Territory", "territories", "told_under"]


def territories(facts: Facts) -> tuple[Territory, ...]:
    """Return what is told of each measure outside the plan, in order."""
    return facts.once(_territories)


def _territories(facts: Facts) -> tuple[Territory, ...]:
    own = [part for one in plan(facts) for part in one.own]
    return spread(facts, names(facts), anchors(facts, names(facts), own))


def told_under(facts: Facts, measure: Measure) -> tuple[Territory, ...]:
    """Return the territories of one measure."""
    own = key_of(measure.called)[0]
    return tuple(
        one for one in territories(facts) if one.key == own or alike(one.key, own) >= SURELY
    )
