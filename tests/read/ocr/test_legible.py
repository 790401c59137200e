"""Lone letters amid pieces of a picture are no print; beside words and in cells they are."""

from __future__ import annotations

import numpy as np

from ita_checker.read.ocr.ink.crops import Crop
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.legible import Read, numbers_in_line, outside_pictures, print_in
from ita_checker.read.ocr.letters.letter import Letter

CUT = Crop(np.zeros((4, 4), np.uint8), 0, 0, 4, 4)


def strip(x0: int, top: int, wide: int, tall: int = 20) -> Strip:
    return Strip(x0, top, x0 + wide, top + tall, top, top + tall, (1,))


def said(text: str, confidence: float = 0.97) -> tuple[list[Letter], Crop]:
    return [Letter(letter, 0, 1, confidence, "") for letter in text], CUT


DIGIT, FEATHER, WING, WORDS = (
    strip(100, 100, 14),
    strip(80, 124, 90, 30),
    strip(120, 90, 60),
    strip(120, 98, 300),
)


def test_a_lone_letter_amid_ink_that_cannot_be_read_is_a_piece_of_a_picture() -> None:
    read: Read = {DIGIT: said("๑"), FEATHER: said("ทฺมx", 0.4), WING: said("v", 0.3)}
    assert outside_pictures(print_in(read), read, set()) == {}
    assert outside_pictures(print_in(read), read, {DIGIT}) == {DIGIT: said("๑")}


def test_a_lone_letter_beside_words_is_print_though_a_signature_is_near() -> None:
    read: Read = {DIGIT: said("๑"), WORDS: said("มีนาคม ๒๕๖๗"), WING: said("v", 0.3)}
    assert outside_pictures(print_in(read), read, set()) == {
        DIGIT: said("๑"),
        WORDS: said("มีนาคม ๒๕๖๗"),
    }


def test_a_lone_sign_larger_than_the_pages_letters_is_no_print() -> None:
    emblem = strip(0, 0, 60, 50)
    read: Read = {emblem: said("๐"), WORDS: said("มีนาคม ๒๕๖๗")}
    assert print_in(read) == {WORDS: said("มีนาคม ๒๕๖๗")}


def test_a_number_is_shown_large_on_a_coloured_page_and_amid_pieces_of_its_ring() -> None:
    shown, ring = strip(100, 300, 90, 60), strip(80, 290, 120, 20)
    read: Read = {shown: said("78%"), ring: said("ทv", 0.3), WORDS: said("มีนาคม ๒๕๖๗")}
    found = print_in(read, coloured=True)
    assert shown in outside_pictures(found, read, set(), coloured=True)
    assert shown not in print_in(read)
    unsure: Read = {shown: said("78%", 0.86), WORDS: said("มีนาคม ๒๕๖๗")}
    assert shown not in print_in(unsure, coloured=True)


def test_strokes_of_a_drawing_are_no_print_on_a_coloured_page_but_in_cells_and_before_words() -> (
    None
):
    frame, dash = strip(500, 400, 300, 4), strip(100, 106, 10, 4)
    read: Read = {frame: said("- - - -"), dash: said("-"), WORDS: said("มีนาคม ๒๕๖๗")}
    assert set(outside_pictures(read, read, set(), coloured=True)) == {dash, WORDS}
    assert set(outside_pictures(read, read, {frame}, coloured=True)) == {frame, dash, WORDS}
    assert set(outside_pictures(read, read, set())) == {frame, dash, WORDS}


def test_a_tick_in_a_cell_is_one_however_tall_a_pen_drew_it() -> None:
    pen = strip(500, 90, 42, 40)
    read: Read = {pen: said("✓"), WORDS: said("มีนาคม ๒๕๖๗")}
    assert pen in print_in(read, cells={pen})
    assert pen not in print_in(read, expected={pen})  # beside print it may be of a signature
    emblem: Read = {pen: said("๐"), WORDS: said("มีนาคม ๒๕๖๗")}
    assert pen not in print_in(emblem, cells={pen})


def test_a_number_level_with_words_is_print_though_a_table_has_ink_that_cannot_be_read() -> None:
    words, foot = strip(180, 104, 300, 16), strip(180, 130, 300)
    read: Read = {DIGIT: said("1"), words: said("แก้ไขแล้ว"), WING: said("v", 0.3)}
    near: Read = {**read, FEATHER: said("T", 0.7)}
    assert DIGIT in outside_pictures(print_in(near), near, set(), coloured=True)
    low: Read = {DIGIT: said("1"), foot: said("แก้ไขแล้ว"), FEATHER: said("T", 0.7)}
    assert DIGIT not in outside_pictures(print_in(low), low, set(), coloured=True)
    unsure: Read = {DIGIT: said("0", 0.7), words: said("แก้ไขแล้ว")}
    assert numbers_in_line(unsure, print_in(unsure)) == {DIGIT}
