"""What was not looked at is never fine: what stands in tables and cards that nobody read, in words
that nobody understood, leaves open what is asked of it; what was looked at does not.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from building import case

from ita_checker.checks import (
    assessment_year,
    measure_fields,
    measure_results,
    outcomes,
    rounds,
    weak_indicators,
)
from ita_checker.facts.measures import left_unread
from ita_checker.model import Item, Verdict

MEASURES = Item("O42", "มาตรการ", "measures", analyses=-1)
RESULTS = Item("O43", "ผล", "results")
HEADING = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
PLAN = """
มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | สำนักปลัด | รายงานรอบ 6 เดือน
มาตรการป้องกันการรับสินบน | ประกาศนโยบาย | สำนักปลัด | รายงานรอบ 6 เดือน

"""
SIDE_BY_SIDE = """
ชั้นที่หนึ่งของตึก | เปิดเงินให้เห็น | ยืมแล้วมีชื่อ
ขาไปของปีนี้ | ขึ้นป้ายสรุปเงินทุกเดือนที่ศาลากลางบ้าน | ใช้สมุดยืมเล่มใหม่ทุกกองตั้งแต่ต้นปี
ขากลับของปีนี้ | ชาวบ้านถามเรื่องเงินน้อยลงครึ่งหนึ่ง | ของกลับครบทุกชิ้นไม่มีสูญหาย
"""
BY_MONTH = """
เดือน | ข้อ 1 บริการผู้ป่วย | ข้อ 2 รับของขวัญ
ต.ค. 65 | วัดเวลารอเฉลี่ย 98 นาที | ยกร่างประกาศงดรับของขวัญ
พ.ย. 65 | ติดป้ายเวลารอ 6 จุดบริการ | ลงนามประกาศงดรับของขวัญ
ธ.ค. 65 | อบรมการใช้คิวออนไลน์ 23 คน | รณรงค์งดรับของขวัญปีใหม่
"""
PERSONS = """
1. นายพิชิต ดอยแก้ว | นายกองค์การบริหารส่วนตำบล | ประธานกรรมการ
2. นายอาทิตย์ สุขกมล | ปลัดองค์การบริหารส่วนตำบล | กรรมการติดตาม
3. นางจันทร์ฉาย ใจมา | ผู้อำนวยการกองคลัง | กรรมการติดตาม
"""
DONE = (
    "ในรอบ 6 เดือน ได้จัดอบรม 40 คน เมื่อ 5 มกราคม 2566 ประชาชนพึงพอใจร้อยละ 92"
    " ได้ปรับปรุงเว็บไซต์แล้วเสร็จ เรื่องร้องเรียนลดลงจาก 9 เรื่องเหลือ 2 เรื่อง\n"
)
EACH = f"""3.1 ว่าด้วยการใช้ดุลพินิจ
{DONE}
3.2 ว่าด้วยการป้องกันการรับสินบน
{DONE}
"""


def of_results(text: str) -> Verdict:
    made = case(HEADING + text, fiscal_year=2566, items=(RESULTS,))
    return measure_results.check(made, measure_results.Params()).verdict


def of_outcomes(text: str) -> Verdict:
    made = case(HEADING + text, fiscal_year=2566, items=(RESULTS,))
    return outcomes.check(made, outcomes.Params()).verdict


@pytest.mark.parametrize("left", [SIDE_BY_SIDE, BY_MONTH])
@pytest.mark.parametrize("before", ["", PLAN])
def test_results_in_a_table_that_nobody_read_are_not_known(left: str, before: str) -> None:
    assert of_outcomes(before + left) is Verdict.UNKNOWN
    assert of_results(before + left) is Verdict.UNKNOWN


def test_results_told_in_running_text_were_looked_at_as_a_whole() -> None:
    assert of_outcomes(DONE) is Verdict.MET
    assert of_results(DONE) is Verdict.MET


def test_a_list_of_persons_holds_no_measures() -> None:
    assert left_unread(case(HEADING + PERSONS + DONE).facts) == ()
    assert of_outcomes(PERSONS + DONE) is Verdict.MET


def test_a_plan_of_which_text_tells_every_result_was_looked_at() -> None:
    assert of_results(PLAN + EACH) is Verdict.MET


def test_a_plan_of_which_text_does_not_tell_each_is_not_known() -> None:
    assert of_results(PLAN + DONE) is Verdict.UNKNOWN


def test_a_plan_without_any_result_lacks_the_whole_which_is_told_once() -> None:
    assert of_results(PLAN) is Verdict.MET


def test_due_rounds_of_which_a_table_nobody_read_may_tell_are_not_known() -> None:
    text = HEADING + PLAN + SIDE_BY_SIDE + DONE.replace("ในรอบ 6 เดือน ", "") + "20 มิถุนายน 2566"
    made = case(text, fiscal_year=2566, items=(MEASURES, RESULTS))
    assert rounds.check(made, rounds.Params()).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    "analysis",
    [
        "ผล ITA ปี 2565 จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน คือ การบอกข่าวให้ชาวบ้านรู้ ประเด็นที่ควรพัฒนาให้ดีขึ้น คือ งานพัสดุ\n",
        """
