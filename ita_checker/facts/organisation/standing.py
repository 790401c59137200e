"""Where each mention of an office stands: in a place of the reporting office, or named in passing,
as a partner, in a history, in a law.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from ita_checker.facts.organisation.mentions import Mention, mentions
from ita_checker.facts.page import Row, Rows, flow, rows
from ita_checker.model import Cell, Facts, Page

NEAR_BEFORE, FAR_BEFORE, FAR_AFTER = 26, 90, 60

# Words right before a name (in its own sentence) after which it is another's: partners,
# addressees, parents, origins, neighbours.
OTHERS = re.compile(
    r"(?:ร่วมกับ|ร่วมมือกับ|ร่วมมือจาก|ประสานงาน|ประสานความร่วมมือ|กับ|สังกัด|ในกำกับ(?:ของ)?|ติดต่อกับ|ติดกับ|จด|จรด|เช่น|อาทิ|ตัวอย่าง(?:ของ|จาก)?|ต้นแบบ(?:ของ|จาก)?"
    r"|ใกล้เคียง|ข้างเคียง|โอน(?:ย้าย)?(?:ไป|มา)?(?:จาก|สังกัด)?|ย้าย(?:ไป|มา)?(?:จาก)?|เชิญ|วิทยากร(?:จาก|ของ)?|เครือข่าย|ภาคี|แยก(?:ออก)?จาก|ส่วนหนึ่งของ|เดิม(?:คือ|เป็น|ชื่อ)?"
    r"|ฐานะ(?:จาก|เป็น)?|จัดตั้ง(?:ขึ้น)?เป็น|รวมกับ|ที่มา:?|อ้างอิง:?(?:จาก)?|คัดลอก(?:จาก)?|แบบ(?:ของ|จาก)|แนวทาง(?:ของ|จาก)|(?<!ร้อง)เรียน:?(?:ท่าน)?(?:นายก|ปลัด|ผู้อำนวยการ|ประธาน)?"
    r"|ถึง|ส่ง(?:ไปยัง|ให้|ถึง)|ไปยัง|เสนอ(?:ต่อ)?|เปรียบเทียบกับ|เทียบกับ|กรณี(?:ศึกษา)?(?:ของ)?|ดูงาน(?:ณ|ที่)?|เยี่ยมชม|พระราชบัญญัติ|พ\.ร\.บ\.|สนับสนุน(?:จาก|โดย)|อนุเคราะห์จาก"
    r"|หนังสือ(?:จาก|ของ)?|ระหว่าง|เคย(?:เป็น|อยู่)?|บ้านเรือน|ถนน|สายทาง|ทิศ(?:เหนือ|ใต้|ตะวันออก|ตะวันตก)|คู่สัญญา(?:กับ|คือ)?|ผู้รับจ้าง|จัด(?:ขึ้น)?โดย|ชนะเลิศ(?:คือ|ได้แก่)?|มอบให้|บริจาค(?:ให้)?)(?:แนวเขต|ในเขต|เขต|พื้นที่|บริเวณ)*$"
)
# Subjects that make every office in the sentence somebody else: visits, agreements, prizes,
# history, boundaries.
TOPICS = re.compile(
    r"ศึกษาดูงาน|ทัศนศึกษา|ข้อตกลง|mou|m\.o\.u|รางวัลชนะเลิศ|ได้รับรางวัล|รับรางวัล|พระปกเกล้า|ถ่ายโอน|ยกฐานะ|เปลี่ยนแปลงฐานะ|เดิมชื่อ|แต่เดิม|สุขาภิบาล|อาณาเขต|วิทยากร|เยี่ยมชม"
    r"|โอนย้าย|รับโอน|ให้โอน|คำพิพากษา|แข่งขันกีฬา|หน่วยงานต้นแบบ|เป็นต้นแบบ|หน่วยงานอื่น|แลกเปลี่ยนเรียนรู้|ถอดบทเรียน|ทางหลวงหมายเลข|ร่วมกับหน่วยงาน|หน่วยงานเครือข่าย|ผู้เข้าร่วมประชุม|ร่วมกันระหว่าง"
)
TOPICS_AFTER = re.compile(
    r"ศึกษาดูงาน|ดูงาน|ข้อตกลง|mou|ได้รับรางวัล|รับรางวัล|ถ่ายโอน|ยกฐานะ|วิทยากร|เยี่ยมชม|โอนย้าย|ขอโอน|เป็นต้นแบบ|เป็นเจ้าภาพ|แลกเปลี่ยนเรียนรู้|มาร่วม|ให้การต้อนรับ|มีหนังสือ|ขอความอนุเคราะห์|ใกล้เคียง"
)
# What one goes to is another's: เข้าร่วมประชุม ณ …, อบรมโครงการของ ….
VISITS = re.compile(
    r"(?:เข้าร่วม|เข้ารับ|เดินทางไป|ไปราชการ)[\u0e01-\u0e4e]{0,50}(?:ณ|ของ|ที่|กับ|จาก)(?:ห้องประชุม|หอประชุม|ศาลา|อาคาร|สำนักงาน)?$"
)
JOINED = re.compile(r"(?:และ|,|กับ|หรือ|รวมทั้ง|ตลอดจน|/|-|[0-9]{1,2}\)?\.?)*")

# Words right after a name that only the office that made the report has.
MAKES = re.compile(
    r"(?:จึง)?(?:ได้)?(?:ดำเนินการ)?(?:จัดทำ(?:รายงาน|มาตรการ|แผน|ประกาศ|คู่มือ|แนวทาง|ข้อมูล|การ)?|วิเคราะห์ผล|วิเคราะห์)|(?:จึง|ขอ|จึงขอ|ได้)ประกาศ|(?:จึง|ได้)กำหนด|จึงขอ|จึงได้|ได้ดำเนินการตาม"
    r"|ขอ(?:แสดงเจต|รายงาน|รับรอง)|ได้นำผล|ได้สรุป|ได้รับผลการประเมิน|ได้คะแนน|(?:ได้|จึง)?(?:เข้ารับ|เข้าร่วม|รับ)(?:การ)?ประเมิน|มีผลการประเมิน|มีคะแนน|มีผลคะแนน|ได้ออก(?:มาตรการ|ประกาศ)|ได้มีการ(?:จัดทำ|กำหนด|วิเคราะห์)|ตระหนัก|ได้ตระหนัก|เล็งเห็น"
)
ACTS = re.compile(
    r"(?:จึง|ได้)?(?:มีการ|มีนโยบาย|มีมาตรการ|มีความมุ่ง|มีความตั้ง|มีเจต|มีแนว|กำหนด|จัดทำ|จัดให้|ดำเนิน|ให้ความสำคัญ|มุ่งมั่น|แต่งตั้ง|ประกาศ|เผยแพร่|นำผล|นำมาตร|ขับเคลื่อน|วางแนวทาง|วางระบบ|เสริมสร้าง|สรุปผล|รายงานผล|รวบรวม|ทบทวน|ยึดมั่น|ถือปฏิบัติ|เปิดโอกาส|เปิดเผย|มอบหมาย|ติดตาม|ปฏิบัติตาม)"
    r"|ประจำปี|ปีงบประมาณ|พ\.ศ\.|เป็นไปด้วย|มีประสิทธิ|มีคุณธรรม|ทุกคน|ทุกระดับ|ทุกส่วน"
)
# Words right before a name that make it the owner or the actor.
OWNS = re.compile(
    r"(?:ของ|ภายใน|แห่ง|นายก|รองนายก|ปลัด|รองปลัด|ประธานสภา|สภา|ผู้บริหาร|คณะผู้บริหาร|บุคลากร|เจ้าหน้าที่|พนักงาน|พนักงานจ้าง|ข้าราชการ|สมาชิก|สำนักปลัด|สำนักงานปลัด|สำนักงาน|ที่ทำการ|กอง[\u0e01-\u0e4e]{2,12}|เว็บไซต์"
    r"|บัดนี้|ข้อบัญญัติ|เทศบัญญัติ|ประกาศ|คำสั่ง|ผู้อำนวยการ|ผอ\.|คณบดี|อธิการบดี|ผู้กำกับการ|หัวหน้า|ส่วนราชการ|หน่วยงาน:?|ชื่อหน่วยงาน:?|เขต|พื้นที่|ในเขต|ในพื้นที่|ให้|โดย|ด้วย|ทั้งนี้|ดังนั้น|ซึ่ง|ที่|ว่า|เฟซบุ๊ก|facebook|page|เพจ)[:]?$"
)
POST = re.compile(
    r"(?:นายก|ปลัด|ประธานสภา|ผู้อำนวยการ|ผอ\.|ผู้กำกับการ|ผกก\.|คณบดี|อธิการบดี|ผู้บริหาร|หัวหน้าสำนัก[\u0e01-\u0e4e]{0,10}|อธิบดี|เลขาธิการ|นายแพทย์[\u0e01-\u0e4e]{0,20})$"
)
HEADS = re.compile(r"(?:ประกาศ|คำสั่ง|ส่วนราชการ:?|ข้อบัญญัติ|ที่ทำการ|สำนักงาน|สำนักปลัด)$")
PART = re.compile(
    r"(?:สำนักปลัด|สำนักงานปลัด|กอง[\u0e01-\u0e4e]{2,14}|ฝ่าย[\u0e01-\u0e4e]{2,14}|งาน[\u0e01-\u0e4e]{2,16}|นายก|ปลัด|ผู้บริหาร|ผู้อำนวยการ|เจ้าหน้าที่|พนักงาน|บุคลากร|ของ)$"
)
RESPONSIBLE = re.compile(
    r"ผู้รับผิดชอบ|หน่วยงานที่รับ|หน่วยงานรับ|หน่วยงานเจ้า|หน่วยงานผู้|ส่วนราชการ|หน่วยดำเนิน|ผู้ดำเนิน"
)
TITLE = re.compile(
    r"รายงาน|มาตรการ|ประกาศ|แผนปฏิบัติ|การประเมิน|การวิเคราะห์|คำสั่ง|การขับเคลื่อน|เจตจำนง|นโยบาย"
)
TIME_AFTER = re.compile(
    r"(?:วันที่)?[0-9]{0,2}(?:เดือน)?(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)"
)
SEEN_FOR_TITLE = 4  # rows at the top of a page in which a title is repeated


@dataclass(frozen=True, slots=True)
class Standing:
    """A mention and where it stands: one of ZONES. `strength` 3: only the reporter stands there,
    2: usually, 1: anybody, 0: another.
    """

    mention: Mention
    zone: str
    strength: int


# What a place says of who reports. Zones count once per office, so that a copied body does not win
# by numbers.
ZONES = {
    "cover": 5.0,
    "title": 4.0,
    "head": 4.0,
    "sign": 4.0,
    "running": 3.0,
    "makes": 3.0,
    "owns": 1.5,
    "alone": 2.0,
    "cell": 1.0,
    "passing": 0.5,
    "other": 0.0,
}
STRONG = frozenset(["cover", "title", "head", "sign", "running", "makes"])


@dataclass(frozen=True)
class Look:
    """What is looked at for each mention: text, rows, the lines that recur at page edges, cells
    under a head that asks who.
    """

    text: str
    rows: Rows
    running: frozenset[int]
    responsible: tuple[tuple[int, int], ...]


def _standings(facts: Facts) -> tuple[Standing, ...]:
    lines = rows(facts)
    look = Look(flow(facts).text, lines, _running(flow(facts).text, lines), _responsible(facts))
    found: list[Standing] = []
    for mention in mentions(facts):
        found.append(_standing(look, mention, found[-1] if found else None))
    return tuple(found)


def _standing(look: Look, mention: Mention, previous: Standing | None) -> Standing:
    if _others(look, mention, previous):
        return Standing(mention, "other", 0)
    zone = _zone(look, mention)
    return Standing(
        mention, zone, 3 if zone in STRONG else 2 if zone in ("owns", "alone", "cell") else 1
    )


def _others(look: Look, mention: Mention, previous: Standing | None) -> bool:
    """Tell whether the words around make the office somebody else's."""
    before = _before(look.text, mention.start, FAR_BEFORE)
    if OTHERS.search(before[-NEAR_BEFORE:]) or VISITS.search(before):
        return True
    if TOPICS.search(before) or TOPICS_AFTER.search(
        _after(look.text, mention.place.end, FAR_AFTER)
    ):
        return True
    if previous is None or previous.mention.kind.family == "region":
        return False
    gap = look.text[previous.mention.place.end : mention.start]
    joined = len(gap) < 12 and bool(gap) and JOINED.fullmatch(gap) is not None
    return (
        joined
        and (previous.zone == "other" or "และ" in gap)
        and previous.mention.proper != mention.proper
    )


