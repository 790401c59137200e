"""What stands for the rest of a sara am: whatever code the file gave it, a space that is drawn as
one excepted.
"""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ita_checker.read.layer.letters import AM, Ink, Letter, Picture
from ita_checker.read.layer.marks.rings import drawn_rings, whole_sara_ams


@pytest.mark.parametrize(
    ("rest", "read"),
    [
        (Letter("า", 10, 16, 100, 14, 0), "ตำบ"),
        (Letter("/", 10, 16, 100, 14, 0), "ตำบ"),
        (Letter(" ", 10, 16, 100, 14, 0, raw="\r"), "ตำบ"),
        (Letter(" ", 10, 16, 100, 14, 0), "ตำ บ"),
    ],
)
def test_sara_am_is_whole_whatever_code_its_second_part_has(rest: Letter, read: str) -> None:
    ring = Letter(AM, 10, 10, 100, 14, 0, Ink(7, 86, 10, 89))
    letters = [Letter("ต", 0, 10, 100, 14, 0), ring, rest, Letter("บ", 16, 24, 100, 14, 0)]
    assert "".join(letter.text for letter in whole_sara_ams(letters)) == read


def _shown(*strokes: tuple[float, float, float, float], ring: bool) -> Picture:
    """Return a picture of marks: the strokes of a tone, and a ring around (100, 81)."""
    page = Image.new("L", (2000, 1200), 255)
    pen = ImageDraw.Draw(page)
    for one in strokes:
        pen.line([10 * side for side in one], fill=0, width=6)
    if ring:
        pen.ellipse((985, 795, 1015, 825), outline=0, width=6)
    return np.asarray(page)


def _place(drawn: Picture, at: Ink) -> Picture:
    x0, top, x1, bottom = (round(10 * side) for side in at)
    return drawn[top:bottom, x0:x1]


EK, THO = ((100.0, 76.0, 100.0, 78.5),), ((98.2, 76.0, 101.8, 76.0), (98.2, 78.5, 101.8, 78.5))
RING, RING_AND_TONE = Ink(98.5, 79.5, 101.5, 82.5), Ink(98.2, 76, 101.8, 82.5)


@pytest.mark.parametrize(
    ("ink", "strokes", "ring", "read"),
    [
        (RING, (), True, "\u0e4d"),
        (RING, ((98.5, 79.5, 101.5, 82.5),), False, "s"),
        (RING_AND_TONE, EK, True, "\u0e4d\u0e48"),
        (RING_AND_TONE, THO, True, "\u0e4d\u0e49"),
        (RING_AND_TONE, THO, False, "s"),
    ],
)
def test_what_is_called_a_latin_letter_and_drawn_as_a_ring_is_one_with_the_tone_above_it(
    ink: Ink, strokes: tuple[tuple[float, float, float, float], ...], ring: bool, read: str
) -> None:
    drawn = _shown(*strokes, ring=ring)
    letters = [
        Letter("น", 90, 102, 90, 13, 0),
        Letter("s", 98, 102, 90, 13, 0, ink),
        Letter("า", 102, 108, 90, 13, 0),
        Letter("s", 108, 112, 90, 13, 0, Ink(108, 84, 112, 90)),
    ]

    made = drawn_rings(letters, lambda at: _place(drawn, at))
    assert "".join(one.text for one in made) == f"น{read}าs"
    assert drawn_rings(letters, None) is letters


def test_a_ring_of_which_one_glyph_says_two_letters_is_one_ring() -> None:
    drawn = _shown(ring=True)
    letters = [Letter("น", 90, 102, 90, 13, 0), Letter("้", 98, 102, 90, 13, 0, RING)]
    letters += [Letter("\u4933", 98, 102, 90, 13, 0, RING), Letter("า", 102, 108, 90, 13, 0)]
    made = drawn_rings(letters, lambda at: _place(drawn, at))
    assert "".join(one.text for one in made) == "น\u0e4dา"


def test_the_ring_of_a_leaning_font_is_looked_at_where_it_is_drawn() -> None:
    upright = Ink(RING.x0 - 2, RING.top, RING.x1 - 2, RING.bottom)
    letters = [Letter("น", 88, 100, 90, 13, 0), Letter("s", 96, 100, 90, 13, 0, upright)]
    letters += [Letter("า", 100, 106, 90, 13, 0)]
    drawn = _shown(ring=True)
    for leans, read in (((), "s"), ((2 / 9,), "\u0e4d")):
        made = drawn_rings(letters, lambda at: _place(drawn, at), leans)
        assert "".join(one.text for one in made) == f"น{read}า"


def test_a_tone_that_the_glyph_of_a_sara_aa_says_for_another_cluster_is_none() -> None:
    rest = Ink(102, 82, 107, 90)
    letters = [Letter("ก", 90, 102, 90, 13, 0), Letter("้", 102, 102, 90, 13, 0, rest)]
    letters += [Letter("ำ", 102, 108, 90, 13, 0, rest), Letter("ร", 108, 114, 90, 13, 0)]
    assert "".join(one.text for one in drawn_rings(letters, None)) == "กำร"
    whole = [one._replace(ink=Ink(102, 74, 107, 90)) if one.ink else one for one in letters]
    assert "".join(one.text for one in drawn_rings(whole, None)) == "ก้ำร"
