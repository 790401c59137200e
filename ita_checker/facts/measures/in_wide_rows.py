"""Measures each named in a row over the whole table, their steps or activities in the rows below
it.
"""

from __future__ import annotations

from ita_checker.facts.measures.labels import NAMED, NUMBERED
from ita_checker.facts.page import flow
from ita_checker.facts.tables import NAME, OWN_FIELDS, Grid, Row, column_of, prose, said
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import words_of

TOTAL = pattern_of(lambda: "^" + spelled(words_of("measures.totals")) + r"\d*")
GROUP = pattern_of(lambda: "^" + any_of(words_of("measures.groups")))
OF_MEASURES = pattern_of(lambda: any_of(words_of("measures.called")))
ABOVE = 200  # letters over a table in which its title stands


def sections(facts: Facts, grid: Grid) -> list[tuple[Row, list[Row]]]:
    """Return each row that names a measure over the table's whole width with the rows under it;
    none where the table is no such one.
    """
    titles = [row for row in grid.rows if _wide(row) and _opens(facts, row)]
    if (
        not titles
        or not set(grid.columns) & OWN_FIELDS
        or not all(_stands_alone(facts, grid, titles))
    ):
        return []
    groups: list[tuple[Row, list[Row]]] = []
    for row in grid.rows:
        if row in titles:
            groups.append((row, []))
        elif groups and not _wide(row) and not TOTAL.match(said(facts, _first(row))):
            groups[-1][1].append(row)
    return [(title, rows) for title, rows in groups if rows]


def of_measures(facts: Facts, grid: Grid) -> bool:
    """Tell whether the table says that its sections are measures: one is called so, or its
    headings or the line above speak of measures.
    """
    called = any(
        NAMED.match(NUMBERED.sub("", said(facts, _first(row)))) for row in grid.rows if _wide(row)
    )
    above = "".join(
        flow(facts).text[line.start : line.end]
        for line in prose(facts)
        if grid.start - ABOVE <= line.start < grid.start
    )
    return called or any(OF_MEASURES.search(text) for text in (*grid.headings, above))


def _stands_alone(facts: Facts, grid: Grid, titles: list[Row]) -> list[bool]:
    """Return what must hold: no column of names of its own, or one whose rows name no measures
    where all the wide rows do.
    """
    named = column_of(grid, NAME)
    if named is None:
        return [True]
    own = [said(facts, row.slots[named].parts) for row in grid.rows if not _wide(row)]
    return [
        all(NAMED.match(NUMBERED.sub("", said(facts, _first(row)))) for row in titles),
        not any(NAMED.match(text) for text in own),
    ]


def _wide(row: Row) -> bool:
    own = [slot for slot in row.slots if slot.filled]
    return len(own) == 1 and own[0].across > 1 and own[0].across * 2 >= len(row.slots)


def _first(row: Row) -> tuple[tuple[int, int], ...]:
    return next(slot.parts for slot in row.slots if slot.filled or slot is row.slots[-1])


def _opens(facts: Facts, row: Row) -> bool:
    text = said(facts, _first(row))
    bare = NUMBERED.sub("", text)
    return (
        not TOTAL.match(text)
        and not GROUP.match(bare)
        and (bare != text or NAMED.match(text) is not None)
    )
