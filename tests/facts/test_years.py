"""Every year has its role: the one reported on, or one of the many that are not."""

from __future__ import annotations

import pytest

from ita_checker.facts.page import flow
from ita_checker.facts.years.governed import LADDER, Asked, Role, rung
from ita_checker.facts.years.named import asked, fiscal_year, stated, years
from ita_checker.facts.years.written import written
from ita_checker.text.days import Era
from tests.building import case

COVER = (
    "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n# ประจำปีงบประมาณ"
    " พ.ศ. ๒๕๖๔\n\n-> เทศบาลตำบลทุ่งแก้ว\n"
)


def roles(text: str) -> list[tuple[int, str]]:
    return [(year.value, year.role.value) for year in years(case(text).facts)]


@pytest.mark.parametrize(
    "text",
    [
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔",
        "ประจำปีงบประมาณ พ.ศ.๒๕๖๔",
        "ประจำปี งบประมาณ พ.ศ.. 2564",
        "ประจาปีงบประมาณ พ.ศ. 2564",
        "ปีงบประมาน พ.ศ. 2564",
        "ประจำปี ๒๕๖๔",
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปี พ.ศ. 2564",
        "ได้ดำเนินการตามมาตรการในปีงบประมาณ 2564",
        "มีการจัดทำแผนการจัดซื้อจัดจ้างประจำปีงบประมาณ ๒๕๖๔",
        "ปีงบประมาณ 64",
    ],
)
def test_the_year_reported_on_is_known_in_each_of_its_forms(text: str) -> None:
    assert roles(text) == [(2564, "fiscal")]


