"""The straight lines of what a path draws: its edges, boxes with rounded corners, rows of dots."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from ita_checker.read.layer.letters import Ink, Rule

# points: Word and Excel draw borders as filled rectangles of 0.5 to 2.25; shorter ones are dots
THIN, SHORTEST = 3.0, 2.0
DOTS, APART = 8, 4.0  # dots in a row that are a line, and points between two at most
TRIANGLE, ASKEW = 3, 0.5  # corners; points by which a level or upright edge may slant
STRAIGHT, OF_A_SIDE = 0.6, 0.1  # of a box with rounded corners in all, and of each side
Point = tuple[float, float]


def outlines(part: list[Point], curved: Sequence[int]) -> Iterator[tuple[list[Point], bool]]:
    """Yield the points of a part of a path that straight lines alone join, or the corners of the
    box that it draws with rounded ones, with whether they are; `curved`: the points to which no
    straight line leads.
    """
    if len(part) > 1 and not curved:
        yield part, False
    elif curved and (box := _rounded(part, frozenset(curved))):
        left, right = (box.x0, box.top), (box.x1, box.top)
        yield [left, right, (box.x1, box.bottom), (box.x0, box.bottom)], True


def over_columns(edges: Iterable[Rule], rules: Iterable[Rule]) -> list[Rule]:
    """Return the level edges at which an upright line ends, between their own ends."""
    uprights = [rule for rule in rules if rule.x0 == rule.x1]
    ends = sorted((at, rule.x0) for rule in uprights for at in (rule.top, rule.bottom))
    heights = [at for at, _ in ends]
    found = list[Rule]()
    for edge in edges:
        first, last = (
            bisect_left(heights, edge.top - THIN),
            bisect_right(heights, edge.top + THIN),
        )
        near = (x for _, x in ends[first:last])
        if edge.top == edge.bottom and any(edge.x0 + THIN < x < edge.x1 - THIN for x in near):
            found.append(edge)
    return found


def _rounded(part: Sequence[Point], curved: Collection[int]) -> Ink | None:
    """Return the box whose sides a part with curves draws straight for the most of their length:
    its corners are rounded; None for any other drawing.
    """
    xs, ys = zip(*part, strict=True)
    box = Ink(min(xs), min(ys), max(xs), max(ys))
    ends = [(at - 1, at) for at in range(1, len(part)) if at not in curved]
    edges = [(part[one], part[two]) for one, two in [*ends, (len(part) - 1, 0)]]
    whole = 0.0
    for side, along, length in (
        (box.x0, 1, box.bottom - box.top),
        (box.x1, 1, box.bottom - box.top),
        (box.top, 0, box.x1 - box.x0),
        (box.bottom, 0, box.x1 - box.x0),
    ):
        drawn = sum(
            abs(one[along] - two[along])
            for one, two in edges
            if max(abs(one[1 - along] - side), abs(two[1 - along] - side)) < ASKEW
        )
        if drawn < OF_A_SIDE * length:
            return None
        whole += drawn
    round_about = 2 * (box.x1 - box.x0 + box.bottom - box.top)
    return box if whole >= STRAIGHT * round_about else None


def dotted(dots: Sequence[tuple[float, float]]) -> Iterator[Rule]:
    """Yield the lines that dots make: many in a row, close together, level or upright."""
    for along, across in ((0, 1), (1, 0)):
        lanes: dict[float, list[float]] = {}
        for dot in dots:
            lanes.setdefault(round(dot[across], 1), []).append(dot[along])
        for at, places in lanes.items():
            if len(places) < DOTS:
                continue
            run: list[float] = []
            for place in [*sorted(places), float("inf")]:
                if run and place - run[-1] > APART:
                    if len(run) >= DOTS:
                        yield (
                            Rule(run[0], at, run[-1], at)
                            if along == 0
                            else Rule(at, run[0], at, run[-1])
                        )
                    run = []
                run.append(place)


def thin(box: Ink, wide: float, high: float) -> Rule:
    """Return the line that a thin rectangle stands for."""
    if wide >= high:
        middle = (box.top + box.bottom) / 2
        return Rule(box.x0, middle, box.x1, middle)
    middle = (box.x0 + box.x1) / 2
    return Rule(middle, box.top, middle, box.bottom)


def edges_of(points: list[tuple[float, float]], stroked: bool) -> Iterator[Rule]:
    """Yield the level and upright lines of one part of a path."""
    xs, ys = zip(*points, strict=True)
    box = Ink(min(xs), min(ys), max(xs), max(ys))
    wide, high = box.x1 - box.x0, box.bottom - box.top
    if min(wide, high) <= THIN:
        if max(wide, high) >= SHORTEST:
            yield thin(box, wide, high)
        return
    opened = stroked and points[0] != points[-1] and len(points) <= TRIANGLE
    closed = points if opened else [*points, points[0]]
    for (xa, ya), (xb, yb) in itertools.pairwise(closed):
        if abs(xa - xb) < ASKEW and abs(ya - yb) >= SHORTEST:
            yield Rule((xa + xb) / 2, min(ya, yb), (xa + xb) / 2, max(ya, yb))
        elif abs(ya - yb) < ASKEW and abs(xa - xb) >= SHORTEST:
            yield Rule(min(xa, xb), (ya + yb) / 2, max(xa, xb), (ya + yb) / 2)
