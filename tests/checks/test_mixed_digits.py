"""TXT003: a number or pair in both kinds of digits."""

from dataclasses import replace

import pytest
from building import case, with_document

from ita_checker.checks.mixed_digits import FONT, Params, check
from ita_checker.model import Verdict


def said(text: str) -> list[tuple[str, int]]:
    return [
        (finding.subject, len(finding.spans)) for finding in check(case(text), Params()).findings
    ]


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("ประจำปี 202๓ และ ๒๕๖4", ["202๓", "๒๕๖4"]),
        ("(รอบ 5 เดือน/๑๒ เดือน)", ["5 เดือน/๑๒ เดือน"]),
        ("รอบ 6/๑๒ เดือน", ["6/๑๒ เดือน"]),
        ("รอบ ๖ เดือนและ 12 เดือน", ["๖ เดือนและ 12 เดือน"]),
        ("คะแนน 85.๑๕ จำนวน ๑,250 บาท", ["85.๑๕", "๑,250"]),
        ("แผนแม่บท พ.ศ. ๒๕๖๑ - 2580", ["๒๕๖๑ - 2580"]),
        ("วันที่ 1๕ มกราคม 2566", ["1๕"]),
        ("ประจำปี พ.ศ. ๒๕๖ 5", ["๒๕๖ 5"]),
    ],
)
def test_mixed(text: str, mixed: list[str]) -> None:
    assert [quote for quote, _ in said(text)] == mixed


@pytest.mark.parametrize(
    "text",
    [
        "๑ ต.ค. 2563 ถึง ๓๑ มี.ค. 2564",
        "คำสั่งที่ ๕๒/2568 ลงวันที่ ๓ มกราคม 2568",
        "รอบ ๖ เดือน/๑๒ เดือน และรอบ 6 เดือน/12 เดือน",
        "ข้อ ๑ มีผู้เข้าร่วม 40 คน",
        "๓. จัดอบรม\n2. ประเมินผล",
        "คะแนน 15\n๒๕๖๔ เป็นปีที่",
        "โทร ๐๔๓-123456",
    ],
)
def test_not_mixed(text: str) -> None:
    assert said(text) == []


def test_a_font_that_draws_arabic_digits_as_thai_ones_is_no_slip() -> None:
    answer = check(case("\n".join(f"ปี ๒๕๖{last} มี ๑{last} ราย" for last in range(8))), Params())
    assert (answer.verdict, answer.findings, answer.note) == (Verdict.MET, (), FONT)


def test_the_same_slip_in_two_places_is_one_finding() -> None:
    assert said("รอบ 5 เดือน/๑๒ เดือน\n\nรายงานรอบ 5 เดือน/๑๒ เดือน") == [("5 เดือน/๑๒ เดือน", 2)]


def test_digits_that_the_font_draws_as_thai_ones_are_not_mixed_and_others_on_the_page_are() -> None:
    made = case("ประจำปี ๒๕๖7\nรอบ ๖2 วัน")
    page = made.document.pages[0]
    line = page.lines[0]
    seven = (line.edges[2 * line.text.index("7")], line.box.bottom)
    shown = with_document(made, replace(made.document, pages=(replace(page, redrawn=(seven,)),)))
    assert [finding.subject for finding in check(shown, Params()).findings] == ["๖2"]


def test_the_mark_of_a_note_behind_a_year_is_told_from_it_by_its_digits() -> None:
    text = "ประกาศเมื่อปี 2564๔ และรายงานในปี ๒๕๖๕1 ตามลำดับ"
    assert check(case(text), Params()).findings == ()
    assert [one.found for one in check(case("ประกาศเมื่อปี 256๔"), Params()).findings] == ["256๔"]
