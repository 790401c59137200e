"""The indicators of the assessment that the report itself calls weak, and where."""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.facts.measures.naming.indicator_names import SPELLINGS, named
from ita_checker.facts.measures.weakness.answered_lists import lists
from ita_checker.facts.measures.weakness.indicator_numbers import in_brackets
from ita_checker.facts.measures.weakness.own_topics import own_topics
from ita_checker.facts.measures.weakness.weak_by_answers import by_answers
from ita_checker.facts.measures.weakness.weak_in_tables import in_tables
from ita_checker.facts.measures.weakness.weak_lists import weak_lists
from ita_checker.facts.tables import Stretch
from ita_checker.model import Facts
from ita_checker.words import of_words

FEW = 5  # of ten indicators: more are no choice of weak ones
# The indicators of each instrument, in the order of the assessment: IIT, EIT, OIT.
INSTRUMENTS = ((0, 5), (5, 8), (8, 10))
ASKED = of_words(lambda: [frozenset(list(SPELLINGS)[slice(*own)]) for own in INSTRUMENTS])


@dataclass(frozen=True, slots=True)
class Weak:
    """One weak indicator: its usual name, and where the report calls it weak."""

    name: str
    places: tuple[Stretch, ...]


def weak(facts: Facts) -> tuple[Weak, ...]:
    """Return the indicators that the report calls weak, in the order of the assessment."""
    return facts.once(_weak)


def _weak(facts: Facts) -> tuple[Weak, ...]:
    found: dict[str, list[Stretch]] = {}
    own = own_topics(facts)
    own = (*own, *in_brackets(facts))
    every = tuple(sorted((*named(facts), *own), key=lambda one: one[1])) if own else named(facts)
    for name, place in (*weak_lists(facts, every), *in_tables(facts, every, FEW)):
        found.setdefault(name, []).append(place)
    for listed in lists(facts, every, ASKED()):
        if not any(name in found for name, _ in listed):  # no known word calls it weak
            for name, place in listed:
                found.setdefault(name, []).append(place)
    for name, place in by_answers(facts, frozenset(found), ASKED()):
        found.setdefault(name, []).append(place)
    return tuple(
        Weak(name, tuple(dict.fromkeys(found[name])))
        for name in dict.fromkeys((*SPELLINGS, *found))
        if name in found
    )
