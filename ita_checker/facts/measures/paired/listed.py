"""Measures that a report of results only lists, in a sentence: "กำหนดไว้สี่มาตรการ คือ (1) … (2) …".
What it then tells of most of them shows that they are what was planned.
"""

from __future__ import annotations

from dataclasses import replace

from ita_checker.facts.measures.naming.names import SAME, alike
from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.measures.naming.series import series
from ita_checker.facts.measures.paired.measured import from_series
from ita_checker.facts.measures.prose.recurring import recurring
from ita_checker.facts.measures.rows.in_tables import measures, reports
from ita_checker.facts.tables import grids
from ita_checker.model import Facts

FEWEST = 3  # measures that make a list of them
HALF = 0.5


def listed_alone(facts: Facts) -> list[Measure]:
    """Return the measures of the first list of names alone of which more than half have results
    below it; nothing where there is none.
    """
    for items in series(facts):
        named = [replace(from_series(facts, item), fields={}, listed=True) for item in items]
        done = sum(item.done for item in items)
        told = sum(_has_result(facts, one, named) for one in named)
        if len(named) >= FEWEST and done <= HALF * len(named) < told:
            return named
    return []


def _has_result(facts: Facts, one: Measure, named: list[Measure]) -> bool:
    """Tell whether a row of a table of results, or a paragraph, tells of a measure by its name."""
    rows = (row for grid in grids(facts) if reports(grid) for row in measures(facts, grid))
    told = [*rows, *recurring(facts, named)]
    return any(alike(other.called, one.called) >= SAME for other in told)
