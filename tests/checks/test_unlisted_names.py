"""Departments, institutes, enterprises: no list has their names, yet a slip in the own one and
another that reports are told.
"""

import pytest
from building import case

from ita_checker.checks.organisation_names import Params, check

REPORT = """
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # ประจำปีงบประมาณ พ.ศ. 2567
    # {own}
    ---page---
    {own} ได้วิเคราะห์ผลการประเมินและนำเข้าที่ประชุมผู้บริหารแล้ว
    {line}
"""
DEPARTMENT = "กรมอนุรักษ์หัตถศิลป์ไทย"
INSTITUTE = "สถาบันพัฒนาหัตถกรรมผ้าพื้นถิ่น (องค์การมหาชน)"
ENTERPRISE = "องค์การพัฒนาตลาดสินค้าเกษตร"


def said(own: str, line: str) -> list[tuple[str, str]]:
    findings = check(case(REPORT.format(own=own, line=line)), Params()).findings
    return [(one.code, one.spans[0].quote) for one in findings]


@pytest.mark.parametrize(
    ("own", "line", "slip"),
    [
        (INSTITUTE, "ผลปี 2566 สถาบันพัฒนาหัถกรรมผ้าพื้นถิ่น ได้ 94.55 คะแนน", "สถาบันพัฒนาหัถกรรมผ้าพื้นถิ่น"),
        (DEPARTMENT, "อธิบดีกรมอนุรักษ์หัตถศิลปไทย ลงนามแล้ว", "กรมอนุรักษ์หัตถศิลปไทย"),
        (ENTERPRISE, "ฝ่ายแผนขององค์การพัฒนาตลาดสินค้าเกษตตร รวบรวมผล", "องค์การพัฒนาตลาดสินค้าเกษตตร"),
    ],
)
def test_a_slip_in_the_own_name_is_another_spelling(own: str, line: str, slip: str) -> None:
    assert said(own, line) == [("ORG001", slip)]


@pytest.mark.parametrize(
    ("own", "line", "other"),
    [
        (
            DEPARTMENT,
            "ในการนี้ กรมพัฒนาพิพิธภัณฑสถานท้องถิ่น จึงกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
            "กรมพัฒนาพิพิธภัณฑสถานท้องถิ่น",
        ),
        (
            ENTERPRISE,
            "ดังนั้น องค์การบริหารน้ำเสียชุมชน จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการดังกล่าว",
            "องค์การบริหารน้ำเสียชุมชน",
        ),
        (
            "ศูนย์ส่งเสริมการเรียนรู้อำเภอเวียงสา",
            "บัดนี้ ศูนย์ส่งเสริมการเรียนรู้อำเภอนาน้อย จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการ",
            "ศูนย์ส่งเสริมการเรียนรู้อำเภอนาน้อย",
        ),
        (
            "เรือนจำอำเภอสวรรคโลก",
            "ดังนั้น เรือนจำอำเภอหล่มสัก จึงกำหนดมาตรการป้องกันการรับสินบนของเจ้าพนักงานเรือนจำ",
            "เรือนจำอำเภอหล่มสัก",
        ),
        (
            "สถาบันส่งเสริมการสอนวิทยาศาสตร์และเทคโนโลยี (สสวท.)",
            "ในการนี้ สถาบันทดสอบทางการศึกษาแห่งชาติ (องค์การมหาชน) จึงกำหนดมาตรการส่งเสริมคุณธรรม",
            "สถาบันทดสอบทางการศึกษาแห่งชาติ",
        ),
    ],
)
def test_another_office_of_its_class_that_reports_was_left_in(
    own: str, line: str, other: str
) -> None:
    assert said(own, line) == [("ORG002", other)]


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (DEPARTMENT, "โดยได้รับความร่วมมือจากกรมส่งเสริมอุตสาหกรรม ในการอบรมช่าง"),
        (DEPARTMENT, "ตามแนวทางที่ กรมบัญชีกลาง กำหนด และกรมการปกครอง ได้จัดทำคู่มือไว้"),
        (DEPARTMENT, "กรมได้มอบหมายให้ทุกกองพิจารณา จึงกำหนดมาตรการส่งเสริมความโปร่งใสไว้สามข้อ"),
        (INSTITUTE, "สถาบันพัฒนาหัตถกรรมผ้า เป็นชื่อเดิมตามพระราชกฤษฎีกา พ.ศ. 2555"),
        ("สำนักงานส่งเสริมเมืองอัจฉริยะ", "ตามที่ สำนักงาน ป.ป.ช. จึงได้กำหนดให้จัดทำมาตรการส่งเสริมคุณธรรม"),
    ],
)
def test_others_that_are_named_for_their_own_sake_are_left_alone(own: str, line: str) -> None:
    assert said(own, line) == []