def _zone(look: Look, mention: Mention) -> str:
    """Return the zone of a mention that nothing makes somebody else's."""
    row = look.rows.rows[look.rows.at(mention.start)]
    last = look.rows.rows[look.rows.at(mention.end - 1)]
    before, after = look.text[row.start : mention.start], look.text[mention.place.end : last.end]
    end_row = look.rows.rows[look.rows.at(mention.place.end - 1)]
    if row.inside:
        return _in_cell(look, mention)
    if row.start in look.running:
        return "running"
    ends = mention.place.end >= end_row.end
    if not before and (
        ends or TIME_AFTER.match(look.text, mention.place.end) or TIME_AFTER.match(after)
    ):
        return _alone(look, mention, row, end_row)
    if ends and end_row.ended and len(before) < 45 and POST.search(before):
        return "sign"
    if HEADS.fullmatch(before) and (ends or look.text.startswith(("เรื่อง", "ที่"), mention.place.end)):
        return "head"
    if _in_title(look, mention, row):
        return "title"
    return _in_text(look, mention)


def _alone(look: Look, mention: Mention, row: Row, last: Row) -> str:
    """Return the zone of an office that has its lines to itself: cover, signature, or a heading."""
    if (
        OWNS.search(_before(look.text, mention.start, NEAR_BEFORE))
        and row.start not in look.rows.broken
    ):
        return _in_text(look, mention)
    if mention.start < look.rows.cover:
        return "cover"
    if TIME_AFTER.match(look.text, mention.place.end):
        return "sign"
    if not last.ended or MAKES.match(look.text, mention.place.end):
        return _in_text(look, mention)
    return "alone"


