"""What a round is named for, by where it stands: promised, reported, or only named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from ita_checker.facts.measures import Measure, plan, results
from ita_checker.facts.page import EMPTY, TICKED, cover, flow
from ita_checker.facts.rounds.doing import tells_what_was_done
from ita_checker.facts.rounds.due_on import due_on
from ita_checker.facts.rounds.in_place import (
    A_WORD,
    Named,
    beside,
    names_row,
    over_results,
    told_in,
    waits,
)
from ita_checker.facts.rounds.labels import Label
from ita_checker.facts.rounds.mood import Mood, agreed
from ita_checker.facts.tables import (
    ACTIVITY,
    EXPECTED,
    MONITORING,
    PERIOD,
    PLAN_FIELDS,
    RESPONSIBLE,
    RESULT_FIELDS,
    labelled,
)
from ita_checker.facts.tables import label as label_of
from ita_checker.facts.years import Kind, Place, line, places, results_from
from ita_checker.model import Facts
from ita_checker.model.records import replace
from ita_checker.text.patterns import any_of, built, pattern_of, spelled
from ita_checker.words import lists_of, words_of


class Side(StrEnum):
    """What a round is named for."""

    PROMISED = "promised"
    REPORTED = "reported"
    NAMED = "named"


HEADING = lists_of("rounds.heads")
PLANS = pattern_of(lambda: any_of(words_of("rounds.plans")))
TOLD = pattern_of(lambda: any_of(words_of("rounds.tells")))
HEADS = built(r"{told}{letter}{0,24}[(:]?$", HEADING)
OPENS = pattern_of(lambda: rf"[^\w]*(?:\d[\d.]*[.)]?)?{spelled(HEADING['opens'])}")
RESULT_OF = built("{result}$", lists_of("rounds.mood"))
FORM = 400  # flow letters from a form's title (รายงานผล…) to the boxes ticked under it


def _in_plan(one: Named) -> bool:
    """Tell whether it stands in a planned measure's field in prose or in a card."""
    return _within(one, plan(one.facts), without=results(one.facts))


def _in_results(one: Named) -> bool:
    """Tell whether it stands in what is told of a measure in prose or in a card; a measure told
    once, plan and result together, tells of what was done under it.
    """
    own = _within(one, results(one.facts), without=plan(one.facts))
    return own or _within(one, one.facts.once(_deeds), ())


def _deeds(facts: Facts) -> tuple[Measure, ...]:
    """Return the measures whose results are told, with what was done and what came of it alone."""
    told = [one for one in results(facts) if set(one.fields) & set(RESULT_FIELDS)]
    held = (ACTIVITY, *RESULT_FIELDS)
    done = ({name: own for name, own in one.fields.items() if name in held} for one in told)
    return tuple(replace(one, fields=own) for one, own in zip(told, done, strict=True))


def _still_to_come(one: Named) -> bool:
    """Tell whether the clause among a measure's results says what is to be reported: it tells of
    none of it.
    """
    return _in_results(one) and one.mood is Mood.TO_COME


def _not_ticked(one: Named) -> bool:
    """Tell whether it stands in an item that is not ticked, among others that are: "☐ ขยายไปโรงฝึก
    (ทำในครึ่งปีหลัง)" is not done.
    """
    own, text = line(one.facts, one.label.start), flow(one.facts).text
    empty = own is not None and text[own.start] in EMPTY and not one.label.ticked
    return empty and any(mark in text for mark in TICKED)


def _within(one: Named, measures: Iterable[Measure], without: Iterable[Measure]) -> bool:
    if one.own.kind is not Kind.PROSE and one.own.field:
        return False  # a table's columns say what stands in them
    return _holds(measures, one.label.start) and not _holds(without, one.label.start)


def _holds(measures: Iterable[Measure], at: int) -> bool:
    return any(
        start <= at < end
        for measure in measures
        for held, parts in measure.fields.items()
        if held != RESPONSIBLE
        for start, end in parts
    )


def _of_results(one: Named) -> bool:
    return one.own.kind is Kind.RESULT


