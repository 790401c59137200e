"""Is this the kind of report it was handed in as, and do the item number on it and its title
agree?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_checker.facts.items import (
    MEASURES,
    RESULTS,
    Named,
    Numbered,
    likely_part,
    named,
    numbered,
    regions,
    speaks_of,
    title,
)
from ita_checker.facts.page import Spans, find, flow, rows, span
from ita_checker.model import Answer, Case, Certainty, Finding, Item, Pack, Verdict, Words
from ita_checker.text.flow import fold

CODES = ("DOC006",)
NO_PACK = Words(
    "ยังไม่มีชุดกฎของปีงบประมาณนี้ หรือไม่พบปีงบประมาณ",
    "there is no rule file for this fiscal year, or no fiscal year was found",
)
UNREAD = Words(
    "อ่านเอกสารไม่ได้ จึงไม่ทราบว่าเป็นรายงานชนิดใด",
    "nothing could be read, so its kind is unknown",
)


EXACT = 100.0  # the score of a title found letter for letter
LONGEST_LINE = 160  # letters of a line that says where a number stands
FIRST_ROWS = 6  # lines of a file in which a law, a form or a letter of attorney names itself

ANSWERS_NONE = Words(
    "พบเอกสารที่ไม่ใช่คำตอบของข้อใด โปรดตรวจสอบว่าส่งถูกไฟล์",
    "found a paper that answers no item; please see whether it is the file that was meant",
)


@dataclass(frozen=True, slots=True)
class Params:
    """`others`: what papers are called that answer no item (minutes of a meeting …); `begin`: how
    the first lines of such papers begin (a law, a form to be filled in).
    """

    others: tuple[str, ...] = ()
    begin: tuple[str, ...] = ()


def check(case: Case, params: Params) -> Answer:
    """Answer gap with DOC006 where another item or kind of paper is seen than it was handed in for,
    or its printed number names another, or a paper that answers none; unknown where its title is
    known to nobody.
    """
    if len(case.document.unread) == len(case.document.pages):
        return Answer(Verdict.UNKNOWN, note=UNREAD)
    strange = _not_in_pack(case)
    if strange:
        return Answer(Verdict.UNKNOWN, note=strange)
    if not case.items:
        return _none_held(case, params)
    titles = named(case.facts, case.pack.items if case.pack else case.items)
    claimed = _claimed(case)
    held = {item.code for item in case.items}
    if claimed and not held & {item.code for item in claimed}:
        return Answer(Verdict.GAP, (_other(case, titles, claimed),))
    wrong = _misnumbered(case, titles)
    if wrong:
        spans = tuple(span(case.facts, one.start, one.end) for one in (wrong[0], titles[0]))
        # A title nearly found may be another paper's, and what the report holds may bear its
        # number out: the number then stands against one sign alone.
        shown = any(one.score >= EXACT for one in titles) and wrong[0].code not in held
        shown = shown and not _may_be_results(case, wrong[0])
        certainty = Certainty.SURE if shown else Certainty.LIKELY
        told = Finding(
            "DOC006",
            spans,
            _line(case, wrong[0]),
            wrong[0].code,
            _codes(titles),
            certainty=certainty,
        )
        return Answer(Verdict.GAP, (told,))
    right = [(one.start, one.end) for one in titles[:1]]
    return Answer(Verdict.MET, evidence=Spans(case.facts, right))


def _may_be_results(case: Case, printed: Numbered) -> bool:
    """Tell whether a number is that of results, and something in the report may be some, though
    nothing was read as one.
    """
    items = case.pack.items if case.pack else ()
    meant = any(item.kind == RESULTS and item.code == printed.code for item in items)
    part = likely_part(case.facts, RESULTS) if meant else None
    return part is not None and part.some


def _line(case: Case, printed: Numbered) -> str:
    """Return the line in which a number is printed, the number alone where that is long."""
    lines = rows(case.facts)
    row = lines.rows[lines.at(printed.start)]
    quote = " ".join(span(case.facts, row.start, row.end).quote.split())
    return quote if len(quote) <= LONGEST_LINE else printed.code


def _claimed(case: Case) -> list[Item]:
    """Return the pack's items that the file was handed in for."""
    items = case.pack.items if case.pack else ()
    return [item for item in items if item.code in case.submission.items]


def _not_in_pack(case: Case) -> Words | None:
    """Return why no item can be held against what the file was handed in for: its number is none
    of the pack's, or one that the pack has no criteria for; None where there are some.
    """
    pack = case.pack
    if not case.submission.items or pack is None or not pack.fiscal_year or _claimed(case):
        return None
    said = ", ".join(case.submission.items)
    for known, th, en in (
        (
            pack.pages,
            "ตอบด้วยหน้าเว็บ ไม่มีเกณฑ์ของไฟล์รายงาน",
            "is answered by a web page, not by a report",
        ),
        (pack.unread, "ยังไม่มีเกณฑ์ในชุดกฎ", "has no criteria in the rule file yet"),
    ):
        titles = [known[code] for code in case.submission.items if code in known]
        if titles:
            return Words(f"ข้อ {said} ({titles[0]}) {th}", f"{said} ({titles[0]}) {en}")
    return Words(
        f"ไม่มีข้อ {said} ในชุดกฎ {pack.name} โปรดตรวจสอบเลขข้อและปีงบประมาณ จึงไม่ได้ตรวจเป็นข้ออื่น",
        f"there is no {said} in {pack.name}: please check number and year; it was not checked as"
        " another",
    )


