"""What a report says itself of which measure answers which weak indicator, in whatever layout: what
none is said to answer is missed, and words in steps answer nothing.
"""

import pytest
from building import case

from ita_checker.checks.weak_indicators import Params, check
from ita_checker.model import Verdict

PARAMS = Params(
    hints={
        "การใช้อำนาจ": ("ดุลพินิจ", "มอบหมายงาน"),
        "การใช้งบประมาณ": ("จัดซื้อจัดจ้าง", "เบิกจ่าย"),
        "การใช้ทรัพย์สินของราชการ": ("ทรัพย์สิน", "พัสดุ"),
        "ประสิทธิภาพการสื่อสาร": ("เว็บไซต์", "ช่องทาง"),
    }
)
WEAK = (
    "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน คือ ตัวชี้วัดที่ 3 การใช้อำนาจ (71.20 คะแนน) และ"
    "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ (73.11 คะแนน)\n\n"
    "ประเด็นที่ต้องพัฒนาให้ดีขึ้น คือ ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร (79.04 คะแนน)\n\n"
)
POWER, PROPERTY, TALK = "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "ประสิทธิภาพการสื่อสาร"
NUMBER = {POWER: "3", PROPERTY: "4", TALK: "7", "การใช้งบประมาณ": "2"}

# Each sets three measures; {0}, {1}, {2} are what these are said to answer, by name or by number.
BY_NAME = {
    "brackets behind names": """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการงานเสมอกัน (แก้เรื่อง{0}) | มอบหมายงานใหม่ ตรวจพัสดุ | สำนักปลัด | รายงาน
        มาตรการใบยืมใบเดียว (แก้เรื่อง{1}) | ทำทะเบียน | กองคลัง | รายงาน
        มาตรการข่าวถึงบ้าน (แก้เรื่อง{2}) | เปิดช่องทางไลน์ | กองช่าง | รายงาน
    """,
    "a column": """
        ที่ | ตัวชี้วัดที่แก้ | สิ่งที่จะทำ | วิธีลงมือ | ผู้รับผิดชอบ | การกำกับติดตาม
        1 | {0} | มาตรการงานเสมอกัน | มอบหมายงานใหม่ ตรวจพัสดุ | สำนักปลัด | รายงาน
        2 | {1} | มาตรการใบยืมใบเดียว | ทำทะเบียน | กองคลัง | รายงาน
        3 | {2} | มาตรการข่าวถึงบ้าน | เปิดช่องทางไลน์ | กองช่าง | รายงาน
    """,
    "a label on cards": """
        มาตรการที่ 1 งานเสมอกัน
        ใช้แก้: {0}
        ขั้นตอน: มอบหมายงานใหม่ ตรวจพัสดุ
        ผู้รับผิดชอบ: สำนักปลัด

        มาตรการที่ 2 ใบยืมใบเดียว
        ใช้แก้: {1}
        ขั้นตอน: ทำทะเบียน
        ผู้รับผิดชอบ: กองคลัง

        มาตรการที่ 3 ข่าวถึงบ้าน
        ใช้แก้: {2}
        ขั้นตอน: เปิดช่องทางไลน์
        ผู้รับผิดชอบ: กองช่าง
    """,
    "sentences of its own": """
        1) งานเสมอกัน เป็นมาตรการที่เราคิดไว้ให้ด้าน{0} ให้สำนักปลัดมอบหมายงานใหม่ ตรวจพัสดุ รายงานทุกเดือน

        2) ใบยืมใบเดียว เป็นมาตรการที่เราคิดไว้ให้ด้าน{1} ให้กองคลังทำทะเบียน รายงานทุกเดือน

        3) ข่าวถึงบ้าน เป็นมาตรการที่เราคิดไว้ให้ด้าน{2} ให้กองช่างเปิดช่องทางไลน์ รายงานทุกเดือน
    """,
    "arrows in headings": """
        1. มาตรการงานเสมอกัน → แก้ตัวชี้วัด{0}

        วิธีการ : มอบหมายงานใหม่ ตรวจพัสดุ ใครทำ : สำนักปลัด ติดตาม : รายงานรอบ 6 เดือน

        2. มาตรการใบยืมใบเดียว → แก้ตัวชี้วัด{1}

        วิธีการ : ทำทะเบียน ใครทำ : กองคลัง ติดตาม : รายงานรอบ 6 เดือน

        3. มาตรการข่าวถึงบ้าน → แก้ตัวชี้วัด{2}

        วิธีการ : เปิดช่องทางไลน์ ใครทำ : กองช่าง ติดตาม : รายงานรอบ 6 เดือน
    """,
    "rows over the measures": """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        ตัวชี้วัด{0} | < | < | <
        มาตรการงานเสมอกัน | จัดเวรใหม่ ตรวจพัสดุ | สำนักปลัด | รายงาน
        ตัวชี้วัด{1} | < | < | <
        มาตรการใบยืมใบเดียว | ทำทะเบียน | กองคลัง | รายงาน
        ตัวชี้วัด{2} | < | < | <
        มาตรการข่าวถึงบ้าน | เปิดช่องทางไลน์ | กองช่าง | รายงาน
    """,
}
BY_NUMBER = {
    "brackets behind names": """
        มาตรการ (ตัวชี้วัดที่ตอบ) | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการงานเสมอกัน (ตัวชี้วัดที่ {0}) | มอบหมายงานใหม่ ตรวจพัสดุ | สำนักปลัด | รายงาน
        มาตรการใบยืมใบเดียว (ตัวชี้วัดที่ {1}) | ทำทะเบียน | กองคลัง | รายงาน
        มาตรการข่าวถึงบ้าน (ตัวชี้วัดที่ {2}) | เปิดช่องทางไลน์ | กองช่าง | รายงาน
    """,
    "a column": """
        มาตรการ | ตอบตัวชี้วัด | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการงานเสมอกัน | ตัวชี้วัดที่ {0} | มอบหมายงานใหม่ ตรวจพัสดุ | สำนักปลัด | รายงาน
        มาตรการใบยืมใบเดียว | ตัวชี้วัดที่ {1} | ทำทะเบียน | กองคลัง | รายงาน
        มาตรการข่าวถึงบ้าน | ตัวชี้วัดที่ {2} | เปิดช่องทางไลน์ | กองช่าง | รายงาน
    """,
    "lines of their own": """
        มาตรการที่ 1 งานเสมอกัน
        รองรับตัวชี้วัดที่ {0}
        ขั้นตอน: มอบหมายงานใหม่ ตรวจพัสดุ
        ผู้รับผิดชอบ: สำนักปลัด

        มาตรการที่ 2 ใบยืมใบเดียว
        รองรับตัวชี้วัดที่ {1}
        ขั้นตอน: ทำทะเบียน
        ผู้รับผิดชอบ: กองคลัง

        มาตรการที่ 3 ข่าวถึงบ้าน
        รองรับตัวชี้วัดที่ {2}
        ขั้นตอน: เปิดช่องทางไลน์
        ผู้รับผิดชอบ: กองช่าง
    """,
    "two at once": """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการงานเสมอกัน (ตัวชี้วัดที่ {0} และ {1}) | มอบหมายงานใหม่ ตรวจพัสดุ | สำนักปลัด | รายงาน
        มาตรการข่าวถึงบ้าน (ตัวชี้วัดที่ {2}) | เปิดช่องทางไลน์ | กองช่าง | รายงาน
    """,
}
LAYOUTS = [
    *(pytest.param(text, False, id=f"name, {name}") for name, text in BY_NAME.items()),
    *(pytest.param(text, True, id=f"number, {name}") for name, text in BY_NUMBER.items()),
]


