"""A report whose fiscal year stands nowhere: told of the title, on which it belongs."""

from __future__ import annotations

from collections.abc import Iterable

from ita_checker.facts.items import named, title
from ita_checker.facts.page import flow, span
from ita_checker.facts.years import places
from ita_checker.model import Answer, Case, Finding, Verdict
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

A_TITLE = 15  # letters
BLANK_YEAR = built(r"{year}{buddhist~}?(?:\.{3,}|…+|_{3,}|x{2,})", lists_of("stated"))


def unstated(case: Case, wanted: tuple[int, ...], code: str) -> Answer:
    """Answer with a finding of the code, unless a blank where the year belongs says it already."""
    if BLANK_YEAR.search(flow(case.facts).text) or not places(case.facts):
        return Answer(Verdict.GAP if places(case.facts) else Verdict.UNKNOWN)
    titles = named(case.facts, case.pack.items if case.pack else case.items)
    whole = (one for one in titles if one.end - one.start >= A_TITLE)
    seen = next(whole, None) or title(case.facts)
    spans = (span(case.facts, seen.start, seen.end),) if seen else ()
    expected = said(wanted) or None
    return Answer(Verdict.GAP, (Finding(code, spans, expected=expected, absent=True),))


def said(values: Iterable[int]) -> str:
    """Return years as they are told."""
    return ", ".join(map(str, values))
