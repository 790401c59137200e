"""Lines of prose that are labelled ("ผู้รับผิดชอบ: กองคลัง"): the field that a label names, in known
words or likely ones, and the label under a heading.
"""

from __future__ import annotations

import re

from ita_checker.facts.measures.labels import (
    BULLET,
    BY_LABEL,
    COLON,
    GOES_ON,
    LABEL,
    LABELLED,
    LONGEST_LABEL,
    NUMBERED,
)
from ita_checker.facts.page import flow
from ita_checker.facts.tables import Prose, Stretch, likely_field
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of
from ita_checker.words import words_of

COUNTED = re.compile(r"\(?(\d{1,2})[.)](?!\d)")
ITEM_LINES = 4  # of one item of a list, at most
FULL = 0.78  # a line that reaches that far across the page runs on in the next one
SIGNS = re.compile(any_of(words_of("fields.signed")))
OWN_LABEL = re.compile(rf"([^:\d]{{3,{LONGEST_LABEL}}}):")


def label(facts: Facts, line: Prose) -> tuple[str, Stretch] | None:
    """Return the field a line is labelled with and the rest of the line, None where it has no
    label.
    """
    text = flow(facts).text[line.start : line.end]
    start = BULLET.match(text).end()  # type: ignore[union-attr]  # matches at least the empty start
    found = LABEL.match(text, start)
    if not found:
        return _own_label(facts, line, start)
    rest = text[found.end() :]
    mark = COLON.match(rest)
    if not mark and rest and (not flow(facts).gap(line.start + found.end()) or GOES_ON.match(rest)):
        return None
    return BY_LABEL[found[0]], (line.start + found.end() + (mark.end() if mark else 0), line.end)


def _own_label(facts: Facts, line: Prose, start: int) -> tuple[str, Stretch] | None:
    """Return the field that a label of the office's own words before a colon is likely to name, and
    the rest of the line; None where it is like none.
    """
    found = OWN_LABEL.match(flow(facts).text, line.start + start, line.end)
    held = likely_field(found[1]) if found and not SIGNS.match(found[1]) else ""
    if not found or held not in LABELLED:
        return None
    return held, (found.end(), line.end)


def label_soon(
    facts: Facts, lines: tuple[Prose, ...], index: int, *, alone: bool = False
) -> str | None:
    """Return the field of the first label in the two lines after a heading; `alone`: of one that a
    colon or the line's end closes.
    """
    for line in lines[index + 1 : index + 3]:
        found = label(facts, line)
        if found and (
            not alone or found[1][0] >= found[1][1] or _set_apart(facts, line, found[1][0])
        ):
            return found[0]
    return None


def label_under(facts: Facts, lines: tuple[Prose, ...], index: int) -> str | None:
    """Return the field of the label right under a heading of one line or two, None for none."""
    wraps = index + 1 < len(lines) and not NUMBERED.match(line_text(facts, lines[index + 1]))
    near = lines[index : index + 3] if wraps and lines[index].right >= FULL else lines[index:][:2]
    return label_soon(facts, near, 0, alone=True)


def _set_apart(facts: Facts, line: Prose, start: int) -> bool:
    """Tell whether a label is marked as one: a bullet or number before it, or a colon after."""
    bullet = BULLET.match(flow(facts).text[line.start : line.end])
    return bool(bullet and bullet.end()) or COLON.match(flow(facts).text, start - 1) is not None


def line_text(facts: Facts, line: Prose) -> str:
    return flow(facts).text[line.start : line.end]


def listed(facts: Facts, lines: tuple[Prose, ...], index: int) -> bool:
    """Tell whether a numbered line is an item of a list: the item before stands above it with no
    label between, or the label that the list stands under, where it is the first.
    """
    number = COUNTED.match(line_text(facts, lines[index]))
    if not number:
        return False
    for above in reversed(lines[max(0, index - ITEM_LINES) : index]):
        labelled = label(facts, above)
        if labelled:
            return int(number[1]) == 1 and labelled[1][0] >= labelled[1][1]
        before = COUNTED.match(line_text(facts, above))
        if before:
            return int(before[1]) + 1 == int(number[1])
    return False
