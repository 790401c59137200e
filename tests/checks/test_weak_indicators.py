"""A weak indicator needs a measure; scores alone call nothing weak, and what the report says of it
counts.
"""

import pytest
from building import case

from ita_checker.checks.weak_indicators import Params, check
from ita_checker.facts.measures import SPELLINGS, weak
from ita_checker.model import Verdict

PARAMS = Params(
    hints={
        "การใช้อำนาจ": ("ดุลพินิจ", "มอบหมายงาน"),
        "ประสิทธิภาพการสื่อสาร": ("เผยแพร่ข้อมูล", "ช่องทางการสื่อสาร"),
        "การป้องกันการทุจริต": ("เจตจำนง", "สินบน", "ผลประโยชน์ทับซ้อน"),
        "การใช้ทรัพย์สินของราชการ": ("ทรัพย์สิน",),
        "การใช้งบประมาณ": ("จัดซื้อจัดจ้าง",),
    }
)
PLAN = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการตรวจสอบการใช้ดุลยพินิจ | จัดทำคู่มือ | สำนักปลัด | รายงาน
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | เผยแพร่ | งานประชาสัมพันธ์ | รายงาน
"""


def judged(text: str, params: Params = PARAMS) -> list[str]:
    answer = check(case(text + PLAN), params)
    assert (answer.verdict is Verdict.GAP) == bool(answer.findings)
    assert {finding.code for finding in answer.findings} <= {"MEA006"}
    return [finding.subject for finding in answer.findings]


def test_weak_indicators_with_measures_are_met() -> None:
    assert judged("มีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดการใช้อำนาจ และตัวชี้วัดประสิทธิภาพการสื่อสาร\n") == []


def test_a_weak_indicator_without_a_measure_is_missed() -> None:
    assert judged(
        "มีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดการใช้อำนาจ และตัวชี้วัดการใช้ทรัพย์สินของทางราชการ\n"
    ) == ["การใช้ทรัพย์สินของราชการ"]


def test_weak_is_told_in_many_ways() -> None:
    for text in (
        "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน คือ การใช้ทรัพย์สินของราชการ",
        "ตัวชี้วัดที่ได้คะแนนต่ำสุด ได้แก่ การใช้ทรัพย์สินของราชการ ร้อยละ 75.20",
        "ตัวชี้วัดการใช้ทรัพย์สินของราชการ ได้คะแนนต่ำที่สุด",
        "ประเด็นที่จะต้องพัฒนาให้ดีขึ้น\n1. การใช้ทรัพย์สินของราชการ (72.15 คะแนน)",
        "ข้อบกพร่องหรือจุดอ่อน: ๑) การใช้ทรัพย์สินของราชการ",
        "ข้อบกพร่องที่พบจึงได้แก่ การใช้ทรัพย์สินของราชการ เพราะไม่มีทะเบียนยืม",
        "จุดอ่อน | ระดับ | สาเหตุ\nการใช้ทรัพย์สินของราชการ | 74.80 | ไม่มีทะเบียนยืม",
        "ข้อบกพร่องเร่งด่วน | ปี 2563\n๑) ตัวชี้วัดการใช้ทรัพย์สินของราชการ | 74.80",
        "จุดแข็ง | การปฏิบัติหน้าที่ ๙๒.๐๔\nข้อบกพร่องเร่งด่วน | ๑. ตัวชี้วัดการใช้อำนาจ ๖๘.๙๕ คะแนน ๒. ตัวชี้วัดการใช้ทรัพย์สินของราชการ ๗๑.๓๒",
        "1.2 จุดอ่อนที่ต้องแก้ก่อน\nตัวชี้วัดการใช้ทรัพย์สินของราชการ เพราะไม่มีทะเบียนยืม",
        "- เรื่องที่ต้องแก้โดยด่วน การใช้ทรัพย์สินของราชการ ได้ 76.11 เพราะไม่มีทะเบียนยืม",
        "ประเด็น | ตัวชี้วัด | คะแนน\nเร่งด่วน | การใช้ทรัพย์สินของราชการ | 77.90\n"
        "พัฒนาให้ดีขึ้น | การใช้อำนาจ | 80.03",
        "- ต้องแก้ไขโดยเร่งด่วน ตัวชี้วัดการใช้ทรัพย์สินของราชการ (77.90) พนักงานไม่ทราบขั้นตอนการยืม",
        "ประเด็น | ตัวชี้วัด | คะแนน\n☑ จุดอ่อนที่ต้องแก้ไข | การใช้ทรัพย์สินของราชการ | 80.64\n"
        "☐ รักษาระดับ | การปฏิบัติหน้าที่ | 92.10",
        "หัวข้อ | ที่พบจากผลการประเมิน | ต้องแก้ไขโดยเร่งด่วน | ต้องพัฒนาให้ดีขึ้น | รักษาไว้\n"
        "1. การปฏิบัติหน้าที่ | ครูทำงานตามขั้นตอน มีคู่มือครบ | ☐ | ☐ | ☑\n"
        "2. คุณภาพการดำเนินงาน | เพจโรงเรียนลงข่าวสม่ำเสมอ | ☐ | ☐ | ☑\n"
        "3. การใช้ทรัพย์สินของราชการ | ไม่มีสมุดยืมอุปกรณ์ | ☑ | ☐ | ☐",
        "จากผลการประเมินซึ่งพบจุดอ่อนเรื่องการใช้อำนาจและการใช้ทรัพย์สินของราชการ จึงวางมาตรการไว้",
        "จุดอ่อนที่ครูเห็นตรงกันมีสองข้อ ข้อแรก ตัวชี้วัดการใช้ทรัพย์สินของราชการ ได้ 78.10",
        "(4) การใช้ทรัพย์สินของราชการ: 83.90 เป็นประเด็นที่ต้องพัฒนาให้ดีขึ้น เพราะไม่ทราบขั้นตอน",
        "ตัวชี้วัดที่คะแนนต่ำกว่าเพื่อนคือ การใช้ทรัพย์สินของราชการ",
        "จุดเด่น | การปฏิบัติหน้าที่\nเรื่องที่ควรพัฒนา | การใช้ทรัพย์สินของราชการ เพราะยืมแล้วการใช้งบประมาณไม่โปร่งใส",
    ):
        assert judged(text + "\n\n") == ["การใช้ทรัพย์สินของราชการ"], text


def test_scores_and_strong_points_are_not_weak() -> None:
    for text in (
        "การใช้ทรัพย์สินของราชการ ได้คะแนน 72.15",
        "จุดแข็ง ได้แก่ การใช้ทรัพย์สินของราชการ จุดอ่อน ได้แก่ การใช้อำนาจ",
        "จุดอ่อน ได้แก่ การใช้อำนาจ จุดแข็ง ได้แก่ การใช้ทรัพย์สินของราชการ",
        "คะแนนสูงสุดคือ การใช้ทรัพย์สินของราชการ ร้อยละ 92 และคะแนนต่ำสุดคือ การใช้อำนาจ",
        (
            "ประกอบด้วย ประเด็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน"
            " ประเด็นที่จะต้องพัฒนาให้ดีขึ้น แนวทางการนำผลการวิเคราะห์ไปสู่การปฏิบัติ"
        ),
        ("สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ เห็นว่าจุดที่ควรพัฒนา คือ การใช้อำนาจ"),
        "จุดอ่อน | การใช้อำนาจ\nจุดแข็ง | การใช้ทรัพย์สินของราชการ",
        "จุดอ่อน | เสียงสะท้อนว่าการใช้ทรัพย์สินของราชการยังตอบคำถามไม่ได้\nจุดแข็ง | การใช้อำนาจ",
        "ตัวชี้วัด | คะแนน\nการใช้อำนาจ | 80.10\nการใช้ทรัพย์สินของราชการ | 92.38\n\nจุดอ่อน คือ การใช้อำนาจ",
    ):
        assert judged(text + "\n\n") == [], text


def test_a_row_s_verdict_may_open_a_longer_cell_or_stand_in_brackets() -> None:
    for verdict in (
        "จุดอ่อนต้องแก้โดยเร่งด่วน: บุคลากรไม่ทราบว่าต้องยืมกับใครและต้องคืนเมื่อใด",
        "80.5 เป็นจุดอ่อนต้องเร่งแก้ไข บุคลากรไม่ทราบว่าต้องยืมกับใครและต้องคืนเมื่อใด",
        "คลื่นใหญ่ (จุดอ่อนที่ต้องแก้ไขทันที)",
        "แดง : ต้องแก้ไขโดยเร่งด่วน",
    ):
        table = f"""
            แบบ | ตัวชี้วัด | คะแนน | ข้อวินิจฉัยของคณะทำงาน
            IIT | การใช้อำนาจ | 91.20 | รักษาระดับ
            IIT | การใช้ทรัพย์สินของราชการ | 80.50 | {verdict}
            EIT | ประสิทธิภาพการสื่อสาร | 92.00 | รักษาระดับ

            """
        assert judged(table) == ["การใช้ทรัพย์สินของราชการ"], verdict


def test_a_verdict_that_every_row_gets_and_a_suggestion_call_nothing_weak() -> None:
    rows = "\n".join(
        f"{name} | 80.50 | ควรพัฒนาต่อไป โดยเปิดเผยทุกไตรมาสและรับฟังความเห็นจากผู้ใช้บริการ"
        for name in SPELLINGS
    )
    assert judged(f"ตัวชี้วัด | คะแนน | ความเห็น\n{rows}\n\n") == []
    table = """
        ตัวชี้วัด | คะแนน | ข้อเสนอแนะ
        การใช้อำนาจ | 91.20 | ไม่มี
        การใช้ทรัพย์สินของราชการ | 92.50 | ควรพัฒนาทะเบียนยืม โดยทำเป็นระบบออนไลน์ให้ทุกกองใช้ร่วมกัน

        """
    assert judged(table) == []


def test_a_label_s_indicators_end_where_a_reason_or_another_label_begins() -> None:
    for text in (
        "จุดอ่อนที่ต้องแก้ก่อน\nตัวชี้วัดการใช้อำนาจ เพราะเห็นว่าการใช้ทรัพย์สินของราชการไม่เป็นธรรม",
        "จุดอ่อนที่ต้องแก้ก่อน\nการใช้อำนาจ\nจุดแข็ง\nการใช้ทรัพย์สินของราชการ",
        "จุดอ่อนแต่ละข้อต้องมีมาตรการรองรับ การใช้ทรัพย์สินของราชการเป็นไปตามระเบียบ",
        "ไม่พบจุดอ่อน ทั้งนี้ได้คะแนน 90 ขึ้นไปทุกข้อ การใช้ทรัพย์สินของราชการได้ 95.00",
    ):
        assert judged(text + "\n\n") == [], text


def test_what_the_report_says_of_it_elsewhere_counts() -> None:
    assert (
        judged(
            "จุดอ่อน ได้แก่ การใช้ทรัพย์สินของราชการ\nตัวชี้วัดการใช้ทรัพย์สินของราชการ แก้ไขโดยจัดทำระเบียบการยืม\n\n"
        )
        == []
    )


def test_an_indicator_without_hints_is_never_missed() -> None:
    assert judged("จุดอ่อน ได้แก่ คุณภาพการดำเนินงาน\n\n") == []
    assert judged("จุดอ่อน ได้แก่ การใช้ทรัพย์สินของราชการ\n\n", Params()) == []


def test_without_measures_nothing_is_missed() -> None:
    answer = check(case("จุดอ่อน ได้แก่ การใช้ทรัพย์สินของราชการ"), PARAMS)
    assert (answer.verdict, answer.findings) == (Verdict.MET, ())


def test_a_dot_in_the_middle_of_a_word_hides_no_answer() -> None:
    assert (
        judged(
            "จุดอ่อน ได้แก่ การป้องกันการทุจริต\nข้อ 1 ประกาศเจตจำ.นงสุจริต\nขั้นตอน:"
            " ประกาศ\nผู้รับผิดชอบ: สำนักปลัด\n\n"
        )
        == []
    )


OWN_WORDS = """
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        การใช้รถพยาบาลและรถราชการ | ขออนุญาตล่วงหน้า ตรวจเลขไมล์ | งานยานพาหนะ | รายงาน
        มาตรการตรวจสอบการใช้ดุลยพินิจ | จัดทำคู่มือ | สำนักปลัด | รายงาน
