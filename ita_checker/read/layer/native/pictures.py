"""What the picture of one mark shows, where its box alone does not tell."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt
import pypdfium2

from ita_checker.read.layer.letters import Ink, Picture
from ita_checker.read.layer.native.frame import Frame
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.scaling import resized

HALF_GREY = 128
PIXELS = 24  # the height of a picture of a mark: strokes are 2 or more wide
SIDE = 20  # pixels of a picture that is compared with others
Normal = npt.NDArray[np.float64]
SOLID = 0.9  # share of its box that is ink: no mark is so black, and nothing can be told
HOLE = 0.15  # share of its box that the hole of a ring takes; the loop of a tone is smaller
BOLD = 0.05  # … that of a bold ring
MOST_ROWS = 0.75  # of the rows of a mark: the others may hold the end of another
CENTRE = 0.2  # of its box: how far from its middle the middle of a ring's hole may lie


def stems(picture: Picture) -> int:
    """Return how many strokes a mark ends in at its top."""
    dark = picture[len(picture) // 12 : max(2, len(picture) // 6)] < HALF_GREY
    rows = [
        sum(1 for one, other in itertools.pairwise([False, *row]) if other and not one)
        for row in dark.tolist()
    ]
    return max(rows, default=0)


def may_be_ring(picture: Picture, hole: float = HOLE) -> bool:
    """Tell whether a picture may show a ring: a hole in the middle of it that takes so much of its
    box; also where it is too black to tell.
    """
    if picture.size == 0:
        return True
    dark = (picture < HALF_GREY).astype(np.uint8)
    if dark.mean() > SOLID or not dark.any():
        return True
    high, wide = dark.shape
    paper = connected(1 - dark, corners=False)
    labels, areas = paper.labels(), paper.areas()
    for number, (x0, y0, x1, y1) in enumerate(paper.boxes().tolist()):
        inside = x0 > 0 and y0 > 0 and x1 < wide and y1 < high
        if inside and areas[number] >= hole * high * wide:
            rows, columns = np.nonzero(labels == number)
            at_x, at_y = columns.mean() / wide, rows.mean() / high
            if abs(at_x - 0.5) < CENTRE and abs(at_y - 0.5) < CENTRE:
                return True
    return False


def holds_ring(picture: Picture) -> bool:
    """Tell whether a picture shows a ring somewhere in it: ink all around a hole."""
    dark = (picture < HALF_GREY).astype(np.uint8)
    if not dark.any():
        return False
    high, wide = dark.shape
    boxes = connected(1 - dark, corners=False).boxes().tolist()
    return any(
        x0 > 0 and y0 > 0 and x1 < wide and y1 < high and x1 - x0 > HOLE * wide
        for x0, y0, x1, y1 in boxes
    )


def inked_width(picture: Picture) -> float:
    """Return which share of a picture's width ink takes, in those of its rows that are wide."""
    dark = picture < HALF_GREY
    dark = dark[dark.any(axis=1)]
    if not dark.size:
        return 0.0
    ends = dark.shape[1] - dark[:, ::-1].argmax(axis=1) - dark.argmax(axis=1)
    wide: float = np.quantile(ends, MOST_ROWS) / dark.shape[1]
    return wide


def normal(picture: Picture) -> Normal:
    """Return a picture of a mark in one size, its ink as numbers around zero."""
    if picture.size == 0:
        return np.zeros((SIDE, SIDE))
    small = resized(picture, SIDE, SIDE).astype(np.float64)
    small -= small.mean()
    length = np.linalg.norm(small)
    made: Normal = small / length if length else small
    return made


def likeness(some: Normal, other: Normal) -> float:
    """Return how alike two pictures are: 1 where they are the same, 0 where they have nothing in
    common.
    """
    return float((some * other).sum())


def shown(page: pypdfium2.PdfPage, frame: Frame, ink: Ink) -> Picture:
    """Return a place on an upright page as it is drawn, in grey, PIXELS high; nothing of a place
    outside the page.
    """
    scale = PIXELS / max(0.1, ink.bottom - ink.top)
    left, top = max(0.0, ink.x0), max(0.0, ink.top)
    right, bottom = min(frame.width, ink.x1), min(frame.height, ink.bottom)
    if min(right - left, bottom - top) * scale < 1:
        return np.zeros((0, 0), np.uint8)
    crop = left, frame.height - bottom, frame.width - right, top
    picture: Picture = page.render(scale=scale, crop=crop, grayscale=True).to_numpy()
    return picture
