"""The command that shows what a change adds to and takes from what is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from lab import comparing, figures, rendered
from lab.cli import options
from lab.comparing import Change
from lab.scanning import Report


@click.command()
@click.argument("old")
@click.argument("new", default=".")
@click.option("--stock", type=options.FOLDER, help="A rendered folder (python -m lab render).")
@click.option(
    "--pdfs", type=options.FOLDER, multiple=True, help="Any folder of PDFs; may be repeated."
)
@options.jobs
def compare(old: str, new: str, stock: Path | None, pdfs: Sequence[Path], jobs: int) -> None:
    """Show every finding that NEW adds to or takes from what OLD says.

    OLD and NEW: a git revision, a source tree, or (with one folder) the .json of a scan. Without
    --stock and --pdfs the lab's texts are asked directly, without PDFs.
    """
    if not stock and not pdfs:
        from lab.trial import specimens

        _tell("texts", comparing.said_quickly(old), comparing.said_quickly(new), specimens())
    for folder in [*([stock] if stock else []), *pdfs]:
        known = rendered.read(folder) if (folder / rendered.NAME).is_file() else ()
        before, after = (comparing.said(one, folder, jobs) for one in (old, new))
        _tell(str(folder), before, after, known)


def _tell(
    name: str,
    old: Mapping[str, Report],
    new: Mapping[str, Report],
    specimens: Sequence[rendered.Specimen],
) -> None:
    found = comparing.changes(old, new, specimens)
    click.echo(f"# {name}: {len(old)} files, {len(found)} differences")
    for change in found:
        click.echo(str(change))
    if specimens:
        rows = [
            figures.row(side, comparing.judged(reports, specimens))
            for side, reports in (("OLD", old), ("NEW", new))
        ]
        click.echo("\n".join(figures.table([figures.HEADINGS, *rows])))
    click.echo("\n".join(_sums(found)))


def _sums(found: Sequence[Change]) -> list[str]:
    """Return how often each code came and went."""
    counted = Counter((one.code, one.sign, one.outcome) for one in found)
    return [
        f"{code:12} {sign} {outcome or 'said':14} {count}"
        for (code, sign, outcome), count in sorted(counted.items())
    ]


COMMANDS = (compare,)
