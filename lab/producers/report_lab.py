"""Set by ReportLab: no shaping, every mark where the font puts it; no ligature, no /ActualText."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lab.papers import wrapped
from lab.producers import Job
from lab.producers.office import BOLD, CENTRED, spans
from lab.sheets import Kind, Piece, Sheet, Table, Text

PRODUCERS = ("reportlab",)
FONTS = Path(__file__).parent.parent.parent / "samples" / "fonts"
FAMILIES = ("Sarabun", "Niramit")
SIZE, LEADING, MARGIN = 13, 20, 56  # points
WIDTH = 483.0  # of the lines of A4
PER_LETTER = 0.53  # of the size: the mean width of a Thai letter, marks counted
INDENT = 50


def missing() -> str | None:
    """Return what is not installed, if anything."""
    return None if importlib.util.find_spec("reportlab") else "pip install reportlab"


def produce(jobs: Sequence[Job]) -> None:
    """Set each sheet."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    for job in jobs:
        assert job.sheet is not None
        family = FAMILIES[job.seed % len(FAMILIES)]
        _register(family)
        paper = SimpleDocTemplate(
            str(job.pdf), pagesize=A4, leftMargin=MARGIN, rightMargin=MARGIN, invariant=True
        )
        paper.build(list(_flow(job.sheet, family)))


@cache
def _register(family: str) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for weight in ("Regular", "Bold"):
        name = f"{family}-{weight}"
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))


def _flow(sheet: Sheet, family: str) -> Iterator[Any]:
    from reportlab.platypus import PageBreak

    for piece in sheet.pieces:
        if isinstance(piece, Text) and piece.kind is Kind.PAGE:
            yield PageBreak()
        else:
            yield from _piece(piece, family)
        if isinstance(piece, Text) and piece.kind is Kind.COVER:
            yield PageBreak()


def _piece(piece: Piece, family: str) -> Iterator[Any]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    if isinstance(piece, Table):
        yield _table(piece, family)
        return
    if piece.kind is Kind.PART:
        return
    align = 1 if piece.kind in (*CENTRED, Kind.SIGNATURE) else 2 if piece.kind is Kind.RIGHT else 0
    style = ParagraphStyle(
        "style",
        fontName=f"{family}-{'Bold' if piece.kind in BOLD else 'Regular'}",
        fontSize=SIZE,
        leading=LEADING,
        alignment=align,
        firstLineIndent=INDENT if piece.kind is Kind.TEXT else 0,
        leftIndent=WIDTH / 2 if piece.kind is Kind.SIGNATURE else 0,
    )
    room = int(WIDTH / (SIZE * PER_LETTER) * (0.5 if piece.kind is Kind.SIGNATURE else 0.93))
    for line in piece.lines:
        mark = "- " if piece.kind is Kind.POINTS else ""
        yield Paragraph(_broken(mark + line, room), style)


def _broken(text: str, room: int) -> str:
    """Return a text with its lines broken: ReportLab breaks at spaces only."""
    from html import escape

    lines = [line for part in text.split("\n") for line in wrapped(part, room)]
    return "<br/>".join(escape(line, quote=False) for line in lines)


def _table(table: Table, family: str) -> Any:
    from reportlab.lib import colors
    from reportlab.platypus import Table as Grid

    columns = len(table.rows[0])
    room = int(WIDTH / columns / ((SIZE - 2) * PER_LETTER)) - 1
    texts = [[""] * columns for _ in table.rows]
    looks: list[Any] = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("FONT", (0, 0), (-1, -1), f"{family}-Regular", SIZE - 2, LEADING - 3),
        ("FONT", (0, 0), (-1, table.heads - 1), f"{family}-Bold", SIZE - 2, LEADING - 3),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    for row, column, across, down, text in spans(table):
        lines = (line for part in text.split("\n") for line in wrapped(part, room * across))
        texts[row][column] = "\n".join(lines)
        if across > 1 or down > 1:
            looks.append(("SPAN", (column, row), (column + across - 1, row + down - 1)))
    return Grid(
        texts,
        colWidths=[WIDTH / columns] * columns,
        style=looks,
        repeatRows=table.heads,
        splitInRow=1,
    )
