"""Measures in cards without a frame: what comes again card after card labels, whatever its words, and
what stands behind says what it labels.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.items import likely_part
from ita_checker.facts.measures import plan, results, void
from ita_checker.facts.tables import said
from ita_checker.model import Facts

PLANNED = """
{one} กุญแจรถอยู่ที่คนเดียว
{how} จดชื่อคนเอาไป ถ่ายรูปไมล์ คืนแล้วเซ็น
{who} กองช่าง
{watched} หัวหน้ากองเปิดสมุดดูทุกสัปดาห์
{two} ตอบไลน์ก่อนข้ามวัน
{how} แบ่งเวรคนตอบ ทำคำตอบไว้ล่วงหน้า
{who} สำนักปลัดเทศบาล กับกองสาธารณสุข
{watched} นับข้อความค้างเดือนละครั้ง
{three} ป้ายราคาอยู่หน้าช่อง
{how} พิมพ์ใหญ่ ติดระดับสายตา
{who} กองคลัง
{watched} ปลัดเดินดูทุกไตรมาส
"""
WORDS = [
    ("เขาลงแรงแบบนี้:", "คนแบกเรื่องนี้:", "ใครแวะมาส่อง:"),
    ("เดินทีละก้าว –", "เรื่องนี้ฝากไว้กับ –", "ไม่ลืมเพราะ –"),
    ("ลงแรงอย่างไร ", "ฝากเรื่องไว้กับใคร ", "แวะมาส่องกันตอนไหน "),
]
COUNTS = [
    ("ข้อตกลงที่หนึ่ง –", "ข้อตกลงที่สอง –", "ข้อตกลงที่สาม –"),
    ("สัญญา ก.", "สัญญา ข.", "สัญญา ค."),
    ("ใบที่ 1 ·", "ใบที่ 2 ·", "ใบที่ 3 ·"),
]


def planned(facts: Facts) -> list[tuple[str, dict[str, str]]]:
    return [
        (one.called, {held: said(facts, own) for held, own in one.fields.items()})
        for one in plan(facts)
    ]


@pytest.mark.parametrize(("how", "who", "watched"), WORDS)
@pytest.mark.parametrize(("one", "two", "three"), COUNTS)
def test_labels_that_come_again_are_told_by_what_stands_behind_them(
    how: str, who: str, watched: str, one: str, two: str, three: str
) -> None:
    text = PLANNED.format(how=how, who=who, watched=watched, one=one, two=two, three=three)
    made = planned(case(text).facts)
    assert [name for name, _ in made] == [
        "กุญแจรถอยู่ที่คนเดียว",
        "ตอบไลน์ก่อนข้ามวัน",
        "ป้ายราคาอยู่หน้าช่อง",
    ]
    assert made[1][1] == {
        "steps": "แบ่งเวรคนตอบทำคำตอบไว้ล่วงหน้า",
        "responsible": "สำนักปลัดเทศบาลกับกองสาธารณสุข",
        "monitoring": "นับข้อความค้างเดือนละครั้ง",
    }


def test_labels_on_lines_of_their_own_label_the_line_below() -> None:
    text = """
        คำสัญญาแรก – เก็บกุญแจห้องพัสดุ
        ทางเดิน
        แขวนกุญแจที่เดียว จดชื่อคนหยิบ
        คนเฝ้าเรื่อง
        กลุ่มบริหารงบประมาณ
        ตาที่คอยมอง
        รองผู้อำนวยการเปิดตู้ดูทุกวันศุกร์

        คำสัญญาที่สอง – ตอบพ่อแม่ในวันเดียว
        ทางเดิน
        แบ่งเวรครู ทำคำตอบไว้ก่อน
        คนเฝ้าเรื่อง
        กลุ่มบริหารทั่วไป
        ตาที่คอยมอง
        ธุรการนับข้อความเดือนละครั้ง
        """
    assert [sorted(own) for _, own in planned(case(text).facts)] == [
        ["monitoring", "responsible", "steps"]
    ] * 2


def test_a_label_s_own_words_say_what_of_it_is_told() -> None:
    text = """
        ใบ ก. เปิดยอดเงิน
        ลงแรงทำอะไรไปแล้วบ้าง: ติดยอด 6 ครั้ง เสร็จแล้ว
        แล้วเกิดอะไรดีขึ้นบ้าง: ไม่มีใครถามซ้ำ
        ใบ ข. นับของทุกเดือน
        ลงแรงทำอะไรไปแล้วบ้าง: นับของ 310 ชิ้น ครบแล้ว
        แล้วเกิดอะไรดีขึ้นบ้าง: -
        """
    assert [sorted(one.fields) for one in results(case(text).facts)] == [
        ["activity", "outcome"]
    ] * 2


def test_a_card_that_lacks_a_label_lacks_that_field_and_the_next_begins_with_its_name() -> None:
    text = PLANNED.format(
        how="ลงแรงแบบนี้:", who="คนแบกเรื่อง:", watched="ใครแวะส่อง:", one="ก.", two="ข.", three="ค."
    ).replace("ใครแวะส่อง: นับข้อความค้างเดือนละครั้ง\n", "")
    fields = [sorted(own) for _, own in planned(case(text).facts)]
    assert fields == [
        ["monitoring", "responsible", "steps"],
        ["responsible", "steps"],
        ["monitoring", "responsible", "steps"],
    ]


def test_results_under_rounds_and_words_that_come_again_are_told_apart() -> None:
    text = """
        ตอน 2 / ของจริง : กุญแจรถอยู่ที่คนเดียว
        รอบ 6 เดือน (ต.ค. 66 - มี.ค. 67) จดแล้ว 210 ครั้ง ถ่ายรูปไมล์ครบ
        ชาวบ้านรู้สึกอย่างไร น้ำมันลดลง 3,400 บาท
        ตอน 3 / ของจริง : ตอบไลน์ก่อนข้ามวัน
        รอบ 6 เดือน (ต.ค. 66 - มี.ค. 67) ตอบแล้ว 640 ข้อความ ค้าง 2 ข้อความ
        ชาวบ้านรู้สึกอย่างไร ตอบไลน์ก่อนข้ามวัน
        """
    facts = case(text).facts
    assert [one.called for one in results(facts)] == ["กุญแจรถอยู่ที่คนเดียว", "ตอบไลน์ก่อนข้ามวัน"]
    assert [(one.measure.called, one.repeats) for one in void(facts)] == [
        ("ตอบไลน์ก่อนข้ามวัน", "name")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ที่ นบ 1/2\nเรื่อง ขอเชิญประชุม\nเรียน ผู้อำนวยการกองคลัง\nเนื้อความสั้น",
        (
            "วันที่ประชุมใหญ่\nวาระแรก: แจ้งให้ทราบ\nวาระสอง: รับรองรายงาน\nเลิกประชุมเที่ยง\n"
            "วาระอื่น: ไม่มี\nผู้จด: กองคลัง"
        ),
        "ห้องประชุมเล็ก\nโทรศัพท์: สองสามสี่\nห้องประชุมใหญ่\nโทรศัพท์: สี่ห้าหก",
    ],
)
def test_labels_that_do_not_come_again_together_make_no_card(text: str) -> None:
    facts = case(text).facts
    assert (plan(facts), results(facts)) == ((), ())


def test_cards_of_which_nothing_says_whether_they_plan_or_report_may_be_measures() -> None:
    text = """
        ก้อนเมฆ ก. เรื่องหนึ่งที่คุยกันไว้
        ลมพัดมา: แดดออกพอดี
        ฝนตกลง: กองคลัง
        ก้อนเมฆ ข. อีกเรื่องที่คุยกันไว้
        ลมพัดมา: ฟ้าใสเชียว
        ฝนตกลง: กองช่าง
        """
    facts = case(text).facts
    near = likely_part(facts, "measures")
    assert plan(facts) == ()
    assert near is not None
    assert near.some


TOLD = """
    {above}

    {one} กุญแจรถอยู่ที่คนเดียว
    {begun} จดแล้ว 210 ครั้ง ถ่ายรูปไมล์ครบ
    {later} จดแล้ว 432 ครั้ง ไม่มีวันขาด
    {outcome} น้ำมันลดลงเดือนละ 3,400 บาท และไม่มีรถหายออกไปใช้นอกราชการอีกเลยทั้งปี
    {two} ตอบไลน์ก่อนข้ามวัน
    {begun} ตอบแล้ว 96 ข้อความ
    {later} ตอบแล้ว 205 ข้อความ
    {outcome} เวลารอเฉลี่ยลดจากหกวันเหลือไม่ถึงหนึ่งวัน และไม่มีข้อความใดที่ค้าง
    ข้ามสัปดาห์
    {three} ป้ายราคาอยู่หน้าช่อง
    {begun} ติดแล้ว 4 ช่อง
    {later} ติดครบ 9 ช่อง
    {outcome} ไม่มีใครถามราคาซ้ำ
