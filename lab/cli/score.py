"""Commands that scan rendered texts and score what is said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from lab import cases, figures, rendered, scoring
from lab.cli import options
from lab.rendering import render
from lab.scanning import scan
from lab.texts import texts


def tell(marks: Sequence[scoring.Judged], as_json: Path | None, listed: bool) -> None:
    """Print the figures of judged reports, write them as JSON."""
    lines = [*figures.summary(marks), *(["", *figures.details(marks)] if listed else [])]
    click.echo("\n".join(lines))
    if as_json:
        text = json.dumps(scoring.as_json(marks), ensure_ascii=False, indent=1)
        as_json.write_text(text, encoding="utf-8")


@click.command()
@click.argument("folder", type=options.FOLDER)
@options.program
@options.told
@options.jobs
@options.as_json
@options.listed
def score(
    folder: Path, program: Path, told: bool, jobs: int, as_json: Path | None, listed: bool
) -> None:
    """Scan a rendered FOLDER and hold what is said against its truth."""
    specimens = rendered.read(folder)
    marks = scoring.score(specimens, scan(folder, program, specimens, told, jobs))
    tell(marks, as_json, listed)


@click.command("score-html")
@click.argument("folder", type=options.FOLDER)
@click.option("--out", type=options.ANYWHERE, required=True, help="Where the PDFs go.")
@options.producers
@options.program
@options.told
@options.jobs
@options.as_json
@options.listed
@click.pass_context
def score_html(
    context: click.Context, /, folder: Path, out: Path, producers: str, **scored: object
) -> None:
    """Render the cases/NAME/doc.html + truth.json of FOLDER into OUT (once), scan, score."""
    if not (out / rendered.NAME).is_file():
        for case in cases.cases(folder):
            for fault in cases.faults(case):
                click.echo(f"doubtful truth: {fault}", err=True)
        report(render(texts(folder), out, options.names(producers)), out)
    context.invoke(score, folder=out, **scored)


def report(failed: dict[str, str], out: Path) -> None:
    """Say what could not be made and how many PDFs there are."""
    for pdf, why in sorted(failed.items()):
        click.echo(f"not made: {pdf}: {why}", err=True)
    click.echo(f"{len(rendered.read(out))} PDFs in {out}", err=True)


COMMANDS = (score, score_html)
