"""What is known of a page's tables of two columns without lines: the white between their columns
and what stands on the left, so that cards of the same labels are read alike, whatever follows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ita_checker.read.page.bands import GUTTER, Level, Span, common
from ita_checker.read.page.rows import Row

Cells = Sequence[Sequence[Sequence[Row]]]  # rows of cells of lines


class Known(NamedTuple):
    """The labels on the left of a page's tables of two columns, and the white behind them."""

    labels: frozenset[str] = frozenset()
    gutters: tuple[Span, ...] = ()


def known(tables: Iterable[Cells]) -> Known:
    """Return what tables of two columns share with others like them."""
    own = [cells for cells in tables if len(cells[0]) == 2]
    labels = frozenset(text_of(row[0]) for cells in own for row in cells if row[0])
    return Known(labels, tuple(dict.fromkeys(map(_white, own))))


def text_of(lines: Sequence[Row]) -> str:
    return "".join([line.text for line in lines])


def _white(cells: Cells) -> Span:
    left = max(line.x1 for row in cells for line in row[0])
    return left, min(line.x0 for row in cells for line in row[1])


def as_before(cells: Cells, before: Known) -> bool:
    """Tell whether every row of a table bears a label that is known."""
    return all(text_of(row[0]) in before.labels for row in cells)


def reach(levels: Sequence[Level], first: int, white: Span) -> int:
    """Return how far down from a line known white runs."""
    last = first
    while last < len(levels) and common(levels[last].white, [white], GUTTER * levels[last].size):
        last += 1
    return last
