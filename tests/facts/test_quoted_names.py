"""Names in quotation marks, rows called by the plan's numbers, results behind a round's label."""

from building import case

from ita_checker.checks.measure_results import Params, check
from ita_checker.facts.measures import plan, results
from ita_checker.facts.tables import said

COUNTED = """
บัดนี้ได้อนุมัติมาตรการไว้ดังนี้

1.1 ให้กองช่างจัดทำ “บันทึกภาพหน้างานรายวัน” ถ่ายภาพก่อนและหลังทำงาน รายงานรอบ 6 เดือน

1.2 ให้สำนักปลัดจัด “วงคุยประชาชนสัญจร” บันทึกข้อเสนอแล้วตอบกลับ รายงานรอบ 6 เดือน

1.3 ให้หน่วยตรวจสอบภายในทำ “แบบทดสอบผลประโยชน์ทับซ้อน” จัดสอบออนไลน์ รายงานรอบ 6 เดือน

2. ผลมีดังตาราง

เรื่อง | สิ่งที่ได้ทำ | ผลที่เกิดขึ้น
บันทึกภาพหน้างานรายวัน | ส่งภาพเข้าระบบแล้ว 4,218 ภาพ | แก้ไขก่อนตรวจรับ 2 โครงการ
แบบทดสอบผลประโยชน์ทับซ้อน | จัดสอบแล้ว | ผ่านร้อยละ 95
"""
CALLED = """
การใช้อำนาจ

มาตรการ “แต่งตั้งด้วยหลักเกณฑ์” ทำประกาศหลักเกณฑ์ (งานการเจ้าหน้าที่) รายงานรอบ 6 เดือน

การปรับปรุงระบบการทำงาน

มาตรการ “ประชาคมเดือนคี่” จดข้อเสนอจากชาวบ้าน (สำนักปลัด) รายงานรอบ 6 เดือน

การเปิดเผยข้อมูล

มาตรการ “เว็บสะอาด” ตรวจลิงก์เสีย (งานประชาสัมพันธ์) รายงานรอบ 6 เดือน

# 3. ทำแล้วได้ผลอย่างไร

• แต่งตั้งด้วยหลักเกณฑ์ — รอบ 6 เดือน: ใช้คัดเลือกหัวหน้าฝ่าย 1 ตำแหน่ง ไม่มีการร้องทุกข์

• ประชาคมเดือนคี่ — รอบ 6 เดือน: จัดแล้ว 3 ครั้ง ปิดข้อเสนอได้แล้ว 15 ข้อ

• เว็บสะอาด — รอบ 6 เดือน: ซ่อมแล้ว 62 ลิงก์ ผู้เข้าชมเพิ่มเป็น 1,904 ครั้ง
"""
BY_NUMBER = """
ลำดับ | มาตรการ | ทำอย่างไร | กองเจ้าของเรื่อง | การตามงาน
1 | เปิดบัญชีรายจ่ายให้ชาวบ้านดู | ลงรายการเบิกจ่ายบนเพจ | กองคลัง | ส่งผลรอบ 6 เดือน
2 | ตั้งคณะฟังเสียงผู้ใช้บริการ | เชิญตัวแทนชุมชนประชุม | สำนักปลัด | ส่งผลรอบ 6 เดือน
3 | จัดระเบียบการยืมครุภัณฑ์ | ทำทะเบียนและตรวจนับ | กองคลัง | ส่งผลรอบ 6 เดือน

สิ่งที่ทำได้

ตามลำดับที่ | งานที่ลงมือทำ | ผลที่ได้
1 | {first} | มีผู้เข้าดูเฉลี่ยครั้งละ 410 คน
2 | {second} | ได้ข้อเสนอ 17 ข้อ ตอบครบแล้ว
"""


def missed(text: str) -> list[str]:
    """Return the measures that are said to have no result."""
    answer = check(case(text), Params())
    return [one.subject for one in answer.findings if one.code == "MEA002"]


def test_counted_names_in_quotation_marks_are_measures_given_to_who_stands_before_them() -> None:
    made = case(COUNTED).facts
    assert [said(made, [one.name]) for one in plan(made)] == [
        "บันทึกภาพหน้างานรายวัน",
        "วงคุยประชาชนสัญจร",
        "แบบทดสอบผลประโยชน์ทับซ้อน",
    ]
    assert said(made, plan(made)[0].fields["responsible"]) == "ให้กองช่างจัดทำ"
    assert missed(COUNTED) == ["วงคุยประชาชนสัญจร"]


def test_what_stands_behind_a_name_and_a_round_s_label_is_its_result_in_whatever_words() -> None:
    made = case(CALLED).facts
    assert [said(made, [one.name]) for one in plan(made)] == [
        "แต่งตั้งด้วยหลักเกณฑ์",
        "ประชาคมเดือนคี่",
        "เว็บสะอาด",
    ]
    assert len(results(made)) == 3
    assert missed(CALLED) == []


def test_rows_that_tell_of_the_measures_of_their_numbers_are_theirs() -> None:
    own = {"first": "ลงรายการเบิกจ่ายบนเพจครบห้าครั้ง", "second": "เชิญตัวแทนชุมชนมาประชุมสองครั้ง"}
    assert missed(BY_NUMBER.format(**own)) == ["จัดระเบียบการยืมครุภัณฑ์"]


def test_rows_counted_on_their_own_prove_nothing_of_the_measures() -> None:
    strange = {"first": "อบรมบุคลากรใหม่ทุกคน", "second": "ปลูกต้นไม้หน้าสำนักงาน"}
    assert missed(BY_NUMBER.format(**strange)) == []
