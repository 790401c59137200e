"""What the columns of a table hold is one decision: other headings, another order, an odd heading,
two levels, no headings, a table on its side leave it as it is; too little, and there is no role.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import pairs, plan, results
from ita_checker.facts.tables import grids, said, without_role
from ita_checker.model import Facts

ROWS = (
    (
        "1 | มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือการใช้ดุลพินิจ | สำนักปลัด | มกราคม 2564 |"
        " รายงานผลทุก 6 เดือน"
    ),
    (
        "2 | มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ปรับปรุงเว็บไซต์ | งานประชาสัมพันธ์ | ตลอดปีงบประมาณ"
        " | รายงานผลทุก 6 เดือน"
    ),
    "3 | มาตรการจัดซื้อจัดจ้าง | ประกาศแผนทุกไตรมาส | กองคลัง | ไตรมาสที่ 2 | รายงานผลรอบ 12 เดือน",
)
FIELDS = ("number", "name", "steps", "responsible", "period", "monitoring")
USUAL = "ที่ | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | ระยะเวลา | การกำกับติดตาม"
OTHER_HEADINGS = (
    ("ลำดับที่ | ชื่อมาตรการ | วิธีดำเนินงาน | หน่วยงานรับผิดชอบ | ห้วงเวลา | วิธีตรวจสอบความก้าวหน้า"),
    "ข้อ | มาตรการ | สิ่งที่จะทำ | ใครทำ | เมื่อไร | กำหนดส่งรายงาน",
    "ที่ | เรื่องที่จะทำ | งานที่วางไว้ | เจ้าของเรื่อง | ช่วงใด | ดูผลอย่างไร",
    "เลข | หัวเรื่องของเรา | ทำอย่างไร | มือหลัก | ตอนไหน | รอบการรายงาน",
    "# | มาตรการ/กิจกรรม | แผนงานย่อย | ผู้ทำ | กรอบเวลา | วิธีติดตามผลสำเร็จ",
)
RESULTS = (
    "มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือแล้ว 1 เล่ม | เรื่องร้องเรียนลดลง",
    "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ลงข่าวแล้ว 48 เรื่อง | ผู้เข้าชมเพิ่มขึ้นร้อยละ 20",
)


def facts(heading: str, rows: tuple[str, ...] = ROWS) -> Facts:
    return case("\n".join((heading, *rows) if heading else rows)).facts


def told(made: Facts) -> list[tuple[str, dict[str, str]]]:
    """Return the planned measures with what stands in their fields."""
    return [
        (one.called, {held: said(made, parts) for held, parts in one.fields.items()})
        for one in plan(made)
    ]


EXPECTED = told(facts(USUAL))


def test_the_usual_table_has_all_its_fields() -> None:
    assert len(EXPECTED) == 3
    assert all(set(fields) == set(FIELDS[2:]) for _, fields in EXPECTED)


@pytest.mark.parametrize("heading", OTHER_HEADINGS)
def test_other_plain_headings_leave_the_measures_as_they_are(heading: str) -> None:
    made = facts(heading)
    assert grids(made)[0].columns == FIELDS
    assert told(made) == EXPECTED


@pytest.mark.parametrize("order", [(1, 3, 2, 5, 4), (0, 1, 5, 4, 3, 2), (0, 4, 1, 3, 2, 5)])
def test_another_order_of_the_columns_changes_nothing(order: tuple[int, ...]) -> None:
    for heading in (USUAL, OTHER_HEADINGS[1]):
        lines = [heading, *ROWS]
        moved = [" | ".join(line.split(" | ")[column] for column in order) for line in lines]
        made = facts(moved[0], tuple(moved[1:]))
        assert grids(made)[0].columns == tuple(FIELDS[column] for column in order)


@pytest.mark.parametrize(
    "odd", ["กำหนดการส่งงาน", "รอบ 6 เดือน (ต.ค. 63 - มี.ค. 64)", "12 ครั้ง/ปี", "งานติดตาม"]
)
@pytest.mark.parametrize("column", [2, 5])
def test_one_odd_heading_does_not_undo_the_others(odd: str, column: int) -> None:
    heads = USUAL.split(" | ")
    heads[column] = odd
    made = facts(" | ".join(heads))
    assert len(grids(made)[0].rows) == 3
    others = [held for at, held in enumerate(grids(made)[0].columns) if at != column]
    assert others == [held for at, held in enumerate(FIELDS) if at != column]


def test_two_levels_of_headings_say_the_same() -> None:
    two = "ที่ | มาตรการ | แผน | < | < | <\n^ | ^ | ขั้นตอน | ผู้รับผิดชอบ | ระยะเวลา | การกำกับติดตาม"
    assert told(facts(two)) == EXPECTED


def test_without_any_headings_the_cells_say_what_they_are() -> None:
    assert told(facts("")) == EXPECTED


def test_headings_are_not_repeated_on_the_next_page_where_they_are_none_of_ours() -> None:
    heading, rows = OTHER_HEADINGS[3], "\n".join(ROWS[:2])
    made = case(f"{heading}\n{rows}\n---page---\n{ROWS[2]}").facts
    assert told(made) == EXPECTED


def test_a_table_on_its_side_is_turned_upright() -> None:
    lines = [line.split(" | ") for line in (USUAL, *ROWS)]
    turned = [" | ".join(line[column] for line in lines) for column in range(1, 6)]
    assert told(facts(turned[0], tuple(turned[1:]))) == EXPECTED


@pytest.mark.parametrize(
    "heading",
    [
        "มาตรการ | ผลการดำเนินการ | ผลลัพธ์",
        "มาตรการ | รอบ 6 เดือน | สิ่งที่เกิดขึ้น",
        "เรื่อง | ทำอะไรไป | เกิดอะไร",
    ],
)
def test_results_are_told_from_plans_by_what_their_cells_say(heading: str) -> None:
    made = facts(heading, RESULTS)
    assert grids(made)[0].columns in (
        ("name", "result", "outcome"),
        ("name", "activity", "outcome"),
    )
    assert len(results(made)) == 2
    assert not plan(made)


def test_names_of_the_other_table_tell_where_the_names_stand() -> None:
    rows = tuple(row.replace("มาตรการ", "") for row in RESULTS)
    made = case("\n".join((USUAL, *ROWS, "", "หัวข้อของเรา | ทำอะไรไป | เกิดอะไร", *rows))).facts
    assert grids(made)[1].columns == ("name", "activity", "outcome")


def test_where_no_measure_is_named_the_cells_give_no_role() -> None:
    made = facts(
        "เดือน | จำนวนเรื่อง | หน่วย",
        ("มกราคม | รับแล้ว 3 เรื่อง | กองคลัง", "มีนาคม | รับแล้ว 5 เรื่อง | สำนักปลัด"),
    )
    assert not plan(made)
    assert not results(made)


def test_a_table_of_words_that_nothing_gives_a_role_is_said_to_be_none() -> None:
    rows = ("ข้อมูลข่าวสารของตำบล | ให้ชาวบ้านอ่านที่ศาลา", "การใช้รถส่วนกลาง | จดทุกครั้งที่ออกรถ")
    made = facts("", rows)
    (place,) = without_role(made)
    assert said(made, [place]).startswith("ข้อมูลข่าวสาร")
    assert without_role(facts(USUAL)) == ()
    assert without_role(facts("", ("ประเด็น | 85.32", "ตัวชี้วัด | 91.20"))) == ()


@pytest.mark.parametrize("heading", ["โครงการ/มาตรการ", "กิจกรรม/มาตรการ", "โครงการ/กิจกรรม/มาตรการ"])
def test_projects_that_stand_for_measures_are_their_names(heading: str) -> None:
    made = facts(f"ที่ | {heading} | วิธีทำเป็นลำดับ | เจ้าภาพ | ช่วงเวลา | ตามงานอย่างไร")
    assert told(made) == EXPECTED


def test_how_progress_is_checked_is_watching_and_no_result() -> None:
    made = facts("ที่ | มาตรการ | ทำทีละขั้น | ใครทำ | เมื่อใด | ตรวจสอบความคืบหน้า")
    assert told(made) == EXPECTED and not results(made)


TOLD_UNDER_NUMBERS = """ประกาศให้ถือปฏิบัติสองข้อ

