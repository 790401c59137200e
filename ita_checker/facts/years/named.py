"""Every year in the document with its role: which fiscal year is reported on, and which years are
something else.

Silences follow the domain: years of laws, orders, document numbers, plan periods, last year's
assessment and the like are named as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ita_checker.facts.page import flow
from ita_checker.facts.years.where import Kind, Place, cover, place, places
from ita_checker.model import Facts
from ita_checker.text.dates import find, urls
from ita_checker.text.days import Era, When, buddhist, whole
from ita_checker.text.flow import Flow


class Role(StrEnum):
    """What a year is: FISCAL is the year reported on (or stands where that must), BARE is a year
    that nothing explains.
    """

    FISCAL = "fiscal"
    BARE = "bare"
    ASSESSMENT = "assessment"
    LAW = "law"
    DOCUMENT = "document"
    PERIOD = "period"
    PLAN = "plan"
    DATE = "date"
    ACADEMIC = "academic"
    HISTORY = "history"
    COMPARED = "compared"
    NEXT = "next"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the Buddhist era: [start, end) of the flow from its lead ("ประจำปีงบประมาณ พ.ศ.")
    to its last digit.

    `analysed`: an assessment's year where its results are analysed or scored. `on_title`: stands
    on the cover or in a title.
    """

    value: int
    role: Role
    start: int
    end: int
    era: Era
    lead: str
    on_title: bool = False
    analysed: bool = False


FOUR = re.compile(r"(?=(2[456]\d\d|20\d\d|19[5-9]\d))")
TWO = re.compile(
    r"ปี(?:งบประมาณ|งบฯ?)?(?:พ\.?ศ\.{0,2})?(?P<year>[4-7]\d)(?!\d|[,.:%]\d|คน|ราย|ครั้ง|เรื่อง|แห่ง|โครงการ|บาท|วัน|ข้อ)"
)
LEAD = re.compile(
    r"(?:ประจ[ำา]?)?(?:ใน|ของ)?(?:ปี|ป(?=งบ))?(?:งบประม[ก-๎]{0,3}|งบป[ก-๎]{0,6}|งบฯ?|การศึกษา|ปฏิทิน)?(?:ที่[ก-๎]{2,14}:)?(?:[,:]|ประจำ(?:ปี)?)?(?:[พคw]\.{0,2}[ศส]\.{0,3})?\.{0,3}$"
)
ASSESSED = r"(?<![a-z])ita(?![a-z])|ประเมินคุณธรรม|ผล(?:คะแนน|การ)?ประเมิน(?!ความเสี่ยง|ผลการปฏิบัติ)|integrity|คะแนน|(?<![a-z])[oie]it(?![a-z])|แบบวัด"
OWN = r"มาตรการ|ผลการดำเนิน|ดำเนินการตาม|ผลการปฏิบัติ|กิจกรรม|โครงการ|รายงานผล|จัดซื้อจัดจ้าง|เจตจำนง|เจตนารมณ์|ไปสู่การพัฒนา"
LAWS = (
    r"พ\.?ร\.?[บกฎป]\b|พ\.ร\.[บกฎป]|พ\.?ร\.?ป\.|พระราช|รัฐธรรมนูญ|ประมวล|กฎกระทรวง|กฎหมาย|กฏหมาย|ระเบียบ|ข้อบังคับ|ข้อบัญญัติ|เทศบัญญัติ|ข้อกำหนด|"
    r"ประกาศ|คำสั่ง|หลักเกณฑ์|มติ|คสช|ฉบับที่\d+\)?|หนังสือ"
)
PLANNED = r"แผนพัฒนา|แผนแม่บท|แผนปฏิบัติ|แผนอัตรา|แผนปฏิรูป|แผนระดับ|แผนยุทธ|ยุทธศาสตร์|แผนดำเนินงาน|แผนการดำเนินงาน|แผนบริหาร|วิสัยทัศน์|งบประมาณรายจ่าย"
GOVERNED = re.compile(
    f"(?P<assessment>{ASSESSED})|(?P<law>{LAWS})|(?P<plan>{PLANNED})|(?P<own>{OWN})"
)
ANALYSED = re.compile(r"วิเคราะห์|ผล(?:คะแนน|การ)?ประเมิน|คะแนน|จุดอ่อน|ข้อบกพร่อง")
HISTORY = re.compile(
    r"(?:(?:ยกฐานะ|ก่อตั้ง|จัดตั้ง(?:เป็น|ขึ้น)|ในอดีต|สถาปนา|เกิด|ดำรงตำแหน่ง|วาระ)[ก-๎]{0,30}|เดิม|ตั้งแต่|เมื่อ|นับแต่)$"
)
SINCE = re.compile(r"^(?:เป็นต้นมา|เป็นต้นไป|จนถึงปัจจุบัน|ถึงปัจจุบัน)")
COMPARED = re.compile(
    r"(?:(?:เทียบ|เปรียบ|ย้อนหลัง|ปีก่อน|ปีที่แล้ว|ที่ผ่านมา|ต่อเนื่อง)[ก-๎]{0,12}|เพิ่มขึ้น|ลดลง|สูงกว่า|ต่ำกว่า|มากกว่า|น้อยกว่า|จาก(?:ใน)?)$"
)
COMPARED_AFTER = re.compile(
    r"^\)?(?:เทียบ|เปรียบ|ที่ผ่านมา|ซึ่งเป็นปีก่อน|เพิ่มขึ้น|ลดลง|(?:กับ|และ|,)(?:ปี|พ\.?ศ)?(?:งบประมาณ)?(?:พ\.?ศ\.*)?2[456]\d\d)"
)
NEXT = re.compile(
    r"ถัดไป|ปีต่อไป|ปีหน้า|(?:^|[^ก-๎])จะ(?!ต้อง)|จะ(?:ได้)?(?:ดำเนิน|จัด|นำ|ทำ|ปรับ|ขยาย|พัฒนา|กำหนด|ทบทวน|รายงาน|ติดตาม|ประเมิน|เสนอ|ตั้ง|ใช้|บรรจุ|ยกระดับ|เพิ่ม|ขอ|เริ่ม|ต่อยอด|สรุป|แก้ไข)|ต่อไปในปี|ข้อเสนอ|เตรียม"
)
NAME = re.compile(r"(iso/?(?:iec)?\d*:?|cpi|tqf|ver(?:sion)?\.?|รุ่น|windows|office|covid-?|sdgs?)$")
COUNTED = re.compile(r"บาท|คน|ราย|ครั้ง|เรื่อง|เล่ม|ชุด|แห่ง|ครัวเรือน|หน่วย|ตาราง|เมตร|กิโล|ฉบับ|แผ่น|คะแนน|%")
JOIN = r"(?:-|ถึง(?:ปี)?|~|/|จนถึง)"
YEARISH = r"(?:ปี)?(?:งบประมาณ)?(?:[พค]\.{0,2}ศ\.{0,3})?"
BEHIND = re.compile(rf"(?:2[456]\d\d|20\d\d)\)?{JOIN}{YEARISH}$")
AHEAD = re.compile(rf"{JOIN}{YEARISH}(?:2[456]\d\d|20\d\d|\d\d(?!\d))")
REACH = 140  # letters before a year in which the noun that governs it stands


