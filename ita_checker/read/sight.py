"""A quick look at a page, before it is said to be empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
Picture = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Sight:
    """A page, or some of what it is drawn from, as it is seen coarsely: blue, green, red."""

    drawn: Picture
    scale: float  # pixels per point

    @property
    def shows_something(self) -> bool:
        """Tell whether anything at all is seen: ink, a pattern, a note."""
        apart = np.zeros(self.drawn.shape[:2], bool)
        for channel in range(self.drawn.shape[2]):
            shade = self.drawn[:, :, channel]
            counts = np.cumsum(np.bincount(shade.ravel(), minlength=256))
            paper = np.uint8(np.searchsorted(counts, counts[-1] / 2))
            apart |= np.maximum(shade, paper) - np.minimum(shade, paper) > LEVELS
        return bool(apart.mean() > FAINT_SHARE)

    def is_paper(self, boxes: Sequence[Ink]) -> bool:
        """Tell whether what is seen in some boxes has a ground of one shade, as what is written
        has.
        """
        grey = self.drawn.sum(axis=-1, dtype=np.uint16) // self.drawn.shape[2]
        parts = [
            grey[
                max(0, int(box.top * self.scale)) : int(box.bottom * self.scale),
                max(0, int(box.x0 * self.scale)) : int(box.x1 * self.scale),
            ]
            for box in boxes
        ]
        return any(part.size and _plain(part) for part in parts)


def glance(page: pypdfium2.PdfPage) -> Sight:
    """Return how a page is seen."""
    wide, high = page.get_size()
    scale = min(SCALE, LARGEST / max(1.0, wide, high))
    if min(wide, high) * scale < 1:
        return Sight(np.zeros((1, 1, 3), np.uint8), scale)
    return Sight(page.render(scale=scale).to_numpy(), scale)


def pictures(page: pypdfium2.PdfPage) -> Sight:
    """Return how the pictures of a page are seen, all else left out."""
    with hidden(page, frozenset((TEXT, PATH, SHADING))):
        return glance(page)


def _plain(grey: npt.NDArray[np.uint16]) -> bool:
    shades = np.bincount(grey.ravel(), minlength=256)
    most = int(np.convolve(shades, np.ones(9), "same").argmax())
    return bool(shades[max(0, most - SHADES) : most + SHADES + 1].sum() > PLAIN * grey.size)
