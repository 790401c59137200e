"""The command that tries every layout of plan and results, with a fault or without."""

from __future__ import annotations

from collections import Counter, defaultdict

import click

from lab.shapes import Shape, shapes, sheet

CODES = ("MEA", "RND", "SEC", "DOC")
WAYS = ("right", "missed", "false", "unknown")


@click.command(name="shapes")
@click.option("--only", default="", help="Only reports whose name holds this.")
@click.option("--few", is_flag=True, help="Each layout with two others alone, as CI does.")
@click.option("--list", "listed", is_flag=True, help="List every report that is not judged right.")
def try_shapes(only: str, few: bool, listed: bool) -> None:
    """Compose reports of every layout and say how many are judged right: what is wrong found,
    nothing said of what is right.
    """
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for shape in shapes(few):
        if only not in shape.name:
            continue
        way, said = outcome(shape)
        for row in (f"plan {shape.plan}", f"results {shape.results}", f"fault {shape.fault}",
                    f"voice {shape.voice.name}", "all"):  # fmt: skip
            counted[row][way] += 1
        if listed and way != "right":
            click.echo(f"{way:8} {shape.name}: {said}")
    click.echo(f"{'':24}" + "".join(f"{way:>9}" for way in WAYS))
    for row, ways in sorted(counted.items()):
        click.echo(f"{row:24}" + "".join(f"{ways[way]:9}" for way in WAYS))


def outcome(shape: Shape) -> tuple[str, str]:
    """Return how a report of a shape was judged (right, missed, false, unknown), and what was
    said.
    """
    from lab.trial import told

    report = told(sheet(shape))
    codes = [one.code for one in report.findings if one.code.startswith(CODES)]
    wanted = [one.code for one in sheet(shape).truth.expected]
    open_ones = [one.rule for one in report.results if one.verdict.value == "unknown"]
    said = " ".join([*codes, *open_ones, str(list(report.items))])
    if set(codes) - set(wanted):
        return "false", said
    if wanted and not codes:
        return ("unknown" if open_ones else "missed"), said
    return ("unknown" if open_ones and not wanted else "right"), said


COMMANDS = (try_shapes,)
