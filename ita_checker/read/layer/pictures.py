"""What the picture of one mark shows, where its box alone does not tell."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt

from ita_checker.read.layer.letters import Picture

HALF_GREY = 128
SIDE = 20  # pixels of a picture that is compared with others
Normal = npt.NDArray[np.float64]
SOLID = 0.9  # share of its box that is ink: no mark is so black, and nothing can be told
HOLE = 0.15  # share of its box that the hole of a ring takes; the loop of a tone is smaller
CENTRE = 0.2  # of its box: how far from its middle the middle of a ring's hole may lie


def stems(picture: Picture) -> int:
    """Return how many strokes a mark ends in at its top."""
    dark = picture[len(picture) // 12 : max(2, len(picture) // 6)] < HALF_GREY
    rows = [
        sum(1 for one, other in itertools.pairwise([False, *row]) if other and not one)
        for row in dark.tolist()
    ]
    return max(rows, default=0)


def may_be_ring(picture: Picture) -> bool:
    """Tell whether a picture may show a ring: a hole in the middle of it; also where it is too
    black to tell.
    """
    import cv2  # loaded where it is needed only, as few pages do

    if picture.size == 0:
        return True
    dark = (picture < HALF_GREY).astype(np.uint8)
    if dark.mean() > SOLID or not dark.any():
        return True
    high, wide = dark.shape
    _, _, boxes, middles = cv2.connectedComponentsWithStats(1 - dark, connectivity=4)
    for (x, y, w, h, area), (at_x, at_y) in zip(boxes[1:], middles[1:], strict=True):
        inside = x > 0 and y > 0 and x + w < wide and y + h < high
        central = abs(at_x / wide - 0.5) < CENTRE and abs(at_y / high - 0.5) < CENTRE
        if inside and central and area >= HOLE * high * wide:
            return True
    return False


def normal(picture: Picture) -> Normal:
    """Return a picture of a mark in one size, its ink as numbers around zero."""
    import cv2

    if picture.size == 0:
        return np.zeros((SIDE, SIDE))
    small = cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float64)
    small -= small.mean()
    length = np.linalg.norm(small)
    made: Normal = small / length if length else small
    return made


def likeness(some: Normal, other: Normal) -> float:
    """Return how alike two pictures are: 1 where they are the same, 0 where they have nothing in
    common.
    """
    return float((some * other).sum())
