"""The laboratory's commands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from lab import cases as html
from lab import figures, scoring, stock
from lab.producers import Job, lacking, produce
from lab.scanning import HERE, scan

TREE = click.Path(exists=True, file_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """How good is ita_checker? Texts with known truth, rendered, scanned, scored."""


def render_cases(found: Sequence[html.Case], out: Path, producers: Sequence[str] = ()) -> None:
    """Render cases to OUT/YEAR/AUTHOR-NN-PRODUCER.pdf (by each case's own producer if none is
    named), write the truth, say what could not be made.
    """
    jobs, specimens = [], []
    for number, case in enumerate(found, 1):
        for producer in producers or (case.producer,):
            pdf = f"{case.truth.fiscal_year}/{case.author}-{number:02}-{producer}.pdf"
            jobs.append(Job(producer, case.page, out / pdf, number))
            specimens.append(stock.Specimen(pdf, case.author, case.name, producer, case.truth))
    failed = produce(jobs)
    for path, why in failed.items():
        click.echo(f"not made: {path}: {why}", err=True)
    stock.write(out, [one for one in specimens if out / one.pdf not in failed])
    click.echo(f"{len(jobs) - len(failed)} PDFs in {out}", err=True)


def tell(
    folder: Path, program: Path, told: bool, jobs: int, as_json: Path | None, listed: bool
) -> None:
    """Scan a rendered folder, print its figures, write them as JSON."""
    specimens = stock.read(folder)
    marks = scoring.score(specimens, scan(folder, program, specimens, told, jobs))
    for line in figures.summary(marks):
        click.echo(line)
    if listed:
        click.echo("")
        for line in figures.details(marks):
            click.echo(line)
    if as_json:
        text = json.dumps(scoring.as_json(marks), ensure_ascii=False, indent=1)
        as_json.write_text(text, encoding="utf-8")


program_option = click.option(
    "--program", type=TREE, default=HERE, help="Source tree whose ita_checker is asked."
)
told_option = click.option(
    "--told", is_flag=True, help="Tell the program scheme and item too, not the year alone."
)
jobs_option = click.option("-j", "--jobs", default=2, show_default=True, help="Processes.")
list_option = click.option("--list", "listed", is_flag=True, help="List every miss and false.")
json_option = click.option("--json", "as_json", type=click.Path(path_type=Path), help="Write JSON.")
producers_option = click.option(
    "--producers", default="", help="Comma-separated; else each text's own."
)


@main.command()
@click.argument("folder", type=FOLDER)
@program_option
@told_option
@jobs_option
@json_option
@list_option
def score(
    folder: Path, program: Path, told: bool, jobs: int, as_json: Path | None, listed: bool
) -> None:
    """Scan a rendered FOLDER and hold what is said against its truth."""
    tell(folder, program, told, jobs, as_json, listed)


@main.command("score-html")
@click.argument("folder", type=FOLDER)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Where the PDFs go.")
@producers_option
@program_option
@told_option
@jobs_option
@json_option
@list_option
def score_html(
    folder: Path, out: Path, producers: str, program: Path, told: bool, jobs: int,
    as_json: Path | None, listed: bool,
) -> None:  # fmt: skip
    """Render the cases/NAME/doc.html + truth.json of FOLDER into OUT (once), scan, score."""
    if not (out / stock.NAME).is_file():
        found = html.cases(folder)
        for case in found:
            for fault in html.faults(case):
                click.echo(f"doubtful truth: {fault}", err=True)
        render_cases(found, out, _names(producers))
    tell(out, program, told, jobs, as_json, listed)


@main.command()
def tools() -> None:
    """Say which producers work on this machine."""
    from lab.producers import producers

    absent = lacking(producers())
    for name in sorted(producers()):
        click.echo(f"{name:12} {absent.get(name, 'ready')}")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