"""
CALLED = "จุดอ่อนที่ต้องแก้ไข ได้แก่ ตัวชี้วัดการใช้อำนาจ และตัวชี้วัดการใช้ทรัพย์สินของราชการ\n"


def test_a_measure_in_the_office_s_own_words_may_answer_what_no_other_does() -> None:
    (finding,) = check(case(CALLED + OWN_WORDS), PARAMS).findings
    assert [" ".join(one.quote.split()) for one in finding.perhaps] == ["การใช้รถพยาบาลและรถราชการ"]


def test_where_the_report_says_which_measures_answer_which_one_left_out_is_missed() -> None:
    said = "\n\n        มาตรการทั้งสองข้อตอบตัวชี้วัดการใช้อำนาจ\n"
    (finding,) = check(case(CALLED + OWN_WORDS + said), PARAMS).findings
    assert (finding.subject, finding.perhaps) == ("การใช้ทรัพย์สินของราชการ", ())


def test_an_indicator_that_is_a_strength_ends_the_list_of_weak_ones() -> None:
    assert (
        judged(
            "ข้อบกพร่องที่ต้องแก้ไข คือตัวชี้วัดการใช้อำนาจ ได้ 73.55 คะแนน\n"
            "ส่วนตัวชี้วัดการใช้ทรัพย์สินของราชการซึ่งได้ 96.30 คะแนนนั้น เป็นจุดแข็งที่ควรรักษาไว้\n"
        )
        == []
    )


def test_weak_points_lettered_under_their_heading_are_a_list() -> None:
    lettered = (
        "เรื่องที่เป็นจุดอ่อน ต้องแก้ไขโดยเร่งด่วน\n(ก) การใช้อำนาจ (74.91) พนักงานเห็นว่ายังไม่ชัดเจน\n"
        "(ข) การใช้ทรัพย์สินของราชการ (73.20) พนักงานไม่ทราบขั้นตอน\n"
    )
    assert judged(lettered) == ["การใช้ทรัพย์สินของราชการ"]


def test_measures_that_name_their_indicator_answer_no_other_by_a_word_in_their_steps() -> None:
    text = """จุดอ่อน ได้แก่ การใช้อำนาจ และการใช้ทรัพย์สินของราชการ
        มาตรการ | {topic} | ขั้นตอน | ผู้รับผิดชอบ
        มาตรการมอบหมายงานเป็นธรรม | {first} | ทำทะเบียนทรัพย์สิน ประชุมชี้แจง | สำนักปลัด
        มาตรการจัดซื้อจัดจ้างโปร่งใส | {second} | ประกาศแผน | กองคลัง
    """
    said = text.format(topic="ตอบตัวชี้วัด", first="การใช้อำนาจ", second="การใช้งบประมาณ")
    unsaid = text.format(topic="ระยะเวลา", first="ตุลาคม 2563", second="มกราคม 2564")
    both = text.format(topic="ตอบตัวชี้วัด", first="การใช้อำนาจ", second="การใช้ทรัพย์สินของราชการ")
    own = [
        [one.subject for one in check(case(each), PARAMS).findings] for each in (said, unsaid, both)
    ]
    assert own == [["การใช้ทรัพย์สินของราชการ"], [], []]


def test_a_measure_that_names_its_indicator_answers_no_other_by_a_word_in_its_name() -> None:
    text = """จุดอ่อน ได้แก่ {weak} และการใช้อำนาจ
        มาตรการ | แก้ตัวชี้วัดใด | ขั้นตอน | ผู้รับผิดชอบ
        มาตรการมอบหมายงานเป็นธรรม | การใช้อำนาจ | ประชุมชี้แจง | สำนักปลัด
        {name} | {declared} | ตรวจทุกเดือน | กองคลัง
    """
    named = "มาตรการยกระดับประสิทธิภาพการสื่อสาร"
    rows = [
        ("ประสิทธิภาพการสื่อสาร", "เผยแพร่ข้อมูลบนเว็บไซต์", "การเปิดเผยข้อมูล"),
        ("การใช้ทรัพย์สินของราชการ", "ตรวจนับทรัพย์สินก่อนจัดซื้อจัดจ้าง", "การใช้งบประมาณ"),
        ("ประสิทธิภาพการสื่อสาร", "เผยแพร่ข้อมูลบนเว็บไซต์", ""),
        ("ประสิทธิภาพการสื่อสาร", named, "การเปิดเผยข้อมูล"),
        ("ประสิทธิภาพการสื่อสาร", "เผยแพร่ข้อมูลบนเว็บไซต์", "การเปิดเผยข้อมูล ประสิทธิภาพการสื่อสาร"),
    ]
    found = [
        [
            one.subject
            for one in check(
                case(text.format(weak=weak, name=name, declared=declared)), PARAMS
            ).findings
        ]
        for weak, name, declared in rows
    ]
    assert found == [["ประสิทธิภาพการสื่อสาร"], ["การใช้ทรัพย์สินของราชการ"], [], [], []]


def test_a_measure_may_answer_by_the_number_that_the_indicator_has() -> None:
    called = "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน คือ ด้านที่ 3 การใช้อำนาจ และด้านที่ 5 การใช้ทรัพย์สินของราชการ\n"
    rows = (
        "\nมาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม\n"
        "มาตรการเลื่อนขั้นอย่างเป็นธรรม (แก้ด้านที่ 3) | เปิดคะแนน | กองการเจ้าหน้าที่ | รายงาน\n"
        "มาตรการสมุดยืมเล่มเดียว (แก้ด้านที่ {}) | ลงทะเบียน | กองคลัง | รายงาน\n"
    )
    found = [
        [one.subject for one in check(case(called + rows.format(number)), PARAMS).findings]
        for number in (5, 7)
    ]
    assert found == [[], ["การใช้ทรัพย์สินของราชการ"]]


LISTED = """1.2 จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน
(ก) การใช้ทรัพย์สินของราชการ ได้ 73.30 คะแนน
(ข) การป้องกันการทุจริต ได้ 75.00 คะแนน
1.3 ประเด็นที่ต้องพัฒนา คือ ประสิทธิภาพการสื่อสาร
"""
OF_OTHERS = """2.1 มาตรการยืมคืนเป็นระเบียบ
{}
ขั้นตอน: ทำแบบยืม
ผู้รับผิดชอบ: กองคลัง
2.2 มาตรการจัดลำดับงานล่อแหลม
{}
ขั้นตอน: ตั้งคณะทำงาน
ผู้รับผิดชอบ: สำนักปลัด
2.3 มาตรการให้ถึงทุกหมู่บ้าน
{}
ขั้นตอน: ทำคลิปเสียง
ผู้รับผิดชอบ: กองช่าง
"""


def missed(*answers: str) -> set[str | None]:
    answer = check(case(LISTED + OF_OTHERS.format(*answers)), PARAMS)
    return {finding.subject for finding in answer.findings}


def test_a_measure_that_refers_to_an_item_of_the_list_answers_it() -> None:
    of_others = "ตอบเรื่องที่ต้องพัฒนา คือ ประสิทธิภาพการสื่อสาร"
    assert missed("ตอบจุดอ่อนข้อ (ก)", "รองรับข้อ (ข)", of_others) == set()
    assert missed("ใช้แก้จุดอ่อน (ก)", "ตอบข้อ ข.", of_others) == set()
    assert missed("ตอบจุดอ่อนข้อ (ก)", "", of_others) == {"การป้องกันการทุจริต"}
    assert missed("ตอบจุดอ่อนข้อ (ก)", "ตอบจุดอ่อนข้อ (ค)", "") == {
        "การป้องกันการทุจริต",
        "ประสิทธิภาพการสื่อสาร",
    }


def test_a_sentence_that_announces_measures_for_weak_points_answers_none() -> None:
    text = "จึงกำหนดมาตรการเพื่อแก้จุดอ่อน คือ การใช้ทรัพย์สินของราชการ\n\n"
    assert judged(text) == ["การใช้ทรัพย์สินของราชการ"]


VERDICTS = """
        ลำดับ | ตัวชี้วัด | คะแนน | น้ำหนัก
        1 | การใช้อำนาจ | 70.35 | เร่งแก้ไข
        2 | การใช้ทรัพย์สินของราชการ | 71.90 | {verdict}

