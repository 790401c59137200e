"""Measures told without a table of their own: spelled ordinals over sentences, cards titled
above.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import (
    may_tell,
    pairs,
    plan,
    results,
    stated_for_all,
    without_role,
)
from ita_checker.facts.rounds import Side, rounds
from ita_checker.facts.tables import said
from ita_checker.model import Facts

TITLE = "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
PROSE = """{first}
กองช่างร่างเกณฑ์อนุญาตก่อสร้างเสร็จเมื่อวันที่ 20 ธันวาคม 2564 ได้เกณฑ์กลาง 1 ชุด
{second}
งานประชาสัมพันธ์เปิดเพจใหม่เมื่อวันที่ 4 มกราคม 2565
"""
CARD = """มาตรการที่ {number} {name}
{who} | สำนักปลัด
รอบ 3 เดือน | ประชุมทีมงาน 2 ครั้ง
รอบ 6 เดือน | ติดป้ายขั้นตอนงาน 6 จุด
{came} | ผู้มาติดต่อใช้เวลาน้อยลงหนึ่งในสาม

"""


def told(facts: Facts) -> list[tuple[str, int | None, dict[str, str]]]:
    return [
        (one.called, one.number, {held: said(facts, own) for held, own in one.fields.items()})
        for one in results(facts)
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("มาตรการที่หนึ่ง การใช้ดุลพินิจ", "มาตรการที่สอง การเผยแพร่ข้อมูล"),
        ("มาตรการที่ 1 การใช้ดุลพินิจ", "มาตรการที่ 2 การเผยแพร่ข้อมูล"),
        ("มาตรการที่หนึ่ง: มาตรการการใช้ดุลพินิจ", "มาตรการที่สอง: มาตรการการเผยแพร่ข้อมูล"),
    ],
)
def test_results_told_in_sentences_under_numbered_names_are_results(
    first: str, second: str
) -> None:
    made = told(case(TITLE + PROSE.format(first=first, second=second)).facts)
    assert [number for _, number, _ in made] == [1, 2]
    assert ["ดุลพินิจ" in name or "เผยแพร่" in name for name, _, _ in made] == [True, True]
    assert made[0][2]["result"].startswith("กองช่างร่างเกณฑ์")


def test_a_sentence_about_the_second_measure_names_none() -> None:
    text = PROSE.format(first="มาตรการที่หนึ่ง การใช้ดุลพินิจ", second="มาตรการที่สองได้ดำเนินการแล้วเช่นกัน")
    assert len(told(case(TITLE + text).facts)) == 1


@pytest.mark.parametrize(
    ("who", "came"),
    [("เจ้าของเรื่อง", "สิ่งที่เกิดขึ้น"), ("ผู้รับผิดชอบ", "ผลลัพธ์"), ("มือหลัก", "เกิดอะไร")],
)
def test_a_card_under_its_measure_s_name_tells_of_it_whatever_its_labels(
    who: str, came: str
) -> None:
    cards = [
        CARD.format(number=1, name="การเผยแพร่ข้อมูลต่อสาธารณะ", who=who, came=came),
        CARD.format(number=2, name="การตรวจสอบการใช้ดุลพินิจ", who=who, came=came),
    ]
    facts = case(TITLE + "".join(cards)).facts
    made = told(facts)
    assert [number for _, number, _ in made] == [1, 2]
    for _, _, fields in made:
        assert fields["responsible"] == "สำนักปลัด"
        assert "ประชุมทีมงาน2ครั้ง" in fields["result"]
        assert "น้อยลง" in fields["outcome"]
    assert not plan(facts)


def test_measures_that_nothing_gives_a_role_are_said_to_have_none() -> None:
    named = "มาตรการ | งบประมาณ\nมาตรการตรวจสอบการใช้ดุลพินิจ | 5,000\nมาตรการเผยแพร่ข้อมูล | -"
    assert len(without_role(case(named).facts)) == 1
    usual = "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ\nมาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | กองช่าง"
    assert without_role(case(usual).facts) == ()


def test_a_column_nobody_understands_may_hold_what_no_other_holds() -> None:
    odd = "มาตรการ | ขั้นตอน | ความเห็นรวม\nมาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | ผู้ใหญ่บ้านช่วยดูให้"
    (one,) = plan(case(odd).facts)
    assert may_tell(case(odd).facts, one, "responsible")
    plain = odd.replace("ความเห็นรวม", "งบประมาณ")
    (one,) = plan(case(plain).facts)
    assert not may_tell(case(plain).facts, one, "responsible")


def test_cards_counted_in_an_office_s_own_word_name_their_measures_and_the_rounds_over_all_do_not() -> (
    None
):
    facts = case(f"""{TITLE}
