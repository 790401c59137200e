"""The year on cover, title and inside is held against the one to cover; years of other things
never are.
"""

from __future__ import annotations

import pytest

from ita_checker.checks.fiscal_year import Params, check
from ita_checker.model import Certainty, Item, Pack, Verdict
from tests.building import case

MEASURES, RESULTS = Item("O42", "มาตรการ", "measures", analyses=-1), Item("O43", "ผล", "results")
LATER = (Item("O34", "มาตรการ", "measures", analyses=-1), Item("O35", "ผล", "results", covers=-1))
TITLE = "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
COVER = TITLE + "# ประจำปีงบประมาณ พ.ศ. ๒๕๖๔\n\n-> เทศบาลตำบลทุ่งแก้ว\n---page---\n"


def asked(
    text: str, year: int | None = 2564, items: tuple[Item, ...] = (MEASURES, RESULTS)
) -> list[tuple[str, str | None, list[str]]]:
    answer = check(case(text, fiscal_year=year, items=items), Params())
    return [
        (finding.code, finding.found, [span.quote for span in finding.spans])
        for finding in answer.findings
    ]


def test_the_right_year_on_the_cover_is_met_with_its_place() -> None:
    answer = check(case(COVER, fiscal_year=2564, items=(RESULTS,)), Params())
    assert (answer.verdict, [span.quote for span in answer.evidence]) == (
        Verdict.MET,
        ["ประจำปีงบประมาณ พ.ศ. ๒๕๖๔"],
    )


def test_a_report_without_a_year_is_yea001() -> None:
    text = (
        TITLE + "\n-> เทศบาลตำบลทุ่งแก้ว\n---page---\nพระราชบัญญัติเทศบาล พ.ศ. 2496 ผลการประเมิน ITA"
        " ประจำปี 2563"
    )
    assert asked(text) == [("YEA001", None, [TITLE.removeprefix("# ").strip()])]


def test_a_blank_where_the_year_belongs_is_not_said_twice() -> None:
    assert asked(TITLE + "# ประจำปีงบประมาณ พ.ศ. ........\n") == []


