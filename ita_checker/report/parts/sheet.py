"""A sheet as people like it: heading, filter, frozen first row, widths, colours; texts are texts
that nothing runs, our own counts are numbers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wcwidth import wcswidth

from ita_checker.text.visible import visible

FONT: dict[str, object] = {
    "font_name": "TH Sarabun New",
    "font_size": 14,
    "valign": "top",
    "text_wrap": True,
    "border": 1,
    "border_color": "#D5DBE1",
}
HEAD = {**FONT, "bold": True, "bg_color": "#0F4C5C", "font_color": "#FFFFFF", "valign": "vcenter"}
LINK = {**FONT, "font_color": "#0563C1", "underline": 1}
COLOURS: Mapping[str, dict[str, object]] = {
    "red": {"bg_color": "#FBE0DD", "font_color": "#9C1C13", "bold": True},
    "amber": {"bg_color": "#FDF1CF", "font_color": "#6F4A00"},
    "green": {"bg_color": "#E1F3E9", "font_color": "#1C6540"},
    "violet": {"bg_color": "#ECE9F7", "font_color": "#4B3C88", "bold": True},
}
LINE, HIGHEST = 23.0, 409.0  # points: of a line, and the most a row may have
LETTERS = 1.0  # Thai letters of this font for each unit of a column's width
SLACK = 3.0  # letters a line loses where a word does not fit any more
A4 = 9  # the paper by its number
# What Excel takes: letters in a cell (an emoji counts two), letters in an address, addresses on a
# sheet; and rows on a sheet, some 48,000 fewer than it takes.
LONGEST, LONGEST_LINK, MOST_LINKS, MOST_ROWS = 32767, 2079, 65530, 1_000_000
CUT = "…"

Cell = str | int | None
Coloured = tuple[Sequence[Cell], Mapping[int, str]]  # cells, and colours by column


@dataclass
class Notes:
    """How many further sheets a sheet took, cells that lost their link, cells cut short."""

    sheets: int = 0
    unlinked: int = 0
    cut: int = 0


class Sheet:
    """One sheet, written row by row; where Excel takes no more rows it goes on on a further one.

    `notes` says in numbers what Excel's limits did to it: further sheets, cells without their
    link, cells cut short.
    """

    def __init__(self, book: Any, name: str, heads: Sequence[str], widths: Sequence[int]) -> None:
        self.book, self.name, self.heads, self.widths = book, name, heads, widths
        self.columns, self.notes = len(heads), Notes()
        self.plain, self.link = book.add_format(FONT), book.add_format(LINK)
        self.head = book.add_format(HEAD)
        self.note = book.add_format({"font_name": FONT["font_name"], "font_size": 14})
        self.colours = {colour: book.add_format(FONT | look) for colour, look in COLOURS.items()}
        self.choices: tuple[int, Sequence[str]] | None = None
        self._begin(name)

    def _begin(self, name: str) -> None:
        self.sheet, self.count, self.links = self.book.add_worksheet(name), 0, 0
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width, None, {"hidden": not width})
        self.sheet.set_row(0, 2 * LINE)
        for column, text in enumerate(self.heads):
            self.sheet.write_string(0, column, text, self.head)
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        self.sheet.set_header(f'&C&"{FONT["font_name"]}"&14{name}')
        self.sheet.set_footer(f'&C&"{FONT["font_name"]}"&14&P / &N')
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)

    def add(
        self,
        cells: Sequence[Cell],
        links: Mapping[int, str] | None = None,
        colours: Mapping[int, str] | None = None,
    ) -> None:
        """Write a row; `links` holds addresses, `colours` names of COLOURS, by column."""
        if self.count >= MOST_ROWS:
            self.close()
            self.notes.sheets += 1
            self._begin(f"{self.name} ({self.notes.sheets + 1})")
        self.count += 1
        self.sheet.set_row(self.count, self._height(cells))
        for column, cell in enumerate(cells):
            look = self.colours.get((colours or {}).get(column, ""), self.plain)
            address = (links or {}).get(column, "")
            if isinstance(cell, int) and not address:
                self.sheet.write_number(self.count, column, cell, look)
                continue
            text = self._fitting(visible("" if cell is None else str(cell)))
            if address and self._linkable(address):
                self.links += 1
                self.sheet.write_url(self.count, column, address, self.link, text)
                if isinstance(cell, int):  # the link stays, the number is one again
                    self.sheet.write_number(self.count, column, cell, self.link)
            else:
                self.sheet.write_string(self.count, column, text, look)

    def _fitting(self, text: str) -> str:
        """Return the text, cut where Excel takes no more of it."""
        if len(text) * 2 <= LONGEST:
            return text
        units = text.encode("utf-16-le", "replace")
        if len(units) <= LONGEST * 2:
            return text
        self.notes.cut += 1
        return units[: (LONGEST - len(CUT)) * 2].decode("utf-16-le", "ignore") + CUT

    def _linkable(self, address: str) -> bool:
        fits = len(address) <= LONGEST_LINK and self.links < MOST_LINKS
        self.notes.unlinked += not fits
        return fits

    def _height(self, cells: Sequence[Cell]) -> float:
        """Return the height a row needs, in points: not every program finds it by itself."""
        lines = max(
            sum(
                max(1, math.ceil(max(0, wcswidth(line)) / max(1, width * LETTERS - SLACK)))
                for line in visible("" if cell is None else str(cell)).split("\n")
            )
            for cell, width in zip(cells, self.widths, strict=True)
            if width
        )
        return min(HIGHEST, LINE * max(1, lines))

    def rows(self, rows: Iterable[Coloured]) -> None:
        """Write all rows and set the filter over them."""
        for cells, colours in rows:
            self.add(cells, None, colours)
        self.close()

    def remarks(self, lines: Iterable[str]) -> None:
        """Write lines below the rows, apart from them: what must be known of the whole."""
        for number, line in enumerate(lines, self.count + 2):
            self.sheet.write_string(number, 0, self._fitting(visible(line)), self.note)

    def close(self) -> None:
        """Set the filter and the choices."""
        last = max(1, self.count)
        if self.choices and self.count:
            column, words = self.choices
            chosen = {"validate": "list", "source": list(words)}
            self.sheet.data_validation(1, column, self.count, column, chosen)
        self.sheet.autofilter(0, 0, last, self.columns - 1)
