"""Places told where they lie on the page: turned back, and in its own points where its size was
not that of paper.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace

from ita_checker.model import Box, Line, Page

A4 = 595.0, 842.0
LARGEST, SMALLEST = (
    1.5,
    0.6,
)  # times A4: what is larger or smaller is a scan whose file tells a wrong fineness


def zoom(width: float, height: float) -> float:
    """Return how many points of the page make one of the paper it was scanned from, which is taken
    for A4.
    """
    short, long = sorted((width, height))
    if short > LARGEST * A4[0]:
        return short / A4[0]
    return long / A4[1] if 1 < long < SMALLEST * A4[1] else 1.0


def zoomed(page: Page, by: float) -> Page:
    """Return the page with its places so many times as far from its top left."""
    if by == 1.0:
        return page
    made = moved(
        page,
        lambda box: Box(box.x0 * by, box.top * by, box.x1 * by, box.bottom * by),
        lambda edge: edge * by,
    )
    return replace(made, width=page.width * by, height=page.height * by)


def put_back(page: Page, quarters: int) -> Page:
    """Return a page that was turned clockwise by so many quarters to be read, with its places as
    it lies.

    Each letter of a line that runs up or down is as wide as the line is high.
    """
    if not quarters:
        return page
    width, height = (page.width, page.height) if quarters == 2 else (page.height, page.width)

    def box(turned: Box) -> Box:
        if quarters == 1:
            return Box(turned.top, height - turned.x1, turned.bottom, height - turned.x0)
        if quarters == 2:
            return Box(
                width - turned.x1, height - turned.bottom, width - turned.x0, height - turned.top
            )
        return Box(width - turned.bottom, turned.x0, width - turned.top, turned.x1)

    made = moved(page, box, lambda edge: width - edge)
    lines = (
        line
        if quarters == 2
        else replace(line, edges=array("f", [line.box.x0, line.box.x1] * len(line.text)))
        for line in made.lines
    )
    return replace(made, width=width, height=height, lines=tuple(lines))


def moved(page: Page, box: Callable[[Box], Box], edge: Callable[[float], float]) -> Page:
    """Return the page with other places."""
    tables = tuple(
        replace(
            table,
            box=box(table.box),
            cells=tuple(replace(cell, box=box(cell.box)) for cell in table.cells),
        )
        for table in page.tables
    )
    return replace(page, lines=tuple(_line(line, box, edge) for line in page.lines), tables=tables)


def _line(line: Line, box: Callable[[Box], Box], edge: Callable[[float], float]) -> Line:
    pairs = zip(line.edges[::2], line.edges[1::2], strict=True)
    return replace(
        line,
        box=box(line.box),
        edges=array("f", [side for pair in pairs for side in sorted(map(edge, pair))]),
    )
