"""Empty rows of dots are found; dots under a filled-in name are not."""

from __future__ import annotations

import numpy as np

from ita_checker.read.ocr.ink.dots import rows
from ita_checker.read.raster.connected import connected

SCALE = 2.0


def found(mask: np.ndarray) -> list[tuple[int, int, int, int]]:
    ink = connected(mask)
    return rows(ink, ink.labels(), ink.boxes(), SCALE)


def dotted(x0: int, x1: int) -> np.ndarray:
    mask = np.zeros((100, 400), np.uint8)
    mask[60:62, x0:x1:6] = 255
    return mask


def test_a_row_of_dots_is_found_whole() -> None:
    assert found(dotted(100, 302)) == [(100, 60, 299, 62)]


def test_a_few_full_stops_are_no_row() -> None:
    assert found(dotted(100, 118)) == []


def test_a_row_on_which_a_name_is_written_is_filled_in() -> None:
    mask = dotted(100, 302)
    mask[45:56, 100:202] = 255
    assert found(mask) == []


def stops(mask: np.ndarray, lefts: list[int], y: int = 60, size: int = 5) -> np.ndarray:
    """Draw full stops as large as tones are."""
    for x in lefts:
        mask[y : y + size, x : x + size] = 255
    return mask


def paper() -> np.ndarray:
    return np.zeros((100, 400), np.uint8)


def test_five_large_full_stops_at_even_steps_are_a_row_though_it_is_short() -> None:
    assert found(stops(paper(), [100, 107, 114, 121, 128])) == [(100, 60, 133, 65)]
    assert found(stops(paper(), [100, 107, 114, 121])) == []


def test_the_dots_of_ellipses_stand_closer_than_one_ellipsis_to_the_next() -> None:
    assert found(stops(paper(), [100, 108, 116, 127, 135, 143, 154, 162, 170])) == [
        (100, 60, 175, 65)
    ]


def test_dust_between_full_stops_does_not_part_them() -> None:
    mask = stops(paper(), [100, 110, 120, 130, 140, 150])
    mask[60, 117] = mask[63, 137] = 255
    assert found(mask) == [(100, 60, 155, 65)]


def test_marks_over_letters_are_no_row() -> None:
    mask = stops(paper(), [100, 109, 121, 127, 138, 144])
    mask[58:60, 109:114] = mask[56:60, 138:143] = mask[60:62, 144:149] = 255
    mask[60:65, 124:127] = 255
    assert found(mask) == []


def test_dots_above_dots_are_a_screened_picture() -> None:
    mask = paper()
    for y in range(40, 80, 8):
        stops(mask, list(range(100, 180, 8)), y)
    assert found(mask) == []


def test_a_dashed_line_is_no_row_of_full_stops() -> None:
    mask = paper()
    for x in range(100, 300, 8):
        mask[60:62, x : x + 5] = 255
    assert found(mask) == []
