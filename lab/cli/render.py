"""Commands that take texts in and make PDFs of them."""

from __future__ import annotations

from pathlib import Path

import click

from lab import producers as making
from lab.cli import options
from lab.cli.score import report
from lab.rendering import render
from lab.texts import HOME, take_in, texts


@click.command("render")
@click.argument("out", type=options.ANYWHERE)
@click.option("--texts", "folder", type=options.FOLDER, default=HOME, help="Else all of the lab's.")
@options.producers
@click.option("--every", default=1, help="Each producer takes one text in so many, in turn.")
def render_texts(out: Path, folder: Path, producers: str, every: int) -> None:
    """Make PDFs of the texts in OUT/YEAR/, with their truth beside them."""
    report(render(texts(folder), out, options.names(producers), every), out)


@click.command("import")
@click.argument("folder", type=options.FOLDER)
@click.option("--author", required=True, help="Whose texts these are.")
@click.option("--html", "as_html", is_flag=True, help="Keep the pages as HTML, layout and all.")
def take(folder: Path, author: str, as_html: bool) -> None:
    """Take cases/NAME/doc.html + truth.json of FOLDER into the lab's texts."""
    click.echo(f"{take_in(folder, author, as_html=as_html)} texts in {HOME / author}")


@click.command()
def tools() -> None:
    """Say which producers work on this machine."""
    absent = making.lacking(making.producers())
    for name in sorted(making.producers()):
        click.echo(f"{name:12} {absent.get(name, 'ready')}")


COMMANDS = (render_texts, take, tools)
