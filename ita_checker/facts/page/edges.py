"""The document's lines in the flow, and which of them were ended on purpose: headings and
signatures end early, wrapped text does not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from ita_checker.facts.page.lines import Placed, lines_of
from ita_checker.model import Facts, Page

# a line that leaves more than this part of the page's text width empty was ended on purpose
FULL = 0.82
EDGE = 0.1  # the part of a page's height at its top and bottom in which running heads stand
START = attrgetter("start")
PARAGRAPH = 140  # letters without white space; covers and headings are shorter


class Row(NamedTuple):
    """A line: its letters in the flow, its page, whether text ends with it, whether it is in a
    table, or outside of any at the page's edge.
    """

    start: int
    end: int
    page: int
    ended: bool
    inside: bool
    edge: bool


@dataclass(frozen=True)
class Rows:
    """Every line that has letters, in reading order; `opening`: where the first paragraph of
    running text or the first table begins, or the first page ends.
    """

    rows: tuple[Row, ...]
    starts: tuple[int, ...]
    opening: int

    def at(self, index: int) -> int:
        """Return the number of the row in which a letter of the flow stands."""
        return max(0, bisect_right(self.starts, index) - 1)

    @cached_property
    def broken(self) -> frozenset[int]:
        """Return the flow's letters before which a line was ended on purpose."""
        return frozenset(row.end for row in self.rows if row.ended and not row.inside)


def _rows(facts: Facts) -> Rows:
    rows, made = list[Row](), tuple.__new__  # as Row itself is made, one by one
    for page in facts.document.pages:
        own = lines_of(facts, page.number)
        left, right = _sides(page, own)
        full, top, bottom = FULL * (right - left), EDGE * page.height, (1 - EDGE) * page.height
        first = len(rows)
        for start, end, number, box, _, cell, _, running, ends, overleaf, _ in own:
            if overleaf and len(rows) > first:
                rows[-1] = rows[-1]._replace(ended=False)
            if cell is not None:
                rows.append(made(Row, (start, end, number, ends or running, True, False)))
                continue
            ended = ends or running or box.x1 - left < full
            edge = running or not top < (box.top + box.bottom) / 2 < bottom
            rows.append(made(Row, (start, end, number, ended, False, edge)))
    return Rows(tuple(rows), tuple(map(START, rows)), _opening(rows))


def _sides(page: Page, own: Sequence[Placed]) -> tuple[float, float]:
    boxes = [line.box for line in own if line.cell is None and not line.running]
    left, right = [box.x0 for box in boxes], [box.x1 for box in boxes]
    return min(left, default=0.0), max(right, default=page.width)


def _opening(rows: list[Row]) -> int:
    """Return the flow index at which the first paragraph or table begins, or the first page with
    letters ends.
    """
    first, start = None, None
    for row in rows:
        first = row.page if first is None else first
        if row.page != first or row.inside:
            return row.start if start is None or row.page != first else start
        start = row.start if start is None else start
        if row.end - start > PARAGRAPH:
            return start
        start = None if row.ended else start
    return rows[-1].end if rows else 0


def rows(facts: Facts) -> Rows:
    """Return the document's lines, found once."""
    return facts.once(_rows)