{headings}
๑ รถส่วนกลาง | ใช้ใบขอรถแบบใหม่ | 4 ธันวาคม 2565 | 187 เที่ยว | ค่าน้ำมันลดลงร้อยละ 13
๒ พัสดุยืม-คืน | แจกสมุดยืมทุกชั้น | 9 มกราคม 2566 | 3 เล่ม | ของค้างคืนลดลงเหลือ 2 ชิ้น
"""


@pytest.mark.parametrize(
    "headings",
    [
        "ข้อ | กิจกรรมที่ทำไปแล้ว | วันเดือนปี | ยอดที่ได้ | สิ่งที่เปลี่ยนไป",
        "ข้อที่ | โครงการที่ได้ดำเนินการ | เมื่อใด | ผลผลิต | ผลลัพธ์",
        "ลำดับ | กิจกรรมที่ดำเนินการแล้ว | ช่วงเวลา | ตัวเลขที่นับได้ | ผลต่อผู้รับบริการ",
    ],
)
def test_measures_named_behind_their_numbers_in_one_column_are_results(headings: str) -> None:
    made = case(TOLD_UNDER_NUMBERS.format(headings=headings)).facts
    assert [one.called for one in results(made)] == ["รถส่วนกลาง", "พัสดุยืม-คืน"]
    assert all({"activity", "outcome"} <= set(one.fields) for one in results(made))


def test_projects_with_what_came_of_them_keep_their_column_where_nothing_else_names_them() -> None:
    text = "ที่ | กิจกรรมที่ดำเนินการ | ผลผลิต | ผลลัพธ์\n1 | อบรมวินัย | 54 คน | ผู้เข้าอบรมเข้าใจเพิ่มขึ้น"
    assert [grid.columns[1] for grid in grids(case(text).facts)] == ["project"]


MARKED = """# รายงานผลการดำเนินการตามมาตรการ
{head} | {names} | ขั้นตอน | ผู้รับผิดชอบ | การติดตาม
{one} | มาตรการใช้รถส่วนกลาง | ลงเวลาออกและกลับ | สำนักปลัด | รายงานรอบ 6 เดือน
{two} | มาตรการเก็บค่าขยะ | ออกใบเสร็จทันที | กองคลัง | รายงานรอบ 6 เดือน
{three} | มาตรการจ้างงานโปร่งใส | ประกาศผลทุกคน | กองการเจ้าหน้าที่ | รายงานรอบ 6 เดือน

