"""Cards whose labels nobody listed are one table by their coming again; a row that says what the rows
around it say heads none.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import plan, results
from ita_checker.facts.tables import grids, said

CARD = """
        การ์ดใบที่ {number}: {name} | <
        ขัดเกลาเรื่องใด | {topic}
        ไล่งานกันอย่างนี้ | จัดทำทะเบียนและประกาศให้ทราบ
        ทีมเจ้าภาพ | {who}
        ส่งข่าวหัวหน้า | รอบ 6 เดือน และรอบ 12 เดือน
"""


def cards(*whose: str) -> str:
    names = ("ยืมของหลวงต้องลงชื่อ", "เปิดซองต่อหน้ากรรมการ", "ตอบทุกเรื่องร้องเรียน")
    topics = ("ทรัพย์สิน", "งบประมาณ", "การทุจริต")
    return "\n".join(
        CARD.format(number=at + 1, name=names[at], topic=topics[at], who=who)
        for at, who in enumerate(whose)
    )


def test_cards_of_one_kind_are_one_table_whatever_their_labels() -> None:
    made = case(cards("กองคลัง", "สำนักปลัด", "นิติกร"))
    assert [grid.columns for grid in grids(made.facts)] == [
        ("name", "topic", "steps", "responsible", "monitoring")
    ]
    assert [said(made.facts, [one.name]) for one in plan(made.facts)] == [
        "ยืมของหลวงต้องลงชื่อ",
        "เปิดซองต่อหน้ากรรมการ",
        "ตอบทุกเรื่องร้องเรียน",
    ]


def test_one_little_table_alone_is_no_series() -> None:
    made = case(cards("กองคลัง"))
    assert all("name" not in grid.columns for grid in grids(made.facts))


SCORES = """
        เรื่องที่ดู | ตัวเลขที่พบ | อ่านความได้ว่า
        {first} | ตัวชี้วัดการปฏิบัติหน้าที่ 93 คะแนน | รักษาระดับไว้
        การให้บริการ | ตัวชี้วัดคุณภาพการดำเนินงาน 91 คะแนน | รักษาระดับไว้
        การใช้ทรัพย์สิน | ตัวชี้วัดการใช้ทรัพย์สินของราชการ 79 คะแนน | ต้องแก้ไข
"""


@pytest.mark.parametrize("first", ["กระบวนการปฏิบัติงาน", "ผลการดำเนินงาน", "กิจกรรมที่ดำเนินการ"])
def test_a_row_that_says_what_others_say_heads_no_table(first: str) -> None:
    made = case(SCORES.format(first=first))
    assert len(grids(made.facts)) == 1


def test_a_second_row_of_headings_still_begins_a_table() -> None:
    made = case("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ก | ข | ค
        มาตรการ | ผลผลิต | ผลลัพธ์
        ง | จ | ฉ
        """)
    assert [grid.columns for grid in grids(made.facts)] == [
        ("name", "steps", "responsible"),
        ("name", "output", "outcome"),
    ]


def test_a_heading_that_only_holds_a_listed_word_is_decided_by_what_it_is_about() -> None:
    made = case("""
        มาตรการ | วิธีทำ | เจ้าภาพ | ตรวจสอบความก้าวหน้า
        มาตรการป้องกันการรับสินบน | จัดทำป้ายประกาศ | กองคลัง | รายงานรอบ 6 เดือน
        มาตรการเผยแพร่ข้อมูล | จัดทำเว็บไซต์ | สำนักปลัด | รายงานรอบ 12 เดือน
        """)
    assert grids(made.facts)[0].columns == ("name", "steps", "responsible", "monitoring")


def test_names_that_one_table_understood_name_another_tables_measures() -> None:
    made = case("""
        เรื่องที่มอบหมาย | แนวดำเนินงาน | กองที่รับมอบ | การกำกับติดตาม
        งดรับของขวัญ | ลงนามประกาศ | สำนักปลัด | รอบ 6 เดือน
        บริการรวดเร็ว | ลดขั้นตอน | กองคลัง | รอบ 6 เดือน

        คั่นกลาง
        เรื่อง | งวด | ได้ทำอะไรเมื่อใด | ประโยชน์ที่เกิดกับประชาชน
        งดรับของขวัญ | 6 เดือน | ลงนามประกาศ 1 ธ.ค. 64 สำรวจ 84 คน | ร้านค้าเลิกส่งกระเช้า
        บริการรวดเร็ว | 6 เดือน | เปิดจ่ายผ่านแอป 4 มกราคม 2565 จำนวน 3 ช่องทาง | เวลารอลดลง 17 นาที
        """)
    assert grids(made.facts)[-1].columns[0] == "name"


@pytest.mark.parametrize(
    "heading", ["3. มาตรการ", "ง. มาตรการ", "มาตรการ", "4. มาตรการปีงบประมาณ พ.ศ. 2569"]
)
def test_a_section_called_measures_is_no_measure(heading: str) -> None:
    made = case(f"# {heading}\nหน่วยงานให้ความสำคัญกับความโปร่งใส\n")
    assert plan(made.facts) == ()