def _waits(one: Named) -> bool:
    if names_row(one.facts, one.label.start):
        return not any(told_in(one.facts, cell) for cell in beside(one))
    return _of_results(one) and one.not_yet and bool(one.after.strip("\t :)-"))


def _planned(one: Named) -> bool:
    return one.own.kind is Kind.PLAN or (
        _of_results(one)
        and one.own.field in (*PLAN_FIELDS, EXPECTED)
        and not names_row(one.facts, one.label.start)
    )


def _titled(one: Named) -> bool:
    """Tell whether the round stands on the cover, or in a heading that tells of results."""
    low, high = cover(one.facts)
    text = flow(one.facts).text
    told = one.own.is_heading and (
        TOLD.search(text, one.own.start, one.label.start) or OPENS.match(text, one.own.start)
    )
    prose = one.own.kind is Kind.PROSE
    headed = told or (prose and HEADS.search(one.before)) or _heads_results(one)
    return low <= one.label.start < high or bool(headed)


def _alone_over_results(one: Named) -> bool:
    """Tell whether a labelled line says no more than a round, and results begin right below it."""
    labelled_so = one.own.is_heading and _labelled(one, (MONITORING, PERIOD))
    return labelled_so and over_results(one.facts, one.own, one.label.end)


def _beside_it_waits(one: Named) -> bool:
    """Tell whether the cell beside a round that stands alone says that it is still to come."""
    alone = flow(one.facts).text.startswith("\t", one.label.end)
    return alone and waits(one.facts, one.label.end)


def _heads_results(one: Named) -> bool:
    """Tell whether it stands in the line right above a table of results, or above what is told of
    a measure.
    """
    after = (cell for cell in places(one.facts) if cell.start >= one.own.end)
    below = next((cell for cell in after if not _page_number(one.facts, cell)), None)
    if not one.own.is_heading or below is None:
        return False
    return below.kind is Kind.RESULT or any(
        below.start <= measure.name[0] < below.end for measure in results(one.facts)
    )


def _page_number(facts: Facts, cell: Place) -> bool:
    """Tell whether a line is a page's number: digits and a word at most."""
    said = flow(facts).text[cell.start : cell.end]
    return cell.kind is Kind.PROSE and len(re.sub(r"[\d\W]", "", said)) <= A_WORD


def _to_somebody(one: Named) -> bool:
    """Tell whether the clause says who reports the round to whom, and of nothing done."""
    prose = one.own.kind is Kind.PROSE and not one.own.is_heading
    return prose and agreed(one.before, one.after)


def _ticked(one: Named) -> bool:
    """Tell whether it is ticked on a form that reports."""
    start = max(0, one.label.start - FORM)
    told = TOLD.search(flow(one.facts).text, start, one.label.start)
    return bool(one.label.ticked and one.own.kind is Kind.PROSE and told)


def _told(one: Named) -> bool:
    """Tell whether it stands where results are told, among words of telling."""
    begun = one.label.start >= results_from(one.facts)
    return begun and bool(TOLD.search(one.before + one.after))


def _opens_what_was_done(one: Named) -> bool:
    """Tell whether it opens a paragraph below results, of none of the measures, that tells of
    something done: "รอบ 12 เดือน ทำครบ 4 เรื่อง".
    """
    own, text = one.own, flow(one.facts).text
    opens = not re.search(r"[^\W\d]", text[own.start : one.label.start])
    below = any(measure.name[0] < own.start for measure in results(one.facts))
    measures = (*plan(one.facts), *results(one.facts))
    of_one = any(low <= own.start < high for measure in measures for low, high in measure.own)
    return (
        own.kind is Kind.PROSE
        and opens
        and below
        and not of_one
        and not one.not_yet
        and tells_what_was_done(text[one.label.end : own.end])
    )


def _result_of_a_round(one: Named) -> bool:
    """Tell whether a clause that begins with the result of the round tells of something done:
    "ผลรอบ 9 เดือน มีมุมสุจริตครบทั้ง 6 แผนก".
    """
    own, text = one.own, flow(one.facts)
    led = RESULT_OF.search(one.before)
    if own.kind is not Kind.PROSE or one.not_yet or not led:
        return False
    at = one.label.start - len(led[0])
    begins = at <= own.start or bool(text.gap(at))
    return begins and tells_what_was_done(text.text[one.label.end : own.end])


