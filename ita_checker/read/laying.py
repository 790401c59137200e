"""A page's text and what its picture says, laid together: each in its place, nothing twice."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ita_checker.model import Box, Cell, Doubtful, Line, Page, Source, Table

SAME_HEIGHT = 0.4  # of the lower of two lines: so much of it in common, and they are level
LEFT_OVER = 0.25  # of a line's letters beside the text that shows the same: fewer are its remains
NEAR = 1.0  # points


@dataclass(slots=True)
class _Block:
    """A line, or a table with the lines of each of its cells."""

    top: float
    cells: list[list[Line]]
    table: Table | None = None


def laid(text: Page, seen: Page) -> Page:
    """Return the page with both; where both say something of one place, the text's letters
    stand.
    """
    seen = _without(seen, text.lines)
    if not any(line.text for line in seen.lines):
        return text
    if not any(line.text.strip() for line in text.lines):
        return seen
    major, minor = sorted((text, seen), key=_letters, reverse=True)
    blocks = list(_blocks(major))
    for block in _blocks(minor):
        _put(block, blocks)
    lines, tables = _joined(blocks)
    made = replace(seen, lines=lines, tables=tables, source=Source.OCR)
    return replace(made, redrawn=text.redrawn, unseen=text.unseen)


def _letters(page: Page) -> int:
    return sum(len(line.text) for line in page.lines)


def _without(page: Page, others: Sequence[Line]) -> Page:
    """Return a page without the letters that stand where other lines do."""
    lines = tuple(_bared(line, others) for line in page.lines)
    if lines == page.lines:
        return page
    inner = {index for table in page.tables for cell in table.cells for index in _range(cell)}
    kept = [bool(line.text) or index in inner for index, line in enumerate(lines)]
    before = [sum(kept[:index]) for index in range(len(kept) + 1)]
    tables = tuple(
        replace(
            table,
            cells=tuple(
                replace(cell, first=before[cell.first], last=before[cell.last])
                for cell in table.cells
            ),
        )
        for table in page.tables
    )
    return replace(
        page,
        lines=tuple(line for line, keep in zip(lines, kept, strict=True) if keep),
        tables=tables,
    )


def _range(cell: Cell) -> range:
    return range(cell.first, cell.last)


def _bared(line: Line, others: Sequence[Line]) -> Line:
    """Return a line without the letters that stand where other lines do; empty where hardly any is
    left.
    """
    spans = [
        (other.box.x0 - NEAR, other.box.x1 + NEAR)
        for other in others
        if other.text.strip() and _level(line.box, other.box)
    ]
    if not spans or not line.text:
        return line
    kept = [
        index
        for index in range(len(line.text))
        if not any(
            x0 <= (line.edges[2 * index] + line.edges[2 * index + 1]) / 2 <= x1 for x0, x1 in spans
        )
    ]
    if len(kept) == len(line.text):
        return line
    while kept and line.text[kept[0]] == " ":
        kept.pop(0)
    while kept and line.text[kept[-1]] == " ":
        kept.pop()
    if len(kept) <= LEFT_OVER * len(line.text):
        kept = []
    return _of(line, kept)


def _of(line: Line, kept: Sequence[int]) -> Line:
    """Return a line with some of its letters only."""
    text = "".join(line.text[index] for index in kept)
    edges = array("f", [side for index in kept for side in line.edges[2 * index : 2 * index + 2]])
    where = {index: at for at, index in enumerate(kept)}
    doubtful = tuple(
        Doubtful(where[one.index], one.confidence, one.others)
        for one in line.doubtful
        if one.index in where
    )
    box = Box(min(edges), line.box.top, max(edges), line.box.bottom) if edges else line.box
    return replace(line, text=text, raw=text, edges=edges, box=box, doubtful=doubtful)


def _level(a: Box, b: Box) -> bool:
    """Tell whether two lines stand at one height."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > SAME_HEIGHT * max(0.1, min(a.bottom - a.top, b.bottom - b.top))


def _blocks(page: Page) -> Iterator[_Block]:
    """Yield a page's lines and tables in their order."""
    starts = {table.cells[0].first: table for table in page.tables if table.cells}
    at = 0
    while at < len(page.lines):
        table = starts.get(at)
        if table is None:
            yield _Block(page.lines[at].box.top, [[page.lines[at]]])
            at += 1
        else:
            yield _Block(
                table.box.top,
                [list(page.lines[cell.first : cell.last]) for cell in table.cells],
                table,
            )
            at = table.cells[-1].last


def _put(block: _Block, blocks: list[_Block]) -> None:
    """Put a block among others: a line into the cell it stands in, anything else below what begins
    higher.
    """
    if block.table is None and _into_cell(block.cells[0][0], blocks):
        return
    middle = (block.cells[0][0].box.top + block.cells[0][0].box.bottom) / 2
    at = max((i + 1 for i, other in enumerate(blocks) if other.top <= middle), default=0)
    blocks.insert(at, block)


def _into_cell(line: Line, blocks: Sequence[_Block]) -> bool:
    """Put a line into the cell of a table that holds its middle; tell whether there is one."""
    x, y = (line.box.x0 + line.box.x1) / 2, (line.box.top + line.box.bottom) / 2
    for block in blocks:
        if block.table is None:
            continue
        for cell, lines in zip(block.table.cells, block.cells, strict=True):
            if cell.box.x0 <= x <= cell.box.x1 and cell.box.top <= y <= cell.box.bottom:
                last = lines[-1].after
                found = [one for one in (*lines, line) if one.text]
                found.sort(key=lambda one: (one.box.top + one.box.bottom) / 2)
                lines[:] = [replace(one, after="\n") for one in found]
                lines[-1] = replace(lines[-1], after=last)
                return True
    return False


def _joined(blocks: Sequence[_Block]) -> tuple[tuple[Line, ...], tuple[Table, ...]]:
    """Return the lines and tables of blocks one after another."""
    lines: list[Line] = []
    tables: list[Table] = []
    for block in blocks:
        firsts = []
        for inside in block.cells:
            firsts.append(len(lines))
            lines.extend(inside)
        if block.table is not None:
            ends = [*firsts[1:], len(lines)]
            cells = tuple(
                replace(cell, first=first, last=last)
                for cell, first, last in zip(block.table.cells, firsts, ends, strict=True)
            )
            tables.append(replace(block.table, cells=cells))
    return tuple(lines), tuple(tables)
