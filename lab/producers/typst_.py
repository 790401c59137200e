"""Set by Typst (rustybuzz shapes, krilla writes)."""

from __future__ import annotations

import importlib.util
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lab.producers import Job
from lab.producers.office import BOLD, CENTRED, spans
from lab.sheets import Kind, Piece, Sheet, Table
from lab.to_html import FONTS

PRODUCERS = ("typst",)


def missing() -> str | None:
    """Return what is not installed, if anything."""
    return None if importlib.util.find_spec("typst") else "pip install typst"


def produce(jobs: Sequence[Job]) -> None:
    """Set each sheet."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        for number, job in enumerate(jobs):
            assert job.sheet is not None
            source = Path(folder, f"{number}.typ")
            font = random.Random(job.seed).choice(FONTS)
            source.write_text("\n\n".join(_page(job.sheet, font)), encoding="utf-8")
            typst.compile(str(source), output=str(job.pdf))


def _page(sheet: Sheet, font: str) -> Iterator[str]:
    yield f'#set text(font: "{font}", size: 14pt, lang: "th")'
    yield '#set page(paper: "a4", margin: 2.2cm)\n#set par(first-line-indent: 0pt, leading: 0.7em)'
    for piece in sheet.pieces:
        yield from _piece(piece)


def _quoted(text: str) -> str:
    """Return a text as a Typst string whose line breaks are shown."""
    lines = text.replace("\\", "\\\\").replace('"', '\\"').split("\n")
    return " + linebreak() + ".join(f'text("{line}")' for line in lines)


def _piece(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Table):
        yield _table(piece)
        return
    if piece.kind is Kind.PAGE:
        yield "#pagebreak(weak: true)"
    if piece.kind in (Kind.PAGE, Kind.PART):
        return
    for line in piece.lines:
        said = _quoted(f"- {line}" if piece.kind is Kind.POINTS else line)
        said = f"strong({said})" if piece.kind in BOLD else said
        if piece.kind in CENTRED:
            yield f"#align(center, {said})"
        elif piece.kind is Kind.RIGHT:
            yield f"#align(right, {said})"
        elif piece.kind is Kind.SIGNATURE:
            yield f"#pad(left: 8cm, align(center, {said}))"
        else:
            yield f"#par(h(2.5em) + {said})" if piece.kind is Kind.TEXT else f"#par({said})"
    if piece.kind is Kind.COVER:
        yield "#pagebreak()"


def _table(table: Table) -> str:
    cells = [
        f"table.cell(x: {column}, y: {row}, colspan: {across}, rowspan: {down}, {_quoted(text)})"
        for row, column, across, down, text in spans(table)
    ]
    columns = ", ".join(["1fr"] * len(table.rows[0]))
    return f"#[#set text(size: 12pt)\n#table(columns: ({columns}), {', '.join(cells)})]"
