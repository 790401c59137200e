"""All rows of a page to lines at once. What is unusual in a row, such as letters drawn twice or
dots under letters, is left to `lines.line`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

import numpy as np

from ita_checker.model import Box, Line
from ita_checker.read.layer.galley import LAST, Galley, Indexes, Mask, Numbers, codes_of
from ita_checker.read.layer.letters import AA, AM, DOUBLED, NIKHAHIT
from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.page import broken
from ita_checker.read.page.lines import (
    A_FEW,
    ASCENT,
    DESCENT,
    DOTS,
    JOINS,
    NARROW,
    NONE,
    SPACE,
    TIGHT,
    USUAL,
    WORDS,
    E,
    line,
)
from ita_checker.read.page.rows import Row
from ita_checker.read.page.tucked import tuck

_DOT = codes_of(DOTS)
OVERLAPS = 0.02  # of the letter size: a letter drawn so far over the next one
APART = 0.05  # of the letter size: how far letters that are spread out stand apart at least


def lines(rows: Sequence[Row], bold: frozenset[int] = NONE) -> list[Line]:
    """Return rows of a page, none of spaces alone, each as `lines.line` does."""
    return list(_Setting(rows, bold).lines()) if rows else []


def box(rows: Sequence[Row]) -> Box:
    """Return the box around rows of a page, as `lines.box` does."""
    if not rows:
        return Box(0.0, 0.0, 0.0, 0.0)
    page = rows[0].page
    places = np.array(list(chain.from_iterable(row.places for row in rows)))
    shown = places[~page.spaces[places]]
    x0, x1, y, size = page.sides.take(shown if len(shown) else places, axis=1)
    top, bottom = (y - ASCENT * size).min(), (y + DESCENT * size).max()
    return Box(float(x0.min()), float(top), float(x1.max()), float(bottom))


def _ending(cluster: Cluster, x1: float) -> Cluster:
    """Return a cluster that ends elsewhere."""
    return cluster if cluster.x1 == x1 else cluster._replace(x1=x1)


@dataclass(slots=True)
class _Edges:
    """The sides of all letters that lines hold, and where those of each line begin."""

    sides: Numbers  # left and right of each
    starts: list[int]


class _Setting:
    """The letters of rows side by side: `at`, their places on the page; `of`, the number of the row
    of each; `first`, the number of the first letter of each row. Of those that are no spaces
    `shown`, their numbers, and `row`, that of the row of each.
    """

    def __init__(self, rows: Sequence[Row], bold: frozenset[int]) -> None:
        self.rows, self.bold = rows, bold
        self.page: Galley = rows[0].page
        lengths = np.fromiter(map(len, rows), np.int64, len(rows))
        self.at = np.fromiter(
            chain.from_iterable([row.places for row in rows]), np.int64, int(lengths.sum())
        )
        self.first = lengths.cumsum() - lengths
        self.middle = self.first + lengths // 2
        self.of = np.arange(len(rows)).repeat(lengths)
        self.x0, self.x1, self.y, self.size = self.page.sides.take(self.at, axis=1)
        self.spaces = self.page.spaces[self.at]
        self.after_space = self._after_space()
        self.shown: Indexes = (~self.spaces).nonzero()[0]
        self.row: Indexes = self.of[self.shown]
        self.begins: Indexes = np.searchsorted(self.row, np.arange(len(rows)))
        self.odd = np.zeros(len(rows), bool)
        self.lengths = self.page.counts[self.at]
        self._squeeze()
        dots = _DOT[np.minimum(self.page.codes[self.at], LAST)]
        if dots.any():
            tuck(self.at, self.of, dots, self.x0, self.x1)
        self._look(dots)

    def _after_space(self) -> Mask:
        """Tell before which letters the file says a space: rows do not hold all of them."""
        page = self.page
        wide = page.spaces & (page.x1 - page.x0 > NARROW * page.size)
        found: Mask = np.append(False, wide[:-1])[self.at]
        return found

    def _squeeze(self) -> None:
        """Let letters be as narrow as they are set in rows of which most overlap, or of a page of
        which most do: closer than their font's own widths tell, which would hide spaces and dots.
        """
        x0, x1, of = self.x0, self.x1, self.of[1:]
        inner, step, wide = of == self.of[:-1], x0[1:] - x0[:-1], (x1 - x0)[:-1]
        over = inner & (step < wide - OVERLAPS * self.size[:-1]) & (step >= DOUBLED * wide)
        if not over.any():
            return
        often = 2 * np.bincount(of[over], minlength=len(self.rows))
        count = np.bincount(of[inner], minlength=len(self.rows))
        tight = (often > count) | ((often > 0) & (often.sum() > count.sum()))
        covers = np.where(inner & (x0[1:] < x1[:-1]) & (step > 0), x0[1:], -np.inf)
        least = np.maximum(x0, np.append(covers, -np.inf))
        for number in tight.nonzero()[0].tolist():
            own = self.of == number
            closer = self._closer((wide - step)[inner & (of == number)], own.nonzero()[0])
            self.x1[own] = np.maximum(x1[own] - closer, least[own])

    def _closer(self, over: Numbers, row: Indexes) -> Numbers:
        """Return by how much less room each letter of a row takes than its font tells; `over`: how
        far it reaches over the next one. Word sets letters closer, but not those with marks; the
        space after a letter is closer, too, unless letters are spread out there.
        """
        marked = self.lengths[row] > 1
        own = [
            max(0.0, float(np.median(told))) if len(told := over[kind]) else 0.0
            for kind in (~marked[:-1], marked[:-1])
        ]
        apart = over < -APART * self.size[row[:-1]]
        close = np.ones(len(row))
        close[1:][apart], close[:-2][apart[1:]] = 0.0, 0.0
        return np.where(marked, own[1], own[0]) + close * own[0]

    def _look(self, dots: Mask) -> None:
        """Tell in which rows letters may be drawn twice, or dots stand under letters."""
        x0, x1, inner = self.x0, self.x1, self.of[1:] == self.of[:-1]
        step = x0[1:] - x0[:-1]
        twice = (step < DOUBLED * (x1 - x0)[1:]) & inner
        self.odd[self.of[1:][twice]] = True
        if dots.any():
            middle = (x0 + x1) / 2
            under = (dots[1:] & (middle[1:] < x1[:-1])) | (dots[:-1] & (x0[1:] < middle[:-1]))
            back = (step < 0) | (x1[1:] < x1[:-1])
            with_dots = np.zeros(len(self.rows), bool)
            with_dots[self.of[dots]] = True
            self.odd[self.of[1:][(under | (back & with_dots[self.of[1:]])) & inner]] = True

    def lines(self) -> Iterator[Line]:
        """Yield each row as a line."""
        texts, raws = self._texts()
        spaced, ends = self._spaced()
        edges = self._edges(spaced, ends)
        pieces = list(map(texts.__getitem__, self.shown.tolist()))
        for at in spaced.nonzero()[0].tolist():
            pieces[at] = " " + pieces[at]
        bounds = [*self.begins.tolist(), len(pieces)]
        whole = ["".join(pieces[low:high]) for low, high in pairwise(bounds)]
        may_break, boxes, thick = broken.may_be("\n".join(whole)), self._boxes(edges), self._thick()
        floats = edges.sides.astype(np.float32).tobytes()
        firsts = [*self.first.tolist(), len(texts)]
        for number, (row, text, odd) in enumerate(
            zip(self.rows, whole, self.odd.tolist(), strict=True)
        ):
            low, high = firsts[number : number + 2]
            if odd or E + E in text or E + " " + E in text:
                sides = self.x1[low:high].tolist()
                yield line(list(self._apart(row, low, sides)), self.bold)
                continue
            first, last = edges.starts[number : number + 2]
            raw, box = "".join(raws[low:high]), boxes[number]
            sides = array("f", floats[8 * first : 8 * last])
            if may_break and broken.may_be(text):
                made, kept = broken.whole(text, edges.sides[first:last].ravel().tolist())
                if made != text:  # as printed
                    text, raw, sides = made, text, array("f", kept)
                    box = Box(min(kept[::2]), box.top, max(kept[1::2]), box.bottom)
            yield Line(text, box, sides, raw, bold=thick[number])

    def _apart(self, row: Row, first: int, ends: list[float]) -> Iterator[Cluster]:
        """Yield the clusters of a row, ending where they do, and the spaces that the file says."""
        for at, (cluster, x1) in enumerate(zip(row, ends, strict=True), first):
            if self.after_space[at] and at > first and not self.spaces[at - 1]:
                x0, y, size, font = cluster.x0, cluster.y, cluster.size, cluster.font
                yield Cluster(" ", x0 - SPACE * size, x0, y, size, font)
            yield _ending(cluster, x1)

    def _texts(self) -> tuple[list[str], list[str]]:
        """Return what the letters say, and what the file said of them."""
        said, places = self.page.texts, self.at.tolist()
        texts = raws = list(map(said.__getitem__, places))
        if self.page.raws:
            raws = texts.copy()
            for at in np.flatnonzero(np.isin(self.at, [*self.page.raws])).tolist():
                raws[at] = self.page.raws[places[at]] or texts[at]
        if NIKHAHIT in "".join(texts):
            texts = self._with_sara_ams(texts)
        return texts, raws

    def _with_sara_ams(self, printed: list[str]) -> list[str]:
        """Return the letters with ํา as ำ."""
        texts, of = printed.copy(), self.of
        for at in [at for at, text in enumerate(printed) if NIKHAHIT in text]:
            after = at + 1
            if after == len(of) or of[after] != of[at] or printed[after][0] not in (AA, AM):
                continue
            if NIKHAHIT in printed[after]:
                self.odd[of[at]] = True
            elif self.x0[after] - self.x1[at] < JOINS * self.size[after]:
                texts[at] = printed[at].replace(NIKHAHIT, "")
                texts[after] = AM + printed[after][1:]
                self.lengths[at] = len(texts[at])
        return texts

    def _spaced(self) -> tuple[Mask, Numbers]:
        """Tell before which letters a space is set, and where the letters before each end."""
        shown, row = self.shown, self.row
        x0, x1, size = self.x0[shown], self.x1[shown], self.size[shown]
        ends = np.append(np.inf, x1[:-1])
        back = (x1[1:] < x1[:-1]) & (row[1:] == row[:-1])
        if back.any():
            bounds = [*self.begins.tolist(), len(row)]
            for number in np.unique(row[1:][back]).tolist():
                low, high = bounds[number : number + 2]
                ends[low + 1 : high] = list(accumulate(x1[low : high - 1].tolist(), max))
        ends[self.begins] = np.inf
        wide = self.spaces & (self.x1 - self.x0 > NARROW * self.size)
        spaced = self.after_space[shown]
        if wide.any():
            before = wide.cumsum()[shown]
            spaced[1:] |= before[1:] > before[:-1]
        least, gaps = (WORDS * self.size[self.middle])[row], x0 - ends
        found: Mask = gaps > np.where(spaced, NARROW * size, least)
        unsure = found & ~spaced
        if unsure.any():
            least, usual = (told[row[unsure]] for told in self._space())
            marks = np.append(0, self.lengths[shown][:-1] - 1)[unsure]
            found[unsure] = gaps[unsure] > least + marks * usual
        return found, ends

    def _space(self) -> tuple[Numbers, Numbers]:
        """Return for each row the gap from which on two letters are two words, wider where it is
        spread out; and by how much wider for each mark of the first, which may spread marks, too.
        """
        inner = ~self.spaces[1:] & ~self.spaces[:-1] & (self.of[1:] == self.of[:-1])
        gaps, of = (self.x0[1:] - self.x1[:-1])[inner], self.of[1:][inner]
        gaps = gaps[np.lexsort((gaps, of))]
        counts, size = np.bincount(of, minlength=len(self.rows)), self.size[self.middle]
        found: Numbers = SPACE * size
        many = (counts >= A_FEW).nonzero()[0]
        starts = counts.cumsum() - counts
        usual = gaps[(starts + counts // USUAL)[many]]
        tight = gaps[(starts + counts - 1 - counts // USUAL)[many]] <= TIGHT * size[many]
        found[many] = size[many] * np.where(tight, WORDS, SPACE)
        found[many] = np.maximum(found[many], 2 * usual + 0.05 * size[many])
        spread = np.zeros(len(self.rows))
        spread[many] = np.maximum(0.0, usual)
        return found, spread

    def _edges(self, spaced: Mask, ends: Numbers) -> _Edges:
        """Return left and right of each letter of the lines; all letters of a cluster share
        them.
        """
        shown = self.shown
        counts = spaced + self.lengths[shown]
        places = counts.cumsum() - counts
        sides = np.stack((self.x0[shown], self.x1[shown]), axis=1).repeat(counts, axis=0)
        before = places[spaced]
        sides[before, 0], sides[before, 1] = ends[spaced], self.x0[shown][spaced]
        return _Edges(sides, [*places[self.begins].tolist(), len(sides)])

    def _boxes(self, edges: _Edges) -> list[Box]:
        """Return the box of each row."""
        firsts, starts = self.begins, edges.starts[:-1]
        y, size = self.y[self.shown], self.size[self.shown]
        told = (
            np.minimum.reduceat(edges.sides[:, 0], starts),
            np.minimum.reduceat(y - ASCENT * size, firsts),
            np.maximum.reduceat(edges.sides[:, 1], starts),
            np.maximum.reduceat(y + DESCENT * size, firsts),
        )
        return list(map(Box, *(one.tolist() for one in told)))

    def _thick(self) -> list[bool]:
        """Tell in which rows all letters are bold."""
        if not self.bold:
            return [False] * len(self.rows)
        fonts = self.page.font[self.at]
        bold = np.zeros(int(fonts.max()) + 1, bool)
        bold[[font for font in self.bold if font < len(bold)]] = True
        thick: list[bool] = np.logical_and.reduceat(bold[fonts] | self.spaces, self.first).tolist()
        return thick
