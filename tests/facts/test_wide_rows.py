"""Names over the whole width of a table, the steps below them counted "1.1", "1.2"."""

from building import case

from ita_checker.facts.measures import plan, results

TABLE = """
# มาตรการส่งเสริมคุณธรรม
ขั้นที่ | แนวทาง | กรอบเวลา | ผู้รับผิดชอบ | การรายงานผล
1. ระบบจองยานพาหนะแบบออนไลน์ | < | < | < | <
1.1 | พัฒนาระบบจอง | พฤศจิกายน 2564 | สำนักงานเลขานุการ | รายงานรอบ 6 เดือน
1.2 | อบรมผู้ใช้งาน | ^ | ^ | ^
2. ทะเบียนครุภัณฑ์ห้องปฏิบัติการ | < | < | < | <
2.1 | ติดคิวอาร์โค้ด | มกราคม 2565 | คณะวิทยาศาสตร์ | รายงานรอบ 6 เดือน
2.2 | บันทึกการยืม | ^ | ^ | ^

# ผลการดำเนินการ
ที่ | มาตรการ | สิ่งที่ดำเนินการ | ผลที่ได้รับ
1 | ระบบจองยานพาหนะแบบออนไลน์ | เปิดใช้เมื่อ 22 พฤศจิกายน 2564 | จอง 127 ครั้ง
2 | ทะเบียนครุภัณฑ์ห้องปฏิบัติการ | ติดครบ 1148 ชิ้น | ไม่ตรงทะเบียน 26 ชิ้น
"""


def test_wide_rows_over_steps_that_only_count_name_measures_whatever_they_are_called() -> None:
    facts = case(TABLE).facts
    names = ["ระบบจองยานพาหนะแบบออนไลน์", "ทะเบียนครุภัณฑ์ห้องปฏิบัติการ"]
    assert [one.called for one in plan(facts)] == names
    assert all({"responsible", "monitoring"} <= one.fields.keys() for one in plan(facts))
    assert [one.called for one in results(facts)] == names


def test_wide_rows_over_a_column_of_names_head_groups_of_measures() -> None:
    text = """
มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
1. หมวดการใช้อำนาจ | < | < | <
เกณฑ์มอบหมายงานที่เปิดเผย | จัดทำเกณฑ์ | สำนักปลัด | รายงานรอบ 6 เดือน
เปิดคะแนนประเมินรายคน | แจ้งคะแนน | กองการเจ้าหน้าที่ | รายงานรอบ 6 เดือน
2. หมวดการใช้ทรัพย์สิน | < | < | <
ทะเบียนยืมพัสดุออนไลน์ | ลงทะเบียน | กองคลัง | รายงานรอบ 6 เดือน
"""
    called = [one.called for one in plan(case(text).facts)]
    assert called == ["เกณฑ์มอบหมายงานที่เปิดเผย", "เปิดคะแนนประเมินรายคน", "ทะเบียนยืมพัสดุออนไลน์"]
