"""An outcome that repeats the measure's name, the plan or the rounds is none; what came about is
one, however short.
"""

from dataclasses import replace

import pytest
from building import case

from ita_checker.checks.outcomes import Params, _finding, check
from ita_checker.facts.measures import void
from ita_checker.model import Certainty, Verdict

PLAN = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | จัดให้มีช่องทางเผยแพร่ข้อมูลบนเว็บไซต์ของหน่วยงานให้เป็นปัจจุบัน | สำนักปลัด | รายงานผลการดำเนินงานต่อผู้บริหารทุกไตรมาส
        มาตรการป้องกันการรับสินบน | ประกาศ | สำนักปลัด | รายงาน

        ผลการดำเนินการ
        มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์ | หมายเหตุ
"""


ROW = "        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | จัดทำมาตรการ | {} | {} |\n"


def judged(output: str, outcome: str) -> list[tuple[str, str, str | None]]:
    answer = check(case(PLAN + ROW.format(output, outcome)), Params())
    assert (answer.verdict is Verdict.GAP) == bool(answer.findings)
    return [(finding.code, finding.subject, finding.found) for finding in answer.findings]


NAME, COPIED, ROUNDS = "ชื่อมาตรการ", "ข้อความในแผน", "ชื่อรอบการรายงาน"
WHO = "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"


@pytest.mark.parametrize(
    ("outcome", "repeats"),
    [
        ("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", NAME),
        ("มาตรการ เผยแพร่ข้อมูล // ต่อสา ธารณะ", NAME),
        ("มีมาตรการเผยแพร่ข้อมูลต่อสาธารณะ", NAME),
        ("ประกาศมาตรการเผยแพร่ข้อมูลต่อสาธารณะ ประจำปี ๒๕๖๔", NAME),
        (
            ("รายงานผลการดำเนินงานตามมาตรการเผยแพร่ข้อมูลต่อสาธารณะ // -รอบ ๖ เดือน // -รอบ ๑๒ เดือน"),
            ROUNDS,
        ),
        ("- รอบ 6 เดือน // - รอบ 12 เดือน", ROUNDS),
        ("เมื่อครบรอบ 6 เดือน", ROUNDS),
        ("รายงานผลการดำเนินการ รอบ ๓ เดือน, รอบ ๖ เดือน และรอบ ๙ เดือน", ROUNDS),
        ("รายงานผลการดำเนินงานต่อผู้บริหารทุกไตรมาส", COPIED),
        ("จัดให้มีช่องทางเผยแพร่ข้อมูลบนเว็บไซต์ของหน่วยงานให้เป็นปัจจุบัน", COPIED),
    ],
)
def test_what_repeats_is_no_outcome(outcome: str, repeats: str) -> None:
    assert judged("เว็บไซต์ของหน่วยงาน", outcome) == [("MEA005", WHO, repeats)]


@pytest.mark.parametrize(
    "outcome",
    [
        "ประชาชนเข้าถึงข้อมูลข่าวสารได้สะดวก",
        "มีการเผยแพร่ข้อมูลต่อสาธารณะ จำนวน 43 รายการ",
        "รายงานผลรอบ 6 เดือน ต่อผู้บริหารแล้ว เมื่อวันที่ 5 เมษายน 2564",
        "เผยแพร่ข้อมูลต่อสาธารณะครบถ้วน",
        "ดำเนินการแล้ว",
        "อยู่ระหว่างดำเนินการ",
        "2568",
        "รอบ 6 เดือน มีผู้เข้าชมเว็บไซต์ 1,204 ครั้ง",
        "ประชาชนเชื่อมั่นในการเผยแพร่ข้อมูลต่อสาธารณะของหน่วยงาน",
        "☑ รอบ 6 เดือน ☐ รอบ 12 เดือน",
        "",
        "-",
    ],
)
def test_what_came_about_is_an_outcome(outcome: str) -> None:
    assert judged("เว็บไซต์ของหน่วยงาน", outcome) == []


def test_an_output_may_repeat_the_name_beside_a_real_outcome() -> None:
    assert judged("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "ประชาชนเข้าถึงข้อมูลได้สะดวก") == []


def test_an_output_alone_that_repeats_the_name_is_none() -> None:
    assert judged("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "") == [("MEA005", WHO, NAME)]


def test_without_results_there_is_nothing_to_judge() -> None:
    assert check(case("ประกาศ"), Params()).findings == ()


def test_steps_of_the_plan_handed_back_are_no_outcome() -> None:
    made = case("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการป้องกันการรับสินบน | 1. จัดทำคู่มือป้องกันการรับสินบน // 2. จัดอบรมเชิงปฏิบัติการแก่บุคลากร // 3. ติดตามและทบทวนแนวทาง | สำนักปลัด | รายงาน

        มาตรการ | รายละเอียดการดำเนินงาน | ผลลัพธ์
        มาตรการป้องกันการรับสินบน | ประกาศ | จัดอบรมเชิงปฏิบัติการแก่บุคลากร // ติดตามและทบทวนแนวทาง
        """)
    assert [(finding.code, finding.found) for finding in check(made, Params()).findings] == [
        ("MEA005", COPIED)
    ]


