"""A quick look at a page, before it is said to be empty."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pypdfium2

from ita_checker.read.layer.letters import Ink
from ita_checker.read.pieces import PATH, SHADING, TEXT, hidden

SCALE = 50 / 72  # a hairline still greys its pixels
LARGEST = 1500  # pixels across
LEVELS = 6  # of 255: what differs less from the rest of the page is nothing to see
FAINT_SHARE = 2e-5  # of the pixels: less is the rim of a white picture


# of a picture's pixels that are nearly of one shade: paper with writing, a screen's table;
# photographs have less
PLAIN, SHADES = 0.55, 12


def shows_something(page: pypdfium2.PdfPage) -> bool:
    """Tell whether anything at all is seen on a page: ink, a pattern, a note."""
    drawn, _ = _drawn(page)
    return _varied(drawn)


def picture_shows_something(page: pypdfium2.PdfPage) -> bool:
    """Tell whether anything is seen in the pictures of a page."""
    with hidden(page, frozenset((TEXT, PATH, SHADING))):
        return shows_something(page)


def is_paper(page: pypdfium2.PdfPage, boxes: Sequence[Ink]) -> bool:
    """Tell whether the pictures of a page in some boxes have a ground of one shade, as what is
    written has.
    """
    with hidden(page, frozenset((TEXT, PATH, SHADING))):
        drawn, scale = _drawn(page)
    grey = drawn.mean(axis=-1)
    parts = [
        grey[
            max(0, int(box.top * scale)) : int(box.bottom * scale),
            max(0, int(box.x0 * scale)) : int(box.x1 * scale),
        ]
        for box in boxes
    ]
    return any(part.size and _plain(part) for part in parts)


def _plain(grey: npt.NDArray[np.float64]) -> bool:
    shades = np.bincount(grey.astype(np.int64).ravel(), minlength=256)
    most = int(np.convolve(shades, np.ones(9), "same").argmax())
    return bool(shades[max(0, most - SHADES) : most + SHADES + 1].sum() > PLAIN * grey.size)


def _drawn(page: pypdfium2.PdfPage) -> tuple[npt.NDArray[np.int16], float]:
    """Return the page drawn coarsely, and its pixels per point."""
    wide, high = page.get_size()
    scale = min(SCALE, LARGEST / max(1.0, wide, high))
    if min(wide, high) * scale < 1:
        return np.zeros((1, 1, 3), np.int16), scale
    return page.render(scale=scale).to_numpy().astype(np.int16), scale


def _varied(drawn: npt.NDArray[np.int16]) -> bool:
    paper = np.median(drawn, axis=(0, 1))
    apart = np.abs(drawn - paper).max(axis=-1) > LEVELS
    return bool(apart.mean() > FAINT_SHARE)
