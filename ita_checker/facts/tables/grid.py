"""What a table is made of once it is read: slots, rows, the grid over all its pages; and the lines
outside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from itertools import starmap
from operator import lt

from ita_checker.facts.page import CONTENTS, blocks, flow, lines
from ita_checker.model import Facts
from ita_checker.model.records import record
from ita_checker.text.stretches import Stretches

Stretch = tuple[int, int]  # flow letters [start, end)


@record(frozen=True, slots=True)
class Slot:
    """What stands in one column of one row: its stretches of the flow, how many columns the cell
    spans, where it begins, whether it is set in bold. `filled`: anything stands there.
    """

    parts: tuple[Stretch, ...] = ()
    across: int = 1
    origin: tuple[int, int, int, int] = (
        0,
        0,
        0,
        0,
    )  # page, table, row, column: a merged cell is one, in whichever row it is met
    bold: bool = False
    filled: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        filled = any(starmap(lt, self.parts))  # some stretch begins before it ends
        object.__setattr__(self, "filled", filled)


@record(frozen=True, slots=True)
class Row:
    """One row over all columns; `fresh` is false for the first row of a page, which may belong to
    the row before.
    """

    slots: tuple[Slot, ...]
    fresh: bool = True


@record(frozen=True, slots=True)
class Grid:
    """One table over all its pages. `columns` names the field each column holds ('' unknown),
    `headings` says it as printed.
    """

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    start: int
    end: int
    header: Stretch
    page: int
    centres: tuple[float, ...]


@record(frozen=True, slots=True)
class Prose:
    """A line outside all tables: its stretch of the flow, its page (index), and where it begins
    and ends across (0 to 1).
    """

    start: int
    end: int
    page: int
    left: float
    right: float
    overleaf: bool = False


def merged(grid: Grid) -> frozenset[tuple[Stretch, ...]]:
    """Return what stands in the cells that several rows share."""
    rows = Counter(
        parts for row in grid.rows for parts in {slot.parts for slot in row.slots if slot.filled}
    )
    return frozenset(parts for parts, times in rows.items() if times > 1)


def alone(row: Row, shared: frozenset[tuple[Stretch, ...]]) -> Slot | None:
    """Return the one cell that a row has to itself, or the only one that says anything; None where
    there are several or none.
    """
    told = [slot for slot in row.slots if slot.filled]
    own = told if len(told) == 1 else [slot for slot in told if slot.parts not in shared]
    return own[0] if len(own) == 1 else None


def said(facts: Facts, parts: Sequence[Stretch]) -> str:
    """Return the folded text of the stretches, one after the other."""
    if len(parts) == 1:  # nearly always
        known, part = facts.once(_said), parts[0]
        if part not in known:
            known[part] = flow(facts).text[slice(*part)].strip("\t\f")
        return known[part]
    text = flow(facts).text
    return "".join([text[start:end] for start, end in parts]).strip("\t\f")


def _said(facts: Facts) -> dict[Stretch, str]:
    return {}  # many readers ask what a cell says


def prose(facts: Facts) -> tuple[Prose, ...]:
    """Return the lines outside all tables, in order; those of contents only point at what stands
    elsewhere.
    """
    return facts.once(_prose)


def _prose(facts: Facts) -> tuple[Prose, ...]:
    first = facts.document.pages[0].number if facts.document.pages else 1
    widths = {page.number: page.width for page in facts.document.pages}
    listed = Stretches((one.start, one.end) for one in blocks(facts) if one.kind == CONTENTS)
    return tuple(
        Prose(
            line.start,
            line.end,
            line.page - first,
            line.box.x0 / widths[line.page],
            line.box.x1 / widths[line.page],
            line.overleaf,
        )
        for line in lines(facts)
        if line.cell is None and line.start not in listed
    )
