"""Which pages are taken to tell a wrong size, and where places lie on a page that was turned to be
read.
"""

from __future__ import annotations

from array import array

import pytest

from ita_checker.model import Box, Line, Page
from ita_checker.read.ocr.paper.places import put_back, zoom, zoomed

LINE = Line("กข", Box(10, 20, 30, 28), array("f", [10, 20, 20, 30]), "กข")
PAGE = Page(1, 100, 200, (LINE,))


@pytest.mark.parametrize(
    ("size", "by"),
    [
        ((595, 842), 1.0),
        ((842, 1191), 1.0),
        ((420, 595), 1.0),
        ((720, 540), 1.0),
        ((800, 5000), 1.0),
        ((9000, 30), 1.0),
        ((1, 1), 1.0),
    ],
)
def test_paper_is_taken_at_its_size(size: tuple[float, float], by: float) -> None:
    assert zoom(*size) == by


def test_a_page_far_larger_or_smaller_than_paper_was_scanned_from_a4() -> None:
    assert zoom(1654, 2339) == pytest.approx(2.78, abs=0.01)
    assert zoom(2339, 1654) == zoom(1654, 2339)
    assert zoom(198, 281) == pytest.approx(0.33, abs=0.01)


def test_places_grow_with_the_page() -> None:
    big = zoomed(PAGE, 2.0)
    assert (big.width, big.height, big.lines) == (
        200,
        400,
        (Line("กข", Box(20, 40, 60, 56), array("f", [20, 40, 40, 60]), "กข"),),
    )
    assert zoomed(PAGE, 1.0) is PAGE


def test_places_are_turned_back() -> None:
    right, half, left = (put_back(PAGE, quarters) for quarters in (1, 2, 3))
    assert (right.width, right.height, right.lines[0].box) == (200, 100, Box(20, 70, 28, 90))
    assert (half.width, half.height, half.lines[0].box) == (100, 200, Box(70, 172, 90, 180))
    assert (left.width, left.height, left.lines[0].box) == (200, 100, Box(172, 10, 180, 30))
    assert half.lines[0].edges == array("f", [80, 90, 70, 80])
    assert right.lines[0].edges == array("f", [20, 28, 20, 28])
    assert put_back(PAGE, 0) is PAGE
