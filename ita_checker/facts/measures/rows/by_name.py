"""Rows of results of which no heading says that they are measures, called by the very names of the
measures that the plan sets: that the names come again shows what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_checker.facts.measures.naming.names import SURELY, alike
from ita_checker.facts.measures.naming.record import Measure

FEWEST = 2  # rows that make such a list


def by_name(reported: Sequence[Measure], planned: Sequence[Measure]) -> list[Measure]:
    """Return the results, those in tables that prove nothing as sure where each has the name of a
    measure that is surely planned.
    """
    known = [one.called for one in planned if one.sure]
    own = [one for one in reported if one.table and not one.sure]
    if len(own) < FEWEST or not all(any(_same(one, name) for name in known) for one in own):
        return list(reported)
    return [replace(one, sure=True) if one in own else one for one in reported]


def _same(one: Measure, name: str) -> bool:
    """Tell whether a row bears a planned name; what the plan adds in brackets need not come
    again.
    """
    bare = name[: name.rfind("(")] if name.endswith(")") else name
    return max(alike(one.called, name), alike(one.called, bare)) >= SURELY