def test_the_longer_of_two_names_is_taken_away_first() -> None:
    made = case("""
        ที่ | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        1 | การปรับปรุงเว็บไซต์ให้ข้อมูลครบถ้วนเป็นปัจจุบัน | แต่งตั้งผู้ดูแล | สำนักปลัด

        ผลการดำเนินการ
        ที่ | มาตรการ | การดำเนินการ | ผลที่ได้รับ
        1 | ปรับปรุงเว็บไซต์ | ปรับปรุงหน้าเว็บไซต์ | การปรับปรุงเว็บไซต์ให้ข้อมูลครบถ้วนเป็นปัจจุบัน
        """)
    assert [finding.subject for finding in check(made, Params()).findings] == ["ปรับปรุงเว็บไซต์"]


COLUMNS = """
        มาตรการ / หน่วยรับผิดชอบ | กิจกรรม | {quantity} | {quality}
        1. มาตรการตรวจสอบการใช้ดุลพินิจ // กองช่าง | สุ่มตรวจแฟ้มคำขอ | {0} | {1}
        2. มาตรการป้องกันการรับสินบน // งานการเจ้าหน้าที่ สำนักปลัด | อบรมพนักงาน | 40 คน | ตอบถูกร้อยละ 92
"""


def of_two_columns(first: str, second: str) -> list[tuple[str, str | None]]:
    text = COLUMNS.format(first, second, quantity="ผลเชิงปริมาณ", quality="ผลเชิงคุณภาพ")
    answer = check(case(text), Params())
    return [(finding.subject, finding.found) for finding in answer.findings]


@pytest.mark.parametrize(
    "second",
    [
        "มาตรการตรวจสอบการใช้ดุลพินิจ",
        "1. มาตรการตรวจสอบการใช้ดุลพินิจ",
    ],
)
def test_the_name_alone_in_the_last_of_two_columns_is_no_outcome(second: str) -> None:
    assert of_two_columns("ตรวจ 20 แฟ้ม", second) == [("1. มาตรการตรวจสอบการใช้ดุลพินิจ", NAME)]


def test_the_name_with_its_rounds_in_the_last_of_two_columns_is_no_outcome() -> None:
    name = "มาตรการตรวจสอบการใช้ดุลพินิจ"
    told = of_two_columns("ตรวจ 2 ครั้ง", f"{name} รอบ 6 เดือน รอบ 12 เดือน")
    assert told == [(f"1. {name}", NAME)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ตรวจ 20 แฟ้ม", "ตรวจสอบการใช้ดุลพินิจครบทุกคำขอ ไม่พบการประวิงเวลา"),
        ("ตรวจ 20 แฟ้ม", ""),
        ("มาตรการตรวจสอบการใช้ดุลพินิจ", "คำขอพิจารณาเสร็จใน 19 วัน"),
        ("ตรวจ 20 แฟ้ม", "กองช่าง"),
    ],
)
def test_what_one_of_two_columns_tells_is_one(first: str, second: str) -> None:
    assert of_two_columns(first, second) == []


TOLD = """
        มาตรการ | สิ่งที่ดำเนินการ | ผลที่เกิดขึ้น
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ลงประกาศ 12 เรื่อง | ผู้เข้าชม 400 คน
        มาตรการป้องกันการรับสินบน | {done} | {came}
        มาตรการจัดการเรื่องร้องเรียน | อบรมผู้รับเรื่อง 6 คน | ไม่มีเรื่องค้าง
"""


