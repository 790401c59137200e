"""Plan, results, fiscal year and the report's date agree on the rounds, or one finding says how
they do not.
"""

from __future__ import annotations

import pytest

from ita_checker.checks import rounds_required
from ita_checker.checks.rounds import Params, check
from ita_checker.model import Item, Verdict
from tests.building import case

ITEMS = (Item("O42", "มาตรการ", "measures", analyses=-1), Item("O43", "ผล", "results"))
LATER = (Item("O34", "มาตรการ", "measures", analyses=-1), Item("O35", "ผล", "results", covers=-1))
ONE, TWO = "มาตรการตรวจสอบการใช้ดุลพินิจ", "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"


def report(
    promised: str = "รอบ 6 เดือน // รอบ 12 เดือน",
    first: str = "รอบ 6 เดือน จัดทำคู่มือแล้ว 1 เล่ม",
    second: str = "รอบ 6 เดือน เผยแพร่ข้อมูลแล้ว 12 เรื่อง",
    made: str = "เมษายน 2564",
    heading: str = "",
    year: int = 2564,
) -> str:
    return f"""# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. {year}
-> เทศบาลตำบลทุ่งแก้ว
-> {made}
---page---
มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
{ONE} | จัดทำคู่มือ | สำนักปลัด | รายงานผลการดำเนินงาน // {promised}
{TWO} | เผยแพร่ข้อมูล | กองคลัง | รายงานผลการดำเนินงาน // {promised}

บัดนี้ เทศบาลตำบลทุ่งแก้วได้ดำเนินการตามมาตรการเรียบร้อยแล้ว
{heading}

มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์
{ONE} | จัดทำคู่มือการปฏิบัติงาน | {first} | เจ้าหน้าที่ใช้ดุลพินิจเป็นธรรม
{TWO} | เผยแพร่ข้อมูลบนเว็บไซต์ | {second} | ประชาชนเข้าถึงข้อมูลได้
"""


def asked(
    text: str, year: int = 2564, items: tuple[Item, ...] = ITEMS
) -> list[tuple[str, str, str | None, str | None]]:
    answer = check(case(text, fiscal_year=year, items=items), Params())
    return [
        (finding.code, finding.subject, finding.found, finding.expected)
        for finding in answer.findings
    ]


def test_a_promise_kept_is_met_with_its_places() -> None:
    answer = check(case(report(), fiscal_year=2564, items=ITEMS), Params())
    assert (answer.verdict, answer.findings) == (Verdict.MET, ())
    assert [span.quote for span in answer.evidence] == ["รอบ 6 เดือน", "รอบ 12 เดือน", "รอบ 6 เดือน"]


def test_no_round_of_the_year_is_rnd002_alone() -> None:
    text = report(promised="รอบ 5 เดือน // รอบ ๑๒ เดือน")
    assert asked(text) == [("RND002", "รอบ 5 เดือน", "รอบ 5 เดือน", "3, 6, 9, 12")]


def test_no_round_of_the_year_on_a_page_read_from_a_picture_brings_doubt() -> None:
    answer = check(case("(ocr)\nรายงานผล รอบ 5 เดือน", fiscal_year=2564, items=ITEMS), Params())
    assert [(finding.code, finding.doubt is not None) for finding in answer.findings] == [
        ("RND002", True)
    ]


def test_a_due_round_that_one_measure_does_not_report_is_rnd003() -> None:
    assert asked(report(second="เผยแพร่ข้อมูลแล้ว 12 เรื่อง")) == [("RND003", TWO, None, "รอบ 6 เดือน")]


def test_a_round_not_yet_due_is_no_gap() -> None:
    for made in ("เมษายน 2564", "30 มิถุนายน 2564", "กันยายน 2564", "30 กันยายน 2564"):
        assert asked(report(made=made)) == []


def test_a_round_is_due_from_the_day_after_its_period() -> None:
    late = [
        ("RND003", ONE, "รอบ 6 เดือน", "รอบ 12 เดือน"),
        ("RND003", TWO, "รอบ 6 เดือน", "รอบ 12 เดือน"),
    ]
    assert asked(report(made="1 ตุลาคม 2564")) == late
    assert asked(report(made="ตุลาคม 2564")) == late


def test_results_that_name_no_round_at_all_are_a_report_up_to_its_date() -> None:
    assert asked(report(first="จัดทำคู่มือแล้ว", second="เผยแพร่ข้อมูลแล้ว")) == []


def test_a_heading_names_the_round_of_all_results_below_it() -> None:
    plain = {"first": "จัดทำคู่มือแล้ว", "second": "เผยแพร่ข้อมูลแล้ว"}
    assert (
        asked(report(heading="ผลการดำเนินการ รอบ 6 เดือน (ตุลาคม 2563 – มีนาคม 2564)", **plain)) == []
    )
    assert asked(report(heading="ผลการดำเนินการ รอบ 6 เดือน", made="ตุลาคม 2564", **plain)) == [
        ("RND003", ONE, "รอบ 6 เดือน", "รอบ 12 เดือน"),
        ("RND003", TWO, "รอบ 6 เดือน", "รอบ 12 เดือน"),
    ]


def test_every_quarter_promised_is_covered_by_a_later_report() -> None:
    assert asked(report(promised="รายไตรมาส")) == []


def test_labels_alone_as_an_outcome_are_said_elsewhere() -> None:
    text = report(
        first="รายงานผลการดำเนินงานตามมาตรการ // - รอบ 6 เดือน // - รอบ 12 เดือน",
        second="- รอบ 6 เดือน // - รอบ 12 เดือน",
    )
    assert asked(text) == []


def test_a_measure_without_any_result_is_said_elsewhere() -> None:
    text = report().replace(
        f"{TWO} | เผยแพร่ข้อมูลบนเว็บไซต์ | รอบ 6 เดือน เผยแพร่ข้อมูลแล้ว 12 เรื่อง | ประชาชนเข้าถึงข้อมูลได้\n", ""
    )
    assert asked(text) == []


def test_results_of_a_round_that_is_not_over_are_rnd004() -> None:
    text = report(first="รอบ 6 เดือน จัดทำคู่มือแล้ว // รอบ 12 เดือน อบรมเจ้าหน้าที่แล้ว")
    assert asked(text) == [("RND004", "รอบ 12 เดือน", "รอบ 12 เดือน", None)]


@pytest.mark.parametrize("made", ["มีนาคม 2564", "15 มีนาคม 2564", "เมษายน 2564"])
def test_a_report_of_the_last_month_may_report_its_round(made: str) -> None:
    assert asked(report(made=made)) == []


def test_a_report_before_the_last_month_may_not() -> None:
    assert asked(report(made="15 มกราคม 2564")) == [("RND004", "รอบ 6 เดือน", "รอบ 6 เดือน", None)]


