"""Measures each named in a row over the whole table, their steps or activities in the rows below
it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from ita_checker.facts.measures.naming.labels import NAMED, unnumbered
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    NAME,
    OWN_FIELDS,
    Grid,
    Row,
    Slot,
    Stretch,
    alone,
    column_of,
    merged,
    prose,
    said,
)
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.text.tokens import LETTER
from ita_checker.words import words_of

TOTAL = pattern_of(
    lambda: (
        f"^(?:{spelled(words_of('measures.totals.alone'))}(?!{LETTER})"
        f"|{spelled(words_of('measures.totals.of'))})"
    )
)
GROUP = pattern_of(lambda: "^" + any_of(words_of("measures.groups")))
OF_MEASURES = pattern_of(lambda: any_of(words_of("measures.called")))
WORD = re.compile(r"[\u0e01-\u0e2ea-z]")
ABOVE = 200  # letters over a table in which its title stands


def sections(facts: Facts, grid: Grid) -> list[tuple[Slot, list[Row]]]:
    """Return each cell that names a measure over the table's whole width with the rows under it;
    none where the table is no such one.
    """
    wide = wide_cells(grid, column_of(grid, NAME))
    titles = {at: slot for at, slot in wide.items() if _opens(facts, slot)}
    if not titles or not set(grid.columns) & OWN_FIELDS or _named_below(facts, grid, wide, titles):
        return []
    groups: list[tuple[Slot, list[Row]]] = []
    for at, row in enumerate(grid.rows):
        if at in titles:
            groups.append((titles[at], []))
        elif groups and at not in wide and not TOTAL.match(said(facts, _first(row))):
            groups[-1][1].append(row)
    return [(title, rows) for title, rows in groups if rows]


def _named_below(
    facts: Facts, grid: Grid, wide: Collection[int], titles: Mapping[int, Slot]
) -> bool:
    """Tell whether the rows below name the measures: a column of names holds words in them, no
    counts alone ("1.1"), and the wide rows are not all called measures.
    """
    named = column_of(grid, NAME)
    rows = [row for at, row in enumerate(grid.rows) if named is not None and at not in wide]
    worded = any(WORD.search(said(facts, row.slots[named or 0].parts)) for row in rows)
    called = (NAMED.match(unnumbered(said(facts, one.parts))) for one in titles.values())
    return worded and not all(called)


def wide_cells(grid: Grid, named: int | None) -> dict[int, Slot]:
    """Return the cells over half of the columns at least that head the rows below, by their row's
    index; `named`: the column of names, if there is one.
    """
    own = lone_cells(grid, named)
    return {at: slot for at, slot in own.items() if 1 < slot.across >= len(grid.columns) / 2}


def lone_cells(grid: Grid, named: int | None) -> dict[int, Slot]:
    """Return the cells that their rows, by index, have to themselves and that may head the rows
    below: what other rows share stands beside all of them, a row in which a measure's name goes on
    is that measure's, and one that lacks no field of its own is no heading.
    """
    shared = merged(grid)
    found = dict[int, Slot]()
    for at, row in enumerate(grid.rows):
        own = alone(row, shared)
        name = None if named is None else row.slots[named]
        if own and (name is None or name is own or not name.filled) and _lacks(grid, row):
            found[at] = own
    return found


def _lacks(grid: Grid, row: Row) -> bool:
    """Tell whether a row says one thing alone, or nothing in a field that the others tell."""
    told = sum(slot.filled for slot in row.slots)
    held = zip(grid.columns, row.slots, strict=True)
    return told == 1 or any(field in OWN_FIELDS and not slot.filled for field, slot in held)


def of_measures(facts: Facts, grid: Grid) -> bool:
    """Tell whether the table says that its sections are measures: one is called so, or its
    headings or the line above speak of measures.
    """
    called = any(
        NAMED.match(unnumbered(said(facts, slot.parts)))
        for slot in wide_cells(grid, column_of(grid, NAME)).values()
    )
    above = "".join(
        flow(facts).text[line.start : line.end]
        for line in prose(facts)
        if grid.start - ABOVE <= line.start < grid.start
    )
    return called or any(OF_MEASURES.search(text) for text in (*grid.headings, above))


def _first(row: Row) -> tuple[Stretch, ...]:
    return next(slot.parts for slot in row.slots if slot.filled or slot is row.slots[-1])


def _opens(facts: Facts, title: Slot) -> bool:
    text = said(facts, title.parts)
    bare = unnumbered(text)
    return (
        not TOTAL.match(text)
        and not GROUP.match(bare)
        and (bare != text or NAMED.match(text) is not None)
    )
