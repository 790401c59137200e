"""What the tables of a report call the measures: the names in their columns of names, and the codes
beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ita_checker.facts.tables.fields import NAME
from ita_checker.facts.tables.grid import Grid, said
from ita_checker.facts.tables.marks import WORDED, Texts, codes
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

NUMBERING = re.compile(r"^\(?\d{1,2}(?:\.\d{1,2})?[.)]?")
MEASURE = pattern_of(lambda: "^" + any_of(words_of("fields.cells.measure")))


@dataclass(frozen=True, slots=True)
class Called:
    """What measures are called in the tables that name them, and by which codes."""

    names: tuple[str, ...]
    codes: frozenset[str]


def called(grids: Sequence[Grid], texts: Sequence[Texts]) -> Called:
    """Return what the tables that name measures call them, and the codes beside the names; `texts`:
    what the cells of each table's columns say.
    """
    own = [pair for pair in zip(grids, texts, strict=True) if NAME in pair[0].columns]
    names = (name for grid, held in own for name in names_in(held[grid.columns.index(NAME)]))
    marks = (code for _, held in own for column in held for code in codes(column))
    return Called(tuple(names), frozenset(marks))


def cells(facts: Facts, grid: Grid) -> list[list[str]]:
    """Return what the cells of each of a table's columns say."""
    return [_cells(facts, grid, column) for column in range(len(grid.columns))]


def _cells(facts: Facts, grid: Grid, column: int) -> list[str]:
    return [said(facts, row.slots[column].parts) for row in grid.rows]


def names_in(texts: Iterable[str]) -> Iterable[str]:
    return (MEASURE.sub("", NUMBERING.sub("", text)) for text in texts if WORDED.search(text))
