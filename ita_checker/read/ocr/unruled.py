"""Tables without lines and columns of text on a scan: sought among its strips as among the letters
of a text layer.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from statistics import median
from typing import NamedTuple

from ita_checker.model import Box
from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.ocr.ink.captions import captions
from ita_checker.read.ocr.ink.crops import Crop
from ita_checker.read.ocr.ink.layout import COARSE, Layout
from ita_checker.read.ocr.ink.pairs import pairs
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.legible import Read
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.page import columns
from ita_checker.read.page.rows import Row, row_of
from ita_checker.read.page.ruled import Grid, Square

BODY = 0.6  # of the letter size: the height of most letters' bodies
PARTED = 1.0  # body heights: white as wide may part two columns
CLOSE = 0.4  # the same between two amounts, which are set to the right of their columns
SAME_LINE = 0.2  # of the letter size: feet of letters that differ by less stand on one base line
PIXELS = 1.0  # points: steps from line to line that differ by less are one step
Rows = tuple[tuple[Strip, ...], ...]

AMOUNT = re.compile(r"(?<!\d)[+-]?\d++(?:[.,]\d++)+%?")


@dataclass(frozen=True, slots=True)
class Unruled:
    """A table without lines: its cells as a grid in points, and of each its rows of strips."""

    grid: Grid
    cells: tuple[Rows, ...]

    @property
    def strips(self) -> frozenset[Strip]:
        """Return all its strips."""
        return frozenset(strip for cell in self.cells for row in cell for strip in row)


class Standing(NamedTuple):
    """What stands outside drawn tables: tables without lines from top to bottom, rows of strips in
    reading order, and what these say; a strip may be part of one of the layout's.
    """

    tables: list[Unruled]
    rows: list[tuple[Strip, ...]]
    read: Read


def standing(found: Layout, read: Read, scale: float) -> Standing:
    """Return how the rows of a layout stand: in tables without lines, in columns, or one below the
    other; `scale`: the strips' pixels per point.
    """
    parts = {
        strip: _parted(strip, *read[strip], found)
        for row in found.rows
        for strip in row
        if strip in read
    }
    said = {part: what for each in parts.values() for part, what in each.items()}
    if not said:
        return Standing([], list(found.rows), read)
    size = median(strip.body for strip in said) / scale / BODY
    tops = sorted(table.box.top * scale for table in found.tables)
    ordered = sorted(said, key=lambda strip: (bisect(tops, _middle(strip)), strip.body_bottom))
    tables: list[Unruled] = []
    bands: list[list[tuple[Strip, ...]]] = []
    plain: list[list[tuple[Strip, ...]]] = []
    for _, between in groupby(ordered, lambda strip: bisect(tops, _middle(strip))):
        strips = sorted(between, key=lambda strip: (strip.body_bottom, strip.x0))
        for beside, blocks in groupby(_blocks(strips, said, size, scale), lambda one: one.beside):
            each = list(blocks)
            lines = [row for one in each for row in _strips(one.lines, strips)]
            (bands if beside else plain).append(lines)
            tables += [
                _table([[_strips(cell, strips) for cell in row] for row in one.cells], scale)
                for one in each
                if one.cells
            ]
    taken = {strip for band in bands for row in band for strip in row}
    taken.update(strip for table in tables for strip in table.strips)
    words = {strip: "".join(each.letter for each in said[strip][0]) for strip in ordered}
    for _, between in groupby(ordered, lambda strip: bisect(tops, _middle(strip))):
        bands += captions([strip for strip in between if strip not in taken], words)
    taken.update(strip for band in bands for row in band for strip in row)
    for lines in plain:
        bands += pairs([row for row in lines if taken.isdisjoint(row)])
    rows = list(_rows(found.rows, parts, tables, bands))
    return Standing(tables, rows, {**read, **said})


def _middle(strip: Strip) -> float:
    return (strip.body_top + strip.body_bottom) / 2


def _blocks(strips: Sequence[Strip], said: Read, size: float, scale: float) -> list[columns.Block]:
    """Return strips, sorted by their feet, as blocks in reading order."""
    clusters: list[Cluster] = []
    feet, base = list[float](), -size
    for strip in strips:
        foot = strip.body_bottom / scale
        base = base if foot - base < SAME_LINE * size else foot
        feet.append(base)
    levels = dict(zip(dict.fromkeys(feet), _evened(list(dict.fromkeys(feet))), strict=True))
    for number, (strip, foot) in enumerate(zip(strips, feet, strict=True)):
        text = "".join(letter.letter for letter in said[strip][0])
        x0, x1 = strip.x0 / scale, strip.x1 / scale
        clusters.append(Cluster(text, x0, x1, levels[foot], size, number))
    clusters.sort(key=lambda one: (one.y, one.x0))
    page = Galley.of(clusters)
    return columns.blocks_of([row_of(page, [at]) for at in range(len(clusters))], drawn=False)


def _evened(bases: Sequence[float]) -> list[float]:
    """Return base lines from top to bottom, steps alike that are so but for the pixels of a scan:
    which of them are the smaller ones tells nothing of rows.
    """
    steps = [below - above for above, below in pairwise(bases)]
    alike: list[list[float]] = []
    for step in sorted(steps):
        if not alike or step - alike[-1][0] > PIXELS:
            alike.append([])
        alike[-1].append(step)
    usual = {step: sum(group) / len(group) for group in alike for step in group}
    return list(accumulate((usual[step] for step in steps), initial=bases[0]))


def _parted(
    strip: Strip, letters: list[Letter], cut: Crop, found: Layout
) -> dict[Strip, tuple[list[Letter], Crop]]:
    """Return a strip parted where its white is as wide as that between two columns may be."""
    pieces = found.found.boxes[list(strip.pieces)].tolist()
    ink = sorted([*((x0, x1) for x0, _, x1, _ in pieces), *strip.dots])
    ends = list(accumulate((x1 for _, x1 in ink), max))
    wide = [
        ((end + x0) / 2, x0 - end)
        for end, (x0, _) in zip(ends, ink[1:], strict=False)
        if x0 - end >= CLOSE * strip.body
    ]
    stops = [
        at
        for at, white in wide
        if white >= PARTED * strip.body or _amounts(letters, (at * COARSE - cut.x0) / cut.wide)
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


def _amounts(letters: Sequence[Letter], at: float) -> bool:
    """Tell whether amounts stand on both sides of a place, which is a share of a strip's width."""
    words = [
        "".join(each.letter for each in letters if ((each.x0 + each.x1) / 2 < at) is left).split()
        for left in (True, False)
    ]
    before, behind = words
    return bool(before and behind) and all(
        AMOUNT.fullmatch(one.strip()) for one in (before[-1], behind[0])
    )


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