@pytest.mark.parametrize(
    "first",
    [
        "รอบ 6 เดือน จัดทำคู่มือแล้ว // รอบ 12 เดือน ยังไม่ถึงกำหนด",
        "รอบ 6 เดือน จัดทำคู่มือแล้ว // รอบ 12 เดือน อยู่ระหว่างดำเนินการ",
        "รอบ 6 เดือน จัดทำคู่มือแล้ว // รอบ 12 เดือน จะรายงานในเดือนตุลาคม 2564",
        "รอบ 6 เดือน จัดทำคู่มือแล้ว // รอบ 12 เดือน -",
        "☑ รอบ 6 เดือน จัดทำคู่มือแล้ว ☐ รอบ 12 เดือน",
    ],
)
def test_a_round_named_without_results_is_not_reported(first: str) -> None:
    assert asked(report(first=first)) == []


def test_a_form_that_prints_all_rounds_claims_none() -> None:
    assert asked(report().replace("ภายในหน่วยงาน\n", "ภายในหน่วยงาน (รอบ 6 เดือน/12 เดือน)\n", 1)) == []


def test_the_period_of_a_measure_is_no_round() -> None:
    assert asked(report().replace("จัดทำคู่มือการปฏิบัติงาน", "จัดทำคู่มือ ตุลาคม 2563 – กันยายน 2564")) == []


def test_other_rounds_than_promised_are_rnd005_alone() -> None:
    text = report(promised="รอบ 12 เดือน", second="เผยแพร่ข้อมูลแล้ว")
    assert asked(text) == [("RND005", ONE, "รอบ 6 เดือน", "รอบ 12 เดือน")]


def test_a_round_promised_for_all_measures_is_no_other_than_promised() -> None:
    text = report(promised="รอบ 12 เดือน", second="รอบ 6 เดือน เผยแพร่ข้อมูลแล้ว")
    for_all = "ให้ทุกกองรายงานผลต่อนายกเทศมนตรีรอบ 6 เดือน และรอบ 12 เดือน\n\nมาตรการ | ขั้นตอน"
    assert [one[0] for one in asked(text)] == ["RND005"] * 2
    assert asked(text.replace("มาตรการ | ขั้นตอน", for_all, 1)) == []


def test_a_cell_that_repeats_a_measures_name_and_rounds_reports_none_of_them() -> None:
    three = "มาตรการป้องกันการรับสินบน | ประกาศนโยบาย | อบรม 40 คน | มาตรการป้องกันการรับสินบน {}\n"
    text = report(promised="รายงาน", made="ตุลาคม 2564", heading="ผลการดำเนินการ รอบ 6 เดือน")
    text = text.replace("บัดนี้", "ให้ทุกกองรายงานผลรอบ 6 เดือน และรอบ 12 เดือน ต่อปลัด\n\nบัดนี้")
    alone = text + three.format("รอบ 6 เดือน และรอบ 12 เดือน")
    told = text + three.format("รอบ 6 เดือน และรอบ 12 เดือน ไม่มีเรื่องร้องเรียน")
    assert [one[0] for one in asked(alone)] == ["RND003"]
    assert asked(told) == []


def test_results_of_the_year_before_have_all_rounds_due() -> None:
    text = report(made="", year=2566)
    late = [
        ("RND003", ONE, "รอบ 6 เดือน", "รอบ 12 เดือน"),
        ("RND003", TWO, "รอบ 6 เดือน", "รอบ 12 เดือน"),
    ]
    assert asked(text, 2567, LATER[1:]) == late


def test_a_report_without_a_date_is_due_when_the_window_closes() -> None:
    assert asked(report(made="")) == []
    assert asked(
        report(
            made="", first="รอบ 3 เดือน จัดทำแล้ว", promised="รอบ 3 เดือน // รอบ 6 เดือน // รอบ 9 เดือน"
        )
    ) == [
        ("RND003", ONE, "รอบ 3 เดือน", "รอบ 6 เดือน"),
        ("RND003", TWO, "รอบ 6 เดือน", "รอบ 3 เดือน"),
    ]


def demanded(text: str, *months: int, only_due: bool = False) -> list[tuple[str, str | None]]:
    answer = rounds_required.check(
        case(text, fiscal_year=2564, items=ITEMS), rounds_required.Params(months, only_due)
    )
    return [(finding.code, finding.expected) for finding in answer.findings]


def test_a_demanded_round_that_is_nowhere_is_rnd001() -> None:
    assert demanded("กำกับติดตาม รอบ 6 เดือน", 6, 12) == [("RND001", "รอบ 12 เดือน")]


def test_results_headed_by_the_first_quarter_alone_leave_the_second_out() -> None:
    made = report(
        "ทุกไตรมาส", "จัดทำคู่มือแล้ว 1 เล่ม", "เผยแพร่ข้อมูลแล้ว 12 เรื่อง", heading="ผลการดำเนินการ ไตรมาสที่ 1"
    )
    answer = check(case(made, fiscal_year=2564, items=ITEMS), Params())
    assert {(one.code, one.found, one.expected) for one in answer.findings} == {
        ("RND003", "รอบ 3 เดือน", "รอบ 6 เดือน")
    }


def test_a_box_ticked_under_the_title_of_a_report_claims_its_round() -> None:
    text = """# แบบรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2564
ชื่อหน่วยงาน เทศบาลตำบลทุ่งแก้ว
☐ รอบ 3 เดือน ☐ รอบ 6 เดือน ☐ รอบ 9 เดือน ☑ รอบ 12 เดือน

มาตรการ | กิจกรรมที่ดำเนินการ | ผลที่ได้รับ
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | เจ้าหน้าที่ใช้คู่มือครบทุกกอง

วันที่ 8 เมษายน 2564
"""
    answer = check(case(text, fiscal_year=2564, items=ITEMS[1:]), Params())
    assert [(one.code, one.found) for one in answer.findings] == [("RND004", "รอบ 12 เดือน")]


def test_of_measures_alone_only_rounds_that_are_none_are_said() -> None:
    plan = report("รอบ 5 เดือน // รอบ 12 เดือน").split("บัดนี้")[0]
    answer = check(case(plan, fiscal_year=2564, items=ITEMS[:1]), Params(named_only=True))
    assert [(one.code, one.found) for one in answer.findings] == [("RND002", "รอบ 5 เดือน")]


def test_demanded_rounds_that_are_there_are_met() -> None:
    assert demanded("กำกับติดตาม รอบ 6 เดือน/๑๒ เดือน", 6, 12) == []


def test_an_empty_box_does_not_name_a_demanded_round() -> None:
    assert demanded("☑ รอบ 6 เดือน ☐ รอบ 12 เดือน", 6, 12) == [("RND001", "รอบ 12 เดือน")]


