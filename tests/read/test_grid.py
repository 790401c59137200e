"""Drawn lines make grids; doubled borders, gaps and boxes within boxes do not break them."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper import Paper

from ita_checker.read import Options, read
from ita_checker.read.layer.letters import Rule
from ita_checker.read.page.ruled import grids
from ita_checker.read.page.slivers import without_slivers


def _lines(xs: list[float], tops: list[float]) -> list[Rule]:
    return [Rule(x, tops[0], x, tops[-1]) for x in xs] + [
        Rule(xs[0], top, xs[-1], top) for top in tops
    ]


def _shape(rules: list[Rule]) -> list[tuple[int, int, int]]:
    return [(grid.rows, grid.columns, len(grid.cells)) for grid in grids(rules)]


@pytest.mark.parametrize(
    ("xs", "tops", "shape"),
    [
        ([50, 150, 300], [100, 120, 140], [(2, 2, 4)]),
        ([50, 50.8, 150, 150.8, 300, 300.8], [100, 100.6, 140], [(1, 2, 2)]),
        ([50, 300], [100, 140], []),
        ([50, 300], [100], []),
    ],
)
def test_grids_have_the_rows_and_columns_that_are_drawn(
    xs: list[float], tops: list[float], shape: list[tuple[int, int, int]]
) -> None:
    assert _shape(_lines(xs, tops)) == shape


@pytest.mark.parametrize("thick", [5.3, 6, 7.5])
def test_a_stripe_along_one_side_of_a_box_is_its_border_and_no_column(thick: float) -> None:
    assert _shape(_lines([50, 50 + thick, 300], [100, 140])) == []
    assert _shape(_lines([50, 300 - thick, 300], [100, 140])) == []
    assert _shape(_lines([50, 300], [100, 100 + thick, 140])) == []
    assert _shape(_lines([50, 50 + thick, 150, 300], [100, 120, 140])) == [(2, 2, 4)]


def test_a_narrow_column_for_ticks_is_one() -> None:
    assert _shape(_lines([50, 62, 300], [100, 140])) == [(1, 2, 2)]


def test_a_number_in_a_dark_box_at_a_frames_corner_parts_nothing_of_its_words() -> None:
    frame, badge = _lines([50, 500], [100, 180]), _lines([58, 76], [102, 126])
    assert grids(frame, badge) == []
    beside = _lines([50, 300, 500], [100, 180])
    (found,) = grids(beside, badge)
    assert [cell.box.x0 for cell in found.cells] == [50, 300]
    assert _shape([*frame, *_lines([50, 76], [100, 126])]) == []


def test_a_small_cell_of_a_table_stays_one() -> None:
    assert _shape(_lines([50, 76, 500], [100, 126, 180])) == [(2, 2, 4)]
    wide = [*_lines([50, 500], [100, 180]), *_lines([50, 120], [100, 126])]
    assert len(_shape(wide)) == 1


def test_two_tables_are_two_grids_from_the_top() -> None:
    found = grids([*_lines([50, 150, 300], [400, 420]), *_lines([50, 150, 300], [100, 120, 140])])
    assert [(grid.box.top, grid.rows) for grid in found] == [(100, 2), (400, 1)]


def test_borders_drawn_cell_by_cell_are_one_grid() -> None:
    rules = [
        rule
        for x in (50, 150)
        for top in (100, 130)
        for rule in _lines([x, x + 99.5], [top, top + 29.5])
    ]
    assert _shape(rules) == [(2, 2, 4)]


def test_a_missing_wall_joins_cells() -> None:
    rules = (
        [Rule(x, 100, x, 140) for x in (50, 300)]
        + [Rule(150, 120, 150, 140)]
        + [Rule(50, top, 300, top) for top in (100, 120, 140)]
    )
    (grid,) = grids(rules)
    assert [(cell.row, cell.column, cell.rows, cell.columns) for cell in grid.cells] == [
        (0, 0, 1, 2),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
    ]


def _shade(x0: float, top: float, x1: float, bottom: float) -> list[Rule]:
    """Return the edges of a filled area."""
    return [
        Rule(x0, top, x1, top),
        Rule(x0, bottom, x1, bottom),
        Rule(x0, top, x0, bottom),
        Rule(x1, top, x1, bottom),
    ]


def _full(xs: tuple[float, ...], tops: tuple[float, ...]) -> list[Rule]:
    """Return all lines of a grid."""
    return [Rule(x, tops[0], x, tops[-1]) for x in xs] + [
        Rule(xs[0], top, xs[-1], top) for top in tops
    ]


def test_the_shading_of_cells_makes_no_cells_of_its_own() -> None:
    lines = _full((50, 150, 300), (100, 140, 200))
    inside = _shade(55.4, 101, 144.6, 121) + _shade(55.4, 121, 144.6, 139)
    inside += _shade(155.4, 101, 294.6, 139)
    assert grids(lines, inside) == grids(lines)
    assert (grids(lines)[0].rows, grids(lines)[0].columns) == (2, 2)


def test_areas_side_by_side_make_a_table_where_no_line_does() -> None:
    areas = [
        rule
        for top in (100, 140, 180)
        for x in (50, 150, 250)
        for rule in _shade(x, top, x + 100, top + 40)
    ]
    found = grids([], areas)
    assert [(grid.rows, grid.columns) for grid in found] == [(3, 3)]


@pytest.mark.parametrize("shaded", [True, False])
def test_boxes_of_one_height_that_stand_apart_and_side_by_side_are_a_row_of_cells(
    shaded: bool,
) -> None:
    boxes = [
        rule
        for x in (50, 160, 270)
        for top in (100, 200)
        for rule in _shade(x, top, x + 98, top + 60)
    ]
    found = grids([], boxes) if shaded else grids(boxes)
    assert [(grid.rows, grid.columns, len(grid.cells)) for grid in found] == [(1, 3, 3)] * 2
    assert [cell.box.x0 for cell in found[0].cells] == [50, 160, 270]


def test_boxes_far_apart_or_not_of_one_height_are_no_row() -> None:
    assert grids([*_shade(50, 100, 150, 160), *_shade(190, 100, 290, 160)]) == []
    assert grids([*_shade(50, 100, 150, 160), *_shade(160, 100, 260, 200)]) == []
    assert grids([*_shade(50, 100, 150, 160), *_shade(160, 110, 260, 170)]) == []


def test_boxes_within_a_table_are_no_row_of_their_own() -> None:
    inside = _shade(60, 110, 90, 130) + _shade(100, 110, 130, 130)
    assert grids([*_full((50, 150, 300), (100, 140, 200)), *inside]) == grids(
        _full((50, 150, 300), (100, 140, 200))
    )


def test_double_lines_are_one_line() -> None:
    doubled = [
        Rule(rule.x0 + by, rule.top, rule.x1 + by, rule.bottom)
        if rule.x0 == rule.x1
        else Rule(rule.x0, rule.top + by, rule.x1, rule.bottom + by)
        for rule in _full((50, 150, 300), (100, 140, 200))
        for by in (0.0, 4.0)
    ]
    assert [(grid.rows, grid.columns) for grid in grids(doubled)] == [(2, 2)]


def test_a_drawing_whose_lines_run_through_words_is_no_table(tmp_path: Path) -> None:
    paper = Paper().grid([20, 85, 200, 300, 380], [20, 60, 100, 140, 180, 220, 260])
    for at in range(3):
        paper.write("กรมการปกครอง", 40, 50 + 80 * at)
    page = read(paper.save(tmp_path / "paper.pdf"), Options(ocr="never")).pages[0]
    assert (page.text, page.tables) == ("กรมการปกครอง\n" * 3, ())


def test_a_border_with_a_bar_around_a_page_is_no_table(tmp_path: Path) -> None:
    paper = Paper().grid([20, 380], [20, 50, 290]).write("กรมการปกครอง", 40, 120)
    page = read(paper.save(tmp_path / "paper.pdf"), Options(ocr="never")).pages[0]
    assert (page.text, page.tables) == ("กรมการปกครอง\n", ())


@pytest.mark.parametrize(("bar", "tables"), [(50, 0), (150, 1)])
def test_a_frame_with_a_stripe_at_its_side_is_no_table(
    tmp_path: Path, bar: float, tables: int
) -> None:
    paper = Paper().grid([20, bar, 380], [20, 290]).write("กรมการปกครอง", bar + 20, 120)
    page = read(paper.save(tmp_path / "paper.pdf"), Options(ocr="never")).pages[0]
    assert len(page.tables) == tables


def _tables(paper: Paper, path: Path) -> tuple[list[tuple[int, int, int]], str]:
    page = read(paper.save(path / "paper.pdf"), Options(ocr="never")).pages[0]
    return [(one.rows, one.columns, len(one.cells)) for one in page.tables], page.text


def test_a_card_with_round_corners_and_a_title_over_its_columns_is_read_column_by_column(
    tmp_path: Path,
) -> None:
    paper = Paper().rounded(20, 40, 380, 200, 12).rounded(21, 41, 379, 66, 11, 0.8)
    paper.line(200, 66, 200, 200).write("กองกลางบอกหนทาง", 60, 60)
    for at, words in enumerate(("ตอนกลาง", "รอนาน", "ขาดคน")):
        paper.write(words, 40, 100 + 30 * at)
    for at, words in enumerate(("ลองทาง", "หาคนมา", "ครบทาง")):
        paper.write(words, 220, 100 + 30 * at)
    tables, text = _tables(paper, tmp_path)
    assert tables == [(2, 2, 3)]
    assert text.split() == [
        "กองกลางบอกหนทาง",
        "ตอนกลาง",
        "รอนาน",
        "ขาดคน",
        "ลองทาง",
        "หาคนมา",
        "ครบทาง",
    ]


@pytest.mark.parametrize("shade", [0, 0.9])
def test_boxes_with_round_corners_side_by_side_are_a_row_of_cells(
    tmp_path: Path, shade: float
) -> None:
    paper = Paper().rounded(20, 40, 190, 140, 10, shade).rounded(200, 40, 380, 140, 10, shade)
    for at, (left, right) in enumerate((("กลาง", "สาม"), ("สอง", "ปลาย"))):
        paper.write(left, 40, 80 + 30 * at).write(right, 220, 80 + 30 * at)
    tables, text = _tables(paper, tmp_path)
    assert tables == [(1, 2, 2)]
    assert text.split() == ["กลาง", "สอง", "สาม", "ปลาย"]


def test_badges_behind_words_make_no_columns(tmp_path: Path) -> None:
    paper = Paper()
    for at, wide in enumerate((60, 90, 75)):
        paper.rounded(30, 40 + 24 * at, 30 + wide, 62 + 24 * at, 6, 0.9)
        paper.write("กองกลางทำงานนี้", 34, 57 + 24 * at)
    tables, text = _tables(paper, tmp_path)
    assert (tables, text.split()) == ([], ["กองกลางทำงานนี้"] * 3)


def test_rings_are_no_boxes(tmp_path: Path) -> None:
    paper = Paper().rounded(20, 40, 180, 200, 80).rounded(200, 40, 380, 200, 79)
    paper.write("ซ้าย", 60, 120).write("ขวา", 260, 120)
    assert _tables(paper, tmp_path)[0] == []


def test_columns_whose_lines_stand_a_little_lower_than_those_beside_are_read_one_by_one(
    tmp_path: Path,
) -> None:
    paper = Paper(size=12)
    paper.write("กองกลางบอกหนทางกลางตลาดทองคำงามของนายอนทการคนกลาง", 20, 38)
    left, right = "กองกลางทำงานนอก", "นายตรวจทางสองสาย"
    for at in range(5):
        paper.write(left, 20, 60 + 18 * at)
    for at in range(5):
        paper.write(right, 210, 66 + 18 * at)
    assert _tables(paper, tmp_path)[1].split()[1:] == [left] * 5 + [right] * 5


def test_sides_of_tables_under_each_other_that_all_but_agree_are_one() -> None:
    upper, lower = _lines([71, 132, 539], [100, 120, 140]), _lines([71, 138, 539], [140, 160, 180])
    (grid,) = map(without_slivers, grids([*upper, *lower]))
    assert (grid.columns, {(cell.column, cell.columns) for cell in grid.cells}) == (
        2,
        {(0, 1), (1, 1)},
    )


def test_a_narrow_column_in_which_a_cell_stands_is_one() -> None:
    (grid,) = grids(_lines([71, 132, 142, 539], [100, 120, 140]))
    assert without_slivers(grid) == grid


def _half_ruled(*rest: str) -> Paper:
    """Return a page with a table of three rows and columns whose last four cells have no lines
    between them; `rest`: what stands in these, line by line.
    """
    paper = Paper(size=12)
    paper.grid((20, 110), (50, 80, 110, 140)).grid((110, 190, 270), (50, 80))
    paper.line(270, 80, 270, 140).line(110, 140, 270, 140)
    for at, text in enumerate(("เดือน", "หนังสือ", "รวม")):
        paper.write(text, 25 + 90 * at, 70)
    for at, (month, cells) in enumerate(zip(("มกราคม", "มีนาคม"), rest, strict=True)):
        paper.write(month, 25, 100 + 30 * at)
        for number, text in enumerate(cells.split("|")):
            paper.write(text, 115 + 85 * number, 100 + 30 * at)
    return paper


def test_cells_without_lines_are_parted_by_those_beside_and_above_them(tmp_path: Path) -> None:
    tables, text = _tables(_half_ruled("4|8", "7|16"), tmp_path)
    assert tables == [(3, 3, 9)]
    assert "มกราคม\t4\t8\t\nมีนาคม\t7\t16" in text


def test_a_cell_over_rows_and_columns_that_holds_one_text_stays_one(tmp_path: Path) -> None:
    paper = _half_ruled("งดรับของขวัญทุกชนิด", "ตลอดปีงบประมาณนี้")
    assert _tables(paper, tmp_path)[0] == [(3, 3, 6)]


def test_a_head_whose_own_lines_are_white_is_a_row_of_its_own() -> None:
    # a table by Chromium: the first row has sides, and a line below it; the head above is filled
    xs = (50, 150, 300)
    lines = [Rule(x, 120, x, 160) for x in xs] + [Rule(50, y, 300, y) for y in (140, 160)]
    head = [*_shade(50, 100, 150, 120), *_shade(150, 100, 300, 120)]
    striped = [*_shade(50, 120, 150, 140), *_shade(150, 120, 300, 140)]
    for shades in (head, head + striped):
        assert [(g.rows, g.columns, len(g.cells)) for g in grids(lines, shades)] == [(3, 2, 6)]
