"""Measures of one list are read alike: counted behind their own word, set in as paragraphs are, with
the label that only some of them bear.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import how_many, pairs, plan, results, told_each
from ita_checker.facts.tables import said
from ita_checker.model import Facts

TITLE = "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
COUNTED = """ผลการดำเนินการรายมาตรการ
มาตรการ {0} {mark} ส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง
ฝ่ายพัสดุเผยแพร่ร่างขอบเขตของงานแล้ว 14 โครงการ ผู้ค้ายื่นข้อเสนอเพิ่มขึ้น
มาตรการ {1} {mark} กำกับการใช้ทรัพย์สินของสถาบัน
ฝ่ายอำนวยการติดรหัสครุภัณฑ์แล้ว 812 รายการ
"""


def called(facts: Facts) -> list[str]:
    return [one.called for one in results(facts)]


@pytest.mark.parametrize(("counts", "mark"), [("AB", ":"), ("กข", "."), ("12", "-"), ("12", "")])
def test_measures_counted_behind_their_own_word_are_read(counts: str, mark: str) -> None:
    facts = case(TITLE + COUNTED.format(*counts, mark=mark).replace(" .", ".")).facts
    assert called(facts) == ["ส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง", "กำกับการใช้ทรัพย์สินของสถาบัน"]
    assert [one.number for one in results(facts)] == [1, 2]


def test_how_many_measures_there_are_is_no_count() -> None:
    facts = case(TITLE + "มาตรการ 3 เรื่องของปีนี้กำหนดจากผลการประเมิน\nมาตรการ 2 เรื่องแรกทำเสร็จแล้ว").facts
    assert not called(facts)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("กำหนดมาตรการไว้ 3 เรื่อง", {3}),
        ("ทั้งสี่มาตรการดำเนินการแล้ว", {4}),
        ("มาตรการทั้งสามมาจากจุดอ่อน", {3}),
        ("มาตรการปี 2568 3 เรื่อง", {3}),
        ("มาตรการที่ 2 เรื่องการจัดซื้อจัดจ้าง", set()),
        ("ตามข้อ 3 มาตรการจัดการเรื่องร้องเรียน", set()),
        ("2.3 มาตรการตรวจสอบการใช้ดุลพินิจ", set()),
        ("O27 มาตรการส่งเสริมคุณธรรม (MOIT 12 มาตรการป้องกันการรับสินบน)", set()),
        ("3 มาตรการห้าข้อ", {5}),
    ],
)
def test_how_many_measures_a_report_says_there_are(text: str, numbers: set[int]) -> None:
    assert set(how_many(case(f"คำนำ\n{text}\n").facts)) == numbers


def test_a_label_set_in_as_paragraphs_are_is_one_below_a_full_line() -> None:
    full = "เผยแพร่ข้อมูลครบทุกข้อบนเว็บไซต์และตรวจลิงก์ทุกวันศุกร์ตลอดทั้งปีโดยไม่มีวันใดที่ขาดไปเลย"
    text = f"""
    มาตรการที่ 1 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
        วิธีปฏิบัติ {full}
    ก่อนพิจารณา
        สิ่งที่ทำแล้ว {full}
        ผลที่ได้ รับข้อมูลจากทุกกองครบ 43 ข้อ เพิ่มขึ้นจากเดิม 14 ข้อ และไม่มีลิงก์ใดที่เปิดไม่ได้เลยสักลิงก์
    ได้ทุกข้อ
    มาตรการที่ 2 มาตรการจัดการเรื่องร้องเรียน
        วิธีปฏิบัติ แยกผู้รับเรื่องกับผู้สอบสวน
        ผลที่ได้ รับเรื่อง 3 เรื่อง
    """
    facts = case(text).facts
    assert [said(facts, one.fields["result"])[:10] for one in results(facts)] == [
        "รับข้อมูลจ",
        "รับเรื่อง3",
    ]


ALIKE = """
2. ข้อเท็จจริง
2.1 มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง
ประกาศแผนบนเว็บไซต์แล้ว 92 รายการ
ผลที่เกิดขึ้น: ไม่มีผู้ใดร้องเรียน
2.2 มาตรการตรวจสอบการใช้ดุลพินิจ
{0}
2.3 มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม
{1}
3. ข้อกฎหมาย
"""


def test_of_a_list_in_which_one_bears_a_label_all_that_tell_of_something_done_are_results() -> None:
    done = ("จัดทำเกณฑ์แล้วเสร็จ 9 งาน", "จัดเวทีแล้ว 12 หมู่บ้าน มีผู้เข้าร่วม 614 คน")
    facts = case(ALIKE.format(*done)).facts
    assert len(results(facts)) == 3
    assert not plan(facts)


def test_of_a_list_one_that_tells_of_nothing_done_is_no_result() -> None:
    facts = case(ALIKE.format("จัดทำเกณฑ์แล้วเสร็จ 9 งาน", "เพื่อให้ประชาชนเสนอความเห็นได้")).facts
    assert len(results(facts)) == 1


EACH = """มาตรการทั้ง{0}ข้อ มีผลดังนี้
ข้อ 1 บอกความคืบหน้าคำขอก่อนประชาชนถาม
สำนักช่างส่งข้อความแล้ว 3,045 ข้อความ คนเดินมาถามลดลงครึ่งหนึ่ง
ข้อ 2 รถหลวงใช้แล้วต้องมีร่องรอย
{1}
"""


@pytest.mark.parametrize(
    ("number", "told", "all_told"),
    [
        ("สอง", "สำนักปลัดติดจีพีเอสครบแล้ว 18 คัน ค่าน้ำมันลดลง", True),
        ("สอง", "สำนักปลัดเป็นเจ้าของเรื่อง", False),
        ("สาม", "สำนักปลัดติดจีพีเอสครบแล้ว 18 คัน ค่าน้ำมันลดลง", False),
    ],
)
def test_results_are_told_of_each_where_as_many_as_there_are_tell_of_something_done(
    number: str, told: str, all_told: bool
) -> None:
    assert bool(told_each(case(TITLE + EACH.format(number, told)).facts)) is all_told


IN_TABLES = """มี 2 มาตรการ
01 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
เจ้าภาพ กองยุทธศาสตร์
ครึ่งปีแรก | ทำคลิปแล้ว 6 ตอน

