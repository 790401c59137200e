"""Tables on a scan that no line closes at the top: over them stood a field of another colour, which
is taken off with its sides. What is written on it heads their columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.layer.letters import Rule
from ita_checker.read.ocr.ink.strips import Pieces

# Points: upright lines that begin no farther apart, so many of them; level lines below, so many,
# that reach so much of the way from side to side. One where they begin would close the table.
LEVEL, UPRIGHTS, LINES, ACROSS = 3.0, 3, 2, 0.5
# body heights from where they begin, and from one line of a head to the next, at most; all of it;
# above less white a line goes on
GAP, HIGHEST, LITTLE = 1.4, 5.0, 0.5
# points: so far level lines may reach beyond a table's sides, and letters of a head
FRAMED, BESIDE = 5.0, 2.0
# body heights: lower pieces are marks, which cross no line; letters as near are one word's
LETTER, SPACE = 0.5, 0.6
CROSSED = 0.5  # of the lines between columns, so many at most run through a head
Boxes = NDArray[np.float64]


def heads(rules: Sequence[Rule], found: Pieces, scale: float, body: float) -> list[Rule]:
    """Return the sides of the cells of such heads as rules in points; `scale`: the pieces' pixels
    per point; `body`: how tall letters are, in pixels.
    """
    boxes = found.boxes[found.boxes[:, 2] > 0] / scale
    made: list[Rule] = []
    for top, across in _open(rules):
        made += _sides(boxes, top, across, body / scale)
    return made


def _open(rules: Sequence[Rule]) -> Iterator[tuple[float, list[float]]]:
    """Yield where tables begin that no level line closes there, and their upright lines."""
    uprights = sorted((each for each in rules if each.x0 == each.x1), key=lambda each: each.top)
    levels = [each for each in rules if each.top == each.bottom]
    while uprights:
        first = uprights[0].top
        group = [each for each in uprights if each.top <= first + LEVEL]
        uprights = uprights[len(group) :]
        across = sorted({each.x0 for each in group})
        if len(across) < UPRIGHTS:
            continue
        x0, x1, end = across[0], across[-1], max(each.bottom for each in group)
        wide = [each for each in levels if min(each.x1, x1) - max(each.x0, x0) > ACROSS * (x1 - x0)]
        closed = any(abs(each.top - first) <= 2 * LEVEL for each in wide)
        below = [each for each in wide if first < each.top <= end]
        framed = [each for each in below if each.x0 > x0 - FRAMED and each.x1 < x1 + FRAMED]
        if not closed and len(framed) >= max(LINES, ACROSS * len(below)):
            yield first, across


def _sides(boxes: Boxes, bottom: float, across: Sequence[float], body: float) -> Iterator[Rule]:
    """Yield the sides of the cells of a head that ends at a height; none where what stands there
    heads no columns. What is written across two columns heads those below it.
    """
    x0, x1 = across[0], across[-1]
    head = _head(boxes, bottom, across, body)
    if not len(head) or head[:, 0].min() < x0 - BESIDE or head[:, 2].max() > x1 + BESIDE:
        return
    crossed = {x: end for x in across[1:-1] if (end := _crossed(head, x, body))}
    if _filled(head, across) < len(across) - 2 or len(crossed) > CROSSED * len(across[1:-1]):
        return
    top = float(head[:, 1].min()) - BESIDE
    for y in (top, bottom):
        yield Rule(x0, y, x1, y)
    for before, x, after in zip([x0, *across], across, [*across[1:], x1], strict=False):
        start = crossed.get(x, top)
        yield Rule(x, start, x, bottom)
        if x in crossed:
            yield Rule(before, start, after, start)


def _head(boxes: Boxes, bottom: float, across: Sequence[float], body: float) -> Boxes:
    """Return the letters that stand over a table, line by line up to where its columns are headed
    and white is above.
    """
    middle = (boxes[:, 0] + boxes[:, 2]) / 2
    near = (middle > across[0] - GAP * body) & (middle < across[-1] + GAP * body)
    near &= (boxes[:, 3] <= bottom + LEVEL) & (boxes[:, 1] > bottom - HIGHEST * body)
    rest = boxes[near]
    rest = rest[np.argsort(-rest[:, 3], kind="stable")]
    tops = np.minimum.accumulate(np.append(bottom, rest[:, 1]))[:-1]  # of what is below each
    white = tops - rest[:, 3]
    for at in np.flatnonzero(white > LITTLE * body).tolist():
        if white[at] > GAP * body or _filled(rest[:at], across) >= len(across) - 2:
            return rest[:at]
    return rest


def _filled(head: Boxes, across: Sequence[float]) -> int:
    """Return over how many columns letters stand."""
    middle = (head[:, 0] + head[:, 2]) / 2
    return sum(bool(((middle > a) & (middle < b)).any()) for a, b in pairwise(across))


def _crossed(head: Boxes, x: float, body: float) -> float:
    """Return where the letters end that stand across an upright line, or on both sides of it as
    letters of one word do; 0 where none do.
    """
    tall = head[head[:, 3] - head[:, 1] >= LETTER * body]
    middle = (tall[:, 0] + tall[:, 2]) / 2
    before, after = tall[middle <= x], tall[middle > x]
    gap = after[None, :, 0] - before[:, None, 2]
    shared = np.minimum(before[:, None, 3], after[None, :, 3])
    shared = shared - np.maximum(before[:, None, 1], after[None, :, 1])
    close = ((gap < SPACE * body) & (shared > 0)).any(axis=1)
    over = [*before[close, 3].tolist(), *tall[(tall[:, 0] < x) & (x < tall[:, 2]), 3].tolist()]
    return max(over) + 1 if over else 0.0
