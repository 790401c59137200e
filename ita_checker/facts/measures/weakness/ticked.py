"""Tables that cross measures with indicators: a tick says which measure answers which. An indicator
in whose column, or row, nothing is ticked is answered by none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_checker.facts.measures.naming.indicator_names import NAMES, SPELLINGS
from ita_checker.facts.measures.naming.record import BLANK
from ita_checker.facts.tables import Grid, grids, said
from ita_checker.model import Facts

FEWEST = 2  # indicators, and measures, that a table crosses
LONGEST_TICK = 3  # letters of a cell that only marks
AROUND = 16  # letters of a cell besides the indicator's name: its number, its points
WORD = re.compile(r"[^\W_]{2}")
Cells = Sequence[Sequence[str]]


def ticked(facts: Facts) -> dict[str, bool]:
    """Return the indicators that such tables hold, each with whether a tick answers it."""
    return facts.once(_ticked)


def _ticked(facts: Facts) -> dict[str, bool]:
    found = dict[str, bool]()
    for grid in grids(facts):
        cells = _cells(facts, grid)
        for way in (cells, [*zip(*cells, strict=True)]):
            for name, answered in _crossed(way):
                found[name] = found.get(name, False) or answered
    return found


def _cells(facts: Facts, grid: Grid) -> list[Sequence[str]]:
    """Return what stands in each row, the headings first."""
    rows: list[Sequence[str]] = [grid.headings] if any(grid.headings) else []
    return rows + [[said(facts, slot.parts) for slot in row.slots] for row in grid.rows]


def _crossed(cells: Cells) -> Iterator[tuple[str, bool]]:
    """Yield the indicators that head columns of ticks alone beside a column of names."""
    if len(cells) <= FEWEST or sum(bool(row[0].strip()) for row in cells[1:]) < FEWEST:
        return
    heads = {at: name for at, head in enumerate(cells[0]) if at and (name := _indicator(head))}
    below = {at: [row[at] for row in cells[1:]] for at in heads}
    marks = [text for own in below.values() for text in own if not BLANK.fullmatch(text)]
    if len(heads) < FEWEST or not marks or not all(map(_is_tick, marks)):
        return
    for at, name in heads.items():
        yield name, any(not BLANK.fullmatch(text) for text in below[at])


def _indicator(head: str) -> str:
    """Return the indicator that a heading is, and hardly anything else; '' for none."""
    hit = NAMES.search(head)
    if hit is None or len(head) - len(hit[0]) > AROUND:
        return ""
    return list(SPELLINGS)[int((hit.lastgroup or "i0")[1:])]


def _is_tick(text: str) -> bool:
    return len(text.strip()) <= LONGEST_TICK and not WORD.search(text)
