"""What a report says besides its measures of how a weak indicator is answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ita_checker.facts.measures import (
    ANSWERS,
    Measure,
    Weak,
    common,
    declared_by,
    first_measure,
    named,
    plan,
    weak,
)
from ita_checker.facts.page import Block, block_at, flow
from ita_checker.facts.tables import ACTIVITY, GUIDELINE, PROJECT, STEPS, TOPIC, Stretch, said
from ita_checker.model import Case
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.text.tokens import tokens
from ita_checker.words import of_words, words_of

TO = of_words(lambda: any_of(words_of("indicators.answer_to")))
# "(ข) ตัวชี้วัดการใช้อำนาจ" is one of a list, "ตอบจุดอ่อนข้อ (ข)" a reference to it; so is "1.1.2".
MARKED = re.compile(
    r"(?<![\u0e01-\u0e4e\d.])\(?"
    r"(?:([\u0e01-\u0e2e]|\d{1,2})[.)]|(\d{1,2}(?:\.\d{1,2})+)[.)]?)[\u0e01-\u0e4e]{0,12}$"
)
POINTS = pattern_of(
    lambda: rf"\({spelled(words_of('indicators.points'))}\(?([\u0e01-\u0e2e]|\d{{1,2}})\)"
)
NUMBERED = pattern_of(
    lambda: rf"{any_of(words_of('measures.called'))}[\u0e01-\u0e4e]{{0,8}}(\d{{1,2}})(?![\d.,])"
)
OPENS = re.compile(r"\(?([\u0e01-\u0e2e]|\d{1,2})[.)](?!\d)")  # a cell or paragraph
AT_ONCE = pattern_of(
    lambda: (
        f"{any_of(words_of('indicators.answers_at_once.joins'))}*"
        f"{any_of(words_of('indicators.answers_at_once.verbs'))}"
    )
)
LED = 40  # letters before it in which the text may say what answers it
OWN_WORD = 9  # letters in a row that a reason and a measure's name share by no chance
A_WORD = 4  # … and of a word of which the other's reason knows nothing
A_PHRASE = 10  # … and of one that a measure's name alone answers a reason by
WAYS = (TOPIC, GUIDELINE, STEPS, ACTIVITY, PROJECT)
AROUND = 160  # letters after an indicator's name in which the text may say what is done about it


def of_another(case: Case, measure: Measure, one: Weak, called: Iterable[Weak]) -> bool:
    """Tell whether a measure is about the reason why another indicator is weak ("การใช้งบประมาณ
    เพราะครูไม่ทราบยอดเงินอุดหนุน", "มาตรการเปิดเผยเงินอุดหนุน"), and not about this one's.
    """
    others = (other for other in called if other.name != one.name)
    pointed, own = _points_at(case, measure), _marks(case, one)
    if pointed and own:
        return not pointed & own
    if _about_reason(case, measure, one) or _shares_word(case, measure, one):
        return False
    return any(
        _about_reason(case, measure, other) or _shares_word(case, measure, other)
        for other in others
    )


def _points_at(case: Case, measure: Measure) -> frozenset[str]:
    """Return the marks of a list's items at which a measure's name points: "โครงการจองคิว (ข้อ ข)",
    above it "(ข) การให้บริการ ได้ 74.02".
    """
    return frozenset(hit[1] for hit in POINTS.finditer(said(case.facts, [measure.name])))


def _marks(case: Case, one: Weak) -> frozenset[str]:
    """Return the marks of the items that a weak indicator is."""
    return frozenset(mark for place in one.places if (mark := _mark(case, place)))


def _mark(case: Case, place: Stretch) -> str:
    """Return the mark of the item of a list that an indicator is, '' for none."""
    text, block = flow(case.facts).text, block_at(case.facts, place[0])
    start = block.start if block else 0
    opens = OPENS.match(text, start) if place[0] - start <= LED else None
    if opens:
        return opens[1]
    mark = MARKED.search(text[max(start, place[0] - LED) : place[0]])
    return (mark[1] or mark[2]) if mark else ""


def answers_reason(case: Case, one: Weak, measures: Iterable[Measure]) -> bool:
    """Tell whether a measure's name, of one that says of no indicator that it answers it, shares a
    phrase with the reason why one is weak, and with no other's: "ไม่เห็นแผนการใช้จ่าย",
    "เปิดเผยแผนและผลการใช้จ่าย".
    """
    others = [other for other in weak(case.facts) if other.name != one.name]
    return any(
        declared_by(case.facts, measure) is None
        and _about_reason(case, measure, one, A_PHRASE)
        and not any(_about_reason(case, measure, other) for other in others)
        for measure in measures
    )


def _about_reason(case: Case, measure: Measure, one: Weak, least: int = OWN_WORD) -> bool:
    """Tell whether a measure's name shares words with what stands behind a weak indicator's, words
    of neither the report's title nor another measure's name.
    """
    others = [other.called for other in plan(case.facts) if other.called != measure.called]
    for head, reason in _reasons(case, one):
        word = common(reason, measure.called)
        if len(word) >= least and not any(word in other for other in (head, *others)):
            return True
    return False


def _shares_word(case: Case, measure: Measure, one: Weak) -> bool:
    """Tell whether what a measure is about shares a word with what stands behind a weak indicator's
    name and tells of no answer yet, one that stands neither above it nor with another measure.
    """
    told = _about(case, measure)
    others = [_about(case, each) for each in plan(case.facts) if each.called != measure.called]
    return any(
        word in tokens(told) and not any(word in other for other in (head, *others))
        for head, reason in _reasons(case, one)
        if not ANSWERS.search(reason)
        for word in tokens(reason)
        if len(word) >= A_WORD
    )


def _about(case: Case, measure: Measure) -> str:
    """Return what a measure is called and how it is done."""
    ways = (part for held in WAYS for part in measure.fields.get(held, ()))
    return said(case.facts, [measure.name, *ways])


def _reasons(case: Case, one: Weak) -> Iterator[tuple[str, str]]:
    """Yield what stands above the pieces that call an indicator weak, and behind its name there."""
    text, below = flow(case.facts).text, first_measure(case.facts)
    places = [below, *(start for _, (start, _) in named(case.facts))]
    for start, end in one.places:
        block = block_at(case.facts, start)
        stops = [_reason_end(case, block, end), *(at for at in places if at >= end)]
        yield text[: block.start if block else start], text[end : min(*stops, end + AROUND)]


def _reason_end(case: Case, piece: Block | None, end: int) -> int:
    """Return where the piece ends in which a weak indicator is named, the next one's end where it
    is cut off behind the name.
    """
    if piece is None:
        return end
    after = block_at(case.facts, piece.end) if piece.end - end <= OWN_WORD else None
    return after.end if after else piece.end


def says_how(case: Case, one: Weak) -> bool:
    """Tell whether a sentence says how an indicator is answered."""
    below = first_measure(case.facts)
    return (
        any(_followed(case, place) for place in _elsewhere(case, one))
        or any(_followed_at_once(case, place) for place in one.places)
        or any(_by_number(case, place) for place in one.places)
        or any(_referred_to(case, place, below) for place in one.places)
        or any(_points_at(case, measure) & _marks(case, one) for measure in plan(case.facts))
    )


def _referred_to(case: Case, place: Stretch, below: int) -> bool:
    """Tell whether a measure says that it answers the item of a list that a weak indicator is."""
    text, mark = flow(case.facts).text, _mark(case, place)
    if not mark or place[0] > below:
        return False
    item = (
        f"(?:{spelled(words_of('measures.article'))}\\(?|\\(){re.escape(mark)}"
        r"(?!\.?\d|[\u0e01-\u0e4e])"
    )
    return re.compile(f"{TO()}.{{0,20}}?{item}").search(text, below) is not None


def _elsewhere(case: Case, one: Weak) -> list[Stretch]:
    """Return where an indicator is named besides where it is called weak."""
    called = {start for start, _ in one.places}
    return [
        place for name, place in named(case.facts) if name == one.name and place[0] not in called
    ]


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


def _by_number(case: Case, place: Stretch) -> bool:
    """Tell whether the piece that calls it weak goes on with the number of a measure that is set:
    'การใช้อำนาจ ไม่มีเกณฑ์ แก้ไขโดยมาตรการตามข้อ 2'.
    """
    text, piece = flow(case.facts).text, block_at(case.facts, place[0])
    other = (at[0] for _, at in named(case.facts) if at[0] >= place[1])
    end = min(next(other, len(text)), piece.end if piece else len(text))
    numbers = {one.number for one in plan(case.facts)}
    return any(int(hit[1]) in numbers for hit in NUMBERED.finditer(text, place[1], end))