@pytest.mark.parametrize(
    ("done", "came", "codes"),
    [
        ("ดำเนินการแล้ว", "ดำเนินการแล้ว", ["MEA005"]),
        ("ได้ดำเนินการตามมาตรการป้องกันการรับสินบนแล้ว", "เป็นไปตามแผน", ["MEA005"]),
        ("ประกาศนโยบาย 5 มกราคม 2566", "ดำเนินการเรียบร้อยแล้ว", ["MEA005"]),
        ("ประกาศนโยบาย 5 มกราคม 2566", "ดำเนินการแล้ว 4 ครั้ง", []),
        ("ดำเนินการแล้ว", "ไม่มีผู้รับของขวัญ", []),
    ],
)
def test_a_row_that_says_only_that_it_was_done_tells_no_outcome(
    done: str, came: str, codes: list[str]
) -> None:
    answer = check(case(TOLD.format(done=done, came=came)), Params())
    assert [one.code for one in answer.findings] == codes
    assert all(one.certainty is Certainty.LIKELY and one.doubt for one in answer.findings)


def test_where_most_rows_say_only_that_it_was_done_none_is_accused_alone() -> None:
    rows = "".join(
        f"มาตรการ{name} | ดำเนินการแล้ว | ดำเนินการแล้ว\n" for name in ("ออมทรัพย์", "เปิดเผยงบ")
    )
    answer = check(case("มาตรการ | สิ่งที่ดำเนินการ | ผลที่เกิดขึ้น\n" + rows), Params())
    assert answer.findings == ()


def test_two_rows_of_one_measure_that_say_only_that_it_was_done_are_one_finding() -> None:
    rows = """
        มาตรการ | รอบ | สิ่งที่ดำเนินการ | ผลที่เกิดขึ้น
        มาตรการเผยแพร่ข้อมูล | รอบ 6 เดือน | ลงประกาศ 12 เรื่อง | ผู้เข้าชม 400 คน
        ^ | รอบ 12 เดือน | ลงประกาศ 30 เรื่อง | ผู้เข้าชม 900 คน
        มาตรการป้องกันการรับสินบน | รอบ 6 เดือน | ปิดป้าย 4 ป้าย | ดำเนินการแล้ว
        ^ | รอบ 12 เดือน | อบรม 20 คน | ดำเนินการเรียบร้อยแล้ว
        มาตรการจัดการเรื่องร้องเรียน | รอบ 6 เดือน | อบรม 6 คน | ไม่มีเรื่องค้าง
        ^ | รอบ 12 เดือน | เปิดสายด่วน | รับ 4 เรื่อง ยุติแล้ว
"""
    answer = check(case(rows), Params())
    assert [one.code for one in answer.findings] == ["MEA005"]
    assert [one.quote for one in answer.findings[0].spans[:2]] == [
        "ดำเนินการแล้ว",
        "ดำเนินการเรียบร้อยแล้ว",
    ]


SET_OUT = """
        ชื่อมาตรการ | แผนที่กำหนด | ผู้รับผิดชอบ | การดำเนินงานจริง | ผลลัพธ์
        มาตรการตรวจสอบการใช้ดุลพินิจ | ทำคู่มือการใช้ดุลพินิจ | กองช่าง | ประกาศใช้คู่มือ | ออกใบอนุญาตทันทุกฉบับ
        มาตรการกำกับการใช้รถส่วนกลาง | ติดตั้งระบบติดตามรถ จัดทำสมุดบันทึกการใช้รถ | สำนักปลัด | ตรวจสภาพรถ | {came}
        มาตรการมีส่วนร่วมของประชาชน | จัดประชาคมทุกหมู่บ้าน | กองสวัสดิการ | จัดเวทีผู้ค้า | ผู้ค้าจัดแผงร่วมกัน
"""


@pytest.mark.parametrize(
    ("came", "codes"),
    [
        ("ติดตั้งระบบติดตามรถ จัดทำสมุดบันทึกการใช้รถ", ["MEA005"]),
        ("ติดตั้งระบบติดตามรถ และจัดทำสมุดบันทึกการใช้รถแล้ว 6 เล่ม", []),
        ("น้ำมันลดลงหนึ่งในสาม", []),
        ("สำนักปลัด", []),
    ],
)
def test_an_outcome_that_another_cell_of_its_row_says_is_likely_none(
    came: str, codes: list[str]
) -> None:
    answer = check(case(SET_OUT.format(came=came)), Params())
    assert [one.code for one in answer.findings] == codes
    assert all(one.certainty is Certainty.LIKELY and one.doubt for one in answer.findings)


