"""Forms in tables of one column: labels that come again, table after table, stand beside what they
label.
"""

from __future__ import annotations

from building import case, one_column

from ita_checker.facts.measures import plan, results
from ita_checker.facts.measures.naming.record import filled
from ita_checker.facts.tables import said

FORM = """
# รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน

มาตรการที่ 1 แผนผังขั้นตอนบริการกองช่าง |
ผู้รับผิดชอบ กองช่าง |
สิ่งที่ได้ทำ จัดทำแผนผังการขออนุญาต ติดตั้งหน้าห้อง |
ได้อะไร คำขอ 64 ราย แล้วเสร็จตามเวลา 61 ราย คิดเป็นร้อยละ 95 |
สถานะ ☑ เสร็จ ☐ ไม่เสร็จ |

มาตรการที่ 2 ทะเบียนยืมเครื่องจักรกล |
ผู้รับผิดชอบ กองพัสดุ |
สิ่งที่ได้ทำ ขึ้นทะเบียนเครื่องจักร 42 คัน เมื่อ 3 มีนาคม 2564 |
ได้อะไร |
สถานะ ☐ เสร็จ ☐ ไม่เสร็จ |
"""


def test_a_form_of_one_column_is_read_label_by_label_and_what_nothing_ticks_says_nothing() -> None:
    facts = one_column(FORM)
    made = results(facts)
    assert [one.called for one in made] == ["แผนผังขั้นตอนบริการกองช่าง", "ทะเบียนยืมเครื่องจักรกล"]
    assert [filled(facts, one, "activity") for one in made] == [True, True]
    assert [filled(facts, one, "result", "outcome") for one in made] == [True, False]


def test_a_row_that_a_line_parts_leaves_a_form_of_whole_rows_a_form() -> None:
    def card(number: int, name: str, outcome: str) -> str:
        return f"""
ช่องที่ {number} มาตรการ{name} | <
วิธี บัตรคิว สลับเวรพักเที่ยง | <
คนทำ สำนักปลัด | <
ทำแล้ว เริ่มใช้เมื่อ {number} ธันวาคม 2563 | <
เกิดผล | {outcome}
"""

    facts = case(
        "# รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
        + card(1, "บริการเสมอหน้า", "คนรอเท่ากัน")
        + card(2, "ราคากลางหน้าป้าย", "ผู้รับจ้างแก้แล้ว")
    ).facts
    made = results(facts)
    assert [one.called for one in made] == ["บริการเสมอหน้า", "ราคากลางหน้าป้าย"]
    told = ("activity", "responsible", "outcome")
    assert all(filled(facts, one, held) for one in made for held in told)


FOLDED = """
# มาตรการส่งเสริมความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2565

มาตรการ | มาตรการเผยแพร่ข้อบัญญัติ | < | <
ผู้รับผิดชอบ | สำนักปลัด | ระยะเวลา | ตลอดปีงบประมาณ
ขั้นตอน | ถ่ายทอดสดการประชุมสภา | < | <
การกำกับติดตาม | รายงานนายกรอบ 6 เดือน | < | <

มาตรการ | มาตรการออกใบอนุญาตตามคิว | < | <
ผู้รับผิดชอบ | กองช่าง | ระยะเวลา | มกราคม 2565
ขั้นตอน | ออกบัตรคิวคำขอ | < | <
การกำกับติดตาม | รายงานนายกรอบ 6 เดือน | < | <
"""


def test_a_form_with_two_fields_side_by_side_in_a_row_is_a_measure_s() -> None:
    made = case(FOLDED).facts
    assert [one.called for one in plan(made)] == ["เผยแพร่ข้อบัญญัติ", "ออกใบอนุญาตตามคิว"]
    assert [said(made, one.fields["period"]) for one in plan(made)] == [
        "ตลอดปีงบประมาณ",
        "มกราคม2565",
    ]
