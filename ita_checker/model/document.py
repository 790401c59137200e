"""The document as read: its pages joined to one text, and pieces of it with their places."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import InitVar, dataclass, field
from functools import cached_property
from itertools import accumulate, repeat
from operator import add, attrgetter

from ita_checker.model.pages import (
    TEXT,
    Cell,
    Doubtful,
    Integers,
    Line,
    Page,
    Place,
    Source,
    Span,
    unwrapped,
    valid_page,
)

AFTER = attrgetter("after")  # of a line
SAME_PLACE = 0.1  # points between a letter's edge as drawn and as kept


@dataclass(frozen=True)
class Document:
    """A PDF as read. Pages are joined by form feeds; offsets are into `text`. Whatever a font or a
    reader made of it, all text is valid Unicode.
    """

    path: str
    sha256: str
    pages: tuple[Page, ...]
    valid: InitVar[bool] = False  # the pages' letters are those of another document
    text: str = field(init=False, repr=False, compare=False)
    _starts: Integers = field(init=False, repr=False, compare=False)
    _lines: tuple[tuple[int, Line], ...] = field(init=False, repr=False, compare=False)
    _first: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _pictures: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self, valid: bool) -> None:
        if not valid:
            object.__setattr__(self, "pages", tuple(map(valid_page, self.pages)))
        pieces: list[str] = []
        starts, offset = array("L"), 0
        lines: list[tuple[int, Line]] = []
        first: list[int] = []
        for page in self.pages:
            first.append(len(lines))
            lines += zip(repeat(page.number), page.lines)
            own = [*map(add, map(TEXT, page.lines), map(AFTER, page.lines))]
            *begins, end = accumulate(map(len, own), initial=offset)
            starts.extend(begins)
            pieces += own
            pieces.append("\f")
            offset = end + 1
        for name, value in (
            ("text", "".join(pieces)),
            ("_starts", starts),
            ("_lines", tuple(lines)),
            ("_first", tuple(first)),
            ("_pictures", frozenset(p.number for p in self.pages if p.source is Source.OCR)),
        ):
            object.__setattr__(self, name, value)

    @cached_property
    def unread(self) -> tuple[int, ...]:
        """Return the numbers of the pages that were not read."""
        return tuple([page.number for page in self.pages if page.source is Source.UNREAD])

    @property
    def scanned(self) -> bool:
        """Tell whether a page was read from a picture."""
        return bool(self._pictures)

    def cell(self, page: Page, cell: Cell) -> tuple[int, int]:
        """Return the offsets of a cell's text, its closing tab left out."""
        first = self._first[page.number - self.pages[0].number]
        last = first + cell.last - 1
        return self._starts[first + cell.first], self._starts[last] + len(self._lines[last][1].text)

    def redrawn(self, offset: int) -> bool:
        """Tell whether the letter at an offset is an Arabic digit that the page shows as a Thai
        one.
        """
        for number, line, at, _ in self.lines_in(offset, offset + 1):
            left = line.edges[2 * at]
            place = line.place(number, left, left)
            page = self.pages[place.page - self.pages[0].number]
            return any(
                abs(x - left) < SAME_PLACE and place.box.top <= y <= place.box.bottom
                for x, y in page.redrawn
            )
        return False

    def lines_in(self, start: int, end: int) -> Iterator[tuple[int, Line, int, int]]:
        """Yield page number, line, and the part [from, to) of the line that lies in [start,
        end).
        """
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self._starts)):
            offset = self._starts[index]
            if offset >= end:
                return
            number, line = self._lines[index]
            low, high = max(0, start - offset), min(len(line.text), end - offset)
            if low < high:
                yield number, line, low, high

    def unsure(self, start: int, end: int) -> Iterator[tuple[int, Doubtful]]:
        """Yield the letters in [start, end) that were read from a picture without certainty, each
        with its offset.
        """
        if not self.scanned:
            return  # all letters of text layers are sure
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self._starts)):
            offset = self._starts[index]
            if offset >= end:
                return
            for one in self._lines[index][1].doubtful:
                if start <= offset + one.index < end:
                    yield offset + one.index, one

    def span(self, start: int, end: int) -> Span:
        """Return the piece [start, end) with its quote and places."""
        places: list[Place] = []
        doubtful: list[Doubtful] = []
        numbers: set[int] = set()
        for number, line, low, high in self.lines_in(start, end):
            x = line.edges[2 * low : 2 * high]
            places.append(line.place(number, min(x), max(x)))
            if line.doubtful:
                doubtful.extend(letter for letter in line.doubtful if low <= letter.index < high)
            numbers.add(places[-1].page)
        ocr = not numbers.isdisjoint(self._pictures)
        return Span(
            start, end, unwrapped(self.text[start:end]), tuple(places), tuple(doubtful), ocr
        )
