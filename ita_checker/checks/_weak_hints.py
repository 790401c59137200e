"""Which measures answer a weak indicator by the words that they say what they are about in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ita_checker.checks._weak_answered import answers_reason, says_how
from ita_checker.facts.measures import SPELLINGS, Measure, Weak, declared_by, weak
from ita_checker.facts.page import find, flow, span
from ita_checker.facts.tables import (
    ACTIVITY,
    GUIDELINE,
    INDICATOR,
    PROJECT,
    STEPS,
    TOPIC,
    Stretch,
    said,
)
from ita_checker.model import Case, Facts, Span
from ita_checker.text.flow import fold
from ita_checker.text.patterns import pattern_of, spelled
from ita_checker.words import kept, words_of

Hints = Mapping[str, tuple[str, ...]]  # an indicator, and words of measures that answer it
# "เมื่อสิ้นปีงบประมาณ" tells of no budget.
YEAR = pattern_of(lambda: spelled(words_of("measures.year_alone")))
# "พ.ร.บ. การจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ" cited in the steps tells of no lending.
LAWS = pattern_of(lambda: spelled(words_of("indicators.in_laws")))
NEAR = 24  # letters around a word in which the one for a year stands that it is part of
ABOUT = (
    TOPIC,
    GUIDELINE,
    STEPS,
    ACTIVITY,
    PROJECT,
    INDICATOR,
)  # fields that say what a measure is about; an office's name does not


def answered_by_words(
    case: Case, one: Weak, measures: tuple[Measure, ...], hints_of: Hints
) -> bool:
    """Tell whether a measure answers an indicator by its words, or a sentence says how it is."""
    hints = hints_of[one.name]
    told = _told(case, one, measures, hints_of)
    wanted = _wanted(one.name, tuple(hints))
    if any(wanted.search(YEAR.sub("|", _plain(case, stretch))) for stretch in told):
        return True
    if says_how(case, one) or answers_reason(case, one, measures):
        return True
    core = _wanted(one.name, tuple(hint for hint in hints if fold(hint) in fold(one.name)))
    beside = _told(case, one, measures, hints_of, of_others=True)
    if any(core.search(YEAR.sub("|", _plain(case, stretch))) for stretch in beside):
        return True
    laws = [hit.span() for hit in LAWS.finditer(flow(case.facts).text)]
    return any(
        start <= hit.start
        and hit.end <= end
        and not _in_year(case, hit.start)
        and not any(low <= hit.start < high for low, high in laws)
        for hit in find(case.facts, hints)
        for start, end in told
    )


def of_the_year(
    case: Case, one: Weak, measures: tuple[Measure, ...], hints_of: Hints
) -> tuple[Span, ...]:
    """Return where measures say a word that would answer an indicator if it were not part of the
    one for a fiscal year: a budget of the year may be meant.
    """
    hints = hints_of[one.name]
    wanted = _wanted(one.name, tuple(hints))
    return tuple(
        span(case.facts, *stretch)
        for stretch in _told(case, one, measures, hints_of)
        if wanted.search(_plain(case, stretch))
    )


def about(measure: Measure) -> tuple[Stretch, ...]:
    """Return where a measure says what it is about."""
    return (measure.name, *(part for held in ABOUT for part in measure.fields.get(held, ())))


def _told(
    case: Case, one: Weak, measures: Iterable[Measure], hints_of: Hints, of_others: bool = False
) -> list[Stretch]:
    """Return where the measures that name no indicator say what they are about. One whose name
    answers another weak indicator says so by its name alone: the rest of these with `of_others`.
    """
    others = [
        _wanted(other.name, tuple(hints))
        for other in weak(case.facts)
        if other.name != one.name and (hints := hints_of.get(other.name))
    ]
    found: list[Stretch] = []
    for each in measures:
        if declared_by(case.facts, each) is None:
            name, *rest = about(each)
            taken = any(other.search(_plain(case, name)) for other in others)
            found += rest if of_others == taken else []
            found += [] if of_others else [name]
    return found


def _plain(case: Case, stretch: Stretch) -> str:
    """Return what a stretch says, but for what a law cited is called by; some fonts leave a dot in
    the middle of a word (เจตจำ.นง).
    """
    known = case.facts.once(_plainly)
    if stretch not in known:
        known[stretch] = LAWS.sub("|", said(case.facts, [stretch]).replace(".", ""))
    return known[stretch]


def _plainly(facts: Facts) -> dict[Stretch, str]:
    return {}  # each weak indicator asks of the same measures


def _in_year(case: Case, at: int) -> bool:
    """Tell whether a word is part of the one for a fiscal year (งบประมาณ in สิ้นปีงบประมาณ)."""
    text = flow(case.facts).text
    return any(
        hit.start() < at < hit.end() for hit in YEAR.finditer(text, max(0, at - NEAR), at + NEAR)
    )


@kept(maxsize=1 << 8)  # the same for every report
def _wanted(name: str, hints: tuple[str, ...]) -> re.Pattern[str]:
    """Return what a measure says that answers an indicator: its name, or one of the hints."""
    return re.compile("|".join([spelled(SPELLINGS[name]), *map(re.escape, map(fold, hints))]))
