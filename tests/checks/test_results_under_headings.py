"""Results under headings that name the planned measures: what is the heading's, what a label's."""

from __future__ import annotations

import pytest
from building import case

from ita_checker.checks import measure_results, outcomes, rounds
from ita_checker.facts.measures import plan, results
from ita_checker.facts.page import flow
from ita_checker.model import Case, Item, Verdict

RESULTS = Item("O43", "ผล", "results")

SLIDES = """# {said}
1. มาตรการเปิดเผยงบประมาณ — กองคลัง
2. มาตรการควบคุมการใช้รถราชการ — กองช่าง
3. มาตรการงดรับของขวัญ — สำนักปลัด

# มาตรการเปิดเผยงบประมาณ

ทำคลิปสั้น 12 ตอน เมื่อวันที่ 9
ธันวาคม 2565
{label}
ผู้รับชมรวม 8,900 ครั้ง

# มาตรการควบคุมการใช้รถราชการ

ติดตั้งระบบติดตามรถ 9 คัน
{label}
{second}

{third}"""
THIRD = """# มาตรการงดรับของขวัญ

นายกลงนามประกาศ 26 ธันวาคม 2565
{label}
ส่งคืนกระเช้า 3 ราย

# ท้ายเล่ม

คะแนนเพิ่มขึ้นเป็น 90.03 จาก 86.20
"""


def slides(
    label: str = "ผลที่ได้",
    second: str = "พบการใช้ผิด 0 ครั้ง",
    said: str = "ปีนี้ตั้งใจทำ 3 มาตรการ",
    third: str = THIRD,
) -> Case:
    told = third.format(label=label)
    text = SLIDES.format(label=label, second=second, said=said, third=told)
    return case(text, fiscal_year=2566)


def said_of(made: Case, field: str, at: int = -1) -> str:
    text = flow(made.facts).text
    return "".join(text[slice(*part)] for part in results(made.facts)[at].fields[field])


@pytest.mark.parametrize("label", ["ผลที่ได้", "เกิดอะไรขึ้น", "แล้วเป็นอย่างไร"])
def test_a_line_that_stands_alike_under_several_names_tells_nothing_of_its_own(label: str) -> None:
    made = slides(label)
    told = "".join(said_of(made, field, 1) for field in results(made.facts)[1].fields)
    assert label not in told and "พบการใช้ผิด0ครั้ง" in told


def test_a_heading_as_large_as_the_names_ends_what_is_told_of_the_last() -> None:
    made = slides(label="เกิดอะไรขึ้น")
    assert "90.03" not in "".join(said_of(made, field) for field in results(made.facts)[-1].fields)


def test_a_month_on_the_line_below_its_day_is_no_signature() -> None:
    assert "8,900" in "".join(
        said_of(slides(), field, 0) for field in results(slides().facts)[0].fields
    )


@pytest.mark.parametrize("second", ["มีมาตรการควบคุมการใช้รถราชการ", "ได้มีมาตรการควบคุมการใช้รถราชการ"])
def test_that_there_is_a_measure_is_no_outcome_of_it(second: str) -> None:
    answer = outcomes.check(slides(second=second), outcomes.Params())
    assert [one.code for one in answer.findings] == ["MEA005"]


def test_a_plan_of_as_many_measures_as_are_said_closes_the_list() -> None:
    made = slides(third="")
    answer = measure_results.check(made, measure_results.Params())
    assert [one.code for one in answer.findings] == ["MEA002"]
    assert outcomes.check(made, outcomes.Params()).verdict is Verdict.MET


def test_more_measures_than_are_planned_or_told_leave_the_rest_unknown() -> None:
    made = slides(said="ปีนี้ตั้งใจทำ 7 มาตรการ", third="")
    assert outcomes.check(made, outcomes.Params()).verdict is Verdict.UNKNOWN


PLAN = """มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
ข่าวถึงบ้าน (ประสิทธิภาพการสื่อสาร) | ส่งข่าวทางไลน์ | งานประชาสัมพันธ์
คุมการยืมของหลวง (การใช้ทรัพย์สินของราชการ) | ทำทะเบียนคุมการยืม | กองคลัง
ร้องเรียนปลอดภัย (การแก้ไขปัญหาการทุจริต) | ทำแบบร้องเรียน | นิติกร

ทำอะไรไปแล้วบ้าง

17 ตุลาคม 2565 คุมการยืมของหลวง — ออกประกาศการยืม ยืมเต็นท์แล้ว 28 ครั้ง

22 กุมภาพันธ์ 2566 ข่าวถึงบ้าน — แจกวารสาร 1,500 เล่ม มีคนโทรมาถาม 64 ราย

# ผลรอบ 9 เดือน (ต.ค. 65 – มิ.ย. 66)

ข่าวถึงบ้าน — ชาวบ้านพอใจร้อยละ 91 จากเดิมร้อยละ 74

รายงาน ณ วันที่ 24 เมษายน 2566
"""


def test_a_name_told_without_what_the_plan_adds_in_brackets_is_told() -> None:
    answer = measure_results.check(case(PLAN, fiscal_year=2566), measure_results.Params())
    assert [one.subject for one in answer.findings] == ["ร้องเรียนปลอดภัย (การแก้ไขปัญหาการทุจริต)"]


def test_a_titled_round_under_which_something_changed_is_reported() -> None:
    answer = rounds.check(case(PLAN, fiscal_year=2566, items=(RESULTS,)), rounds.Params())
    assert [one.code for one in answer.findings] == ["RND004"]


def test_what_stands_under_a_heading_set_as_all_names_are_is_told_in_whatever_words() -> None:
    made = slides(label="เกิดอะไรขึ้น", second="ชาวบ้านเดินมาดูหน้างานกันเอง")
    assert len(results(made.facts)) == len(plan(made.facts))


def test_running_text_above_all_results_tells_of_no_measure() -> None:
    text = SLIDES.split("# มาตรการเปิดเผย")[0].format(said="ปีนี้ตั้งใจทำ 3 มาตรการ")
    why = "\nเพราะผลปีก่อนชี้ว่าการใช้งบยังต้องปรับ\n\nการใช้รถราชการยังต้องปรับอีกมาก\n\n"
    told = (
        "# มาตรการเปิดเผยงบประมาณ\n\nผู้รับชมรวม 8,900 ครั้ง เพิ่มขึ้นร้อยละ 9\n\n"
        "# มาตรการงดรับของขวัญ\n\nส่งคืนแล้ว 3 ราย\n"
    )
    made = case(text + why + told, fiscal_year=2566, items=(RESULTS,))
    answer = measure_results.check(made, measure_results.Params())
    assert [(one.code, one.perhaps) for one in answer.findings] == [("MEA002", ())]
