"""Tables without a role that hold a name and labels, whatever their words: on their side, a name
above each column and a label on the left of each row; or upright, the names on the left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    RESPONSIBLE,
    Grid,
    Row,
    Slot,
    look,
    said,
    tells_of_done,
    watches,
)
from ita_checker.model import Facts

LONGEST = 40  # letters of a label
TWO = 2  # labels, names, or offices at least
MOST = 0.6  # of what stands side by side looks like offices


def _names(facts: Facts, grid: Grid) -> list[Slot]:
    """Return the cells above a table's columns of values: its headings, else its first row."""
    if not any(grid.headings):
        return list(grid.rows[0].slots[1:])
    at, text, found = grid.header[0], flow(facts).text, list[Slot]()
    for head in grid.headings[1:]:
        at = text.find(head, at, grid.header[1]) if head and at >= 0 else -1
        found.append(Slot(((at, at + len(head)),) if at >= 0 else (), 1, (grid.page, 0, 0, 0)))
    return found


def _values(grid: Grid) -> Sequence[Row]:
    return grid.rows if any(grid.headings) else grid.rows[1:]


def on_its_side(facts: Facts, grid: Grid) -> bool:
    """Tell whether a table has its names above its columns and labels on the left: what stands
    beside a label are offices, and no column holds them.
    """
    rows = _values(grid)
    left = [said(facts, row.slots[0].parts) for row in rows]
    names = [said(facts, slot.parts) for slot in _names(facts, grid)]
    if len(rows) < TWO or not all(0 < len(text) <= LONGEST for text in left):
        return False
    if len(set(left)) < len(left) or len(set(names)) < len(names) or not all(names):
        return False
    texts = [[said(facts, slot.parts) for slot in row.slots[1:]] for row in rows]
    return any(map(_offices, texts)) and not any(map(_offices, zip(*texts, strict=True)))


def _offices(texts: Sequence[str]) -> bool:
    told = [text for text in texts if text]
    return len(told) >= TWO and sum(look(one) == RESPONSIBLE for one in told) >= MOST * len(told)


def by_names(facts: Facts, grid: Grid) -> Iterator[tuple[Slot, list[tuple[str, Slot]]]]:
    """Yield each name with the labels and what stands beside them under it; what stands once for
    several columns is told of each.
    """
    for column, name in enumerate(_names(facts, grid), start=1):
        told = list[tuple[str, Slot]]()
        for row in _values(grid):
            at = column
            while at > 1 and row.slots[at].across == 0:
                at -= 1
            told.append((said(facts, row.slots[0].parts).strip(":"), row.slots[at]))
        yield name, told


def upright(facts: Facts, grid: Grid) -> bool:
    """Tell whether a table has its names on the left and labels in its first row: below one stand
    offices, below another how it is followed up.
    """
    if any(grid.headings) or len(grid.rows) <= TWO:
        return False
    heads = [said(facts, slot.parts) for slot in grid.rows[0].slots]
    names = [said(facts, row.slots[0].parts) for row in grid.rows[1:]]
    if not all(0 < len(text) <= LONGEST for text in heads) or not all(names):
        return False
    if len(set(heads)) < len(heads) or len(set(names)) < len(names):
        return False
    texts = [[said(facts, slot.parts) for slot in row.slots[1:]] for row in grid.rows[1:]]
    columns = list(zip(*texts, strict=True))
    watched = [_watched(column) for column in columns]
    return any(map(_offices, columns)) and any(watched) and not all(watched)


def _watched(texts: Sequence[str]) -> bool:
    """Tell whether most texts say that something is looked at again and again, and none is done."""
    told = [text for text in texts if text]
    again = sum(watches(one) and not tells_of_done(one) for one in told)
    return len(told) >= TWO and again >= MOST * len(told)


def by_rows(facts: Facts, grid: Grid) -> Iterator[tuple[Slot, list[tuple[str, Slot]]]]:
    """Yield each name on the left with the labels above and what stands below them beside it."""
    labels = [said(facts, slot.parts).strip(":") for slot in grid.rows[0].slots[1:]]
    for row in grid.rows[1:]:
        yield row.slots[0], list(zip(labels, row.slots[1:], strict=True))
