"""What was read: boxes, letters, lines, tables, pages, the document and its pieces."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    Floats: TypeAlias = array[float]
    Integers: TypeAlias = array[int]
else:  # Python 3.11 cannot subscript array, and run/packing looks at these types
    Floats = Integers = array

SAME_PLACE = 0.1  # points between a letter's edge as drawn and as kept


# Code points no text may hold: halves of a pair, which UTF-8 cannot write.
LONE = re.compile("[\ud800-\udfff]")


class Source(StrEnum):
    """Where the text of a page comes from."""

    TEXT = "text"
    OCR = "ocr"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in both languages."""

    th: str
    en: str


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle in points from the page's top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A letter the reader is not sure of: its index in the line, its probability (0 to 1) and what
    else it may be.
    """

    index: int
    confidence: float
    others: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: page from 1, and a box on it."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """One line of letters, repaired. `edges` holds x0 and x1 of each letter (2 * len(text) points).

    `after` is what stands between this line and the next in the page's text: "\\n" where the text
    may run on, "\\t" at the end of a table cell, "\\t\\n" at the end of a table row.

    `home`: where it is printed, of a line that was put to the piece of the page before which it
    goes on; its own box then says where it would stand there. `running`: a running head or foot.
    """

    text: str
    box: Box
    edges: Floats
    raw: str
    after: str = "\n"
    doubtful: tuple[Doubtful, ...] = ()
    home: Place | None = None
    running: bool = False

    def place(self, page: int, x0: float, x1: float) -> Place:
        """Return where the letters from x0 to x1 are printed; `page` is the one the line is on."""
        number, box = (self.home.page, self.home.box) if self.home else (page, self.box)
        return Place(number, Box(x0, box.top, x1, box.bottom))


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: row and column from 0, how many it spans, and its lines page.lines[first:last]
    (at least one, perhaps empty).
    """

    row: int
    column: int
    rows: int
    columns: int
    first: int
    last: int
    box: Box


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one page, cells in reading order. `ruled` tells whether drawn lines made it."""

    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read; `lines` stand in reading order, those of a table cell by cell. `reason`: why
    OCR was used or it is unread.

    `redrawn`: left edge and base line, in points, of the Arabic digits whose font draws them as
    Thai ones (TH SarabunIT๙).
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    source: Source = Source.TEXT
    reason: Words | None = None
    blank: bool = False
    quality: str = "trusted"
    redrawn: tuple[tuple[float, float], ...] = ()

    @property
    def text(self) -> str:
        """Return the page's text, lines joined by what stands after each."""
        return "".join(line.text + line.after for line in self.lines)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a document: offsets into its text, the quote letter for letter, its places (one
    per line), its unsure letters.
    """

    start: int
    end: int
    quote: str
    places: tuple[Place, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    ocr: bool = False


THAI = "\u0e01-\u0e4e"


def unwrapped(text: str) -> str:
    """Return a quote on one line: Thai wraps without a space, so a break between two Thai letters
    or two digits leaves nothing.
    """
    return re.sub(
        r"\s+", " ", re.sub(rf"(?<=[{THAI}])\n(?=[{THAI}])|(?<=\d)\n(?=\d)", "", text.strip())
    )


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: `pages` from and to (from 1, both read), when to read pictures of pages, what
    reads text layers, most pages, what reads pictures, and its version if it is not ours.
    """

    pages: tuple[int, int] | None = None
    ocr: Literal["auto", "never", "always"] = "auto"
    engine: Literal["auto", "pdfium", "plumber"] = "auto"
    max_pages: int = 2000
    ocr_engine: Literal["own", "tesseract"] = "own"
    ocr_version: str = ""


def valid(text: str) -> str:
    """Return the text with U+FFFD for each letter that no text may hold; as long as before."""
    return LONE.sub("\ufffd", text)


def _valid(page: Page) -> Page:
    if not any(LONE.search(line.text) or LONE.search(line.raw) for line in page.lines):
        return page
    lines = (replace(line, text=valid(line.text), raw=valid(line.raw)) for line in page.lines)
    return replace(page, lines=tuple(lines))


@dataclass(frozen=True)
class Document:
    """A PDF as read. Pages are joined by form feeds; offsets are into `text`. Whatever a font or a
    reader made of it, all text is valid Unicode.
    """

    path: str
    sha256: str
    pages: tuple[Page, ...]
    text: str = field(init=False, repr=False, compare=False)
    _starts: Integers = field(init=False, repr=False, compare=False)
    _lines: tuple[tuple[int, Line], ...] = field(init=False, repr=False, compare=False)
    _first: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pages", tuple(map(_valid, self.pages)))
        pieces: list[str] = []
        starts, offset = array("L"), 0
        lines: list[tuple[int, Line]] = []
        first: list[int] = []
        for page in self.pages:
            first.append(len(lines))
            for line in page.lines:
                starts.append(offset)
                lines.append((page.number, line))
                pieces.append(line.text + line.after)
                offset += len(line.text) + len(line.after)
            pieces.append("\f")
            offset += 1
        for name, value in (
            ("text", "".join(pieces)),
            ("_starts", starts),
            ("_lines", tuple(lines)),
            ("_first", tuple(first)),
        ):
            object.__setattr__(self, name, value)

    @property
    def unread(self) -> tuple[int, ...]:
        """Return the numbers of the pages that were not read."""
        return tuple(page.number for page in self.pages if page.source is Source.UNREAD)

    def page_of(self, offset: int) -> int:
        """Return the number of the page on which the offset stands (from 1)."""
        return self.pages[self.text.count("\f", 0, offset)].number

    def cell(self, page: Page, cell: Cell) -> tuple[int, int]:
        """Return the offsets of a cell's text, its closing tab left out."""
        index = self._first[page.number - self.pages[0].number] + cell.last - 1
        return self._starts[index - (cell.last - 1 - cell.first)], self._starts[index] + len(
            self._lines[index][1].text
        )

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
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self._starts)):
            offset = self._starts[index]
            if offset >= end:
                return
            yield from (
                (offset + one.index, one)
                for one in self._lines[index][1].doubtful
                if start <= offset + one.index < end
            )

    def span(self, start: int, end: int) -> Span:
        """Return the piece [start, end) with its quote and places."""
        places: list[Place] = []
        doubtful: list[Doubtful] = []
        numbers: set[int] = set()
        for number, line, low, high in self.lines_in(start, end):
            x = line.edges[2 * low : 2 * high]
            places.append(line.place(number, min(x), max(x)))
            doubtful.extend(letter for letter in line.doubtful if low <= letter.index < high)
            numbers.add(places[-1].page)
        ocr = any(page.source is Source.OCR for page in self.pages if page.number in numbers)
        return Span(
            start, end, unwrapped(self.text[start:end]), tuple(places), tuple(doubtful), ocr
        )
