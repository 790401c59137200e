"""Headings, short lines and columns' headings that call weak what stands below them, above the
measures: what is weak is told there, be it no indicator of the assessment.
"""

from __future__ import annotations

from ita_checker.facts.measures.weak_chain import marks
from ita_checker.facts.measures.weak_words import ANSWERS, HIGH, STOP
from ita_checker.facts.measures.where_told import first_measure
from ita_checker.facts.page import CONTENTS, block_at, flow
from ita_checker.facts.tables import Stretch
from ita_checker.model import Facts

LONGEST = 60  # letters of such a heading


def headed_weak(facts: Facts) -> tuple[Stretch, ...]:
    """Return the short pieces above the measures that call weak what stands below them."""
    return facts.once(_headed_weak)


def _headed_weak(facts: Facts) -> tuple[Stretch, ...]:
    text, below, found = flow(facts), first_measure(facts), list[Stretch]()
    for start, end in marks(facts):
        piece = block_at(facts, start)
        if piece is None or start >= below or piece.kind == CONTENTS:
            continue
        breaks = [at for at in text.gaps(piece.start + 1, piece.end) if "\n" in text.gap(at)]
        low = max((at for at in breaks if at <= start), default=piece.start)
        high = min((at for at in breaks if at >= end), default=piece.end)
        told = any(one.search(text.text, low, high) for one in (ANSWERS, HIGH, STOP))
        if high - low <= LONGEST and not told:
            found.append((low, high))
    return tuple(found)
