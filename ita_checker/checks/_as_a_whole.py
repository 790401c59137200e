"""Measures that stand in no table, list or card are told in running text: that was looked at as a
whole, and where it does not speak of what is asked, nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.facts.items import LikelyPart, likely_part
from ita_checker.facts.measures import stated
from ita_checker.facts.page import Spans, flow
from ita_checker.facts.tables import tells_of_done
from ita_checker.model import Answer, Case, Facts, Verdict, Words

NONE = Words("ไม่พบมาตรการเป็นรายการ", "no measures were found one by one")
WHOLE = Words(
    "ไม่พบมาตรการเป็นรายการ จึงดูข้อความทั้งส่วน: กล่าวถึงทุกช่องที่กฎถาม",
    "no measures were found one by one; the part's text was looked at as a whole and speaks of"
    " every field that is asked",
)
OPEN = Words(
    "ไม่พบมาตรการเป็นรายการ และข้อความทั้งส่วนไม่ได้กล่าวถึงทุกช่องที่กฎถาม โปรดเปิดดูในเอกสาร",
    "no measures were found one by one, and the part's text does not speak of every field that is"
    " asked; please look at the document",
)


def as_a_whole(case: Case, plan: tuple[str, ...], result: tuple[str, ...]) -> Answer:
    """Return the answer for measures that were not read one by one: met with the text that speaks
    of every field asked, unknown where it does not; where no text is likely to be the part, that
    it is missing is another rule's answer.
    """
    parts = list(_parts(case, plan, result))
    spans = Spans(case.facts, ((part.start, part.end) for part, _ in parts))
    if not all(told for _, told in parts):
        return Answer(Verdict.UNKNOWN, evidence=spans, note=OPEN)
    return Answer(Verdict.MET, evidence=spans, note=WHOLE if parts else NONE)


def _parts(
    case: Case, plan: tuple[str, ...], result: tuple[str, ...]
) -> Iterator[tuple[LikelyPart, bool]]:
    """Yield the stretches that are likely to set measures, or to report on them, as far as the item
    asks for that, and whether they speak of every field.
    """
    facts, kind = case.facts, case.item.kind if case.item else None
    if plan and kind != "results":
        part = likely_part(facts, "measures")
        if part and part.some:
            yield part, all(stated(facts, field) for field in plan)
    if result and kind != "measures":
        part = likely_part(facts, "results")
        if part and part.some:
            yield part, part.enough and _done(facts, part)


def _done(facts: Facts, part: LikelyPart) -> bool:
    return tells_of_done(flow(facts).text[part.start : part.end])
