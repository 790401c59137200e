"""Coloured pictures (blue, green, red): their shades of grey, and how coloured they are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ita_checker.read.raster import Grey

BINS, ROUNDS = 16, 6  # shades of a channel that colours are parted by; rounds of it


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


def parted(colours: NDArray[np.uint8], here: NDArray[np.bool_], many: int) -> NDArray[np.uint8]:
    """Return which of at most so many colours each pixel is of, from 1; 0 elsewhere.

    Each shade counts as the root of how often it is seen: letters are fewer than what is about.
    """
    blue, green, red = ((colours[:, :, channel] >> 4).astype(np.int16) for channel in range(3))
    code = blue << 8 | green << 4 | red
    counts = np.bincount(code[here], minlength=BINS**3)
    used = np.flatnonzero(counts)
    often = np.repeat(used, np.sqrt(counts[used]).astype(np.int64) + 1)
    shades = np.stack([often >> 8, often >> 4 & 15, often & 15], 1).astype(np.uint8) << 4
    drawn = Image.fromarray(shades[None]).quantize(many, Image.Quantize.MAXCOVERAGE, ROUNDS)
    table = np.zeros(BINS**3, np.uint8)
    table[often] = np.asarray(drawn)[0] + 1
    return np.where(here, table[code], np.uint8(0))
