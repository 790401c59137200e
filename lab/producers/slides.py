"""Presentations that LibreOffice Impress exports: text boxes and tables on slides."""

from __future__ import annotations

import importlib.util
import random
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lab.producers import Job, writer
from lab.producers.office import BOLD, CENTRED
from lab.sheets import ABOVE, LEFT_OF, Kind, Sheet, Table
from lab.to_html import FONTS

PRODUCERS = ("impress",)
SIZE, IN_TABLES = 16, 11  # points
LETTERS = 80  # of a line of a slide
HIGH = 16  # lines of a slide
LEFT, TOP, WIDE, LINE = 0.5, 0.5, 9.0, 0.4  # inches


def missing() -> str | None:
    """Return what is not installed, if anything."""
    absent = None if importlib.util.find_spec("pptx") else "pip install python-pptx"
    return writer.missing() or absent


def produce(jobs: Sequence[Job]) -> None:
    """Write each sheet's slides and export them all."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = [folder / f"{number}.pptx" for number in range(len(jobs))]
        for job, path in zip(jobs, files, strict=True):
            assert job.sheet is not None
            _Slides(random.Random(job.seed).choice(FONTS)).write(job.sheet, path)
        writer.export(files, folder, "pdf:impress_pdf_Export")
        for job, path in zip(jobs, files, strict=True):
            if path.with_suffix(".pdf").is_file():
                shutil.move(path.with_suffix(".pdf"), job.pdf)


class _Slides:
    """A presentation while it is written: text from the top of a slide until it is full."""

    def __init__(self, font: str) -> None:
        from pptx import Presentation

        self.deck: Any = Presentation()
        self.font, self.at = font, HIGH
        self.slide: Any = None

    def write(self, sheet: Sheet, path: Path) -> None:
        for piece in sheet.pieces:
            if isinstance(piece, Table):
                self._table(piece)
            elif piece.kind is Kind.PAGE:
                self.at = HIGH
            elif piece.kind is not Kind.PART:
                for line in piece.lines:
                    self._text(line, piece.kind)
        self.deck.save(path)

    def _room(self, lines: int) -> float:
        """Return where so many lines go, on a new slide if this one is full; in inches."""
        if self.at + lines > HIGH:
            self.slide = self.deck.slides.add_slide(self.deck.slide_layouts[6])
            self.at = 0
        top, self.at = self.at, self.at + lines
        return TOP + LINE * top

    def _text(self, line: str, kind: Kind) -> None:
        from pptx.enum.text import PP_ALIGN
        from pptx.util import Inches

        lines = sum(-(-max(1, len(part)) // LETTERS) for part in line.split("\n"))
        top = self._room(min(HIGH, lines))
        places = (LEFT, top, WIDE, LINE * lines)
        box = self.slide.shapes.add_textbox(*(Inches(place) for place in places))
        box.text_frame.word_wrap = True
        box.text_frame.text = f"• {line}" if kind is Kind.POINTS else line
        for paragraph in box.text_frame.paragraphs:
            paragraph.alignment = PP_ALIGN.CENTER if kind in CENTRED else PP_ALIGN.LEFT
            self._set(paragraph, SIZE, kind in BOLD)

    def _set(self, paragraph: Any, size: int, bold: bool) -> None:
        from pptx.oxml.ns import qn
        from pptx.util import Pt

        for run in paragraph.runs:
            run.font.name, run.font.size, run.font.bold = self.font, Pt(size), bold
            looks = run._r.get_or_add_rPr()
            thai = looks.makeelement(qn("a:cs"), {"typeface": self.font})
            looks.append(thai)

    def _table(self, table: Table) -> None:
        """Set a table row by row, so many rows on a slide as have room."""
        columns = len(table.rows[0])
        wide = max(4, int(1.3 * LETTERS / columns))
        rows: list[list[str]] = []
        heights = 0
        for row in table.rows:
            texts = ["" if text in (LEFT_OF, ABOVE) else text for text in row]
            high = max(
                sum(-(-max(1, len(part)) // wide) for part in text.split("\n")) for text in texts
            )
            if rows and heights + high > HIGH:
                self._rows(rows, heights)
                rows, heights = [], 0
            rows.append(texts)
            heights += high
        self._rows(rows, heights)

    def _rows(self, rows: list[list[str]], heights: int) -> None:
        from pptx.util import Inches

        top = self._room(min(HIGH, heights + 1))
        places = (LEFT, top, WIDE, LINE * len(rows))
        shape = self.slide.shapes.add_table(
            len(rows), len(rows[0]), *(Inches(place) for place in places)
        )
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                cell = shape.table.cell(row, column)
                cell.text = text
                for paragraph in cell.text_frame.paragraphs:
                    self._set(paragraph, IN_TABLES, row == 0)
