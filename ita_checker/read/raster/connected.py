"""Connected ink: which pixels hang together, also by their corners.

Ink is looked at as runs, the pixels side by side in one row: a page has some sixty thousand, which
NumPy joins in a few strokes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.raster import Mask

Numbers = NDArray[np.int64]
Rectangle = tuple[int, int, int, int]  # x, y, wide, tall


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs from top to bottom and left to right: their row, first column, column after the last,
    and the number of the connected ink each is of, from 1; `shape` of the mask.
    """

    row: Numbers
    start: Numbers
    end: Numbers
    of: Numbers
    shape: tuple[int, int]
    count: int

    def boxes(self) -> NDArray[np.int32]:
        """Return the rectangle (x0, y0, x1, y1) by number; number 0 has none."""
        made = np.zeros((self.count + 1, 4), np.int32)
        if not len(self.of):
            return made
        order = np.argsort(self.of, kind="stable")
        first = np.flatnonzero(np.diff(self.of[order], prepend=0))
        made[1:, 0] = np.minimum.reduceat(self.start[order], first)
        made[1:, 1] = self.row[order][first]  # runs of one number stay in the order of their rows
        made[1:, 2] = np.maximum.reduceat(self.end[order], first)
        made[1:, 3] = self.row[order][np.append(first[1:], len(order)) - 1] + 1
        return made

    def areas(self) -> NDArray[np.int32]:
        """Return how many pixels each number has."""
        counted = np.bincount(self.of, self.end - self.start, self.count + 1)
        return counted.astype(np.int32)

    def labels(self) -> NDArray[np.int32]:
        """Return the number at each pixel, 0 where there is no ink."""
        height, width = self.shape
        stops = np.empty(2 * len(self.of) + 2, np.int64)
        stops[0], stops[-1] = 0, height * width
        stops[1:-1:2] = self.row * width + self.start
        stops[2:-1:2] = self.row * width + self.end
        numbers = np.zeros(2 * len(self.of) + 1, np.int32)
        numbers[1::2] = self.of
        return np.repeat(numbers, np.diff(stops)).reshape(height, width)

    def painted(self, chosen: NDArray[np.bool_]) -> Mask:
        """Return a mask (1) of the ink whose numbers are chosen; `chosen` by number."""
        made = np.zeros(self.shape, np.uint8)
        kept = chosen[self.of]
        starts = (self.row * self.shape[1] + self.start)[kept]
        long = (self.end - self.start)[kept]
        made.ravel()[_ranges(starts, long)] = 1
        return made

    def bridged(self, chosen: NDArray[np.bool_], gap: int) -> list[Rectangle]:
        """Return the outlines of the ink whose numbers are chosen, once gaps of so many pixels
        within a row are filled.
        """
        kept = chosen[self.of]
        row, start, end = self.row[kept], self.start[kept], self.end[kept]
        apart = (row[1:] != row[:-1]) | (start[1:] - end[:-1] > gap)
        first, last = np.append(True, apart), np.append(apart, True)
        return (
            _numbered(row[first], start[first], end[last], self.shape).outlines()
            if len(row)
            else []
        )

    def outlines(self) -> list[Rectangle]:
        """Return the rectangles of the numbers from top to bottom."""
        boxes = self.boxes()[1:]
        order = np.lexsort((boxes[:, 0], boxes[:, 1]))
        return [(x0, y0, x1 - x0, y1 - y0) for x0, y0, x1, y1 in boxes[order].tolist()]


def connected(mask: Mask, corners: bool = True) -> Runs:
    """Return the runs of a mask with the connected ink they are of, numbered from top to bottom;
    `corners`: pixels that meet at a corner hang together.
    """
    height, width = mask.shape
    return _numbered(*_runs(mask), (height, width), corners)


def outlines(mask: Mask) -> list[Rectangle]:
    """Return the rectangles (x, y, wide, tall) of connected ink from top to bottom."""
    return connected(mask).outlines()


def _numbered(
    row: Numbers, start: Numbers, end: Numbers, shape: tuple[int, int], corners: bool = True
) -> Runs:
    """Return the runs with the connected ink they are of."""
    reach = 1 if corners else 0
    wide = shape[1] + 2  # in one row behind the other, the end of one never touches the next
    at, to = row * wide + start, row * wide + end
    low = np.searchsorted(to, at - wide - reach, "right")
    high = np.searchsorted(at, to - wide + reach, "left")
    of = _joined(low, high)
    roots, numbers = np.unique(of, return_inverse=True)
    return Runs(row, start, end, numbers + 1, shape, len(roots))


def _runs(mask: Mask) -> tuple[Numbers, Numbers, Numbers]:
    """Return row, first column and column after the last of each run."""
    height, width = mask.shape
    flat = np.zeros((height, width + 1), np.bool_)
    np.not_equal(mask, 0, out=flat[:, 1:])
    seen = flat.ravel()
    edges = np.flatnonzero(seen[1:] != seen[:-1]) + 1
    if len(edges) % 2:  # the last pixel is ink
        edges = np.append(edges, seen.size)
    row, start = np.divmod(edges[::2], width + 1)
    return row, start - 1, start - 1 + edges[1::2] - edges[::2]


def _joined(low: Numbers, high: Numbers) -> Numbers:
    """Return of each run the first run of its connected ink; run i touches the runs from low[i] to
    high[i] of the row above.
    """
    runs = np.arange(len(low))
    first = _settled(np.where(high > low, low, runs))
    more = np.flatnonzero(high - low > 1)  # runs that join what hung apart until there
    many = (high - low - 1)[more]
    one, other = first[np.repeat(more, many)], first[_ranges(low[more] + 1, many)]
    while len(one):
        smaller, larger = np.minimum(one, other), np.maximum(one, other)
        apart = smaller < larger
        smaller, larger = smaller[apart], larger[apart]
        np.minimum.at(first, larger, smaller)
        first = _settled(first)
        one, other = first[smaller], first[larger]
    return first


def _settled(first: Numbers) -> Numbers:
    """Return where each chain of earlier runs ends."""
    earlier: Numbers = first[first]
    while not np.array_equal(earlier, first):
        first, earlier = earlier, earlier[earlier]
    return first


def _ranges(starts: Numbers, many: Numbers) -> Numbers:
    """Return so many numbers from each start on, one range behind the other."""
    ends = np.cumsum(many)
    total = int(ends[-1]) if len(ends) else 0
    return np.asarray(np.arange(total) + np.repeat(starts - (ends - many), many), np.int64)
