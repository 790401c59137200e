"""Tables on a scan of which level lines alone are drawn, one below each row: white that runs down
the rows parts their columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.layer.letters import Rule
from ita_checker.read.ocr.ink.strips import Pieces
from ita_checker.read.page.ruled import NARROWEST, SNAP, Stroke, joined

# Level lines of one length: so many at least, as long, no farther apart (points); one may lack a
# part of itself.
FEWEST, LONG, FAR, WHOLE = 4, 150.0, 110.0, 0.5
# of the rows, so many at most have ink in the white between two columns: a title, a signature
CROSSED = 0.15
# body heights: so wide is that white, wider than spaces that stand below each other in dates, and
# what parts two words of a head; of it is left where a cell is full; wider pieces are a pen's
WHITE, SPACE, LITTLE, BROAD = 1.0, 0.7, 0.35, 3.0
FILLED = 0.5  # of the rows say something in two columns at least
SEVERAL = 0.34  # of what stands between two lines, so much at most is several rows
LETTER = 0.6  # body heights: lower pieces are marks
Spans = list[tuple[int, int]]
Inked = NDArray[np.bool_]


def ladders(rules: Sequence[Rule], found: Pieces, scale: float, body: float) -> list[Rule]:
    """Return the sides of the cells of such tables as rules in points; `scale`: the pieces' pixels
    per point; `body`: how tall letters are.
    """
    uprights = [each for each in rules if each.x0 == each.x1]
    made: list[Rule] = []
    for x0, x1, tops in _stacks(rules):
        if not any(
            x0 - SNAP <= each.x0 <= x1 + SNAP and each.top < tops[-1] and each.bottom > tops[0]
            for each in uprights
        ):
            made += _Ladder(found, (x0, x1), tops, scale, body).sides()
    return made


def _stacks(rules: Sequence[Rule]) -> Iterator[tuple[float, float, list[float]]]:
    """Yield where level lines of one length begin and end, and where they stand, one below the
    other.
    """
    lines = joined([(each.top, each.x0, each.x1) for each in rules if each.top == each.bottom])
    lengths: dict[tuple[float, float], list[Stroke]] = {}
    for line in lines:
        if line[2] - line[1] >= LONG:
            near = (
                (a, b) for a, b in lengths if abs(a - line[1]) <= SNAP and abs(b - line[2]) <= SNAP
            )
            lengths.setdefault(next(near, (line[1], line[2])), []).append(line)
    for (x0, x1), own in lengths.items():
        if len(own) < FEWEST:
            continue
        parts = [
            at
            for at, a, b in lines
            if a >= x0 - SNAP and b <= x1 + SNAP and b - a >= WHOLE * (x1 - x0)
        ]
        tops: list[float] = []
        for at in [*sorted(parts), float("inf")]:
            if tops and at - tops[-1] > FAR:
                if len(tops) >= FEWEST:
                    yield x0, x1, tops
                tops = []
            if not tops or at - tops[-1] > NARROWEST:
                tops.append(at)


class _Ladder:
    """Level lines with the ink between them; all in pixels from where the lines begin."""

    def __init__(
        self,
        found: Pieces,
        along: tuple[float, float],
        tops: Sequence[float],
        scale: float,
        body: float,
    ) -> None:
        self.along, self.tops, self.scale, self.body = along, tops, scale, body
        self.wide = int((along[1] - along[0]) * scale) + 1
        boxes = found.boxes[found.boxes[:, 2] > 0].astype(np.float64)
        boxes[:, [0, 2]] -= along[0] * scale
        middle = (boxes[:, 1] + boxes[:, 3]) / 2 / scale
        inside = (boxes[:, 0] >= -body) & (boxes[:, 2] <= self.wide + body)
        self.rows = [
            boxes[inside & (middle > top) & (middle < bottom)].astype(np.int64)
            for top, bottom in pairwise(tops)
        ]
        self.ink = np.array([self._ink(row) for row in self.rows])

    def _ink(self, boxes: NDArray[np.int64]) -> Inked:
        """Return where any piece stands, word by word."""
        near = int(SPACE * self.body / 2)
        ink = np.zeros(self.wide + 2 * near + 1, np.int64)
        for x0, x1 in np.clip(boxes[:, [0, 2]], 0, self.wide).tolist():
            ink[x0] += 1
            ink[x1 + 2 * near] -= 1  # thickened, and thinned below
        wide = np.cumsum(ink)[near : near + self.wide] > 0
        return np.asarray(_thinned(wide, near), np.bool_)

    def sides(self) -> list[Rule]:
        """Return the sides of the cells; none where no white parts them."""
        gutters = self._gutters()
        if not gutters or not self._is_table(gutters):
            return []
        x0, x1 = self.along
        made = [Rule(x0, top, x1, top) for top in self.tops]
        made += [Rule(x, self.tops[0], x, self.tops[-1]) for x in self.along]
        for low, high in gutters:
            x = x0 + self._middle(low, high) / self.scale
            made += [
                Rule(x, top, x, bottom)
                for (top, bottom), row in zip(pairwise(self.tops), self.rows, strict=True)
                if self._parts(row, low, high)
            ]
        return made

    def _gutters(self) -> Spans:
        """Return the white that parts columns, from left to right."""
        rows = self.ink[1:]
        filled = [row for row in rows if row.any()]
        if len(filled) < FEWEST - 1:
            return []
        free = np.sum(filled, axis=0) <= int(CROSSED * len(filled))
        least, head = int(WHITE * self.body), self.ink[0]
        columns = np.flatnonzero(self.ink.any(axis=0))
        first, last = int(columns[0]), int(columns[-1])
        found = [(low, high) for low, high in _spans(free) if high - low >= least]
        made: Spans = []
        for number, (low, high) in enumerate(found):
            parts = [(low + a, low + b) for a, b in _spans(~head[low:high]) if b - a >= least // 2]
            before = found[number - 1][1] if number else 0
            after = found[number + 1][0] if number + 1 < len(found) else self.wide
            if len(parts) > 1 and not head[high:after].any():
                parts.pop()  # the head stands before its column
            if len(parts) > 1 and not head[before:low].any():
                parts.pop(0)
            made += parts or [(low, high)]
        return [(low, high) for low, high in made if low > first and high <= last]

    def _middle(self, low: int, high: int) -> int:
        """Return where most is white, and most rows are."""
        crossed = np.sum(self.ink[:, low:high], axis=0)
        start, end = max(_spans(crossed == crossed.min()), key=lambda span: span[1] - span[0])
        return low + (start + end) // 2

    def _is_table(self, gutters: Spans) -> bool:
        """Tell whether most rows say something in two columns at least, and stand alone between
        their lines.
        """
        edges = [0, *(self._middle(low, high) for low, high in gutters), self.wide]
        both = several = 0
        for row in self.rows:
            tall = row[row[:, 3] - row[:, 1] >= LETTER * self.body]
            middle = (tall[:, 0] + tall[:, 2]) / 2
            held = [tall[(middle >= low) & (middle < high)] for low, high in pairwise(edges)]
            lines = [_lines(each) for each in held if len(each)]
            both += len(lines) > 1
            several += len(lines) > 1 and min(lines) > 1
        return both >= FILLED * len(self.rows) and several <= SEVERAL * len(self.rows)

    def _parts(self, row: NDArray[np.int64], low: int, high: int) -> bool:
        """Tell whether anything white is left between two columns in a row, a pen's strokes left
        out.
        """
        seen = np.zeros(high - low, np.bool_)
        for x0, x1 in row[row[:, 2] - row[:, 0] <= BROAD * self.body][:, [0, 2]].tolist():
            seen[max(0, x0 - low) : max(0, x1 - low)] = True
        return any(b - a >= LITTLE * self.body for a, b in _spans(~seen))


def _lines(boxes: NDArray[np.int64]) -> int:
    """Return on how many lines pieces stand."""
    ordered = boxes[np.argsort(boxes[:, 1])]
    ends = np.maximum.accumulate(ordered[:, 3])
    return 1 + int((ordered[1:, 1] >= ends[:-1]).sum())


def _spans(seen: Inked) -> Spans:
    """Return where what is seen begins and ends."""
    edges = np.flatnonzero(np.diff(seen.astype(np.int8), prepend=0, append=0))
    return [(int(low), int(high)) for low, high in zip(edges[::2], edges[1::2], strict=True)]


def _thinned(wide: Inked, by: int) -> Inked:
    """Return stretches without so much of both of their ends."""
    made = np.zeros_like(wide)
    for low, high in _spans(wide):
        made[max(0, low + by if low else 0) : high - by if high < len(wide) else high] = True
    return made
