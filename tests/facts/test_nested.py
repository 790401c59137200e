"""Measures in lists within a list: the items that have lists of their own, under what speaks of
measures.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import plan
from ita_checker.facts.tables import said

TITLE = "# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
NUMBERED = """
1. ผลวิเคราะห์
1.1 จุดอ่อน ได้แก่
1.1.1 ตัวชี้วัดประสิทธิภาพการสื่อสาร ได้ 66.80
1.1.2 ตัวชี้วัดการใช้งบประมาณ ได้ 71.05
2. มาตรการที่ขอเสนอ
2.1 ปรับหน้าเว็บไซต์ให้ค้นหาง่าย (ตอบข้อ 1.1.1)
2.1.1 สำรวจว่าประชาชนหาอะไรไม่พบ
2.1.2 จัดเมนูใหม่ ภายในกุมภาพันธ์ 2565
2.1.3 งานประชาสัมพันธ์ สำนักปลัดเทศบาล เป็นผู้ทำ
2.2 แจ้งผลการใช้เงินให้พนักงานทราบทุกเดือน (ตอบข้อ 1.1.2)
2.2.1 ทำสรุปหนึ่งหน้ากระดาษ
2.2.2 กองคลังเป็นผู้ทำ
3. การกำกับติดตาม ปลัดเทศบาลเรียกดูทุกเดือน
"""
DASHES = """
ที่ประชุมเห็นชอบมาตรการของปีนี้ ดังนี้
1) ปรับหน้าเว็บไซต์ให้ค้นหาง่าย
- สำรวจว่าประชาชนหาอะไรไม่พบ
- จัดเมนูใหม่
- งานประชาสัมพันธ์ สำนักปลัดเทศบาล
2) แจ้งผลการใช้เงินให้พนักงานทราบทุกเดือน
- ทำสรุปหนึ่งหน้ากระดาษ
- กองคลัง
"""
IN_BRACKETS = """
ข. มาตรการที่จะทำ
1. ปรับหน้าเว็บไซต์ให้ค้นหาง่าย (สำนักปลัดเทศบาล)
(1) สำรวจว่าประชาชนหาอะไรไม่พบ
(2) รายงานรอบ 6 เดือนและรอบ 12 เดือน
2. แจ้งผลการใช้เงินให้พนักงานทราบทุกเดือน (กองคลัง)
(1) ทำสรุปหนึ่งหน้ากระดาษ
(2) รายงานรอบ 6 เดือนและรอบ 12 เดือน
"""
NAMES = ["ปรับหน้าเว็บไซต์ให้ค้นหาง่าย", "แจ้งผลการใช้เงินให้พนักงานทราบทุกเดือน"]


@pytest.mark.parametrize("text", [NUMBERED, DASHES, IN_BRACKETS])
def test_items_with_lists_of_their_own_under_a_heading_of_measures_name_them(text: str) -> None:
    facts = case(TITLE + text).facts
    made = plan(facts)
    assert [one.called for one in made] == NAMES
    assert [[said(facts, [part])[:12] for part in one.fields["responsible"]] for one in made] in (
        [["งานประชาสัมพ"], ["กองคลังเป็นผ"]],
        [["งานประชาสัมพ"], ["กองคลัง"]],
        [["สำนักปลัดเทศ"], ["กองคลัง"]],
    )
    assert all(one.fields["steps"] for one in made)


def test_a_number_of_another_list_in_a_wrapped_line_is_no_item() -> None:
    text = NUMBERED.replace("(ตอบข้อ 1.1.1)", "(ตอบข้อ\n1.1.1)")
    assert [one.called for one in plan(case(TITLE + text).facts)] == NAMES


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2. มาตรการที่ขอเสนอ", "2. ข้อสังเกตของคณะกรรมการ"),
        ("กองคลังเป็นผู้ทำ", "ติดไว้หน้าห้อง"),
        ("สำรวจว่าประชาชนหาอะไรไม่พบ", "ได้สำรวจแล้วเมื่อ 4 มกราคม 2565 ครบ 120 ราย"),
    ],
)
def test_what_is_not_said_to_be_planned_measures_is_none(before: str, after: str) -> None:
    text = NUMBERED.replace(before, after).replace(
        "ทำสรุปหนึ่งหน้ากระดาษ", "ได้ทำสรุปแล้ว 6 ฉบับ" if "ได้" in after else "ทำสรุป"
    )
    assert not any(one.called in NAMES for one in plan(case(TITLE + text).facts))


CHAPTERS = """# วาระความโปร่งใสของเรา
-> หมวด 1 {one}
ข้อ 1 ให้กองคลังเป็นผู้รับผิดชอบ โดยมีวิธีปฏิบัติ คือ ชั่งน้ำหนักทุกครั้ง แล้วติดยอดขายประจำวัน
ข้อ 2 กำหนดระยะเวลาดำเนินการตามข้อ 1 ได้แก่ ไตรมาส 1 ถึงไตรมาส 3
ข้อ 3 ให้กองคลังติดตามการปฏิบัติตามข้อ 1 และรายงานผลต่อนายกเทศมนตรี {rounds}
-> หมวด 2 {two}
ข้อ 4 ให้กองช่างเป็นผู้รับผิดชอบ โดยมีวิธีปฏิบัติ คือ ลงเลขไมล์เข้าออกทุกวัน
ข้อ 5 กำหนดระยะเวลาดำเนินการตามข้อ 4 ได้แก่ ตลอดปีงบประมาณ
ข้อ 6 ให้กองช่างติดตามการปฏิบัติตามข้อ 4 และรายงานผลต่อนายกเทศมนตรี {rounds}
"""
TOLD = """# ผลการดำเนินการ
{one}
รอบ 6 เดือน ติดยอดขายแล้ว 40 วัน
{two}
รอบ 6 เดือน ลงเลขไมล์แล้ว 12 คัน
"""


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("มาตรการขายผลผลิตหน้าร้าน", "มาตรการใช้รถส่วนกลาง"),
        ("ขายผลผลิตหน้าร้านให้เห็นราคา", "ใช้รถส่วนกลางให้ลงชื่อ"),
    ],
)
@pytest.mark.parametrize("rounds", ["รอบ 6 เดือน", "ช่วงครึ่งหลังของปีงบประมาณ"])
def test_chapters_over_clauses_counted_on_through_all_of_them_name_measures(
    one: str, two: str, rounds: str
) -> None:
    text = CHAPTERS.format(one=one, two=two, rounds=rounds) + TOLD.format(one=one, two=two)
    facts = case(text).facts
    assert [said(facts, [each.name]) for each in plan(facts)] == [one, two]
    for each in plan(facts):
        assert "เป็นผู้รับผิดชอบ" in said(facts, each.fields["responsible"])
        assert "รายงานผล" in said(facts, each.fields["monitoring"])
        assert "ไตรมาส" not in said(facts, each.fields["monitoring"])