def test_of_two_rounds_one_may_tell_no_outcome() -> None:
    rows = """
        มาตรการ | รอบรายงาน | การปฏิบัติจริง | ผลที่เกิดขึ้น
        มาตรการเพิ่มคุณภาพการให้บริการ | รอบ 6 เดือน | เปิดระบบนัดหมาย | เวลารอลดจาก 48 เหลือ 17 นาที
        ^ | รอบ 12 เดือน | วัดความพึงพอใจ | พอใจร้อยละ 93
        มาตรการเปิดเผยงบประมาณจังหวัด | รอบ 6 เดือน | ทำแผนที่โครงการ | ประชาชนแจ้งจุดชำรุดได้ตรง
        ^ | รอบ 12 เดือน | ประชุมชี้แจง | มาตรการเปิดเผยงบประมาณจังหวัด รอบ 12 เดือน
"""
    answer = check(case(rows), Params())
    assert [one.spans[0].quote for one in answer.findings] == [
        "มาตรการเปิดเผยงบประมาณจังหวัด รอบ 12 เดือน"
    ]


def test_the_row_of_a_round_may_repeat_the_name_with_a_slip() -> None:
    rows = """
        มาตรการ | สิ่งที่ดำเนินการ | รอบ | ผลลัพธ์
        1. เพิ่มช่องทางการรับฟังความเห็นของผู้ค้าขายในตลาด | ตั้งตู้ | รอบ 6 เดือน | มีผู้เสนอความเห็น 58 ราย
        ^ | เปิดเพจ | รอบ 12 เดือน | เพิ่มช่องทางรับฟังความเห็นของผู้ค้าขายในตลาด
        2. ป้องกันการรับสินบน | อบรม | รอบ 6 เดือน | ตอบถูกร้อยละ 92
        3. ตรวจสอบการใช้ดุลพินิจ | คู่มือ | รอบ 6 เดือน | ออกใบอนุญาตทันทุกฉบับ
"""
    answer = check(case(rows), Params())
    assert [one.spans[0].quote for one in answer.findings] == [
        "เพิ่มช่องทางรับฟังความเห็นของผู้ค้าขายในตลาด"
    ]


def test_a_cell_that_names_measure_steps_and_round_in_one_is_handed_back() -> None:
    cell = "มาตรการ{0} // {1} // กองคลัง // ติดตามรอบ 12 เดือน"
    rows = "".join(
        f"        {cell.format(name, steps)} | {done} | {came}\n"
        for name, steps, done, came in (
            ("เปิดเผยการใช้จ่าย", "สรุปรายจ่ายทุกไตรมาส", "แจกแผ่นพับ", "ประชาชนทราบยอด 163 คน"),
            ("จัดซื้อโปร่งใส", "เผยแพร่แผน", "ติดประกาศ", "มาตรการจัดซื้อโปร่งใส ติดตามรอบ 12 เดือน"),
        )
    )
    answer = check(case("มาตรการ/วิธีการ/ผู้รับผิดชอบ | สิ่งที่ทำ | ผลที่เกิดขึ้น\n" + rows), Params())
    assert [one.spans[0].quote for one in answer.findings] == ["มาตรการจัดซื้อโปร่งใส ติดตามรอบ 12 เดือน"]


PROSE = """
ข้อ 1 มาตรการจรรยาบรรณครู
ขั้นตอน: อบรมครูเรื่องจรรยาบรรณและให้ครูทำบันทึกความดี
ผู้รับผิดชอบ: กลุ่มบริหารงานบุคคล
ข้อ 2 มาตรการรับฟังผู้ปกครอง
ขั้นตอน: ประชุมผู้ปกครองและติดตั้งกล่องรับความเห็น
ผู้รับผิดชอบ: กลุ่มบริหารทั่วไป

ผลการดำเนินการตามมาตรการ
มาตรการจรรยาบรรณครู
อบรมครูเมื่อวันที่ 23 ธันวาคม 2563
{label}{came}
มาตรการรับฟังผู้ปกครอง
ประชุมผู้ปกครองวันที่ 19 ธันวาคม 2563
{label}มีข้อเสนอ 9 เรื่อง ปรับปรุงแล้ว 7 เรื่อง
"""


def test_behind_a_label_of_results_what_came_about_is_an_outcome() -> None:
    came = "อบรมครูเรื่องจรรยาบรรณและให้ครูทำบันทึกความดี ครูทำบันทึกครบทุกคน"
    answer = check(case(PROSE.format(label="ผลที่ได้ ", came=came)), Params())
    assert answer.findings == ()


def test_a_round_alone_is_no_outcome_surely_in_a_cell_likely_in_running_text() -> None:
    row = "มาตรการ | การดำเนินการ | ผลลัพธ์\nมาตรการใช้รถ | ติดตั้งระบบ | รอบ 6 เดือน\n"
    made = case(row)
    (nothing,) = void(made.facts)
    prose = replace(nothing, measure=replace(nothing.measure, table=False))
    found = [_finding(made, [one]).certainty for one in (nothing, prose)]
    assert found == [Certainty.SURE, Certainty.LIKELY]


