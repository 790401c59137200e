"""The command that shows how much speaks for a part in reports that have it and that lack it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ita_checker.facts.items import likely_part
from ita_checker.model import Facts, Submission
from lab.cli import options
from lab.mistakes import mistakes, plant
from lab.papers import paper
from lab.sheets import Sheet
from lab.texts import HOME, texts
from lab.trial import packs

KINDS = {
    "analysis": "measures",
    "weak_points": "measures",
    "use": "measures",
    "measures": "measures",
    "results": "results",
}
PLANTED = {"analysis": "SEC001-analysis", "weak_points": "SEC001-analysis", "use": "",
           "measures": "", "results": "SEC001-results"}  # fmt: skip


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
            lacking.append((_weight(sheet, meaning), sheet))
        elif KINDS[meaning] in _asked(sheet):
            having.append((_weight(sheet, meaning), sheet))
        lacking += [(_weight(one, meaning), one) for one in _without(sheet, meaning)]
    for name, side, sign in (("have it", having, 1), ("lack it", lacking, -1)):
        click.echo(f"{len(side)} {name}:")
        for weight, sheet in sorted(side, key=lambda pair: sign * pair[0])[:most]:
            click.echo(f"  {weight:5.1f}  {sheet.author}/{sheet.name}")


def _asked(sheet: Sheet) -> set[str]:
    """Return the kinds of the items that a text is handed in for."""
    truth = sheet.truth
    return {
        item.kind
        for pack in packs()
        if (pack.scheme, pack.fiscal_year) == (truth.scheme, truth.fiscal_year)
        for item in pack.items
        if item.code == truth.item
    }


def _without(sheet: Sheet, meaning: str) -> Iterator[Sheet]:
    """Yield the text with the part taken out, where it gives room for that."""
    name = PLANTED[meaning]
    if name in mistakes() and (made := plant(name, sheet)):
        yield made


def _weight(sheet: Sheet, meaning: str) -> float:
    document = paper(sheet, None)
    found = likely_part(
        Facts(document, Submission(document.path, sheet.truth.fiscal_year)), meaning
    )
    return found.weight if found else 0.0


COMMANDS = (parts,)
