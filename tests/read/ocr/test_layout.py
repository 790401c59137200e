"""Lines, marks, tables and photographs are told apart by where their ink stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageFilter
from read.drawing import block, frame, rule

from ita_checker.read.ocr.ink.crops import crop
from ita_checker.read.ocr.ink.layout import Layout, layout
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.paper.picture import Picture

SCALE = 300 / 72


def blank(width: int = 1600, height: int = 1400) -> np.ndarray:
    return np.zeros((height, width), np.uint8)


def word(ink: np.ndarray, x: int, y: int, letters: int = 8, tall: int = 28) -> None:
    """Draw letters without meaning: rings as tall as a body, a stroke apart."""
    for index in range(letters):
        frame(ink, (x + 26 * index, y), (x + 26 * index + 16, y + tall), 255, 4)


def mark(ink: np.ndarray, x: int, y: int) -> None:
    block(ink, (x, y), (x + 10, y + 6), 255)


def found(ink: np.ndarray) -> Layout:
    return layout(Picture(ink, SCALE, 0.0))


def extents(rows: tuple[tuple[Strip, ...], ...]) -> list[list[tuple[int, int]]]:
    """Return where each strip of each row begins and ends, in tens of the picture's pixels."""
    return [[(round(strip.x0 * 2 / 10), round(strip.x1 * 2 / 10)) for strip in row] for row in rows]


def test_lines_stand_in_reading_order_and_near_words_make_one_line() -> None:
    ink = blank()
    word(ink, 200, 400)
    word(ink, 200, 300)
    word(ink, 480, 302)
    word(ink, 1200, 300)
    assert extents(found(ink).rows) == [[(20, 40), (48, 68)], [(120, 140)], [(20, 40)]]


