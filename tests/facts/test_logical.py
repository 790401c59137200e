"""The document before it was cut into pages: what runs on overleaf is whole, evidence stays put."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from building import document

from ita_checker.facts.page import joining, logical
from ita_checker.facts.page.frames import (
    Frame,
    FrameCell,
    headings_apart,
    on_one_grid,
    without_tips,
)
from ita_checker.facts.page.overleaf import row_goes_on
from ita_checker.facts.page.run_on import dangles
from ita_checker.model import Box, Document, Line, Page

HEAD = "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม\n"


def rows(text: str) -> list[list[str]]:
    """Return the rows of the document's tables, each cell on one line."""
    made = logical(document(text))
    found: list[list[str]] = []
    for page in made.pages:
        for table in page.tables:
            for cell in table.cells:
                while len(found) <= cell.row:
                    found.append([""] * table.columns)
                said = "".join(line.text for line in page.lines[cell.first : cell.last])
                found[cell.row][cell.column] = said
    return found


def lines(made: Document) -> list[str]:
    return [line.text for page in made.pages for line in page.lines]


def test_the_rest_of_a_row_goes_to_its_cells() -> None:
    text = (
        f"{HEAD}"
        "มาตรการ // ตรวจสอบ | จัดทำคู่มือ // ประกาศใช้และ | สำนักปลัด | รายงาน // - รอบ 3 เดือน\n"
        "---page---\n"
        "การใช้ดุลพินิจ | แจ้งเวียน |  | - รอบ 9 // เดือน\n"
    )
    assert rows(text)[1:] == [
        [
            "มาตรการตรวจสอบการใช้ดุลพินิจ",
            "จัดทำคู่มือประกาศใช้และแจ้งเวียน",
            "สำนักปลัด",
            "รายงาน- รอบ 3 เดือน- รอบ 9เดือน",
        ]
    ]


def test_a_row_that_begins_as_the_others_do_is_a_new_one() -> None:
    text = (
        f"{HEAD}"
        "มาตรการตรวจสอบ | จัดทำคู่มือ | สำนักปลัด | รอบ 6 เดือน\n"
        "---page---\n"
        "มาตรการเผยแพร่ | ปรับปรุงเว็บ | กองคลัง | รอบ 6 เดือน\n"
    )
    assert [row[0] for row in rows(text)[1:]] == ["มาตรการตรวจสอบ", "มาตรการเผยแพร่"]


@pytest.mark.parametrize(("topic", "whole"), [("จัดซื้อจัดจ้าง", True), ("5. จัดซื้อจัดจ้าง", False)])
def test_a_row_without_a_number_below_numbered_ones_is_the_rest_of_one(
    topic: str, whole: bool
) -> None:
    numbered = "".join(
        f"{at}. {name} | มาตรการ{name} | สำนักปลัด | ทุกเดือน\n"
        for at, name in enumerate(("บริการ", "สื่อสาร", "ใช้อำนาจ"), 1)
    )
    last = "4. งบประมาณ // และการ | มาตรการติดป้าย // พร้อมคิว | กองคลัง | รายไตรมาส"
    text = f"{HEAD}{numbered}{last}\n---page---\n{topic} | อาร์โค้ด |  | \n"
    assert (len(rows(text)) == 5) is whole


def test_a_number_alone_at_the_pages_end_bears_the_name_overleaf() -> None:
    text = (
        HEAD + "1. มาตรการเผยแพร่ | แต่งตั้งผู้ดูแล | สำนักปลัด | ทุกเดือน\n"
        "2. | จัดทำหลักเกณฑ์ | กองช่าง | ทุกเดือน\n"
        "---page---\n"
        "{}มาตรการตรวจสอบ | แจ้งหลักเกณฑ์ | กองคลัง | รายไตรมาส\n"
    )
    assert [row[0] for row in rows(text.format(""))[2:]] == ["2.มาตรการตรวจสอบ"]
    assert [row[0] for row in rows(text.format("3. "))[2:]] == ["2.", "3. มาตรการตรวจสอบ"]


