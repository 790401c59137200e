"""Outcomes that say no more than what stands elsewhere in the report about the same measure, piece
by piece: a cell that is its name and a round, its steps, another cell of its row; behind a label
of results in running text a clause of the plan, letter for letter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ita_checker.facts.measures.naming.names import TAG
from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    ACTIVITY,
    PLAN_FIELDS,
    PROJECT,
    Stretch,
    said,
)
from ita_checker.model import Facts
from ita_checker.text.compare import plain, score

LONG_ENOUGH = 12  # letters: shorter texts are alike by chance
COPIED = 94.0  # a copied text; a scan spoils one letter in twenty
MARKS = re.compile(r"[\W_o☐□]+")
SETTING = (PROJECT, ACTIVITY, *PLAN_FIELDS)  # fields that an outcome may be copied from


def repeated(
    facts: Facts, part: Stretch, measure: Measure, planned: Measure | None, held: str
) -> bool:
    """Tell whether another cell of the measure says what this piece of its outcome says: all of it,
    or every phrase one after the other; `held`: the field of the outcome.
    """
    bare = _bare(facts, part)
    if not measure.table or len(bare) < LONG_ENOUGH:
        return False
    others = [_bare(facts, other) for other in _others(measure, planned, held)]
    return _said_in(_phrases(facts, part), bare, others)


def _others(measure: Measure, planned: Measure | None, held: str) -> Iterator[Stretch]:
    """Yield a measure's other cells: its names, what is set and what was done."""
    for one in (measure, planned):
        if one is not None:
            yield one.name
            for field in SETTING:
                yield from one.fields.get(field, ()) if field != held else ()


def _bare(facts: Facts, part: Stretch) -> str:
    return MARKS.sub("", TAG.sub("", plain(said(facts, [part]))))


def _phrases(facts: Facts, part: Stretch) -> list[str]:
    """Return what white space or a mark parts a piece into."""
    whole = flow(facts)
    cuts = whole.gaps(part[0] + 1, part[1])
    stretches = zip([part[0], *cuts], [*cuts, part[1]], strict=True)
    return [bare for stretch in stretches if (bare := _bare(facts, stretch))]


def _said_in(phrases: Sequence[str], bare: str, others: Collection[str]) -> bool:
    if any(len(other) >= LONG_ENOUGH and score(other, bare) >= COPIED for other in others):
        return True
    return any(len(other) > len(bare) and _in_order(phrases, other) for other in others)


def _in_order(phrases: Sequence[str], other: str) -> bool:
    """Tell whether a text says the phrases one after the other, whatever it says between."""
    at = 0
    for phrase in phrases:
        at = other.find(phrase, at)
        if at < 0:
            return False
        at += len(phrase)
    return True
