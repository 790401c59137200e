"""Is every Thai date and fiscal year one of the Buddhist era?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_checker.facts.page import Spans, flow, span
from ita_checker.facts.years import YearRole as Role
from ita_checker.facts.years import dated, place, years
from ita_checker.model import Answer, Case, Finding, Span, Verdict
from ita_checker.text.days import Era, When
from ita_checker.text.flow import fold
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

CODES = ("YEA007",)
CHRISTIAN = (Era.CHRISTIAN, Era.MARKED)
WORDS = lists_of("years")
THAI = built("{letter}", WORDS)
LATIN = re.compile("[a-z]")
CLAIMED = built(  # a lead that says the Buddhist era
    r"(?:{year}|{year_cut}){fiscal_short}|{fiscal_short}[^\t]{0,12}{year}|{buddhist~}"
    "|{every}{year}(?!{christian})",
    WORDS,
)


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set."""


def check(case: Case, params: Params) -> Answer:
    """Answer partial with one YEA007 for each Christian year in a Thai date or fiscal year, all
    its places in it; else met.
    """
    places = dict[int, list[Span]]()
    for value, where in _christian(case):
        places.setdefault(value, []).append(where)
    found = tuple(
        Finding(
            "YEA007",
            tuple(spans),
            subject=spans[0].quote,
            found=str(value - 543),
            expected=str(value),
        )
        for value, spans in places.items()
    )
    right = [(one.start, one.end) for one in years(case.facts) if one.era is Era.BUDDHIST]
    verdict = Verdict.PARTIAL if found else Verdict.MET
    return Answer(verdict, found, Spans(case.facts, right[:1]))


def _in_thai(case: Case, when: When) -> bool:
    """Tell whether a date with an English month stands in a Thai sentence: Thai letters lead to it,
    and no English word goes on from it ("ตั้งแต่ January 2023", not "CPI Report January 2023"); or
    alone in a cell under a Thai heading. A date alone on its line stands in none.
    """
    text, start, end = flow(case.facts), when.start, when.end
    own = place(case.facts, start)
    if own.row >= 0 and (own.start, own.end) == (start, end):
        return THAI.search(fold(own.heading)) is not None
    alone = "\n" in text.gap(start) and (end >= len(text.text) or "\n" in text.gap(end))
    led = THAI.match(text.text[max(0, start - 1) : start])
    return bool(led) and not alone and not LATIN.match(text.text[end : end + 1])


def _christian(case: Case) -> Iterator[tuple[int, Span]]:
    """Yield each Buddhist value and place of a Christian year in a date with a Thai month or led
    by Thai words, or after ปีงบประมาณ or พ.ศ.
    """
    text = flow(case.facts).text
    for when in dated(case.facts):
        thai = THAI.search(text, when.start, when.end) or _in_thai(case, when)
        if when.era in CHRISTIAN and when.year_at and thai:
            yield when.last.year, span(case.facts, when.start, when.end)
    for year in years(case.facts):
        claimed = year.era in CHRISTIAN and CLAIMED.search(year.lead)
        if claimed and year.role is not Role.DATE:
            yield year.value, span(case.facts, year.start, year.end)