def test_a_round_that_is_none_explains_the_missing_one() -> None:
    assert demanded("กำกับติดตาม รอบ 5 เดือน/๑๒ เดือน", 6, 12) == []


def test_a_demanded_round_that_is_not_due_is_no_gap_where_results_are_asked_for() -> None:
    assert demanded("-> เมษายน 2564\n\nรายงานผล รอบ 6 เดือน", 6, 12, only_due=True) == []


def test_the_sentence_that_leads_to_the_results_names_the_round_of_all_of_them() -> None:
    lead = "บัดนี้ ได้ดำเนินการตามมาตรการแล้ว ในรอบ 6 เดือนแรกของปีงบประมาณ ปรากฏผลดังนี้"
    one, other = "จัดทำคู่มือแล้ว 1 เล่ม", "เผยแพร่ข้อมูลแล้ว 12 เรื่อง รอบ 6 เดือน"
    assert asked(report(first=one, second=other, heading=lead)) == []
    assert [found[0] for found in asked(report(first=one, second=other))] == ["RND003"]


def test_an_undated_report_was_made_after_the_last_round_it_tells_of() -> None:
    told = {
        "promised": "รายงานทุกไตรมาส",
        "first": "รอบ 6 เดือน จัดทำแล้ว",
        "second": "รอบ 6 เดือน เผยแพร่แล้ว",
    }
    assert asked(report(made="", year=2563, **told), year=2563) == []
    assert {
        found[0] for found in asked(report(made="กรกฎาคม 2563", year=2563, **told), year=2563)
    } == {"RND003"}


def by_rounds(rows: str, made: str = "20 เมษายน 2564", year: int = 2564) -> str:
    return f"""# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. {year}
-> เทศบาลตำบลทุ่งแก้ว
-> {made}
---page---
มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
{ONE} | จัดทำคู่มือ | สำนักปลัด | รอบ 6 เดือน และ รอบ 12 เดือน
{TWO} | เผยแพร่ข้อมูล | กองคลัง | รอบ 6 เดือน และ รอบ 12 เดือน

# ผลการดำเนินการ

มาตรการ | รอบรายงาน | สิ่งที่ทำ | ผลลัพธ์
{rows}
"""


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        (f"{ONE} | รอบ 6 เดือน | จัดทำคู่มือแล้ว | ดี\n{TWO} | รอบ 6 เดือน | เผยแพร่ | ดี", []),
        (
            f"{ONE} | รอบ 6 เดือน | จัดทำคู่มือแล้ว | ดี\n{ONE} | รอบ 12 เดือน | ครบ 43 หัวข้อ | ดี\n"
            f"{TWO} | รอบ 6 เดือน | เผยแพร่ | ดี",
            ["RND004"],
        ),
        (
            f"{ONE} | รอบ 6 เดือน | จัดทำคู่มือแล้ว | ดี\n{ONE} | รอบ 12 เดือน | - | -\n"
            f"{TWO} | รอบ 6 เดือน | เผยแพร่ | ดี\n{TWO} | รอบ 12 เดือน | ยังไม่ถึงกำหนดรายงาน | -",
            [],
        ),
        (
            f"{ONE} | รอบ 6 เดือน | จัดทำคู่มือแล้ว | ดี\n{TWO} | รอบ 3 เดือน | ทำต้นแบบ | ดี\n"
            f"{TWO} | รอบ 6 เดือน | เผยแพร่ | ดี",
            ["RND005"],
        ),
    ],
)
def test_a_table_of_results_may_have_a_row_for_each_round(rows: str, codes: list[str]) -> None:
    assert [found[0] for found in asked(by_rounds(rows))] == codes


def test_a_round_without_its_row_is_not_told_of() -> None:
    rows = (
        f"{ONE} | รอบ 6 เดือน | จัดทำคู่มือแล้ว | ดี\n{ONE} | รอบ 12 เดือน | ใช้คู่มือครบทุกกอง | ดี\n"
        f"{TWO} | รอบ 6 เดือน | เผยแพร่ | ดี"
    )
    text = by_rounds(rows, "27 พฤศจิกายน 2566", 2566)
    found = asked(text, 2567, LATER[1:])
    assert [(code, subject) for code, subject, _, _ in found] == [("RND003", TWO)]


@pytest.mark.parametrize(
    "heading",
    ["ค. ผลที่ทำได้ รอบ 6 เดือน", "ผลงาน รอบ 6 เดือน (ตุลาคม 2563 - มีนาคม 2564)", "สิ่งที่เกิดขึ้นในรอบ 6 เดือน"],
)
def test_the_line_right_above_a_table_of_results_says_which_round_it_tells_of(heading: str) -> None:
    text = report(heading=heading, first="คู่มือ 1 เล่ม", second="ข่าว 12 เรื่อง", made="12 มิถุนายน 2564")
    assert asked(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "เทศบาลจึงมีมาตรการ 2 เรื่อง กำหนดรายงานผลรอบ 6 เดือน และรอบ 12 เดือน",
        "แผนกผลิต: ผลการดำเนินการเป็นรายไตรมาส",
        "กำหนดติดตามผลการดำเนินการทุกไตรมาส",
    ],
)
def test_how_often_is_to_be_told_claims_no_round(sentence: str) -> None:
    assert asked(report(heading=sentence)) == []


LABELLED = """# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> เทศบาลตำบลทุ่งแก้ว
ข้อมูล ณ วันที่: 29 เมษายน 2564
---page---
ก. ข้อตกลงที่ประกาศไว้
มาตรการที่ 1 เผยแพร่ข้อมูล: ขั้นตอน ลงข้อมูล; ผู้รับผิดชอบ สำนักปลัด; รายงานรอบ 3 เดือน และรอบ 6 เดือน
มาตรการที่ 2 ตรวจสอบการใช้ดุลพินิจ: ขั้นตอน ทำคู่มือ; ผู้รับผิดชอบ กองช่าง; สรุปผลรอบ 3 เดือน และรอบ 6 เดือน

ข. ผลตามมาตรการ
มาตรการที่ 1 เผยแพร่ข้อมูล
รอบ 3 เดือน: ปรับเว็บไซต์เสร็จ ลงข้อมูล 25 ข้อ
รอบ 6 เดือน: ลงข้อมูลครบ 43 ข้อ
ผลต่อประชาชน: ชาวบ้านสอบถามทางโทรศัพท์ลดลงร้อยละ 40
มาตรการที่ 2 ตรวจสอบการใช้ดุลพินิจ
รอบ 3 เดือน: ทำคู่มือ 2 เล่ม
{second}
ผลต่อประชาชน: ผู้ขออนุญาตได้รับคำตอบในกำหนดทุกราย
"""


