"""Browsers draw what is turned letter by letter, each a text of its own."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from paper import Paper

from ita_checker.model import ReadOptions
from ita_checker.read import read

PRINT = "มาตรการสงเสรมความโปรงใส"
STEP = 10.0  # points from one letter to the next


def _one_by_one(paper: Paper, text: str, x: float, top: float, degrees: float) -> None:
    """Write letters, each a text of its own, in a direction counted against the clock."""
    across, up = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    matrix = f"{across:.6f} {up:.6f} {-up:.6f} {across:.6f}"
    for at, letter in enumerate(text):
        paper.write(letter, x + at * STEP * across, top - at * STEP * up, matrix)


@pytest.mark.parametrize("degrees", [90, 270, 35, -50], ids=["up", "down", "rising", "falling"])
def test_letters_turned_one_by_one_are_one_line(degrees: int, tmp_path: Path) -> None:
    paper = Paper(height=500)
    for row in range(3):
        paper.write(PRINT, 40, 60 + 30 * row)
    _one_by_one(paper, "ฉบบราง", 150, 350, degrees)
    page = read(paper.save(tmp_path / "turned.pdf"), ReadOptions(ocr="never")).pages[0]
    assert [line.text for line in page.lines] == [PRINT] * 3 + ["ฉบบราง"]


def test_letters_set_one_by_one_on_level_lines_are_not_turned(tmp_path: Path) -> None:
    paper = Paper(height=500)
    for row in range(3):
        _one_by_one(paper, PRINT, 40, 60 + 30 * row, 0)
    page = read(paper.save(tmp_path / "level.pdf"), ReadOptions(ocr="never")).pages[0]
    assert [line.text for line in page.lines] == [PRINT] * 3
