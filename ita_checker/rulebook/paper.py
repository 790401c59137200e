"""Documents from plain text, so that the examples of rules are tried without a PDF.

- Each line is a line of the page; one in `**` (a cell's, too) is set in bold.
- `# title` is a large, centred line; `-> line` a centred one of the usual size.
- Neighbouring lines with ` | ` are the rows of one table; in a cell ` // ` starts a new line, `<`
  alone joins the cell
  to the one on its left and `^` alone to the one above; an empty line ends a table.
- `---page---` starts a new page, `(unread)` or `(ocr)` as a page's first line says how it was
  read; a page of nothing is blank.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from textwrap import dedent

from ita_checker.model import Box, Cell, Document, Line, Page, Source, Table

WIDTH, HEIGHT, MARGIN, LEADING, SIZE, LETTER = (
    595.0,
    842.0,
    72.0,
    20.0,
    16.0,
    6.0,
)  # points: A4, Sarabun 16
HEADING = 24.0
NEXT_PAGE = "---page---"
BOLD = re.compile(r"\*\*([^*]+)\*\*")


@dataclass
class _Leaf:
    """A page while it is being filled."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    top: float = MARGIN

    def write(self, text: str, x: float = MARGIN, size: float = SIZE, after: str = "\n") -> None:
        if bold := BOLD.fullmatch(text):
            text = bold[1]
        edges = array("f", [x + LETTER * side for at in range(len(text)) for side in (at, at + 1)])
        box = Box(x, self.top, x + LETTER * max(1, len(text)), self.top + size)
        self.lines.append(Line(text, box, edges, text, after, bold=bool(bold)))
        self.top += max(LEADING, size * 1.25)


def document(text: str, path: str = "report.pdf") -> Document:
    """Return the document that the text describes."""
    pages = dedent(text).strip("\n").split(NEXT_PAGE)
    return Document(
        path,
        "0" * 64,
        tuple(_page(number, page.strip("\n").split("\n")) for number, page in enumerate(pages, 1)),
    )


def _page(number: int, lines: list[str]) -> Page:
    source = {"(unread)": Source.UNREAD, "(ocr)": Source.OCR}.get(lines[0].strip(), Source.TEXT)
    leaf, rows = _Leaf(), list[list[str]]()
    for line in [*lines[source is not Source.TEXT :], ""]:
        if " | " in line or line.rstrip().endswith(" |") or line.lstrip().startswith("| "):
            rows.append([cell.strip() for cell in f" {line} ".split(" | ")])
            continue
        if rows:
            _table(leaf, rows)
            rows = []
        _line(leaf, line)
    blank = not leaf.lines and source is Source.TEXT
    return Page(number, WIDTH, HEIGHT, tuple(leaf.lines), tuple(leaf.tables), source, blank=blank)


def _line(leaf: _Leaf, line: str) -> None:
    if line.startswith("# "):
        leaf.write(line[2:], _middle(line[2:]), HEADING)
    elif line.startswith("-> "):
        leaf.write(line[3:], _middle(line[3:]))
    elif line.strip():
        leaf.write(line.strip(), MARGIN + LETTER * (len(line) - len(line.lstrip())))
    else:
        leaf.top += LEADING


def _middle(text: str) -> float:
    return max(MARGIN, (WIDTH - LETTER * len(BOLD.sub(r"\1", text))) / 2)


def _table(leaf: _Leaf, rows: list[list[str]]) -> None:
    """Set the rows as a table: cells in reading order, joined cells once, at their first row and
    column.
    """
    columns = max(map(len, rows))
    rows = [row + [""] * (columns - len(row)) for row in rows]
    top, cells = leaf.top, list[Cell]()
    for number, row in enumerate(rows):
        start = bottom = leaf.top
        own = [column for column, text in enumerate(row) if text not in ("<", "^")]
        for column in own:
            leaf.top = start
            cells.append(_cell(leaf, rows, number, column, last=column == own[-1]))
            bottom = max(bottom, leaf.top)
        leaf.top = bottom
    leaf.tables.append(
        Table(Box(MARGIN, top, WIDTH - MARGIN, leaf.top), len(rows), columns, tuple(cells))
    )


def _cell(leaf: _Leaf, rows: list[list[str]], number: int, column: int, last: bool) -> Cell:
    row = rows[number]
    across = 1 + next((i for i, text in enumerate([*row[column + 1 :], ""]) if text != "<"), 0)
    below = [other[column] for other in rows[number + 1 :]] + [""]
    down = 1 + next(i for i, text in enumerate(below) if text != "^")
    width, top, first = (WIDTH - 2 * MARGIN) / len(row), leaf.top, len(leaf.lines)
    x = MARGIN + width * column
    pieces = row[column].split(" // ")
    for piece in pieces[:-1]:
        leaf.write(piece.strip(), x)
    leaf.write(pieces[-1].strip(), x, after="\t\n" if last else "\t")
    return Cell(
        number,
        column,
        down,
        across,
        first,
        len(leaf.lines),
        Box(x, top, x + width * across, leaf.top),
    )