def _rows(
    rows: Sequence[tuple[Strip, ...]],
    parts: Mapping[Strip, Read],
    tables: Sequence[Unruled],
    bands: Sequence[Sequence[tuple[Strip, ...]]],
) -> Iterator[tuple[Strip, ...]]:
    """Yield rows of strips in reading order, those that a table took left out, those of columns one
    column after the other; of strips of which these took a part, the other parts.
    """
    taken = frozenset[Strip]().union(*(table.strips for table in tables))
    band_of = {strip: number for number, band in enumerate(bands) for row in band for strip in row}
    told: set[int] = set()
    for row in rows:
        of_row = [part for strip in row for part in parts.get(strip, ())]
        for number in (band_of[part] for part in of_row if part in band_of):
            if number not in told:
                told.add(number)
                yield from (_whole(line, parts) for line in bands[number])
        left = tuple(part for part in of_row if part not in taken and part not in band_of)
        if len(left) == len(of_row):
            yield row
        elif left:
            yield left


def _whole(line: tuple[Strip, ...], parts: Mapping[Strip, Read]) -> tuple[Strip, ...]:
    """Return a line of strips, those of which it has all parts unparted."""
    own = set(line)
    made: list[Strip] = []
    for strip, each in parts.items():
        if own.issuperset(each):
            own -= set(each)
            made.append(strip)
    return tuple(sorted([*made, *own], key=lambda strip: strip.x0))
