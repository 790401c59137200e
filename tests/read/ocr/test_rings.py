"""A seal stamped over print takes no words: a paler one goes as a whole, of one as dark as print its
rings go and what is read below it is doubted. A seal that stands alone stays as it is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from read.drawing import ring
from read.scanned import grey

from ita_checker.model import Page
from ita_checker.read.ocr.page import read_picture
from ita_checker.read.ocr.paper.rings import without_rings

DPI = 200
MIDDLE = 620, 520  # amid the lines


def _stamped(shade: int) -> NDArray[np.uint8]:
    seal = np.full_like(grey(dpi=DPI), 255)
    for radius, thick in ((190, 7), (130, 5)):
        ring(seal, MIDDLE, radius, shade, thick)
    return np.minimum(grey(dpi=DPI), seal)


def _page(picture: NDArray[np.uint8]) -> Page:
    found = read_picture(picture, DPI / 72, 1)
    assert found is not None
    return found


def test_print_darker_than_the_seal_over_it_is_read_as_without_one() -> None:
    plain = _page(grey(dpi=DPI)).text
    assert Levenshtein.normalized_distance(_page(_stamped(120)).text, plain) < 0.005


def test_print_below_a_seal_as_dark_is_read_and_doubted() -> None:
    plain, stamped = _page(grey(dpi=DPI)), _page(_stamped(0))
    assert Levenshtein.normalized_distance(stamped.text, plain.text) < 0.04
    doubts = [sum(len(line.doubtful) for line in page.lines) for page in (plain, stamped)]
    assert doubts[1] > doubts[0] + 20


def test_a_seal_that_stands_alone_stays() -> None:
    ink = np.zeros((1200, 1600), np.uint8)
    ring(ink, (800, 600), 220, 255, 9)
    ring(ink, (800, 600), 150, 255, 6)
    made, seals = without_rings(ink, 300 / 72)
    assert made is ink or np.array_equal(made, ink)
    assert not seals