def test_cells_that_the_pages_end_left_behind_are_of_the_row_whose_name_stands_overleaf() -> None:
    text = (
        f"{HEAD}มาตรการยืมคืน | ลงทะเบียน | กองคลัง | รอบ 6 เดือน\n |  |  | รอบ 12 เดือน\n"
        "---page---\nมาตรการแจ้งเบาะแส | เปิดตู้รับเรื่อง | นิติกร |  \n"
    )
    assert rows(text)[2:] == [["มาตรการแจ้งเบาะแส", "เปิดตู้รับเรื่อง", "นิติกร", "รอบ 12 เดือน"]]


@pytest.mark.parametrize("columns", [2, 4])
def test_a_label_left_alone_at_the_pages_end_has_what_stands_beside_it_overleaf(
    columns: int,
) -> None:
    above = ("ผู้ขับเคลื่อน", "กองคลัง", "ตุลาคม", "เสร็จ")[:columns]
    label = ("งานที่ทำไปแล้ว", *[""] * (columns - 1))
    beside = ("", "จัดทำคู่มือ", "มกราคม", "ทำแล้ว")[:columns]
    below = ("ผลดี", "คู่มือ 11 เล่ม", "มีนาคม", "เสร็จ")[:columns]
    printed = [" | ".join(row) for row in (above, label, ("---page---",), beside, below)]
    assert rows("\n".join(printed) + "\n") == [
        list(above),
        ["งานที่ทำไปแล้ว", *beside[1:]],
        list(below),
    ]


def test_a_bracket_closed_overleaf_was_opened_in_the_same_row() -> None:
    text = (
        f"{HEAD}1. มาตรฐานบริการจุดเดียว ( | จัดบัตรคิว | สำนักปลัด | รอบ 6 เดือน\n"
        "---page---\nคุณภาพการดำเนินงาน) | ให้ผู้รับบริการกรอก |  |  \n"
    )
    assert len(rows(text)) == 2


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [("และรอบ 12", "เดือน", True), ("รอบ", "12 เดือน", True), ("ทำป้าย 12", "เดือนละป้าย", False)],
)
def test_a_round_that_ends_overleaf_was_begun_in_the_same_row(
    above: str, below: str, whole: bool
) -> None:
    head = "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การติดตาม\n"
    one = f"1. ทำป้ายบอกทาง // ในอาคาร // ทุกชั้น | ติดป้าย | กองช่าง // และกอง | รายงาน // {above}\n"
    text = f"{head}{one}---page---\n(บริการ) |  | การศึกษา | {below}\n"
    assert (len(rows(text)) == 2) is whole


def test_a_number_that_counts_on_begins_a_new_row() -> None:
    head = "ที่ | มาตรการ | ผู้รับผิดชอบ\n"
    text = f"{head}1 | ตรวจสอบการ | สำนักปลัด\n---page---\n2 | เผยแพร่ข้อมูล | กองคลัง\n"
    assert [row[0] for row in rows(text)[1:]] == ["1", "2"]


def test_a_label_that_counts_on_from_one_above_begins_a_row() -> None:
    text = (
        "ใบงานที่ 1 | รับสินบน\nคนดูแล | สำนักปลัด\nติดตาม | รายงานปลัด รอบ ๖ เดือน และรอบ ๑๒ เดือน\n"
        "---page---\nใบงานที่ 2 | ให้บริการ\nคนดูแล | กองช่าง\nติดตาม | รายงานปลัด\n"
    )
    card = ["ใบงานที่ {}", "คนดูแล", "ติดตาม"]
    assert [row[0] for row in rows(text)] == [label.format(at) for at in (1, 2) for label in card]


