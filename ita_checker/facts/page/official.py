"""Announcements (ประกาศ), orders (คำสั่ง) and memos (บันทึกข้อความ), alone or inside a report, with
their date and signer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ita_checker.facts.page.blocks import CONTENTS, COVER, MONTHS, PREFIX, Block, blocks
from ita_checker.facts.page.flow import flow
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern

ANNOUNCEMENT, ORDER, MEMO = "ประกาศ", "คำสั่ง", "บันทึกข้อความ"
FIRST_LINES = 4  # above a document's own first line stand an emblem, a number, a running title
HEAD = 400  # letters: a memo's head, where its date stands
SHORT_MONTHS = r"ม\.?ค\.?|ก\.?พ\.?|มี\.?ค\.?|เม\.?ย\.?|พ\.?ค\.?|มิ\.?ย\.?|ก\.?ค\.?|ส\.?ค\.?|ก\.?ย\.?|ต\.?ค\.?|พ\.?ย\.?|ธ\.?ค\.?"
DATE = pattern(
    rf"(?:\d{{1,2}})?(?:เดือน)?(?:{MONTHS}|{SHORT_MONTHS})(?:พ\.?ศ\.?)?\d{{2,4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}"
)
GIVEN = pattern(r"(?:ประกาศ|สั่ง|ให้ไว้|จัดทำ)ณ(?:วันที่|วัน)")
HEAD_DATE = pattern(r"วันที่")
POST = r"(?!ก(?:เทศ|องค์|อบ|ฯ|สภา|สมาคม|รัฐ)|อำเภอ|ทะเบียน|ช่าง|แพทย์|ตรวจ|จ้าง|ทหาร)"  # นายกเทศมนตรี is a post, not who holds it
PERSON = rf"(?:นาย{POST}|นางสาว|นาง|น\.ส\.|ว่าที่|[พรสจด]\.[ตทอสด]\.|ดร\.|ผศ\.|รศ\.|พระ)"
NAME = re.compile(rf"\(?(?:ลงชื่อ[.…_]*)?\(?{PERSON}[ก-๎.]{{2,}}")
NAMED = re.compile(rf"\({PREFIX}{POST}\.?[ก-๎]{{2,}}[^)]*\)")
IN_BRACKETS = re.compile(r"\([ก-๎.]{6,45}\)")
SIGNED = re.compile(r"ลงชื่อ\)?[.…_]*[ก-๎]{4,}")
SALUTATION = re.compile(
    "(?<!โรง)(?<!ร้อง)(?<!นัก)เรียน"
)  # a school's memo says โรงเรียน before it says เรียน
CLOSES = pattern(r"จึงประกาศ|จึงเรียน|ทั้งนี้ตั้งแต่|ณวันที่|ลงชื่อ|สั่งณ|ประกาศณ")
OTHER_PART = pattern(r"ภาคผนวก|คำนำ|สารบัญ|รายงาน|แบบรายงาน|ภาพกิจกรรม|เอกสารแนบ")


@dataclass(frozen=True, slots=True)
class Part:
    """One official document: its kind, flow indexes, page; whether date and signer are there, and
    where a blank for the date is.
    """

    kind: str
    start: int
    end: int
    page: int
    dated: bool
    signed: bool
    date_at: int | None = None

    def dated_by(self, at: int) -> bool:
        """Tell whether a place is the blank after ประกาศ ณ วันที่ or a memo's วันที่."""
        return (
            self.date_at is not None
            and self.start <= at < self.end
            and self.date_at <= at < self.date_at + 40
        )


def parts(facts: Facts) -> tuple[Part, ...]:
    """Return the official documents in order."""
    return facts.once(_parts)


