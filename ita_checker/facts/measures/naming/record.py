"""One measure, as planned or as reported, and what stands in its fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from ita_checker.facts.measures.naming.labels import OF_NAME, ORDINALS
from ita_checker.facts.page import EMPTY, TICKED
from ita_checker.facts.tables import (
    GUIDELINE,
    MONITORING,
    OWN_FIELDS,
    RESPONSIBLE,
    STEPS,
    Stretch,
    said,
)
from ita_checker.model import Facts
from ita_checker.model.records import record
from ita_checker.text.firsts import compiled
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

PLANNED = frozenset({STEPS, RESPONSIBLE, MONITORING})
NUMBER_FIRST = pattern_of(
    lambda: any_of(words_of("measures.numbered")) + r"?\(?(\d{1,2})(?![\d.]\d)"
)
SPELLED_FIRST = pattern_of(lambda: f"{OF_NAME()}({any_of(ORDINALS())})")
BLANK = re.compile(
    r"[-–—_\s\t\f*.]{0,3}|(?:\(?\d{1,2}[.)]|[-•*])++"
)  # more dots than that are a blank form's: TXT001 speaks of them
# "☐ เสร็จ ☐ ไม่เสร็จ": what may be chosen, of which nothing is
UNTICKED = compiled(rf"(?:[{EMPTY}][^{EMPTY}{TICKED}]{{1,16}}){{2,}}")


@record(frozen=True, slots=True)
class Measure:
    """One measure as planned or reported. `fields` has a key for each column or label there is,
    blank ones too.

    `called` is the folded name without numbering; `order` counts from 0; `sure` is false where the
    table names no
    measures (projects, topics): such rows tell that something is reported and prove nothing.
    `number` is the one it bears, `mark` its number or code ("M1") as printed; `unplaced` are its
    pieces without a role: cells in columns of words nobody understood, sentences under its name in
    prose. `labelled`: it is a card of labels of its own, however the paper frames it.
    """

    name: Stretch
    called: str
    fields: Mapping[str, tuple[Stretch, ...]]
    order: int
    table: bool
    sure: bool = True
    listed: bool = False
    number: int | None = None
    mark: str = ""
    unplaced: tuple[Stretch, ...] = ()
    labelled: bool = False

    @property
    def own(self) -> tuple[Stretch, ...]:
        """Return where its own fields stand: what is planned and what was done."""
        own = (parts for held, parts in self.fields.items() if held in OWN_FIELDS)
        return tuple(chain.from_iterable(own))

    @property
    def planned(self) -> frozenset[str]:
        """Return which fields of a plan it has; ways and steps are one."""
        return frozenset(STEPS if held == GUIDELINE else held for held in self.fields) & PLANNED


def planned_parts(measures: Iterable[Measure], watched: bool = False) -> frozenset[str]:
    """Return which fields of a plan measures have between them; `watched`: how they are followed
    up is told elsewhere.
    """
    own = frozenset(held for one in measures for held in one.planned)
    return own | {MONITORING} if watched else own


def filled(facts: Facts, measure: Measure, *fields: str) -> bool:
    """Tell whether something stands in one of the fields; dashes, white space and boxes of which
    none is ticked are nothing.
    """
    return any(
        BLANK.fullmatch(UNTICKED.sub("", said(facts, measure.fields.get(held, ())))) is None
        for held in fields
    )


def together(
    one: Mapping[str, tuple[Stretch, ...]], other: Mapping[str, tuple[Stretch, ...]]
) -> dict[str, tuple[Stretch, ...]]:
    return {held: one.get(held, ()) + other.get(held, ()) for held in dict.fromkeys([*one, *other])}


def by_field(given: Iterable[tuple[str, Stretch]]) -> dict[str, tuple[Stretch, ...]]:
    found: dict[str, tuple[Stretch, ...]] = {}
    for held, part in given:
        found[held] = (*found.get(held, ()), part)
    return found


def number_in(text: str) -> int | None:
    """Return the number that a measure's name (folded) begins with, None where it has none."""
    if spelled := SPELLED_FIRST.match(text):
        return ORDINALS()[spelled[1]]
    found = NUMBER_FIRST.match(text)
    return int(found[1]) if found else None