"""


def test_a_cell_that_urges_its_row_to_be_mended_calls_it_weak() -> None:
    for verdict in ("เร่งแก้ไข", "ต้องรีบปรับปรุง", "เรื่องเร่งแก้โดยด่วน"):
        assert judged(VERDICTS.format(verdict=verdict)) == ["การใช้ทรัพย์สินของราชการ"]
    assert judged(VERDICTS.format(verdict="รักษาระดับ")) == []


def test_what_must_be_mended_in_haste_is_weak_in_a_sentence_too() -> None:
    for urged in ("ต้องเร่งแก้", "ควรรีบปรับปรุง"):
        text = f"สิ่งที่{urged}คือการใช้ทรัพย์สินของราชการ โดยเฉพาะการใช้รถ\n"
        assert judged(text) == ["การใช้ทรัพย์สินของราชการ"]


def test_a_measure_that_honours_people_answers_no_indicator_of_property() -> None:
    honours = "        มาตรการยกย่องครูและนักเรียนคนดี | ตั้งเกณฑ์ | กลุ่มบุคคล | รายงาน\n"
    text = "จุดอ่อน คือ การใช้ทรัพย์สินของราชการ\n" + PLAN + honours
    (finding,) = check(case(text), PARAMS).findings
    assert (finding.subject, finding.perhaps) == ("การใช้ทรัพย์สินของราชการ", ())


def test_the_last_strength_is_not_weak_because_the_next_paragraph_opens_with_a_word_of_weakness() -> (
    None
):
    for text in (
        "ดีอยู่แล้ว: การใช้อำนาจ 92.18 และการใช้ทรัพย์สินของราชการ 95.00\n"
        "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน: การใช้อำนาจ 72.44\n",
        "รองลงมาคือการใช้ทรัพย์สินของราชการ 95.00 คะแนน\n\n"
        "จุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วนมีเรื่องเดียว คือการใช้อำนาจ 72.44 คะแนน\n",
        "1. การใช้ทรัพย์สินของราชการ ร้อยละ 95.00\n2. ข้อบกพร่องที่ต้องรีบแก้ไข คือ การใช้อำนาจ ร้อยละ 72.44\n",
        "รองลงมาได้แก่ การใช้ทรัพย์สินของราชการ ร้อยละ 95.00\n\n"
        "ตัวชี้วัดที่มีคะแนนต่ำที่สุดที่ควรพัฒนา คือ การใช้อำนาจ ร้อยละ 72.44\n",
    ):
        assert judged(text + "\n\n") == [], text
    below = "จากการวิเคราะห์ผลการประเมินของปีที่แล้วพบว่า ตัวชี้วัดการใช้ทรัพย์สินของราชการ\nได้คะแนนต่ำที่สุด\n\n"
    assert judged(below) == ["การใช้ทรัพย์สินของราชการ"]


def test_the_budget_in_the_word_for_a_fiscal_year_answers_nothing_for_sure() -> None:
    text = """จุดอ่อน คือ ตัวชี้วัดการใช้งบประมาณ
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการตรวจสอบการใช้ดุลยพินิจ | {steps} | สำนักปลัด | รายงาน
    """
    params = Params(hints={"การใช้งบประมาณ": ("งบประมาณ", "จัดซื้อจัดจ้าง")})
    for steps in ("เปิดบัญชีไลน์ สรุปเมื่อสิ้นปีงบประมาณ", "เปิดบัญชีไลน์ ประจำปีงบประมาณ พ.ศ. 2565"):
        (finding,) = check(case(text.format(steps=steps)), params).findings
        assert finding.perhaps
    for steps in ("เปิดบัญชีไลน์ แจ้งงบประมาณของทุกกอง", "แจ้งงบประมาณประจำปีงบประมาณ พ.ศ. 2565"):
        assert check(case(text.format(steps=steps)), params).findings == ()
    (finding,) = check(case(text.format(steps="เปิดบัญชีไลน์")), params).findings
    assert not finding.perhaps


def test_a_list_in_its_sentence_ends_where_the_next_counted_paragraph_begins() -> None:
    strong = "1.3 ตัวชี้วัดที่คงความดีไว้ ได้แก่ การปฏิบัติหน้าที่ และการใช้ทรัพย์สินของราชการ ซึ่งเกิน 95 คะแนน\n\n"
    weak = "1.2 ตัวชี้วัดที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดการใช้อำนาจ (84.92 คะแนน)\n\n"
    assert judged(weak + strong) == []
    counted = "จุดอ่อน ได้แก่ 1. การใช้อำนาจ\n2. การใช้ทรัพย์สินของราชการ\n"
    assert judged(counted) == ["การใช้ทรัพย์สินของราชการ"]
    below = "จุดอ่อนที่พบมีดังนี้\n(ก) การใช้อำนาจ (74.91) ยังไม่ชัดเจน\n(ข) การใช้ทรัพย์สินของราชการ (73.20)\n"
    assert judged(below) == ["การใช้ทรัพย์สินของราชการ"]


@pytest.mark.parametrize("joined", ["สำหรับตัวชี้วัด", "ขณะที่", "อนึ่ง ", "และ"])
def test_an_indicator_whose_score_is_called_a_strength_is_not_weak(joined: str) -> None:
    weak = "เรื่องที่ต้องพัฒนา คือ การใช้อำนาจ (72.40)"
    assert judged(f"{weak} {joined}การใช้ทรัพย์สินของราชการได้ 96.22 คะแนน เป็นจุดแข็ง\n") == []
    both = f"{weak} และการใช้ทรัพย์สินของราชการ (70.00) ส่วนตัวชี้วัดอื่นเป็นจุดแข็ง\n"
    assert judged(both) == ["การใช้ทรัพย์สินของราชการ"]


SCORED = """
        ตัวชี้วัด | คะแนน | สาเหตุที่พบ
        การใช้อำนาจ | 73.55 | แจ้งไม่ทั่วถึง
        การใช้ทรัพย์สินของราชการ | 71.08 | มีการนำรถส่วนกลางไปใช้โดยไม่มีใบขออนุญาต

