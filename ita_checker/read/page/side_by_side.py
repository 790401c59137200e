"""Columns and cards side by side that the file draws one after the other, each from its top to its
foot: they are read so, however level their lines stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from ita_checker.read.page.rows import Row

BESIDE = 0.45  # of the letter size: a step up or down that stays in the line
NEXT_LINE = 2.6  # of the letter size: a step down that stays in a text
ASCENT = 0.5  # of the letter size: the body of a line
WHITE = 0.7  # of the letter size: between two columns
FEWEST_LINES, NARROWEST = 3, 9.0  # of a column; of the letter size: how wide one is at least
# of a column's lines within paragraphs: how much of its width one fills, and how many do; of all,
# how many begin at its left side, which those of people who sign do not, and how near
FILLED, MOST, LEFT, NEAR = 0.6, 0.6, 0.6, 0.5
WIDER = 1.3  # times the usual step from line to line: a paragraph ends there


def columns(found: Sequence[Row]) -> Iterator[list[list[Row]]]:
    """Yield the columns of text that stand side by side, from left to right; `found`: runs as the
    file draws them.
    """
    for chain in _chains(found):
        _cut_last(chain)
        if all(map(_is_text, chain)) and _is_alone(chain, found):
            yield chain


def _chains(found: Sequence[Row]) -> Iterator[list[list[Row]]]:
    """Yield runs that go down, up again to the right of all these, and so on."""
    chain: list[list[Row]] = []
    own: list[Row] = []
    for run in found:
        if run.inked is None:
            continue
        if not own:
            own.append(run)
            continue
        if run.y >= own[-1].y - BESIDE * run.size:
            if not chain or run.x0 >= min(one.x0 for one in own) - run.size:
                own.append(run)
                continue
        else:
            beside = own if chain else _from(own, run)
            if max(one.x1 for one in beside) + WHITE * run.size <= run.x0:
                chain.append(beside)
                own = [run]
                continue
        if chain:
            yield [*chain, own]
        chain, own = [], [run]
    if chain:
        yield [*chain, own]


def _from(own: Sequence[Row], run: Row) -> list[Row]:
    """Return the last of some runs, as far as they stand no higher than another."""
    at = len(own) - 1
    while at and own[at - 1].y >= run.y - BESIDE * run.size:
        at -= 1
    return list(own[at:])


def _cut_last(chain: list[list[Row]]) -> None:
    """Leave out what stands far below all columns: a foot, a next part."""
    low = max(run.y for column in chain[:-1] for run in column)
    for at, (one, other) in enumerate(pairwise(chain[-1]), 1):
        if min(other.y - low, other.y - one.y) > NEXT_LINE * other.size:
            del chain[-1][at:]
            return


def _is_text(column: Sequence[Row]) -> bool:
    """Tell whether runs are lines of text set to the left, of which those within a paragraph fill
    their column.
    """
    lines = [list(line) for _, line in groupby(column, lambda run: round(run.y))]
    if len(lines) < FEWEST_LINES:
        return False
    low, high = min(run.x0 for run in column), max(run.x1 for run in column)
    size = median(run.size for run in column)
    steps = [other[0].y - one[0].y for one, other in pairwise(lines)]
    usual = sorted(steps)[len(steps) // 4]
    inner = [line for line, step in zip(lines, steps, strict=False) if step <= WIDER * usual]
    full = sum(line[-1].x1 - line[0].x0 >= FILLED * (high - low) for line in inner)
    left = sum(line[0].x0 - low <= NEAR * size for line in lines)
    return (
        high - low >= NARROWEST * size
        and full >= max(1, MOST * len(inner))
        and left >= LEFT * len(lines)
    )


def _is_alone(chain: Sequence[Sequence[Row]], found: Sequence[Row]) -> bool:
    """Tell whether nothing else stands where columns do."""
    own = {run for column in chain for run in column}
    x0, x1 = min(run.x0 for run in own), max(run.x1 for run in own)
    top, bottom = min(run.y - ASCENT * run.size for run in own), max(run.y for run in own)
    return not any(
        run.x0 < x1 and run.x1 > x0 and top < run.y and run.y - ASCENT * run.size < bottom
        for run in found
        if run.inked is not None and run not in own
    )
