"""Indicators that stand beside a label of weakness, in tables whose rows are labelled on the left:
"ข้อบกพร่องเร่งด่วน" | "1. ตัวชี้วัดการใช้อำนาจ 68.95 คะแนน 2. …".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ita_checker.facts.page import flow
from ita_checker.facts.tables import Stretch, grids, said
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

Place = tuple[str, Stretch]  # an indicator's usual name, and where it is named
COLUMNS = (2, 3)
BETWEEN = pattern_of(
    lambda: rf"(?:[\d.,%():•*\f-]|{any_of(words_of('indicators.scores'))})*+"
)  # scores, and what parts one from the next
# What opens a line of a list; a sentence's next line may begin with an indicator's name too.
ITEM = re.compile(r"\(?(?:\d{1,2}|[\u0e01-\u0e2e])[.)]|[•*▪●✓-]")


def beside(
    facts: Facts, named: Sequence[Place], calls_weak: Callable[[str], bool]
) -> Iterator[Place]:
    """Yield the indicators listed beside labels that call them weak; `named`: every place where one
    is named. What a reason mentions is no item of the list.
    """
    for grid in grids(facts):
        if any(grid.columns) or len(grid.columns) not in COLUMNS:
            continue
        for row in grid.rows:
            if calls_weak(said(facts, row.slots[0].parts)):
                for part in (part for slot in row.slots[1:] for part in slot.parts):
                    yield from _items(facts, named, part)


def _items(facts: Facts, named: Sequence[Place], part: Stretch) -> Iterator[Place]:
    """Yield the indicators that open a cell or a counted line of it, or stand one by the other."""
    text, at = flow(facts), part[0]
    for name, (start, end) in named:
        if not (part[0] <= start and end <= part[1]):
            continue
        breaks = [gap for gap in text.gaps(at + 1, start) if "\n" in text.gap(gap)]
        line = breaks[-1] if breaks else at
        item = ITEM.match(text.text, line, start) if breaks else None
        if BETWEEN.fullmatch(text.text, at, start) or (
            item and BETWEEN.fullmatch(text.text, item.end(), start)
        ):
            yield name, (start, end)
            at = end
