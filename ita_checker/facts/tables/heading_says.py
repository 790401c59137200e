"""What the heading of a column says of it, seen in its table: the field it names or only speaks
of in passing, a word for whatever is listed, a round, a field that it is likely to stand over.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.facts.tables.called import MEASURE
from ita_checker.facts.tables.fields import (
    NAME,
    NUMBER,
    PROJECT,
    RESULT_FIELDS,
    STEPS,
    TOLD,
    TOPIC,
    begins_with_head,
    field,
    of_anything,
)
from ita_checker.facts.tables.grid import Grid
from ita_checker.facts.tables.left_over import worded
from ita_checker.facts.tables.likely import likely_field
from ita_checker.facts.tables.set_off import A_ROUND
from ita_checker.words import kept

LISTED = (PROJECT, TOPIC)


def headed_as(grid: Grid, column: int) -> str:
    """Return the field that a column's heading names; "กิจกรรม" beside the measures' names is what
    its whole heading is likely to say, where that is more than a project ("กิจกรรมที่ได้ดำเนินการ").
    """
    held = grid.columns[column]
    if held != PROJECT or NAME not in grid.columns:
        return held
    likely = likely_heading(grid, column, ())
    return likely if likely in (STEPS, *TOLD) else held


def said_by_heading(grid: Grid, column: int) -> str:
    """Return the field that a column's heading is about, '' where it only holds a field's word."""
    return "" if in_passing(grid, column) else grid.columns[column]


def in_passing(grid: Grid, column: int) -> bool:
    """Tell whether a heading only holds its field's word, and is about something else."""
    return _in_passing(grid.headings[column])


@kept(maxsize=1 << 12)
def _in_passing(heading: str) -> bool:
    level = next((one for one in reversed(heading.split("|")) if field(one)), "")
    held, likely = field(level), likely_field(level)
    alike = held == likely or {held, likely} <= set(RESULT_FIELDS)
    return bool(level) and not alike and not begins_with_head(level)


def over_anything(grid: Grid, column: int) -> bool:
    """Tell whether a column's heading is a word for whatever is listed ("เรื่องที่กำหนดไว้")."""
    return grid.columns[column] in LISTED and of_anything(grid.headings[column].rpartition("|")[2])


def of_a_round(grid: Grid, column: int) -> bool:
    """Tell whether the lowest level of a column's heading names a round."""
    return A_ROUND.search(grid.headings[column].rpartition("|")[2]) is not None


def only_above(grid: Grid, column: int) -> bool:
    """Tell whether an upper level of a heading alone names its field, over several columns."""
    above, _, own = grid.headings[column].rpartition("|")
    beside = [one.rpartition("|")[0] for one in grid.headings]
    return bool(above) and not field(own) and beside.count(above) > 1


def likely_heading(grid: Grid, column: int, texts: Sequence[str]) -> str:
    """Return what the lowest level of a heading that no list knows is likely to stand over: the
    measures, where it begins with their word and nothing else does; '' where it is like none.
    """
    levels = list(reversed(grid.headings[column].split("|")))
    if NAME not in grid.columns and by_its_word(grid, column):
        return NAME
    likely = next((one for level in levels if (one := likely_field(level))), "")
    return "" if likely == NUMBER and worded(texts) else likely


def by_its_word(grid: Grid, column: int) -> bool:
    """Tell whether a level of a heading begins with the word for a measure: "มาตรการที่ใช้แก้"."""
    return any(map(MEASURE.match, grid.headings[column].split("|")))
