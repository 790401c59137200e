"""Little tables of two columns, one under the other, that say the same things of one measure each:
the labels that come again and again are the columns of one table, each little table is its row.
Which labels they are is of no account: that they come again tells it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ita_checker.facts.page import blocks, flow
from ita_checker.facts.tables.contents import look
from ita_checker.facts.tables.fields import (
    ACTIVITY,
    GUIDELINE,
    NAME,
    OWN_FIELDS,
    PERIOD,
    RESPONSIBLE,
    STEPS,
    TOPIC,
    field,
    named,
)
from ita_checker.facts.tables.grid import Grid, Row, Slot, Stretch, said
from ita_checker.facts.tables.labels import row_field
from ita_checker.model import Facts
from ita_checker.model.records import replace

LABELS_AT_LEAST = 3  # of a card
CARDS_AT_LEAST = 2
SHARED = 0.6  # of all labels of two cards stand in both
LONGEST_LABEL = 40  # letters
ALONE = (-1, -1)  # page and table of a cell that is none of a frame's
WORDS = re.compile(r"[\u0e01-\u0e4e]{2}")
NO_NAMES = (OWN_FIELDS | {PERIOD}) - {GUIDELINE, STEPS, ACTIVITY}  # fields of what names no measure
COUNT = re.compile(r"\d")
# "การ์ดใบที่ 1:" · what counts the cards and is no part of a name
COUNTED = re.compile(r"[\u0e01-\u0e4e]{2,14}\d{1,2}[:.)–-]")


@dataclass(frozen=True, slots=True)
class _Card:
    """One little table: what it is called, and what stands beside each label, by the label."""

    title: Stretch | None
    fields: dict[str, Slot]
    grid: int


def laid_together(facts: Facts, grids: Sequence[Grid]) -> list[Grid]:
    """Return the tables, those that are cards of one kind as one table with a row for each."""
    made: list[Grid] = []
    series: list[_Card] = []
    for at, grid in enumerate(grids):
        own = _cards(facts, grids, at)
        if not own or (series and not _alike(series[0], own[0])):
            made += _closed(facts, grids, series)
            series = []
        if own:
            series += own
        else:
            made.append(grid)
    return made + _closed(facts, grids, series)


def _closed(facts: Facts, grids: Sequence[Grid], series: Sequence[_Card]) -> list[Grid]:
    """Return one table of a series of cards; of what is no series, or is understood label by label
    and cut, its tables as they were.
    """
    kept = list(dict.fromkeys(card.grid for card in series))
    series = _named_by_first(facts, [grids[at] for at in kept], series)
    if _cut(facts, series) or (_understood(series) and not _whole(series)):
        return [grids[at] for at in kept]
    like = all(_alike(series[0], card) for card in series)
    if len(series) < CARDS_AT_LEAST or not like or any(card.title is None for card in series):
        return [grids[at] for at in kept]
    series = _uncounted(facts, series)
    labels = list(dict.fromkeys(label for card in series for label in card.fields))
    rows = tuple(_row(card, labels) for card in series)
    first, last = grids[kept[0]], grids[kept[-1]]
    head = next(part for slot in first.rows[0].slots for part in slot.parts)
    return [
        Grid(
            (NAME, *(_field(label) for label in labels)),
            ("", *labels),
            rows,
            min(first.start, *(card.title[0] for card in series if card.title)),
            last.end,
            (head[0], head[0]),
            first.page,
            tuple(-1.0 for _ in range(len(labels) + 1)),
        )
    ]


def _cut(facts: Facts, series: Sequence[_Card]) -> bool:
    """Tell whether what stands above a card is one of its rows, whose frame was not seen: it begins
    with a label of the series.
    """
    labels = tuple({label for card in series for label in card.fields})
    titles = (flow(facts).text[slice(*card.title)] for card in series if card.title)
    return any(title.startswith(labels) for title in titles)


def _understood(series: Sequence[_Card]) -> bool:
    """Tell whether the labels say by themselves what is told beside them: such cards are read one
    by one.
    """
    labels = {label for card in series for label in card.fields}
    return len({row_field(label) for label in labels} & OWN_FIELDS) >= LABELS_AT_LEAST


def _whole(series: Sequence[_Card]) -> bool:
    """Tell whether all cards have the same labels: no page's end cut any."""
    return all(card.fields.keys() == series[0].fields.keys() for card in series)


def _uncounted(facts: Facts, series: Sequence[_Card]) -> list[_Card]:
    """Return the cards without what counts them before their names, where all are counted."""
    text = flow(facts).text
    counts = [COUNTED.match(text, *card.title) if card.title else None for card in series]
    if not all(counts):
        return list(series)
    return [
        replace(card, title=(count.end(), card.title[1]))
        for card, count in zip(series, counts, strict=True)
        if count and card.title
    ]


