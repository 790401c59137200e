"""What the program learns from texts with known truth: examples by author, weights fitted to them,
and how they answer for an author none of whose texts they were fitted to.

Each module has `QUESTIONS`: by name (that of the weights' file) what takes texts and yields
examples.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from unittest import mock

import numpy as np

from ita_checker.text import learned as kept
from ita_checker.text.learned import ALWAYS, Learned
from lab.sheets import Sheet

AUTHORS = 2  # a sign is learned that so many authors use: one's own habits do not carry over
HELD = 1.0  # how firmly weights are held to nothing: what a sign seen once or twice says is little
ROUNDS, STEP = 200, 0.3
LEAST = 0.05  # nats: what says less is not kept


@dataclass(frozen=True, slots=True)
class Example:
    """Signs of a question in an author's text and its right answer; `group`: what sort of example
    it is, for the figures; `at`: the place in words.
    """

    author: str
    signs: frozenset[str]
    answer: bool
    group: str = ""
    at: str = ""


Question = Callable[[Sequence[Sheet]], Iterable[Example]]


@cache
def questions() -> Mapping[str, Question]:
    """Return every question that is learned, by name."""
    found: dict[str, Question] = {}
    for part in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{part.name}")
        found.update(getattr(module, "QUESTIONS", {}))
    return dict(sorted(found.items()))


def fit(examples: Sequence[Example]) -> Learned:
    """Return the weights of a logistic regression over the signs that several authors use."""
    authors: dict[str, set[str]] = defaultdict(set)
    for one in examples:
        for sign in one.signs:
            authors[sign].add(one.author)
    signs = [ALWAYS, *sorted(sign for sign, own in authors.items() if len(own) >= AUTHORS)]
    places = {sign: at for at, sign in enumerate(signs)}
    columns = [
        sorted({0, *(places[sign] for sign in one.signs if sign in places)}) for one in examples
    ]
    rows = np.repeat(np.arange(len(columns)), list(map(len, columns)))
    column = np.concatenate([np.array(own) for own in columns])
    right = np.array([one.answer for one in examples], dtype=float)
    held = np.full(len(signs), HELD)
    held[0] = 0.0
    weights, moved = np.zeros(len(signs)), np.full(len(signs), 1e-8)
    for _ in range(ROUNDS):
        nats = np.bincount(rows, weights[column], len(examples))
        wrong = 1 / (1 + np.exp(-nats)) - right
        slope = np.bincount(column, wrong[rows], len(signs)) + held * weights
        moved += slope * slope
        weights -= STEP * slope / np.sqrt(moved)
    pairs = ((sign, round(float(weight), 2)) for sign, weight in zip(signs, weights, strict=True))
    return Learned({sign: weight for sign, weight in pairs if abs(weight) >= LEAST})


def left_out(examples: Sequence[Example]) -> Iterator[tuple[Example, float]]:
    """Yield every example with what the weights fitted on all other authors' say of it, in nats."""
    for author in dict.fromkeys(one.author for one in examples):
        others = fit([one for one in examples if one.author != author])
        for one in examples:
            if one.author == author:
                yield one, others.nats(one.signs)


@contextmanager
def left_out_of(author: str, examples: Mapping[str, Sequence[Example]]) -> Iterator[None]:
    """Have the program judge by weights that were learned without an author's texts."""
    models = {
        name: fit([one for one in found if one.author != author])
        for name, found in examples.items()
    }
    with mock.patch.object(kept, "stored", models.__getitem__):
        _forget()
        try:
            yield
        finally:
            _forget()


def _forget() -> None:
    kept.learned.cache_clear()
    kept.learned_of_each.cache_clear()