"""


def test_all_rows_of_a_table_right_below_a_heading_of_weakness_are_weak() -> None:
    assert judged("1.1 จุดอ่อนที่ต้องเร่งปรับแก้\n" + SCORED) == ["การใช้ทรัพย์สินของราชการ"]
    assert judged("1.1 ผลคะแนนรายตัวชี้วัด\n" + SCORED) == []
    assert judged("1.1 จุดแข็งและจุดอ่อน\n" + SCORED) == []
    high = SCORED.replace("แจ้งไม่ทั่วถึง", "คะแนนสูงกว่าปีก่อน")
    assert judged("1.1 ตัวชี้วัดที่ต้องพัฒนา\n" + high) == []
    every = "".join(f"        {name} | 80.00 | -\n" for name in list(SPELLINGS)[:6])
    assert judged("1.1 วิเคราะห์จุดอ่อน\n" + SCORED.rstrip("\n") + "\n" + every + "\n") == []


CALLED_WHAT = """
        {over} | สิ่งที่คะแนนบอก | จัดเป็น
        การใช้ทรัพย์สินของราชการ{beside} | มีการยืมเครื่องมือกลับบ้านโดยไม่มีใบยืม | {verdict}
        ประสิทธิภาพการสื่อสาร (78.45) | ผู้ปกครองหาประกาศไม่พบ | ควรติดตาม
        ข้ออื่นนอกจากนี้ | อยู่ในเกณฑ์ดี | รักษาไว้