02 มาตรการยืมทรัพย์สินผ่านระบบ
เจ้าภาพ สำนักคลัง
{}
ข้อเสนอสำหรับปีหน้า ขยายระบบไปยังสถานศึกษาแล้ว 6 แห่ง
"""


@pytest.mark.parametrize(
    ("last", "told"), [("ครึ่งปีแรก | ติดรหัสแล้ว 3,410 รายการ\n", True), ("", False)]
)
def test_what_stands_in_tables_under_numbered_names_is_told_of_each(last: str, told: bool) -> None:
    assert bool(told_each(case(TITLE + IN_TABLES.format(last)).facts)) is told


SUMMED_UP = """
มาตรการที่ 1 มาตรการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์
1. จัดทำบัญชีข้อมูล
2. นำขึ้นเว็บไซต์และตรวจลิงก์
มาตรการที่ 2 มาตรการประเมินความเสี่ยงการทุจริต
{}
ง. ตารางเจ้าภาพ
รหัส | มาตรการ | เจ้าภาพหลัก | การเฝ้าดูและแจ้งผล
1 | เผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ | สำนักปลัด | สรุปรอบ 6 เดือน และรอบ 12 เดือน
2 | ประเมินความเสี่ยงการทุจริต | หน่วยตรวจสอบภายใน | สรุปรอบ 6 เดือน และรอบ 12 เดือน
"""


@pytest.mark.parametrize(
    ("list_of_two", "with_steps"),
    [("1. ตั้งคณะทำงาน\n2. เลือกงานเสี่ยง", [True, True]), ("", [True, False])],
)
def test_steps_counted_under_a_name_are_those_of_the_measure_in_the_table_below(
    list_of_two: str, with_steps: list[bool]
) -> None:
    made = plan(case(SUMMED_UP.format(list_of_two)).facts)
    assert ["steps" in one.fields for one in made] == with_steps


IN_SHORT = """
มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ทำป้าย | สำนักปลัด | ทุกเดือน
มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง | ประกาศแผน | กองคลัง | ทุกเดือน

# ทำแล้วเป็นอย่างไร

องค์การบริหารส่วนตำบลได้ดำเนินการตามที่กำหนดไว้ทุกเรื่องตั้งแต่ต้นปีงบประมาณ และขอสรุปสิ่งที่เกิดขึ้น
ดังต่อไปนี้

เผยแพร่ข้อมูลต่อสาธารณะ

- เปิดเว็บไซต์แล้ว ลงข้อมูล 36 รายการ

{}

- ประกาศแผนแล้ว 28 รายการ ไม่มีผู้ร้องเรียน
"""


@pytest.mark.parametrize(
    ("heading", "count"), [("จัดซื้อจัดจ้าง", 2), ("2. จัดซื้อจัดจ้าง", 2), ("งานพัสดุ", 1)]
)
def test_a_heading_that_is_the_end_of_a_planned_name_names_its_measure(
    heading: str, count: int
) -> None:
    facts = case(IN_SHORT.format(heading)).facts
    assert sum(bool(pair.results) for pair in pairs(facts) if pair.plan) == count
