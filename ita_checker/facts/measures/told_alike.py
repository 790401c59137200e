"""Results told one after the other in the same list, of which only some bear a label for what came
of it ("2.1 … ผลที่เกิดขึ้นคือ …", "2.2 … ออกใบอนุญาตได้ร้อยละ 97"): where all tell of something done, all
tell results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_checker.facts.measures.begun import Told
from ita_checker.facts.measures.labels import OF_NAME, RESULTS
from ita_checker.facts.measures.levels import siblings
from ita_checker.facts.measures.told_of_it import gives, tells_results
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

PLANNED = OWN_FIELDS - {RESPONSIBLE, ACTIVITY, *RESULT_FIELDS}


def told_alike(facts: Facts, made: Sequence[Told]) -> list[Told]:
    """Return the measures told in prose, those that tell results without a label as such where
    others of their list bear one.
    """
    return [one for run in _runs(flow(facts).text, made) for one in _alike(facts, run)]


def _alike(facts: Facts, run: Sequence[Told]) -> Sequence[Told]:
    labelled = [one for one in run if tells_results(one)]
    others = [one for one in run if one not in labelled]
    if not labelled or not all(_done(facts, one, run) for one in others):
        return run
    return [_as_result(one, run) if one in others else one for one in run]


def _done(facts: Facts, one: Told, run: Sequence[Told]) -> bool:
    return not gives(one) & PLANNED and tells_of_done(said(facts, _under(one, run)))


def _under(one: Told, run: Sequence[Told]) -> list[Stretch]:
    """Return what stands under a measure; under the last no more than under one of the others."""
    most = max((len(other.body) for other in run[:-1]), default=0)
    return one.body[:most] if one is run[-1] else one.body


def _as_result(one: Told, run: Sequence[Told]) -> Told:
    own = _under(one, run)
    fields = {ACTIVITY: list(own), RESULT: list(own)} | one.fields
    return replace(one, mode=RESULTS, fields=fields)


def _runs(text: str, made: Sequence[Told]) -> Iterator[list[Told]]:
    """Yield the measures of each list together."""
    run = list[Told]()
    for one in made:
        if run and not _beside(text, run[-1].name[0], one.name[0]):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _beside(text: str, one: int, other: int) -> bool:
    """Tell whether two measures are counted alike: by the same section, or as measures."""
    called = all(re.compile(rf"{OF_NAME()}\d").match(text, at) for at in (one, other))
    return called or siblings(text, one, other)
