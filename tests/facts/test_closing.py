"""The last of several measures ends where the report goes on to something else."""

import pytest
from building import case

from ita_checker.facts.measures import plan
from ita_checker.facts.measures.prose.in_prose import told
from ita_checker.facts.tables import said
from ita_checker.model import Facts

MEASURES = """
# มาตรการ
เรื่องที่ 1 มาตรการการใช้ทรัพย์สินของราชการ
{inside}
ขั้นตอน: จัดทำแบบใบยืมพัสดุฉบับเดียวใช้ทุกกอง
ผู้รับผิดชอบ: กองคลัง
เรื่องที่ 2 มาตรการตรวจสอบการใช้ดุลพินิจ
{inside}
ขั้นตอน: แจ้งเกณฑ์ประเมินก่อนเริ่มรอบ
ผู้รับผิดชอบ: สำนักปลัด
เรื่องที่ 3 มาตรการเพิ่มช่องทางสื่อสาร
{inside}
ขั้นตอน: เปิดบัญชีไลน์ของหน่วยงาน
"""


def last(facts: Facts) -> dict[str, str]:
    measures = plan(facts)
    assert len(measures) == 3
    return {held: said(facts, parts) for held, parts in measures[-1].fields.items()}


@pytest.mark.parametrize(
    "closing",
    [
        "# ผู้อนุมัติ\nชื่อ: นายวีระพงษ์ น่านนคร\nตำแหน่ง: นายกเทศมนตรีตำบลหนองแวง",
        "# บทส่งท้าย\nผู้รับผิดชอบ: งานนโยบายและแผนรวบรวมผลเมื่อสิ้นปีงบประมาณ",
        "# ปิดเล่ม\nเมื่อสิ้นปีงบประมาณ งานนโยบายและแผนจะรวบรวมเป็นข้อมูลตั้งต้น",
    ],
)
def test_what_stands_below_a_heading_that_no_other_measure_has_is_not_of_the_last(
    closing: str,
) -> None:
    assert last(case(MEASURES.format(inside="") + closing).facts) == {
        "steps": "เปิดบัญชีไลน์ของหน่วยงาน"
    }


def test_a_heading_that_the_other_measures_have_too_is_part_of_the_measure() -> None:
    own = MEASURES.format(inside="# ทำอะไรกันบ้าง")
    assert last(case(own).facts)["steps"] == "เปิดบัญชีไลน์ของหน่วยงาน"


def test_what_stands_below_a_list_of_bare_names_is_not_of_the_last() -> None:
    text = """กำหนดมาตรการ จำนวน 3 มาตรการ คือ

1. มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
2. มาตรการป้องกันการรับสินบน
3. มาตรการจัดการเรื่องร้องเรียนการทุจริต

รายงานฉบับนี้แสดงผลการดำเนินการในปีงบประมาณ พ.ศ. 2566
"""
    found = told(case(text).facts)
    assert [(one.body, one.fields) for one in found] == [([], {})] * 3