def missed(layout: str, numbers: bool, *answered: str) -> list[str | None]:
    said = [NUMBER[one] if numbers else one for one in answered]
    answer = check(case(WEAK + layout.format(*said)), PARAMS)
    assert (answer.verdict is Verdict.GAP) == bool(answer.findings)
    assert not any(one.perhaps for one in answer.findings)
    return [one.subject for one in answer.findings]


@pytest.mark.parametrize(("layout", "numbers"), LAYOUTS)
def test_what_no_measure_is_said_to_answer_is_missed_whatever_words_stand_in_the_steps(
    layout: str, numbers: bool
) -> None:
    assert missed(layout, numbers, POWER, "การใช้งบประมาณ", TALK) == [PROPERTY]
    assert missed(layout, numbers, POWER, PROPERTY, TALK) == []


PLAIN = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการมอบหมายงานเป็นธรรม | {steps} | สำนักปลัด | รายงาน
        มาตรการปรับเว็บไซต์ | ลงข่าว | งานประชาสัมพันธ์ | รายงาน
"""


def test_a_measure_whose_name_answers_one_answers_no_other_by_words_of_its_steps_alone() -> None:
    lent, counted = "ตรวจพัสดุ", "ทำทะเบียนทรัพย์สิน"
    found = [check(case(WEAK + PLAIN.format(steps=one)), PARAMS) for one in (lent, counted)]
    assert [one.verdict for one in found] == [Verdict.GAP, Verdict.MET]


def test_measures_that_are_said_to_answer_all_leave_open_which_do() -> None:
    said = "มาตรการทั้งสองครอบคลุมทุกประเด็นข้างต้น\n\n"
    (finding,) = check(case(WEAK + said + PLAIN.format(steps="จัดเวร")), PARAMS).findings
    assert finding.perhaps


def test_an_indicator_named_by_a_measure_that_was_not_read_may_be_answered() -> None:
    heading = "# มาตรการที่ 1 ดูแลการใช้ทรัพย์สินของราชการให้ทั่วถึง\n\nกองคลังดูแล\n\n"
    assert not check(case(WEAK + heading + PLAIN.format(steps="จัดเวร")), PARAMS).findings


TOPICS = """
        จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน

        4.3 กระบวนการควบคุมการใช้อำนาจ (71.20)

        4.4 กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ (73.11)

        หัวข้อ | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        4.3 | มาตรการงานเสมอกัน | จัดเวรใหม่ ตรวจพัสดุ | สำนักปลัด
        {} | มาตรการสมุดเล่มเดียว | ทำสมุด | กองคลัง
