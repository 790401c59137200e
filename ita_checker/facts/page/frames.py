"""A table's cells with their lines in hand, so that tables of two pages can be laid together."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from ita_checker.model import Box, Cell, Line, Page, Table
from ita_checker.model.records import record, replace
from ita_checker.text.flow import fold

NEAR = 8.0  # points between the sides of columns that are one
FRAGMENT = 1  # rows at most of a part that shows fewer columns than its table has
TIP = 4  # letters at most of a heading whose tips are seen on the page before
FEWEST_ROWS = 3  # of a table that has headings, a row, and tips
FEWEST_HEADS = 2  # columns with headings: one alone may be a row's beginning
LEADING = 1.2  # of the height of letters: lines are set that far apart at least
NUMBER = re.compile(r"\(?(\d{1,2})[.)]?")


@record(frozen=True)
class FrameCell:
    """A cell with its lines: row and column from 0, rows and columns spanned, left and right in
    points.
    """

    row: int
    column: int
    rows: int
    columns: int
    box: Box
    lines: tuple[Line, ...]

    def in_row(self, row: int, lines: tuple[Line, ...] | None = None) -> FrameCell:
        """Return the same cell in a row, with its own lines or others."""
        held = self.lines if lines is None else lines
        return FrameCell(row, self.column, self.rows, self.columns, self.box, held)

    @cached_property
    def text(self) -> str:
        """Return the cell's words, line by line."""
        return "\n".join([line.text for line in self.lines]).strip()

    @cached_property
    def filled(self) -> bool:
        """Tell whether anything stands there."""
        return any(line.text and not line.text.isspace() for line in self.lines)

    @property
    def bottom(self) -> float:
        """Return where its last printed line ends."""
        return max(line.box.bottom for line in self.lines if line.text.strip())

    @property
    def pitch(self) -> float:
        """Return how far its lines stand apart, in points."""
        printed = [line.box for line in self.lines if line.text.strip()]
        steps = [below.top - above.top for above, below in pairwise(printed)]
        usual = median([step for step in steps if step > 0] or [0.0])
        return max(usual, LEADING * median(box.bottom - box.top for box in printed))

    @property
    def right(self) -> float:
        """Return its right side."""
        return self.box.x1

    @property
    def padding(self) -> float:
        """Return how far its text stands off its left side."""
        return max(0.0, min(line.box.x0 for line in self.lines if line.text.strip()) - self.box.x0)

    @property
    def number(self) -> int | None:
        """Return the number that is all it holds."""
        found = NUMBER.fullmatch(fold(self.text))
        return int(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class Below:
    """Rows that stand further down in a table than they were printed: cells as on their own `page`,
    by how many rows and points they are lower.
    """

    cells: tuple[FrameCell, ...]
    row: int
    by: float
    page: int

    @property
    def first(self) -> int:
        """Return the first row in the table that they stand in."""
        return self.row + min(cell.row for cell in self.cells)


@record(frozen=True)
class Frame:
    """A table: its cells with their lines, its columns' sides from left to right in points; rows
    `below` are counted in `rows` but not in place yet.
    """

    cells: tuple[FrameCell, ...]
    rows: int
    sides: tuple[float, ...]
    box: Box
    ruled: bool
    below: tuple[Below, ...] = ()

    def row(self, number: int) -> tuple[FrameCell, ...]:
        """Return the cells that reach into a row."""
        return tuple([cell for cell in self.cells if cell.row <= number < cell.row + cell.rows])

    def said(self, number: int) -> tuple[str, ...]:
        """Return the folded words of the cells that begin in a row."""
        return tuple(fold(cell.text) for cell in self.cells if cell.row == number)


def frame(page: Page, table: Table) -> Frame:
    """Return the table with its lines in hand."""
    cells = tuple(
        FrameCell(
            cell.row,
            cell.column,
            cell.rows,
            cell.columns,
            cell.box,
            page.lines[cell.first : cell.last],
        )
        for cell in table.cells
    )
    sides: dict[int, float] = {}
    for cell in cells:
        sides.setdefault(cell.column, cell.box.x0)
        sides.setdefault(cell.column + cell.columns, cell.box.x1)
    known = tuple(sides.get(column, -1.0) for column in range(table.columns + 1))
    return Frame(cells, table.rows, known, table.box, table.ruled)


def on_one_grid(upper: Frame, lower: Frame) -> tuple[Frame, Frame] | None:
    """Return both frames with columns numbered alike, None where their columns differ.

    A page's part of a table may show fewer columns, where its cells are joined; both must begin and
    end at the same sides.
    """
    above = [side for side in upper.sides if side >= 0]
    below = [side for side in lower.sides if side >= 0]
    if not above or not below:
        return None
    few, many = sorted((above, below), key=len)
    if len(few) < len(many) and (upper if few is above else lower).rows > FRAGMENT:
        return None
    if not all(any(abs(side - other) <= NEAR for other in many) for side in few):
        return None
    if abs(above[0] - below[0]) > NEAR or abs(above[-1] - below[-1]) > NEAR:
        return None
    one, other = (
        replace(own, cells=tuple(renumbered(own.cells, many)), sides=tuple(many))
        for own in (upper, lower)
    )
    return one, other


def without_rows(own: Frame, first: int) -> Frame:
    """Return the frame from row `first` on."""
    if not first:
        return own
    cells = tuple(cell.in_row(cell.row - first) for cell in own.cells if cell.row >= first)
    return replace(own, cells=cells, rows=own.rows - first, below=lowered(own.below, -first))


def lowered(below: Sequence[Below], rows: int, by: float = 0.0) -> tuple[Below, ...]:
    """Return rows that are not in place yet, put lower."""
    return tuple(Below(one.cells, one.row + rows, one.by + by, one.page) for one in below)


def headings_apart(upper: Frame, lower: Frame) -> Frame | None:
    """Return the lower frame with its headings in a row of their own, where its first row's cells
    begin with the upper's headings and some go on: no line was drawn between headings that are
    repeated and the rest of a row that was cut. None where it is not so.
    """
    words = {cell.column: fold(cell.text) for cell in upper.row(0) if cell.filled}
    first = lower.row(0)
    if len(words) < FEWEST_HEADS or any(cell.rows > 1 for cell in first):
        return None
    heads, rest = list[FrameCell](), list[FrameCell]()
    for cell in first:
        count = _beginning(cell, words.pop(cell.column, ""))
        if count is None:
            return None
        heads.append(cell.in_row(0, cell.lines[:count] or nothing(cell)))
        rest.append(cell.in_row(1, cell.lines[count:] or nothing(cell)))
    if words or not any(cell.filled for cell in rest):
        return None
    others = (cell.in_row(cell.row + 1) for cell in lower.cells if cell.row > 0)
    cells, below = (*heads, *rest, *others), lowered(lower.below, 1)
    return replace(lower, cells=cells, rows=lower.rows + 1, below=below)


def _beginning(cell: FrameCell, words: str) -> int | None:
    """Return how many of a cell's first lines say the words, None where none do."""
    said = ""
    for count, line in enumerate(cell.lines):
        if said == words:
            return count
        said += fold(line.text)
    return len(cell.lines) if said == words else None


def nothing(cell: FrameCell) -> tuple[Line, ...]:
    """Return the one line of an empty cell."""
    box = cell.lines[-1].box
    return (replace(cell.lines[-1], text="", raw="", edges=array("f"), box=box),)


def without_tips(upper: Frame, lower: Frame) -> Frame:
    """Return the upper frame without a last row that holds nothing but the first letters of a
    heading of the lower's: the tips of what is printed overleaf, shown above the cut.
    """
    last = [cell for cell in upper.row(upper.rows - 1) if cell.filled]
    heads = {cell.column: fold(cell.text) for cell in lower.row(0)}
    if len(last) != 1 or len(last[0].text) > TIP or upper.rows < FEWEST_ROWS:
        return upper
    if not heads.get(last[0].column, "").startswith(fold(last[0].text)):
        return upper
    cells = tuple(cell for cell in upper.cells if cell.row < upper.rows - 1)
    return replace(upper, cells=cells, rows=upper.rows - 1)


def with_rest(table: Frame, rest: Mapping[int, Sequence[Line]]) -> Frame:
    """Return the table with lines, by column, put to the cells of its last row."""
    cells = [
        replace(cell, lines=(*cell.lines, *rest.get(cell.column, ())))
        if cell.row + cell.rows == table.rows
        else cell
        for cell in table.cells
    ]
    return replace(table, cells=tuple(cells))


def table_of(own: Frame, first: int) -> Table:
    """Return the model's table, whose lines are a page's from `first` on."""
    cells = []
    for cell in own.cells:
        cells.append(_cell_of(cell, first))
        first += len(cell.lines)
    return Table(own.box, own.rows, max(1, len(own.sides) - 1), tuple(cells), own.ruled)


def lines_in(own: Frame) -> list[Line]:
    """Return the table's lines cell by cell, each told what stands after it."""
    made = list[Line]()
    for cell, following in zip(own.cells, [*own.cells[1:], None], strict=True):
        *above, last = cell.lines
        made += [line if line.after == "\n" else before(line, "\n") for line in above]
        ends = following is None or following.row != cell.row
        made.append(before(last, "\t\n" if ends else "\t"))
    return made


def before(line: Line, after: str) -> Line:
    """Return the line, told what stands after it."""
    return line if line.after == after else replace(line, after=after)


def _cell_of(own: FrameCell, first: int) -> Cell:
    """Return the model's cell, whose lines are a page's from `first` on."""
    return Cell(own.row, own.column, own.rows, own.columns, first, first + len(own.lines), own.box)


def renumbered(cells: Sequence[FrameCell], sides: Sequence[float]) -> list[FrameCell]:
    """Return cells with the columns of a table's sides in which they stand."""
    made, in_order = [], sorted(sides)
    # the cells of a column have the same sides
    drawn = {cell.box.x0 for cell in cells} | {cell.box.x1 for cell in cells}
    column = {x: sides.index(_nearest(in_order, x)) for x in drawn}
    for cell in cells:
        # a cell drawn past the last side stands in the last column
        first = max(0, min(column[cell.box.x0], len(sides) - 2))
        columns = max(1, column[cell.box.x1] - first)
        same = (first, columns) == (cell.column, cell.columns)
        made.append(cell if same else replace(cell, column=first, columns=columns))
    return made


def _nearest(in_order: Sequence[float], x: float) -> float:
    """Return the side nearest to a place, the left one of two as near."""
    at = bisect_left(in_order, x)
    return min(in_order[max(0, at - 1) : at + 1], key=lambda side: abs(side - x))
