"""A planned measure without a result is missed, a result without a plan is noted, and what is
unclear is not accused.
"""

import pytest
from building import case

from ita_checker.checks.measure_results import Params, check
from ita_checker.facts.rounds import Side, rounds
from ita_checker.model import Verdict

PLAN = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | สำนักปลัด | รายงานทุก 6 เดือน
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | เผยแพร่ทางเว็บไซต์ | งานประชาสัมพันธ์ | รายงานทุก 6 เดือน
        ประกาศเจตจำนงสุจริตของผู้บริหาร | ประกาศ | สำนักปลัด | รายงานทุก 6 เดือน

        บัดนี้ ได้ดำเนินการตามมาตรการเรียบร้อยแล้ว รายละเอียดมีดังนี้
"""
RESULTS = """
        มาตรการ | รายละเอียดการดำเนินงาน | ผลการดำเนินการ
        มาตรการ ตรวจสอบการ ใช้ดุลยพินิจ | จัดทำคู่มือแล้ว | คู่มือ 1 เล่ม
        มาตรการเผยแพร่ข้อมูลต่อสาธารณชน | เผยแพร่แล้ว | เว็บไซต์เป็นปัจจุบัน
"""
INTENTION = """        เจตจำนงการบริหารงานด้วยความซื่อสัตย์สุจริต | ประกาศแล้ว | ประกาศ 1 ฉบับ
"""


def judged(text: str) -> tuple[Verdict, list[tuple[str, str]]]:
    answer = check(case(text), Params())
    return answer.verdict, [(finding.code, finding.subject) for finding in answer.findings]


def test_a_result_for_every_measure_is_met_however_it_is_spelled() -> None:
    assert judged(PLAN + RESULTS + INTENTION) == (Verdict.MET, [])


def test_a_measure_without_a_result_is_missed() -> None:
    assert judged(PLAN + RESULTS) == (Verdict.GAP, [("MEA002", "ประกาศเจตจำนงสุจริตของผู้บริหาร")])


def test_a_result_told_over_photographs_counts() -> None:
    assert judged(
        PLAN
        + RESULTS
        + """
        ภาพกิจกรรม
        ประกาศเจตจำนงสุจริตของผู้บริหาร วันที่ 5 มกราคม 2564
        """
    ) == (Verdict.MET, [])


def test_a_result_that_was_never_planned_is_noted() -> None:
    assert judged(
        PLAN + RESULTS + INTENTION + "        มาตรการป้องกันการรับสินบน | ประกาศแล้ว | ประกาศ 1 ฉบับ\n"
    ) == (
        Verdict.PARTIAL,
        [("MEA003", "มาตรการป้องกันการรับสินบน")],
    )


def test_a_file_of_plan_or_results_alone_has_nothing_to_compare() -> None:
    assert judged(PLAN.split("บัดนี้")[0]) == (Verdict.MET, [])
    assert judged(RESULTS) == (Verdict.MET, [])


def test_a_plan_that_leads_to_results_nobody_found_is_not_known() -> None:
    assert judged(PLAN) == (Verdict.UNKNOWN, [])


def test_tables_that_share_no_name_are_unclear_not_a_gap() -> None:
    assert judged(
        PLAN
        + """
        มาตรการ | รายละเอียดการดำเนินงาน | ผลการดำเนินการ
        การอบรมพนักงาน | อบรมแล้ว | ผู้เข้าอบรม 30 คน
        """
    ) == (Verdict.UNKNOWN, [])


def test_a_measure_renamed_in_its_place_is_the_same() -> None:
    assert judged("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | สำนักปลัด | รายงาน
        มาตรการเพิ่มช่องทางการสื่อสารกับประชาชน | เปิดเพจ | สำนักปลัด | รายงาน
        มาตรการป้องกันการรับสินบน | ประกาศ | สำนักปลัด | รายงาน

        ผลการดำเนินการ
        มาตรการ | การดำเนินการ | ผลการดำเนินการ
        มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำแล้ว | คู่มือ 1 เล่ม
        มาตรการเพิ่มช่องทางสื่อสารประชาสัมพันธ์ | เปิดเพจ | มีผู้ติดตาม 200 คน
        มาตรการป้องกันการรับสินบน | ประกาศแล้ว | ประกาศ 1 ฉบับ
        """) == (Verdict.MET, [])


