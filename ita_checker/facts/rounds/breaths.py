"""What is said of rounds in one breath under a measure's name: told, promised, or only named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ita_checker.facts.measures import plan
from ita_checker.facts.page import flow
from ita_checker.facts.rounds.in_place import LATER, NOT_YET
from ita_checker.facts.rounds.mood import Mood, mood
from ita_checker.facts.rounds.named import Round, rounds, to_report
from ita_checker.facts.rounds.sides import Side
from ita_checker.facts.rounds.told import CONSONANT, ENOUGH, WORDS_OF_ITS_OWN, told_below
from ita_checker.facts.tables import EXPECTED, PLAN_FIELDS, Stretch, grids
from ita_checker.facts.years import Kind, place
from ita_checker.model import Facts

A_MARK = 2  # letters behind a round that say nothing
A_LITTLE = 3  # consonants of what may be told, and with a number is: "รับ 9 เรื่อง"
A_WORD = 10  # consonants at most of what stands behind a round that is to be reported
AFTER = "\t\f :)]"  # between a round and what is told of it


def promises(facts: Facts, breath: Sequence[Round], behind: int, done: bool) -> bool:
    """Tell whether rounds are named for what is still to be reported: by the plan, by a verb before
    them that orders, or by one of reporting with next to nothing behind them.
    """
    first, last, text = breath[0], breath[-1], flow(facts).text
    own = place(facts, first.start)
    if own.kind is not Kind.RESULT and _planned(facts, first.start):
        return True
    if first.ticked and first.side is Side.PROMISED:
        return True
    if done:
        return False
    said = text[last.end : min(behind, own.end)]
    bare = len(CONSONANT.findall(said)) <= A_WORD and not re.search(r"\d", said)
    several = len({each.months for each in breath}) > 1
    return (bare and to_report(text, first.start)) or (several and orders(facts, breath))


def orders(facts: Facts, breath: Sequence[Round]) -> bool:
    own = place(facts, breath[0].start)
    return mood(flow(facts), own.start, breath[0].start) is Mood.TO_COME


def tells(facts: Facts, breath: Sequence[Round], behind: int) -> bool | None:
    """Tell whether something is told of rounds: behind them, or before them in their piece, and not
    that they are still to come; None where that is told further on in their row alone.
    """
    first, last, text = breath[0], breath[-1], flow(facts).text
    own = place(facts, first.start)
    if _beside_others(facts, first):
        return told_below(facts, own)
    said, *further = text[last.end : behind].lstrip(AFTER).split("\t")
    if said and NOT_YET.match(said):
        return False
    if enough(said):
        return not LATER.match(said)
    closes = min(own.end, behind) - last.end < WORDS_OF_ITS_OWN
    if closes and enough(text[own.start : first.start]):
        return True
    little = len(CONSONANT.findall(said)) >= A_LITTLE
    if little and re.search(r"\d", said):
        return True
    return None if little or (said and any(map(enough, further))) else False


def _beside_others(facts: Facts, one: Round) -> bool:
    """Tell whether a round is all that its cell says and other cells of its row name others: they
    head the cells below.
    """
    own = place(facts, one.start)
    if own.grid < 0 or own.row < 0 or own.end - one.end > A_MARK:
        return False
    row = grids(facts)[own.grid].rows[own.row].slots
    beside = [each for each in rounds(facts) if each.months != one.months and not each.soft]
    return any(
        start <= each.start and end - each.end <= A_MARK and each.end <= end
        for slot in row
        for start, end in slot.parts
        for each in beside
    )


def _planned(facts: Facts, at: int) -> bool:
    """Tell whether a place is part of what a measure's plan says."""
    return any(
        start <= at < end
        for one in plan(facts)
        for held, parts in one.fields.items()
        if held in (*PLAN_FIELDS, EXPECTED)
        for start, end in parts
    )


def enough(said: str) -> bool:
    return ENOUGH.match(said) is not None


def says(facts: Facts, parts: Iterable[Stretch]) -> bool:
    told = (flow(facts).text[start:end].lstrip("\t\f") for start, end in parts)
    return any(enough(one) and not NOT_YET.match(one) for one in told)
