"""Cards whose measures an office counts by words of its own: "มาตรการลำดับที่ 1", "ใบงานที่ 2" on the
left. That the count rises card by card, over the same fields each time, tells that it opens one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase

from ita_checker.facts.measures.labels import ORDINALS
from ita_checker.facts.measures.names import SHORTEST
from ita_checker.facts.tables import (
    BY_LABEL,
    NAME,
    OWN_FIELDS,
    PERIOD,
    RESPONSIBLE,
    field,
    grids,
    look,
    row_field,
    said,
)
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import of_words, words_of

COLUMNS = (2, 3)  # of a card
AT_LEAST = 2  # cards, and fields that each of them has
LONGEST = 40  # letters of a label
LETTERS = of_words(lambda: "".join(words_of("measures.letters")))
COUNT = pattern_of(lambda: rf"(\d{{1,2}}|{any_of(ORDINALS())}|[a-j{LETTERS()}])[.:)]*$")
# "ครั้งที่ 2", "ขั้นที่ 1": what is counted so is no measure.
ELSE = pattern_of(lambda: any_of(words_of("measures.no_measures")))
NO_NAMES = frozenset({PERIOD, RESPONSIBLE})  # what no name looks like


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a card: where its label begins, the label without its count, the count (0 for
    none), the field it holds, and whether a name may stand beside it.
    """

    start: int
    label: str
    count: int
    held: str
    named: bool


def counted(facts: Facts) -> frozenset[int]:
    """Return where the labels begin beside which a measure's name stands, told by their count."""
    return facts.once(_counted)


def _counted(facts: Facts) -> frozenset[int]:
    lines = list(_lines(facts))
    found = set[int]()
    for label in dict.fromkeys(line.label for line in lines if line.count):
        own = [at for at, line in enumerate(lines) if line.count and line.label == label]
        if _opens(lines, own):
            found |= {lines[at].start for at in own}
    return frozenset(found)


def _lines(facts: Facts) -> Iterator[_Line]:
    """Yield the rows of all tables without headings that are as narrow as a card."""
    for grid in grids(facts):
        if any(grid.columns) or len(grid.columns) not in COLUMNS:
            continue
        for row in grid.rows:
            text = said(facts, row.slots[0].parts)
            beside = said(facts, [part for slot in row.slots[1:] for part in slot.parts])
            hit = COUNT.search(text) if len(text) <= LONGEST else None
            label = text[: hit.start()] if hit else text
            held = (BY_LABEL().get(label) or field(label)) if hit else row_field(label)
            named = len(beside) >= SHORTEST and look(beside) not in NO_NAMES
            start = row.slots[0].parts[0][0] if row.slots[0].parts else -1
            yield _Line(start, label, _number(hit), held, named)


def _number(hit: re.Match[str] | None) -> int:
    if hit is None:
        return 0
    if hit[1] in ORDINALS():
        return ORDINALS()[hit[1]]
    if hit[1].isdigit():
        return int(hit[1])
    return (ascii_lowercase if hit[1].isascii() else LETTERS()).index(hit[1]) + 1


def _opens(lines: Sequence[_Line], own: Sequence[int]) -> bool:
    """Tell whether rows of one counted label each open a measure: the count rises from one, names
    may stand beside, and what stands below one stands below the others.
    """
    counts = [lines[at].count for at in own]
    if len(own) < AT_LEAST or counts != list(range(1, len(own) + 1)):
        return False
    known = any(lines[at].held not in ("", NAME) for at in own)
    if known or any(ELSE.match(lines[at].label) or not lines[at].named for at in own):
        return False
    if any(line.held == NAME for at, line in enumerate(lines) if at not in own):
        return False  # another label names them
    below = [
        {line.held for line in lines[one + 1 : other]} & OWN_FIELDS
        for one, other in pairwise([*own, len(lines)])
    ]
    return len(frozenset.intersection(*map(frozenset, below))) >= AT_LEAST