def test_the_last_measure_left_in_its_place_is_the_same_called_by_another_part_of_its_name() -> (
    None
):
    plan = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการป้องกันการรับสินบนจากของขวัญ | ติดป้าย | กองคลัง | รายงาน
        มาตรการป้องกันการรับสินบนในกระบวนการจัดซื้อจัดจ้าง | ลงทะเบียน | กองคลัง | รายงาน
        มาตรการป้องกันการรับสินบนในการรับเงินบริจาค | ออกใบเสร็จ | กองคลัง | รายงาน

        มาตรการ | รายละเอียดการดำเนินงาน | ผลการดำเนินการ
        ของขวัญ | ติดป้ายแล้ว | ป้าย 18 จุด
        {} | ลงทะเบียนแล้ว | 37 ราย
        การรับเงินบริจาค | ออกใบเสร็จแล้ว | 16 รายการ
"""
    assert judged(plan.format("การจัดซื้อจัดจ้าง")) == (Verdict.MET, [])
    _, found = judged(plan.format("การดูแลสวนหย่อม"))
    assert ("MEA002", "มาตรการป้องกันการรับสินบนในกระบวนการจัดซื้อจัดจ้าง") in found


def test_a_table_that_was_not_read_as_one_leaves_the_question_open() -> None:
    made = case("""
        ที่ มาตรการ ขั้นตอน/วิธีการปฏิบัติ ผู้รับผิดชอบ การกำกับติดตาม
        1 มาตรการป้องกันการรับสินบน ประกาศนโยบาย งานนิติการ รายงานทุกเดือน

        ผลการดำเนินการ
        ที่ | มาตรการ | ผลการดำเนินการ
        1 | มาตรการตรวจสอบการใช้ดุลพินิจ | ประกาศแล้ว
        """)
    answer = check(made, Params())
    assert (answer.verdict, answer.findings) == (Verdict.UNKNOWN, ())


def test_a_measure_whose_subject_heads_a_piece_below_the_plan_may_have_its_result_there() -> None:
    text = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | เผยแพร่ | สำนักปลัด | รายงาน
        มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง | ประกาศแผน | กองคลัง | รายงาน

        มาตรการ | สิ่งที่ดำเนินการ | ผลผลิต | ผลลัพธ์
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | เผยแพร่ข้อมูล | 36 รายการ | ประชาชนเข้าถึงข้อมูล

        {below}
        ประกาศแผน 28 รายการ และสรุปรายเดือนครบทุกเดือนตามที่กำหนดไว้ในแผน
        """
    for below, sure in (("จัดซื้อจัดจ้าง", False), ("การเลี้ยงอาหารกลางวัน", True)):
        answer = check(case(text.format(below=below)), Params())
        (missed,) = [one for one in answer.findings if one.code == "MEA002"]
        assert "จัดซื้อจัดจ้าง" in missed.subject
        assert (not missed.perhaps) is sure


def test_of_results_told_by_code_the_measure_whose_code_is_not_there_is_missed() -> None:
    text = """
        รหัส | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ก-1 | มาตรการใช้รถส่วนกลาง | ลงเวลาออกและกลับ | สำนักปลัด
        ก-2 | มาตรการเก็บค่าขยะ | ออกใบเสร็จทันที | กองคลัง
        ก-3 | มาตรการจ้างงานโปร่งใส | ประกาศผลทุกคน | กองการเจ้าหน้าที่

        ผลการดำเนินการ
        {head} | สิ่งที่ดำเนินการ | ผลลัพธ์
        {one} | ติดเครื่องวัดระยะทาง 5 คัน | ค่าน้ำมันลดลงร้อยละ 12
        {two} | ประกาศรายชื่อ 4 ครั้ง | ไม่มีผู้ร้องเรียน
    """
    coded = text.format(head="รหัส", one="ก-1", two="ก-3")
    assert judged(coded) == (Verdict.GAP, [("MEA002", "มาตรการเก็บค่าขยะ")])
    assert judged(text.format(head="ที่", one="1", two="2")) == (Verdict.UNKNOWN, [])


