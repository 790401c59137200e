"""Blocks of running text that stand side by side, each under a level line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ita_checker.model import Box
from ita_checker.read.layer.letters import Rule
from ita_checker.read.page import ruled
from ita_checker.read.page.bands import Level, Part, levels
from ita_checker.read.page.half_drawn import stands_at
from ita_checker.read.page.rows import Row
from ita_checker.read.page.ruled import SNAP, Grid, Square, Stroke
from ita_checker.read.page.stacks import meet

LEAST, ALIKE = 80.0, 0.1  # points long, and by how much of it two lines differ at most
APART = 6.0, 60.0  # points from one line to the next
NEAR = 2.0  # of the letter size: what is further down is another piece
UNDER = 0.5  # of the letter size: a line so near below letters underlines them
FEWEST = 2  # lines of text of each block
FULL = 0.75  # of its line: a line of text so long that goes on below is running text


def blocks(rules: Sequence[Rule], grids: Sequence[Grid], runs: Sequence[Row]) -> Iterator[Grid]:
    """Yield such blocks as tables of one row; where other tables or upright lines stand there are
    none.
    """
    strokes = ruled.joined([(r.top, r.x0, r.x1) for r in rules if r.top == r.bottom])
    heads = list(_side_by_side(strokes))
    if not heads:
        return
    lines = levels([run for run in runs if run.inked])
    uprights = [rule for rule in rules if rule.x0 == rule.x1]
    for head in heads:
        one = _table(head, lines, strokes)
        if one is None or any(stands_at(one.box, upright) for upright in uprights):
            continue
        if not any(meet(one.box, other.box) for other in grids):
            yield one


def _side_by_side(strokes: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Yield level lines of one length that stand at one height, a little apart."""
    row: list[Stroke] = []
    low, high = APART
    for stroke in [*strokes, (float("inf"), 0.0, 0.0)]:
        at, start, end = stroke
        long = end - start >= LEAST
        goes_on = (
            row
            and long
            and abs(at - row[-1][0]) <= SNAP / 2
            and low <= start - row[-1][2] <= high
            and abs((end - start) - (row[0][2] - row[0][1])) <= ALIKE * (end - start)
        )
        if not goes_on:
            if len(row) > 1:
                yield row
            row = []
        if long:
            row.append(stroke)


def _table(
    head: Sequence[Stroke], lines: Sequence[Level], strokes: Sequence[Stroke]
) -> Grid | None:
    """Return what stands under level lines as a table of one row; None where it is no running
    text.
    """
    top, left, right = head[0][0], head[0][1], head[-1][2]
    end = min(
        (at for at, a, b in strokes if at > top + SNAP and a < right and b > left), default=1e9
    )
    at, held = top, list[list[list[Part]]]()
    for line in lines:
        over = [part for part in line.parts if part.x0 < right and part.x1 > left]
        if over and 0 <= top - line.y <= UNDER * line.size:
            return None  # letters that are underlined
        if line.y <= top or not over:
            continue
        sides = [
            [part for part in over if a - SNAP <= part.x0 and part.x1 <= b + SNAP]
            for _, a, b in head
        ]
        if line.y > end or line.y - at > NEAR * line.size or sum(map(len, sides)) < len(over):
            break
        held.append(sides)
        at, size = line.y, line.size
    if not held or not all(
        _runs_on(column, stroke)
        for column, stroke in zip(map(list, zip(*held, strict=True)), head, strict=True)
    ):
        return None
    bottom = at + size / 2
    squares = tuple(
        Square(0, number, 1, 1, Box(a, top, b, bottom)) for number, (_, a, b) in enumerate(head)
    )
    return Grid(Box(left, top, right, bottom), 1, len(head), squares)


def _runs_on(column: Sequence[Sequence[Part]], head: Stroke) -> bool:
    """Tell whether lines of text under a level line are running text: one that fills it goes on
    below.
    """
    filled = [parts for parts in column if parts]
    full = [parts[-1].x1 - parts[0].x0 >= FULL * (head[2] - head[1]) for parts in filled]
    return len(filled) >= FEWEST and any(one for one, _ in pairwise(full))
