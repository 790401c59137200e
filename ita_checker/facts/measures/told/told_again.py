"""Measures that a report lists and then names one by one over what was done: one that it does not
name again, while most are, has no result. That needs no table and no label, only that names recur.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_checker.facts.measures.paired.plan_and_results import plan, results
from ita_checker.facts.measures.told.known_names import STARTS, names
from ita_checker.facts.measures.told.territories import Territory, territories, told_under
from ita_checker.facts.page import flow
from ita_checker.facts.tables import Stretch, tells_of_done
from ita_checker.model import Facts

FEWEST = 2  # measures that are told of
LONGEST_WORD = 12  # letters of the word for a measure
MOST = 2 / 3  # share of them


@dataclass(frozen=True, slots=True)
class Again:
    """Where measures are named over what was done, and the names of those that are not."""

    told: tuple[Stretch, ...]
    untold: tuple[Stretch, ...]


def told_again(facts: Facts) -> Again | None:
    """Return which measures are told of where their names come again; None where results are known
    otherwise, or too few are told of so.
    """
    return facts.once(_told_again)


def _told_again(facts: Facts) -> Again | None:
    planned = [(one.name, told_under(facts, one)) for one in plan(facts)]
    each = planned or _listed_first(facts)
    text = flow(facts).text
    told = [
        (name, again[0].name)
        for name, again in each
        if any(tells_of_done(text[start:end]) for one in again for start, end in one.parts)
    ]
    if len(told) < max(FEWEST, MOST * len(each), len(results(facts)) + 1):
        return None
    done = {name for name, _ in told}
    below = max((end for (_, end), _ in each), default=0)
    untold = tuple(
        name
        for name, again in each
        if name not in done and not again and not _counted_again(facts, name, below)
    )
    return Again(tuple(place for _, place in told), untold)


def _counted_again(facts: Facts, name: Stretch, below: int) -> bool:
    """Tell whether the sign that counts a measure in its list comes again below the list: "ข้อ ①"
    over what was done for "① มาตรการ…".
    """
    letters, text = flow(facts), facts.document.text
    sign = text[: letters.original(*name)[0]].rstrip()[-1:]
    counts = sign.isnumeric() and not sign.isdecimal()
    return counts and sign in text[letters.original(below, below + 1)[0] :]


def _listed_first(facts: Facts) -> list[tuple[Stretch, Sequence[Territory]]]:
    """Return each name of a list and where it comes again below that list: before any of them does
    all are named once.
    """
    text, own = flow(facts).text, dict[str, list[Territory]]()
    for one in territories(facts):
        own.setdefault(one.key, []).append(one)
    first = {one.key: text.find(one.key) for one in names(facts)}
    first |= {key: each[0].name[0] for key, each in own.items() if key not in first}
    again = {
        key: [one for one in own.get(key, ()) if one.name[0] > at + len(key)]
        for key, at in first.items()
    }
    begins = min((each[0].name[0] for each in again.values() if each), default=0)
    listed = sorted((at, key) for key, at in first.items() if 0 <= at < begins)
    called = [one for one in listed if _called(text, one[0]) < one[0]]
    if len(called) >= MOST * len(listed):
        listed = called  # what is not called a measure beside them is a heading
    return [((_called(text, at), at + len(key)), again[key]) for at, key in listed]


def _called(text: str, at: int) -> int:
    """Return where a name begins with the word for a measure, where that stands right before it."""
    before = STARTS.finditer(text, max(0, at - LONGEST_WORD), at)
    return next((hit.start() for hit in before if hit.end() == at), at)
