"""The command that learns from the texts, and says how what is learned answers for authors whose
texts it was not learned from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

import ita_checker.text.learned as kept
from ita_checker.text.learned import FOLDER, learned
from lab.cli import options
from lab.figures import table
from lab.learning import Example, fit, left_out, questions
from lab.texts import HOME, texts

FROM, TO = -2, 6  # nats between which the figures are shown


@click.command()
@click.argument("question", type=click.Choice(tuple(questions())))
@click.option("--texts", "folder", type=options.FOLDER, default=HOME, help="Other texts' folder.")
@click.option("--write", is_flag=True, help="Write the weights learned from all texts.")
@click.option("--wrong", type=float, help="Show what is answered wrongly from so many nats on.")
def learn(question: str, folder: Path, write: bool, wrong: float | None) -> None:
    """Learn the weights of QUESTION. Shown is how they answer for each author when they are
    learned from all other authors' texts: of each group of examples the share answered yes from so
    many nats on.
    """
    examples = tuple(questions()[question](texts(folder)))
    answers = tuple(left_out(examples))
    click.echo("\n".join(table(_figures(answers))))
    if wrong is not None:
        for one, nats in sorted(answers, key=lambda pair: -pair[1]):
            if (nats >= wrong) is not one.answer:
                click.echo(f"{'missed' if one.answer else 'false'} {nats:5.1f} {one.at}")
    model = fit(examples)
    if write:
        path = Path(kept.__file__).parent / FOLDER / f"{question}.tsv"
        path.write_text(model.written(), encoding="utf-8")
    else:
        same = model.written() == learned(question).written()
        click.echo(f"{len(model.weights)} weights, {'as' if same else 'other than'} written")


def _figures(answers: Sequence[tuple[Example, float]]) -> list[tuple[str, ...]]:
    groups = sorted({(one.group, one.answer) for one, _ in answers})
    counts = Counter((one.group, one.answer) for one, _ in answers)
    head = [f"{group}: {'yes' if yes else 'no'} ({counts[group, yes]})" for group, yes in groups]
    rows = [("from nats", *head)]
    for least in range(FROM, TO + 1):
        said = Counter((one.group, one.answer) for one, nats in answers if nats >= least)
        shares = (f"{said[key]} {said[key] / counts[key]:.1%}" for key in groups)
        rows.append((str(least), *shares))
    return rows


COMMANDS = (learn,)
