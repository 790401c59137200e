"""Rows of a table without lines, told by how its cells stand: those of one row begin at one
height, or have their middles at one, however little white there is between the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

SAME_HEIGHT = 0.2  # of the letter size: cells whose places differ by less stand at one height
HOLE = 1.35  # of the usual step from line to line: no lines of one cell are further apart
LONGEST = 14  # lines of a row
# of the widest step within a cell: a wider one parts two rows; one so narrow parts none where all
# rows that are told are further apart than that
WIDER, NARROW, APART = 1.08, 1.02, 1.04
FEWEST_LINES = 4  # of a table each of whose lines is a row

Cells = Sequence[Sequence[float]]  # the heights of the lines of each cell of a row
Place = Callable[[Sequence[float]], float]
Stretch = tuple[int, int]  # a row's first line, and the one after its last


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a table: how far down each stands, which columns it fills, how large its
    letters are, and how far it is from line to line of a cell.
    """

    heights: Sequence[float]
    filled: Sequence[Sequence[bool]]
    size: float
    step: float

    def growing(self, first: int) -> Iterator[tuple[int, Cells]]:
        """Yield the cells that a row has if it reaches down to each line, and the line after."""
        cells: list[list[float]] = [[] for _ in self.filled[first]]
        for line in range(first, min(len(self.heights), first + LONGEST)):
            height = self.heights[line]
            for cell, filled in zip(cells, self.filled[line], strict=True):
                if filled and cell and height - cell[-1] > HOLE * self.step:
                    return
                if filled:
                    cell.append(height)
            yield line + 1, cells

    def cells(self, first: int, last: int) -> Cells:
        """Return the cells of a row of these lines; none where it cannot be one."""
        return next((cells for end, cells in self.growing(first) if end == last), ())

    def level(self, cells: Cells, place: Place) -> bool:
        """Tell whether a row's cells, two at least, stand at one height."""
        places = [place(cell) for cell in cells if cell]
        return len(places) > 1 and max(places) - min(places) <= SAME_HEIGHT * self.size


def _top(cell: Sequence[float]) -> float:
    return cell[0]


def _middle(cell: Sequence[float]) -> float:
    return (cell[0] + cell[-1]) / 2


def rows(lines: Lines) -> list[list[int]]:
    """Return the lines of each row by their numbers, from the first line as far down as rows go
    on; none where how cells stand does not tell, or tells that each line is a row.
    """
    tried = [(*_parted(lines, place), place) for place in (_top, _middle)]
    _, _, found, place = min(tried, key=lambda each: each[:2])
    told = _told(lines, found, place)
    if all(last - first == 1 for first, last in told):
        return []
    return [list(range(first, last)) for first, last in told]


def _parted(lines: Lines, place: Place) -> tuple[int, tuple[int, int], list[Stretch]]:
    """Return the rows with the fewest empty cells, of such the most rows; before them how many
    lines are left over, how many cells are empty, and how many rows there are, less than none.
    """
    best: dict[int, tuple[tuple[int, int], int]] = {0: ((0, 0), 0)}  # what it costs, from where
    for first in range(len(lines.heights)):
        if first not in best:
            continue
        empty, count = best[first][0]
        for last, cells in lines.growing(first):
            if not lines.level(cells, place):
                continue
            cost = empty + sum(not cell for cell in cells), count - 1
            if last not in best or cost < best[last][0]:
                best[last] = cost, first
    last = max(best)
    left, cost = len(lines.heights) - last, best[last][0]
    found: list[Stretch] = []
    while last:
        found.append((best[last][1], last))
        last = best[last][1]
    return left, cost, found[::-1]


def _told(lines: Lines, found: Sequence[Stretch], place: Place) -> list[Stretch]:
    """Return the rows, those as one that white does not part where they may be one as well; none
    where white does not tell.
    """
    within = [
        below - above
        for row in found
        for cell in lines.cells(*row)
        for above, below in pairwise(cell)
    ]
    steps = {row[0]: lines.heights[row[0]] - lines.heights[row[0] - 1] for row in found[1:]}
    open_steps = {
        row[0]: steps[row[0]]
        for before, row in pairwise(found)
        if _may_be_one(lines, before, row, place)
    }
    if not open_steps:
        return list(found)
    if not within:
        return list(found) if len(found) >= FEWEST_LINES else []
    widest = max(within)
    least = min((step for line, step in steps.items() if line not in open_steps), default=0.0)
    made: list[Stretch] = []
    for row in found:
        step = open_steps.get(row[0])
        if step is None or step > WIDER * widest:
            made.append(row)
        elif step <= NARROW * widest and least > APART * widest:
            made[-1] = made[-1][0], row[1]
        else:
            return []
    return made


def _may_be_one(lines: Lines, above: Stretch, below: Stretch, place: Place) -> bool:
    """Tell whether two rows may as well be one: its cells would stand at one height, no fewer of
    them filled.
    """
    both = lines.cells(above[0], below[1])
    if not both or not lines.level(both, place):
        return False
    return sum(map(bool, both)) >= max(
        sum(map(bool, lines.cells(*above))), sum(map(bool, lines.cells(*below)))
    )
