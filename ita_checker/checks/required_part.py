"""Does the report have a part that its item demands?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ita_checker.facts.items import parts_of
from ita_checker.facts.measures import plan, results
from ita_checker.facts.page import span
from ita_checker.facts.tables import listed, unread_plan, unread_results
from ita_checker.model import Answer, Case, Finding, Span, Verdict, Words
from ita_checker.text.patterns import pattern

CODES = ("SEC001",)
RESULTS_FOLLOW = pattern("สรุปผลการดำเนิน|ปรากฏผล|ผลการดำเนินการ|ผลการดำเนินงาน|ผลการปฏิบัติ")
FEW_ROWS = 2


@dataclass(frozen=True, slots=True)
class Params:
    """part: what the part is called; any_of: words one of which the part's heading or text holds
    (near is enough);

    holds: measures or results, where measures set or results reported prove the part, whatever it
    is called.
    """

    part: Words
    any_of: tuple[str, ...] = ()
    holds: Literal["", "measures", "results"] = ""


def check(case: Case, params: Params) -> Answer:
    """Answer gap with SEC001 where the part is nowhere, else met with the place that shows it."""
    seen = next(_seen(case, params), None)
    if seen:
        return Answer(Verdict.MET, evidence=(seen,))
    return Answer(
        Verdict.GAP,
        (Finding("SEC001", subject=params.part.th, expected=params.part.th, absent=True),),
    )


def _seen(case: Case, params: Params) -> Iterator[Span]:
    held = {"measures": plan, "results": results}.get(params.holds)
    for measure in held(case.facts) if held else ():
        yield span(case.facts, *measure.name)
    unread = {"measures": unread_plan, "results": unread_results}.get(params.holds)
    if place := unread(case.facts) if unread else None:
        yield span(case.facts, *place)
    for start, end in parts_of(case.facts, params.any_of):
        yield span(case.facts, start, end)
    # A table without lines may not have been read as one: its numbered measures still show that
    # the part is there.
    rows = {
        "measures": lambda: listed(case.facts),
        "results": lambda: listed(case.facts, RESULTS_FOLLOW),
    }.get(params.holds)
    if rows and len(found := rows()) >= FEW_ROWS:
        yield span(case.facts, *found[0])