"""
ABOVE = "คณะทำงานตามเก็บเรื่องราวทั้งหมดจากทุกกองมาเรียงเป็นบัตรให้อ่านง่ายได้ดังต่อไปนี้"


@pytest.mark.parametrize(
    ("begun", "later", "outcome"),
    [
        ("รอบ 6 เดือน:", "รอบ 12 เดือน:", "เกิดอะไรขึ้น:"),
        ("ครึ่งแรกลงแรงแล้ว:", "ครึ่งหลังลงแรงแล้ว:", "ผลที่เกิด:"),
    ],
)
@pytest.mark.parametrize(
    ("one", "two", "three"),
    [("บัตรที่ 1 ·", "บัตรที่ 2 ·", "บัตรที่ 3 ·"), ("ก.", "ข.", "ค."), ("", "", "")],
)
@pytest.mark.parametrize("above", ["", ABOVE])
def test_a_name_under_a_line_that_fills_the_page_s_width_is_no_part_of_it(
    above: str, one: str, two: str, three: str, begun: str, later: str, outcome: str
) -> None:
    text = TOLD.format(
        above=above, one=one, two=two, three=three, begun=begun, later=later, outcome=outcome
    )
    facts = case(text).facts
    made = results(facts)
    assert [one.called for one in made] == [
        "กุญแจรถอยู่ที่คนเดียว",
        "ตอบไลน์ก่อนข้ามวัน",
        "ป้ายราคาอยู่หน้าช่อง",
    ]
    told = "".join(said(facts, parts) for parts in made[1].fields.values())
    assert "ค้างข้ามสัปดาห์" in told  # what does go on in the next line
    assert "ป้ายราคา" not in told


WITH_WATCHING = """
    การ์ดที่ 1 · กุญแจรถอยู่ที่คนเดียว
    ทำแล้ว: จดแล้ว 210 ครั้ง ถ่ายรูปไมล์ครบ
    ติดตาม: ปลัดเปิดสมุดดูทุกสัปดาห์
    {first}น้ำมันลดลง 3,400 บาท
    การ์ดที่ 2 · ตอบไลน์ก่อนข้ามวัน
    ทำแล้ว: ตอบแล้ว 96 ข้อความ
    ติดตาม: หัวหน้านับข้อความทุกสัปดาห์
    ได้อะไร: เวลารอเหลือไม่ถึงหนึ่งวัน
    การ์ดที่ 3 · ป้ายราคาอยู่หน้าช่อง
    ทำแล้ว: ติดป้ายแล้ว 4 ช่อง
    ติดตาม: หัวหน้าเดินดูทุกเดือน
    ได้อะไร: ไม่มีใครถามราคาซ้ำ
