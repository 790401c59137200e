"""The command that shows how much speaks for a part in reports that have it and that lack it."""

from __future__ import annotations

from pathlib import Path

import click

from lab.cli import options
from lab.having import asked, weight, without
from lab.texts import HOME, texts

KINDS = {
    "analysis": "measures",
    "weak_points": "measures",
    "use": "measures",
    "measures": "measures",
    "results": "results",
}


@click.command()
@click.argument("meaning", type=click.Choice(tuple(KINDS)))
@click.argument("folder", type=options.FOLDER, default=HOME)
@click.option("--most", default=20, help="How many of each side, those nearest to the other first.")
def parts(meaning: str, folder: Path, most: int) -> None:
    """Show what the likeliest stretch of each text comes to: texts that have the part, the lowest
    first, then texts that lack it, the highest first. `words/parts.yaml` parts them.
    """
    having, lacking = [], []
    for sheet in texts(folder):
        if any(mark.code == "SEC001" for mark in sheet.truth.expected):
            lacking.append((weight(sheet, meaning), sheet))
        elif KINDS[meaning] in asked(sheet):
            having.append((weight(sheet, meaning), sheet))
        lacking += [(weight(one, meaning), one) for one in without(sheet, meaning)]
    for name, side, sign in (("have it", having, 1), ("lack it", lacking, -1)):
        click.echo(f"{len(side)} {name}:")
        for heavy, sheet in sorted(side, key=lambda pair: sign * pair[0])[:most]:
            click.echo(f"  {heavy:5.1f}  {sheet.author}/{sheet.name}")


COMMANDS = (parts,)
