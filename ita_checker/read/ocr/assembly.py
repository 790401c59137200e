"""What was read on a scan put in order: lines and tables from top to bottom."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace

from ita_checker.model import Box, Cell, Line, Page, Table
from ita_checker.read.ocr.ink.layout import COARSE, Layout
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.legible import Read
from ita_checker.read.ocr.paper.picture import Picture
from ita_checker.read.ocr.unruled import standing
from ita_checker.read.ocr.weight import Row, bold
from ita_checker.read.ocr.writing import line
from ita_checker.read.page.ruled import Grid


@dataclass(slots=True)
class Assembly:
    """Puts what was read in order; `tall`: lines of tall letters, read apart."""

    found: Layout
    read: Read
    picture: Picture
    tall: tuple[Line, ...] = ()
    bold: frozenset[Row] = frozenset()

    def page(self, empty: Page) -> Page:
        """Return the page with lines and tables from top to bottom."""
        free, rows, self.read = standing(self.found, self.read, self.picture.scale / COARSE)
        boxed = (*self.found.cells, *(table.cells for table in free))
        inside = (row for table in boxed for cell in table for row in cell)
        self.bold = bold([*rows, *inside], self.read)
        blocks: list[tuple[float, list[Line], Table | None]] = []
        for drawn, cells in zip(self.found.tables, self.found.cells, strict=True):
            made = self.table(drawn, cells)
            if any(row.text for row in made[0]):
                blocks.append((drawn.box.top, *made))
        # rows stand in reading order; strips side by side are not put in order again by a pixel's
        # difference
        below = 0.0
        for table in free:
            found, made_table = self.table(table.grid, table.cells)
            blocks.append((table.grid.box.top, found, replace(made_table, ruled=False)))
        for row in rows:
            below = max(below, self.height(row[0]))
            made_line = self.line(row)
            if made_line is not None:
                blocks.append((below, [made_line], None))
        blocks += [((line.box.top + line.box.bottom) / 2, [line], None) for line in self.tall]
        lines: list[Line] = []
        tables: list[Table] = []
        for _, piece, grid in sorted(blocks, key=lambda block: block[0]):
            if grid is not None:
                tables.append(
                    replace(grid, cells=tuple(_moved(cell, len(lines)) for cell in grid.cells))
                )
            lines += piece
        return replace(empty, lines=tuple(lines), tables=tuple(tables))

    def height(self, strip: Strip) -> float:
        """Return how far down the page the middle of a strip is."""
        return (strip.body_top + strip.body_bottom) / 2 / self.picture.scale * COARSE

    def line(self, row: tuple[Strip, ...]) -> Line | None:
        """Return a row's line, or None where nothing in it is print."""
        parts = [self.read[strip] for strip in row if strip in self.read]
        made = line(parts, self.picture) if parts else None
        if made is None or not made.text:
            return None
        return replace(made, bold=True) if row in self.bold else made

    def table(
        self, grid: Grid, rows_of_cells: tuple[tuple[tuple[Strip, ...], ...], ...]
    ) -> tuple[list[Line], Table]:
        """Return the lines of a table cell by cell, and the table."""
        lines: list[Line] = []
        cells: list[Cell] = []
        for index, (square, rows) in enumerate(zip(grid.cells, rows_of_cells, strict=True)):
            ends_row = index + 1 == len(grid.cells) or grid.cells[index + 1].row != square.row
            first = len(lines)
            box = self.points(square.box)
            inside = [made for made in map(self.line, rows) if made is not None] or [
                Line("", box, array("f"), "")
            ]
            lines += [*inside[:-1], replace(inside[-1], after="\t\n" if ends_row else "\t")]
            cells.append(
                Cell(square.row, square.column, square.rows, square.columns, first, len(lines), box)
            )
        return lines, Table(self.points(grid.box), grid.rows, grid.columns, tuple(cells))

    def points(self, box: Box) -> Box:
        """Return a rectangle of the level page on the page as it lies."""
        scale = self.picture.scale
        return self.picture.box(box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale)


def _moved(cell: Cell, by: int) -> Cell:
    return replace(cell, first=cell.first + by, last=cell.last + by)
