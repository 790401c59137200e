"""Rows of dots on which nothing is written: where a signature, a name or a date is still missing."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.picture import outlines

# Points.
DOT = 1.7  # the largest dot
PITCH = 5.0  # the widest way from dot to dot
SHORTEST = 14.0  # shorter rows are full stops and dust
THICKEST = 2.6  # rows of dots are level
WRITTEN = 10.0  # as high above the dots stands what is written on them
TOUCHED = 0.12  # of a row's length; with more written on it, it is filled in, and the dots left over mean nothing


def rows(labels: NDArray[np.int32], stats: NDArray[np.int32], scale: float) -> list[tuple[int, int, int, int]]:
    """Return the rectangles (x0, y0, x1, y1) of empty rows of dots; `stats` as OpenCV gives them, `scale` in pixels per point."""
    wide, tall = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    small = np.maximum(wide, tall) <= max(3, DOT * scale)
    small[0] = False
    dots = small[labels].astype(np.uint8)
    joined = cv2.morphologyEx(np.pad(dots, 8), cv2.MORPH_CLOSE, np.ones((1, int(PITCH * scale) | 1), np.uint8))[8:-8, 8:-8]
    made: list[tuple[int, int, int, int]] = []
    for x, y, width, height in outlines(np.asarray(joined, np.uint8)):
        if width >= SHORTEST * scale and height <= max(3, THICKEST * scale):
            part = labels[max(0, y - int(WRITTEN * scale)) : max(1, y), x : x + width]
            above = ((part > 0) & ~small[part]).any(axis=0)
            if above.mean() <= TOUCHED:
                made.append((x, y, x + width, y + height))
    return made
