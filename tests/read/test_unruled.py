"""Tables without lines: whose columns are plain, and what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from unittest.mock import Mock

import pytest

from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.page import bands, unruled
from ita_checker.read.page import columns as layout
from ita_checker.read.page.rows import Row, row_of, runs

SIZE, STEP = 14.0, 20.0
Lines = Sequence[Sequence[str]]  # the lines of each cell of a row


def _line(text: str, x: float, y: float) -> list[Cluster]:
    return [Cluster(letter, x + 7 * i, x + 7 * i + 7, y, SIZE, 0) for i, letter in enumerate(text)]


def _drawn(table: Sequence[Lines], columns: Sequence[float], padding: float = 8.0) -> list[Cluster]:
    """Return a table drawn cell by cell, its rows `padding` further apart than their lines."""
    found: list[Cluster] = []
    y = 100.0
    for row in table:
        for x, lines in zip(columns, row, strict=True):
            for number, text in enumerate(lines):
                found += _line(text, x, y + STEP * number)
        y += STEP * max(map(len, row)) + padding
    return found


def _read(found: Sequence[Cluster]) -> list[object]:
    """Return each line as a text, each table as its rows of cells."""

    def text(lines: Sequence[Row]) -> str:
        return "|".join(line.text for line in lines)

    return [
        [[text(cell) for cell in row] for row in block.cells] if block.cells else text(block.lines)
        for block in layout.blocks(found)
    ]


WRAPPED = [
    [["ที่"], ["มาตรการ"], ["ผู้รับผิดชอบ"]],
    [["๑"], ["จัดทำคู่มือการ", "ปฏิบัติงาน"], ["สำนักปลัด", "เทศบาล", "ตำบล"]],
    [["๒"], ["เปิดเผยข้อมูล"], ["กองคลัง"]],
    [["๓"], ["ตรวจสอบการใช้", "รถราชการ", "ทุกเดือน"], ["กองช่าง"]],
]
READ = [["|".join(cell) for cell in row] for row in WRAPPED]


def test_cells_of_many_lines_are_cells_where_white_parts_the_rows() -> None:
    assert _read(_drawn(WRAPPED, (50, 90, 250))) == [READ]


def test_cells_of_many_lines_are_cells_where_a_key_column_parts_the_rows() -> None:
    assert _read(_drawn(WRAPPED, (50, 90, 250), padding=0.0)) == [READ]


TWO_TONGUES = [
    [["นโยบายงดรับของขวัญ"], ["No gift policy, in short"]],
    [
        ["จงเรยนมาเพอโปรดพจารณาหาก", "เหนชอบโปรดลงนามในประกาศท", "มอบหมายใหกองคลงรบไปทา"],
        ["All officials shall decl", "ine gifts of any value of"],
    ],
    [
        ["หวหนางานทกระดบตองมอบหมาย", "งานอยางเปนธรรมไมเลอกปฏบต", "และประเมนผลการปฏบตราช", "จรง"],
        ["Complaints may be lodged", "online at any time and wi", "in days."],
    ],
    [
        [
            "ฝายเลขานการรายงานวาจดออนท",
            "ไดแกตวชวดทการปรบปรงระบบท",
            "และตวชวดทการแกไขปญหาซง",
            "คะแนน",
        ],
        ["This policy takes effect", "(of the year)."],
    ],
]


def test_cells_of_text_that_the_file_draws_one_after_the_other_are_cells() -> None:
    read = [["|".join(cell) for cell in row] for row in TWO_TONGUES]
    assert _read(_drawn(TWO_TONGUES, (50, 240), padding=6.0)) == [read]


def _in_the_middle(table: Sequence[Lines], columns: Sequence[float]) -> list[Cluster]:
    """Return a table whose cells stand in the middle of their rows, with hardly any white between
    these.
    """
    found: list[Cluster] = []
    y = 100.0
    for row in table:
        tallest = max(map(len, row))
        for x, lines in zip(columns, row, strict=True):
            for number, text in enumerate(lines):
                found += _line(text, x, y + STEP * (number + (tallest - len(lines)) / 2))
        y += STEP * tallest + 1
    return found


def test_cells_in_the_middle_of_their_rows_are_cells_though_no_white_parts_the_rows() -> None:
    assert _read(_in_the_middle(WRAPPED, (50, 90, 250))) == [READ]


FORM = [
    [["เรื่องที่แก้"], ["งานทะเบียนราษฎร"]],
    [["ทำอย่างไร"], ["เปิดช่องบริการที่สองในวันตลาดนัด", "แล้วติดป้ายบอกคิว"]],
    [["ใครทำ"], ["งานบริการประชาชน"]],
    [["ได้ผลอย่างไร รอบ", "6 เดือน"], ["คนรอคิวเหลือวันละสิบสองคนจากสี่", "สิบคนเมื่อปีก่อน"]],
    [["ข้อขัดข้อง"], ["ไม่มี"]],
]


@pytest.mark.parametrize("middle", [False, True], ids=["at the top", "in the middle"])
def test_labels_and_values_that_wrap_are_cells_though_nothing_parts_the_rows(
    middle: bool,
) -> None:
    found: list[Cluster] = []
    y = 100.0
    for row in FORM:
        tallest = max(map(len, row))
        for x, lines in zip((50, 170), row, strict=True):
            down = (tallest - len(lines)) / 2 if middle else 0
            for number, text in enumerate(lines):
                found += _line(text, x, y + STEP * (number + down))
        y += STEP * tallest
    found += _line("ข้อความต่อจากตารางซึ่งยาวเท่าความกว้างของหน้ากระดาษ", 50, y + 2 * STEP)
    assert _read(found)[0] == [["|".join(cell) for cell in row] for row in FORM]


def test_a_label_that_goes_on_in_brackets_is_one_cell() -> None:
    table = [
        [["ใครทำ"], ["งานบริการประชาชน"]],
        [["ผลครึ่งปีแรก", "(ถึงมีนาคม)"], ["คนรอคิวเหลือวันละสิบสองคนจาก", "สี่สิบคน"]],
        [["ผลทั้งปี", "(ถึงกันยายน)"], ["คนรอคิวเหลือวันละห้าคนและไม่มี", "ผู้ร้องเรียน"]],
        [["ข้อขัดข้อง"], ["ไม่มี"]],
    ]
    found = _drawn(table, (50, 190), padding=0)
    assert _read(found) == [[["|".join(cell) for cell in row] for row in table]]


def test_a_value_that_goes_on_under_its_label_is_running_text() -> None:
    texts = [("ที่อยู่", "เลขที่ ๑๒ หมู่ที่ ๔ ตำบลบ้านกลาง อำเภอเมือง"), ("ถนนหลวง", "")]
    texts += [("ผู้รายงาน", "หัวหน้าสำนักปลัด"), ("เบอร์โทร", "ศูนย์สองสาม"), ("วันที่", "๑ มกราคม")]
    found: list[Cluster] = []
    for number, (label, value) in enumerate(texts):
        found += _line(label, 50, 100 + STEP * number)
        found += _line(value, 140, 100 + STEP * number)
    assert not any(isinstance(block, list) for block in _read(found))


def test_columns_of_running_text_side_by_side_are_no_rows_of_cells() -> None:
    left = ["กขคง", "กขคงจฉชซฌญฎฏ", "กขคงจฉชซฌญฎ", "กขค", "กขคงจฉชซฌญฎฏ", "กขคงจฉชซฌญฎ"]
    right = ["กขคงจฉชซฌญฎฏ", "กขคงจฉชซฌญฎ", "กขคงจฉชซฌญฎฏ", "กขคงจ", "กขคงจฉชซฌญฎฏ", "กขคงจฉช"]
    found = [
        one
        for x, column in ((50, left), (150, right))
        for number, text in enumerate(column)
        for one in _line(text, x, 100 + STEP * number)
    ]
    assert not any(isinstance(block, list) for block in _read(found))


def test_columns_of_text_a_narrow_gutter_apart_are_columns() -> None:
    table = [
        [["มาตรการ"], ["เจ้าของ"], ["ผลที่เกิดขึ้น"]],
        *(
            [["จัดทำคู่มือการ", "ปฏิบัติ"], ["สำนักปลัดฯ", "เทศบาลตำบล"], ["ทำแล้วเสร็จตาม", "แผน"]]
            for _ in range(3)
        ),
    ]
    gap = 0.5 * SIZE
    columns = (50, 50 + 7 * 14 + gap, 50 + 7 * 26 + 2 * gap)
    assert _read(_drawn(table, columns)) == [[["|".join(cell) for cell in row] for row in table]]


def test_cells_drawn_on_one_line_close_to_each_other_are_cells() -> None:
    rows = [("มาตรการ", "เจ้าของ", "ผลที่ได้"), *[("เปิดเผย", "กองคลัง", "ทำแล้ว " + n) for n in "กขค"]]
    table = [[[text.ljust(8, "ๆ")] for text in row] for row in rows]
    columns = (50, 50 + 7 * 8 + 0.7 * SIZE, 50 + 7 * 16 + 1.4 * SIZE)
    assert _read(_drawn(table, columns)) == [[[cell[0] for cell in row] for row in table]]


def test_a_table_whose_last_row_goes_on_below_it_is_none() -> None:
    whole = _drawn(WRAPPED, (50, 90, 250))
    bottom = max(one.y for one in whole)
    across = _line("ตามแผนที่วางไว้ทุกงานตามที่ได้รับ", 140, bottom + STEP)
    assert _read(whole) == [READ]
    assert all(not isinstance(block, list) for block in _read([*whole, *across]))


def test_what_stands_before_and_after_a_table_stays_so() -> None:
    found = [
        *_line("มาตรการที่ดำเนินการในปีงบประมาณนี้มีดังต่อไปนี้", 50, 60),
        *_drawn(WRAPPED, (50, 90, 250)),
        *_line("หน้า", 150, 400),
    ]
    assert _read(found) == ["มาตรการที่ดำเนินการในปีงบประมาณนี้มีดังต่อไปนี้", READ, "หน้า"]


COMMITTEE = [
    [["๑."], ["นายสมชาย ใจดี"], ["ผู้อำนวยการกองคลัง"], ["ประธาน"]],
    [["๒."], ["นางสาวมาลี ศรีสุข"], ["นักวิชาการพัสดุ", "ชำนาญการ"], ["กรรมการ"]],
    *([[f"{at}."], ["นายประเสริฐ แก้วดี"], ["นักทรัพยากรบุคคล"], ["กรรมการ"]] for at in "๓๔๕๖๗"),
]


def test_a_line_further_below_a_table_than_its_rows_stand_apart_is_no_part_of_its_last_cell() -> (
    None
):
    table = _drawn(COMMITTEE, (50, 90, 270, 430), padding=0.0)
    below = max(one.y for one in table) + STEP + 4
    read = _read([*table, *_line("ให้คณะทำงานมีหน้าที่", 90, below)])
    assert read == [[["|".join(cell) for cell in row] for row in COMMITTEE], "ให้คณะทำงานมีหน้าที่"]


def test_lines_below_a_table_are_no_part_of_its_last_cell_where_the_first_is_further_down() -> None:
    table = _drawn(COMMITTEE, (50, 90, 270, 430), padding=0.0)
    below = max(one.y for one in table) + STEP + 4
    lines = [*_line("(นายสมชาย ใจดี)", 270, below), *_line("ผู้มีอำนาจลงนาม", 270, below + STEP)]
    read = [["|".join(cell) for cell in row] for row in COMMITTEE]
    assert _read([*table, *lines])[0] == read


def test_a_line_little_further_below_a_table_than_its_rows_are_is_no_part_of_its_last_cell() -> (
    None
):
    """Where rows are far apart, what parts them from the text below is a small share of that."""
    table = _drawn(COMMITTEE, (50, 90, 270, 430), padding=8.0)
    below = max(one.y for one in table) + STEP + 8.0 + 1.6
    read = [["|".join(cell) for cell in row] for row in COMMITTEE]
    assert _read([*table, *_line("ให้คณะทำงานมีหน้าที่", 90, below)])[0] == read


@pytest.mark.parametrize("padding", [0.0, 2.0, 8.0])
def test_lines_of_a_last_cell_as_far_apart_as_others_are_of_its_row(padding: float) -> None:
    last = [["๘."], ["นางสาวมาลี ศรีสุข"], ["นักวิชาการตรวจสอบ", "ภายใน", "ชำนาญการ"], ["กรรมการ"]]
    read = [["|".join(cell) for cell in row] for row in [*COMMITTEE, last]]
    assert _read(_drawn([*COMMITTEE, last], (50, 90, 270, 430), padding)) == [read]


def test_two_columns_of_cells_of_many_lines_are_a_table() -> None:
    table = [
        [["มาตรการส่งเสริม"], ["ผลการดำเนินการ"]],
        [["จัดทำคู่มือการ", "ปฏิบัติงาน"], ["จัดทำแล้วเสร็จใน", "เดือนมกราคม", "ครบทุกงาน"]],
        [["เปิดเผยข้อมูล", "สาธารณะ"], ["เปิดเผยแล้วทุก", "รายการ"]],
    ]
    assert _read(_drawn(table, (50, 220))) == [[["|".join(cell) for cell in row] for row in table]]


def test_a_card_of_single_lines_is_read_as_those_of_the_same_labels_are() -> None:
    def card(*values: list[str]) -> list[Lines]:
        labels = ["เจ้าของเรื่องนี้", "ทำอะไรไปแล้ว", "เกิดผลอย่างไร"]
        return [[[label], own] for label, own in zip(labels, values, strict=True)]

    long = ["ประกาศเกณฑ์คะแนนก่อน", "พิจารณาสามสิบวัน"]
    cards = [
        card(["กองมาตรฐานงานช่าง"], long, long),
        card(["สำนักงานเลขานุการ"], long, ["ไม่มีผู้อุทธรณ์เลยสักราย"]),
    ]
    found = list[Cluster]()
    for number, own in enumerate(cards):
        drawn = _drawn(own, (50, 190), padding=0)
        found += [each._replace(y=each.y + 240 * number) for each in drawn]
    end = max(each.y for each in found)
    found += _line("งบประมาณของศูนย์สอบยังไม่พอจึงยืมของวิทยาลัยเทคนิค", 50, end + STEP)
    assert _read(found) == [
        *([["|".join(cell) for cell in row] for row in own] for own in cards),
        "งบประมาณของศูนย์สอบยังไม่พอจึงยืมของวิทยาลัยเทคนิค",
    ]


def test_lines_under_a_table_of_single_lines_are_none_of_its_rows() -> None:
    table = [
        [["เดือน"], ["รายรับ"], ["รายจ่าย"]],
        *([[month], ["1,200"], ["900"]] for month in ("มกราคม", "มีนาคม", "เมษายน")),
    ]
    found = [*_drawn(table, (50, 150, 250)), *_line("ผู้รายงาน", 250, 240)]
    assert _read(found) == [[[cell[0] for cell in row] for row in table], "ผู้รายงาน"]


def test_lines_side_by_side_of_which_one_column_goes_on_below_are_no_rows() -> None:
    cells = [
        ["ทำอะไร", "แสดงบัญชีที่ป้าย", "หน้าโรงเรียนและ", "ให้ผู้ปกครอง"],
        ["ได้อะไร", "ตรวจสองครั้งรวม", "สามสิบรายการ", "ครบถ้วน"],
        ["เกิดอะไรขึ้น", "ผู้ปกครองเชื่อมั่น", "ร้อยละเก้าสิบ", "ข้อทักท้วงไม่มี"],
    ]
    found = [
        one for x, cell in zip((50, 200, 350), cells, strict=True) for one in _drawn([[cell]], (x,))
    ]
    below = _line("ร่วมตรวจ", 50, 100 + 4 * STEP)
    assert all(isinstance(block, list) for block in _read(found))
    assert not any(isinstance(block, list) for block in _read([*found, *below]))


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (
            [
                [["ชื่อหน่วยงาน"], ["เทศบาล"]],
                [["ปี"], ["๒๕๖๗"]],
                [["ผู้รายงาน"], ["ปลัด"]],
                [["วันที่"], ["๑ มกราคม"]],
            ],
            (50, 200),
        ),
        (
            [
                [["บทนำ"], ["1"]],
                [["มาตรการ"], ["2"]],
                [["ผลการดำเนินการ"], ["5"]],
                [["ภาคผนวก"], ["9"]],
            ],
            (50, 300),
        ),
        (
            [
                [["ลงชื่อ"], ["ลงชื่อ"], ["ลงชื่อ"]],
                *([[[f"({a})"], [f"({a})"], [f"({a})"]] for a in "กขค"]),
            ],
            (50, 150, 250),
        ),
        ([[[f"บทที่ {n} ........"], ["หน้า"], [str(n)]] for n in range(1, 6)], (50, 250, 350)),
        (
            [
                [[f"ส่วนที่ {n}"], ["การให้บริการ"], [page]]
                for n, page in enumerate(("3", "๓", "12", "44"))
            ],
            (50, 150, 350),
        ),
    ],
    ids=[
        "labels and values",
        "contents without dots",
        "people who sign",
        "contents with dots",
        "contents in three columns without dots",
    ],
)
def test_what_only_looks_like_a_table_of_cells_is_read_line_by_line(
    table: Sequence[Lines], columns: Sequence[float]
) -> None:
    assert all(not isinstance(block, list) for block in _read(_drawn(table, columns, padding=6.0)))


def test_text_in_columns_side_by_side_is_read_column_by_column() -> None:
    left, right = (["กขคงจฉชซฌญ" + mark for mark in text] for text in ("กขคงจฉ", "ชซฌญฎฏ"))
    found = [
        one
        for x, column in ((50, left), (200, right))
        for n, text in enumerate(column)
        for one in _line(text, x, 100 + STEP * n)
    ]
    assert _read(found) == [*left, *right]


def test_wide_spaces_of_running_text_are_no_gutters() -> None:
    texts = [
        ("ผลการดำเนินการปรับปรุงข้อมูล", "(ดำเนินการ", "เดือน"),
        ("ผลการจัดอบรมเชิงปฏิบัติ", "(ดำเนินการ", "ตลอดปี"),
    ]
    found: list[Cluster] = []
    for number in range(6):
        x = 50.0
        for word in texts[number // 3] if number % 3 == 0 else ("มกราคม",):
            found += _line(word, x, 100 + STEP * number)
            x = found[-1].x1 + 1.1 * SIZE
    assert all(not isinstance(block, list) for block in _read(found))


def test_many_labels_with_their_values_above_a_table_do_not_hide_it() -> None:
    labels = [[[f"รายการที่ {number}"], [f"ค่า {number}"]] for number in range(20)]
    found = [*_drawn(labels, (50, 250), padding=0.0), *_lower(_drawn(WRAPPED, (50, 90, 250)), 410)]
    assert _read(found)[-1] == READ


def _lower(found: Sequence[Cluster], by: float) -> list[Cluster]:
    return [one._replace(y=one.y + by) for one in found]


def test_twice_the_lines_that_are_no_table_cost_twice_the_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = Mock(side_effect=bands.common)
    monkeypatch.setattr(bands, "common", counted)

    def work(lines: int) -> int:
        counted.reset_mock()
        contents = [[[f"บทที่ {n} ........"], ["หน้า"], [str(n)]] for n in range(lines)]
        assert unruled.tables(runs(_drawn(contents, (50, 250, 350), padding=0.0))) == []
        return counted.call_count

    assert work(200) < 2.2 * work(100)


def test_a_list_of_people_in_groups_is_read_line_by_line() -> None:
    people = [[[f"นาย{first}"], ["นามสกุล"], ["สมาชิกสภา"]] for first in "กขคงจฉชซญฎฏฐฑฒณดตถทธน"]
    found = [
        one._replace(y=one.y + 15 * ((one.y - 100) // STEP // 7))  # more white before a group
        for one in _drawn(people, (50, 150, 250), padding=0)
    ]
    assert _read(found) == [[[cell[0] for cell in person] for person in people]]


TEXT = [
    "เทศบาลตำบลขอรายงานผลการ",
    "ดำเนินงานตามแผนป้องกัน",
    "การทุจริตและประพฤติมิชอบ",
    "ประจำปีงบประมาณเพื่อให้",
]


def test_text_in_columns_of_which_some_lines_stand_at_one_height_is_no_table() -> None:
    found: list[Cluster] = []
    for x, paragraph in ((50, 5), (270, 8)):
        for number in range(16):
            y = 100.0 + STEP * number + 3 * (number >= paragraph)
            found += _line(TEXT[number % 4], x, y)
    assert not any(block.cells for block in layout.blocks(found))


def test_three_columns_of_text_are_read_one_after_the_other() -> None:
    found: list[Cluster] = []
    for number in range(12):
        for column, x in enumerate((50, 250, 450)):
            lower = 7 * (column == 2 or (column == 1 and number >= 6))
            found += _line(f"{TEXT[number % 4]}{column}", x, 100 + STEP * number + lower)
    found.sort(key=lambda one: (one.y, one.x0))  # as those of a scan are
    made = layout.blocks_of(runs(found), drawn=False)
    told = [row.text[-1] for block in made for row in block.lines]
    assert told == ["0"] * 12 + ["1"] * 12 + ["2"] * 12


def test_columns_of_text_drawn_one_after_the_other_are_text_whatever_stands_above_and_below() -> (
    None
):
    found = _line("เทศบาลตำบล", 255, 100 - STEP)
    for column, x in enumerate((50, 250, 450)):
        for number in range(12 - column):
            paragraph = TEXT[number % 4][: 9 if number % 5 == 4 else 20]
            found += _line(f"{paragraph}{column}", x, 100 + STEP * number)
    found += _line("ข้อมูล ณ เดือนมีนาคม", 50, 100 + STEP * 13)
    told = [row.text for block in layout.blocks(found) for row in block.lines]
    assert [text[-1] for text in told[1:-1]] == ["0"] * 12 + ["1"] * 11 + ["2"] * 10


def test_a_column_of_amounts_is_no_text_to_be_read_after_the_names_beside_it() -> None:
    found: list[Cluster] = []
    for number in range(12):
        beside = f"{number + 10},500.00 - {number + 20},500.00"
        found += [
            *_line(TEXT[number % 4], 50, 100 + STEP * number),
            *_line(beside, 290, 100 + STEP * number),
        ]
    made = layout.blocks_of(runs(found), drawn=False)
    assert not any(block.beside for block in made)


def _to_the_right(rows: Sequence[Sequence[str]], ends: Sequence[float]) -> list[Cluster]:
    """Return a table whose first column and heads begin their columns and whose amounts end them;
    columns end at `ends` and begin 20 points behind the one before.
    """
    found: list[Cluster] = []
    begins = [50.0, *(end + 20 for end in ends)]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            left = begins[column] if column == 0 or number == 0 else ends[column] - 7 * len(text)
            found += _line(text, left, 100 + 26 * number)
    return found


AMOUNTS = [
    ["เดือน", "แผน", "ผล", "คงเหลือ"],
    ["ตุลาคม", "1250000", "1180400", "69600"],
    ["มกราคม", "1400000", "1312750", "87250"],
    ["เมษายน", "980000", "975020", "4980"],
    ["กรกฎาคม", "1620000", "1498316", "121684"],
]


@pytest.mark.parametrize("corner", ["เดือน", ""])
def test_heads_that_begin_columns_are_a_row_over_amounts_that_end_them(corner: str) -> None:
    table = [[corner, *AMOUNTS[0][1:]], *AMOUNTS[1:]]
    assert _read(_to_the_right(table, (120, 240, 360, 480))) == [table]


def test_amounts_set_to_the_right_under_wide_heads_are_each_a_row() -> None:
    heads = ["เดือน", "ผู้ใช้บริการทั้งสิ้น", "เรื่องที่ร้องเรียนมา", "คงเหลือ"]
    table = [heads, *([one, two[:3], three[:1], four] for one, two, three, four in AMOUNTS[1:])]
    assert _read(_to_the_right(table, (120, 320, 500, 580))) == [table]


def test_white_between_words_of_the_first_rows_hides_no_table() -> None:
    rows = [
        ("หลักสูตร", "วันอบรม", "รุ่น"),
        ("จริยธรรม องค์กร", "8 มิ.ย.", "1"),
        ("รู้ทันทุจริตเชิงรุก", "22 ก.ค.", "2"),
        ("พัสดุภาครัฐเบื้องต้น", "19 ส.ค.", "5"),
    ]
    table = [[[text] for text in row] for row in rows]
    found = [one for one in _drawn(table, (50, 230, 350)) if not one.text.isspace()]
    assert _read(found) == [[["".join(cell).replace(" ", "") for cell in row] for row in table]]


@pytest.mark.parametrize("x", [430, 452])
def test_contents_under_a_head_that_says_page_are_no_table(x: float) -> None:
    rows = [("บทที่", "เรื่อง"), ("1", "บทนำ"), ("2", "ผลการวิเคราะห์"), ("3", "มาตรการ"), ("4", "สรุป")]
    found = _drawn([[[text] for text in row] for row in rows], (50, 110))
    for number, text in enumerate(("หน้า", "1", "2", "9", "12")):
        found += _line(text, 466 - 7 * len(text) if number else x, 100 + 28 * number)
    assert not any(isinstance(block, list) for block in _read(found))


def test_cells_that_begin_with_those_above_are_parted_by_little_white() -> None:
    longest = "ทรัพย์สินราชการ"
    amounts = 50 + 7 * len(longest) + 0.5 * SIZE  # a browser's padding, and no space between
    rows = [("หน้าที่", "9120", "9375"), ("งบประมาณ", "8406", "8211"), (longest, "8015", "7902")]
    rows += [("อำนาจ", "8990", "9034"), ("ทุจริต", "8672", "8840")]
    table = [[[text] for text in row] for row in rows]
    found = _drawn(table, (50, amounts, amounts + 28 + 2 * SIZE))
    assert _read(found) == [[list(row) for row in rows]]


def _to_the_right(rows: Sequence[Sequence[str]], ends: Sequence[float]) -> list[Cluster]:
    """Return rows of cells set to the right, but for the first of each."""
    found: list[Cluster] = []
    for number, row in enumerate(rows):
        for text, end in zip(row, ends, strict=True):
            x = 50.0 if text is row[0] else end - 7 * len(text)
            found += _line(text, x, 100.0 + STEP * number)
    return found


def test_amounts_that_all_but_fill_their_columns_are_cells_where_others_end_there() -> None:
    rows = [
        ["งบกลาง", "669,500.00", "72,088.00", "7.04"],
        ["งบลงทุน", "20,500.00", "366,882.00", "61.09"],
        ["งบบุคลากร", "6,030,000.00", "3,504,296.00", "58.11"],
        ["ค่าวัสดุ", "30,500.00", "19,909.00", "69.73"],
        ["ค่าครุภัณฑ์", "505,000.00", "422.00", "34.54"],
    ]
    assert _read(_to_the_right(rows, (0, 220, 306.5, 350))) == [rows]


def test_a_head_may_reach_a_little_over_the_side_of_its_column() -> None:
    rows = [
        ["หมวด", "งบประมาณ", "เบิกจ่าย", "ร้อยละ"],
        ["งบกลาง", "669,500.00", "72,088.00", "7.04"],
        ["งบลงทุน", "20,500.00", "366,882.00", "61.09"],
        ["ค่าวัสดุ", "30,500.00", "19,909.00", "69.73"],
        ["ค่าครุภัณฑ์", "505,000.00", "422.00", "34.54"],
    ]
    found = _to_the_right(rows, (0, 220, 310, 360))
    head = [
        one._replace(x0=one.x0 - step, x1=one.x1 - step)
        for one in found[: sum(map(len, rows[0]))]
        for step in [2.8 if one.x0 > 310 else 10 if one.x0 > 220 else 0]
    ]
    assert _read([*head, *found[len(head) :]]) == [rows]


def test_amounts_side_by_side_under_one_head_are_a_column_each() -> None:
    rows = [["หน่วยงาน", "ปี ๑", "ปี ๒"]]
    rows += [[f"กองที่ {n}", f"8{n}.25", f"{n}.4"] for n in range(1, 6)]
    head = [*_line("หน่วยงาน", 50, 76), *_line("คะแนนที่ได้รับ", 240, 76)]
    read = _read([*head, *_to_the_right(rows, (0, 270, 340))])
    assert read == [[["หน่วยงาน", "คะแนนที่ได้รับ", ""], *rows]]


def test_words_that_were_never_one_run_begin_where_they_stand() -> None:
    whole = runs([*_line("กอง", 50, 100), *_line("คลัง", 75, 100)])[0]
    words = [row_of(whole.page, range(3)), row_of(whole.page, range(3, 7))]
    assert [part.x0 for part in bands.levels(words)[0].parts] == [50, 75]


def _short(rows: Sequence[Sequence[str]], begins: Sequence[float], step: float) -> list[Cluster]:
    """Return rows of cells of one line each, `step` apart, their columns beginning at `begins`."""
    return [
        letter
        for number, row in enumerate(rows)
        for text, x in zip(row, begins, strict=True)
        for letter in _line(text, x, 100.0 + step * number)
        if text
    ]


MENU = [
    ("วัน", "อาหาร", "ผลไม้", "กรัม"),
    ("จันทร์ที่ ๙", "ข้าวต้มไก่", "กล้วย", "๕๕๑"),
    ("พุธ ๖", "ผัดฟักทองไข่", "ลอดช่องกะทิ", "๔๓๒"),
    ("อังคาร", "ไข่พะโล้", "ส้มเขียวหวาน", "๕๓๓"),
    ("พฤหัสบดี๑๐", "ผัดฟักทองไข่", "ฝรั่ง", "๕๔๕"),
    ("ศุกร์", "ต้มยำปลา", "ส้มเขียวหวาน", "๔๖๓"),
]


def test_cells_that_all_but_fill_their_columns_are_cells_where_others_begin_there() -> None:
    begins = [50.0]
    for column in (0, 1, 2):
        begins.append(begins[-1] + 7 * max(len(row[column]) for row in MENU) + 0.36 * SIZE)
    found = _short(MENU, begins, 24)
    assert _read([one for one in found if not one.text.isspace()]) == [
        [[cell.replace(" ", "") for cell in row] for row in MENU]
    ]


def test_lines_that_fill_every_column_equally_far_apart_are_a_row_each() -> None:
    rows = [("รหัสผู้สมัครสอบ", "ชื่อ - สกุล", "ตำแหน่งที่สมัคร")]
    rows += [(f"3120{n}", "นางโสภิดา หนูแก้ว", "ผู้ช่วยครูผู้ดูแลเด็ก") for n in range(5)]
    found = _short(rows[:1], (50, 190, 340), 20)
    found += [one._replace(y=one.y + 19) for one in _short(rows[1:], (80, 190, 340), 20)]
    assert _read(found) == [[list(row) for row in rows]]


def test_columns_under_heads_over_several_are_columns() -> None:
    head = _short([("สถานที่", "ปีการศึกษา ๒๕๖๖", "ปีการศึกษา ๒๕๖๗")], (60, 150, 280), 20)
    rows = [("", "ชาย", "หญิง", "ชาย", "หญิง")]
    rows += [
        (f"ศูนย์เด็กเล็ก {n}", f"{n + 21}", f"{n + 42}", f"{n + 33}", f"{n + 14}") for n in range(5)
    ]
    found = [one._replace(y=one.y + 20) for one in _short(rows, (40, 160, 225, 290, 355), 20)]
    (table,) = _read([*head, *found])
    assert isinstance(table, list)
    assert table[-5:] == [list(row) for row in rows[1:]]


def test_numbers_and_what_they_number_are_columns_though_titles_and_totals_reach_over_them() -> (
    None
):
    head = [["รหัส"], ["รายการ"], ["จัดสรร"], ["คงเหลือ"]]
    table = [head]
    for group, name in (("1", "งบบุคลากรของสำนัก"), ("2", "งบดำเนินงานทั่วไป")):
        table.append([[f"{group}. {name}"], [""], [""], [""]])
        table += [
            [[f"{group}0{number}"], [item], ["12,500"], ["7,250"]]
            for number, item in enumerate(("ค่าไฟฟ้า", "ค่าวัสดุ", "ค่าจ้างเหมา"), 1)
        ]
    table.append([["รวมทุกหมวดรายจ่าย"], [""], ["99,500"], ["40,250"]])
    (read,) = _read(_drawn(table, (50, 110, 240, 330)))
    assert read == [[cell for (cell,) in row] for row in table]


def test_cells_in_the_middle_that_almost_touch_are_cells_where_others_are_parted() -> None:
    rows = [("๑", "สำนักปลัด", "ครบ", "๔"), ("๒", "กองคลัง", "ยังไม่ครบ", "๓")]
    rows += [("๓", "กองช่าง", "ครบ", "๒"), ("๔", "กองการศึกษา", "ครบ", "๕")]
    found = _short(rows, (50, 90, 200, 290), 24)
    y = 100 + 24 * len(rows)
    found += [*_line("๕", 50, y), *_line("กองสวัสดิการสังคม", 74, y), *_line("ไม่ครบทุกข้อ", 198, y)]
    found += _line("๒", 290, y)
    rows.append(("๕", "กองสวัสดิการสังคม", "ไม่ครบทุกข้อ", "๒"))
    assert _read(found) == [[list(row) for row in rows]]


def test_a_head_a_little_nearer_than_rows_is_none_of_their_cells() -> None:
    rows = [("แปลงที่ดิน", "ชื่อเจ้าของ", "ราคาประเมิน")]
    rows += [(f"๔๗๓/{n}", "นางโสภิดา แก้วกัลยา", f"๗๐๔๓๔{n}") for n in range(5)]
    found: list[Cluster] = []
    for number, row in enumerate(rows):
        y = 100 + 24.5 * number - (0.5 if number else 0) + (19.5 if number == 5 else 0)
        found += [one._replace(y=y) for one in _short([row], (50, 140, 290), 0)]
        found += _line("ทรัพย์ดี", 140, y + 19.5) if number == 4 else []
    (read,) = _read(found)
    assert isinstance(read, list)
    assert read[:2] == [list(row) for row in rows[:2]]
    assert read[4] == [rows[4][0], rows[4][1] + "|ทรัพย์ดี", rows[4][2]]


def test_titles_above_a_table_are_none_of_its_rows() -> None:
    rows = [("ที่", "รายการ", "จำนวน", "หน่วย")]
    rows += [(f"{n}", "กระดาษถ่ายเอกสาร", f"{n}1", "รีม") for n in range(1, 6)]
    titles = [*_line("เลขที่", 50, 60), *_line("๓๐๔ ลงวันที่ ๑๓ มกราคม", 100, 60)]
    titles += [*_line("เรียน", 50, 80), *_line("ผู้อำนวยการวิทยาลัยสมอ", 100, 80)]
    read = _read([*titles, *_short(rows, (50, 90, 230, 290), 20)])
    assert read[-1] == [list(row) for row in rows]


def test_columns_that_are_ticked_or_left_empty_are_columns_under_their_heads() -> None:
    rows = [("ข้อ", "รายการตรวจ", "ผ่าน", "ไม่ผ่าน", "หมายเหตุ")]
    rows += [
        ("1", "ถังดับเพลิงพร้อมใช้", "✓", "", ""),
        ("2", "ทางหนีไฟโล่ง", "✓", "", ""),
        ("3", "สายไฟไม่ชำรุด", "", "✓", "แก้ไขแล้ว"),
        ("4", "น้ำดื่มสะอาด", "✓", "", ""),
        ("5", "ห้องน้ำสะอาด", "✓", "", ""),
    ]
    assert _read(_short(rows, (50, 90, 240, 300, 380), 24)) == [[list(row) for row in rows]]


def test_words_of_a_file_that_draws_no_spaces_are_no_cells_where_they_stand_below_each_other() -> (
    None
):
    names = ("สมชาย ใจดี", "สมหญิงดี งามตา", "มานะชัย เพียร", "สุดา ขยันยิ่ง", "อารีรัตน์ พร")
    found: list[Cluster] = []
    for number, name in enumerate(names):
        x = 50.0
        for word in name.split():
            found += _line(word, x, 100 + 24 * number)
            x = found[-1].x1 + 0.38 * SIZE
        x = 220.0
        for word in ("๐๘.๓๐", "-", "๑๖.๓๐", "น"):
            found += _line(word, x, 100 + 24 * number)
            x = found[-1].x1 + 0.38 * SIZE
        found += _line(f"เวร{number}", 380, 100 + 24 * number)
    read = _read(found)
    assert not any(isinstance(one, list) and len(one[0]) > 3 for one in read)


def test_cells_that_all_but_fill_their_columns_are_cells_though_they_are_not_drawn_in_one_go() -> (
    None
):
    """A spreadsheet draws the amounts first, and the cells that wrap after all others."""
    rows = [
        (["เบี้ยเลี้ยง"], ["ตรวจหลักฐาน", "ก่อนลงนาม"], "6,500"),
        (["ของขวัญ"], ["ประกาศนโยบาย", "ไม่รับ"], "840"),
        (["รถราชการส่วนตัว"], ["จัดทำสมุดคุม", "รถทุกสัปดาห์"], "310"),
        (["ภาษีป้าย"], ["ออกสำรวจ", "ปีละครั้ง"], "95"),
    ]
    second = 50 + 7 * len(rows[2][0][0]) + 0.15 * SIZE
    amounts: list[Cluster] = []
    wrapped: list[Cluster] = []
    for number, (label, lines, amount) in enumerate(rows):
        y = 100 + 56 * number
        amounts += _line(label[0], 50, y) + _line(amount, 320 - 7 * len(amount), y)
        for at, text in enumerate(lines):
            wrapped += _line(text, second, y + STEP * at)
    expected = [[label[0], "|".join(lines), amount] for label, lines, amount in rows]
    assert _read([*amounts, *wrapped]) == [expected]


def test_little_white_parts_a_cell_from_one_drawn_before_it_where_others_are_drawn_higher() -> None:
    """Behind a cell that wraps the next one is drawn higher."""
    rows = [["ลดขั้น", "ตอน"], ["ประกาศ", "นโยบาย"], ["ตรวจ", "สอบ"], ["จัดการเรื่อง"]]
    begin = 50 + 7 * len(rows[-1][0]) + 0.3 * SIZE
    found = _drawn([[lines, ["ม.ค. 67"]] for lines in rows], (50, begin))
    assert [run.x0 for run in bands.parted(runs(found))].count(begin) == len(rows)


def test_rows_far_apart_that_fill_all_of_several_columns_are_one_table() -> None:
    """Rows of spreadsheets are as high as somebody made them."""
    rows = [
        [["ที่"], ["รายการ"], ["ผู้รับจ้าง"], ["บาท"]],
        [["1"], ["ซื้อกระดาษ", "ถ่ายเอกสาร"], ["ร้านพรทิพย์"], ["9,120"]],
        [["2"], ["จ้างซ่อมรถ"], ["อู่ช่างเอก"], ["870"]],
        [["3"], ["เช่าเครื่อง", "พิมพ์"], ["สยามออฟฟิศ", "จำกัด"], ["300"]],
        [["4"], ["จ้างทำป้าย"], ["ร้านป้ายสวย"], ["1,500"]],
        [["5"], ["ซื้อหมึก"], ["ร้านพรทิพย์"], ["640"]],
    ]
    read = [["|".join(cell) for cell in row] for row in rows]
    assert _read(_drawn(rows, (50, 80, 200, 320), 2.5 * SIZE)) == [read]
