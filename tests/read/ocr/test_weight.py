"""Lines that are set in bold on a scan are known by their strokes; large, small, dotted and lone
lines are not taken for such.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from read.drawing import turned

from ita_checker.model import Page
from ita_checker.read.ocr.page import read_picture

FONTS = Path(__file__).parents[3] / "samples" / "fonts"
TEXT = [
    "องคการบรหารสวนตำบลขอรายงานผลการดำเนนงานตามแผน",
    "ประจำปงบประมาณ 2565 โดยมการประชมคณะทำงานและสรป",
    "ผลการดำเนนงานทกไตรมาส เพอใหประชาชนรบทราบทวกน",
    "และนำขอเสนอแนะมาปรบปรงการทำงานในปตอไป",
]
Drawn = list[tuple[str, str, int]]  # a text, its cut, and how much larger than usual it is


def _read(drawn: Drawn, font: str, dpi: int) -> Page:
    """Return the page as it is read once it was turned and grained."""
    size, step = round(15 * dpi / 72), round(22 * dpi / 72)
    page = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 255)
    pen = ImageDraw.Draw(page)
    y = float(dpi)
    for text, cut, larger in drawn:
        letters = ImageFont.truetype(str(FONTS / f"{font}-{cut}.ttf"), size * (100 + larger) // 100)
        pen.text((0.75 * dpi, y), text, font=letters, fill=0)
        y += step * (100 + larger) / 100
    askew = turned(np.asarray(page), 0.4)
    grain = np.random.default_rng(4).normal(0, 6, askew.shape)
    grey = np.clip(askew * 0.88 + 20 + grain, 0, 255).astype(np.uint8)
    read = read_picture(grey, dpi / 72, 1)
    assert read is not None
    return read


@pytest.mark.parametrize("font", ["Sarabun", "Niramit"])
@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_bold_lines_are_bold_and_no_others(font: str, dpi: int) -> None:
    cuts = ["Bold" if number in (0, 5, 10) else "Regular" for number in range(15)]
    read = _read([(TEXT[number % 4], cut, 0) for number, cut in enumerate(cuts)], font, dpi)
    assert [line.bold for line in read.lines] == [cut == "Bold" for cut in cuts]


@pytest.mark.parametrize("cut", ["Regular", "Bold"])
def test_on_a_page_of_one_cut_no_line_stands_out(cut: str) -> None:
    read = _read([(TEXT[number % 4], cut, 0) for number in range(12)], "Sarabun", 200)
    assert len(read.lines) == 12
    assert not any(line.bold for line in read.lines)


def test_larger_lines_and_rows_of_dots_are_not_thicker_for_their_size() -> None:
    body: Drawn = [(TEXT[number % 4], "Regular", 0) for number in range(12)]
    odd: Drawn = [(TEXT[0][:24], "Regular", 60), ("ลงนาม" + "." * 40, "Regular", 0)]
    read = _read([odd[0], *body, odd[1]], "Sarabun", 200)
    assert not any(line.bold for line in read.lines)
