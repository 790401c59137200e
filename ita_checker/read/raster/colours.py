"""Coloured pictures (blue, green, red): their shades of grey, and how coloured they are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ita_checker.read.raster import Grey


def grey_of(colours: NDArray[np.uint8]) -> Grey:
    """Return the shades of grey an eye sees."""
    height, width = colours.shape[:2]
    data = np.ascontiguousarray(colours)
    whole = Image.frombuffer("RGB", (width, height), data, "raw", "BGR", 0, 1)
    return np.array(whole.convert("L"), np.uint8)


def brightest(colours: NDArray[np.uint8]) -> Grey:
    """Return each pixel's brightest channel."""
    blue, green, red = (colours[:, :, channel] for channel in range(3))
    return np.maximum(np.maximum(blue, green), red)


def spread_of(colours: NDArray[np.uint8]) -> Grey:
    """Return how far each pixel's brightest channel is from its darkest."""
    blue, green, red = (colours[:, :, channel] for channel in range(3))
    return brightest(colours) - np.minimum(np.minimum(blue, green), red)
