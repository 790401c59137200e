"""Boxes drawn around lines: a table of one column parts nothing, and what stands in it is lines of
the page. Forms, whose labels come again box after box, stay tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ita_checker.facts.page.frames import before
from ita_checker.model import Page, Table

ROWS, TABLES = 3, 2  # labels that a form has, and forms, at least


def without_boxes(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages, what stands in tables of one column that are no forms as their lines: bars
    for titles, and lines under each, are drawn by some programs and left out by others.
    """
    if not any(table.columns == 1 for page in pages for table in page.tables):
        return tuple(pages)
    times = Counter(
        label
        for page in pages
        for table in page.tables
        if table.columns == 1
        for label in _openings(page, table)
    )
    again = {label for label, count in times.items() if count >= TABLES}
    return tuple(_without(page, again) for page in pages)


def _without(page: Page, labels: set[str]) -> Page:
    boxes = [
        table
        for table in page.tables
        if table.columns == 1 and len(_openings(page, table) & labels) < ROWS
    ]
    if not boxes:
        return page
    lines = list(page.lines)
    for cell in (cell for box in boxes for cell in box.cells):
        lines[cell.last - 1] = before(lines[cell.last - 1], "\n")
    others = tuple(table for table in page.tables if table not in boxes)
    return replace(page, lines=tuple(lines), tables=others)


def _openings(page: Page, table: Table) -> set[str]:
    """Return the words up to the first white space or colon of each of a table's rows."""
    firsts = (page.lines[cell.first].text.replace(":", " ").split() for cell in table.cells)
    return {said[0] for said in firsts if said}
