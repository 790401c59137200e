"""Tables to which nothing gives a role, as the lines they would be without a frame: boxes side by
side one after the other, labels with what stands beside them, tables that stand on their side name
by name. What reads cards by the labels that come again reads them so, whatever the layout.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import itemgetter

from ita_checker.facts.measures.cards.card_names import COUNTED_ELSE
from ita_checker.facts.measures.cards.on_its_side import by_names, by_rows, on_its_side, upright
from ita_checker.facts.measures.cards.parted_again import parted_again
from ita_checker.facts.page import Placed, flow
from ita_checker.facts.page import lines as placed_lines
from ita_checker.facts.tables import (
    BY_LABEL,
    NAME,
    Grid,
    Prose,
    Row,
    Slot,
    Stretch,
    grids,
    parted,
    said,
)
from ita_checker.facts.tables import field as field_of
from ita_checker.model import Facts

FORM, SIDE = 2, 3  # columns of labels and what they label; of a table with a name over each
LONGEST = 40  # letters of a label
COUNTED = re.compile(r"(\D{0,14}+)(\d{1,2})(?!\d)")
TWO = 2  # labels, names, or rows at least
Label = tuple[str, int]  # its letters, and where what it labels begins


@dataclass(frozen=True, slots=True)
class Unrolled:
    """Lines outside tables and those that tables were made into, in order; `labels`: where a line
    begins to which its table gives a label, whatever stands in it; `on`: where lines begin that go
    on with the one before; `titles`: where lines begin that their table sets over others; `boxes`:
    the cells of each table that was read box by box.
    """

    lines: tuple[Prose, ...]
    labels: Mapping[int, Label]
    on: frozenset[int]
    titles: frozenset[int]
    boxes: tuple[tuple[Stretch, ...], ...]


@dataclass
class _Made:
    """The lines of one table while they are being made."""

    lines: list[Prose] = field(default_factory=list)
    labels: dict[int, Label] = field(default_factory=dict)
    on: set[int] = field(default_factory=set)
    titles: set[int] = field(default_factory=set)
    boxes: list[Stretch] = field(default_factory=list)

    def title(self, slot: Slot) -> None:
        self.titles |= {start for start, _ in slot.parts[:1]}
        self.lines += [_line(slot, *part) for part in slot.parts]

    def labelled(self, label: str, slot: Slot, start: int | None = None) -> None:
        """Add what stands in a cell, the label that leads to it beside it or elsewhere."""
        for at, (low, high) in enumerate(slot.parts):
            begins = low if at or start is None else start
            self.lines.append(_line(slot, begins, high))
            if at:
                self.on.add(begins)
            else:
                self.labels[begins] = label, low


def _line(slot: Slot, start: int, end: int) -> Prose:
    """Return a line of a cell; it goes on nowhere of itself."""
    return Prose(start, end, slot.origin[0], 0.0, 0.0)


def unrolled(facts: Facts) -> Unrolled:
    """Return the report's lines with those of tables that nothing gives a role."""
    return facts.once(_unrolled)


def _unrolled(facts: Facts) -> Unrolled:
    own = [grid for grid in grids(facts) if grid.rows and not any(grid.columns)]
    lefts = [*_lefts(facts, own)]
    made = [_of_grid(facts, grid, lefts, _again(lefts)) for grid in own]
    prose = parted_again(facts, parted(facts))
    runs: list[tuple[int, tuple[Prose, ...]]] = [(line.start, (line,)) for line in prose]
    runs += [(grid.start, tuple(one.lines)) for grid, one in zip(own, made, strict=True)]
    return Unrolled(
        tuple(line for _, run in sorted(runs, key=itemgetter(0)) for line in run),
        {at: label for one in made for at, label in one.labels.items()},
        frozenset(at for one in made for at in one.on),
        frozenset(at for one in made for at in one.titles),
        tuple(tuple(one.boxes) for one in made if one.boxes),
    )


def titles_of(
    made: Unrolled, lines: Sequence[Prose], labels: Mapping[int, Label]
) -> dict[int, tuple[Prose, int | None]]:
    """Return the titles that tables give, by where they begin, each with where its box ends: what
    stands in boxes side by side over labels that they have in common.
    """
    found: dict[int, tuple[Prose, int | None]] = {
        line.start: (line, None) for line in lines if line.start in made.titles
    }
    for boxes in made.boxes:
        inside = [[line for line in lines if low <= line.start < high] for low, high in boxes]
        held = [{labels[one.start][0] for one in own if one.start in labels} for own in inside]
        times = Counter(label for own in held for label in own)
        common = {label for label, count in times.items() if count > 1}
        for own, has, (_, end) in zip(inside, held, boxes, strict=True):
            shared = (labels.get(one.start, ("", 0))[0] in common for one in own)
            first = next((at for at, is_one in enumerate(shared) if is_one), 0)
            if len(has & common) >= TWO and first:
                found[own[0].start] = replace(own[0], end=own[first - 1].end), end
    return found


def _again(lefts: Iterable[str]) -> frozenset[str]:
    """Return what stands on the left of more than one row of forms."""
    return frozenset(
        text for text, times in Counter(lefts).items() if times >= TWO and 0 < len(text) <= LONGEST
    )


def _lefts(facts: Facts, own: Sequence[Grid]) -> Iterator[str]:
    """Yield what stands on the left of the rows of forms."""
    for grid in own:
        if len(grid.columns) == FORM:
            yield from (
                said(facts, row.slots[0].parts).strip(":")
                for row in grid.rows
                if row.slots[0].across == 1
            )


