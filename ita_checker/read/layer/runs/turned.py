"""Text that runs up, down or upside down: read in a frame where it runs from left to right, its
places told on the page.
"""

from __future__ import annotations

from array import array
from dataclasses import replace

from ita_checker.model import Box, Line, Page
from ita_checker.read.layer.letters import Ink, Rule, Sheet
from ita_checker.read.layer.native.frame import displayed, upright


def mostly(sheet: Sheet) -> int:
    """Return the quarter turns of most of the page's letters."""
    counts = {0: len(sheet.letters)} | {
        turn: len(letters) for turn, letters in sheet.turned.items()
    }
    return max(sorted(counts), key=lambda turn: counts[turn])


def straightened(sheet: Sheet, turn: int) -> Sheet:
    """Return the sheet as seen when the page is turned until those letters run from left to right;
    all others are left out.
    """
    rules, shades = (
        tuple(_straightened(rule, turn) for rule in found) for found in (sheet.rules, sheet.shades)
    )
    return replace(
        sheet,
        letters=sheet.turned.get(turn, ()),
        turned={},
        picture=None,
        rules=rules,
        shades=shades,
    )


def _straightened(rule: Rule, turn: int) -> Rule:
    (xa, ya), (xb, yb) = upright(rule.x0, rule.top, turn), upright(rule.x1, rule.bottom, turn)
    return Rule(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def put_back(page: Page, turn: int) -> Page:
    """Return a page read in such a frame with its places as they are shown."""
    tables = tuple(
        replace(
            table,
            box=_box(table.box, turn),
            cells=tuple(replace(cell, box=_box(cell.box, turn)) for cell in table.cells),
        )
        for table in page.tables
    )
    return replace(page, lines=tuple(line_back(line, turn) for line in page.lines), tables=tables)


def line_back(line: Line, turn: int) -> Line:
    """Return a line with its box on the page; each letter of a line that runs up or down is as
    wide as the line is high.
    """
    box = _box(line.box, turn)
    if turn == 2:
        edges = array(
            "f",
            [
                -edge
                for pair in zip(line.edges[1::2], line.edges[::2], strict=True)
                for edge in pair
            ],
        )
    else:
        edges = array("f", [box.x0, box.x1] * len(line.text))
    return replace(line, box=box, edges=edges)


def _box(box: Box, turn: int) -> Box:
    return Box(*displayed(Ink(box.x0, box.top, box.x1, box.bottom), turn))
