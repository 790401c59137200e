"""What a page holds: boxes, letters, lines, tables; a piece of text with its places."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    Floats: TypeAlias = array[float]
    Integers: TypeAlias = array[int]
else:  # Python 3.11 cannot subscript array, and run/packing looks at these types
    Floats = Integers = array


# Code points no text may hold: halves of a pair, which UTF-8 cannot write.
LONE = re.compile("[\ud800-\udfff]")
PEN = "\N{LOWER RIGHT PENCIL}"  # stands in a text for what is written by hand
TEXT, RAW = attrgetter("text"), attrgetter("raw")  # of a line


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
    `bold`: all its letters are set in bold, or drawn so; false where the page is a picture.
    """

    text: str
    box: Box
    edges: Floats
    raw: str
    after: str = "\n"
    doubtful: tuple[Doubtful, ...] = ()
    home: Place | None = None
    running: bool = False
    bold: bool = False

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
    OCR was used, it is doubtful or unread. `unseen`: what the file says of it that it does not
    show: left out, and no doubt of what it shows.

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
    unseen: Words | None = None

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
WRAPPED = re.compile(rf"(?<=[{THAI}])\n(?=[{THAI}])|(?<=\d)\n(?=\d)")


def unwrapped(text: str) -> str:
    """Return a quote on one line: Thai wraps without a space, so a break between two Thai letters
    or two digits leaves nothing.
    """
    text = text.strip()
    if "\n" in text:
        text = WRAPPED.sub("", text)
    return " ".join(text.split())


# How a file is opened: by pdfium as it is (and mended where that fails), mended by qpdf at once,
# not looked through by qpdf, or by pdfplumber alone.
Way = Literal["plain", "mended", "unchecked", "letters"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: `pages` from and to (from 1, both read), when to read pictures of pages, what
    reads text layers, most pages, what reads pictures, its version if it is not ours, and how the
    file is opened.
    """

    pages: tuple[int, int] | None = None
    ocr: Literal["auto", "never", "always"] = "auto"
    engine: Literal["auto", "pdfium", "plumber"] = "auto"
    max_pages: int = 2000
    ocr_engine: Literal["own", "tesseract"] = "own"
    ocr_version: str = ""
    way: Way = "plain"


def valid(text: str) -> str:
    """Return the text with U+FFFD for each letter that no text may hold; as long as before."""
    return LONE.sub("\ufffd", text)


def _is_valid(text: str) -> bool:
    """Tell whether a text holds only what UTF-8 can write."""
    try:
        text.encode("utf-16")  # asks the same of each letter as UTF-8, several at a time
    except UnicodeEncodeError:
        return False
    return True


def valid_page(page: Page) -> Page:
    if _is_valid("".join([*map(TEXT, page.lines), *map(RAW, page.lines)])):
        return page
    lines = (replace(line, text=valid(line.text), raw=valid(line.raw)) for line in page.lines)
    return replace(page, lines=tuple(lines))
