"""What each measure tells of rounds in its territories, for reports whose results were not read, or
not of every measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_checker.checks._rounds_kept import Kept, kept, promised_in
from ita_checker.facts.measures import Measure, pairs, plan, told_under
from ita_checker.facts.page import span
from ita_checker.facts.rounds import Round, ToldOf, told_there
from ita_checker.model import Case

FEWEST = 2  # measures of one plan, the last of which ends with what is said of all


def measures_kept(case: Case) -> list[Kept]:
    """Return each planned measure of which something is told, with its rounds; what a list of
    measures says of rounds behind its last one alone is said of all.
    """
    found = list(_each(case))
    last_alone = len(found) > FEWEST and not any(one.promised for one in found[:-1])
    if last_alone and not any(one.table for one in plan(case.facts)):
        found[-1] = replace(found[-1], promised=())
    return found


def _each(case: Case) -> Iterator[Kept]:
    for pair in pairs(case.facts):
        if not pair.plan:
            continue
        there, promised = _there(case, pair.plan), promised_in(case, pair.plan)
        read = kept(case, pair) if pair.results else None
        if there and (read is None or not _tells(read)):
            yield replace(_kept(case, there, promised), name=_called(case, pair.plan))
        elif there and read:
            also = there.months | there.perhaps
            yield replace(read, covered=tuple(dict.fromkeys([*read.covered, *sorted(also)])))
        elif read:
            yield read


def _called(case: Case, measure: Measure) -> str:
    return span(case.facts, *measure.name).quote.replace("\n", " ")


def _tells(read: Kept) -> bool:
    """Tell whether rounds are named where a measure's results were read: not only months."""
    return bool(read.covered or read.repeated or any(not one.soft for one in read.reported))


def _there(case: Case, measure: Measure) -> ToldOf | None:
    keys = {one.key for one in told_under(case.facts, measure)}
    return next((one for one in told_there(case.facts) if one.key in keys and one.told), None)


def _kept(case: Case, there: ToldOf, promised: tuple[Round, ...]) -> Kept:
    places = tuple(span(case.facts, *at) for at in there.names)
    name = places[0].quote.replace("\n", " ")
    return Kept(name, promised, tuple(there.told), tuple(sorted(there.perhaps)), False, places)


def told_without_plan(case: Case) -> Sequence[Kept]:
    """Return what each measure tells in its territories in a report that sets none itself."""
    return [_kept(case, one, ()) for one in told_there(case.facts) if one.told]


def done_there(case: Case) -> list[Round]:
    """Return the rounds of which territories tell something done."""
    return [each for one in told_there(case.facts) for each in one.done]


def months_there(case: Case) -> set[int]:
    """Return the rounds that territories tell, or may."""
    return {months for one in told_there(case.facts) for months in one.months | one.perhaps}
