"""A page's picture is made fit to read: white paper, level lines."""

from __future__ import annotations

import numpy as np
import pytest
from read.drawing import block, frame, turned

from ita_checker.read.ocr.paper.picture import Picture, picture, skewed
from ita_checker.read.raster.connected import outlines
from ita_checker.read.raster.shades import flattened

SCALE = 2.0


def sheet(skew: float = 0.0, paper: int = 255) -> np.ndarray:
    """Return a page of twelve rows of small black blocks on paper of a shade, turned by so many
    degrees.
    """
    grey = np.full((1400, 1000), paper, np.uint8)
    for row in range(12):
        for column in range(30):
            x, y = 150 + 22 * column, 150 + 80 * row
            block(grey, (x, y), (x + 12, y + 20), 20)
    return turned(grey, skew, paper)


@pytest.mark.parametrize("skew", [-2.0, -0.6, 0.0, 0.4, 1.0, 2.0])
def test_skew_is_found_to_a_tenth_of_a_degree(skew: float) -> None:
    assert skewed(flattened(sheet(skew))) == pytest.approx(skew, abs=0.11)


def test_a_place_on_the_level_picture_is_told_where_it_lies_on_the_page() -> None:
    level = picture(sheet(2.0), SCALE)
    x, y = level.point(156.0, 160.0)  # the first block of the first row, once level
    turn = np.radians(2.0)
    truth_x = 500 + (156 - 500) * np.cos(turn) - (160 - 700) * np.sin(turn)
    truth_y = 700 + (156 - 500) * np.sin(turn) + (160 - 700) * np.cos(turn)
    assert (x, y) == pytest.approx((truth_x / SCALE, truth_y / SCALE), abs=1.5)


def test_a_level_page_keeps_its_places() -> None:
    assert Picture(np.zeros((10, 20), np.uint8), SCALE, 0.0).point(4.0, 6.0) == (2.0, 3.0)


def test_grey_paper_becomes_white() -> None:
    grey = sheet(paper=190)
    grey = (grey * np.linspace(0.8, 1.0, 1000)[None, :]).astype(np.uint8)
    ink = flattened(grey)
    assert int(np.percentile(ink[60:100], 99)) < 12
    assert int(ink[158, 156]) > 180


def test_ink_is_outlined_from_top_to_bottom_also_inside_a_frame() -> None:
    mask = np.zeros((60, 80), np.uint8)
    frame(mask, (10, 10), (70, 50), 255, 2)
    mask[20:24, 30:36] = 255
    mask[2:4, 2:5] = 255
    assert outlines(mask) == [(2, 2, 3, 2), (9, 9, 63, 43), (30, 20, 6, 4)]
    assert outlines(np.zeros((5, 5), np.uint8)) == []


@pytest.mark.parametrize("skew", [0.0, 0.4, -0.3])
def test_columns_on_base_lines_of_their_own_tell_the_skew_of_each(skew: float) -> None:
    grey = np.full((1400, 1000), 255, np.uint8)
    for column in range(3):
        for row in range(30):
            for letter in range(12):
                x, y = 60 + 310 * column + 20 * letter, 150 + 36 * row + 3 * column
                block(grey, (x, y), (x + 11, y + 14), 20)
    assert skewed(flattened(turned(grey, skew))) == pytest.approx(skew, abs=0.16)
