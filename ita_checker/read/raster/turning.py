"""Pictures turned: by a few degrees, and by quarters; lines that spread like a fan set level."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from ita_checker.read.raster import Grey


def turned_back(ink: Grey, degrees: float) -> Grey:
    """Return ink turned about its middle against the clock by a few degrees; nothing lies outside.

    Columns are moved up and down by whole pixels, then rows to the left and right: at the fineness
    pages are rendered in, half a pixel is nothing to a letter. It takes half the time of a true
    turn, from which it differs by two pixels in a page's corners where a page lies 3 degrees askew.
    """
    slope = float(np.tan(np.radians(degrees)))
    upright = np.zeros_like(ink)
    for first, last, by in _bands(ink.shape[1], slope):
        _moved(ink[:, first:last], upright[:, first:last], by)
    level = np.zeros_like(ink)
    for first, last, by in _bands(ink.shape[0], -slope):
        _moved(upright[first:last].T, level[first:last].T, by)
    return level


def fanned_back(ink: Grey, falls: float, more: float, scale: float) -> Grey:
    """Return ink with its level lines set level: those through the middle fall by so much on their
    way to the right, those a point farther down by so much more; `scale`: pixels per point.
    """
    height, width = ink.shape
    down = (np.arange(height) - height / 2) / scale
    slopes, columns = falls + more * down, np.ascontiguousarray(ink.T)
    made = np.zeros_like(columns)
    for x, column in enumerate(columns):
        from_ = np.rint((down * scale) + slopes * (x - width / 2) + height / 2).astype(np.int64)
        inside = (from_ >= 0) & (from_ < height)
        made[x] = np.where(inside, column[np.clip(from_, 0, height - 1)], np.uint8(0))
    return np.ascontiguousarray(made.T)


def quarter_turned(ink: Grey, clockwise: int) -> Grey:
    """Return ink turned clockwise by so many quarters."""
    return np.ascontiguousarray(np.rot90(ink, -clockwise))


def _bands(length: int, slope: float) -> Iterator[tuple[int, int, int]]:
    """Yield first, behind the last, and by how much they are moved, of the places that move by as
    many pixels.
    """
    by = np.rint((np.arange(length) - length / 2) * slope).astype(np.int64)
    stops = [0, *(np.flatnonzero(np.diff(by)) + 1).tolist(), length]
    for first, last in pairwise(stops):
        yield first, last, int(by[first])


def _moved(rows: Grey, into: Grey, by: int) -> None:
    """Put rows into others, each from so many farther on."""
    left = len(rows) - abs(by)
    if left > 0:
        into[max(0, -by) : max(0, -by) + left] = rows[max(0, by) : max(0, by) + left]
