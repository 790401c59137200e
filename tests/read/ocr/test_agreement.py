"""Several looks at a line: most decide each letter; where they differ, the letter is less sure and
the other reading is named.
"""

from __future__ import annotations

import pytest

from ita_checker.read.ocr.letters.agreement import agreed
from ita_checker.read.ocr.letters.letter import Letter


def look(text: str, *chances: float) -> list[Letter]:
    return [
        Letter(letter, i / 9, (i + 1) / 9, chances[i] if chances else 0.9, "")
        for i, letter in enumerate(text)
    ]


def said(*looks: list[Letter]) -> tuple[str, list[float], list[str]]:
    read = agreed(looks)
    return (
        "".join(each.letter for each in read),
        [each.confidence for each in read],
        [each.others for each in read],
    )


def test_one_look_is_left_as_it_is() -> None:
    only = look("ปี๒๕๖๔")
    assert agreed([only]) == only


def test_what_two_of_three_read_is_read_and_the_third_reading_is_named() -> None:
    text, sure, others = said(look("๒๕๐๔"), look("๒๕๖๔"), look("๒๕๖๔"))
    assert (text, others) == ("๒๕๖๔", ["", "", "๐", ""])
    assert sure == pytest.approx([0.9, 0.9, 0.6, 0.9])


def test_a_sure_look_outweighs_two_that_hardly_saw_it() -> None:
    assert said(look("๖", 0.95), look("๒", 0.4), look("๒", 0.45))[0] == "๖"


def test_a_letter_most_looks_missed_is_dropped_and_one_most_looks_found_is_added() -> None:
    assert said(look("กขค", 0.9, 0.4, 0.9), look("กค"), look("กค"))[0] == "กค"
    text, sure, _ = said(look("กค"), look("กขค"), look("กขค"))
    assert text == "กขค"
    assert sure == pytest.approx([0.9, 0.6, 0.9])


def test_a_letter_only_one_look_found_is_not_added() -> None:
    assert said(look("กค"), look("กขค"), look("กค"))[0] == "กค"
