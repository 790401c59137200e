"""Results in the columns of a table over which measures are named side by side, once and nowhere
else: a calendar with a column for each measure, a row for each month.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_checker.facts.measures.naming.labels import CALLED
from ita_checker.facts.measures.naming.listed_again import may_name, said_so_many
from ita_checker.facts.measures.naming.named_twice import MARK, count_of
from ita_checker.facts.measures.naming.names import SHORTEST, core, umbrella
from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.page import Block, blocks, flow
from ita_checker.facts.tables import (
    ACTIVITY,
    PLAN_FIELDS,
    RESULT,
    Stretch,
    field,
    tells_of_done,
)
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern_of

FEWEST = 2  # names side by side
LEAD = 16  # letters before the word for a measure: what counts it
OF_MEASURES = pattern_of(lambda: CALLED())
Rows = dict[int, dict[int, Block]]  # the cells of a table by row and column


def told_across(facts: Facts, planned: Sequence[Measure]) -> list[Measure]:
    """Return what is told in columns that name measures, of the first table that has such; of
    planned ones, in columns that bear their numbers.
    """
    for rows in _tables(facts).values():
        names = _numbered(facts, rows, planned) if planned else _names(facts, rows)
        labels = [*rows[min(rows)].values(), *(row[min(row)] for row in rows.values())]
        if not names or any(_plans(facts, cell) for cell in labels):
            continue
        first = min(rows)
        below = [
            [row[column] for at, row in rows.items() if at > first and column in row]
            for column in names
        ]
        if all(_done(facts, cells) for cells in below):
            made = [
                _measure(facts, name, cells)
                for name, cells in zip(names.values(), below, strict=True)
            ]
            called = [one.called for one in planned] or [one.called for one in made]
            return [replace(one, called=name) for one, name in zip(made, called, strict=True)]
    return []


def _tables(facts: Facts) -> dict[tuple[int, int], Rows]:
    """Return the cells of each table."""
    found = dict[tuple[int, int], Rows]()
    for one in blocks(facts):
        if one.cell:
            table, row, column = one.cell
            found.setdefault((one.page, table), {}).setdefault(row, {})[column] = one
    return found


def _numbered(facts: Facts, rows: Rows, planned: Sequence[Measure]) -> dict[int, Stretch]:
    """Return the cells of the first row behind its first, where one count goes through them, to as
    many as are planned ("ข้อ 1 …", "ข้อ 2 …").
    """
    head = rows[min(rows)]
    cells = {column: cell for column, cell in head.items() if column > min(head)}
    hits = [MARK.match(flow(facts).text, one.start, one.end) for one in cells.values()]
    counts = [count_of(hit) for hit in hits if hit]
    fits = len(counts) == len(cells) == len(planned) and len({kind for kind, _ in counts}) == 1
    in_order = [number for _, number in counts] == [*range(1, len(counts) + 1)]
    return {at: _own(facts, one) for at, one in cells.items()} if fits and in_order else {}


def _names(facts: Facts, rows: Rows) -> dict[int, Stretch]:
    """Return the names in the cells of the first row behind its first, all of them: they are called
    measures, or are as many as the report says there are.
    """
    text, head = flow(facts).text, rows[min(rows)]
    cells = {column: cell for column, cell in head.items() if column > min(head)}
    called = {column: name for column, cell in cells.items() if (name := _called(facts, cell))}
    if len(called) == len(cells) >= FEWEST:
        return called
    own = {column: _own(facts, cell) for column, cell in cells.items()}
    many = len(own) >= FEWEST and said_so_many(text, len(own), head[min(head)].start, len(text))
    fits = many and all(may_name(text[slice(*name)]) for name in own.values())
    return own if fits else {}


def _called(facts: Facts, cell: Block) -> Stretch | None:
    """Return the name behind the word for a measure."""
    text = flow(facts).text
    hit = OF_MEASURES.search(text, cell.start, min(cell.end, cell.start + LEAD))
    name = _cut(text, hit.start(), cell.end) if hit else None
    named = name and len(core(text[slice(*name)])) >= SHORTEST and not umbrella(text[slice(*name)])
    return name if named else None


def _own(facts: Facts, cell: Block) -> Stretch:
    """Return what a cell says behind what counts it."""
    hit = MARK.match(flow(facts).text, cell.start, cell.end)
    return _cut(flow(facts).text, hit.end() if hit else cell.start, cell.end)


def _cut(text: str, start: int, end: int) -> Stretch:
    bracket = text.find("(", start + SHORTEST, end)
    return start, bracket if bracket > 0 else end


def _plans(facts: Facts, cell: Block) -> bool:
    """Tell whether a cell labels what is planned."""
    said = flow(facts).text[cell.start : cell.end]
    return field(said) in PLAN_FIELDS


def _done(facts: Facts, cells: list[Block]) -> bool:
    return any(tells_of_done(flow(facts).text[one.start : one.end]) for one in cells)


def _measure(facts: Facts, name: Stretch, cells: list[Block]) -> Measure:
    parts = tuple((one.start, one.end) for one in cells)
    called = core(flow(facts).text[slice(*name)])
    return Measure(name, called, {ACTIVITY: parts, RESULT: parts}, 0, False)
