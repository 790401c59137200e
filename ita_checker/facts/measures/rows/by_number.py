"""Rows of results that bear no names but the planned measures' own numbers: that each tells of what
the measure of its number set shows that the numbers are those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_checker.facts.measures.naming.names import common, core
from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.tables import said
from ita_checker.model import Facts

FEWEST = 2  # rows, and planned measures, that make such a list
OWN_WORD = 8  # letters in a row that a row and the plan's share by no chance


def by_number(
    facts: Facts, reported: Sequence[Measure], planned: Sequence[Measure]
) -> list[Measure]:
    """Return the results, those called by planned measures' numbers alone as sure where most of
    them share words with the measure of their number and with no other.
    """
    marked = {one.mark: one for one in planned if one.table and one.mark}
    own = [one for one in reported if not one.sure and one.mark and one.called == core(one.mark)]
    if min(len(own), len(marked)) < FEWEST or not {one.mark for one in own} <= marked.keys():
        return list(reported)
    set_so = {mark: _all_said(facts, one) for mark, one in marked.items()}
    told = sum(
        [other for other in set_so if len(common(text, set_so[other])) >= OWN_WORD] == [one.mark]
        for one in own
        for text in [_all_said(facts, one)]
    )
    if 2 * told <= len(own):
        return list(reported)
    return [replace(one, sure=True) if one in own else one for one in reported]


def _all_said(facts: Facts, one: Measure) -> str:
    """Return what a measure is called and all that is told of it."""
    parts = [part for parts in one.fields.values() for part in parts]
    return "|".join([one.called, *(said(facts, [part]) for part in (*parts, *one.unplaced))])
