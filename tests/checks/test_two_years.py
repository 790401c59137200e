"""Measures set for one year and results of the year before are two lists."""

import pytest
from building import case

from ita_checker.checks import rounds
from ita_checker.checks.measure_results import Params, check
from ita_checker.model import Item, Verdict

TWO_PARTS = """
        # มาตรการ {now} (O27) และรายงานผล {before} (O28)
        -> มหาวิทยาลัยเทคโนโลยีภูพาน
        ---page---
        # {first} {now}
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการพัฒนาระบบคำร้องออนไลน์ | ปรับระบบ | สำนักวิทยบริการ | รายงานรอบ 6 เดือน
        มาตรการสื่อสารงบประมาณ | เผยแพร่รายเดือน | กองคลัง | รายงานรอบ 6 เดือน

        # {second} {told}
        มาตรการ | สิ่งที่ดำเนินการ | ผลการดำเนินการ
        มาตรการตรวจสอบการใช้ดุลพินิจ | ประกาศเกณฑ์แล้ว | ทบทวน 6 ราย
        มาตรการใช้ทรัพย์สินของทางราชการ | จัดทำระเบียบการยืม | จองผ่านระบบ 1,026 ครั้ง
        {kept} | จัดทำระเบียบการยืม | จองผ่านระบบ 1,026 ครั้ง
"""
BOTH = Item("O27", "มาตรการ", "measures"), Item("O28", "ผล", "results", covers=-1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ส่วนที่ 1 มาตรการของ", "ส่วนที่ 2 ผลการดำเนินการตามมาตรการของ"),
        ("ภาคแรก มาตรการที่จะทำใน", "ภาคหลัง ผลของ"),
        ("๑. มาตรการ", "๒. รายงานผลการดำเนินการ"),
    ],
)
@pytest.mark.parametrize(
    ("told", "expected"),
    [("ปีงบประมาณ พ.ศ. 2567", Verdict.MET), ("ปีงบประมาณ พ.ศ. 2568", Verdict.GAP)],
)
def test_measures_of_this_year_have_no_result_in_the_part_on_last_years(
    first: str, second: str, told: str, expected: Verdict
) -> None:
    now, before = "ปีงบประมาณ พ.ศ. 2568", "ปีงบประมาณ พ.ศ. 2567"
    kept = "มาตรการสื่อสารงบประมาณ"
    text = TWO_PARTS.format(
        now=now, before=before, first=first, second=second, told=told, kept=kept
    )
    made = case(text, items=BOTH, fiscal_year=2568)
    assert check(made, Params()).verdict is expected


def test_a_plan_that_nothing_gives_another_year_is_held_against_the_results() -> None:
    text = TWO_PARTS.format(
        now="", before="", first="มาตรการ", second="ผลการดำเนินการ",
        told="ปีงบประมาณ พ.ศ. 2567", kept="มาตรการสื่อสารงบประมาณ",
    )  # fmt: skip
    made = case(text, items=BOTH, fiscal_year=2568)
    assert check(made, Params()).verdict is Verdict.GAP


def test_rounds_of_this_years_plan_are_not_missing_from_last_years_results() -> None:
    now, before = "ปีงบประมาณ พ.ศ. 2568", "ปีงบประมาณ พ.ศ. 2567"
    text = TWO_PARTS.format(
        now=now,
        before=before,
        first="ส่วนที่ 1 มาตรการของ",
        second="ส่วนที่ 2 ผลการดำเนินการตามมาตรการของ",
        told=before,
        kept="มาตรการป้องกันการรับสินบน",
    )
    text = text.replace("ดำเนินการ | ผลการดำเนินการ", "ดำเนินการ | ผลการดำเนินการ รอบ 12 เดือน")
    text += "        22 ธันวาคม 2567\n"
    made = case(text, items=BOTH, fiscal_year=2568)
    assert not rounds.check(made, rounds.Params()).findings
    same = case(text.replace("2568", "2567"), items=BOTH, fiscal_year=2568)
    assert [one.code for one in rounds.check(same, rounds.Params()).findings] == ["RND003"]


def test_numbered_names_in_a_table_of_results_are_not_those_of_next_years_measures() -> None:
    text = """
        ภาค ก มาตรการ ปีงบประมาณ พ.ศ. 2567
        ที่ | มาตรการ | วิธีการ | หน่วยงานรับผิดชอบ | การกำกับติดตาม
        1 | มาตรการเวลามาตรฐานงานทะเบียน | ประกาศเวลา 12 งาน | สำนักส่งเสริม | รายงานรอบ 12 เดือน
        2 | มาตรการคำร้องออนไลน์ครบวงจร | พัฒนาคำร้อง 10 เรื่อง | สำนักวิทยบริการ | รายงานรอบ 12 เดือน
        3 | มาตรการเปิดบัญชีงบประมาณ | แสดงผลเบิกจ่าย | กองคลัง | รายงานรอบ 12 เดือน

        ภาค ข รายงานผล ปีงบประมาณ พ.ศ. 2566
        มาตรการ | การนำไปปฏิบัติ | ผลเชิงปริมาณ | ผลเชิงคุณภาพ
        (1) มาตรการป้องกันการขัดกันระหว่างผลประโยชน์ | กรอกแบบเปิดเผย | 84 คน | ไม่พบเหตุ
        (2) มาตรการส่งเสริมการยืมใช้ทรัพย์สินอย่างถูกต้อง | ทำทะเบียนกลาง | 312 รายการ | คืนครบ
        """
    answer = check(case(text, fiscal_year=2567), Params())
    assert [one.code for one in answer.findings if one.code == "MEA002"] == []


def test_of_two_plans_the_one_for_the_later_year_is_not_yet_due() -> None:
    plan = """
        มาตรการ | วิธีการ | หน่วยงานรับผิดชอบ | การกำกับติดตาม
        มาตรการ{} | ประกาศเวลา 12 งาน | สำนักปลัด | รายงานรอบ 12 เดือน
        มาตรการ{} | ทำทะเบียนกลาง | กองคลัง | รายงานรอบ 12 เดือน

"""
    text = (
        "        # ภาค 1 มาตรการ ปีงบประมาณ พ.ศ. 2567"
        + plan.format("ควบคุมการใช้รถส่วนกลาง", "ยกระดับการให้บริการประชาชน")
        + "        # ภาค 2 รายงานผลการดำเนินการ ปีงบประมาณ พ.ศ. 2566\n"
        + "        # มาตรการที่กำหนดไว้ในปีงบประมาณ พ.ศ. 2566"
        + plan.format("เผยแพร่ข้อมูลต่อสาธารณะ", "ตรวจสอบการใช้ดุลพินิจ")
        + """
        มาตรการ | สิ่งที่ดำเนินการ | ผลลัพธ์
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ปรับเว็บไซต์ 38 เมนู | ผู้ติดตามเพิ่มเป็น 11,480 คน
        มาตรการตรวจสอบการใช้ดุลพินิจ | ทบทวนเกณฑ์ 1 ฉบับ | ไม่มีคำอุทธรณ์
        """
    )
    items = (Item("O34", "มาตรการ", "measures"), Item("O35", "ผล", "results", covers=-1))
    answer = check(case(text, fiscal_year=2567, items=items), Params())
    assert [one.subject for one in answer.findings] == []