มาตรการที่ 1 และ 2 ผู้รับผิดชอบรายงานผลรอบ 3 เดือน และรอบ 6 เดือน
มาตรการที่ 3 รายงานครั้งเดียวเมื่อครบรอบ 12 เดือน
การ์ด 1 : มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
ขั้นตอน: ตั้งผู้รับผิดชอบรายหัวข้อ
ผู้รับผิดชอบ: งานประชาสัมพันธ์
การ์ด 2 : มาตรการป้องกันการรับสินบน
ขั้นตอน: ประกาศนโยบาย
ผู้รับผิดชอบ: งานการเจ้าหน้าที่
""").facts
    assert [one.called for one in plan(facts)] == ["เผยแพร่ข้อมูลต่อสาธารณะ", "ป้องกันการรับสินบน"]


def test_a_wrapped_line_that_begins_with_a_label_s_word_goes_on_with_its_measure() -> None:
    facts = case("""๓.๑ มาตรการเปิดเผยแผนและผลการใช้งบประมาณภายใน กองคลังรับผิดชอบร่วมกันกับทุกส่วนราชการของ อบต.
วิธีการคือสรุปข้อบัญญัติงบประมาณให้เหลือหนึ่งหน้า แจกบุคลากรทุกคน แล้วรายงานยอดเบิกจ่ายในวันประชุมประจำเดือน
๓.๒ มาตรการพัฒนาคุณภาพการให้บริการ กองช่างและกองสวัสดิการสังคมรับผิดชอบร่วมกันทั้งสองกองตลอดทั้งปี
วิธีการคือเขียนแผนผังบริการติดหน้าห้อง จับเวลาแต่ละคำขอ และให้ผู้รับบริการกดประเมินทันทีที่ได้รับบริการ
""").facts
    assert [one.number for one in plan(facts)] and len(plan(facts)) == 2


def planned(facts: Facts) -> list[dict[str, str]]:
    return [{held: said(facts, parts) for held, parts in one.fields.items()} for one in plan(facts)]


@pytest.mark.parametrize(
    "how",
    [
        "ขั้นตอน: ทำคู่มือ เปิดสายด่วน ผู้รับผิดชอบ: กองช่าง การกำกับติดตาม: เสนอปลัดทุกเดือน",
        "- ขั้นตอน: ทำคู่มือ เปิดสายด่วน - ผู้รับผิดชอบ: กองช่าง - การกำกับติดตาม: เสนอปลัดทุกเดือน",
        "ขั้นตอน: ทำคู่มือ เปิดสายด่วน ผู้\nรับผิดชอบ: กองช่าง การกำกับ\nติดตาม: เสนอปลัดทุกเดือน",
        "ขั้นตอน : ทำคู่มือ เปิดสายด่วน; ผู้รับผิดชอบ : กองช่าง; ติดตาม : เสนอปลัดทุกเดือน",
        "ขั้นตอน: ทำคู่มือ เปิดสายด่วน\nผู้รับผิดชอบ: กองช่าง\nการกำกับติดตาม: เสนอปลัดทุกเดือน",
    ],
)
def test_labels_part_what_stands_behind_them_wherever_the_lines_wrap(how: str) -> None:
    text = f"{TITLE}ส่วนที่ 2 แผน\n1. มาตรการจัดการเรื่องร้องเรียน\n{how}\n"
    made = planned(case(text).facts)
    assert len(made) == 1
    assert list(made[0]) == ["steps", "responsible", "monitoring"]
    assert made[0]["steps"].endswith("ทำคู่มือเปิดสายด่วน")
    assert made[0]["responsible"] == "กองช่าง"
    assert made[0]["monitoring"] == "เสนอปลัดทุกเดือน"


def test_a_clock_and_a_word_before_a_colon_are_no_labels() -> None:
    text = f"{TITLE}ส่วนที่ 2 แผน\n1. มาตรการจัดการเรื่องร้องเรียน\nขั้นตอน: เปิดสายด่วน เวลา 08:30 น. คำขวัญ: โปร่งใส\n"
    made = planned(case(text).facts)
    assert made == [{"steps": "เปิดสายด่วนเวลา08:30น.คำขวัญ:โปร่งใส"}]


@pytest.mark.parametrize(
    "charge",
    [
        "มอบกองคลังเป็นผู้รับผิดชอบ",
        "โดยให้ผู้อำนวยการกองคลังเป็นผู้รับผิดชอบ",
        "มอบหมายให้หัวหน้างานพัสดุเป็นผู้รับผิดชอบ",
        "โดยมีหัวหน้าสำนักปลัดเป็นผู้รับผิดชอบ",
    ],
)
def test_an_article_tells_what_is_to_be_done_and_then_who_is_charged_with_it(charge: str) -> None:
    text = f"""# ประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