ตัวชี้วัด | คะแนน | สี
การปฏิบัติหน้าที่ | 92.10 | เขียว
การใช้อำนาจ | 70.33 | แดง
""",
    ],
)
def test_an_analysis_whose_weak_indicators_nobody_knows_is_not_answered(analysis: str) -> None:
    made = case(analysis + PLAN, fiscal_year=2566, items=(MEASURES,))
    assert weak_indicators.check(made, weak_indicators.Params()).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("more", ["", "การใช้จ่ายงบประมาณ 15 ราย ค่าน้ำมันต่ำลงร้อยละ 11 การใช้งบประมาณ\n"])
def test_a_report_that_analyses_nothing_calls_nothing_weak(more: str) -> None:
    made = case(PLAN + more, fiscal_year=2566, items=(MEASURES,))
    assert weak_indicators.check(made, weak_indicators.Params()).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("year", "verdict"),
    [(" ปี 2565", Verdict.MET), ("", Verdict.UNKNOWN)],
)
def test_an_analysis_that_names_no_year_is_of_nobody_knows_which(
    year: str, verdict: Verdict
) -> None:
    text = (
        f"ผลที่หน่วยงานได้รับ{year} คะแนนรวม 84.20 ตัวชี้วัดการใช้อำนาจ 72.10 และตัวชี้วัดการใช้งบประมาณ 74.30"
        " ต่ำกว่าตัวชี้วัดอื่น เป็นจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วนจากการวิเคราะห์ผลการประเมิน\n"
    )
    made = case(text, fiscal_year=2566, items=(MEASURES,))
    assert assessment_year.check(made, assessment_year.Params()).verdict is verdict


def of_fields(text: str) -> Verdict:
    made = case(HEADING + text, fiscal_year=2566, items=(RESULTS,))
    return measure_fields.check(made, measure_fields.Params()).verdict


UNDER_NAMES = """
แฟ้มที่สอง

มาตรการตรวจสอบการใช้ดุลพินิจ
สมุดเล่มเขียวอยู่บนโต๊ะหน้าห้อง
มาตรการป้องกันการรับสินบน
กล่องไม้อยู่ข้างประตู
"""
FEWER = """
ปีนี้หน่วยงานกำหนดมาตรการไว้ {} เรื่อง
มาตรการ | รายละเอียดการดำเนินงาน | ผลการดำเนินการ
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือแล้วเมื่อ 5 มกราคม 2566 | คู่มือ 1 เล่ม ใช้กับคำขอ 9 ราย
มาตรการป้องกันการรับสินบน | ประกาศนโยบายเมื่อ 9 มกราคม 2566 | ไม่พบการรับสินบนจากการตรวจ 12 ครั้ง
"""


@pytest.mark.parametrize("of", [of_results, of_outcomes, of_fields])
def test_what_stands_under_the_names_of_measures_and_was_not_read_is_not_said_to_be_complete(
    of: Callable[[str], Verdict],
) -> None:
    assert of(PLAN + UNDER_NAMES) is Verdict.UNKNOWN


@pytest.mark.parametrize("of", [of_results, of_outcomes, of_fields])
def test_results_of_fewer_measures_than_are_said_to_be_leave_open_what_is_asked_of_each(
    of: Callable[[str], Verdict],
) -> None:
    assert of(FEWER.format(2)) is Verdict.MET
    assert of(FEWER.format(4)) is Verdict.UNKNOWN
