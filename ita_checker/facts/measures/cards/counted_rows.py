"""Rows over the whole width of a card that one count numbers through ("รายการที่ 2 การเปิดเผยข้อมูล",
"3. งานพัสดุ"): over the same fields each time they name measures, the others head something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ita_checker.facts.measures.naming.labels import ORDINALS
from ita_checker.facts.measures.naming.names import SHORTEST
from ita_checker.facts.tables import (
    NAME,
    OWN_FIELDS,
    PERIOD,
    RESPONSIBLE,
    Row,
    Stretch,
    grids,
    look,
    row_field,
    said,
)
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

COLUMNS = (2, 3)  # of a card
AT_LEAST = 2  # cards, and fields that each of them has
# "ครั้งที่ 2", "ขั้นที่ 1": what is counted so is no measure.
ELSE = pattern_of(lambda: any_of(words_of("measures.no_measures")))
NO_NAMES = frozenset({PERIOD, RESPONSIBLE})  # what no name looks like
COUNT = pattern_of(
    lambda: (
        rf"(?P<word>[\u0e01-\u0e4e]{{2,10}}?){any_of(words_of('measures.counts'))}?"
        rf"(?P<number>\d{{1,2}}|{any_of(ORDINALS())})(?![\d.])[:)–-]*|\(?(?P<bare>\d{{1,2}})[.)](?!\d)"
    )
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a card: the field its label names, and for a counted one over the whole width the
    word that counts, the count (0 for none) and the name behind it.
    """

    held: str
    word: str = ""
    count: int = 0
    start: int = -1
    name: Stretch = (0, 0)


def over(facts: Facts) -> Mapping[int, Stretch | None]:
    """Return the rows over the whole width that one count numbers through, by where they begin: the
    name of the measure that each opens; None for one that opens something else.
    """
    return facts.once(_over)


def _over(facts: Facts) -> Mapping[int, Stretch | None]:
    lines = list(_lines(facts))
    if any(line.held == NAME for line in lines):
        return {}  # another label names them
    found = dict[int, Stretch | None]()
    for word in dict.fromkeys(line.word for line in lines if line.count):
        own = [at for at, line in enumerate(lines) if line.count and line.word == word]
        if not ELSE.match(word):
            found |= _opened(lines, own)
    return found


def _lines(facts: Facts) -> Iterator[_Line]:
    """Yield the rows of all tables without headings that are as narrow as a card."""
    for grid in grids(facts):
        if not any(grid.columns) and len(grid.columns) in COLUMNS:
            yield from (_line(facts, row) for row in grid.rows)


def _line(facts: Facts, row: Row) -> _Line:
    text = said(facts, row.slots[0].parts)
    held = row_field(text)
    beside = any(slot.filled for slot in row.slots[1:])
    hit = None if beside else COUNT.match(text)
    if hit is None or row_field(hit["word"] or "") in OWN_FIELDS:
        return _Line(held)  # a label that holds nothing, steps counted one by one
    if len(text) - hit.end() < SHORTEST or look(text[hit.end() :]) in NO_NAMES:
        return _Line(held)
    number = hit["bare"] or hit["number"]
    count = ORDINALS()[number] if number in ORDINALS() else int(number)
    start, end = row.slots[0].parts[0]
    return _Line("", hit["word"] or "", count, start, (start + hit.end(), end))


def _opened(lines: Sequence[_Line], own: Sequence[int]) -> Mapping[int, Stretch | None]:
    """Return the names in rows whose count rises by one, where what stands below one stands below
    the other rows that have fields of a measure below; {} where there are no two.
    """
    counts = [lines[at].count for at in own]
    if len(own) < AT_LEAST or counts != list(range(counts[0], counts[0] + len(own))):
        return {}
    below = {
        one: frozenset(line.held for line in lines[one + 1 : other]) & OWN_FIELDS
        for one, other in pairwise([*own, len(lines)])
    }
    opening = [at for at in own if len(below[at]) >= AT_LEAST]
    same = frozenset.intersection(*(below[at] for at in opening)) if opening else frozenset()
    if len(opening) < AT_LEAST or len(same) < AT_LEAST:
        return {}
    return {lines[at].start: lines[at].name if at in opening else None for at in own}
