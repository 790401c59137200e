"""Striped tables are tables in the rows, too, that nothing draws."""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.read.layer.letters import Rule
from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.page import drawn, stripes
from ita_checker.read.page.rows import runs

COLUMNS = (50.0, 250.0, 350.0, 450.0)
ROWS = [("ตัวชี้วัด", "ปีก่อน", "ปีนี้"), ("งาน", "81.2", "92.5"), ("งบ", "77.1", "80.9")]
ROWS += [("อำนาจ", "65.0", "70.3"), ("ทรัพย์สิน", "70.1", "66.6")]
HIGH = 30.0


def _line(text: str, x: float, y: float) -> list[Cluster]:
    return [Cluster(letter, x + 6 * i, x + 6 * i + 6, y, 12, 0) for i, letter in enumerate(text)]


def _letters(rows: Sequence[Sequence[str]]) -> list[Cluster]:
    return [
        letter
        for number, row in enumerate(rows)
        for x, text in zip(COLUMNS, row, strict=False)
        for letter in _line(text, x + 4, 120 + HIGH * number)
    ]


def _filled(row: int) -> list[Rule]:
    """Return the edges of a row's cells."""
    top, bottom = 100 + HIGH * row, 100 + HIGH * (row + 1)
    sides = [Rule(x, top, x, bottom) for x in COLUMNS]
    return sides + [Rule(COLUMNS[0], y, COLUMNS[-1], y) for y in (top, bottom)]


def _read(rules: Sequence[Rule], shades: Sequence[Rule], letters: Sequence[Cluster]) -> object:
    found = drawn.tables(rules, shades, runs(letters))
    return [
        [["".join(run.text for run in inside.get(n, [])) for n in range(len(grid.cells))]]
        for grid, inside in zip(found.grids, found.inside, strict=True)
    ]


def test_rows_between_and_below_stripes_are_rows_of_their_table() -> None:
    shades = [edge for row in (0, 2) for edge in _filled(row)]
    assert _read([], shades, _letters(ROWS[:4])) == [[[c for row in ROWS[:4] for c in row]]]


def test_a_head_over_stripes_is_the_tables_first_row() -> None:
    shades = [edge for row in (1, 3) for edge in _filled(row)]
    assert _read([], shades, _letters(ROWS)) == [[[c for row in ROWS for c in row]]]


def test_a_head_and_a_first_row_over_stripes_are_two_rows() -> None:
    shades = [edge for row in (2, 4) for edge in _filled(row)]
    assert _read([], shades, _letters(ROWS)) == [[[c for row in ROWS for c in row]]]


def test_stripes_within_a_frame_that_only_its_head_parts_are_rows() -> None:
    shades = [edge for row in (0, 1, 3) for edge in _filled(row)]
    frame = [Rule(x, 100, x, 250) for x in (50, 450)] + [Rule(50, y, 450, y) for y in (100, 250)]
    head = [Rule(x, 100, x, 130) for x in (250, 350)] + [Rule(50, 130, 450, 130)]
    assert _read([*frame, *head], shades, _letters(ROWS)) == [[[c for row in ROWS for c in row]]]


def test_who_signs_below_the_last_row_is_none_of_it() -> None:
    shades = [edge for row in (0, 2) for edge in _filled(row)]
    signed = [*_letters(ROWS[:4]), *_line("ลงชื่อ", 254, 236), *_line("ผู้ยืม", 354, 236)]
    assert _read([], shades, signed) == [[[c for row in ROWS[:4] for c in row]]]
    last = [*_letters(ROWS[:3]), *_line("ลงชื่อ", 254, 210), *_line("ผู้ยืม", 354, 210)]
    assert _read([], shades, last) == [[[c for row in ROWS[:3] for c in row]]]


def test_a_total_that_has_no_number_is_the_last_row() -> None:
    sides = (*COLUMNS, 520.0)
    rows = [("1", "งาน", "81.2", "92.5"), ("2", "งบ", "77.1", "80.9"), ("3", "ยา", "65.0", "70.3")]
    rows.append(("", "รวม", "223.3", "243.7"))
    letters = [
        letter
        for number, row in enumerate(rows)
        for x, text in zip(sides, row, strict=False)
        for letter in _line(text, x + 4, 120 + HIGH * number)
    ]
    shades = [
        edge
        for top in (100.0, 160.0)
        for edge in (
            *(Rule(x, top, x, top + HIGH) for x in sides),
            *(Rule(sides[0], y, sides[-1], y) for y in (top, top + HIGH)),
        )
    ]
    assert _read([], shades, letters) == [[[c for row in rows for c in row]]]


def test_a_column_of_labels_before_the_filled_ones_is_a_column() -> None:
    shades = [edge for row in (1, 3) for edge in _filled(row) if edge.x0 > 60 or edge.x1 > 60]
    shades = [edge._replace(x0=max(edge.x0, 250.0)) for edge in shades]
    head = [Rule(50, 130, 450, 130)]
    assert _read(head, shades, _letters(ROWS)) == [[[c for row in ROWS for c in row]]]


def test_rows_of_filled_cells_keep_the_lines_of_each_cell_together() -> None:
    shades = [edge for row in range(4) for edge in _filled(row)]
    wrapped = [*_letters(ROWS[:4]), *_line("0", 254, 132), *_line("0", 354, 132)]
    cells = [c for row in ROWS[:4] for c in row]
    cells[1], cells[2] = cells[1] + "0", cells[2] + "0"
    assert _read([], shades, wrapped) == [[cells]]


def test_filled_rows_of_a_table_that_upright_lines_part_add_no_columns() -> None:
    shades = [edge for row in range(4) for edge in _filled(row)]
    assert stripes.edges([Rule(250, 100, 250, 220)], shades, runs(_letters(ROWS))) == []


def test_where_a_heading_stands_between_them_filled_rows_are_of_two_tables() -> None:
    shades = [edge for row in (0, 2) for edge in _filled(row)]
    words = [*_letters(ROWS[:1]), *_line("ผลการประเมินของปีงบประมาณก่อนหน้านี้", 60, 145)]
    assert stripes.edges([], shades, runs(words)) == []


def test_squares_of_a_charts_legend_are_no_stripes() -> None:
    squares = [Rule(x, top, x, top + 6) for top in (104, 134) for x in (50, 56, 250, 256, 350, 356)]
    squares += [Rule(x, y, x + 6, y) for y in (104, 110, 134, 140) for x in (50, 250, 350)]
    assert stripes.edges([], squares, runs(_letters(ROWS[:2]))) == []


def test_lines_of_the_last_row_stand_as_far_apart_as_those_of_filled_cells() -> None:
    lines = [stripes.Stripe(100, 160, COLUMNS), stripes.Stripe(220, 280, COLUMNS)]
    words = [one for y in (120, 144, 180, 240, 264, 302, 326) for one in _line("ก", 54, y)]
    words += [one for y in (302, 326) for one in _line("ข", 254, y)]
    ends = [edge.top for edge in stripes._drawn(lines, runs(words)) if edge.top == edge.bottom]
    assert max(ends) > 326
