"""A page as a picture fit to read: grey, its paper white, its lines level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from ita_checker.model import Box
from ita_checker.read.layer.letters import Ink
from ita_checker.read.ocr.paper.places import zoom
from ita_checker.read.ocr.paper.streaks import without_streaks
from ita_checker.read.raster import Grey
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shades import flattened, inked
from ita_checker.read.raster.turning import turned_back

DPI = 300
MOST_PIXELS = 14e6  # a poster is rendered coarser
MOST_SKEW = 3.0  # degrees; scanners and hands do not do worse, tables of slanted letters do
LEAST_SKEW = 0.05
# lines a quarter of a degree askew become a fifth sharper by the turn; noise hardly at any angle
LEAST_GAIN, GAIN_A_DEGREE = 0.002, 0.01
STEP = 0.25  # degrees, at first
# bands of a page; times as sharp are their rows where they tell the skew, not those of the page
BANDS, BETTER = 3, 1.006
SKEW_WIDTH = 800  # pixels: fine enough for a twentieth of a degree
SMALLEST = 32  # pixels
DARK_PAGE = 110
LEAST_INK, MOST_INK = 200, 30_000  # points: too few to tell a skew; enough to tell it


class Lean(NamedTuple):
    """How much level lines through the middle fall on their way to the right, and how much more
    those a point farther down; how much upright ones lean to the right on their way down, and how
    much more those a point farther right.
    """

    falls: float
    falls_more: float
    leans: float
    leans_more: float


@dataclass(frozen=True, slots=True)
class Picture:
    """`ink`: 0 paper to 255 ink, turned level. `scale`: pixels per point. `skew`: degrees by which
    the page was turned back.

    `quarters`: clockwise turns before that, so that its lines run from left to right. `coloured`:
    the colours it stood on were taken off; what is left of photographs is no print. `typed`:
    nothing but letters is drawn there. `streaks`: from which column of pixels to which streaks were
    taken out, before it was turned. `lean`: how its lines leaned before they were set straight,
    which was done last.
    """

    ink: Grey
    scale: float
    skew: float
    quarters: int = 0
    coloured: bool = False
    typed: bool = False
    streaks: tuple[tuple[int, int], ...] = ()
    lean: Lean | None = None

    def box(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """Return a rectangle of the level picture as points of the page as it lies, turned about
        its middle, its size kept.
        """
        x, y = self.point((x0 + x1) / 2, (top + bottom) / 2)
        half_width, half_height = (x1 - x0) / 2 / self.scale, (bottom - top) / 2 / self.scale
        return Box(x - half_width, y - half_height, x + half_width, y + half_height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the level picture in points of the page as it lies."""
        height, width = self.ink.shape
        turn = np.radians(self.skew)
        dx, dy = x - width / 2, y - height / 2
        if self.lean is not None:
            falls, falls_more, leans, leans_more = self.lean
            dx += (leans + leans_more * dx / self.scale) * dy
            dy += (falls + falls_more * dy / self.scale) * dx
        back_x, back_y = (
            dx * np.cos(turn) - dy * np.sin(turn),
            dx * np.sin(turn) + dy * np.cos(turn),
        )
        return float(back_x + width / 2) / self.scale, float(back_y + height / 2) / self.scale


def rendered(page: pypdfium2.PdfPage) -> tuple[NDArray[np.uint8], float]:
    """Return the page in colours (blue, green, red), and its pixels per point of the paper it was
    scanned from.
    """
    width, height = page.get_size()
    large = zoom(width, height)
    scale = min(DPI / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5 * large)
    drawn = page.render(scale=scale / large).to_numpy()  # pdfium takes longer to make it grey
    return np.ascontiguousarray(drawn[:, :, :3], np.uint8), scale


def large_enough(grey: Grey) -> Grey:
    """Return a picture with white put to its right and its foot where it has too few pixels."""
    rows, columns = (max(0, SMALLEST - side) for side in grey.shape)
    return np.pad(grey, ((0, rows), (0, columns)), constant_values=255) if rows + columns else grey


def only(grey: Grey, boxes: Sequence[Ink], scale: float) -> Grey:
    """Return a page's shades of grey, white outside some boxes; `scale`: its pixels per point of
    the boxes.
    """
    made = np.full_like(grey, 255)
    for box in boxes:
        rows = slice(max(0, int(box.top * scale)), max(0, int(box.bottom * scale)))
        columns = slice(max(0, int(box.x0 * scale)), max(0, int(box.x1 * scale)))
        made[rows, columns] = grey[rows, columns]
    return made


def picture(grey: Grey, scale: float) -> Picture:
    """Return the picture with its paper white and its lines level."""
    if np.median(grey[::8, ::8]) < DARK_PAGE:  # a cover of white letters on dark
        grey = np.asarray(255 - grey, np.uint8)
    ink, streaks = without_streaks(flattened(grey))
    skew = skewed(ink)
    if abs(skew) < LEAST_SKEW:
        return Picture(ink, scale, 0.0, streaks=streaks)
    return Picture(turned_back(ink, skew), scale, skew, streaks=streaks)


def skewed(ink: Grey) -> float:
    """Return by how many degrees the lines run down to the right: that turn makes the rows of ink
    sharpest; at first those of bands beside each other, for columns of text stand on base lines of
    their own.
    """
    small = inked(shrunk(ink, max(1, ink.shape[1] // SKEW_WIDTH)))
    ys, xs = np.nonzero(small)
    if len(xs) < LEAST_INK:
        return 0.0
    if len(xs) > MOST_INK:
        step = len(xs) // MOST_INK + 1
        ys, xs = ys[::step], xs[::step]
    wide = small.shape[1]
    x, y = xs.astype(np.float32) - wide / 2, ys.astype(np.float32)
    whole, bands = np.zeros(len(xs), np.int32), (xs * BANDS // wide).astype(np.int32)
    coarse = max(
        np.arange(-MOST_SKEW, MOST_SKEW + 0.01, STEP),
        key=lambda angle: sharpness(x, y, angle, bands),
    )
    fine = np.arange(coarse - STEP, coarse + STEP + 0.01, 0.05)
    best, of = max(fine, key=lambda angle: sharpness(x, y, angle, whole)), whole
    if abs(best - coarse) > STEP - 0.09:
        apart = max(fine, key=lambda angle: sharpness(x, y, angle, bands))
        if sharpness(x, y, apart, bands) > BETTER * sharpness(x, y, best, bands):
            best, of = apart, bands
    gained = sharpness(x, y, best, of) / sharpness(x, y, 0.0, of) - 1
    return float(best) if gained > LEAST_GAIN + GAIN_A_DEGREE * abs(best) else 0.0


def sharpness(
    x: NDArray[np.float32], y: NDArray[np.float32], angle: float, bands: NDArray[np.int32]
) -> float:
    """Return how unevenly ink is spread over the rows of each band when turned back by the
    angle.
    """
    rows = (y - x * np.float32(np.tan(np.radians(angle))) + np.float32(0.5)).astype(np.int32)
    rows -= rows.min()
    rows += bands * (rows.max() + 1)
    return float((np.bincount(rows).astype(np.float64) ** 2).sum())