def test_one_column_and_one_thing_told_of_all_that_are_left_belong_together() -> None:
    made = case("""
        มาตรการ | ให้เรียงกันดังนี้ | เจ้าภาพ | การกำกับติดตาม
        มาตรการยืมคืน | ผู้ยืมลงชื่อแล้วส่งคืน | กองคลัง | รอบ 6 เดือน
        มาตรการแจ้งเบาะแส | นิติกรเปิดตู้ทุกวันศุกร์ | สำนักปลัด | รอบ 12 เดือน
        """)
    assert grids(made.facts)[0].columns == ("name", "steps", "responsible", "monitoring")


def test_rows_called_by_their_round_name_no_measures() -> None:
    made = case("""
        รอบ | การดำเนินงาน | ผลที่เกิดขึ้น
        รอบ 6 เดือน (ต.ค. 65 – มี.ค. 66) | ออกบทสรุป 2 ฉบับ | ผู้อ่าน 3,418 คน
        รอบ 12 เดือน (ต.ค. 65 – ก.ย. 66) | ออกบทสรุป 4 ฉบับ | ผู้อ่าน 9,000 คน
        """)
    assert "name" not in grids(made.facts)[0].columns


def test_a_column_of_indicators_tells_what_measures_answer() -> None:
    made = case("""
        ชุดมาตรการ | ตอบข้อค้นพบ | ขั้นตอน | เจ้าภาพ | จะรู้ได้จาก
        โยกย้ายโปร่งใส | การใช้อำนาจ | เปิดเกณฑ์ก่อนรับคำขอ | กองการเจ้าหน้าที่ | สรุปส่งปลัดเมื่อสิ้นงวด
        ยืมมีหลักฐาน | การใช้ทรัพย์สินของราชการ | ทำทะเบียนยืม | กองคลัง | สรุปส่งปลัดเมื่อสิ้นงวด
        """)
    assert grids(made.facts)[0].columns == ("name", "topic", "steps", "responsible", "monitoring")


@pytest.mark.parametrize("topic", ["การใช้งบประมาณ", "การแก้ไขปัญหาการทุจริต"])
def test_a_card_whose_first_row_names_an_indicator_has_no_headings(topic: str) -> None:
    made = case(
        "\n".join(
            f"""
        ตารางที่ {number} {name}
        ตอบโจทย์ตัวชี้วัด | {about}
        ผู้ขับเคลื่อน | กองคลัง
        งานที่ทำไปแล้ว | ประชุมเมื่อวันที่ 8 พฤศจิกายน 2564
        เกิดผลดีอย่างไร | เรื่องร้องเรียนลดลง
"""
            for number, name, about in (
                (1, "มาตรการเผยแพร่ข้อมูล", "การเปิดเผยข้อมูล"),
                (2, "มาตรการซื้อของอย่างเปิดเผย", topic),
            )
        )
    ).facts
    assert [(one.called, said(made, one.fields["responsible"])) for one in results(made)] == [
        ("เผยแพร่ข้อมูล", "กองคลัง"),
        ("ซื้อของอย่างเปิดเผย", "กองคลัง"),
    ]


PLANNED = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ยืมของหลวงต้องลงชื่อ | จัดทำทะเบียน | กองคลัง
        เปิดซองต่อหน้ากรรมการ | ประกาศวันเปิดซอง | สำนักปลัด
        ตอบทุกเรื่องร้องเรียน | ตั้งเวรตอบ | นิติกร

"""
SHEET = """
        {title}

        {label} | {name} | คนถือเรื่อง | {who}
        ลงมือจริง | ทำแล้ว {count} ครั้งเมื่อ 3 มกราคม 2566 | < | <
        ชาวบ้านเห็นอะไร | เรื่องค้างลดลง {count} เรื่อง | < | <
"""
NAMES = (
    ("ยืมของหลวงต้องลงชื่อ", "กองคลัง"),
    ("เปิดซองต่อหน้ากรรมการ", "สำนักปลัด"),
    ("ตอบทุกเรื่องร้องเรียน", "นิติกร"),
)


def sheets(title: str, label: str) -> str:
    return "\n".join(
        SHEET.format(title=title.format(at), label=label, name=name, who=who, count=10 + at)
        for at, (name, who) in enumerate(NAMES, 1)
    )


@pytest.mark.parametrize("title", ["", "ใบบอกเล่า แผ่นที่ {}"])
def test_what_stands_beside_the_first_label_and_is_said_elsewhere_again_names_a_card(
    title: str,
) -> None:
    made = case(PLANNED + sheets(title, "หัวเรื่องที่พวกเราขับเคลื่อน")).facts
    (told,) = grids(made)[1:]
    assert [said(made, row.slots[0].parts) for row in told.rows] == [name for name, _ in NAMES]
    assert told.columns[0] == "name" and len(told.columns) == 4


def test_a_card_with_a_title_of_its_own_is_called_by_that_whatever_its_first_label_says() -> None:
    titles = ("ทะเบียนเดียวทั้งเทศบาล", "ซองใสทุกโครงการ", "เวรตอบไม่มีวันหยุด")
    names = "".join(f"\n        เรื่อง {name}\n" for name, _ in NAMES)
    text = names + "\n".join(
        SHEET.format(title=title, label="แก้เรื่องใด", name=name, who=who, count=12)
        for title, (name, who) in zip(titles, NAMES, strict=True)
    )
    named = [
        said(made, row.slots[0].parts)
        for made in [case(text).facts]
        for grid in grids(made)
        for row in grid.rows
    ]
    assert not {name for name, _ in NAMES} & {*named}
