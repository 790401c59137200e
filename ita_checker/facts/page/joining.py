"""Tables of two pages laid together. A table that goes on over hundreds of pages is laid together
page by page from its end: rows that are in place once are not moved again for each page above.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ita_checker.facts.page.frames import Below, Frame, FrameCell, lowered, nothing, renumbered
from ita_checker.model import Box, Line, Page, Place
from ita_checker.model.records import replace

HEAD = 6  # rows of a lower table that are looked at: headings that it repeats and the row below


def joined(upper: Frame, lower: Frame, page: Page, cut: bool) -> Frame:
    """Return one table of both: the rest of a cut row goes to its cells, other rows follow. Those
    below the first are only noted: the table may be laid to another page's in turn.
    """
    base = upper.rows - 1 if cut else upper.rows
    by = upper.box.bottom - lower.box.top
    cells, last = list(upper.cells), upper.rows - 1
    foot = [at for at, cell in enumerate(cells) if cell.row <= last < cell.row + cell.rows]
    first = [cell for cell in lower.cells if cell.row == 0]
    merged = _merged(upper, lower)
    for cell in _moved(Below(tuple(first), base, by, page.number)):
        at = _reaches(cells, foot, cell, cut, merged)
        if at is None:
            foot += [len(cells)] if cut else []
            cells.append(cell)
        else:
            cells[at] = _longer(cells[at], cell)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    box = Box(
        upper.box.x0,
        upper.box.top,
        upper.box.x1,
        upper.box.bottom + lower.box.bottom - lower.box.top,
    )
    others = tuple(cell for cell in lower.cells if cell.row > 0)
    own = (Below(others, base, by, page.number),) if others else ()
    below = (*own, *lowered(lower.below, base, by))
    return Frame(tuple(cells), base + lower.rows, upper.sides, box, ruled=True, below=below)


def one_row(table: Frame, lines: Mapping[int, Sequence[Line]]) -> Frame:
    """Return a frame of one row on the table's columns, of lines by column."""
    last = table.row(table.rows - 1)
    top = min(line.box.top for own in lines.values() for line in own)
    bottom = max(line.box.bottom for own in lines.values() for line in own)
    cells = []
    for cell in last:
        box = Box(cell.box.x0, top, cell.box.x1, bottom)
        held = tuple(lines.get(cell.column, ())) or nothing(cell)
        cells.append(replace(cell, row=0, rows=1, box=box, lines=held))
    box = Box(table.box.x0, top, table.box.x1, bottom)
    return Frame(tuple(cells), 1, table.sides, box, ruled=True)


def with_head(own: Frame, rows: int = HEAD) -> Frame:
    """Return the frame with at least so many of its first rows in place."""
    cells, below = list(own.cells), list(own.below)
    while below and below[0].first < rows:
        cells += renumbered(_moved(below.pop(0)), own.sides)
    if len(below) == len(own.below):
        return own
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return replace(own, cells=tuple(cells), below=tuple(below))


def whole(own: Frame) -> Frame:
    """Return the frame with all its rows in place."""
    return with_head(own, own.rows + 1)


def moved(line: Line, by: float, page: int) -> Line:
    """Return a line put lower, that knows where it is printed: on `page`, if it was not moved
    before.
    """
    home, box = line.home or Place(page, line.box), _lower(line.box, by)
    # one by one: every line below a page's end comes by here
    text, raw, after = line.text, line.raw, line.after
    return Line(text, box, line.edges, raw, after, line.doubtful, home, line.running, line.bold)


def _moved(below: Below) -> list[FrameCell]:
    """Return the cells of rows that were only noted, where they stand."""
    by, page = below.by, below.page
    return [
        FrameCell(
            cell.row + below.row,
            cell.column,
            cell.rows,
            cell.columns,
            _lower(cell.box, by),
            tuple(moved(line, by, page) for line in cell.lines),
        )
        for cell in below.cells
    ]


def _merged(upper: Frame, lower: Frame) -> frozenset[int]:
    """Return the columns in which an empty cell on top of the lower frame goes on with the one
    above: those that hold cells over several rows, and all of them where such a cell goes on.
    """
    over = {cell.column for cell in (*upper.cells, *lower.cells) if cell.rows > 1}
    above = {cell.column: cell for cell in upper.row(upper.rows - 1) if cell.filled}
    empty = [cell for cell in lower.row(0) if not cell.filled and cell.column in above]
    if any(cell.rows > 1 or above[cell.column].rows > 1 for cell in empty):
        return frozenset(above)
    return frozenset(over)


def _reaches(
    cells: Sequence[FrameCell],
    foot: Iterable[int],
    below: FrameCell,
    cut: bool,
    merged: frozenset[int],
) -> int | None:
    """Return the index of the cell at the foot of the upper table that the lower cell goes on with:
    any of a cut row, else one over several rows that goes on empty.
    """
    for index in foot:
        cell = cells[index]
        if cell.column <= below.column < cell.column + cell.columns:
            if cut:
                return index
            goes_on = not below.filled and cell.filled and below.column in merged
            return index if goes_on and cell.column == below.column else None
    return None


def _longer(cell: FrameCell, rest: FrameCell) -> FrameCell:
    lines = tuple(line for line in (*cell.lines, *rest.lines) if line.text.strip()) or cell.lines
    return replace(
        cell, rows=rest.row + rest.rows - cell.row, lines=lines, box=_around(cell.box, rest.box)
    )


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.x0, other.x0),
        min(one.top, other.top),
        max(one.x1, other.x1),
        max(one.bottom, other.bottom),
    )


def _lower(box: Box, by: float) -> Box:
    return Box(box.x0, box.top + by, box.x1, box.bottom + by)