"""


def test_a_label_that_ends_like_one_that_comes_again_labels_the_same() -> None:
    made = results(case(WITH_WATCHING.format(first="คนในหมู่บ้านได้อะไร: ")).facts)
    assert [sorted(one.fields) for one in made] == [["activity", "monitoring", "result"]] * 3


def test_a_card_among_those_of_results_lacks_its_result_and_plans_nothing() -> None:
    text = WITH_WATCHING.replace("    {first}น้ำมันลดลง 3,400 บาท\n", "")
    made = results(case(text).facts)
    assert [sorted(one.fields) for one in made] == [
        ["activity", "monitoring"],
        ["activity", "monitoring", "result"],
        ["activity", "monitoring", "result"],
    ]


ASKED = """
{one} ใช้และยืมของส่วนรวม
{how}
ทำทะเบียนของใช้ร่วม เขียนใบยืมทุกครั้ง ครูเวรตรวจของทุกเย็นวันศุกร์
{who}
กลุ่มบริหารงานงบประมาณ งานพัสดุ
{watched}
หัวหน้างานพัสดุรายงานผู้อำนวยการทุกสิ้นเดือน
{two} สื่อสารให้ถึงทุกบ้าน
{how}
ตั้งกลุ่มไลน์ห้องเรียน ส่งจดหมายข่าวให้บ้านที่ไม่มีสัญญาณ
{who}
กลุ่มบริหารงานทั่วไป งานประชาสัมพันธ์
{watched}
หัวหน้ากลุ่มสุ่มโทรถามผู้ปกครองเดือนละ 10 บ้าน
"""


@pytest.mark.parametrize(
    ("how", "who", "watched"),
    [("ทำอย่างไร", "ใครทำ", "ติดตามเมื่อไร"), ("เดินทีละก้าว", "คนแบก", "แวะมาส่องตอนไหน")],
)
@pytest.mark.parametrize(
    ("one", "two"), [("มาตรการ 1", "มาตรการ 2"), ("ข้อตกลง 1", "ข้อตกลง 2"), ("เรื่องที่ 1", "เรื่องที่ 2")]
)
def test_a_short_label_may_have_a_line_of_its_own_under_names_that_a_bare_number_counts(
    one: str, two: str, how: str, who: str, watched: str
) -> None:
    text = ASKED.format(one=one, two=two, how=how, who=who, watched=watched)
    made = plan(case(text).facts)
    assert [one.called for one in made] == ["ใช้และยืมของส่วนรวม", "สื่อสารให้ถึงทุกบ้าน"]
    assert [sorted(one.fields) for one in made] == [["monitoring", "responsible", "steps"]] * 2


def test_a_short_label_before_offices_and_one_before_a_span_of_months_label_too() -> None:
    text = """
    # มาตรการที่กำหนด
    มาตรการที่ 1 การเปิดเผยการใช้จ่ายเงิน
    แก้ไขตัวชี้วัด การใช้งบประมาณ
    ทำอย่างไร แจ้งยอดเงินในที่ประชุมและปิดประกาศทุกเดือน
    ใครทำ กลุ่มบริหารงบประมาณ
    เมื่อใด มกราคม – กันยายน 2566
    ติดตามอย่างไร รองผู้อำนวยการตรวจทุกสิ้นเดือน
    มาตรการที่ 2 บริการเอกสารออนไลน์
    แก้ไขตัวชี้วัด การปรับปรุงระบบการทำงาน
    ทำอย่างไร จัดทำแบบคำขอออนไลน์
    ใครทำ กลุ่มบริหารวิชาการ
    เมื่อใด ภาคเรียนที่ 2 เป็นต้นไป
    ติดตามอย่างไร นายทะเบียนสรุปสถิติทุกสองเดือน
    """
    made = planned(case(text).facts)
    assert [(name, said["steps"], said["responsible"]) for name, said in made] == [
        ("การเปิดเผยการใช้จ่ายเงิน", "แจ้งยอดเงินในที่ประชุมและปิดประกาศทุกเดือน", "กลุ่มบริหารงบประมาณ"),
        ("บริการเอกสารออนไลน์", "จัดทำแบบคำขอออนไลน์", "กลุ่มบริหารวิชาการ"),
    ]


def test_a_name_of_two_lines_is_one_card_s() -> None:
    made = case("""
