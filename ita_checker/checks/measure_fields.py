"""Is every field filled that a measure, or the report on it, must have?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as param

from ita_checker.checks._as_a_whole import as_a_whole, fewer_read
from ita_checker.checks._empty_fields import CALLED, Empty, told
from ita_checker.facts.items import asked
from ita_checker.facts.measures import (
    Measure,
    alone,
    counted,
    filled,
    headed_together,
    may_hold,
    may_tell,
    nothing_done,
    plan,
    results,
    says,
    stated,
    stated_for_all,
    tells,
)
from ita_checker.facts.page import Spans, span
from ita_checker.facts.tables import (
    OUTCOME,
    STEPS,
    UNREAD,
    Stretch,
    grids,
    said,
    unplaced_columns,
    unread_plan,
    unread_results,
)
from ita_checker.model import Answer, Case, Finding, Verdict

CODES = ("MEA004",)
# Fields that another one may hold: what a column is called differs from office to office.
PLAN_ALSO = {"steps": ("guideline", "activity", "project"), "guideline": ("steps",)}
RESULT_ALSO = {
    "activity": ("steps", "guideline", "project", "result", "output"),
    "result": ("output", "outcome"),
}
NEIGHBOURS = 2  # measures that have a field and show that the one without it lacks it
MERGED = 3  # rows from which one filled cell may stand for all


@dataclass(frozen=True, slots=True)
class Params:
    """`plan`: the fields each planned measure must have; `result`: those of each result. Empty:
    not asked.

    Fields: steps, responsible, monitoring, period, guideline, budget; of a result: activity (what
    was done), result.
    A rule for a measures item asks for the plan alone, one for a results item for the results
    alone, any other for both.
    """

    plan: tuple[str, ...] = param(
        default=("steps", "responsible", "monitoring"), metadata={"known": CALLED}
    )
    result: tuple[str, ...] = param(default=("activity", "result"), metadata={"known": CALLED})


def check(case: Case, params: Params) -> Answer:
    """Answer gap with MEA004: one finding for each measure, or one for a field that all of them
    lack.
    """
    kind = asked(case)
    planned = _set_here(case) if params.plan and kind != "results" else ()
    reported = _sure(results(case.facts)) if params.result and kind != "measures" else ()
    if (kind != "results" and params.plan and unread_plan(case.facts)) or (
        kind != "measures" and params.result and unread_results(case.facts)
    ):
        return Answer(Verdict.UNKNOWN, note=UNREAD)
    if not planned and not reported:
        return _alone(case, params)
    empty = _empty(case, planned, params.plan, PLAN_ALSO) + _empty(
        case, reported, params.result, RESULT_ALSO
    )
    empty += tuple(
        Empty(one, "result", False)
        for one in reported
        if "result" in params.result and nothing_done(case.facts, one)
    )
    findings = tuple(told(case, "MEA004", empty, len(planned), len(reported)))
    if not findings and reported and (few := fewer_read(case, reported)):
        return few
    evidence = Spans(case.facts, (one.name for one in (*planned, *reported)))
    return Answer(Verdict.GAP if findings else Verdict.MET, findings, evidence)


def _alone(case: Case, params: Params) -> Answer:
    """Answer for a file that is one measure as a whole: gap for a field of which it says nothing
    at all; or for measures that running text tells of.
    """
    name = alone(case)
    if name is None:
        return as_a_whole(case, params.plan, params.result)
    unsaid = [field for field in params.plan if not says(case.facts, field)]
    lacking = [CALLED.get(field, field) for field in unsaid]
    place = span(case.facts, *name)
    if not lacking:
        return Answer(Verdict.MET, evidence=(place,))
    finding = Finding(
        "MEA004",
        (place,),
        subject=re.sub(r"\s+", " ", place.quote),
        expected=", ".join(lacking),
        absent=True,
        perhaps=tuple(span(case.facts, *one) for one in _not_understood(case, unsaid)),
    )
    return Answer(Verdict.GAP, (finding,))


def _not_understood(case: Case, unsaid: Iterable[str]) -> Iterable[Stretch]:
    """Yield the tables to which nothing gives a role, and those with a column without one; where
    nothing but the steps is unsaid, the paragraphs that may count them.
    """
    yield from may_hold(case.facts)
    if set(unsaid) == {STEPS}:
        yield from counted(case.facts)
    for grid in grids(case.facts):
        if unplaced_columns(case.facts, grid):
            yield grid.start, grid.end


def _set_here(case: Case) -> tuple[Measure, ...]:
    """Return the measures that the file sets; of those it only lists, and tells the results of,
    the plan stands elsewhere.
    """
    planned = _sure(plan(case.facts))
    elsewhere = results(case.facts) and all(one.listed for one in planned)
    return () if elsewhere else planned


def _sure(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    return tuple(one for one in measures if one.sure)


def _empty(
    case: Case,
    measures: tuple[Measure, ...],
    fields: Iterable[str],
    also: Mapping[str, tuple[str, ...]],
) -> tuple[Empty, ...]:
    return tuple(one for field in fields for one in _lacking(case, measures, field, also))


def _lacking(
    case: Case, measures: tuple[Measure, ...], field: str, also: Mapping[str, tuple[str, ...]]
) -> list[Empty]:
    """Return the measures that lack a field, each with whether the report has no place for it."""
    own = [one for one in measures if field in one.fields or _elsewhere(one, field, also)]
    blank = [one for one in own if not _held(case, one, field, also)]
    blank = blank or (_without_outcome(case, own) if field == "result" else [])
    few = len(blank) * 2 < len(own)  # blanks in a column that is filled
    if blank and (
        stated_for_all(case.facts, field, surely=few) or _merged(case, own, blank, field)
    ):
        blank = []
    without = [
        one for one in measures if one not in own and not headed_together(case.facts, one, field)
    ]
    cards = [one for one in (*own, *without) if _is_card(case, one)]
    rows = any(one.table and one not in cards for one in measures)
    most_have_it = own and not rows and len(own) >= len(without)
    if any(one.labelled for one in own):
        without = [one for one in without if one.labelled]
    most_say_it = bool(most_have_it) and len(without) * 2 <= len(own)
    surely = most_say_it and len(cards) == len(own) + len(without)  # each says its own
    if stated_for_all(case.facts, field, surely=surely) or (
        not most_have_it and stated(case.facts, field)
    ):
        without = []
    return [Empty(one, field, False) for one in blank] + [
        Empty(one, field, True, may_tell(case.facts, one, field) or _alone_in(one, without, own))
        for one in without
        if most_have_it or not tells(case.facts, one, field)
    ]


def _without_outcome(case: Case, own: Sequence[Measure]) -> list[Measure]:
    """Return the one measure whose cell of outcomes is empty, where that of every other is filled;
    an output beside it is what was made, not what came of it.
    """
    column = [one for one in own if OUTCOME in one.fields]
    blank = [one for one in column if not filled(case.facts, one, OUTCOME)]
    return blank if len(blank) == 1 and len(column) > NEIGHBOURS else []


def _is_card(case: Case, one: Measure) -> bool:
    """Tell whether a measure is a card of labels, in a frame or without, and no row under headings
    of columns.
    """
    if one.labelled or not one.table:
        return one.labelled
    around = (grid for grid in grids(case.facts) if grid.start <= one.name[0] < grid.end)
    return not any(any(grid.columns) for grid in around)


def _alone_in(
    one: Measure, without: Sequence[Measure], own: Sequence[Measure]
) -> tuple[Stretch, ...]:
    """Return nothing where a measure is the only one of its list that lacks a field, or a row of a
    table without such a column, else its own place: where several cards or paragraphs lack a field,
    they were not understood rather than left without it.
    """
    row = one.table and not one.labelled
    return () if row or (len(without) == 1 and len(own) >= NEIGHBOURS) else (one.name,)


def _elsewhere(one: Measure, field: str, also: Mapping[str, tuple[str, ...]]) -> bool:
    return any(other in one.fields for other in also.get(field, ()))


def _held(case: Case, one: Measure, field: str, also: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a measure's field is filled: in its own column where there is one, else in one
    that stands for it.
    """
    if field == "result":
        return filled(case.facts, one, field, *also.get(field, ()))
    if field in one.fields:
        return filled(case.facts, one, field)
    return filled(case.facts, one, *also.get(field, ()))


def _merged(case: Case, own: list[Measure], blank: list[Measure], field: str) -> bool:
    """Tell whether one cell stands for all rows, its frame not seen: of three rows or more one is
    filled, no other holds a dash.
    """
    return (
        len(own) >= MERGED
        and len(own) - len(blank) == 1
        and not any(said(case.facts, one.fields.get(field, ())) for one in blank)
    )