ข้อ 1 มาตรการใช้รถส่วนกลาง ให้ลงเวลาออกและกลับ ทุกครั้ง {charge}
ข้อ 2 มาตรการ ให้ประชาชนมีส่วนร่วม ให้เปิดเวทีปีละสองครั้ง {charge}
"""
    facts = case(text).facts
    assert [one.called for one in plan(facts)] == ["ใช้รถส่วนกลาง", "ให้ประชาชนมีส่วนร่วม"]
    assert planned(facts) == [
        {"steps": "ให้ลงเวลาออกและกลับทุกครั้ง", "responsible": charge},
        {"steps": "ให้เปิดเวทีปีละสองครั้ง", "responsible": charge},
    ]


def test_an_article_that_only_gives_a_measure_away_has_no_steps() -> None:
    text = """# ประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
ข้อ 1 มาตรการใช้รถส่วนกลาง ให้สำนักปลัดเทศบาลเป็นผู้รับผิดชอบ
ข้อ 2 มาตรการเก็บเงินค่าขยะ ให้กองคลังเป็นผู้รับผิดชอบ
"""
    assert [list(one) for one in planned(case(text).facts)] == [["responsible"]] * 2


def test_a_list_of_measures_with_offices_in_brackets_and_results_called_by_name_pair() -> None:
    text = f"""{TITLE}ตอนที่ 1 ข้อที่ตกลงกันไว้
มาตรการที่ 1 คุมการเบิกน้ำมันเชื้อเพลิง (งานยานพาหนะ สำนักปลัด)
มาตรการที่ 2 ตอบคำร้อง (ด้านการก่อสร้าง) ให้ทันเวลา (กองช่าง)
มาตรการที่ 3 จัดซื้ออาหารกลางวันโปร่งใส (กองการศึกษา)
ผลการดำเนินการ
มาตรการ: คุมการเบิกน้ำมันเชื้อเพลิง
สิ่งที่ดำเนินการ: ติดตั้งเครื่องวัดระยะทางรถ 5 คัน เมื่อวันที่ 3 มกราคม 2565
ผลรอบ 6 เดือน: ค่าน้ำมันลดลงร้อยละ 12
มาตรการ: จัดซื้ออาหารกลางวันโปร่งใส
สิ่งที่ดำเนินการ: เชิญผู้ปกครองร่วมตรวจรับ 18 ครั้ง เมื่อวันที่ 9 ธันวาคม 2564
ผลรอบ 6 เดือน: เด็กได้ดื่มนมครบทุกคน
"""
    facts = case(text).facts
    assert [said(facts, [one.name])[11:] for one in plan(facts)] == [
        "คุมการเบิกน้ำมันเชื้อเพลิง",
        "ตอบคำร้อง(ด้านการก่อสร้าง)ให้ทันเวลา",
        "จัดซื้ออาหารกลางวันโปร่งใส",
    ]
    assert [one.called for one in results(facts)] == [
        "คุมการเบิกน้ำมันเชื้อเพลิง",
        "จัดซื้ออาหารกลางวันโปร่งใส",
    ]
    assert [set(one.fields) for one in results(facts)] == [{"activity", "result"}] * 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("มาตรการที่ 1\nชื่อมาตรการ : ", "มาตรการที่ 2\nชื่อมาตรการ : "),
        ("มาตรการที่ 1 ชื่อมาตรการ: ", "มาตรการที่ 2 ชื่อมาตรการ: "),
        ("ชื่อมาตรการ: ", "ชื่อมาตรการ: "),
        ("แบบที่ 1 ชื่อของมาตรการ: ", "แบบที่ 2 ชื่อของมาตรการ: "),
        ("ใบที่ 1\nหัวข้อมาตรการ = ", "ใบที่ 2\nหัวข้อมาตรการ = "),
    ],
)
def test_a_form_that_labels_the_name_tells_plan_and_results_of_each_measure(
    first: str, second: str
) -> None:
    text = f"""{TITLE}{first}มาตรการคุมรถส่วนกลาง
