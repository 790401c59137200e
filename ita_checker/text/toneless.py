"""A flow's text without tones and in one spelling, as phrases are looked for in it, and where each
of its letters stands in the flow.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from ita_checker.text.compare import ALSO_RIGHT, BARE

if TYPE_CHECKING:
    from ita_checker.text.offsets import Table

UNUSUAL = re.compile("(?<=ดุล)ย(?=์?พินิจ)")  # what the usual spelling has not: ดุล[ย์]พินิจ


@dataclass(frozen=True, slots=True)
class Bare:
    """A flow's text without tones; `dropped`: before which of its letters each was left out, in
    order.
    """

    text: str
    dropped: array[int]

    def at(self, index: int) -> int:
        """Return the flow index of a letter (of the text's end, for one past the last)."""
        return index + bisect_right(self.dropped, index)

    def index(self, at: int) -> int:
        """Return which is the first letter at or after a flow index."""
        low, high = 0, len(self.dropped)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.dropped[middle] + middle < at else (low, middle)
        return at - low


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some stretches of a flow's text without tones, one ended by a page's end before the next
    begins; where each begins, here and in the whole `page`.
    """

    text: str
    page: Bare
    starts: tuple[int, ...]
    firsts: tuple[int, ...]

    def at(self, index: int) -> int:
        """Return the flow index of a letter."""
        stretch = bisect_right(self.starts, index) - 1
        return self.page.at(self.firsts[stretch] + index - self.starts[stretch])


def bare_of(text: str) -> Bare:
    """Return a text without tones and in one spelling of words that have two."""
    from ita_checker.text.offsets import left

    also = UNUSUAL.finditer(text) if any(other in text for other, _ in ALSO_RIGHT) else ()
    return Bare(*left(text, _table(), [match.start() for match in also]))


@cache
def _table() -> Table:
    from ita_checker.text.offsets import table

    return table(BARE)


def excerpt_of(page: Bare, stretches: Iterable[tuple[int, int]]) -> Excerpt:
    """Return some stretches of a flow's text."""
    places = [(page.index(start), page.index(end)) for start, end in stretches]
    letters = [page.text[first:last] + "\f" for first, last in places]
    starts = tuple(accumulate(map(len, letters[:-1]), initial=0))
    return Excerpt("".join(letters), page, starts, tuple(first for first, _ in places))
