"""Rounds that running text promises for all measures, held against what each of them tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ita_checker.checks._rounds_kept import Kept, promises, told_of, without_plan
from ita_checker.checks._rounds_there import told_without_plan
from ita_checker.checks._rounds_told import QUARTER, latest
from ita_checker.facts.measures import plan, territories
from ita_checker.facts.page import flow, span
from ita_checker.facts.rounds import VALID, Round, due, set_apart
from ita_checker.model import Case, Span

FEWEST = 2  # measures that tell a round: it was told measure by measure


def missed_of_all(
    case: Case, measures: Sequence[Kept]
) -> Iterator[tuple[Kept, tuple[Span, ...], set[int]]]:
    """Yield each measure that tells of rounds and leaves one out that was due and most others tell,
    with where it is promised for all, and its months; of a report without a plan of its own, each
    that has results.
    """
    for_all = _promised(case)
    was_due = due(case, sorted({one.months for one in for_all}), latest(case))
    read = [one for one in measures or without_plan(case) if told_of(one)]
    there = [] if measures else told_without_plan(case)
    known = there if len(there) >= len(read) else read
    telling = [one for one in known if not (one.repeated or one.promised)]
    missed = {months for months in was_due if _told_by_most(telling, months)}
    for measure in telling:
        if own := missed - told_of(measure) - set_apart(case.facts):
            places = (one for one in for_all if one.months in own)
            shown = (*((one.start, one.end) for one in places), *measure.told_at)
            yield measure, tuple(span(case.facts, *one) for one in shown), own


def beside_measures(case: Case) -> set[int]:
    """Return the rounds that are promised outside the plan's measures: of each of them as well;
    what stands under a measure's name is said of it alone.
    """
    own = [part for one in plan(case.facts) for part in one.own]
    own += [part for one in territories(case.facts) for part in one.parts]
    return {
        one.months
        for one in promises(case)
        if not any(low <= one.start < high for low, high in own)
    }


def _told_by_most(telling: Sequence[Kept], months: int) -> bool:
    told = sum(months in told_of(one) for one in telling)
    return told >= FEWEST and 2 * told > len(telling)


def _promised(case: Case) -> list[Round]:
    """Return the rounds promised one by one, in so many words or as quarters; "every quarter" says
    how often, and leaves open what each tells.
    """
    text = flow(case.facts).text
    own = [one for one in promises(case) if one.months in VALID]
    at = Counter(one.start for one in own)
    return [
        one
        for one in own
        if text.startswith(QUARTER(), one.start) or (not one.soft and at[one.start] == 1)
    ]
