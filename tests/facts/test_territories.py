"""What stands under a measure's name outside the plan is told of it, in whatever layout."""

from __future__ import annotations

from ita_checker.facts.measures import plan, territories, told_under
from ita_checker.facts.measures.naming.names import alike
from ita_checker.facts.page import flow
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from tests.building import case

PLAN = """
มาตรการ | สิ่งที่จะทำ | เจ้าภาพ
มาตรการกำกับการใช้รถราชการ | ทำสมุดบันทึกการใช้รถ | กองช่าง
มาตรการลดขั้นตอนการออกใบอนุญาต | ตัดเอกสารซ้ำซ้อน | กองคลัง

"""


def told(text: str) -> list[tuple[str, str]]:
    facts = case(text).facts
    return [(one.key, _said(facts, one.parts)) for one in territories(facts)]


def _said(facts: Facts, parts: tuple[tuple[int, int], ...]) -> str:
    return " ".join(flow(facts).text[start:end].strip("\t") for start, end in parts)


def test_a_name_that_heads_a_line_opens_what_is_told_of_it() -> None:
    text = """ผลที่เกิดขึ้น
กำกับการใช้รถราชการ
ตรวจสมุดบันทึก 12 เล่ม
ลดขั้นตอนการออกใบอนุญาต
ใช้เวลา 9 วัน
(นายมานะ ใจดี)
ปลัดเทศบาล
"""
    assert told(PLAN + text) == [
        ("กำกับการใช้รถราชการ", "ตรวจสมุดบันทึก12เล่ม"),
        ("ลดขั้นตอนการออกใบอนุญาต", "ใช้เวลา9วัน"),
    ]


def test_names_side_by_side_head_the_cells_below() -> None:
    text = """ช่วง | กำกับการใช้รถราชการ | ลดขั้นตอนการออกใบอนุญาต
ครึ่งแรก | ตรวจสมุดบันทึก | ตัดสำเนา
ครึ่งหลัง | ตรวจครบ | ลดเวลา
"""
    assert told(PLAN + text) == [
        ("กำกับการใช้รถราชการ", "ตรวจสมุดบันทึก ตรวจครบ"),
        ("ลดขั้นตอนการออกใบอนุญาต", "ตัดสำเนา ลดเวลา"),
    ]


def test_a_piece_marked_as_the_section_before_ends_the_last() -> None:
    text = """◆ สิ่งที่เกิดขึ้น
กำกับการใช้รถราชการ : ตรวจสมุดบันทึก
ลดขั้นตอนการออกใบอนุญาต : ใช้เวลา 9 วัน
◆ ข้อขัดข้อง
งบประมาณไม่พอ
"""
    assert told(PLAN + text)[-1] == ("ลดขั้นตอนการออกใบอนุญาต", ":ใช้เวลา9วัน")


def test_the_plans_own_codes_alone_head_what_is_told() -> None:
    coded = PLAN.replace("\nมาตรการก", "\nA1 มาตรการก").replace("\nมาตรการล", "\nA2 มาตรการล")
    text = """สิ่งที่เกิดขึ้น
A1
ตรวจสมุดบันทึก
A2
ใช้เวลา 9 วัน
"""
    assert [said for _, said in told(coded + text)] == ["ตรวจสมุดบันทึก", "ใช้เวลา9วัน"]


def test_names_that_a_sentence_lists_are_known_again() -> None:
    text = """ได้ประกาศไว้ คือ มาตรการกำกับการใช้รถราชการ และมาตรการลดขั้นตอนการออกใบอนุญาต นั้น
เรื่องการกำกับการใช้รถราชการ ตรวจสมุดบันทึก
เรื่องการลดขั้นตอนการออกใบอนุญาต ใช้เวลา 9 วัน
"""
    assert told(text) == [
        ("กำกับการใช้รถราชการ", "ตรวจสมุดบันทึก"),
        ("ลดขั้นตอนการออกใบอนุญาต", "ใช้เวลา9วัน"),
    ]


def test_a_measures_own_territories_are_known_by_it() -> None:
    facts = case(PLAN + "ผล\nกำกับการใช้รถราชการ ตรวจแล้ว\nลดขั้นตอนการออกใบอนุญาต 9 วัน\n").facts
    assert [_said(facts, one.parts) for one in told_under(facts, plan(facts)[0])] == ["ตรวจแล้ว"]


def test_the_plan_itself_tells_nothing() -> None:
    assert told(PLAN) == []


THREE = """
มาตรการ | สิ่งที่จะทำ | เจ้าภาพ
มาตรการเปิดเผยข้อมูลต่อสาธารณะ | ติดประกาศ | สำนักปลัด
มาตรการกำกับการใช้รถและน้ำมัน | ทำใบขออนุญาต | กองช่าง
มาตรการลดความเสี่ยงการทุจริตในงานจัดเก็บภาษี | ทำแผนผัง | กองคลัง

"""


def test_one_called_by_two_parts_of_its_name_is_known_beside_those_called_by_one() -> None:
    done = ("ติดประกาศครบทุกหมู่บ้าน", "ตรวจใบขออนุญาตครบทุกคัน", "ทำแผนผังเสร็จเรียบร้อย")
    heads = ("เปิดเผยข้อมูล", "รถและน้ำมัน", "ความเสี่ยงในงานจัดเก็บภาษี")
    text = "".join(f"# เรื่อง{head}\n{said}\n" for head, said in zip(heads, done, strict=True))
    assert [said for _, said in told(THREE + text)] == [*done]


def test_a_letter_that_counts_a_measure_is_no_part_of_its_name() -> None:
    assert alike(fold("มาตรการ B : มอบหมายงานเปิดเผย"), fold("B มอบหมายงานเปิดเผย")) == 100.0
