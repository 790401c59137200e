"""Columns that no upright line parts: of cards, of tables that show their level lines alone, of
striped ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from paper import Paper

from ita_checker.read import Options, read

LEFT, RIGHT, VALUE = 20, 380, 120  # where a card begins and ends, and where its values begin
STEP = 16
Lines = Sequence[str]
Row = tuple[Lines, Lines]  # the lines of a label and of its value
TITLE: Row = (("มาตรการที่ ๑ เปิดเผยราคากลางในงาน",), ())
ROUNDS: list[Row] = [
    (("ผลรอบแรก",), ("เผยแพร่ราคากลาง ๑๔", "โครงการ")),
    (("ผลรอบสอง",), ("ตรวจครบทุกงาน",)),
    (("ผลลัพธ์",), ("ราคาลดลงมากกว่าเดิม",)),
]


def _card(rows: Sequence[Row], value: float = VALUE, under: float | None = None) -> Paper:
    """Return a framed card with a level line between its rows; `under`: where the next lines of
    values begin, if not below their first.
    """
    paper = Paper(400, 400, size=12)
    top = 30.0
    tops = [top]
    for label, values in rows:
        for number, text in enumerate(label):
            paper.write(text, LEFT + 6, top + STEP * (number + 0.8))
        for number, text in enumerate(values):
            x = under if under is not None and number else value
            paper.write(text, x, top + STEP * (number + 0.8))
        top += STEP * max(len(label), len(values)) + 6
        tops.append(top)
    for at in tops:
        paper.line(LEFT, at, RIGHT, at)
    for x in (LEFT, RIGHT):
        paper.line(x, tops[0], x, tops[-1])
    return paper


def _text(paper: Paper, folder: Path) -> str:
    return read(paper.save(folder / "card.pdf"), Options(ocr="never")).pages[0].text


def test_labels_and_values_of_a_card_are_cells_though_only_white_parts_them(tmp_path: Path) -> None:
    assert _text(_card([TITLE, *ROUNDS]), tmp_path) == (
        "มาตรการที่ ๑ เปิดเผยราคากลางในงาน\t\n"
        "ผลรอบแรก\tเผยแพร่ราคากลาง ๑๔\nโครงการ\t\n"
        "ผลรอบสอง\tตรวจครบทุกงาน\t\n"
        "ผลลัพธ์\tราคาลดลงมากกว่าเดิม\t\n"
    )


def test_a_label_of_two_lines_is_one_cell(tmp_path: Path) -> None:
    rows = [(("ผลการดำเนินการ", "รอบแรก"), ("เผยแพร่ราคากลาง", "ครบทุกงาน")), *ROUNDS[1:]]
    first = _text(_card([TITLE, *rows]), tmp_path).split("\t\n")[1]
    assert first == "ผลการดำเนินการ\nรอบแรก\tเผยแพร่ราคากลาง\nครบทุกงาน"


def test_a_value_that_runs_on_under_its_label_is_one_cell(tmp_path: Path) -> None:
    rows: list[Row] = [
        (("ผลลัพธ์",), ("ราคาลดลงมากทุกงานในปี", "งบ")),
        (("ผลรอบแรก",), ("เผยแพร่ราคากลาง ๑๔ โครงการ", "เปิดให้ประชาชนตรวจสอบได้")),
    ]
    assert _text(_card([TITLE, *rows], under=LEFT + 6), tmp_path).split("\t\n")[1:3] == [
        "ผลลัพธ์\tราคาลดลงมากทุกงานในปี\nงบ",
        "ผลรอบแรก\tเผยแพร่ราคากลาง ๑๔ โครงการ\nเปิดให้ประชาชนตรวจสอบได้",
    ]


def test_a_value_that_is_left_empty_is_an_empty_cell(tmp_path: Path) -> None:
    rows: list[Row] = [*ROUNDS[:2], (("ผลลัพธ์",), ())]
    assert _text(_card([TITLE, *rows]), tmp_path).endswith("ผลลัพธ์\t\t\n")


@pytest.mark.parametrize("mark", ["๑.", "(ก)", "-"])
def test_the_items_of_a_list_in_a_frame_are_no_columns(tmp_path: Path, mark: str) -> None:
    rows: list[Row] = [((mark,), values) for _, values in ROUNDS]
    assert "\t" not in _text(_card(rows, value=50), tmp_path).replace("\t\n", "")


def test_one_row_whose_words_stand_far_apart_makes_no_columns(tmp_path: Path) -> None:
    rows: list[Row] = [
        (("การรายงานต่อนายกทุกรอบของปี",), ()),
        (("ผลลัพธ์",), ("ราคาลดลงมากกว่าเดิม",)),
        (("ประชาชนตรวจสอบราคากลางได้ทุกงาน",), ()),
    ]
    assert "\nผลลัพธ์ ราคาลดลงมากกว่าเดิม\t\n" in _text(_card(rows), tmp_path)


ROWS = [
    (["ที่"], ["มาตรการ"], ["ผลการดำเนินงาน"]),
    (["๑"], ["เปิดเผย", "ราคากลาง"], ["เผยแพร่ครบ", "ทุกงาน"]),
    (["๒"], ["รับคำร้อง", "ทุจริต"], ["ตอบแล้ว", "ทุกคำร้อง"]),
    (["๓"], ["ใช้รถราชการ"], ["ตรวจทะเบียน", "ทุกไตรมาส"]),
]
XS = (26, 60, 200)
READ = "".join("".join("\n".join(cell) + "\t" for cell in row) + "\n" for row in ROWS)


def _table() -> tuple[Paper, list[float]]:
    """Return a table without lines, and where its rows begin and end."""
    paper, top, tops = Paper(400, 400, size=12), 30.0, [30.0]
    for row in ROWS:
        for x, lines in zip(XS, row, strict=True):
            for number, text in enumerate(lines):
                paper.write(text, x, top + STEP * (number + 0.8))
        top += STEP * max(map(len, row)) + 8
        tops.append(top)
    return paper, tops


@pytest.mark.parametrize("drawn", [(0, 1, 4), (1, 2, 3, 4), (0, 1, 2, 3, 4)])
def test_level_lines_drawn_cell_by_cell_part_no_rows_that_white_shows_too(
    tmp_path: Path, drawn: tuple[int, ...]
) -> None:
    paper, tops = _table()
    for at in (tops[index] for index in drawn):
        for x0, x1 in ((20, 54), (54, 194), (194, 380)):
            paper.line(x0, at, x1, at)
    assert _text(paper, tmp_path) == READ


def test_rows_between_the_stripes_of_a_table_are_its_rows(tmp_path: Path) -> None:
    paper, tops = _table()
    for top, bottom in ((tops[0], tops[1]), (tops[2], tops[3])):
        for x0, x1 in ((20, 54), (54, 194), (194, 380)):
            paper.content.insert(0, f"0.9 g {x0} {400 - bottom} {x1 - x0} {bottom - top} re f 0 g")
    assert _text(paper, tmp_path) == READ


def test_amounts_in_the_stripes_of_a_table_are_cells(tmp_path: Path) -> None:
    rows = [("", "2565", "2566", "2567"), ("ประชาชน", "1204", "1377", "1402")]
    rows += [("คำร้อง", "3", "0", "1"), ("คะแนน", "8812", "9045", "9170")]
    paper = Paper(400, 400, size=12)
    for number, row in enumerate(rows):
        for x, text in zip((26, 160, 240, 320), row, strict=True):
            begin = x if number else x - 40  # heads are set to the left, amounts to the right
            paper.write(text, begin + 6 * (4 - len(text)) * (x > 26), 42 + 20 * number)
    for top in (50, 90):
        paper.content.insert(0, f"0.9 g 20 {400 - top - 20} 360 20 re f 0 g")
    assert _text(paper, tmp_path) == "".join("\t".join(row) + "\t\n" for row in rows)


def _ruled_across(rows: Sequence[Row], breaks: Sequence[int]) -> Paper:
    """Return labels and values with a level line below those rows, and none around them."""
    paper, top = Paper(400, 400, size=12), 30.0
    for number, (label, values) in enumerate(rows):
        for x, lines in ((LEFT + 6, label), (VALUE, values)):
            for line, text in enumerate(lines):
                paper.write(text, x, top + STEP * (line + 0.8))
        top += STEP * max(len(label), len(values)) + 6
        if number in breaks:
            paper.line(LEFT, top, RIGHT, top)
    return paper


@pytest.mark.parametrize("breaks", [(0, 1, 2, 3), (0, 1, 2), (0, 2, 3)])
def test_labels_and_values_between_level_lines_alone_are_cells(
    tmp_path: Path, breaks: tuple[int, ...]
) -> None:
    assert _text(_ruled_across([TITLE, *ROUNDS], breaks), tmp_path).replace("\t\n", "\n") == (
        "มาตรการที่ ๑ เปิดเผยราคากลางในงาน\n"
        "ผลรอบแรก\tเผยแพร่ราคากลาง ๑๔\nโครงการ\n"
        "ผลรอบสอง\tตรวจครบทุกงาน\n"
        "ผลลัพธ์\tราคาลดลงมากกว่าเดิม\n"
    )


def test_paragraphs_between_level_lines_are_no_columns(tmp_path: Path) -> None:
    rows: list[Row] = [((f"งานที่ {n} ทำครบทุกไตรมาสตามแผน", "และรายงานต่อนายก"), ()) for n in "๑๒๓"]
    assert "\t" not in _text(_ruled_across(rows, (0, 1, 2)), tmp_path)


def test_two_tables_of_one_width_with_a_caption_between_stay_two(tmp_path: Path) -> None:
    paper, top = Paper(400, 400, size=12), 30.0
    for xs, rows in (
        ((26, 120, 260), (("มาตรการ", "จะทำอะไร", "ใครทำ"), ("ราคากลาง", "เผยแพร่ราคา", "กองคลัง"))),
        ((26, 200), (("มาตรการ", "ทำแล้ว"), ("ราคากลาง", "เผยแพร่ครบ"))),
    ):
        paper.line(LEFT, top, RIGHT, top)
        for row in rows:
            for x, text in zip(xs, row, strict=True):
                paper.write(text, x, top + STEP * 0.9)
            top += STEP + 6
            paper.line(LEFT, top, RIGHT, top)
        if len(xs) > 2:
            paper.write("ตารางผลของมาตรการตามแผนทั้งปี", LEFT, top + STEP * 0.9)
            top += STEP + 6
    assert _text(paper, tmp_path) == (
        "มาตรการ\tจะทำอะไร\tใครทำ\t\nราคากลาง\tเผยแพร่ราคา\tกองคลัง\t\n"
        "ตารางผลของมาตรการตามแผนทั้งปี\t\nมาตรการ\tทำแล้ว\t\nราคากลาง\tเผยแพร่ครบ\t\n"
    )


def test_a_label_that_fills_its_column_is_parted_from_its_value(tmp_path: Path) -> None:
    rows: list[Row] = [(("การกำกับติดตามผลฯ",), ("รายงานทุกไตรมาส",)), *ROUNDS]
    assert "การกำกับติดตามผลฯ\tรายงานทุกไตรมาส" in _text(_card([TITLE, *rows]), tmp_path)


def test_two_tables_of_filled_cells_side_by_side_are_two_tables(tmp_path: Path) -> None:
    left = [("ด้าน", "คะแนน"), ("หน้าที่", "81.20"), ("งบ", "77.10"), ("อำนาจ", "65.00")]
    right = [("งาน", "ผล"), ("ป้าย", "ผ่าน"), ("ขยะ", "ไม่ผ่าน"), ("น้ำ", "ผ่าน")]
    paper = Paper(440, 400, size=12)
    for sides, rows in (((20, 130, 200), left), ((220, 330, 420), right)):
        for number, row in enumerate(rows):
            top = 40 + 20 * number
            shade = 0.7 + 0.1 * (number % 2)
            for (x0, x1), text in zip(pairwise(sides), row, strict=True):
                paper.content.insert(0, f"{shade} g {x0} {400 - top - 20} {x1 - x0} 20 re f 0 g")
                paper.write(text, x0 + 6, top + 14)
    told = "".join("\t".join(row) + "\t\n" for row in [*left, *right])
    assert _text(paper, tmp_path) == told
