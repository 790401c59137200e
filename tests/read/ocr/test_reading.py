"""Probabilities by column become letters with doubts, and letters become lines of the page."""

from __future__ import annotations

from array import array
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from ita_checker.model import Box, Doubtful
from ita_checker.read.ocr import MODEL
from ita_checker.read.ocr.ink.crops import Crop
from ita_checker.read.ocr.legible import printed
from ita_checker.read.ocr.letters.alphabet import ALPHABET, CLASSES, CODES, decode, encode
from ita_checker.read.ocr.letters.letter import Letter, ordered
from ita_checker.read.ocr.letters.recogniser import batches, letters, percentiles
from ita_checker.read.ocr.paper.picture import Picture
from ita_checker.read.ocr.writing import line

PAGE = Picture(np.zeros((400, 1000), np.uint8), 2.0, 0.0)
CROP = Crop(np.zeros((40, 200), np.uint8), 100, 60, 300, 100)


def steps(*columns: dict[str, float]) -> np.ndarray:
    """Return probabilities by step; what is left over is blank."""
    made = np.zeros((len(columns), CLASSES), np.float32)
    for row, column in zip(made, columns, strict=True):
        for letter, chance in column.items():
            row[CODES[letter]] = chance
        row[0] = 1 - row.sum()
    return made


def read(text: str, confidence: float = 0.99) -> list[Letter]:
    return [
        Letter(letter, i / len(text), (i + 1) / len(text), confidence, "")
        for i, letter in enumerate(text)
    ]


def test_every_letter_has_one_code() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert decode(encode("พ.ศ. ๒๕๖๔ (รอบ 6 เดือน)")) == "พ.ศ. ๒๕๖๔ (รอบ 6 เดือน)"


def test_repeats_are_one_letter_and_blanks_part_twins() -> None:
    chances = steps({"ก": 0.9}, {"ก": 0.97}, {}, {}, {"ก": 0.8, "ภ": 0.15}, {"๖": 0.6, "๒": 0.35})
    assert [
        replace(letter, confidence=round(letter.confidence, 2)) for letter in letters(chances, 5)
    ] == [
        Letter("ก", -0.1, 0.5, 1.0, ""),
        Letter("ก", 0.7, 1.1, 0.8, "ภ"),
        Letter("๖", 0.9, 1.3, 0.6, "๒"),
    ]


@pytest.mark.parametrize("likely, told", [(0.9, "IIT"), (0.6, "IT")])
def test_a_single_blank_parts_strokes_that_are_both_surely_there(likely: float, told: str) -> None:
    chances = steps({"I": likely}, {}, {"I": 0.97}, {}, {}, {"T": 0.9})
    assert "".join(letter.letter for letter in letters(chances, 6)) == told


def test_a_single_blank_parts_nothing_and_no_mark_stands_twice() -> None:
    chances = steps({"ก": 0.9}, {}, {"ก": 0.97}, {"ี": 0.9}, {}, {}, {"ี": 0.8}, {"ง": 0.9})
    assert "".join(letter.letter for letter in letters(chances, 8)) == "กีง"


def test_a_letter_after_which_another_was_nearly_read_is_less_sure() -> None:
    nearly = letters(steps({"๒": 0.99}, {}, {"๕": 0.4}, {}, {"๖": 0.98}), 5)
    assert [letter.confidence for letter in nearly] == pytest.approx([0.6, 0.98 / 1.38])
    assert [
        letter.confidence for letter in letters(steps({"๒": 0.99}, {}, {}, {}, {"๕": 0.4}), 5)
    ] == pytest.approx([0.6])


def test_a_letter_spread_over_two_steps_is_sure_and_one_that_is_either_of_two_is_not() -> None:
    assert [
        letter.confidence for letter in letters(steps({"๒": 0.55}, {"๒": 0.45}), 2)
    ] == pytest.approx([1.0])
    either = {"๒": 0.5, "๖": 0.4}
    assert [(letter.confidence, letter.others) for letter in letters(steps(either, either), 2)] == [
        (pytest.approx(5 / 9), "๖")
    ]


@pytest.mark.parametrize("percent", [30, 99.5])
def test_shades_are_told_as_numpy_tells_them(percent: float) -> None:
    line = np.random.default_rng(3).integers(0, 255, (40, 37)).astype(np.uint8) // 3
    assert percentiles(line, [percent]) == pytest.approx([np.percentile(line, percent)])


def test_lines_of_like_width_are_read_together() -> None:
    assert batches([100, 4000, 110, 120]) == [[0, 2, 3], [1]]


def test_vowels_stand_before_tones_and_nikhahit_joins_its_aa() -> None:
    assert "".join(letter.letter for letter in ordered(read("ท่ีน้ํา"))) == "ที่น้ำ"


def test_a_line_stands_where_its_ink_was() -> None:
    made = line([(read("กข"), CROP)], PAGE)
    assert (made.text, made.box, made.edges) == (
        "กข",
        Box(50, 30, 150, 50),
        array("f", [50, 100, 100, 150]),
    )


def test_strips_of_one_row_are_joined_by_a_space() -> None:
    later = Crop(CROP.ink, 400, 60, 600, 100)
    assert line([(read("กข"), CROP), (read("คง"), later)], PAGE).text == "กข คง"


def test_a_row_of_dots_is_as_long_as_its_ink() -> None:
    text = line([([Letter("…", 0.0, 1.0, 0.99, "")], CROP)], PAGE).text
    assert set(text) == {"."} and 30 < len(text) < 50


def test_a_digit_is_doubted_sooner_than_a_letter() -> None:
    doubtful = line(
        [
            (
                [
                    Letter("ก", 0, 0.3, 0.95, "ภ"),
                    Letter("๖", 0.3, 0.6, 0.93, "๒"),
                    Letter("ข", 0.6, 1, 0.5, "ช"),
                ],
                CROP,
            )
        ],
        PAGE,
    ).doubtful
    assert doubtful == (Doubtful(1, 0.93, "๒"), Doubtful(2, 0.5, "ช"))


def test_what_is_read_unsurely_throughout_is_no_print() -> None:
    assert printed(read("รายงาน", 0.97))
    assert not printed(read("รายงาน", 0.5))
    assert not printed(read("   ", 0.99))
    assert not printed([])


def test_a_lone_letter_where_print_is_expected_is_print_sooner_than_one_that_stands_free() -> None:
    assert printed(read("๖", 0.65), expected=True)
    assert not printed(read("๖", 0.65))
    assert not printed(read("รายงาน", 0.6), expected=True)


def test_the_shipped_model_is_light() -> None:
    """Whole numbers for weights: a third of the size, and of the time, of the trained ones."""
    content = (files("ita_checker.read.ocr") / MODEL).read_bytes()
    assert len(content) < 1_300_000
    assert b"DequantizeLinear" in content
