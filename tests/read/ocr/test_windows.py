"""A line is looked at again only about its unsure letters, and only they and their neighbours are
settled anew.
"""

from __future__ import annotations

import pytest

from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.ocr.letters.windows import CORE, ROOM, Window, settled, windows

WIDE = 1000  # columns, ten to a letter


def line(text: str, unsure: dict[int, float]) -> list[Letter]:
    return [
        Letter(letter, i / 100, (i + 1) / 100, unsure.get(i, 0.99), "")
        for i, letter in enumerate(text)
    ]


def seen(text: str, window: Window) -> list[Letter]:
    """Return what a look at a window reads: the letters there, places as shares of the window."""
    wide = window.end - window.start
    return [
        Letter(letter, (i * 10 - window.start) / wide, (i * 10 + 10 - window.start) / wide, 0.9, "")
        for i, letter in enumerate(text)
        if window.start <= i * 10 and i * 10 + 10 <= window.end
    ]


def test_a_line_read_surely_is_not_looked_at_again() -> None:
    assert windows(line("ก" * 100, {}), WIDE) == []


def test_about_an_unsure_letter_a_window_reaches_to_both_sides() -> None:
    (window,) = windows(line("ก" * 100, {50: 0.4}), WIDE)
    assert (window.start, window.end) == (500 - ROOM, 510 + ROOM + 1)
    assert window.settled == (pytest.approx(500 - CORE), pytest.approx(510 + CORE))


def test_windows_that_meet_become_one_and_far_ones_stay_apart() -> None:
    near, far = windows(line("ก" * 100, {5: 0.4, 12: 0.5, 80: 0.6}), WIDE)
    assert (near.start, near.end) == (0, 130 + ROOM + 1)
    assert far.start == 800 - ROOM


def test_where_most_of_a_line_is_unsure_all_of_it_is_looked_at_again() -> None:
    unsure = dict.fromkeys(range(5, 95, 10), 0.5)
    assert windows(line("ก" * 100, unsure), WIDE) == [Window(0, WIDE, (0.0, float(WIDE)))]


def test_the_looks_outvote_an_unsure_letter_and_its_place_on_the_line_stays() -> None:
    first = line("ก" * 50 + "๒" + "ก" * 49, {50: 0.5})
    at = windows(first, WIDE)
    look = seen("ก" * 50 + "๖" + "ก" * 49, at[0])
    made = settled(first, at, [[look, look]], WIDE)
    assert "".join(letter.letter for letter in made) == "ก" * 50 + "๖" + "ก" * 49
    assert (made[50].x0, made[50].x1) == (pytest.approx(0.5), pytest.approx(0.51))
    assert made[50].others == "๒"


def test_what_a_window_cuts_at_its_edge_changes_nothing_there() -> None:
    first = line("กขคงจฉชซญด" * 10, {50: 0.5})
    at = windows(first, WIDE)
    look = [*seen("กขคงจฉชซญด" * 10, at[0])]
    cut = [Letter("า", 0.0, 0.02, 0.99, ""), *look[2:]]  # a letter cut through is read as another
    made = settled(first, at, [[cut, cut]], WIDE)
    assert "".join(letter.letter for letter in made) == "กขคงจฉชซญด" * 10
    assert made[40:43] == first[40:43]


def test_two_windows_of_one_line_are_both_settled() -> None:
    first = line("ก" * 10 + "๒" + "ก" * 69 + "๐" + "ก" * 19, {10: 0.5, 80: 0.5})
    right = "ก" * 10 + "๖" + "ก" * 69 + "๖" + "ก" * 19
    at = windows(first, WIDE)
    looks = [[seen(right, window)] * 2 for window in at]
    assert "".join(letter.letter for letter in settled(first, at, looks, WIDE)) == right
