"""Results that run on through the measures: a paragraph for each round counts them inside itself,
however it counts them. What stands behind each name is told of it, what leads to the first of all.
"""

from __future__ import annotations

import pytest

from ita_checker.checks import measure_results, rounds
from ita_checker.facts.measures import results, territories
from ita_checker.facts.page import flow
from ita_checker.model import Case, Item
from tests.building import case

ITEMS = (Item("O35", "ผล", "results", covers=-1),)
PLAN = """# รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2566
-> องค์การบริหารส่วนตำบลหนองยาง อำเภอเมือง จังหวัดลำพูน
มาตรการ | สิ่งที่จะทำ | เจ้าภาพ | การรายงานผล
มาตรการกำกับการใช้รถราชการ | ทำสมุดบันทึกการใช้รถ | กองช่าง | รอบ 6 เดือน และรอบ 12 เดือน
มาตรการลดขั้นตอนการออกใบอนุญาต | ตัดเอกสารซ้ำซ้อน | กองคลัง | รอบ 6 เดือน และรอบ 12 เดือน
มาตรการรับเรื่องร้องเรียนการทุจริต | เปิดช่องทางออนไลน์ | สำนักปลัด | รอบ 6 เดือน และรอบ 12 เดือน

"""
HALF = """        รอบ 6 เดือน มีผลการดำเนินการ ดังนี้ (1) มาตรการกำกับการใช้รถราชการ
ตรวจสมุดบันทึกการใช้รถ 12 เล่มเมื่อวันที่ 14 มีนาคม 2566 ไม่พบการใช้นอกเวลา
(2) มาตรการลดขั้นตอนการออกใบอนุญาต ตัดเอกสารซ้ำซ้อนออก 5 รายการ ใช้เวลา
เฉลี่ยลดลงเหลือ 12 วัน (3) มาตรการรับเรื่องร้องเรียนการทุจริต รับเรื่อง 4
เรื่อง ยุติแล้ว 3 เรื่อง
"""
YEAR = """        รอบ 12 เดือน มีผลการดำเนินการ ดังนี้ (1) มาตรการกำกับการใช้รถราชการ
ตรวจครบ 24 เล่มเมื่อวันที่ 22 กันยายน 2566 พบการใช้นอกเวลา 1 ครั้งและเรียก
ค่าน้ำมันคืนแล้ว (2) มาตรการลดขั้นตอนการออกใบอนุญาต ใช้เวลาเฉลี่ยลดลงเหลือ
9 วัน ผู้รับบริการพอใจร้อยละ 90.4 (3) มาตรการรับเรื่องร้องเรียนการทุจริต
รับเรื่องทั้งปี 9 เรื่อง ยุติครบทุกเรื่อง
"""
UNCOUNTED = """        รอบ 6 เดือน มาตรการกำกับการใช้รถราชการ ตรวจสมุดบันทึกการใช้รถ 12
เล่มเมื่อวันที่ 14 มีนาคม 2566 ไม่พบการใช้นอกเวลา ส่วนมาตรการลดขั้นตอนการ
ออกใบอนุญาต ตัดเอกสารซ้ำซ้อนออก 5 รายการ ใช้เวลาเฉลี่ยลดลงเหลือ 12 วัน ส่วน
มาตรการรับเรื่องร้องเรียนการทุจริต รับเรื่อง 4 เรื่อง ยุติแล้ว 3 เรื่อง
        รอบ 12 เดือน มาตรการกำกับการใช้รถราชการ ตรวจครบ 24 เล่มเมื่อวันที่
22 กันยายน 2566 พบการใช้นอกเวลา 1 ครั้งและเรียกค่าน้ำมันคืนแล้ว ส่วนมาตรการ
ลดขั้นตอนการออกใบอนุญาต ใช้เวลาเฉลี่ยลดลงเหลือ 9 วัน ผู้รับบริการพอใจร้อยละ
90.4 ส่วนมาตรการรับเรื่องร้องเรียนการทุจริต รับเรื่องทั้งปี 9 เรื่อง ยุติ
ครบทุกเรื่อง
"""
SIGNED = """
(นายมานะ ใจดี)
ปลัดองค์การบริหารส่วนตำบลหนองยาง
15 มกราคม 2567
"""
COUNTS = {
    "in brackets": ("(1)", "(2)", "(3)"),
    "with a dot": ("1.", "2.", "3."),
    "with a bracket": ("๑)", "๒)", "๓)"),
    "in words": ("เรื่องแรก", "เรื่องที่สอง", "เรื่องที่สาม"),
    "by a word": ("ข้อที่ 1", "ข้อที่ 2", "ข้อที่ 3"),
}


