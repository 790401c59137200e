"""A table without lines that was not read as one shows by its headings, side by side on one line
or as lines of their own.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import case, with_document

from ita_checker.facts.tables import NAME, field
from ita_checker.facts.tables.fields import ALONE, HEADS
from ita_checker.facts.tables.unread import A_NAME, unread_plan, unread_results
from ita_checker.model import Box, Case, Page
from ita_checker.text.flow import fold

PLAN = "มาตรการของหน่วยงาน\nที่\nมาตรการ\nขั้นตอนการปฏิบัติ\nผู้รับผิดชอบ\n1 การมอบหมายงาน"


def placed(text: str, *tops: float) -> Case:
    """Return the case with the page's lines moved to these heights."""
    made = case(text)
    page = made.document.pages[0]
    moved = [
        replace(line, box=Box(line.box.x0, top, line.box.x1, top + 14))
        for line, top in zip(page.lines, tops, strict=True)
    ]
    pages: tuple[Page, ...] = (replace(page, lines=tuple(moved)),)
    return with_document(made, replace(made.document, pages=pages))


def test_headings_on_one_line_are_those_of_an_unread_table() -> None:
    read = case("มาตรการของหน่วยงาน\nที่ มาตรการ ขั้นตอนการปฏิบัติ ผู้รับผิดชอบ\n1 การมอบหมายงาน")
    assert unread_plan(read.facts) is not None
    assert unread_results(read.facts) is None


@pytest.mark.parametrize(
    ("tops", "found"), [((50, 90, 92, 88, 93, 120), True), ((50, 90, 110, 130, 150, 170), False)]
)
def test_headings_read_as_lines_of_their_own_count_where_they_stand_side_by_side(
    tops: tuple[float, ...], found: bool
) -> None:
    assert (unread_plan(placed(PLAN, *tops).facts) is not None) is found


def test_a_covers_title_is_no_row_of_headings() -> None:
    cover = "-> รายงานการวิเคราะห์ผล มาตรการ และผลการดำเนินการ\n-> ประจำปีงบประมาณ พ.ศ. 2566\n-> องค์การบริหารส่วนตำบลทุ่งกระถิน"
    told = "รายงานการวิเคราะห์ผล มาตรการ และผลการดำเนินการ"
    read = case(
        f"{cover}\n---page---\nองค์การบริหารส่วนตำบลทุ่งกระถินจัดทำรายงานฉบับนี้ขึ้นเพื่อเผยแพร่\n\n1. มาตรการ"
    )
    assert unread_results(read.facts) is None
    assert unread_results(case(f"องค์การบริหารส่วนตำบล\n{told}").facts) is not None


@pytest.mark.parametrize(
    "title",
    [
        "รายงานการวิเคราะห์ มาตรการ และความก้าวหน้าการดำเนินการ",
        "รายงานการวิเคราะห์ผล มาตรการ และผลการดำเนินการ",
        "มาตรการ ผู้รับผิดชอบ และผลการดำเนินการ",
    ],
)
def test_a_title_over_running_text_is_no_row_of_headings(title: str) -> None:
    said = "องค์การตลาดเป็นรัฐวิสาหกิจ มีสำนักงานใหญ่และตลาดสาขา ได้คะแนนลดลงจากปีก่อน เพราะผู้ค้าเห็นว่าช้า"
    read = case(f"# {title}\n# ประจำปีงบประมาณ พ.ศ. 2566\n-> องค์การตลาด\n\n{said}\n{said}")
    assert unread_results(read.facts) is None


def test_no_heading_stands_over_names_without_a_word_that_its_line_is_asked_for_first() -> None:
    assert NAME not in {*ALONE().values(), *HEADS().values()}
    for heading in ("มาตรการ", "หัวข้อมาตรการ", "โครงการ/มาตรการ", "ชื่อมาตรการ ปีงบประมาณ พ.ศ. 2564"):
        assert field(fold(heading)) == NAME and A_NAME.search(fold(heading))
