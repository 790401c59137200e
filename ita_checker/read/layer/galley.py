"""The letters of a page side by side: what is asked of all of them is asked of whole columns.

A galley is a sequence of letters like any other; they are made one by one only for who asks so:
most pages need no mending, and nobody asks.
"""

from __future__ import annotations

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
        return self.letters[index]

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Letter]:
        return iter(self.letters)

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
        """Tell which letters are said to be marks."""
        return self.among(_MARK)

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
