"""Which field each column of a text's tables holds: as the program reads it under the headings its
author wrote. What is asked of other headings, and learned of cells, is held against that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ita_checker.facts.tables import Grid, grids, said
from ita_checker.model import Facts, Submission
from ita_checker.text.flow import fold
from lab.papers import Look, paper
from lab.sheets import ABOVE, LEFT_OF, Sheet, Table
from lab.trial import packs


class Read(NamedTuple):
    """A text's facts, and its tables as read."""

    facts: Facts
    grids: tuple[Grid, ...]


@dataclass(frozen=True, slots=True)
class Headed:
    """A table of a text, where it stands among the pieces, and the fields of its headings (folded),
    those of the lowest level over each column.
    """

    at: int
    table: Table
    fields: dict[str, str]


def read(sheet: Sheet, look: Look | None = None) -> Read:
    """Return the tables of a text as the program reads them."""
    packs()  # their words are in force, as they are when a report is judged
    document = paper(sheet, look)
    facts = Facts(document, Submission(document.path, sheet.truth.fiscal_year))
    return Read(facts, grids(facts))


def headed(sheet: Sheet) -> Iterator[Headed]:
    """Yield the tables of a text with the fields that the program gives their columns; those of
    which it reads no headings are left out.
    """
    known = read(sheet).grids
    for at, table in sheet.tables():
        own = {fold(cell) for row in table.rows[: table.heads] for cell in row} - {LEFT_OF, ABOVE}
        for grid in known:
            levels = [[one for one in text.split("|") if one] for text in grid.headings]
            if own and own == {one for level in levels for one in level}:
                lowest = zip(levels, grid.columns, strict=True)
                yield Headed(at, table, {level[-1]: held for level, held in lowest if level})
                break


def cells(one: Read, grid: Grid, column: int) -> list[str]:
    """Return the filled cells of a column (folded), a cell over several rows once."""
    own = dict.fromkeys(row.slots[column].parts for row in grid.rows)
    return [text for parts in own if (text := said(one.facts, parts))]
