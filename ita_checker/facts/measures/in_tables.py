"""Measures from the rows of tables and from headings in prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ita_checker.facts.measures.heading import LISTED, opened
from ita_checker.facts.measures.in_cards import Card
from ita_checker.facts.measures.in_prose import Told, told
from ita_checker.facts.measures.in_wide_rows import GROUP, TOTAL, of_measures, sections
from ita_checker.facts.measures.labels import OF_NAME, ORDINALS
from ita_checker.facts.measures.names import RUNS_ON, core, umbrella
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    ACTIVITY,
    GUIDELINE,
    MONITORING,
    NAME,
    NUMBER,
    RESPONSIBLE,
    RESULT_FIELDS,
    STEPS,
    Grid,
    Row,
    Stretch,
    column_of,
    grids,
    names_column,
    said,
    unplaced_columns,
)
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of
from ita_checker.words import words_of

STARTS = re.compile(rf"^(\(?\d{{1,2}}[.)]|{any_of(words_of('measures.starts'))})")
JOINS = tuple(map(fold, words_of("measures.joins")))  # words with which no name begins
BEGINS = re.compile(rf"^(\(?\d{{1,2}}[.)]|{any_of(words_of('measures.begins'))})")
NUMBER_FIRST = re.compile(any_of(words_of("measures.numbered")) + r"?\(?(\d{1,2})(?![\d.]\d)")
SPELLED_FIRST = re.compile(f"{OF_NAME}({any_of(ORDINALS)})")
BLANK = re.compile(
    r"[-–—_\s\t\f*.]{0,3}|(\(?\d{1,2}[.)]|[-•*])+"
)  # more dots than that are a blank form's: TXT001 speaks of them
BULLETS = tuple("-–•*●▪○>✓")
A_SENTENCE = 15  # letters under a name that are more than its last word
ABOVE = 400  # letters at most between a measure's heading and its table


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure as planned or reported. `fields` has a key for each column or label there is,
    blank ones too.

    `called` is the folded name without numbering; `order` counts from 0; `sure` is false where the
    table names no
    measures (projects, topics): such rows tell that something is reported and prove nothing.
    `number` is the one it bears; `unplaced` are its cells in columns of words that have no role.
    """

    name: Stretch
    called: str
    fields: Mapping[str, tuple[Stretch, ...]]
    order: int
    table: bool
    sure: bool = True
    listed: bool = False
    number: int | None = None
    unplaced: tuple[Stretch, ...] = ()


def filled(facts: Facts, measure: Measure, *fields: str) -> bool:
    """Tell whether something stands in one of the fields; dashes and white space are nothing."""
    return any(
        BLANK.fullmatch(said(facts, measure.fields.get(held, ()))) is None for held in fields
    )


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
    named = names_column(grid)
    own = column_of(grid, NAME)
    if found := sections(facts, grid):
        sure = of_measures(facts, grid)
        return [
            measure
            for title, rows in found
            if (measure := _of_section(facts, grid, title, rows, sure))
        ]
    if own is None and (heading := _heading_over(facts, grid)):
        return [_under(facts, grid, heading)]
    if named is None:
        return []
    groups = _groups(facts, grid, named)
    return [
        measure
        for rows in groups
        if (measure := _measure(facts, grid, named, rows, own is not None))
    ]


def _of_section(
    facts: Facts, grid: Grid, title: Row, rows: list[Row], sure: bool
) -> Measure | None:
    """Return the measure that a row over the whole table names, its fields in the rows below."""
    part = next(part for slot in title.slots for part in slot.parts if slot.filled)
    name, given = opened(facts, _trimmed(facts, part))
    text = said(facts, [name])
    if not re.search("[ก-ฮa-z]", text):
        return None
    fields = together(_held(given), _fields(grid, rows))
    return Measure(
        name, core(text), fields, 0, True, sure and not umbrella(text), number=_number_in(text)
    )


def _held(given: Iterable[tuple[str, Stretch]]) -> dict[str, tuple[Stretch, ...]]:
    found: dict[str, tuple[Stretch, ...]] = {}
    for held, part in given:
        found[held] = (*found.get(held, ()), part)
    return found


def _number_in(text: str) -> int | None:
    """Return the number that a measure's name (folded) begins with, None where it has none."""
    if spelled := SPELLED_FIRST.match(text):
        return ORDINALS[spelled[1]]
    found = NUMBER_FIRST.match(text)
    return int(found[1]) if found else None


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
    fields = _fields(grid, grid.rows)
    own = {held: tuple(parts) for held, parts in heading.fields.items()}
    return Measure(heading.name, core(said(facts, [heading.name])), together(own, fields), 0, True)


def _groups(facts: Facts, grid: Grid, named: int) -> list[list[Row]]:
    """Return the rows of each measure: a row without a name, or with the merged name of the one
    above, belongs to it.
    """
    groups: list[list[Row]] = []
    for row in grid.rows:
        if not any(slot.filled for slot in row.slots) or _no_measure(facts, row, named):
            continue
        name = row.slots[named]
        if groups and (
            not name.filled
            or name.origin == groups[-1][-1].slots[named].origin
            or _broken(facts, grid, groups, row, named)
        ):
            groups[-1].append(row)
        elif name.filled:
            groups.append([row])
    return groups


