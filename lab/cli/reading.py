"""The command that counts letters read wrongly, by producer."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path

import click

from lab import figures, rendered
from lab.cli import options
from lab.reading import Read, read, rows
from lab.sheets import Sheet
from lab.texts import HOME, texts


@click.command()
@click.argument("folder", type=options.FOLDER)
@click.option("--texts", "source", type=options.FOLDER, default=HOME, help="Else all of the lab's.")
@click.option("--worst", default=0, help="Name so many of the worst PDFs.")
@options.jobs
@options.as_json
def reading(folder: Path, source: Path, worst: int, jobs: int, as_json: Path | None) -> None:
    """Read the PDFs of a rendered FOLDER and hold the letters against the texts they were
    made of.
    """
    known = {(sheet.author, sheet.name): sheet for sheet in texts(source)}
    tasks = [
        (folder, one, known[one.author, one.text])
        for one in rendered.read(folder)
        if (one.author, one.text) in known
    ]
    with ProcessPoolExecutor(jobs) as pool:
        found = list(pool.map(_one, tasks))
    click.echo("\n".join(figures.table(list(rows(found)))))
    for one in sorted(found, key=lambda one: one.rate, reverse=True)[:worst]:
        click.echo(
            f"{100 * one.rate:6.2f}% {one.pdf} too many {one.surplus} doubted"
            f" {one.doubted}/{one.pages}"
        )
    if as_json:
        as_json.write_text(json.dumps([asdict(one) for one in found], indent=1), encoding="utf-8")


def _one(task: tuple[Path, rendered.Specimen, Sheet]) -> Read:
    return read(*task)


COMMANDS = (reading,)
