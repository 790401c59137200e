"""The indicators of the assessment that the report itself calls weak, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_checker.facts.page import flow
from ita_checker.facts.tables import TOPIC, Stretch, grids, said
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import folded, pattern

# The ten indicators from 2562 on, each with the spellings met in reports (samed.chonburi.police,
# banbunglocal: domain §2.2).
SPELLINGS = {
    "การปฏิบัติหน้าที่": "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ": "การใช้งบประมาณ|การใช้จ่ายงบประมาณ",
    "การใช้อำนาจ": "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ": "การใช้ทรัพย์สินของ(ทาง)?ราชการ|การใช้ทรัพย์สินราชการ",
    "การแก้ไขปัญหาการทุจริต": "การแก้(ไข)?ปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน": "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร": "ประสิทธิภาพ(ใน|ของ)?การสื่อสาร",
    "การปรับปรุงระบบการทำงาน": "การปรับปรุง(ระบบ)?การทำงาน",
    "การเปิดเผยข้อมูล": "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต": "การป้องกันการทุจริต",
}
NAMES = re.compile(
    "|".join(f"(?P<i{number}>{folded(words)})" for number, words in enumerate(SPELLINGS.values()))
)
WEAK = pattern(
    "จุดอ่อน|จุดที่ควรพัฒนา|(ที่)?(จะ)?(ต้อง|ควร)(ได้รับการ)?(พัฒนา|แก้ไข|ปรับปรุง)|(คะแนน|ระดับคะแนน|ค่าคะแนน)(ที่)?(ต่ำ|น้อย)(ที่สุด|สุด|กว่าเกณฑ์)|"
    "ต่ำที่สุด|ต่ำสุด|น้อยที่สุด|ข้อบกพร่อง|ไม่ผ่านเกณฑ์|ต่ำกว่าเกณฑ์|(ต่ำ|น้อย)กว่าร้อยละ"
)
STOP = pattern(
    "จุดแข็ง|(คะแนน)?(สูง|มาก)(ที่สุด|สุด)|จึงมี(แนวทาง|การ)|จึงได้|จึงกำหนด|จึงจัดทำ|แนวทางการ(นำ|พัฒนา|แก้ไข)|ดังนั้น|เพื่อ(ให้|แก้|พัฒนา|ยก|เพิ่ม)|ข้อเสนอแนะ|ส่วนตัวชี้วัด(?=.{0,60}สูง)|ผ่านเกณฑ์"
)
LEADS = pattern("ได้แก่|คือ|ดังนี้|ดังต่อไปนี้|:|ประกอบด้วย|จำนวน\\d")
LIST = re.compile(r"(?<!\d)1[.)]|•|(?<=[ก-๙])-")
LEAD_REACH, LIST_REACH = 120, 40  # letters between the word weak and what opens its list
REACH = 400  # letters after the word weak in which its list stands
BEFORE = 90  # letters before "ได้คะแนนต่ำที่สุด" in which its indicator stands
SCORES = re.compile(r"[\d.,%()ร้อยละคะแนนเท่ากับได้ที่มีค่าเฉลี่ยระดับและเป็นตัวชี้วัด\s]*")


@dataclass(frozen=True, slots=True)
class Weak:
    """One weak indicator: its usual name, and where the report calls it weak."""

    name: str
    places: tuple[Stretch, ...]


def weak(facts: Facts) -> tuple[Weak, ...]:
    """Return the indicators that the report calls weak, in the order of the assessment."""
    return facts.once(_weak)


def named(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    """Return every place where an indicator is named, in order."""
    return facts.once(_named)


def _named(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    names = list(SPELLINGS)
    hits = NAMES.finditer(flow(facts).text)
    return tuple(
        (names[int((hit.lastgroup or "i0")[1:])], hit.span())
        for hit in hits
        if not _in_title(flow(facts).text, hit)
    )


def _in_title(text: str, hit: re.Match[str]) -> bool:
    """Tell whether the name is part of another: มาตรการป้องกันการทุจริต, แผนปฏิบัติการป้องกันการทุจริต,
    คณะกรรมการป้องกัน …
    """
    return text[: hit.start()].endswith(
        tuple(map(fold, ("คณะกรรม", "ปฏิบัติ", "มาตร", "แผนปฏิบัติ")))
    ) or text[hit.end() :].startswith(
        tuple(map(fold, ("แห่งชาติ", "ภาครัฐ", "ในภาครัฐ", "สาธารณะ", "ข่าวสาร")))
    )


def _weak(facts: Facts) -> tuple[Weak, ...]:
    found: dict[str, list[Stretch]] = {}
    text, tables = flow(facts).text, [(grid.start, grid.end) for grid in grids(facts)]
    for word in WEAK.finditer(text):
        if any(start <= word.start() < end for start, end in tables):
            continue
        listed = _listed(facts, word.start(), word.end()) or _before(facts, word.start())
        for name, place in listed:
            found.setdefault(name, []).append(place)
    for name, place in _in_tables(facts):
        found.setdefault(name, []).append(place)
    return tuple(
        Weak(name, tuple(dict.fromkeys(found[name]))) for name in SPELLINGS if name in found
    )


def _listed(facts: Facts, start: int, at: int) -> list[tuple[str, Stretch]]:
    """Return the indicators in the list that a word of weakness opens: after ได้แก่, คือ or a colon,
    up to the next turn.
    """
    text = flow(facts).text
    end = min(at + REACH, _stop(text, at))
    lead = LEADS.search(text, at, min(end, at + LEAD_REACH)) or LIST.search(
        text, at, min(end, at + LIST_REACH)
    )
    again = WEAK.search(text, at, end)
    if not lead or (again and again.start() < lead.start()):
        return []
    if again and again.start() > lead.end():
        end = min(end, again.start()) if not _before_score(text, lead.end(), again.start()) else end
    return [
        (name, place) for name, place in named(facts) if lead.end() <= place[0] and place[1] <= end
    ]


def _before_score(text: str, start: int, end: int) -> bool:
    """Tell whether between a list's opening and the next word of weakness stands one indicator:
    'คือ การใช้อำนาจ ได้คะแนนต่ำสุด'.
    """
    return len(NAMES.findall(text[start:end])) == 1


def _stop(text: str, at: int) -> int:
    turn = STOP.search(text, at)
    return min(
        [turn.start() if turn else len(text)]
        + [spot for spot in (text.find("\f", at), text.find("\t", at)) if spot >= 0]
    )


def _before(facts: Facts, at: int) -> list[tuple[str, Stretch]]:
    """Return the indicator right before a word of weakness, where nothing but its score stands
    between.
    """
    text = flow(facts).text
    near = [
        (name, place) for name, place in named(facts) if at - BEFORE <= place[0] and place[1] <= at
    ]
    if not near:
        return []
    name, place = near[-1]
    return [(name, place)] if SCORES.fullmatch(text[place[1] : at]) else []


def _in_tables(facts: Facts) -> list[tuple[str, Stretch]]:
    """Return the indicators in rows whose other cells call them weak in so many words."""
    found = []
    for grid in grids(facts):
        if TOPIC not in grid.columns:
            continue
        topic = grid.columns.index(TOPIC)
        for row in grid.rows:
            rest = "\t".join(
                said(facts, slot.parts) for column, slot in enumerate(row.slots) if column != topic
            )
            own = [
                (name, place)
                for name, place in named(facts)
                for part in row.slots[topic].parts
                if part[0] <= place[0] < part[1]
            ]
            if len(own) == 1 and ROW_WEAK.search(rest):
                found.append(own[0])
    return found


ROW_WEAK = pattern(
    "(^|\t)(เป็น)?(จุดอ่อน|จุดที่ควรพัฒนา|ต้องพัฒนา|ควรพัฒนา|ต้องปรับปรุง|ควรปรับปรุง|ต้องแก้ไข(โดยเร่งด่วน)?|คะแนนต่ำสุด)($|\t)"
)
