"""Print in any colour on any colour is read as black print on white is: pale, as bright as its
ground, inside a halo; a page without colour is left alone.
"""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio
from read.scanned import grey

from ita_checker.read.ocr.grounds import on_white, white_and_upon
from ita_checker.read.ocr.page import read_picture
from ita_checker.read.raster.shapes import thickened

DPI = 200
TOP, BOTTOM, LEFT, RIGHT = 130, 640, 60, 1590  # pixels: a field about the first lines
HALO = 9  # pixels
ALIKE = 75  # percent of letters
Colour = tuple[int, int, int]  # blue, green, red
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
ORANGE, TEAL, NAVY = (132, 176, 244), (140, 140, 0), (90, 30, 0)
YELLOW, ROSE = (0, 230, 255), (180, 60, 230)
RED, BLUE = (30, 20, 190), (170, 90, 30)


def _mixed(share: NDArray[np.float64], over: Colour, under: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a picture with so much of a colour over what it shows."""
    part = share[:, :, None]
    return np.asarray(np.array(over) * part + under * (1 - part), np.uint8)


def _page(letters: Colour, field: Colour, halo: Colour | None = None) -> NDArray[np.uint8]:
    """Return a page of a sample in colours, its first lines on a field, in a halo."""
    page = grey(dpi=DPI)
    made = np.repeat(page[:, :, None], 3, 2)
    part = made[TOP:BOTTOM, LEFT:RIGHT]
    ink = 255 - page[TOP:BOTTOM, LEFT:RIGHT]
    part[:] = field
    if halo is not None:
        part[:] = _mixed(thickened(ink, HALO, HALO) / 255, halo, part)
    part[:] = _mixed(ink / 255, letters, part)
    return made


def _text(page: NDArray[np.uint8], dpi: int = DPI) -> str:
    made, layers = white_and_upon(page, dpi / 72)
    assert made is not None
    found = read_picture(made, dpi / 72, 1, on_white=True, layers=layers)
    assert found is not None
    return found.text


def _in_black() -> str:
    found = read_picture(grey(dpi=DPI), DPI / 72, 1)
    assert found is not None
    return found.text


def _alike(read: str) -> bool:
    """Tell whether hardly one in a hundred of a page's letters differs from the page in black."""
    return Levenshtein.normalized_distance(read, _in_black()) < 0.01


@pytest.mark.parametrize(
    ("letters", "field"),
    [(ORANGE, WHITE), (WHITE, TEAL), (YELLOW, NAVY), (ROSE, TEAL), (NAVY, ROSE)],
    ids=["orange on white", "white on teal", "yellow on navy", "rose on teal", "navy on rose"],
)
def test_print_of_any_colour_is_read_on_any_colour(letters: Colour, field: Colour) -> None:
    assert _alike(_text(_page(letters, field)))


@pytest.mark.parametrize(
    ("letters", "field", "halo"),
    [(NAVY, ROSE, WHITE), (WHITE, TEAL, BLACK), (YELLOW, ROSE, NAVY)],
    ids=["dark in a white halo", "white with a black outline", "yellow with a navy outline"],
)
def test_print_in_a_halo_is_read(letters: Colour, field: Colour, halo: Colour) -> None:
    assert _alike(_text(_page(letters, field, halo)))


def test_print_in_an_outline_with_a_shadow_is_read() -> None:
    dpi, halo, shadow, field = 300, 13, 12, (slice(195, 960), slice(90, 2385))
    black = grey(dpi=dpi)
    page, ink = np.repeat(black[:, :, None], 3, 2), 255 - black[field]
    part, outline = page[field], thickened(ink, halo, halo)
    part[:] = ROSE
    part[:] = _mixed(np.roll(outline, (shadow, shadow), (0, 1)) / 255, BLUE, part)
    part[:] = _mixed(outline / 255, WHITE, part)
    part[:] = _mixed(ink / 255, RED, part)
    assert _alike(_text(page, dpi))


def test_a_field_of_two_colours_that_run_into_each_other_is_a_ground() -> None:
    page = _page(WHITE, TEAL)
    share = np.linspace(0, 1, RIGHT - LEFT)[None, :].repeat(BOTTOM - TOP, 0)
    letters = (page[TOP:BOTTOM, LEFT:RIGHT] - np.array(TEAL)).max(2) / (255 - min(TEAL))
    shaded = _mixed(share, NAVY, np.full_like(page[TOP:BOTTOM, LEFT:RIGHT], TEAL))
    page[TOP:BOTTOM, LEFT:RIGHT] = _mixed(letters.clip(0, 1), WHITE, shaded)
    assert _alike(_text(page))


def test_print_within_a_ring_with_a_gap_stands_on_the_paper_though_it_is_of_the_rings_colour() -> (
    None
):
    page = _page(TEAL, WHITE)
    page[30:90, 10:1640], page[560:620, 10:1640] = TEAL, TEAL
    page[30:620, 10:50], page[30:620, 1600:1640] = TEAL, TEAL
    page[30:90, 700:900] = WHITE
    assert _alike(_text(page))


def test_a_dark_ground_without_colour_is_a_ground() -> None:
    page = _page((170, 170, 170), (60, 60, 60))
    shade = np.linspace(-30, 30, RIGHT - LEFT)[None, :, None]
    page[TOP:BOTTOM, LEFT:RIGHT] = page[TOP:BOTTOM, LEFT:RIGHT] + shade
    assert _alike(_text(page))


def test_a_page_without_colour_is_left_alone() -> None:
    assert on_white(np.repeat(grey(dpi=DPI)[:, :, None], 3, 2), DPI / 72) is None


def _pale() -> NDArray[np.uint8]:
    """Return a page of black letters, but for its first lines: these are of a pale grey."""
    page = _page(BLACK, WHITE)
    page[TOP:BOTTOM] = 255 - (255 - page[TOP:BOTTOM]) // 3
    return page


def test_pale_print_on_a_page_without_colour_is_read() -> None:
    assert _alike(_text(_pale()))


def test_pale_print_amid_the_shades_of_a_scan_may_shine_through_and_is_left_alone() -> None:
    page = _pale()
    noise = np.random.default_rng(1).normal(-20, 6, page.shape[:2])[:, :, None]
    assert on_white(np.clip(page + noise, 0, 255).astype(np.uint8), DPI / 72) is None


def test_a_pale_watermark_stays_paler_than_print() -> None:
    page = _page(WHITE, TEAL)
    page[1200:1300, 300:900] = np.minimum(page[1200:1300, 300:900], (225, 235, 250))
    made = on_white(page, DPI / 72)
    assert made is not None
    assert made[1210:1290, 310:890].max() == 255
    empty = page.min(2)[1000:1400, 100:1500] >= 225
    assert made[1000:1400, 100:1500][empty].min() > 200


def test_print_on_a_photograph_is_read_and_the_photograph_is_no_print() -> None:
    page = _page(WHITE, TEAL)
    draw = np.random.default_rng(5)
    for _ in range(160):
        y, x = draw.integers(1000, 2250), draw.integers(60, 1500)
        tall, wide = draw.integers(8, 60), draw.integers(8, 90)
        page[y : y + tall, x : x + wide] = draw.integers(0, 255, 3)
    page[1000:] = np.where(grey(dpi=DPI)[1000:, :, None] < 128, 255, page[1000:])
    first = _text(page).splitlines()
    assert first[:4] == _text(_page(WHITE, TEAL)).splitlines()[:4]
    assert sum(len(line) < 4 for line in first) <= 3


def _blotched(page: NDArray[np.uint8]) -> None:
    """Make of a part of a page what a photograph is: nowhere of one colour."""
    draw, (tall, wide) = np.random.default_rng(7), page.shape[:2]
    for _ in range(tall * wide // 600):
        y, x = draw.integers(0, tall), draw.integers(0, wide)
        down, right = draw.integers(6, 40), draw.integers(6, 60)
        page[y : y + down, x : x + right] = draw.integers(20, 140, 3)


def test_letters_of_a_colour_of_their_own_are_read_amid_a_photograph() -> None:
    dpi, halo, field = 300, 15, (slice(195, 960), slice(90, 2385))
    black = grey(dpi=dpi)
    page, ink = np.repeat(black[:, :, None], 3, 2), 255 - black[field]
    part = page[field]
    _blotched(part)
    part[:] = _mixed(thickened(ink, halo, halo) / 255, BLACK, part)
    part[:] = _mixed(ink / 255, WHITE, part)
    shades, layers = white_and_upon(page, dpi / 72)
    assert shades is not None
    assert layers
    read = read_picture(shades, dpi / 72, 1, on_white=True, layers=layers)
    alone = read_picture(shades, dpi / 72, 1, on_white=True)
    assert read is not None
    assert alone is not None
    for title in _in_black().splitlines()[:3]:
        assert partial_ratio(title, read.text) > ALIKE
        assert partial_ratio(title, alone.text) < ALIKE
    assert read.quality == "doubtful"