"""


@pytest.mark.parametrize("over", ["กลุ่มข้อ", "ตัวชี้วัด", "เรื่องที่ดู"])
def test_a_verdict_in_a_row_of_a_table_is_of_the_indicator_that_alone_fills_a_cell_of_it(
    over: str,
) -> None:
    of_weakness = "จุดอ่อน ต้องแก้เร่งด่วน"
    text = CALLED_WHAT.format(over=over, beside=" (70.12)", verdict=of_weakness)
    assert judged(text) == ["การใช้ทรัพย์สินของราชการ"]
    assert judged(CALLED_WHAT.format(over=over, beside=" (70.12)", verdict="รักษาไว้")) == []


def test_a_cell_of_sentences_that_name_an_indicator_is_no_column_of_them() -> None:
    text = CALLED_WHAT.format(
        over="กลุ่มข้อ", beside=" ได้รับคำชมจากผู้ปกครองทุกปี", verdict="จุดอ่อน ต้องแก้เร่งด่วน"
    )
    assert judged(text) == []


ANSWERED = """{lead} ตัวชี้วัดการใช้อำนาจ ได้ 74.20 ตัวชี้วัดการใช้ทรัพย์สินของราชการ ได้ 71.88 และตัวชี้วัด{last} ได้ 76.31
        สิ่งที่จะทำ | แก้ด้านใด | วิธีลงมือ | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการมอบหมายงานเป็นธรรม | การใช้อำนาจ | ทำตาราง | สำนักปลัด | รายงาน
        มาตรการเล่าให้ชาวบ้านฟัง | ประสิทธิภาพการสื่อสาร | เปิดเสียงตามสาย | กองช่าง | รายงาน
