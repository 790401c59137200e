"""The indicators of the assessment that the report itself calls weak, and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from ita_checker.facts.measures.answered_lists import lists
from ita_checker.facts.measures.weak_in_tables import in_tables
from ita_checker.facts.measures.weak_lists import weak_lists
from ita_checker.facts.page import flow
from ita_checker.facts.tables import Stretch
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import begun, first_letters, pattern_of, spelled
from ita_checker.words import lists_of, of_words, words_of

# The ten indicators from 2562 on, each with the spellings met in reports.
SPELLINGS = lists_of("indicators.names")
NAMES = pattern_of(
    lambda: begun(
        "|".join(f"(?P<i{at}>{spelled(words)})" for at, words in enumerate(SPELLINGS.values())),
        first_letters(word for words in SPELLINGS.values() for word in words),
    )
)
FEW = 5  # of ten indicators: more are no choice of weak ones
# The indicators of each instrument, in the order of the assessment: IIT, EIT, OIT.
INSTRUMENTS = ((0, 5), (5, 8), (8, 10))
ASKED = of_words(lambda: [frozenset(list(SPELLINGS)[slice(*own)]) for own in INSTRUMENTS])
AFTER = of_words(lambda: tuple(map(fold, words_of("indicators.inside.after"))))
BEFORE_IT = of_words(lambda: tuple(map(fold, words_of("indicators.inside.before"))))


@dataclass(frozen=True, slots=True)
class Weak:
    """One weak indicator: its usual name, and where the report calls it weak."""

    name: str
    places: tuple[Stretch, ...]


def weak(facts: Facts) -> tuple[Weak, ...]:
    """Return the indicators that the report calls weak, in the order of the assessment."""
    return facts.once(_weak)


def named(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    """Return every place where an indicator is named, in order."""
    return facts.once(_named)


def _named(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    names = list(SPELLINGS)
    hits = NAMES.finditer(flow(facts).text)
    return tuple(
        (names[int((hit.lastgroup or "i0")[1:])], hit.span())
        for hit in hits
        if not _in_title(flow(facts).text, hit)
    )


def names_one(facts: Facts, place: Stretch) -> bool:
    """Tell whether an indicator is named in a stretch of the report."""
    at = bisect_left(named(facts), place[0], key=lambda one: one[1][0])
    return at < len(named(facts)) and named(facts)[at][1][0] < place[1]


def _in_title(text: str, hit: re.Match[str]) -> bool:
    """Tell whether the name is part of another: มาตรการป้องกันการทุจริต, แผนปฏิบัติการป้องกันการทุจริต,
    คณะกรรมการป้องกัน …
    """
    return text.endswith(AFTER(), 0, hit.start()) or text.startswith(BEFORE_IT(), hit.end())


def _weak(facts: Facts) -> tuple[Weak, ...]:
    found: dict[str, list[Stretch]] = {}
    every = named(facts)
    for name, place in (*weak_lists(facts, every), *in_tables(facts, every, FEW)):
        found.setdefault(name, []).append(place)
    for listed in lists(facts, every, ASKED()):
        if not any(name in found for name, _ in listed):  # no known word calls it weak
            for name, place in listed:
                found.setdefault(name, []).append(place)
    return tuple(
        Weak(name, tuple(dict.fromkeys(found[name]))) for name in SPELLINGS if name in found
    )
