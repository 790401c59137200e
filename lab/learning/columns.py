"""What the cells of a column say it holds: each cell of a table of measures whose columns are all
known, asked for each field whether it is of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ita_checker.facts.tables import (
    BUDGET,
    EXPECTED,
    GUIDELINE,
    INDICATOR,
    NAME,
    NUMBER,
    OUTCOME,
    OUTPUT,
    OWN_FIELDS,
    PROBLEM,
    REMARK,
    RESULT,
    SCORE,
    STEPS,
    SUGGESTION,
    TOPIC,
    Grid,
    field,
    likely_field,
)
from ita_checker.facts.tables.by_cells import CELLS, ELSE, FIELDS, WEIGHTS, cell_signs, of_field
from ita_checker.facts.tables.fields import EVIDENCE, begins_with_head
from lab.columns import Read, cells, read
from lab.learning import Example, Question
from lab.sheets import Sheet

TWO_FIELDS = 2  # beside the names, in a table whose fields are believed
AUTHORS = 4  # a sign is asked about that so many use
NONE = "none"  # a column whose heading says nothing, of which nothing is learned
COUNTED_AS = {
    "": NONE,
    GUIDELINE: STEPS,
    OUTPUT: RESULT,
    OUTCOME: RESULT,
    **dict.fromkeys((BUDGET, EXPECTED, INDICATOR, PROBLEM, REMARK, SUGGESTION, EVIDENCE), ELSE),
}
SHOWN = 60
Cell = tuple[str, str, frozenset[str], str]  # its author, field and signs, and where it stands


def examples(sheets: Sequence[Sheet]) -> Iterator[Example]:
    """Yield for each cell and field whether it is of that field. What stands beside scores, or
    under headings of other things (problems, proof, what is hoped for), is of none.
    """
    own = [cell for sheet in sheets if sheet.pieces for cell in _cells(sheet)]
    users: dict[str, set[str]] = defaultdict(set)
    for author, _, signs, _ in own:
        for sign in signs:
            users[sign].add(author)
    for author, held, signs, at in own:
        common = [sign for sign in signs if len(users[sign]) >= AUTHORS]
        for one in FIELDS:
            yield Example(author, frozenset(of_field(one, common)), one == held, one, at)


def _cells(sheet: Sheet) -> Iterator[Cell]:
    one = read(sheet)
    for grid in one.grids:
        fields = [_by_heading(heading) for heading in grid.headings]
        if NAME in fields and len(OWN_FIELDS & set(fields)) >= TWO_FIELDS:
            yield from _of_grid(sheet, one, grid, [COUNTED_AS.get(held, held) for held in fields])
        elif SCORE in fields and not {NAME, *OWN_FIELDS} & set(fields):
            beside = [held if held in (TOPIC, SCORE, NUMBER) else REMARK for held in fields]
            yield from _of_grid(sheet, one, grid, [COUNTED_AS.get(held, held) for held in beside])


def _by_heading(heading: str) -> str:
    """Return the field that a column's heading alone names: what cells say is not learned from
    what cells said.
    """
    for level in reversed(heading.split("|")):
        listed, likely = field(level), likely_field(level)
        if listed and (listed == likely or begins_with_head(level)):
            return listed
        if likely and not listed:
            return likely
    return ""


def _of_grid(sheet: Sheet, one: Read, grid: Grid, fields: Sequence[str]) -> Iterator[Cell]:
    for column, held in enumerate(fields):
        if held in FIELDS:
            for text in cells(one, grid, column)[:CELLS]:
                at = f"{sheet.author}/{sheet.name} {held}: {text[:SHOWN]}"
                yield sheet.author, held, cell_signs(text), at


QUESTIONS: Mapping[str, Question] = {WEIGHTS: examples}
