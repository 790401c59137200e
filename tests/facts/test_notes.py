"""Notes at the foot of a page: their marks are part of no number and no name, what they say is told of
the measure that bears the mark.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import case, with_document

from ita_checker.checks.mixed_digits import Params, check
from ita_checker.facts.measures import plan
from ita_checker.facts.page import flow, notes
from ita_checker.facts.tables import said
from ita_checker.model import Box, Case

TEXT = """# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน

กำหนดเป็นมาตรการสองข้อ ข้อแรก คือ จัดชั้นเอกสารให้ครบ{0} เพื่อแก้การเปิดเผยข้อมูล ข้อที่สอง คือ ติดเลขพัสดุทุกชิ้น{1} เพื่อดูแลของหลวง ทั้งสองข้อทำถึงเดือนกันยายน 2564{2} แล้วสรุปผล

{0} ผู้รับผิดชอบ คือ กองคลัง ขั้นตอน คือ เทียบรายการ แล้วนำขึ้นเว็บไซต์
{1} ผู้รับผิดชอบ คือ สำนักปลัด ขั้นตอน คือ ตรวจนับ ติดเลข
{2} กำกับติดตามโดยปลัด รายงานรอบ 6 เดือนและรอบ 12 เดือน
"""


def small(made: Case, below: str) -> Case:
    """Return the case with the lines from one that begins so in small letters."""
    pages = []
    for page in made.document.pages:
        first = next(at for at, line in enumerate(page.lines) if line.text.startswith(below))
        lines = [
            replace(line, box=replace(line.box, bottom=line.box.top + 0.8 * _high(line.box)))
            if at >= first
            else line
            for at, line in enumerate(page.lines)
        ]
        pages.append(replace(page, lines=tuple(lines)))
    return with_document(made, replace(made.document, pages=tuple(pages)))


def _high(box: Box) -> float:
    return box.bottom - box.top


def noted(*marks: str) -> Case:
    return small(case(TEXT.format(*marks)), f"{marks[0]} ผู้รับผิดชอบ")


def test_a_raised_mark_may_stand_behind_a_year() -> None:
    text = TEXT.format(*"123").replace("25643", "2564³")
    made = small(case(text), "1 ผู้รับผิดชอบ")
    marks = [one.mark for one in notes(made.facts)]
    assert [flow(made.facts).text[slice(*one)] for one in marks] == ["1", "2", "³"]


@pytest.mark.parametrize("marks", ["๑๒๓", "123"])
def test_a_mark_stands_behind_a_word_and_heads_a_small_line_below(marks: str) -> None:
    text = TEXT.replace("2564{2}", "ของปี{2}").format(*marks)
    made = small(case(text), f"{marks[0]} ผู้รับผิดชอบ")
    said_there = flow(made.facts).text
    assert [said_there[one.start : one.end][:12] for one in notes(made.facts)] == [
        "ผู้รับผิดชอบ",
        "ผู้รับผิดชอบ",
        "กำกับติดตามโ",
    ]


def test_a_mark_behind_a_number_mixes_no_digits() -> None:
    assert check(noted(*"๑๒๓"), Params()).findings == ()
    plain = case("เบิกจ่าย 564๓ บาท แล้วสรุปผล\n\n๑ ก้าวแรก\n๒ ก้าวต่อไป")
    assert [one.subject for one in check(plain, Params()).findings] == ["564๓"]


def test_what_a_note_says_is_told_of_the_measure_with_its_mark() -> None:
    made = noted(*"๑๒๓")
    found = plan(made.facts)
    assert [one.called for one in found] == ["จัดชั้นเอกสารให้ครบ", "ติดเลขพัสดุทุกชิ้น"]
    who = [said(made.facts, one.fields["responsible"]) for one in found]
    assert ["กองคลัง" in who[0], "สำนักปลัด" in who[1]] == [True, True]


def test_lines_numbered_in_letters_as_large_as_the_text_are_no_notes() -> None:
    assert notes(case(TEXT.format(*"๑๒๓")).facts) == ()


def test_what_is_counted_may_be_joined_to_its_name() -> None:
    text = """มาตรการที่กำหนดไว้

    เรื่องแรก คือ เปิดเผยการจัดซื้อ ให้กองคลังรับผิดชอบ รายงานรอบ 6 เดือน เรื่องที่สอง ได้แก่ ลงเวลาด้วยลายนิ้วมือ ให้สำนักปลัดรับผิดชอบ รายงานรอบ 6 เดือน
    """
    assert [one.called for one in plan(case(text).facts)] == ["เปิดเผยการจัดซื้อ", "ลงเวลาด้วยลายนิ้วมือ"]