def test_results_of_which_one_says_who_did_it_too_are_in_no_plan_and_missing_from_none() -> None:
    made = case("""
        # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        มาตรการที่ 1 มาตรการป้องกันการรับสินบน
        สิ่งที่ได้ทำ ประกาศนโยบายไม่รับของขวัญเมื่อวันที่ 20 พฤศจิกายน 2563
        ผลรอบ 6 เดือน พนักงานลงนามรับทราบ 42 คน
        ผู้รับผิดชอบ สำนักปลัด งานการเจ้าหน้าที่

        มาตรการที่ 2 มาตรการตรวจสอบการใช้ดุลพินิจ
        สิ่งที่ได้ทำ | จัดทำคู่มือการอนุญาต เผยแพร่ 12 กุมภาพันธ์ 2564
        ผลรอบ 6 เดือน | คู่มือ 1 เล่ม ใช้พิจารณาคำขอ 9 ราย
        ผู้รับผิดชอบ | กองช่าง

        มาตรการที่ 3 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
        สิ่งที่ได้ทำ | ปรับปรุงเว็บไซต์ ธันวาคม 2563
        ผลรอบ 6 เดือน | เผยแพร่ข้อมูลครบ 35 รายการ
        ผู้รับผิดชอบ | สำนักปลัด
        """)
    assert [one.code for one in check(made, Params()).findings] == []


def test_results_of_fewer_measures_than_the_report_says_there_are_are_not_known_to_be_all() -> None:
    said = "        ปีนี้กำหนดมาตรการไว้ {} เรื่อง และได้ดำเนินการทุกเรื่อง\n"
    assert judged(said.format(2) + RESULTS) == (Verdict.MET, [])
    assert judged(said.format(3) + RESULTS) == (Verdict.UNKNOWN, [])


CODED = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        ม.1 ยกระดับความเป็นธรรมในการบริหารงานบุคคล (การใช้อำนาจ) | ทบทวนเกณฑ์ | กองบริหารงานบุคคล | รายงานทุกรอบ
        ม.2 ระบบยืมครุภัณฑ์ออนไลน์ (การใช้ทรัพย์สิน) | พัฒนาระบบ | กองคลัง | รายงานทุกรอบ
        ม.3 สื่อสารข้อมูลถึงนักศึกษา (ประสิทธิภาพการสื่อสาร) | ผลิตสื่อ | งานสื่อสาร | รายงานทุกรอบ

        3. ผลการดำเนินการตามรอบ
        รอบ | สิ่งที่ดำเนินการ | ผลผลิตและผลลัพธ์
        ม.1 ยกระดับความเป็นธรรมในการบริหารงานบุคคล | < | <
        รอบ 6 เดือน | รับฟังความเห็น 24 มกราคม 2567 | ร่างเกณฑ์ใหม่ 1 ฉบับ
        รอบ 12 เดือน | ประกาศใช้เกณฑ์ | ผู้ขอทบทวนลดลงเหลือ 6 ราย
        ม.2 ระบบยืมครุภัณฑ์ออนไลน์ | < | <
        รอบ 6 เดือน | พัฒนาระบบแล้วเสร็จ | ระบบ 1 ระบบ
        รอบ 12 เดือน | เปิดใช้ทั้งมหาวิทยาลัย | ครุภัณฑ์สูญหายเป็นศูนย์
"""
THIRD = """        ม.3 สื่อสารข้อมูลถึงนักศึกษา | < | <
        รอบ 6 เดือน | ผลิตคลิปสั้น 40 เรื่อง | ผู้ชม 210,000 ครั้ง
