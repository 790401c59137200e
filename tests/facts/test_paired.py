"""A column that plan and results both have lists the measures, whatever stands over it."""

from __future__ import annotations

from ita_checker.facts.measures import pairs, plan, results
from ita_checker.facts.tables import said
from tests.building import case

BOTH = """
# รายงานของสถานีตำรวจ ประจำปีงบประมาณ พ.ศ. 2565

แนวทางที่ | แนวทางปฏิบัติ | การปฏิบัติ | ห้วงการปฏิบัติ | ผู้รับผิดชอบ/สายงาน
1 | {first} | ติดป้ายขั้นตอนที่ห้องรับแจ้งความ | ธันวาคม 2564 | งานสอบสวน
2 | {second} | แยกห้องเก็บของกลางและตรวจนับ | มกราคม 2565 | งานอำนวยการ

แนวทางปฏิบัติ | ผลการปฏิบัติ | ผลที่ประชาชนได้รับ
การรับแจ้งความไม่เรียกรับประโยชน์ | ติดป้ายเมื่อ 8 ธันวาคม 2564 | ผู้แจ้งพึงพอใจร้อยละ 89
การเก็บของกลางอย่างเป็นระบบ | ตรวจนับแล้ว 411 รายการ | คืนเจ้าของ 96 รายการ
"""


def test_what_plan_and_results_both_list_are_the_measures() -> None:
    made = case(
        BOTH.format(first="การรับแจ้งความไม่เรียกรับประโยชน์", second="การเก็บของกลางอย่างเป็นระบบ")
    ).facts
    assert [one.number for one in plan(made)] == [1, 2]
    assert [len(pair.results) for pair in pairs(made)] == [1, 1]


def test_columns_that_list_other_things_pair_nothing() -> None:
    made = case(BOTH.format(first="การลาดตระเวนชุมชนยามค่ำ", second="การอบรมสายตรวจตำบล")).facts
    assert not plan(made) and not results(made)


def test_rounds_that_plan_and_results_both_list_are_no_measures() -> None:
    made = case("""
ที่ | หัวข้อที่ตั้ง | ลักษณะกิจกรรม | หมู่เรา | การนิเทศติดตาม
1 | ขายผลผลิตหน้าร้าน | ชั่งน้ำหนักทุกครั้ง | งานฟาร์ม | รอบหกเดือน
^ | ^ | ^ | ^ | รอบสิบสองเดือน
2 | ใช้เงินบำรุงหอพัก | อ่านบัญชีหน้าเสาธง | งานหอพัก | รอบหกเดือน
^ | ^ | ^ | ^ | รอบสิบสองเดือน

รอบสรุปงาน | หัวข้อที่ตั้ง | กิจกรรมที่ทำจริง | ผลที่ได้รับ | ปัญหาอุปสรรค
รอบหกเดือน | ขายผลผลิตหน้าร้าน | ติดยอดขาย 121 วัน | เงินนำส่งสูงขึ้น 46,800 บาท | ไม่มี
^ | ใช้เงินบำรุงหอพัก | อ่านบัญชี 4 ครั้ง | ทราบยอดร้อยละ 89 | ไม่มี
รอบสิบสองเดือน | ขายผลผลิตหน้าร้าน | ตรวจเทียบ 30 วัน | สูญหายลดเหลือร้อยละ 1 | ไม่มี
^ | ใช้เงินบำรุงหอพัก | ร่วมตรวจใบเสร็จ 12 คน | ซ่อมห้องน้ำครบ 8 ห้อง | ไม่มี
""").facts
    names = {said(made, [one.name]) for one in results(made)}
    assert names == {"ขายผลผลิตหน้าร้าน", "ใช้เงินบำรุงหอพัก"}
