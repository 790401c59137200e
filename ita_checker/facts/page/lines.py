"""The one walker over the document's lines: where each stands in the flow, on the page, in
a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, count, filterfalse, groupby
from operator import attrgetter
from typing import NamedTuple

from ita_checker.facts.page.flow import flow
from ita_checker.model import Box, Facts, Line, Page, Source
from ita_checker.text.flow import ABOVE_OR_BELOW, TONES

# On a scan a line's box is its ink, higher or lower by the marks in it; how wide its letters are
# tells their size.
WIDTHS_HIGH = 2.35  # a line is so many times as high as its letters are wide
FEWEST_WIDTHS = 12  # letters from which that can be told


class Placed(NamedTuple):
    """A line of the report: flow indexes, page number, box, height of its letters, and its cell as
    (table, row, column) or None. `running`: a head or foot that pages repeat; `ends`: the last of
    its cell or page; `overleaf`: printed on the next page, it goes on with the line before.
    """

    start: int
    end: int
    page: int
    box: Box
    height: float
    cell: tuple[int, int, int] | None = None
    scanned: bool = False
    running: bool = False
    ends: bool = False
    overleaf: bool = False
    line: Line | None = None


def lines(facts: Facts) -> tuple[Placed, ...]:
    """Return every line that is not empty, in reading order, running heads and feet left out."""
    return facts.once(_lines)


def outside(facts: Facts) -> tuple[Placed, ...]:
    """Return those of the lines that stand in no table."""
    return facts.once(_outside)


def every_line(facts: Facts) -> tuple[Placed, ...]:
    """Return every line that is not empty, in reading order, each page's running lines last."""
    return facts.once(_every_line)


def lines_of(facts: Facts, page: int) -> tuple[Placed, ...]:
    """Return every line of a page that is not empty, its running lines last."""
    return facts.once(_by_page).get(page, ())


def _by_page(facts: Facts) -> dict[int, tuple[Placed, ...]]:
    pages = groupby(every_line(facts), key=attrgetter("page"))
    return {page: tuple(own) for page, own in pages}


def _lines(facts: Facts) -> tuple[Placed, ...]:
    return tuple(filterfalse(attrgetter("running"), every_line(facts)))


def _outside(facts: Facts) -> tuple[Placed, ...]:
    return tuple(filterfalse(attrgetter("cell"), lines(facts)))


def _every_line(facts: Facts) -> tuple[Placed, ...]:
    found, made = list[Placed](), tuple.__new__  # as Placed itself is made, one by one
    stretches = _stretches(facts)
    for page in facts.document.pages:
        cells, scanned = map(cells_of_lines(page).get, count()), page.source is Source.OCR
        number, last = page.number, page.lines[-1:]
        for line, (start, end), cell in zip(page.lines, stretches, cells, strict=False):
            if start == end:
                continue
            box, ends = line.box, "\t" in line.after or line is last[0]
            height = _height(line) if scanned else box.bottom - box.top
            overleaf, runs = line.home is not None and cell is None, line.running
            own = (start, end, number, box, height, cell, scanned, runs, ends, overleaf, line)
            found.append(made(Placed, own))
    return tuple(found)


def _stretches(facts: Facts) -> Iterator[tuple[int, int]]:
    """Return where each line of the document begins and ends in the flow."""
    steps = [0]  # from where a line begins to where it ends, and to where the next one begins
    for page in facts.document.pages:
        for line in page.lines:
            steps += (len(line.text), len(line.after))
        steps[-1] += 1  # the page's end
    known = iter(flow(facts).indexes([*accumulate(steps)][:-1]))
    return zip(known, known, strict=True)


def cells_of_lines(page: Page) -> dict[int, tuple[int, int, int]]:
    """Return the cell, as (table, row, column), of each of the page's lines that stands in one."""
    return {
        index: (number, cell.row, cell.column)
        for number, table in enumerate(page.tables)
        for cell in table.cells
        for index in range(cell.first, cell.last)
    }


def _height(line: Line) -> float:
    """Return how high a scanned line's letters are, in points; 0 where there are too few to
    tell.
    """
    letters = sum(1 for letter in line.text if letter not in ABOVE_OR_BELOW and letter not in TONES)
    return WIDTHS_HIGH * (line.box.x1 - line.box.x0) / letters if letters >= FEWEST_WIDTHS else 0.0
