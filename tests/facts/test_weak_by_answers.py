"""What a report calls weak in words that no list knows is weak by what it does about it: named once
more, piece by piece, where its measures stand; and held against them.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.items import likely_part
from ita_checker.facts.measures import weak

CALLED = [
    ("แล้ววิชาไหนสอบตก", "ตำรับแก้"),
    ("ตรงนี้ใจหาย", "ยาขนานใหม่"),
    ("ฝุ่นเกาะอยู่มุมไหน", "ไม้กวาดของเรา"),
]
SCORED = """
    มุมที่เงาวับ: การปฏิบัติหน้าที่ 93.50 กับคุณภาพการดำเนินงาน 91.18

    {called}

    การใช้ทรัพย์สินของราชการ 71.40 ไม่มีใครรู้ว่ายืมของอย่างไร
    การใช้งบประมาณ 74.92 ไม่เคยเห็นยอดเงิน
    {third}
    คณะกรรมการนั่งอ่านด้วยกันเมื่อ 17 พฤศจิกายน 2565 แล้วให้ครูแต่ละฝ่ายเขียนวิธีทำ

    {answers} ตู้ยืมของชุมชน คลี่เรื่องการใช้ทรัพย์สินของราชการ ทำบัญชีของที่ให้ยืมและใบยืมแผ่นเดียว ฝ่ายบริหารทั่วไปเดินดูทุกวันศุกร์

    {answers} กระดานเงิน คลี่เรื่องการใช้งบประมาณ เขียนยอดรับจ่ายหน้าเสาธงทุกสิ้นเดือน ฝ่ายงบประมาณสอบยอดกับสมุดบัญชี
    """
THIRD = "การปรับปรุงระบบการทำงาน 79.05 ขอใบเดียวต้องมาสามรอบ\n"


def names(text: str) -> set[str]:
    return {one.name for one in weak(case(text).facts)}


@pytest.mark.parametrize(("called", "answers"), CALLED)
def test_the_lower_list_that_measures_answer_is_weak_whole(called: str, answers: str) -> None:
    text = SCORED.format(called=called, answers=answers, third=THIRD)
    assert names(text) == {
        "การใช้ทรัพย์สินของราชการ",
        "การใช้งบประมาณ",
        "การปรับปรุงระบบการทำงาน",
    }


def test_the_lowest_scores_of_a_table_are_weak_where_measures_answer_each() -> None:
    table = """
        การปฏิบัติหน้าที่ | 96.02
        การใช้งบประมาณ | 94.77
        การใช้ทรัพย์สินของราชการ | 79.85
        ประสิทธิภาพการสื่อสาร | 82.13

        เรื่องที่หนึ่ง ของหลวงมีที่มา ขยับการใช้ทรัพย์สินของราชการ โดยติดป้ายครุภัณฑ์ทุกชิ้น งานพัสดุสุ่มนับเดือนละครั้ง

        เรื่องที่สอง ข่าวถึงก่อนเรือออก ขยับประสิทธิภาพการสื่อสาร โดยแจ้งข่าวด่วนทางไลน์ งานธุรการส่งแบบถามทุกสองเดือน
        """
    assert names(table) == {"การใช้ทรัพย์สินของราชการ", "ประสิทธิภาพการสื่อสาร"}
    lower = table.replace("94.77", "70.77")
    assert names(lower) == set()  # one that no measure answers is lower still: which are weak?


def test_what_is_named_again_piece_by_piece_beside_offices_is_where_measures_stand() -> None:
    called, answers = CALLED[0]
    found = likely_part(
        case(SCORED.format(called=called, answers=answers, third="")).facts, "measures"
    )
    assert found
    assert found.enough


def test_an_office_that_acts_between_what_is_weak_and_the_measures_uses_the_analysis() -> None:
    called, answers = CALLED[1]
    text = SCORED.format(called=called, answers=answers, third="\n")
    found = likely_part(case(text).facts, "use")
    assert found
    assert found.enough
    told = "คณะกรรมการนั่งอ่านด้วยกันเมื่อ 17 พฤศจิกายน 2565 แล้วให้ครูแต่ละฝ่ายเขียนวิธีทำ"
    without = text.replace(told, "เราเล่าเรื่องนี้กันหลายรอบ แล้วต่างคนต่างกลับไปคิดต่อที่บ้านของตน")
    perhaps = likely_part(case(without).facts, "use")
    assert perhaps
    assert (perhaps.some, perhaps.enough) == (True, False)


@pytest.mark.parametrize("last", ["ส่วนจุดอ่อนที่ต้องแก้ไขมีดังนี้", "แต่สามเรื่องต่อไปนี้เป็นข้อบกพร่อง"])
def test_the_last_words_over_a_table_call_all_of_it_weak(last: str) -> None:
    text = f"""
        ปีที่แล้วได้ 84.93 จุดเด่นอยู่ที่การปฏิบัติหน้าที่ 91.04 และการเปิดเผยข้อมูล 90.88 ซึ่งจะรักษาไว้ตลอดปี {last}

        ประเด็น | คะแนน | สิ่งที่สะท้อน
        การใช้งบประมาณ | 77.50 | ไม่เห็นราคากลาง
        การแก้ไขปัญหาการทุจริต | 76.91 | ไม่เชื่อมั่นว่าจะลงโทษจริง
        """
    assert names(text) == {"การใช้งบประมาณ", "การแก้ไขปัญหาการทุจริต"}


def test_topics_that_measures_say_they_are_about_are_the_reports_own() -> None:
    text = """
        ฝน | การให้บริการและระบบ E-Service | นักศึกษาต้องมาที่เคาน์เตอร์ 72.18 เป็นข้อบกพร่องที่ต้องเร่งแก้
        แดด | ช่องทางการประชาสัมพันธ์ | วิทยุและเพจเข้าถึงดี 93.40
        เมฆ | การดูแลยานพาหนะส่วนกลาง | จองรถซ้อนกัน 83.55 ควรพัฒนาให้ดีขึ้น

        ร่มทุกคัน

         | ใบรับรองในมือถือ | จองรถคิวเดียว
        กันฝนเรื่อง | การให้บริการและระบบ E-Service | การดูแลยานพาหนะส่วนกลาง
        กางอย่างไร | เชื่อมฐานทะเบียนกับระบบลงนามดิจิทัล | ยุบสมุดจองเป็นปฏิทินเดียว
        มือถือร่ม | สำนักส่งเสริมวิชาการ | กองกลาง
        ยามเฝ้าฟ้า | สำนักงานตรวจสอบภายในดูทุกไตรมาส | กองกลางรายงานทุกเดือน
        """
    assert names(text) == {"การให้บริการและระบบe-service", "การดูแลยานพาหนะส่วนกลาง"}


ANSWER = """
    ที่ | มาตรการ | แก้เรื่องใด | ขั้นตอน | ผู้รับผิดชอบ | การติดตาม
    1 | ยืมถูกคืนครบ | การใช้ทรัพย์สินของราชการ | ทำทะเบียน | กองช่าง | รายงานรอบ 6 เดือน
    2 | กระดานยอดเงิน | การใช้งบประมาณ | เขียนยอด | กองคลัง | รายงานรอบ 6 เดือน