ผลการดำเนินการ
{head} | เราทำอะไร | ตัวเลขที่นับได้ | เกิดผลอย่างไร
{three} | ประกาศรายชื่อครบ 4 ครั้ง เมื่อวันที่ 9 มกราคม 2565 | 31 คน | ไม่มีผู้ร้องเรียน
{one} | ติดเครื่องวัดระยะทางรถ เมื่อวันที่ 3 มกราคม 2565 | 5 คัน | ค่าน้ำมันลดลงร้อยละ 12
"""


@pytest.mark.parametrize(
    ("head", "names", "marks"),
    [
        ("รหัส", "ชื่อมาตรการ", ("ม.1", "ม.2", "ม.3")),
        ("อ้างอิง", "มาตรการ", ("A-01", "A-02", "A-03")),
        ("มาตรการ", "ชื่อมาตรการ", ("M1", "M2", "M3")),
        ("มาตรการที่", "ชื่อมาตรการ", ("1", "2", "3")),
        ("มาตรการข้อที่", "ชื่อมาตรการ", ("(๑)", "(๒)", "(๓)")),
    ],
)
def test_results_that_bear_a_code_or_number_alone_belong_to_the_measure_named_beside_it(
    head: str, names: str, marks: tuple[str, str, str]
) -> None:
    text = MARKED.format(head=head, names=names, one=marks[0], two=marks[1], three=marks[2])
    made = pairs(case(text).facts)
    assert [one.plan is not None and one.plan.called for one in made] == [
        "ใช้รถส่วนกลาง",
        "เก็บค่าขยะ",
        "จ้างงานโปร่งใส",
    ]
    assert [len(one.results) for one in made] == [1, 0, 1]


def test_numbers_under_a_heading_that_names_no_measures_prove_nothing() -> None:
    text = MARKED.format(head="ที่", names="มาตรการ", one="1", two="2", three="3")
    text = text.replace("เราทำอะไร | ตัวเลขที่นับได้ | เกิดผลอย่างไร", "สิ่งที่ดำเนินการ | ผลผลิต | ผลลัพธ์")
    facts = case(text).facts
    assert [one.sure for one in results(facts)] == [False, False]
    assert all(one.sure for one in plan(facts))


def test_under_a_wide_heading_of_what_is_done_a_column_of_offices_is_whose_it_is() -> None:
    made = facts(
        "มาตรการ | การนำไปปฏิบัติ | < | <\n^ | วิธีทำ | ช่วงเวลา | กอง/ฝ่าย",
        (
            "มาตรการเปิดเผยข้อมูล | ปรับเว็บไซต์ | ม.ค. - ก.ค. 64 | สำนักปลัด",
            "มาตรการรับเรื่องร้องเรียน | ตั้งศูนย์รับเรื่อง | ก.พ. - มี.ค. 64 | กองคลัง",
        ),
    )
    assert grids(made)[0].columns[2:] == ("period", "responsible")


def test_a_column_headed_by_the_word_for_a_measure_names_them_rather_than_a_likely_one() -> None:
    made = facts(
        "**เรื่องที่คะแนนน้อย** | **มาตรการที่ใช้แก้** | **ทำเป็นลำดับดังนี้** | **เจ้าของเรื่อง**",
        (
            "การเปิดเผยข้อมูล | 1. มาตรการเผยแพร่ข้อมูล | 1) ทำบัญชีข้อมูล 2) ลงเว็บไซต์ | งานนิติการ",
            "การใช้งบประมาณ | 2. มาตรการจัดซื้อจัดจ้าง | 1) ปิดประกาศแผน 2) สรุปผล | กองคลัง",
        ),
    )
    assert grids(made)[0].columns == ("topic", "name", "steps", "responsible")


def test_numbered_cells_that_begin_with_the_word_for_a_measure_call_themselves_so() -> None:
    rows = ("1. มาตรการลดขั้นตอน | ยุบงาน | กองคลัง", "2. มาตรการเปิดข้อมูล | ลงเว็บ | สำนักปลัด")
    assert grids(facts("**ว่าด้วย** | **ทำอย่างไร** | **มือหลัก**", rows))[0].columns[0] == "name"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("งวดส่งความคืบหน้า", ("ครบ 6 เดือน และครบ 12 เดือน", "ส่งเมื่อครบ 3 เดือน และเมื่อสิ้นปี")),
        ("เวลาแจ้งความก้าวหน้า", ("รอบ 6 เดือน", "รอบ 3 เดือน และรอบ 9 เดือน")),
    ],
)
def test_rounds_to_come_under_a_word_of_results_are_how_measures_are_watched(
    heading: str, cells: tuple[str, str]
) -> None:
    text = f"""# มาตรการส่งเสริมคุณธรรมและความโปร่งใส
