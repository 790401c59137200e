"""What each measure's plan promises of rounds, and what its results tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures import Measure, Pair, pairs, plan, results, void
from ita_checker.facts.page import flow, span
from ita_checker.facts.rounds import (
    VALID,
    Round,
    Side,
    listed,
    over,
    repeats,
    rounds,
    rounds_year,
    waits,
    within,
)
from ita_checker.facts.tables import (
    ACTIVITY,
    EXPECTED,
    MONITORING,
    PERIOD,
    PLAN_FIELDS,
    RESULT_FIELDS,
    Stretch,
    grids,
    said,
)
from ita_checker.facts.years import Kind, covered, place
from ita_checker.facts.years import headed as heading_year
from ita_checker.model import Case, Span
from ita_checker.words import of_words, words_of

QUARTER = of_words(lambda: words_of("rounds.label.quarter"))
WORDS = 6  # letters in a cell: more than a tick or a remark
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
    told_at: tuple[Span, ...]


def told_of(measure: Kept) -> set[int]:
    """Return the rounds that a measure's results tell of, in them or by a heading over them."""
    return {one.months for one in measure.reported} | set(measure.covered)


def told(case: Case) -> list[Round]:
    """Return the rounds that are reported anywhere; none that a measure's own monitoring names."""
    promised = [
        part
        for measure in plan(case.facts)
        for part in measure.fields.get(MONITORING, ())
        if not _names_row(case, part)
    ]
    nothing = [*promised, *_copied(case)]
    for_all = listed(case.facts)
    return [
        one
        for one in rounds(case.facts)
        if one.side is Side.REPORTED
        and one.meant
        and one not in for_all
        and not any(start <= one.start < end for start, end in nothing)
    ]


def _copied(case: Case) -> list[Stretch]:
    """Return the outcomes that only repeat a name or rounds, where most others say something: they
    tell of no round.
    """
    nothing = void(case.facts)
    few = 2 * len(nothing) < len(results(case.facts))
    return [part for one in nothing for part in one.parts] if few else []


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


def headed(case: Case) -> Iterator[Round]:
    """Yield a round for each filled cell of results whose column's heading names it; none of a
    measure of which a cell under the same round says that it is still to come.
    """
    for measure in results(case.facts):
        parts = _parts(measure, (*RESULT_FIELDS, ACTIVITY))
        named = [(part, months) for part in parts for months in over(case.facts, [part])]
        later = {months for part, months in named if waits(case.facts, part[0])}
        for part, months in named:
            if months not in later:
                yield Round(months, *_shown(case, part), None, Side.REPORTED)


def unplaced(case: Case) -> Iterator[Round]:
    """Yield a round for each cell with words, no tick, whose column's heading names it and says no
    more of what the column holds: it may tell of results.
    """
    cells = (
        part
        for grid in grids(case.facts)
        for row in grid.rows
        for held, slot in zip(grid.columns, row.slots, strict=True)
        if not held
        for part in slot.parts
        if sum(map(str.isalpha, said(case.facts, [part]))) >= WORDS
        and not waits(case.facts, part[0])
    )
    for part in cells:
        for months in over(case.facts, [part]):
            yield Round(months, *_shown(case, part), None, Side.NAMED)


def _shown(case: Case, part: Stretch) -> Stretch:
    return part[0], part[0] + len(flow(case.facts).text[part[0] : part[1]].rstrip("\t\f"))


def kept(case: Case, pair: Pair) -> Kept:
    assert pair.plan is not None
    return _told_of(case, pair.plan.name, promised_in(case, pair.plan), pair.results)


