"""A heading that no list knows is taken for what it is likely to say; a row heads a table by all
its cells, not by a word of one of them.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import plan, results
from ita_checker.facts.tables import grids
from ita_checker.facts.tables.fields import field
from ita_checker.facts.tables.likely import likely_field
from ita_checker.text.flow import fold
from ita_checker.words import lists_of


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("ใครเป็นคนทำ", "responsible"),
        ("ผู้ที่รับหน้าที่", "responsible"),
        ("ทำเสร็จเมื่อใด", "period"),
        ("จะทำด้วยวิธีอย่างไร", "steps"),
        ("จะติดตามกันอย่างไร", "monitoring"),
        ("ทำอะไรไปแล้วบ้าง", "activity"),
        ("ได้ผลอย่างไรบ้าง", "result"),
        ("อะไรเปลี่ยนแปลงไป", "outcome"),
        ("ผู้ร่วมดำเนินการ", "responsible"),  # a heading's head stands first
        ("เวลาดำเนินงาน", "period"),
    ],
)
def test_a_heading_that_no_list_knows_means_what_it_is_likely_to(
    heading: str, expected: str
) -> None:
    assert likely_field(fold(heading)) == expected


@pytest.mark.parametrize(("field", "words"), lists_of("headings").items())
def test_a_heading_known_whole_means_what_its_list_says(field: str, words: list[str]) -> None:
    named = [word for word in words if "มาตรการ" not in word]  # those may be a measure's own name
    assert {word: likely_field(fold(word)) for word in named} == dict.fromkeys(named, field)


def test_what_stands_below_it_tells_what_round_means() -> None:
    """Of a measure's report, or the time it was done in."""
    assert likely_field(fold("รอบ")) == ""


@pytest.mark.parametrize(
    "cell",
    [
        "มาตรการตรวจสอบการใช้ดุลพินิจ",
        "เด็กเล็กทุกคนได้ดื่มนม",
        "กาแฟโบราณ",
        "",
        "........",
    ],
)
def test_what_is_no_heading_is_likely_none(cell: str) -> None:
    assert likely_field(fold(cell)) == ""


def test_a_heading_may_begin_with_the_word_for_a_measure_and_say_whose_it_is() -> None:
    made = case(
        "มาตรการในข้อ O36 | การนำไปปฏิบัติ | วันที่ | ผู้รับผิดชอบ | ผลการดำเนินการ\n"
        "เปิดเผยแผนงบประมาณ | ชี้แจงในการประชุมครู | 16 ตุลาคม 2566 | งานแผน | ครูทราบ 72 คน\n"
        "การวัดผลที่เป็นธรรม | ประกาศเกณฑ์วัดผล | 27 ตุลาคม 2566 | งานวัดผล | ทักท้วง 2 ราย"
    ).facts
    assert field(fold("มาตรการในข้อ O36")) == ""
    assert [one.called for one in results(made)] == [
        fold("เปิดเผยแผนงบประมาณ"),
        fold("การวัดผลที่เป็นธรรม"),
    ]


def test_a_heading_that_looks_like_a_fact_heads_its_table_all_the_same() -> None:
    made = case(
        "มาตรการ | แนวปฏิบัติ | กลุ่มงาน | การกำกับ | ผลที่ทำแล้ว | ผลลัพธ์\n"
        "ป้องกันการรับสินบน | ห้ามรับของจากผู้แทนยา | กลุ่มงานเภสัชกรรม | สรุปทุกไตรมาส | "
        "อบรม 126 คน | ไม่มีการรับของ"
    ).facts
    assert grids(made)[0].columns == (
        "name",
        "guideline",
        "responsible",
        "monitoring",
        "result",
        "outcome",
    )
    assert len(plan(made)) == len(results(made)) == 1


def test_the_first_column_names_the_measures_where_nothing_else_does() -> None:
    made = case(
        "สมอ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม\n"
        "ชี้แจงแผนใช้จ่าย | สรุปแผนหน้าเดียว | กองคลัง | รายงานทุกเดือน\n"
        "คุมการใช้เรือของราชการ | ทำสมุดบันทึก | กองช่าง | ตรวจทุกสัปดาห์"
    ).facts
    assert [one.called for one in plan(made)] == [
        fold("ชี้แจงแผนใช้จ่าย"),
        fold("คุมการใช้เรือของราชการ"),
    ]


def test_a_row_of_measures_heads_no_table() -> None:
    made = case(
        "มาตรการเผยแพร่ข้อมูล | ปรับปรุงเว็บไซต์ | สำนักปลัด | รายงานทุก 6 เดือน\n"
        "มาตรการจัดซื้อจัดจ้าง | ประกาศแผนทุกไตรมาส | กองคลัง | รายงานทุก 6 เดือน\n"
        "มาตรการป้องกันการรับสินบน | ชี้แจงพนักงาน | สำนักปลัด | รายงานทุก 6 เดือน"
    ).facts
    assert len(grids(made)[0].rows) == 3


def test_two_levels_of_headings_with_a_merged_name_head_the_table() -> None:
    made = case(
        "มาตรการ | รอบ 6 เดือน (ต.ค. 66 - มี.ค. 67) | < | รอบ 12 เดือน (ต.ค. 66 - ก.ย. 67) | <\n^ |"
        " ทำอะไร | ได้อะไร | ทำอะไร | ได้อะไร\nก. โปร่งใสเรื่องพัสดุ | ลงประกาศ 42 โครงการ |"
        " ผู้เสนอราคา 2.8 ราย | ลงประกาศ 117 โครงการ | ไม่มีข้อร้องเรียน\nข. บริการออนไลน์ |"
        " เปิดใช้ 3 งาน | มีผู้ใช้ 84 ราย | เปิดครบ 5 งาน | มีผู้ใช้ 412 ราย"
    ).facts
    assert len(grids(made)[0].rows) == 2
    assert len(results(made)) == 2


def test_words_before_a_colon_label_a_field_of_the_measure_above() -> None:
    made = case(
        "มาตรการที่ 1 เปิดเผยเงินอุดหนุน\nทำอะไร : ชี้แจงแผนเงินต่อครู\nคนทำ :"
        " กลุ่มบริหารงบประมาณ\nดูผลอย่างไร : สรุปทุกสิ้นเดือน"
    ).facts
    (one,) = plan(made)
    assert {"responsible", "monitoring"} <= set(one.fields)


def test_the_year_that_measures_are_of_says_nothing_of_their_column() -> None:
    for heading in (
        "มาตรการ ปีงบประมาณ พ.ศ. 2564",
        "แผนมาตรการปี 2567",
        "รายการมาตรการ (ปีงบประมาณ 2566)",
    ):
        assert field(fold(heading)) == "name"
    assert field(fold("ผลการดำเนินงาน ปีงบประมาณ พ.ศ. 2564")) == "result"
    assert field(fold("ปีงบประมาณ พ.ศ. 2564")) == "period"


def test_a_count_in_brackets_behind_the_word_for_a_measure_begins_a_name() -> None:
    for name in ("มาตรการ (ก) ระเบียบการยืมของหลวง", "มาตรการ (1) คิวบริการ"):
        assert field(fold(name)) == ""
    assert field(fold("มาตรการ (ตามประกาศ)")) == "name"