เรื่องที่มอบหมาย | แนวดำเนินงาน | ผู้รับผิดชอบ | {heading}
งดรับของขวัญ | ติดป้าย สำรวจการรับ | สำนักปลัด | {cells[0]}
จ่ายภาษีผ่านแอป | ลดขั้นตอน | กองคลัง | {cells[1]}
"""
    assert grids(case(text).facts)[0].columns[-1] == "monitoring"


def test_what_came_of_a_round_is_no_promise_whatever_heads_it() -> None:
    text = """# ผลการดำเนินการตามมาตรการ
มาตรการ | สิ่งที่ดำเนินการ | สรุปความก้าวหน้า
งดรับของขวัญ | ติดป้าย 3 จุด | รอบ 6 เดือน (อบรม 40 คน)
จ่ายภาษีผ่านแอป | เปิดแอป | รอบ 6 เดือน ผู้ใช้ 80 คน
"""
    assert grids(case(text).facts)[0].columns == ("name", "activity", "result")


CALENDAR = """
        มาตรการ | ทำเมื่อไร อะไรบ้าง | < | < | มอบใคร | ใครติดตาม
        ^ | ไตรมาส 1 | ไตรมาส 2 | ไตรมาส 3 | ^ | ^
        มาตรการรับเรื่องร้องเรียน | {first} | ปลัด | รายงานรอบ 6 เดือน และรอบ 12 เดือน
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | {second} | งานประชาสัมพันธ์ | รายงานรอบ 6 เดือน และรอบ 12 เดือน
"""


def test_what_stands_under_the_quarters_of_a_plan_is_to_be_done_in_them() -> None:
    told_there = CALENDAR.format(
        first="- | ออกแบบใบรับเรื่อง | ถามผู้ร้องทุกราย", second="- | แบ่งคนลงข้อมูล | แก้ลิงก์เสีย"
    )
    assert [fields["steps"] for _, fields in told(case(told_there).facts)] == [
        "-ออกแบบใบรับเรื่องถามผู้ร้องทุกราย",
        "-แบ่งคนลงข้อมูลแก้ลิงก์เสีย",
    ]


@pytest.mark.parametrize("mark", ["✓", "ทำ", "มกราคม 2564"])
def test_marks_and_dates_under_quarters_only_say_when(mark: str) -> None:
    row = f"{mark} | {mark} | -"
    made = case(CALENDAR.format(first=row, second=row)).facts
    assert all("steps" not in fields for _, fields in told(made))


def test_an_odd_heading_gives_way_to_the_one_that_surely_says_how_it_is_watched() -> None:
    made = facts(
        "มาตรการ | เดินอย่างไร | เจ้าของเรื่อง | วิธีติดตาม",
        (
            "มาตรการใช้รถราชการ | จองในสมุดกลาง | กองคลัง | สรุปเสนอที่ประชุมเมื่อสิ้นไตรมาสที่ 2",
            "มาตรการจิตพอเพียง | รับสมาชิกทุกสาย | สำนักปลัด | สรุปเสนอที่ประชุมเมื่อสิ้นไตรมาสที่ 2",
        ),
    )
    assert [grid.columns for grid in grids(made)] == [
        ("name", "steps", "responsible", "monitoring")
    ]


@pytest.mark.parametrize("listed", ["ประเด็น", "หัวข้อ", "เรื่อง", "กิจกรรม"])
def test_cells_that_call_themselves_measures_are_the_names_under_a_word_for_anything(
    listed: str,
) -> None:
    results = facts(
        f"{listed} | การขับเคลื่อน | ห้วงเวลา | สิ่งที่ได้",
        (
            "1. มาตรการให้บริการ | ติดผังขั้นตอนหน้าเคาน์เตอร์ | มกราคม 2565 | พึงพอใจร้อยละ 93",
            "2. มาตรการเผยแพร่ข้อมูล | ปรับหน้าเว็บไซต์ | มีนาคม 2565 | ผู้เข้าชม 2,310 ครั้ง",
        ),
    )
    assert [grid.columns for grid in grids(results)] == [("name", "activity", "period", "result")]
    planned = told(facts(f"ที่ | {listed} | ขั้นตอน | ผู้รับผิดชอบ | ระยะเวลา | การกำกับติดตาม"))
    assert [name for name, _ in planned] == [name for name, _ in EXPECTED]


def test_a_topic_beside_the_measures_stays_what_they_are_about() -> None:
    made = facts(
        "ประเด็น | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ",
        ("มาตรการด้านพัสดุ | เปิดเผยแผน | ประกาศแผนทุกไตรมาส | กองคลัง",),
    )
    assert grids(made)[0].columns == ("topic", "name", "steps", "responsible")


BANDS = """
        # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        หัวข้อ | มาตรการตรวจสอบการใช้ดุลพินิจ | มาตรการจัดซื้อจัดจ้าง
        ก่อนลงมือ : วางไว้ว่า | < | <
        ลำดับงาน | 1 ออกแบบบันทึก // 2 กำหนดเกณฑ์ | 1 เปิดแผนซื้อ // 2 เปิดราคากลาง
        ผู้ถืองาน | งานการเจ้าหน้าที่ | กองคลัง
        นัดรายงาน | ทั้งสองมาตรการรายงานรอบ 6 เดือน และรอบ 12 เดือน ต่อนายก | <
        หลังลงมือ : รอบ 6 เดือน | < | <
        ที่ทำแล้ว | ประกาศเกณฑ์ 7 มกราคม 2565 | เปิดแผนซื้อ 45 รายการ
        นับได้ | บันทึก 132 ฉบับ | ข้อมูล 64 รายการ
        เปลี่ยนแปลง | ข้อร้องเรียนลดจาก 5 เหลือ 1 | ราคาต่ำกว่าราคากลางร้อยละ 6
