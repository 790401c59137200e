"""Shades of a page: its paper made white, its ink told from it."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shapes import thickened

COARSE = 8  # times coarser are the paper's shades looked at
BRIGHTEST = 7  # of so many coarse pixels, what is brightest is paper
SOFT = 6.0  # coarse pixels
DARKEST = 60  # paper is taken to be no darker
INK = 0.72  # of the paper's brightness: darker is ink
BAND = 32  # rows are flattened so many at once: they stay near the processor


def flattened(grey: Grey) -> Grey:
    """Return how much darker than its paper each pixel is, 0 to 255: shades of old paper and of
    the book's fold are gone.
    """
    paper = _paper(grey)
    share = (np.float32(255 * 256) / paper).astype(np.uint16)  # of 256: at most 255 where paper is
    made = np.empty_like(grey)
    for top in range(0, len(grey), BAND):
        part = grey[top : top + BAND]
        rows = np.minimum(np.arange(top, top + len(part)) // COARSE, len(paper) - 1)
        bright = np.minimum(part, paper[rows]) * share[rows]
        made[top : top + BAND] = bright >> 8
    return np.invert(made, out=made)


def _paper(grey: Grey) -> Grey:
    """Return the paper's shade in each column, row by coarse row."""
    small = thickened(shrunk(grey, COARSE), BRIGHTEST, BRIGHTEST)
    soft = Image.fromarray(small).filter(ImageFilter.GaussianBlur(SOFT))
    wide = soft.resize((grey.shape[1], soft.height), Image.Resampling.BILINEAR)
    return np.maximum(np.asarray(wide, np.uint8), np.uint8(DARKEST))


def inked(ink: Grey, share: float = 1.0) -> Mask:
    """Return where there is ink (255) and where there is none (0); a smaller share of the
    threshold shows fainter ink.
    """
    least = np.clip(between(ink[::3, ::3]), 255 * (1 - INK) * 0.8, 130)
    return np.negative((ink > share * float(least)).view(np.uint8))


def between(ink: Grey) -> int:
    """Return the shade that parts a picture's dark pixels from its bright ones (Otsu's)."""
    counts = np.bincount(ink.ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    dark, total = np.cumsum(counts * np.arange(256)), float(counts @ np.arange(256))
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = (total * below / below[-1] - dark) ** 2 / (below * (below[-1] - below))
    return int(np.nan_to_num(apart, posinf=0.0).argmax())