def years(facts: Facts) -> tuple[Year, ...]:
    """Return every year of the document in order."""
    return facts.once(_years)


def dated(facts: Facts) -> tuple[When, ...]:
    """Return every date of the document, found once."""
    return facts.once(_dated)


def stated(facts: Facts) -> Year | None:
    """Return the fiscal year stated on the cover or in the first title that states one."""
    return next(
        (year for year in years(facts) if year.on_title and year.role in (Role.FISCAL, Role.BARE)),
        None,
    )


def fiscal_year(facts: Facts) -> int | None:
    """Return the fiscal year the report says it is about: the one most often written on its
    titles, or else inside; None where none is.
    """
    own = [year for year in years(facts) if year.role is Role.FISCAL]
    titled = [
        year.value
        for year in years(facts)
        if year.on_title and year.role in (Role.FISCAL, Role.BARE)
    ]
    values = titled or [year.value for year in own]
    return max(values, key=lambda value: (values.count(value), value)) if values else None


def _dated(facts: Facts) -> tuple[When, ...]:
    return find(flow(facts))


def _years(facts: Facts) -> tuple[Year, ...]:
    text = flow(facts)
    taken = [when.year_at for when in dated(facts) if when.year_at]
    inside = [(when.start, when.end) for when in dated(facts)]
    links = urls(text)
    found = [
        _year(facts, start, end, value, era, taken, inside, links)
        for start, end, value, era in _written(text)
    ]
    return tuple(_marked(facts, found))


def _written(text: Flow) -> Iterator[tuple[int, int, int, Era]]:
    """Yield where each written year stands, its Buddhist value and how it is written."""
    found = [(match.start(1), match.end(1)) for match in FOUR.finditer(text.text)]
    found += [match.span("year") for match in TWO.finditer(text.text)]
    for start, end in sorted(found):
        known = buddhist(int(text.text[start:end]))
        if known and whole(text, start, end) and _unbroken(text, start, end):
            yield start, end, *known


def _unbroken(text: Flow, start: int, end: int) -> bool:
    """Tell whether white space inside the digits may be a line's break (a real space parts two
    numbers).
    """
    return all(
        "\n" in text.gap(at) or not text.gap(at) or other_script(text, at)
        for at in range(start + 1, end)
    )


def other_script(text: Flow, at: int) -> bool:
    """Tell whether a digit and the one before are Thai and Arabic: another font may stand a space
    apart (๒๕๖ 5).
    """
    before, own = (text.source[text.starts[index]] for index in (at - 1, at))
    return (
        before.isdigit()
        and own.isdigit()
        and before.isascii() != own.isascii()
        and text.gap(at) == " "
    )


