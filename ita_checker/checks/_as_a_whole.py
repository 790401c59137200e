"""Measures that were not read one by one. What stands in a table or card that nobody understood was
not looked at; what is told in running text was, as a whole, and where it does not speak of what is
asked, nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_checker.facts.items import RESULTS, LikelyPart, asked, likely_part
from ita_checker.facts.measures import (
    Measure,
    how_many,
    left_unread,
    mentioned,
    pairs,
    perhaps_told,
    plan,
    results,
    says,
    stated,
    territories,
    told_each,
    told_under,
)
from ita_checker.facts.page import Spans, block_at, flow
from ita_checker.facts.tables import ACTIVITY, RESULT_FIELDS, Stretch, tells_of_done
from ita_checker.model import Answer, Case, Facts, Verdict, Words

SHOWN = 3  # pieces that are shown of those nobody read
TOLD = 300  # letters under a measure's words in which something done is told
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
FEWER = Words(
    "รายงานบอกจำนวนมาตรการไว้มากกว่าผลที่อ่านได้เป็นรายมาตรการ โปรดตรวจสอบด้วยตนเอง",
    "the report says that there are more measures than results could be read one by one; please"
    " look",
)
NOTHING_READ = Words(
    "อ่านผลการดำเนินการไม่ได้ ทั้งรายมาตรการและจากข้อความ โปรดเปิดดูในเอกสาร",
    "no results could be read, neither one by one nor from the text; please look at the document",
)
UNREAD = Words(
    "มีตารางหรือรายการที่อ่านเป็นรายมาตรการไม่ได้ โปรดตรวจสอบด้วยตนเอง",
    "a table, card or heading could not be read measure by measure; please look",
)
NOT_COMPARED = Words(
    "ไม่พบผลเป็นรายมาตรการ และไม่ทราบว่าข้อความกล่าวถึงผลของทุกมาตรการหรือไม่ โปรดเปิดดูในเอกสาร",
    "no results were found one by one, and whether the text tells that of every measure is not"
    " known; please look at the document",
)
EACH_TOLD = Words(
    "ไม่พบผลเป็นรายมาตรการ จึงดูข้อความทั้งส่วน: กล่าวถึงผลของทุกมาตรการ",
    "no results were found one by one; the part's text was looked at as a whole and tells that of"
    " every measure",
)


def not_read(case: Case) -> Answer | None:
    """Return ignorance where pieces stand that may hold the measures and of which none was read;
    None where all that stands there piece by piece is known.
    """
    left = Spans(case.facts, left_unread(case.facts)[:SHOWN])
    return Answer(Verdict.UNKNOWN, evidence=left, note=UNREAD) if left else None


def fewer_read(case: Case, reported: tuple[Measure, ...]) -> Answer | None:
    """Return ignorance where the report says that there are more measures than it was found to tell
    results of, and neither as many are set nor as many names head what was done. Where as many are
    set as it says there are, one that is named nowhere else has none: no other is left to look for.
    """
    text, said = flow(case.facts).text, how_many(case.facts)
    done = {
        one.key
        for one in territories(case.facts)
        if any(tells_of_done(text[start:end]) for start, end in one.parts)
    }
    known = {len(reported), len(done)}
    agreed = known & (set(said) | {len(plan(case.facts))})
    if agreed or max(said, default=0) <= max(known) or told_each(case.facts):
        return None
    if len(plan(case.facts)) >= max(said) and _all_others_named_no_more(case.facts):
        return None
    shown = [place for number, place in said.items() if number > max(known)]
    pieces = (block_at(case.facts, at) for at in shown)
    where = ((one.start, one.end) for one in pieces if one)
    return Answer(Verdict.UNKNOWN, evidence=Spans(case.facts, where), note=FEWER)


def _all_others_named_no_more(facts: Facts) -> bool:
    """Tell whether nothing outside the plan names a measure of which no result was read."""
    left = [pair.plan for pair in pairs(facts) if pair.plan and not pair.results]
    return not any(told_under(facts, one) or mentioned(facts, one) for one in left)


def nothing_read(case: Case) -> Answer | None:
    """Return ignorance of an item about results of which none were read, though something stands
    under the names of its measures; None for others: that all is missing is another rule's answer.
    """
    if asked(case) != RESULTS or results(case.facts):
        return None
    under = [part for one in territories(case.facts) for part in one.parts]
    shown = Spans(case.facts, under[:SHOWN])
    return Answer(Verdict.UNKNOWN, evidence=shown, note=NOTHING_READ) if under else None


def told_in_text(facts: Facts) -> LikelyPart | None:
    """Return the stretch that may tell results; None where there is none, or only what the plan's
    own rows say.
    """
    part = likely_part(facts, RESULTS)
    rows = (parts for one in plan(facts) if not one.listed for parts in one.fields.values())
    last = max((end for parts in rows for _, end in parts), default=0)
    return part if part and part.some and (part.enough or part.end > last) else None


def each_told(case: Case) -> Answer | None:
    """Return whether running text tells the results of every planned measure: met with where it
    does, unknown where it does not; None where no text is likely to tell results at all.
    """
    if left := not_read(case):
        return left
    if told_in_text(case.facts) is None:
        return None
    planned = plan(case.facts)
    told = [place for one in planned if (place := _told(case.facts, one))]
    spans = Spans(case.facts, told)
    if not planned:
        if each := told_each(case.facts):
            return Answer(Verdict.MET, evidence=Spans(case.facts, each), note=EACH_TOLD)
        sets = likely_part(case.facts, "measures")
        return Answer(Verdict.UNKNOWN, note=NOT_COMPARED) if sets and sets.some else None
    if len(told) < len(planned):
        return Answer(Verdict.UNKNOWN, evidence=spans, note=NOT_COMPARED)
    return Answer(Verdict.MET, evidence=spans, note=EACH_TOLD)


def _told(facts: Facts, measure: Measure) -> Stretch | None:
    """Return where something done is told: in what stands under a measure's name, or below the
    plan behind its name or words that begin with what it is about.
    """
    text, planned = flow(facts).text, plan(facts)
    own = [
        part
        for field, parts in measure.fields.items()
        if measure.listed or field in (ACTIVITY, *RESULT_FIELDS)
        for part in parts
    ]
    below = max((one.name[1] for one in planned), default=0)
    again = [start for start, _ in perhaps_told(facts, measure) if start >= below]
    again += [at + len(measure.called) for at in _places(text, measure.called, below)]
    stops = [len(text), *(at for one in planned for at in _places(text, one.called, below))]
    own += [(at, min([at + TOLD, *(stop for stop in stops if stop > at)])) for at in again]
    return next((place for place in own if tells_of_done(text[slice(*place)])), None)


def _places(text: str, name: str, start: int) -> list[int]:
    return [start + hit.start() for hit in re.finditer(re.escape(name), text[start:])]


def as_a_whole(case: Case, plan: tuple[str, ...], result: tuple[str, ...]) -> Answer:
    """Return the answer for measures that were not read one by one: met with the text that speaks
    of every field asked, unknown where it does not; where no text is likely to be the part, that
    it is missing is another rule's answer.
    """
    if left := not_read(case):
        return left
    parts = list(_parts(case, plan, result))
    if not parts and case.item and case.item.kind == "measure":  # it is there: its file is one
        said = all(says(case.facts, field) for field in plan)
        return Answer(Verdict.MET if said else Verdict.UNKNOWN, note=WHOLE if said else OPEN)
    if not parts and result and (unknown := nothing_read(case)):
        return unknown
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
    facts, kind = case.facts, asked(case)
    if plan and kind != RESULTS:
        part = likely_part(facts, "measures")
        if part and part.some:
            yield part, all(stated(facts, field) for field in plan)
    if result and kind != "measures":
        part = likely_part(facts, RESULTS)
        if part and part.some and (kind == RESULTS or not _sets(facts, part)):
            yield part, part.enough and _done(facts, part)


def _sets(facts: Facts, part: LikelyPart) -> bool:
    """Tell whether what is most likely to tell results is hardly that, and among what sets
    measures: evidence of measures of which nothing is told yet.
    """
    plans = likely_part(facts, "measures")
    among = plans and plans.some and part.start < plans.end and plans.start < part.end
    return bool(among) and not part.enough


def _done(facts: Facts, part: LikelyPart) -> bool:
    return tells_of_done(flow(facts).text[part.start : part.end])
