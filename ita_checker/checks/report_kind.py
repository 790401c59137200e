"""Is this the kind of report it was handed in as, and do the item number on it and its title
agree?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_checker.facts.items import MEASURES, RESULTS, Named, Numbered, named, numbered, title
from ita_checker.facts.page import span
from ita_checker.model import Answer, Case, Finding, Item, Verdict, Words

CODES = ("DOC006",)
# The two kinds by what offices call them, for reports of a year that no rule file is for.
KINDS = (
    Item(MEASURES, "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", MEASURES),
    Item(RESULTS, "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", RESULTS),
)
NO_PACK = Words(
    "ยังไม่มีชุดกฎของปีงบประมาณนี้ หรือไม่พบปีงบประมาณ",
    "there is no rule file for this fiscal year, or no fiscal year was found",
)
UNREAD = Words(
    "อ่านเอกสารไม่ได้ จึงไม่ทราบว่าเป็นรายงานชนิดใด", "nothing could be read, so its kind is unknown"
)


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing needs to be known: the items and their titles are the pack's."""


def check(case: Case, params: Params) -> Answer:
    """Answer gap with DOC006 where no item is held, none of those it was handed in for, or its
    printed number names another.
    """
    if len(case.document.unread) == len(case.document.pages):
        return Answer(Verdict.UNKNOWN, note=UNREAD)
    if not case.items:
        return _none_held(case)
    titles = named(case.facts, case.pack.items if case.pack else case.items)
    claimed = [
        item
        for item in (case.pack.items if case.pack else ())
        if item.code in case.submission.items
    ]
    held = {item.code for item in case.items}
    if claimed and not held & {item.code for item in claimed}:
        return Answer(Verdict.GAP, (_other(case, titles, claimed),))
    wrong = _misnumbered(case, titles)
    if wrong:
        spans = tuple(span(case.facts, one.start, one.end) for one in (wrong[0], titles[0]))
        return Answer(
            Verdict.GAP, (Finding("DOC006", spans, wrong[0].code, wrong[0].code, _codes(titles)),)
        )
    return Answer(
        Verdict.MET, evidence=tuple(span(case.facts, one.start, one.end) for one in titles[:1])
    )


def _none_held(case: Case) -> Answer:
    known = named(case.facts, KINDS)
    if known:
        here = (span(case.facts, known[0].start, known[0].end),)
        year = str(case.fiscal_year or "")
        return Answer(
            Verdict.UNKNOWN,
            (Finding("DOC006", here, year, year or None, message=NO_PACK),),
            note=NO_PACK,
        )
    pack_items = case.pack.items if case.pack else ()
    wanted = [item for item in pack_items if item.code in case.submission.items] or [
        item for item in pack_items if item.must
    ]
    return Answer(Verdict.GAP, (_other(case, (), wanted),))


def _other(case: Case, titles: Sequence[Named], wanted: Sequence[Item]) -> Finding:
    """Return the finding that another kind of report was handed in; it names the title that was
    seen, if one was.
    """
    block = title(case.facts)
    seen = titles[0] if titles else block
    spans = (span(case.facts, seen.start, seen.end),) if seen else ()
    expected = ", ".join(f"{item.code} {item.title}" for item in wanted[:2]) or None
    found = spans[0].quote.replace("\n", " ") if spans else None
    return Finding("DOC006", spans, found or "", found, expected, absent=not spans)


def _misnumbered(case: Case, titles: Sequence[Named]) -> list[Numbered]:
    """Return the printed numbers where none of them is the titles' item: O42 over a title of O43.
    A number no pack knows is left alone.
    """
    known = {
        item.code
        for item in (case.pack.items if case.pack else ())
        if item.kind in (MEASURES, RESULTS)
    }
    printed = [one for one in numbered(case.facts) if one.code in known]
    told = {one.item.code for one in titles}
    if not told & known or any(one.code in told for one in printed):
        return []
    return printed


def _codes(titles: Sequence[Named]) -> str:
    return ", ".join(dict.fromkeys(one.item.code for one in titles))
