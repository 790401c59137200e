"""Does every date exist?"""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.checks._by_hand import BY_HAND, illegible
from ita_checker.facts.page import Spans, span
from ita_checker.facts.years import dated
from ita_checker.model import Answer, Case, Finding, Verdict

CODES = ("YEA006",)


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set: the calendar is everybody's."""


def check(case: Case, params: Params) -> Answer:
    """Answer partial with one YEA006 for each date that no calendar has, all its places in it;
    unknown where one with a letter nobody could read would be such a date; else met.
    """
    impossible = [when for when in dated(case.facts) if not when.exists]
    wrong = [when for when in impossible if not illegible(case, when.start, when.end)]
    found = tuple(
        Finding(
            "YEA006",
            tuple(span(case.facts, when.start, when.end) for when in wrong if when.iso == iso),
            subject=iso,
            found=iso,
        )
        for iso in dict.fromkeys(when.iso for when in wrong)
    )
    right = [(when.start, when.end) for when in dated(case.facts) if when.exists]
    if len(wrong) < len(impossible) and not found:
        return Answer(Verdict.UNKNOWN, note=BY_HAND)
    return Answer(Verdict.PARTIAL if found else Verdict.MET, found, Spans(case.facts, right[:1]))