def _in_title(look: Look, mention: Mention, row: Row) -> bool:
    if mention.start < look.rows.cover:
        return (
            TITLE.search(_before(look.text, mention.start, FAR_BEFORE)) is not None
            or TITLE.match(look.text, mention.place.end) is not None
        )
    at = look.rows.at(mention.start)
    first = at
    while first > 0 and look.rows.rows[first - 1].page == row.page:
        first -= 1
    return (
        at - first < SEEN_FOR_TITLE
        and row.ended
        and TITLE.match(look.text, look.rows.rows[first].start) is not None
    )


def _in_text(look: Look, mention: Mention) -> str:
    if MAKES.match(look.text, mention.place.end):
        return "makes"
    before = _before(look.text, mention.start, NEAR_BEFORE)
    if mention.kind.family == "region" and before.endswith("ห้องประชุม"):
        return "owns"
    if OWNS.search(before) or ACTS.match(look.text, mention.place.end):
        return "owns"
    return "passing"


def _in_cell(look: Look, mention: Mention) -> str:
    before = _before(look.text, mention.start, NEAR_BEFORE)
    at = bisect_right(look.responsible, (mention.start, 1 << 60)) - 1
    if at >= 0 and mention.start < look.responsible[at][1]:
        return "cell"
    if PART.search(before) or MAKES.match(look.text, mention.place.end):
        return "cell"
    return "owns" if OWNS.search(before) else "passing"


