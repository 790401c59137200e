"""Results told one after the other in the same list, of which few or none bear a label for what
came of it ("2.1 … ผลที่เกิดขึ้นคือ …", "2.2 … ออกใบอนุญาตได้ร้อยละ 97"): where all tell of something done,
all tell results, whatever their section is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ita_checker.facts.measures.naming.labels import OF_NAME, RESULTS
from ita_checker.facts.measures.naming.record import number_in
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.measures.prose.levels import siblings
from ita_checker.facts.measures.prose.told_of_it import gives, tells_results
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    ACTIVITY,
    OWN_FIELDS,
    RESPONSIBLE,
    RESULT,
    RESULT_FIELDS,
    Stretch,
    said,
    tells_of_done,
)
from ita_checker.model import Facts

SEVERAL = 2
LEVEL = re.compile(r"\(?(?:\d{1,2}\.)+(\d{1,2})(?!\d)")
A_NAME, A_SENTENCE = 12, 20  # letters, at least, of a name and of what tells something
PLANNED = OWN_FIELDS - {RESPONSIBLE, ACTIVITY, *RESULT_FIELDS}


def told_alike(facts: Facts, made: Sequence[Told]) -> list[Told]:
    """Return the measures told in prose, those that tell results without a label as such where all
    of their list do.
    """
    return [one for run in _runs(flow(facts).text, made) for one in _alike(facts, run)]


def _alike(facts: Facts, run: Sequence[Told]) -> Sequence[Told]:
    labelled = [one for one in run if tells_results(one)]
    others = [one for one in run if one not in labelled]
    in_order = bool(labelled) or (len(run) >= SEVERAL and _without_gaps(flow(facts).text, run))
    if not in_order or not all(_done(facts, one, run) for one in others):
        return run
    return [_as_result(facts, one, run) if one in others else one for one in run]


def _done(facts: Facts, one: Told, run: Sequence[Told]) -> bool:
    return not gives(one) & PLANNED and tells_of_done(said(facts, _told(facts, one, run)[1]))


def _told(facts: Facts, one: Told, run: Sequence[Told]) -> tuple[Stretch, list[Stretch]]:
    """Return a measure's name and what is told of it: what its sentence goes on to tell behind
    white space, and what stands under it; under the last no more than under one of the others.
    """
    most = max((len(other.body) for other in run[:-1]), default=0)
    own = one.body[: max(most, 1)] if one is run[-1] else one.body
    start, end = one.name
    for at in flow(facts).gaps(start + A_NAME, end - A_SENTENCE)[:1]:
        if tells_of_done(said(facts, [(at, end)])):
            return (start, at), [(at, end), *own]
    return one.name, own


def _as_result(facts: Facts, one: Told, run: Sequence[Told]) -> Told:
    name, own = _told(facts, one, run)
    fields = {ACTIVITY: list(own), RESULT: list(own)} | one.fields
    return replace(one, name=name, mode=RESULTS, fields=fields)


def _runs(text: str, made: Sequence[Told]) -> Iterator[list[Told]]:
    """Yield the measures of each list together."""
    run = list[Told]()
    for one in made:
        if run and not (
            _counts_on(text, run[-1], one) and _beside(text, run[-1].name[0], one.name[0])
        ):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _counts_on(text: str, one: Told, other: Told) -> bool:
    """Tell whether a measure's number does not begin anew behind another's."""
    before, after = (_number(text, each) for each in (one, other))
    return before is None or after is None or before < after


def _without_gaps(text: str, run: Sequence[Told]) -> bool:
    """Tell whether the numbers of a list go on one by one, where it has some."""
    numbers = [_number(text, one) for one in run]
    pairs = pairwise(number for number in numbers if number is not None)
    return all(after == before + 1 for before, after in pairs)


def _number(text: str, one: Told) -> int | None:
    """Return a measure's own number, or that of its heading in its section: 2 of "3.2"."""
    name = text[slice(*one.name)]
    own = number_in(name) if one.number is None else one.number
    level = LEVEL.match(name) if own is None else None
    return int(level[1]) if level else own


def _beside(text: str, one: int, other: int) -> bool:
    """Tell whether two measures are counted alike: by the same section, or as measures."""
    called = all(re.compile(rf"{OF_NAME()}\d").match(text, at) for at in (one, other))
    return called or siblings(text, one, other)
