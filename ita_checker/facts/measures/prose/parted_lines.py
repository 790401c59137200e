"""Measures of which each has an item of a list alone, its parts side by side with the same mark
between: "• เปิดเผยการใช้จ่าย / กองคลัง รับผิดชอบ / รายงานรอบ 6 เดือน". That item after item is parted
alike, and says who and how it is watched, tells what each part is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ita_checker.facts.measures.naming.labels import COUNTED_SO, PLAN, behind_mark
from ita_checker.facts.measures.naming.names import SHORTEST
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.measures.prose.labelled import FULL
from ita_checker.facts.measures.prose.told_of_it import gives
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    BULLET,
    MONITORING,
    PERIOD,
    RESPONSIBLE,
    STEPS,
    Prose,
    Stretch,
    look,
    parted,
)
from ita_checker.model import Facts

FEWEST = 2  # items parted alike
PARTS = 3  # the name, and what is said of it
LINES = 4  # of one item at most
MARKS = "/-|;·"
MARK = re.compile(f"[{re.escape(MARKS)}]")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its name, the parts behind it with what each looks like, and their
    mark.
    """

    name: Stretch
    parts: tuple[tuple[str, Stretch], ...]
    mark: str

    @property
    def says(self) -> frozenset[str]:
        return frozenset(held for held, _ in self.parts)


def with_parted(facts: Facts, prose: Sequence[Told]) -> list[Told]:
    """Return the measures told in prose with those of such lists, in order; one that says more of
    itself stands, one that was read out of an item gives way to it.
    """
    items = [
        item
        for item in parted_lines(facts)
        if not any(_within(one, item) and not gives(one) <= gives(item) for one in prose)
    ]
    others = [one for one in prose if not any(_within(one, item) for item in items)]
    return sorted([*others, *items], key=lambda one: one.name)


def _within(one: Told, item: Told) -> bool:
    """Tell whether a measure is read out of an item; the item's count may be part of its name."""
    return item.name[0] < one.name[1] and one.name[0] < item.end


def parted_lines(facts: Facts) -> tuple[Told, ...]:
    """Return the measures of such lists, in order, as the plan that they are."""
    return facts.once(_parted_lines)


def _parted_lines(facts: Facts) -> tuple[Told, ...]:
    return tuple(
        Told(one.name, PLAN, end=one.parts[-1][1][1], given=_given(one), marked=True)
        for run in _runs(list(_items(facts)))
        for one in run
    )


def _given(one: Item) -> tuple[tuple[str, Stretch], ...]:
    known = (RESPONSIBLE, MONITORING, PERIOD)
    return tuple((held if held in known else STEPS, part) for held, part in one.parts)


def _runs(items: Sequence[Item | None]) -> Iterator[list[Item]]:
    """Yield the items side by side that are parted alike; they say who does it and how it is
    watched.
    """
    run = list[Item]()
    for item in (*items, None):
        alike = run and item and item.mark == run[-1].mark and len(item.parts) == len(run[-1].parts)
        if not alike:
            if len(run) >= FEWEST and all(one.says >= {RESPONSIBLE, MONITORING} for one in run):
                yield run
            run = []
        if item:
            run.append(item)


def _items(facts: Facts) -> Iterator[Item | None]:
    """Yield each item of a list that one mark parts, None for what stands between two."""
    lines, text = parted(facts), flow(facts).text
    at = 0
    while at < len(lines):
        after = _after(text, lines, at) if _begins(text, lines[at]) else 0
        yield _item(facts, (lines[at].start, lines[after - 1].end)) if after else None
        at = after or at + 1


def _after(text: str, lines: Sequence[Prose], index: int) -> int:
    """Return the index after the last line of the item that a line begins."""
    after = index + 1
    while after < min(len(lines), index + LINES) and _goes_on(text, lines, after):
        after += 1
    return after


def _begins(text: str, line: Prose) -> bool:
    marked = behind_mark(text, line.start, line.end) > line.start
    return marked or COUNTED_SO.match(text[line.start : line.end]) is not None


def _goes_on(text: str, lines: Sequence[Prose], after: int) -> bool:
    """Tell whether a line goes on with an item: it begins none, and the one above it is full, or a
    mark stands between the two.
    """
    above, own = lines[after - 1], lines[after]
    filled = above.right >= FULL
    bullet = BULLET.match(text[own.start : own.end])
    bare = filled and bullet is not None and bullet[0].isdigit()  # "… รอบ" above "12 เดือน"
    if own.page != above.page or own.start != above.end or (_begins(text, own) and not bare):
        return False
    full = filled or text[above.end - 1] in MARKS or text[own.start] in MARKS
    return full or look(text[own.start : own.end]) == MONITORING


def _item(facts: Facts, whole: Stretch) -> Item | None:
    text, (start, end) = flow(facts), whole
    start = behind_mark(text.text, start, end)
    marks = [
        hit.start()
        for hit in MARK.finditer(text.text, start + SHORTEST, end)
        if text.gap(hit.start()) and text.gap(hit.end())
    ]
    kinds = {text.text[at] for at in marks}
    if len(marks) < PARTS - 1 or len(kinds) > 1:
        return None
    stretches = _between(marks, end)
    parts = tuple((look(text.text[one:other]), (one, other)) for one, other in stretches)
    return Item((start, marks[0]), parts, kinds.pop())


def _between(marks: Iterable[int], end: int) -> list[Stretch]:
    return [(one + 1, other) for one, other in pairwise([*marks, end])]
