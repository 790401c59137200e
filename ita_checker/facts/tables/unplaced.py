"""What was not understood: tables and columns of words to which nothing gives a role. Where such
stand, what seems to be missing may be in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_checker.facts.tables.contents import shares
from ita_checker.facts.tables.fields import NAME, OWN_FIELDS, SCORE, field
from ita_checker.facts.tables.grid import Grid, Row, Stretch, said
from ita_checker.facts.tables.joined import grids
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

ROWS, COLUMNS = 2, 2  # at least, of a table that could hold measures
WORDS = 6  # letters at least in a cell of words
LABELS = 2  # fields named in the first column that make a table a form
SIGNED = pattern_of(lambda: any_of(words_of("fields.signed")))
PERSON = pattern_of(
    lambda: (
        rf"\d{{0,2}}[.)]?(?!{any_of(words_of('fields.persons.posts'))})"
        rf"{any_of(words_of('fields.persons.begin'))}"
    )
)


def without_role(facts: Facts) -> tuple[Stretch, ...]:
    """Return the tables of words without a role, in order."""
    return facts.once(_without_role)


def unplaced_columns(facts: Facts, grid: Grid) -> tuple[int, ...]:
    """Return the columns of words that hold no field we know."""
    return tuple(
        column
        for column, held in enumerate(grid.columns)
        if not held
        and any(_words(said(facts, row.slots[column].parts)) >= WORDS for row in grid.rows)
    )


def _without_role(facts: Facts) -> tuple[Stretch, ...]:
    return tuple((grid.start, grid.end) for grid in grids(facts) if _unknown(facts, grid))


def _unknown(facts: Facts, grid: Grid) -> bool:
    if set(grid.columns) & {*OWN_FIELDS, NAME} or len(grid.columns) < COLUMNS:
        return False
    if any(grid.columns):
        return len(unplaced_columns(facts, grid)) >= COLUMNS
    texts = [[said(facts, slot.parts) for slot in row.slots] for row in grid.rows]
    labels = {held for own in texts if (held := field(own[0].strip(":")))}
    signed = any(SIGNED.search(text) for own in texts for text in own)
    return told_in_rows(facts, grid) and len(labels) < LABELS and not signed


def told_in_rows(facts: Facts, grid: Grid) -> bool:
    """Tell whether a table's rows tell of something in two cells at least: one of scores gives
    figures, one of persons names.
    """
    texts = [[said(facts, slot.parts) for slot in row.slots] for row in grid.rows]
    columns = list(zip(*texts, strict=True))
    told = sum(_worded(facts, row) for row in grid.rows)
    scored = any(SCORE in shares(column) for column in columns)
    return told >= ROWS and not scored and not any(map(_of_persons, columns))


def _of_persons(column: Sequence[str]) -> bool:
    return 2 * sum(PERSON.match(text) is not None for text in column) >= len(column)


def _worded(facts: Facts, row: Row) -> bool:
    """Tell whether words stand in two cells of a row at least."""
    own = [slot for slot in row.slots if _words(said(facts, slot.parts)) >= WORDS]
    return len(own) >= COLUMNS


def _words(text: str) -> int:
    return len(re.findall("[ก-ฮ]", text))
