"""Measures counted behind the word for one, without the word that counts: "มาตรการ A: …",
"มาตรการ 2 …", "มาตรการ ข. …". That the count rises from the first on tells that it is one: "มาตรการ
3 เรื่อง" says how many there are.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ita_checker.facts.measures.naming.labels import CALLED
from ita_checker.facts.page import flow
from ita_checker.facts.tables import parted
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern_of
from ita_checker.words import of_words, words_of

FEWEST = 2  # measures that make a count
LETTERS = of_words(lambda: "".join(words_of("measures.letters")))
COUNT = pattern_of(
    lambda: (
        rf"{CALLED()}(?P<count>\d{{1,2}}(?!\d|[.-]\d)|[a-j](?![a-z-])|[{LETTERS()}](?=[.:)]))"
        r"[.:)]?[·–-]?(?=[\u0e01-\u0e4e])"
    )
)


@dataclass(frozen=True, slots=True)
class OwnCount:
    """A count at a line's head: its kind, its number, how many letters it has with the word."""

    kind: str
    number: int
    length: int


def own_counts(facts: Facts) -> Mapping[int, OwnCount]:
    """Return the counts by which lines number measures, by where the lines begin."""
    return facts.once(_own_counts)


def _own_counts(facts: Facts) -> Mapping[int, OwnCount]:
    found = [(at, one) for at, one in _counts(facts)]
    return {
        at: one
        for kind in dict.fromkeys(one.kind for _, one in found)
        for run in _runs([(at, one) for at, one in found if one.kind == kind])
        for at, one in run
    }


def _counts(facts: Facts) -> Iterator[tuple[int, OwnCount]]:
    text = flow(facts).text
    for line in parted(facts):
        if hit := COUNT.match(text[line.start : line.end]):
            yield line.start, _own_count(hit)


def _own_count(hit: re.Match[str]) -> OwnCount:
    count = hit["count"]
    if count.isdigit():
        return OwnCount("#", int(count), hit.end())
    letters = string.ascii_lowercase if count.isascii() else LETTERS()
    return OwnCount("a" if count.isascii() else "letter", letters.index(count) + 1, hit.end())


def _runs(found: list[tuple[int, OwnCount]]) -> Iterator[list[tuple[int, OwnCount]]]:
    """Yield the counts of one kind that rise by one from the first on."""
    run = list[tuple[int, OwnCount]]()
    for at, one in found:
        if one.number != len(run) + 1:
            if len(run) >= FEWEST:
                yield run
            run = []
        if one.number == len(run) + 1:
            run.append((at, one))
    if len(run) >= FEWEST:
        yield run
