"""What stands behind a measure's name on its own line and is none of it."""

import pytest
from building import case

from ita_checker.facts.measures import plan, results
from ita_checker.facts.tables import said
from ita_checker.text.flow import fold

PLAN = """
        # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566
        3. มาตรการที่กำหนด
        3.1 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ {who}
        ขั้นตอน: จัดทำปฏิทินข่าวประจำเดือน และออกเสียงตามสายทุกวัน
        3.2 มาตรการตรวจสอบการใช้ดุลพินิจ {who}
        ขั้นตอน: แจ้งเกณฑ์ประเมินผลให้พนักงานทราบล่วงหน้า
"""
NAMES = [fold("เผยแพร่ข้อมูลต่อสาธารณะ"), fold("ตรวจสอบการใช้ดุลพินิจ")]


@pytest.mark.parametrize(
    "who",
    [
        "ผู้ดำเนินการ : กองคลัง",
        "เจ้าภาพ: สำนักปลัด",
        "ให้งานประชาสัมพันธ์ สำนักปลัด",
        "ผู้รับผิดชอบ : กองช่าง",
    ],
)
def test_an_office_behind_a_name_is_who_does_it(who: str) -> None:
    facts = case(PLAN.format(who=who)).facts
    assert [one.called for one in plan(facts)] == NAMES
    assert all(said(facts, one.fields["responsible"]) for one in plan(facts))


RESULTS = """
        # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566
        4. ผลการดำเนินการ
        4.1 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ {round} ได้จัดทำปฏิทินข่าว
        เดือนพฤศจิกายน 2565 และออกเสียงตามสาย 61 ครั้ง ผลที่ได้คือ ประชาชนรู้กำหนดชำระภาษี
        4.2 มาตรการตรวจสอบการใช้ดุลพินิจ {round} ได้แจ้งเกณฑ์ประเมิน
        เมื่อวันที่ 10 ตุลาคม 2565 แก่พนักงาน 42 คน ผลที่ได้คือ ไม่มีผู้ร้องทุกข์
"""


@pytest.mark.parametrize("round_", ["รอบ 6 เดือน", "ผลรอบ 6 เดือน", "(รอบ 6 เดือน)"])
def test_a_round_behind_a_name_begins_what_is_told_of_it(round_: str) -> None:
    facts = case(RESULTS.format(round=round_)).facts
    assert [one.called for one in results(facts)] == NAMES


def test_a_name_with_who_does_it_on_its_line_begins_a_measure_whatever_stands_below() -> None:
    text = """
        # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566
        3. ผลที่ได้ดำเนินการ
        มาตรการตรวจสอบการใช้ดุลพินิจ ผู้ดำเนินการ : กองคลัง
        รอบ 6 เดือน : จัดอบรมคณะกรรมการตรวจรับพัสดุ จำนวน 38 คน
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ ผู้ดำเนินการ : กองยุทธศาสตร์และ
        งบประมาณ
        รอบ 6 เดือน : ปรับปรุงเว็บไซต์แล้วเสร็จ มีสมาชิก 1,204 คน
    """
    assert [one.called for one in results(case(text).facts)] == NAMES[::-1]


@pytest.mark.parametrize("closed", ["คือ", "ได้แก่", "มีดังนี้"])
def test_a_label_that_a_word_closes_is_one_in_the_middle_of_a_paragraph(closed: str) -> None:
    full = "เพื่อแก้ไขเรื่องการใช้อำนาจของผู้บังคับบัญชาซึ่งประชาชนและพนักงานเห็นว่ายังไม่ชัด"
    text = f"""
        # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2567
        ข้อ 4 มาตรการประจำปี
        (1) มาตรการตรวจสอบการใช้ดุลพินิจ {full[:40]}
        ขั้นตอน{closed} ทำคู่มือมอบหมายงาน ประกาศเกณฑ์ประเมินผลงานล่วงหน้า และเปิดให้อุทธรณ์
        ภายใน 7 วัน งานการเจ้าหน้าที่ สำนักปลัด เป็นผู้รับผิดชอบ
        (2) มาตรการเผยแพร่ข้อมูลต่อสาธารณะ {full[:40]}
        ขั้นตอน{closed} ตั้งผู้ดูแลข้อมูลรายกอง ปรับหน้าเว็บไซต์ให้ค้นง่าย และตรวจข้อมูลทุกสิ้น
        เดือน งานนโยบายและแผน สำนักปลัด เป็นผู้รับผิดชอบ
    """
    facts = case(text).facts
    assert len(plan(facts)) == 2
    assert all("steps" in one.fields for one in plan(facts))