def made(text: str) -> Case:
    return case(PLAN + text + SIGNED, fiscal_year=2567, items=ITEMS)


def codes(text: str) -> list[str]:
    report = made(text)
    answers = (
        measure_results.check(report, measure_results.Params()),
        rounds.check(report, rounds.Params()),
    )
    return [one.code for answer in answers for one in answer.findings]


def counted(text: str, marks: tuple[str, ...]) -> str:
    for number, mark in enumerate(marks, 1):
        text = text.replace(f"({number})", mark)
    return text


@pytest.mark.parametrize("marks", COUNTS.values(), ids=COUNTS)
def test_what_a_paragraph_counts_inside_itself_is_told_of_each(marks: tuple[str, ...]) -> None:
    assert codes(counted(HALF + YEAR, marks)) == []


def test_a_round_that_leads_to_what_is_counted_is_all_that_is_missing_without_it() -> None:
    assert codes(HALF) == codes(YEAR) == ["RND003"] * 3


def test_a_measure_left_out_of_what_is_counted_is_missing() -> None:
    lacking = "\n".join(
        part.replace("(2) มาตรการลดขั้นตอนการออกใบอนุญาต ", "").replace("(3)", "(2)")
        for part in (HALF, YEAR)
    )
    assert codes(lacking) == ["MEA002"]


def test_what_leads_to_the_next_count_is_told_of_no_measure_before_it() -> None:
    report = made(HALF + YEAR)
    told = [
        "".join(flow(report.facts).text[slice(*part)] for part in one.parts)
        for one in territories(report.facts)
    ]
    assert len(told) == 6
    assert not any("มีผลการดำเนินการ" in one for one in told)


def test_a_number_that_nothing_counts_to_opens_no_piece() -> None:
    said = YEAR.replace("ลดลงเหลือ\n9 วัน", "ลดลงเหลือ\n9.25 วัน")
    assert codes(HALF + said) == []


def test_a_sentence_that_only_lists_measures_tells_of_none() -> None:
    listing = """        ทั้งนี้ มีมาตรการ ดังนี้ (1) มาตรการกำกับการใช้รถราชการ (2)
มาตรการลดขั้นตอนการออกใบอนุญาต (3) มาตรการรับเรื่องร้องเรียนการทุจริต
"""
    keys = [one.key for one in territories(made(listing + HALF + YEAR).facts)]
    assert len(keys) == 6


def test_what_a_paragraph_tells_of_one_measure_after_the_other_is_told_of_each() -> None:
    lacking = UNCOUNTED.replace("ส่วน\nมาตรการรับเรื่องร้องเรียนการทุจริต รับเรื่อง 4", "และรับเรื่องอื่น 4")
    lacking = lacking.replace("ส่วนมาตรการรับเรื่องร้องเรียนการทุจริต รับเรื่อง", "และรับเรื่องอื่น")
    assert codes(UNCOUNTED) == []
    assert codes(lacking) == ["MEA002"]


def test_a_paragraph_that_a_page_ends_amid_a_count_is_one() -> None:
    first, second = UNCOUNTED.split("เล่มเมื่อ", 1)
    overleaf = f"{first}---page---\nเล่มเมื่อ{second}".replace("เล่ม", "เรื่อง")
    filled = "\n".join(["", *(f"เรื่องที่ทราบ {number}" for number in range(28)), ""])
    assert codes(filled + overleaf) == []


def test_a_plan_in_prose_is_no_result_where_its_names_come_again_in_a_paragraph() -> None:
    plan = """
(1) มาตรการกำกับการใช้รถราชการ
- ทำอะไร : ทำสมุดบันทึกการใช้รถ
- ใครทำ : กองช่าง
- ติดตามอย่างไร : รายงานผล รอบ 6 เดือน และรอบ 12 เดือน
(2) มาตรการลดขั้นตอนการออกใบอนุญาต
- ทำอะไร : ตัดเอกสารซ้ำซ้อน
- ใครทำ : กองคลัง
- ติดตามอย่างไร : รายงานผล รอบ 6 เดือน และรอบ 12 เดือน
(3) มาตรการรับเรื่องร้องเรียนการทุจริต
- ทำอะไร : เปิดช่องทางออนไลน์
- ใครทำ : สำนักปลัด
- ติดตามอย่างไร : รายงานผล รอบ 6 เดือน และรอบ 12 เดือน
ผลที่เกิดขึ้น
"""
    title = PLAN.partition("มาตรการ |")[0]
    report = case(title + plan + UNCOUNTED + SIGNED, fiscal_year=2567, items=ITEMS)
    names = [one.called for one in results(report.facts)]
    assert len(names) == 6
    assert not rounds.check(report, rounds.Params()).findings
