"""Coloured seals and pens go, the black print below them stays; coloured rules, headings and
pictures stay too.
"""

from __future__ import annotations

import numpy as np
from read.drawing import block, ring, rule, stroke, written

from ita_checker.read.ocr.paper.seals import without_seals
from ita_checker.read.raster.colours import grey_of

SCALE = 300 / 72
BLUE, BLACK, PAPER = (200, 60, 40), (30, 30, 30), (245, 245, 245)


def sheet() -> np.ndarray:
    made = np.full((1200, 1600, 3), PAPER, np.uint8)
    block(made, (300, 590), (1300, 610), BLACK)
    return made


def test_a_seal_goes_and_the_print_below_it_stays() -> None:
    page = sheet()
    ring(page, (800, 600), 180, BLUE, 8)
    page[590:610, 300:1300] = BLACK
    grey = without_seals(page, SCALE)
    assert grey[440:580, 600:1000].min() > 200
    assert grey[595:605, 310:1290].max() < 60


def test_a_signature_in_blue_goes() -> None:
    page = sheet()
    stroke(page, [(400, 300), (480, 200), (560, 320), (700, 210), (820, 300)], BLUE, 6)
    assert without_seals(page, SCALE)[190:330].min() > 200


def test_a_table_with_coloured_rules_stays() -> None:
    page = sheet()
    for x in (200, 600, 1400):
        rule(page, (x, 700), (x, 1100), BLUE, 4)
    for y in (700, 900, 1100):
        rule(page, (200, y), (1400, y), BLUE, 4)
    assert without_seals(page, SCALE)[898:902, 210:1390].max() < 160


def test_a_coloured_heading_and_a_coloured_bar_stay() -> None:
    page = sheet()
    written(page, (300, 120), "ITA 2564", BLUE, 90)
    block(page, (300, 300), (900, 420), BLUE)
    assert np.array_equal(without_seals(page, SCALE), grey_of(page))


def test_a_ring_that_a_pen_drew_about_words_goes_and_a_coloured_frame_about_them_stays() -> None:
    page, framed = sheet(), sheet()
    turns = np.linspace(0, 2 * np.pi, 60)
    about = [(round(800 + 150 * np.cos(t)), round(600 + 42 * np.sin(t))) for t in turns]
    stroke(page, about, BLUE, 12)
    grey = without_seals(page, SCALE)
    assert grey[550:584, 640:960].min() > 200
    assert grey[595:605, 700:900].max() < 60
    corners = [(650, 558), (950, 558), (950, 642), (650, 642), (650, 558)]
    stroke(framed, corners, BLUE, 12)
    assert np.array_equal(without_seals(framed, SCALE), grey_of(framed))


def test_the_thick_ring_of_a_chart_stays_with_the_number_in_it() -> None:
    page = sheet()
    ring(page, (800, 600), 180, BLUE, 60)
    block(page, (760, 570), (780, 630), BLUE)
    grey = without_seals(page, SCALE)
    assert grey[572:588, 762:778].max() < 160
