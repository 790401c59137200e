"""Measures from the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ita_checker.facts.measures.naming.heading import line_of_who, names_who, opened
from ita_checker.facts.measures.naming.names import SAME, alike, core, umbrella
from ita_checker.facts.measures.naming.record import Measure, by_field, number_in, together
from ita_checker.facts.measures.naming.weak_words import WEAK_LABEL
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.measures.prose.in_prose import told
from ita_checker.facts.measures.rows.columns import WAYS, Held, columns_held, fields_in
from ita_checker.facts.measures.rows.in_wide_rows import of_measures, sections
from ita_checker.facts.measures.rows.row_groups import groups, name_parts
from ita_checker.facts.tables import (
    ACTIVITY,
    GUIDELINE,
    MONITORING,
    NAME,
    NUMBER,
    OWN_FIELDS,
    RESPONSIBLE,
    RESULT_FIELDS,
    STEPS,
    TOPIC,
    Grid,
    Row,
    Slot,
    Stretch,
    column_of,
    field,
    grids,
    is_mark,
    look,
    names_column,
    said,
    unplaced_columns,
)
from ita_checker.model import Facts

TWO_WAYS = 2
FEWEST_AGAIN = 2  # rows of two tables that bear the same names: one may by chance
ABOVE = 400  # letters at most between a measure's heading and its table


def reports(grid: Grid) -> bool:
    """Tell whether a table holds results: a column for them, or what was done with no column of
    plans.
    """
    own = set(grid.columns)
    return bool(own & set(RESULT_FIELDS)) or (
        ACTIVITY in own and not own & {STEPS, MONITORING, GUIDELINE, RESPONSIBLE}
    )


def plans(grid: Grid) -> bool:
    """Tell whether a table sets measures: columns for steps or monitoring; who is responsible
    stands beside results too.
    """
    own = set(grid.columns)
    if reports(grid):
        return len(own & {STEPS, GUIDELINE, RESPONSIBLE, MONITORING}) >= 2
    return (
        bool(own & {STEPS, MONITORING, GUIDELINE})
        or {RESPONSIBLE, ACTIVITY} <= own
        or {NAME, RESPONSIBLE} <= own
    )


def measures(facts: Facts, grid: Grid) -> list[Measure]:
    way = _way(grid)
    named = names_column(grid) if way is None else way
    own = column_of(grid, NAME) if way is None else way
    own = _called_by_topic(facts, grid) if own is None else own
    if found := sections(facts, grid):
        sure = of_measures(facts, grid)
        return [
            measure
            for title, rows in found
            if (measure := _of_section(facts, grid, title, rows, sure))
        ]
    if own is None and (heading := _heading_over(facts, grid)):
        return [_under(facts, grid, heading)]
    if named is None and reports(grid):
        named = column_of(grid, NUMBER)  # numbers alone may stand for measures, and prove nothing
    if named is None:
        return []
    sure = own is not None or grid.start in facts.once(_named_again)
    held = columns_held(grid, named)
    return [
        measure
        for rows in groups(facts, grid, named)
        if not _stands_for_all(grid, named, rows[0]) and not _labelled(facts, grid, named, rows[0])
        if (measure := _measure(facts, grid, named, rows, held, sure))
    ]


def _stands_for_all(grid: Grid, named: int, row: Row) -> bool:
    """Tell whether what stands in the column of names fills the row's other columns too, as in few
    rows: it says why there is no measure ("ไม่ต้องกำหนดมาตรการเพิ่ม").
    """
    across = [one.slots[named].across for one in grid.rows]
    covered = set(grid.columns[named + 1 : named + row.slots[named].across])
    return bool(covered & OWN_FIELDS) and 2 * sum(one > 1 for one in across) < len(across)


def _labelled(facts: Facts, grid: Grid, named: int, row: Row) -> bool:
    """Tell whether a row says one thing of the whole table: a field's label where names stand, and
    one cell over all columns behind it ("ปัญหา/อุปสรรค | ไม่มี").
    """
    behind = row.slots[named + 1 :]
    over_all = len(behind) > 1 and behind[0].across == len(behind)
    return over_all and field(said(facts, row.slots[named].parts)) not in ("", NAME)


def _named_again(facts: Facts) -> frozenset[int]:
    """Return where tables begin of which one sets and another reports what the same column of
    projects or activities names in both: it names the measures.
    """
    named = [
        (grid, names)
        for grid in grids(facts)
        if column_of(grid, NAME) is None and (names := _names(facts, grid))
    ]
    return frozenset(
        start
        for one, planned in named
        for other, told in named
        if plans(one) and not reports(one) and reports(other) and _same(planned, told)
        for start in (one.start, other.start)
    )


def _names(facts: Facts, grid: Grid) -> tuple[str, ...]:
    named = names_column(grid)
    cells = (said(facts, row.slots[named].parts) for row in grid.rows) if named is not None else ()
    return tuple(dict.fromkeys(core(cell) for cell in cells if cell.strip("\t\f")))


def _same(planned: Sequence[str], told: Sequence[str]) -> bool:
    met = sum(any(alike(one, other) >= SAME for other in planned) for one in told)
    return met >= FEWEST_AGAIN and 2 * met > max(len(planned), len(told))


def _way(grid: Grid) -> int | None:
    """Return the column that names the measures of a table without a column of names: of two that
    tell how, beside who and how it is watched, the first says what is done about a weak point and
    the second its steps, as the handbook of 2567 has it.
    """
    ways = [column for column, held in enumerate(grid.columns) if held in WAYS]
    whole = {RESPONSIBLE, MONITORING} <= set(grid.columns)
    return ways[0] if NAME not in grid.columns and len(ways) == TWO_WAYS and whole else None


def _called_by_topic(facts: Facts, grid: Grid) -> int | None:
    """Return the column of topics where a table tells of each how it is done, by whom and how it is
    watched, and none is an indicator's bare name: so its measures are called.
    """
    column, held = column_of(grid, TOPIC), set(grid.columns)
    if column is None or not held & WAYS or not {RESPONSIBLE, MONITORING} <= held:
        return None
    texts = [said(facts, row.slots[column].parts) for row in grid.rows]
    return column if texts and not any(look(text) == TOPIC for text in texts) else None


def _of_section(
    facts: Facts, grid: Grid, title: Slot, rows: list[Row], sure: bool
) -> Measure | None:
    """Return the measure that a cell over the whole table names, its fields in the rows below."""
    part = title.parts[0]
    name, given = opened(facts, part)
    text = said(facts, [name])
    if not re.search("[ก-ฮa-z]", text):
        return None
    fields = together(by_field(given), fields_in(columns_held(grid), rows))
    return Measure(
        name, core(text), fields, 0, True, sure and not umbrella(text), number=number_in(text)
    )


def _heading_over(facts: Facts, grid: Grid) -> Told | None:
    """Return the heading that names the measure a table without names is about: the last before
    it, nothing between.
    """
    above = [one for one in told(facts) if one.end <= grid.start]
    if not above or grid.start - above[-1].end > ABOVE:
        return None
    between = any(above[-1].end <= other.start < grid.start for other in grids(facts))
    return None if between else above[-1]


def _under(facts: Facts, grid: Grid, heading: Told) -> Measure:
    fields = fields_in(columns_held(grid), grid.rows)
    own = {held: tuple(parts) for held, parts in heading.fields.items()}
    return Measure(heading.name, core(said(facts, [heading.name])), together(own, fields), 0, True)


def _measure(
    facts: Facts, grid: Grid, named: int, rows: list[Row], held: Held, sure: bool
) -> Measure | None:
    parts = name_parts(rows, named)
    text = said(facts, parts)
    marked = is_mark(text)
    if not (marked or re.search("[ก-ฮa-z]", text)) or field(text) == NAME:
        return None  # a row of headings that was taken for one of the table is no measure
    if WEAK_LABEL.fullmatch(text) and not plans(grid):
        return None  # "เรื่องที่ต้องทำให้ดีขึ้น" labels what is weak
    part = parts[0]
    asked = len(parts) == 1 and names_who(grid.headings[named])
    part, who = line_of_who(facts, part) if asked else (part, ())
    first, given = opened(facts, part)
    given = (*given, *who)
    if given:
        text = said(facts, [first, *parts[1:]] if first[1] == parts[0][1] else [first])
    fields = together(by_field(given), fields_in(held, rows))
    number = column_of(grid, NUMBER)
    bears = said(facts, rows[0].slots[number].parts) if number is not None else text
    return Measure(
        first,
        core(text),
        fields,
        0,
        True,
        sure and not umbrella(text),
        number=number_in(bears),
        mark=text if marked else _mark(facts, grid, rows[0]),
        unplaced=_unplaced(facts, grid, rows),
    )


def _mark(facts: Facts, grid: Grid, row: Row) -> str:
    """Return the code that a row bears, or else its number; '' where it has none."""
    own = [
        text
        for held, slot in zip(grid.columns, row.slots, strict=True)
        if held == NUMBER and is_mark(text := said(facts, slot.parts))
    ]
    return next((text for text in own if not text[:1].isdigit()), own[0] if own else "")


def _unplaced(facts: Facts, grid: Grid, rows: Iterable[Row]) -> tuple[Stretch, ...]:
    """Return what stands in the rows in columns of words without a role."""
    columns = unplaced_columns(facts, grid)
    parts = (part for row in rows for column in columns for part in row.slots[column].parts)
    return tuple(dict.fromkeys(part for part in parts if part[0] < part[1]))
