"""Tables whose columns lines draw, but not their rows: accounts, registers, estimates."""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.read.layer.letters import Rule
from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.page import drawn
from ita_checker.read.page.rows import runs

COLUMNS = (50.0, 90.0, 290.0, 390.0)
STEP = 20.0
Cells = Sequence[Sequence[str]]  # the lines of each cell of a row
HEAD: Cells = (["ที่"], ["รายการ"], ["บาท"])
BODY: Sequence[Cells] = (
    (["1"], ["ค่าวัสดุ", "สำนักงาน"], ["900"]),
    (["2"], ["ค่าจ้างเหมา"], ["1,200"]),
    (["3"], ["ค่าเช่าเครื่อง", "ถ่ายเอกสาร"], ["80"]),
    ([""], ["รวม"], ["2,180"]),
)


def _line(text: str, x: float, y: float) -> list[Cluster]:
    return [Cluster(letter, x + 6 * i, x + 6 * i + 6, y, 12, 0) for i, letter in enumerate(text)]


def _set(rows: Sequence[Cells]) -> tuple[list[list[Cluster]], float]:
    """Return the lines of rows below a head's, cell by cell, and where they end."""
    found: list[list[Cluster]] = []
    y = 150.0
    for row in rows:
        for x, lines in zip(COLUMNS, row, strict=False):
            found += [_line(text, x + 4, y + STEP * n) for n, text in enumerate(lines) if text]
        y += STEP * max(map(len, row))
    return found, y


def _frame(end: float) -> list[Rule]:
    """Return the lines around a table, under its head and between its columns."""
    levels = [Rule(COLUMNS[0], y, COLUMNS[-1], y) for y in (100, 130, end)]
    return levels + [Rule(x, 100, x, end) for x in COLUMNS]


def _read(body: Sequence[Cells], *, by_line: bool = False) -> list[list[str]]:
    """Return the rows of a table's cells, its lines parted by bars."""
    lines, end = _set(body)
    if by_line:
        lines.sort(key=lambda line: (line[0].y, line[0].x0))
    heads = [_line(cell[0], x + 4, 120) for x, cell in zip(COLUMNS, HEAD, strict=False)]
    letters = [letter for line in [*heads, *lines] for letter in line]
    found = drawn.tables(_frame(end), [], runs(letters))
    (grid,), (inside,) = found.grids, found.inside
    made = [[""] * grid.columns for _ in range(grid.rows)]
    for number, cell in enumerate(grid.cells):
        made[cell.row][cell.column] = "|".join(
            "".join(letter.text for letter in run) for run in inside.get(number, []) if run.inked
        )
    return made


def _told(body: Sequence[Cells]) -> list[list[str]]:
    return [["|".join(cell) for cell in row] for row in (HEAD, *body)]


def test_rows_that_no_line_parts_are_rows_where_the_file_draws_them_one_by_one() -> None:
    assert _read(BODY) == _told(BODY)


def test_rows_of_single_lines_with_an_amount_each_are_rows() -> None:
    single: Sequence[Cells] = [(["งาน"], [name], [amount]) for name, amount in NAMES]
    assert _read(single) == _told(single)


NAMES = (("ภาษีป้าย", "120"), ("ค่าปรับ", "45"), ("ดอกเบี้ย", "7"), ("รวม", "172"))


def test_amounts_tell_rows_of_a_file_that_draws_line_by_line() -> None:
    assert _read(BODY, by_line=True) == _told(BODY)


def test_lists_side_by_side_in_one_row_are_cells_of_it() -> None:
    one: Sequence[Cells] = (
        (["ก"], ["1. รับเรื่อง", "2. ตรวจสอบ", "3. แจ้งผล"], ["ธุรการ", "หัวหน้า", "ปลัด"]),
    )
    assert _read(one) == _told(one)
    assert _read(one, by_line=True) == _told(one)


def test_titles_of_groups_are_rows_of_their_own() -> None:
    groups: Sequence[Cells] = (
        (["ก. ภาษี"], [""], [""]),
        (["ป้าย"], ["ค่าภาษีป้ายของ", "ร้านค้า"], ["900"]),
        (["ดิน"], ["ค่าภาษีที่ดิน", "ของเอกชน"], ["700"]),
        (["ตลาด"], ["ค่าธรรมเนียม", "แผงค้า"], ["60"]),
        (["ข. เงิน"], [""], [""]),
        (["ฝาก"], ["ดอกเบี้ยเงิน", "ฝากธนาคาร"], ["80"]),
    )
    assert _read(groups) == _told(groups)
