"""A mark is known by its shape, in any font."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from ita_checker.read.layer.letters import Ink, Letter, Picture, Sheet
from ita_checker.read.layer.marks.clusters import clusters, groups
from ita_checker.read.layer.marks.shapes import mended

SIZE, LINE = 20.0, 100.0
RING, TICK, HOOK = (
    (0.16, 0.16),
    (0.05, 0.14),
    (0.25, 0.18),
)  # width and height of nikhahit, mai ek and mai tho, as shares of the size


def _letter(text: str, x: float, font: int = 0) -> Letter:
    return Letter(text, x, x + 10, LINE, SIZE, font)


def _mark(text: str, x: float, shape: tuple[float, float], up: float, font: int = 0) -> Letter:
    """Return a mark whose ink ends at x, `up` sizes above the base line."""
    wide, high = shape
    ink = Ink(x - wide * SIZE, LINE - (up + high) * SIZE, x, LINE - up * SIZE)
    return Letter(text, ink.x0, x, LINE, SIZE, font, ink)


def _read(letters: list[Letter], picture: Callable[[Ink], Picture] | None = None) -> str:
    sheet = Sheet(1, 600, 800, tuple(letters), (), ("ABCDEE+Niramit", "Other"), picture=picture)
    return "".join(
        one.text for one in sorted(clusters(mended(groups(letters), sheet)), key=lambda one: one.x0)
    )


def _of_fonts(letters: list[Letter], fonts: tuple[str, ...]) -> str:
    made = clusters(mended(groups(letters), Sheet(1, 600, 800, tuple(letters), (), fonts)))
    return "".join(one.text for one in sorted(made, key=lambda one: one.x0))


def _bow(strokes: tuple[int, ...]) -> Picture:
    """Return the picture of a mark that ends in strokes at its top."""
    drawn = np.full((24, 24), 255, np.uint8)
    for x in strokes:
        drawn[:12, x : x + 3] = 0
    drawn[12:] = 0
    return drawn


@pytest.mark.parametrize("code", [" ", "\ufffd", "\x11"])
@pytest.mark.parametrize("up", [0.46, 0.72])
def test_a_ring_before_sara_aa_is_a_nikhahit_whatever_its_code_and_height(
    code: str, up: float
) -> None:
    assert _read([_letter("ค", 50), _mark(code, 60, RING, up), _letter("า", 60)]) == "คํา"


def _ring(ink: Ink) -> Picture:
    """Return the picture of a bold ring."""
    drawn = np.zeros((24, 24), np.uint8)
    drawn[8:16, 8:16] = 255
    return drawn


def test_a_ring_said_to_be_a_space_is_one_where_a_font_draws_marks_higher_than_its_name_tells() -> (
    None
):
    letters = [_letter("จ", 50), _mark(" ", 60, (0.26, 0.33), 0.83), _letter("า", 60)]
    sheet = Sheet(1, 600, 800, tuple(letters), (), ("ABCDEE+THSarabunB",), picture=_ring)
    assert "".join(one.text for one in clusters(mended(groups(letters), sheet))) == "จํา"


def test_a_mark_as_high_as_large_faces_draw_them_is_no_latin_letter() -> None:
    seen = (0.37, 0.36)
    letters = [_letter("ป", 50), _mark("็", 60, seen, 0.6), _letter("ป", 70)]
    assert _read([*letters, _mark("Y", 80, seen, 0.68), _letter("น", 80)]) == "ป็ป็น"


def test_a_lost_tone_before_sara_aa_is_the_tone_that_the_font_draws_so_elsewhere() -> None:
    letters = [
        _letter("ข", 50),
        _mark("้", 60, HOOK, 0.48),
        _letter("อ", 60),
        _letter("จ", 70),
        _mark("\x1f", 80, HOOK, 0.48),
        _letter("า", 80),
    ]
    assert _read(letters) == "ข้อจ้า"


def test_a_code_without_a_shape_that_is_known_stays() -> None:
    assert _read([_letter("ข", 50), _mark("7", 60, (0.4, 0.3), 0.5), _letter("อ", 60)]) == "ข7อ"


def test_a_digit_that_stands_on_the_line_stays_a_digit() -> None:
    letters = [
        _letter("ข", 50),
        _mark("่", 60, TICK, 0.48),
        _letter("อ", 60),
        _mark("4", 80, (0.3, 0.5), 0.0),
    ]
    assert _read(letters) == "ข่อ4"


def test_sara_am_without_a_ring_is_sara_aa() -> None:
    low = Letter("ำ", 60, 70, LINE, SIZE, 0, Ink(60, LINE - 0.45 * SIZE, 70, LINE))
    assert _read([_letter("ด", 50), low, _letter("น", 70)]) == "ดาน"


@pytest.mark.parametrize(("high", "text"), [(0.62, "จิดาน"), (0.85, "จิดำน")])
def test_letters_as_high_as_waree_s_have_no_ring_below_where_their_marks_begin(
    high: float, text: str
) -> None:
    am = Letter("ำ", 70, 80, LINE, SIZE, 0, Ink(70, LINE - high * SIZE, 80, LINE))
    letters = [_letter("จ", 50), _mark("ิ", 60, HOOK, 0.65), _letter("ด", 60), am, _letter("น", 80)]
    assert _read(letters) == text


@pytest.mark.parametrize(("strokes", "mark"), [((20,), "ี"), ((12, 20), "ื")])
def test_sara_ii_and_sara_uee_that_fill_one_box_are_told_apart_by_their_strokes(
    strokes: tuple[int, ...], mark: str
) -> None:
    bow = (0.3, 0.2)
    letters = [
        _letter("ม", 50),
        _mark("ี", 60, bow, 0.46),
        _letter("ล", 60),
        _mark("ื", 70, bow, 0.46),
        _letter("ป", 80),
        _mark("8", 90, bow, 0.46),
    ]
    assert _read(letters, lambda _: _bow(strokes)) == "มีลืป" + mark


def test_two_lost_marks_that_fill_one_box_are_each_what_they_are_drawn_as() -> None:
    bow = (0.3, 0.2)
    known = [_letter("ม", 50), _mark("ี", 60, bow, 0.46), _letter("ล", 60), _mark("ื", 70, bow, 0.46)]
    lost = [
        _letter("ป", 80),
        _mark("\ufffd", 90, bow, 0.46),
        _letter("ฟ", 90),
        _mark("\ufffd", 100, bow, 0.46),
        _letter("น", 100),
    ]
    assert _read([*known, *lost], lambda ink: _bow((20,) if ink.x1 < 95 else (12, 20))) == "มีลืปีฟืน"


def test_a_lost_tone_over_a_vowel_is_the_tone_that_the_font_draws_larger_elsewhere() -> None:
    small = (0.85 * HOOK[0], 0.85 * HOOK[1])
    letters = [
        _letter("ข", 50),
        _mark("้", 60, HOOK, 0.48),
        _letter("น", 60),
        _mark("ั", 70, (0.28, 0.16), 0.46),
    ]
    assert _read([*letters, _mark("\ufffd", 70, small, 0.72), _letter("น", 70)]) == "ข้นั้น"


def test_a_ring_of_a_code_without_reading_is_no_mai_chattawa_before_sara_aa() -> None:
    letters = (
        _letter("จ", 50),
        _mark("๋", 60, RING, 0.46),
        _letter("ด", 70),
        _mark("˸", 80, RING, 0.46),
        _letter("า", 80),
    )
    sheet = Sheet(1, 600, 800, letters, (), ("Other",), unmapped=frozenset({(0, "˸")}))
    assert "".join(one.text for one in clusters(mended(groups(letters), sheet))) == "จ๋ดํา"


@pytest.mark.parametrize("code", ["ู", "ุ"])
def test_a_vowel_from_below_drawn_above_before_sara_aa_is_the_tone_of_the_fonts_sister(
    code: str,
) -> None:
    """A bold font that says mai tho as sara uu: ใช้, สร้าง."""
    wide = (0.36, 0.24)
    letters = [
        _letter("ข", 50),
        _mark("้", 60, wide, 0.6),
        _letter("อ", 60),
        _letter("ร", 70, 1),
        _mark(code, 80, wide, 0.6, 1),
        _letter("า", 80, 1),
    ]
    sheet = Sheet(1, 600, 800, tuple(letters), (), ("ABCDEE+Niramit", "FGHIJK+Niramit-Bold"))
    made = clusters(mended(groups(letters), sheet))
    assert "".join(one.text for one in sorted(made, key=lambda one: one.x0)) == "ข้อร้า"


def test_a_vowel_from_below_drawn_above_is_a_mai_tho_where_no_font_tells_what_it_is() -> None:
    assert _read([_letter("ด", 50), _mark("ู", 60, (0.39, 0.33), 0.69)]) == "ด้"
    assert _read([_letter("ด", 50), _mark("ุ", 60, (0.05, 0.14), 0.69)]) == "ด่"


def test_of_a_tone_said_below_and_a_vowel_said_above_the_shapes_tell_which_they_are() -> None:
    stroke, bow = (0.09, 0.24), (0.39, 0.34)
    letters = [_letter("ด", 50), _mark("ุ", 60, (0.22, 0.33), -0.38), _letter("ส", 90)]
    letters += [_mark("ุ", 100, stroke, 0.65), _mark("้", 100, bow, -0.38)]
    assert _read(letters) == "ดุสู่"
    assert _read(letters[2:]) == "สุ่"  # no font tells how wide a sara u is


@pytest.mark.parametrize(("wide", "mark"), [(0.17, "ุ"), (0.195, "ุ"), (0.21, "ู"), (0.31, "ู")])
def test_a_tone_drawn_below_is_sara_uu_where_it_is_wider_than_high(wide: float, mark: str) -> None:
    assert _read([_letter("ท", 50), _mark("่", 60, (wide, 0.197), -0.255, 1)]) == f"ท{mark}"


@pytest.mark.parametrize("sister", [True, False])
def test_a_vowel_from_below_drawn_above_is_a_thanthakhat_where_its_font_draws_mai_tho_otherwise(
    sister: bool,
) -> None:
    letters = [
        _letter("ค", 30, 1),
        _mark("์", 40, (0.327, 0.281), 0.61, 1),
        _letter("ค", 50),
        _mark("้", 60, (0.364, 0.241), 0.607),
        _letter("ค", 70),
        _mark("ุ", 80, (0.315, 0.281), 0.609),
    ]
    read = _of_fonts(letters if sister else letters[2:], ("AAAAAA+Loma", "BBBBBB+Loma-Bold"))
    assert read.endswith("ค้ค์")


@pytest.mark.parametrize(("seen", "tone"), [(HOOK, "้"), (TICK, "่")])
def test_a_lost_tone_over_a_ring_is_a_mai_tho_unless_a_stroke_where_no_font_tells(
    seen: tuple[float, float], tone: str
) -> None:
    letters = [_letter("ก", 20), _mark("ิ", 30, (0.3, 0.16), 0.455), _letter("น", 50)]
    letters += [_mark("\ufffe", 60, RING, 0.46), _mark("\ufffe", 60, seen, 0.66), _letter("า", 60)]
    assert _read(letters) == f"กินํ{tone}า"


def test_a_tone_that_is_said_below_is_the_one_whose_picture_its_font_draws_so_elsewhere() -> None:
    hook, tri = _bow((2,)), _bow((2, 12))
    said, low = (0.42, 0.26), (0.35, 0.3)
    letters = [_letter("ก", 50), _mark("๊", 60, (0.43, 0.25), 0.7), _letter("ง", 60)]
    letters += [_letter("ข", 100), _mark("้", 110, (0.38, 0.24), 1.0), _letter("ง", 110)]
    letters += [_letter("ผ", 150), _mark("ู", 160, said, 0.7), _mark("้", 160, low, -0.4)]
    assert _read(letters, lambda ink: tri if ink.x0 < 70 else hook) == "ก๊งข้งผู้"


def test_a_tone_that_is_said_below_and_is_no_stroke_is_no_mai_ek() -> None:
    letters = [_letter("ผ", 50), _mark("ู", 60, HOOK, 0.7), _mark("่", 60, (0.35, 0.3), -0.4)]
    assert _read(letters) == "ผู้"


def test_a_code_before_sara_aa_that_is_no_ring_is_a_tone_though_its_font_draws_it_wider() -> None:
    letters = [_letter("ก", 30), _mark("้", 40, HOOK, 0.46)]
    letters += [_letter("ป", 50), _mark("E", 58, (0.29, 0.18), 0.46), _letter("า", 60)]
    letters += [_letter("ฝ", 80), _mark("\\", 88, TICK, 0.46), _letter("า", 90)]
    unmapped = frozenset({(0, "E"), (0, "\\")})
    sheet = Sheet(1, 600, 800, tuple(letters), (), ("Athiti",), unmapped=unmapped)
    made = sorted(clusters(mended(groups(letters), sheet)), key=lambda one: one.x0)
    assert "".join(one.text for one in made) == "ก้ป้าฝ่า"


def test_a_ring_that_is_wider_than_high_is_told_by_its_picture() -> None:
    letters = [_letter("ค", 50), _mark("r", 60, (0.25, 0.195), 0.46), _letter("า", 60)]
    drawn = np.zeros((24, 31), np.uint8)
    drawn[6:18, 6:25] = 255

    def read(picture: Picture) -> str:
        unmapped = frozenset({(0, "r")})
        sheet = Sheet(1, 600, 800, tuple(letters), (), ("Trirong-Bold",), {}, unmapped)
        sheet = replace(sheet, picture=lambda _: picture)
        made = sorted(clusters(mended(groups(letters), sheet)), key=lambda one: one.x0)
        return "".join(one.text for one in made)

    assert read(drawn) == "คํา"
    drawn[6:] = 255
    assert read(drawn) == "ค้า"


def test_a_mark_without_a_reading_is_none_that_only_fills_the_same_box() -> None:
    # ี moved over ป, where its font is seen to draw no other ี; ์ is as wide and high
    letters = [_letter("ย", 30), _mark("์", 40, HOOK, 0.46), _letter("ป", 50)]
    letters += [_mark("m", 58, HOOK, 0.46)]
    thick, thin = np.zeros((24, 24), np.uint8), np.zeros((24, 24), np.uint8)
    thick[:12], thin[:, :12] = 255, 255
    unmapped = frozenset({(0, "m")})
    sheet = Sheet(1, 600, 800, tuple(letters), (), ("Athiti",), {}, unmapped)
    sheet = replace(sheet, picture=lambda ink: thick if ink.x1 == 40 else thin)
    made = sorted(clusters(mended(groups(letters), sheet)), key=lambda one: one.x0)
    assert "m" in "".join(one.text for one in made)
