"""Does the report say whose it is, every slot for the name filled in?"""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.facts.organisation import evidence, reporter
from ita_checker.facts.organisation_blanks import unnamed
from ita_checker.facts.reading import span
from ita_checker.model import Answer, Case, Finding, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set: every report must name the office that makes it."""


def check(case: Case, params: Params) -> Answer:
    """Answer ORG003 for every name left blank, ORG004 where no office is named and no blank tells why."""
    own = reporter(case)
    blanks: dict[str, list[tuple[int, int]]] = {}
    for start, end in unnamed(case):
        blanks.setdefault(span(case, start, end).quote, []).append((start, end))
    empty = tuple(
        Finding("ORG003", tuple(span(case, *piece) for piece in pieces), quote, quote, own.full if own else None)
        for quote, pieces in blanks.items()
    )
    if own is None and not empty:
        return Answer(Verdict.GAP, (Finding("ORG004", absent=True),))
    return Answer(Verdict.GAP if empty else Verdict.MET, empty, evidence(case))
