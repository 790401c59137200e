"""A hospital's measures and what it did about them answer one MOIT item: known by the number that
is printed or that the file was handed in for, whatever its title, and asked what they hold.
"""

from __future__ import annotations

import pytest

from ita_checker.judge.judge import judge
from ita_checker.model import Report, Severity, Submission, Verdict
from ita_checker.rulebook import load
from ita_checker.rulebook.paper import document

PACKS = load()
OFFICE = "-> โรงพยาบาลดอนแก้ว\n-> อำเภอดอนแก้ว จังหวัดเลย"
TITLE = "# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานและผลที่ทำได้{}\n# ปีงบประมาณ พ.ศ. 2568"
SET = """
มาตรการ | วิธีการ | ผู้รับผิดชอบ | การกำกับติดตาม
1. มาตรการงดรับของขวัญจากผู้แทนยา | ติดป้ายทุกจุด | กลุ่มงานเภสัชกรรม | รายงานรอบ 6 เดือน และรอบ 12 เดือน
2. มาตรการรับเงินบริจาคอย่างเปิดเผย | ออกใบเสร็จทุกราย | {} | รายงานรอบ 6 เดือน และรอบ 12 เดือน
"""
DONE = """
ผลการปฏิบัติตามมาตรการ รอบ 6 เดือน

มาตรการ | สิ่งที่ทำ | วันที่ | ผลที่ได้
1. มาตรการงดรับของขวัญจากผู้แทนยา | แจ้งเวียนทุกตึก | 20 ธันวาคม {before} | คืนของ 3 ราย
"""
SECOND = "2. มาตรการรับเงินบริจาคอย่างเปิดเผย | ตั้งกรรมการ | 14 กุมภาพันธ์ 2568 | ออกใบเสร็จครบ 41 ฉบับ\n"
SIGNED = "\n-> ลงชื่อ นางสมศรี มีสุข\n-> 8 เมษายน 2568\n"
FULL = SET.format("งานการเงิน") + DONE.format(before=2567) + SECOND + SIGNED


def report(text: str, *items: str, office: str = OFFICE, year: int = 2568) -> Report:
    return judge(
        document(text.replace("{office}", office)), Submission("r.pdf", year, None, items), PACKS
    )


def bundle(number: str, body: str = FULL) -> str:
    return f"{TITLE.format(number)}\n{{office}}\n---page---\n{body}"


def codes(made: Report) -> list[str]:
    return sorted({finding.code for finding in made.findings})


@pytest.mark.parametrize("number", [" (MOIT 18)", "\n# MOIT18", "\n# (MOIT\n# ๑๘)"])
def test_the_printed_number_tells_the_item_where_no_title_of_the_scheme_does(number: str) -> None:
    made = report(bundle(number))
    assert (made.scheme, made.items, made.reported_year) == ("moph", ("MOIT18",), 2568)
    assert codes(made) == []


def test_the_only_moit_number_that_a_file_names_anywhere_tells_its_item() -> None:
    form = "\n---page---\n# แบบฟอร์ม\nหัวข้อ : MOIT 18 มาตรการและผล\n"
    assert report(bundle("", FULL + form)).items == ("MOIT18",)
    other = form + "ตามผลการประเมินความเสี่ยงในข้อ MOIT 17\n"
    assert report(bundle("", FULL + other)).scheme == "nacc"


