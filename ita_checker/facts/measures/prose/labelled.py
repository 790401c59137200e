"""Lines of prose around labels: the label under a heading, and which lines are items of a list."""

from __future__ import annotations

import re

from ita_checker.facts.measures.naming.labels import NUMBERED
from ita_checker.facts.page import flow
from ita_checker.facts.tables import BULLET, COLON, MONITORING, Prose, label, look, promises
from ita_checker.model import Facts

COUNTED = re.compile(r"\(?(\d{1,2})[.)](?!\d)")
ITEM_LINES = 4  # of one item of a list, at most
FULL = 0.78  # a line that reaches that far across the page runs on in the next one


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


def promised(facts: Facts, lines: tuple[Prose, ...], index: int) -> bool:
    """Tell whether a line, with rounds that open the next one, says when measures are reported on
    and names none: "มาตรการ ให้รายงานผลต่อนายกทุกรอบ 6 เดือน และ / รอบ 12 เดือน".
    """
    said = line_text(facts, lines[index]).rstrip("\t\f")
    below = line_text(facts, lines[index + 1]) if index + 1 < len(lines) else ""
    led = look(below.rstrip("\t\f")) == MONITORING
    return promises(said + below if led else said)