ขั้นตอน : ออกสมุดคุม ตรวจทุกสิ้นเดือน
ผู้รับผิดชอบ : กองช่าง
สิ่งที่ทำแล้ว : ติดตั้งเครื่องบอกพิกัดรถ 4 คัน เมื่อวันที่ 8 มกราคม 2565
ผลที่ได้ : ค่าน้ำมันลดลงร้อยละ 9
{second}มาตรการรับเรื่องร้องเรียน
ขั้นตอน : เปิดสายตรง ลงทะเบียนเรื่อง
ผู้รับผิดชอบ : สำนักปลัด
สิ่งที่ทำแล้ว : เปิดสายตรงเมื่อวันที่ 2 ธันวาคม 2564
ผลที่ได้ : รับ 6 เรื่อง ยุติครบ
ผู้รายงาน // (นายสมชาย ใจดี) | ผู้รับรอง // (นางสมศรี มีสุข)
"""
    facts = case(text).facts
    names = ["มาตรการคุมรถส่วนกลาง", "มาตรการรับเรื่องร้องเรียน"]
    assert [said(facts, [one.name]) for one in plan(facts)] == names
    assert [said(facts, [one.name]) for one in results(facts)] == names
    assert [pair.plan is not None and len(pair.results) for pair in pairs(facts)] == [1, 1]
    assert told(facts)[0][2]["result"] == "ค่าน้ำมันลดลงร้อยละ9"
    if "มาตรการที่" in first:
        assert [one.number for one in plan(facts)] == [1, 2]


def test_signatures_below_the_last_measure_are_none_of_its_fields() -> None:
    text = f"""{TITLE}มาตรการที่ 1 คุมการเบิกน้ำมันเชื้อเพลิง
สิ่งที่ทำแล้ว : ติดเครื่องวัดระยะทางรถ 5 คัน
ผลที่ได้ : ค่าน้ำมันลดลงร้อยละ 12
ลงชื่อ ผู้จัดทำ | ลงชื่อ ผู้อนุมัติ
"""
    assert [one.table for one in results(case(text).facts)] == [False]


def test_what_plans_and_reports_at_once_is_a_plan_only_where_nothing_plans_alone() -> None:
    text = f"""{TITLE}มาตรการที่ 1 คุมการเบิกน้ำมันเชื้อเพลิง
ขั้นตอน : ออกสมุดคุม
ผู้รับผิดชอบ : กองช่าง
ผลที่ได้ : ค่าน้ำมันลดลงร้อยละ 12
มาตรการที่ 2 ตอบคำร้องให้ทันเวลา
ขั้นตอน | ลงทะเบียนคำร้องทุกเรื่อง
ผู้รับผิดชอบ | สำนักปลัด
ผลที่ได้ | ตอบภายใน 3 วันทุกเรื่อง
"""
    assert len(plan(case(text).facts)) == len(results(case(text).facts)) == 2


@pytest.mark.parametrize("mark", ["—", ";", "•"])
@pytest.mark.parametrize("how", ["วิธี", "วิธีทำ", "ทำอย่างไร"])
def test_an_office_s_own_label_between_a_mark_and_a_colon_parts_an_article(
    mark: str, how: str
) -> None:
    text = f"""# ประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
ข้อ 1 มาตรการคิวออนไลน์ {mark} {how}: จัดคิว ติดป้ายเวลา {mark} ผู้รับผิดชอบ: กองช่าง {mark} ติดตาม: สรุปทุกเดือน
ข้อ 2 มาตรการงดรับของขวัญ {mark} {how}: ประกาศ อบรม {mark} ผู้รับผิดชอบ: สำนักปลัด {mark} ติดตาม: สรุปทุกเดือน
"""
    facts = case(text).facts
    assert [one.called for one in plan(facts)] == ["คิวออนไลน์", "งดรับของขวัญ"]
    assert [set(one) for one in planned(facts)] == [{"steps", "responsible", "monitoring"}] * 2
    assert planned(facts)[1]["steps"] == "ประกาศอบรม"


def test_a_label_that_heads_its_line_takes_nothing_from_the_line_before() -> None:
    text = f"""{TITLE}มาตรการที่ 1 คุมการเบิกน้ำมันเชื้อเพลิง
