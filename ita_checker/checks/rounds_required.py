"""Are the monitoring rounds that the rule file demands there?"""

from __future__ import annotations

from dataclasses import dataclass, field

from ita_checker.facts.page import span
from ita_checker.facts.rounds import VALID, due, rounds
from ita_checker.model import Answer, Case, Finding, Verdict

CODES = ("RND001",)


@dataclass(frozen=True, slots=True)
class Params:
    """`months`: the rounds demanded (3, 6, 9, 12).

    `only_due`: demand only rounds whose period was over when the report was made, as is right for
    reports of results.
    """

    months: tuple[int, ...] = field(default=(), metadata={"known": VALID})
    only_due: bool = False


def check(case: Case, params: Params) -> Answer:
    """Answer gap with one RND001 for each demanded round that is named nowhere; a round that is
    none (RND002) explains one.
    """
    own = [one for one in rounds(case.facts) if one.meant]
    demanded = [
        months for months in params.months if not params.only_due or months in due(case, (months,))
    ]
    missing = [months for months in demanded if not any(one.months == months for one in own)]
    slips = {one.months for one in own if one.months not in (1, *VALID) and not one.soft}
    missing = [months for months in missing if not any(abs(slip - months) <= 2 for slip in slips)]
    found = tuple(
        Finding(
            "RND001",
            subject=f"รอบ {months} เดือน",
            expected=f"รอบ {months} เดือน",
            absent=True,
            within="measures",
        )
        for months in missing
    )
    right = tuple(span(case.facts, one.start, one.end) for one in own if one.months in demanded)
    return Answer(Verdict.GAP if found else Verdict.MET, found, right[:3])