def test_a_list_that_begins_again_at_one_begins_a_new_row() -> None:
    text = (
        f"{HEAD}"
        "ประกาศเจตจำนง | 1. ประกาศ // 2. เผยแพร่ | สำนักปลัด | รอบ 6 เดือน\n"
        "---page---\n"
        "การรับสินบน | 1. กำหนด // 2. แจ้ง |  | รอบ 12 เดือน\n"
    )
    assert len(rows(text)) == 3


def test_headings_alone_above_a_pages_end_are_no_beginning_of_the_first_row() -> None:
    text = (
        "ลำดับ | ทำอะไร | ใครทำ | ติดตามอย่างไร\n---page---\n"
        "๑ | ชี้แจงข้อห้าม | ปลัด อบต. |\n๒ | ปิดป้าย | กองคลัง | เสนอนายก\n"
    )
    begun = rows(text)
    assert [row[0] for row in begun] == ["ลำดับ", "๑", "๒"]
    assert begun[1][1:3] == ["ชี้แจงข้อห้าม", "ปลัด อบต."]


def test_headings_repeated_overleaf_stand_once() -> None:
    text = f"{HEAD}มาตรการหนึ่ง | ก | ข | ค\n---page---\n{HEAD}มาตรการสอง | ง | จ | ฉ\n"
    assert [row[0] for row in rows(text)] == ["มาตรการ", "มาตรการหนึ่ง", "มาตรการสอง"]


@pytest.mark.parametrize(("shown", "count"), [("ผู้รับ", 2), ("ผู้ตรวจ", 4)])
def test_a_heading_of_which_the_next_page_shows_the_beginning_alone_is_repeated(
    shown: str, count: int
) -> None:
    head = "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ\n"
    text = f"{head}1. เปิดราคาต่อ // ทุกคนที่มา | ติดป้ายราคา // ทุกจุดรับ | กองคลัง\n---page---\n"
    text += f"มาตรการ | ขั้นตอน | {shown}\nติดต่อสำนักงาน | บริการ |  \n"
    assert len(rows(text)) == count


def test_another_table_on_the_next_page_stays_another() -> None:
    text = (
        f"{HEAD}มาตรการหนึ่ง | ก | ข | ค\n---page---\nมาตรการ | ผลการดำเนินการ\nมาตรการหนึ่ง |"
        " ประกาศแล้ว\n"
    )
    made = logical(document(text))
    assert [len(page.tables) for page in made.pages] == [1, 1]


def test_a_sentence_goes_on_over_the_page() -> None:
    long = "องค์การบริหารส่วนตำบลหนองแวงได้วิเคราะห์ผลการประเมินและกำหนดมาตรการเพื่อ"
    made = logical(document(f"{long}\n---page---\nยกระดับคุณธรรม ประจำปี 2564\n# ส่วนที่ 2\n"))
    start = made.text.index("เพื่อ")
    assert made.text[start:].startswith("เพื่อ\nยกระดับคุณธรรม")
    span = made.span(start, made.text.index("คุณธรรม"))
    assert [place.page for place in span.places] == [1, 2]
    assert span.quote == "เพื่อยกระดับ"


def test_evidence_of_a_moved_cell_points_to_the_page_it_is_printed_on() -> None:
    text = f"{HEAD}มาตรการหนึ่ง | ก | ข | ค\n---page---\n{HEAD}มาตรการสอง | ง | จ | ฉ\n"
    read = document(text)
    made = logical(read)
    (place,) = made.span(start := made.text.index("มาตรการสอง"), start + 10).places
    (printed,) = read.span(start := read.text.index("มาตรการสอง"), start + 10).places
    assert place == printed


def test_a_bold_line_on_top_of_a_page_goes_on_with_no_plain_one_however_full() -> None:
    full = "ติดตามโดยหน่วยตรวจสอบภายในสุ่มตรวจทุกสัปดาห์แล้วสรุปผลให้ปลัดทราบปีละสองครั้ง รอบ 12 เดือน"
    text = f"{full}\n---page---\n{{}}\nทำแล้ว เปิดระบบจองรถ\n"
    assert f"{full}\nตอน ค สมุดงาน" in logical(document(text.format("ตอน ค สมุดงาน"))).text
    assert f"{full}\n\f" in logical(document(text.format("**ตอน ค สมุดงาน**"))).text


