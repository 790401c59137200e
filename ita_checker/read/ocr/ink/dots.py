"""Rows of dots on which nothing is written: where a signature, a name or a date is still
missing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.raster.connected import Runs

# Points.
DOT = 1.7  # the largest dot of a dotted line
# the largest full stop: bold print, ink spread by the scanner; marks over letters are as large
LARGE_DOT = 3.0
PITCH = 5.0  # the widest gap from dot to dot
SHORTEST = 14.0  # shorter rows are full stops and dust, unless they are
ROUND = 1.6  # times as wide as high, or as high as wide, at most: no dash, no tone
FEWEST = 5  # full stops alike at even steps
THICKEST = 2.6  # rows of dots are level
WRITTEN = 10.0  # as high above the dots stands what is written on them
# of a row's length; with more written on it, it is filled in, and the dots left over mean nothing
TOUCHED = 0.12
BESIDE, CROWDED = (
    4.0,
    0.3,
    # so far above and below full stops, and over as much of their length, other dots make it
    # a screened picture
)
# pixels by which the sides of large dots differ, and of how many it is so; so many times as wide as
# high, or as high as wide; of their rectangle is ink
OF_ONE_SIZE, MOSTLY, SQUARE, SOLID = 1.0, 0.8, 1.4, 0.72
ALIKE = 0.45  # of the usual area, a full stop is larger or smaller by no more
UNEVEN = 0.5  # of the usual step: three dots of an ellipsis stand closer than the next three


def rows(
    ink: Runs, labels: NDArray[np.int32], boxes: NDArray[np.int32], scale: float
) -> list[tuple[int, int, int, int]]:
    """Return the rectangles (x0, y0, x1, y1) of empty rows of dots; `labels` and `boxes` of the
    ink, `scale` in pixels per point.
    """
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    small = np.maximum(wide, tall) <= max(3, DOT * scale)
    small[0] = False
    stops = full_stops(ink, labels, boxes, scale)
    small[stops] = True
    made: list[tuple[int, int, int, int]] = []
    for x, y, width, height in ink.bridged(small, _gap(scale)):
        stopped = (
            bool(np.isin(labels[y : y + height, x : x + width], stops).any())
            if len(stops)
            else False
        )
        level = height <= max(3, THICKEST * scale) or (stopped and height <= LARGE_DOT * scale + 2)
        if level and (stopped or width >= SHORTEST * scale):
            part = labels[max(0, y - int(WRITTEN * scale)) : max(1, y), x : x + width]
            above = ((part > 0) & ~small[part]).any(axis=0)
            if above.mean() <= TOUCHED:
                made.append((x, y, x + width, y + height))
    return made


def _gap(scale: float) -> int:
    """Return the widest gap from dot to dot in pixels."""
    return int(PITCH * scale)


def full_stops(
    ink: Runs, labels: NDArray[np.int32], boxes: NDArray[np.int32], scale: float
) -> NDArray[np.int64]:
    """Return the numbers of full stops in a row: alike, level, at even steps, with nothing close
    above and below.
    """
    wide, tall, area = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1], ink.areas()
    round_ones = (np.maximum(wide, tall) <= max(3, LARGE_DOT * scale)) & (
        np.minimum(wide, tall) >= 2
    )
    round_ones &= (wide <= ROUND * tall) & (tall <= ROUND * wide) & (2 * area >= wide * tall)
    round_ones[0] = False
    if round_ones.sum() < FEWEST:
        return np.zeros(0, np.int64)
    found: list[NDArray[np.int64]] = []
    for x, y, width, height in ink.bridged(round_ones, _gap(scale)):
        if width >= FEWEST * 3 and height <= LARGE_DOT * scale + 2:
            numbers = np.unique(labels[y : y + height, x : x + width]).astype(np.int64)
            numbers = numbers[round_ones[numbers]]
            found += [
                run for run in alike(numbers, boxes, area) if not crowded(labels, boxes[run], scale)
            ]
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def alike(
    numbers: NDArray[np.int64], boxes: NDArray[np.int32], areas: NDArray[np.int32]
) -> list[NDArray[np.int64]]:
    """Return the runs of pieces that are as large, stand as high and as far apart as most of them;
    of FEWEST at least.
    """
    if len(numbers) < FEWEST:
        return []
    area, middle = areas[numbers], (boxes[numbers, 1] + boxes[numbers, 3]) / 2
    same = np.abs(area - np.median(area)) <= np.maximum(3, ALIKE * np.median(area))
    same &= np.abs(middle - np.median(middle)) <= 1
    numbers = numbers[same]
    centre = (boxes[numbers, 0] + boxes[numbers, 2]) / 2
    order = np.argsort(centre, kind="stable")
    steps = np.diff(centre[order])
    if not len(steps):
        return []
    breaks = (
        np.flatnonzero(
            np.abs(steps - np.median(steps)) > np.maximum(1.5, UNEVEN * np.median(steps))
        )
        + 1
    )
    return [run for run in np.split(numbers[order], breaks) if len(run) >= FEWEST]


def crowded(labels: NDArray[np.int32], boxes: NDArray[np.int32], scale: float) -> bool:
    """Tell whether other ink stands close above or below a run of dots, as in a screened
    picture.
    """
    (x0, top), (x1, bottom) = boxes[:, :2].min(axis=0).tolist(), boxes[:, 2:].max(axis=0).tolist()
    far = int(BESIDE * scale)
    for first, last in ((max(0, top - far), top), (bottom, bottom + far)):
        band = labels[first:last, x0:x1]
        if band.size and (band > 0).any(axis=0).mean() > CROWDED:
            return True
    return False


def are_dots(
    numbers: Sequence[int], boxes: Sequence[tuple[int, int, int, int]], labels: NDArray[np.int32]
) -> bool:
    """Tell whether the pieces of a row are dots, however large: solid, all of one size and as wide
    as high, as no letters are.
    """
    places = np.array(boxes)
    sides = places[:, 2:] - places[:, :2]
    usual = np.median(sides, axis=0)
    alike = (np.abs(sides - usual) <= OF_ONE_SIZE).all(axis=1).mean() >= MOSTLY
    if not alike or usual.max() > SQUARE * usual.min():
        return False
    shares = [
        (labels[y0:y1, x0:x1] == number).mean()
        for number, (x0, y0, x1, y1) in zip(numbers, boxes, strict=True)
    ]
    return bool(np.median(shares) >= SOLID)
