"""Pens for drawn pages: what they draw on is an array of shades of grey, or of blue, green, red."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

Shade = int | tuple[int, int, int]
Point = tuple[int, int]


def block(page: np.ndarray, first: Point, last: Point, shade: Shade) -> None:
    """Fill a rectangle, both corners in it."""
    page[first[1] : last[1] + 1, first[0] : last[0] + 1] = shade


def frame(page: np.ndarray, first: Point, last: Point, shade: Shade, thick: int) -> None:
    """Draw a rectangle's rim, half of it outside."""
    (x0, y0), (x1, y1), half = first, last, thick // 2
    for x in (x0, x1):
        block(page, (x - half, y0 - half), (x - half + thick, y1 + half), shade)
    for y in (y0, y1):
        block(page, (x0 - half, y - half), (x1 + half, y - half + thick), shade)


def rule(page: np.ndarray, first: Point, last: Point, shade: Shade, thick: int) -> None:
    """Draw a level or upright rule."""
    half = thick // 2
    block(page, (first[0] - half, first[1] - half), (last[0] + half, last[1] + half), shade)


def stroke(page: np.ndarray, points: Sequence[Sequence[int]], shade: Shade, thick: int) -> None:
    """Draw a pen's stroke through points."""
    with _pen(page) as drawn:
        drawn.pen.line([(x, y) for x, y in points], fill=shade, width=thick, joint="curve")


def ring(page: np.ndarray, middle: Point, radius: int, shade: Shade, thick: int) -> None:
    """Draw a ring."""
    (x, y), far = middle, radius + thick // 2
    with _pen(page) as drawn:
        drawn.pen.ellipse((x - far, y - far, x + far, y + far), outline=shade, width=thick)


def written(page: np.ndarray, place: Point, text: str, shade: Shade, size: int) -> None:
    """Write Latin letters, their top left at a place."""
    with _pen(page) as drawn:
        drawn.pen.text(place, text, fill=shade, font_size=size, stroke_width=size // 20)


def turned(page: np.ndarray, degrees: float, paper: int = 255) -> np.ndarray:
    """Return a grey page turned clockwise about its middle, as it comes out of a scanner."""
    return np.asarray(
        Image.fromarray(page).rotate(-degrees, Image.Resampling.BILINEAR, fillcolor=paper)
    )


class _pen:
    """Draws with Pillow and puts what is drawn back."""

    def __init__(self, page: np.ndarray) -> None:
        self.page, self.made = page, Image.fromarray(page)
        self.pen = ImageDraw.Draw(self.made)

    def __enter__(self) -> _pen:
        return self

    def __exit__(self, *_: object) -> None:
        self.page[:] = np.asarray(self.made)
