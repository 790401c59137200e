"""Where a report's first lines give the office's place though its name does not stand right before
it: a line of the cover that ends with it, a letterhead's division between, a province's office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_checker.facts.organisation.addresses import STROKES, Place, place
from ita_checker.facts.organisation.ends import Ground
from ita_checker.facts.organisation.kin import kin
from ita_checker.facts.organisation.letters import letters
from ita_checker.facts.organisation.relations import Relation, Reporter
from ita_checker.facts.organisation.standing import standings
from ita_checker.facts.organisation.words import some
from ita_checker.facts.page import Row, flow, rows
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern_of

REGION = "region"
FAR = 60  # letters of a division, and of its telephone, behind the name in a letterhead
STROKE = re.compile(f"[{re.escape(STROKES)}]")
HEAD = pattern_of(lambda: f"{some('organisation.memo_head')}:?")


def at_head(facts: Facts, own: Reporter) -> Iterator[Place]:
    """Yield such places, in no order."""
    yield from _ends_of_lines(facts)
    yield from _in_letterheads(facts)
    if own.classes is not None and own.classes.family == REGION:
        for one in (standing.mention for standing in standings(facts)):
            if one.kind.family != REGION and one.proper == own.proper and one.place.district:
                yield one.place


def _ends_of_lines(facts: Facts) -> Iterator[Place]:
    """Yield the whole addresses with which a line of the cover or title ends, or that strokes part
    from what else stands in it; nobody else is named in the line.
    """
    letters_, lines, ground = flow(facts), rows(facts), Ground(letters(facts))
    offices = [one.mention.start for one in standings(facts) if one.mention.kind.family != REGION]
    for row in lines.rows:
        if row.end > lines.opening:
            break
        if row.inside or any(row.start <= start < row.end for start in offices):
            continue
        for at in _begins(facts, row):
            found = place(ground, at)
            whole = found.district is not None and found.province is not None
            if whole and (found.end >= row.end or letters_.text[found.end] in STROKES):
                yield found
                break


def _begins(facts: Facts, row: Row) -> Iterator[int]:
    letters_ = flow(facts)
    yield from letters_.gaps(row.start + 1, row.end)
    strokes = STROKE.finditer(letters_.text, row.start, row.end - 1)
    yield from (stroke.end() for stroke in strokes)


def _in_letterheads(facts: Facts) -> Iterator[Place]:
    """Yield the places in a memo's head behind the own name and a division of it."""
    letters_, lines, ground = flow(facts), rows(facts), Ground(letters(facts))
    offices = [one.mention.start for one in standings(facts) if one.mention.kind.family != REGION]
    for one in (standing.mention for standing in kin(facts, Relation.OWN)):
        row = lines.rows[lines.at(one.start)]
        if not HEAD.match(letters_.text, row.start, one.start):
            continue
        end = min([one.end + FAR, *(start for start in offices if start > one.start)])
        for at in letters_.gaps(one.end, end):
            found = place(ground, at)
            if found.district is not None:
                yield found
                break
