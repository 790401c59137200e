"""The letters of a page side by side: what is asked of all of them is asked of whole columns.

A galley is a sequence of letters like any other; they are made one by one only for who asks so:
most pages need no mending, and nobody asks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress, repeat
from typing import overload

import numpy as np
import numpy.typing as npt

from ita_checker.read.layer.letters import MARKS, Ink, Letter

Numbers = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
LAST = 0x0E5C  # codes from here on are alike
NO_INK = (math.nan,) * 4
# of the letter size: white within a run that may part two columns, and where that is no space, and
# so near (points) to where it begins so many others begin; and where a number begins or ends that
# white parts from what is right beside it, as others there are
PARTED, CLOSE, AT, OTHERS, TIGHT = 0.6, 0.45, 1.0, 2, 0.15
# so little where most white without a space does, and more than once: files that draw no spaces
# have it at every word
CLOSER, MOST, AS_WIDE = 0.28, 0.6, 0.02
UP = 0.9  # of the letter size: what is drawn so much higher than what is before begins a cell
_NEW = tuple.__new__  # a third faster than Letter(...), and there are thousands


def codes_of(letters: frozenset[str]) -> Mask:
    """Return for each code whether it is one of some letters, for `Galley.among`."""
    return np.array([chr(code) in letters for code in range(LAST + 1)])


_MARK = codes_of(MARKS)
_ENDS = codes_of(frozenset(".)"))  # of a list's marks, and of what is shortened
_DIGITS = codes_of(frozenset("0123456789๐๑๒๓๔๕๖๗๘๙"))


def _as_others(sides: Numbers, those: Mask, asked: Mask) -> Mask:
    """Tell of some white whether it begins or ends where enough of that does, itself left out."""
    places, at = np.sort(sides[those]), sides[asked]
    low, high = (np.searchsorted(places, at + step) for step in (-AT, AT))
    found = np.zeros_like(asked)
    found[asked] = high - low - those[asked] >= OTHERS
    return found


def _closer(sides: Numbers, gaps: Numbers, wide: Mask, close: Mask) -> Mask:
    """Tell which little white without a space parts columns: that which begins where other such
    white or wide one does, on a page where most does so, and is not as wide as words are apart.
    """
    begun = _as_others(sides, wide | close, close)
    count, spaces = np.count_nonzero(begun), np.sort(gaps[close & ~begun])
    if count < max(2, MOST * np.count_nonzero(close)):
        return np.zeros_like(begun)
    low, high = (np.searchsorted(spaces, gaps + step) for step in (-AS_WIDE, AS_WIDE))
    found: Mask = begun & (high - low < OTHERS)
    return found


@dataclass(frozen=True, eq=False)
class Galley(Sequence[Letter]):
    """Columns of what `Letter` holds. `sides`: x0, x1, y and size; `inks`: left, top, right, bottom
    of each, not numbers where none is known; `raws`: what the file said, of the letters that were
    mended.
    """

    texts: list[str]
    sides: Numbers
    font: Indexes
    inks: Numbers
    raws: Mapping[int, str] = field(default_factory=dict)

    @overload
    def __getitem__(self, index: int) -> Letter: ...

    @overload
    def __getitem__(self, index: slice) -> list[Letter]: ...

    def __getitem__(self, index: int | slice) -> Letter | list[Letter]:
        return self.letters[index] if isinstance(index, slice) else self.some([index])[0]

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Letter]:
        return iter(self.letters)

    @staticmethod
    def of(letters: Sequence[Letter]) -> Galley:
        """Return letters as a galley."""
        if isinstance(letters, Galley):
            return letters
        none = Letter("", 0.0, 0.0, 0.0, 0.0, 0)
        texts, x0s, x1s, ys, sizes, fonts, inks, raws = zip(none, *letters, strict=True)
        sides = np.array([x0s, x1s, ys, sizes], np.float64)[:, 1:]
        drawn = np.array([ink or NO_INK for ink in inks], np.float64)[1:]
        said = {at: raw for at, raw in enumerate(raws[1:]) if raw}
        return Galley(list(texts[1:]), sides, np.array(fonts[1:], np.int64), drawn, said)

    @cached_property
    def letters(self) -> list[Letter]:
        """Return the letters one by one."""
        inks: list[Ink | None] = [None] * len(self.texts)
        inked = np.flatnonzero(self.inked)
        for index, box in zip(inked.tolist(), self.inks[inked].tolist(), strict=True):
            inks[index] = _NEW(Ink, box)
        raws = [self.raws.get(index, "") for index in range(len(self))] if self.raws else []
        raws = raws or [""] * len(self)
        sides = (side.tolist() for side in (*self.sides, self.font))
        return list(map(_NEW, repeat(Letter), zip(self.texts, *sides, inks, raws, strict=True)))

    def some(self, indexes: Sequence[int]) -> list[Letter]:
        """Return a few of the letters, one by one."""
        return self.ordered(np.asarray(indexes, np.int64)).letters

    def ordered(self, indexes: Indexes) -> Galley:
        """Return letters in an order."""
        places = indexes.tolist()
        raws = self.raws and {
            new: self.raws[old] for new, old in enumerate(places) if old in self.raws
        }
        return self._at(indexes, list(map(self.texts.__getitem__, places)), raws)

    def _at(self, indexes: Indexes, texts: list[str], raws: Mapping[int, str]) -> Galley:
        """Return what stands at some places, with its texts; `take` is far faster than an index."""
        sides, inks = self.sides.take(indexes, axis=1), self.inks.take(indexes, axis=0)
        made = Galley(texts, sides, self.font.take(indexes), inks, raws)
        if "codes" in self.__dict__:
            made.__dict__["codes"] = self.codes.take(indexes)
        return made

    def followed_by(self, other: Galley) -> Galley:
        """Return the letters, and others after them."""
        raws = dict(self.raws) | {len(self) + at: raw for at, raw in other.raws.items()}
        return Galley(
            self.texts + other.texts,
            np.concatenate([self.sides, other.sides], axis=1),
            np.append(self.font, other.font),
            np.concatenate([self.inks, other.inks]),
            raws,
        )

    @property
    def x0(self) -> Numbers:
        """Return where each letter begins."""
        side: Numbers = self.sides[0]
        return side

    @property
    def x1(self) -> Numbers:
        """Return where each letter ends."""
        side: Numbers = self.sides[1]
        return side

    @property
    def y(self) -> Numbers:
        """Return the base line of each letter."""
        side: Numbers = self.sides[2]
        return side

    @property
    def size(self) -> Numbers:
        """Return the size of each letter."""
        side: Numbers = self.sides[3]
        return side

    @cached_property
    def lists(self) -> tuple[list[float], list[float], list[float], list[float]]:
        """Return where each letter begins and ends, its base line and its size, to be asked one by
        one.
        """
        x0, x1, y, size = self.sides.tolist()
        return x0, x1, y, size

    @cached_property
    def inked(self) -> Mask:
        """Tell of which letters the ink is known."""
        found: Mask = ~np.isnan(self.inks[:, 0])
        return found

    @cached_property
    def codes(self) -> Indexes:
        """Return the codes of the letters; of clusters, those of the letters under the marks."""
        text = "".join(self.texts)
        if self.is_clustered:
            text = "".join([each[0] for each in self.texts])
        units = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        return units.astype(np.int64)

    @cached_property
    def spaces(self) -> Mask:
        """Tell which letters are spaces."""
        found: Mask = self.codes == ord(" ")
        return found

    def among(self, which: Mask) -> Mask:
        """Tell which letters are among those of `codes_of`."""
        found: Mask = which[np.minimum(self.codes, LAST)]
        return found

    @cached_property
    def parted(self) -> list[int]:
        """Return the places of the letters that stand so far from the one before, spaces left out,
        that columns may be parted there.
        """
        shown = (~self.spaces).nonzero()[0]
        x0, x1, y, size = self.sides.take(shown, axis=1)
        gaps = (x0[1:] - x1[:-1]) / np.maximum(size[1:], 1.0)
        wide = gaps >= PARTED
        # cells are set without a space between: little white parts them where others begin, too
        close = ~wide & (gaps >= TIGHT) & (np.diff(shown) == 1)
        if close.any() and wide.any():
            begun = _as_others(x0[1:], wide, close)
            cells = _as_others(x0[1:], y[1:] - y[:-1] < -UP * size[1:], close)
            number = self.among(_DIGITS)[shown]
            amounts = close & (number[:-1] | number[1:])
            ended = _as_others(x1[:-1], wide, amounts)
            marks = self.among(_ENDS)[shown][:-1]
            apart = close & (gaps >= CLOSER) & ~marks & ~(number[:-1] & number[1:])
            closer = _closer(x0[1:], gaps, wide, apart)
            wide |= (begun & (amounts | (gaps >= CLOSE))) | ended | closer | cells
        places: list[int] = shown[1:][wide].tolist()
        return places

    @cached_property
    def marks(self) -> Mask:
        """Tell which letters are said to be marks, and nothing but one."""
        found: Mask = self.among(_MARK)
        for at in np.flatnonzero(found).tolist() if self.is_clustered else ():
            found[at] = len(self.texts[at]) == 1
        return found

    @cached_property
    def counts(self) -> Indexes:
        """Return of how many letters each text is."""
        return np.fromiter(map(len, self.texts), np.int64, len(self.texts))

    @cached_property
    def is_clustered(self) -> bool:
        """Tell whether any text is of more than one letter."""
        return len("".join(self.texts)) != len(self.texts)

    def take(self, which: Mask) -> Galley:
        """Return some of the letters."""
        raws: dict[int, str] = {}
        if self.raws:
            places = (np.cumsum(which) - 1).tolist()
            raws = {places[index]: raw for index, raw in self.raws.items() if which[index]}
        texts = list(compress(self.texts, which.tolist()))
        return self._at(which.nonzero()[0], texts, raws)

    def said(self, texts: list[str], raws: Mapping[int, str]) -> Galley:
        """Return the letters with other texts, in the same places."""
        return Galley(texts, self.sides, self.font, self.inks, raws)

    def with_marks(self, texts: list[str], raws: Mapping[int, str]) -> Galley:
        """Return the letters with their marks behind each: clusters, whose letters keep their
        codes.
        """
        made = self.said(texts, raws)
        made.__dict__["codes"] = self.codes
        return made

    def read_as(self, mended: Mapping[int, str]) -> Galley:
        """Return the letters, some of them as those they stand for, with the way back to what the
        file said.
        """
        if not mended:
            return self
        texts, raws = self.texts.copy(), dict(self.raws)
        for index, text in mended.items():
            raws[index] = raws.get(index) or texts[index]
            texts[index] = text
        return self.said(texts, raws)