"""


def test_a_number_of_two_levels_is_the_report_s_own() -> None:
    found = [check(case(TOPICS.format(one)), PARAMS).findings for one in ("4.4", "4.2")]
    assert [[one.subject for one in each] for each in found] == [[], [PROPERTY]]


def test_measures_told_as_questions_answer_what_each_names_once_more() -> None:
    asked = (
        "\nถาม แก้เรื่องอะไร\nการใช้อำนาจ\nถาม ใครทำ ใครคอยดู\nครูหัวหน้ากลุ่มเป็นคนทำ รองผู้อำนวยการดูทุกสิ้นเดือน"
        "\nถาม ไม่ต้องกลัว คืออะไร\nคือทางแก้ด้านการใช้ทรัพย์สินของราชการ เริ่มจากเปิดสมุดยืมแล้วตอบบนบอร์ดใน 15 วัน"
        "\nถาม หาเจอ คืออะไร\nคือสิ่งที่ทำให้ประสิทธิภาพการสื่อสารพ้นฝุ่น จัดหมวดใหม่และให้นักเรียนลองหา 20 เรื่อง"
    )
    answer = check(case(WEAK + asked), PARAMS)
    assert (answer.verdict, answer.findings) == (Verdict.MET, ())


@pytest.mark.parametrize("order", ["มาตรการเรียงตามลำดับจุดอ่อนข้างต้น", "มาตรการตอบจุดอ่อนทีละข้อ"])
def test_measures_that_are_said_to_follow_the_order_leave_open_which_answers_which(
    order: str,
) -> None:
    (finding,) = check(case(f"{WEAK}{order}\n\n{PLAIN.format(steps='จัดเวร')}"), PARAMS).findings
    assert finding.perhaps


def test_what_a_law_cited_is_called_answers_nothing() -> None:
    steps = "ตามพระราชบัญญัติการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560"
    plan = PLAIN.replace("มาตรการมอบหมายงานเป็นธรรม", "มาตรการเปิดกว้าง").format(steps=steps)
    found = [one.subject for one in check(case(WEAK + plan), PARAMS).findings]
    assert PROPERTY in found


@pytest.mark.parametrize(
    "steps", ["จัดทำแบบรายงานการรับทรัพย์สิน", "ไม่รับทรัพย์สินหรือประโยชน์อื่นใด", "ยื่นบัญชีทรัพย์สินและหนี้สิน"]
)
def test_what_somebody_is_given_or_owns_answers_no_use_of_the_state_s_property(
    steps: str,
) -> None:
    plan = PLAIN.replace("มาตรการมอบหมายงานเป็นธรรม", "มาตรการเปิดกว้าง").format(steps=steps)
    assert PROPERTY in [one.subject for one in check(case(WEAK + plan), PARAMS).findings]


BECAUSE = """
        เร่งด่วน
        การใช้อำนาจ 71.20 คะแนน การโยกย้ายหัวหน้าคลังไม่มีเกณฑ์
        การใช้ทรัพย์สินของราชการ 73.11 คะแนน พนักงานไม่ทราบขั้นตอนยืมรถยก
        พัฒนา
        ประสิทธิภาพการสื่อสาร 79.04 คะแนน ราคารับฝากประกาศช้า

        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        เกณฑ์โยกย้ายหัวหน้าคลัง | กำหนดวาระสี่ปี | ฝ่ายบุคคล | รายงาน
        {} | ส่งข้อความก่อนแปดโมง | ฝ่ายตลาด | รายงาน