def test_a_measure_told_on_labelled_lines_keeps_its_own_rounds() -> None:
    whole = LABELLED.format(second="รอบ 6 เดือน: ประกาศใช้คู่มือ สุ่มตรวจ 12 คำสั่ง")
    assert asked(whole) == []
    lacking = LABELLED.format(second="ปัญหา: ไม่มี")
    assert [(code, expected) for code, _, _, expected in asked(lacking)] == [
        ("RND003", "รอบ 6 เดือน")
    ]


VILLAGE = """# การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2566
-> เทศบาลตำบลทุ่งแก้ว
---page---
มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
มาตรการยืมพัสดุ | จัดทำสมุดยืม | กองคลัง | บันทึกรอบ 6 เดือน และรอบ 12 เดือน
มาตรการรับเรื่องร้องเรียน | เปิดตู้รับเรื่อง | สำนักปลัด | บันทึกรอบ 6 เดือน และรอบ 12 เดือน

ผลการดำเนินการตามมาตรการ รอบ 6 เดือน
1. มาตรการยืมพัสดุ
ผลการดำเนินการ: จัดทำสมุดยืมแล้ว 1 เล่ม เมื่อวันที่ 5 มกราคม 2566
2. มาตรการรับเรื่องร้องเรียน
ผลการดำเนินการ: เปิดตู้รับเรื่องแล้ว 3 จุด เมื่อวันที่ 9 มกราคม 2566
{last}

รายงาน ณ วันที่ 7 กรกฎาคม 2566
"""


@pytest.mark.parametrize(
    "last",
    [
        "ตู้ของหมู่ 4 จะติดตั้งในเดือนสิงหาคม 2566 และทำบันทึกรอบ 12 เดือนหลังสิ้นเดือนกันยายน 2566",
        "ยังต้องสอบถามผู้ใช้บริการอีก 2 หมู่บ้าน และรวบรวมไว้ในบันทึกรอบ 12 เดือน พร้อมภาพถ่าย 4 ภาพ",
    ],
)
def test_what_is_still_to_be_done_below_a_result_reports_no_round(last: str) -> None:
    assert asked(VILLAGE.format(last=last), 2566) == []


def test_a_round_told_too_early_below_a_result_is_rnd004_all_the_same() -> None:
    last = "บันทึกรอบ 12 เดือน พบว่าเปิดตู้แล้วทั้งปี 24 ครั้ง ตอบครบทุกเรื่อง"
    assert [code for code, *_ in asked(VILLAGE.format(last=last), 2566)] == ["RND004"]


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("รายงานเมื่อวันที่ 21 เมษายน 2564 ปัญหาที่พบคือผู้ติดต่อมีน้อย", ["RND003"]),
        ("จัดทำรายงานเมื่อวันที่ 5 พฤษภาคม 2564 อุปสรรคคืองบประมาณจำกัด", ["RND003"]),
        ("รายงานเมื่อวันที่ 15 กุมภาพันธ์ 2564 ปัญหาที่พบคือผู้ติดต่อมีน้อย", []),
    ],
)
def test_a_paragraph_that_opens_with_when_the_report_was_made_dates_it(
    opening: str, wanted: list[str]
) -> None:
    text = f"""# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> เทศบาลตำบลทุ่งแก้ว
---page---
มาตรการ | วิธีปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
{ONE} | จัดทำคู่มือ | สำนักปลัด | รายงานรอบ 3 เดือน และรอบ 6 เดือน

มาตรการ | รอบ 3 เดือน | ผลที่เกิดขึ้น
{ONE} | วันที่ 27 พฤศจิกายน 2563 จัดทำคู่มือ 1 เล่ม | ผู้ติดต่อรอน้อยลง

{opening}
"""
    assert [code for code, *_ in asked(text)] == wanted


def test_a_short_line_among_one_measure_s_results_is_about_no_other() -> None:
    text = f"""# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> เทศบาลตำบลทุ่งแก้ว
-> ธันวาคม 2564
---page---
มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
{ONE} | จัดทำคู่มือ | สำนักปลัด | รอบ 6 เดือน // รอบ 12 เดือน
{TWO} | เผยแพร่ข้อมูล | กองคลัง | รอบ 6 เดือน // รอบ 12 เดือน

ทำจริง : {ONE}
รอบ 6 เดือน เขียนคู่มือแล้ว 3 บท
รอบ 12 เดือน พิมพ์แจก 40 เล่ม
คนได้อะไร ถามซ้ำลดลงครึ่งหนึ่ง
ทำจริง : {TWO}
รอบ 6 เดือน ลงข้อมูลแล้ว 12 เรื่อง
คนได้อะไร เข้าดู 900 ครั้ง
"""
    assert asked(text) == [("RND003", TWO, "รอบ 6 เดือน", "รอบ 12 เดือน")]


def test_rounds_behind_the_steps_in_a_cell_of_results_say_when_reports_are_made() -> None:
    text = f"""# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> เทศบาลตำบลทุ่งแก้ว
-> 28 เมษายน 2564
---page---
มาตรการ | ขั้นตอน/ผู้รับผิดชอบ/การติดตาม | ผลการดำเนินการรอบ 6 เดือน | ผลที่เกิดขึ้น
{ONE} | เขียนคู่มือแล้วพิมพ์แจก / สำนักปลัด / รายงานรอบ 6 และ 12 เดือน | พิมพ์แจกแล้ว 40 เล่ม | ถามซ้ำลดลงครึ่งหนึ่ง
{TWO} | รวบรวมแล้วลงเว็บไซต์ / กองคลัง / รายงานรอบ 6 และ 12 เดือน | ลงข้อมูลแล้ว 12 เรื่อง | เข้าดู 900 ครั้ง
"""
    assert asked(text) == []


@pytest.mark.parametrize("later", ["ยังไม่ถึงกำหนด (แผน: ตุลาคม)", "ยังไม่ครบปี รอสรุป"])
def test_a_round_of_which_a_cell_says_that_it_is_to_come_is_not_reported_early(later: str) -> None:
    text = f"""# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> เทศบาลตำบลทุ่งแก้ว
-> 28 เมษายน 2564
---page---
มาตรการ | รายละเอียดการดำเนินงาน | รอบ 6 เดือน | รอบ 12 เดือน
{ONE} | เขียนคู่มือ | พิมพ์แจกแล้ว 40 เล่ม | {later}
{TWO} | ลงข้อมูล | ลงข้อมูลแล้ว 12 เรื่อง | {later}
"""
    assert asked(text) == []


