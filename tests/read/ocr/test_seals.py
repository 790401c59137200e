"""Coloured seals and pens go, the black print below them stays; coloured rules, headings and
pictures stay too.
"""

from __future__ import annotations

import cv2
import numpy as np

from ita_checker.read.ocr.seals import grey_of

SCALE = 300 / 72
BLUE, BLACK, PAPER = (200, 60, 40), (30, 30, 30), (245, 245, 245)


def sheet() -> np.ndarray:
    made = np.full((1200, 1600, 3), PAPER, np.uint8)
    cv2.rectangle(made, (300, 590), (1300, 610), BLACK, -1)
    return made


def test_a_seal_goes_and_the_print_below_it_stays() -> None:
    page = sheet()
    cv2.circle(page, (800, 600), 180, BLUE, 8)
    page[590:610, 300:1300] = BLACK
    grey = grey_of(page, SCALE)
    assert grey[440:580, 600:1000].min() > 200
    assert grey[595:605, 310:1290].max() < 60


def test_a_signature_in_blue_goes() -> None:
    page = sheet()
    cv2.polylines(
        page,
        [np.array([[400, 300], [480, 200], [560, 320], [700, 210], [820, 300]])],
        False,
        BLUE,
        6,
    )
    assert grey_of(page, SCALE)[190:330].min() > 200


def test_a_table_with_coloured_rules_stays() -> None:
    page = sheet()
    for x in (200, 600, 1400):
        cv2.line(page, (x, 700), (x, 1100), BLUE, 4)
    for y in (700, 900, 1100):
        cv2.line(page, (200, y), (1400, y), BLUE, 4)
    assert grey_of(page, SCALE)[898:902, 210:1390].max() < 160


def test_a_coloured_heading_and_a_coloured_bar_stay() -> None:
    page = sheet()
    cv2.putText(page, "ITA 2564", (300, 200), cv2.FONT_HERSHEY_SIMPLEX, 3, BLUE, 12)
    cv2.rectangle(page, (300, 300), (900, 420), BLUE, -1)
    grey = grey_of(page, SCALE)
    plain = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    assert np.array_equal(grey, plain)
