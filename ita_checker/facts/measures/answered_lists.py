"""Indicators that a report lists in a sentence of its own words ("ข้อด้อยที่ปล่อยไว้ไม่ได้ คือ …"): that its
measures say they answer most of them shows that the list is of what is weak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ita_checker.facts.page import CELL, HEADING, blocks, flow
from ita_checker.facts.tables import NAME, TOPIC, Stretch, grids
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import words_of

Place = tuple[str, Stretch]  # an indicator's usual name, and where it is named
FEWEST, MOST, TWO = 3, 4, 2  # indicators of such a list: more are all that were asked about
REACH = 300  # letters in which a list stands
BEFORE, BEHIND = 60, 14  # letters before what opens the list, and from there to its first indicator
LEADS = pattern_of(lambda: any_of(words_of("indicators.leads")))
# What says that a list is of strengths, or of what an instrument asks.
STRONG = pattern_of(
    lambda: f"{any_of(words_of('indicators.high'))}|{spelled(words_of('indicators.turns'))}"
)


def lists(facts: Facts, named: Sequence[Place], asked: Sequence[Set[str]]) -> Iterator[list[Place]]:
    """Yield the indicators of lists of which the measures' own column of indicators answers two or
    more and no less than half; `named`: every place where one is named, `asked`: those of each
    instrument of the assessment: all of one are no choice.
    """
    answered = _answered(facts, named)
    for listed in _lists(facts, named) if len(answered) >= TWO else ():
        own = {name for name, _ in listed}
        held = len(own & answered)
        if FEWEST <= len(own) <= MOST and own not in asked and held >= max(TWO, len(own) / 2):
            yield listed


def _answered(facts: Facts, named: Sequence[Place]) -> Set[str]:
    """Return the indicators in the column that says what each measure of a table is about."""
    parts = [
        part
        for grid in grids(facts)
        if {NAME, TOPIC} <= set(grid.columns)
        for row in grid.rows
        for part in row.slots[grid.columns.index(TOPIC)].parts
    ]
    return {name for name, at in named if any(start <= at[0] < end for start, end in parts)}


def _lists(facts: Facts, named: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield what stands behind each word that opens a list outside tables, up to the next such
    word, table or heading; none that a word of strength leads to or parts.
    """
    text = flow(facts).text
    stops = [(one.start, one.end) for one in blocks(facts) if one.kind in (CELL, HEADING)]
    opened = [hit.span() for hit in LEADS.finditer(text)]
    own = [one for one in opened if not any(start <= one[0] < end for start, end in stops)]
    for start, behind in own:
        end = min([behind + REACH, *(at for at, _ in (*opened, *stops) if at >= behind)])
        listed = [one for one in named if behind <= one[1][0] and one[1][1] <= end]
        near = bool(listed) and listed[0][1][0] - behind <= BEHIND
        if near and not STRONG.search(text, max(0, start - BEFORE), listed[-1][1][1]):
            yield listed
