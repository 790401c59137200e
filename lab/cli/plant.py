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


@click.command("plant")
@click.argument("out", type=options.ANYWHERE)
@click.option("--texts", "folder", type=options.FOLDER, default=HOME, help="Else all of the lab's.")
@click.option("--only", default="", help="Only mistakes whose name holds this.")
@click.option("--seed", default=0, help="Another seed: other names, rows, paragraphs.")
@click.option(
    "--producers", default="chromium,weasyprint,writer-docx,fpdf2,typst,reportlab,lost-am",
    show_default=True, help="Comma-separated: each report by the next of them.",
)  # fmt: skip
def plant_mistakes(out: Path, folder: Path, only: str, seed: int, producers: str) -> None:
    """Plant every mistake in every clean text that gives room for it, and make the PDFs, each clean
    text among them, in OUT.
    """
    clean = [sheet for sheet in texts(folder) if sheet.truth.clean]
    report(render(list(_planted(clean, only, seed, options.names(producers))), out), out)


def _planted(
    clean: Sequence[Sheet], only: str, seed: int, producers: Sequence[str]
) -> Iterator[Sheet]:
    turn = cycle(producers)
    for sheet in clean:
        yield replace(sheet, producer=next(turn))
        for name in mistakes():
            made = plant(name, sheet, seed) if only in name else None
            if made:
                yield replace(made, name=f"{sheet.name}+{name}", producer=next(turn), page=None)


COMMANDS = (plant_mistakes,)
