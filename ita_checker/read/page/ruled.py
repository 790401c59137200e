"""Drawn lines to tables: a grid, its walls, and the cells between them, merged ones too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ita_checker.model import Box
from ita_checker.read.layer.letters import Rule
from ita_checker.read.layer.native.outlines import over_columns
from ita_checker.read.page import badges
from ita_checker.read.page.closing import closing

SNAP = 3.0  # points: lines closer than this are one line
NARROWEST = 5.0  # points: no cell is narrower; lines so close are a double line
STRIPE = 9.0  # points: a column or row at a table's edge so narrow is a thick border
JOIN = 3.0  # points: gaps shorter than this do not break a line
OPEN = 6.0  # points: so far past the last line across them run those of an open cell
JOINTS = 3  # level lines that must part at the same places before these are columns
JOINED_ROWS = 0.8  # share of them
BOXES_APART = 24.0  # points at most between boxes that stand side by side as one row
COVER = 0.6  # share of a grid square's side that must be drawn for a wall


class Square(NamedTuple):
    """A table cell before text: where it stands in the grid, and its box."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


class Grid(NamedTuple):
    """One table's cells in reading order."""

    box: Box
    rows: int
    columns: int
    cells: tuple[Square, ...]


def grids(rules: Sequence[Rule], shades: Sequence[Rule] = ()) -> list[Grid]:
    """Return the tables that lines draw, from the top of the page; a table has two cells or more.
    The edges of shaded areas are lines too; within a table that has lines of its own those alone
    at which upright ones end, such as that of a bar with a title over several columns.
    """
    found = _grids(rules)
    apart, inside = list[Rule](), list[Rule]()
    for rule in shades:
        (inside if any(_within(rule, grid.box) for grid in found) else apart).append(rule)
    apart += over_columns(inside, rules) + list(closing(inside, rules, found)) if inside else []
    return _grids([*rules, *apart]) if apart else found


def _within(rule: Rule, box: Box) -> bool:
    """Tell whether the middle of a line stands in a box or on its edge."""
    x, y = (rule.x0 + rule.x1) / 2, (rule.top + rule.bottom) / 2
    return box.x0 - SNAP <= x <= box.x1 + SNAP and box.top - SNAP <= y <= box.bottom + SNAP


def _grids(rules: Sequence[Rule]) -> list[Grid]:
    levels = joined([(r.top, r.x0, r.x1) for r in rules if r.top == r.bottom])
    uprights = joined([(r.x0, r.top, r.bottom) for r in rules if r.x0 == r.x1])
    if not uprights:
        uprights = _joints([(r.top, r.x0, r.x1) for r in rules if r.top == r.bottom])
    drawn = [_grid(level, upright) for level, upright in _components(levels, uprights)]
    whole = [grid for grid in drawn if grid is not None]
    found = [grid for grid in whole if len(grid.cells) > 1]
    boxes = [
        grid.box
        for grid in whole
        if len(grid.cells) == 1 and not any(_inside(grid.box, other.box) for other in found)
    ]
    return sorted([*found, *_side_by_side(boxes)], key=lambda grid: (grid.box.top, grid.box.x0))


def _inside(box: Box, whole: Box) -> bool:
    return (
        whole.x0 - SNAP <= box.x0
        and box.x1 <= whole.x1 + SNAP
        and whole.top - SNAP <= box.top
        and box.bottom <= whole.bottom + SNAP
    )


def _side_by_side(boxes: Iterable[Box]) -> list[Grid]:
    """Return boxes that stand apart and side by side, equally high, as tables of one row."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda each: each.x0):
        row = next((row for row in rows if _beside(row[-1], box)), None)
        if row is None:
            rows.append([box])
        else:
            row.append(box)
    return [_row(row) for row in rows if len(row) > 1]


def _beside(left: Box, right: Box) -> bool:
    return (
        abs(left.top - right.top) <= SNAP
        and abs(left.bottom - right.bottom) <= SNAP
        and 0 <= right.x0 - left.x1 <= BOXES_APART
    )


def _row(boxes: Sequence[Box]) -> Grid:
    whole = Box(
        boxes[0].x0,
        min(box.top for box in boxes),
        boxes[-1].x1,
        max(box.bottom for box in boxes),
    )
    cells = tuple(Square(0, column, 1, 1, box) for column, box in enumerate(boxes))
    return Grid(whole, 1, len(boxes), cells)


Stroke = tuple[float, float, float]  # where it stands, from, to


def joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Return strokes with near ones on one line and touching ones joined."""
    ordered = sorted(strokes)
    lanes: list[list[Stroke]] = []
    for stroke in ordered:
        if (
            not lanes
            or stroke[0] - lanes[-1][-1][0] > SNAP / 2
            or stroke[0] - lanes[-1][0][0] > SNAP
        ):
            lanes.append([])
        lanes[-1].append(stroke)
    made: list[Stroke] = []
    for lane in lanes:
        at = sum(stroke[0] for stroke in lane) / len(lane)
        spans = sorted((start, end) for _, start, end in lane)
        start, end = spans[0]
        for low, high in spans[1:]:
            if low > end + JOIN:
                made.append((at, start, end))
                start, end = low, high
            else:
                end = max(end, high)
        made.append((at, start, end))
    return made