@pytest.mark.parametrize(
    ("below", "codes"),
    [("ลงข้อมูลต่อเนื่อง มีผู้เข้าชมรวม 9,420 ครั้ง", ["RND004"]), ("-", []), ("ยังไม่ถึงกำหนด", [])],
)
def test_a_card_that_a_round_heads_claims_what_is_told_under_it(
    below: str, codes: list[str]
) -> None:
    text = f"""# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2566
-> เทศบาลตำบลทุ่งแก้ว

**เรื่องที่ 1 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ**

รอบ 6 เดือน | รอบ 9 เดือน
ปรับเว็บไซต์ใหม่ เปิดใช้ 12 ธันวาคม 2565 ลงข้อมูลครบ 43 รายการ | {below}

(นายณรงค์ ใจดี)
นายกเทศมนตรีตำบลทุ่งแก้ว
24 เมษายน 2566
"""
    assert [code for code, *_ in asked(text, 2566, ITEMS[1:])] == codes


BY_ROUNDS = """# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> โรงเรียนบ้านทุ่งแก้ว
-> 28 เมษายน 2564
---page---
ที่ | ช่อง ข | ช่อง ค | ช่องเวลา | < | ช่อง จ
^ | ^ | ^ | รอบ 6 เดือน | รอบ 9 เดือน | ^
1 | เงินอาหารกลางวัน | นางจันทร์เพ็ญ | เปิดบัญชีให้ดู 5 ครั้ง | {first} | ถามน้อยลง
2 | กล่องรับฟัง | นายเอกพล | เปิดกล่อง 20 ครั้ง | {second} | ทางเดินสว่าง
"""


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("เปิดบัญชีครบ 7 ครั้ง", "เปิดกล่องครบ 31 ครั้ง", Verdict.UNKNOWN),
        ("เปิดบัญชีครบ 7 ครั้ง", "-", Verdict.UNKNOWN),
        ("", "-", Verdict.MET),
        ("✓", "✓", Verdict.MET),
        ("ยังไม่ถึงกำหนด", "ยังไม่ถึงกำหนด", Verdict.MET),
    ],
)
def test_words_under_a_round_that_is_not_over_in_a_column_nobody_understands_are_unknown(
    first: str, second: str, verdict: Verdict
) -> None:
    made = case(
        BY_ROUNDS.format(first=first, second=second),
        fiscal_year=2564,
        items=ITEMS[1:],
        scheme="obec",
    )
    answer = check(made, Params())
    assert (answer.verdict, answer.findings) == (verdict, ())
    if verdict is Verdict.UNKNOWN:
        assert answer.note is not None and answer.evidence[0].quote == "เปิดบัญชีครบ 7 ครั้ง"


KNOWN_HEADS = "มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์"


@pytest.mark.parametrize(
    ("heads", "made", "verdict"),
    [
        ("มาตรการ | ช่อง ก | ช่อง ข | ช่อง ค", "เมษายน 2564", Verdict.MET),
        ("ช่อง ก | ช่อง ข | ช่อง ค | ช่อง ง", "ตุลาคม 2564", Verdict.GAP),
        (KNOWN_HEADS, "เมษายน 2564", Verdict.MET),
        (KNOWN_HEADS, "ตุลาคม 2564", Verdict.GAP),
    ],
)
def test_rounds_that_were_due_are_not_kept_unseen_where_no_table_is_known_to_tell_results(
    heads: str, made: str, verdict: Verdict
) -> None:
    text = report(made=made).replace(KNOWN_HEADS, heads)
    answer = check(case(text, fiscal_year=2564, items=ITEMS), Params())
    assert answer.verdict is verdict


def test_a_round_that_was_not_due_is_asked_of_no_table() -> None:
    text = report("รอบ 12 เดือน", "จัดทำคู่มือแล้ว 1 เล่ม", "เผยแพร่ข้อมูลแล้ว 12 เรื่อง")
    text = text.replace(KNOWN_HEADS, "มาตรการ | ช่อง ก | ช่อง ข | ช่อง ค")
    assert check(case(text, fiscal_year=2564, items=ITEMS), Params()).verdict is Verdict.MET


CARDS = """# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2565
-> เทศบาลตำบลทุ่งแก้ว
---page---
# {plans}
ใบที่ 1 ยืมคืนรถยนต์ส่วนกลาง
ลำดับการทำงาน : ทำระบบจอง บันทึกเลขไมล์
กองเจ้าของใบ : กองช่าง
วิธีติดตาม : สรุป ☑ รอบ 6 เดือน ☐ รอบ 9 เดือน ☑ รอบ 12 เดือน
ใบที่ 2 เปิดบัญชีรับจ่ายให้อ่านง่าย
ลำดับการทำงาน : แปลงงบเป็นภาพ ลงเว็บ
กองเจ้าของใบ : กองคลัง
วิธีติดตาม : สรุป ☑ รอบ 6 เดือน ☐ รอบ 9 เดือน ☑ รอบ 12 เดือน
# {told}
ใบที่ 1 ยืมคืนรถยนต์ส่วนกลาง
ทำแล้ว : เปิดระบบจอง บันทึกการใช้ 312 เที่ยว
เกิดผล : เลขไมล์ตรงกับใบขอทุกคัน
ใบที่ 2 เปิดบัญชีรับจ่ายให้อ่านง่าย
ทำแล้ว : ลงภาพสรุป และประชุมชี้แจงพนักงาน 126 คน
เกิดผล : พนักงานร้อยละ 89 ตอบถูก

รายงาน ณ วันที่ {made} 2565
"""


@pytest.mark.parametrize(
    ("plans", "told"),
    [
        ("ตอน ข สมุดมาตรการ", "ตอน ค สมุดความก้าวหน้า : ☑ รอบ 6 เดือน ☐ รอบ 12 เดือน"),
        ("แฟ้มหนึ่ง เรื่องที่ตกลงกัน", "แฟ้มสอง ความก้าวหน้า : ☑ รอบ 6 เดือน ☐ รอบ 12 เดือน"),
    ],
)
def test_a_heading_larger_than_the_cards_names_heads_the_results_below_not_the_card_above(
    plans: str, told: str
) -> None:
    text = CARDS.format(plans=plans, told=told, made="{}")
    assert asked(text.format("22 เมษายน"), 2565) == []
    over = asked(text.format("5 ตุลาคม"), 2565)
    assert [(code, expected) for code, _, _, expected in over] == [("RND003", "รอบ 12 เดือน")] * 2


def test_a_round_in_brackets_that_close_its_heading_is_told_below_it() -> None:
    heading = "# ผลที่ทำได้ (ตุลาคม 2563 – มีนาคม 2564 คือรอบ 6 เดือน)"
    text = report(first="จัดทำคู่มือแล้ว", second="เผยแพร่แล้ว", heading=heading)
    assert asked(text) == []
    waits = heading.replace(")", ") ยังไม่ถึงกำหนด")
    assert asked(report(first="จัดทำคู่มือแล้ว", second="เผยแพร่แล้ว", heading=waits)) == []


