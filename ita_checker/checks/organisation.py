"""Does the report say whose it is, every slot for the name filled in?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ita_checker.facts.items import speaks_of
from ita_checker.facts.organisation import as_own, evidence, perhaps, reporter, standings, unnamed
from ita_checker.facts.page import ORGANISATION, blanks, flow, span
from ita_checker.model import Answer, Case, Finding, Span, Verdict, Words

CODES = ("ORG003", "ORG004")
WHOSE = Words(
    "มีชื่อหน่วยงานในเอกสาร แต่ไม่มีที่ใดบอกว่าเป็นผู้รายงาน โปรดดูว่าเป็นรายงานของหน่วยงานใด",
    "an office is named, and nothing says that it reports; please see whose report it is",
)
NO_REPORT = Words(
    "ไม่พบว่าเป็นรายงานของข้อใด จึงไม่ถามชื่อหน่วยงานผู้รายงาน โปรดดูว่าเป็นไฟล์ที่ถูกต้อง",
    "the paper was found to answer no item, so whose report it is was not asked: please see whether"
    " it is the file that was meant",
)
MAY_REPORT = -1.0  # nats: a clause that is not plainly another's
NOTHING = Words("ไม่มีข้อความในเอกสาร", "the document holds no text")
BESIDE = 80  # letters from a blank name to the blank district that belongs to it


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set: every report must name the office that makes it."""


def check(case: Case, params: Params) -> Answer:
    """Answer ORG003 for every name left blank, ORG004 where no office is named and no blank tells
    why.
    """
    own = reporter(case.facts)
    empties: dict[str, list[tuple[int, int]]] = {}
    for start, end in _unnamed(case):
        empties.setdefault(span(case.facts, start, end).quote, []).append((start, end))
    empty = tuple(
        Finding(
            "ORG003",
            tuple(span(case.facts, *piece) for piece in pieces),
            quote,
            quote,
            own.full if own else None,
        )
        for quote, pieces in empties.items()
    )
    if own is None and not empty:
        if named := next(_named(case), None):
            return Answer(Verdict.UNKNOWN, evidence=(named,), note=WHOSE)
        if not flow(case.facts).text.strip():
            return Answer(Verdict.UNKNOWN, note=NOTHING)
        if not case.items and not speaks_of(case.facts):
            return Answer(Verdict.UNKNOWN, note=NO_REPORT)
        return Answer(Verdict.GAP, (Finding("ORG004", absent=True),))
    return Answer(Verdict.GAP if empty else Verdict.MET, empty, evidence(case.facts))


def _named(case: Case) -> Iterator[Span]:
    """Yield what may say whose report it is, though nothing says that it reports: offices that
    nothing makes somebody else's, and what stands where the reporting one does and was not
    understood. A name nobody knows is no name left out.
    """
    for standing in standings(case.facts):
        mention = standing.mention
        if mention.kind.family == "region" or not mention.proper or not standing.strength:
            continue
        if as_own(case.facts, mention.whole) >= MAY_REPORT:
            yield span(case.facts, mention.start, mention.end)
    yield from (span(case.facts, *place) for place in perhaps(case.facts))


def _unnamed(case: Case) -> Iterator[tuple[int, int]]:
    """Yield the letters of every name left blank; a blank district beside a blank name belongs to
    it.
    """
    named = unnamed(case.facts)
    yield from named
    for blank in blanks(case.facts):
        if blank.kind == ORGANISATION and not any(
            start <= blank.start < end + BESIDE for start, end in named
        ):
            yield blank.start, blank.end