"""


def answered(lead: str, last: str = "ประสิทธิภาพการสื่อสาร") -> list[str | None]:
    made = case(ANSWERED.format(lead=lead, last=last))
    return [one.subject for one in check(made, PARAMS).findings]


def test_a_list_of_which_the_measures_answer_most_is_of_what_is_weak_whatever_it_is_called() -> (
    None
):
    for lead in ("ข้อด้อยที่ปล่อยไว้ไม่ได้ 3 ด้าน คือ", "เรื่องที่คนของเรายังไม่วางใจ ได้แก่"):
        assert answered(lead) == ["การใช้ทรัพย์สินของราชการ"], lead
    for lead in ("ด้านที่คะแนนสูง คือ", "เรื่องที่ทำได้ดี ได้แก่", "ดูคะแนนของ"):
        assert answered(lead) == [], lead
    assert answered("ข้อด้อยที่ปล่อยไว้ไม่ได้ 3 ด้าน คือ", "การป้องกันการทุจริต") == []


SCHOOL = """มาตรการภายในสถานศึกษา

สิ่งที่ต้องพัฒนาให้ดีขึ้น คือ การใช้อำนาจ (74.10 คะแนน) เพราะ{0} และการใช้ทรัพย์สินของราชการ (80.25 คะแนน) เพราะ{1}

มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
มาตรการเปิดเผยเงินอุดหนุนของสถานศึกษา | แจ้งยอดในที่ประชุมครู | งานการเงิน | รายงาน
มาตรการตรวจสอบการใช้ดุลพินิจ | ทำเกณฑ์ | กลุ่มบริหาร | รายงาน
"""


@pytest.mark.parametrize(
    ("of_power", "of_property", "may_answer"),
    [
        ("ครูไม่ทราบยอดเงินอุดหนุน", "มีผู้นำคอมพิวเตอร์กลับบ้าน", False),
        ("ครูไม่ทราบเกณฑ์", "มีผู้นำคอมพิวเตอร์กลับบ้าน", True),
        ("ครูไม่ทราบยอดเงินอุดหนุน", "ซื้อด้วยเงินอุดหนุนแล้วไม่ลงทะเบียน", True),
        ("ผู้บริหารสถานศึกษาไม่ชี้แจง", "มีผู้นำคอมพิวเตอร์กลับบ้าน", True),  # a word of the title
    ],
)
def test_a_measure_about_the_reason_of_another_weak_point_answers_that_one(
    of_power: str, of_property: str, may_answer: bool
) -> None:
    answer = check(case(SCHOOL.format(of_power, of_property)), PARAMS)
    assert [one.subject for one in answer.findings] == ["การใช้ทรัพย์สินของราชการ"]
    assert [bool(one.perhaps) for one in answer.findings] == [may_answer]


NESTED = """มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน

