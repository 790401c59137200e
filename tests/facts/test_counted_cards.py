"""Cards whose measures are counted by words of the office's own: the count that rises over the same
fields tells which row names the measure.
"""

import pytest
from building import case

from ita_checker.facts.measures import filled, plan, results
from ita_checker.facts.tables import said
from ita_checker.model import Facts

CARD = """{label} | {name}
ใช้แก้ตัวชี้วัด | {topic}
ขั้นตอนการปฏิบัติ | {steps}
ผู้รับผิดชอบ | {who}
การกำกับติดตาม | รายงานปลัด รอบ ๖ เดือน และรอบ ๑๒ เดือน
"""
BRIBES = {
    "name": "มาตรการป้องกันการรับสินบน",
    "topic": "การป้องกันการทุจริต",
    "steps": "ประกาศนโยบาย จัดอบรม",
    "who": "กองการเจ้าหน้าที่",
}
SERVICE = {
    "name": "ยกระดับมาตรฐานการให้บริการ",
    "topic": "คุณภาพการดำเนินงาน",
    "steps": "ทบทวนคู่มือประชาชน ติดเวลามาตรฐานไว้หน้าเคาน์เตอร์",
    "who": "",
}


def names(facts: Facts) -> list[tuple[str, bool]]:
    return [(said(facts, [one.name]), filled(facts, one, "responsible")) for one in plan(facts)]


@pytest.mark.parametrize("between", ["", "\n", "---page---\n"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("เรื่องที่หนึ่ง", "เรื่องที่สอง"),
        ("งาน 1.", "งาน 2."),
    ],
)
def test_the_row_whose_count_rises_card_by_card_names_the_measure(
    first: str, second: str, between: str
) -> None:
    text = CARD.format(label=first, **BRIBES) + between + CARD.format(label=second, **SERVICE)
    assert names(case(text).facts) == [
        ("มาตรการป้องกันการรับสินบน", True),
        ("ยกระดับมาตรฐานการให้บริการ", False),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ครั้งที่ 1", "ครั้งที่ 2"),  # what is counted so is no measure
        ("ใบงานที่ 1", "ใบงานที่ 3"),  # the count leaves one out
        ("ใบงานที่ 1", "แผ่นที่ 2"),  # not one count
    ],
)
def test_what_counts_something_else_names_no_measure(first: str, second: str) -> None:
    text = CARD.format(label=first, **BRIBES) + CARD.format(label=second, **SERVICE)
    assert names(case(text).facts) == []


def test_steps_counted_within_one_measure_are_none() -> None:
    text = """ชื่อมาตรการ | มาตรการป้องกันการรับสินบน
    ระยะแรกที่ 1 | ประกาศนโยบายและจัดอบรม
    ระยะแรกที่ 2 | สำรวจความเห็นของประชาชน
    ขั้นตอนการปฏิบัติ | ตามระยะข้างต้น
    ผู้รับผิดชอบ | กองการเจ้าหน้าที่
    การกำกับติดตาม | รายงานปลัด
    """
    assert names(case(text).facts) == [("มาตรการป้องกันการรับสินบน", True)]


TOLD = """มาตรการ {0} | {1}
ผู้ทำ | {2}
ขั้นตอนที่กำหนด | ประกาศวิธี ลงทะเบียน
เป็นไงบ้าง | {3}
ผู้ติดตาม | ปลัดตรวจทะเบียนทุกสิ้นเดือน
"""


@pytest.mark.parametrize("counts", ["กขค", "ABC"])
@pytest.mark.parametrize(
    ("last", "told"),
    [("ไม่มีเรื่องร้องเรียน ส่งคืนกระเช้าแล้ว 2 ราย", True), ("", False)],
)
def test_a_label_nobody_knows_means_what_stands_beside_it_card_after_card(
    last: str, told: bool, counts: str
) -> None:
    cards = [
        TOLD.format(*one)
        for one in (
            (counts[0], "การยืมของราชการต้องมีใบยืม", "กองคลัง", "คืนครบแล้ว 58 ครั้ง สูญหายลดลง"),
            (counts[1], "ลดขั้นตอนการให้บริการ", "กองช่าง", "เวลารอลดลงจาก 20 นาที เหลือ 8 นาที"),
            (counts[2], "นโยบายไม่รับของขวัญทั้งองค์กร", "สำนักปลัด", last),
        )
    ]
    facts = case("\n".join(cards)).facts
    made = [filled(facts, one, "result", "outcome") for one in results(facts)]
    assert made == [True, True, told]
