"""Is every weak indicator that the analysis names answered by a measure?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ita_checker.facts.measures import SPELLINGS, Measure, Weak, named, plan, results, subject, weak
from ita_checker.facts.page import find, flow, span
from ita_checker.facts.tables import (
    ACTIVITY,
    GUIDELINE,
    INDICATOR,
    PROJECT,
    STEPS,
    TOPIC,
    UNREAD,
    Stretch,
    grids,
    said,
    unread,
)
from ita_checker.model import Answer, Case, Finding, Span, Verdict, Words
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import kept, of_words, words_of

CODES = ("MEA006",)
NO_MEASURES = Words(
    "ไม่พบมาตรการเป็นรายการ จึงเทียบกับจุดอ่อนไม่ได้",
    "no measures were found one by one to hold against the weak points",
)
NONE_WEAK = Words("ไม่พบตัวชี้วัดที่เอกสารระบุว่าเป็นจุดอ่อน", "the report calls no indicator weak")
ANSWERS = pattern_of(lambda: spelled(words_of("indicators.answers")))
TO = of_words(lambda: any_of(words_of("indicators.answer_to")))
# "ตอบตัวชี้วัด…", "ตอบเรื่องที่ต้องพัฒนา คือ …": the word weak between takes nothing back.
ANSWERED = pattern_of(
    lambda: f"{TO()}.{{0,14}}(?:{spelled(words_of('indicators.weak'))}.{{0,12}})?$"
)
# "(ข) ตัวชี้วัดการใช้อำนาจ" is one of a list, "ตอบจุดอ่อนข้อ (ข)" a reference to it.
MARKED = re.compile(
    r"(?<![\u0e01-\u0e4e\d.])\(?([\u0e01-\u0e2e]|\d{1,2})[.)][\u0e01-\u0e4e]{0,12}$"
)
AT_ONCE = pattern_of(
    lambda: (
        f"{any_of(words_of('indicators.answers_at_once.joins'))}*"
        f"{any_of(words_of('indicators.answers_at_once.verbs'))}"
    )
)
ABOUT = (
    TOPIC,
    GUIDELINE,
    STEPS,
    ACTIVITY,
    PROJECT,
    INDICATOR,
)  # fields that say what a measure is about; an office's name does not
LED = 40  # letters before it in which the text may say what answers it
NUMBERED = pattern_of(lambda: rf"(?:{any_of(words_of('indicators.by_number'))})\d{{1,2}}(?!\d)")
NUMBER_BESIDE = 26  # letters before an indicator's name in which its number stands
NEXT_TO = 8  # letters of other words between the number and the name: "ประเด็นที่ 6 ด้านการใช้อำนาจ"
AROUND = 160  # letters after an indicator's name in which the text may say what is done about it


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
        return Answer(Verdict.MET, note=NONE_WEAK)
    measures = (*plan(case.facts), *results(case.facts))
    if unread(case.facts):
        return Answer(
            Verdict.UNKNOWN, (), tuple(span(case.facts, *one.places[0]) for one in called), UNREAD
        )
    if not measures:
        return Answer(
            Verdict.MET, (), tuple(span(case.facts, *one.places[0]) for one in called), NO_MEASURES
        )
    open_ones = [one for one in called if not _answered(case, one, measures, params)]
    # Where sentences say how others are answered, one of which they say nothing is not.
    explained = any(_says_how(case, one) for one in called if one not in open_ones)
    strange = _strange(case, measures, params) if open_ones and not explained else ()
    findings = tuple(_finding(case, one, strange) for one in open_ones)
    evidence = tuple(span(case.facts, *one.places[0]) for one in called if one not in open_ones)
    return Answer(Verdict.GAP if findings else Verdict.MET, findings, evidence)


def _strange(case: Case, measures: tuple[Measure, ...], params: Params) -> tuple[Span, ...]:
    """Return the names of measures that tell of no indicator and of no subject we know: each may
    be the answer to one that is called weak.
    """
    words = [word for hints in params.hints.values() for word in hints]
    known = re.compile(
        "|".join([*map(spelled, SPELLINGS.values()), *(re.escape(fold(word)) for word in words)])
    )
    return tuple(
        span(case.facts, *measure.name)
        for measure in measures
        if not subject(said(case.facts, [measure.name]))
        and not any(known.search(said(case.facts, [part])) for part in _about(measure))
    )


def _about(measure: Measure) -> tuple[Stretch, ...]:
    """Return where a measure says what it is about."""
    return (measure.name, *(part for held in ABOUT for part in measure.fields.get(held, ())))


def _declares(case: Case, measure: Measure) -> bool:
    """Tell whether a measure says itself which indicators it answers: it answers no others by a
    word in its steps.
    """
    topics = measure.fields.get(TOPIC, ())
    return any(start <= place[0] < end for start, end in topics for _, place in named(case.facts))


def _declared(measure: Measure) -> tuple[Stretch, ...]:
    return (measure.name, *measure.fields.get(TOPIC, ()))


def _finding(case: Case, one: Weak, strange: tuple[Span, ...]) -> Finding:
    return Finding(
        "MEA006",
        tuple(span(case.facts, *place) for place in one.places),
        subject=one.name,
        absent=True,
        perhaps=strange,
        within="measures",
    )


def _answered(case: Case, one: Weak, measures: tuple[Measure, ...], params: Params) -> bool:
    hints = {fold(name): words for name, words in params.hints.items()}.get(fold(one.name), ())
    if not hints:
        return True
    own = [measure for measure in measures if _declares(case, measure)]
    called = re.compile(spelled(SPELLINGS[one.name]))
    if any(called.search(said(case.facts, [part])) for each in own for part in _declared(each)):
        return True
    told = [part for measure in measures if measure not in own for part in _about(measure)]
    wanted = _wanted(one.name, tuple(hints))
    # Some fonts leave a dot in the middle of a word (เจตจำ.นง): a hint is looked for past it.
    if any(wanted.search(said(case.facts, [stretch]).replace(".", "")) for stretch in told) or (
        _said(case, one) or _by_number(case, one, told)
    ):
        return True
    return any(
        start <= hit.start and hit.end <= end
        for hit in find(case.facts, hints)
        for start, end in told
    )


@kept(maxsize=1 << 8)  # the same for every report
def _wanted(name: str, hints: tuple[str, ...]) -> re.Pattern[str]:
    """Return what a measure says that answers an indicator: its name, or one of the hints."""
    return re.compile("|".join([spelled(SPELLINGS[name]), *map(re.escape, map(fold, hints))]))


def _said(case: Case, one: Weak) -> bool:
    """Tell whether the report says elsewhere how the indicator is answered: beside a measure, in a
    table, over a heading.
    """
    return _says_how(case, one) or any(_in_plan(case, place) for place in _elsewhere(case, one))


def _by_number(case: Case, one: Weak, told: list[Stretch]) -> bool:
    """Tell whether a measure answers the indicator by the number that stands right before its name:
    "ประเด็นที่ 6 การใช้อำนาจ", and "ตอบประเด็นที่ 6".
    """
    text = flow(case.facts).text
    numbers = {
        hit[0]
        for start, _ in (*one.places, *_elsewhere(case, one))
        for hit in [*NUMBERED.finditer(text, max(0, start - NUMBER_BESIDE), start)][-1:]
        if start - hit.end() <= NEXT_TO
    }
    return any(
        hit[0] in numbers
        for stretch in told
        for hit in NUMBERED.finditer(said(case.facts, [stretch]))
    )


def _says_how(case: Case, one: Weak) -> bool:
    """Tell whether a sentence says how an indicator is answered."""
    text, below = flow(case.facts).text, _first_measure(case)
    others = _elsewhere(case, one)
    under = [place for place in one.places if place[0] > below]
    return (
        any(_followed(case, place) for place in others)
        or any(ANSWERED.search(text[max(0, at - LED) : at]) for at, _ in (*others, *under))
        or any(_followed_at_once(case, place) for place in one.places)
        or any(_referred_to(text, place, below) for place in one.places)
    )


def _first_measure(case: Case) -> int:
    return min(
        (one.name[0] for one in (*plan(case.facts), *results(case.facts))),
        default=len(flow(case.facts).text),
    )


def _referred_to(text: str, place: Stretch, below: int) -> bool:
    """Tell whether a measure says that it answers the item of a list that a weak indicator is."""
    mark = MARKED.search(text[max(0, place[0] - LED) : place[0]])
    if not mark or place[0] > below:
        return False
    item = (
        f"(?:{spelled(words_of('measures.article'))}\\(?|\\()" + mark[1] + r"(?![\d\u0e01-\u0e4e])"
    )
    return re.compile(f"{TO()}.{{0,20}}?{item}").search(text, below) is not None


def _elsewhere(case: Case, one: Weak) -> list[Stretch]:
    """Return where an indicator is named besides where it is called weak."""
    weak_places = set(one.places)
    return [
        place for name, place in named(case.facts) if name == one.name and place not in weak_places
    ]


def _in_plan(case: Case, place: Stretch) -> bool:
    """Tell whether a place lies in a table that also names measures, steps or results."""
    held = {
        "name",
        "guideline",
        "steps",
        "responsible",
        "monitoring",
        "activity",
        "result",
        "suggestion",
    }
    return any(
        grid.start <= place[0] < grid.end and set(grid.columns) & held for grid in grids(case.facts)
    )


def _followed(case: Case, place: Stretch) -> bool:
    after = flow(case.facts).text[place[1] : place[1] + AROUND]
    other = min(
        (at[0] - place[1] for _, at in named(case.facts) if at[0] > place[1]), default=len(after)
    )
    hit = ANSWERS.search(after[: max(other, 0)])
    return hit is not None


def _followed_at_once(case: Case, place: Stretch) -> bool:
    """Tell whether the place where it is called weak goes on with what is done about it:
    'การใช้อำนาจ ควรจัดทำ …'.
    """
    return AT_ONCE.match(flow(case.facts).text, place[1]) is not None