FOR_ALL = """# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> เทศบาลตำบลทุ่งแก้ว
---page---
ทุกเรื่องให้กองเจ้าของเรื่องรายงานผล{promise} ต่อรองนายกเทศมนตรี

มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | สิ่งที่ทำ | ผลลัพธ์
แผนจัดซื้อเห็นก่อนใช้เงิน | รวมแผน | กองคลัง | {first} ลงแผน 118 รายการ // {second} ปรับแผน 14 รายการ | ผู้ยื่นเพิ่มเป็น 3.8 ราย
บัตรเติมน้ำมันคันต่อคัน | แจกบัตร | กองช่าง | {first} แจกบัตร 64 ใบ // {told} | ค่าน้ำมันลดลง 311,400 บาท
โต๊ะรับเรื่องทุจริตเบอร์เดียว | ตั้งเบอร์กลาง | สำนักปลัด | {first} เปิดเบอร์แล้ว // {second} รับ 11 สาย | ตอบครบ 22 สาย

ข้อมูล ณ วันที่ 30 พฤศจิกายน 2564
"""


@pytest.mark.parametrize(
    ("promise", "first", "second"),
    [
        ("ไตรมาสที่ 1 ไตรมาสที่ 2 ไตรมาสที่ 3 และไตรมาสที่ 4", "ไตรมาสที่ 3", "ไตรมาสที่ 4"),
        ("รอบ 6 เดือน และรอบ 12 เดือน", "รอบ 6 เดือน", "รอบ 12 เดือน"),
    ],
)
def test_a_round_promised_for_all_is_missed_by_the_measure_that_alone_does_not_tell_it(
    promise: str, first: str, second: str
) -> None:
    def found(told: str) -> list[tuple[str, str]]:
        text = FOR_ALL.format(promise=promise, first=first, second=second, told=told)
        return [(code, name) for code, name, *_ in asked(text, items=ITEMS)]

    assert found("ตรวจบิลทุกสัปดาห์") == [("RND003", "บัตรเติมน้ำมันคันต่อคัน")]
    assert found(f"{second} ตรวจบิล 790 ใบ") == []


@pytest.mark.parametrize("whole", ["แล้วตลอดไตรมาส", "จนจบไตรมาส", "ตลอดทั้งไตรมาส"])
def test_the_whole_of_a_quarter_that_is_not_over_is_told_early(whole: str) -> None:
    told = (
        "ไตรมาสที่ 2 (ม.ค. – มี.ค. 2564) เดินสาย 6 หมู่ ไตรมาสที่ 3 (เม.ย. – มิ.ย. 2564) เดินสายครบ 13 หมู่{0}"
    )
    promised, made = "ทุกไตรมาส", "15 พฤษภาคม 2564"
    early = report(promised, told.format(whole), told.format(""), made)
    assert [code for code, *_ in asked(early)] == ["RND004"]
    assert asked(report(promised, told.format(""), told.format("ในไตรมาสที่ 3"), made)) == []
    over = report(promised, told.format(whole), told.format(""), "15 กรกฎาคม 2564")
    assert asked(over) == []


def test_other_rounds_than_promised_are_shown_in_the_results_and_in_the_plan() -> None:
    text = """
    มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
    มาตรการป้องกันการรับสินบน | ประกาศ | สำนักปลัด | รายงานรอบ 3 เดือน และรอบ 9 เดือน

    ผลการดำเนินการ
    มาตรการ | รายละเอียดการดำเนินงาน | ผลลัพธ์
    มาตรการป้องกันการรับสินบน | รอบ 6 เดือน จัดทำประกาศ | ไม่มีเรื่องร้องเรียน
    """
    answer = check(case(text), Params())
    shown = [[span.quote for span in one.spans] for one in answer.findings if one.code == "RND005"]
    assert shown == [["รอบ 6 เดือน", "รอบ 3 เดือน", "รอบ 9 เดือน"]]


ALONE = """# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> เทศบาลตำบลทุ่งแก้ว
---page---
ทุกกองต้องรายงานผลทุกมาตรการในรอบ 6 เดือนและรอบ 12 เดือน ขอสรุปผลตามที่กองได้รายงานเข้ามา ดังนี้

{table}

ข้อมูล ณ วันที่ 30 พฤศจิกายน 2564
"""
OVER_ROUNDS = """
มาตรการ | รอบ 6 เดือน | < | รอบ 12 เดือน | <
^ | ทำอะไร | ได้ผลอย่างไร | ทำอะไร | ได้ผลอย่างไร
แผนจัดซื้อเห็นก่อนใช้เงิน | ลงแผน 118 รายการ | ผู้ยื่นเพิ่ม | ปรับแผน 14 รายการ | ผู้ยื่นเพิ่มเป็น 3.8 ราย
บัตรเติมน้ำมันคันต่อคัน | แจกบัตร 64 ใบ | ค่าน้ำมันลดลง | {done} | {came}
โต๊ะรับเรื่องทุจริตเบอร์เดียว | เปิดเบอร์แล้ว | ตอบครบ 9 สาย | รับ 22 สาย | ตอบครบ 22 สาย
"""
ROW_BY_ROW = """
มาตรการ | รอบ | ทำอะไร | ได้ผลอย่างไร
แผนจัดซื้อเห็นก่อนใช้เงิน | รอบ 6 เดือน | ลงแผน 118 รายการ | ผู้ยื่นเพิ่ม
^ | รอบ 12 เดือน | ปรับแผน 14 รายการ | ผู้ยื่นเพิ่มเป็น 3.8 ราย
บัตรเติมน้ำมันคันต่อคัน | รอบ 6 เดือน | แจกบัตร 64 ใบ | ค่าน้ำมันลดลง{row}
โต๊ะรับเรื่องทุจริตเบอร์เดียว | รอบ 6 เดือน | เปิดเบอร์แล้ว | ตอบครบ 9 สาย
^ | รอบ 12 เดือน | รับ 22 สาย | ตอบครบ 22 สาย
"""
A_TABLE_EACH = """
# รอบ 6 เดือน

มาตรการ | ทำอะไร | ได้ผลอย่างไร
แผนจัดซื้อเห็นก่อนใช้เงิน | ลงแผน 118 รายการ | ผู้ยื่นเพิ่ม
บัตรเติมน้ำมันคันต่อคัน | แจกบัตร 64 ใบ | ค่าน้ำมันลดลง
โต๊ะรับเรื่องทุจริตเบอร์เดียว | เปิดเบอร์แล้ว | ตอบครบ 9 สาย

# รอบ 12 เดือน

มาตรการ | ทำอะไร | ได้ผลอย่างไร
แผนจัดซื้อเห็นก่อนใช้เงิน | ปรับแผน 14 รายการ | ผู้ยื่นเพิ่มเป็น 3.8 ราย{each}
โต๊ะรับเรื่องทุจริตเบอร์เดียว | รับ 22 สาย | ตอบครบ 22 สาย
"""


