"""Is every weak indicator that the analysis names answered by a measure?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ita_checker.checks._weak_answered import of_another, says_how
from ita_checker.facts.items import likely_part
from ita_checker.facts.measures import (
    SPELLINGS,
    Measure,
    Weak,
    declared_by,
    first_measure,
    left_unread,
    plan,
    pointers,
    results,
    scores,
    subject,
    ticked,
    weak,
)
from ita_checker.facts.page import Spans, find, flow, span
from ita_checker.facts.tables import (
    ACTIVITY,
    GUIDELINE,
    INDICATOR,
    PROJECT,
    STEPS,
    TOPIC,
    UNREAD,
    Stretch,
    said,
    unread,
)
from ita_checker.model import Answer, Case, Finding, Span, Verdict, Words
from ita_checker.text.flow import fold
from ita_checker.text.patterns import pattern_of, spelled
from ita_checker.words import kept, words_of

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
# "เมื่อสิ้นปีงบประมาณ" tells of no budget.
YEAR = pattern_of(lambda: spelled(words_of("measures.year_alone")))
WEAK = pattern_of(lambda: spelled(words_of("indicators.weak")))
TWO = 2
NEAR = 24  # letters around a word in which the one for a year that it is part of stands
ABOUT = (
    TOPIC,
    GUIDELINE,
    STEPS,
    ACTIVITY,
    PROJECT,
    INDICATOR,
)  # fields that say what a measure is about; an office's name does not


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
    told = _told_of_most(case, called, measures)
    if not told and unread(case.facts):
        return Answer(Verdict.UNKNOWN, (), _named(case, called), UNREAD)
    if not (told or measures or any(one.name in ticked(case.facts) for one in called)):
        return _unanswered(case, called)
    open_ones = [
        one
        for one in called
        if not ticked(case.facts).get(one.name, not (measures or told))
        and not ((measures or told) and _answered(case, one, measures, params))
    ]
    strange = _strange(case, measures, params) if open_ones and not told else ()
    findings = tuple(
        _finding(
            case,
            one,
            _may_answer(case, one, strange, called) or _of_the_year(case, one, measures, params),
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
    """Answer where no measure was found: unknown where some may stand unread, else it is another
    rule's answer that there are none.
    """
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
    if not places:
        return Answer(Verdict.MET, note=NONE_WEAK)
    return Answer(Verdict.UNKNOWN, (), Spans(case.facts, places[:1]), NOT_KNOWN)


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
    return tuple(
        measure
        for measure in measures
        if not subject(said(case.facts, [measure.name]))
        and not any(known.search(said(case.facts, [part])) for part in _about(measure))
    )


def _about(measure: Measure) -> tuple[Stretch, ...]:
    """Return where a measure says what it is about."""
    return (measure.name, *(part for held in ABOUT for part in measure.fields.get(held, ())))


def _pointed_at(case: Case) -> frozenset[str]:
    """Return the indicators that the report says something answers, or that it names again where
    its measures stand.
    """
    own = pointers(case.facts)
    first = min([first_measure(case.facts), *(one.place[0] for one in own if one.says)])
    return frozenset(one.name for one in own if one.says or one.place[0] > first)


def _finding(case: Case, one: Weak, strange: tuple[Span, ...], told: bool) -> Finding:
    """Return the finding; that a table crosses it with measures and ticks none leaves open neither
    where they stand nor which of them may be meant; where the report says which indicators others
    answer (`told`), its measures are there.
    """
    shown = one.name in ticked(case.facts)
    return Finding(
        "MEA006",
        tuple(span(case.facts, *place) for place in one.places),
        subject=one.name,
        absent=True,
        perhaps=() if shown else strange,
        within="" if shown or told else "measures",
    )


def _answered(case: Case, one: Weak, measures: tuple[Measure, ...], params: Params) -> bool:
    hints = {fold(name): words for name, words in params.hints.items()}.get(fold(one.name), ())
    if not hints:
        return True
    if one.name in _pointed_at(case):
        return True
    told = _told(case, measures)
    wanted = _wanted(one.name, tuple(hints))
    if any(wanted.search(YEAR.sub("|", _plain(case, stretch))) for stretch in told) or says_how(
        case, one
    ):
        return True
    return any(
        start <= hit.start and hit.end <= end and not _in_year(case, hit.start)
        for hit in find(case.facts, hints)
        for start, end in told
    )


def _told(case: Case, measures: tuple[Measure, ...]) -> list[Stretch]:
    """Return where the measures that name no indicator say what they are about."""
    own = (measure for measure in measures if declared_by(case.facts, measure) is None)
    return [part for measure in own for part in _about(measure)]


def _plain(case: Case, stretch: Stretch) -> str:
    """Return what a stretch says; some fonts leave a dot in the middle of a word (เจตจำ.นง)."""
    return said(case.facts, [stretch]).replace(".", "")


def _in_year(case: Case, at: int) -> bool:
    """Tell whether a word is part of the one for a fiscal year (งบประมาณ in สิ้นปีงบประมาณ)."""
    text = flow(case.facts).text
    return any(
        hit.start() < at < hit.end() for hit in YEAR.finditer(text, max(0, at - NEAR), at + NEAR)
    )


def _of_the_year(
    case: Case, one: Weak, measures: tuple[Measure, ...], params: Params
) -> tuple[Span, ...]:
    """Return where measures say a word that would answer an indicator if it were not part of the
    one for a fiscal year: a budget of the year may be meant.
    """
    hints = {fold(name): words for name, words in params.hints.items()}.get(fold(one.name), ())
    wanted = _wanted(one.name, tuple(hints))
    return tuple(
        span(case.facts, *stretch)
        for stretch in _told(case, measures)
        if wanted.search(_plain(case, stretch))
    )


@kept(maxsize=1 << 8)  # the same for every report
def _wanted(name: str, hints: tuple[str, ...]) -> re.Pattern[str]:
    """Return what a measure says that answers an indicator: its name, or one of the hints."""
    return re.compile("|".join([spelled(SPELLINGS[name]), *map(re.escape, map(fold, hints))]))