def test_what_ends_on_its_page_does_not_go_on() -> None:
    made = logical(document("1. การวิเคราะห์\nพบว่าดี\n---page---\nผลการดำเนินการมีดังนี้\n"))
    assert "พบว่าดี\n\f" in made.text


def test_running_heads_stand_in_the_way_of_no_sentence() -> None:
    pages = [
        (
            "รายงานของเทศบาลตำบลหนองแวง\nก |"
            " ข\n\nเทศบาลได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสโดยการ"
        ),
        "รายงานของเทศบาลตำบลหนองแวง\nประกาศเจตจำนง",
        "รายงานของเทศบาลตำบลหนองแวง\nจบ",
    ]
    made = logical(document("\n---page---\n".join(pages)))
    assert "โดยการ\nประกาศเจตจำนง" in made.text
    running = [line.text for page in made.pages for line in page.lines if line.running]
    assert running == ["รายงานของเทศบาลตำบลหนองแวง"] * 2
    assert len(lines(made)) == 8


def test_a_foot_that_ends_in_a_year_and_the_pages_number_runs_through() -> None:
    pages = [
        "\n".join(
            [
                *[f"เทศบาลได้ดำเนินการตามมาตรการ{'กข'[number - 1]}{at}แล้ว" for at in range(34)],
                f"ทต.หนองแวง / O25 / 2569 {number}",
            ]
        )
        for number in (1, 2)
    ]
    made = logical(document("\n---page---\n".join(pages)))
    running = [line.text for page in made.pages for line in page.lines if line.running]
    assert running == ["ทต.หนองแวง / O25 / 2569 1", "ทต.หนองแวง / O25 / 2569 2"]


def test_the_title_of_a_cover_is_no_running_head_of_the_title_inside() -> None:
    title = "# รายงานผลการดำเนินการตามมาตรการ\n"
    made = logical(document(f"{title}---page---\n{title}เทศบาลได้ดำเนินการ\n"))
    assert not any(line.running for page in made.pages for line in page.lines)


def test_pages_not_read_join_nothing() -> None:
    text = (
        f"{HEAD}มาตรการหนึ่ง | ก | ข | ค\n---page---\n(unread)\n---page---\n{HEAD}มาตรการสอง | ง |"
        " จ | ฉ\n"
    )
    assert [len(page.tables) for page in logical(document(text)).pages] == [1, 0, 1]


def drawn_rows(*rows: tuple[str, ...]) -> Frame:
    """Return a table whose rows hold these cells, their lines parted by /."""
    cells = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            box = Box(column * 100.0, row * 100.0, column * 100.0 + 100, row * 100.0 + 100)
            lines = [
                Line(
                    part,
                    Box(box.x0 + 5, box.top + 20 * at, box.x1, box.top + 20 * at + 16),
                    array("f", [0.0] * 2 * len(part)),
                    part,
                )
                for at, part in enumerate(text.split("/"))
            ]
            cells.append(FrameCell(row, column, 1, 1, box, tuple(lines)))
    wide = len(rows[0]) * 100.0
    sides = tuple(column * 100.0 for column in range(len(rows[0]) + 1))
    return Frame(tuple(cells), len(rows), sides, Box(0, 0, wide, len(rows) * 100.0), True)


def test_headings_repeated_without_a_line_below_stand_apart_from_the_row_that_goes_on() -> None:
    upper = drawn_rows(("มาตรการ", "การ/ดำเนินการ"), ("มาตรการแรก", "ประชุม/เมื่อวันที่"))
    lower = drawn_rows(("มาตรการ", "การดำเนินการ/2 มิถุนายน"), ("มาตรการที่สอง", "อบรม"))
    apart = headings_apart(upper, lower)
    assert apart is not None
    assert [apart.said(row) for row in range(3)] == [
        ("มาตรการ", "การดำเนินการ"),
        ("", "2มิถุนายน"),
        ("มาตรการที่สอง", "อบรม"),
    ]


