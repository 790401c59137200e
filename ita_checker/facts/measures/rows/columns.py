"""Which columns of a table hold a measure's fields, and what stands there in its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ita_checker.facts.tables import (
    GUIDELINE,
    NAME,
    NUMBER,
    STEPS,
    Grid,
    Row,
    Stretch,
    named_together,
)

WAYS = frozenset({STEPS, GUIDELINE})
Held = Sequence[tuple[int, tuple[str, ...]]]  # columns, each with the fields that it holds


def columns_held(grid: Grid, named: int = -1) -> Held:
    """Return the columns of a table that hold fields, each with which; `named`: that of names."""
    return [
        (column, (held, *_beside(grid, column)))
        for column, held in enumerate(grid.columns)
        if held and held not in (NAME, NUMBER) and not (column == named and held in WAYS)
    ]


def fields_in(held: Held, rows: Iterable[Row]) -> dict[str, tuple[Stretch, ...]]:
    """Return where the fields of such columns stand in a measure's rows."""
    found: dict[str, dict[Stretch, None]] = {}
    for row in rows:
        for column, fields in held:
            for one in fields:
                found.setdefault(one, {}).update(dict.fromkeys(row.slots[column].parts))
    return {one: tuple(parts) for one, parts in found.items()}


def _beside(grid: Grid, column: int) -> Iterable[str]:
    """Return what else a column's heading says that its cells hold, and no other column does."""
    return (one for one in named_together(grid.headings[column]) if one not in grid.columns)
