"""The command that scores texts as documents, without a PDF: seconds instead of minutes."""

from __future__ import annotations

from pathlib import Path

import click

from lab import rendered, scoring
from lab.cli import options
from lab.cli.score import tell
from lab.texts import HOME, texts


@click.command()
@click.argument("folder", type=options.FOLDER, default=HOME)
@click.option("--only", default="", help="Only texts whose author/name holds this.")
@options.as_json
@options.listed
def quick(folder: Path, only: str, as_json: Path | None, listed: bool) -> None:
    """Score the texts of FOLDER (else all of the lab's) set as documents without a PDF, by the
    program in this repository.
    """
    from lab.trial import as_scanned, told

    marks: list[scoring.Judged] = []
    for sheet in texts(folder):
        name = f"{sheet.author}/{sheet.name}"
        if only in name:
            one = rendered.Specimen(
                name, sheet.author, sheet.name, "paper", sheet.truth, sheet.style
            )
            marks += scoring.score([one], {name: as_scanned(told(sheet))})
    tell(marks, as_json, listed)


COMMANDS = (quick,)