"""
LOW = {"การใช้ทรัพย์สินของราชการ", "การใช้งบประมาณ", "การปรับปรุงระบบการทำงาน"}
APART = {
    "signs": """
    ◆ การปฏิบัติหน้าที่ 93.50
    ◆ คุณภาพการดำเนินงาน 91.18
    ▽ การใช้ทรัพย์สินของราชการ 71.40
    ▽ การใช้งบประมาณ 74.92
    ▽ การปรับปรุงระบบการทำงาน 79.05
""",
    "verdicts": """
    ตัวชี้วัด | คะแนน | อ่านว่า
    การปฏิบัติหน้าที่ | 93.50 | ถึงฝั่ง
    การใช้งบประมาณ | 74.92 | ยังไม่ถึงฝั่ง
    การใช้ทรัพย์สินของราชการ | 71.40 | ยังไม่ถึงฝั่ง
    คุณภาพการดำเนินงาน | 91.18 | ถึงฝั่ง
    การปรับปรุงระบบการทำงาน | 79.05 | ยังไม่ถึงฝั่ง
""",
    "lines under one of their own": """
    ตรงนี้ใจหาย
    - การใช้ทรัพย์สินของราชการ
    - การใช้งบประมาณ
    - การปรับปรุงระบบการทำงาน
""",
    "a cell": """
    ใจชื้น | ใจหาย
    - การปฏิบัติหน้าที่ 93.50 | - การใช้ทรัพย์สินของราชการ 71.40 // - การใช้งบประมาณ 74.92 // - การปรับปรุงระบบการทำงาน 79.05
""",
    "a sentence": """
    สามตัวรั้งท้ายของเรา ได้แก่ 1) การใช้ทรัพย์สินของราชการ 71.40 2) การใช้งบประมาณ 74.92 3) การปรับปรุงระบบการทำงาน 79.05
""",
}


@pytest.mark.parametrize("told", APART.values(), ids=APART)
def test_what_is_set_apart_and_mostly_answered_is_weak_be_it_called_what_it_may(told: str) -> None:
    assert names(told + ANSWER) == LOW


@pytest.mark.parametrize("told", APART.values(), ids=APART)
def test_what_is_set_apart_and_answered_by_nothing_is_not_known_to_be_weak(told: str) -> None:
    other = ANSWER.replace("การใช้ทรัพย์สินของราชการ", "การเปิดเผยข้อมูล")
    assert names(told + other) == set()


def test_the_analysis_itself_answers_nothing() -> None:
    text = """
    คะแนน (1) การปฏิบัติหน้าที่ 94.11 (2) การใช้งบประมาณ 90.25 (3) การใช้อำนาจ 92.08 (4) การใช้ทรัพย์สินของราชการ 81.60
    (5) คุณภาพการดำเนินงาน 80.50

    อ่านทีละด้าน
    - การใช้ทรัพย์สินของราชการ : ไม่ทราบระเบียบการยืม
    - การใช้งบประมาณและการจัดซื้อจัดจ้าง : บุคลากรรับรู้ดี ขอชื่นชมกองคลัง
    - การใช้อำนาจและการบริหารงานบุคคล : มอบหมายงานเป็นธรรม
    """
    assert names(text) == set()
