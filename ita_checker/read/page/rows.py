"""Clusters to rows: runs as the file draws them, side by side on one base line; and rows to
segments where wide gaps part them.

What is asked of every letter is asked of the page's columns; a row holds the places of its letters
there, and what is asked of rows.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ita_checker.read.layer.galley import Galley, Indexes, Mask
from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.page.raised import SMALLER

# of the letter size: base lines closer than this are one; columns side by side differ by more
SAME_LINE = 0.15
LEVEL = 0.01  # points: two base lines that differ by a rounding error
RAISED = 0.45  # of the letter size: raised and lowered letters stay in the row that they touch
HIGHER = 0.7  # so do numbers of notes, higher up
BACK, JUMP = 0.5, 1.0  # of the letter size: steps back and ahead that stay in a run
WIDE = 1.4  # of the letter size: a gap that parts a row into segments


class Inked(NamedTuple):
    """Of a row without its spaces: where it begins, how far it reaches, the size of its first
    letter.
    """

    x0: float
    x1: float
    size: float


@dataclass(slots=True, eq=False)
class Row:
    """Letters one after the other: those at some places of a page. `x0`, `y`, `size`: of the first;
    `x1`: of the last. `inked`: None where all are spaces. `plain`: they stand from left to right,
    without a gap as wide as between segments. `bare`: there is no space among them. `parts`: the
    plain rows, from left to right, that it is known to be made of. `cut`: it was parted from what
    stands before it in its run. `word`: how wide its first word is, once that was asked.
    """

    page: Galley
    places: Sequence[int]
    x0: float
    x1: float
    y: float
    size: float
    inked: Inked | None
    plain: bool = False
    bare: bool = False
    parts: tuple[Row, ...] = ()
    cut: bool = False
    word: float | None = None

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Cluster]:
        return iter(self.page.some(self.places))

    @property
    def stretch(self) -> tuple[float, float]:
        """Return from where to where its letters reach, without spaces before and after."""
        x0s, x1s, _, _ = self.page.lists
        shown = _shown(self) or self.places
        return x0s[shown[0]], x1s[shown[-1]]

    @property
    def ends(self) -> list[float]:
        """Return where each of its letters ends."""
        x1s = self.page.lists[1]
        return [x1s[at] for at in self.places]

    @property
    def text(self) -> str:
        """Return what its letters say."""
        texts = self.page.texts
        return "".join([texts[at] for at in self.places])


def row_of(page: Galley, places: Sequence[int]) -> Row:
    """Return letters of a page as a row."""
    x0s, x1s, ys, sizes = page.lists
    texts, first = page.texts, places[0]
    shown = [at for at in places if texts[at] != " "]
    inked = Inked(x0s[shown[0]], max([x1s[at] for at in shown]), sizes[shown[0]]) if shown else None
    row = Row(page, places, x0s[first], x1s[places[-1]], ys[first], sizes[first], inked)
    row.bare = len(shown) == len(places)
    return row


def joined(parts: Sequence[Row]) -> Row:
    """Return rows as one, in their order."""
    if len(parts) == 1:
        return parts[0]
    return row_of(parts[0].page, [at for part in parts for at in part.places])


def rows(found: Sequence[Cluster]) -> list[Row]:
    """Return the clusters by base line from top to bottom, each row from left to right."""
    return rows_of(runs(found))


def rows_of(found: Iterable[Row]) -> list[Row]:
    """Return runs as rows from top to bottom."""
    found = list(found)
    if len(found) == 1:
        return [_from_left(found)]
    made: list[list[Row]] = []
    for run in sorted(found, key=lambda run: (run.y, run.x0)):
        if made and abs(run.y - made[-1][0].y) <= SAME_LINE * run.size:
            made[-1].append(run)
        else:
            made.append([run])
    return list(map(_from_left, made if len(made) < 2 else _with_raised(made)))


def _from_left(row: list[Row]) -> Row:
    """Return runs as one row, from left to right."""
    if len(row) == 1 and (row[0].plain or row[0].parts):
        return row[0]
    page, x0s = row[0].page, row[0].page.lists[0]
    parts = sorted(row, key=lambda run: run.x0)
    if all(part.plain for part in parts) and all(
        x0s[left.places[-1]] < right.x0 for left, right in itertools.pairwise(parts)
    ):
        whole = row_of(page, [at for part in parts for at in part.places])
        whole.parts = tuple(parts)
        return whole
    places = [at for run in row for at in run.places]
    return row_of(page, sorted(places, key=x0s.__getitem__))


def runs(found: Sequence[Cluster]) -> list[Row]:
    """Return stretches that the file draws one after the other on one base line."""
    page = Galley.of(found)
    count = len(page)
    if not count:
        return []
    x0, x1, y, size = page.sides
    step = x0[1:] - x1[:-1]
    begins = np.ones(count, bool)
    begins[1:] = (
        (abs(y[1:] - y[:-1]) > LEVEL) | (step < -BACK * size[1:]) | (step > JUMP * size[1:])
    )
    firsts = begins.nonzero()[0]
    lasts = np.append(firsts[1:], count) - 1
    bare = ~page.spaces
    shown = bare.nonzero()[0]
    plain = _plain(page, begins, shown)
    inked: list[Inked | None] = [None] * len(firsts)
    if len(shown):
        of = (begins.cumsum() - 1)[shown]
        starts = np.append(True, of[1:] != of[:-1]).nonzero()[0]
        first = shown[starts]
        told = x0[first], np.maximum.reduceat(x1[shown], starts), size[first]
        each = map(Inked, *(one.tolist() for one in told))
        for number, one in zip(of[starts].tolist(), each, strict=True):
            inked[number] = one
    places = map(range, firsts.tolist(), (lasts + 1).tolist())
    sides = x0[firsts], x1[lasts], y[firsts], size[firsts]
    each_side = (side.tolist() for side in sides)
    without = (np.maximum.reduceat(page.spaces, firsts) == 0).tolist()
    return list(map(Row, itertools.repeat(page), places, *each_side, inked, plain, without))


def _plain(page: Galley, begins: Mask, shown: Indexes) -> list[bool]:
    """Tell which runs are plain; `begins`: which letters begin one, `shown`: those that are no
    spaces.
    """
    x0, x1, _, size = page.sides
    of = begins.cumsum() - 1
    odd = np.zeros(int(of[-1]) + 1, bool)
    back = (x0[1:] < x0[:-1]) & ~begins[1:]
    odd[of[1:][back]] = True
    if len(shown) < len(page):
        left, right = shown[:-1], shown[1:]
        wide = (x0[right] - x1[left] > WIDE * size[right]) & (of[left] == of[right])
        odd[of[right][wide]] = True
    plain: list[bool] = (~odd).tolist()
    return plain


def rejoined(found: Sequence[Row]) -> list[Row]:
    """Return runs from which others were taken out, those as one that are drawn one after the
    other now.
    """
    made: list[Row] = []
    for run in found:
        before = made[-1] if made else None
        if (
            before is not None
            and abs(before.y - run.y) <= LEVEL
            and -BACK * run.size <= run.x0 - before.x1 <= JUMP * run.size
        ):
            made[-1] = row_of(run.page, [*before.places, *run.places])
        else:
            made.append(run)
    return made


def _with_raised(made: list[list[Row]]) -> list[list[Row]]:
    """Return the rows, raised and lowered runs in the row whose letters they touch."""
    kept: list[list[Row]] = []
    for row in made:
        before = kept[-1] if kept else None
        up = row[0].y - before[0].y if before else 0.0
        if before is None or up > HIGHER * max(row[0].size, before[0].size):
            kept.append(row)
            continue
        small, large = (before, row) if _letters(before) < _letters(row) else (row, before)
        touching = [run for run in small if _touches(run, large)]
        if up > RAISED * max(row[0].size, before[0].size):
            touching = [one for one in touching if small is before and _is_note(one, row)]
            if not touching:
                kept.append(row)
                continue
        apart = [run for run in small if run not in touching]
        whole = [*large, *touching]
        kept[-1:] = [one for one in ((whole, apart) if small is row else (apart, whole)) if one]
    return kept


def _letters(row: list[Row]) -> int:
    return sum(map(len, row))


def _touches(run: Row, row: list[Row]) -> bool:
    """Tell whether a run stands right beside a row's letters and over none of them."""
    size, x0, x1 = run.size, run.x0, run.x1
    if any(other.x0 < x1 - 0.1 * size and other.x1 > x0 + 0.1 * size for other in row):
        return False
    return any(
        -size < x0 - other.x1 < 0.6 * size or -size < other.x0 - x1 < 0.6 * size for other in row
    )


