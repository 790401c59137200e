"""Lines of a page, and the white that runs down it between their pieces."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from ita_checker.read.layer.galley import Galley
from ita_checker.read.page.rows import SAME_LINE, Row, row_of

GUTTER = 0.45  # of the letter size: the least white between two columns
PARTED = 0.6  # of the letter size: white within a run that may part two columns
APART = 3.5  # of the letter size: a larger step down ends a table
FEWEST_LINES = 4
Span = tuple[float, float]


class Part(NamedTuple):
    """A run as one piece of a line: its number, and where its letters begin and end."""

    run: int
    x0: float
    x1: float


class Level(NamedTuple):
    """What stands on one base line, from left to right, and the white before it, between its
    pieces and after it.
    """

    y: float
    size: float
    parts: tuple[Part, ...]
    white: tuple[Span, ...]


def parted(found: Sequence[Row]) -> list[Row]:
    """Return runs parted where their white may be that between two columns: cells that are drawn
    one after the other on one line make one run where they stand close.
    """
    wide = _wide(found[0].page) if found else []
    made: list[Row] = []
    for run in found:
        first, last = (bisect_right(wide, run.places[end]) for end in (0, -1))
        if first == last:
            made.append(run)
            continue
        cuts = [bisect_left(run.places, at) for at in wide[first:last]]
        for low, high in itertools.pairwise([0, *cuts, len(run)]):
            if low < high:
                part = row_of(run.page, run.places[low:high])
                part.plain = run.plain
                made.append(part)
    return made


def _wide(page: Galley) -> list[int]:
    """Return the places of the letters that stand so far from the one before, spaces left out."""
    shown = (~page.spaces).nonzero()[0]
    x0, x1, _, size = page.sides[:, shown]
    before = shown[1:][x0[1:] - x1[:-1] >= PARTED * size[1:]]
    places: list[int] = before.tolist()
    return places


def levels(found: Sequence[Row]) -> list[Level]:
    levels: list[list[tuple[float, float, Part]]] = []
    for number, run in sorted(enumerate(found), key=lambda pair: pair[1].y):
        if run.inked is None:
            continue
        y, (x0, x1, size) = run.y, run.inked
        if not levels or y - levels[-1][0][0] > SAME_LINE * min(size, levels[-1][0][1]):
            levels.append([])
        levels[-1].append((y, size, Part(number, x0, x1)))
    return [
        level_of(level[0][0], median(size for _, size, _ in level), [part for _, _, part in level])
        for level in levels
    ]


def level_of(y: float, size: float, found: Sequence[Part]) -> Level:
    parts = sorted(found, key=lambda part: part.x0)
    reach = list(itertools.accumulate((part.x1 for part in parts), max))
    white = zip([0.0, *reach], [*(part.x0 for part in parts), 1e6], strict=True)
    return Level(y, size, tuple(parts), tuple((low, high) for low, high in white if low < high))


def common(some: Sequence[Span], others: Sequence[Span], least: float) -> list[Span]:
    """Return the white that two lines share, as far as it is so wide."""
    both: list[Span] = []
    first = second = 0
    while first < len(some) and second < len(others):
        (x0, x1), (left, right) = some[first], others[second]
        low, high = x0 if x0 > left else left, x1 if x1 < right else right
        if high - low >= least:
            both.append((low, high))
        if x1 < right:
            first += 1
        else:
            second += 1
    return both


def band(levels: Sequence[Level], first: int) -> tuple[int, list[Span]]:
    """Return how far down from a line the same white runs, and that white: as many gutters as
    three lines share.
    """
    white, kept, last = list(levels[first].white), list[Span](), first + 1
    left, right = levels[first].parts[0].x0, levels[first].white[-1][0]
    for index in range(first + 1, len(levels)):
        level = levels[index]
        if level.y - levels[index - 1].y > APART * level.size:
            break
        white = common(white, level.white, GUTTER * level.size)
        left, right = min(left, level.parts[0].x0), max(right, level.white[-1][0])
        inner = [gutter for gutter in white if gutter[0] > left and gutter[1] < right]
        if (kept and len(inner) < len(kept)) or (not inner and index - first >= FEWEST_LINES):
            break
        if inner and (index - first >= 2 or len(inner) >= 2):
            kept, last = inner, index + 1
    return (last, kept) if last - first >= FEWEST_LINES else (first + 1, [])