เรื่องที่หนึ่ง – เปิดเงินให้เห็น
ทำทีละขั้น: คัดยอดเบิกจ่ายทุกสิ้นเดือน แล้วติดประกาศ
มือทำ: กองคลัง
จะดูว่าเดินจริงไหม: ปลัดตรวจทุกต้นเดือน
เรื่องที่สอง – โทรครั้งเดียวได้คำตอบไม่ต้องโอนสายอีกต่อไป แก้ตัวชี้วัดประสิทธิภาพ
การสื่อสาร
ทำทีละขั้น: ตั้งเบอร์กลาง อบรมคนรับสาย
มือทำ: สำนักปลัด
จะดูว่าเดินจริงไหม: สุ่มโทรเดือนละสิบสาย
เรื่องที่สาม – ของหลวงยืมแล้วมีชื่อ
ทำทีละขั้น: ปรับแบบยืม ติดป้ายทุกชิ้น
มือทำ: กองช่าง
จะดูว่าเดินจริงไหม: หน่วยตรวจสอบภายในสุ่มตรวจ
""")
    names = [one.called for one in plan(made.facts)]
    assert len(names) == 3
    assert names[1].endswith("ประสิทธิภาพการสื่อสาร")


SLIDES = """
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
---page---
# มาตรการ A. ยกระดับการให้บริการ
รอบ 3 เดือน เปิดคำร้องออนไลน์ 3 งาน
รอบ 9 เดือน เปิดครบ 5 งาน
เกิดผลอย่างไร เวลารอเฉลี่ยลดจาก 42 นาที เหลือ 15 นาที
---page---
# มาตรการ B. ป้องกันการขัดกันระหว่างผลประโยชน์
# ส่วนตนกับผลประโยชน์ส่วนรวม
รอบ 6 เดือน จัดอบรมผู้เข้าอบรม 96 คน
รอบ 12 เดือน ทำแบบสำรวจตนเอง 188 คน
เกิดผลอย่างไร ไม่พบการขัดกัน 1 ปี
"""


def test_a_name_that_is_one_heading_of_two_lines_is_one_whatever_rounds_its_card_tells() -> None:
    made = case(SLIDES).facts
    assert [one.called for one in results(made)] == [
        "ยกระดับการให้บริการ",
        "ป้องกันการขัดกันระหว่างผลประโยชน์ส่วนตนกับผลประโยชน์ส่วนรวม",
    ]
    assert all("outcome" in one.fields for one in results(made))


NUMBERED = """
1. มาตรการรับเรื่องร้องเรียนการทุจริต (แก้เรื่องการแก้ไขปัญหาการทุจริต)
ขั้นตอน ตั้งตู้รับเรื่อง แจ้งผลใน 15 วัน
ผู้รับผิดชอบ กลุ่มบริหารงานบุคคล
{done} ตั้งตู้ 2 ตู้ และแต่งตั้งกรรมการ เมื่อวันที่ 16 พฤศจิกายน 2563
ผลที่เกิดขึ้น {outcome}
2. มาตรการสื่อสารถึงบ้าน (แก้เรื่องประสิทธิภาพการสื่อสาร)
ขั้นตอน เยี่ยมบ้าน ส่งจดหมายข่าว
ผู้รับผิดชอบ กลุ่มบริหารทั่วไป
{done} เยี่ยมบ้านนักเรียนทุกคน 160 คน
ผลที่เกิดขึ้น ผู้ปกครอง 148 คน รู้ข่าวโรงเรียนมากขึ้น
"""


@pytest.mark.parametrize("done", ["ทำอะไรไปแล้ว", "ลงมือแล้วดังนี้", "เดินไปถึงไหน"])
def test_a_label_that_no_list_knows_ends_the_field_before_it_under_numbered_names(
    done: str,
) -> None:
    facts = case(NUMBERED.format(done=done, outcome="ไม่มีเรื่องค้าง")).facts
    own = [
        [said(facts, one.fields[field]) for field in ("responsible", "result")]
        for one in results(facts)
    ]
    assert own[0] == ["กลุ่มบริหารงานบุคคล", "ไม่มีเรื่องค้าง"]
    assert own[1] == ["กลุ่มบริหารทั่วไป", "ผู้ปกครอง148คนรู้ข่าวโรงเรียนมากขึ้น"]


def test_an_outcome_that_is_the_name_without_what_a_bracket_adds_to_it_is_none() -> None:
    facts = case(NUMBERED.format(done="ทำอะไรไปแล้ว", outcome="มาตรการรับเรื่องร้องเรียนการทุจริต")).facts
    assert [one.measure.called for one in void(facts)] == [results(facts)[0].called]


BOTH = """
# มาตรการและผล
มาตรการที่ 1 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
ขั้นตอน ตั้งผู้ดูแลข้อมูลแต่ละกอง แล้วลงเว็บไซต์ทุกวันศุกร์
{who} สำนักปลัด
{done} แต่งตั้งผู้ดูแล 4 คน และลงข้อมูล 41 รายการ
ผล ประชาชนโทรสอบถามลดจากวันละ 15 สาย เหลือ 6 สาย
มาตรการที่ 2 มาตรการควบคุมการใช้ทรัพย์สินของราชการ
ขั้นตอน ออกระเบียบยืมคืน ทำสมุดคุม และตรวจนับทุกสิ้นเดือน
{who} กองคลัง
{done} ใช้สมุดคุม 3 เล่มตั้งแต่วันที่ 2 ธันวาคม 2562 ตรวจนับ 4 ครั้ง
ผล ของยืมค้างคืนเกินกำหนดลดจาก 17 ชิ้น เหลือ 2 ชิ้น
"""


@pytest.mark.parametrize(
    ("who", "done"), [("ใครทำ", "ทำไปแล้ว"), ("คนลงแรง", "ลงมือจริง"), ("ฝากใครไว้", "เดินงานจริง")]
)
def test_labels_of_which_some_are_known_and_one_is_a_short_word_are_read_all(
    who: str, done: str
) -> None:
    facts = case(BOTH.format(who=who, done=done)).facts
    assert [one.called for one in results(facts)] == [
        "เผยแพร่ข้อมูลต่อสาธารณะ",
        "ควบคุมการใช้ทรัพย์สินของราชการ",
    ]
    assert all(
        {"steps", "responsible", "activity", "result"} <= {*one.fields} for one in plan(facts)
    )


SET_IN = """
        มาตรการที่ 1 ชวนชาวบ้านใช้คำขอออนไลน์
        ทำอะไรบ้าง ลดช่องกรอกในแบบคำขอออนไลน์ให้เหลือห้าช่องและให้ผู้ใหญ่บ้านช่วยสอนใช้ทุกหมู่บ้านตลอดปี
    หมู่บ้านละหนึ่งครั้ง
        ใคร สำนักปลัด
        เมื่อไร ม.ค. 2567 ถึง ส.ค. 2567
        ดูผลอย่างไร นับคำขอออนไลน์ทุกเดือน
        มาตรการที่ 2 ยืมของหลวงต้องมีใบ
        ทำอะไรบ้าง ทำใบยืมแบบหน้าเดียวและประชุมชี้แจงพนักงานทุกคนให้ทราบพร้อมกันในวันประชุมประจำเดือน
    ทวงเมื่อครบเจ็ดวัน
        ใคร กองคลัง
        เมื่อไร ม.ค. 2567 ถึง ก.ย. 2567
        ดูผลอย่างไร ตรวจทะเบียนทุกวันสิ้นเดือน
