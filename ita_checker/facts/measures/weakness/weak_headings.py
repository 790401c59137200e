"""Headings, short lines and columns' headings that call weak what stands below them, above the
measures: what is weak is told there, be it no indicator of the assessment.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.facts.measures.naming.weak_words import ANSWERS, HIGH, STOP
from ita_checker.facts.measures.paired.where_told import first_measure
from ita_checker.facts.measures.weakness.weak_chain import MARKS, marks
from ita_checker.facts.page import CELL, CONTENTS, HEADING, block_at, blocks, flow
from ita_checker.facts.tables import Stretch, grids
from ita_checker.model import Facts

LONGEST = 60  # letters of such a heading


def headed_weak(facts: Facts) -> tuple[Stretch, ...]:
    """Return the short pieces above the measures that call weak what stands below them."""
    return facts.once(_headed_weak)


def _headed_weak(facts: Facts) -> tuple[Stretch, ...]:
    text, below, found = flow(facts), first_measure(facts), list[Stretch]()
    for start, end in marks(facts):
        piece = block_at(facts, start)
        if piece is None or start >= below or piece.kind == CONTENTS:
            continue
        breaks = [at for at in text.gaps(piece.start + 1, piece.end) if "\n" in text.gap(at)]
        low = max((at for at in breaks if at <= start), default=piece.start)
        high = min((at for at in breaks if at >= end), default=piece.end)
        told = any(one.search(text.text, low, high) for one in (ANSWERS, HIGH, STOP))
        if high - low <= LONGEST and not told:
            found.append((low, high))
    return tuple(found)


def points_below(facts: Facts) -> tuple[Stretch, ...]:
    """Return what stands below such headings, point by point, be it no indicator: the paragraphs
    counted or marked alike up to the next heading, the cells of a column.
    """
    return facts.once(_points_below)


def _points_below(facts: Facts) -> tuple[Stretch, ...]:
    headed = headed_weak(facts)
    own = (one for head in headed for one in (*_paragraphs(facts, head), *_cells(facts, head)))
    return tuple(own)


def _paragraphs(facts: Facts, head: Stretch) -> Iterator[Stretch]:
    text = flow(facts).text
    for one in blocks(facts):
        if one.start < head[1]:
            continue
        mark = MARKS.match(text, one.start, one.end)
        if one.kind in (CELL, HEADING, CONTENTS) or mark is None:
            return
        yield mark.end(), one.end


def _cells(facts: Facts, head: Stretch) -> Iterator[Stretch]:
    text = flow(facts).text
    for grid in grids(facts):
        label = text[slice(*head)].strip("\t")
        if grid.start <= head[0] < grid.end and label in grid.headings:
            column = list(grid.headings).index(label)
            yield from (part for row in grid.rows for part in row.slots[column].parts)