def _no_measure(facts: Facts, row: Row, named: int) -> bool:
    """Tell whether a row is a total, or the title of a section over several columns."""
    own = [slot for slot in row.slots if slot.filled]
    text = said(facts, own[0].parts)
    if TOTAL.match(said(facts, row.slots[named].parts)) or TOTAL.match(text):
        return True
    if len(own) > 1:
        return False
    if text[:1] in BULLETS:
        return True  # the rest of a list whose beginning the page before holds
    return (
        (own[0].across > 1 and own[0].across * 2 >= len(row.slots))
        or bool(GROUP.match(text))
        or umbrella(text)
    )


def _broken(facts: Facts, grid: Grid, groups: list[list[Row]], row: Row, named: int) -> bool:
    """Tell whether the first row of a page is the rest of the last row of the page before."""
    if row.fresh:
        return False
    number = column_of(grid, NUMBER)
    if number is not None and any(other.slots[number].filled for other in groups[-1]):
        return (
            not row.slots[number].filled
            or row.slots[number].parts == groups[-1][-1].slots[number].parts
        )
    text, before = said(facts, row.slots[named].parts), _name(facts, groups[-1], named)
    if BEGINS.match(text):
        return False
    bulleted = text[:1] in BULLETS and all(
        _name(facts, group, named)[:1] not in BULLETS for group in groups
    )
    if text.startswith(JOINS) or bulleted or _list_goes_on(facts, grid, groups, row):
        return True
    usual = [bool(STARTS.match(_name(facts, group, named))) for group in groups]
    return said(facts, _parts(groups[-1], named)).endswith(RUNS_ON) or (
        all(usual) and not STARTS.match(text) and bool(before)
    )


def _list_goes_on(facts: Facts, grid: Grid, groups: list[list[Row]], row: Row) -> bool:
    """Tell whether the row's steps begin in the middle: those of every measure before are a list
    from its first letter on.
    """
    column = column_of(grid, STEPS, GUIDELINE, ACTIVITY)
    if column is None or not row.slots[column].filled:
        return False
    return all(
        LISTED.match(said(facts, group[0].slots[column].parts)) for group in groups
    ) and not LISTED.match(said(facts, row.slots[column].parts))


def _parts(rows: list[Row], named: int) -> tuple[Stretch, ...]:
    """Return the parts of the name that a measure's rows hold, a merged cell once."""
    return tuple(
        dict.fromkeys(part for row in rows for part in row.slots[named].parts if part[0] < part[1])
    )


def _name(facts: Facts, rows: list[Row], named: int) -> str:
    return said(facts, _parts(rows, named))


def _measure(facts: Facts, grid: Grid, named: int, rows: list[Row], sure: bool) -> Measure | None:
    parts = _parts(rows, named)
    text = said(facts, parts)
    if not re.search("[ก-ฮa-z]", text):
        return None
    first, given = opened(facts, _trimmed(facts, parts[0]))
    if given:
        text = said(facts, [first, *parts[1:]] if first[1] == parts[0][1] else [first])
    fields = together(_held(given), _fields(grid, rows)) if given else _fields(grid, rows)
    number = column_of(grid, NUMBER)
    bears = said(facts, rows[0].slots[number].parts) if number is not None else text
    return Measure(
        first,
        core(text),
        fields,
        0,
        True,
        sure and not umbrella(text),
        number=_number_in(bears),
        unplaced=_unplaced(facts, grid, rows),
    )


def _trimmed(facts: Facts, part: Stretch) -> Stretch:
    start, end = part
    while end > start and flow(facts).text[end - 1] in "\t\f":
        end -= 1
    return start, end


def _unplaced(facts: Facts, grid: Grid, rows: Iterable[Row]) -> tuple[Stretch, ...]:
    """Return what stands in the rows in columns of words without a role."""
    columns = unplaced_columns(facts, grid)
    parts = (part for row in rows for column in columns for part in row.slots[column].parts)
    return tuple(dict.fromkeys(part for part in parts if part[0] < part[1]))


def _fields(grid: Grid, rows: Iterable[Row]) -> dict[str, tuple[Stretch, ...]]:
    found: dict[str, dict[Stretch, None]] = {}
    for row in rows:
        for held, slot in zip(grid.columns, row.slots, strict=True):
            if held and held not in (NAME, NUMBER):
                found.setdefault(held, {}).update(dict.fromkeys(slot.parts))
    return {held: tuple(parts) for held, parts in found.items()}


def from_prose(facts: Facts, one: Told) -> Measure:
    fields = {held: tuple(parts) for held, parts in one.fields.items()}
    fields = together(_held(one.given), fields)
    said_under = tuple(one.body)
    if not set(fields) & {STEPS, GUIDELINE, ACTIVITY} and (
        not one.fields or len(said(facts, said_under)) >= A_SENTENCE
    ):
        fields |= {ACTIVITY: said_under} if said_under else {}
    text = said(facts, [one.name])
    return Measure(one.name, core(text), fields, 0, False, number=_number_in(text))


def together(
    one: Mapping[str, tuple[Stretch, ...]], other: Mapping[str, tuple[Stretch, ...]]
) -> dict[str, tuple[Stretch, ...]]:
    return {held: one.get(held, ()) + other.get(held, ()) for held in dict.fromkeys([*one, *other])}


def from_card(facts: Facts, card: Card) -> Measure:
    """Return the measure that a card is about."""
    fields = {held: tuple(parts) for held, parts in card.fields.items()}
    text = said(facts, [card.name])
    return Measure(card.name, core(text), fields, 0, True, number=_number_in(text))