ขั้นตอน : ออกสมุดคุม
ผู้รับผิดชอบ : กองการเจ้าหน้าที่
สิ่งที่ทำแล้ว : ติดเครื่องวัดระยะทางรถ 5 คัน
"""
    assert planned(case(text).facts)[0]["responsible"] == "กองการเจ้าหน้าที่"


def test_where_measures_come_from_names_none() -> None:
    text = f"""{TITLE}ที่มาของมาตรการ: ผลการประเมินปีก่อนและประกาศของวิทยาลัย
มาตรการที่ 1: คุมการเบิกน้ำมันเชื้อเพลิง
สิ่งที่ทำแล้ว: ติดเครื่องวัดระยะทางรถ 5 คัน
"""
    assert len(results(case(text).facts)) == 1


@pytest.mark.parametrize("bullet", ["•", "-", "1.", "(1)"])
def test_a_bullet_at_a_line_s_head_stays_with_its_label(bullet: str) -> None:
    text = f"""{TITLE}3. มาตรการประจำปี
3.1 ยืมง่ายคืนครบ
{bullet} วิธีทำ: ติดป้ายรหัส ใช้ใบยืมแผ่นเดียว
{bullet} คนทำ: งานพัสดุ กองคลัง
3.2 แจ้งเบาะแสปลอดภัย
{bullet} วิธีทำ: เปิดแบบฟอร์มไม่ระบุตัวตน
{bullet} คนทำ: หน่วยตรวจสอบภายใน
"""
    assert [set(one) for one in planned(case(text).facts)] == [{"steps", "responsible"}] * 2


LOST = """2. มาตรการที่กำหนด
2.1 มาตรการเปิดเผยราคากลาง
ขั้นตอน : ปิดประกาศ ลงเว็บไซต์
ผู้รับผิดชอบ : กองคลัง
{number} มาตรการมอบหมายงานเป็นธรรม
ขั้นตอน : ทำคู่มือ ทบทวนคำสั่ง
ผู้รับผิดชอบ : สำนักปลัด
"""


def test_a_number_whose_dot_a_scan_lost_still_opens_a_measure_over_its_labels() -> None:
    for number in ("2.2", "22", "2 2"):
        facts = case(TITLE + LOST.format(number=number)).facts
        assert [one.called for one in plan(facts)] == ["เปิดเผยราคากลาง", "มอบหมายงานเป็นธรรม"]
        assert planned(facts)[0]["responsible"] == "กองคลัง"


def test_a_count_of_measures_in_a_sentence_names_none() -> None:
    text = f"""{TITLE}2.1 มาตรการเปิดเผยราคากลาง
ขั้นตอน : รวบรวมจากทุกกองให้ครบ
22 มาตรการที่กำหนดไว้ในแผน แล้วปิดประกาศ
ผู้รับผิดชอบ : กองคลัง
"""
    assert len(plan(case(text).facts)) == 1


@pytest.mark.parametrize(
    "watched", ["2.3 การกำกับติดตาม", "2.3) ติดตามผล :", "2.4 การติดตามและรายงานผล"]
)
def test_a_label_counted_on_from_the_measures_tells_of_all_of_them(watched: str) -> None:
    text = TITLE + LOST.format(number="2.2") + f"{watched} ให้ทั้งสองกองรายงานผลต่อปลัด ทุกไตรมาส\n"
    facts = case(text).facts
    assert [set(one) for one in planned(facts)] == [{"steps", "responsible"}] * 2
    assert stated_for_all(facts, "monitoring")
    own = LOST.replace("ขั้นตอน", "2.1.1 ขั้นตอน").replace("ผู้รับผิดชอบ", "2.1.2 ผู้รับผิดชอบ")
    assert [set(one) for one in planned(case(TITLE + own.format(number="2.2")).facts)] == [
        {"steps", "responsible"}
    ] * 2


@pytest.mark.parametrize(
    "how",
    [
        "ขั้นตอนคือ ทำคู่มือ เปิดสายด่วน ผู้รับผิดชอบ ได้แก่ กองช่าง",
        "ขั้นตอน ได้แก่ ทำคู่มือ เปิดสายด่วน ผู้รับผิดชอบ คือ กองช่าง",
        "วิธีดำเนินการ มีดังนี้ ทำคู่มือ เปิดสายด่วน ผู้รับผิดชอบ : กองช่าง",
    ],
)
def test_a_word_for_a_colon_parts_a_paragraph_wherever_it_wraps(how: str) -> None:
    for text in (how, how.replace(" ผู้รับผิดชอบ", "\nผู้รับผิดชอบ"), f"ตอบข้อ ก {how}"):
        made = planned(case(f"{TITLE}2.1 มาตรการสื่อสารถึงทุกหมู่บ้าน\n{text}\n").facts)
        assert [set(one) for one in made] == [{"steps", "responsible"}], text
        assert made[0]["responsible"] == "กองช่าง"


def test_a_label_inside_a_sentence_parts_nothing() -> None:
    text = f"""{TITLE}2.1 มาตรการสื่อสารถึงทุกหมู่บ้าน
