"""Documents from plain text, so that facts and checks are tested without a PDF.

`document(text)` and `case(text, fiscal_year=2564, items=(...), path="2564/O43.pdf")`. In the text

- each line is a line of the page; lines with the same indentation as the whole text stand at the
  left margin;
- `# title` is a large, centred line; `-> line` a centred one of the usual size;
- neighbouring lines with ` | ` are the rows of one table; in a cell ` // ` starts a new line, `<`
  alone joins the cell
  to the one on its left and `^` alone to the one above; an empty line ends a table;
- `---page---` starts a new page, `(unread)` or `(ocr)` as a page's first line says how it was
  read; a page of nothing is blank.
"""

from __future__ import annotations

from dataclasses import replace

from ita_checker.facts.page import logical
from ita_checker.model import Case, Document, Facts, Item, Pack, Submission
from ita_checker.rulebook.paper import document

__all__ = ["case", "document", "one_column", "with_document"]


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
    return Case(
        Facts(logical(document(text, path)), submission),
        pack,
        fiscal_year,
        scheme,
        items,
        item or (items[0] if items else None),
    )


def with_document(made: Case, document: Document) -> Case:
    """Return the same case of another document."""
    return replace(made, facts=Facts(document, made.submission))


def one_column(text: str) -> Facts:
    """Return the facts of a text whose tables have one column."""
    made = document(text)
    pages = tuple(
        replace(
            page,
            tables=tuple(
                replace(table, columns=1, cells=tuple(one for one in table.cells if not one.column))
                for table in page.tables
            ),
        )
        for page in made.pages
    )
    return with_document(case(text), logical(replace(made, pages=pages))).facts
