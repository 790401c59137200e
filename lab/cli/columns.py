"""The command that says how columns are understood under other headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from ita_checker.facts.tables import GUIDELINE, OUTCOME, OUTPUT, RESULT, STEPS
from lab.cli import options
from lab.columns import Read, read
from lab.figures import share, table
from lab.sheets import Sheet
from lab.texts import HOME, texts
from lab.variations import variations, vary

ALIKE = {
    GUIDELINE: STEPS,
    OUTPUT: RESULT,
    OUTCOME: RESULT,
}  # no rule asks for one without the other


@click.command()
@click.argument("folder", type=options.FOLDER, default=HOME)
@click.option("--only", default="headings", help="Only variations whose name holds this.")
@click.option("--text", default="", help="Only texts whose author/name holds this.")
@options.listed
def columns(folder: Path, only: str, text: str, listed: bool) -> None:
    """Read the tables of FOLDER (else the lab's) under other headings: of the columns whose field
    is known under their own, how many hold the same field, none, or another.
    """
    sheets = [one for one in texts(folder) if text in f"{one.author}/{one.name}" and one.pieces]
    own = [read(sheet) for sheet in sheets]
    rows = [("variation", "the same field", "none", "another", "tables cut otherwise")]
    lines: list[str] = []
    for name in [one for one in variations() if only in one]:
        counts = Counter[str]()
        for sheet, before in zip(sheets, own, strict=True):
            for kind, line in _compared(sheet, before, name):
                counts[kind] += 1
                lines += [f"{name} {sheet.author}/{sheet.name} {line}"] if kind != "same" else []
        same, none, other = (counts[one] for one in ("same", "none", "other"))
        known = share(same, same + none + other)
        rows.append((name, known, str(none), str(other), str(counts["cut"])))
    click.echo("\n".join(table(rows)))
    click.echo("\n".join(lines if listed else ()))


def _compared(sheet: Sheet, before: Read, name: str) -> Iterator[tuple[str, str]]:
    """Yield how each column of a text came out under other headings."""
    made = vary(name, sheet)
    if made is None:
        return
    after = read(*made)
    shapes = [[len(grid.columns) for grid in one.grids] for one in (before, after)]
    if shapes[0] != shapes[1]:
        yield "cut", "tables cut otherwise"
        return
    for old, new in zip(before.grids, after.grids, strict=True):
        for at, (held, now) in enumerate(zip(old.columns, new.columns, strict=True)):
            if held or now:
                alike = ALIKE.get(held, held) == ALIKE.get(now, now)
                kind = "same" if alike else "none" if not now else "other"
                yield (
                    kind,
                    f"{held or '-'} -> {now or '-'}: {old.headings[at]} -> {new.headings[at]}",
                )


COMMANDS = (columns,)
