"""Drawn lines make grids; doubled borders, gaps and boxes within boxes do not break them."""

from __future__ import annotations

import pytest

from ita_checker.read.layer.letters import Rule
from ita_checker.read.page.ruled import grids


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
