"""Columns that are none: what is left between the sides of tables, one under the other, that all
but agree.
"""

from __future__ import annotations

from ita_checker.read.page.ruled import Grid

SLIVER = 12.0  # points: so wide at most; a column in which a cell stands is one, however narrow


def without_slivers(grid: Grid) -> Grid:
    """Return a table without columns too narrow for a word in which no cell stands."""
    sides: dict[int, float] = {}
    for cell in grid.cells:
        sides[cell.column] = cell.box.x0
        sides[cell.column + cell.columns] = cell.box.x1
    own = {cell.column for cell in grid.cells if cell.columns == 1}
    kept = [
        column
        for column in range(grid.columns)
        if column in own
        or not {column, column + 1} <= sides.keys()
        or sides[column + 1] - sides[column] > SLIVER
    ]
    if len(kept) == grid.columns:
        return grid
    at = [sum(column < side for column in kept) for side in range(grid.columns + 1)]
    cells = tuple(
        cell._replace(
            column=at[cell.column], columns=at[cell.column + cell.columns] - at[cell.column]
        )
        for cell in grid.cells
    )
    whole = all(cell.columns for cell in cells)
    return grid._replace(columns=len(kept), cells=cells) if whole else grid