@pytest.mark.parametrize(
    "first",
    [
        ("มาตรการ", "การดำเนินการ"),  # a row of its own
        ("มาตรการแรก", "การดำเนินการ/2 มิถุนายน"),
        ("มาตรการ", "2 มิถุนายน"),
    ],
)
def test_other_first_rows_are_left_as_they_are(first: tuple[str, ...]) -> None:
    upper = drawn_rows(("มาตรการ", "การดำเนินการ"), ("มาตรการแรก", "ประชุม"))
    assert headings_apart(upper, drawn_rows(first, ("มาตรการที่สอง", "อบรม"))) is None


def test_the_tips_of_a_heading_printed_overleaf_are_no_row() -> None:
    heads = ("มาตรการ", "ขั้นตอน")
    upper = drawn_rows(heads, ("มาตรการแรก", "ประชุม"), ("", "ขั้"))
    lower = drawn_rows(heads, ("ในการดำเนินงาน", "ติดตาม"))
    assert without_tips(upper, lower).rows == 2
    assert without_tips(drawn_rows(heads, ("มาตรการแรก", "ประชุม"), ("", "อบรม")), lower).rows == 3


def test_a_list_that_counts_on_overleaf_numbers_no_row() -> None:
    heads = ("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ")
    upper = drawn_rows(
        heads,
        ("มาตรการแรก", "1. ประกาศ/2. ติดตาม", "สำนักปลัด"),
        ("มาตรการจัดการเรื่องร้องเรียนและประพฤติมิ", "1. แจ้งผลแก่ผู้ร้อง", "งานพัสดุ"),
    )
    lower = drawn_rows(("ชอบ", "2. จัดทำคู่มือ", ""), ("มาตรการที่สาม", "1. อบรม", "สำนักปลัด"))
    assert row_goes_on(upper, lower)
    anew = drawn_rows(("มาตรการที่สาม", "1. อบรม", "สำนักปลัด"))
    assert not row_goes_on(upper, anew)


def test_a_cell_drawn_past_its_tables_last_side_stays_within_its_columns() -> None:
    def drawn(cells: list[Box], table: Box) -> Frame:
        own = tuple(FrameCell(row, 0, 1, 1, box, ()) for row, box in enumerate(cells))
        return Frame(own, len(own), (0.0, 700.0), table, True)

    page = Box(0, 0, 700, 600)
    wild = drawn([page, Box(690, 200, 1400, 400)], page)
    both = on_one_grid(wild, drawn([page, page], page))
    assert both is not None
    assert {(cell.column, cell.columns) for own in both for cell in own.cells} == {(0, 1)}


def test_a_table_over_many_pages_is_whole_and_its_lines_are_put_in_place_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put = list[str]()
    move = joining.moved

    def counted(line: Line, by: float, page: int) -> Line:
        put.append(line.text)
        return move(line, by, page)

    monkeypatch.setattr(joining, "moved", counted)
    pages = [
        HEAD
        + "".join(
            f"เรื่องที่{page:02}{row} | ทำ{page}-{row} | กองคลัง | รอบ 6 เดือน\n" for row in range(9)
        )
        for page in range(30)
    ]
    made = logical(document("---page---\n".join(pages)))
    (table,) = (table for page in made.pages for table in page.tables)
    names = [
        line.text
        for cell in table.cells
        if cell.column == 0
        for line in made.pages[0].lines[cell.first : cell.last]
    ]
    assert names == ["มาตรการ", *(f"เรื่องที่{page:02}{row}" for page in range(30) for row in range(9))]
    homes = [line.home.page for line in made.pages[0].lines if line.home]
    assert homes == sorted(homes) and set(homes) == set(range(2, 31))
    assert len(put) < 2 * len(made.pages[0].lines)


