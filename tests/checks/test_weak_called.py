"""Which indicators a report calls weak, in layouts of many offices: boxes, columns, cards, lists, prose."""

import pytest
from building import case

from ita_checker.checks.weak_indicators import Params, check
from ita_checker.facts.measures import weak

POWER, PROPERTY, TALK = "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "ประสิทธิภาพการสื่อสาร"

LAYOUTS = {
    "a box under its label": f"""
        ช่องที่ 1 ผลปีที่แล้ว // คะแนนรวม 80.67 คะแนน
        ช่องที่ 2 ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน // ตัวชี้วัด{POWER} ได้ 62.50 คะแนน และตัวชี้วัด{PROPERTY} ได้ 70.12 คะแนน | ช่องที่ 3 จุดแข็ง // ตัวชี้วัดการใช้งบประมาณ ได้ 92.00 คะแนน
        ช่องที่ 4 แนวทาง // ประชุมครู | ช่องที่ 5 ผู้ประสานงาน // ครูวิชัย
    """,
    "boxes side by side": f"""
        จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน // ตัวชี้วัด{POWER} (68.90 คะแนน) เพราะพนักงานไม่ทราบเกณฑ์ | ประเด็นที่ต้องพัฒนาให้ดีขึ้น // {PROPERTY} (72.15 คะแนน) | การนำผลไปใช้ // ประชุมพนักงานเรื่องการใช้งบประมาณ
    """,
    "columns of weakness": f"""
        ต้องแก้ไขโดยเร่งด่วน | ต้องพัฒนาให้ดีขึ้น | นำไปสู่การปฏิบัติอย่างไร
        {POWER} : ไม่ทราบเกณฑ์การมอบงาน | {PROPERTY} : การยืมเครื่องจักรไม่มีบันทึก | อธิบดีมอบหมายเจ้าภาพเรื่องการใช้งบประมาณ
    """,
    "verdicts behind a dash": f"""
        ตัวชี้วัด | 2566 | 2567 | อ่านว่า
        การใช้งบประมาณ | 85.2 | 94.0 | ดีต่อเนื่อง
        {POWER} | 90.3 | 81.7 | ลดลง – ต้องแก้ไขโดยเร่งด่วน
        {PROPERTY} | 88.7 | 84.1 | ทรงตัว – ต้องพัฒนาให้ดีขึ้น
    """,
    "verdicts at the ends of lines": f"""
        ผลรายตัวชี้วัดมีดังนี้
        1) การใช้งบประมาณ – ดี
        2) {POWER} – ต้องแก้ไขเร่งด่วน
        3) {TALK} – ดี
        4) {PROPERTY} – ต้องพัฒนา
    """,
    "headings of weakness": f"""
        # ต้องแก้เร่งด่วน
        {POWER}
        # ต้องพัฒนาให้ดีขึ้น
        {PROPERTY}
        # จะนำไปทำอย่างไร
        ประชุมทุกกองเรื่องการใช้งบประมาณ
    """,
    "a mark not reached": f"""
        ตัวชี้วัดที่ไม่ถึง 85 คะแนนมีสองตัว คือ {POWER} 77.31 คะแนน และ{PROPERTY} 80.66 คะแนน ส่วนการใช้งบประมาณ 91.20 คะแนน
    """,
    "one said to be no weak point": f"""
        ประเด็นที่ต้องแก้ไขโดยเร่งด่วน ได้แก่ {POWER} (77.05) ประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ {PROPERTY} (80.14) ส่วนตัวชี้วัดการใช้งบประมาณ แม้จะได้ 85.90 คะแนน แต่เพิ่มขึ้นถึง 6 คะแนน จึงไม่จัดเป็นจุดอ่อน
    """,
    "other headings in a paragraph of their own": f"""
        1. หัวข้อที่เป็นจุดอ่อนต้องแก้ไขโดยเร่งด่วน คือ {POWER} (76.40 คะแนน) เพราะผู้รับจ้างไม่ทราบประกาศ
        2. หัวข้อที่จะต้องพัฒนาให้ดีขึ้น คือ {PROPERTY} (80.22 คะแนน) เพราะต้องถือสำเนามาเอง
        3. หัวข้ออื่น ได้แก่ {TALK} การใช้งบประมาณ ได้คะแนนเกิน 88 คะแนนทุกหัวข้อ ให้รักษาระดับ
    """,
    "the rest beyond a mark": f"""
        จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน ได้แก่ ตัวชี้วัด{POWER} 79.45 คะแนน ประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัด{PROPERTY} 82.61 คะแนน ส่วนกระบวนการใช้งบประมาณและ{TALK} มีคะแนนเกินร้อยละ 85 ทุกประเด็น
    """,
    "the highest before the lowest": f"""
        ตัวชี้วัดที่ได้คะแนนสูงสุดคือการใช้งบประมาณ (92.18) ตัวชี้วัดที่ได้คะแนนต่ำสุดคือ (ระบุชื่อตัวชี้วัด)

        จุดอ่อน: {POWER} (56.20) เพราะไม่ทราบเกณฑ์

        ประเด็นที่ต้องพัฒนา: {PROPERTY} (74.88)
    """,
    "signs of a legend": f"""
        ▲ การใช้งบประมาณ 92.40 ▲ คุณภาพการดำเนินงาน 91.10

        ▼ {POWER} 77.08

        ▼ {PROPERTY} 75.62

        ▲ = จุดเด่น รักษาไว้ ▼ = จุดอ่อน ต้องแก้ไขโดยเร่งด่วน
    """,
    "boxes below a heading of two labels": f"""
        # กล่องที่ 2 จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน / ประเด็นที่ต้องพัฒนา
        {POWER} 74.4 (เร่งด่วน) // พนักงานรู้สึกว่าถูกสั่ง | {PROPERTY} 70.9 (พัฒนา) // มีผู้นำวัสดุกลับบ้าน

        # กล่องที่ 3 นำผลไปสู่การพัฒนาอย่างไร

        ประชุมเรื่องการใช้งบประมาณ
    """,
    "ticks below a title over all columns": f"""
        ตอนที่ 1 ผลรายตัวชี้วัด (ทำเครื่องหมายในช่อง) | < | < | <
        ที่ | ตัวชี้วัด | จุดแข็ง | จุดอ่อน/ต้องแก้ไขหรือพัฒนา
        1 | การใช้งบประมาณ | ☑ 95.10 | ☐
        2 | {POWER} | ☐ | ☑ 74.28 (เร่งด่วน) ครูไม่ทราบเกณฑ์
        3 | {PROPERTY} | ☐ | ☑ 76.90 (พัฒนา) ยืมของโดยไม่ลงทะเบียน
    """,
    "a sentence that a page's end cuts": f"""
        ผลที่ได้เป็นข้อบกพร่องที่ต้องแก้ไขโดยเร่งด่วน คือเรื่อง{POWER} ซึ่งได้
        ---page---
        70.15 คะแนน เพราะบุคลากรไม่ทราบว่าจะแจ้งที่ใด และท้ายที่สุด{PROPERTY}ได้เพียง 72.00 คะแนน ด้วยขาดแนวปฏิบัติ
    """,
    "paragraphs below headings": f"""
        # 2.1 ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน

        ตัวชี้วัดที่ 3 {POWER} (77.48 คะแนน) เนื่องจากบุคลากรเห็นว่าการใช้งบประมาณและขั้นตอนยุ่งยาก

        # 2.2 ประเด็นที่จะต้องพัฒนาให้ดีขึ้น

        ผู้รับบริการสะท้อนตัวชี้วัดที่ 4 {PROPERTY} (79.92 คะแนน) ว่ายังไม่เปิดโอกาส

        # 2.3 แนวทางการนำผลการวิเคราะห์ไปสู่การปฏิบัติ

        ให้กองคลังรับเรื่องการใช้งบประมาณ
    """,
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in LAYOUTS.items()])
def test_what_is_called_weak_is_known_in_every_layout(text: str) -> None:
    assert [one.name for one in weak(case(text).facts)] == [POWER, PROPERTY]


