"""What stands under names, wherever these head pieces: from each to the next one, to the report's
next section or its signature; the cells below where names stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ita_checker.facts.measures.naming.name_keys import Anchor, Name
from ita_checker.facts.measures.naming.series import LEADS
from ita_checker.facts.page import CELL, SIGNATURE, Row, block_at, blocks, flow, headings, rows
from ita_checker.facts.tables import Grid, Stretch, grids, tells_of_done
from ita_checker.model import Facts

FEWEST = 2  # names in one row that are columns
A_LINE = 20  # letters of a cell below its name that tell of it
ABOVE = 4  # lines before the first name among which the section's heading is
SHAPE = re.compile(
    r"(?P<bullet>[^\w\s\"'(\[]+)|\(?(?:\d{1,2}(?P<deeper>(?:\.\d{1,2})*)|(?P<letter>[\u0e01-\u0e2e]))[.)]"
    r"|(?P<word>[\u0e01-\u0e4e]{2,10}+)(?=\d{1,2}(?!\d))"
)


@dataclass(frozen=True, slots=True)
class Territory:
    """What is told of a measure in one place: the letters by which it is known, its name there, the
    stretches that are told of it. `across`: they are the cells of a column that the name heads.
    """

    key: str
    name: Stretch
    parts: tuple[Stretch, ...]
    across: bool = False


def spread(facts: Facts, known: Sequence[Name], found: Sequence[Anchor]) -> tuple[Territory, ...]:
    """Return what stands under names where they head pieces, in order."""
    across = {one.at: parts for one, parts in _columns(facts, found)}
    down = [one for one in found if one.at not in across]
    whose = {one.at: one for one in found}
    made = [Territory(whose[at].of.key, at, parts, across=True) for at, parts in across.items()]
    made += [
        Territory(one.of.key, one.at, (part,))
        for one, part in zip(down, _ends(facts, known, found, down), strict=True)
        if part[0] < part[1]
    ]
    return tuple(sorted(made, key=lambda one: one.name))


def _columns(facts: Facts, found: Sequence[Anchor]) -> Iterator[tuple[Anchor, tuple[Stretch, ...]]]:
    """Yield the names that stand side by side in a row, or in a heading, with the cells below."""
    for grid in grids(facts):
        inside = [one for one in found if grid.start <= one.at[0] < grid.end]
        if len(inside) < FEWEST:
            continue
        for row, column_of in _rows_of(grid, inside):
            side = {column_of[one.at]: one for one in inside if one.at in column_of}
            if len({one.of for one in side.values()}) < FEWEST or _boxes(grid, row, side):
                continue
            for column, one in side.items():
                below = grid.rows[row + 1 :]
                yield one, tuple(part for other in below for part in other.slots[column].parts)
            break


def _boxes(grid: Grid, row: int, side: Mapping[int, Anchor]) -> bool:
    """Tell whether names that stand side by side head the boxes they stand in: what is told of each
    is there, and not in the rows below.
    """
    if row < 0:
        return False
    cells = [(one, grid.rows[row].slots[column].parts) for column, one in side.items()]
    told = sum(parts[-1][1] - one.at[1] >= A_LINE for one, parts in cells)
    return 2 * told > len(cells)


def _rows_of(grid: Grid, inside: Sequence[Anchor]) -> Iterator[tuple[int, dict[Stretch, int]]]:
    """Yield each row of a table, its heading first, with the columns in which names stand."""
    low, high = grid.header
    heads = [one for one in inside if low <= one.at[0] < high]
    yield (
        -1,
        {
            one.at: column
            for one in heads
            for column, said in enumerate(grid.headings)
            if one.of.key in said
        },
    )
    for index, row in enumerate(grid.rows):
        yield (
            index,
            {
                one.at: column
                for column, slot in enumerate(row.slots)
                for start, end in slot.parts
                for one in inside
                if start <= one.at[0] < end
            },
        )


def _ends(
    facts: Facts, known: Sequence[Name], found: Sequence[Anchor], down: Sequence[Anchor]
) -> Iterator[Stretch]:
    """Yield what stands behind each name up to what ends it."""
    text = flow(facts).text
    stops = sorted(
        {at for name in known for at, _ in name.set_at}
        | {one.start for one in found}
        | set(_sections(facts, down))
        | set(_leads(facts, found))
        | {one.start for one in blocks(facts) if one.zone == SIGNATURE}
        | {len(text)}
    )
    tables = {one.at: _table_end(facts, one, down) for one in down}
    at = 0
    for one in down:
        while stops[at] < one.at[1]:
            at += 1
        end = min(stops[at], tables[one.at] or len(text))
        yield one.at[1], one.at[1] + len(text[one.at[1] : end].rstrip("\t\f"))


def _leads(facts: Facts, found: Sequence[Anchor]) -> Iterator[int]:
    """Yield where what leads to names begins, and tells of none: in a paragraph of several up to
    the first, else the paragraph above that says that they follow.
    """
    text = flow(facts).text
    for own, group in groupby(found, lambda one: block_at(facts, one.at[0])):
        names = list(group)
        if own is None or own.kind == CELL:
            continue
        inside = own.start < names[0].start
        before = own if inside else block_at(facts, own.start - 1)
        if before is None or before.kind == CELL:
            continue
        lead = text[before.start : min(before.end, names[0].start)]
        leads = LEADS.search(lead) or (inside and len(names) >= FEWEST)
        if leads and not tells_of_done(lead):
            yield before.start


def _table_end(facts: Facts, one: Anchor, down: Sequence[Anchor]) -> int | None:
    """Return where the table of rows ends in which a name stands; None where it has no others."""
    for grid in grids(facts):
        if grid.start <= one.at[0] < grid.end:
            inside = sum(grid.start <= other.at[0] < grid.end for other in down)
            return grid.end if inside >= FEWEST else None
    return None


def _sections(facts: Facts, down: Sequence[Anchor]) -> Iterator[int]:
    """Yield where lines open another section: marked as the names' own are, or as what stands
    before the first of them, and not as anything told under a name; larger headings too.
    """
    starts = {rows(facts).rows[rows(facts).at(one.start)].start for one in down}
    first, last = min(starts, default=0), max(starts, default=0)
    shapes = facts.once(_shapes) if down else {}
    before = [at for at in shapes if at < first][-ABOVE:]
    least = before[0] if before else first
    marks = {at: mark for at, mark in shapes.items() if at >= least}
    outer = {marks[at] for at in (*before, *starts) if at in marks}
    inner = {mark for at, mark in marks.items() if first < at < last and at not in starts}
    yield from (
        at
        for at, mark in marks.items()
        if at > first and at not in starts and mark and mark in outer - inner
    )
    yield from (one.start for one in headings(facts) if one.size > 1 and one.start not in starts)


def _shapes(facts: Facts) -> Mapping[int, str]:
    """Return how each line outside tables is marked, by where it begins."""
    text = flow(facts).text
    return {one.start: _shape(text, one) for one in rows(facts).rows if not one.inside}


def _shape(text: str, line: Row) -> str:
    """Return how a line is marked: its bullet, the kind and depth of its number, its word."""
    hit = SHAPE.match(text, line.start, line.end)
    if not hit:
        return ""
    if hit["bullet"] or hit["word"]:
        return str(hit["bullet"] or f"{hit['word']}#")
    return "letter" if hit["letter"] else "#" + ".#" * (hit["deeper"] or "").count(".")