"""


def test_bands_over_a_table_on_its_side_head_what_stands_below_them() -> None:
    grid = grids(case(BANDS).facts)[0]
    assert grid.columns == (
        "name",
        "steps",
        "responsible",
        "monitoring",
        "activity",
        "output",
        "outcome",
    )
    assert "รอบ6เดือน" in grid.headings[-1]
    assert len(grid.rows) == 2


def test_names_are_those_of_another_table_whatever_a_bracket_adds_to_them() -> None:
    text = """
        # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        ข้อตกลง | ลำดับการทำ | มอบให้ | ตามงาน
        1. เปิดแผนซื้อของให้ทุกตึกดู (เรื่องใช้งบประมาณ) | รวมความต้องการ | งานพัสดุ | รายงานรอบ 6 เดือน
        2. บอกเวลารอให้คนไข้รู้ (เรื่องคุณภาพการดำเนินงาน) | จับเวลา ทำป้าย | กลุ่มการพยาบาล | รายงานรอบ 6 เดือน

        ครึ่งปีแรกทำไปแล้ว
        ข้อตกลง | วันที่และงานที่ทำ | เกิดผลอะไร
        1. เปิดแผนซื้อของให้ทุกตึกดู | ประชุม 12 ตึก 10 พ.ย. 64 ติดแผน 46 รายการ | ของเร่งด่วนเหลือ 5 รายการ
        2. บอกเวลารอให้คนไข้รู้ | จับเวลา 500 ราย ม.ค. 65 | ความพึงพอใจขึ้นเป็นร้อยละ 91