def test_what_calls_a_row_weak_is_shown_beside_its_indicator() -> None:
    text = f"""
        ตัวชี้วัด | คะแนน | ความเห็น
        {POWER} | 91.20 | รักษาระดับ
        {PROPERTY} | 71.90 | ต้องแก้ไขโดยเร่งด่วน

        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการตรวจสอบการใช้ดุลยพินิจ | จัดทำคู่มือ | สำนักปลัด | รายงาน
    """
    (finding,) = check(case(text), Params(hints={PROPERTY: ("ทรัพย์สิน",)})).findings
    assert [one.quote for one in finding.spans] == [PROPERTY, "ต้องแก้ไขโดยเร่งด่วน"]


PLANNED = """
        มาตรการ | แก้เรื่องใด | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        ยืมถูกคืนครบ | {0} | ทำสมุด | กองช่าง | รายงานรอบ 6 เดือน
        ตอบก่อนข้ามวัน | {1} | จัดเวร | สำนักปลัด | รายงานรอบ 6 เดือน
"""
HINTS = {POWER: ("ดุลพินิจ",), PROPERTY: ("ทรัพย์สิน",), TALK: ("สื่อสาร",)}


@pytest.mark.parametrize("sign", ["▼", "►", "★", "•"])
def test_any_sign_marks_the_items_of_a_list_of_weak_indicators(sign: str) -> None:
    text = f"""
        ประเด็นที่ควรปรับปรุง
        {sign} {POWER} 70.1
        {sign} {PROPERTY} 71.2
        {sign} {TALK} 72.3
        {PLANNED.format(PROPERTY, PROPERTY)}"""
    missed = check(case(text), Params(hints=HINTS)).findings
    assert [one.subject for one in missed] == [POWER, TALK]


