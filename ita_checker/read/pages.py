"""A page's letters and lines to a Page: tables cell by cell, the rest in reading order."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence

from ita_checker.model import Box, Cell, Line, Page, Table
from ita_checker.read import codes, grid, lines, shapes
from ita_checker.read.clusters import Cluster, clusters, groups, lost_nikhahits
from ita_checker.read.judge import Judgement
from ita_checker.read.letters import Sheet

MIDDLE = 0.25  # of the letter size above the base line: a letter's middle

Block = tuple[float, list[Line], Table | None]  # where it begins, its lines, the table they make


def letters(sheet: Sheet) -> list[Cluster]:
    """Return the page's repaired letters, each with its marks."""
    return clusters(shapes.mended(groups(lost_nikhahits(codes.mended(sheet))), sheet))


def page(sheet: Sheet, found: Sequence[Cluster], judgement: Judgement) -> Page:
    """Return the page with lines and tables in reading order."""
    tables = grid.grids(sheet.rules)
    free, inside = _shared(found, tables)
    blocks: list[Block] = []
    for number, table in enumerate(tables):
        cell_lines, made_table = _table(table, inside[number])
        if any(line.text for line in cell_lines):
            blocks.append((table.box.top, cell_lines, made_table))
    for row in lines.rows(free):
        made = lines.line(row)
        if made.text.strip():
            blocks.append((made.box.bottom - 0.25 * (made.box.bottom - made.box.top), [made], None))
    return _page(sheet, blocks, judgement)


def _page(sheet: Sheet, blocks: list[Block], judgement: Judgement) -> Page:
    found: list[Line] = []
    tables: list[Table] = []
    for _, piece, table in sorted(blocks, key=lambda block: block[0]):
        if table is not None:
            tables.append(_moved(table, len(found)))
        found.extend(piece)
    return Page(sheet.number, sheet.width, sheet.height, tuple(found), tuple(tables), blank=not sheet.drawn, quality=judgement.quality)


def _moved(table: Table, by: int) -> Table:
    cells = tuple(Cell(cell.row, cell.column, cell.rows, cell.columns, cell.first + by, cell.last + by, cell.box) for cell in table.cells)
    return Table(table.box, table.rows, table.columns, cells, table.ruled)


def _shared(found: Sequence[Cluster], tables: Sequence[grid.Grid]) -> tuple[list[Cluster], list[dict[int, list[Cluster]]]]:
    """Return the clusters outside tables, and for each table those of each cell."""
    if not tables:
        return list(found), []
    free: list[Cluster] = []
    inside: list[dict[int, list[Cluster]]] = [{} for _ in tables]
    for cluster in found:
        x, y = (cluster.x0 + cluster.x1) / 2, cluster.y - MIDDLE * cluster.size
        for number, table in enumerate(tables):
            box = table.box
            if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
                inside[number].setdefault(_cell(table, x, y), []).append(cluster)
                break
        else:
            free.append(cluster)
    return free, inside


def _cell(table: grid.Grid, x: float, y: float) -> int:
    """Return the number of the cell at a point of the table."""
    last = bisect_right(table.cells, y, key=lambda cell: cell.box.top)
    for index in range(last - 1, -1, -1):
        box = table.cells[index].box
        if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
            return index
    return 0


def _table(found: grid.Grid, inside: dict[int, list[Cluster]]) -> tuple[list[Line], Table]:
    made: list[Line] = []
    cells: list[Cell] = []
    for index, square in enumerate(found.cells):
        ends_row = index + 1 == len(found.cells) or found.cells[index + 1].row != square.row
        first = len(made)
        in_cell = [lines.line(row) for row in lines.rows(inside.get(index, ()))]
        in_cell = [line for line in in_cell if line.text.strip()] or [_empty(square.box)]
        made.extend(in_cell[:-1])
        made.append(_closed(in_cell[-1], "\t\n" if ends_row else "\t"))
        cells.append(Cell(square.row, square.column, square.rows, square.columns, first, len(made), square.box))
    return made, Table(found.box, found.rows, found.columns, tuple(cells))


def _empty(box: Box) -> Line:
    return Line("", box, array("f"), "")


def _closed(line: Line, after: str) -> Line:
    return Line(line.text, line.box, line.edges, line.raw, after)