def test_a_mark_goes_with_the_line_it_stands_nearest_to() -> None:
    ink = blank()
    word(ink, 200, 300)
    word(ink, 200, 380)
    mark(ink, 260, 288)
    mark(ink, 300, 366)
    mark(ink, 340, 334)
    strips = [row[0] for row in found(ink).rows]
    assert [(strip.top * 2 // 10, strip.bottom * 2 // 10) for strip in strips] == [
        (28, 34),
        (36, 41),
    ]


def test_a_tone_over_a_vowel_goes_with_its_vowel_though_the_line_above_is_as_near() -> None:
    ink = blank()
    word(ink, 200, 300)
    word(ink, 200, 358)
    mark(ink, 260, 347)
    mark(ink, 260, 337)
    strips = [row[0] for row in found(ink).rows]
    assert [(strip.top * 2 // 10, strip.bottom * 2 // 10) for strip in strips] == [
        (29, 33),
        (33, 39),
    ]


def test_a_tone_goes_with_its_vowel_though_its_line_is_two_short_steps_away() -> None:
    ink = blank()
    word(ink, 200, 300)
    word(ink, 200, 362)
    mark(ink, 260, 336)
    mark(ink, 260, 346)
    strips = [row[0] for row in found(ink).rows]
    assert [(strip.top * 2, strip.bottom * 2) for strip in strips] == [(298, 332), (336, 394)]


def hook(ink: np.ndarray, x: int, y: int) -> None:
    """Draw a mark that hangs: a ring with a stroke down its side."""
    frame(ink, (x, y), (x + 6, y + 6), 255, 2)
    block(ink, (x + 7, y), (x + 9, y + 10), 255)


def tone(ink: np.ndarray, x: int, y: int) -> None:
    """Draw a tone: a bar."""
    block(ink, (x + 3, y), (x + 6, y + 11), 255)


def test_a_mark_between_close_lines_goes_where_the_marks_of_the_page_that_look_like_it_go() -> None:
    ink = blank()
    for y in (200, 400):  # what leaves no doubt
        word(ink, 200, y, letters=20)
        for x in (230, 360, 490):
            hook(ink, x, y + 37)
            mark(ink, x + 52, y - 11)
            tone(ink, x + 52, y - 32)
    word(ink, 200, 600, letters=20)  # its hooks end where the tones of the next line do
    word(ink, 200, 668, letters=20)
    hook(ink, 230, 637)
    mark(ink, 230, 652)
    mark(ink, 360, 657)
    tone(ink, 360, 636)
    made = found(ink)
    third, fourth = (
        {made.found.boxes[piece][0] for piece in row[0].pieces} for row in made.rows[2:]
    )
    assert 114 in third
    assert 181 in fourth
    assert not third & {181}
    assert not fourth & {114}


def test_a_tone_over_a_letter_that_its_vowel_has_grown_together_with_goes_with_it() -> None:
    ink = blank()
    word(ink, 200, 300)
    word(ink, 200, 362)
    mark(ink, 256, 335)
    block(ink, (252, 344), (268, 366), 255)
    strips = [row[0] for row in found(ink).rows]
    assert [(strip.top * 2, strip.bottom * 2) for strip in strips] == [(298, 332), (334, 394)]


def heading(ink: np.ndarray, y: int, tones: bool = False, letters: int = 8) -> None:
    """Draw a line of letters twice as tall as those of word(), each with a vowel as tall as half of
    those, and maybe a tone over it.
    """
    for index in range(letters):
        x = 200 + 56 * index
        frame(ink, (x, y), (x + 40, y + 60), 255, 6)
        frame(ink, (x + 4, y - 26), (x + 38, y - 6), 255, 5)
        if tones and index % 2:
            frame(ink, (x + 20, y - 52), (x + 38, y - 30), 255, 5)


def test_the_marks_of_a_heading_as_tall_as_letters_of_the_page_are_no_line_of_their_own() -> None:
    ink = blank()
    heading(ink, 200)
    heading(ink, 330, tones=True)
    for y in range(440, 1040, 60):
        word(ink, 200, y, 24)
    strips = [row[0] for row in found(ink).rows]
    assert len(strips) == 12
    assert [strip.top * 2 for strip in strips[:2]] == [172, 276]


def test_marks_of_a_heading_hardly_larger_than_the_page_are_no_line_of_their_own() -> None:
    ink = blank()
    for index in range(8):
        x = 200 + 50 * index
        frame(ink, (x, 200), (x + 30, 232), 255, 5)
        if index in (2, 3, 4):
            frame(ink, (x + 4, 173), (x + 28, 192), 255, 4)
    for y in range(440, 1040, 60):
        word(ink, 200, y, 24)
    strips = [row[0] for row in found(ink).rows]
    assert len(strips) == 11
    assert strips[0].top * 2 <= 172


def test_a_line_of_smaller_print_over_a_heading_is_a_line() -> None:
    ink = blank()
    for y in range(440, 1040, 60):
        word(ink, 200, y, 24)
    word(ink, 200, 134)
    heading(ink, 200)
    assert len(found(ink).rows) == 12


def test_a_vowel_grown_together_with_its_tone_goes_with_the_only_letter_of_its_cell() -> None:
    ink = blank()
    word(ink, 500, 300)
    word(ink, 200, 300, 1)
    frame(ink, (204, 274), (218, 294), 255, 4)
    assert extents(found(ink).rows) == [[(20, 22)], [(50, 70)]]


def test_a_crop_leaves_out_what_belongs_to_the_line_below() -> None:
    ink = blank()
    word(ink, 200, 300)
    word(ink, 200, 345)
    page = found(ink)
    cut = crop(page.ink, page.found, page.rows[0][0], 2.0)
    assert cut.ink[: 300 + 30 - cut.top].max() == 255
    assert cut.ink[345 - cut.top :].sum() == 0


def test_a_speck_at_the_feet_of_letters_is_seen_by_the_reader_and_dust_above_is_not() -> None:
    ink = blank()
    word(ink, 200, 300)
    word(ink, 430, 300)
    ink[326:328, 414:416] = ink[310:312, 414:416] = 255
    page = found(ink)
    strip = page.rows[0][0]
    cut = crop(page.ink, page.found, strip, 2.0)
    assert cut.ink[326 - cut.top : 328 - cut.top, 414 - cut.x0 : 416 - cut.x0].min() == 255
    assert cut.ink[310 - cut.top : 312 - cut.top, 414 - cut.x0 : 416 - cut.x0].max() == 0


def test_a_speck_below_a_part_of_a_pale_letter_is_seen_by_the_reader() -> None:
    ink = blank()
    word(ink, 200, 300)
    block(ink, (416, 300), (428, 312), 255)  # the head of a letter, and what is left of its foot
    ink[316:318, 420:422] = ink[316:318, 404:406] = 255
    page = found(ink)
    strip = page.rows[0][0]
    cut = crop(page.ink, page.found, strip, 2.0)
    assert cut.ink[316 - cut.top : 318 - cut.top, 420 - cut.x0 : 422 - cut.x0].min() == 255
    assert cut.ink[316 - cut.top : 318 - cut.top, 404 - cut.x0 : 406 - cut.x0].max() == 0


def table(ink: np.ndarray, lines: Sequence[int] = (0,), thick: int = 3) -> None:
    """Draw a table of two rows and columns; `lines`: how far beside its place each line of one of
    its walls is drawn.
    """
    for beside in lines:
        for x in (200, 500, 1000):
            rule(ink, (x + beside, 300), (x + beside, 700), 255, thick)
        for y in (300, 500, 700):
            rule(ink, (200, y + beside), (1000, y + beside), 255, thick)


def test_the_cells_of_a_ruled_table_hold_their_own_lines() -> None:
    ink = blank()
    table(ink)
    word(ink, 230, 340, 6)
    word(ink, 230, 400, 6)
    word(ink, 530, 340, 10)
    word(ink, 530, 560, 3)
    word(ink, 200, 900)
    page = found(ink)
    assert [(table.rows, table.columns) for table in page.tables] == [(2, 2)]
    assert [extents(rows) for rows in page.cells[0]] == [
        [[(23, 38)], [(23, 38)]],
        [[(53, 78)]],
        [],
        [[(53, 60)]],
    ]
    assert extents(page.rows) == [[(20, 40)]]


def test_sides_of_cells_close_to_which_all_numbers_stand_are_sides() -> None:
    ink = blank()
    for x in (200, 500, 700, 900):
        rule(ink, (x, 300), (x, 700), 255, 3)
    for y in range(300, 701, 50):
        rule(ink, (200, y), (900, y), 255, 3)
        for x in (500, 700, 900) if y < 700 else ():
            word(ink, x - 74, y + 12, 3)
    assert [(table.rows, table.columns) for table in found(ink).tables] == [(8, 3)]


def photographed(ink: np.ndarray) -> np.ndarray:
    """Return ink as on a photograph: its upper edge farther away, and one side of it."""
    spread = (1.03, 0.035, -60.0, -0.02, 1.01, 20.0, -0.000008, 0.000022)
    seen = Image.fromarray(ink).transform(
        (ink.shape[1], ink.shape[0]), Image.Transform.PERSPECTIVE, spread, Image.Resampling.BILINEAR
    )
    return np.asarray(seen)


def test_the_table_of_a_photograph_whose_lines_run_together_is_set_straight() -> None:
    ink = blank()
    for x in (200, 300, 800, 1100, 1400):
        rule(ink, (x, 300), (x, 1100), 255, 4)
    for y in range(300, 1101, 80):
        rule(ink, (200, y), (1400, y), 255, 4)
        for x in (220, 320, 830, 1130) if y < 1100 else ():
            word(ink, x, y + 24, 2)
    page = found(photographed(ink))
    assert [(table.rows, table.columns) for table in page.tables] == [(10, 4)]
    assert [len(rows) for rows in page.cells[0]] == [1] * 40


def test_what_is_set_straight_is_told_where_it_lies() -> None:
    ink = blank()
    for x in (200, 1400):
        rule(ink, (x, 300), (x, 1300), 255, 4)
    for y in range(300, 1301, 200):
        rule(ink, (200, y), (1400, y), 255, 4)
    lying = photographed(ink)
    page = found(lying)
    assert page.picture.lean is not None
    for table in page.tables:
        for x, y in ((table.box.x0, table.box.top), (table.box.x1, table.box.bottom)):
            column, row = (SCALE * at for at in page.picture.point(x * SCALE, y * SCALE))
            about = lying[int(row) - 6 : int(row) + 7, int(column) - 6 : int(column) + 7]
            assert about.max() == 255


@pytest.mark.parametrize(
    ("lines", "thick"),
    [((-6, 6), 5), ((-4, 4), 3), ((-9, 9), 3), ((-10, 10), 9), ((-14, -6, 6, 14), 3), ((0,), 21)],
    ids=["double", "fine", "wide", "broad", "cells apart, each in double lines", "thick"],
)
def test_walls_of_several_lines_and_thick_ones_are_walls(
    lines: tuple[int, ...], thick: int
) -> None:
    ink = blank()
    table(ink, lines, thick)
    word(ink, 240, 360, 6)
    word(ink, 540, 360, 10)
    page = found(ink)
    assert [(table.rows, table.columns) for table in page.tables] == [(2, 2)]
    assert [extents(rows) for rows in page.cells[0]] == [[[(24, 39)]], [[(54, 79)]], [], []]
    assert page.rows == ()


def test_double_walls_are_walls_where_many_cross_them_and_where_a_coarse_scan_blurs_them() -> None:
    ink = blank()
    for y in range(300, 741, 88):
        for beside in (-9, 9):
            rule(ink, (200, y + beside), (1000, y + beside), 255, 5)
    for beside in (-9, 9):
        for x in (200, 600, 1000):
            rule(ink, (x + beside, 300), (x + beside, 740), 255, 5)
    soft = np.asarray(Image.fromarray(ink).filter(ImageFilter.GaussianBlur(3)))
    for page in (found(ink), found(np.minimum(soft.astype(int) * 2, 255).astype(np.uint8))):
        assert [(table.rows, table.columns) for table in page.tables] == [(5, 2)]


def test_heads_of_letters_that_a_coarse_scan_blurs_into_each_other_are_no_thick_rule() -> None:
    ink = blank()
    for x in range(200, 900, 20):
        block(ink, (x, 300), (x + 19, 318), 90)
        block(ink, (x, 300), (x + 11, 318), 255)
    assert np.array_equal(found(ink).ink, ink)


def test_bold_letters_that_touch_each_other_are_no_wall_of_two_lines() -> None:
    ink = blank()
    for row in (300, 420):
        for x in range(200, 800, 30):
            frame(ink, (x, row), (x + 29, row + 18), 255, 8)
    page = found(ink)
    assert page.tables == ()
    assert np.array_equal(page.ink, ink)


def test_rules_are_taken_out_of_the_ink_and_letters_stay() -> None:
    ink = blank()
    table(ink)
    word(ink, 230, 340, 6)
    page = found(ink)
    assert page.ink[298:303, 600:900].max() == 0
    assert page.ink[340:370, 230:400].max() == 255


def stems(ink: np.ndarray, y: int) -> None:
    """Draw a line of letters that stand on two stems each."""
    for x in range(200, 980, 26):
        block(ink, (x, y), (x + 17, y + 5), 255)
        for stem in (x, x + 12):
            block(ink, (stem, y), (stem + 5, y + 31), 255)


def test_an_underline_is_taken_off_the_letters_that_touch_it_and_what_hangs_below_is_kept() -> None:
    ink = blank()
    stems(ink, 300)
    rule(ink, (190, 334), (990, 334), 255, 5)
    block(ink, (280, 332), (287, 348), 255)
    rows = found(ink).rows
    assert extents(rows) == [[(20, 97)]]
    assert (len(rows[0][0].pieces), rows[0][0].bottom) == (30, 175)
    assert found(ink).ink[334, 280:288].all()
    assert not found(ink).ink[334, 400:900].any()


def test_a_row_of_dots_that_letters_stand_on_is_no_underline() -> None:
    ink = blank()
    stems(ink, 300)
    for x in range(190, 990, 10):
        block(ink, (x, 333), (x + 6, 337), 255)
    assert (found(ink).ink == ink).all()


def test_a_tall_letter_with_its_marks_is_no_rule_but_the_side_of_a_low_row_is() -> None:
    ink = blank()
    rule(ink, (300, 300), (300, 400), 255, 5)
    assert found(ink).ink[310:390, 300].min() == 255
    for y in (300, 400):
        rule(ink, (200, y), (1000, y), 255, 3)
    assert found(ink).ink[310:390, 300].max() == 0


def test_a_tail_over_the_stem_of_the_letter_below_is_no_thick_rule() -> None:
    ink = blank()
    rule(ink, (300, 300), (300, 400), 255, 9)
    rule(ink, (310, 396), (310, 500), 255, 9)
    assert (found(ink).ink == ink).all()


def test_a_photograph_is_passed_over() -> None:
    ink = blank()
    word(ink, 200, 200)
    noise = np.random.default_rng(1).integers(0, 255, (500, 700), np.uint8)
    ink[500:1000, 300:1000] = Image.fromarray(noise).filter(ImageFilter.GaussianBlur(3))
    ink[500:1000, 300:1000] = np.maximum(ink[500:1000, 300:1000], 150)
    assert extents(found(ink).rows) == [[(20, 40)]]


def test_an_empty_page_is_blank() -> None:
    assert found(blank()).blank
    ink = blank()
    word(ink, 200, 200)
    assert not found(ink).blank


def dashed_table(ink: np.ndarray, dash: int, white: int, thick: int = 4) -> None:
    """Draw a table of two rows and columns whose walls are dashes."""
    for at in range(0, 800, dash + white):
        for y in (300, 500, 700):
            rule(ink, (200 + at, y), (min(1000, 200 + at + dash), y), 255, thick)
    for at in range(0, 400, dash + white):
        for x in (200, 500, 1000):
            rule(ink, (x, 300 + at), (x, min(700, 300 + at + dash)), 255, thick)


@pytest.mark.parametrize(
    ("dash", "white", "thick"), [(9, 8, 3), (18, 12, 6), (40, 16, 4), (6, 9, 6)]
)
def test_the_cells_of_a_table_of_dashed_lines_hold_their_own_lines(
    dash: int, white: int, thick: int
) -> None:
    ink = blank()
    dashed_table(ink, dash, white, thick)
    word(ink, 230, 340, 6)
    word(ink, 530, 340, 10)
    word(ink, 530, 560, 3)
    word(ink, 200, 900)
    page = found(ink)
    assert [(table.rows, table.columns) for table in page.tables] == [(2, 2)]
    assert [extents(rows) for rows in page.cells[0]] == [
        [[(23, 38)]],
        [[(53, 78)]],
        [],
        [[(53, 60)]],
    ]
    assert extents(page.rows) == [[(20, 40)]]


def test_letters_that_fill_a_cell_from_side_to_side_are_no_line_of_it() -> None:
    ink = blank()
    table(ink)
    rule(ink, (200, 370), (500, 370), 255, 5)
    for x in range(206, 480, 24):  # letters that a photograph ran together
        block(ink, (x, 356), (x + 10, 390), 255)
    assert [(each.rows, each.columns) for each in found(ink).tables] == [(2, 2)]


def torn_table(ink: np.ndarray, left: float, seed: int = 7) -> None:
    """Draw a table of four rows and three columns in lines of which a copier left so much."""
    lines = np.zeros_like(ink)
    for y in range(300, 701, 100):
        rule(lines, (200, y), (1000, y), 255, 3)
    for x in (200, 500, 760, 1000):
        rule(lines, (x, 300), (x, 700), 255, 3)
    coarse = np.random.default_rng(seed).random([side // 10 for side in ink.shape]) < left
    torn = np.repeat(np.repeat(coarse, 10, axis=0), 10, axis=1)
    ink[: len(torn), : torn.shape[1]] |= lines[: len(torn), : torn.shape[1]] * torn


@pytest.mark.parametrize("left", [0.75, 0.6, 0.45, 0.3])
def test_lines_so_thin_that_a_copier_broke_them_part_cells_and_leave_no_dots(left: float) -> None:
    ink = blank()
    torn_table(ink, left)
    for y in range(340, 700, 100):
        word(ink, 230, y, 6)
        word(ink, 530, y, 8)
    page = found(ink)
    assert [(each.rows, each.columns) for each in page.tables] == [(4, 3)]
    assert [len(rows) for rows in page.cells[0]] == [1, 1, 0] * 4
    assert not any(strip.dots for rows in page.cells[0] for row in rows for strip in row)
    assert not page.rows


def test_a_cell_over_two_columns_of_broken_lines_stays_one() -> None:
    ink = blank()
    torn_table(ink, 0.75)
    ink[310:390, 740:780] = 0  # the second and the third cell of the first row are one
    word(ink, 600, 340, 9)
    page = found(ink)
    assert [len(each.cells) for each in page.tables] == [11]


def laddered(ink: np.ndarray, rows: int = 6, pitch: int = 80) -> list[int]:
    """Draw level lines above and below so many rows; return where those begin."""
    tops = list(range(300, 301 + pitch * rows, pitch))
    for y in tops:
        rule(ink, (200, y), (1400, y), 255, 3)
    return tops[:-1]


def test_white_that_runs_down_between_level_lines_parts_cells() -> None:
    ink = blank()
    for number, y in enumerate(laddered(ink)):
        word(ink, 220, y + 26, 1 if number else 2)
        word(ink, 320, y + 26, 6 + number % 3)
        word(ink, 700, y + 26, 9 - number % 4)
    word(ink, 1100, 326, 4)  # the head of a column to be filled in
    page = found(ink)
    assert [(each.rows, each.columns) for each in page.tables] == [(6, 4)]
    assert [len(rows) for rows in page.cells[0]] == [1, 1, 1, 1] + [1, 1, 1, 0] * 5
    assert not page.rows


def test_a_title_over_the_columns_and_a_head_before_its_numbers_part_nothing() -> None:
    ink = blank()
    for number, y in enumerate(laddered(ink, 8)):
        word(ink, 220, y + 26, 17 if number == 3 else 6 - number % 2)
        if number and number != 3:
            word(ink, 1220 + 26 * (number % 2), y + 26, 6 - number % 2)
    word(ink, 900, 326, 5)
    page = found(ink)
    assert [(each.rows, each.columns) for each in page.tables] == [(8, 2)]


def test_lines_of_text_between_level_lines_are_no_table() -> None:
    ink = blank()
    for number, y in enumerate(laddered(ink)):
        for x in range(220 + 10 * (number * 7 % 5), 1200, 190 + 9 * (number * 3 % 4)):
            word(ink, x, y + 26, 6)
    assert not found(ink).tables


def test_level_lines_between_which_several_rows_stand_part_no_cells() -> None:
    ink = blank()
    for y in laddered(ink, 4, 200):
        for line in range(3):
            word(ink, 220, y + 26 + 56 * line, 5)
            word(ink, 800, y + 26 + 56 * line, 5)
    assert not any(each.rows < 10 for each in found(ink).tables)


def test_lines_on_grey_ground_that_the_scanner_saw_as_grains_are_lines() -> None:
    ink = blank()
    grains = np.random.default_rng(3).random((420, 330)) < 0.5
    ink[290:710, 190:520] = grains * 66
    table(ink)
    for y in (340, 540):
        word(ink, 540, y, 10)
    page = found(ink)
    assert [(each.rows, each.columns) for each in page.tables] == [(2, 2)]


def test_ones_that_stand_below_each_other_in_a_column_are_no_side() -> None:
    ink = blank()
    for y in range(300, 861, 70):
        rule(ink, (200, y), (1000, y), 255, 4)
    for x in (200, 600, 1000):
        rule(ink, (x, 300), (x, 860), 255, 4)
    for y in range(300, 860, 70):
        rule(ink, (840, y + 18), (840, y + 52), 255, 4)
        word(ink, 860, y + 18, 3, 34)
    assert [(each.rows, each.columns) for each in found(ink).tables] == [(8, 2)]


def test_boxes_whose_sides_stand_in_line_do_not_grow_together() -> None:
    ink = blank()
    for x in (200, 520, 840):
        for y in (300, 480):
            frame(ink, (x, y), (x + 280, y + 100), 255, 4)
            word(ink, x + 30, y + 36, 6)
    assert [(each.rows, each.columns) for each in found(ink).tables] == [(1, 3), (1, 3)]


def test_dashed_lines_to_write_on_in_a_cell_part_no_rows() -> None:
    ink = blank()
    table(ink)
    for y in (400, 460, 600, 660):
        for at in range(210, 980, 20):
            rule(ink, (at, y), (at + 10, y), 255, 3)
    word(ink, 230, 350, 6)
    page = found(ink)
    assert [(each.rows, each.columns) for each in page.tables] == [(2, 2)]


def test_a_side_that_goes_on_below_the_head_as_dashes_is_a_side() -> None:
    ink = blank()
    for y in (300, 380, 640):
        rule(ink, (200, y), (1000, y), 255, 4)
    for x in (200, 600, 1000):
        rule(ink, (x, 300), (x, 396), 255, 4)
        for at in range(408, 640, 20):
            rule(ink, (x, at), (x, min(640, at + 12)), 255, 4)
    page = found(ink)
    assert [(each.rows, each.columns) for each in page.tables] == [(2, 2)]


def test_a_note_in_letters_half_as_tall_as_the_others_is_a_line() -> None:
    ink = blank()
    for line in range(3):
        word(ink, 200, 300 + 120 * line, tall=60)
    word(ink, 900, 1000, tall=26)
    assert extents(found(ink).rows)[3:] == [[(90, 110)]]


def test_a_row_of_large_dots_under_a_heading_is_no_line_of_smaller_letters() -> None:
    ink = blank()
    word(ink, 500, 300)
    for at in range(14):
        block(ink, (480 + 24 * at, 380), (491 + 24 * at, 391), 255)
    word(ink, 200, 460, 20)
    assert len(found(ink).rows) == 2


def test_a_filled_square_before_an_item_is_none_of_its_line_on_a_coloured_page() -> None:
    ink = blank()
    word(ink, 300, 300)
    block(ink, (230, 290), (279, 339), 255)
    level = Picture(ink, SCALE, 0.0)
    plain, coloured = (layout(replace(level, coloured=each)).rows[0][0] for each in (False, True))
    assert plain.x0 < 140 <= coloured.x0
    assert plain.bottom > coloured.bottom