"""


def test_lines_left_of_labels_that_are_set_in_go_on_with_them() -> None:
    made = planned(case(SET_IN).facts)
    assert [name for name, _ in made] == ["ชวนชาวบ้านใช้คำขอออนไลน์", "ยืมของหลวงต้องมีใบ"]
    assert made[0][1]["responsible"] == "สำนักปลัด"
    assert made[0][1]["monitoring"] == "นับคำขอออนไลน์ทุกเดือน"
    assert made[1][1]["period"].startswith("ม.ค.2567")


def test_a_card_without_the_label_of_the_others_lacks_what_it_labels() -> None:
    third = SET_IN.split("มาตรการที่ 2")[1].replace("ยืมของหลวงต้องมีใบ", "เปิดแฟ้มจัดซื้อจัดจ้าง")
    third = third.replace("        ใคร กองคลัง\n", "").replace("ทวงเมื่อครบเจ็ดวัน", "สรุปทุกเดือน")
    third = "        มาตรการที่ 3" + third
    made = planned(case(SET_IN + third).facts)
    assert [("responsible" in fields) for _, fields in made] == [True, True, False]


def test_a_short_label_of_the_cards_before_is_one_whatever_stands_behind_it() -> None:
    own = ["กลุ่มงานอำนวยการ", "กองช่าง", "กลุ่มงานบริหารทรัพยากรบุคคลที่ดูแลรถ และผู้ที่ขับรถประจำทุกคันของสำนักงาน"]
    text = "".join(
        f"มาตรการ {count} : {name}\nทำอย่างไร —ทำแผนภาพ อบรมพนักงาน\nใคร —{who}\n"
        "เมื่อไร —มกราคม – มิถุนายน 2567\nติดตาม —รายงานที่ประชุมทุกไตรมาส\n"
        for count, name, who in zip(
            "กขค", ("เปิดเผยวันแล้วเสร็จ", "เพิ่มผู้ใช้ออนไลน์", "รู้วิธียืมของหลวง"), own, strict=True
        )
    )
    assert len(plan(case(text).facts)) == len(own)


BESIDE = """# รายงานผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2564

