"""An item number in a file's name is one sign: a scheme that is not for the office, or an item that
the report's own title and number deny, is not believed for its name.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_checker.judge.judge import judge
from ita_checker.model import Origin, Report, Verdict
from ita_checker.rulebook import load
from ita_checker.rulebook.paper import document
from ita_checker.scan.submission import Options, handed_in

PACKS = load()
PAPER = """
# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน{number}
# ประจำปีงบประมาณ พ.ศ. 2566
# {office}
---page---
มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | งานบุคคล | รายงานผลรอบ 6 เดือน
-> (นายสมชาย ใจดี)
-> {head}{office}
"""
TOWN, SCHOOL, HOSPITAL = "เทศบาลตำบลศรีดอนแก้ว", "โรงเรียนบ้านดอนแก้ววิทยา", "โรงพยาบาลศรีดอนแก้ว"
DEPARTMENT = "กรมบำรุงพันธุ์ข้าวพื้นถิ่น"


def report(name: str, office: str, number: str = "", head: str = "หัวหน้า", **row: str) -> Report:
    handed = handed_in(Path(f"/a/2566/{name}"), name, Options(), row)
    text = PAPER.format(office=office, number=number, head=head)
    return handed.told(judge(document(text), handed.submission, PACKS))


def kind(made: Report) -> Verdict:
    return next(one.verdict for one in made.results if one.rule.endswith("kind-of-report"))


@pytest.mark.parametrize(
    ("office", "number", "scheme"),
    [
        (TOWN, "", "nacc"),
        (TOWN, " (O42)", "nacc"),
        ("จังหวัดแพร่", "", "nacc"),
        (SCHOOL, "", "obec"),
        (DEPARTMENT, " (O42)", "nacc"),
    ],
)
@pytest.mark.parametrize("name", ["EB-08-scan.pdf", "eb8.pdf", "MOIT18.pdf"])
def test_a_file_named_like_another_schemes_item_is_judged_as_what_it_is(
    name: str, office: str, number: str, scheme: str
) -> None:
    made = report(name, office, number)
    assert (made.scheme, made.items, made.fiscal_year) == (scheme, ("O42",), 2566)
    assert dict(made.origins)["items"] is Origin.REPORT


@pytest.mark.parametrize(
    ("name", "office", "number"),
    [
        ("EB18.pdf", HOSPITAL, ""),
        ("MOIT18.pdf", HOSPITAL, ""),
        ("MOIT18.pdf", HOSPITAL, " (MOIT 18)"),
        ("MOIT18.pdf", "สำนักงานสาธารณสุขอำเภอพังโคน", ""),
        ("MOIT18.pdf", "", ""),
        ("MOIT18.pdf", "ศูนย์อนามัยแม่และเด็กภูดอกแก้ว", ""),
    ],
)
def test_the_name_stands_where_the_scheme_is_the_offices_own_or_signs_are_even(
    name: str, office: str, number: str
) -> None:
    assert report(name, office, number).scheme == "moph"


def test_what_a_list_says_stands_whatever_the_report_says() -> None:
    made = report("a.pdf", TOWN, " (O42)", item="MOIT99")
    assert (made.scheme, made.items, kind(made)) == ("moph", (), Verdict.UNKNOWN)


def test_a_number_of_a_page_in_a_name_is_not_believed_against_title_and_printed_number() -> None:
    made = report("O8-scan.pdf", TOWN, " (O42)")
    assert (made.items, dict(made.origins)["items"]) == (("O42",), Origin.REPORT)
    untold = report("O8-scan.pdf", TOWN)
    assert (untold.items, kind(untold)) == ((), Verdict.UNKNOWN)


def test_a_name_with_another_item_of_the_pack_is_a_file_handed_in_for_it() -> None:
    made = report("O41.pdf", TOWN, " (O42)")
    assert "DOC006" in {finding.code for finding in made.findings}