"""


def test_results_under_rows_that_bear_the_plan_s_own_codes_and_names_are_its_measures() -> None:
    assert judged(CODED + THIRD) == (Verdict.MET, [])
    verdict, missed = judged(CODED)
    assert verdict is Verdict.GAP
    assert [code for code, _ in missed] == ["MEA002"]


ACTIVITIES = ("ถังขยะแลกความเห็นสัญจร", "ปิดราคากลางหน้าที่ทำการ", "อบรมวินัยข้าราชการ", "ตรวจนับวัสดุคงคลัง")


@pytest.mark.parametrize("heading", ["กิจกรรม", "โครงการ", "โครงการ/กิจกรรม"])
def test_what_one_table_sets_and_another_reports_by_the_same_names_are_the_measures(
    heading: str,
) -> None:
    planned = "".join(
        f"{at} | {name} | ออกหมู่บ้านละครั้ง | กองช่าง | สรุปรอบ 6 เดือน\n"
        for at, name in enumerate(ACTIVITIES, 1)
    )
    told = "".join(
        f"{name} | รอบ {3 if not at else 6} เดือน | ออกหมู่ 1 เมื่อวันที่ 9 ธันวาคม 2564 | ได้ข้อเสนอ 27 ข้อ\n"
        for at, name in enumerate(ACTIVITIES[:3])
    )
    made = case(
        f"ที่ | {heading} | ขั้นตอน | ผู้รับผิดชอบ | การติดตาม\n{planned}\n"
        f"ตาราง ข. ผลที่ได้ทำ\n{heading} | รอบ | รายละเอียดที่ทำ | ผลที่ได้\n{told}",
        fiscal_year=2565,
    )
    assert [(one.code, one.subject) for one in check(made, Params()).findings] == [
        ("MEA002", ACTIVITIES[3])
    ]
    reported = [one.months for one in rounds(made.facts) if one.side is Side.REPORTED]
    assert reported == [3, 6, 6]


@pytest.mark.parametrize(("one", "two"), [("มาตรการ A", "มาตรการ B"), ("มาตรการที่ 1", "มาตรการที่ 2")])
def test_a_table_on_its_side_headed_by_counts_names_its_measures_in_the_row_for_names(
    one: str, two: str
) -> None:
    made = case(f"""
    | {one} | {two}
    ชื่อ | คุ้มครองผู้แจ้งเบาะแสการทุจริต | จองคิวชั่งน้ำหนักล่วงหน้าอย่างเป็นธรรม
    ขั้นตอน | ออกระเบียบ อบรมทุกฝ่าย | พัฒนาแอปจองคิว
    ผู้รับผิดชอบ | ฝ่ายตรวจสอบภายใน | ฝ่ายปฏิบัติการตลาด
    กำกับติดตาม | รายงานไตรมาส 2 | รายงานไตรมาส 2

    ทำแล้วได้อะไร
    มาตรการ | ทำอะไร เมื่อใด | ผลผลิต | ผลลัพธ์
    {one[-1]} คุ้มครองผู้แจ้งเบาะแสการทุจริต | ระเบียบมีผล 4 ม.ค. 65 | ระเบียบ 1 ฉบับ | มีผู้แจ้ง 3 เรื่อง
    {two[-1]} จองคิวชั่งน้ำหนักล่วงหน้าอย่างเป็นธรรม | แอปเสร็จ 25 ก.พ. 65 | ผู้ใช้ 830 สวน | เวลารอลดลง
    """)
    assert check(made, Params()).verdict is Verdict.MET


COUNTED_ON = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการกำกับการใช้เงินรายได้ | ทำทะเบียนคุม | กลุ่มงบประมาณ | รอบ 6 เดือน
        มาตรการรับฟังความเห็นผู้ปกครอง | ประชุมผู้ปกครอง | กลุ่มทั่วไป | รอบ 6 เดือน

        บัดนี้ ได้ดำเนินการแล้ว ขอสรุปดังนี้

        1. มาตรการกำกับการใช้เงินรายได้

        ได้ลงมือทำ ปิดประกาศยอดเงินทุกเดือน ตั้งแต่ 4 พฤศจิกายน 2563

        ผลที่ได้ ยอดเงินตรงกับทะเบียนทุกรายการ

        2. มาตรการรับฟังความเห็นผู้ปกครอง

        ได้ลงมือทำ ประชุมผู้ปกครอง 186 คน เมื่อวันที่ 19 ธันวาคม 2563

        ผลที่ได้ ข้อเสนอ 9 เรื่อง ปรับปรุงแล้ว 7 เรื่อง

        3. {last}

        {told}
"""


