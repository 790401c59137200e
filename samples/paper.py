"""Sets a sample's text on pages: headings, paragraphs, ruled tables whose header repeats and whose
rows run over pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF
from pythainlp.tokenize import subword_tokenize, word_tokenize

FONTS = Path(__file__).parent / "fonts"
LEADING = 0.55  # line height in mm per point of type: Thai needs room above and below
PAD = 1.0  # mm inside a table cell
MARGIN = 20.0
LEFT_OF_CELL, ABOVE_CELL = "<<", "^^"  # a cell that is one with its neighbour
SPLIT = 6  # from so many lines on, a row may run over two pages


@dataclass(frozen=True, slots=True)
class Look:
    """How a sample is set: the font family, type size in points, and the page (A4, upright or
    landscape).
    """

    font: str = "Sarabun"
    size: int = 14
    landscape: bool = False
    numbers: str = "thai"  # page numbers: thai, arabic or none


class Paper(FPDF):
    """An A4 document in one Thai font, the same bytes at every making."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(orientation="landscape" if look.landscape else "portrait", format="A4")
        self.look = look
        self.add_font("text", "", FONTS / f"{look.font}-Regular.ttf")
        self.add_font("text", "B", FONTS / f"{look.font}-Bold.ttf")
        self.set_text_shaping(True)
        self.c_margin = 0.0
        self.set_creation_date(datetime(2025, 1, 1, tzinfo=UTC))
        self.set_title(title)
        self.set_auto_page_break(False)
        self.add_page()
        self.y = MARGIN

    def footer(self) -> None:
        """Print the page number."""
        if self.look.numbers == "none":
            return
        number = str(self.page_no())
        if self.look.numbers == "thai":
            number = number.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
        self.set_font("text", "", 11)
        self.write_at((self.w - self.get_string_width(number)) / 2, self.h - 10, number)

    def write_at(self, x: float, baseline: float, text: str) -> None:
        """Set a line there: FPDF.text would lay a tone on the vowel it stands over, FPDF.cell
        shapes.
        """
        if not text:
            return
        y = self.y
        self.set_xy(x, baseline - 0.3 * self.font_size)
        self.cell(h=0, text=text)
        self.y = y

    @property
    def bottom(self) -> float:
        """The last usable y of a page."""
        return self.h - MARGIN

    def fresh(self) -> None:
        """Begin a new page."""
        self.add_page()
        self.y = MARGIN

    def wrapped(self, text: str, width: float, first: float = 0.0) -> list[str]:
        """The lines of a paragraph, broken where words end; the first is `first` mm shorter."""
        lines, line = [], ""
        room = width - first
        for word in self._words(text, width):
            if line and self.get_string_width((line + word).rstrip()) > room:
                lines.append(line.rstrip())
                line, room = word.lstrip(), width
            else:
                line += word
        return [*lines, line.rstrip()]

    def _words(self, text: str, width: float) -> list[str]:
        """Where a line may break: at words, in words wider than the line at letters."""
        parts: list[str] = []
        for word in word_tokenize(text, engine="newmm", keep_whitespace=True):
            parts += (
                [word]
                if self.get_string_width(word) <= width
                else subword_tokenize(word, engine="tcc")
            )
        return parts

    def paragraph(
        self,
        text: str,
        align: str = "left",
        bold: bool = False,
        indent: float = 0.0,
        size: int | None = None,
    ) -> None:
        """Set one paragraph, over pages if need be."""
        points = size or self.look.size
        self.set_font("text", "B" if bold else "", points)
        width = self.w - 2 * MARGIN
        for number, line in enumerate(self.wrapped(text, width, indent)):
            if self.y + points * LEADING > self.bottom:
                self.fresh()
                self.set_font("text", "B" if bold else "", points)
            spare = width - self.get_string_width(line)
            left = indent if number == 0 else 0.0
            shift = {
                "left": left,
                "centre": spare / 2,
                "right": spare,
                "sign": spare / 2 + width * 0.2,
            }
            self.write_at(MARGIN + shift[align], self.y + points * LEADING * 0.75, line)
            self.y += points * LEADING

    def table(self, head: list[list[str]], rows: list[list[str]], shares: list[float]) -> None:
        """Set a ruled table; its header stands again on every page it runs over."""
        unit = (self.w - 2 * MARGIN) / sum(shares)
        widths = [share * unit for share in shares]
        if (
            self.y + (SPLIT + 4) * self.look.size * LEADING > self.bottom
        ):  # a header alone at the foot of a page helps nobody
            self.fresh()
        for row in head:
            self._row(row, widths, True, [])
        for row in rows:
            self._row(row, widths, False, head)
        self.line(MARGIN, self.y, MARGIN + sum(widths), self.y)
        self.y += 3

    def _row(self, row: list[str], widths: list[float], bold: bool, head: list[list[str]]) -> None:
        points = self.look.size - 2
        self.set_font("text", "B" if bold else "", points)
        cells = [self._cell(row, column, widths) for column in range(len(row))]
        left = max(len(lines) for lines in cells)
        while left:
            room = int((self.bottom - self.y - 2 * PAD) / (points * LEADING))
            if room < min(left, SPLIT):
                self.line(MARGIN, self.y, MARGIN + sum(widths), self.y)
                self.fresh()
                for header in head:
                    self._row(header, widths, True, [])
                self.set_font("text", "B" if bold else "", points)
                continue
            taken = min(left, room)
            self._slice(
                row, [lines[:taken] for lines in cells], widths, taken * points * LEADING + 2 * PAD
            )
            cells = [lines[taken:] for lines in cells]
            left -= taken

    def _cell(self, row: list[str], column: int, widths: list[float]) -> list[str]:
        """The lines of a cell, as wide as the columns it spans."""
        if row[column] in (LEFT_OF_CELL, ABOVE_CELL):
            return []
        last = column + 1
        while last < len(row) and row[last] == LEFT_OF_CELL:
            last += 1
        width = sum(widths[column:last]) - 2 * PAD
        return [
            line for part in row[column].split("<br>") for line in self.wrapped(part.strip(), width)
        ]

    def _slice(
        self, row: list[str], cells: list[list[str]], widths: list[float], height: float
    ) -> None:
        """Draw the part of a row that fits on this page: its lines and its rules."""
        points = self.look.size - 2
        x = MARGIN
        for cell, lines, width in zip(row, cells, widths, strict=True):
            for number, line in enumerate(lines):
                self.write_at(x + PAD, self.y + PAD + points * LEADING * (number + 0.75), line)
            if cell != ABOVE_CELL:
                self.line(x, self.y, x + width, self.y)
            if cell != LEFT_OF_CELL:
                self.line(x, self.y, x, self.y + height)
            x += width
        self.line(x, self.y, x, self.y + height)
        self.y += height
