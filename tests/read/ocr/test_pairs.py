"""Labels and the values far behind them are read line by line."""

from __future__ import annotations

from ita_checker.read.ocr.ink.pairs import pairs
from ita_checker.read.ocr.ink.strips import Strip

BODY = 20


def told(lines: list[list[tuple[int, int, int]]]) -> list[list[int]]:
    """Return of each lot of lines that are read line by line how many strips each has; a strip is
    told by where it begins and ends, and by its foot.
    """
    made = [
        tuple(Strip(x0, foot - BODY, x1, foot, foot - BODY, foot, ()) for x0, x1, foot in line)
        for line in lines
    ]
    return [[len(line) for line in each] for each in pairs(made)]


def test_what_stands_behind_labels_is_of_their_line_however_far_it_is() -> None:
    lines = [[(100, 300, 50)], *([(100, 300 + at, at), (700, 900, at)] for at in (90, 130, 170))]
    assert told(lines) == [[2, 2, 2]]


def test_amounts_that_end_in_line_may_stand_on_feet_of_their_own_and_in_pieces() -> None:
    lines = [
        [(100, 300, 90)],
        [(700, 800, 96), (803, 900, 96)],
        [(100, 250, 130)],  # a title of those below it
        [(100, 320, 170), (760, 900, 170)],
        [(100, 280, 210)],
        [(650, 900, 215)],
        [(100, 900, 250)],
    ]
    assert told(lines) == [[3, 1, 2, 2]]


def test_lines_that_nothing_is_in_line_with_stay_as_they_are() -> None:
    apart = [[(100, 300, at), (500 + at, 600 + 2 * at, at)] for at in (90, 130, 170, 210)]
    assert told(apart) == []
    two = [[(100, 300, at), (700, 900, at)] for at in (90, 130)]
    assert told(two) == []
    woven = [
        [(100, 300, 90), (700, 900, 90)],
        [(100, 900, 130)],
        [(100, 300, 170), (700, 900, 170)],
    ]
    assert told(woven) == []