@pytest.mark.parametrize(
    ("last", "told", "codes"),
    [
        (
            "การประหยัดพลังงานไฟฟ้า",
            "ได้ลงมือทำ เปลี่ยนหลอดไฟ 120 หลอด เมื่อ 11 ธันวาคม 2563\n\n        ผลที่ได้ ค่าไฟลดลงร้อยละ 12",
            ["MEA003"],
        ),
        ("ปัญหาและอุปสรรค", "ผู้ปกครองบางส่วนไม่มีเวลา ได้จัดประชุมวันหยุดแทนแล้ว 2 ครั้ง", []),
    ],
)
def test_a_result_counted_on_and_told_as_the_others_is_in_no_plan(
    last: str, told: str, codes: list[str]
) -> None:
    answer = check(case(COUNTED_ON.format(last=last, told=told)), Params())
    assert [one.code for one in answer.findings] == codes


def test_figures_in_a_table_of_their_own_are_no_result_beside_the_one_table_of_results() -> None:
    tiles = """
        มาตรการตามแผน ปี 2567 | มีผลครบ 4 ไตรมาส | คะแนน ITA
        3 | 3 | 91.22
        มาตรการ | มาตรการ | ผ่านดี

"""
    assert "MEA003" not in [code for code, _ in judged(tiles + PLAN + RESULTS + INTENTION)[1]]


ANNOUNCED = """
# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในสถานศึกษา ปีงบประมาณ พ.ศ. 2565
จึงกำหนดมาตรการให้ถือปฏิบัติ ดังต่อไปนี้

ข้อ 1 มาตรการบริหารเงินอาหารกลางวันอย่างเปิดเผย ให้ฝ่ายบริหารงบประมาณติดบัญชีรายจ่ายทุกวัน

ข้อ 2 มาตรการรับนักเรียนโดยไม่เรียกรับเงิน ให้ฝ่ายบริหารวิชาการประกาศเกณฑ์ล่วงหน้า

ข้อ 3 การมอบหมายงานครูด้วยความเป็นธรรม ให้ฝ่ายบริหารงานบุคคลจัดทำตารางภาระงาน

ข้อ 4 ให้ผู้รับผิดชอบตามข้อ 1 ถึงข้อ 3 กำกับติดตามและรายงานผู้อำนวยการ

# ผลการดำเนินงานตามมาตรการ
มาตรการ | สิ่งที่ดำเนินการ | ผลที่เกิดขึ้น
มาตรการบริหารเงินอาหารกลางวันอย่างเปิดเผย | ติดบัญชีครบ 98 วัน | ผู้ปกครองมาตรวจ 42 คน
มาตรการรับนักเรียนโดยไม่เรียกรับเงิน | ประกาศเกณฑ์เมื่อ 4 มกราคม 2565 | ไม่มีผู้ร้องเรียน
การมอบหมายงานครูด้วยความเป็นธรรม | จัดสรรงานครบ 18 คน | ครูพอใจร้อยละ 95
"""


def test_a_result_named_above_all_results_was_perhaps_planned_there() -> None:
    answer = check(case(ANNOUNCED), Params())
    assert not [one for one in answer.findings if not one.perhaps]
    other = ANNOUNCED.replace("ข้อ 3 การมอบหมายงานครูด้วยความเป็นธรรม", "ข้อ 3 การจัดตารางสอน")
    codes = [one.code for one in check(case(other), Params()).findings if not one.perhaps]
    assert "MEA003" in codes
