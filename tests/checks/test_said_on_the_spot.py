"""Where a finding about measures, items or weak points stands, in layouts other offices use."""

import pytest
from building import case

from ita_checker.checks.outcomes import Params as OutcomeParams
from ita_checker.checks.outcomes import check as outcomes
from ita_checker.facts.items import held, regions
from ita_checker.facts.measures import weak
from ita_checker.facts.page import flow
from ita_checker.rulebook import load


def test_an_outcome_that_is_none_is_quoted_itself() -> None:
    answer = outcomes(
        case("""
        มาตรการ | สิ่งที่ดำเนินการ | ผลลัพธ์
        มาตรการป้องกันการรับสินบน | ประกาศนโยบาย | รายงานรอบ 6 เดือน
        """),
        OutcomeParams(),
    )
    (only,) = answer.findings
    assert only.spans[0].quote == "รายงานรอบ 6 เดือน"
    assert only.subject == "มาตรการป้องกันการรับสินบน"


@pytest.mark.parametrize(
    ("verdict", "called"),
    [
        ("จุดอ่อนที่ต้องแก้ไขเร่งด่วน", True),
        ("ควรพัฒนาให้ดีขึ้น", True),
        ("ต้องแก้ไขโดยเร่งด่วน", True),
        ("เป็นจุดอ่อน", True),
        ("จุดแข็ง รักษาระดับ", False),
        ("ผ่านเกณฑ์", False),
    ],
)
def test_a_cell_beside_an_indicator_calls_it_weak(verdict: str, called: bool) -> None:
    made = case(f"""
        ตัวชี้วัด | คะแนน | ระดับปัญหา
        การใช้อำนาจ | 80.11 | {verdict}
        การเปิดเผยข้อมูล | 96.43 | รักษาระดับ
        """)
    assert [one.name for one in weak(made.facts)] == ["การใช้อำนาจ"] * called


def test_a_column_of_reasons_for_weakness_calls_its_rows_weak() -> None:
    made = case("""
        ตัวชี้วัด | คะแนน | เหตุที่เป็นจุดอ่อน
        การใช้อำนาจ | 78.34 | บุคลากรเห็นว่าเกณฑ์ไม่ชัดเจน
        การเปิดเผยข้อมูล | 96.43 | -
        """)
    assert [one.name for one in weak(made.facts)] == ["การใช้อำนาจ"]


def test_a_title_set_like_the_text_names_the_report_and_a_sentence_does_not() -> None:
    long = "ที่กำหนดไว้ประจำปีงบประมาณ พ.ศ. 2563 ขององค์การบริหารส่วนตำบลเหล่าใหญ่ อำเภอกุฉินารายณ์"
    titled = case(f"""
            รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน{long}
        และมาตรการดังนี้ {long}{long}
        """)
    told = case(f"""
            บัดนี้ ได้รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสแล้ว{long}
        และมาตรการดังนี้ {long}{long}
        """)

    def first(facts: object) -> str:
        return "".join(flow(facts).text[a:b] for a, b in regions(facts)[:1])  # type: ignore[arg-type]

    assert "รายงานผลการดำเนินการ" in first(titled.facts)
    assert "รายงานผล" not in first(told.facts)


def test_a_plan_under_a_title_in_other_words_is_a_report_of_measures() -> None:
    pack = next(pack for pack in load() if pack.name == "nacc-2566")
    made = case(
        """
        # มาตรการเสริมสร้างคุณธรรมและความโปร่งใสภายในองค์กร
        # ประจำปีงบประมาณ พ.ศ. 2566

        มาตรการ | ทำอย่างไร | ผู้ดูแล | ติดตามและรายงานผลอย่างไร
        ของหลวงยืมได้ คืนตรง | อบรมเจ้าหน้าที่ใหม่ | กองคลัง | รายงานสรุปสิ้นปี
        ข่าวถึงบ้าน | ปรับหน้าเว็บ | สำนักปลัด | รายงานในที่ประชุมทุกเดือน
        """
    )
    assert [item.kind for item in held(made.facts, pack)] == ["measures"]