@pytest.mark.parametrize("table", [OVER_ROUNDS, ROW_BY_ROW, A_TABLE_EACH])
def test_a_report_without_a_plan_misses_the_round_that_one_measure_alone_does_not_tell(
    table: str,
) -> None:
    def found(text: str) -> list[tuple[str, str]]:
        return [(code, name) for code, name, *_ in asked(text, items=ITEMS[1:])]

    missed = dict.fromkeys(("done", "came", "row", "each"), "")
    text = ALONE.format(table=table.format(**missed))
    assert found(text) == [("RND003", "บัตรเติมน้ำมันคันต่อคัน")]
    assert found(text.replace("และรอบ 12 เดือน ขอ", " ขอ")) == []
    second = {
        "done": "ตรวจบิล 790 ใบ",
        "came": "ค่าน้ำมันลดลง 311,400 บาท",
        "row": "\n^ | รอบ 12 เดือน | ตรวจบิล 790 ใบ | ลดลงอีก",
        "each": "\nบัตรเติมน้ำมันคันต่อคัน | ตรวจบิล 790 ใบ | ลดลงอีก",
    }
    assert found(ALONE.format(table=table.format(**second))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "ที่ประชุมมอบให้กลุ่มงานกำหนดมาตรการและรายงานผลรอบ 6 เดือน และรอบ 12 เดือน",
        "เดิมใช้แบบเดียวกันในการรายงานผลการดำเนินงานรอบ 6 เดือนและรอบ 12 เดือน",
        "แต่ละกองเขียนสรุปผลรอบ 6 เดือน กับรอบ 12 เดือน ตามแบบเดียวกัน",
        "สำหรับรอบ 12 เดือน ให้รายงานภายในเดือนตุลาคม 2564",
        "เรื่องนี้ยังไม่ครบรอบ 12 เดือน แต่มีความคืบหน้าแล้ว 3 เรื่อง",
    ],
)
def test_a_sentence_that_says_when_reports_are_made_claims_no_round(sentence: str) -> None:
    assert "RND004" not in [code for code, *_ in asked(report(heading=sentence))]


@pytest.mark.parametrize(
    "sentence",
    [
        "# ผลการดำเนินการ รอบ 6 เดือน และรอบ 12 เดือน",
        "เทศบาลได้รายงานผลรอบ 6 เดือน และรอบ 12 เดือน ครบถ้วน",
        "สรุปผลรอบ 6 เดือน และรอบ 12 เดือน เผยแพร่ครบแล้ว 14 เรื่อง",
    ],
)
def test_a_title_or_what_was_done_claims_the_rounds_of_one_breath(sentence: str) -> None:
    assert "RND004" in [code for code, *_ in asked(report(heading=sentence))]


def test_a_line_of_a_box_that_says_when_reports_are_made_claims_no_round() -> None:
    boxes = """
เรื่องที่หนึ่ง บอกขั้นตอน // ติดตาม รอบ 6 เดือน และรอบ 12 เดือน // ทำอะไร ติดป้ายแล้ว 4 จุด | <
เห็นว่าได้ผลดี ไม่มีใครถามซ้ำ // จะทำต่อทุกจุด | หมายเหตุ
"""
    text = f"# รายงานผลการดำเนินการ\n{boxes}\nวันที่รายงาน 25 เมษายน 2564\n"
    assert "RND004" not in [code for code, *_ in asked(text)]


HEADED_BY_ROUND = """# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
มาตรการ | แนวทางที่ให้ปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
ก. {one} | จัดทำคู่มือ | สำนักปลัด | รอบ 12 เดือน
ข. {two} | เผยแพร่ข้อมูล | กองคลัง | รอบ 6 เดือน

บัดนี้ สิ้นปีงบประมาณแล้ว เทศบาลตำบลทุ่งแก้วจึงขอรายงานผลการดำเนินการ ดังนี้
ก. {one} (ผลรอบ 12 เดือน)
จัดทำคู่มือ 5 เล่ม เมื่อวันที่ 1 เมษายน 2564 และมีผู้ใช้คู่มือ 1,204 ราย
ข. {two} (ผลรอบ {months} เดือน)
เผยแพร่ข้อมูล 86 เรื่องเมื่อวันที่ 21 กุมภาพันธ์ 2564 มีผู้อ่าน 60 ราย
-> 20 ตุลาคม 2564
"""


@pytest.mark.parametrize(("months", "codes"), [(6, []), (9, ["RND005"]), (12, ["RND005"])])
def test_a_round_behind_a_name_heads_what_is_told_below_it(months: int, codes: list[str]) -> None:
    text = HEADED_BY_ROUND.format(one=ONE, two=TWO, months=months)
    assert [one[0] for one in asked(text)] == codes


CLOSED = """# รายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. 2565
มาตรการ | วิธีการ | เจ้าภาพ | การกำกับติดตาม
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | กองช่าง | รายงานรอบ 6 เดือน และรอบ 12 เดือน
มาตรการป้องกันการรับสินบน | ประกาศนโยบาย | สำนักปลัด | รายงานรอบ 6 เดือน และรอบ 12 เดือน

มาตรการ | สิ่งที่ทำ | วันที่ | ผลที่เกิด
มาตรการตรวจสอบการใช้ดุลพินิจ | ประชุมทำคู่มือ | 18 พ.ย. 2564 | คำขอ 16 รายเสร็จทันกำหนด
มาตรการป้องกันการรับสินบน | ประกาศนโยบาย | ตุลาคม 2564 – มีนาคม 2565 | คืนกระเช้า 3 ราย

{closing}
(นายวิรัช แก้วประดับ)
20 {month}
"""


@pytest.mark.parametrize(
    ("closing", "month", "codes"),
    [
        ("จากผลข้างต้น จึงขอรายงานผลการดำเนินการรอบ 6 เดือนให้ทราบ", "เมษายน 2565", set()),
        ("จากผลข้างต้น จึงขอรายงานผลการดำเนินการรอบ 6 เดือนให้ทราบ", "ตุลาคม 2565", {"RND003"}),
    ],
)
def test_a_sentence_below_the_results_says_which_round_they_are_of(
    closing: str, month: str, codes: set[str]
) -> None:
    made = case(
        CLOSED.format(closing=closing, month=month),
        items=(Item("O43", "ผล", "results"),),
        fiscal_year=2565,
    )
    assert {one.code for one in check(made, Params()).findings} == codes


