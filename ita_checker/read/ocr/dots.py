"""Rows of dots on which nothing is written: where a signature, a name or a date is still
missing.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.picture import outlines

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
ALIKE = 0.45  # of the usual area, a full stop is larger or smaller by no more
UNEVEN = 0.5  # of the usual step: three dots of an ellipsis stand closer than the next three


def rows(
    labels: NDArray[np.int32], stats: NDArray[np.int32], scale: float
) -> list[tuple[int, int, int, int]]:
    """Return the rectangles (x0, y0, x1, y1) of empty rows of dots; `stats` as OpenCV gives them,
    `scale` in pixels per point.
    """
    largest = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    small = largest <= max(3, DOT * scale)
    small[0] = False
    stops = full_stops(labels, stats, scale)
    small[stops] = True
    made: list[tuple[int, int, int, int]] = []
    for x, y, width, height in outlines(joined(small[labels], scale)):
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


def joined(dots: NDArray[np.bool_], scale: float) -> NDArray[np.uint8]:
    """Return the dots with the gaps from each to the next filled."""
    padded = np.pad(dots.astype(np.uint8), 8)
    return np.asarray(
        cv2.morphologyEx(padded, cv2.MORPH_CLOSE, np.ones((1, int(PITCH * scale) | 1), np.uint8))[
            8:-8, 8:-8
        ],
        np.uint8,
    )


def full_stops(
    labels: NDArray[np.int32], stats: NDArray[np.int32], scale: float
) -> NDArray[np.int64]:
    """Return the numbers of full stops in a row: alike, level, at even steps, with nothing close
    above and below.
    """
    wide, tall, area = (
        stats[:, cv2.CC_STAT_WIDTH],
        stats[:, cv2.CC_STAT_HEIGHT],
        stats[:, cv2.CC_STAT_AREA],
    )
    round_ones = (np.maximum(wide, tall) <= max(3, LARGE_DOT * scale)) & (
        np.minimum(wide, tall) >= 2
    )
    round_ones &= (wide <= ROUND * tall) & (tall <= ROUND * wide) & (2 * area >= wide * tall)
    round_ones[0] = False
    if round_ones.sum() < FEWEST:
        return np.zeros(0, np.int64)
    found: list[NDArray[np.int64]] = []
    for x, y, width, height in outlines(joined(round_ones[labels], scale)):
        if width >= FEWEST * 3 and height <= LARGE_DOT * scale + 2:
            numbers = np.unique(labels[y : y + height, x : x + width]).astype(np.int64)
            numbers = numbers[round_ones[numbers]]
            found += [
                run for run in alike(numbers, stats) if not crowded(labels, stats[run], scale)
            ]
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def alike(numbers: NDArray[np.int64], stats: NDArray[np.int32]) -> list[NDArray[np.int64]]:
    """Return the runs of pieces that are as large, stand as high and as far apart as most of them;
    of FEWEST at least.
    """
    if len(numbers) < FEWEST:
        return []
    boxes = stats[numbers]
    area, middle = (
        boxes[:, cv2.CC_STAT_AREA],
        boxes[:, cv2.CC_STAT_TOP] + boxes[:, cv2.CC_STAT_HEIGHT] / 2,
    )
    same = np.abs(area - np.median(area)) <= np.maximum(3, ALIKE * np.median(area))
    same &= np.abs(middle - np.median(middle)) <= 1
    numbers, boxes = numbers[same], boxes[same]
    centre = boxes[:, cv2.CC_STAT_LEFT] + boxes[:, cv2.CC_STAT_WIDTH] / 2
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
    x0, x1 = (
        int(boxes[:, cv2.CC_STAT_LEFT].min()),
        int((boxes[:, cv2.CC_STAT_LEFT] + boxes[:, cv2.CC_STAT_WIDTH]).max()),
    )
    top, bottom = (
        int(boxes[:, cv2.CC_STAT_TOP].min()),
        int((boxes[:, cv2.CC_STAT_TOP] + boxes[:, cv2.CC_STAT_HEIGHT]).max()),
    )
    far = int(BESIDE * scale)
    for first, last in ((max(0, top - far), top), (bottom, bottom + far)):
        band = labels[first:last, x0:x1]
        if band.size and (band > 0).any(axis=0).mean() > CROWDED:
            return True
    return False