def test_a_title_over_all_columns_overleaf_is_no_rest_of_the_last_row() -> None:
    upper = drawn_rows(("ใครทำ", "กองคลัง"), ("ตามผล", "รายงานทุกไตรมาสต่อปลัด"))
    lower = drawn_rows(("มาตรการ ข. ร่วมปรับปรุงบริการ", ""), ("ใครทำ", "กองช่าง"))
    whole = replace(lower, cells=(replace(lower.cells[0], columns=2), *lower.cells[2:]))
    assert not row_goes_on(upper, whole)


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("ยืมเต็นท์ เก้าอี้ // ไม่ต้องฝาก | ทำคิวออนไลน์ // จ่ายตามคิว | สำนักปลัด // เทศบาล | ทุกเดือน", 2),
        ("ค่าอาหาร | เขียนบนกระดาน // ทุกเช้า | กองการศึกษา | เดือนละครั้ง", 2),
        (" | และแจ้งเวียน | กองคลัง | ", 1),  # nothing stands where names do: the rest of the row
    ],
)
def test_a_row_whose_frame_is_left_open_overleaf_is_a_row_where_the_one_above_had_ended(
    below: str, count: int
) -> None:
    text = (
        f"{HEAD}ตลาดสด เปิด // บัญชีแผง | สำรวจแผง ทำ // บัญชี ติด // ประกาศ | กองคลัง | ทุกเดือน\n"
        f"---page---\n{below}\n"
    )
    read = document(text)
    first, second = read.pages
    made = logical(replace(read, pages=(first, replace(second, tables=()))))
    (table,) = made.pages[0].tables
    assert table.rows == 1 + count


def test_the_label_of_another_card_on_top_of_a_page_begins_a_row() -> None:
    text = (
        "เรื่องที่ 2 | ใบรับรองในวันเดียว\nวิธีทำ | ติดประกาศ\nฝ่ายที่รับไป | งานทะเบียน\n\n"
        "เรื่องที่ 1 | คิวเดียวจบ\nวิธีทำ | จัดประชุมครูชี้แจงก่อน\n"
        "---page---\nฝ่ายที่รับไป | งานบุคลากร\nติดตามโดย | รองผู้อำนวยการ\n"
    )
    assert ["ฝ่ายที่รับไป", "งานบุคลากร"] in rows(text)


def test_a_bracket_that_closes_behind_a_number_counts_nothing_to_come() -> None:
    assert dangles("ตามข้อ (1) และ (2)") == dangles("ดังนี้ (3)") is True
    assert dangles("ให้คำปรึกษา 23 ราย (ผู้รับคำปรึกษาพึงพอใจร้อยละ 94)") is False


def side_by_side(page: Page) -> Page:
    """Return the page with its second table level with the first, to the right of it."""
    first, *others = page.tables
    lines = list(page.lines)
    tables = [first]
    for table in others:
        right, up = first.box.x1 + 10 - table.box.x0, table.box.top - first.box.top

        def put(box: Box, right: float = right, up: float = up) -> Box:
            return Box(box.x0 + right, box.top - up, box.x1 + right, box.bottom - up)

        cells = tuple(replace(cell, box=put(cell.box)) for cell in table.cells)
        for cell in cells:
            for at in range(cell.first, cell.last):
                lines[at] = replace(lines[at], box=put(lines[at].box))
        tables.append(replace(table, box=put(table.box), cells=cells))
    return replace(page, lines=tuple(lines), tables=tuple(tables))


PLAN_REST = "แจ้งเบาะแส | นิติกร | ทุกเดือน\n"
DONE_REST = "แจ้งเบาะแส | มีนาคม | เปิดตู้ | 7 เรื่อง\n"