def test_a_file_handed_in_for_the_item_is_held_against_it_though_its_title_is_another() -> None:
    made = report(bundle(""), "MOIT18")
    assert (made.scheme, made.items) == ("moph", ("MOIT18",))
    other = report("# ประกาศผู้ชนะการเสนอราคา\n{office}\n---page---\nซื้อวัสดุ 3 รายการ", "MOIT18")
    assert other.items == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (FULL.replace("20 ธันวาคม 2567", "20 ธันวาคม 2565"), ["YEA005"]),
        (FULL.replace("งานการเงิน", ""), ["MEA004"]),
        (FULL.replace("ออกใบเสร็จครบ 41 ฉบับ", ""), ["MEA004"]),
        (FULL.replace(SECOND, ""), ["MEA002"]),
        (FULL.replace("คืนของ 3 ราย", "มาตรการงดรับของขวัญจากผู้แทนยา"), ["MEA005"]),
        (FULL.replace("8 เมษายน", "15 ตุลาคม"), ["RND003"]),
        (
            FULL.replace("ผลการปฏิบัติตามมาตรการ รอบ 6 เดือน", "ผลการปฏิบัติตามมาตรการ รอบ 12 เดือน"),
            ["RND004"],
        ),
    ],
)
def test_measures_and_results_of_a_hospital_are_asked_as_others_are_and_advised(
    body: str, found: list[str]
) -> None:
    made = report(bundle(" (MOIT 18)", body))
    assert codes(made) == found
    assert {finding.severity for finding in made.findings} == {Severity.ADVICE}


def test_who_has_only_set_measures_owes_no_results_yet() -> None:
    text = "# มาตรการป้องกันการรับสินบน (MOIT 12)\n# ปีงบประมาณ พ.ศ. 2568\n{office}\n---page---\n"
    memo = "ได้ประชุมเมื่อวันที่ 20 ธันวาคม 2567 และลงนามแล้ว 90 คน จึงกำหนดมาตรการ\n"
    made = report(text + memo + SET.format("งานการเงิน") + "\n-> 15 ตุลาคม 2568")
    assert codes(made) == []
    assert all(one.verdict is not Verdict.UNKNOWN for one in made.results)
    titled = report(text.replace("# มาตรการ", "# รายงานผลตามมาตรการ") + SET.format("งานการเงิน"))
    assert "SEC001" in codes(titled)


@pytest.mark.parametrize(("day", "found"), [("31 สิงหาคม", []), ("30 กรกฎาคม", ["RND004"])])
def test_the_ministrys_year_of_reports_ends_with_august(day: str, found: list[str]) -> None:
    body = FULL.replace("มาตรการ รอบ 6 เดือน", "มาตรการ รอบ 12 เดือน").replace("8 เมษายน", day)
    assert codes(report(bundle(" (MOIT 18)", body))) == found


def test_a_counted_heading_below_the_items_number_is_no_title_of_the_file() -> None:
    part = "# เรื่องที่ 1 มาตรการป้องกันการรับสินบนในการจัดซื้อยา\nให้เภสัชกรลงนามรับทราบ\n"
    made = report(bundle(" (MOIT 18)", part + FULL))
    assert made.items == ("MOIT18",)
    assert "DOC006" not in codes(made)


def test_a_form_headed_by_its_name_is_there_and_a_measures_row_names_none() -> None:
    form = "\n---page---\n# แบบฟอร์มการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์\nวันที่ยื่น | 8 เมษายน 2568\nผู้อนุมัติ | นางสมศรี มีสุข\n"
    memo = "-> บันทึกข้อความ\nที่ ลย 0033/1 วันที่ 8 เมษายน 2568\nเรื่อง ขออนุญาตเผยแพร่\nลงชื่อ นางสมศรี มีสุข\n---page---\n"
    assert codes(report(memo + bundle(" (MOIT 18)", FULL + form))) == []
    row = FULL.replace("ออกใบเสร็จทุกราย", "ขออนุญาตตามแบบฟอร์มเผยแพร่")
    assert codes(report(bundle(" (MOIT 18)", row))) == []


def test_of_an_office_nobody_knows_the_number_of_the_year_tells_the_scheme() -> None:
    text = bundle(" (O37)").replace("หน่วยงาน", "สถานศึกษา")
    assert report(text, office="").scheme == "ovec"
    assert report(text.replace("O37", "O27"), office="").scheme == "nacc"


def test_a_number_whose_criteria_nobody_read_is_not_judged_as_another_schemes_item() -> None:
    made = report(bundle(" (EB 13)").replace("2568", "2564").replace("2567", "2563"), year=2564)
    kind = next(one for one in made.results if one.rule.endswith("kind-of-report"))
    assert (made.scheme, made.items, kind.verdict) == ("moph", (), Verdict.UNKNOWN)
