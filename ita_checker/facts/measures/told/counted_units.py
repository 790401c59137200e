"""Pieces of running text counted alike, each with an office in it ("เส้นทาง A · แก้ไขปัญหา… · กลุ่มงาน…"
over what it does): measures may be set there in words and marks that nobody has understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ita_checker.facts.measures.naming.named_twice import headings_counted
from ita_checker.facts.measures.naming.names import EVERYWHERE
from ita_checker.facts.measures.naming.series import counts, runs_of
from ita_checker.facts.measures.weakness.indicators import Weak, weak
from ita_checker.facts.page import CELL, CONTENTS, SIGNATURE, Block, blocks, flow
from ita_checker.facts.tables import RESPONSIBLE, Stretch, look
from ita_checker.model import Facts
from ita_checker.text.flow import fold

SHORTEST = 50  # letters of a piece that says more than who somebody is
OPENING = 20  # letters in which an office is known
HALF = 0.5
MARKS = "·/|(:-"
SCORED = re.compile(r"(?<![\d.])\d{2}\.\d{1,2}(?![\d.])")


def counted_units(facts: Facts) -> tuple[tuple[Stretch, bool], ...]:
    """Return where pieces counted alike stand that mostly name an office, each list with whether
    they also answer indicators that the report calls weak.
    """
    return facts.once(_counted_units)


def _counted_units(facts: Facts) -> tuple[tuple[Stretch, bool], ...]:
    low = [(EVERYWHERE.sub("", fold(one.name), count=1), one) for one in weak(facts)]
    found = list[tuple[Stretch, bool]]()
    for units in _units(facts):
        if any(end - start < SHORTEST for start, end in units) or _scored(facts, units):
            continue
        if sum(_names_office(facts, one) for one in units) <= HALF * len(units):
            continue
        told = [{name for name, one in low if _answers(facts, name, one, unit)} for unit in units]
        answers = sum(map(bool, told)) > HALF * len(units) and len(set.union(*told)) > 1
        found.append(((units[0][0], units[-1][1]), answers))
    return tuple(found)


def _units(facts: Facts) -> Iterator[list[Stretch]]:
    """Yield the pieces of each count: paragraphs that it opens, headings with what stands below."""
    for run in runs_of(counts(facts)):
        ends = [min(one.start, last.block.end) for last, one in pairwise(run)]
        yield list(zip((one.start for one in run), [*ends, run[-1].block.end], strict=True))
    own = [one for one in blocks(facts) if one.kind not in (CELL, CONTENTS)]
    for names in headings_counted(facts):
        yield [_with_below(own, one.block) for one in names]


def _answers(facts: Facts, name: str, one: Weak, unit: Stretch) -> bool:
    """Tell whether a piece names an indicator that is called weak elsewhere."""
    elsewhere = any(not unit[0] <= start < unit[1] for start, _ in one.places)
    return elsewhere and name in flow(facts).text[slice(*unit)]


def _with_below(own: Sequence[Block], heading: Block) -> Stretch:
    """Return a heading with the piece right below it."""
    below = next((one for one in own if one.start >= heading.end), heading)
    last = heading if below.zone == SIGNATURE else below
    return heading.start, last.end


def _scored(facts: Facts, units: Sequence[Stretch]) -> bool:
    """Tell whether the pieces tell of an assessment's points: an analysis."""
    return any(SCORED.search(flow(facts).text, *one) for one in units)


def _names_office(facts: Facts, unit: Stretch) -> bool:
    """Tell whether a part of a piece begins with an office."""
    text, (start, end) = flow(facts), unit
    marks = (at + 1 for at in range(start, end) if text.text[at] in MARKS)
    return any(
        look(text.text[at : min(end, at + OPENING)]) == RESPONSIBLE
        for at in (*marks, *text.gaps(start, end))
    )
