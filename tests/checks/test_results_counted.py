"""What is counted in prose and tables of results: measures, steps of one, tables of a round."""

from __future__ import annotations

import pytest
from building import case

from ita_checker.checks import rounds
from ita_checker.facts.measures import left_unread, plan, results
from ita_checker.facts.tables import field
from ita_checker.model import Item

RESULTS = Item("O43", "ผล", "results")
TITLE = "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2564\n\n"
MEMO = """ได้ประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสของหน่วยงานไว้ {many} เมื่อต้นปี โดยให้สรุปผลรายงานผู้บริหาร
รอบ 3 เดือน และรอบ 6 เดือน

# ผลรอบ 3 เดือน (ต.ค. 63 – ธ.ค. 63)

1. เปิดข้อมูลให้ชาวบ้านรู้
ติดประกาศแล้ว 14 หมู่ คนเข้าเว็บเพิ่มขึ้นเป็น 180 คน
2. ตรวจการใช้ดุลพินิจ
ออกใบอนุญาตแล้ว 6 ราย ไม่เกิน 10 วันทุกราย
3. รับเรื่องร้องเรียน
ซ่อมไฟทางแล้ว 2 เรื่อง

รายงาน ณ วันที่ 19 เมษายน 2564
"""


@pytest.mark.parametrize("many", ["3 เรื่อง", "สามงาน", "สามคำมั่น"])
def test_as_many_pieces_as_there_are_said_to_be_tell_the_results(many: str) -> None:
    made = case(TITLE + MEMO.format(many=many), fiscal_year=2564, items=(RESULTS,))
    assert [one.called for one in results(made.facts)] == [
        "เปิดข้อมูลให้ชาวบ้านรู้",
        "ตรวจการใช้ดุลพินิจ",
        "รับเรื่องร้องเรียน",
    ]
    found = rounds.check(made, rounds.Params()).findings
    assert [(one.code, one.expected) for one in found] == [("RND003", "รอบ 6 เดือน")]


@pytest.mark.parametrize("many", ["5 เรื่อง", "หลายเรื่อง"])
def test_fewer_or_more_than_are_said_are_not_known_to_be_the_results(many: str) -> None:
    assert not results(case(TITLE + MEMO.format(many=many), fiscal_year=2564).facts)


@pytest.mark.parametrize(
    "text",
    [
        "ให้กองช่างเป็นแม่งาน ขั้นแรกวาดเส้นทางเอกสาร ขั้นต่อไปตัดขั้นตอนที่ซ้ำ ขั้นสุดท้ายย้ายมาไว้จุดบริการเดียว ฝ่ายเลขานุการสุ่มจับเวลา\n",
        "ตารางที่ 1 ช่วง ต.ค. – ธ.ค. 63 (ไตรมาสที่ 1)\n\nตารางที่ 2 ช่วง ม.ค. – มี.ค. 64 (ไตรมาสที่ 2)\n",
    ],
)
def test_steps_and_tables_that_are_counted_are_no_measures(text: str) -> None:
    told = "\nวาดเส้นทางเอกสาร เสร็จแล้ว 9 ขั้น\n\nช่วง ต.ค. ทำแล้ว 3 ครั้ง\n"
    assert not plan(case(TITLE + text + told, fiscal_year=2564).facts)


SIDEWAYS = """แปลงคะแนนเป็นสองงาน ให้รายงานผลรอบ 6 เดือน และรอบ 9 เดือน

สิ่งที่วางไว้ | เปิดบัญชีหน้าศาลา | กุญแจมีเจ้าของ
มอบให้ | กองคลัง | กองช่าง

สิ่งที่เกิดขึ้น | เปิดบัญชีหน้าศาลา | กุญแจมีเจ้าของ
รอบ 6 เดือน | อ่านแล้ว 8 ครั้ง | ติดป้ายแล้ว 54 ดอก
รอบ 9 เดือน | อ่านครบ 16 ครั้ง | ไม่มีกุญแจหาย ตรวจแล้ว 54 ดอก

(นายสมนึก ดีงาม) ปลัด
22 เมษายน 2564
"""


def test_a_row_of_a_round_not_over_is_told_too_early_under_names_side_by_side() -> None:
    made = case(TITLE + SIDEWAYS, fiscal_year=2564, items=(RESULTS,))
    found = rounds.check(made, rounds.Params()).findings
    assert [(one.code, one.found) for one in found] == [("RND004", "รอบ 9 เดือน")]


@pytest.mark.parametrize(
    ("heading", "held"),
    [("กิจกรรมและผลลัพธ์", "outcome"), ("กิจกรรม", "project"), ("กิจกรรมและขั้นตอน", "project")],
)
def test_a_column_of_activities_and_outcomes_tells_outcomes(heading: str, held: str) -> None:
    assert field(heading) == held


@pytest.mark.parametrize(
    ("last", "codes"),
    [
        ("เมื่อสิ้นเดือนกันยายนแล้วผมจะเขียนมาหาอีก", []),
        ("ทำครบทั้ง 3 เรื่องแล้ว และจะทำต่อ", ["RND004"]),
    ],
)
def test_a_round_at_the_head_of_what_will_be_done_is_not_reported(
    last: str, codes: list[str]
) -> None:
    text = TITLE + MEMO.format(many="3 เรื่อง") + f"\n# รอบ 12 เดือน {last}\n"
    made = case(text.replace("และรอบ 6 เดือน", ""), fiscal_year=2564, items=(RESULTS,))
    assert [one.code for one in rounds.check(made, rounds.Params()).findings] == codes


FORM = """ชื่อหน่วยงาน | โรงพยาบาลทุ่งแก้ว
วัน/เดือน/ปี | 7 เมษายน 2564
หัวข้อ | รายงานผลตามมาตรการป้องกันการรับสินบน
รายละเอียดข้อมูล (โดยสรุป) | แฟ้มผลงานสามด้าน รวม 2 รายการ
ผู้รับผิดชอบการให้ข้อมูล | นางวราภรณ์ ใจดี หัวหน้ากลุ่มงานบริหารทั่วไป
ผู้นำข้อมูลขึ้นเผยแพร่ | ภาณุ อุดดี นักวิชาการคอมพิวเตอร์
"""


def test_the_form_for_publishing_holds_no_measure() -> None:
    assert not left_unread(case(TITLE + FORM, fiscal_year=2564).facts)
    other = FORM.replace("ชื่อหน่วยงาน", "เปิดงาน").replace("หัวข้อ", "ชวนคุย").replace("ผู้", "คน")
    assert left_unread(case(TITLE + other, fiscal_year=2564).facts)