def promised_in(case: Case, planned: Measure) -> tuple[Round, ...]:
    """Return the rounds that a measure's plan promises."""
    watched = _parts(
        planned, (MONITORING,)
    )  # steps tell of quarterly budgets and the like, which promise no report
    promised = within(case.facts, watched or _parts(planned, (*PLAN_FIELDS, EXPECTED)))
    return tuple(
        one
        for one in promised
        if one.meant and (not one.soft or _inside(one, planned)) and not _of_another_year(case, one)
        if watched or one.side is not Side.REPORTED
    )


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
    parts = _parts(measure, RESULT_FIELDS)
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
    return [part for part in own if part not in alone or _names_row(case, part)]


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
        [part for measure in told_in for part in _parts(measure, (*RESULT_FIELDS, ACTIVITY))],
    )
    sections = [
        one.months for measure in told_in for one in (*_section(case, measure), *_leads(case))
    ]
    repeated = any(_repeated(case, measure) for measure in told_in)
    name = span(case.facts, *named).quote.replace("\n", " ")
    closing = [one.months for one in _closes(case)]
    covered_by = tuple(dict.fromkeys([*headed, *sections, *closing]))
    told_at = tuple(span(case.facts, *one) for one in dict.fromkeys(one.name for one in told_in))
    return Kept(name, promised, reported, covered_by, repeated, told_at)


def _inside(one: Round, plan: Measure) -> bool:
    return any(start <= one.start < end for start, end in plan.fields.get(MONITORING, ()))


def _parts(measure: Measure, fields: Iterable[str]) -> list[Stretch]:
    return [part for field in fields for part in measure.fields.get(field, ())]


def _reported_parts(case: Case, measure: Measure) -> list[Stretch]:
    return [
        part
        for field, parts in measure.fields.items()
        for part in parts
        if field not in (*PLAN_FIELDS, EXPECTED) or _names_row(case, part)
    ]


def _names_row(case: Case, part: Stretch) -> bool:
    """Tell whether a cell names the round that its row of results is about."""
    own = place(case.facts, part[0])
    return own.field in (MONITORING, PERIOD) and own.kind is Kind.RESULT


def titles(case: Case) -> list[Round]:
    """Return the rounds that titles and headings of results name, in so many words or as
    quarters.
    """
    titled = [one for one in told(case) if one.title]
    return [
        one
        for one in titled
        if not one.soft or flow(case.facts).text.startswith(QUARTER(), one.start)
    ]


def _section(case: Case, measure: Measure) -> list[Round]:
    """Return the rounds of the last heading before a measure's results that names some: they are
    about all below it. A short line among another measure's results is about that one alone.
    """
    own = [part for one in results(case.facts) for part in one.own]
    above = [
        one
        for one in titles(case)
        if one.start < measure.name[0] and not any(low <= one.start < high for low, high in own)
    ]
    return [one for one in above if above[-1].start - one.start < BESIDE] if above else []


def _leads(case: Case) -> list[Round]:
    """Return the rounds that the sentence leading from the plan to all results names:
    'ได้ดำเนินการแล้วในรอบ 6 เดือน ปรากฏผลดังนี้'.
    """
    first = min((one.name[0] for one in results(case.facts)), default=0)
    last = max((one.name[0] for one in plan(case.facts) if one.name[0] < first), default=first)
    between = [one for one in told(case) if last < one.start < first and not one.soft]
    return [one for one in between if place(case.facts, one.start).grid < 0]


def _closes(case: Case) -> list[Round]:
    """Return the rounds that a sentence below all results says they are of, where no measure names
    any itself: "จากผลข้างต้น … จึงขอรายงานผลรอบ 6 เดือน".
    """
    own = [part for one in results(case.facts) for part in one.own]
    last = max((end for _, end in own), default=0)
    hard = [one for one in told(case) if not one.soft]
    below = [one for one in hard if one.start >= last and place(case.facts, one.start).grid < 0]
    among = below and any(low <= one.start < high for one in hard for low, high in own)
    return [] if among else below


def latest(case: Case) -> set[int]:
    """Return the rounds of the year that the report tells of anywhere."""
    return {one.months for one in (*told(case), *headed(case))} & set(VALID)