def _is_note(run: Row, row: list[Row]) -> bool:
    """Tell whether a run is a number in smaller digits than those of a row."""
    return run.text.isdigit() and run.size < SMALLER * row[0].size


def segments(row: Row, wide: float = WIDE) -> list[Row]:
    """Return a row's pieces, parted where a gap is too wide for a space; `wide`: how wide that is
    in a row that is not known to be plain.
    """
    if row.plain:
        return [_bare(row)] if row.inked else []
    if row.parts:
        return _segments(row.parts)
    x0s, x1s, _, sizes = row.page.lists
    found: list[list[int]] = []
    end = 0.0
    for at in _shown(row):
        if not found or x0s[at] - end > wide * sizes[at]:
            found.append([])
            end = x1s[at]
        found[-1].append(at)
        end = max(end, x1s[at])
    return [row_of(row.page, places) for places in found]


def _segments(parts: Sequence[Row]) -> list[Row]:
    """Return the pieces of a row made of plain ones: no gap within these is wide."""
    found: list[list[Row]] = []
    end = 0.0
    for part in parts:
        if part.inked is None:
            continue
        x0, x1, size = part.inked
        if not found or x0 - end > WIDE * size:
            found.append([])
            end = x1
        found[-1].append(_bare(part))
        end = max(end, x1)
    return list(map(joined, found))


def _shown(row: Row) -> list[int]:
    """Return the places of a row's letters that are no spaces."""
    texts = row.page.texts
    return list(row.places) if row.bare else [at for at in row.places if texts[at] != " "]


def _bare(row: Row) -> Row:
    """Return a plain row without its spaces."""
    if row.bare or row.inked is None:
        return row
    shown = _shown(row)
    x1s, ys = row.page.lists[1], row.page.lists[2]
    x0, _, size = row.inked
    last, y = x1s[shown[-1]], ys[shown[0]]
    return Row(row.page, shown, x0, last, y, size, row.inked, plain=True, bare=True)
