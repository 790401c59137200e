"""Pictures made smaller, by the mean of what falls on each pixel, and larger, along straight lines
between pixels.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.raster import Grey

Floats = NDArray[np.float32]


def resized(grey: Grey, wide: int, tall: int) -> Grey:
    """Return a picture of so many pixels: the mean of the area each stands for where it becomes
    smaller, what lies on straight lines between pixels where it grows.
    """
    made = _rows(grey, tall)
    if wide != grey.shape[1]:
        made = _rows(np.ascontiguousarray(made.T), wide).T
    return _whole(made)


def stretched(grey: Grey, wide: int) -> Grey:
    """Return a picture as high with so many columns, each on a straight line between two."""
    return _whole(_between_rows(np.ascontiguousarray(grey.T), wide).T)


def spread(mask: NDArray[np.uint8], wide: int, tall: int) -> NDArray[np.uint8]:
    """Return a mask of so many pixels, each of the value of the one it lies in."""
    height, width = mask.shape
    rows, columns = np.arange(tall) * height // tall, np.arange(wide) * width // wide
    return np.asarray(mask[rows[:, None], columns], np.uint8)


def _whole(picture: Floats) -> Grey:
    """Return the nearest whole shades."""
    return (picture + np.float32(0.5)).astype(np.uint8)


def _rows(picture: NDArray[np.uint8] | Floats, new: int) -> Floats:
    """Return the picture with so many rows: means where they become fewer."""
    old = len(picture)
    if new == old:
        return picture.astype(np.float32)
    return _means_of_rows(picture, new) if new < old else _between_rows(picture, new)


def _means_of_rows(picture: NDArray[np.uint8] | Floats, new: int) -> Floats:
    """Return the picture with fewer rows, each the mean of the area it stands for."""
    made = np.zeros((new, *picture.shape[1:]), np.float32)
    for row, share in _shares(len(picture), new):
        made += picture[row] * share
    return made


@lru_cache(64)
def _shares(old: int, new: int) -> tuple[tuple[NDArray[np.int64], Floats], ...]:
    """Return of which rows fewer ones are made, one of each at a time, and with what share."""
    stops = np.arange(new + 1) * (old / new)
    first = stops[:-1].astype(np.int64)
    made = []
    for step in range(int(old / new) + 2):
        row = first + step
        covered = np.minimum(stops[1:], row + 1) - np.maximum(stops[:-1], row)
        share = (np.clip(covered, 0, None) * (new / old)).astype(np.float32)
        made.append((np.minimum(row, old - 1), share[:, None]))
    return tuple(made)


def _between_rows(picture: NDArray[np.uint8] | Floats, new: int) -> Floats:
    """Return the picture with other rows, each on a straight line between two."""
    old = len(picture)
    places = np.clip((np.arange(new) + 0.5) * (old / new) - 0.5, 0, old - 1)
    before = places.astype(np.int64)
    share = (places - before).astype(np.float32)[:, None]
    made = picture[np.minimum(before + 1, old - 1)] * share
    made += picture[before] * (1 - share)
    return np.asarray(made, np.float32)
