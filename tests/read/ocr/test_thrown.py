"""A cell in which nothing was read but a pen's ink is seen is no empty one."""

from __future__ import annotations

from array import array

import numpy as np
import pytest
from read.drawing import block, rule, stroke

from ita_checker.model import PEN, Box, Cell, Line, Page, Source, Table
from ita_checker.read.ocr.thrown import with_pens

SCALE, SIDE = 4.0, 60  # pixels per point; points: how wide and high each of three cells is
SIGNED = [(300, 160), (320, 60), (350, 190), (380, 80), (400, 170), (440, 110)]


def said(colours: np.ndarray, *, ruled: bool = True) -> list[str]:
    """Return what is said of three cells beside each other, of which a word is read in the first."""
    lines, cells = [], []
    for at, text in enumerate(("มา", "", "")):
        box = Box(at * SIDE, 0, (at + 1) * SIDE, SIDE)
        lines.append(Line(text, box, array("f", [0, 1] * len(text)), text, after="\t"))
        cells.append(Cell(0, at, 1, 1, at, at + 1, box))
    table = Table(Box(0, 0, 3 * SIDE, SIDE), 1, 3, tuple(cells), ruled)
    page = Page(1, 180, 60, lines=tuple(lines), tables=(table,), source=Source.OCR, quality="ocr")
    return [line.text for line in with_pens(page, colours, SCALE).lines]


def sheet(shade: tuple[int, int, int] = (255, 255, 255)) -> np.ndarray:
    page = np.full((240, 720, 3), shade, np.uint8)
    for x in (240, 480):
        rule(page, (x, 0), (x, 239), (0, 0, 0), 3)
    return page


@pytest.mark.parametrize("paper", [(255, 255, 255), (200, 235, 250)], ids=["white", "yellow"])
@pytest.mark.parametrize("ink", [(160, 50, 20), (20, 20, 20), (40, 30, 200)])
def test_a_cell_that_a_pen_signed_is_marked_and_an_empty_one_and_one_of_print_are_not(
    paper: tuple[int, int, int], ink: tuple[int, int, int]
) -> None:
    page = sheet(paper)
    stroke(page, SIGNED, ink, 5)
    assert said(page) == ["มา", PEN, ""]
    assert said(page, ruled=False) == ["มา", "", ""]


def test_lines_dust_shading_and_pictures_in_a_cell_are_no_pens() -> None:
    page = sheet()
    rule(page, (260, 120), (460, 120), (0, 0, 0), 4)  # a line that nobody knew for one of its table
    stroke(page, [(265, 150), (268, 200)], (0, 0, 0), 4)
    page[20:24, 300:306] = 0
    block(page, (500, 40), (700, 200), (90, 90, 90))
    assert said(page) == ["มา", "", ""]


def test_a_dash_that_stands_alone_in_its_cell_is_read() -> None:
    page = sheet()
    block(page, (350, 110), (363, 115), (60, 60, 60))
    page[200:202, 400:402] = 0  # dust
    assert said(page) == ["มา", "-", ""]
    assert said(page, ruled=False) == ["มา", "", ""]


@pytest.mark.parametrize(
    ("corner", "other"),
    [((350, 110), (355, 115)), ((300, 110), (420, 114)), ((350, 100), (363, 122))],
    ids=["a speck", "a line", "a block"],
)
def test_what_is_too_short_too_long_or_too_high_is_no_dash(
    corner: tuple[int, int], other: tuple[int, int]
) -> None:
    page = sheet()
    block(page, corner, other, (60, 60, 60))
    assert said(page) == ["มา", "", ""]


def test_two_strokes_over_each_other_are_no_dash() -> None:
    page = sheet()
    for top in (100, 112):
        block(page, (350, top), (363, top + 5), (60, 60, 60))
    assert said(page) == ["มา", "", ""]