"""
    facts = case(text).facts
    assert all(pair.plan and pair.results for pair in pairs(facts))
    assert len(pairs(facts)) == 2


def test_who_does_the_steps_of_one_measure_is_told_by_the_cells_whatever_the_heading() -> None:
    made = facts(
        "ขั้นที่ | วิธีปฏิบัติ | ผู้ทำหน้าที่",
        (
            "1 | จัดทำรายการตรวจสอบเอกสารของแต่ละกระบวนงาน | กองช่าง และกองคลัง",
            "2 | สุ่มตรวจเดือนละ 5 เรื่อง และแจ้งผลต่อปลัด | หน่วยตรวจสอบภายใน",
            "3 | ติดตามและรายงานผลรอบ 6 เดือน และรอบ 12 เดือน | สำนักปลัด",
        ),
    )
    assert grids(made)[0].columns == ("number", "steps", "responsible")


BY_TOPIC = (
    "{0} | อบรมพนักงานใหม่ / ใช้สมุดกลาง | งานพัสดุ กองคลัง | {2}",
    "{1} | พิมพ์จดหมายข่าวทุกสองเดือน / ฝาก อสม. แจก | สำนักปลัด | รายงานรอบ 6 เดือน และรอบ 12 เดือน",
)
TOLD_SO = "ตรวจสมุดทุกสิ้นเดือน รายงานรอบ 6 เดือน และรอบ 12 เดือน"


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("1. ยืม–คืนผ่านสมุดกลาง (การใช้ทรัพย์สินของราชการ)", "2. ข่าวถึงหมู่ไกล (ประสิทธิภาพการสื่อสาร)"), 2),
        (("การใช้ทรัพย์สินของราชการ", "ประสิทธิภาพการสื่อสาร"), 0),
    ],
)
def test_what_a_table_says_how_and_by_whom_it_is_done_and_watched_is_a_measure(
    names: tuple[str, str], count: int
) -> None:
    rows = tuple(row.format(*names, TOLD_SO) for row in BY_TOPIC)
    made = facts("จะทำเรื่องใด / แก้ตัวชี้วัดใด | ขั้นตอนและช่วงเวลา | ใครรับไปทำ | ดูผลอย่างไร", rows)
    assert sum(one.sure for one in plan(made)) == count


BY_QUARTER = (
    "มาตรการจองห้องผ่านเว็บ | กองกลาง | {0}",
    "มาตรการติดตามคำร้อง | สำนักทะเบียน | {1}",
    "มาตรการประกาศเจตจำนง | หน่วยตรวจสอบภายใน | {2}",
)
DONE = (
    "รวมรายการได้ 2,316 รายการ | เปิดใช้ 3 กุมภาพันธ์ 2563 มีผู้จอง 611 ครั้ง",
    "ออกเลขคำร้องแล้ว 903 เรื่อง | คำร้องล่าช้าลดจากร้อยละ 21 เหลือร้อยละ 6",
    "ลงนามแล้ว 9 คน | สอบถามบุคลากร 420 คน ทราบร้อยละ 88",
)
TO_DO = ("✓ | -", "- | ✓", "✓ | ✓")


@pytest.mark.parametrize(("cells", "held"), [(DONE, "result"), (TO_DO, "period")])
def test_a_quarter_s_column_tells_results_where_its_cells_tell_of_something_done(
    cells: tuple[str, str, str], held: str
) -> None:
    rows = tuple(row.format(*cells) for row in BY_QUARTER)
    made = facts("มาตรการ | ผู้รับผิดชอบ | ไตรมาส 1 | ไตรมาสที่ 2", rows)
    assert grids(made)[0].columns[2:] == (held, held)


@pytest.mark.parametrize("found", ["สิ่งที่พบจากการวิเคราะห์", "ข้อค้นพบจากการวิเคราะห์"])
def test_what_an_analysis_found_is_no_outcome_beside_the_measures_used(found: str) -> None:
    text = f"""
        {found} | มาตรการที่ใช้
        การใช้งบประมาณ 77.31 ครูร้อยละ 40 ตอบว่าไม่รู้ว่ามีเงินอุดหนุนเท่าใด | มาตรการบัญชีกลางห้องพักครู
        การปรับปรุงงาน 80.66 ผู้ปกครองร้อยละ 35 เห็นว่าเสนอความเห็นแล้วเงียบ | มาตรการบอกแล้วมีคำตอบ
        การสื่อสาร 83.04 เว็บไซต์มีข่าว 120 เรื่อง แต่หาข้อมูลการให้บริการไม่พบ | มาตรการหน้าเดียวรู้ทุกเรื่อง
    """
    (grid,) = grids(case(text).facts)
    assert grid.columns[1] == "name"
    assert grid.columns[0] not in ("result", "output", "outcome")


def test_an_office_below_the_word_for_who_does_it_answers_for_what_is_ticked_there() -> None:
    made = facts(
        "ที่ | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | <\n^ | ^ | ^ | ฝ่ายบริหารงบประมาณ | ฝ่ายวิชาการ",
        (
            "1 | มาตรการเปิดบัญชีอาหาร | ติดบัญชีที่ป้าย | ✓ |",
            "2 | มาตรการรับสมัครเปิดเผย | ประกาศเกณฑ์ | | ✓",
        ),
    )
    assert [fields["responsible"] for _, fields in told(made)] == ["✓", "|✓"]
    assert not any("budget" in fields for _, fields in told(made))


def test_numbers_of_parts_count_rows_and_are_no_scores() -> None:
    made = facts(
        "จุดเน้นที่ | จุดเน้น | แนวทาง | ผู้รับผิดชอบ | การกำกับติดตาม",
        (
            "1.1 | มาตรการย้ายครูโปร่งใส | เผยแพร่ตำแหน่งว่าง | กลุ่มบริหารงานบุคคล | รอบ 6 เดือน",
            "1.2 | มาตรการจัดสรรงบประมาณ | ประชุมกำหนดเกณฑ์ | กลุ่มการเงิน | รอบ 6 เดือน",
            "2.1 | เขตสุจริตไม่รับของขวัญ | ประกาศเจตนารมณ์ | กลุ่มกฎหมาย | รอบ 6 เดือน",
        ),
    )
    names = [name for name, _ in told(made)]
    assert names == ["ย้ายครูโปร่งใส", "จัดสรรงบประมาณ", "เขตสุจริตไม่รับของขวัญ"]


@pytest.mark.parametrize(
    ("half", "year"), [("รอบหกเดือน", "รอบสิบสองเดือน"), ("รอบ 6 เดือน", "รอบ 12 เดือน")]
)
def test_rounds_that_stand_over_several_rows_name_no_measures_and_turn_no_table(
    half: str, year: str
) -> None:
    (grid,) = grids(
        facts(
            "รอบสรุปงาน | มาตรการที่วิทยาลัยกำหนด | กิจกรรมที่ทำจริง | ผลที่ได้รับ",
            (
                f"{half} | มาตรการขายผลผลิตหน้าร้าน | ติดยอดขาย 121 วัน | เงินนำส่งสูงขึ้น 46,800 บาท",
                "^ | มาตรการใช้เงินบำรุงหอพัก | อ่านบัญชี 4 ครั้ง | ทราบยอดร้อยละ 89",
                f"{year} | มาตรการขายผลผลิตหน้าร้าน | ตรวจเทียบ 30 วัน | สูญหายลดเหลือร้อยละ 1",
                "^ | มาตรการใช้เงินบำรุงหอพัก | ร่วมตรวจใบเสร็จ 12 คน | ซ่อมห้องน้ำครบ 8 ห้อง",
            ),
        )
    )
    assert grid.columns[:2] == ("monitoring", "name")
