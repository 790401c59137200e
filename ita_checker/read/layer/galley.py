"""The letters of a page side by side: what is asked of all of them is asked of whole columns.

A galley is a sequence of letters like any other; they are made one by one only for who asks so:
most pages need no mending, and nobody asks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
_NEW = tuple.__new__  # a third faster than Letter(...), and there are thousands


def codes_of(letters: frozenset[str]) -> Mask:
    """Return for each code whether it is one of some letters, for `Galley.among`."""
    return np.array([chr(code) in letters for code in range(LAST + 1)])


_MARK = codes_of(MARKS)


@dataclass(frozen=True, eq=False)
class Galley(Sequence[Letter]):
    """Columns of what `Letter` holds. `inks`: left, top, right, bottom, not numbers where none is
    known; `raws`: what the file said, of the letters that were mended.
    """

    texts: list[str]
    x0: Numbers
    x1: Numbers
    y: Numbers
    size: Numbers
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
        if not letters:
            return Galley([], *np.zeros((4, 0)), np.zeros(0, np.int64), np.zeros((0, 4)))
        texts, x0s, x1s, ys, sizes, fonts, inks, raws = zip(*letters, strict=True)
        sides = (np.array(side, np.float64) for side in (x0s, x1s, ys, sizes))
        drawn = np.array([ink or NO_INK for ink in inks], np.float64)
        said = {at: raw for at, raw in enumerate(raws) if raw} if any(raws) else {}
        return Galley(list(texts), *sides, np.array(fonts, np.int64), drawn, said)

    @cached_property
    def letters(self) -> list[Letter]:
        """Return the letters one by one."""
        inks: list[Ink | None] = [None] * len(self.texts)
        inked = np.flatnonzero(self.inked)
        for index, box in zip(inked.tolist(), self.inks[inked].tolist(), strict=True):
            inks[index] = _NEW(Ink, box)
        raws = [self.raws.get(index, "") for index in range(len(self))] if self.raws else repeat("")
        sides = (side.tolist() for side in (self.x0, self.x1, self.y, self.size, self.font))
        return list(map(_NEW, repeat(Letter), zip(self.texts, *sides, inks, raws)))

    def some(self, indexes: Sequence[int]) -> list[Letter]:
        """Return a few of the letters, one by one."""
        return self.ordered(np.asarray(indexes, np.int64)).letters

    def ordered(self, indexes: Indexes) -> Galley:
        """Return letters in an order."""
        places = indexes.tolist()
        raws = self.raws and {
            new: self.raws[old] for new, old in enumerate(places) if old in self.raws
        }
        sides = (side[indexes] for side in (self.x0, self.x1, self.y, self.size, self.font))
        texts = self.texts
        return Galley([texts[at] for at in places], *sides, self.inks[indexes], raws)

    def followed_by(self, other: Galley) -> Galley:
        """Return the letters, and others after them."""
        raws = dict(self.raws) | {len(self) + at: raw for at, raw in other.raws.items()}
        sides = (
            np.append(mine, theirs)
            for mine, theirs in (
                (self.x0, other.x0),
                (self.x1, other.x1),
                (self.y, other.y),
                (self.size, other.size),
                (self.font, other.font),
            )
        )
        inks = np.concatenate([self.inks, other.inks])
        return Galley(self.texts + other.texts, *sides, inks, raws)

    @cached_property
    def inked(self) -> Mask:
        """Tell of which letters the ink is known."""
        return ~np.isnan(self.inks[:, 0])

    @cached_property
    def codes(self) -> Indexes:
        """Return the codes of the letters; of clusters, those of the letters that hold the marks."""
        text = "".join(self.texts)
        if len(text) != len(self.texts):
            text = "".join([each[0] for each in self.texts])
        units = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        return units.astype(np.int64)

    @cached_property
    def spaces(self) -> Mask:
        """Tell which letters are spaces."""
        return self.codes == ord(" ")

    def among(self, which: Mask) -> Mask:
        """Tell which letters are among those of `codes_of`."""
        found: Mask = which[np.minimum(self.codes, LAST)]
        return found

    @cached_property
    def marks(self) -> Mask:
        """Tell which letters are said to be marks, and nothing but one."""
        found = self.among(_MARK)
        for at in np.flatnonzero(found).tolist() if self.is_clustered else ():
            found[at] = len(self.texts[at]) == 1
        return found

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
        sides = (side[which] for side in (self.x0, self.x1, self.y, self.size, self.font))
        return Galley(list(compress(self.texts, which.tolist())), *sides, self.inks[which], raws)

    def said(self, texts: list[str], raws: Mapping[int, str]) -> Galley:
        """Return the letters with other texts, in the same places."""
        return replace(self, texts=texts, raws=raws)

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
