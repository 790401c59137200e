"""Lines that stand alike under the names of several measures: "ผลที่ได้" between what was done and
what came of it. They label what follows and tell nothing of their own, whatever their words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ita_checker.facts.page import flow
from ita_checker.facts.tables import ACTIVITY, RESULT, RESULT_FIELDS, Stretch, field
from ita_checker.model import Facts

FEWEST, HALF = 2, 0.5  # bodies in which a line stands alike, and share of them
LONGEST = 30  # letters of such a line
DIGIT = re.compile(r"\d")
Body = Sequence[Stretch]


def parted(facts: Facts, bodies: Sequence[Body]) -> list[Mapping[str, tuple[Stretch, ...]]]:
    """Return what each body gives: what was done, and what came of it; both are the whole of it
    where no line says where one ends and the other begins.
    """
    text = flow(facts).text
    told = [[text[start:end].strip(":-• ") for start, end in body] for body in bodies]
    times = Counter(line for lines in told for line in {*lines} if _may_label(line))
    same = {line for line, count in times.items() if count >= max(FEWEST, HALF * len(bodies))}
    return [_fields(body, lines, same) for body, lines in zip(bodies, told, strict=True)]


def _may_label(line: str) -> bool:
    return len(line) <= LONGEST and not DIGIT.search(line)


def _fields(body: Body, lines: Sequence[str], same: set[str]) -> Mapping[str, tuple[Stretch, ...]]:
    own = [part for part, line in zip(body, lines, strict=True) if line not in same]
    cuts = [at for at, line in enumerate(lines) if line in same and field(line) in RESULT_FIELDS]
    if not cuts or not own:
        return {ACTIVITY: tuple(own), RESULT: tuple(own)} if own else {}
    cut = cuts[0]
    before = tuple(part for part in body[:cut] if part in own)
    behind = tuple(part for part in body[cut:] if part in own)
    return (
        {ACTIVITY: before, field(lines[cut]): behind}
        if before
        else {
            ACTIVITY: behind,
            field(lines[cut]): behind,
        }
    )