@pytest.mark.parametrize(
    ("overleaf", "planned", "done"),
    [(f"{PLAN_REST}\n{DONE_REST}", 3, 3), (PLAN_REST, 3, 2)],
)
def test_tables_side_by_side_go_on_overleaf_each_under_its_own(
    overleaf: str, planned: int, done: int
) -> None:
    text = (
        "ชื่อ | ผู้ทำ | ติดตาม\nยืมคืน | กองคลัง | ทุกเดือน\n\nสิ่งที่ทำได้จริง\n"
        "ชื่อ | ช่วง | สิ่งที่ทำ | ผล\nยืมคืน | มกราคม | ทำทะเบียน | ครบ\n"
        f"---page---\n{overleaf}"
    )
    read = document(text)
    made = logical(replace(read, pages=tuple(map(side_by_side, read.pages))))
    assert [[table.rows for table in page.tables] for page in made.pages] == [[planned, done], []]


def test_a_running_head_set_as_a_table_stands_in_the_way_of_no_table() -> None:
    head = "รายงานผลตามมาตรการ ปี 2566 | อบต.ตัวอย่าง | หน้า {}\n\n"
    text = (
        f"ปก\n---page---\n{head.format(2)}ผลที่ทำได้\n{HEAD}มาตรการแรก | ประชุม | กองคลัง | ทุกเดือน\n"
        f"---page---\n{head.format(3)}มาตรการที่สอง | อบรม | กองช่าง | ทุกปี\n"
        f"---page---\n{head.format(4)}ลงชื่อ\n"
    )
    made = logical(document(text))
    assert [[table.rows for table in page.tables] for page in made.pages] == [[], [1, 3], [], []]
    assert [line.text for line in made.pages[2].lines if line.running] == [
        "รายงานผลตามมาตรการ ปี 2566",
        "อบต.ตัวอย่าง",
        "หน้า 3",
    ]


@pytest.mark.parametrize(
    ("last", "reaches"),
    [
        ("มาตรการที่สาม | อบรม | กองช่าง | ^\n", 2),  # the cell beside it goes on, over two rows
        ("มาตรการที่สาม | อบรม | กองช่าง | ทุกปี\n", 1),
    ],
)
def test_an_empty_cell_beside_a_merged_one_that_goes_on_overleaf_goes_on_too(
    last: str, reaches: int
) -> None:
    text = (
        f"{HEAD}มาตรการแรก | ประชุม // ทุกเดือน | กองคลัง | รายงานปลัด\n"
        f"---page---\nมาตรการที่สอง | อบรม // ทุกคน |  | \n{last}"
    )
    (table,) = logical(document(text)).pages[0].tables
    assert {(cell.row, cell.column): cell.rows for cell in table.cells}[1, 2] == reaches


def test_an_entry_that_counts_on_from_the_one_above_begins_a_row_beside_a_merged_cell() -> None:
    name, steps = "1. การใช้ทรัพย์สินของทางราชการ", "ประกาศแนวทางการยืมทุกประเภท"
    row = f"{name} | {steps} | กองคลังและสำนักปลัดเทศบาล | ยังไม่ครบกำหนด"
    text = (
        f"{HEAD}{row}\n---page---\n2. เปิดแผนจัดซื้อประจำปี | เผยแพร่แผนบนเว็บไซต์ | ลงนามรับรองทุกครั้ง |  \n"
    )
    assert len(rows(text)) == 3


@pytest.mark.parametrize(
    ("tips", "aside"), [("สิ้", True), ("สิ้ ใ", True), ("สิ้น", False), ("รู้", False), ("ไ", False)]
)
def test_the_tips_of_the_next_pages_first_line_are_no_line_of_their_own(
    tips: str, aside: bool
) -> None:
    text = (
        f"2. ผู้รับผิดชอบ : กองคลัง\n{tips}\n---page---\n3. การกำกับติดตาม : สรุปผลทุกสิ้นภาคเรียน ในที่ประชุม\n"
    )
    (first, _) = logical(document(text)).pages
    assert [line.running for line in first.lines if line.text == tips] == [aside]
