"""Makes the PDFs of texts, and writes their truth beside them."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lab import rendered
from lab.producers import Job, produce
from lab.sheets import Sheet
from lab.to_html import look, page


def render(
    sheets: Sequence[Sheet], out: Path, producers: Sequence[str] = (), every: int = 1
) -> dict[str, str]:
    """Render texts to OUT/YEAR/AUTHOR-NN-PRODUCER.pdf, each by its own producer if none is named,
    else by those named, of which each takes one text in `every` in turn; return what could not be
    made, and why.

    Names say nothing of item or office: the program would read them.
    """
    with tempfile.TemporaryDirectory() as folder:
        jobs, specimens = [], []
        counted: dict[str, int] = {}
        for turn, sheet in enumerate(sheets):
            number = counted[sheet.author] = counted.get(sheet.author, 0) + 1
            source = sheet.page or _page(sheet, Path(folder))
            for at, producer in enumerate(producers or (sheet.producer,)):
                if (turn + at) % every:
                    continue
                pdf = f"{sheet.truth.fiscal_year}/{sheet.author}-{number:02}-{producer}.pdf"
                jobs.append(Job(producer, source, out / pdf, number, sheet))
                specimens.append(
                    rendered.Specimen(
                        pdf, sheet.author, sheet.name, producer, sheet.truth, sheet.style
                    )
                )
        failed = produce(jobs)
    rendered.write(out, [one for one in specimens if out / one.pdf not in failed])
    return {path.relative_to(out).as_posix(): why for path, why in failed.items()}


def _page(sheet: Sheet, folder: Path) -> Path:
    """Write the HTML page of a sheet; its look is left to chance, the same for the same text."""
    path = folder / f"{sheet.author}-{sheet.name}.html"
    chance = random.Random(f"{sheet.author}/{sheet.name}")
    path.write_text(page(sheet, look(chance)), encoding="utf-8")
    return path