"""


def test_what_a_measure_shares_with_the_reason_of_one_weak_point_answers_that_one() -> None:
    findings = check(case(BECAUSE.format("ราคาบนจอหน้าคลัง")), PARAMS).findings
    assert {one.subject: bool(one.perhaps) for one in findings} == {PROPERTY: False, TALK: True}
    unknown = check(case(BECAUSE.format("เช้าไหนก็รู้")), PARAMS).findings
    assert all(one.perhaps for one in unknown)


def test_what_is_decided_behind_the_last_weak_point_is_no_reason_of_it() -> None:
    late = "ราคารับฝากประกาศช้า", "คณะทำงานจึงมอบหมายให้ตลาดกำหนดมาตรการราคากลาง"
    text = BECAUSE.format("ราคาบนจอหน้าคลัง").replace(*late)
    assert all(one.perhaps for one in check(case(text), PARAMS).findings)


OWN = {
    "lines": """
        ประเด็นที่ควรปรับปรุง
        1. การตอบข้อความหลังเลิกงาน ไม่มีใครตอบ
        2. ป้ายบอกราคาหน้าแผงค้า ติดช้า
    """,
    "a column": """
        ที่ | จุดอ่อนที่ต้องแก้ไข | สาเหตุ
        1 | การตอบข้อความหลังเลิกงาน | ไม่มีเวร
        2 | ป้ายบอกราคาหน้าแผงค้า | ติดช้า
    """,
}
ANSWERED = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการยกระดับการตอบข้อความหลังเลิกงาน | จัดเวร | สำนักปลัด | รายงาน
        {} | ตรวจทุกเช้า | กองคลัง | รายงาน
"""


@pytest.mark.parametrize("told", OWN.values(), ids=OWN)
def test_weak_points_in_the_office_s_words_are_answered_where_measures_take_them_up(
    told: str,
) -> None:
    ways = ("แม่ค้ายิ้มได้ (แก้ป้ายบอกราคาหน้าแผงค้า)", "แม่ค้ายิ้มได้")
    found = [check(case(told + "\n" + ANSWERED.format(way)), PARAMS).verdict for way in ways]
    assert found == [Verdict.MET, Verdict.UNKNOWN]


NOTICE = """
    # ประกาศเรื่องมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    ข้อ 1 มาตรการเปิดงบทุกไตรมาส
    ขั้นตอน: เผยแพร่แผนการจ่าย
    ผู้รับผิดชอบ: กองคลัง

    ข้อ 2 มาตรการกันส่วนได้เสียของผู้ให้ทุน
    ขั้นตอน: ลงนามรับรอง
    ผู้รับผิดชอบ: กองวิจัย

    การวิเคราะห์ผลการประเมิน จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน
    ตัวชี้วัดการใช้อำนาจ (71.20 คะแนน) การให้ทุนไม่มีเกณฑ์เปิดเผย แก้ไขโดยมาตรการตามข้อ {number}
"""


@pytest.mark.parametrize(("number", "missed"), [(2, []), (7, [POWER])])
def test_an_indicator_told_to_be_mended_by_a_measure_of_a_number_is_answered(
    number: int, missed: list[str]
) -> None:
    found = check(case(NOTICE.format(number=number)), PARAMS).findings
    assert [one.subject for one in found] == missed


CHART = """
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    แถบแดงคือจุดอ่อนที่ต้องพัฒนาเพิ่ม
    การใช้งบประมาณ
    73.8{tag}
    การใช้อำนาจ
    89.5
    การใช้ทรัพย์สินของราชการ
    70.6{tag}

    มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
    มาตรการเปิดเผยการเบิกจ่าย | เผยแพร่ | กองคลัง | รายงาน
    มาตรการทะเบียนทรัพย์สิน | ทำทะเบียน | กองคลัง | รายงาน
"""


@pytest.mark.parametrize(("tag", "missed"), [(" ด่วน", []), ("", [POWER])])
def test_of_a_chart_that_marks_some_scores_the_marked_ones_are_weak(
    tag: str, missed: list[str]
) -> None:
    found = check(case(CHART.format(tag=tag)), PARAMS).findings
    assert [one.subject for one in found] == missed


def test_an_indicator_in_brackets_behind_what_is_set_is_answered_though_called_weak_there() -> None:
    text = """
        # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน คือ การใช้อำนาจ 56.25
        ควรพัฒนาเพิ่ม: ประสิทธิภาพการสื่อสาร 71.43 และการใช้งบประมาณ 76.80

        ข้อหนึ่ง คนเท่ากันงานเท่ากัน (รับจุดอ่อนการใช้อำนาจ)

        - มือทำ: สำนักปลัด
        ข้อสอง ค้นเจอในสามคลิก (รับเรื่องประสิทธิภาพการสื่อสาร)

        - มือทำ: งานนโยบาย
        ข้อสาม เล่าเรื่องเงิน (รับเรื่องการใช้งบประมาณ)

        - มือทำ: กองคลัง
    """
    assert check(case(text), PARAMS).findings == ()
