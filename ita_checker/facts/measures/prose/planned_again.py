"""Results told in prose that are the plan's own text: what names planned measures heads them, and a
plan that other results tell of again is no result of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ita_checker.facts.measures.naming.names import SAME, alike
from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.tables import Stretch

SEVERAL = 2  # measures told of under a heading, which is then of none


def without_plan(
    made: Sequence[Measure], again: Sequence[Measure], names: Sequence[Stretch]
) -> list[Measure]:
    """Return the results that are none of the planned measures named at `names`, and run over no
    others; `again`: those that the measures named twice tell.
    """
    made = [one for one in made if not _runs_over(one, again)]
    elsewhere = [one for one in made if not overlaps(one, names)]
    return [
        one
        for one in made
        if one.table
        or not (
            any(_read_on(one, other) for other in again)
            or _sets(one, names)
            or (overlaps(one, names) and (again or among(one, elsewhere)))
        )
    ]


def _runs_over(one: Measure, again: Iterable[Measure]) -> bool:
    """Tell whether what stands under a heading tells of several planned measures by their names: it
    heads a section about them.
    """
    parts = [*(part for held in one.fields.values() for part in held), *one.unplaced]
    low, high = one.name[0], max((end for _, end in parts), default=0)
    inside = {other.called for other in again if low < other.name[0] < high}
    return len(inside) >= SEVERAL and one.called not in inside


def among(one: Measure, others: Iterable[Measure]) -> bool:
    """Tell whether others bear a measure's name."""
    return any(alike(one.called, other.called) >= SAME for other in others)


def _sets(one: Measure, names: Iterable[Stretch]) -> bool:
    """Tell whether what stands under a heading names planned measures: it heads the plan."""
    parts = [part for held in one.fields.values() for part in held]
    return any(start <= name[0] and name[1] <= end for name in names for start, end in parts)


def overlaps(one: Measure, names: Iterable[Stretch]) -> bool:
    """Tell whether a measure is named where one of these names stands."""
    return any(overlap(one.name, name) for name in names)


def overlap(one: Stretch, other: Stretch) -> bool:
    """Tell whether two stretches have letters in common."""
    return one[0] < other[1] and other[0] < one[1]


def _read_on(one: Measure, again: Measure) -> bool:
    """Tell whether a heading's name runs on into what is told under a planned measure's name."""
    begins = one.name[0] <= again.name[0] < again.name[1] < one.name[1]
    return begins or again.name[0] < one.name[0] < again.name[1]