def _joints(levels: Sequence[Stroke]) -> list[Stroke]:
    """Return upright strokes where level ones, drawn cell by cell, meet end to end: tables that
    show their level lines alone.
    """
    rows: dict[float, list[Stroke]] = {}
    for stroke in levels:
        rows.setdefault(round(stroke[0], 1), []).append(stroke)
    ends: dict[int, list[float]] = {}
    for at, strokes in rows.items():
        whole = {round(edge) for _, start, end in strokes for edge in (start, end)}
        for edge in whole if len(strokes) > 1 else ():
            ends.setdefault(edge, []).append(at)
    most = max(map(len, ends.values()), default=0)
    if most < JOINTS:
        return []
    return [
        (float(edge), min(at), max(at))
        for edge, at in sorted(ends.items())
        if len(at) >= JOINED_ROWS * most
    ]


def _components(
    levels: list[Stroke], uprights: list[Stroke]
) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Return the groups of strokes that cross or touch each other."""
    parent = list(range(len(levels) + len(uprights)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    tops = [level[0] for level in levels]
    for number, (x, top, bottom) in enumerate(uprights):
        for index in range(bisect_left(tops, top - SNAP), len(levels)):
            y, x0, x1 = levels[index]
            if y > bottom + SNAP:
                break
            if x0 - SNAP <= x <= x1 + SNAP:
                parent[root(index)] = root(len(levels) + number)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for index, level in enumerate(levels):
        groups.setdefault(root(index), ([], []))[0].append(level)
    for index, upright in enumerate(uprights):
        groups.setdefault(root(len(levels) + index), ([], []))[1].append(upright)
    return [group for group in groups.values() if len(group[0]) > 1 and len(group[1]) > 1]


def _places(values: Iterable[float]) -> list[float]:
    """Return the grid's lines: near values are one."""
    lanes: list[list[float]] = []
    for value in sorted(values):
        if not lanes or value - lanes[-1][-1] > NARROWEST:
            lanes.append([])
        lanes[-1].append(value)
    return [sum(lane) / len(lane) for lane in lanes]


def _whole(places: list[float]) -> list[float]:
    """Return the grid's lines without the inner edge of a thick border: cards have a stripe on one
    side.
    """
    if len(places) > 2 and places[1] - places[0] < STRIPE:
        places = [places[0], *places[2:]]
    if len(places) > 2 and places[-1] - places[-2] < STRIPE:
        places = [*places[:-2], places[-1]]
    return places


def _opened(places: list[float], across: list[Stroke]) -> list[float]:
    """Return the grid's lines with one at each end where lines across run on: tables broken over
    pages, tables without sides.
    """
    if not places:
        return places
    before = [start for _, start, _ in across if start < places[0] - OPEN]
    after = [end for _, _, end in across if end > places[-1] + OPEN]
    first = [min(before)] if len(before) > 1 else []
    return [*first, *places, *([max(after)] if len(after) > 1 else [])]


def _grid(levels: list[Stroke], uprights: list[Stroke]) -> Grid | None:
    ys = _opened(_whole(_places(level[0] for level in levels)), uprights)
    xs = _opened(_whole(_places(upright[0] for upright in uprights)), levels)
    if len(xs) < 2 or len(ys) < 2:
        return None
    right = _walls(uprights, xs, ys)
    below = _walls(levels, ys, xs)
    badges.open_around(right, below, xs, ys)
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = [[-1] * columns for _ in range(rows)]
    cells: list[Square] = []
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] >= 0:
                continue
            width = 1
            while (
                column + width < columns
                and owner[row][column + width] < 0
                and not right[column + width][row]
            ):
                width += 1
            height = 1
            while row + height < rows and _goes_on(
                row + height, column, width, below, right, owner
            ):
                height += 1
            for y in range(row, row + height):
                owner[y][column : column + width] = [len(cells)] * width
            cells.append(
                Square(
                    row,
                    column,
                    height,
                    width,
                    Box(xs[column], ys[row], xs[column + width], ys[row + height]),
                )
            )
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), rows, columns, tuple(cells))


def _goes_on(
    row: int,
    column: int,
    width: int,
    below: list[list[bool]],
    right: list[list[bool]],
    owner: list[list[int]],
) -> bool:
    """Tell whether a cell goes on into a grid row: no line above it, none within it, walls at its
    sides as before.
    """
    inside = range(column, column + width)
    if any(below[row][x] or owner[row][x] >= 0 for x in inside):
        return False
    return not any(right[x][row] for x in range(column + 1, column + width))


def _walls(strokes: list[Stroke], at: list[float], along: list[float]) -> list[list[bool]]:
    """Return for each grid line, and each step along it, whether a line is drawn there."""
    walls = [[False] * (len(along) - 1) for _ in at]
    for place, start, end in strokes:
        lane = min(range(len(at)), key=lambda index: abs(at[index] - place))
        for step in range(len(along) - 1):
            low, high = along[step], along[step + 1]
            if min(high, end) - max(low, start) >= COVER * (high - low):
                walls[lane][step] = True
    return walls
