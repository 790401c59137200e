"""Which runs of a page stand in the cells of its tables, and which around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from ita_checker.model import Box
from ita_checker.read.layer.galley import Galley
from ita_checker.read.page.rows import Row, rejoined, row_of
from ita_checker.read.page.ruled import Grid

MIDDLE = 0.25  # of the letter size above the base line: a letter's middle
WHOLE = 0.1  # of the letter size: letters of one word stand no further apart
Sides = tuple[float, float, float, float]  # left, top, right, bottom
NOWHERE: Sides = (0.0, 0.0, 0.0, 0.0)
Home = list[Row]


def shared(
    found: Sequence[Row], tables: Sequence[Grid]
) -> tuple[list[list[Row]], list[dict[int, list[Row]]], list[int]]:
    """Return the runs before, between and after the tables, and for each table those of each
    cell, and how many words its lines run through; the smallest table has them.
    """
    if not tables or not found:
        return [list(found), *([] for _ in tables)], [{} for _ in tables], [0] * len(tables)
    sharing = _Sharing(found[0].page, tables)
    for run, reach in zip(found, sharing.reaches(found), strict=True):
        sharing.put(run, reach)
    inside = [{cell: rejoined(held) for cell, held in cells.items()} for cells in sharing.inside]
    return list(map(rejoined, sharing.free)), inside, sharing.cuts


class _Sharing:
    """A page's runs while they are shared among its tables."""

    def __init__(self, page: Galley, tables: Sequence[Grid]) -> None:
        self.page, self.tables = page, tables
        self.free: list[Home] = [[] for _ in range(len(tables) + 1)]
        self.inside: list[dict[int, Home]] = [{} for _ in tables]
        self.cuts = [0] * len(tables)
        # the cell of the letter before, tried first
        self.home, self.within = self.free[0], NOWHERE
        by_size = sorted(range(len(tables)), key=lambda number: _area(tables[number].box))
        self.smallest = [(number, _sides(tables[number].box)) for number in by_size]
        self.tops = [table.box.top for table in tables]
        self.middles = np.stack([(page.x0 + page.x1) / 2, page.y - MIDDLE * page.size])
        self.xs: list[float]
        self.ys: list[float]
        self.xs, self.ys = self.middles.tolist()

    def reaches(self, found: Sequence[Row]) -> list[Sides]:
        """Return the box around the middles of each run's letters."""
        firsts = [run.places[0] for run in found]  # runs are as the file draws them
        ends = [run.places[-1] + 1 for run in found]
        pairs = np.array([firsts, ends]).T.ravel()
        closed = np.append(self.middles, self.middles[:, -1:], axis=1)
        low, high = (reach.reduceat(closed, pairs, 1) for reach in (np.minimum, np.maximum))
        return list(map(tuple, np.concatenate([low, high])[:, ::2].T.tolist()))

    def put(self, run: Row, whole: Sides) -> None:
        """Put a run where its letters stand; in parts, where they stand apart."""
        if _covers(self.within, whole):
            self.home.append(run)
        elif not any(_meet(box, whole) for _, box in self.smallest):
            self._put_free(run, whole)
        else:
            self._home(self.xs[run.places[0]], self.ys[run.places[0]])
            if _covers(self.within, whole):
                self.home.append(run)
            else:
                self._put_apart(run)

    def _put_free(self, run: Row, whole: Sides) -> None:
        """Put a run that no table holds."""
        first = bisect_left(self.tops, whole[1])
        if first == bisect_left(self.tops, whole[3]):
            self.free[first].append(run)
        else:
            self._put_apart(run)

    def _put_apart(self, run: Row) -> None:
        """Put each letter of a run where it stands, those of a word where most of them do: what
        is too long for its cell is drawn over the next one.
        """
        homes: list[Home] = []
        for word in self._words(run.places):
            own = [self._home(self.xs[at], self.ys[at]) for at in word]
            if any(home is not own[0] for home in own):
                own = self._whole(own)
            homes += own
        for _, each in groupby(zip(homes, run.places, strict=True), key=lambda one: id(one[0])):
            held = list(each)
            held[0][0].append(row_of(self.page, [at for _, at in held]))

    def _words(self, places: Sequence[int]) -> Iterator[list[int]]:
        """Yield the letters of a run between which there is no white."""
        x0, x1, _, size = self.page.lists
        word: list[int] = []
        for at in places:
            far = word and x0[at] - x1[word[-1]] > WHOLE * size[at]
            if far or self.page.texts[at] == " ":
                yield word
                word = []
            if self.page.texts[at] == " ":
                yield [at]
            else:
                word.append(at)
        yield word

    def _whole(self, homes: list[Home]) -> list[Home]:
        """Return where all letters of a word go that lines run through, and count that."""
        count = Counter(map(id, homes))
        for number, cells in enumerate(self.inside):
            self.cuts[number] += sum(id(held) in count for held in cells.values()) > 1
        most = max(homes, key=lambda home: count[id(home)])
        return [most] * len(homes)

    def _home(self, x: float, y: float) -> Home:
        """Return where what stands at a point goes."""
        if _holds(self.within, x, y):
            return self.home
        for number, box in self.smallest:
            if _holds(box, x, y):
                cell = _cell(self.tables[number], x, y)
                self.within = _sides(self.tables[number].cells[cell].box)
                self.home = self.inside[number].setdefault(cell, [])
                return self.home
        return self.free[bisect_left(self.tops, y)]


def _sides(box: Box) -> Sides:
    return box.x0, box.top, box.x1, box.bottom


def _holds(box: Sides, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _covers(box: Sides, other: Sides) -> bool:
    """Tell whether a box holds all of another."""
    return box[0] <= other[0] and other[2] <= box[2] and box[1] <= other[1] and other[3] <= box[3]


def _meet(some: Sides, other: Sides) -> bool:
    """Tell whether two boxes have any point in common."""
    return (
        some[0] <= other[2] and other[0] <= some[2] and some[1] <= other[3] and other[1] <= some[3]
    )


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def _cell(table: Grid, x: float, y: float) -> int:
    """Return the number of the cell at a point of the table."""
    last = bisect_right(table.cells, y, key=lambda cell: cell.box.top)
    for index in range(last - 1, -1, -1):
        if _holds(_sides(table.cells[index].box), x, y):
            return index
    return 0
