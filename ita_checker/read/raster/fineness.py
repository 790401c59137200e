"""Whole pages made coarser and finer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ita_checker.read.raster import Grey


def shrunk(picture: NDArray[np.uint8], by: int) -> NDArray[np.uint8]:
    """Return a picture (grey or in colours) so many times smaller, each pixel the mean of those it
    stands for; what does not fill a pixel at the edges is left out.
    """
    height, width = (side - side % by for side in picture.shape[:2])
    if by == 1 or not height or not width:
        return picture
    whole = np.ascontiguousarray(picture[:height, :width])
    return np.asarray(Image.fromarray(whole).reduce(by), np.uint8)


def enlarged(grey: Grey, by: float) -> Grey:
    """Return a page's picture so many times larger."""
    height, width = grey.shape
    size = max(1, round(width * by)), max(1, round(height * by))
    return np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BILINEAR), np.uint8)
