"""Tables of results with a row for each round: which columns tell of a measure anew in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_checker.facts.tables.called import cells
from ita_checker.facts.tables.contents import one_round_each
from ita_checker.facts.tables.fields import ACTIVITY, MONITORING, NAME, RESULT_FIELDS
from ita_checker.facts.tables.grid import Grid
from ita_checker.model import Facts


def told_by_round(facts: Facts, grid: Grid) -> bool:
    """Tell whether a table has a row for each round of a measure, and tells in each anew what was
    done or what came of it.
    """
    if NAME not in grid.columns or MONITORING not in grid.columns:
        return False
    anew = anew_each_round(grid.columns, cells(facts, grid))
    return any(grid.columns[column] in (ACTIVITY, *RESULT_FIELDS) for column in anew)


def anew_each_round(columns: Sequence[str], texts: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the columns whose cells differ wherever two rows of one measure are of two rounds, one
    round alone in each cell of rounds: what stands there was done, or came of it, in that round,
    and the rounds are those told of, not those in which the measure is watched.
    """
    if NAME not in columns or MONITORING not in columns:
        return frozenset()
    rounds, names = texts[columns.index(MONITORING)], texts[columns.index(NAME)]
    if not one_round_each(rounds):
        return frozenset()
    apart = [pair for pair in _of_one_measure(names) if len({rounds[at] for at in pair} - {""}) > 1]
    return frozenset(
        column
        for column, own in enumerate(texts)
        if apart and all(own[above] != own[below] for above, below in apart)
    )


def _of_one_measure(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each row of a measure with its one before, wherever that stands: rounds may lie inside
    the measures, or measures inside the rounds. A row without a name is of the measure above.
    """
    last, name = dict[str, int](), ""
    for at, own in enumerate(names):
        name = own or name
        if name in last:
            yield last[name], at
        last[name] = at
