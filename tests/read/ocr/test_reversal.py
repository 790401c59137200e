"""White letters on a dark bar are turned to dark on white; bold headings stay as they are."""

from __future__ import annotations

import numpy as np
from read.drawing import frame

from ita_checker.read.ocr.reversal import upright_print

SCALE = 300 / 72


def test_a_dark_bar_becomes_white_and_its_letters_dark() -> None:
    ink = np.zeros((600, 1600), np.uint8)
    ink[200:290, 200:1200] = 180
    for x in range(240, 1150, 40):
        frame(ink, (x, 225), (x + 20, 262), 0, 5)
    made = upright_print(ink, SCALE)
    assert int(made[205:215, 300:1100].max()) < 40
    assert int(made[225, 250]) == 255


def test_a_bold_heading_is_left_alone() -> None:
    ink = np.zeros((600, 1600), np.uint8)
    for x in range(240, 1150, 70):
        frame(ink, (x, 200), (x + 40, 290), 255, 16)
    assert np.array_equal(upright_print(ink, SCALE), ink)
