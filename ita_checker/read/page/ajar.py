"""Runs that go on over the white between the columns of a table without lines, cut there: cells
that all but fill their columns stand so close that they are drawn as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ita_checker.read.page.bands import APART, Level, Span, levels
from ita_checker.read.page.rows import Row, row_of

# of the letter size: white without a space that may part two cells; all that a run holds must, or
# it is how its words are parted
LEAST = 0.2
Cells = Sequence[Sequence[Sequence[Row]]]


def cut(found: Sequence[Row], tables: Iterable[Cells]) -> list[Row]:
    """Return runs, those cut that stand in tables or on the lines next to them."""
    pieces: dict[int, list[Row]] = {}
    lines = levels(found)
    for cells in tables:
        whites = list(_whites(cells))
        for line in _around(lines, cells) if whites else ():
            for part in line.parts:
                if part.run not in pieces and len(own := _cut(found[part.run], whites)) > 1:
                    pieces[part.run] = own
    return [piece for number, run in enumerate(found) for piece in pieces.get(number, [run])]


def _whites(cells: Cells) -> Iterator[Span]:
    """Yield the white between a table's columns."""
    reach = [
        [(line.x0, max(line.ends)) for row in cells for line in row[column]]
        for column in range(len(cells[0]))
    ]
    for before, after in pairwise(reach):
        low, high = max(x1 for _, x1 in before), min(x0 for x0, _ in after)
        if low < high:
            yield low, high


def _around(lines: Sequence[Level], cells: Cells) -> list[Level]:
    """Return the lines that stand as near to each other as those of a table, as far as it is among
    them.
    """
    heights = [line.y for row in cells for cell in row for line in cell]
    top, bottom = min(heights), max(heights)
    held: list[Level] = []
    for line in lines:
        if held and line.y - held[-1].y > APART * line.size:
            if held[-1].y >= bottom:
                break
            held = []
        held.append(line)
    return held if held and held[0].y <= top else []


def _cut(run: Row, whites: Sequence[Span]) -> list[Row]:
    """Return the pieces of a run, which parts at each white over which it goes on, and nowhere
    else.
    """
    over = [(low, high) for low, high in whites if run.x0 < low and run.x1 > high]
    if not over:
        return [run]
    x0s, x1s, _, sizes = run.page.lists
    texts = run.page.texts
    gaps = [
        (index, x1s[before], x0s[at])
        for index, (before, at) in enumerate(pairwise(run.places), 1)
        if x0s[at] - x1s[before] >= LEAST * sizes[at] and " " not in (texts[before], texts[at])
    ]
    meets = all(
        start < high and low < end for (_, start, end), (low, high) in zip(gaps, over, strict=False)
    )
    if len(gaps) != len(over) or not meets:
        return [run]
    made: list[Row] = []
    for first, last in pairwise([0, *(index for index, _, _ in gaps), len(run)]):
        piece = row_of(run.page, run.places[first:last])
        piece.plain, piece.cut = run.plain, run.cut or first > 0
        made.append(piece)
    return made