ขั้นตอน: ทำคู่มือที่บอกผู้รับผิดชอบคือใครในแต่ละงาน
ผู้รับผิดชอบ: กองช่าง
"""
    assert planned(case(text).facts)[0]["responsible"] == "กองช่าง"


def test_a_part_of_the_report_ends_the_last_measure() -> None:
    text = f"""{TITLE}ตอนที่ 2 สิ่งที่จะทำ
2.1 มาตรการสื่อสารถึงทุกหมู่บ้าน
ขั้นตอน: ทำคลิปเสียง
ผู้รับผิดชอบ: กองช่าง
ตอนที่ 3 เอกสารอ้างอิง
พระราชบัญญัติระเบียบบริหารราชการแผ่นดิน
"""
    assert planned(case(text).facts)[0]["responsible"] == "กองช่าง"


@pytest.mark.parametrize("colon", [":", " :"])
@pytest.mark.parametrize(
    ("done", "outcome"), [("ทำแล้ว", "ผล"), ("ทำ", "ผลลัพธ์"), ("กิจกรรมที่ทำ", "ผล")]
)
def test_a_label_of_two_letters_is_one_before_a_colon(colon: str, done: str, outcome: str) -> None:
    made = case(f"""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        1. มอบหมายงานเป็นลายลักษณ์อักษร | ทบทวนคำสั่ง | สำนักปลัด | รายงานรอบ 6 เดือน
        2. ตรวจสอบการใช้ดุลพินิจ | ทำเกณฑ์ | กองช่าง | รายงานรอบ 6 เดือน

        ภาคที่ 2 ผลเมื่อครบ 6 เดือน
        มาตรการที่ 1 มอบหมายงานเป็นลายลักษณ์อักษร
        {done}{colon} ออกคำสั่งแบ่งงานใหม่ ชี้แจงพนักงาน 39 คน
        {outcome}{colon} พนักงานร้อยละ 92 บอกได้ว่างานใดเป็นของตน
        มาตรการที่ 2 ตรวจสอบการใช้ดุลพินิจ
        {done}{colon} ใช้เกณฑ์พิจารณา 6 เรื่อง
        {outcome}{colon} ทุกสำนวนมีเหตุผลประกอบ
        """)
    told = results(made.facts)
    assert [one.called for one in told] == ["มอบหมายงานเป็นลายลักษณ์อักษร", "ตรวจสอบการใช้ดุลพินิจ"]
    assert all({"result", "outcome"} & set(one.fields) for one in told)
    assert all(pair.plan and pair.results for pair in pairs(made.facts))


DEEDS = """# ผลการดำเนินการตามมาตรการ
มาตรการที่ 1 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
ปรับปรุงเว็บไซต์และส่งข่าวผ่านกลุ่มไลน์
ผลผลิต คือ ข่าวกิจกรรม 58 เรื่อง
{count} มาตรการป้องกันการรับสินบน
{deed}
ผลผลิต คือ ป้าย 5 ป้าย บุคลากรลงนามรับทราบ 39 คน
"""


@pytest.mark.parametrize(
    "deed",
    [
        "ประกาศนโยบาย No Gift Policy ในโอกาสเทศกาลปีใหม่",
        "ประกาศเจตจำนงสุจริตต่อหน้าบุคลากรทุกคน\nปิดป้ายที่เคาน์เตอร์บริการ",
        "จัดอบรมบุคลากร\nผลผลิต คือ ผู้เข้าอบรม 39 คน\nประกาศนโยบายงดรับของขวัญ",
    ],
)
def test_a_deed_under_a_counted_measure_is_told_of_it_and_names_none(deed: str) -> None:
    made = results(case(DEEDS.format(count="มาตรการที่ 2", deed=deed)).facts)
    assert [one.called for one in made] == ["เผยแพร่ข้อมูลต่อสาธารณะ", "ป้องกันการรับสินบน"]
    assert all(one.fields.get("output") for one in made)


def test_a_declaration_over_labels_as_its_siblings_have_them_is_a_measure() -> None:
    made = plan(
        case("""
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
        ขั้นตอน: ปรับปรุงเว็บไซต์
        ผู้รับผิดชอบ: กองคลัง
        ประกาศเจตจำนงสุจริตของผู้บริหาร
        ขั้นตอน: ประกาศต่อหน้าบุคลากร
        ผู้รับผิดชอบ: สำนักปลัด
        """).facts
    )
    assert len(made) == 2


def test_a_word_of_who_does_one_of_several_told_measures_makes_no_plan_of_it() -> None:
    text = DEEDS.format(count="มาตรการที่ 2", deed="ปิดป้ายที่เคาน์เตอร์บริการ")
    text += "มาตรการที่ 3 มาตรการใช้รถราชการ\nลงเวลาใช้รถทุกครั้ง\nผลผลิต คือ สมุด 2 เล่ม\nผู้รับผิดชอบ: กองช่าง"
    made = case(text).facts
    assert len(results(made)) == 3 and not plan(made)


def test_what_was_done_on_a_day_is_no_measure_by_its_number() -> None:
    made = case("""
        # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        4.1 มาตรการมอบหมายงานและประเมินผลอย่างเป็นธรรม
        1. วันที่ 22 พฤศจิกายน 2564 ประชุมจัดทำเกณฑ์ภาระงานครู
        2. วันที่ 7 ธันวาคม 2564 ประกาศใช้เกณฑ์ภาระงาน
        ผลที่เกิดขึ้น : ชั่วโมงสอนที่ต่างกันมากที่สุดลดลงจาก 14 คาบ เหลือ 5 คาบ
        4.2 มาตรการยืมและคืนครุภัณฑ์ของวิทยาลัย
        1. วันที่ 15 ธันวาคม 2564 ออกระเบียบการยืมครุภัณฑ์
        2. วันที่ 17 มกราคม 2565 ตรวจนับครุภัณฑ์
        ผลที่เกิดขึ้น : พบครุภัณฑ์ครบ 1,106 รายการ
        """)
    assert [one.called for one in results(made.facts)] == [
        "มอบหมายงานและประเมินผลอย่างเป็นธรรม",
        "ยืมและคืนครุภัณฑ์ของวิทยาลัย",
    ]


MEMO = """
        # บันทึกข้อความ
        เรื่อง รายงานการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2565
        1. เรื่องเดิม ท่านได้กรุณาสั่งการให้สำนักปลัดสรุปผลเมื่อครบรอบ 6 เดือน และเมื่อครบรอบ 12 เดือน นั้น
        2. ข้อเท็จจริง ส่วนราชการเจ้าของเรื่องได้ส่งผลมาครบถ้วน ดังนี้
        2.1 มาตรการจัดการเรื่องร้องเรียนการทุจริต ผู้รับผิดชอบ
        คือสำนักปลัด งานกฎหมายและคดี ได้จัดตั้งศูนย์รับเรื่องร้องเรียน มีผู้ร้องเข้ามา 5 เรื่อง ได้ตอบทุกเรื่องแล้ว
        2.2 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ ผู้รับผิดชอบคือ
        สำนักปลัด งานประชาสัมพันธ์ ได้ปรับปรุงเว็บไซต์เสร็จเมื่อวันที่ 15 กุมภาพันธ์ 2565 มีผู้เข้าชม 1,480 ครั้ง
        3. ข้อระเบียบ พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540
        4. ข้อเสนอ เห็นควรเผยแพร่รายงานนี้ และดำเนินการต่อเนื่องเพื่อสรุปผลรอบ 12 เดือน ในเดือนตุลาคม 2565 ต่อไป