def test_a_label_beside_what_is_weak_names_no_measure_and_its_row_answers_nothing() -> None:
    text = f"""
        เรื่องที่ทำได้ดีแล้ว | การป้องกันการทุจริต 93.75
        เรื่องที่ต้องทำให้ดีขึ้น | {POWER} 70.12, {PROPERTY} 71.30, {TALK} 72.40
        {PLANNED.format(PROPERTY, TALK)}"""
    missed = check(case(text), Params(hints=HINTS)).findings
    assert [one.subject for one in missed] == [POWER]


def test_a_measure_that_says_which_weak_point_it_answers_calls_none_weak() -> None:
    text = """
        มาตรการที่ 1 ยืมถูกคืนครบ
        รองรับจุดที่ควรพัฒนาเรื่องการใช้ทรัพย์สินของราชการ
        ขั้นตอน : ทำสมุด
        ผู้รับผิดชอบ : กองช่าง
        การติดตาม : รายงานรอบ 6 เดือน
        """
    assert weak(case(text).facts) == ()


@pytest.mark.parametrize("said", [
    "ด้านที่ทำได้ดี คือ การปฏิบัติหน้าที่ (91.05) ด้านที่เป็นจุดอ่อนต้องเร่งแก้ไข มีสองด้าน คือ",
    "จุดที่อ่อนมีอะไรบ้าง",
    "เร่งด่วน",
    "ต้องปรับปรุงก่อน",
])  # fmt: skip
def test_what_a_line_calls_weak_stands_below_it_whoever_is_praised_before(said: str) -> None:
    text = f"""
        {said}
        - 1. (ก) {POWER} 66.12 คะแนน
        - 2. (ข) {PROPERTY} 64.80 คะแนน
        """
    assert [one.name for one in weak(case(text).facts)] == [POWER, PROPERTY]


TABLE = f"""
    ตัวชี้วัด | คะแนน | สาเหตุ
    {POWER} | 76.10 | การมอบหมายงานยังไม่เป็นธรรม
    {PROPERTY} | 71.44 | ไม่มีแนวปฏิบัติการยืม
    {TALK} | 74.02 | ช่องทางเผยแพร่น้อย

"""


@pytest.mark.parametrize(
    ("behind", "called"),
    [
        ("ทั้งสามตัวชี้วัดเป็นจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน", [POWER, PROPERTY, TALK]),
        ("ทั้ง 3 ด้านจึงเป็นจุดอ่อน", [POWER, PROPERTY, TALK]),
        ("ให้ทั้งสามกองนำจุดอ่อนไปใส่ในแผน", []),
    ],
)
def test_a_sentence_below_a_table_counts_its_indicators_and_calls_them_weak(
    behind: str, called: list[str]
) -> None:
    told = TABLE + f"{behind} ส่วนประเด็นที่ต้องพัฒนาให้ดีขึ้น คือ การป้องกันการทุจริต\n"
    names = [one.name for one in weak(case(told).facts)]
    assert [one for one in names if one in (POWER, PROPERTY, TALK)] == called


@pytest.mark.parametrize("verdict", ["ถือเป็น", "จึงจัดเป็น", "นับว่าเป็น"])
def test_what_is_held_to_be_weak_behind_its_score_is_weak(verdict: str) -> None:
    told = f"ปัญหาอยู่ที่{POWER} ซึ่งได้เพียง 74.10 {verdict}จุดอ่อนที่ต้องแก้ก่อน\n"
    assert [one.name for one in weak(case(told).facts)] == [POWER]
