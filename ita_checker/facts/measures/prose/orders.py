"""Measures that an announcement orders, clause by clause: "ข้อ 1 ให้กองคลังชี้แจง… และให้ปลัดติดตามทุกเดือน".
Whom a clause orders is who does it, what it orders the measure itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ita_checker.facts.measures.naming.labels import FOR_ALL
from ita_checker.facts.measures.naming.names import SHORTEST
from ita_checker.facts.measures.naming.series import (
    LONGEST_NAME,
    OF_MEASURES,
    Count,
    Item,
    announced,
    counts,
    runs_of,
)
from ita_checker.facts.measures.naming.told_parts import told_parts
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    MONITORING,
    RESPONSIBLE,
    STEPS,
    Stretch,
    look,
    tells_of_done,
    watches,
)
from ita_checker.model import Facts
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

FEWEST = 2  # clauses that order something of an office
OPENING = 20  # letters in which an office is known
TO = pattern_of(lambda: any_of(words_of("measures.gives_to.to")))
AND_TO = pattern_of(
    lambda: f"(?:{any_of(words_of('measures.joins'))})?{any_of(words_of('measures.gives_to.to'))}"
)
FOLLOWS = pattern_of(lambda: any_of(words_of("fields.cells.reports")))


def orders(facts: Facts) -> Iterator[tuple[Item, ...]]:
    """Yield the clauses that order measures, those of one count together, where what leads to the
    first says that they are measures.
    """
    for run in runs_of(counts(facts)):
        ends = [min(one.start, last.block.end) for last, one in pairwise(run)]
        clauses = zip(run, [*ends, run[-1].block.end], strict=True)
        items = tuple(item for one, end in clauses if (item := _ordered(facts, one, end)))
        if len(items) >= FEWEST and announced(facts, run[0].start):
            yield items


def _ordered(facts: Facts, one: Count, end: int) -> Item | None:
    """Return the measure that a clause orders of an office, None where it orders none: how all are
    followed up, say.
    """
    text = flow(facts)
    if not orders_an_office(text, one.end, end):
        return None
    cut = _name_end(text, one.end, end)
    if cut - one.end < SHORTEST or _of_all(text.text[one.end : end]):
        return None
    name = (one.end, cut)
    parts = [(_held(text, held, part), part) for held, part in told_parts(text, cut, end)]
    own = ((RESPONSIBLE, name), (STEPS, name), *parts)
    return Item(one.start, name, own, end, tells_of_done(text.text[cut:end]))


def orders_an_office(text: Flow, start: int, end: int) -> bool:
    """Tell whether a clause begins with whom it orders: "ให้กองคลัง…"."""
    to = TO.match(text.text, start, end)
    return to is not None and _to_an_office(text, to.end(), end)


def _of_all(clause: str) -> bool:
    """Tell whether a clause orders how all measures are followed up."""
    return bool(FOLLOWS.search(clause) and (FOR_ALL.search(clause) or OF_MEASURES.search(clause)))


def _to_an_office(text: Flow, start: int, end: int) -> bool:
    return look(text.text[start : min(end, start + OPENING)]) == RESPONSIBLE


def _name_end(text: Flow, start: int, end: int) -> int:
    """Return where what is ordered ends: at the first white space within a line."""
    gaps = (at for at in text.gaps(start + SHORTEST, end) if "\n" not in text.gap(at))
    return min(next(gaps, end), start + LONGEST_NAME)


def _held(text: Flow, held: str, part: Stretch) -> str:
    """Return what a piece of a clause tells: one that orders somebody else to look again and again
    tells how the measure is followed up.
    """
    said = text.text[slice(*part)]
    to = AND_TO.match(said)
    if to and _to_an_office(text, part[0] + to.end(), part[1]) and watches(said):
        return MONITORING
    return held
