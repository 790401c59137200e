"""Offices of classes without a list of their own (departments, institutes): read from the lines
they have to themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_checker.facts.page import Row, flow, rows
from ita_checker.model import Facts
from ita_checker.text.flow import Flow

CLASS = (
    r"(?:กรม|กระทรวง|สำนักงาน|สถาบัน|ศูนย์|คณะ(?!กรรมการ|กรรมาธิการ|ทำงาน|ผู้|รัฐมนตรี|ครู|ที่ปรึกษา)|องค์การ(?!บริหารส่วน)|การ(?:ไฟฟ้า|ประปา|ทางพิเศษ|ท่าเรือ|รถไฟ|เคหะ|กีฬา|ยาง|นิคม|ท่องเที่ยว)"
    r"|ธนาคาร|เรือนจำ|ทัณฑสถาน|ด่าน|แขวง|สำนัก|กองทุน|กองทัพ|กองบังคับการ|กองบัญชาการ|บริษัท|วิทยาลัย|ราชวิทยาลัย|โรงงาน|มูลนิธิ|สภา|อุทยาน|พิพิธภัณฑ์|กรุงเทพมหานคร|ที่ทำการ|วิทยาเขต|ท้องถิ่นจังหวัด)"
)
NAME = r"[\u0e01-\u0e4eก-๙a-z0-9(). \-]{4,90}?"
LINE = re.compile(rf"({CLASS}{NAME})(?:(?:ตำบล|แขวง|อำเภอ|เขต|จังหวัด|กรุงเทพ).*)?")
OWNED = re.compile(
    rf"(?:ของ|ส่วนราชการ:?|ชื่อหน่วยงาน:?|หน่วยงาน:?)({CLASS}{NAME})(?=ประจำปี|ปีงบ|พ\.ศ|โทร|ที่[0-9]|เรื่อง|$)"
)
MADE = re.compile(
    rf"({CLASS}[\u0e01-\u0e4e()]{{4,60}}?)(?=จึงได้|จึงกำหนด|จึงขอ|ได้จัดทำ|ได้ดำเนินการ|ได้กำหนด|ขอประกาศ|เป็นส่วนราชการ)"
)
FIRST_ROWS = 8  # a report without a cover names its office among these
NONE = re.compile(
    r"ป\.?ป?\.+ช|ปปช|ป้องกันและปราบปรามการทุจริตแห่งชาติ|ภาครัฐ|หน่วยงานที่|หน่วยงาน$|ที่เกี่ยวข้อง|ผู้รับผิดชอบ|รายงาน|มาตรการ|การประเมิน"
)


def named(facts: Facts) -> tuple[int, int] | None:
    """Return the flow's letters of the office that has a line of the cover, a memo's or page's
    head to itself, or None.
    """
    text, lines = flow(facts).text, rows(facts)
    whole = [
        row for number, row in enumerate(lines.rows) if number == 0 or lines.rows[number - 1].ended
    ]
    on_cover = [row for row in lines.rows if row.end <= lines.cover]
    first = [row for row in lines.rows[:FIRST_ROWS] if row in whole]
    heads = [row for row in lines.rows if row not in on_cover and not row.inside]
    for found in (
        _alone(text, [*on_cover, *(row for row in whole if row.edge or row in first)]),
        _owned(text, on_cover),
        _owned(text, heads),
        _makers(flow(facts)),
    ):
        counts = {piece: text.count(text[slice(*piece)]) for piece in found}
        if counts:
            return max(counts, key=lambda piece: (counts[piece], -piece[0]))
    return None


def _alone(text: str, wanted: list[Row]) -> Iterator[tuple[int, int]]:
    """Yield the lines that are an office, perhaps with its address."""
    for row in wanted:
        match = LINE.fullmatch(text, row.start, row.end)
        if match and not NONE.search(match[1]):
            yield match.span(1)


def _owned(text: str, wanted: list[Row]) -> Iterator[tuple[int, int]]:
    matches = (match for row in wanted if (match := OWNED.search(text, row.start, row.end)))
    return (match.span(1) for match in matches if not NONE.search(match[1]))


def _makers(letters: Flow) -> Iterator[tuple[int, int]]:
    """Yield the offices that the text says made something, each the last class word before the
    verb.
    """
    for match in MADE.finditer(letters.text):
        if letters.gap(match.start(1)) and not NONE.search(match[1]):
            yield match.span(1)
