"""A sheet as people like it: heading, filter, frozen first row, widths, colours; every cell a
text.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
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
A3, A4, WIDE = (
    8,
    9,
    200,
)  # papers by their number, and the width in letters from which a sheet needs the larger
LONGEST = 32767  # letters Excel takes in a cell
LONGEST_LINK = 2079  # letters Excel takes in an address

Coloured = tuple[Sequence[str], Mapping[int, str]]  # cells, and colours by column


class Sheet:
    """One sheet, written row by row."""

    def __init__(self, book: Any, name: str, heads: Sequence[str], widths: Sequence[int]) -> None:
        self.sheet, self.count, self.columns = book.add_worksheet(name), 0, len(heads)
        self.widths, self.plain, self.link = widths, book.add_format(FONT), book.add_format(LINK)
        self.colours = {colour: book.add_format(FONT | look) for colour, look in COLOURS.items()}
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        head = book.add_format(HEAD)
        self.sheet.set_row(0, 2 * LINE)
        for column, text in enumerate(heads):
            self.sheet.write_string(0, column, text, head)
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(A3 if sum(widths) > WIDE else A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)

    def add(
        self,
        cells: Sequence[str],
        links: Mapping[int, str] | None = None,
        colours: Mapping[int, str] | None = None,
    ) -> None:
        """Write a row; `links` holds addresses, `colours` names of COLOURS, by column."""
        self.count += 1
        self.sheet.set_row(self.count, self._height(cells))
        for column, text in enumerate(cells):
            text = visible(text)[:LONGEST]
            address = (links or {}).get(column, "")
            if address and len(address) <= LONGEST_LINK:
                self.sheet.write_url(self.count, column, address, self.link, text)
            else:
                look = self.colours.get((colours or {}).get(column, ""), self.plain)
                self.sheet.write_string(self.count, column, text, look)

    def _height(self, cells: Sequence[str]) -> float:
        """Return the height a row needs, in points: not every program finds it by itself."""
        lines = max(
            math.ceil(max(0, wcswidth(visible(text))) / (width * LETTERS))
            for text, width in zip(cells, self.widths, strict=True)
        )
        return min(HIGHEST, LINE * max(1, lines))

    def rows(self, rows: Iterable[Coloured]) -> None:
        """Write all rows and set the filter over them."""
        for cells, colours in rows:
            self.add(cells, None, colours)
        self.close()

    def close(self) -> None:
        """Set the filter; a number written as text is what we mean."""
        last = max(1, self.count)
        self.sheet.autofilter(0, 0, last, self.columns - 1)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})
