"""Measures crossed with rounds, what is told of each in rows that come again: a row for each measure in
each round, whichever of them stands on the left.
"""

from __future__ import annotations

from building import case

from ita_checker.facts.measures import results
from ita_checker.facts.tables import grids, said

UNDER_ROUNDS = """
        เมื่อใด | เรื่องที่ดู | (ก) ลดขั้นตอนการขอใช้สนามกีฬา | (ข) มาตรการยืมเครื่องจักร
        รอบ 6 เดือน (ต.ค. 66 – มี.ค. 67) | สิ่งที่ทำ | ยุบแบบคำขอเป็นแบบเดียว | ทำสมุดคุม 14 คัน
        ^ | ที่ได้มา | ผู้ขอ 88 ราย รอ 3 วัน | ทราบที่อยู่รถทุกคัน
        ^ | ปัญหา | - | คนขับไม่ชินกับแบบบันทึก
        รอบ 12 เดือน (ต.ค. 66 – ก.ย. 67) | สิ่งที่ทำ | เปิดรับคำขอทางไลน์ | เทียบน้ำมันทุกสิ้นเดือน
        ^ | ที่ได้มา | ผู้ขอ 231 ราย รอ 1 วัน | ค่าน้ำมันลดลง 184,000 บาท
        ^ | ปัญหา | - | -
"""
UNDER_MEASURES = """
        งาน | หัวข้อ | ครึ่งปีแรก | ครึ่งปีหลัง
        แจกคิวก่อนฟ้าสาง | ดำเนินการอย่างไร | ตั้งตู้กดบัตรคิว 2 จุด | เพิ่มตู้อีก 1 จุด
        ^ | ผลที่เกิดขึ้น | รอเฉลี่ย 20 นาที จากเดิม 45 นาที | รอเฉลี่ย 12 นาที
        กุญแจรถอยู่กับยาม | ดำเนินการอย่างไร | ยามถือกุญแจ 9 ดอก | ตรวจเลขไมล์ทุกวัน
        ^ | ผลที่เกิดขึ้น | ไม่มีรถออกนอกเวลา | ค่าน้ำมันลดลง 12,000 บาท
"""
UNDER_WIDE_ROWS = """
        หัวข้อ | ปลูกผักสวนครัวหน้าสำนักงาน | อ่านประกาศทางหอกระจายข่าว
        รอบ 6 เดือน | < | <
        การดำเนินการ | จัดแปลง 4 แปลง | อ่านทุกวันจันทร์
        ผลลัพธ์ | แจกผัก 60 ครัวเรือน | ผู้สอบถามลดลงเหลือ 5 ราย
        รอบ 12 เดือน | < | <
        การดำเนินการ | เพิ่มอีก 2 แปลง | อ่านวันละสองรอบ
        ผลลัพธ์ | แจกผัก 140 ครัวเรือน | ไม่มีผู้สอบถามซ้ำ
"""


def seen(text: str) -> dict[str, dict[str, list[str]]]:
    """Return what each measure is called and what its fields say."""
    made = case(text)
    return {
        said(made.facts, [one.name]): {
            held: [said(made.facts, [part]) for part in parts] for held, parts in one.fields.items()
        }
        for one in results(made.facts)
    }


def test_measures_are_columns_and_what_is_told_comes_again_under_each_round() -> None:
    found = seen(UNDER_ROUNDS)
    assert list(found) == ["(ก)ลดขั้นตอนการขอใช้สนามกีฬา", "(ข)มาตรการยืมเครื่องจักร"]
    own = found["(ข)มาตรการยืมเครื่องจักร"]
    assert own["activity"] == ["ทำสมุดคุม14คัน", "เทียบน้ำมันทุกสิ้นเดือน"]
    assert own["result"] == ["ทราบที่อยู่รถทุกคัน", "ค่าน้ำมันลดลง184,000บาท"]
    assert own["problem"] == ["คนขับไม่ชินกับแบบบันทึก", "-"]
    assert [one[:9] for one in own["monitoring"]] == ["รอบ6เดือน", "รอบ12เดือ"]


def test_rounds_are_columns_and_what_is_told_comes_again_under_each_measure() -> None:
    found = seen(UNDER_MEASURES)
    assert list(found) == ["แจกคิวก่อนฟ้าสาง", "กุญแจรถอยู่กับยาม"]
    own = found["กุญแจรถอยู่กับยาม"]
    assert own["activity"] == ["ยามถือกุญแจ9ดอก", "ตรวจเลขไมล์ทุกวัน"]
    assert own["result"] == ["ไม่มีรถออกนอกเวลา", "ค่าน้ำมันลดลง12,000บาท"]


def test_a_round_over_the_whole_table_is_that_of_the_rows_below_it() -> None:
    found = seen(UNDER_WIDE_ROWS)
    assert list(found) == ["ปลูกผักสวนครัวหน้าสำนักงาน", "อ่านประกาศทางหอกระจายข่าว"]
    own = found["อ่านประกาศทางหอกระจายข่าว"]
    assert own["activity"] == ["อ่านทุกวันจันทร์", "อ่านวันละสองรอบ"]
    assert own["outcome"] == ["ผู้สอบถามลดลงเหลือ5ราย", "ไม่มีผู้สอบถามซ้ำ"]
    assert own["monitoring"] == ["รอบ6เดือน", "รอบ12เดือน"]


def test_measures_that_come_again_in_every_round_are_no_labels() -> None:
    made = case("""
        รอบการรายงาน | มาตรการ | สิ่งที่ทำ | ผลที่ได้
        รอบ 6 เดือน | ตรวจสอบพัสดุ | นับของ 40 รายการ | ครบ 40 รายการ
        ^ | ผลงานขึ้นป้าย | ขึ้นป้าย 3 ครั้ง | ผู้อ่าน 90 ราย
        รอบ 12 เดือน | ตรวจสอบพัสดุ | นับของ 42 รายการ | ครบ 42 รายการ
        ^ | ผลงานขึ้นป้าย | ขึ้นป้าย 6 ครั้ง | ผู้อ่าน 200 ราย
        """)
    (grid,) = grids(made.facts)
    assert len(grid.rows) == 4
    assert [said(made.facts, [one.name]) for one in results(made.facts)][:2] == [
        "ตรวจสอบพัสดุ",
        "ผลงานขึ้นป้าย",
    ]


def test_what_is_missing_of_a_measure_in_a_round_is_that_measures() -> None:
    text = UNDER_WIDE_ROWS.replace("แจกผัก 60 ครัวเรือน", "").replace("แจกผัก 140 ครัวเรือน", "")
    found = seen(text)
    assert found["ปลูกผักสวนครัวหน้าสำนักงาน"]["outcome"] == ["", ""]
    assert all(found["อ่านประกาศทางหอกระจายข่าว"]["outcome"])
