"""Has every planned measure a result, and was every result planned?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ita_checker.checks._as_a_whole import EACH_TOLD, each_told, fewer_read, nothing_read
from ita_checker.facts.items import owes_no_results
from ita_checker.facts.measures import (
    SURELY,
    Measure,
    Pair,
    alike,
    bare,
    counted_on,
    mentioned,
    pairs,
    perhaps_told,
    plan,
    results,
    told_again,
    told_under,
)
from ita_checker.facts.page import Spans, flow, span
from ita_checker.facts.tables import UNREAD, Stretch, grids, tells_of_done, unread
from ita_checker.facts.years import covered, headed
from ita_checker.model import Answer, Case, Finding, Verdict, Words

CODES = ("MEA002", "MEA003")
SHORTEST = 8  # letters of a name that stands elsewhere by no chance
AT_LEAST = 2  # measures told of by name that make a list
NOT_BOTH = Words(
    "ไม่มีทั้งแผนและผลในไฟล์เดียวกัน จึงไม่มีสิ่งที่เทียบ",
    "the file does not hold both plan and results, so there is nothing to compare",
)
TWO_YEARS = Words(
    "มาตรการที่กำหนดกับผลที่รายงานเป็นของคนละปี จึงไม่มีสิ่งที่เทียบ",
    "the measures set and the results told are of two different years: nothing to compare",
)
NOT_READ = Words(
    "มีมาตรการที่รายงานกล่าวถึงอีก แต่อ่านผลของมาตรการนั้นไม่ได้ โปรดตรวจสอบด้วยตนเอง",
    "a measure is named again of which no result could be read; please look",
)
UNCLEAR = Words(
    "เทียบแผนกับผลรายมาตรการไม่ได้ โปรดตรวจสอบด้วยตนเอง",
    "plan and results could not be compared measure by measure; please look",
)


@dataclass(frozen=True, slots=True)
class Params:
    """This check takes no parameters."""


def check(case: Case, params: Params) -> Answer:
    """Answer gap with MEA002 for measures without a result, partial with MEA003 alone; unknown
    where nothing pairs, or where results were told and not read.
    """
    planned, reported = plan(case.facts), results(case.facts)
    if owes_no_results(case):
        return Answer(Verdict.MET, note=NOT_BOTH)
    if unread(case.facts):
        return Answer(Verdict.UNKNOWN, note=UNREAD)
    if not planned or not reported:
        return _one_by_one(case, reported)
    if _of_two_years(case, planned, reported):
        return Answer(Verdict.MET, note=TWO_YEARS)
    together = pairs(case.facts)
    met = tuple(pair for pair in together if pair.plan and pair.results)
    if not met or not all(one.sure for one in (*planned, *reported)):
        return Answer(Verdict.UNKNOWN, note=UNCLEAR)
    proven = _all_else_told(together)
    missed = tuple(
        _missed(case, pair.plan, proven)
        for pair in together
        if pair.plan and not pair.results and not mentioned(case.facts, pair.plan)
        if not _told_by_name(case, pair.plan) and not _of_next_year(case, pair.plan)
    )
    unplanned = (
        tuple(
            _unplanned(case, pair)
            for pair in together
            if not pair.plan and _beside(case, pair, met)
        )
        if _set_apart(together)
        else ()
    )
    if not unplanned and (more := counted_on(case.facts)):
        unplanned = (_unknown_to_plan(case, more),)
    if not missed and (left := _left_open(case, together)):
        return Answer(Verdict.UNKNOWN, unplanned, Spans(case.facts, left), note=NOT_READ)
    evidence = Spans(case.facts, (one.name for pair in met for one in pair.results))
    verdict = Verdict.GAP if missed else Verdict.PARTIAL if unplanned else Verdict.MET
    return Answer(verdict, missed + unplanned, evidence)


def _of_next_year(case: Case, measure: Measure) -> bool:
    """Tell whether headings give a measure the later of the two years that the file covers, and the
    results the earlier one.
    """
    years, told = covered(case), results(case.facts)
    over = [headed(case.facts, 0, one.name[0]) for one in (told[0], measure)] if told else []
    return len(years) > 1 and over == [years[0], years[-1]]


def _told_by_name(case: Case, measure: Measure) -> bool:
    """Tell whether something done is told under a measure's name, in whatever layout."""
    text, name = flow(case.facts).text, bare(measure.called)
    every = told_under(case.facts, measure)
    under = [
        one
        for one in every
        if len(every) >= AT_LEAST or alike(bare(text[slice(*one.name)]), name) >= SURELY
    ]
    return any(tells_of_done(text[start:end]) for one in under for start, end in one.parts)


