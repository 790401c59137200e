"""What each measure's plan promises of rounds, and what its results tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_checker.checks._rounds_told import WORDS, closing, leading, over_measures, parts_of
from ita_checker.facts.measures import Measure, Pair, pairs, results
from ita_checker.facts.page import flow, quote
from ita_checker.facts.rounds import (
    Round,
    Side,
    listed,
    names_row,
    over,
    repeats,
    rounds,
    rounds_year,
    within,
)
from ita_checker.facts.tables import (
    ACTIVITY,
    EXPECTED,
    MONITORING,
    PLAN_FIELDS,
    RESULT_FIELDS,
    Stretch,
)
from ita_checker.facts.years import covered
from ita_checker.facts.years import headed as heading_year
from ita_checker.model import Case

TWO_YEARS = 2  # that a file of measures and results covers from 2567 on
BESIDE = 60  # flow letters at most between two rounds of one heading


@dataclass(frozen=True, slots=True)
class Kept:
    """One measure's rounds: promised in its plan, reported in its results, months that headings
    over its results name; `told_at`: the names under which results are told.
    """

    name: str
    promised: tuple[Round, ...]
    reported: tuple[Round, ...]
    covered: tuple[int, ...]
    repeated: bool
    told_at: tuple[Stretch, ...]


def told_of(measure: Kept) -> set[int]:
    """Return the rounds that a measure's results tell of, in them or by a heading over them."""
    return {one.months for one in measure.reported} | set(measure.covered)


def promises(case: Case) -> list[Round]:
    """Return the rounds promised anywhere, but for those of another year's plan; listed too."""
    for_all = listed(case.facts)
    return [
        one
        for one in rounds(case.facts)
        if one.side is Side.PROMISED or one in for_all
        if one.meant and not _of_another_year(case, one)
    ]


def _of_another_year(case: Case, one: Round) -> bool:
    """Tell whether a heading gives what a round is promised in to another year than the results: a
    file of this year's measures and last year's results promises rounds that are not yet due.
    """
    year = rounds_year(case)
    if year is None or len(covered(case)) < TWO_YEARS:
        return False
    return heading_year(case.facts, 0, one.start) not in (None, year)


def kept(case: Case, pair: Pair) -> Kept:
    assert pair.plan is not None
    return _told_of(case, pair.plan.name, promised_in(case, pair.plan), pair.results)


def promised_in(case: Case, planned: Measure) -> tuple[Round, ...]:
    """Return the rounds that a measure's plan promises."""
    watched = parts_of(
        planned, (MONITORING,)
    )  # steps tell of quarterly budgets and the like, which promise no report
    promised = within(case.facts, watched or parts_of(planned, (*PLAN_FIELDS, EXPECTED)))
    own = tuple(
        one
        for one in promised
        if one.meant and (not one.soft or _inside(one, planned)) and not _of_another_year(case, one)
        if watched or one.side is not Side.REPORTED
    )
    return own or _over_cells(case, watched)


def _over_cells(case: Case, watched: Sequence[Stretch]) -> tuple[Round, ...]:
    """Return the rounds that the headings over a plan's cells name, one each, of cells that say in
    words how a measure is watched in them and name none themselves.
    """
    text = flow(case.facts).text
    said = [part for part in watched if sum(map(str.isalpha, text[slice(*part)])) >= WORDS]
    named = [(part, over(case.facts, [part])) for part in said]
    made = (Round(months[0], *part, None, Side.PROMISED) for part, months in named if months)
    alone = all(len(months) <= 1 for _, months in named)
    return tuple(one for one in made if alone and not _of_another_year(case, one))


def without_plan(case: Case) -> list[Kept]:
    """Return what each measure tells of rounds in a report that sets none itself, under whichever
    rounds its name comes again.
    """
    if any(pair.plan for pair in pairs(case.facts)):
        return []
    own = dict[str, list[Measure]]()
    for one in results(case.facts):
        own.setdefault(one.called, []).append(one)
    return [_told_of(case, rows[0].name, (), rows) for rows in own.values()]


def _repeated(case: Case, measure: Measure) -> bool:
    """Tell whether results only repeat rounds: in a column of them one cell that does is enough,
    in prose what stands below a round behind the name tells of it.
    """
    parts = parts_of(measure, RESULT_FIELDS)
    whole = [(parts[0][0], parts[-1][1])] if parts and not measure.table else parts
    return repeats(case.facts, whole)


def _shown_parts(case: Case, measure: Measure) -> list[Stretch]:
    """Return where the rounds told of a measure stand: where results only repeat rounds none are,
    but a round alone in a piece of prose heads all that is told below it, up to one that opens
    another clause.
    """
    own = _reported_parts(case, measure)
    alone = [part for part in own if repeats(case.facts, [part])]
    if alone and not measure.table and not _repeated(case, measure):
        opening = (one for one in within(case.facts, own) if flow(case.facts).gap(one.start))
        return [*alone, *((one.start, one.end) for one in opening)]
    return [part for part in own if part not in alone or names_row(case.facts, part[0])]


def _told_of(
    case: Case, named: Stretch, promised: tuple[Round, ...], told_in: Sequence[Measure]
) -> Kept:
    """Return the rounds of a measure, those told in the results that are its own."""
    shown = [part for measure in told_in for part in _shown_parts(case, measure)]
    shown += [measure.name for measure in told_in if not measure.table]
    reported = tuple(
        one for one in within(case.facts, shown) if one.meant and one.side is not Side.PROMISED
    )
    headed = over(
        case.facts,
        [part for measure in told_in for part in parts_of(measure, (*RESULT_FIELDS, ACTIVITY))],
    )
    sections = [
        one.months for measure in told_in for one in (*_section(case, measure), *leading(case))
    ]
    repeated = any(_repeated(case, measure) for measure in told_in)
    name = quote(case.facts, *named).replace("\n", " ")
    closed = [one.months for one in closing(case)]
    covered_by = tuple(dict.fromkeys([*headed, *sections, *closed]))
    told_at = tuple(dict.fromkeys(one.name for one in told_in))
    return Kept(name, promised, reported, covered_by, repeated, told_at)


def _inside(one: Round, plan: Measure) -> bool:
    return any(start <= one.start < end for start, end in plan.fields.get(MONITORING, ()))


def _reported_parts(case: Case, measure: Measure) -> list[Stretch]:
    return [
        part
        for field, parts in measure.fields.items()
        for part in parts
        if field not in (*PLAN_FIELDS, EXPECTED) or names_row(case.facts, part[0])
    ]


def _section(case: Case, measure: Measure) -> list[Round]:
    """Return the rounds of the last heading before a measure's results that names some: they are
    about all below it.
    """
    above = [one for one in over_measures(case) if one.start < measure.name[0]]
    return [one for one in above if above[-1].start - one.start < BESIDE] if above else []
