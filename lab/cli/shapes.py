"""The command that tries every layout, of plan and results or of what is weak and what answers it,
with a fault or without.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import click

from lab.shapes import SETS, Shape, shapes, sheet
from lab.shapes.weak_shapes import WeakShape, weak_shapes, weak_sheet
from lab.sheets import Sheet

CODES = ("MEA", "RND", "SEC", "DOC")
WAYS = ("right", "missed", "false", "unknown")


@click.command(name="shapes")
@click.option("--only", default="", help="Only reports whose name holds this.")
@click.option("--few", is_flag=True, help="Each layout with one other alone, as CI does.")
@click.option("--weak", is_flag=True, help="What is weak and what answers it, instead.")
@click.option("--set", "which", type=click.Choice((*SETS,)), help="One set alone.")
@click.option("--list", "listed", is_flag=True, help="List every report that is not judged right.")
def try_shapes(only: str, few: bool, weak: bool, which: str | None, listed: bool) -> None:
    """Compose reports of every layout and say how many are judged right: what is wrong found,
    nothing said of what is right.
    """
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    own: Iterable[Shape | WeakShape] = (
        weak_shapes(few) if weak else shapes(few, [which] if which else SETS)
    )
    for shape in own:
        if only not in shape.name:
            continue
        way, said = outcome(shape)
        for row in (*_rows(shape), f"fault {shape.fault}", "all"):
            counted[row][way] += 1
        if listed and way != "right":
            click.echo(f"{way:8} {shape.name}: {said}")
    click.echo(f"{'':24}" + "".join(f"{way:>9}" for way in WAYS))
    for row, ways in sorted(counted.items()):
        click.echo(f"{row:24}" + "".join(f"{ways[way]:9}" for way in WAYS))


def _rows(shape: Shape | WeakShape) -> Iterator[str]:
    """Yield what a report counts under."""
    if isinstance(shape, WeakShape):
        yield from (f"weak {shape.weak}", f"answers {shape.answers}")
        yield f"voice {shape.voice.voice.name}"
    else:
        yield from (f"plan {shape.plan}", f"results {shape.results}", f"voice {shape.voice.name}")


def outcome(shape: Shape | WeakShape) -> tuple[str, str]:
    """Return how a report of a shape was judged (right, missed, false, unknown), and what was
    said.
    """
    return judged(weak_sheet(shape) if isinstance(shape, WeakShape) else sheet(shape))


def judged(text: Sheet) -> tuple[str, str]:
    """Return how a composed report was judged, and what was said."""
    from lab.trial import told

    report = told(text)
    codes = [one.code for one in report.findings if one.code.startswith(CODES)]
    wanted = [one.code for one in text.truth.expected]
    open_ones = [one.rule for one in report.results if one.verdict.value == "unknown"]
    said = " ".join([*codes, *open_ones, str(list(report.items))])
    if set(codes) - set(wanted):
        return "false", said
    if wanted and not codes:
        return ("unknown" if open_ones else "missed"), said
    return ("unknown" if open_ones and not wanted else "right"), said


COMMANDS = (try_shapes,)
