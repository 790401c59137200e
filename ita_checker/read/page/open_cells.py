"""Cells as wide as several columns and as high as several rows, in which something stands in each
of these by itself: so some programs leave out the lines of cells that say how they are drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ita_checker.model import Box
from ita_checker.read.page.bands import parted
from ita_checker.read.page.rows import Row, rejoined
from ita_checker.read.page.ruled import Grid, Square

MIDDLE = 0.25  # of the letter size above the base line: a letter's middle
FEWEST = 2  # rows and columns in which something stands
FILLED = 0.5  # share of the cells in which something stands
Inside = dict[int, list[Row]]


def parted_cells(table: Grid, inside: Inside) -> tuple[Grid, Inside]:
    """Return a table and what stands in its cells, those parted by the lines beside and above."""
    if all(cell.rows == 1 or cell.columns == 1 for cell in table.cells):
        return table, inside
    xs, ys = _edges(table)
    cells: list[tuple[Square, list[Row]]] = []
    for number, cell in enumerate(table.cells):
        own = inside.get(number, [])
        found = _own(cell, parted(own), xs, ys)
        if not found:
            cells.append((cell, own))
            continue
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                box = Box(xs[column], ys[row], xs[column + 1], ys[row + 1])
                cells.append((Square(row, column, 1, 1, box), found.get((row, column), [])))
    cells.sort(key=lambda one: one[0][:2])
    held = {number: rejoined(runs) for number, (_, runs) in enumerate(cells) if runs}
    return Grid(table.box, table.rows, table.columns, tuple(cell for cell, _ in cells)), held


def _edges(table: Grid) -> tuple[list[float], list[float]]:
    """Return where the columns of a table begin and end, and its rows."""
    xs, ys = {0: table.box.x0}, {0: table.box.top}
    for row, column, rows, columns, box in table.cells:
        xs |= {column: box.x0, column + columns: box.x1}
        ys |= {row: box.top, row + rows: box.bottom}
    if len(xs) != table.columns + 1 or len(ys) != table.rows + 1:
        return [], []
    return [xs[at] for at in sorted(xs)], [ys[at] for at in sorted(ys)]


def _own(
    cell: Square, runs: Sequence[Row], xs: Sequence[float], ys: Sequence[float]
) -> dict[tuple[int, int], list[Row]]:
    """Return the runs of a cell by row and column; none where these do not part them."""
    found: dict[tuple[int, int], list[Row]] = {}
    if cell.rows < FEWEST or cell.columns < FEWEST or not xs:
        return found
    for run in runs:
        if run.inked is None:
            continue
        first, last = (bisect_right(xs, side) - 1 for side in run.inked[:2])
        if first != last:
            return {}
        row = bisect_right(ys, run.y - MIDDLE * run.size) - 1
        found.setdefault((row, first), []).append(run)
    many = all(len({place[side] for place in found}) >= FEWEST for side in (0, 1))
    return found if many and len(found) >= FILLED * cell.rows * cell.columns else {}