def _one_by_one(case: Case, reported: tuple[Measure, ...]) -> Answer:
    """Answer where plan or results were not read: by the names that come again over what was done,
    else by the text as a whole.
    """
    again = told_again(case.facts)
    if again and again.untold:
        found = tuple(
            Finding(
                "MEA002",
                (place := span(case.facts, *name),),
                subject=" ".join(place.quote.split()),
                absent=True,
                within="results",
            )
            for name in again.untold
        )
        return Answer(Verdict.GAP, found, Spans(case.facts, again.told))
    told = fewer_read(case, reported) if reported else each_told(case) or nothing_read(case)
    if again and not (told and told.verdict is Verdict.MET):
        return Answer(Verdict.MET, evidence=Spans(case.facts, again.told), note=EACH_TOLD)
    return told or Answer(Verdict.MET, note=NOT_BOTH)


def _left_open(case: Case, together: tuple[Pair, ...]) -> list[Stretch]:
    """Return planned measures that are named again, of which no result was read and under whose
    names nothing stands.
    """
    return [
        pair.plan.name
        for pair in together
        if pair.plan
        and not pair.results
        and not _of_next_year(case, pair.plan)
        and not any(one.parts for one in told_under(case.facts, pair.plan))
    ]


def _of_two_years(case: Case, planned: tuple[Measure, ...], reported: tuple[Measure, ...]) -> bool:
    """Tell whether headings give the measures set one of the years to cover, and the results, in a
    part of their own, the year before.
    """
    first, second = sorted((planned, reported), key=lambda part: part[0].name)
    begins, ends, goes_on = first[0].name[0], first[-1].name[1], second[0].name[0]
    parts = headed(case.facts, 0, begins), headed(case.facts, ends, goes_on)
    results_of, set_for = parts if first is reported else parts[::-1]
    return ends <= goes_on and None not in parts and (results_of, set_for) == covered(case)


def _set_apart(together: tuple[Pair, ...]) -> bool:
    """Tell whether any measure is planned elsewhere than where its results are told: what tells of
    both at once is no plan that another result could be missing from.
    """
    told = {one.name for pair in together for one in pair.results}
    return any(pair.plan and pair.plan.name not in told for pair in together)


def _all_else_told(together: tuple[Pair, ...]) -> bool:
    """Tell whether rows of a table report on measures of another by their very names and every
    row does: that one measure has none is then shown by the list, not only by not finding it.
    """
    met = [pair for pair in together if pair.plan and pair.results]
    return len(met) >= AT_LEAST and all(
        pair.plan and pair.plan.table and one.table and _one_name(pair.plan, one)
        for pair in together
        for one in pair.results
    )


def _one_name(one: Measure, other: Measure) -> bool:
    return alike(one.called, other.called) >= SURELY


def _missed(case: Case, measure: Measure, proven: bool) -> Finding:
    name = span(case.facts, *measure.name)
    subject = " ".join(name.quote.split())
    perhaps = tuple(span(case.facts, *place) for place in perhaps_told(case.facts, measure))
    return Finding(
        "MEA002",
        (name,),
        subject=subject,
        absent=True,
        within="results",
        perhaps=perhaps,
        corroborated=proven,
    )


def _beside(case: Case, other: Pair, met: tuple[Pair, ...]) -> bool:
    """Tell whether a result may be one as those of planned measures are: it does not stand in a
    table of its own beside the one that tells of all others.
    """
    homes = [{_home(case, one) for one in pair.results} for pair in met]
    own = _home(case, other.results[0])
    whole = set.intersection(*homes) - {None, own}
    return own is None or not whole or sum(own in home for home in homes) >= AT_LEAST


def _home(case: Case, one: Measure) -> int | None:
    """Return where the table begins in which a measure's name stands; None outside tables."""
    inside = (grid for grid in grids(case.facts) if grid.start <= one.name[0] < grid.end)
    return next((grid.start for grid in inside), None)


def _unplanned(case: Case, pair: Pair) -> Finding:
    told = pair.results[0]
    found = _unknown_to_plan(case, told.name)
    return replace(found, perhaps=tuple(span(case.facts, *one) for one in _named_above(case, told)))


def _named_above(case: Case, told: Measure) -> list[Stretch]:
    """Return where a result's measure is named above all results: it may be set there, in words
    that were not understood.
    """
    name, first = bare(told.called), min(one.name[0] for one in results(case.facts))
    above = flow(case.facts).text[:first]
    at = above.find(name) if len(name) >= SHORTEST else -1
    return [(at, at + len(name))] if at >= 0 else []


def _unknown_to_plan(case: Case, place: Stretch) -> Finding:
    name = span(case.facts, *place)
    return Finding("MEA003", (name,), subject=" ".join(name.quote.split()), absent=True)
