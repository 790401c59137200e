"""Which indicators each measure says it answers."""

from __future__ import annotations

from collections.abc import Mapping

from ita_checker.facts.measures.naming.names import SAME, alike
from ita_checker.facts.measures.paired.plan_and_results import Measure
from ita_checker.facts.measures.paired.where_told import regions
from ita_checker.facts.measures.weakness.pointed import pointers
from ita_checker.facts.tables import Stretch, grids
from ita_checker.model import Facts
from ita_checker.text.stretches import Stretches

SHORTEST = 12  # letters of a name that begins another one by no chance


def declared_by(facts: Facts, measure: Measure) -> frozenset[str] | None:
    """Return the indicators that a measure says it answers, None where it says of none."""
    return facts.once(_declared).get(measure.name)


def _declared(facts: Facts) -> Mapping[Stretch, frozenset[str]]:
    said_so = [one for one in pointers(facts) if one.says]
    over = facts.once(_rows_over)
    found: dict[Stretch, frozenset[str]] = {}
    for measure, parts in regions(facts):
        told = Stretches(parts)
        own = frozenset(one.name for one in said_so if one.place[0] in told)
        if own := own or over.get(measure.name, own):
            found[measure.name] = own
    for measure, _ in regions(facts):
        if measure.name not in found and (again := _again(measure, found, facts)):
            found[measure.name] = again
    return found


def _rows_over(facts: Facts) -> Mapping[Stretch, frozenset[str]]:
    """Return what the rows over those of measures point at: each is over all down to the next."""
    found: dict[Stretch, frozenset[str]] = {}
    for grid in grids(facts):
        over = frozenset[str]()
        for row in grid.rows:
            own = Stretches(part for slot in row.slots for part in slot.parts)
            names = [one.name for one, _ in regions(facts) if one.name[0] in own]
            found.update((name, over) for name in names)
            if not names:
                told = (one for one in pointers(facts) if one.says and one.place[0] in own)
                over = frozenset(one.name for one in told) or over
    return found


def _again(
    one: Measure, declared: Mapping[Stretch, frozenset[str]], facts: Facts
) -> frozenset[str] | None:
    """Return what a measure that is told of again answers: what it does where it says so."""
    for other, _ in regions(facts):
        if other.name not in declared or len(one.called) < SHORTEST:
            continue
        if other.called.startswith(one.called) or alike(one.called, other.called) >= SAME:
            return declared[other.name]
    return None
