"""Is every weak indicator that the analysis names answered by a measure?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ita_checker.checks._weak_answered import of_another
from ita_checker.checks._weak_hints import Hints, about, answered_by_words, of_the_year
from ita_checker.facts.items import likely_part
from ita_checker.facts.measures import (
    SAME,
    SPELLINGS,
    Measure,
    Weak,
    alike,
    common,
    declared_by,
    first_measure,
    left_unread,
    named_again,
    plan,
    pointers,
    points_below,
    regions,
    results,
    scores,
    subject,
    ticked,
    verdict_beside,
    weak,
)
from ita_checker.facts.page import Spans, blocks, flow, span
from ita_checker.facts.tables import (
    UNREAD,
    Stretch,
    said,
    unread,
)
from ita_checker.model import Answer, Case, Facts, Finding, Span, Verdict, Words
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import words_of

CODES = ("MEA006",)
NO_MEASURES = Words(
    "ไม่พบมาตรการเป็นรายการ จึงเทียบกับจุดอ่อนไม่ได้",
    "no measures were found one by one to hold against the weak points",
)
NONE_WEAK = Words("ไม่พบตัวชี้วัดที่เอกสารระบุว่าเป็นจุดอ่อน", "the report calls no indicator weak")
NOT_KNOWN = Words(
    "เอกสารวิเคราะห์จุดอ่อน แต่ไม่ทราบว่าเป็นตัวชี้วัดใด จึงเทียบกับมาตรการไม่ได้ โปรดเปิดดูในเอกสาร",
    "the report analyses what is weak, but which indicators that are is not known; please look",
)
# "มาตรการที่ 1 …" begins a measure, whether it was read as one or not.
MEASURE = pattern_of(lambda: rf"(?:\d{{1,2}}[.)])?{any_of(words_of('fields.cells.measure'))}")
ALL = pattern_of(
    lambda: any_of(words_of("indicators.answers_all")) + any_of(words_of("indicators.all_of"))
)
IN_ORDER = pattern_of(lambda: any_of(words_of("indicators.answers_in_order")))
WEAK = pattern_of(lambda: spelled(words_of("indicators.weak")))
TWO = 2
OF_A_POINT, A_PHRASE = 60, 10  # letters of a weak point in the office's words, and of one shared


@dataclass(frozen=True, slots=True)
class Params:
    """`hints`: indicator → words of the measures that answer it. An indicator without hints is
    never missed.
    """

    hints: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, metadata={"known": SPELLINGS}
    )


def check(case: Case, params: Params) -> Answer:
    """Answer gap with MEA006 for each weak indicator that no measure answers."""
    called = weak(case.facts)
    if not called:
        return _none_weak(case)
    measures = (*plan(case.facts), *results(case.facts))
    told, crossed = _told_of_most(case, called, measures), ticked(case.facts)
    open_ones = [
        one
        for one in called
        if not crossed.get(one.name)
        and not (
            (told or measures or one.name not in crossed)
            and _answered(case, one, measures, params.hints)
        )
    ]
    if not told and any(one.name not in crossed for one in open_ones):
        if unread(case.facts):
            return Answer(Verdict.UNKNOWN, (), _named(case, called), UNREAD)
        if not measures:
            open_ones = [one for one in open_ones if one.name in crossed]
            if not open_ones:
                return _unanswered(case, called)
    strange = _strange(case, measures, params) if open_ones and not told else ()
    findings = tuple(
        _finding(
            case,
            one,
            _may_answer(case, one, strange, called)
            or of_the_year(case, one, measures, params.hints)
            or _of_all(case),
            told,
        )
        for one in open_ones
    )
    evidence = _named(case, (one for one in called if one not in open_ones))
    return Answer(Verdict.GAP if findings else Verdict.MET, findings, evidence)


def _told_of_most(case: Case, called: tuple[Weak, ...], measures: tuple[Measure, ...]) -> bool:
    """Tell whether the report says itself of most measures which indicators these answer, or of two
    indicators and more where no measure was understood.
    """
    own = [one for one in pointers(case.facts) if one.says]
    said_of, low = {one.name for one in own}, {one.name for one in called}
    fewest = len({one.called for one in measures}) or TWO * TWO
    by_measures = {name for one in measures for name in declared_by(case.facts, one) or ()}
    if not said_of & low or len({one.place for one in own}) * TWO < fewest:
        return False
    return len(said_of) >= TWO or not said_of <= by_measures


def _named(case: Case, called: Iterable[Weak]) -> Spans:
    """Return where indicators are named first."""
    return Spans(case.facts, (one.places[0] for one in called))


def _unanswered(case: Case, called: tuple[Weak, ...]) -> Answer:
    """Answer where no measure was found: met where each weak indicator is named once more in a
    piece of its own, unknown where some may stand unread, else it is another rule's answer that
    there are none.
    """
    again = [one for one in named_again(case.facts) if one[0] in {each.name for each in called}]
    if {name for name, _ in again} == {one.name for one in called}:
        return Answer(Verdict.MET, evidence=Spans(case.facts, (at for _, at in again)))
    told = likely_part(case.facts, "measures")
    verdict = Verdict.UNKNOWN if told or left_unread(case.facts) else Verdict.MET
    return Answer(verdict, (), _named(case, called), NO_MEASURES)


def _none_weak(case: Case) -> Answer:
    """Answer for a report of which no weak indicator is known: unknown where it scores indicators,
    or speaks of what is weak in words that were not understood.
    """
    part = likely_part(case.facts, "weak_points")
    places = [one.place for one in scores(case.facts)]
    if part and part.some and WEAK.search(flow(case.facts).text, part.start, part.end):
        places.append((part.start, part.end))
    points = points_below(case.facts)
    if points and all(_point_answered(case, one) for one in points):
        return Answer(Verdict.MET, evidence=Spans(case.facts, points))
    if not places:
        return Answer(Verdict.MET, note=NONE_WEAK)
    return Answer(Verdict.UNKNOWN, (), Spans(case.facts, places[:1]), NOT_KNOWN)


def _point_answered(case: Case, point: Stretch) -> bool:
    """Tell whether a measure is told of in the words of a weak point that is no indicator."""
    text, (start, end) = flow(case.facts).text, point
    own = text[start : min(end, start + OF_A_POINT)]
    least = min(A_PHRASE, len(own))
    told = (part for _, parts in regions(case.facts) for part in parts if part[0] >= end)
    return any(len(common(own, said(case.facts, [part]))) >= least for part in told)


def _may_answer(
    case: Case, one: Weak, strange: tuple[Measure, ...], called: tuple[Weak, ...]
) -> tuple[Span, ...]:
    """Return the names of those strange measures that may answer an indicator: what another one's
    reason speaks of answers that one.
    """
    own = (measure for measure in strange if not of_another(case, measure, one, called))
    return tuple(span(case.facts, *measure.name) for measure in own)


def _strange(case: Case, measures: tuple[Measure, ...], params: Params) -> tuple[Measure, ...]:
    """Return the measures that tell of no indicator and of no subject we know: each may be the
    answer to one that is called weak.
    """
    words = [word for hints in params.hints.values() for word in hints]
    known = re.compile(
        "|".join([*map(spelled, SPELLINGS.values()), *(re.escape(fold(word)) for word in words)])
    )
    strange = [
        measure
        for measure in measures
        if not subject(said(case.facts, [measure.name]))
        and not any(known.search(said(case.facts, [part])) for part in about(measure))
    ]
    others = [one for one in measures if one not in strange]
    return tuple(  # what is planned by the same name says of a result what it is about
        one
        for one in strange
        if not any(alike(one.called, other.called) >= SAME for other in others)
    )


def _answered(case: Case, one: Weak, measures: tuple[Measure, ...], hints: Hints) -> bool:
    """Tell whether an indicator is answered: one without hints always is."""
    if not hints.get(one.name):
        return True
    return one.name in case.facts.once(_pointed_at) or answered_by_words(case, one, measures, hints)


def _pointed_at(facts: Facts) -> frozenset[str]:
    """Return the indicators that the report says something answers, or that it names again where
    its measures stand.
    """
    own = pointers(facts)
    text, low = flow(facts).text, min(one.places[0][0] for one in weak(facts))
    begun = [
        one.start
        for one in blocks(facts)
        if one.start > low and MEASURE.match(text, one.start, one.end)
    ]
    first = min([first_measure(facts), *begun, *(one.place[0] for one in own if one.says)])
    return frozenset(one.name for one in own if one.says or one.place[0] > first)


def _finding(case: Case, one: Weak, strange: tuple[Span, ...], told: bool) -> Finding:
    """Return the finding; that a table crosses it with measures and ticks none leaves open neither
    where they stand nor which of them may be meant; where the report says which indicators others
    answer (`told`), its measures are there.
    """
    shown = one.name in ticked(case.facts)
    told_so = (verdict_beside(case.facts, place) for place in one.places)
    beside = [cell for cell in told_so if cell]
    return Finding(
        "MEA006",
        tuple(span(case.facts, *place) for place in (*one.places, *beside)),
        subject=one.name,
        absent=True,
        perhaps=() if shown else strange,
        within="" if shown or told else "measures",
    )


def _of_all(case: Case) -> tuple[Span, ...]:
    """Return where the report says that its measures answer all that is weak, or follow its
    order.
    """
    text = flow(case.facts).text
    hits = (*ALL.finditer(text), *IN_ORDER.finditer(text))
    return tuple(span(case.facts, *hit.span()) for hit in hits)
