"""What rectangles do to a mask: thickened by them, thinned, gaps closed, what is smaller dropped.

A rectangle is run over row-wise and column-wise, and each run goes by doubling: a window of forty
pixels costs six looks, not forty.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.raster import Mask


def thickened(mask: Mask, tall: int, wide: int) -> Mask:
    """Return at each pixel the brightest of the rectangle about it; outside lies nothing."""
    return _over(_over(mask, tall, 0, np.maximum, 0), wide, 1, np.maximum, 0)


def thinned(mask: Mask, tall: int, wide: int) -> Mask:
    """Return at each pixel the darkest of the rectangle about it; what lies outside is not
    asked.
    """
    return _over(_over(mask, tall, 0, np.minimum, 255), wide, 1, np.minimum, 255)


def closed(mask: Mask, tall: int, wide: int) -> Mask:
    """Return the mask with the gaps filled that no such rectangle fits into."""
    return thinned(thickened(mask, tall, wide), tall, wide)


def opened(mask: Mask, tall: int, wide: int) -> Mask:
    """Return the mask without what no such rectangle fits into."""
    return thickened(thinned(mask, tall, wide), tall, wide)


def enclosed(own: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a ground with what is written on it: all between its own in a row and in a column."""
    return np.logical_and(*(between(own, axis) for axis in (0, 1)))


def between(seen: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    """Return what lies between what is seen first and last in each column (axis 0) or row."""
    after = np.logical_or.accumulate(seen, axis)
    before = np.flip(np.logical_or.accumulate(np.flip(seen, axis), axis), axis)
    return np.asarray(after & before, np.bool_)


def _over(mask: Mask, window: int, axis: int, take: np.ufunc, outside: int) -> Mask:
    """Return what `take` gives of the pixels of a window about each, along one axis.

    An even window reaches farther back where ink is thickened, farther on where it is thinned:
    closing and opening move nothing.
    """
    if window < 2:
        return mask
    before, after = window // 2, (window - 1) // 2
    if take is np.minimum:
        before, after = after, before
    shape = list(mask.shape)
    shape[axis] += window - 1
    seen = np.empty(shape, np.uint8)
    inner = _from(seen, before, axis, mask.shape[axis])
    inner[:] = mask
    _from(seen, 0, axis, before)[:] = outside
    _from(seen, before + mask.shape[axis], axis, after)[:] = outside
    have = 1
    while have < window:
        step = min(have, window - have)
        left = seen.shape[axis] - step
        seen = take(_from(seen, 0, axis, left), _from(seen, step, axis, left))
        have += step
    return seen


def _from(mask: Mask, start: int, axis: int, count: int) -> Mask:
    """Return so many rows (axis 0) or columns (axis 1) from one on."""
    return mask[start : start + count] if axis == 0 else mask[:, start : start + count]
