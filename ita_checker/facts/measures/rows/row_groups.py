"""Which rows of a table tell of one measure: rests of a row that the page's end cut, merged names,
rows that are no measures.
"""

from __future__ import annotations

from ita_checker.facts.measures.naming.names import RUNS_ON, umbrella
from ita_checker.facts.measures.rows.in_wide_rows import GROUP, TOTAL, lone_cells, wide_cells
from ita_checker.facts.tables import (
    NUMBER,
    OWN_FIELDS,
    Grid,
    Row,
    Stretch,
    column_of,
    heads_a_round,
    row_field,
    said,
)
from ita_checker.model import Facts
from ita_checker.text.bullets import BULLETS
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import of_words, words_of

STARTS = pattern_of(lambda: rf"^(\(?\d{{1,2}}[.)]|{any_of(words_of('measures.starts'))})")
JOINS = of_words(
    lambda: tuple(map(fold, words_of("measures.joins")))
)  # words with which no name begins
BEGINS = pattern_of(lambda: rf"^(\(?\d{{1,2}}[.)]|{any_of(words_of('measures.begins'))})")


def groups(facts: Facts, grid: Grid, named: int) -> list[list[Row]]:
    """Return the rows of each measure: a row without a name, or with the merged name of the one
    above, belongs to it.
    """
    groups: list[list[Row]] = []
    headings = _headings(facts, grid, named)
    for at, row in enumerate(grid.rows):
        said_there = any(slot.filled for slot in row.slots)
        if at in headings or not said_there or _no_measure(facts, row, named):
            continue
        name = row.slots[named]
        if groups and (
            not name.filled
            or name.origin == groups[-1][-1].slots[named].origin
            or _broken(facts, grid, groups, row, named)
        ):
            groups[-1].append(row)
        elif name.filled:
            groups.append([row])
    return groups


def _headings(facts: Facts, grid: Grid, named: int) -> frozenset[int]:
    """Return the rows, by index, whose own cell heads the rows below, though one over many rows
    may stand beside it ("ยุทธศาสตร์ที่ 2 …", how all is watched); where measures with fields of their
    own are called so too, only a cell that has its row to itself does.
    """
    own = lone_cells(grid, named)
    called = {at for at, slot in own.items() if GROUP.match(said(facts, slot.parts))}
    measures = any(
        GROUP.match(said(facts, row.slots[named].parts))
        for at, row in enumerate(grid.rows)
        if at not in called
    )
    told = {at: sum(slot.filled for slot in grid.rows[at].slots) for at in called}
    apart = (at for at in called if told[at] == 1 or not measures)
    return frozenset((*wide_cells(grid, named), *apart))


def _no_measure(facts: Facts, row: Row, named: int) -> bool:
    """Tell whether a row is a total, or the title of a section over several columns."""
    own = [slot for slot in row.slots if slot.filled]
    text = said(facts, own[0].parts)
    if TOTAL.match(said(facts, row.slots[named].parts)) or TOTAL.match(text):
        return True
    if len(own) > 1:
        return False
    if text[:1] in BULLETS:
        return True  # the rest of a list whose beginning the page before holds
    if own[0].across > 1 and row_field(text.partition(":")[0]) in OWN_FIELDS:
        return True  # a label over several columns tells its field once for all measures
    return umbrella(text) or heads_a_round(facts, row)


def _broken(facts: Facts, grid: Grid, groups: list[list[Row]], row: Row, named: int) -> bool:
    """Tell whether the first row of a page is the rest of the last row of the page before."""
    if row.fresh:
        return False
    number = column_of(grid, NUMBER)
    if number is not None and any(other.slots[number].filled for other in groups[-1]):
        return (
            not row.slots[number].filled
            or row.slots[number].parts == groups[-1][-1].slots[number].parts
        )
    text, before = said(facts, row.slots[named].parts), _name(facts, groups[-1], named)
    if BEGINS.match(text):
        return False
    bulleted = text[:1] in BULLETS and all(
        _name(facts, group, named)[:1] not in BULLETS for group in groups
    )
    if text.startswith(JOINS()) or bulleted:
        return True
    usual = [bool(STARTS.match(_name(facts, group, named))) for group in groups]
    return said(facts, name_parts(groups[-1], named)).endswith(RUNS_ON()) or (
        all(usual) and not STARTS.match(text) and bool(before)
    )


def name_parts(rows: list[Row], named: int) -> tuple[Stretch, ...]:
    """Return the parts of the name that a measure's rows hold, a merged cell once."""
    return tuple(
        dict.fromkeys(part for row in rows for part in row.slots[named].parts if part[0] < part[1])
    )


def _name(facts: Facts, rows: list[Row], named: int) -> str:
    return said(facts, name_parts(rows, named))
