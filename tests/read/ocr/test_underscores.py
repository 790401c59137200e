"""Lines drawn to be written on are blanks where nothing is written; rules of tables and underlines
are none.
"""

from __future__ import annotations

import numpy as np

from ita_checker.read.layer.letters import Rule
from ita_checker.read.ocr.ink.strips import Pieces
from ita_checker.read.ocr.ink.underscores import with_underscores

SCALE = 2.0
WORD = [
    (100 + 16 * index, 184, 112 + 16 * index, 200) for index in range(5)
]  # its letters stand on 200 pixels, and end at 176


def level(x0: float, x1: float, y: float) -> Rule:
    """Return a rule in points from pixels."""
    return Rule(x0 / SCALE, y / SCALE, x1 / SCALE, y / SCALE)


def blanks(letters: list[tuple[int, int, int, int]], *rules: Rule) -> list[list[int]]:
    boxes = np.array([(0, 0, 0, 0), *letters], np.int32)
    made = with_underscores(Pieces(boxes, np.zeros((400, 600), np.int32), len(boxes)), rules, SCALE)
    return [box.tolist() for box in made.boxes[made.dots :]]


def test_an_empty_line_drawn_behind_a_word_is_a_blank() -> None:
    assert blanks(WORD, level(180, 300, 202)) == [[180, 201, 300, 203]]


def test_an_empty_line_drawn_before_a_word_is_a_blank() -> None:
    assert blanks(WORD, level(20, 95, 202)) == [[20, 201, 95, 203]]


def test_a_line_with_writing_on_it_is_none() -> None:
    assert blanks([*WORD, (200, 180, 240, 201)], level(180, 300, 202)) == []


def test_an_underline_is_none() -> None:
    assert blanks(WORD, level(100, 176, 202)) == []


def test_a_line_away_from_print_is_none() -> None:
    assert blanks(WORD, level(260, 400, 202), level(180, 300, 240)) == []


def test_a_line_that_meets_an_upright_one_is_a_tables_or_a_charts() -> None:
    assert blanks(WORD, level(180, 300, 202), Rule(90.0, 60.0, 90.0, 140.0)) == []


def test_dust_before_a_line_is_no_print() -> None:
    assert blanks([*WORD, (500, 196, 504, 200)], level(508, 590, 202)) == []
