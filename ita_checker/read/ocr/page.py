"""A scanned page read: picture, layout, letters, lines and cells."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ita_checker.model import Box, Cell, Line, Page, Source, Table
from ita_checker.read.grid import Grid
from ita_checker.read.ocr.crops import Crop, crop
from ita_checker.read.ocr.layout import Layout, layout
from ita_checker.read.ocr.picture import Grey, Picture, picture
from ita_checker.read.ocr.recogniser import Letter, recognise
from ita_checker.read.ocr.strips import Strip
from ita_checker.read.ocr.turning import upright
from ita_checker.read.ocr.writing import line, printed

MOST_UNREAD = 0.5  # of the strips: with more of them no print, the page counts as unread
Read = dict[Strip, tuple[list[Letter], Crop]]


def read_picture(grey: Grey, scale: float, number: int) -> Page | None:
    """Return the page as read off a grey picture (255 white) of so many pixels per point; None where its writing is no print."""
    level = upright(picture(grey, scale))
    found = layout(level)
    height, width = level.ink.shape
    empty = Page(number, width / scale, height / scale, source=Source.OCR, quality="ocr", blank=found.blank)
    strips = list(_strips(found))
    if not strips:
        return empty
    crops = [crop(found.ink, found.found, strip, level.ink.shape[0] / found.found.labels.shape[0]) for strip in strips]
    letters = recognise([cut.ink for cut in crops])
    read = {strip: (made, cut) for strip, made, cut in zip(strips, letters, crops, strict=True) if printed(made)}
    if _unreadable(strips, read):
        return None
    return _Assembly(found, read, level).page(empty)


def _strips(found: Layout) -> Iterator[Strip]:
    for row in found.rows:
        yield from row
    for table in found.cells:
        for cell in table:
            for row in cell:
                yield from row


def _unreadable(strips: list[Strip], read: Read) -> bool:
    """Tell whether more was left out as no print than was read, by the length of the strips."""
    everything = sum(strip.x1 - strip.x0 for strip in strips)
    legible = sum(strip.x1 - strip.x0 for strip in strips if strip in read)
    return len(strips) > 2 and legible < (1 - MOST_UNREAD) * everything


@dataclass(slots=True)
class _Assembly:
    """Puts what was read in order."""

    found: Layout
    read: Read
    picture: Picture

    def page(self, empty: Page) -> Page:
        """Return the page with lines and tables from top to bottom."""
        blocks: list[tuple[float, list[Line], Table | None]] = []
        for table, cells in zip(self.found.tables, self.found.cells, strict=True):
            made = self.table(table, cells)
            if any(row.text for row in made[0]):
                blocks.append((table.box.top, *made))
        for row in self.found.rows:
            made_line = self.line(row)
            if made_line is not None:
                blocks.append(((row[0].body_top + row[0].body_bottom) / 2 / self.picture.scale / self.coarse, [made_line], None))
        lines: list[Line] = []
        tables: list[Table] = []
        for _, piece, grid in sorted(blocks, key=lambda block: block[0]):
            if grid is not None:
                tables.append(replace(grid, cells=tuple(_moved(cell, len(lines)) for cell in grid.cells)))
            lines += piece
        return replace(empty, lines=tuple(lines), tables=tuple(tables))

    @property
    def coarse(self) -> float:
        """Return the pixels of the pieces per pixel of the picture."""
        return float(self.found.found.labels.shape[0] / self.picture.ink.shape[0])

    def line(self, row: tuple[Strip, ...]) -> Line | None:
        """Return a row's line, or None where nothing in it is print."""
        parts = [self.read[strip] for strip in row if strip in self.read]
        made = line(parts, self.picture) if parts else None
        return made if made is not None and made.text else None

    def table(self, grid: Grid, rows_of_cells: tuple[tuple[tuple[Strip, ...], ...], ...]) -> tuple[list[Line], Table]:
        """Return the lines of a table cell by cell, and the table."""
        lines: list[Line] = []
        cells: list[Cell] = []
        for index, (square, rows) in enumerate(zip(grid.cells, rows_of_cells, strict=True)):
            ends_row = index + 1 == len(grid.cells) or grid.cells[index + 1].row != square.row
            first = len(lines)
            box = self.points(square.box)
            inside = [made for made in map(self.line, rows) if made is not None] or [Line("", box, array("f"), "")]
            lines += [*inside[:-1], replace(inside[-1], after="\t\n" if ends_row else "\t")]
            cells.append(Cell(square.row, square.column, square.rows, square.columns, first, len(lines), box))
        return lines, Table(self.points(grid.box), grid.rows, grid.columns, tuple(cells))

    def points(self, box: Box) -> Box:
        """Return a rectangle of the level page on the page as it lies."""
        scale = self.picture.scale
        return self.picture.box(box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale)


def _moved(cell: Cell, by: int) -> Cell:
    return replace(cell, first=cell.first + by, last=cell.last + by)