def test_the_last_word_of_a_sentence_in_the_next_line_is_no_outcome_of_its_own() -> None:
    told = "".join(
        f"3.1.{at} {name}\n- งานที่ทำแล้ว : {did}\n- สิ่งที่นักเรียนได้รับ : {came}\n"
        for at, (name, did, came) in enumerate(
            (
                ("ตรวจบัญชีอาหารกลางวัน", "ตรวจ 4 ครั้ง", "ยอดตรงกัน 12 เดือน\nทุกบัญชี"),
                ("เปิดซองต่อหน้ากรรมการ", "เปิดซอง 17 ราย", "ได้ร้านค้าใหม่ 4 ร้าน\nราคาเดิม"),
                (
                    "แจ้งคะแนนเก็บทุกเดือน",
                    "ลงคะแนนครบ 42 ห้อง",
                    "นักเรียนทักท้วงคะแนนเก็บรวม 27 รายและครูประจำวิชาช่วยกันแก้ไข\nแล้ว",
                ),
            ),
            1,
        )
    )
    rows = "".join(
        f"{name} | ทำทะเบียน | กองคลัง | รายงานนายก\n"
        for name in ("ตรวจบัญชีอาหารกลางวัน", "เปิดซองต่อหน้ากรรมการ", "แจ้งคะแนนเก็บทุกเดือน")
    )
    plan = "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม\n" + rows
    made = case(f"{plan}\n3. ผลการดำเนินการ\n3.1 ผลรอบ 6 เดือน\n{told}")
    assert check(made, Params()).findings == ()


ANNEXES = """
    -> สิ่งที่ส่งมาด้วย 1
    -> O42 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในสถานศึกษา
    -> ประจำปีงบประมาณ พ.ศ. 2566
    มาตรการ | วิธีดำเนินการ | ผู้รับผิดชอบ | การกำกับติดตาม
    1. มาตรการเปิดเผยการใช้จ่ายเงินอุดหนุนและเงินรายได้สถานศึกษา | ติดประกาศรายเดือน | กลุ่มบริหารงบประมาณ | รายงานรอบ 6 เดือน และรอบ 12 เดือน
    2. มาตรการเพิ่มช่องทางการสื่อสารกับผู้ปกครองและชุมชน | เปิดไลน์กลุ่ม | กลุ่มบริหารทั่วไป | รายงานรอบ 6 เดือน และรอบ 12 เดือน

    -> สิ่งที่ส่งมาด้วย 2
    -> O43 การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในสถานศึกษา
    -> ประจำปีงบประมาณ พ.ศ. 2566
    1. มาตรการเปิดเผยการใช้จ่ายเงินอุดหนุนและเงินรายได้สถานศึกษา
    รอบการรายงาน | การดำเนินการ | ผลที่เกิดขึ้น
    รอบ 6 เดือน | ชี้แจงแผนในที่ประชุมผู้ปกครอง เมื่อวันที่ 5 พฤศจิกายน 2565 ติดประกาศรายรับรายจ่าย 6 เดือน | ผู้ปกครองร่วมประชุม 187 คน ไม่มีข้อทักท้วง
    รอบ 12 เดือน | ติดประกาศรายรับรายจ่ายครบ 12 เดือน รายงานคณะกรรมการสถานศึกษา 2 ครั้ง | ผู้ปกครองร้อยละ 92 ทราบการใช้จ่ายของโรงเรียน

    2. มาตรการเพิ่มช่องทางการสื่อสารกับผู้ปกครองและชุมชน
    รอบการรายงาน | การดำเนินการ | ผลที่เกิดขึ้น
    รอบ 6 เดือน | เปิดไลน์กลุ่มครบ 9 ระดับชั้น ปรับปรุงเว็บไซต์แล้วเสร็จ | มีสมาชิกไลน์กลุ่ม 211 คน จากผู้ปกครอง 230 คน

    ---page---
    3. มาตรการคัดกรองผู้บริจาคและรับบริจาคอย่างโปร่งใส
    รอบการรายงาน | การดำเนินการ | ผลที่เกิดขึ้น
    รอบ 6 เดือน | แต่งตั้งคณะกรรมการรับบริจาค 5 คน | รับบริจาค 14 ราย เป็นเงิน 68,400 บาท
"""


def test_the_heading_over_what_is_told_of_a_measure_is_no_outcome_of_it() -> None:
    assert check(case(ANNEXES, fiscal_year=2566), Params()).findings == ()
