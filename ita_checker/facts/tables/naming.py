"""Which column of a table names the measures: the one headed so, the one whose cells are names that
other tables have, or else the one that most likely does, in a table that tells of each row how, by
whom, or what came of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.facts.tables.evidence import ITSELF, MARGIN, Scores, best, scores_of, with_names
from ita_checker.facts.tables.fields import NAME, NUMBER, OWN_FIELDS, SCORE, TOPIC
from ita_checker.facts.tables.grid import Grid
from ita_checker.facts.tables.heading_says import of_a_round, over_anything
from ita_checker.facts.tables.set_off import A_ROUND

NAMES = 0.9  # that says so much that a column names the measures
FIRST = 0.5  # what stands first is what its row is called by
TWO_FIELDS = 2  # of a measure in a table whose first column may name them


def named_column(
    grid: Grid, scores: Sequence[Scores], texts: Sequence[Sequence[str]]
) -> int | None:
    """Return the column of the measures' names: the one headed so, or the one whose cells are
    names and are nothing else by a margin.
    """
    if NAME in grid.columns:
        return grid.columns.index(NAME)
    ranked = sorted(range(len(scores)), key=lambda column: -scores[column].get(NAME, 0.0))
    if not ranked or scores[ranked[0]].get(NAME, 0.0) < ITSELF:
        return _leftmost(grid, scores, texts)
    rival = scores[ranked[1]].get(NAME, 0.0) if len(ranked) > 1 else 0.0
    alone = scores[ranked[0]][NAME] - rival >= MARGIN or ranked[0] < ranked[1]
    return ranked[0] if alone and best(scores[ranked[0]]) == NAME else None


def _leftmost(grid: Grid, scores: Sequence[Scores], texts: Sequence[Sequence[str]]) -> int | None:
    """Return the column that most likely names the measures where no heading says so and a table
    tells of each row how it is done, by whom, or what came of it: what its cells are like, and
    that it is the first of which nothing else is likelier.
    """
    weights = [_name_weight(grid, column, scores, texts) for column in range(len(scores))]
    ranked = sorted(range(len(scores)), key=lambda column: (-weights[column], column))
    if not ranked or weights[ranked[0]] < NAMES:
        return None
    first = ranked[0]
    if len(ranked) > 1 and weights[first] - weights[ranked[1]] < MARGIN and first > ranked[1]:
        return None
    supposed = with_names(grid, first)
    others = {
        best(scores_of(supposed, column, own, ()), without=NAME) or grid.columns[column]
        for column, own in enumerate(texts)
        if column != first
    }
    return first if len(OWN_FIELDS & others) >= TWO_FIELDS else None


def _name_weight(
    grid: Grid, column: int, scores: Sequence[Scores], texts: Sequence[Sequence[str]]
) -> float:
    """Return how much says that a column without a heading of its own names the measures."""
    own, heading = scores[column], grid.headings[column]
    open_to = not grid.columns[column] or over_anything(grid, column)
    rounds = all(map(A_ROUND.match, texts[column])) or of_a_round(grid, column)
    if not open_to or not heading or rounds or best(own, without=NAME) in (NUMBER, SCORE):
        return 0.0
    before = (best(other) or grid.columns[at] for at, other in enumerate(scores[:column]))
    first = all(held in (NUMBER, TOPIC, SCORE) for held in before)
    silent = first and not best(own, without=NAME)
    return own.get(NAME, 0.0) + FIRST * first + FIRST * silent