def _before(text: str, at: int, length: int) -> str:
    """Return the letters before a place, back to the cell's or page's beginning."""
    return re.split("[\t\f]", text[max(0, at - length) : at])[-1]


def _after(text: str, at: int, length: int) -> str:
    return re.split("[\t\f]", text[at : at + length])[0]


def _running(text: str, lines: Rows) -> frozenset[int]:
    """Return where the lines begin that recur at the edges of at least two pages, their numbers
    aside.
    """
    edges = [
        (row, re.sub("[0-9]+", "", text[row.start : row.end]))
        for row in lines.rows
        if row.edge and not row.inside
    ]
    pages = Counter(words for words, _ in {(words, row.page) for row, words in edges})
    return frozenset(row.start for row, words in edges if words and pages[words] >= 2)


def _responsible(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Return the flow's pieces that are cells under a head that asks who is responsible, in order."""
    letters, found = flow(facts), []
    for page in facts.document.pages:
        for table in page.tables:
            asked = {
                cell.column
                for cell in table.cells
                if cell.row < 2 and RESPONSIBLE.search(_cell_text(facts, page, cell))
            }
            for cell in table.cells:
                if cell.column in asked:
                    start, end = facts.document.cell(page, cell)
                    found.append((letters.index(start), letters.index(end)))
    return tuple(sorted(found))


def _cell_text(facts: Facts, page: Page, cell: Cell) -> str:
    start, end = facts.document.cell(page, cell)
    return "".join(facts.document.text[start:end].split())


def standings(facts: Facts) -> tuple[Standing, ...]:
    """Return every mention of an office with where it stands, in order."""
    return facts.once(_standings)