def test_another_year_on_the_cover_is_yea002_alone() -> None:
    text = COVER.replace("๒๕๖๔", "๒๕๖๓") + "มาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๓\n"
    assert asked(text) == [
        ("YEA002", "2563", ["ประจำปีงบประมาณ พ.ศ. ๒๕๖๓", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๓"])
    ]


def test_another_year_in_a_title_inside_is_yea003() -> None:
    assert asked(COVER + TITLE + "# ประจำปีงบประมาณ พ.ศ. 2563\n") == [
        ("YEA003", "2563", ["ประจำปีงบประมาณ พ.ศ. 2563"])
    ]


def test_another_year_in_a_row_of_measures_is_yea003() -> None:
    text = (
        COVER + "มาตรการ | รายละเอียดการดำเนินงาน |"
        " ผลการดำเนินการ\nมาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง |"
        " จัดทำแผนการจัดซื้อจัดจ้างประจำปีงบประมาณ 2563 | เผยแพร่แล้ว\n"
    )
    assert asked(text) == [("YEA003", "2563", ["ประจำปีงบประมาณ 2563"])]


def test_another_year_in_the_name_of_the_own_measures_is_yea003() -> None:
    text = (
        COVER + "เทศบาลได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2562"
        " เรียบร้อยแล้ว\n"
    )
    assert asked(text) == [("YEA003", "2562", ["ประจำปีงบประมาณ พ.ศ. 2562"])]


@pytest.mark.parametrize(
    "text",
    [
        "จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2563 ได้คะแนน 85.15",
        "เพื่อให้การประเมินคุณธรรมและความโปร่งใส (ITA) ในปี พ.ศ. 2563 เป็นไปด้วยความเรียบร้อย",
        "ยุทธศาสตร์ชาติว่าด้วยการป้องกันการทุจริต ระยะที่ 3 (พ.ศ. 2560 - 2564)",
        "แผนพัฒนาท้องถิ่น (พ.ศ. 2561 - 2565)",
        "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2563",
        "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540",
        "คำสั่งเทศบาลตำบลทุ่งแก้ว ที่ 15/2563 เรื่อง แต่งตั้งคณะทำงาน",
        "ผลการดำเนินการตามมาตรการดีขึ้นเมื่อเปรียบเทียบกับปีงบประมาณ พ.ศ. 2563",
        "ได้ดำเนินการตามมาตรการเดิมของปีที่ผ่านมา (ปีงบประมาณ พ.ศ. 2563) ครบทุกข้อ",
        "จะกำหนดมาตรการเพิ่มเติมในปีงบประมาณ พ.ศ. 2565",
        "ข้อเสนอแนะเพื่อกำหนดมาตรการในปีงบประมาณถัดไป (ปีงบประมาณ พ.ศ. 2565)",
        "ปีการศึกษา 2563",
        "อ้างถึง ประกาศ เรื่อง มาตรการ ประจำปีงบประมาณ พ.ศ. 2563",
        "เทศบาลตำบลทุ่งแก้วยกฐานะจากสภาตำบลเมื่อปี พ.ศ. 2540",
        "ได้ดำเนินการตามมาตรการป้องกันการทุจริตตั้งแต่ปีงบประมาณ พ.ศ. 2562 เป็นต้นมา",
        "ข้อบัญญัติงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. 2563",
        (
            "ITA ปีงบประมาณ พ.ศ. 2562 | ปีงบประมาณ พ.ศ. 2563 | ปีงบประมาณ พ.ศ. 2564\n80.10 | 82.20"
            " | 85.30"
        ),
        "ตัวชี้วัด | คะแนน ปี 2562 | คะแนน ปี 2563\nการใช้อำนาจ | 80.10 | 82.20",
        "เอกสารเผยแพร่ที่ https://www.example.go.th/2563/o42.pdf",
        (
            "มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต\nมาตรการ ก |"
            " เผยแพร่รายงานสรุปผลการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2563 | 1 ฉบับ"
        ),
        (
            "มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต\nมาตรการ ก | จัดทำแผนการจัดซื้อจัดจ้าง"
            " ประจำปีงบประมาณ พ.ศ. 2565 | 1 ฉบับ"
        ),
        (
            "มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต\nมาตรการ ก | วิเคราะห์สถิติเรื่องร้องเรียน"
            " ปีงบประมาณ พ.ศ. 2563 | 1 ฉบับ"
        ),
        (
            "มาตรการ | รายละเอียดการดำเนินงาน | หมายเหตุ\nมาตรการ ก | จัดทำคู่มือ |"
            " ต่อเนื่องจากปีงบประมาณ พ.ศ. 2563"
        ),
        "มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต\nมาตรการ ก | จัดทำคู่มือ ปี 63 | 1 ฉบับ",
        "อบรมการใช้งานมาตรฐาน ISO 9001:2015 และดัชนี CPI 2020",
    ],
)
def test_years_of_other_things_are_silent(text: str) -> None:
    assert asked(COVER + text + "\n") == []


THIS_YEARS = "เพื่อหนุนยุทธศาสตร์ชาติด้านการต่อต้านการทุจริต อบต.ทุ่งแก้ว"


@pytest.mark.parametrize(
    "text",
    [
        f"{THIS_YEARS}ทำเอกสารเล่มนี้ ประจำปีงบประมาณ พ.ศ. 2562 ให้ประชาชนอ่าน",
        f"{THIS_YEARS}ได้จัดทำรายงานฉบับนี้ ประจำปีงบประมาณ พ.ศ. 2562 เพื่อเผยแพร่",
        (
            "ตามผลการประเมิน ITA ของปีที่ผ่านมา ซึ่งได้ 85.10 คะแนน นั้น"
            " เทศบาลขอรายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2562 ดังนี้"
        ),
        "เทศบาลได้ดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2562 แล้ว ซึ่งคะแนนสูงขึ้นร้อยละ 5",
    ],
)
def test_an_older_year_of_this_report_is_seen_whatever_else_the_paragraph_speaks_of(
    text: str,
) -> None:
    assert [(code, found) for code, found, _ in asked(COVER + text + "\n")] == [("YEA003", "2562")]


@pytest.mark.parametrize(
    "text",
    [
        "รายงานผลของสองมาตรการนี้ใช้ตอบแบบสำรวจของปีงบประมาณ พ.ศ. 2565",
        "ให้รายงานผลตามมาตรการนี้เป็นเอกสารประกอบการประเมินของปีงบประมาณ พ.ศ. 2565",
        "นำผลการดำเนินการตามมาตรการไปปรับใช้เป็นมาตรการของปีงบประมาณ พ.ศ. 2565",
        (
            "มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต\nมาตรการ ก | สำรวจผู้รับบริการ | เหลือ 21"
            " วัน (ปี 2562 ใช้ 38 วัน)"
        ),
        (
            "มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต\nมาตรการ ก | รับเรื่อง | 3 เรื่อง"
            " (ปีงบประมาณ 2562 มี 9 เรื่อง)"
        ),
        "กล่าวถึงรายงานของหน่วยงานอื่น ประจำปีงบประมาณ พ.ศ. 2562",
    ],
)
def test_the_next_years_assessment_and_figures_of_other_years_are_silent(text: str) -> None:
    assert asked(COVER + text + "\n") == []


@pytest.mark.parametrize(
    "title",
    [
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน พ.ศ. 2564 (O42)",
        (
            "สรุปการดำเนินงานส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน รอบปีงบประมาณ พ.ศ. 2564"
            " (ใช้ประกอบการประเมิน ITA 2565)"
        ),
    ],
)
def test_a_title_states_its_year_whatever_stands_in_brackets_behind(title: str) -> None:
    text = f"# {title}\n\n1. วิเคราะห์ผล ITA ปีงบประมาณ พ.ศ. 2563 ได้ 89.15 คะแนน\n"
    assert asked(text) == []


def test_a_sentence_at_the_pages_top_is_no_title() -> None:
    text = (
        TITLE.replace("รายงานผลการดำเนินการตาม", "")
        + "# ประจำปีงบประมาณ พ.ศ. 2562\n\n"
        + "      เพื่อนำผลการวิเคราะห์ไปสู่การปฏิบัติในปี 2564 จึงให้ทุกกองดำเนินการตามมาตรการ\n"
        + "ดังต่อไปนี้ และให้รายงานผลต่อผู้บริหารทราบทุกหกเดือนตามแบบที่กำหนดโดยเคร่งครัด\n"
    )
    assert [(code, found) for code, found, _ in asked(text)] == [("YEA002", "2562")]


def test_results_from_2567_on_cover_the_year_before() -> None:
    assert asked(COVER.replace("๒๕๖๔", "๒๕๖๖"), 2567, LATER[1:]) == []
    assert asked(COVER.replace("๒๕๖๔", "๒๕๖๗"), 2567, LATER[1:]) == [
        ("YEA002", "2567", ["ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"])
    ]


def test_a_file_of_measures_and_results_may_state_both_years() -> None:
    text = (
        "# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2567\n"
        "# รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2566\n"
    )
    assert asked(text, 2567, LATER) == []


def test_last_years_assessment_on_the_cover_is_silent() -> None:
    text = (
        "# รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ\n#"
        " ประจำปีงบประมาณ พ.ศ. 2563\n# และมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n#"
        " ประจำปีงบประมาณ พ.ศ. 2564\n"
    )
    assert asked(text) == []


def test_the_memo_of_a_file_states_the_year_in_its_subject() -> None:
    text = """
        -> บันทึกข้อความ
        ที่ รอ 72001/125 วันที่ 5 เมษายน 2564
        เรื่อง รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2564
        เรียน นายกเทศมนตรีตำบลทุ่งแก้ว
        """
    assert asked(text) == []


def test_a_page_of_a_few_lines_states_its_year_whatever_its_title() -> None:
    text = "# แผนการใช้จ่ายงบประมาณประจำปี พ.ศ. 2562\n-> เทศบาลตำบลทุ่งแก้ว\n"
    assert [(code, found) for code, found, _ in asked(text, 2564)] == [("YEA002", "2562")]


def test_what_goes_on_about_a_dated_paper_is_that_papers_year() -> None:
    replaced = (
        "ประกาศฉบับนี้ให้ใช้แทนประกาศ อบต. ลงวันที่ 20 มกราคม 2563 ซึ่งเป็นมาตรการของปีงบประมาณ พ.ศ. 2563\n"
    )
    assert asked(COVER + replaced) == []


@pytest.mark.parametrize(
    ("line", "certainty"),
    [
        ("ดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๒ แล้ว\n", "sure"),
        ("ผลการดำเนินการตามมาตรการในปีงบประมาณ พ.ศ. ๒๕๖๒ มีดังนี้\n", "likely"),
    ],
)
def test_a_year_that_says_when_is_one_sign_and_one_that_says_of_which_year_two(
    line: str, certainty: str
) -> None:
    answer = check(case(COVER + line, fiscal_year=2564, items=(MEASURES, RESULTS)), Params())
    assert [(one.code, one.certainty) for one in answer.findings] == [("YEA003", certainty)]


def test_a_paper_cited_with_its_date_keeps_its_year() -> None:
    line = "ให้ยกเลิกประกาศ เรื่อง มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2563 ลงวันที่ 3 ธันวาคม 2562\n"
    assert asked(COVER + line) == []


def test_a_title_of_several_lines_states_every_year_in_it() -> None:
    title = (
        "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
        "# ผลงานปีงบประมาณ พ.ศ. 2566 สำหรับการประเมินปี พ.ศ. 2567\n\n-> เทศบาลตำบลทุ่งแก้ว\n"
    )
    assert asked(title, 2567, LATER) == []


def test_what_is_said_of_this_reports_year_counts_beside_a_plans_years() -> None:
    line = (
        "ตามแผนแม่บท (พ.ศ. 2561 - 2580) จึงทำรายงานฉบับนี้ ประจำปีงบประมาณ พ.ศ. 2562 ขึ้น เพื่อให้การขับเคลื่อนเป็นรูปธรรม"
        " และให้ประชาชนรับรู้การทำงานของเทศบาลในทุกเรื่องที่เกี่ยวข้อง\n"
    )
    assert asked(COVER + line) == [("YEA003", "2562", ["ประจำปีงบประมาณ พ.ศ. 2562"])]


@pytest.mark.parametrize(
    "line",
    [
        "ผลของมาตรการชุดก่อนซึ่งทำในปีงบประมาณ พ.ศ. 2563 อยู่ในรายงานที่แยกเล่มไว้\n",
        "ผู้ตรวจสอบภายในดูการดำเนินการตามมาตรการของปีงบประมาณ พ.ศ. 2563 แล้วไม่มีข้อทักท้วง\n",
    ],
)
def test_the_year_of_the_measures_before_and_of_auditors_is_another_thing(line: str) -> None:
    assert asked(COVER + "คำนำ\n\n" + line) == []


@pytest.mark.parametrize(
    "said",
    [
        "รายงานเล่มนี้รวบรวมผลที่เทศบาลได้ลงมือทำตามมาตรการในปีงบประมาณ พ.ศ. 2562 เพื่อเผยแพร่ต่อประชาชน",
        "ตลอดปีงบประมาณ พ.ศ. 2562 เทศบาลได้ดำเนินการตามมาตรการครบทุกข้อ ดังนี้",
    ],
)
def test_an_older_year_where_reports_name_their_own_is_likely_left_in(said: str) -> None:
    (finding,) = check(case(COVER + said, fiscal_year=2564, items=(RESULTS,)), Params()).findings
    assert (finding.code, finding.found, finding.certainty) == ("YEA003", "2562", Certainty.LIKELY)


@pytest.mark.parametrize(
    "said",
    [
        "ให้ยกเลิกประกาศ เรื่อง มาตรการส่งเสริมคุณธรรม ปีงบประมาณ พ.ศ. 2563 ลงวันที่ 3 ธันวาคม 2562",
        "เทียบกับปีงบประมาณ พ.ศ. 2562 ซึ่งมีเรื่องร้องเรียน 12 เรื่อง นับว่าลดลง",
        "กล้องวงจรปิดที่ติดตั้งในปีงบประมาณ พ.ศ. 2561 ยังใช้การได้ดีทุกตัว",
        "ปีงบประมาณ พ.ศ. 2565 เทศบาลจะขยายผลไปทุกชุมชน",
    ],
)
def test_other_years_told_of_are_no_years_left_in(said: str) -> None:
    assert check(case(COVER + said, fiscal_year=2564, items=(RESULTS,)), Params()).findings == ()


def test_the_year_behind_the_figure_that_has_become_another_is_the_figures() -> None:
    rows = "มาตรการ | การดำเนินงาน | ผลลัพธ์\nมาตรการ ก | ตรวจพัสดุ | "
    assert asked(f"{COVER}{rows}ข้อทักท้วงลดลงจาก 11 เรื่อง (ปี 2563) เหลือ 3 เรื่อง") == []
    assert asked(f"{COVER}{rows}ตรวจพัสดุครบ 11 กอง (ปี 2563)") != []


def test_a_title_that_says_for_which_assessment_it_is_handed_in_states_its_year() -> None:
    cover = f"{TITLE}-> เทศบาลตำบลทุ่งแก้ว\n# เอกสารประกอบการประเมิน ITA ปีงบประมาณ พ.ศ. "
    assert asked(f"{cover}2564\n---page---\nผลเป็นดังนี้") == []
    assert [code for code, *_ in asked(f"{cover}2562\n---page---\nผลเป็นดังนี้")] == ["YEA001"]


@pytest.mark.parametrize(
    ("title", "verdict", "shown"),
    [
        ("# จากคะแนน ITA ปีงบประมาณ พ.ศ. 2564 สู่การพัฒนาองค์กร", Verdict.MET, True),
        ("# จากคะแนนสู่การพัฒนาองค์กร", Verdict.UNKNOWN, False),
    ],
)
def test_years_of_other_things_alone_prove_nothing(
    title: str, verdict: Verdict, shown: bool
) -> None:
    text = (
        title
        + """
-> เทศบาลตำบลทุ่งแก้ว
---page---
เครื่องมือ | ปี 2562 | ปี 2563
IIT | 81.20 | 84.10
"""
    )
    item = Item("O25", "การนำผลไปสู่การพัฒนาองค์กร", "measures", analyses=-1)
    answer = check(case(text, fiscal_year=2564, items=(item,)), Params())
    assert answer.verdict is verdict
    assert bool(answer.evidence) is shown


@pytest.mark.parametrize(
    "said",
    [
        "เทศบาลตำบลทุ่งแก้วกำหนดมาตรการปีงบประมาณ พ.ศ. 2562 จากผล ITA ปีงบประมาณ พ.ศ. 2563 ไว้ 3 ข้อ",
        "ในปีงบประมาณ พ.ศ. 2561 ได้นำคะแนน ITA ปี 2563 (89.44) มาตั้งมาตรการ 4 ข้อ",
        "การประเมิน ITA ปี 2563 ได้คะแนน 86.20 คะแนน ทางเทศบาลจึงได้ตั้งมาตรการของปีงบประมาณ พ.ศ. 2562 ขึ้น",
        "ได้ประกาศมาตรการป้องกันการรับสินบน ประจำปีงบประมาณ พ.ศ. 2562 ลงวันที่ 14 พฤศจิกายน 2563 จำนวน 3 ข้อ",
        "ในปีงบประมาณ พ.ศ. 2562 ได้ประกาศใช้มาตรการฯ เมื่อวันที่ 9 ธันวาคม 2563 จำนวน 4 ข้อ ตามผล ITA ปี 2563",
    ],
)
def test_a_year_too_early_for_what_its_measures_rest_on_is_a_slip(said: str) -> None:
    assert [code for code, *_ in asked(COVER + said, items=(RESULTS,))] == ["YEA003"]


@pytest.mark.parametrize(
    "said",
    [
        "มาตรการปีงบประมาณ พ.ศ. 2562 ทำให้คะแนน ITA ปี 2563 สูงขึ้น",
        "ในปีงบประมาณ พ.ศ. 2563 ได้นำผลการประเมิน ITA ปี 2562 มากำหนดมาตรการ 4 ข้อ",
        "ตามประกาศ เรื่อง มาตรการ ประจำปีงบประมาณ พ.ศ. 2563 ลงวันที่ 3 ธันวาคม 2562 นั้น",
        "รายงานผลการประเมินของสำนักงาน ป.ป.ช. ระบุว่าในปีงบประมาณ พ.ศ. 2563 เทศบาลได้คะแนน 81.27",
        "ในปีงบประมาณ พ.ศ. 2563 อบรมแล้ว และเมื่อวันที่ 9 ธันวาคม 2563 อบรมอีกครั้ง",
    ],
)
def test_a_year_that_fits_what_stands_beside_it_is_no_slip(said: str) -> None:
    assert asked(COVER + said, items=(RESULTS,)) == []


SUMMED_UP = """
---page---
# สรุปผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2562
มาตรการ | ทำอะไร | เมื่อใด | ผลที่เกิดขึ้น
เผยแพร่ข้อมูล | ปรับปรุงเว็บไซต์ | {} | ข้อมูลครบ 43 ข้อ
ป้องกันการรับสินบน | ติดป้าย | {} | ไม่พบการรับสินบน
"""


def test_a_headings_year_is_held_against_what_is_dated_below_it() -> None:
    own = SUMMED_UP.format("18 ธันวาคม 2563", "4 มกราคม 2564")
    last = SUMMED_UP.format("18 ธันวาคม 2561", "4 มกราคม 2562")
    assert [code for code, *_ in asked(COVER + own, items=(RESULTS,))] == ["YEA003"]
    assert asked(COVER + last, items=(RESULTS,)) == []


def test_the_label_of_an_assessments_year_says_no_year_of_the_report() -> None:
    text = COVER.replace("๒๕๖๔", "๒๕๖๓").replace("---page---", "ปีที่ประเมิน : 2565\n---page---")
    assert [found for _, found, _ in asked(text, items=(RESULTS,))] == ["2563"]


def test_a_forms_label_asks_for_the_year_of_the_report() -> None:
    text = COVER + "แบบรายงาน\n\nปีที่รายงาน : ปีงบประมาณ พ.ศ. 2562\n\nผู้จัดทำ : สำนักปลัด\n"
    assert [(code, found) for code, found, _ in asked(text, items=(RESULTS,))] == [
        ("YEA003", "2562")
    ]


def test_the_year_of_a_figure_that_an_equals_sign_gives_is_compared() -> None:
    text = "# ผลการดำเนินการตามมาตรการ ปีงบประมาณ พ.ศ. 2564\n\nผลประเมิน ITA 2563 = 85.31 (A) ผลปี 2562 = 80.02 (B)\n"
    assert asked(text, items=(RESULTS,)) == []


DEEDS = "ได้อบรมพนักงานเมื่อวันที่ 27 กุมภาพันธ์ 2564\n\nได้ติดประกาศเมื่อวันที่ 9 มกราคม 2564\n"


@pytest.mark.parametrize("when", ["โดยในปีงบประมาณ พ.ศ. 2562", "ทั้งนี้ ในปีงบประมาณ 2561", "ในปี 2562"])
def test_a_year_of_which_no_deed_is_dated_is_none_in_which_measures_were_carried_out(
    when: str,
) -> None:
    said = f"จัดทำขึ้นเพื่อการประเมิน ITA ประจำปี พ.ศ. 2564 {when} เทศบาลได้นำมาตรการไปปฏิบัติทุกข้อ\n\n"
    assert [code for code, *_ in asked(COVER + said + DEEDS, items=(RESULTS,))] == ["YEA003"]
    dated = "ได้ประชุมชี้แจงเมื่อวันที่ 2 มีนาคม 2561 และวันที่ 3 มีนาคม 2562\n\n"
    assert not asked(COVER + said + dated + DEEDS, items=(RESULTS,))


@pytest.mark.parametrize(("day", "told"), [("14 ธ.ค. 63", True), ("14 ธ.ค. 60", False)])
def test_a_year_in_the_title_of_a_tables_own_frame_is_belied_by_the_days_below(
    day: str, told: bool
) -> None:
    table = f"""
สรุปผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2561 | < | <
มาตรการ | สิ่งที่ดำเนินการ | ผลลัพธ์
มาตรการเผยแพร่ข้อมูล | ลงประกาศวันที่ {day} | ผู้เข้าชม 400 คน
มาตรการป้องกันสินบน | อบรมวันที่ {day} | ไม่มีเรื่องร้องเรียน
"""
    found = asked(COVER + "เทศบาลตำบลทุ่งแก้วขอรายงานดังนี้\n" + table)
    assert ([found for _, found, _ in found] == ["2561"]) is told


@pytest.mark.parametrize(("item", "told"), [("O26", []), ("O42", ["2561"])])
def test_a_year_whose_results_another_item_shows_is_that_items(item: str, told: list[str]) -> None:
    text = (
        COVER
        + f"อนึ่ง ผลการดำเนินการตามมาตรการของปีงบประมาณ พ.ศ. 2561 แสดงไว้แล้วในข้อ {item} ของเทศบาลตำบลทุ่งแก้วซึ่งเผยแพร่แล้ว"
    )
    assert [found for _, found, _ in asked(text)] == told


@pytest.mark.parametrize("label", ["ปีงบประมาณ", "ปีงบประมาณที่รายงาน", "ประจำปีงบประมาณ"])
@pytest.mark.parametrize("held", ["พ.ศ. 2564", ": พ.ศ. ๒๕๖๔", "2564"])
def test_a_year_in_a_cell_beside_its_label_is_the_fiscal_year(label: str, held: str) -> None:
    form = f"สถานศึกษา | วิทยาลัยการอาชีพสองพี่น้อง\n{label} | {held}\nผู้กรอก | นายอนุชา ใจตรง\n"
    assert asked(f"{TITLE}\n{form}") == []
    assert [code for code, *_ in asked(f"{TITLE}\n{form}", year=2566)] != []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "สรุป ผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2562 ของเทศบาลสำเร็จด้วยดี"
            " เทศบาลจึงขอเสนอรายงานฉบับนี้ต่อสาธารณชน และจะนำไปปรับปรุงงานให้ดียิ่งขึ้นต่อไป",
            True,
        ),
        ("สรุปผลการจัดเก็บรายได้ ประจำปีงบประมาณ พ.ศ. 2562 ของเทศบาลเป็นไปตามเป้า", False),
        (
            "เล่มนี้จัดทำขึ้นเพื่อแสดงมาตรการและผลการปฏิบัติประจำปีงบประมาณ พ.ศ. 2562 ของเทศบาล"
            " งานแผนได้อ่านผลการประเมิน ITA ปี 2563 แล้ว",
            True,
        ),
    ],
)
def test_a_summary_of_the_measures_and_what_a_report_was_made_for_are_of_its_year(
    line: str, said: bool
) -> None:
    assert [code for code, *_ in asked(COVER + line)] == (["YEA003"] if said else [])


