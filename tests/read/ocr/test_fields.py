"""What is written on a coloured field is read as on white paper, be it darker or brighter than its
field; drawings stay as they are.
"""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from read.drawing import block, turned
from read.scanned import grey

from ita_checker.read.ocr.fields import without_fields
from ita_checker.read.ocr.page import read_picture

DPI = 200
TOP, BOTTOM, LEFT, RIGHT = 130, 640, 60, 1590  # pixels: a field about the first lines
GREEN, NAVY, PAPER = 113, 70, 255


def _on(field: int, letters: int) -> NDArray[np.uint8]:
    """Return a page of a sample on whose upper part a field lies, its letters of another shade."""
    page = grey(dpi=DPI).copy()
    part = page[TOP:BOTTOM, LEFT:RIGHT]
    share = part.astype(np.float64) / PAPER
    part[:] = (letters + (field - letters) * share).astype(np.uint8)
    return page


def _words(page: NDArray[np.uint8]) -> list[str]:
    found = read_picture(page, DPI / 72, 1)
    assert found is not None
    return [line.text for line in found.lines]


@pytest.mark.parametrize(
    ("field", "letters"),
    [(GREEN, 0), (GREEN, PAPER), (NAVY, PAPER)],
    ids=["black on green", "white on green", "white on navy"],
)
def test_print_on_a_field_is_read_as_on_white_paper(field: int, letters: int) -> None:
    assert _words(_on(field, letters)) == _words(grey(dpi=DPI))


def test_a_field_on_a_page_that_lies_askew_is_read() -> None:
    assert _words(turned(_on(NAVY, PAPER), 0.9)) == _words(turned(grey(dpi=DPI), 0.9))


def test_paper_that_grows_dark_is_no_field() -> None:
    page = grey(dpi=DPI)
    light = np.linspace(1, 0.5, page.shape[1])
    dark = (page * light).astype(np.uint8)
    assert np.array_equal(without_fields(dark, DPI / 72), dark)


def test_cells_of_a_dark_head_are_read_to_their_edges_and_keep_their_rules() -> None:
    page = np.full((700, 1600), PAPER, np.uint8)
    block(page, (200, 300), (1400, 380), GREEN)
    block(page, (798, 300), (802, 380), 20)
    block(page, (840, 310), (846, 380), PAPER)
    made = without_fields(page, 300 / 72)
    assert made[310:370, 210:790].min() > 240
    assert made[310:370, 799:802].max() < 120
    assert made[315:370, 841:846].max() < 40
    assert made[310:370, 860:1390].min() > 240


def test_a_page_without_fields_is_left_alone() -> None:
    page = grey(dpi=DPI)
    assert without_fields(page, DPI / 72) is page


def test_a_disc_is_no_field() -> None:
    page = np.full((900, 900), 255, np.uint8)
    y, x = np.mgrid[:900, :900]
    page[((y - 450) ** 2 + (x - 450) ** 2 < 300**2) & (y < 450)] = GREEN
    page[450:, :150] = GREEN
    disc = page.copy()
    disc[450:, :150] = 255
    made = without_fields(page, DPI / 72)
    assert np.array_equal(made[:440], disc[:440])