1.1 จุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน ได้แก่
1.1.1 ตัวชี้วัดการใช้อำนาจ ได้ 66.80
1.1.2 ตัวชี้วัดการใช้ทรัพย์สินของราชการ ได้ 71.05

มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
ป้ายหน้าห้องบอกทุกเรื่อง (ตอบข้อ 1.1.1) | ทำป้าย | สำนักปลัด | รายงาน
เล่าให้ชาวบ้านฟัง (ตอบข้อ {0}) | เปิดเสียงตามสาย | กองช่าง | รายงาน
"""


def test_an_item_is_answered_by_its_number_of_several_levels() -> None:
    assert not check(case(NESTED.format("1.1.2")), PARAMS).findings
    found = check(case(NESTED.format("1.1.1")), PARAMS).findings
    assert [one.subject for one in found] == ["การใช้ทรัพย์สินของราชการ"]


CLAUSES = """มาตรการภายในสถานศึกษา

# สิ่งที่ต้องแก้ไขโดยเร่งด่วน
{first} ได้ 70.12 คะแนน เพราะครูไม่เข้าใจเกณฑ์ {second} ได้ 72.90 คะแนน เพราะไม่มีทะเบียนคุม

# การนำผลวิเคราะห์ไปใช้

มาตรการ | แก้ตัวชี้วัด | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
เกณฑ์ชัด ครูวางใจ | การใช้อำนาจ | ยกร่างเกณฑ์ ติดประกาศ | กลุ่มบริหารงานบุคคล | รายงานผู้อำนวยการ
"""


@pytest.mark.parametrize(
    ("first", "second", "missed"),
    [
        ("ด้านการใช้อำนาจ", "และด้านการใช้ทรัพย์สินของราชการ", ["การใช้ทรัพย์สินของราชการ"]),
        ("การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", ["การใช้ทรัพย์สินของราชการ"]),
        ("ด้านการใช้อำนาจ", "ซึ่งต่ำกว่าด้านการใช้ทรัพย์สินของราชการ", []),
        ("ด้านการใช้อำนาจ", "จุดแข็งคือด้านการใช้ทรัพย์สินของราชการ", []),
    ],
)
def test_a_clause_told_as_the_first_of_a_list_is_weak_too(
    first: str, second: str, missed: list[str]
) -> None:
    made = case(CLAUSES.format(first=first, second=second))
    assert [one.subject for one in check(made, PARAMS).findings] == missed


LOW = "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน คือ การใช้งบประมาณ (61.80) การใช้ทรัพย์สินของราชการ (72.41) และการเปิดเผยข้อมูล (73.16)\n"
CROSSED = (
    (
        "มาตรการ / ตัวชี้วัด | การใช้งบประมาณ | การเปิดเผยข้อมูล | การใช้ทรัพย์สินของราชการ\n"
        "ให้ชุมชนร่วมตรวจรับ | ✓ |  | \n"
        "ศูนย์ข้อมูลเดินได้ |  | ✓ | \n"
    ),
    (
        "จะแก้เรื่องใด | บอกยอดเงินทุกเดือน | ตู้ถามตอบข้างตลาด\n"
        "การใช้งบประมาณ | ● | -\n"
        "การเปิดเผยข้อมูล |  | ●\n"
        "การใช้ทรัพย์สินของราชการ | - | \n"
    ),
    (
        "งาน | การใช้ทรัพย์สินของราชการ (72.41) | การใช้งบประมาณ (61.80) | การเปิดเผยข้อมูล (73.16)\n"
        "ก. บอกยอดเงิน |  | / | /\n"
        "ข. ตู้ถามตอบ |  |  | /\n"
    ),
)


@pytest.mark.parametrize("table", CROSSED)
def test_an_indicator_that_a_table_crosses_with_measures_and_ticks_for_none_is_answered_by_none(
    table: str,
) -> None:
    missed = check(case(f"{LOW}\n{table}"), PARAMS).findings
    assert [one.subject for one in missed] == ["การใช้ทรัพย์สินของราชการ"]
    filled = table.replace("✓ |  | \n", "✓ |  | ✓\n").replace("- | \n", "- | ●\n")
    filled = filled.replace("ยอดเงิน |  |", "ยอดเงิน | / |")
    assert not check(case(f"{LOW}\n{filled}"), PARAMS).findings


def test_a_table_of_points_crosses_nothing() -> None:
    points = "ปี | การใช้งบประมาณ | การใช้ทรัพย์สินของราชการ\n2563 | 61.80 | 72.41\n2564 | 70.10 | \n"
    assert not check(case(f"{LOW}\n{points}"), PARAMS).findings


def test_a_list_counts_its_indicators_behind_how_many_they_are() -> None:
    text = """
        จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วนมี 3 ตัวชี้วัด คือ (1) การใช้อำนาจ
        74.15 คะแนน (2) การใช้ทรัพย์สินของราชการ 75.60 คะแนน และ (3) ประสิทธิภาพ
        การสื่อสาร 77.32 คะแนน
        2. จะนำผลไปใช้อย่างไร
