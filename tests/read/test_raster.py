"""What is done to pictures, each against a plain telling of it, and against OpenCV where it is
installed (it is with the extra `training`).
"""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from PIL import Image
from read.drawing import turned
from untimed import given

from ita_checker.read.raster import coding, colours, fineness, scaling, shades, shapes
from ita_checker.read.raster.connected import Runs, connected
from ita_checker.read.raster.turning import quarter_turned, turned_back

ODD = st.sampled_from([1, 3, 5, 7, 9, 15, 31])


def speckled(seed: int, share: float, tall: int = 60, wide: int = 83) -> np.ndarray:
    """Return a mask with so much ink, in runs and blots."""
    noise = np.random.default_rng(seed).random((tall, wide))
    return np.where(noise < share, np.uint8(255), np.uint8(0))


def shaded(seed: int, tall: int, wide: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (tall, wide), np.uint8)


def told(mask: np.ndarray, corners: bool) -> dict[tuple[int, int, int, int], int]:
    """Return boxes and areas of connected ink, found by walking from pixel to pixel."""
    left = {(int(y), int(x)) for y, x in zip(*np.nonzero(mask), strict=True)}
    made: dict[tuple[int, int, int, int], int] = {}
    while left:
        walk, seen = [left.pop()], []
        while walk:
            y, x = walk.pop()
            seen.append((x, y))
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    beside = y + dy, x + dx
                    if beside in left and (corners or not dy or not dx):
                        left.remove(beside)
                        walk.append(beside)
        xs, ys = zip(*seen, strict=True)
        made[min(xs), min(ys), max(xs) + 1, max(ys) + 1, len(made)] = len(seen)  # type: ignore[index]
    return made


def listed(ink: Runs) -> list[tuple[tuple[int, ...], int]]:
    boxes = [tuple(box) for box in ink.boxes()[1:].tolist()]
    return sorted(zip(boxes, ink.areas()[1:].tolist(), strict=True))


@settings(deadline=None)
@given(st.integers(0, 10**6), st.floats(0, 1), st.booleans())
def test_connected_ink_is_what_a_walk_from_pixel_to_pixel_reaches(
    seed: int, share: float, corners: bool
) -> None:
    mask = speckled(seed, share, 17, 23)
    ink = connected(mask, corners)
    assert listed(ink) == sorted((box[:4], area) for box, area in told(mask, corners).items())
    labels = ink.labels()
    assert np.array_equal(labels > 0, mask > 0)
    assert np.array_equal(np.bincount(labels[mask > 0], minlength=ink.count + 1), ink.areas())
    every = np.arange(ink.count + 1) % 2 == 1
    assert np.array_equal(ink.painted(every) > 0, every[labels] & (labels > 0))


def test_ink_of_no_and_of_all_pixels_is_connected_too() -> None:
    assert connected(np.zeros((4, 5), np.uint8)).count == 0
    assert listed(connected(np.ones((4, 5), np.uint8))) == [((0, 0, 5, 4), 20)]


def test_dots_are_bridged_where_the_gap_is_small_enough() -> None:
    mask = np.zeros((5, 40), np.uint8)
    mask[2, [1, 4, 7, 20, 23]] = 1
    ink = connected(mask)
    chosen = np.ones(ink.count + 1, np.bool_)
    assert ink.bridged(chosen, 2) == [(1, 2, 7, 1), (20, 2, 4, 1)]
    assert ink.bridged(chosen, 1) == [(x, 2, 1, 1) for x in (1, 4, 7, 20, 23)]
    chosen[ink.labels()[2, 4]] = False
    assert ink.bridged(chosen, 2) == [(1, 2, 1, 1), (7, 2, 1, 1), (20, 2, 4, 1)]
    assert ink.bridged(np.zeros(ink.count + 1, np.bool_), 2) == []


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 12), st.integers(1, 12))
def test_closing_and_opening_move_nothing(seed: int, tall: int, wide: int) -> None:
    mask = speckled(seed, 0.3)
    assert (shapes.closed(mask, tall, wide) >= mask).all()
    assert (shapes.opened(mask, tall, wide) <= mask).all()


def test_opening_keeps_what_the_rectangle_fits_into_whole() -> None:
    mask = np.zeros((20, 30), np.uint8)
    mask[5:9, 3:17] = 255
    mask[14, 2:10] = 255
    kept = mask.copy()
    kept[14] = 0
    for tall, wide in ((4, 14), (2, 3), (3, 10)):
        assert np.array_equal(shapes.opened(mask, tall, wide), kept)


def test_a_picture_made_smaller_keeps_its_mean() -> None:
    grey = shaded(3, 93, 311)
    for wide, tall in ((120, 40), (311, 40), (64, 93), (7, 3)):
        made = scaling.resized(grey, wide, tall)
        assert made.shape == (tall, wide)
        assert made.mean() == pytest.approx(grey.mean(), abs=0.6)
    assert np.array_equal(scaling.resized(grey, 311, 93), grey)
    assert np.array_equal(
        fineness.shrunk(grey[:92, :308], 4), scaling.resized(grey[:92, :308], 77, 23)
    )