def _parts(facts: Facts) -> tuple[Part, ...]:
    pages: dict[int, list[Block]] = {}
    for block in blocks(facts):
        pages.setdefault(block.page, []).append(block)
    begun: list[tuple[str, int, int]] = []
    stops: list[int] = []
    for page, own in pages.items():
        kind = _kind(facts, own)
        if kind:
            begun.append((kind, own[0].start, page))
        if kind or (page > 1 and _another(facts, own)):
            stops.append(own[0].start)
    last = len(flow(facts).text)
    return tuple(
        _part(facts, kind, start, min([stop for stop in stops if stop > start] or [last]), page)
        for kind, start, page in begun
    )


def _kind(facts: Facts, own: Sequence[Block]) -> str | None:
    """Return what official document begins on a page: its first lines say so, and it speaks as
    such documents do.
    """
    text = flow(facts).text
    whole = text[own[0].start : own[-1].end]
    for index, block in enumerate(own[:FIRST_LINES]):
        said = text[block.start : block.end]
        if block.cell or block.kind == CONTENTS or block.zone == COVER:
            return None
        if said.startswith(MEMO) and "เรื่อง" in whole:
            return MEMO
        if (
            said.startswith((ANNOUNCEMENT, ORDER))
            and (index == 0 or block.centred)
            and "เรื่อง" in whole[:400]
            and _speaks(whole)
        ):
            return ANNOUNCEMENT if said.startswith(ANNOUNCEMENT) else ORDER
    return None


def _speaks(whole: str) -> bool:
    return bool(
        pattern("จึงประกาศ|อาศัยอำนาจ|ทั้งนี้|ประกาศณ|สั่งณ|ดังต่อไปนี้|ดังนี้|ตามที่|โดยที่|เพื่อให้").search(whole)
    )


def _another(facts: Facts, own: Sequence[Block]) -> bool:
    """Tell whether a page begins another part of the file: a cover, an annex, a report."""
    text = flow(facts).text
    first = next((block for block in own if block.end - block.start > 3), own[0])
    return first.zone == COVER or (
        first.cell is None
        and (first.centred or first.size > 1.1)
        and bool(OTHER_PART.match(text, first.start))
    )


def _part(facts: Facts, kind: str, start: int, end: int, page: int) -> Part:
    text = flow(facts).text
    if kind == MEMO:
        salutation = next(
            (hit.start() for hit in SALUTATION.finditer(text, start, end)), start + HEAD
        )
        head = min(end, salutation, start + HEAD)
        given = [hit.end() for hit in HEAD_DATE.finditer(text, start, head)]
        dated = DATE.search(text, start, head) is not None
    else:
        given = [hit.end() for hit in GIVEN.finditer(text, start, end)]
        dated = any(_date(text, at, end) for at in given) or (
            not given and _dated_at_end(text, start, end)
        )
    return Part(
        kind,
        start,
        end,
        page,
        dated,
        _signed(facts, start, end),
        None if dated or not given else given[0],
    )


def _date(text: str, at: int, end: int) -> bool:
    """Tell whether a date stands right after ณ วันที่; dots of a form may stand between."""
    hit = DATE.search(text, at, min(end, at + 60))
    return hit is not None and not re.search(r"[ก-๎]{12,}", text[at : hit.start()])


def _dated_at_end(text: str, start: int, end: int) -> bool:
    closing = [hit.end() for hit in CLOSES.finditer(text, start, end)]
    return bool(closing) and DATE.search(text, closing[-1], end) is not None


def _signed(facts: Facts, start: int, end: int) -> bool:
    """Tell whether who signs is named: in brackets, after ลงชื่อ, or on a line of its own."""
    text = flow(facts).text
    for block in blocks(facts):
        if not (start <= block.start < end) or block.end - block.start > 160:
            continue
        said = text[block.start : block.end]
        if (
            NAME.match(said)
            or IN_BRACKETS.fullmatch(said)
            or SIGNED.search(said)
            or re.search(rf"\({PREFIX}{POST}\.?[ก-๎]{{2,}}[^)]*\)", said)
        ):
            return True
    return False
