"""Pages scanned sideways or upside down, set upright: by the shape of the lines, then by which way
they can be read.
"""

from __future__ import annotations

import cv2
import numpy as np

from ita_checker.read.ocr.picture import Grey, Picture, inked, skewed

SIDEWAYS = 1.6  # times as uneven down the columns as along the rows: the lines may run up or down
TURNS = {1: cv2.ROTATE_90_CLOCKWISE, 2: cv2.ROTATE_180, 3: cv2.ROTATE_90_COUNTERCLOCKWISE}


def sideways(ink: Grey) -> bool:
    """Tell whether lines may run up or down the page; upright rules of tables look alike, so only
    reading can tell.
    """
    small = (
        inked(
            np.asarray(
                cv2.resize(ink, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), np.uint8
            )
        )
        > 0
    )
    if small.sum() < 300:
        return False
    rows, columns = small.sum(axis=1).astype(np.float64), small.sum(axis=0).astype(np.float64)
    along, down = (
        (np.diff(rows) ** 2).sum() / (rows**2).sum(),
        (np.diff(columns) ** 2).sum() / (columns**2).sum(),
    )
    return bool(down > SIDEWAYS * along)


def turned(level: Picture, quarters: int) -> Picture:
    """Return the picture turned clockwise by so many quarters; places are then those of the turned
    page.
    """
    ink = np.ascontiguousarray(np.asarray(cv2.rotate(level.ink, TURNS[quarters]), np.uint8))
    skew = skewed(ink) if quarters != 2 else 0.0
    if not skew:
        return Picture(ink, level.scale, 0.0, quarters)
    height, width = ink.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    return Picture(
        np.asarray(cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_LINEAR), np.uint8),
        level.scale,
        skew,
        quarters,
    )
