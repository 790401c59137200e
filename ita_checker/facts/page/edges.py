"""The document's lines in the flow, and which of them were ended on purpose: headings and
signatures end early, wrapped text does not.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ita_checker.facts.page.flow import flow
from ita_checker.model import Facts, Line, Page

# a line that leaves more than this part of the page's text width empty was ended on purpose
FULL = 0.82
EDGE = 0.1  # the part of a page's height at its top and bottom in which running heads stand
PARAGRAPH = 140  # letters without white space; covers and headings are shorter


@dataclass(frozen=True, slots=True)
class Row:
    """A line: its letters in the flow, its page, whether text ends with it, whether it is in a
    table or at the page's edge.
    """

    start: int
    end: int
    page: int
    ended: bool
    inside: bool
    edge: bool


@dataclass(frozen=True)
class Rows:
    """Every line that has letters, in reading order, and where the first paragraph of running text
    begins.
    """

    rows: tuple[Row, ...]
    starts: tuple[int, ...]
    cover: int

    def at(self, index: int) -> int:
        """Return the number of the row in which a letter of the flow stands."""
        return max(0, bisect_right(self.starts, index) - 1)

    @property
    def broken(self) -> frozenset[int]:
        """Return the flow's letters before which a line was ended on purpose."""
        return frozenset(row.end for row in self.rows if row.ended and not row.inside)


def _rows(facts: Facts) -> Rows:
    letters, offset = flow(facts), 0
    rows: list[Row] = []
    for page in facts.document.pages:
        inside = _inside(page)
        left, right = _sides(page, inside)
        for number, line in enumerate(page.lines):
            start, end = letters.index(offset), letters.index(offset + len(line.text))
            offset += len(line.text) + len(line.after)
            last = number + 1 == len(page.lines) or "\t" in line.after
            ended = last or (number not in inside and line.box.x1 - left < FULL * (right - left))
            if start < end:
                rows.append(
                    Row(start, end, page.number, ended, number in inside, _at_edge(page, line))
                )
        offset += 1
    return Rows(tuple(rows), tuple(row.start for row in rows), _cover(rows))


def _inside(page: Page) -> frozenset[int]:
    return frozenset(
        number
        for table in page.tables
        for cell in table.cells
        for number in range(cell.first, cell.last)
    )


def _sides(page: Page, inside: frozenset[int]) -> tuple[float, float]:
    boxes = [
        line.box
        for number, line in enumerate(page.lines)
        if number not in inside and line.text.strip()
    ]
    return min((box.x0 for box in boxes), default=0.0), max(
        (box.x1 for box in boxes), default=page.width
    )


def _at_edge(page: Page, line: Line) -> bool:
    middle = (line.box.top + line.box.bottom) / 2
    return not EDGE * page.height < middle < (1 - EDGE) * page.height


def _cover(rows: list[Row]) -> int:
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