def _of_grid(facts: Facts, grid: Grid, lefts: Collection[str], again: frozenset[str]) -> _Made:
    """Return a table's lines, by what kind of table it is."""
    if len(grid.columns) == FORM and sum(_is_labelled(facts, row, again) for row in grid.rows) > 1:
        return _form(facts, grid, lefts, again)
    if len(grid.columns) >= SIDE and on_its_side(facts, grid):
        return _by_names(by_names(facts, grid))
    if len(grid.columns) >= SIDE and upright(facts, grid):
        return _by_names(by_rows(facts, grid))
    made = _Made()
    if len(grid.rows) == 1 or not _like_a_table(facts, grid):
        made.lines += [line for row in grid.rows for line in _boxed(facts, row)]
        made.boxes += [part for row in grid.rows for slot in row.slots for part in slot.parts]
    return made


def _is_labelled(facts: Facts, row: Row, again: frozenset[str]) -> bool:
    return row.slots[0].across == 1 and said(facts, row.slots[0].parts).strip(":") in again


def _form(facts: Facts, grid: Grid, lefts: Collection[str], again: frozenset[str]) -> _Made:
    """Return a form's rows: labels with what stands beside them, other rows as they are."""
    made = _Made()
    for row in grid.rows:
        label, value = row.slots
        text = said(facts, label.parts).strip(":")
        alone = label.across > 1 or not value.filled
        if several := _several(facts, label, lefts):
            _part(facts, made, several, value)
        elif not label.filled:
            made.lines += [_line(value, *part) for part in value.parts]
        elif text in again or not (alone or len(text) > LONGEST or re.search(r"\d", text)):
            made.labelled(text, value, label.parts[0][0])
        else:
            end = max(part[1] for one in row.slots for part in one.parts)
            made.titles.add(label.parts[0][0])
            made.lines.append(_line(label, label.parts[0][0], end))
    return made if _counts_on(facts, made) and not _named(lefts) else _Made()


def _counts_on(facts: Facts, made: _Made) -> bool:
    """Tell whether titles that count do so in one word, one after the other, and count what
    measures are: no fields ("ขั้นตอนที่ 2"), nothing else ("ครั้งที่ 2").
    """
    text, own = flow(facts).text, [line for line in made.lines if line.start in made.titles]
    hits = [hit for line in own if (hit := COUNTED.match(text, line.start, line.end))]
    counts = [int(hit[2]) for hit in hits]
    fields = any(BY_LABEL().get(hit[1]) or field_of(hit[1]) for hit in hits)
    others = any(COUNTED_ELSE.match(text, line.start, line.end) for line in own)
    alike = len({hit[1] for hit in hits}) <= 1 and not (fields or others)
    return alike and all(after - before == 1 for before, after in pairwise(counts))


def _named(lefts: Iterable[str]) -> bool:
    """Tell whether a label says that it names measures: what else counts does not."""
    return any((BY_LABEL().get(left) or field_of(left)) == NAME for left in lefts)


def _several(facts: Facts, label: Slot, lefts: Collection[str]) -> list[Placed]:
    """Return the lines of a cell each of which is a label elsewhere; none where it is one label."""
    own = _in_cell(facts, label)
    text = flow(facts).text
    known = all(text[one.start : one.end].strip(":") in lefts for one in own)
    return own if known and len(own) > 1 else []


def _part(facts: Facts, made: _Made, labels: Sequence[Placed], value: Slot) -> None:
    """Add the lines beside labels whose rows were read as one, each to the label beside it."""
    text, own = flow(facts).text, _in_cell(facts, value)
    for at, one in enumerate(labels):
        low = one.box.top if at else float("-inf")
        high = labels[at + 1].box.top if at + 1 < len(labels) else float("inf")
        beside = [each for each in own if low <= (each.box.top + each.box.bottom) / 2 < high]
        parts = tuple((each.start, each.end) for each in beside) or ((one.end, one.end),)
        made.labelled(text[one.start : one.end].strip(":"), replace(value, parts=parts))


def _by_names(told: Iterable[tuple[Slot, list[tuple[str, Slot]]]]) -> _Made:
    """Return the lines of a table of names and labels, name by name."""
    made = _Made()
    for name, own in told:
        made.title(name)
        for label, slot in own:
            made.labelled(label, slot)
    return made


def _like_a_table(facts: Facts, grid: Grid) -> bool:
    """Tell whether a table's rows tell of one thing each: few cells are boxes of several lines."""
    cells = [slot for row in grid.rows for slot in row.slots if slot.filled]
    several = sum(len(_in_cell(facts, slot)) > TWO for slot in cells)
    return TWO * several <= len(cells)


def _boxed(facts: Facts, row: Row) -> Iterator[Prose]:
    """Yield the lines of the boxes in a row, each as far across as it is in its box."""
    for slot in row.slots:
        own = _in_cell(facts, slot)
        left = min((one.box.x0 for one in own), default=0.0)
        width = max((one.box.x1 for one in own), default=0.0) - left or 1.0
        for one in own:
            begins, ends = ((at - left) / width for at in (one.box.x0, one.box.x1))
            yield Prose(one.start, one.end, slot.origin[0], begins, ends)


def _in_cell(facts: Facts, slot: Slot) -> list[Placed]:
    own, starts = placed_lines(facts), facts.once(_starts)
    return [
        line
        for low, high in slot.parts
        for line in own[bisect_left(starts, low) : bisect_left(starts, high)]
    ]


def _starts(facts: Facts) -> tuple[int, ...]:
    return tuple(line.start for line in placed_lines(facts))