def test_a_year_broken_over_two_lines_is_one() -> None:
    assert roles("ประจำปีงบประ\nมาณ พ.ศ. ๒๕\n๖๔") == [(2564, "fiscal")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐", [(2540, "law")]),
        ("พ.ร.บ.การจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560", [(2560, "law")]),
        (
            "พระราชบัญญัติเทศบาล พ.ศ. 2496 และที่แก้ไขเพิ่มเติมถึง (ฉบับที่ 14) พ.ศ. 2562",
            [(2496, "law"), (2562, "law")],
        ),
        ("รัฐธรรมนูญแห่งราชอาณาจักรไทย พุทธศักราช 2560", [(2560, "law")]),
        ("ระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง พ.ศ. 2560", [(2560, "law")]),
        ("คำสั่งเทศบาลตำบลทุ่งแก้ว ที่ 125/2563", [(2563, "document")]),
        ("การประชุมครั้งที่ 1/2564", [(2564, "document")]),
        ("ยุทธศาสตร์ชาติระยะที่ ๓ (พ.ศ.๒๕๖๐ - ๒๕๖๔)", [(2560, "period"), (2564, "period")]),
        ("แผนแม่บทภายใต้ยุทธศาสตร์ชาติ (พ.ศ. 2561 – 2580)", [(2561, "period"), (2580, "period")]),
        ("แผนพัฒนาท้องถิ่น พ.ศ. 2561 ถึง พ.ศ. 2565", [(2561, "period"), (2565, "period")]),
        ("ข้อบัญญัติงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. 2563", [(2563, "plan")]),
        ("แผนปฏิบัติการป้องกันการทุจริต ประจำปี 2563", [(2563, "plan")]),
        ("วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ในปี พ.ศ. ๒๕๖๓", [(2563, "assessment")]),
        ("ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2563", [(2563, "assessment")]),
        (
            "ผลงานปีงบประมาณ พ.ศ. 2566 สำหรับการประเมินปี พ.ศ. 2567",
            [(2566, "fiscal"), (2567, "assessment")],
        ),
        ("ข้อมูลเพื่อรับการตรวจประเมิน ประจำปีงบประมาณ พ.ศ. 2567", [(2567, "assessment")]),
        ("มาตรการทั้งสามมาจากจุดอ่อนของการประเมินปี 2565 ได้แก่ การใช้งบประมาณ", [(2565, "assessment")]),
        ("ในปี 2563 ได้รับผลคะแนนการประเมิน 85.15", [(2563, "assessment")]),
        ("ปีการศึกษา 2563", [(2563, "academic")]),
        ("ยกฐานะเป็นเทศบาลตำบลเมื่อปี พ.ศ. 2550", [(2550, "history")]),
        ("ใช้มาตรการตั้งแต่ปี พ.ศ. 2562 เป็นต้นมา", [(2562, "history")]),
        ("เมื่อวันที่ 17 เมษายน 2563", [(2563, "date")]),
        ("https://www.example.go.th/ita2563/o43", [(2563, "name")]),
        ("มาตรฐาน ISO 9001:2015", [(2558, "name")]),
        ("ดัชนี CPI 2024", [(2567, "name")]),
        ("งบประมาณ 2,564.00 บาท รหัส 25640012", []),
        ("จะดำเนินการต่อในปีงบประมาณ พ.ศ. 2565", [(2565, "next")]),
        (
            "เป้าหมายไม่ต่ำกว่า 90 คะแนน และจะทบทวนมาตรการอีกครั้งในปีงบประมาณ พ.ศ. 2565",
            [(2565, "next")],
        ),
        ("เหลือ 7 เรื่อง จากช่วงเดียวกันของปี 2563 จำนวน 19 เรื่อง", [(2563, "compared")]),
        ("มากกว่าปีที่ผ่านมา เมื่อเปรียบเทียบกับปีงบประมาณ พ.ศ. 2563", [(2563, "compared")]),
    ],
)
def test_a_year_of_something_else_is_named_as_that(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert roles(COVER + "---page---\n" + text)[1:] == expected


def test_a_digit_of_another_font_a_space_apart_belongs_to_the_year() -> None:
    assert roles("-> ประจำปีงบประมาณ พ.ศ. ๒๕๖ 5") == [(2565, "fiscal")]


def test_the_noun_nearest_before_a_year_governs_it() -> None:
    text = (
        "การวิเคราะห์ผลการประเมิน ITA ประจำปี 2563 เพื่อกำหนดมาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2564"
    )
    assert roles(text) == [(2563, "assessment"), (2564, "fiscal")]


def test_the_year_of_cover_and_title_is_stated() -> None:
    found = stated(case(COVER).facts)
    assert found and (found.value, found.role, found.era, found.on_title) == (
        2564,
        Role.FISCAL,
        Era.BUDDHIST,
        True,
    )


def test_the_fiscal_year_is_the_titles_though_others_are_oftener_inside() -> None:
    assert (
        fiscal_year(case(COVER + "---page---\nมาตรการประจำปี 2563\nมาตรการประจำปี 2563").facts)
        == 2564
    )


def test_a_report_without_a_year_states_none() -> None:
    assert (
        fiscal_year(case("# รายงานผลการดำเนินการตามมาตรการ\n\nพ.ร.บ.เทศบาล พ.ศ. 2496").facts) is None
    )


def test_an_assessment_on_the_cover_is_not_the_year_reported_on() -> None:
    cover = (
        "# การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ\n#"
        " ประจำปีงบประมาณ พ.ศ. 2563\n# และมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n#"
        " ประจำปีงบประมาณ พ.ศ. 2564"
    )
    assert roles(cover) == [(2563, "assessment"), (2564, "fiscal")]
    assert fiscal_year(case(cover).facts) == 2564


LADDER_EXAMPLES = [
    ("name that holds a year", "ดัชนี CPI 2567"),
    ("number of things", "มีผู้เข้าร่วม 2564 คน"),
    ("years from to", "แผนงาน ปี 2561 - 2565"),
    ("number of a paper", "ตามบันทึก ปี 12/2563"),
    ("school year", "ปีการศึกษา 2563"),
    ("history", "ใช้มาตรการตั้งแต่ปี พ.ศ. 2562"),
    ("law", "พระราชบัญญัติเทศบาล พ.ศ. 2496"),
    ("assessment", "ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2563"),
    ("comparison", "เพิ่มขึ้นเมื่อเปรียบเทียบกับปีงบประมาณ พ.ศ. 2563"),
    ("comparison", "คำขอโอนย้ายลดลงเหลือ 1 ราย จาก 4 ราย ในปี 2565"),
    ("more or less than", "ได้ 81.27 คะแนน ดีกว่าปี พ.ศ. 2562 ซึ่งได้ 72.60 คะแนน"),
    ("more or less than", "ITA บอกอะไรเรา คะแนนรวม 89.72 (A) · ปี 2562 = 90.15 (A)"),
    ("more or less than", "ได้ 87.61 คะแนน และปี 2561 ได้ 85.05 คะแนน"),
    ("figure of another year", "เหลือ 21 วัน (ปี 2562 ใช้ 38 วัน)"),
    ("figure of another year", "ตอบทันกำหนด 19 เรื่อง ปี 2567 ทันเพียง 12 เรื่อง"),
    ("history", "แทนการสั่งการด้วยวาจาดังที่เคยปฏิบัติกันมาก่อนปี 2563"),
    ("plan", "แผนพัฒนาท้องถิ่น ประจำปี 2563"),
    ("year to come", "จะดำเนินการต่อในปีงบประมาณ พ.ศ. 2565"),
    ("year of the report", "มาตรการ ประจำปีงบประมาณ พ.ศ. 2564"),
    ("year alone", "พ.ศ. 2564"),
    ("", "เลขรหัสสินค้า 2021"),
]


def first_asked(text: str) -> Asked:
    facts = case(text).facts
    start, end, _, era = next(written(flow(facts)))
    return asked(facts, start, end, era)


@pytest.mark.parametrize(("name", "text"), LADDER_EXAMPLES)
def test_each_step_of_the_years_ladder_decides_its_example(name: str, text: str) -> None:
    one = first_asked(text)
    assert rung(one)[0] == name
    others = [step for step in LADDER if step[0] != name]
    without = next((role for _, holds, role in others if holds(one)), Role.NAME)
    assert not name or without is not rung(one)[1]


def test_no_step_of_the_years_ladder_is_without_an_example() -> None:
    assert {name for name, _, _ in LADDER} == {name for name, _ in LADDER_EXAMPLES} - {""}


def test_a_standard_s_number_and_what_a_closed_bracket_held_are_no_year_of_the_text_around() -> (
    None
):
    (iso,) = years(case("ผ่านการรับรอง ISO 9001:2015 งานทะเบียนราษฎร").facts)
    assert iso.role is Role.NAME
    text = "ได้ 86.20 คะแนน (ปี 2564 ได้ 83.75 คะแนน) และในปีงบประมาณ พ.ศ. 2565 ได้ดำเนินการครบ"
    roles = {year.value: year.role for year in years(case(text).facts)}
    assert roles[2565] is Role.FISCAL


def test_a_heading_s_year_is_that_of_the_assessment_analysed_right_below_it() -> None:
    title = "# มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2568"
    heading = "ที่ทำการอยู่ที่บ้านหนองใหญ่ หมู่ 2\n\n# ส่วนแรก ดูผลของปี 2567"
    told = "องค์การบริหารส่วนตำบลคลองสามขาประชุมหัวหน้าส่วนราชการทุกแห่งแล้ววิเคราะห์ผลการประเมิน ITA ปี 2567"
    between = "เทศบาลตำบลทุ่งแก้วมีประชากรสามพันคน ในเจ็ดหมู่บ้าน"
    near = years(case(f"{title}\n\n{heading}\n\n{told}").facts)
    far = years(case(f"{title}\n\n{heading}\n\n{between}\n\n{told}").facts)
    assert [one.role for one in near] == [Role.FISCAL, Role.ASSESSMENT, Role.ASSESSMENT]
    assert [one.role for one in far] == [Role.FISCAL, Role.FISCAL, Role.ASSESSMENT]


def test_a_title_that_speaks_of_what_came_about_bears_the_years_number_not_a_birth() -> None:
    title = "# การขับเคลื่อนมาตรการส่งเสริมคุณธรรมและความโปร่งใส\n# และผลที่เกิดขึ้น ปีงบประมาณ พ.ศ. ๒๕๖๕"
    assert [one.role for one in years(case(title).facts)] == [Role.FISCAL]
    born = "นายสมชาย ใจดี เกิดเมื่อ พ.ศ. ๒๕๐๕ เป็นนายกเทศมนตรี"
    assert [one.role for one in years(case(born).facts)] == [Role.HISTORY]