"""
    assert judged(text) == ["การใช้ทรัพย์สินของราชการ"]


def test_two_words_of_weakness_that_one_joins_head_one_list() -> None:
    text = """
        1. ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน
        ตัวชี้วัดการใช้ทรัพย์สินของราชการ เนื่องจากบุคลากรเห็นว่าการยืมรถยังไม่มีขั้นตอนที่ชัดเจน
        2. ประเด็นที่จะต้องพัฒนาให้ดีขึ้น
        ตัวชี้วัดประสิทธิภาพการสื่อสาร และตัวชี้วัดการใช้อำนาจ
"""
    assert judged(text) == ["การใช้ทรัพย์สินของราชการ"]


def test_a_measure_that_keeps_the_score_of_another_indicator_answers_no_other() -> None:
    cards = """
        จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน คือ การใช้ทรัพย์สินของราชการ และการใช้งบประมาณ

        มาตรการที่ 1 | มาตรการกำกับการยืมทรัพย์สินของราชการ
        แก้ไขจุดอ่อนด้าน | การใช้ทรัพย์สินของราชการ
        ขั้นตอน | จัดทำทะเบียนยืม
        ผู้รับผิดชอบ | กองคลัง

        มาตรการที่ 2 | มาตรการเสริมสร้างจิตสำนึกและป้องกันการขัดกันแห่งผลประโยชน์
        รักษาระดับคะแนนด้าน | การป้องกันการทุจริต
        ขั้นตอน | อบรม และให้กรรมการจัดซื้อจัดจ้างลงนามรับรองการไม่มีส่วนได้เสีย
        ผู้รับผิดชอบ | สำนักปลัด
        """
    assert [one.subject for one in check(case(cards), PARAMS).findings] == ["การใช้งบประมาณ"]


@pytest.mark.parametrize("but", ["สำหรับ", "ขณะที่"])
def test_what_the_sentence_goes_on_to_call_fine_is_not_weak(but: str) -> None:
    text = (
        f"ประเด็นที่ต้องพัฒนาให้ดีขึ้นคือประสิทธิภาพการสื่อสาร {but}การใช้ทรัพย์สินของราชการ"
        "และการป้องกันการทุจริต มีผลอยู่ในเกณฑ์ดีมาก\n"
    )
    assert judged(text) == []


@pytest.mark.parametrize("item", ["ข้อ", "ประเด็น", "หัวข้อที่"])
@pytest.mark.parametrize("count", ["กข", "12"])
def test_measures_that_point_at_items_of_the_analysis_answer_these_alone(
    count: str, item: str
) -> None:
    first, second = count
    text = f"""
        ({first}) ระบบ E-Service ได้ 74.02 เป็นจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน
        ({second}) การใช้ทรัพย์สินของราชการ ได้ 71.36 เป็นจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน
        โครงการ/มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        โครงการจองคิวออนไลน์ ({item} {first}) | พัฒนาระบบ | กลุ่มงานดิจิทัล | รายงาน
    """
    other = f"        โครงการยืมให้เป็นระบบ ({item} {second}) | ทำสมุด | กลุ่มงานพัสดุ | รายงาน\n"
    missed = [one.subject for one in check(case(text), PARAMS).findings]
    assert missed == ["การใช้ทรัพย์สินของราชการ"]
    assert not check(case(text.rstrip(" ") + other), PARAMS).findings


@pytest.mark.parametrize("mark", ["- ", "• ", "", "1) "])
@pytest.mark.parametrize("label", ["เก่งแล้ว", "ดีอยู่แล้ว", "คงไว้"])
def test_a_line_with_another_label_ends_a_label_s_list_whatever_marks_it(
    mark: str, label: str
) -> None:
    assert judged(
        f"{mark}ต้องแก้ด่วน (จุดอ่อน) : การใช้ทรัพย์สินของราชการ 80.44 เพราะไม่มีทะเบียน\n"
        f"{mark}{label} : การใช้งบประมาณ 97.32\n"
    ) == ["การใช้ทรัพย์สินของราชการ"]


BY_NUMBERS = """ผลคะแนนเรียงตามตัวชี้วัด ได้แก่ (1) การปฏิบัติหน้าที่ 94.11 (2) การใช้ทรัพย์สินของราชการ 81.60
(3) การใช้อำนาจ 92.08 และ (4) การใช้งบประมาณ 90.25

จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน ได้แก่ {0} (2) ส่วนข้ออื่นเกินเป้าหมายของปี

มาตรการที่ใช้ในปีนี้
มาตรการที่ 1 ({1}) ยืมต้องเขียน คืนต้องเซ็น
วิธีการ: ทำสมุดคุมประจำกอง
ผู้รับผิดชอบ: กองคลัง
"""


@pytest.mark.parametrize("word", ["ข้อ", "ประเด็นที่", "ตัวชี้วัดที่"])
def test_an_indicator_is_named_by_the_number_in_brackets_that_the_report_gave_it(word: str) -> None:
    made = case(BY_NUMBERS.format(word, "แก้ข้อ 2"))
    assert [one.name for one in weak(made.facts)] == ["การใช้ทรัพย์สินของราชการ"]
    assert not check(made, PARAMS).findings
    unpointed = check(case(BY_NUMBERS.format(word, "แก้ข้อ 9") + PLAN), PARAMS)
    assert [one.subject for one in unpointed.findings] == ["การใช้ทรัพย์สินของราชการ"]
