"""Indicators that a report lists in a sentence of its own words ("ข้อด้อยที่ปล่อยไว้ไม่ได้ คือ …") or
sets apart otherwise: that its measures say they answer most of them shows that they are weak.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from ita_checker.facts.measures.weakness.weak_by_answers import answers_again, scored
from ita_checker.facts.measures.weakness.weak_groups import groups
from ita_checker.facts.page import CELL, HEADING, blocks, flow
from ita_checker.facts.tables import Stretch
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import words_of

Place = tuple[str, Stretch]  # an indicator's usual name, and where it is named
MOST, TWO = 4, 2  # indicators of such a list: more are all that were asked about
REACH = 300  # letters in which a list stands
BEFORE, BEHIND = 60, 14  # letters before what opens the list, and from there to its first indicator
LEADS = pattern_of(lambda: any_of(words_of("indicators.leads")))
# What says that a list is of strengths, or of what an instrument asks.
STRONG = pattern_of(
    lambda: f"{any_of(words_of('indicators.high'))}|{spelled(words_of('indicators.turns'))}"
)


def lists(facts: Facts, named: Sequence[Place], asked: Sequence[Set[str]]) -> Iterator[list[Place]]:
    """Yield the indicators of lists and groups of which the measures below answer two or more and
    no less than half, where no other one scored less than all of them; `named`: every place where
    one is named, `asked`: those of each instrument of the assessment: all of one are no choice.
    """
    again = answers_again(facts)
    values = {one.name: one.value for one in scored(facts, named)}
    several = len({name for name, _ in again}) >= TWO
    for listed in (*_lists(facts, named), *groups(facts, named)) if several else ():
        own, end = {name for name, _ in listed}, max((place[1] for _, place in listed), default=0)
        held = len(own & {name for name, place in again if place[0] >= end})
        choice = TWO <= len(own) <= MOST and own not in asked
        if choice and held >= max(TWO, len(own) / TWO) and _low(own, values):
            yield listed


def _low(own: Set[str], values: Mapping[str, float]) -> bool:
    """Tell whether the lowest of all scores is one of a group's, as far as scores are told."""
    low = [value for name, value in values.items() if name in own]
    rest = [value for name, value in values.items() if name not in own]
    return not low or not rest or min(low) < min(rest)


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
