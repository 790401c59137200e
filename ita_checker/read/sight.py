"""A quick look at a page, before it is said to be empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2

from ita_checker.read.layer.letters import Ink
from ita_checker.read.ocr.paper.places import zoom
from ita_checker.read.pieces import IMAGE, PATH, SHADING, TEXT, hidden
from ita_checker.read.written import rows

SCALE = 50 / 72  # a hairline still greys its pixels
FINE = 100 / 72  # letters of eight points are still apart
LARGEST = 1500  # pixels across
LEVELS = 6  # of 255: what differs less from the rest of the page is nothing to see
FAINT_SHARE = 2e-5  # of the pixels: less is the rim of a white picture


# of a picture's pixels that are nearly of one shade: paper with writing, a screen's table;
# photographs have less
PLAIN, SHADES = 0.55, 12
# pieces of rows of letters in a picture, from which it is one of writing: emblems have up to 25,
# photographs up to 70; in paths, from which they are a heading; in pictures as low and wide as
# a line
LETTERS, MANY_LETTERS, HEADING, LINE = 36, 100, 10, 14
Picture = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Sight:
    """A page, or some of what it is drawn from, as it is seen coarsely: blue, green, red."""

    drawn: Picture
    scale: float  # pixels per point
    zoom: float = 1.0  # points of the page that make one of the paper

    @property
    def shows_something(self) -> bool:
        """Tell whether anything at all is seen: ink, a pattern, a note."""
        if int(self.drawn.max()) - int(self.drawn.min()) <= LEVELS:
            return False
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
        parts = map(self._within, boxes)
        return any(part.size and _plain(part) for part in parts)

    def is_written(self, box: Ink, letters: int = LETTERS) -> bool:
        """Tell whether rows of so many letters are seen in a box, of more where the ground is of
        many shades.
        """
        part = self._within(box)
        if not part.size:
            return False
        return rows(part, self.scale * self.zoom).letters >= (
            letters if _plain(part) else MANY_LETTERS
        )

    def shown(self, box: Ink) -> bytes:
        """Return what is seen in a box as bytes, to be known again."""
        return self._within(box).tobytes()

    def rows(self) -> tuple[Ink, ...]:
        """Return where rows of letters are seen; none where they are few."""
        seen = rows(_grey(self.drawn), self.scale * self.zoom)
        if seen.letters < HEADING:
            return ()
        by = self.zoom
        return tuple(Ink(x0 * by, y0 * by, x1 * by, y1 * by) for x0, y0, x1, y1 in seen.boxes)

    def _within(self, box: Ink) -> Picture:
        """Return what is seen in a box, in shades of grey."""
        across, down = (
            slice(max(0, int(low * self.scale)), max(0, int(high * self.scale)))
            for low, high in ((box.x0, box.x1), (box.top, box.bottom))
        )
        return _grey(self.drawn[down, across])


def glance(page: pypdfium2.PdfPage, scale: float = SCALE) -> Sight:
    """Return how a page is seen."""
    wide, high = page.get_size()
    scale = min(scale, LARGEST / max(1.0, wide, high))
    if min(wide, high) * scale < 1:
        return Sight(np.zeros((1, 1, 3), np.uint8), scale)
    return Sight(page.render(scale=scale).to_numpy(), scale, zoom(wide, high))


def pictures(page: pypdfium2.PdfPage, scale: float = SCALE) -> Sight:
    """Return how the pictures of a page are seen, all else left out."""
    with hidden(page, frozenset((TEXT, PATH, SHADING))):
        return glance(page, scale)


def paths(page: pypdfium2.PdfPage) -> Sight:
    """Return how the paths of a page are seen, all else left out."""
    with hidden(page, frozenset((TEXT, IMAGE, SHADING))):
        return glance(page, FINE)


def _grey(drawn: Picture) -> Picture:
    whole = np.zeros(drawn.shape[:2], np.uint16)
    for channel in range(drawn.shape[2]):
        whole += drawn[:, :, channel]
    return np.asarray(whole // drawn.shape[2], np.uint8)


def _plain(grey: Picture) -> bool:
    shades = np.bincount(grey.ravel(), minlength=256)
    most = int(np.convolve(shades, np.ones(9), "same").argmax())
    return bool(shades[max(0, most - SHADES) : most + SHADES + 1].sum() > PLAIN * grey.size)
