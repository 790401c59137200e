"""Which lines are one of several measures, counted or numbered alike, and which tell of one."""

from __future__ import annotations

import re

from ita_checker.facts.measures.naming.labels import (
    COUNTED_SO,
    DEEPER,
    FIRST_LABELS,
    NUMBERED,
    OF_NAME,
)
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.measures.prose.labelled import label_under, line_text
from ita_checker.facts.page import flow
from ita_checker.facts.tables import Prose, label
from ita_checker.model import Facts


def sibling(facts: Facts, lines: tuple[Prose, ...], index: int) -> bool:
    """Tell whether a line numbered 3.1 is one of several measures: another of its section has the
    same label right under it.
    """
    text = line_text(facts, lines[index])
    level = DEEPER.match(text)
    soon = label_under(facts, lines, index) if level else None
    if not level or soon not in FIRST_LABELS or label(facts, lines[index]):
        return False
    section = level[0][:-1]
    return any(
        other != index
        and line_text(facts, line).startswith(section)
        and label_under(facts, lines, other) == soon
        for other, line in enumerate(lines)
    )


def counted(facts: Facts, lines: tuple[Prose, ...], index: int, text: str) -> bool:
    """Tell whether a line, its `text` counted by a word of the office's own ("เรื่องที่ 1 …"), is one
    of several measures: another so counted has the same label right under it.
    """
    count = COUNTED_SO.match(text)
    soon = label_under(facts, lines, index) if count else None
    if not count or soon not in FIRST_LABELS or label(facts, lines[index]):
        return False
    others = ((at, COUNTED_SO.match(line_text(facts, line))) for at, line in enumerate(lines))
    return any(
        at != index
        and other["word"] == count["word"]
        and other[0] != count[0]
        and label_under(facts, lines, at) == soon
        for at, other in others
        if other
    )


def of_counted(facts: Facts, lines: tuple[Prose, ...], current: Told | None) -> bool:
    """Tell whether what stands below without a count is told of the measure above ("มาตรการที่ 3 …"
    over "ประกาศนโยบาย …"): it bears one, and nothing else is told of it yet or others bear one too.
    """
    if current is None or not current.marked:
        return False
    text = flow(facts).text
    others = (line for line in lines if not line.start <= current.name[0] < line.end)
    bears = re.match(OF_NAME(), text[current.name[0] : current.name[1]])
    return not current.fields or bool(
        bears and any(_counted_measure(line_text(facts, line)) for line in others)
    )


def _counted_measure(text: str) -> bool:
    return bool(NUMBERED.match(text) and re.match(OF_NAME(), text))
