"""Christian years, days of no calendar, laws with another's year, and the assessment of another
year.
"""

from __future__ import annotations

import pytest

from ita_checker.checks import assessment_year, law_years, real_dates, year_era
from ita_checker.model import Answer, Item, Verdict
from tests.building import case

MEASURES = Item("O42", "มาตรการ", "measures", analyses=-1)
LAWS = (
    law_years.Law(
        ("พระราชบัญญัติข้อมูลข่าวสารของราชการ", "พ.ร.บ.ข้อมูลข่าวสารของราชการ", "พ.ร.บ. ข้อมูลข่าวสาร"), (2540,)
    ),
    law_years.Law(("พระราชบัญญัติเทศบาล", "พ.ร.บ.เทศบาล"), (2496,)),
    law_years.Law(("ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ",), (2526,)),
)


def said(answer: Answer) -> list[tuple[str, str | None, str | None, list[str]]]:
    return [
        (finding.code, finding.found, finding.expected, [span.quote for span in finding.spans])
        for finding in answer.findings
    ]


@pytest.mark.parametrize(
    ("text", "found", "quote"),
    [
        ("จัดอบรมเมื่อวันที่ 17 เมษายน 2021", "2021", "17 เมษายน 2021"),
        ("17 เม.ย. 2021", "2021", "17 เม.ย. 2021"),
        ("เดือนเมษายน ๒๐๒๑", "2021", "เมษายน ๒๐๒๑"),
        ("กองช่างเริ่มนับมาแต่ March 2021 จนครบ", "2021", "March 2021"),
        ("ทำเสร็จก่อน 5 May 2021", "2021", "5 May 2021"),
        (
            "มาตรการ | การดำเนินการ | วันที่ | ผลลัพธ์\nมาตรการ ก | ประกาศ | 15 March 2021 | ทราบทั่วกัน\n",
            "2021",
            "15 March 2021",
        ),
        ("ประจำปีงบประมาณ พ.ศ. 2021", "2021", "ประจำปีงบประมาณ พ.ศ. 2021"),
        ("ปีงบประมาณ 2021", "2021", "ปีงบประมาณ 2021"),
        ("ประจำปี พ.ศ. 2021", "2021", "ประจำปี พ.ศ. 2021"),
    ],
)
def test_a_christian_year_in_a_thai_date_is_yea007(text: str, found: str, quote: str) -> None:
    assert said(year_era.check(case(text), year_era.Params())) == [
        ("YEA007", found, str(int(found) + 543), [quote])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ดัชนีการรับรู้การทุจริต CPI 2024",
        "มาตรฐาน ISO 9001:2015",
        "https://www.example.go.th/2021/04/17/report",
        "ปี ค.ศ. 2021",
        "17 April 2021",
        "รายงานของ Transparency International January 2021",
        "แปลจาก March 2021 Newsletter ของสำนักงาน",
        "เล่มนี้แปลเสร็จแล้ว\nJanuary 2021",
        "Integrity and Transparency Assessment 2021",
        "โทร. 043 2021 1999",
        "17 เมษายน 2564",
        "ปีงบประมาณ 64",
        "งบประมาณ 2021 บาท",
    ],
)
def test_a_christian_year_elsewhere_is_silent(text: str) -> None:
    assert said(year_era.check(case(text), year_era.Params())) == []


def test_a_date_of_no_calendar_is_yea006_with_all_its_places() -> None:
    answer = real_dates.check(
        case("เมื่อวันที่ 31 เมษายน 2564\nและวันที่ 31 เม.ย. 64\nและวันที่ 30 เมษายน 2564"),
        real_dates.Params(),
    )
    assert said(answer) == [("YEA006", "2564-04-31", None, ["31 เมษายน 2564", "31 เม.ย. 64"])]
    assert answer.verdict is Verdict.PARTIAL


