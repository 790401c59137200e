"""An empty field is told for its measure; a merged cell, a field given once for all, and prose all
count.
"""

import pytest
from building import case

from ita_checker.checks.measure_fields import Params, check
from ita_checker.model import Item, Verdict

PARAMS = Params(plan=("steps", "responsible", "monitoring"), result=("activity", "result"))


def judged(text: str, kind: str | None = None) -> list[tuple[str, str | None]]:
    items = (Item("O42", "", kind),) if kind else ()
    answer = check(case(text, items=items), PARAMS)
    assert (answer.verdict is Verdict.GAP) == bool(answer.findings)
    assert {finding.code for finding in answer.findings} <= {"MEA004"}
    return [(finding.subject, finding.expected) for finding in answer.findings]


def test_a_full_plan_and_full_results_are_met() -> None:
    assert (
        judged("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการป้องกันการรับสินบน | ประกาศ | สำนักปลัด | รายงาน

        มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์ | หมายเหตุ
        มาตรการป้องกันการรับสินบน | ประกาศแล้ว | ประกาศ 1 ฉบับ | เจ้าหน้าที่รับทราบ |
        """)
        == []
    )


def test_empty_cells_and_dashes_are_missing_fields() -> None:
    assert judged("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการป้องกันการรับสินบน | ประกาศ |  | รายงาน
        มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | สำนักปลัด | -
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | - | งานประชาสัมพันธ์ | –
        """) == [
        ("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "ขั้นตอนหรือวิธีการปฏิบัติ, การกำกับติดตาม"),
        ("มาตรการป้องกันการรับสินบน", "ผู้รับผิดชอบ"),
        ("มาตรการตรวจสอบการใช้ดุลพินิจ", "การกำกับติดตาม"),
    ]


def test_dots_never_filled_in_are_left_to_another_check() -> None:
    assert (
        judged("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการป้องกันการรับสินบน | ประกาศ | .......... | รายงาน
        """)
        == []
    )


def test_a_merged_cell_fills_all_its_rows_even_where_its_frame_was_not_seen() -> None:
    rows = (
        "มาตรการก้าวหน้า | ประกาศ | {0} | รายงาน\nมาตรการข้อมูล | ประกาศ | {1} |"
        " รายงาน\nมาตรการสินบน | ประกาศ | {2} | รายงาน\n"
    )
    head = "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม\n"
    assert judged(head + rows.format("สำนักปลัด", "^", "^")) == []
    assert judged(head + rows.format("", "สำนักปลัด", "")) == []


def test_a_result_in_one_column_or_several_is_a_result() -> None:
    assert (
        judged("""
        มาตรการ | ผลการดำเนินการ
        มาตรการป้องกันการรับสินบน | ประกาศนโยบายแล้ว
        """)
        == []
    )
    assert (
        judged("""
        มาตรการ | การดำเนินการ | ผลผลิต | ผลลัพธ์
        มาตรการป้องกันการรับสินบน | ประกาศ | ประกาศ 1 ฉบับ |
        """)
        == []
    )


def test_a_result_without_what_was_done_or_without_a_result_is_missed() -> None:
    assert judged("""
        มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์
        มาตรการป้องกันการรับสินบน | ประกาศแล้ว |  | -
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ |  | เว็บไซต์ | ประชาชนเข้าถึงข้อมูล
        มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | คู่มือ 1 เล่ม | -
        """) == [
        ("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "รายละเอียดการดำเนินงาน"),
        ("มาตรการป้องกันการรับสินบน", "ผลการดำเนินการ"),
    ]


def test_a_result_that_nothing_was_done_is_none_and_progress_is_one() -> None:
    assert judged("""
        มาตรการ | ผลการดำเนินการ
        มาตรการป้องกันการรับสินบน | ยังไม่ได้ดำเนินการ
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | อยู่ระหว่างดำเนินการ
        """) == [("มาตรการป้องกันการรับสินบน", "ผลการดำเนินการ")]


def test_a_field_given_once_for_all_in_prose_is_given() -> None:
    table = "มาตรการ | ขั้นตอน | การกำกับติดตาม\nมาตรการป้องกันการรับสินบน | ประกาศ | รายงาน\n"
    assert judged(table) == [("ทุกมาตรการ", "ผู้รับผิดชอบ")]
    assert judged("โดยมอบหมายให้สำนักปลัดเป็นผู้รับผิดชอบการดำเนินงาน\n" + table) == []
    assert judged(table + "ผู้รับผิดชอบ : สำนักปลัด\n") == []


def test_a_guideline_stands_for_steps_where_there_is_no_column_for_them() -> None:
    assert (
        judged("""
        มาตรการ | แนวทางการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการป้องกันการรับสินบน | ประกาศ | สำนักปลัด | รายงาน
        """)
        == []
    )


def test_who_is_responsible_for_all_measures_excuses_an_empty_cell() -> None:
    assert (
        judged("""
        ทุกมาตรการมีสำนักปลัดเป็นผู้รับผิดชอบหลัก
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการป้องกันการรับสินบน | ประกาศ |  | รายงาน
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | เผยแพร่ | งานประชาสัมพันธ์ | รายงาน
        """)
        == []
    )


@pytest.mark.parametrize(
    ("sentence", "lacking"),
    [
        ("ที่ประชุมให้นำจุดอ่อนทุกข้อไปกำหนดมาตรการ มอบหมายกลุ่มงานรับผิดชอบต่อไป", ["มาตรการป้องกันการรับสินบน"]),
        ("ทุกมาตรการมีสำนักปลัดเป็นผู้รับผิดชอบหลัก", []),
    ],
)
def test_a_sentence_that_may_speak_of_something_else_fills_no_cell_of_a_column_that_is_filled(
    sentence: str, lacking: list[str]
) -> None:
    said = judged(f"""
        {sentence}
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการป้องกันการรับสินบน | ประกาศ |  | รายงาน
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | เผยแพร่ | งานประชาสัมพันธ์ | รายงาน
        มาตรการจัดการเรื่องร้องเรียน | เปิดช่องทาง | งานนิติการ | รายงาน
        """)
    assert [name for name, _ in said] == lacking


def test_a_blank_remark_budget_or_period_is_fine() -> None:
    assert (
        judged("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม | งบประมาณ | ระยะเวลา | หมายเหตุ
        มาตรการป้องกันการรับสินบน | ประกาศ | สำนักปลัด | รายงาน | - | |
        """)
        == []
    )


def test_prose_measures_are_held_to_the_same_fields() -> None:
    assert judged("""
        1. มาตรการป้องกันการรับสินบน
        ขั้นตอน: ประกาศนโยบาย
        ผู้รับผิดชอบ: สำนักปลัด
        การกำกับติดตาม: รายงานทุก 6 เดือน
        2. มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
        ขั้นตอน: เผยแพร่ข้อมูล
        ผู้รับผิดชอบ:
        การกำกับติดตาม: รายงานทุก 6 เดือน
        """) == [("2. มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "ผู้รับผิดชอบ")]


def test_an_item_is_asked_for_its_own_side_only() -> None:
    text = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการป้องกันการรับสินบน | ประกาศ |  | รายงาน
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | เผยแพร่ | งานประชาสัมพันธ์ | รายงาน

        มาตรการ | รายละเอียดการดำเนินงาน | ผลการดำเนินการ
        มาตรการป้องกันการรับสินบน | ประกาศแล้ว | ประกาศ 1 ฉบับ
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | เผยแพร่แล้ว |
        """
    assert judged(text, "measures") == [("มาตรการป้องกันการรับสินบน", "ผู้รับผิดชอบ")]
    assert judged(text, "results") == [("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "ผลการดำเนินการ")]


ALONE = """
    # มาตรการป้องกันการรับสินบน
    # ประจำปีงบประมาณ พ.ศ. 2562
    -> องค์การบริหารส่วนตำบลห้วยตะแบก
    1. หลักการและเหตุผล
    องค์การบริหารส่วนตำบลห้วยตะแบกให้ความสำคัญกับการบริหารงานที่โปร่งใสและตรวจสอบได้จากทุกภาคส่วน
    2. วัตถุประสงค์
    2.1 เพื่อให้บุคลากรถือเป็นแบบอย่างเดียวกันทั้งองค์กร
    3. ขั้นตอนและวิธีการปฏิบัติ
    3.1 รวบรวมและตรวจสอบข้อมูลที่เกี่ยวข้องทุกสิ้นเดือน
    3.2 แต่งตั้งเจ้าหน้าที่รับผิดชอบรับเรื่อง
    3.3 แจ้งเวียนและปิดประกาศให้ประชาชนทราบ
"""
ONE = (Item("O46", "มาตรการป้องกันการรับสินบน", "measure"),)


def alone(text: str) -> list[tuple[str, str, str | None]]:
    answer = check(case(text, fiscal_year=2562, items=ONE), Params(("steps", "responsible"), ()))
    return [(finding.code, finding.subject, finding.expected) for finding in answer.findings]


def test_a_file_that_is_one_measure_must_say_who_is_responsible() -> None:
    assert alone(ALONE) == [("MEA004", "มาตรการป้องกันการรับสินบน", "ผู้รับผิดชอบ")]
    assert alone(ALONE + "    4. หน่วยงานที่รับผิดชอบ\n    สำนักปลัด\n") == []
    assert alone(ALONE + "    4. ให้สำนักปลัดดำเนินการและรายงานผล\n") == []


def test_a_file_that_is_one_measure_must_set_steps() -> None:
    assert alone(ALONE.replace("3. ขั้นตอนและวิธีการปฏิบัติ", "3. ผู้รับผิดชอบ สำนักปลัด")) == [
        ("MEA004", "มาตรการป้องกันการรับสินบน", "ขั้นตอนหรือวิธีการปฏิบัติ")
    ]


IN_WORDS = (
    ALONE[: ALONE.index("    3. ขั้น")]
    + "    # {}\n    {}\n    กรณีได้รับของขวัญ ส่งคืนโดยเร็ว\n    # {}\n    สำนักปลัด\n"
)
CLAUSES = (
    "{0}แรก ให้กรอกแบบเปิดเผยความสัมพันธ์ {0}ที่สอง ให้เปลี่ยนตัวผู้ปฏิบัติทันที {0}ที่สาม ให้บันทึกเหตุผลไว้ในสมุดทะเบียน"
)


def test_a_heading_over_text_says_what_stands_under_it() -> None:
    for steps in ("ข. ลำดับการปฏิบัติ", "3. ลงมือทำอย่างไร", "ข. กระบวนการทำงาน"):
        for who in ("ส่วนราชการที่ต้องรับผิดชอบ", "เจ้าของเรื่อง", "หน่วยปฏิบัติ"):
            assert alone(IN_WORDS.format(steps, CLAUSES.format("ขั้น"), who)) == [], (steps, who)


def test_clauses_counted_in_words_may_be_the_steps() -> None:
    def judged_alone(clauses: str) -> list[bool]:
        text = IN_WORDS.format("3. เรื่องที่ทุกคนพึงรู้", clauses, "ผู้รับผิดชอบ")
        made = case(text, fiscal_year=2562, items=ONE)
        answer = check(made, Params(("steps", "responsible"), ()))
        return [bool(one.perhaps) for one in answer.findings]

    assert judged_alone(CLAUSES.format("ลำดับ")) == [True]
    assert judged_alone("ทุกคนพึงรู้ว่าเรื่องใดเป็นประโยชน์ทับซ้อน") == [False]


def test_who_and_how_it_is_watched_may_be_told_in_other_words_below_the_table() -> None:
    assert (
        judged("""
        มาตรการ | ขั้นตอน | กรอบเวลา
        มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | มกราคม 2565
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ปรับปรุงเว็บไซต์ | มีนาคม 2565

        เจ้าของงานทั้งสองเรื่องคือสำนักปลัด รองปลัดถามความคืบหน้าทุกการประชุมประจำเดือน
        """)
        == []
    )


def test_what_stands_under_a_rows_name_outside_the_table_may_be_its_steps() -> None:
    table = """
        รหัส | มาตรการ | เจ้าภาพ | การกำกับติดตาม
        1.1 | ประกาศเจตจำนงสุจริตของผู้บริหาร | สำนักปลัด | ปลัดติดตามทุกเดือน
        1.2 | ประเมินความเสี่ยงเรื่องผลประโยชน์ทับซ้อน | กองคลัง | ปลัดติดตามทุกเดือน
        """
    names = ("ประกาศเจตจำนงสุจริตของผู้บริหาร", "ประเมินความเสี่ยงเรื่องผลประโยชน์ทับซ้อน")
    told = "".join(f"มาตรการที่ 1.{at} {name}\n- {{under}}\n\n" for at, name in enumerate(names, 1))
    (asked,) = check(
        case(told.format(under="ลงนามต่อหน้าประชาชนในวันประชุมสภา") + table), PARAMS
    ).findings
    assert asked.perhaps
    (alone,) = check(case(table), PARAMS).findings
    assert not alone.perhaps
    listed = "".join(f"มาตรการที่ 1.{at} {name}\n" for at, name in enumerate(names, 1))
    (named,) = check(case(listed + "\n\n" + table), PARAMS).findings
    assert not named.perhaps


def test_a_heading_that_names_measures_and_their_steps_stands_over_both() -> None:
    text = """
        จุดอ่อน | มาตรการ/ขั้นตอนเรียงตามลำดับ | ผู้รับผิดชอบ | การกำกับติดตาม
        การเปิดเผยข้อมูล | มาตรการเผยแพร่ข้อมูล ๑) ทำบัญชี ๔๓ ข้อ ๒) แบ่งคนลงข้อมูล | สำนักปลัด | รอบ ๖ เดือน
        การใช้ทรัพย์สิน | มาตรการขอใช้ทรัพย์สิน ๑) ออกระเบียบ ๒) พิมพ์แบบ | กองคลัง | รอบ ๖ เดือน
        """
    assert check(case(text), Params()).findings == ()


def test_the_one_outcome_left_empty_is_missed_whatever_was_made() -> None:
    text = """
        มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์
        มาตรการป้องกันการรับสินบน | ประกาศ | 1 ฉบับ | เจ้าหน้าที่รับทราบ
        มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | 1 เล่ม | ลดข้อโต้แย้ง
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ปรับปรุงเว็บไซต์ | 43 เรื่อง | {}
        """
    assert judged(text.format("")) == [("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "ผลการดำเนินการ")]
    assert judged(text.format("ประชาชนทราบข้อมูล")) == []
    assert judged(text.format("").replace("ลดข้อโต้แย้ง", "")) == []  # nobody fills that column


def test_one_empty_field_of_a_whole_row_is_sure_what_may_not_have_been_read_whole_is_likely() -> (
    None
):
    rows = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการป้องกันการรับสินบน | ประกาศ | {} | รายงาน
        มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | {} | รายงาน
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | เผยแพร่ | กองคลัง | รายงาน
        มาตรการให้มีส่วนร่วม | เชิญประชุม | กองช่าง | รายงาน
        """
    told = """
        มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์
        {} | ประกาศแล้ว | ประกาศ 1 ฉบับ | เจ้าหน้าที่รับทราบ
        มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำแล้ว | คู่มือ 1 เล่ม | ลดข้อโต้แย้ง
        """

    def doubted(text: str) -> list[bool]:
        answer = check(case(text), PARAMS)
        return [one.doubt is not None for one in answer.findings if one.expected == "ผู้รับผิดชอบ"]

    assert doubted(rows.format("", "กองคลัง")) == [False]
    assert doubted(rows.format("", "")) == [True, True]
    named = rows.format("", "กองคลัง")
    assert doubted(named + told.format("มาตรการป้องกันการรับสินบน")) == [False]
    assert doubted(named + told.format("มาตรการดูแลสวนสาธารณะ")) == [True]
