"""Every date in the document with its role: what was done then, or a document cited, a signature,
a plan, history.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ita_checker.facts.page import SIGNATURE, block_at, flow
from ita_checker.facts.tables import (
    EXPECTED,
    MONITORING,
    PLAN_FIELDS,
    REMARK,
    RESPONSIBLE,
    SCORE,
    SUGGESTION,
)
from ita_checker.facts.years.named import dated
from ita_checker.facts.years.where import Kind, Place, cover, line, place, results_from
from ita_checker.model import Facts
from ita_checker.text.days import When


class Role(StrEnum):
    """What a date is of. OTHER: nothing tells; no check accuses on it."""

    ACTION = "action"
    CITED = "cited"
    SIGNATURE = "signature"
    REPORT = "report"
    PLAN = "plan"
    HISTORY = "history"
    ASSESSMENT = "assessment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Date:
    """A date and its role; [start, end) is what to quote, with "เดือน" before it and "เป็นต้นไป"
    after it.
    """

    when: When
    role: Role
    start: int
    end: int
    in_table: bool = False


REACH = 120
SIGNED = re.compile(
    r"(?:ประกาศ|สั่ง|ให้ไว้|ทำ|แถลง|รายงาน|ข้อมูล)ณ(?:วันที่|วัน|เดือน)?$|^วันที่$|ลงชื่อ.*วันที่$|เผยแพร่วันที่$|พิมพ์(?:เมื่อ)?วันที่$"
)
DATED = re.compile(
    r"(?:ลง|ฉบับ)(?:วันที่|เมื่อวันที่)$|ลว\.?$|(?:ที่)?[ก-ฮ]{0,3}\d[\d./-]{0,30}(?:/ว?\d{1,10})?(?:ลง)?(?:เมื่อ)?วันที่$"
)
MEETING = re.compile(r"ครั้งที่\d+/\d+(?:เมื่อ|ใน)?วันที่$")  # a meeting's number is no document's
CITING = re.compile(
    r"ราชกิจจา|มติ|ประกาศ(?:ก\.|คณะกรรมการ|กระทรวง|กรม|สำนักงาน)|พ\.ร\.|พระราช|กฎกระทรวง|ระเบียบ|คณะรัฐมนตรี|คสช|หนังสือ|ประกาศใช้|บังคับใช้|ยังมีผล|อ้างถึง|อาศัยอำนาจ|"
    r"ตาม(?:ที่)?(?:ประกาศ|คำสั่ง|หนังสือ|บันทึก|แผน|แนวทาง)|แห่งประกาศ|ยังคงใช้|มีผลใช้|ฉบับเดิม"
)
OVERSIGHT = re.compile(
    r"ป\.ป\.ช|ป\.ป\.ท|คณะกรรมการป้องกันและปราบปราม|กระทรวง|กรมส่งเสริม|กรมบัญชี|ผู้ว่าราชการ|รัฐบาล|สตง|คณะรัฐมนตรี|สำนักนายก"
)
ASSESSED = re.compile(
    r"ผล(?:คะแนน|การ)?ประเมิน(?!ความเสี่ยง)|ประกาศผล|คะแนน|(?<![a-z])ita(?![a-z])|วิเคราะห์|(?<![a-z])[oie]it(?![a-z])"
)
PAST = re.compile(
    r"ยกฐานะ|ก่อตั้ง|จัดตั้งเป็น|ได้รับการจัดตั้ง|สถาปนา|เลือกตั้ง|ดำรงตำแหน่ง|เข้ารับตำแหน่ง|เกิดเมื่อ|บรรจุ|เดิม|ที่ผ่านมา|ปีก่อน|ก่อนหน้า|ครั้งแรก"
)
AHEAD = re.compile(
    r"(?:^|[^ก-๎])จะ|จะ(?:ดำเนิน|จัด|นำ|ทำ|รายงาน|ปรับ|มี)|กำหนด(?:จัด|ดำเนิน|การ|แล้ว|ส่ง|ให้|รายงาน)|ภายใน|ให้แล้วเสร็จ|คาดว่า|ถัดไป|แผน(?:การ)?(?:ดำเนิน|จัด|ปฏิบัติ)|"
    r"เป้าหมาย|ครบกำหนด|สิ้นสุด|อย่างช้า|ก่อนวันที่|ต่อไป"
)
DOING = re.compile(
    r"(?:ได้|มีการ|ทำการ|ร่วม|เข้ารับ|เข้าร่วม)?(?:จัด(?!ซื้อ)|ดำเนินการ|ประชุม|อบรม|เผยแพร่|ประกาศ|ลงนาม|แต่งตั้ง|แจ้ง|มอบ|ประชาสัมพันธ์|ตรวจสอบ|ทบทวน|ติดตาม|ชี้แจง|รณรงค์|เปิด|จัดทำ|ปรับปรุง|ดำเนินงาน|แสดง|ปลูก|เชิญ|สำรวจ|รับ|ออก)"
)
ON = re.compile(
    r"(?:เมื่อ|ใน|ระหว่าง|ตั้งแต่|ณ|ช่วง|ประจำ)?(?:ช่วง|ห้วง|ระหว่าง)?(?:วันที่|วัน[ก-๎]{2,10}ที่|เดือน)$|(?:เมื่อ|ใน|ระหว่าง|ช่วง)$"
)
JUST_DONE = re.compile(
    r"(?:ดำเนินการ|ดำเนินงาน|อบรม|ประชุม|ลงนาม|เผยแพร่|แล้วเสร็จ)(?:แล้ว)?(?:เมื่อ)?[(:]?(?:วันที่|เดือน)?$"
)
EDITION = re.compile(r"(?:ฉบับ|ปรับปรุง(?:ล่าสุด|ครั้งที่\d+)?|เทียบ|เปรียบ)[ก-๎]{0,16}[(:]?(?:เดือน|วันที่)?$")
WILL = re.compile(r"^\)?(?:เป็นต้นไป)?จะ")
NEXT_ROUND = re.compile(r"รอบ\d+เดือน[(:]?(?:ใน|ภายใน)?(?:เดือน|วันที่)?$")
ONWARD = re.compile(r"^\)?(?:เป็นต้นไป)")
SINCE = re.compile(r"^(?:เป็นต้นมา|จนถึงปัจจุบัน|ถึงปัจจุบัน|-ปัจจุบัน)")
LEAD = re.compile(r"(?:เดือน|ไตรมาส)$")
MADE = re.compile(r"(?:ได้|มีการ)?(?:จัดทำ|ออก|ลงนาม|ประกาศ|ลงนามใน)(?:ประกาศ|คำสั่ง|เจตจำนง|เจตนารมณ์)?")
MEMO_LINE = re.compile(r"(?:ที่)[^\t]{1,40}(?<!ลง)วันที่$")
ALONE = re.compile(r"[(-]?(?:ณ)?(?:ประจำ)?(?:วันที่|เดือน)?")


def dates(facts: Facts) -> tuple[Date, ...]:
    """Return every date of the document that has a year, in order."""
    return facts.once(_dates)


def report_date(facts: Facts) -> When | None:
    """Return when the report was made: the latest date that stands alone (cover, preface) or is
    signed with; None without one.
    """
    return facts.once(_report_date)


def _dates(facts: Facts) -> tuple[Date, ...]:
    return tuple(_date(facts, when) for when in dated(facts) if when.first.year)


def _date(facts: Facts, when: When) -> Date:
    text, own = flow(facts).text, place(facts, when.start)
    before = text[max(own.start, when.start - REACH) : when.start]
    after = text[when.end : min(own.end, when.end + 60)]
    lead, onward = LEAD.search(before), ONWARD.match(after)
    start = when.start - (len(lead[0]) if lead else 0)
    end = when.end + (len(onward[0]) if onward else 0)
    return Date(when, _role(facts, when, own, before, after), start, end, own.grid >= 0)


def _role(facts: Facts, when: When, own: Place, before: str, after: str) -> Role:
    if own.kind is Kind.PROSE:
        return _prose_role(facts, when, own, before, after)
    if own.kind is Kind.RESULT and own.row >= 0:
        return _result_role(own, before, after)
    return (
        Role.PLAN
        if own.kind is Kind.PLAN
        else (Role.ASSESSMENT if own.kind is Kind.SCORES else Role.OTHER)
    )


def _silent(before: str, after: str) -> Role | None:
    """Return what a date is of where it is no action of the year: cited, history, a plan, the
    assessment.
    """
    if DATED.search(before) and not MEETING.search(before):
        made = MADE.search(before[-70:])
        clean = not CITING.search(before[-70:]) and not re.search(r"(?:ที่|เลขที่)\d", before[-30:])
        return Role.ACTION if made and clean and not CITING.search(after[:40]) else Role.CITED
    if (
        SINCE.match(after)
        or PAST.search(before[-60:])
        or re.match(r".{0,12}(?:ที่ผ่านมา|ปีก่อน)", after)
    ):
        return Role.HISTORY
    if SIGNED.search(before) or EDITION.search(before):
        return Role.CITED
    if CITING.search(before[-80:]) or CITING.search(after[:25]):
        return Role.CITED
    if ASSESSED.search(before[-80:]) or ASSESSED.search(after[:30]):
        return Role.ASSESSMENT
    if AHEAD.search(before[-35:]) or WILL.match(after) or NEXT_ROUND.search(before):
        return Role.PLAN
    return None


def _result_role(own: Place, before: str, after: str) -> Role:
    silent = _silent(before, after)
    if silent:
        return silent
    if own.field in (*PLAN_FIELDS, EXPECTED, SCORE, SUGGESTION, RESPONSIBLE, MONITORING):
        return Role.PLAN
    if own.field == REMARK and not (ON.search(before) and DOING.search(before)):
        return Role.OTHER
    return Role.ACTION


def _prose_role(facts: Facts, when: When, own: Place, before: str, after: str) -> Role:
    text, own_line = flow(facts).text, line(facts, when.start)
    low, high = (own_line.start, own_line.end) if own_line else (own.start, own.end)
    led, ended = text[low : when.start], not text[when.end : high].strip(".-)")
    block = block_at(facts, when.start)
    if block is not None and block.zone == SIGNATURE:
        return Role.SIGNATURE
    if block is not None and block.start < low:
        led = text[block.start : when.start]  # a wrapped line is no line of its own
    if SIGNED.search(before) or (ended and (SIGNED.search(led) or MEMO_LINE.fullmatch(led))):
        return Role.SIGNATURE
    first, last = cover(facts)
    if first <= when.start < last or (ended and ALONE.fullmatch(led)):
        return Role.REPORT
    silent = _silent(before, after)
    if silent:
        return silent
    if when.start < results_from(facts) or OVERSIGHT.search(before):
        return Role.OTHER
    labelled = re.search(
        r"(?:ระยะเวลา|วันที่ดำเนินการ|ดำเนินการเมื่อ|ห้วงเวลา|ช่วงเวลา)[ก-๎]{0,14}:?(?:เดือน|วันที่)?$", before
    )
    doing = (ON.search(before) and DOING.search(before[-100:])) or JUST_DONE.search(before)
    leading = not before.strip(".-•()0123456789") or bool(
        re.fullmatch(r"[-•\d.()]*(?:เมื่อ)?(?:วันที่|เดือน|ในวันที่)", before)
    )
    return (
        Role.ACTION
        if labelled or doing or (leading and DOING.match(after.lstrip(":-,")))
        else Role.OTHER
    )


def _report_date(facts: Facts) -> When | None:
    own = [
        date.when
        for date in dates(facts)
        if date.role in (Role.REPORT, Role.SIGNATURE) and date.when.exists
    ]
    single = [
        when
        for when in own
        if (when.first.year, when.first.month) == (when.last.year, when.last.month)
    ]
    return max(single, key=lambda when: when.last, default=None)