def _year(
    facts: Facts,
    start: int,
    end: int,
    value: int,
    era: Era,
    taken: list[tuple[int, int]],
    inside: list[tuple[int, int]],
    links: tuple[tuple[int, int], ...],
) -> Year:
    text = flow(facts).text
    own = place(facts, start)
    before = context(facts, start, own)
    match = LEAD.search(before)
    lead = match[0] if match else ""
    before = before[: len(before) - len(lead)]
    after = text[end : min(end + 70, own.end if own.end > end else end + 70)]
    if (start, end) in taken or any(low <= start < high for low, high in inside):
        return Year(value, Role.DATE, start, end, era, lead)
    if any(low <= start < high for low, high in links):
        return Year(value, Role.NAME, start, end, era, lead)
    role = _role(before, lead, after, text[max(0, start - 40) : start], text[end : end + 30], era)
    analysed = role is Role.ASSESSMENT and bool(ANALYSED.search(before[-90:] + after[:40]))
    if "ค" in lead[-4:] and era is Era.CHRISTIAN:
        era = Era.MARKED
    return Year(value, role, start - len(lead), end, era, lead, False, analysed)


def context(facts: Facts, at: int, own: Place) -> str:
    """Return the letters that lead up to `at`: its cell, or in prose its paragraph and what it
    goes on from, back to the last year.
    """
    text = flow(facts).text
    low = max(own.start, at - REACH)
    if own.kind is Kind.PROSE and at - own.start < 45:
        low = max(text.rfind("\f", 0, at) + 1, text.rfind("\t", 0, at) + 1, at - REACH)
    before = text[low:at]
    earlier = [match.end(1) for match in FOUR.finditer(before) if match.end(1) < len(before) - 0]
    return before[earlier[-1] :] if earlier else before


def _role(before: str, lead: str, after: str, near: str, ahead: str, era: Era) -> Role:
    """Return a year's role from the letters before its lead, the lead, and the letters after;
    `near` and `ahead` know no paragraphs.
    """
    if (NAME.search(before) and not lead) or (
        COUNTED.match(after) and "ปี" not in lead and "ศ" not in lead
    ):
        return Role.NAME
    if BEHIND.search(near) or AHEAD.match(ahead):
        return Role.PERIOD
    if re.search(r"\d/$", near) or re.match(r"/\d{1,2}(?!\d)", ahead):
        return Role.DOCUMENT
    if "ศึกษา" in lead:
        return Role.ACADEMIC
    if SINCE.match(after) or HISTORY.search(before):
        return Role.HISTORY
    governed = [match.lastgroup for match in GOVERNED.finditer(before)]
    noun = governed[-1] if governed else None
    of_year = "ปี" in lead or "ป" in lead[:1] or "ประจ" in lead
    if not of_year and "law" in governed and noun != "assessment":
        return Role.LAW
    if noun == "assessment" or (noun is None and re.search(ASSESSED, after[:45])):
        return Role.ASSESSMENT
    if COMPARED.search(before) or COMPARED_AFTER.match(after):
        return Role.COMPARED
    if noun == "plan":
        return Role.PLAN
    if NEXT.search(before[-45:]) or re.match(r"(?:ถัดไป|ต่อไป|จะ)", after):
        return Role.NEXT
    if of_year:
        return Role.FISCAL
    return Role.BARE if "ศ" in lead or era is Era.BUDDHIST else Role.NAME


TOP = 350  # flow letters from a page's first in which a title without a cover ends
SENTENCE = re.compile(r"จึง|ได้(?!เสีย)|เพื่อให้|ซึ่ง|โดย|ดังนี้")
TITLE = re.compile(r"มาตรการ|ส่งเสริมคุณธรรม|ความโปร่งใส|รายงานผล|ผลการดำเนิน|ita|ประจำปีงบ")


def _marked(facts: Facts, found: list[Year]) -> Iterator[Year]:
    """Yield the years, those on the cover or in titles marked so."""
    low, high = cover(facts)
    first = next((own for own in places(facts)), None)
    for year in found:
        own = place(facts, year.end - 1)
        titled = (
            first is not None
            and own.kind is Kind.PROSE
            and own.page == first.page
            and _titles(facts, year, own, first.start)
        )
        on_title = year.role in (Role.FISCAL, Role.BARE, Role.PLAN, Role.ACADEMIC) and (
            low <= year.start < high or titled
        )
        own_plan = (
            on_title and year.role is Role.PLAN and "ปี" in year.lead
        )  # the report is about that plan
        yield replace(
            year,
            on_title=on_title and (own_plan or year.role is not Role.PLAN),
            role=Role.FISCAL if own_plan else year.role,
        )


def _titles(facts: Facts, year: Year, own: Place, top: int) -> bool:
    """Tell whether a year ends a title: a line or two of their own, or near the page's top the
    sentence that ends its line.
    """
    text = flow(facts)
    if own.is_heading and TITLE.search(text.text, own.start, own.end):
        return True
    led = text.text[max(top, year.start - REACH) : year.start]
    ends = year.end >= own.end or "\n" in text.gap(year.end)
    return (
        ends
        and year.start - top <= TOP
        and bool(TITLE.search(led))
        and not SENTENCE.search(led[-REACH:])
    )