def test_dates_that_exist_are_met() -> None:
    answer = real_dates.check(
        case("29 กุมภาพันธ์ 2567 และ 31 ธันวาคม 2566 ถึง 1 มกราคม 2567"), real_dates.Params()
    )
    assert (answer.verdict, answer.findings) == (Verdict.MET, ())


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2560 มาตรา 9",
            "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2560",
        ),
        ("พ.ร.บ. ข้อมูลข่าวสาร พ.ศ. ๒๕๖๐", "พ.ร.บ. ข้อมูลข่าวสาร พ.ศ. ๒๕๖๐"),
        ("พระราชบัญญัติข้อมูลข่าว\nสารของราชการ พ.ศ.2560", "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ.2560"),
    ],
)
def test_a_law_with_another_year_is_yea008(text: str, quote: str) -> None:
    assert said(law_years.check(case(text), law_years.Params(LAWS))) == [
        ("YEA008", "2560", "2540", [quote])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540",
        "พระราชบัญญัติเทศบาล พ.ศ. 2496 และที่แก้ไขเพิ่มเติมถึง (ฉบับที่ 14) พ.ศ. 2562",
        "พระราชบัญญัติเทศบาล (ฉบับที่ 13) พ.ศ. 2552",
        "ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ (ฉบับที่ 2) พ.ศ. 2548",
        "ปฏิบัติตามพระราชบัญญัติเทศบาล ประจำปี พ.ศ. 2564",
        "ตาม พ.ร.บ.ข้อมูลข่าวสารของราชการ ในปี 2564 มีผู้ขอข้อมูล 3 ราย",
    ],
)
def test_right_years_and_amendments_are_silent(text: str) -> None:
    assert said(law_years.check(case(text), law_years.Params(LAWS))) == []


ANALYSIS = (
    "ได้ดำเนินการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสของหน่วยงานภาครัฐ (ITA) ในปี พ.ศ. {} ที่ผ่านมา\n"
)


def assessed(
    text: str, year: int = 2564, items: tuple[Item, ...] = (MEASURES,)
) -> list[tuple[str, str | None, str | None, list[str]]]:
    return said(
        assessment_year.check(case(text, fiscal_year=year, items=items), assessment_year.Params())
    )


def test_the_analysis_of_last_years_assessment_is_met_with_its_place() -> None:
    answer = assessment_year.check(
        case(ANALYSIS.format("๒๕๖๓"), fiscal_year=2564, items=(MEASURES,)), assessment_year.Params()
    )
    assert (answer.verdict, [span.quote for span in answer.evidence]) == (
        Verdict.MET,
        ["ในปี พ.ศ. ๒๕๖๓"],
    )


@pytest.mark.parametrize("year", ["๒๕๖๒", "2562", "2564", "๒๕๖๕"])
def test_another_assessment_is_yea004(year: str) -> None:
    value = str(int(year))
    assert assessed(ANALYSIS.format(year)) == [("YEA004", value, "2563", [f"ในปี พ.ศ. {year}"])]


@pytest.mark.parametrize(
    "text",
    [
        ANALYSIS.format("2563") + "เปรียบเทียบกับผลการประเมิน ITA ปี 2562 เพิ่มขึ้นร้อยละ 3\n",
        ANALYSIS.format("2563") + "เพื่อเตรียมความพร้อมรับการประเมิน ITA ประจำปี 2564\n",
        "เพื่อให้การประเมิน ITA ในปี พ.ศ. 2564 เป็นไปด้วยความเรียบร้อย\n",
        "วิเคราะห์ผลการประเมินความพึงพอใจของประชาชน ประจำปีงบประมาณ พ.ศ. 2564\n",
        "ผลคะแนน ITA ปี 2562 | ผลคะแนน ITA ปี 2563\n80.10 | 85.20\n",
        "# ITA 2563 บอกอะไรเรา\nคะแนนรวม 89.72 (A) · ปี 2562 = 90.15 (A) · ลดลง 0.43\n",
        "# เราได้คะแนน ITA 2563 เท่าไร\nคะแนนประเมินรวม 89.72 ส่วนปี 2562 นั้นเราได้ 90.15\n",
        "คะแนน ITA ปี 2562 = 80.02 ปี 2563 = 85.20\n",
        "# เปิดผล ITA ปี 2563 แล้วคิดงานปี 2564\nอำเภอได้ 89.72 คะแนน (ปี 2562 ได้ 90.15 คะแนน)\n",
    ],
)
def test_the_right_assessment_beside_others_is_met(text: str) -> None:
    assert assessed(text) == []


def test_results_items_analyse_nothing() -> None:
    assert assessed(ANALYSIS.format("2562"), items=(Item("O43", "ผล", "results"),)) == []


@pytest.mark.parametrize(
    "score",
    [
        "ขยับขึ้นจากปี 2562 ที่ได้ 80.15",
        "ลดลงจากของปี พ.ศ. 2562 อยู่สองคะแนน",
        "เพิ่มจากปีงบประมาณ 2562 ถึงห้าคะแนน",
    ],
)
def test_the_year_from_which_a_score_rose_or_fell_is_none_analysed(score: str) -> None:
    text = f"ได้หยิบผล ITA ของปี พ.ศ. 2563 มาวิเคราะห์แล้ว ได้ 84.02 คะแนน {score}\n"
    assert assessed(text) == []
