"""Numbers are held against their ink: points, commas and signs as they stand on the paper."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from ita_checker.read.ocr.letters.counted import HELD, counted
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.raster import Grey


@cache
def inked(text: str) -> tuple[Grey, tuple[float, ...]]:
    """Return a text's ink in Pillow's own letters, and where each begins as a share of its
    width.
    """
    font = ImageFont.load_default(60)
    wide = int(font.getlength(text)) + 40
    picture = Image.new("L", (wide, 100))
    draw = ImageDraw.Draw(picture)
    places = [20.0]
    for letter in text:  # a column of paper between any two, as digits are spaced
        draw.text((places[-1], 10), letter, 255, font)
        places.append(places[-1] + font.getlength(letter))
    ink: NDArray[np.uint8] = np.asarray(picture, np.uint8)
    return ink, tuple(place / wide for place in places)


def letters(text: str, others: str = "") -> list[Letter]:
    """Return letters at even places, the first of which may be another."""
    count = len(text) + 1
    return [
        Letter(letter, (at + 0.7) / count, (at + 1.3) / count, 0.97, "" if at else others)
        for at, letter in enumerate(text)
    ]


def told(printed: str, read: str, others: str = "") -> str:
    return "".join(each.letter for each in counted(letters(read, others), inked(printed)[0]))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("82.34", "8234"), ("17.06", "1706"), ("1,250", "1250"), ("493,301.75", "4,93,301.75"),
        ("9776/760", "9776760"), ("493,301.75", "493301.75"), ("5.64", "564"),
    ],
)  # fmt: skip
def test_a_point_passed_over_stands_where_its_ink_is_and_one_without_ink_goes(
    printed: str, read: str
) -> None:
    assert told(printed, read) == printed


@pytest.mark.parametrize(
    ("printed", "read", "made"),
    [
        ("12,546", "12.546", "12,546"), ("3,459,976.25", "3.459.976.25", "3,459,976.25"),
        ("12.546", "12.546", "12.546"), ("0,125", "0.125", "0.125"), ("17,06", "17.06", "17.06"),
    ],
)  # fmt: skip
def test_what_hangs_is_a_comma_where_thousands_are_parted(
    printed: str, read: str, made: str
) -> None:
    found = counted(letters(read), inked(printed)[0])
    assert "".join(each.letter for each in found) == made
    assert (min(each.confidence for each in found) <= HELD) == (made == "12,546")


@pytest.mark.parametrize(("printed", "read"), [("+13.53", "413.53"), ("+3.70", "+43.70")])
def test_a_plus_that_may_be_a_4_is_a_plus_by_its_shape(printed: str, read: str) -> None:
    found = letters(read)
    at = read.index("4")
    found[at] = Letter("4", found[at].x0, found[at].x1, 0.8, "+")
    assert "".join(each.letter for each in counted(found, inked(printed)[0])) == printed
    assert told("413.53", "413.53", "+") == "413.53"


def test_a_plus_that_was_passed_over_or_read_as_two_signs_is_one() -> None:
    assert told("+13.53", "13.53") == "+13.53"
    assert told("+8.96", "+-8.96") == "+8.96"
    assert told("-13.53", "-13.53") == "-13.53"


@pytest.mark.parametrize("printed", ["All +5.99", "All 5.99"])
def test_the_white_before_a_number_parts_it_from_the_word_before(printed: str) -> None:
    ink, places = inked(printed)
    read = [
        Letter(letter, x0, x1, 0.97, "")
        for letter, (x0, x1) in zip(printed, pairwise(places), strict=True)
        if letter != "+"
    ]
    assert "".join(each.letter for each in counted(read, ink)) == printed


def test_a_comma_that_parts_thousands_stays_though_another_is_missing() -> None:
    blank = np.zeros((100, 300), np.uint8)
    assert "".join(each.letter for each in counted(letters("5147,891.00"), blank)) == "5147,891.00"
    made = counted(letters("5147,891.00"), inked("5147891.00")[0])
    assert "".join(each.letter for each in made) == "5147,891.00"
    assert {each.confidence for each in made} == {HELD}


def test_digits_that_lean_over_each_other_are_parted_by_what_hangs_together() -> None:
    ink = inked("17.06")[0]
    leaning = np.zeros((ink.shape[0], ink.shape[1] + 60), np.uint8)
    for row, columns in enumerate(ink):
        by = (ink.shape[0] - row) // 2
        leaning[row, by : by + len(columns)] = columns
    assert "".join(each.letter for each in counted(letters("1706"), leaning)) == "17.06"


@pytest.mark.parametrize("number", ["8234", "1,2,3", "12.5", "2566", "47/2567", "1.10.2566", "-"])
def test_numbers_read_as_they_stand_are_left_alone(number: str) -> None:
    found = letters(number)
    assert counted(found, inked(number)[0]) == found
    assert counted(found, np.zeros((100, 300), np.uint8)) == found


def test_what_is_no_number_is_doubted() -> None:
    blank = np.zeros((100, 300), np.uint8)
    for number in ("4,93,301.75", "5600:/555", "1.249.50"):
        assert {each.confidence for each in counted(letters(number), blank)} == {HELD}


def test_a_letter_amid_digits_is_the_digit_that_it_may_be() -> None:
    blank = np.zeros((100, 300), np.uint8)
    read = letters("2b66")
    read[1] = Letter("b", read[1].x0, read[1].x1, 0.6, "๖5")
    made = counted(read, blank)[1]
    assert (made.letter, made.confidence, made.others) == ("5", 0.6, "b๖")
    assert "".join(each.letter for each in counted(letters("2b66"), blank)) == "2b66"


def test_a_year_with_a_point_in_it_is_doubted_not_parted() -> None:
    made = counted(letters("2561"), inked("25.61")[0])
    assert "".join(each.letter for each in made) == "2561"
    assert {each.confidence for each in made} == {HELD}


def test_points_of_a_heading_that_were_passed_over_are_doubted() -> None:
    made = counted(letters("8.26"), inked("8.2.6")[0])
    assert "".join(each.letter for each in made) == "8.26"
    assert {each.confidence for each in made} == {HELD}
