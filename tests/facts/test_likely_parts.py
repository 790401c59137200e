"""A part of a report is known by what it says, whatever it is headed; what has some of its signs
may be it; a preface, a plan or a table of measures is none.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.items import LikelyPart, likely_part

ANALYSES = (
    (
        "ปี 2564 เราอยู่ตรงไหน\nคะแนน ITA 2564 = 85.77 (ปี 2563 ได้ 77.10)\n"
        "ต้องรีบแก้: การใช้อำนาจ 76.50 บุคลากรเห็นว่าการมอบหมายงานไม่เป็นธรรม"
    ),
    (
        "ที่ประชุมได้พิเคราะห์แล้วปรากฏว่า ที่อ่อนที่สุดคือตัวชี้วัดการเปิดเผยข้อมูล"
        " เพราะข้อมูลบนเว็บไซต์ไม่ครบ ส่วนการใช้อำนาจพอใช้แต่ควรทำให้ดีขึ้น"
    ),
    (
        "อ่านผลจากการประเมินปี 2565 ข้อบกพร่องที่ต้องแก้ทันทีคือ การแก้ไขปัญหาการทุจริต "
        "เพราะเจ้าหน้าที่ไม่มั่นใจช่องทางร้องเรียนภายใน"
    ),
)
NO_ANALYSES = (
    (
        "คำนำ\nองค์การบริหารส่วนตำบลหนองสะแกจัดทำเอกสารนี้เพื่อเผยแพร่มาตรการส่งเสริมคุณธรรมและความโปร่งใส"
        " หวังเป็นอย่างยิ่งว่าจะเป็นประโยชน์แก่ผู้สนใจ"
    ),
    (
        "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม\n"
        "มาตรการการใช้อำนาจ | วิเคราะห์งาน | สำนักปลัด | รายงานทุก 6 เดือน\n"
        "มาตรการการใช้งบประมาณ | ทบทวนแผน | กองคลัง | รายงานทุก 6 เดือน"
    ),
)


def part(text: str, meaning: str) -> LikelyPart | None:
    return likely_part(case(text).facts, meaning)


@pytest.mark.parametrize("text", ANALYSES)
def test_an_analysis_is_known_by_what_it_says(text: str) -> None:
    found = part(text, "analysis")
    assert found is not None
    assert found.enough


@pytest.mark.parametrize("text", NO_ANALYSES)
def test_a_preface_and_measures_rows_are_no_analysis(text: str) -> None:
    found = part(text, "analysis")
    assert found is None or not (found.enough or found.some)


def test_what_has_some_signs_may_be_the_part() -> None:
    found = part("ปีที่ผ่านมาได้คะแนน 85.20 จากการประเมิน ITA ซึ่งยังไม่เป็นที่น่าพอใจ", "analysis")
    assert found is not None
    assert (found.some, found.enough) == (True, False)


def test_an_analysis_that_says_nothing_of_weakness_names_no_weak_point() -> None:
    found = part("ผลการประเมิน ITA ปี 2565 ได้ 92.10 คะแนน อยู่ในระดับดีมาก", "weak_points")
    assert found is None or not found.some


def test_measures_that_are_said_to_follow_from_the_analysis_are_its_use() -> None:
    found = part(
        "จุดอ่อนข้างต้นนำเข้าที่ประชุมผู้บริหาร และถือเป็นโจทย์ของทุกกอง จึงวางมาตรการไว้ดังนี้",
        "use",
    )
    assert found is not None
    assert found.enough


def test_an_analysis_alone_is_not_its_use() -> None:
    found = part("วิเคราะห์ผลการประเมิน ITA ปี 2565 พบจุดอ่อน ได้แก่ ตัวชี้วัดการใช้อำนาจ", "use")
    assert found is None or not found.some


def test_results_are_known_by_what_was_done_counted_and_changed() -> None:
    done = (
        "เรื่องที่ 1 เปิดข้อมูล\nประชุมคณะทำงาน 2 ครั้ง ได้บัญชีข้อมูล 31 ชุด เปิดใช้แล้ว 22 ชุด เรื่องร้องเรียนลดลงจากเดิม"
    )
    planned = "จะจัดประชุมคณะทำงาน กำหนดให้ทุกกองรายงานทุกเดือน ต้องเปิดข้อมูลภายในไตรมาสแรก"
    found, other = part(done, "results"), part(planned, "results")
    assert found is not None
    assert found.enough
    assert other is None or not other.some


def test_measures_that_name_what_is_weak_put_the_analysis_to_use() -> None:
    text = (
        "วิเคราะห์แล้ว ตัวชี้วัดที่เป็นจุดอ่อนต้องเร่งแก้คือ คุณภาพการดำเนินงาน"
        " มอบกองที่เกี่ยวข้องเขียนมาตรการ\n\nมาตรการ | ขั้นตอน | ผู้รับผิดชอบ\nบริการไว ยิ้มแย้ม{}"
        " | บัตรคิว | กองคลัง\nจัดการเรื่องร้องเรียน{} | อบรม | งานนิติการ"
    )
    named, unnamed = (
        part(text.format(*[words] * 2), "use") for words in (" (คุณภาพการดำเนินงาน)", "")
    )
    assert named is not None
    assert unnamed is not None
    assert named.weight > unnamed.weight


def test_cards_with_labels_that_come_again_are_measures() -> None:
    cards = (
        "ส่วนที่ 2 มาตรการที่ตกลงกัน\n\nบัตรสีเขียว เปิดตู้บัญชี\n\nคนลงแรง: กองคลัง\n\nลำดับงาน: ปิดบัญชีทุกศุกร์ แล้วแจ้งเวียน\n\n"
        "ใครคอยดู: ปลัด อบต. ดูทุกสิ้นเดือน\n\nบัตรสีฟ้า ถามก่อนซื้อ\n\nคนลงแรง: งานพัสดุ\n\n"
        "ลำดับงาน: ประกาศแผน แล้วอบรม\n\nใครคอยดู: หัวหน้าสำนักปลัด ตรวจทุกไตรมาส และรายงานนายก\n\n"
        "ขั้นตอนทั้งหมดแจ้งให้ทุกคนทราบ"
    )
    once = cards.replace("คนลงแรง: งาน", "งาน").replace("ลำดับงาน: ประกาศ", "ประกาศ")
    found, other = part(cards, "measures"), part(once.replace("ใครคอยดู: หัว", "หัว"), "measures")
    assert found is not None
    assert found.some
    assert other is None or not other.some


def test_where_the_findings_are_put_into_a_calendar_they_are_put_to_use() -> None:
    found = part("ที่ประชุมให้ทุกฝ่ายนำข้อค้นพบไปบรรจุในปฏิทินงานของตน แล้วไปลงมือปรับปรุง", "use")
    assert found is not None
    assert found.enough


@pytest.mark.parametrize(
    "text",
    [
        "ผลประเมินปีก่อนพบจุดอ่อนสองเรื่อง หน่วยงานนำทั้งสองเรื่องเข้าแผนงานชมรม และมอบผู้รับผิดชอบทันที",
        "จุดอ่อนทั้งสองผนวกเข้าเป็นงานประจำ มอบกองคลังและกองช่าง แล้วใส่ไว้ในแผน",
    ],
)
def test_weak_points_put_into_a_plan_and_given_to_somebody_are_put_to_use(text: str) -> None:
    found = part(text, "use")
    assert found is not None
    assert found.enough or found.some


WEAK = "ที่ต่ำที่สุดและต้องเร่งแก้คือ ตัวชี้วัดการใช้งบประมาณ ได้ 74.25 คะแนน"
SET = (
    "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม\n"
    "มาตรการบอกยอดเงิน | ติดยอดหน้าห้อง | กองคลัง | รายงานทุก 6 เดือน"
)


def test_a_piece_of_its_own_between_what_is_weak_and_the_measures_may_tell_how_it_was_used() -> (
    None
):
    told = "ได้ข้อคิดมาเป็นของฝาก\n\nหัวหน้าทุกคนขนเรื่องนี้กลับห้องไปคุยต่อกับลูกน้องแล้วเขียนลงสมุดงานของปีนี้"
    whole = part(f"{WEAK}\n\n{told}\n\n{SET}", "use")
    assert whole is not None
    assert (whole.some, whole.enough) == (True, False)


@pytest.mark.parametrize("between", ["", "สามเรื่องปีนี้\n\n"])
def test_a_heading_over_the_measures_tells_nothing_of_how_the_analysis_was_used(
    between: str,
) -> None:
    found = part(f"{WEAK}\n\n{between}{SET}", "use")
    assert found is None or not found.some


LOW = "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน คือ การแก้ไขปัญหาการทุจริต และการใช้อำนาจ\n"
FLOW = "สำรวจงานที่เสี่ยง → เลือก 3 งาน → แจ้งเบาะแส → ใช้\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "**เส้นทาง A · แก้ไขปัญหาการทุจริต · กลุ่มงานอำนวยการ**\n",
            "**เส้นทาง B · การใช้อำนาจ · กลุ่มงานบุคคล**\n",
        ),
        (
            "**ก. แก้ไขปัญหาการทุจริต / กองกฎหมายและคดี**\n",
            "**ข. ใช้อำนาจให้เป็นธรรม / กองการเจ้าหน้าที่**\n",
        ),
    ],
)
def test_pieces_counted_alike_that_give_what_is_weak_to_offices_are_measures(
    first: str, second: str
) -> None:
    found = part(f"{LOW}# เส้นทางที่เดิน\n{first}{FLOW}{second}{FLOW}", "measures")
    assert found is not None
    assert found.enough


def test_pieces_counted_alike_that_give_other_things_to_offices_may_be_measures() -> None:
    first = "**ก. ซ่อมถนนตามลำดับคำร้อง / กองช่าง**\n"
    second = "**ข. ตอบคำถามหน้าเคาน์เตอร์ / สำนักปลัด**\n"
    found = part(f"หน่วยงานได้วางงานไว้\n# งานปีนี้\n{first}{FLOW}{second}{FLOW}", "measures")
    assert found is not None
    assert (found.some, found.enough) == (True, False)


def test_an_attendance_list_and_points_of_an_assessment_are_no_measures() -> None:
    present = "ผู้มาประชุม\n1. ปลัดเทศบาล ประธาน\n2. ผู้อำนวยการกองคลัง กรรมการ\n"
    points = (
        "(1) การใช้อำนาจ 76.50 เพราะกองคลัง เห็นว่าการมอบหมายงานไม่เป็นธรรมแก่ทุกคน\n"
        "(2) การใช้งบประมาณ 78.10 เพราะกองช่าง เห็นว่าไม่ทราบแผนการใช้จ่ายของปีนี้\n"
    )
    for text in (present, points):
        found = part(text, "measures")
        assert found is None or not found.some


def test_what_is_weak_by_what_answers_it_is_named_as_weak() -> None:
    text = """
        ตัวที่เงาวับคือการปฏิบัติหน้าที่ 95.10

        ตัวที่ฝุ่นเกาะ

        การใช้งบประมาณ 77.40
        การใช้ทรัพย์สินของราชการ 80.08

        ไม้กวาดอันแรก ขัดการใช้งบประมาณ โดยกลุ่มนโยบายทำสรุปงบส่งทุกสิ้นเดือนให้ครูทุกโรงเรียนสอบถามได้

        ไม้กวาดอันที่สอง ขัดการใช้ทรัพย์สินของราชการ โดยงานพัสดุติดเลขทุกชิ้นแล้วนับทุกเดือนต่อหน้าครูเวร
        """
    found = part(text, "weak_points")
    assert found is not None
    assert found.enough


@pytest.mark.parametrize("text", [
    "ประเด็นที่ควรเร่งปรับปรุง\n1. การตอบข้อความหลังเลิกงาน ไม่มีใครตอบ\n2. ราคากลาง ติดช้า",
    "ที่ | เรื่องที่ต้องทำให้ดีขึ้น | สาเหตุ\n1 | การตอบข้อความ | ไม่มีเวร\n2 | ราคากลาง | ติดช้า",
])  # fmt: skip
def test_a_heading_that_calls_weak_what_stands_below_names_it_be_it_no_indicator(text: str) -> None:
    found = part(text, "weak_points")
    assert found is not None
    assert found.enough


def test_a_heading_over_how_weak_points_are_mended_names_none() -> None:
    found = part("แนวทางแก้ไขจุดอ่อน\nจัดประชุมทุกเดือน", "weak_points")
    assert found is None or not found.enough