{set_in}คนเข้าเว็บเดือนละ 180 คน เดิม 70 คน
ย่างไร: เปิดเผยแล้ว
เจ้าของงาน: สำนักปลัด
เปิดใบอนุญาตให้ตรวจสอบได้
ย่างไร: ออกใบอนุญาต 6 ราย ไม่เกิน 10 วัน
เจ้าของงาน: กองช่าง
"""


@pytest.mark.parametrize(("set_in", "made"), [("", 2), (" " * 12, 0)])
def test_what_is_set_in_where_other_names_are_not_is_none(set_in: str, made: int) -> None:
    facts = case(BESIDE.format(set_in=set_in), fiscal_year=2564).facts
    assert len(results(facts)) == made


def test_a_round_that_the_line_s_end_cuts_in_two_begins_with_no_label() -> None:
    watched = "การรายงานต่อผู้บริหาร: หัวหน้างานเสนอรายงานต่อผู้อำนวยการกองทุกกองและต่อนายก รอบ 6\nเดือน และรอบ 12 เดือน"
    text = "".join(
        f"มาตรการที่ {at} {name}\nวิธีทำ: {how}\nคนทำ: {who}\n{watched}\n"
        for at, (name, how, who) in enumerate(
            [
                ("ตอบเช้าเสร็จบ่าย", "จัดเวรตอบคำถามทุกวัน", "สำนักปลัด"),
                ("ป้ายราคาบนรั้ว", "ปิดป้ายภายในวันเดียว", "กองคลัง"),
                ("ต่อแถวก่อนได้ก่อน", "ติดตั้งเครื่องออกบัตร", "กองช่าง"),
            ],
            start=1,
        )
    )
    told = [own["monitoring"] for _, own in planned(case(text).facts)]
    assert len(told) == 3
    assert all(one.endswith("นายกรอบ6เดือนและรอบ12เดือน") for one in told)


def test_an_indicator_alone_on_its_line_heads_a_card_and_labels_nothing() -> None:
    cards = "".join(
        f"{about}\nชื่อเรื่อง: {name}\nวิธีทำ: {how}\nคนทำ: {who}\nตามดู: {who} รายงานทุกไตรมาส\n"
        for about, name, how, who in [
            ("การใช้อำนาจ", "ตารางเวรบนประตู", "เขียนเวรของทุกคนติดไว้", "งานบุคคล"),
            ("การใช้งบประมาณ", "กระดานเงินหน้าห้อง", "เขียนยอดรับจ่ายทุกเดือน", "งานการเงิน"),
        ]
    )
    low = "เรื่องที่ต้องทำให้ดีขึ้น\n- การใช้อำนาจ\n- การใช้งบประมาณ\n"
    made = plan(case(f"{low}\n{cards}").facts)
    assert [one.called for one in made] == ["ตารางเวรบนประตู", "กระดานเงินหน้าห้อง"]


BULLETED = """
แนวปฏิบัติที่ตกลงกัน
{bullet} กุญแจรถอยู่ที่คนเดียว
{other} วิธี ทำ งาน — จดชื่อคนเอาไป ถ่ายรูปไมล์ คืนแล้วเซ็น
{other} ฝ่าย ที่ ถือ — กองช่าง
{other} ติดตาม กำกับ — เสนอปลัดเพื่อทราบตามลำดับชั้นในที่ประชุมประจำเดือนของสำนักงาน
{rounds}
{bullet} ตอบไลน์ก่อนข้ามวัน
{other} วิธี ทำ งาน — แบ่งเวรคนตอบ ทำคำตอบไว้ล่วงหน้า
{other} ฝ่าย ที่ ถือ — สำนักปลัดเทศบาล
{other} ติดตาม กำกับ — เสนอปลัดเพื่อทราบตามลำดับชั้นในที่ประชุมประจำเดือนของสำนักงาน
{rounds}
"""


@pytest.mark.parametrize(("bullet", "other"), ["●○", "■▫", "❖◦", "▶▪"])
@pytest.mark.parametrize(
    "rounds",
    [
        "รอบ 6 เดือน (1 ต.ค. 2564 – 31 มี.ค. 2565) และรอบ 12 เดือน (1 ต.ค. 2564 – 30 ก.ย. 2565)",
        "รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2565 และรอบ 12 เดือน ปีงบประมาณ พ.ศ. 2565",
        "2565 ถึงมีนาคม 2566 และช่วงเดือนเมษายน 2566 ถึงกันยายน 2566",
    ],
)
def test_lines_that_any_bullet_marks_are_cards_whatever_their_labels_last_line_begins_with(
    bullet: str, other: str, rounds: str
) -> None:
    facts = case(BULLETED.format(bullet=bullet, other=other, rounds=rounds)).facts
    made = planned(facts)
    assert [name for name, _ in made] == ["กุญแจรถอยู่ที่คนเดียว", "ตอบไลน์ก่อนข้ามวัน"]
    assert [fields["responsible"] for _, fields in made] == ["กองช่าง", "สำนักปลัดเทศบาล"]
    assert results(facts) == ()


def test_a_heading_over_all_cards_is_no_measure_whose_fields_they_are() -> None:
    text = PLANNED.format(
        how="ขั้นตอน:", who="ผู้รับผิดชอบ:", watched="การติดตาม:", one="●", two="●", three="●"
    )
    names = [name for name, _ in planned(case("มาตรการภายในที่กำหนดไว้" + text).facts)]
    assert names == ["กุญแจรถอยู่ที่คนเดียว", "ตอบไลน์ก่อนข้ามวัน", "ป้ายราคาอยู่หน้าช่อง"]


PROJECT = """
{title}
1. {named}  กุญแจรถอยู่ที่คนเดียว
2. ลงมืออย่างไร  จดชื่อคนเอาไป ถ่ายรูปไมล์
3. เมื่อไร  มกราคม 2565
4. ฝากไว้กับ  กองช่าง
5. การควบคุม กำกับ ติดตาม  ทำเป็นบันทึกข้อความรายงานผลให้นายกทราบ รอบ 6 เดือน และรอบ
12 เดือน
{other}
1. {named}  ตอบไลน์ก่อนข้ามวัน
2. ลงมืออย่างไร  แบ่งเวรคนตอบ
3. เมื่อไร  ธันวาคม 2564
4. ฝากไว้กับ  สำนักปลัดเทศบาล
5. การควบคุม กำกับ ติดตาม  ทำเป็นบันทึกข้อความรายงานผลให้นายกทราบ รอบ 6 เดือน และรอบ
12 เดือน
"""


@pytest.mark.parametrize(
    ("title", "other"),
    [("แบบเสนอ ลำดับ 1", "แบบเสนอ ลำดับ 2"), ("ใบงานแผ่นที่ 1 จาก 2", "ใบงานแผ่นที่ 2 จาก 2")],
)
@pytest.mark.parametrize("named", ["มาตรการ/กิจกรรม", "เรื่องที่พวกเราตั้งใจ"])
def test_numbered_items_begun_anew_are_a_measures_fields(
    title: str, other: str, named: str
) -> None:
    text = PROJECT.format(title=title, other=other, named=named)
    made = planned(case("# มาตรการส่งเสริมคุณธรรมและความโปร่งใส\n" + text).facts)
    assert [name for name, _ in made] == ["กุญแจรถอยู่ที่คนเดียว", "ตอบไลน์ก่อนข้ามวัน"]
    for _, fields in made:
        assert {"responsible", "monitoring"} < {*fields}
        assert fields["monitoring"].endswith("รอบ12เดือน")


@pytest.mark.parametrize("joined", ["และ", "แล"])
def test_rounds_alone_on_the_line_below_label_nothing_however_they_are_joined(joined: str) -> None:
    ends = f"รายงานหัวหน้าสำนักงาน\nรอบ 6 เดือน {joined}รอบ 12 เดือน"
    text = PLANNED.format(
        how="ขั้นตอน",
        who="ผู้รับผิดชอบ",
        watched=f"การกำกับติดตาม {ends}\nช่วงที่ทำ",
        one="มาตรการที่ 1",
        two="มาตรการที่ 2",
        three="มาตรการที่ 3",
    )
    assert not results(case(text).facts)


WRAPPED = """
2.1 มาตรการลดขั้นตอนการรับรองมาตรฐาน
ผู้รับผิดชอบ กองรับรอง
วิธีดำเนินการ ทบทวนขั้นตอนและปรับแบบคำขอ
ลงมือทำ ประชุมผู้ประกอบการสี่ภาคในเดือนมกราคมและเดือนกุมภาพันธ์จนครบทุกภาคตามที่ตั้งใจไว้ แล้วอบรมผู้รับ
เรื่อง 38 คน เปิดระบบแล้ว มีผู้ยื่นคำขอ 1,284 ราย และเจ้าหน้าที่ทุกคนใช้ระบบนี้ได้ด้วยตนเองทั้งหมด ผลที่
เกิดขึ้น คือ เวลาเฉลี่ยลดจาก 45 วันเหลือ 26 วัน
2.2 มาตรการเปิดเผยการใช้จ่ายงบประมาณ
ผู้รับผิดชอบ กองแผนงาน
วิธีดำเนินการ ทำหน้าจอสรุปบนอินทราเน็ต
ลงมือทำ ชี้แจงในที่ประชุมประจำเดือนครบทุกเดือน และรับคำถามจากบุคลากรทุกกลุ่มงานที่สนใจรวมทั้งหมดแล้ว 6
เรื่อง ตอบครบทุกเรื่อง ผลที่เกิดขึ้น คือ บุคลากรร้อยละ 88 ทราบแผนการใช้จ่าย
"""


def test_a_label_may_wrap_and_what_a_number_counts_across_a_line_s_end_is_none() -> None:
    told = [{held: said(facts, one.fields[held])[:12] for held in ("activity", "result")}
            for facts in [case(WRAPPED).facts] for one in results(facts)]  # fmt: skip
    assert [one["result"] for one in told] == ["คือเวลาเฉลี่", "คือบุคลากรร้"]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_words_that_open_two_lines_of_one_card_alone_label_nothing(at: int) -> None:
    told = [
        ("จดชื่อคนเอาไป ถ่ายรูปไมล์", "ทำทะเบียน 6 พ.ย. 67", "ตรวจครบ 14 คัน", "ไมล์ที่หายลดจาก 11 ครั้ง"),
        ("แบ่งเวรคนตอบ ทำคำตอบไว้", "จัดเวร 15 ม.ค. 68", "ถามผู้ใช้ 310 คน", "ตอบ 2,418 เรื่อง"),
        ("พิมพ์ใหญ่ ติดระดับสายตา", "ติดป้าย 2 ม.ค. 68", "อบรม 2 รุ่น", "รับแจ้ง 5 เรื่อง เสร็จแล้ว 5 เรื่อง"),
    ]
    steps, _, second, outcome = told[at]
    told[at] = ("ประกาศแนวทาง " + steps, "ประกาศแนวทาง 2 ม.ค. 68", second, outcome)
    text = "".join(
        f"""
มาตรการที่ {number} {name}
ผู้รับผิดชอบ
{who}
ขั้นตอน
{steps}
รอบ 6 เดือน (ต.ค. 67 - มี.ค. 68)
• {first}
รอบ 12 เดือน (ต.ค. 67 - ก.ย. 68)
• {second}
ผลลัพธ์
{outcome}
"""
        for number, name, who, (steps, first, second, outcome) in zip(
            (1, 2, 3),
            ("คืนกุญแจรถทุกเย็น", "ตอบไลน์ก่อนข้ามวัน", "ป้ายราคาอยู่หน้าช่อง"),
            ("กองช่าง", "สำนักปลัดเทศบาล", "กองคลัง"),
            told,
            strict=True,
        )
    )
    made = results(facts := case(text).facts)
    assert [{"outcome", "responsible", "steps"} <= {*one.fields} for one in made] == [True] * 3
    assert said(facts, made[at].fields["steps"]).startswith("ประกาศแนวทาง")
