"""What each measure tells of rounds in its territories, for reports whose results were not read, or
not of every measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_checker.checks._rounds_kept import Kept, kept, promised_in
from ita_checker.checks._rounds_told import titles
from ita_checker.facts.measures import Measure, Pair, pairs, plan, territories, told_under
from ita_checker.facts.page import quote
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
    """Yield what was read of each measure, else what its territories tell; of those in no plan, and
    those whose plan and results stand together, what their territories promise and tell.
    """
    planned = [one.plan for one in pairs(case.facts) if one.plan]
    keys = {there.key for one in planned if (there := _there(case, one))}
    telling = [one for one in told_there(case.facts) if one.told]
    to_come = telling and _behind_results(telling[-1])  # said of all behind the last one's results
    for one in telling[: -1 if to_come else None] if len(telling) >= FEWEST else ():
        if one.promised and one.key not in keys:
            yield _kept(case, one, tuple(one.promised))
    for pair in pairs(case.facts):
        if pair.plan and (own := _of(case, pair, pair.plan, len(telling) >= FEWEST)):
            yield own


def _behind_results(one: ToldOf) -> bool:
    """Tell whether rounds are promised only behind one that is told of: what is still to come."""
    first = min(round_.start for round_ in one.told)
    return bool(one.promised) and all(round_.start > first for round_ in one.promised)


def _of(case: Case, pair: Pair, planned: Measure, several: bool) -> Kept | None:
    """Return what is told of a planned measure's rounds; `several` tell theirs in territories."""
    there, promised = _there(case, planned), promised_in(case, planned)
    read = kept(case, pair) if pair.results else None
    if there and several and not promised and there.promised:
        return replace(_kept(case, there, tuple(there.promised)), name=_called(case, planned))
    if there and (read is None or not _tells(read)):
        return replace(_kept(case, there, promised), name=_called(case, planned))
    if there and read:
        also = sorted(there.months | there.perhaps)
        return replace(read, covered=tuple(dict.fromkeys([*read.covered, *also])))
    return read


def _called(case: Case, measure: Measure) -> str:
    return quote(case.facts, *measure.name).replace("\n", " ")


def _tells(read: Kept) -> bool:
    """Tell whether rounds are named where a measure's results were read: not only months."""
    return bool(read.covered or read.repeated or any(not one.soft for one in read.reported))


def _there(case: Case, measure: Measure) -> ToldOf | None:
    keys = {one.key for one in told_under(case.facts, measure)}
    return next((one for one in told_there(case.facts) if one.key in keys and one.told), None)


def _kept(case: Case, there: ToldOf, promised: tuple[Round, ...]) -> Kept:
    name = quote(case.facts, *there.names[0]).replace("\n", " ")
    months = tuple(sorted(there.perhaps))
    return Kept(name, promised, tuple(there.told), months, False, tuple(there.names))


def told_without_plan(case: Case) -> Sequence[Kept]:
    """Return what each measure tells in its territories in a report that sets none itself."""
    return [_kept(case, one, tuple(one.promised)) for one in told_there(case.facts) if one.told]


def done_there(case: Case) -> list[Round]:
    """Return the rounds of which territories tell something done."""
    return [each for one in told_there(case.facts) for each in one.done]


def months_there(case: Case) -> set[int]:
    """Return the rounds that territories tell, or may."""
    return {months for one in told_there(case.facts) for months in one.months | one.perhaps}


def told_months(case: Case) -> set[int]:
    """Return the rounds that territories tell."""
    return {months for one in told_there(case.facts) for months in one.months}


def titled(case: Case) -> bool:
    """Tell whether a title names the rounds of all results: one that stands under a measure's name
    is about that measure.
    """
    own = [part for one in territories(case.facts) for part in one.parts]
    return any(not any(start <= one.start < end for start, end in own) for one in titles(case))
