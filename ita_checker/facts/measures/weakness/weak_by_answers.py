"""Indicators that are weak by what the report does about them, in whatever words it calls them so:
those of a list or of the lowest scores that it names once more, each in a piece of its own, where
its measures stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from ita_checker.facts.measures.naming.indicator_names import named
from ita_checker.facts.measures.paired.plan_and_results import plan
from ita_checker.facts.measures.weakness.scores import ANOTHER, Score
from ita_checker.facts.page import CONTENTS, SIGNATURE, block_at, blocks, flow
from ita_checker.facts.tables import TOPIC, Stretch
from ita_checker.model import Facts

Place = tuple[str, Stretch]  # an indicator's usual name, and where it is named
TWO = 2  # indicators at least that are named again
MOST = 4  # of a list: more are all that were asked about
FEW = 5  # of ten that are lowest
APART = 60  # letters between two indicators that are no list
# Between a name and its score stand marks and a word or two: "เหลือ 77.30 คะแนน", "(79.05)".
VALUE = re.compile(r"[\t:=()\s\u0e01-\u0e4e-]{0,14}?(\d{2,3}\.\d{1,2})(?!\d)")
FEWEST, HIGHEST = 20.0, 100.0  # of a hundred: what changed is less


@dataclass(frozen=True, slots=True)
class _List:
    """Indicators that are scored one after the other."""

    scores: tuple[Score, ...]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(one.name for one in self.scores)

    @property
    def values(self) -> list[float]:
        return [one.value for one in self.scores]


def by_answers(facts: Facts, known: Set[str], asked: Sequence[Set[str]]) -> Iterator[Place]:
    """Yield the indicators that are weak by what answers them; `known`: those that words call weak,
    `asked`: those of each instrument of the assessment.
    """
    told = scored(facts, named(facts))
    again = answered_again(facts) if len(told) >= TWO else frozenset()
    if len(again) < TWO:
        return
    for one in _lists(facts, told):
        others = [other.value for other in told if other not in one.scores]
        held = len(one.names & again)
        lower = bool(others) and max(one.values) < min(others)
        enough = held >= max(TWO, len(one.names) / TWO)
        if lower and enough and len(one.names) <= MOST and one.names not in asked:
            if known <= one.names:
                yield from ((each.name, each.place) for each in one.scores)
            return
    if not known:
        yield from _lowest(told, again)


def _lowest(told: Sequence[Score], again: Set[str]) -> Iterator[Place]:
    """Yield the indicators that are named again where no other one scored less than any of them."""
    own = [one for one in told if one.name in again]
    rest = [one.value for one in told if one.name not in again]
    if TWO <= len(own) <= FEW and (not rest or max(one.value for one in own) < min(rest)):
        yield from ((one.name, one.place) for one in own)


def named_again(facts: Facts) -> tuple[Place, ...]:
    """Return where indicators are named below all scores, or where nothing is scored below all that
    are named first, each in a piece that names no other, in order.
    """
    return facts.once(_named_again)


def _named_again(facts: Facts) -> tuple[Place, ...]:
    every = named(facts)
    firsts = dict(reversed(every))
    last = max((end for _, end in firsts.values()), default=0)
    last = max((one.place[1] for one in scored(facts, every)), default=last)
    return tuple(one for one in every if one[1][0] >= last and not _listed(facts, one, every))


def answered_again(facts: Facts) -> frozenset[str]:
    """Return the indicators that measures say they are about, and those that are named below all
    scores, each in a piece that names no other.
    """
    return frozenset(name for name, _ in answers_again(facts))


def answers_again(facts: Facts) -> tuple[Place, ...]:
    """Return where these are named again."""
    topics = [part for one in plan(facts) for part in one.fields.get(TOPIC, ())]
    own = (one for one in named(facts) if any(low <= one[1][0] < end for low, end in topics))
    return (*own, *named_again(facts))


def _listed(facts: Facts, one: Place, every: Sequence[Place]) -> bool:
    """Tell whether another indicator is named beside one in its piece, or the piece tells of no
    measure.
    """
    name, (start, _) = one
    piece = block_at(facts, start)
    if piece is None or piece.kind == CONTENTS or piece.zone == SIGNATURE:
        return True
    inside = (other for other in every if piece.start <= other[1][0] < piece.end)
    return any(other != name and abs(at - start) < APART for other, (at, _) in inside)


def scored(facts: Facts, every: Sequence[Place]) -> list[Score]:
    """Return the indicators with one score and no other, in order, whatever word leads to it."""
    text, found = flow(facts).text, dict[str, list[Score]]()
    for name, (start, end) in every:
        hit = VALUE.match(text, end)
        if hit and FEWEST <= float(hit[1]) <= HIGHEST:
            several = ANOTHER.match(text, hit.end()) is not None
            one = Score(name, -1.0 if several else float(hit[1]), (start, hit.end()))
            found.setdefault(name, []).append(one)
    clear = [own[0] for own in found.values() if len({one.value for one in own}) == 1]
    return sorted((one for one in clear if one.value > 0), key=lambda one: one.place)


def _lists(facts: Facts, told: Sequence[Score]) -> Iterator[_List]:
    """Yield the indicators scored one after the other, no piece without one between them."""
    run = list[Score]()
    for before, one in pairwise([None, *told]):
        if before and one and _apart(facts, before, one):
            yield _List(tuple(run))
            run = []
        if one:
            run.append(one)
    if run:
        yield _List(tuple(run))


def _apart(facts: Facts, before: Score, one: Score) -> bool:
    """Tell whether a whole piece stands between two scores."""
    low, high = before.place[1], one.place[0]
    return any(low <= each.start and each.end <= high for each in blocks(facts))
