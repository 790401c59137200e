"""Set by fpdf2 (HarfBuzz shapes), as the project's samples are."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lab.producers import Job
from lab.sheets import ABOVE, LEFT_OF, Kind, Sheet, Table, Text

PRODUCERS = ("fpdf2",)
SAMPLES = Path(__file__).parent.parent.parent / "samples"
FAMILIES = ("Sarabun", "Niramit")
NEEDED = ("fpdf", "uharfbuzz")
# How samples/paper sets each kind: alignment, bold, indent (mm), points more than the text.
STYLES: dict[Kind, tuple[str, bool, float, int]] = {
    Kind.COVER: ("centre", True, 0, 6),
    Kind.TITLE: ("centre", True, 0, 2),
    Kind.HEADING: ("left", True, 0, 0),
    Kind.TEXT: ("left", False, 15, 0),
    Kind.CENTRE: ("centre", False, 0, 0),
    Kind.RIGHT: ("right", False, 0, 0),
    Kind.POINTS: ("left", False, 12, 0),
    Kind.SIGNATURE: ("sign", False, 0, 0),
}


def missing() -> str | None:
    """Return what is not installed, if anything."""
    absent = [name for name in NEEDED if not importlib.util.find_spec(name)]
    return f"pip install {' '.join(absent)}" if absent else None


def produce(jobs: Sequence[Job]) -> None:
    """Set each sheet with the samples' paper."""
    sys.path.insert(0, str(SAMPLES))
    other = sys.modules.pop("paper", None)  # the tests have one of the same name
    try:
        from paper import Look, Paper  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(SAMPLES))
        sys.modules |= {"paper": other} if other is not None else {}
    for job in jobs:
        assert job.sheet is not None
        wide = any(len(table.rows[0]) > 6 for _, table in job.sheet.tables())
        look = Look(FAMILIES[job.seed % len(FAMILIES)], landscape=wide)
        paper = Paper(look, job.sheet.name)
        _set(paper, job.sheet)
        paper.output(str(job.pdf))


def _set(paper: Any, sheet: Sheet) -> None:
    for piece in sheet.pieces:
        if isinstance(piece, Table):
            rows = [[_cell(cell) for cell in row] for row in piece.rows]
            paper.table(rows[: piece.heads], rows[piece.heads :], [1.0] * len(rows[0]))
        elif piece.kind is Kind.PAGE:
            paper.fresh()
        elif piece.kind is not Kind.PART:
            _text(paper, piece)
            if piece.kind is Kind.COVER:
                paper.fresh()


def _text(paper: Any, piece: Text) -> None:
    align, bold, indent, more = STYLES[piece.kind]
    for line in (part for text in piece.lines for part in text.split("\n")):
        mark = "- " if piece.kind is Kind.POINTS else ""
        paper.paragraph(mark + line, align, bold, indent, paper.look.size + more)


def _cell(text: str) -> str:
    """Return a cell as samples/paper writes it."""
    return {LEFT_OF: "<<", ABOVE: "^^"}.get(text) or text.replace("\n", "<br>")
