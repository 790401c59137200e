"""Documents from plain text, so that facts and checks are tested without a PDF.

`document(text)` and `case(text, fiscal_year=2564, items=(...), path="2564/O43.pdf")`. In the text

- each line is a line of the page; lines with the same indentation as the whole text stand at the left margin;
- `# title` is a large, centred line; `-> line` a centred one of the usual size;
- neighbouring lines with ` | ` are the rows of one table; in a cell ` // ` starts a new line, `<` alone joins the cell
  to the one on its left and `^` alone to the one above; an empty line ends a table;
- `---page---` starts a new page, `(unread)` or `(ocr)` as a page's first line says how it was read; a page of nothing is blank.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from textwrap import dedent

from ita_checker.model import Box, Case, Cell, Document, Item, Line, Pack, Page, Source, Submission, Table

WIDTH, HEIGHT, MARGIN, LEADING, SIZE, LETTER = 595.0, 842.0, 72.0, 20.0, 16.0, 6.0
PAGE = "---page---"


@dataclass
class Sheet:
    """A page while it is being filled."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    top: float = MARGIN

    def write(self, text: str, x: float = MARGIN, size: float = SIZE, after: str = "\n") -> Box:
        edges = array("f", [x + LETTER * side for at in range(len(text)) for side in (at, at + 1)])
        box = Box(x, self.top, x + LETTER * max(1, len(text)), self.top + size)
        self.lines.append(Line(text, box, edges, text, after))
        self.top += max(LEADING, size * 1.25)
        return box


def _middle(text: str) -> float:
    return max(MARGIN, (WIDTH - LETTER * len(text)) / 2)


def _table(sheet: Sheet, rows: list[list[str]]) -> None:
    """Set the rows as a table: cells in reading order, joined cells once, at their first row and column."""
    columns = max(map(len, rows))
    rows = [row + [""] * (columns - len(row)) for row in rows]
    width, top, cells = (WIDTH - 2 * MARGIN) / columns, sheet.top, []
    for number, row in enumerate(rows):
        start = bottom = sheet.top
        own = [column for column, text in enumerate(row) if text not in ("<", "^")]
        for column in own:
            across = 1 + next((i for i, text in enumerate([*row[column + 1 :], ""]) if text != "<"), 0)
            below = [other[column] for other in rows[number + 1 :]] + [""]
            down = 1 + next(i for i, text in enumerate(below) if text != "^")
            first, sheet.top, x = len(sheet.lines), start, MARGIN + width * column
            pieces = row[column].split(" // ")
            for piece in pieces[:-1]:
                sheet.write(piece.strip(), x)
            sheet.write(pieces[-1].strip(), x, after="\t\n" if column == own[-1] else "\t")
            bottom = max(bottom, sheet.top)
            cells.append(Cell(number, column, down, across, first, len(sheet.lines), Box(x, start, x + width * across, sheet.top)))
        sheet.top = bottom
    sheet.tables.append(Table(Box(MARGIN, top, WIDTH - MARGIN, sheet.top), len(rows), columns, tuple(cells)))


def _page(number: int, lines: list[str]) -> Page:
    source = {"(unread)": Source.UNREAD, "(ocr)": Source.OCR}.get(lines[0].strip() if lines else "", Source.TEXT)
    sheet, rows = Sheet(), list[list[str]]()
    for line in [*lines[source is not Source.TEXT :], ""]:
        if " | " in line or line.rstrip().endswith(" |") or line.lstrip().startswith("| "):
            rows.append([cell.strip() for cell in f" {line} ".split(" | ")])
            continue
        if rows:
            _table(sheet, rows)
            rows = []
        if line.startswith("# "):
            sheet.write(line[2:], _middle(line[2:]), 24.0)
        elif line.startswith("-> "):
            sheet.write(line[3:], _middle(line[3:]))
        elif line.strip():
            sheet.write(line.strip(), MARGIN + LETTER * (len(line) - len(line.lstrip())))
        else:
            sheet.top += LEADING
    blank = not sheet.lines and source is Source.TEXT
    return Page(number, WIDTH, HEIGHT, tuple(sheet.lines), tuple(sheet.tables), source, blank=blank)


def document(text: str, path: str = "report.pdf") -> Document:
    """Return the document that the text describes."""
    pages = dedent(text).strip("\n").split(PAGE)
    return Document(path, "0" * 64, tuple(_page(number, page.strip("\n").split("\n")) for number, page in enumerate(pages, 1)))


def case(
    text: str,
    *,
    pack: Pack | None = None,
    items: tuple[Item, ...] = (),
    item: Item | None = None,
    scheme: str = "nacc",
    fiscal_year: int | None = None,
    path: str = "report.pdf",
    organisation: str | None = None,
    register: tuple[str, ...] = (),
    submitted: tuple[str, ...] = (),
    folders: tuple[str, ...] = (),
) -> Case:
    """Return the case of that document; `submitted` are the item codes it was handed in for."""
    submission = Submission(path, fiscal_year, scheme, submitted, organisation, register, folders)
    return Case(document(text, path), submission, pack, fiscal_year, scheme, items, item or (items[0] if items else None))
