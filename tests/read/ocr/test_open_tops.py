"""Tables over which a coloured head was taken off with its sides: what is written there heads
their columns.
"""

from __future__ import annotations

import numpy as np
import pytest

from ita_checker.model import Box
from ita_checker.read.layer.letters import Rule
from ita_checker.read.ocr.ink.open_tops import heads
from ita_checker.read.ocr.ink.strips import Pieces
from ita_checker.read.page.ruled import Grid, grids

BODY = 8.0
ACROSS, LEVELS = (50.0, 150.0, 250.0, 350.0), (140.0, 170.0, 200.0)
Word = tuple[float, float, float]  # from, to and top of its letters


def ruled(*, frame: float = 0.0, closed: bool = False) -> list[Rule]:
    """Return the lines of a table of three columns and rows whose top row begins at 110; `frame`:
    how far the level lines reach beyond its outer upright ones.
    """
    x0, x1 = ACROSS[0] - frame, ACROSS[-1] + frame
    tops = [110.0, *LEVELS] if closed else LEVELS
    return [*(Rule(x0, y, x1, y) for y in tops), *(Rule(x, 110, x, 200) for x in ACROSS)]


def asked(rules: list[Rule], *words: Word) -> Grid | None:
    """Return the table with the head that is found over it; None where none is."""
    boxes = [(x, top, x + 6, top + BODY) for x0, x1, top in words for x in np.arange(x0, x1, 7)]
    made = np.array([(0, 0, 0, 0), *boxes], np.int32)
    found = Pieces(made, np.zeros((1, 1), np.int32), len(made))
    more = heads(rules, found, 1.0, BODY)
    return grids([*rules, *more])[0] if more else None


HEAD: tuple[Word, ...] = ((60, 120, 98), (170, 230, 98), (280, 330, 98))


def test_words_over_the_columns_of_a_table_without_a_top_are_its_head() -> None:
    table = asked(ruled(frame=2), *HEAD)
    assert table is not None
    assert (table.rows, table.columns, len(table.cells)) == (4, 3, 12)
    head = [cell.box for cell in table.cells if cell.row == 0]
    assert [(box.x0, box.x1) for box in head] == [(50, 150), (150, 250), (250, 350)]
    assert all(box.top < 98 and box.bottom == pytest.approx(110, abs=1) for box in head)


def test_what_stands_across_two_columns_heads_those_below_it() -> None:
    table = asked(ruled(frame=2), (60, 120, 88), (160, 330, 80), (170, 230, 97), (280, 330, 97))
    assert table is not None
    spans = sorted((cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells)
    assert spans[:4] == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (ruled(frame=2, closed=True), HEAD),
        (ruled(frame=60), HEAD),
        (ruled(frame=2), ((60, 340, 98),)),
        (ruled(frame=2), ((160, 240, 98),)),
        (ruled(frame=2), ((20, 380, 98),)),
        (ruled(frame=2), ((60, 120, 70), (170, 230, 70), (280, 330, 70))),
    ],
    ids=["a closed table", "a table without sides", "a line", "a title", "prose", "far above"],
)
def test_nothing_else_is_a_head(rules: list[Rule], words: tuple[Word, ...]) -> None:
    assert asked(rules, *words) is None


def test_a_paragraph_above_a_head_is_none_of_it() -> None:
    alone, below = asked(ruled(frame=2), *HEAD), asked(ruled(frame=2), *HEAD, (52, 340, 82))
    assert alone is not None and below is not None
    assert _top(alone) == _top(below) > 82 + BODY


def _top(table: Grid) -> float:
    box: Box = table.box
    return box.top
