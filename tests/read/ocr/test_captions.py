"""Words side by side, their lines set in the middle, are read one after the other."""

from __future__ import annotations

from ita_checker.read.ocr.ink.captions import captions
from ita_checker.read.ocr.ink.strips import Strip

BODY = 20


def told(lines: list[tuple[str, int, int]]) -> list[list[str]]:
    """Return what is read one after the other of lines: what each says, where its middle is and
    its foot. A letter is as wide as a body is tall.
    """
    words = {}
    for text, middle, foot in lines:
        half = len(text) * BODY // 2
        body = foot - BODY, foot
        words[Strip(middle - half, foot - BODY, middle + half, foot, *body, (len(words),))] = text
    return [
        ["".join(words[one] for one in row) for row in each] for each in captions([*words], words)
    ]


def test_captions_of_several_lines_side_by_side_are_read_one_after_the_other() -> None:
    first = [("กกกกกกก", 300, 100), ("คคคคคค", 600, 101), ("ขขขข", 300, 145), ("งง", 600, 146)]
    assert told(first) == [["กกกกกกก", "ขขขข", "คคคคคค", "งง"]]
    second = [("จจจจจ", 300, 400), ("ฉฉฉฉ", 600, 400), ("7", 600, 445)]
    assert told([*first, *second])[1] == ["จจจจจ", "ฉฉฉฉ", "7"]


def test_a_caption_of_one_line_stands_in_the_middle_beside_one_of_two() -> None:
    lines = [("กกกกกกก", 300, 100), ("คคคคคค", 600, 122), ("ขขขข", 300, 145)]
    assert told(lines) == [["กกกกกกก", "ขขขข", "คคคคคค"]]


def test_lines_that_begin_in_one_place_are_no_captions() -> None:
    lines = [("กกกก", 240, 100), ("คคคค", 600, 100), ("กกกก", 240, 145), ("คคคค", 600, 145)]
    assert told(lines) == []


def test_a_title_in_the_middle_of_the_page_is_no_line_of_what_stands_above() -> None:
    lines = [("กกกกกกก", 300, 100), ("คคคคคค", 600, 101), ("ขขขข", 450, 145), ("งง", 450, 190)]
    assert told(lines) == []


def test_lines_amid_others_are_those_of_columns() -> None:
    first = [("กกกกกกก", 300, 100), ("คคคคคค", 600, 101), ("ขขขข", 300, 145)]
    assert told([*first, ("ฉฉฉฉ", 700, 190)]) == []
    assert told([("ฉฉฉฉ", 700, 60), *first]) == []
