"""Letters taller than those of lines (a cover's title) are read, on paper and on colour."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from read.drawing import frame, written
from read.scanned import grey

from ita_checker.read.ocr.grounds import on_white
from ita_checker.read.ocr.ink.layout import COARSE, layout
from ita_checker.read.ocr.page import read_picture
from ita_checker.read.ocr.paper.picture import picture
from ita_checker.read.ocr.tall import tall_print, unframed

DPI = 200
YEAR = slice(312, 384), slice(870, 1186)  # pixels: where a sample's first page names its year
THREE, TWO = (slice(312, 384), slice(1062, 1174)), (slice(312, 384), slice(1097, 1174))  # digits
NAVY = 90, 30, 0


def _cover(larger: float, shown: tuple[slice, slice] = YEAR, at: int = 20) -> NDArray[np.uint8]:
    """Return a page whose title is a sample's year, or what else is to be shown, so many times
    larger.
    """
    page = grey(dpi=DPI)
    made, part = np.full_like(page, 255), Image.fromarray(page[shown])
    size = round(part.width * larger), round(part.height * larger)
    large = part.resize(size, Image.Resampling.BICUBIC)
    made[150 : 150 + large.height, at : at + large.width] = np.asarray(large)
    made[1200:1900] = page[150:850]
    return made


def _lines(page: NDArray[np.uint8], coloured: bool = False) -> list[str]:
    found = read_picture(page, DPI / 72, 1, on_white=coloured)
    assert found is not None
    return [line.text for line in found.lines]


@pytest.mark.parametrize("larger", [3, 4, 5])
def test_a_title_in_tall_letters_is_read_before_the_lines_below_it(larger: int) -> None:
    read = _lines(_cover(larger))
    assert read[0].endswith("พ.ศ. ๒๕๖๔")
    assert read[1:] == _lines(grey(dpi=DPI))[: len(read) - 1]


def test_a_title_in_tall_letters_is_no_ground_of_a_coloured_page() -> None:
    share = _cover(5)[:, :, None] / 255
    page = np.asarray(255 * (1 - share) + np.array(NAVY) * share, np.uint8)
    made = on_white(page, DPI / 72)
    assert made is not None
    assert "๒๕๖๔" in _lines(made, coloured=True)[0]


def test_boxes_drawn_about_each_cell_are_no_tall_letters() -> None:
    page = np.full((2339, 1654), 255, np.uint8)
    for at in range(18):
        x, y = 200 + 212 * (at % 6), 300 + 112 * (at // 6)
        frame(page, (x, y), (x + 200, y + 100), 0, 4)
        written(page, (x + 70, y + 30), "70", 0, 34)
    found = layout(picture(page, DPI / 72))
    none = np.zeros((0, 4), np.int32)
    pieces = unframed(found.outlines, found.tables, DPI / 72 / COARSE)
    assert tall_print(found.picture, found.outlines, COARSE, [], none) is not None
    assert tall_print(found.picture, pieces, COARSE, [], none) is None


@pytest.mark.parametrize("larger", [3, 6])
def test_a_number_of_two_tall_digits_is_read_on_a_coloured_page(larger: int) -> None:
    assert _lines(_cover(larger, TWO, 300), coloured=True)[0] == "๖๔"


def test_a_tall_number_is_read_beside_the_side_of_its_card() -> None:
    page = _cover(5, THREE, 90)
    page[100:530, 30:70] = 0
    assert _lines(page, coloured=True)[0] == "๕๖๔"


def test_a_title_is_read_though_but_some_of_its_letters_are_too_tall_for_a_line() -> None:
    title = slice(240, 318), slice(614, 992)
    assert "ความโปร่งใส" in _lines(_cover(2.8, title, 60), coloured=True)[0]


def test_a_row_of_tall_letters_is_read_if_all_its_pieces_are() -> None:
    found = layout(picture(_cover(3), DPI / 72))
    taken, small = found.outlines, (found.picture, found.outlines, COARSE, [])
    assert tall_print(*small, taken) is None
    tallest = (taken[:, 3] - taken[:, 1]).argmax()
    assert tall_print(*small, np.delete(taken, tallest, 0)) is not None
