"""Tables without lines on a scan: sought among its strips as among the letters of a text layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from statistics import median

from ita_checker.model import Box
from ita_checker.read.layer.clusters import Cluster
from ita_checker.read.layer.galley import Galley
from ita_checker.read.ocr.crops import Crop
from ita_checker.read.ocr.layout import COARSE, Layout
from ita_checker.read.ocr.legible import Read
from ita_checker.read.ocr.letter import Letter
from ita_checker.read.ocr.strips import Strip
from ita_checker.read.page import columns
from ita_checker.read.page.rows import Row, row_of
from ita_checker.read.page.ruled import Grid, Square

BODY = 0.6  # of the letter size: the height of most letters' bodies
PARTED = 1.0  # body heights: white as wide may part two columns
SAME_LINE = 0.2  # of the letter size: feet of letters that differ by less stand on one base line
Rows = tuple[tuple[Strip, ...], ...]


@dataclass(frozen=True, slots=True)
class Unruled:
    """A table without lines: its cells as a grid in points, and of each its rows of strips."""

    grid: Grid
    cells: tuple[Rows, ...]

    @property
    def strips(self) -> frozenset[Strip]:
        """Return all its strips."""
        return frozenset(strip for cell in self.cells for row in cell for strip in row)


def tables(found: Layout, read: Read, scale: float) -> tuple[list[Unruled], Read]:
    """Return the tables without lines among the rows of a layout, from top to bottom, and what
    their strips say, which may be parts of the layout's; `scale`: the strips' pixels per point.
    """
    parts: dict[Strip, tuple[list[Letter], Crop]] = {}
    for row in found.rows:
        for strip in row:
            if strip in read:
                parts |= _parted(strip, *read[strip], found)
    if not parts:
        return [], {}
    strips = sorted(parts, key=lambda strip: (strip.body_bottom, strip.x0))
    size = median(strip.body for strip in strips) / scale / BODY
    said: list[Cluster] = []
    base = -size
    for number, strip in enumerate(strips):
        foot = strip.body_bottom / scale
        base = base if foot - base < SAME_LINE * size else foot
        text = "".join(letter.letter for letter in parts[strip][0])
        said.append(Cluster(text, strip.x0 / scale, strip.x1 / scale, base, size, number))
    said.sort(key=lambda one: (one.y, one.x0))
    page = Galley.of(said)
    made = [
        _table([[_strips(cell, strips) for cell in row] for row in block.cells], scale)
        for block in columns.blocks_of([row_of(page, [at]) for at in range(len(said))])
        if block.cells
    ]
    return made, parts


def _parted(
    strip: Strip, letters: list[Letter], cut: Crop, found: Layout
) -> dict[Strip, tuple[list[Letter], Crop]]:
    """Return a strip parted where its white is as wide as that between two columns may be."""
    pieces = found.found.boxes[list(strip.pieces)].tolist()
    ink = sorted([*((x0, x1) for x0, _, x1, _ in pieces), *strip.dots])
    ends = list(accumulate((x1 for _, x1 in ink), max))
    stops = [
        (end + x0) / 2
        for end, (x0, _) in zip(ends, ink[1:], strict=False)
        if x0 - end >= PARTED * strip.body
    ]
    if not stops:
        return {strip: (letters, cut)}
    made: dict[Strip, tuple[list[Letter], Crop]] = {}
    for low, high in pairwise([cut.x0 / COARSE, *stops, cut.x1 / COARSE]):
        first, last = low * COARSE, high * COARSE
        inner = [
            replace(
                letter,
                x0=(cut.x0 + letter.x0 * cut.wide - first) / (last - first),
                x1=(cut.x0 + letter.x1 * cut.wide - first) / (last - first),
            )
            for letter in letters
            if first <= cut.x0 + (letter.x0 + letter.x1) / 2 * cut.wide < last
        ]
        edges = [edge for box in ink if low <= box[0] < high for edge in box]
        if inner and edges:
            part = replace(strip, x0=min(edges), x1=max(edges))
            made[part] = inner, replace(cut, x0=int(first), x1=int(last))
    return made


def _strips(cell: Sequence[Row], strips: Sequence[Strip]) -> Rows:
    """Return the strips that stand in a cell, row by row; each letter tells its strip's number
    where others tell their font's.
    """
    return tuple(tuple(strips[one.font] for one in line) for line in cell)


def _table(rows: Sequence[Sequence[Rows]], scale: float) -> Unruled:
    """Return rows of cells as a table."""
    squares: list[Square] = []
    for number, row in enumerate(rows):
        band = _box([strip for cell in row for line in cell for strip in line], scale)
        for column, cell in enumerate(row):
            inside = [strip for line in cell for strip in line]
            empty = Box(band.x0, band.top, band.x0, band.bottom)
            box = _box(inside, scale) if inside else empty
            squares.append(Square(number, column, 1, 1, box))
    cells = tuple(cell for row in rows for cell in row)
    whole = _box([strip for cell in cells for line in cell for strip in line], scale)
    return Unruled(Grid(whole, len(rows), max(map(len, rows)), tuple(squares)), cells)


def _box(strips: Sequence[Strip], scale: float) -> Box:
    """Return the rectangle around strips in points."""
    return Box(
        min(strip.x0 for strip in strips) / scale,
        min(strip.top for strip in strips) / scale,
        max(strip.x1 for strip in strips) / scale,
        max(strip.bottom for strip in strips) / scale,
    )


def without(
    rows: Sequence[tuple[Strip, ...]], parts: Read, taken: Set[Strip]
) -> Iterator[tuple[Strip, ...]]:
    """Yield rows of strips, those that a table took left out: of strips of which it took a part,
    the other parts.
    """
    for row in rows:
        of_row = [
            part
            for strip in row
            for part in parts
            if part.body_top == strip.body_top
            and strip.x0 <= part.x0
            and part.x1 <= strip.x1
            and part.body_bottom == strip.body_bottom
        ]
        if taken.isdisjoint(of_row):
            yield row
        elif left := tuple(part for part in of_row if part not in taken):
            yield left