HALVES = """
# รายงานผลการดำเนินการตามมาตรการส่งเสริมความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2565
มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
เปิดราคากลาง | ติดประกาศ | กองคลัง | รายงานปลัด {0} และ{1}
นับพัสดุ | นับทุกเดือน | กองช่าง | รายงานปลัด {0} และ{1}

ผลการดำเนินงาน {0} | < | <
มาตรการ | สิ่งที่ทำแล้ว | ผลที่เกิดขึ้น
เปิดราคากลาง | ติดประกาศ 5 ฉบับ | มีผู้ยื่นราคาเพิ่ม 3 ราย
นับพัสดุ | นับแล้ว 5 ครั้ง | ของครบทุกชิ้น
ผลการดำเนินงาน {1} | < | <
มาตรการ | สิ่งที่ทำแล้ว | ผลที่เกิดขึ้น
เปิดราคากลาง | ติดประกาศ 6 ฉบับ | ราคาลดลงร้อยละ 7
นับพัสดุ | นับแล้ว 6 ครั้ง | ของครบทุกชิ้น

(นางสาวดวงใจ มีสุข)
15 ตุลาคม 2565
"""


@pytest.mark.parametrize(
    "halves",
    [
        ("ช่วง 6 เดือนแรก", "ช่วง 6 เดือนหลัง"),
        ("รอบครึ่งปีงบประมาณ", "รอบสิ้นปีงบประมาณ"),
        ("งวดตุลาคม 2564 – มีนาคม 2565", "งวดเมษายน – กันยายน 2565"),
    ],
)
def test_a_title_row_inside_a_table_names_the_round_of_the_rows_below_it(
    halves: tuple[str, str],
) -> None:
    whole = HALVES.format(*halves)
    assert check(case(whole, fiscal_year=2565), Params()).findings == ()
    early = whole[: whole.index(f"ผลการดำเนินงาน {halves[1]}")] + "\n15 ตุลาคม 2565"
    assert {one.code for one in check(case(early, fiscal_year=2565), Params()).findings} == {
        "RND003"
    }


BY_HALVES = """
# รายงานผลการดำเนินการตามมาตรการส่งเสริมความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2565
มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
เปิดราคากลางทุกงาน | ติดประกาศ | กองคลัง | รายงานปลัด ช่วง 6 เดือนแรก และช่วง 6 เดือนหลัง
นับพัสดุร่วมกัน | นับทุกเดือน | กองช่าง | รายงานปลัด ช่วง 6 เดือนแรก และช่วง 6 เดือนหลัง

**ผลการดำเนินงานตามมาตรการ**

**ช่วงติดตาม : ช่วง 6 เดือนแรก**
- 1. เปิดราคากลางทุกงาน – ติดประกาศ 5 ฉบับตั้งแต่ 6 ธันวาคม 2564 (มีผู้ยื่นราคาเพิ่ม 3 ราย)
- 2. นับพัสดุร่วมกัน – นับแล้ว 5 ครั้งถึง 31 มีนาคม 2565 (ของครบทุกชิ้น)

**ช่วงติดตาม : ช่วง 6 เดือนหลัง**
- 1. เปิดราคากลางทุกงาน – ติดประกาศ 6 ฉบับถึง 20 สิงหาคม 2565 (ราคาลดลงร้อยละ 7)
- 2. นับพัสดุร่วมกัน – นับแล้ว 6 ครั้งถึง 30 กันยายน 2565 (ของครบทุกชิ้น)

(นางสาวดวงใจ มีสุข)
15 ตุลาคม 2565
"""


def test_a_line_that_says_no_more_than_a_round_heads_the_results_below_it() -> None:
    assert check(case(BY_HALVES, fiscal_year=2565), Params()).findings == ()
    at = BY_HALVES.index("**ช่วงติดตาม : ช่วง 6 เดือนหลัง**")
    missing = BY_HALVES[:at] + "(นางสาวดวงใจ มีสุข)\n15 ตุลาคม 2565\n"
    assert {one.code for one in check(case(missing, fiscal_year=2565), Params()).findings} == {
        "RND003"
    }


def test_a_round_that_is_none_explains_the_round_missed_of_those_promised_for_all() -> None:
    text = """# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> เทศบาลตำบลทุ่งแก้ว
-> 12 มิถุนายน 2564
---page---
เทศบาลได้กำหนดมาตรการ 3 มาตรการ และให้รายงานรอบ 6 เดือน

มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์
มาตรการตรวจสอบการใช้ดุลพินิจ | รอบ 6 เดือน จัดทำคู่มือ | 1 เล่ม | ใช้ดุลพินิจเป็นธรรม
มาตรการป้องกันการรับสินบน | รอบ 6 เดือน ประกาศ | 1 ฉบับ | ไม่มีผู้ร้องเรียน
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | รอบ {} เดือน เผยแพร่ข้อมูล | 12 เรื่อง | ประชาชนทราบ
"""
    assert [code for code, *_ in asked(text.format(5))] == ["RND002"]
    assert [code for code, *_ in asked(text.format(3))] == ["RND003"]


def test_how_often_something_is_done_within_a_round_is_no_round_told() -> None:
    told = "รอบ 6 เดือน ทำจดหมายข่าวราย 3 เดือน 2 ฉบับ"
    assert asked(report(promised="รอบ 6 เดือน", second=told)) == []
    assert [
        code for code, *_ in asked(report(promised="รอบ 6 เดือน", second="รอบ 3 เดือน ทำแล้ว"))
    ] == ["RND005"]


def test_the_one_box_ticked_of_several_says_which_round_a_row_reports_on() -> None:
    text = """# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> เทศบาลตำบลทุ่งแก้ว
-> 20 เมษายน 2564
---page---
มาตรการ | รอบการรายงาน | ผู้รับผิดชอบ | การดำเนินการ | ผลผลิต | ผลลัพธ์
มาตรการตรวจสอบการใช้ดุลพินิจ | ☑ รอบ 6 เดือน ☐ รอบ 12 เดือน | สำนักปลัด | จัดทำคู่มือ | 1 เล่ม | ใช้ดุลพินิจเป็นธรรม
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | {} รอบ 6 เดือน {} รอบ 12 เดือน | กองคลัง | เผยแพร่ข้อมูล | 12 เรื่อง | ประชาชนทราบ
"""
    assert [code for code, *_ in asked(text.format("☐", "☑"))] == ["RND004"]
    assert asked(text.format("☑", "☐")) == []
    assert asked(text.format("☑", "☑")) == []  # a plan ticks all its rounds


def test_how_often_something_is_done_under_a_heading_of_a_round_is_no_round_told() -> None:
    heading = "\n\n# ผลการดำเนินการ รอบ 12 เดือน\n"
    told = "ทำรายงานรายไตรมาสครบ 4 ฉบับ"
    text = report(
        promised="รอบ 12 เดือน", first="จัดทำแล้ว", second=told, heading=heading, made="ตุลาคม 2564"
    )
    assert asked(text) == []