def on_a_label(facts: Facts, at: int) -> bool:
    """Tell whether a round stands on a line that is labelled, and so heads that line alone; what
    labels the round itself does not.
    """
    own = line(facts, at)
    label = label_of(facts, own) if own else None
    return label is not None and label[0] not in (PERIOD, MONITORING)


def _labelled(one: Named, fields: tuple[str, ...]) -> bool:
    """Tell whether it stands on a line, or in the lines under one, that is labelled so."""
    if one.own.kind is not Kind.PROSE:
        return False
    above = labelled(one.facts, (one.own.start, one.label.start + 1))
    return bool(above) and above[-1][0] in fields and above[-1][1][0] <= one.label.start


def _ticked_beside_results(one: Named) -> bool:
    """Tell whether it alone of several rounds is ticked for a measure that tells what came: "☑ รอบ
    6 เดือน ☐ รอบ 12 เดือน" says which one it reports on; a plan promises more than one.
    """
    if not one.label.ticked or one.own.field not in (MONITORING, PERIOD):
        return False
    cell = flow(one.facts).text[one.own.start : one.own.end]
    one_of_more = any(mark in cell for mark in EMPTY) and sum(map(cell.count, TICKED)) == 1
    return one_of_more and any(
        low <= one.label.start < high
        for measure in results(one.facts)
        if set(measure.fields) & set(RESULT_FIELDS)
        for low, high in measure.fields.get(one.own.field, ())
    )


# Read from the top, the first that holds decides. Each has its example in tests/facts/test_rounds.
LADDER: tuple[tuple[str, Callable[[Named], bool], Side], ...] = (
    ("heading of a column", lambda one: one.own.row < 0 <= one.own.grid, Side.NAMED),
    ("box ticked beside results", _ticked_beside_results, Side.REPORTED),
    ("column of a plan", _planned, Side.PROMISED),
    ("results that wait", _waits, Side.NAMED),
    ("column of results", _of_results, Side.REPORTED),
    ("field of a plan", _in_plan, Side.PROMISED),
    ("field that waits", lambda one: _in_results(one) and one.not_yet, Side.NAMED),
    ("field of what will be told", _still_to_come, Side.NAMED),
    ("item not ticked", _not_ticked, Side.NAMED),
    ("field of results", _in_results, Side.REPORTED),
    ("line over results", _alone_over_results, Side.REPORTED),
    ("label of monitoring", lambda one: _labelled(one, (MONITORING,)), Side.PROMISED),
    ("result of a round", _result_of_a_round, Side.REPORTED),
    ("clause that orders", lambda one: one.mood is Mood.TO_COME, Side.PROMISED),
    ("clause that tells", lambda one: one.mood is Mood.DONE and not one.not_yet, Side.REPORTED),
    (
        "label of results",
        lambda one: not one.not_yet and _labelled(one, (*RESULT_FIELDS, ACTIVITY)),
        Side.REPORTED,
    ),
    ("report to somebody", _to_somebody, Side.PROMISED),
    ("day to come", lambda one: due_on(one.facts, one.label.end), Side.PROMISED),
    (
        "title that waits",
        lambda one: _titled(one) and (one.not_yet or _beside_it_waits(one)),
        Side.NAMED,
    ),
    ("title of results", _titled, Side.REPORTED),
    ("box ticked", _ticked, Side.REPORTED),
    ("signs of a plan", lambda one: bool(PLANS.search(one.before[-50:])), Side.PROMISED),
    ("not yet", lambda one: one.not_yet, Side.PROMISED),
    ("among results", _told, Side.REPORTED),
    ("opens what was done", _opens_what_was_done, Side.REPORTED),
)


def rung(facts: Facts, label: Label, own: Place) -> tuple[str, Side]:
    """Return which step of the ladder decides what a round is named for, and what it is."""
    one = Named(facts, label, own)
    return next(((name, side) for name, holds, side in LADDER if holds(one)), ("", Side.NAMED))
