"""The command that varies texts and plants mistakes: what stays, what comes, what goes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from lab.cli import options
from lab.figures import share, table
from lab.learning import left_out_of, questions
from lab.relations import Held, tried
from lab.sheets import Sheet
from lab.texts import HOME, texts


@click.command()
@click.argument("folder", type=options.FOLDER, default=HOME)
@click.option("--only", default="", help="Only relations whose name holds this.")
@click.option("--text", default="", help="Only texts whose author/name holds this.")
@click.option("--seed", default=0, help="Another seed: other names, rows, paragraphs.")
@click.option("--left-out", is_flag=True, help="Judge by weights learned without the author.")
@options.as_json
@options.listed
def vary(
    folder: Path,
    only: str,
    text: str,
    seed: int,
    left_out: bool,
    as_json: Path | None,
    listed: bool,
) -> None:
    """Vary the texts of FOLDER (else the lab's): the findings stay. Plant mistakes: exactly that
    one more.
    """
    every = texts(folder)
    sheets = [sheet for sheet in every if text in f"{sheet.author}/{sheet.name}"]
    found = defaultdict[str, list[Held]](list)
    for held in _left_out(sheets, every, only, seed) if left_out else tried(sheets, only, seed):
        found[held.relation].append(held)
    tries = [held for group in found.values() for held in group]
    rows = [("relation", "holds", "came falsely", "went", "planted and missed")]
    for name, group in [("ALL", tries), *sorted(found.items())]:
        holds = share(sum(held.holds for held in group), len(group))
        came, went = (sum(len(getattr(held, one)) for held in group) for one in ("came", "went"))
        missed = sum(bool(held.missed) for held in group)
        rows.append((name, holds, str(came), str(went), str(missed)))
    click.echo("\n".join(table(rows)))
    for held in tries if listed else ():
        if not held.holds:
            click.echo(f"{held.relation} {held.text}: {held}")
    if as_json:
        said = [{"relation": one.relation, "text": one.text, "held": str(one)} for one in tries]
        as_json.write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")


def _left_out(
    sheets: Sequence[Sheet], every: Sequence[Sheet], only: str, seed: int
) -> Iterator[Held]:
    """Yield the tries of each author, judged by what was learned from all others."""
    examples = {name: tuple(of(every)) for name, of in questions().items()}
    for author in dict.fromkeys(sheet.author for sheet in sheets):
        with left_out_of(author, examples):
            yield from tried([sheet for sheet in sheets if sheet.author == author], only, seed)


COMMANDS = (vary,)
