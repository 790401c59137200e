"""The command that renders reports with one planted mistake each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import click

from lab.cli import options
from lab.cli.score import report
from lab.mistakes import mistakes, plant
from lab.rendering import render
from lab.sheets import Sheet
from lab.texts import HOME, texts
from lab.variations import variations, vary


@click.command("plant")
@click.argument("out", type=options.ANYWHERE)
@click.option("--texts", "folder", type=options.FOLDER, default=HOME, help="Else all of the lab's.")
@click.option("--only", default="", help="Only mistakes whose name holds this.")
@click.option("--seed", default=0, help="Another seed: other names, rows, paragraphs.")
@click.option(
    "--producers", default="chromium,weasyprint,writer-docx,fpdf2,typst,reportlab,lost-am",
    show_default=True, help="Comma-separated: each report by the next of them.",
)  # fmt: skip
@click.option("--varied", is_flag=True, help="Varied words too: names, headings, order, years.")
def plant_mistakes(
    out: Path, folder: Path, only: str, seed: int, producers: str, varied: bool
) -> None:
    """Plant every mistake in every clean text that gives room for it, and make the PDFs, each clean
    text among them, in OUT.
    """
    clean = [sheet for sheet in texts(folder) if sheet.truth.clean]
    made = list(_planted(clean, only, seed))
    made += _varied(clean, only, seed) if varied else []
    turn = cycle(options.names(producers))
    report(render([replace(sheet, producer=next(turn)) for sheet in made], out), out)


def _planted(clean: Sequence[Sheet], only: str, seed: int) -> Iterator[Sheet]:
    for sheet in clean:
        yield sheet
        for name in mistakes():
            made = plant(name, sheet, seed) if only in name else None
            if made:
                yield _named(made, sheet, name)


def _varied(clean: Sequence[Sheet], only: str, seed: int) -> Iterator[Sheet]:
    """Yield the texts whose words were varied; a page's looks vary with every text anyway."""
    for sheet in clean:
        for name in variations():
            made = vary(name, sheet, seed) if only in name else None
            if made and made[0].pieces != sheet.pieces:
                yield _named(made[0], sheet, name)


def _named(made: Sheet, sheet: Sheet, name: str) -> Sheet:
    return replace(made, name=f"{sheet.name}+{name}", page=None)


COMMANDS = (plant_mistakes,)
