"""The command that cross-checks weights set by hand: fitted on the other authors, scored on one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from lab import cross as crossed
from lab.cli import options
from lab.texts import HOME, texts

WHAT = (*crossed.MEANINGS, "headings")


@click.command()
@click.argument("what", type=click.Choice(WHAT), nargs=-1)
@click.option("--texts", "folder", type=options.FOLDER, default=HOME, help="Other texts' folder.")
def cross(what: tuple[str, ...], folder: Path) -> None:
    """Cross-check what was set by hand, author by author: the weight from which a part may be there
    (parts.yaml), the margin of a heading's likeliest field. Fitted on the other authors' texts,
    scored on those left out, beside the value set by hand.
    """
    sheets = texts(folder)
    for one in what or WHAT:
        found = crossed.headings(sheets) if one == "headings" else crossed.parts(one, sheets)
        _table(one, tuple(found))


def _table(name: str, folds: Iterable[crossed.Fold]) -> None:
    head = f"{'fitted':>8}{'by hand':>9}{'of':>6}{'right':>7}{'hand':>6}{'wrong':>7}{'hand':>6}"
    click.echo(f"{name:16}{head}")
    count = right = hand = wrong = amiss = 0
    for one in folds:
        click.echo(
            f"  {one.author:14}{one.fitted:8.2f}{one.by_hand:9.2f}{one.count:6}{one.right:7}"
            f"{one.right_by_hand:6}{one.wrong:7}{one.wrong_by_hand:6}"
        )
        count, right, hand = count + one.count, right + one.right, hand + one.right_by_hand
        wrong, amiss = wrong + one.wrong, amiss + one.wrong_by_hand
    click.echo(f"  {'all':14}{'':17}{count:6}{right:7}{hand:6}{wrong:7}{amiss:6}")


COMMANDS = (cross,)
