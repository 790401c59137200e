"""Tables of which no upright line is drawn: by level lines alone, by shades. Some are seen better
as tables without lines are.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence

from ita_checker.model import Box
from ita_checker.read.layer.letters import Rule
from ita_checker.read.page import unruled
from ita_checker.read.page.rows import Row
from ita_checker.read.page.ruled import SNAP, Grid
from ita_checker.read.page.unruled import Unruled

Inside = Mapping[int, Sequence[Row]]


def better_unruled(
    grids: Sequence[Grid],
    free: Sequence[Sequence[Row]],
    inside: Sequence[Inside],
    rules: Sequence[Rule],
) -> list[bool]:
    """Tell of each table whether it is seen better without the lines or shades that it has."""
    uprights = [rule for rule in rules if rule.x0 == rule.x1]
    weak = [not any(stands_at(one.box, upright) for upright in uprights) for one in grids]
    if not any(weak):
        return weak
    held = [[run for runs in cells.values() for run in runs] for cells in inside]
    open_to_all = [run for runs in free for run in runs]
    open_to_all += [
        run for runs, is_weak in zip(held, weak, strict=True) if is_weak for run in runs
    ]
    found = unruled.sought(open_to_all)[1]
    firm = [one for one, is_weak in zip(grids, weak, strict=True) if not is_weak]
    whole = [table for table in found if not any(_spans(table, one) for one in firm)]
    better = [False] * len(grids)
    for table in whole:
        own = [n for n, one in enumerate(grids) if weak[n] and _covers(table, one, inside[n])]
        if not _beside(table, [grids[n] for n in own]):
            better = [is_better or n in own for n, is_better in enumerate(better)]
    return better


def _beside(found: Unruled, tables: Sequence[Grid]) -> bool:
    """Tell whether tables stand side by side and have all rows and columns of one that was found
    over them.
    """
    if len(tables) < 2 or max(one.box.top for one in tables) > min(
        one.box.bottom for one in tables
    ):
        return False
    return len(found.cells) <= max(one.rows for one in tables) and len(found.cells[0]) <= sum(
        one.columns for one in tables
    )


def stands_at(box: Box, upright: Rule) -> bool:
    """Tell whether an upright line stands in a box or at its side."""
    return (
        box.x0 - SNAP <= upright.x0 <= box.x1 + SNAP
        and upright.top < box.bottom - SNAP
        and upright.bottom > box.top + SNAP
    )


def _spans(found: Unruled, table: Grid) -> bool:
    """Tell whether any line of a found table stands beside or around another."""
    return found.top <= table.box.bottom and table.box.top <= found.bottom


def _covers(found: Unruled, table: Grid, inside: Inside) -> bool:
    """Tell whether a found table holds all lines of another, has more rows or more columns and no
    fewer of either, and leaves the first row whole.
    """
    said = [run.y for runs in inside.values() for run in runs if run.inked]
    first = [
        run.y
        for number, runs in inside.items()
        if table.cells[number].row == 0
        for run in runs
        if run.inked
    ]
    rows = [[line.y for cell in row for line in cell] for row in found.cells]
    own, other = (len(rows), max(map(len, found.cells))), (table.rows, table.columns)
    return (
        bool(said)
        and found.top <= min(said) + SNAP
        and max(said) <= found.bottom + SNAP
        and own != other
        and all(map(operator.ge, own, other))
        and any(set(map(round, first)) <= set(map(round, row)) for row in rows)
    )
