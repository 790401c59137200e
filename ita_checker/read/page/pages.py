"""A page's letters and lines to a Page: tables cell by cell, the rest in reading order."""

from __future__ import annotations

import itertools
import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from ita_checker.model import Box, Cell, Line, Page, Table
from ita_checker.model.records import replace
from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import CONSONANTS, MARKS, Letter, Sheet
from ita_checker.read.layer.marks import codes, misnamed_rings, shapes
from ita_checker.read.layer.marks.clusters import Cluster, clusters, groups
from ita_checker.read.layer.marks.rings import drawn_rings, lost_nikhahits, whole_sara_ams
from ita_checker.read.layer.runs import slanted, turned
from ita_checker.read.layer.trust import Judgement, unseen
from ita_checker.read.page import columns as layout
from ita_checker.read.page import drawn, lines, raised, setting, sheets
from ita_checker.read.page import ruled as grid
from ita_checker.read.page.rows import Row, rows, rows_of, runs

# TH SarabunIT๙ and its sisters; ๙ comes as itself, as its byte in Windows, or as the bytes of
# UTF-8.
REDRAWS = re.compile("IT[ -]?(?:9|๙|\xf9|\xe0\xb9\x99)")
# How fonts call their bold cut: THSarabunPSK-Bold, "TH SarabunPSK,Bold", CordiaNew-Bold, SemiBold.
BOLD = re.compile(r"(?:^|\+)[^+]*(?:bold|black|heavy|demi)", re.IGNORECASE)
NARROWEST = 0.28  # of the letter size: no consonant is as narrow

WORD = re.compile(r"\S+")
TIPS = re.compile(rf"(?:\s*+[{''.join(sorted(CONSONANTS))}][{''.join(sorted(MARKS))}]++)++\s*+")
Piece = tuple[list[Line], Table]  # a table and its lines
Tables = tuple[list[grid.Grid | None], list[list[Row]], list[Mapping[int, list[Row]]]]


def letters(sheet: Sheet) -> Galley:
    """Return the page's repaired letters, each with its marks."""
    said = drawn_rings(whole_sara_ams(codes.mended(sheet)), sheet.picture, sheet.leans)
    found = clusters(shapes.mended(groups(lost_nikhahits(said)), sheet))
    return misnamed_rings.mended(found)


def page(sheet: Sheet, found: Sequence[Cluster], judgement: Judgement) -> Page:
    """Return the page with lines and tables in reading order."""
    galley = raised.told(Galley.of(found))
    grids, free, inside = _tables(sheet, galley)
    aside = _aside(sheet)
    blocks = list(map(layout.blocks_of, free))
    in_cells = [{cell: _in_cell(held) for cell, held in cells.items()} for cells in inside]
    set_rows = list(_all_rows(blocks, in_cells))
    made_lines = setting.lines(set_rows, _bold(sheet.fonts) | sheet.thick)
    line = dict(zip(set_rows, made_lines, strict=True)).__getitem__
    made: list[Line] = []
    tables: list[Table] = []
    for one, own, between in zip(grids, in_cells, blocks, strict=True):
        if one:
            ruled, table = _ruled(one, own, _taken(aside, one), len(made), line)
            if any(text.text for text in ruled):
                made.extend(ruled)
                tables.append(table)
        for block in between:
            if block.cells:
                unruled, table = _unruled(block.cells, len(made), line)
                made.extend(unruled)
                tables.append(table)
            listed = map(line, block.lines)
            made.extend(text for text in listed if text.text.strip() and not _tip(text))
    made.extend(aside)
    return Page(
        sheet.number,
        sheet.width,
        sheet.height,
        tuple(made),
        tuple(tables),
        reason=judgement.reason if sheet.drawn else None,
        blank=not sheet.drawn,
        quality=judgement.quality,
        redrawn=_redrawn(sheet, galley),
        unseen=unseen(sheet),
    )


def _tables(sheet: Sheet, galley: Galley) -> Tables:
    """Return the drawn tables of a page, the runs behind each, and those in its cells; what stands
    before the first of a sheet's page is behind none.
    """
    grids: list[grid.Grid | None] = []
    free: list[list[Row]] = []
    inside: list[Mapping[int, list[Row]]] = []
    for part in sheets.parts(sheet.rules, sheet.shades, runs(galley), sheet.width):
        found = drawn.tables(*part)
        grids += [None, *found.grids]
        free += found.free
        inside += [{}, *found.inside]
    return grids, free, inside


def _in_cell(held: list[Row]) -> list[Row]:
    """Return the rows of a cell in which something is said."""
    return [row for row in rows_of(held) if row.inked]


def _all_rows(
    blocks: Sequence[Sequence[layout.Block]], in_cells: Sequence[Mapping[int, Sequence[Row]]]
) -> Iterator[Row]:
    """Yield all rows of a page."""
    for block in itertools.chain.from_iterable(blocks):
        yield from block.lines
        for cell in itertools.chain.from_iterable(block.cells):
            yield from (row for row in cell if row.inked)
    for cells in in_cells:
        yield from itertools.chain.from_iterable(cells.values())


def _tip(line: Line) -> bool:
    """Tell whether a line is the tips of letters whose line stands on the next page: a browser that
    breaks pages draws the marks that reach over the edge, and says each whole letter with its own.
    """
    if not TIPS.fullmatch(line.text):
        return False
    narrowest = min(_width(line, *word.span()) for word in WORD.finditer(line.text))
    return narrowest < NARROWEST * (line.box.bottom - line.box.top)