"""


def test_what_he_did_who_is_responsible_is_a_result_and_the_next_section_is_none() -> None:
    made = case(MEMO).facts
    assert [one.called for one in results(made)] == [
        "จัดการเรื่องร้องเรียนการทุจริต",
        "เผยแพร่ข้อมูลต่อสาธารณะ",
    ]
    who = [said(made, one.fields["responsible"]) for one in results(made)]
    assert [one.removeprefix("คือ") for one in who] == [
        "สำนักปลัดงานกฎหมายและคดี",
        "สำนักปลัดงานประชาสัมพันธ์",
    ]
    assert said(made, results(made)[-1].fields["result"]).endswith("1,480ครั้ง")


def test_a_round_to_be_summed_up_later_is_not_reported() -> None:
    twelve = [one.side for one in rounds(case(MEMO).facts) if one.months == 12]
    assert len(twelve) == 2
    assert Side.REPORTED not in twelve


BY_NUMBER = """ผลการดำเนินการ
มาตรการที่ 1 จัดทำข้อตกลงภาระงานของบุคลากร 684 คน แล้วเสร็จเมื่อวันที่ 30 พฤศจิกายน 2565
ข้อสงสัยลดลงจาก 41 เรื่องเหลือ 12 เรื่อง
มาตรการที่ 2 ขยายแดชบอร์ดถึงระดับสาขาวิชาเมื่อวันที่ 3 กรกฎาคม 2566 มีผู้เข้าดู 3,870 ครั้ง
มาตรการที่ 3 จัดเวทีพบอธิการบดีสองครั้งเมื่อวันที่ 14 ธันวาคม 2565 และวันที่ 22 กุมภาพันธ์ 2566
ได้ข้อเสนอ 37 ข้อ แก้ไขแล้ว 21 ข้อ
"""


def test_results_that_bear_the_measures_numbers_alone_are_those_measures() -> None:
    planned = "".join(
        f"{at} | มาตรการ{name} | จัดทำแนวทาง | สำนักงานอธิการบดี\n"
        for at, name in enumerate(("มอบหมายงานอย่างเป็นธรรม", "เผยแพร่งบประมาณ", "รับฟังนักศึกษา"), 1)
    )
    facts = case(f"{TITLE}ที่ | มาตรการ | แนวปฏิบัติ | เจ้าภาพ\n{planned}\n{BY_NUMBER}").facts
    assert [(one.plan.called if one.plan else None, len(one.results)) for one in pairs(facts)] == [
        ("มอบหมายงานอย่างเป็นธรรม", 1),
        ("เผยแพร่งบประมาณ", 1),
        ("รับฟังนักศึกษา", 1),
    ]


def test_a_result_of_another_number_is_not_called_by_one() -> None:
    planned = "".join(
        f"{at} | มาตรการ{name} | จัดทำแนวทาง | สำนักงานอธิการบดี\n"
        for at, name in enumerate(("มอบหมายงานอย่างเป็นธรรม", "เผยแพร่งบประมาณ"), 1)
    )
    facts = case(f"{TITLE}ที่ | มาตรการ | แนวปฏิบัติ | เจ้าภาพ\n{planned}\n{BY_NUMBER}").facts
    assert None in [one.plan for one in pairs(facts)]


NAMED_AGAIN = """# มาตรการที่กำหนดไว้
มาตรการที่ 1 ซื้อวัสดุฝึกอย่างเปิดเผย
- เปิดราคาและผู้ขาย
- ผู้รับผิดชอบ งานพัสดุ
มาตรการที่ 2 ยืมเครื่องมือช่างลงชื่อทุกครั้ง
- ทำสมุดยืมประจำโรงฝึก
- ผู้รับผิดชอบ งานอาคาร
ทุกเรื่องติดตามเดือนละครั้ง และรายงานผู้อำนวยการ
{heading} มาตรการที่ 1 ซื้อวัสดุฝึกอย่างเปิดเผย
- ติดราคาที่บอร์ด 6 แผนก
- ผลลัพธ์ ราคาลดลงร้อยละ 7
{heading} มาตรการที่ 2 ยืมเครื่องมือช่างลงชื่อทุกครั้ง
- ลงชื่อครบ 84 ครั้ง
- ผลลัพธ์ ของหายเหลือ 1 ชิ้น
"""


@pytest.mark.parametrize("heading", ["ผลการดำเนินการ", "ผลการดำเนินงาน"])
def test_a_label_of_results_with_another_measure_s_name_behind_it_is_none_of_the_last_one_s(
    heading: str,
) -> None:
    facts = case(TITLE + NAMED_AGAIN.format(heading=heading), fiscal_year=2568).facts
    names = ["ซื้อวัสดุฝึกอย่างเปิดเผย", "ยืมเครื่องมือช่างลงชื่อทุกครั้ง"]
    assert [one.called for one in plan(facts)] == names
    assert [[one.called for one in pair.results] for pair in pairs(facts)] == [
        [name] for name in names
    ]
