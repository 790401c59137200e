"""Where no heading is known, all that the cells show tells what a column holds; what they do not
tell has no role.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.checks.rounds import Params, check
from ita_checker.facts.measures import plan, results, weak
from ita_checker.facts.tables import grids
from ita_checker.facts.tables.by_cells import by_cells

PLAN = (
    "ตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือและประกาศขั้นตอน | สำนักปลัด | รายงานนายก อบต. รอบ 6 เดือน และรอบ 12 เดือน",
    "เผยแพร่ข้อมูลต่อสาธารณะ | แต่งตั้งผู้ดูแล ปรับปรุงเว็บไซต์ | งานประชาสัมพันธ์ | รายงานนายก อบต. รอบ 6 เดือน และรอบ 12 เดือน",
    "จัดซื้อจัดจ้างโปร่งใส | ประกาศแผนและราคากลาง | กองคลัง | รายงานนายก อบต. รอบ 6 เดือน และรอบ 12 เดือน",
)
SILENT = "ช่อง ก | ช่อง ข | ช่อง ค | ช่อง ง"


def read(*rows: str) -> tuple[str, ...]:
    return grids(case("\n".join(rows)).facts)[0].columns


@pytest.mark.parametrize("heading", [SILENT, "เราตกลงกันว่าจะ | เดินงานแบบนี้ | คนถือธง | นัดเช็กงาน"])
def test_a_plan_is_read_under_headings_that_say_nothing(heading: str) -> None:
    assert read(f"**{heading.replace(' | ', '** | **')}**", *PLAN) == (
        "name",
        "steps",
        "responsible",
        "monitoring",
    )


def test_columns_in_another_order_are_read_all_the_same() -> None:
    rows = (" | ".join(row.split(" | ")[::-1]) for row in PLAN)
    head = " | ".join(f"**{one}**" for one in SILENT.split(" | "))
    assert read(head, *rows) == ("monitoring", "responsible", "steps", "name")


def test_a_heading_for_whatever_is_listed_leaves_it_to_the_cells_who_the_measures_are() -> None:
    assert read("เรื่องที่กำหนดไว้ | ขั้นตอน | ผู้รับผิดชอบ | การติดตาม", *PLAN)[0] == "name"
    assert read("กิจกรรม/โครงการ | ขั้นตอน | ผู้รับผิดชอบ | การติดตาม", *PLAN)[0] == "project"


def test_what_a_plan_hopes_for_is_no_result() -> None:
    hoped = ("ร้อยละ 90 ของเรื่องตอบทัน", "ลงข้อมูลครบทุกเดือน", "ความพึงพอใจร้อยละ 85")
    rows = [f"{row} | {one}" for row, one in zip(PLAN, hoped, strict=True)]
    made = case("\n".join(("มาตรการ | ทำอย่างไร | ผู้รับผิดชอบ | ติดตาม | เป้า", *rows))).facts
    assert len(plan(made)) == len(PLAN)
    assert results(made) == ()


def test_columns_headed_by_rounds_tell_the_same_of_one_round_each() -> None:
    rows = (
        "มาตรการเผยแพร่ข้อมูล | ตั้งผู้ดูแลเมื่อ 9 ธันวาคม 2565 | ลงข่าวครบ 51 เรื่อง | ผู้เข้าชมเพิ่มขึ้นร้อยละ 20",
        "มาตรการจัดซื้อจัดจ้าง | ประกาศแผน 12 โครงการ | สรุปผลเมื่อ 5 กันยายน 2566 | ไม่มีเรื่องร้องเรียน",
    )
    columns = read("มาตรการ | สามเดือนแรก (รอบ 3 เดือน) | หกเดือน (รอบ 6 เดือน) | ชาวบ้านได้อะไร", *rows)
    assert columns[0] == "name"
    assert columns[1] == columns[2] != ""


def test_likelihoods_are_those_of_alternatives_and_one_cell_says_less_than_four() -> None:
    one, four = by_cells(["สำนักปลัด"]), by_cells(["สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา"])
    assert sum(one.values()) == pytest.approx(1)
    assert 0.5 < one["responsible"] < four["responsible"]
    assert by_cells(["", "-"]) == {}


def test_a_line_with_a_label_of_its_own_ends_the_list_of_the_weak() -> None:
    made = case(
        "ต้องแก้ด่วน (จุดอ่อน) : การใช้งบประมาณ 83.09 เพราะพนักงานไม่รู้ว่าเงินไปไหน\n"
        "เก่งแล้ว : การปฏิบัติหน้าที่ 97.32"
    ).facts
    assert [one.name for one in weak(made)] == ["การใช้งบประมาณ"]


def test_months_of_doing_name_no_round() -> None:
    plans = ("มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | ติดตาม", *(f"มาตรการ{row}" for row in PLAN[:2]))
    told = (
        "มาตรการ | สิ่งที่ทำ | เมื่อใด | ผลที่ได้",
        "มาตรการตรวจสอบการใช้ดุลพินิจ | ออกคู่มือ | 1 ธันวาคม 2563 | คู่มือ 1 เล่ม",
        "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | อบรมผู้ดูแล | มกราคม - มีนาคม 2564 | ข่าว 88 เรื่อง",
    )
    text = "\n".join((*plans, "", "ผลการดำเนินการ", *told, "", "15 ตุลาคม 2564"))
    asked = case(text, fiscal_year=2564)
    assert not check(asked, Params()).findings


def test_how_it_was_before_what_was_done_is_no_result() -> None:
    rows = (
        "มาตรการเร่งตอบคำขอ | รอเฉลี่ย 41 วัน (ข้อมูลปี 2566) | ทำแบบตรวจเอกสาร 12 รายการ | เหลือเฉลี่ย 18 วัน",
        "มาตรการเปิดห้องเปิดซอง | ชาวบ้านไม่ได้ร่วมดู | ถ่ายทอดสด 5 ครั้ง | เงินเหลือจ่าย 1.9 ล้านบาท",
    )
    columns = read("มาตรการ | เดิมเป็นอย่างไร | รอบ 6 เดือน | บัดนี้เป็นอย่างไร", *rows)
    assert columns[1] == ""
    assert {"result", "outcome"} >= set(columns[2:])


def test_a_title_over_all_columns_below_the_headings_is_none_of_them() -> None:
    head = "**ที่** | **มาตรการ** | **วิธีดำเนินการ** | **เจ้าภาพ**"
    rows = [f"{number} | {row.rpartition(' | ')[0]}" for number, row in enumerate(PLAN, 1)]
    grid = grids(case("\n".join((head, "**ตัวชี้วัดการใช้อำนาจ** | < | < | <", *rows))).facts)[0]
    assert grid.columns == ("number", "name", "steps", "responsible")
    assert "ตัวชี้วัด" not in "".join(grid.headings)


CARD = """{title}
ตอบโจทย์ | การใช้อำนาจ
ต้องทำอะไรบ้าง | {steps}
ใครถือการ์ด | {who}
เกิดผลแล้ว | {came}
"""


def test_cards_with_labels_of_the_office_s_own_are_a_table_of_measures() -> None:
    cards = [
        CARD.format(title=title, steps=steps, who=who, came=came)
        for title, steps, who, came in (
            ("มาตรการตรวจสอบการใช้ดุลพินิจ", "เขียนหลักเกณฑ์ ชี้แจงพนักงาน", "สำนักปลัด", "มีผู้ทักท้วง 2 ราย"),
            ("มาตรการบริการด้วยใจ", "ติดผังเวลา จัดจุดแรกรับ", "กองคลัง", "ความพึงพอใจร้อยละ 94"),
        )
    ]
    made = case("\n".join(cards)).facts
    assert [one.called for one in results(made)] == ["ตรวจสอบการใช้ดุลพินิจ", "บริการด้วยใจ"]