def _field(label: str) -> str:
    held = field(label)
    return "" if held == NAME else held


def _row(card: _Card, labels: Sequence[str]) -> Row:
    """Return a card as a row; each has a title cell of its own."""
    title = card.title or (0, 0)
    cells = [Slot((title,), 1, (*ALONE, title[0], 0))]
    for column, label in enumerate(labels, start=1):
        cells.append(card.fields.get(label) or Slot((), 1, (*ALONE, title[0], column)))
    return Row(tuple(cells))


def _cards(facts: Facts, grids: Sequence[Grid], at: int) -> list[_Card]:
    """Return the cards that a table holds: each begins with a row over the whole width or with
    the first label once more; none where any row is of another make.
    """
    grid = grids[at]
    if any(grid.columns) or len(grid.columns) != 2 or not grid.rows:
        return []
    found: list[_Card] = []
    title = _above(facts, grids, at)
    for row in grid.rows:
        left, right = row.slots
        label = _label(facts, left)
        if left.filled and not right.filled and (left.across > 1 or not found):
            title, found = left.parts[0], [*found, _Card(left.parts[0], {}, at)]
        elif not WORDS.search(label) or len(label) > LONGEST_LABEL:
            return []
        elif not found or label in found[-1].fields:
            found.append(_Card(title, {label: right}, at))
            title = None
        else:
            found[-1].fields[label] = right
    own = [_named_inside(card) for card in found]
    return own if all(len(card.fields) >= LABELS_AT_LEAST for card in own) else []


def _named_inside(card: _Card) -> _Card:
    """Return a card called by what stands beside the word for a measure, where it has that."""
    for label, slot in card.fields.items():
        if named(label) and slot.filled:
            rest = {one: other for one, other in card.fields.items() if one != label}
            return _Card(slot.parts[0], rest, card.grid)
    return card


def _named_by_first(
    facts: Facts, grids: Sequence[Grid], series: Sequence[_Card]
) -> Sequence[_Card]:
    """Return the cards, each called by what stands beside its first label, whatever this says,
    where the report says most of these elsewhere again, and no title above each says what it is
    about: so it calls its measures.
    """
    label = next(iter(series[0].fields), "") if series else ""
    if any(next(iter(card.fields)) != label for card in series) or row_field(label) in NO_NAMES:
        return series
    first = [card.fields[label] for card in series]
    names = {said(facts, slot.parts) for slot in first}
    if len(names) < CARDS_AT_LEAST or not all(map(WORDS.search, names)) or _titled(facts, series):
        return series
    called = sum(look(one) not in (RESPONSIBLE, TOPIC) for one in names)
    again = sum(_outside(facts, grids, one) > 0 for one in names)
    if 2 * called <= len(names) or 2 * again <= len(names):
        return series
    return [
        _Card(slot.parts[0], {k: v for k, v in card.fields.items() if k != label}, card.grid)
        for card, slot in zip(series, first, strict=True)
    ]


def _titled(facts: Facts, series: Sequence[_Card]) -> bool:
    """Tell whether each card has a title of its own, by more than its count ("แผ่นที่ 2")."""
    text = flow(facts).text
    titles = [COUNT.sub("", text[slice(*card.title)]) for card in series if card.title]
    return len(titles) == len(series) and len({*titles}) > 1


def _outside(facts: Facts, grids: Sequence[Grid], told: str) -> int:
    """Return how often something stands outside the tables."""
    text = flow(facts).text
    return text.count(told) - sum(text.count(told, one.start, one.end) for one in grids)


def _label(facts: Facts, slot: Slot) -> str:
    """Return a label without what numbers it before; what counts it behind tells it from others
    ("ขั้นที่ 1").
    """
    return said(facts, slot.parts).lstrip(" .:)(-–•0123456789").rstrip(" .:)(-–•")


def _above(facts: Facts, grids: Sequence[Grid], at: int) -> Stretch | None:
    """Return the piece right above a table, where one stands between it and the table before."""
    text, top = flow(facts).text, grids[at].start
    low = grids[at - 1].end if at else 0
    own = [one for one in blocks(facts) if low <= one.start and one.end <= top]
    named = [(one.start, one.end) for one in own if WORDS.search(text[one.start : one.end])]
    return named[-1] if named else None


def _alike(one: _Card, other: _Card) -> bool:
    both, either = one.fields.keys() & other.fields.keys(), one.fields.keys() | other.fields.keys()
    return len(both) >= SHARED * len(either)
