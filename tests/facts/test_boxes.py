"""Boxes drawn around lines: bars for titles and lines under each part nothing, whichever program
draws them.
"""

from __future__ import annotations

from building import one_column

from ita_checker.facts.measures import plan, results
from ita_checker.facts.tables import grids, said

CARD = """
มาตรการที่ {number} {name} |
ตอบจุดอ่อน {weak} // ขั้นตอน {steps} // ผู้รับผิดชอบ {who} // การติดตาม รอบ 6 เดือน และรอบ 12 เดือน // \
สิ่งที่ทำแล้ว {done} // ผลที่ได้ {came} |
"""
CARDS = "# แบบรายงานมาตรการและผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. 2566\n" + "---page---\n".join(
    CARD.format(number=number, name=name, weak=weak, steps=steps, who=who, done=done, came=came)
    for number, (name, weak, steps, who, done, came) in enumerate(
        [
            (
                "บอกขั้นตอนขอใช้สนามกีฬา", "คุณภาพการดำเนินงาน", "ทำป้ายบอกขั้นตอน ติดหน้าสนาม",
                "กองการศึกษา", "ติดป้าย 4 จุดเมื่อธันวาคม 2565", "ผู้ขอใช้ 31 ราย ไม่ต้องถามซ้ำ",
            ),
            (
                "เปิดทะเบียนรถส่วนกลาง", "การใช้ทรัพย์สินของราชการ", "ลงทะเบียนการใช้ทุกครั้ง",
                "สำนักปลัด", "ลงทะเบียน 118 ครั้ง", "ไม่พบการใช้นอกราชการ",
            ),
        ],
        1,
    )
)  # fmt: skip


def test_a_measure_in_a_box_under_a_bar_with_its_title_is_read_as_lines_are() -> None:
    facts = one_column(CARDS)
    assert not grids(facts)
    for told in (plan(facts), results(facts)):
        assert [one.called for one in told] == ["บอกขั้นตอนขอใช้สนามกีฬา", "เปิดทะเบียนรถส่วนกลาง"]
        assert [said(facts, one.fields["responsible"]) for one in told] == ["กองการศึกษา", "สำนักปลัด"]
    assert [said(facts, one.fields["monitoring"]) for one in plan(facts)] == [
        "รอบ6เดือนและรอบ12เดือน"
    ] * 2


def test_the_lines_of_a_memo_s_head_that_are_underlined_are_lines() -> None:
    head = """
ส่วนราชการ สำนักปลัดเทศบาล โทร 0 4900 0001 |
ที่ ลป 53401/88 วันที่ 22 เมษายน 2566 |
เรื่อง รายงานผลการดำเนินการตามมาตรการ |
"""
    facts = one_column(head + "\nเรียน นายกเทศมนตรี\n")
    assert not facts.document.pages[0].tables
    assert [one.after for one in facts.document.pages[0].lines if one.text] == ["\n"] * 4
