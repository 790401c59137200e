"""Streaks of a dirty feeder go, what they ran through is joined again and doubted."""

from __future__ import annotations

import numpy as np

from ita_checker.read.ocr.ink.crops import Crop
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.ocr.paper.picture import Picture
from ita_checker.read.ocr.paper.streaks import without_streaks
from ita_checker.read.ocr.writing import line


def page() -> np.ndarray:
    """Return a page with a level bar, and what a table draws: a side that leaves margins."""
    ink = np.zeros((700, 500), np.uint8)
    ink[300:310, 100:400] = 200
    ink[40:660, 450:453] = 220
    return ink


def test_a_streak_down_the_whole_page_goes_and_the_ink_on_both_sides_meets_again() -> None:
    clean, streaked = page(), page()
    streaked[:, 200:203] = 150
    streaked[:, 205:207] = 90
    made, taken = without_streaks(streaked)
    assert taken == ((198, 209),)
    assert np.array_equal(made, clean)


def test_a_side_of_a_table_and_the_dark_rim_of_a_scan_are_no_streaks() -> None:
    ink = page()
    ink[:, 480:] = 230
    made, taken = without_streaks(ink)
    assert not taken
    assert made is ink or np.array_equal(made, ink)


def test_letters_that_a_streak_ran_through_are_doubted() -> None:
    letters = [Letter(each, at / 5, (at + 1) / 5, 0.99, "") for at, each in enumerate("95025")]
    crop = Crop(np.zeros((40, 100), np.uint8), 100, 60, 200, 100)
    level = Picture(np.zeros((400, 1000), np.uint8), 2.0, 0.0)
    assert not line([(letters, crop)], level).doubtful
    streaked = Picture(level.ink, 2.0, 0.0, streaks=((125, 131),))
    assert [each.index for each in line([(letters, crop)], streaked).doubtful] == [1]
