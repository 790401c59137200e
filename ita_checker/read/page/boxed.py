"""Boxes that stand beside running text: a frame of a text processor, the stamp of a registry. What
stands in one is read by itself, not line by line with what is beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ita_checker.model import Box
from ita_checker.read.layer.letters import Rule
from ita_checker.read.page.rows import Row
from ita_checker.read.page.ruled import SNAP, Grid, Square
from ita_checker.read.page.stacks import meet

LEAST = 50.0, 18.0  # points wide and high
LONG = 4.0  # of the letter size: shorter pieces are labels, numbers, marks
UNDER = 2.5  # of the letter size: so near below a box the text goes on that stands beside it
CLEAR = 1.0  # points by which letters keep away from a side


def beside(rules: Sequence[Rule], grids: Sequence[Grid], runs: Sequence[Row]) -> list[Grid]:
    """Return such boxes as tables of one cell: four lines around words, none within, and lines of
    text beside them; none that other tables meet.
    """
    found: list[Grid] = []
    for box in _between(rules):
        apart = not any(meet(box, one.box) for one in (*grids, *found))  # as hardly any is
        if apart and _is_framed(box, rules) and _is_written(box, runs):
            found.append(Grid(box, 1, 1, (Square(0, 0, 1, 1, box),)))
    return found


def _between(rules: Sequence[Rule]) -> Iterator[Box]:
    """Yield the boxes between upright lines of one height."""
    sides: defaultdict[tuple[float, float], list[float]] = defaultdict(list)
    for x0, top, x1, bottom in rules:
        if x0 == x1 and bottom - top >= LEAST[1]:
            sides[round(top), round(bottom)].append(x0)
    for (top, bottom), xs in sides.items():
        left, right = min(xs), max(xs)
        if right - left >= LEAST[0]:
            yield Box(left, top, right, bottom)


def _is_framed(box: Box, rules: Sequence[Rule]) -> bool:
    """Tell whether level lines close a box, and none is drawn within."""
    whole = [
        rule.top
        for rule in rules
        if rule.top == rule.bottom
        and abs(rule.x0 - box.x0) <= SNAP
        and abs(rule.x1 - box.x1) <= SNAP
    ]
    closed = all(any(abs(at - y) <= SNAP for at in whole) for y in (box.top, box.bottom))
    return closed and not _has_lines(box, rules)


def _has_lines(box: Box, rules: Sequence[Rule]) -> bool:
    """Tell whether any line is drawn within a box, not along its sides."""
    return any(
        box.x0 + SNAP < (rule.x0 + rule.x1) / 2 < box.x1 - SNAP
        and box.top + SNAP < (rule.top + rule.bottom) / 2 < box.bottom - SNAP
        for rule in rules
    )


def _is_written(box: Box, runs: Sequence[Row]) -> bool:
    """Tell whether lines stand in a box and beside it, and none on its sides, and text goes on from
    beside it to under it: a single line in it is what was filled in, a single one beside it a
    label, and blocks side by side are none of one text.
    """
    inner, outer, around = set[int](), set[int](), False
    for run in runs:
        if run.inked is None:
            continue
        x0, x1, size = run.inked
        if not box.top < run.y < box.bottom:
            under = box.bottom <= run.y < box.bottom + UNDER * size
            around |= under and x0 < box.x1 and box.x0 < x1 and x1 - x0 > box.x1 - box.x0
            continue
        if any(x0 < side - CLEAR and side + CLEAR < x1 for side in (box.x0, box.x1)):
            return False
        if x0 >= box.x0 - CLEAR and x1 <= box.x1 + CLEAR:
            inner.add(round(run.y))
        elif x1 - x0 > LONG * size:
            outer.add(round(run.y))
    return around and len(inner) > 1 and len(outer) > 1
