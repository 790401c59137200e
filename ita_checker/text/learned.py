"""What was learned from reports with known truth: how much each sign speaks for an answer. The
laboratory learns it (`python -m lab learn`) and writes it to `weights/NAME.tsv`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ALWAYS = "*"  # the sign that every question has
FOLDER = "weights"


@dataclass(frozen=True, slots=True)
class Learned:
    """How much each sign speaks for an answer (below 0: against it), in nats; signs that were not
    learned say nothing.
    """

    weights: Mapping[str, float]

    def nats(self, signs: Iterable[str]) -> float:
        """Return what signs say together: the logarithm of the odds that the answer is yes."""
        weights = self.weights
        return math.fsum(weights.get(sign, 0.0) for sign in {ALWAYS, *signs})

    def written(self) -> str:
        """Return the weights as their file has them: a sign and its weight a line, in order."""
        lines = (f"{sign}\t{weight:.2f}\n" for sign, weight in sorted(self.weights.items()))
        return "".join(lines)


def read(text: str) -> Learned:
    """Return the weights that a file's text holds."""
    pairs = (line.rsplit("\t", 1) for line in text.splitlines())
    return Learned({sign: float(weight) for sign, weight in pairs})


@cache
def learned(name: str) -> Learned:
    """Return what was learned of a question, read once."""
    return stored(name)


@cache
def learned_of_each(name: str, answers: tuple[str, ...]) -> Mapping[str, tuple[float, ...]]:
    """Return how much each sign speaks for each of several answers, where what was learned says it
    as `ANSWER:SIGN`; the sign "" is what speaks for an answer by itself.
    """
    weights = learned(name).weights
    signs = {said.partition(":")[2] for said in weights if ":" in said}
    return {sign: tuple(weights.get(f"{one}:{sign}", 0.0) for one in answers) for sign in signs}


def stored(name: str) -> Learned:
    """Return the weights that a question's file holds."""
    path = files("ita_checker.text") / FOLDER / f"{name}.tsv"
    return read(path.read_text(encoding="utf-8"))
