"""A number that stands alone is read as most of its copies in a line are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ita_checker.read.ocr.alone import with_numbers
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.ocr.letters.recogniser import scaled

FONT = Path(__file__).parents[3] / "samples" / "fonts" / "Sarabun-Regular.ttf"
WORDS = Strip(0, 100, 300, 140, 108, 132, (1,))
LINE = [Letter(letter, 0, 1, 0.99, "") for letter in "มาตรการ"]


def alone(text: str) -> tuple[Strip, np.ndarray]:
    """Return a strip and the ink of a few letters."""
    picture = Image.new("L", (22 * len(text) + 14, 46), 0)
    font = ImageFont.truetype(str(FONT), 34)
    ImageDraw.Draw(picture).text((8, 34), text, fill=255, font=font, anchor="ls")
    wide = picture.width - 16
    return Strip(400, 100, 400 + wide, 140, 109, 132, (2,)), scaled(np.asarray(picture))


def told(text: str, read: list[Letter], many: int = 1) -> str:
    strip, picture = alone(text)
    strips, pictures = [WORDS, *[strip] * many], [picture, *[picture] * many]
    made = with_numbers(strips, pictures, [LINE, *[read] * many])
    assert made[0] == LINE
    return "".join(each.letter for each in made[-1])


def unsure(text: str) -> list[Letter]:
    return [Letter(letter, 0.2, 0.8, 0.6, "") for letter in text]


@pytest.mark.parametrize("number", [*"23456789", *"๒๓๔๖๘"])
def test_a_number_that_was_not_read_in_its_cell_is_what_its_copies_are(number: str) -> None:
    assert told(number, []) == number


def test_a_ring_stays_in_the_script_it_was_read_in() -> None:
    assert told("0", unsure("0")) == "0"


def test_letters_and_what_was_read_surely_stay_and_dust_costs_nothing() -> None:
    assert told("ก", unsure("ถ")) == "ถ"
    assert told("3", [Letter("8", 0.2, 0.8, 0.97, "")]) == "8"
    assert told("3", [], many=200) == ""