def _none_held(case: Case, params: Params) -> Answer:
    pack = case.pack
    known = named(case.facts, _kinds(pack)) if pack else ()
    if known and pack and not pack.items:
        here = (span(case.facts, known[0].start, known[0].end),)
        year = str(case.fiscal_year or "")
        return Answer(
            Verdict.UNKNOWN,
            (Finding("DOC006", here, year, year or None, message=NO_PACK),),
            note=NO_PACK,
        )
    claimed = _claimed(case)
    if not _speaks_for_another(case, params, claimed):
        return Answer(Verdict.UNKNOWN, note=_untitled(case, claimed))
    other = _other(case, (), claimed)
    return Answer(Verdict.GAP, (other if claimed else _answers_none(other),))


def _answers_none(other: Finding) -> Finding:
    """Return the finding of a paper that calls itself what answers no item (a law, a form): the
    words themselves say so; minutes and bundles call themselves so and may hold an item all the
    same.
    """
    return replace(other, message=ANSWERS_NONE, absent=False, certainty=Certainty.LIKELY)


def _kinds(pack: Pack) -> tuple[Item, ...]:
    """Return the kinds by what offices call them, for reports of a year no rule file is for."""
    return tuple(Item(kind, titles[0], kind, titles) for kind, titles in pack.titles.items())


def _speaks_for_another(case: Case, params: Params, claimed: Sequence[Item]) -> bool:
    """Tell whether the title is that of a paper that answers no item and nothing in it speaks of
    what the items are about, or a number printed on it is another item's than those claimed.
    """
    text, front = flow(case.facts), regions(case.facts)
    speaks = not claimed and speaks_of(case.facts)
    for hit in () if speaks else find(case.facts, params.others):
        if any(start <= hit.start < end for start, end in front):
            return True
    begin = tuple(map(fold, params.begin))
    if any(text.text.startswith(begin, row.start) for row in rows(case.facts).rows[:FIRST_ROWS]):
        return True
    if not claimed:
        return False
    printed = {one.code for one in numbered(case.facts)}
    known = {item.code for item in (case.pack.items if case.pack else ())}
    return bool(printed & known) and not printed & {item.code for item in claimed}


def _untitled(case: Case, claimed: Sequence[Item]) -> Words:
    """Return the note that the title is none the pack knows: the title, and what was handed in."""
    block = title(case.facts)
    quote = " ".join(span(case.facts, block.start, block.end).quote.split()) if block else ""
    wanted = ", ".join(f"{item.code} {item.title}" for item in claimed[:2])
    th, en = (
        (f"ชื่อเรื่อง “{quote}”", f'its title, "{quote}",') if quote else ("ไม่พบชื่อเรื่อง", "no title")
    )
    if not claimed:
        return Words(
            f"{th} ไม่ใช่ชื่อที่ชุดกฎรู้จัก และไม่ได้ระบุข้อที่ส่ง จึงไม่ได้ตรวจเป็นข้อใด โปรดระบุข้อ",
            f"{en} is not one that the rule file knows, and no item was given: it was checked as"
            " none; please say which item it is for",
        )
    return Words(
        f"{th} ไม่ใช่ชื่อที่ชุดกฎรู้จักของ {wanted} โปรดตรวจสอบว่าเป็นข้อนี้จริง",
        f"{en} is not one that the rule file knows for {wanted}; please see whether it is that"
        " item",
    )


def _other(case: Case, titles: Sequence[Named], wanted: Sequence[Item]) -> Finding:
    """Return the finding that another kind of report was handed in; it names the title that was
    seen, if one was.
    """
    block = title(case.facts)
    seen = titles[0] if titles else block
    spans = (span(case.facts, seen.start, seen.end),) if seen else ()
    expected = ", ".join(f"{item.code} {item.title}" for item in wanted[:2]) or None
    found = spans[0].quote.replace("\n", " ") if spans else None
    return Finding(
        "DOC006", spans, found or "", found, expected, absent=not spans, certainty=Certainty.LIKELY
    )


def _misnumbered(case: Case, titles: Sequence[Named]) -> list[Numbered]:
    """Return the printed numbers where none of them is the titles' item: O42 over a title of O43,
    or one number alone, of whichever item. A number no pack knows is left alone, as is that of
    results where the file tells some: a plan stands in reports of results too, and bears nothing
    out.
    """
    pack = case.pack
    items = pack.items if pack else ()
    known = {item.code for item in items if item.kind in (MEASURES, RESULTS)}
    told = {one.item.code for one in titles}
    told |= {item.code for item in case.items if item.kind == RESULTS} if told else set()
    printed = numbered(case.facts)
    if not told or any(one.code in told for one in printed):
        return []
    if len({one.code for one in printed}) == 1 and pack:
        known = {item.code for item in items} | {*pack.pages, *pack.unread}
    elif not told & known:
        return []
    return [one for one in printed if one.code in known]


def _codes(titles: Sequence[Named]) -> str:
    return ", ".join(dict.fromkeys(one.item.code for one in titles))
