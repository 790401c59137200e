"""Pieces of pages as small grey pictures, for people who want to see the place a finding speaks
of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from ita_checker.model import Box
from ita_checker.read.raster.coding import webp

SCALE = 1.5  # pixels a point: Thai marks of 14 points stay readable
WIDEST = 1000  # pixels; wider pages are rendered coarser
MARGIN = 30.0  # points above and below the boxes: a line or two of context
HIGHEST = 260.0  # points; of a longer place its beginning is shown
QUALITY = 40  # of WebP: a piece of a page of text takes some 10 kB


@dataclass(frozen=True, slots=True)
class Crop:
    """A piece of a page as wide as the page: grey WebP, its size in pixels, the boxes on it as
    shares of its width and height.
    """

    picture: bytes
    width: int
    height: int
    boxes: tuple[Box, ...]


def crop(path: Path, page: int, boxes: Sequence[Box]) -> Crop | None:
    """Return the piece of the page (from 1) that shows the boxes; None where it cannot be drawn."""
    return next(crops(path, [(page, tuple(boxes))]))


def crops(path: Path, asked: Sequence[tuple[int, tuple[Box, ...]]]) -> Iterator[Crop | None]:
    """Yield a crop for each (page, boxes) asked; None where one cannot be drawn."""
    try:
        pdf = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError):
        yield from (None for _ in asked)
        return
    try:
        for page, boxes in asked:
            yield _drawn(pdf, page, boxes)
    finally:
        pdf.close()


def _drawn(pdf: pypdfium2.PdfDocument, number: int, boxes: Sequence[Box]) -> Crop | None:
    if not boxes or not 1 <= number <= len(pdf):
        return None
    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        return _piece(page, boxes)
    finally:
        page.close()


def _piece(page: pypdfium2.PdfPage, boxes: Sequence[Box]) -> Crop | None:
    """Return the strip of the page from a little above the first box to a little below the last,
    or as much as there is room for.
    """
    wide, high = page.get_size()
    top = max(0.0, min(box.top for box in boxes) - MARGIN)
    bottom = min(high, max(box.bottom for box in boxes) + MARGIN, top + HIGHEST)
    if bottom - top < 1 or wide < 1:
        return None
    scale = min(SCALE, WIDEST / wide)
    drawn = page.render(scale=scale, crop=(0, high - bottom, 0, top), grayscale=True).to_numpy()
    height, width = drawn.shape[:2]
    inside = tuple(_share(box, top, wide, bottom - top) for box in boxes if box.top < bottom)
    return Crop(webp(drawn, QUALITY), width, height, inside)


def _share(box: Box, top: float, wide: float, high: float) -> Box:
    """Return the box as shares of a strip that begins at `top`."""
    sides = ((box.x0 / wide, box.x1 / wide), ((box.top - top) / high, (box.bottom - top) / high))
    (x0, x1), (y0, y1) = ((max(0.0, min(1.0, low)), max(0.0, min(1.0, up))) for low, up in sides)
    return Box(round(x0, 4), round(y0, 4), round(x1, 4), round(y1, 4))
