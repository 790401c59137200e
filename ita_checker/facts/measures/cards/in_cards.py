"""Measures each in a little table of its own: labels on the left, what they hold on the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures.cards.card_labels import card_labels
from ita_checker.facts.measures.cards.counted_rows import over
from ita_checker.facts.measures.prose.in_prose import told
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    A_ROUND,
    NAME,
    NUMBER,
    OWN_FIELDS,
    Grid,
    Row,
    Slot,
    Stretch,
    grids,
    named_together,
    row_field,
    said,
)
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import lists_of, words_of

FIELDS_AT_LEAST = 3  # labels of different fields that make a table a card
ROWS_OF_ITS_OWN = 2  # fields at least under a heading that make the table below it a card
SHORT = 40  # letters: labels are short
LABELS = lists_of("measures.title_labels")
TITLE = pattern_of(
    lambda: rf"^{spelled(LABELS['named'])}\d{{0,2}}[.:]?$|^{spelled(LABELS['numbered'])}\d{{1,2}}$"
)
WITH_NAME = pattern_of(lambda: rf"^(\d{{1,2}}[.)])?{any_of(words_of('measures.with_name'))}")


@dataclass
class Card:
    """One measure's card while it is being read."""

    name: Stretch
    fields: dict[str, list[Stretch]]


def cards(facts: Facts) -> tuple[Card, ...]:
    """Return the measures that stand in cards, in order; a card may go on in the next table."""
    return facts.once(_cards)


def is_card(facts: Facts, grid: Grid) -> bool:
    """Tell whether a table is a card, or several, one under the other."""
    own = {held for held in (_held(facts, row) for row in grid.rows) if held}
    return (
        not any(grid.columns)
        and len(grid.columns) in (2, 3)
        and len(own & OWN_FIELDS) >= FIELDS_AT_LEAST
    )


def _cards(facts: Facts) -> tuple[Card, ...]:
    found: list[Card] = []
    open_card = False
    for grid in grids(facts):
        if titled := _titled_above(facts, grid):
            found.append(titled)
            open_card = True
        elif is_card(facts, grid) or (open_card and _labels(facts, grid)) or _begins(facts, grid):
            _read(facts, grid.rows, found)
            open_card = bool(found)
        else:
            open_card = False
    return tuple(card for card in found if len(set(card.fields) & OWN_FIELDS) >= 2)


def _titled_above(facts: Facts, grid: Grid) -> Card | None:
    """Return the card that the heading right above a table names: its rows are fields."""
    if len(grid.columns) not in (2, 3) or any(grid.columns):
        return None
    title = next((one for one in reversed(told(facts)) if one.end <= grid.start), None)
    if title is None:
        return None
    end = max(title.end, title.name[1])  # a name may go on in the next line
    if re.search("[ก-ฮ]", flow(facts).text[end : grid.start]):
        return None
    card = Card(title.name, {held: list(parts) for held, parts in title.fields.items()})
    own = False  # a table of signatures below the last measure holds none of its fields
    for row in grid.rows:
        left = said(facts, _left(row).parts)
        if len(left) > SHORT or _title(facts, row):
            return None
        if held := _held(facts, row):
            card.fields.setdefault(held, []).extend(_told_beside(facts, row))
            _share(facts, row, card.fields)
            own = own or held in OWN_FIELDS
    return card if own and len(set(card.fields) & OWN_FIELDS) >= ROWS_OF_ITS_OWN else None


def _told_beside(facts: Facts, row: Row) -> list[Stretch]:
    """Return what a row says beside its label; the round that its label names belongs to it."""
    left, right = _left(row), list(_right(row))
    if right and left.filled and A_ROUND.search(said(facts, left.parts)):
        right[0] = (left.parts[0][0], right[0][1])
    return right


def _begins(facts: Facts, grid: Grid) -> bool:
    """Tell whether a table is the upper part of a card that the page's end cut."""
    return _labels(facts, grid) and bool(grid.rows) and _title(facts, grid.rows[0]) is not None


def _labels(facts: Facts, grid: Grid) -> bool:
    """Tell whether every row of a table of two columns is labelled."""
    return (
        not any(grid.columns)
        and len(grid.columns) == 2
        and all(
            _held(facts, row) or _title(facts, row) or not _left(row).filled for row in grid.rows
        )
    )


def _read(facts: Facts, rows: Sequence[Row], found: list[Card]) -> None:
    active: list[Stretch] | None = None
    within = bool(found)  # no row of the last card's stands below what heads something else
    for row in rows:
        title = _title(facts, row)
        if title:
            found.append(Card(title, {}))
            active, within = None, True
        elif not within or _heads(facts, row):
            within = False
        elif held := _held(facts, row):
            active = found[-1].fields.setdefault(held, [])
            active.extend(_told_beside(facts, row))
            _share(facts, row, found[-1].fields)
        elif not _left(row).filled:
            last = list(found[-1].fields.values())
            target = active if active is not None else last[-1] if last else None
            if target is not None:
                target.extend(_right(row))


def _share(facts: Facts, row: Row, fields: dict[str, list[Stretch]]) -> None:
    """Give what a row says to every field that its label names side by side."""
    for held in named_together(said(facts, _left(row).parts)):
        fields.setdefault(held, _told_beside(facts, row))


def _left(row: Row) -> Slot:
    return row.slots[0]


def _right(row: Row) -> Iterable[Stretch]:
    return [part for slot in row.slots[1:] for part in slot.parts]


def _title(facts: Facts, row: Row) -> Stretch | None:
    """Return the name of the measure that a row opens: beside 'มาตรการที่ 1', or over the whole
    width.
    """
    text = said(facts, _left(row).parts)
    right = [part for part in _right(row) if part[0] < part[1]]
    if right and (TITLE.match(text) or row_field(text) == NAME):
        return right[0]
    if not right and WITH_NAME.match(text) and not TITLE.match(text):
        return _left(row).parts[0]
    return None if right else _over(facts, row)


def _over(facts: Facts, row: Row) -> Stretch | None:
    """Return the name in a row over the whole width that the others' count goes through."""
    return next((over(facts).get(start) for start, _ in _left(row).parts[:1]), None)


def _heads(facts: Facts, row: Row) -> bool:
    """Tell whether a row is one of those that a count goes through and opens no measure."""
    return any(start in over(facts) for start, _ in _left(row).parts[:1])


def _held(facts: Facts, row: Row) -> str:
    """Return the field a row's left cell names, '' for none."""
    label = said(facts, _left(row).parts)
    held = row_field(label) or card_labels(facts).get(label, "")
    return "" if held in (NAME, NUMBER) else held
