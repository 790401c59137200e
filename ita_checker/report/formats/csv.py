"""CSV for spreadsheets: UTF-8 with BOM, RFC 4180, and nothing a spreadsheet would take for a
formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ita_checker.model import Batch
from ita_checker.report.parts.rows import COLUMNS, heads, rows

SUFFIXES = (".csv",)
FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)  # full-width forms too


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    """Yield the heading and a line for each finding, then what must be known of the whole."""
    yield "\ufeff" + _line(heads(lang))
    for row in rows(batch, lang):
        yield _line(row.cells)
    for remark in batch.remarks:
        cells = dict.fromkeys(COLUMNS, "") | {"message": getattr(remark, lang)}
        yield _line(tuple(cells.values()))


def _line(cells: tuple[str, ...]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow([plain(cell) for cell in cells])
    return out.getvalue()


def plain(cell: str) -> str:
    """Return a cell no spreadsheet runs: an apostrophe stands before what would begin a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA) else cell
