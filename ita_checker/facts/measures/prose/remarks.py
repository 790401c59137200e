"""Sentences that only speak of a measure by its number ("มาตรการที่ 2 เดิมวางแผนจัดเวที…"): they set
none, where a table names the measures and nothing told beside it is counted before.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.facts.measures.naming.labels import OF_NAME
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.measures.prose.labelled import FULL
from ita_checker.facts.measures.prose.told_of_it import gives
from ita_checker.facts.page import flow
from ita_checker.facts.tables import NAME, OWN_FIELDS, grids, parted
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern_of

COUNT = pattern_of(lambda: rf"(?:\(?\d{{1,2}}[.)]|[-•*])?{OF_NAME()}(?P<number>\d{{1,2}})")


def without_remarks(facts: Facts, prose: Sequence[Told]) -> list[Told]:
    """Return the measures told in prose without one alone that a sentence only speaks of."""
    if len(prose) != 1 or not _speaks_of(facts, prose[0]):
        return list(prose)
    return []


def _speaks_of(facts: Facts, one: Told) -> bool:
    """Tell whether a measure of a number from 2 on runs on over the width of the page,
    and a table has as many rows that name measures.
    """
    count = COUNT.match(flow(facts).text, *one.name)
    number = int(count["number"]) if count else 0
    line = next((line for line in parted(facts) if line.start <= one.name[0] < line.end), None)
    rows = max((len(grid.rows) for grid in grids(facts) if NAME in grid.columns), default=0)
    sentence = line is not None and line.right >= FULL and not gives(one) & OWN_FIELDS
    return sentence and 1 < number <= rows