def _width(line: Line, start: int, end: int) -> float:
    """Return how wide the letters [start, end) of a line are."""
    return line.edges[2 * end - 1] - line.edges[2 * start]


@cache
def _bold(fonts: tuple[str, ...]) -> frozenset[int]:
    """Return the numbers of the fonts that are bold by their names."""
    return frozenset(number for number, name in enumerate(fonts) if BOLD.search(name))


def _redrawn(sheet: Sheet, found: Galley) -> tuple[tuple[float, float], ...]:
    """Return where Arabic digits stand that their font draws as Thai ones."""
    fonts = [number for number, name in enumerate(sheet.fonts) if REDRAWS.search(name)]
    if not fonts:
        return ()
    digits = (found.codes >= ord("0")) & (found.codes <= ord("9")) & np.isin(found.font, fonts)
    return tuple(zip(found.x0[digits].tolist(), found.y[digits].tolist(), strict=True))


def _aside(sheet: Sheet) -> list[Line]:
    """Return the lines that stand by themselves: watermarks, and those that run up, down, upside
    down or across, such as the narrow headings of wide tables.
    """
    made = []
    for row in rows(_own(sheet, sheet.apart)) if sheet.apart else ():
        made.append(lines.line(list(row)))
    for slope, found in sheet.slanted.items():
        made += [
            slanted.line_back(lines.line(list(row)), slope) for row in rows(_own(sheet, found))
        ]
    for turn in sheet.turned:
        for row in rows(letters(turned.straightened(sheet, turn))):
            line = lines.line(list(row))
            made.append(turned.line_back(line, turn))
    return [line for line in made if line.text.strip()]


def _own(sheet: Sheet, found: Sequence[Letter]) -> Galley:
    """Return letters that stand apart from all others, repaired."""
    return letters(replace(sheet, letters=found, turned={}, picture=None))


def _taken(aside: list[Line], table: grid.Grid) -> list[Line]:
    """Return the lines that stand in a cell of a table, and take them out of the list; a watermark
    runs across several.
    """
    inner = [line for line in aside if any(_holds(cell.box, line) for cell in table.cells)]
    aside[:] = [line for line in aside if line not in inner]
    return inner


def _holds(box: Box, line: Line) -> bool:
    """Tell whether all of a line stands in a box, but for a little."""
    within = line.box
    return (
        box.x0 - grid.SNAP <= within.x0
        and within.x1 <= box.x1 + grid.SNAP
        and box.top - grid.SNAP <= within.top
        and within.bottom <= box.bottom + grid.SNAP
    )


def _ruled(
    found: grid.Grid,
    inside: Mapping[int, Sequence[Row]],
    aside: Sequence[Line],
    at: int,
    line: Callable[[Row], Line],
) -> Piece:
    """Return a table that lines draw; `aside` are the turned lines in it, `at` the number of its
    first line on the page.
    """
    made: list[Line] = []
    cells: list[Cell] = []
    for index, (row, column, high, wide, box) in enumerate(found.cells):
        ends_row = index + 1 == len(found.cells) or found.cells[index + 1].row != row
        first = at + len(made)
        in_cell = list(map(line, inside.get(index, ())))
        if aside:
            in_cell.extend(one for one in aside if _holds(box, one))
        made.extend(_cell_lines(in_cell, box, ends_row))
        cells.append(Cell(row, column, high, wide, first, at + len(made), box))
    return made, Table(found.box, found.rows, found.columns, tuple(cells))


def _unruled(
    table: Sequence[Sequence[Sequence[Row]]], at: int, line: Callable[[Row], Line]
) -> Piece:
    """Return a table that only its columns make; `at`: the number of its first line on the page."""
    made: list[Line] = []
    cells: list[Cell] = []
    places = [[setting.box(cell) if cell else None for cell in row] for row in table]
    whole = _around([place for row in places for place in row if place])
    for number, row in enumerate(table):
        band = _around([place for place in places[number] if place])
        for column, cell in enumerate(row):
            first = at + len(made)
            place = places[number][column] or Box(band.x0, band.top, band.x0, band.bottom)
            in_cell = [line(one) for one in cell if one.inked]
            made.extend(_cell_lines(in_cell, place, column + 1 == len(row)))
            cells.append(Cell(number, column, 1, 1, first, at + len(made), place))
    return made, Table(whole, len(table), max(map(len, table)), tuple(cells), ruled=False)


def _around(boxes: Sequence[Box]) -> Box:
    """Return the box around boxes."""
    if not boxes:
        return Box(0.0, 0.0, 0.0, 0.0)
    return Box(
        min(one.x0 for one in boxes),
        min(one.top for one in boxes),
        max(one.x1 for one in boxes),
        max(one.bottom for one in boxes),
    )


def _cell_lines(found: Sequence[Line], place: Box, ends_row: bool) -> list[Line]:
    """Return a cell's lines, at least one, the last closed as the end of a cell or of a row."""
    after = "\t\n" if ends_row else "\t"
    made = [line for line in found if line.text.strip()]
    if not made:
        return [Line("", place, array("f"), "", after)]
    last = made[-1]
    made[-1] = replace(last, after=after)
    return made
