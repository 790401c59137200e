"""Odd pages are answered, not stumbled over."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest

from ita_checker.model import Source
from ita_checker.read.ocr import read_page
from ita_checker.read.ocr.page import read_picture


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (400, 3), (9000, 30), (5000, 7000)])
def test_an_empty_page_of_any_size_is_blank(size: tuple[float, float]) -> None:
    with pypdfium2.PdfDocument.new() as pdf:
        page = read_page(pdf.new_page(*size), 4)
    assert page is not None
    assert (page.number, page.source, page.blank, page.lines) == (4, Source.OCR, True, ())


@pytest.mark.parametrize("shade", [0, 90, 255])
def test_a_page_of_one_shade_holds_no_lines(shade: int) -> None:
    page = read_picture(np.full((1200, 900), shade, np.uint8), 2.0, 1)
    assert page is None or page.lines == ()


def test_a_page_of_noise_holds_no_words() -> None:
    grey = np.random.default_rng(2).integers(0, 255, (1200, 900)).astype(np.uint8)
    page = read_picture(grey, 2.0, 1)
    assert page is None or all(len(line.text) < 4 for line in page.lines)
