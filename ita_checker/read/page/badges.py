"""Small boxes behind a word or a number in a frame: their edges part nothing of what stands beside
and below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

BADGE = 28.0  # points: no badge is wider or higher
MOST_ROOMS = 6  # of a frame with badges; what has more is a table, or a drawing with shapes in it
Walls = list[list[bool]]  # of each line of a grid, step by step along it


def open_around(right: Walls, below: Walls, xs: Sequence[float], ys: Sequence[float]) -> None:
    """Take away the walls of small boxes that stand in what is else one cell: where it runs on
    round a box, it is no rectangle. `right`, `below`: walls on upright and level grid lines.
    """
    if _all(right[1:-1]) and _all(below[1:-1]):
        return
    rooms = list(islice(_rooms(right, below), MOST_ROOMS + 1))
    for room in rooms if len(rooms) <= MOST_ROOMS else ():
        rows, columns = {row for row, _ in room}, {column for _, column in room}
        top, left, bottom, end = min(rows), min(columns), max(rows) + 1, max(columns) + 1
        whole = {(row, column) for row in range(top, bottom) for column in range(left, end)}
        if len(whole) == len(room):
            continue
        inner = [other for other in rooms if other is not room and not whole.isdisjoint(other)]
        if all(other <= whole and _is_small(other, xs, ys) for other in inner):
            for row in range(top, bottom):
                for at in range(left + 1, end):
                    right[at][row] = False
            for at in range(top + 1, bottom):
                below[at][left:end] = [False] * (end - left)


def _all(walls: Walls) -> bool:
    return all(map(all, walls))


def _is_small(room: set[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]) -> bool:
    """Tell whether a room is as small as a badge."""
    rows, columns = zip(*room, strict=True)
    wide, high = xs[max(columns) + 1] - xs[min(columns)], ys[max(rows) + 1] - ys[min(rows)]
    small: bool = max(wide, high) <= BADGE
    return small


def _rooms(right: Walls, below: Walls) -> Iterator[set[tuple[int, int]]]:
    """Yield the squares, as row and column, between which no walls stand."""
    rows, columns = len(below) - 1, len(right) - 1
    left = {(row, column) for row in range(rows) for column in range(columns)}
    while left:
        room: set[tuple[int, int]] = set()
        ahead = [min(left)]
        while ahead:
            row, column = square = ahead.pop()
            if square not in left:
                continue
            left.remove(square)
            room.add(square)
            if not right[column][row]:
                ahead.append((row, column - 1))
            if not right[column + 1][row]:
                ahead.append((row, column + 1))
            if not below[row][column]:
                ahead.append((row - 1, column))
            if not below[row + 1][column]:
                ahead.append((row + 1, column))
        yield room
