"""Lines parted where words before a colon stand inside them that come again so, card after card:
"ผู้ทำ: … / ตามดูโดย: …". That they recur makes labels of them, whatever the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ita_checker.facts.page import flow
from ita_checker.facts.tables import Prose
from ita_checker.model import Facts
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import places

SHORTEST, LONGEST = 3, 24  # letters of a label
WORDS = re.compile(r"[\u0e01-\u0e4e/]+")
MARKS = "/·|;•,–-"  # what parts a label from what stands before it
AGAIN = 2  # times


def parted_again(facts: Facts, lines: Sequence[Prose]) -> list[Prose]:
    """Return lines parted at labels of the report's own that stand inside more than one."""
    text = flow(facts)
    inside = [_labels(text, line) for line in lines]
    times = Counter(label for own in inside for label, _ in own)
    if max(times.values(), default=0) < AGAIN:
        return [*lines]
    made = list[Prose]()
    for line, own in zip(lines, inside, strict=True):
        cuts = [at for label, at in own if times[label] >= AGAIN and at > line.start]
        made += _pieces(facts, line, cuts) if cuts else [line]
    return made


def _labels(text: Flow, line: Prose) -> list[tuple[str, int]]:
    """Return the words before each colon of a line back to the white space before them, and where
    they begin.
    """
    found = list[tuple[str, int]]()
    if text.text.find(":", line.start, line.end) < 0:  # nearly always
        return found
    for end, _ in places(text.text, ":", line.start, line.end):
        starts = text.gaps(max(line.start, end - LONGEST), end)
        at = max(starts, default=line.start if end - line.start <= LONGEST else end)
        label = text.text[at:end].lstrip(MARKS)
        at = end - len(label)
        counted = at > line.start and text.text[at - 1].isdigit()  # "รอบ 6 เดือน: …"
        if len(label) >= SHORTEST and WORDS.fullmatch(label) and not counted:
            found.append((label, at))
    return found


def _pieces(facts: Facts, line: Prose, cuts: Sequence[int]) -> list[Prose]:
    """Return the parts of a line, as far across the page as their letters are in it; what parts
    them belongs to none.
    """
    text, each = flow(facts).text, (line.right - line.left) / max(line.end - line.start, 1)
    made = list[Prose]()
    for start, end in pairwise([line.start, *cuts, line.end]):
        last = end if end == line.end else start + len(text[start:end].rstrip(MARKS))
        if last > start:
            left, right = (line.left + each * (at - line.start) for at in (start, last))
            made.append(replace(line, start=start, end=last, left=left, right=right))
    return made