def test_a_turned_page_is_turned_back() -> None:
    page = np.zeros((900, 700), np.uint8)
    page[100:800:40, 80:620] = page[101:800:40, 80:620] = 255
    page[100:800, 80:620:90] = 255
    for degrees in (-2.5, -0.4, 0.7, 3.0):
        level = turned_back(turned(page, degrees, 0), degrees)
        assert np.corrcoef(shapes.thickened(level, 3, 3).ravel(), page.ravel())[0, 1] > 0.5
        rows = level.sum(axis=1).astype(float)
        assert (rows > 0.4 * rows.max()).sum() <= 80  # the eighteen rules are level again
    assert np.array_equal(quarter_turned(page, 1)[80, ::-1], page[:, 80])


def test_grey_paper_and_dark_ink_are_told_apart() -> None:
    assert shades.between(np.array([[10, 12, 11, 200, 210, 205]], np.uint8)) in range(12, 200)
    page = np.full((400, 300), 180, np.uint8)
    page[100:110, 50:250] = 40
    ink = shades.flattened(page)
    assert ink[:90].max() < 12
    assert np.array_equal(shades.inked(ink)[104], np.where(page[104] < 100, 255, 0))


def test_colours_are_told_by_how_far_their_channels_lie_apart() -> None:
    page = np.array([[[200, 60, 40], [90, 90, 90]]], np.uint8)
    assert colours.spread_of(page).tolist() == [[160, 0]]
    assert colours.brightest(page).tolist() == [[200, 90]]
    assert colours.grey_of(page).tolist() == [[70, 90]]


def test_pictures_are_coded_and_decoded() -> None:
    grey = shaded(1, 40, 50)
    assert np.array_equal(coding.decoded(coding.png(grey)), grey)
    assert Image.open(BytesIO(coding.webp(grey, 40))).size == (50, 40)
    assert coding.decoded(b"no picture") is None


@settings(deadline=None)
@given(st.integers(0, 10**6), ODD, ODD)
def test_shapes_are_opencvs(seed: int, tall: int, wide: int) -> None:
    cv2 = pytest.importorskip("cv2")
    mask, kernel = speckled(seed, 0.3), np.ones((tall, wide), np.uint8)
    assert np.array_equal(shapes.thickened(mask, tall, wide), cv2.dilate(mask, kernel))
    assert np.array_equal(shapes.thinned(mask, tall, wide), cv2.erode(mask, kernel))
    assert np.array_equal(
        shapes.closed(mask, tall, wide), cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel)
    )
    assert np.array_equal(
        shapes.opened(mask, tall, wide), cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel)
    )


@settings(deadline=None)
@given(st.integers(0, 10**6), st.floats(0, 1), st.booleans())
def test_connected_ink_is_opencvs(seed: int, share: float, corners: bool) -> None:
    cv2 = pytest.importorskip("cv2")
    mask = speckled(seed, share)
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8 if corners else 4)
    assert listed(connected(mask, corners)) == sorted(
        ((x, y, x + w, y + h), area) for x, y, w, h, area in stats[1:].tolist()
    )


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(8, 120), st.integers(8, 200), st.integers(8, 200))
def test_lines_are_scaled_as_by_opencv(seed: int, tall: int, wide: int, new: int) -> None:
    cv2 = pytest.importorskip("cv2")
    grey = shaded(seed, tall, wide)
    if tall >= 40 and new <= wide:
        made = cv2.resize(grey, (new, 40), interpolation=cv2.INTER_AREA)
        assert np.abs(scaling.resized(grey, new, 40).astype(int) - made).max() <= 1
    made = cv2.resize(grey, (new, tall), interpolation=cv2.INTER_LINEAR)
    assert np.abs(scaling.stretched(grey, new).astype(int) - made).max() <= 1


@settings(deadline=None)
@given(st.integers(0, 10**6))
def test_ink_is_told_from_paper_as_by_opencv(seed: int) -> None:
    cv2 = pytest.importorskip("cv2")
    random = np.random.default_rng(seed)
    grey = np.clip(random.normal(random.choice([60, 190], (40, 50)), 25), 0, 255).astype(np.uint8)
    assert shades.between(grey) == cv2.threshold(grey, 0, 255, cv2.THRESH_OTSU)[0]


def test_a_page_is_made_coarser_and_grey_as_by_opencv() -> None:
    cv2 = pytest.importorskip("cv2")
    page = np.random.default_rng(2).integers(0, 256, (240, 320, 3), np.uint8)
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    assert np.abs(colours.grey_of(page).astype(int) - grey).max() <= 1
    for by in (2, 4, 8):
        made = cv2.resize(grey, None, fx=1 / by, fy=1 / by, interpolation=cv2.INTER_AREA)
        assert np.abs(fineness.shrunk(grey, by).astype(int) - made).max() <= 1


def test_colours_seen_seldom_are_parted_from_those_seen_often() -> None:
    sky, leaf, letter = (200, 160, 90), (60, 120, 40), (240, 240, 240)
    seen = np.full((60, 60, 3), sky, np.uint8)
    seen[30:] = leaf
    seen[10:12, 5:25] = letter  # forty of 3600 pixels
    here = np.ones((60, 60), np.bool_)
    here[:, 50:] = False
    of = colours.parted(seen, here, 3)
    assert not of[:, 50:].any()
    assert sorted({of[0, 0], of[59, 0], of[11, 6]}) == [1, 2, 3]
    assert (of == of[11, 6]).sum() == 40
