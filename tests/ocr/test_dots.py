"""Empty rows of dots are found; dots under a filled-in name are not."""

from __future__ import annotations

import cv2
import numpy as np

from ita_checker.read.ocr.dots import rows

SCALE = 2.0


def found(mask: np.ndarray) -> list[tuple[int, int, int, int]]:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return rows(labels, stats, SCALE)


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