def test_the_year_of_another_item_whose_number_is_printed_beside_is_its_own() -> None:
    first, second = Item("O25", "มาตรการ", "measures"), Item("O26", "ผล", "results", covers=-1)
    pack = Pack("nacc-2569", "nacc", 2569, (first, second), (), "")
    text = """
    # O25 มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2569
    # และ O{number} รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2568
    -> เทศบาลตำบลทุ่งแก้ว
    """
    for number, said in (("26", []), ("12", ["YEA003"])):
        asked_of = case(text.format(number=number), fiscal_year=2569, items=(first,), pack=pack)
        assert [one.code for one in check(asked_of, Params()).findings] == said


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("ทดลองใช้กับบัณฑิตรุ่นปี 2562", []),
        ("ขอคำแนะนำจากโรงเรียนคุณธรรมต้นแบบปี 2562", []),
        ("เผยแพร่แผนจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2562", ["YEA003"]),
    ],
)
def test_a_year_written_on_to_a_word_in_a_row_of_measures_is_part_of_what_it_names(
    told: str, codes: list[str]
) -> None:
    row = f"มาตรการ | การดำเนินการ | ผลลัพธ์\nมาตรการพัฒนาระบบ | {told} | ใช้ได้จริง\n"
    assert [code for code, *_ in asked(COVER + row, items=(RESULTS,))] == codes


@pytest.mark.parametrize(("items", "codes"), [((MEASURES,), []), ((MEASURES, RESULTS), ["YEA003"])])
def test_what_an_earlier_year_saw_done_is_past_where_measures_alone_are_set(
    items: tuple[Item, ...], codes: list[str]
) -> None:
    text = COVER + "มาตรการที่บรรลุผลแล้วในปีงบประมาณ พ.ศ. 2563 ไม่นำมากำหนดซ้ำอีก\n"
    assert [code for code, *_ in asked(text, items=items)] == codes
