"""Measures in lists within a list: "3. มาตรการที่เสนอ", under it 3.1, 3.2 …, under each of these what
is done and by whom. That the items of one list have lists of their own below, which say who or how
it is watched, and that what leads to it speaks of measures, tells that they name some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ita_checker.facts.measures.begun import Told
from ita_checker.facts.measures.heading import BRACKETED, without_who
from ita_checker.facts.measures.labels import PLAN
from ita_checker.facts.measures.names import SHORTEST, umbrella
from ita_checker.facts.measures.series import announced
from ita_checker.facts.measures.told_of_it import gives
from ita_checker.facts.measures.told_parts import told_parts
from ita_checker.facts.page import CELL, HEADING, SIGNATURE, Block, blocks, flow
from ita_checker.facts.tables import (
    MONITORING,
    OWN_FIELDS,
    RESPONSIBLE,
    TOPIC,
    Stretch,
    look,
    tells_of_done,
)
from ita_checker.model import Facts
from ita_checker.text.bullets import BULLETS

# How an item of a list begins: "3.1", "(2)", "1)", "-"
MARK = re.compile(
    r"(?P<open>\(?)(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<close>[.)]?)(?=[^\d.)])"
    rf"|(?P<bullet>[{BULLETS}])"
)
FEWEST = 2  # measures of a list, and items below one
LONGEST_NAME = 160
TWO = 2
Kind = tuple[str, int, str]


@dataclass(slots=True)
class Item:
    """An item of a list: what marks it, where it begins behind that, where it ends, the items of
    its own list.
    """

    kind: Kind
    number: tuple[int, ...]
    start: int
    begin: int
    end: int
    below: list[Item] = field(default_factory=list)


def with_nested(facts: Facts, prose: Sequence[Told]) -> list[Told]:
    """Return the measures told in prose with those of such lists, where nothing that tells more was
    read out of these.
    """
    made = list(prose)
    for run in facts.once(_nested):
        inside = [one for one in made if run[0].name[0] < one.name[1] and one.name[0] < run[-1].end]
        if not any(gives(one) & OWN_FIELDS for one in inside):
            made = [one for one in made if one not in inside] + list(run)
    return sorted(made, key=lambda one: one.name)


def below_measures(facts: Facts, at: int, names: Sequence[Stretch]) -> bool:
    """Tell whether a place lies in the list below a measure of such a list, known by its name."""
    runs = facts.once(_nested)
    return any(one.name in names and one.name[1] <= at < one.end for run in runs for one in run)


def _nested(facts: Facts) -> tuple[tuple[Told, ...], ...]:
    found = []
    for items in _lists(facts):
        whole = [one for one in items if len(one.below) >= FEWEST]
        if len(items) >= FEWEST and len(whole) == len(items) and announced(facts, items[0].start):
            run = tuple(_told(facts, one) for one in items)
            if _of_measures(facts, run):
                found.append(run)
    return tuple(found)


def _of_measures(facts: Facts, run: Sequence[Told]) -> bool:
    """Tell whether most items say who does it or how it is watched, none is a title or long, and
    most are not done yet.
    """
    text = flow(facts).text
    names = [text[slice(*one.name)] for one in run]
    promised = sum(bool(gives(one) & {RESPONSIBLE, MONITORING}) for one in run)
    done = sum(tells_of_done(text[one.name[1] : one.end]) for one in run)
    fits = all(SHORTEST <= len(name) <= LONGEST_NAME and not umbrella(name) for name in names)
    return fits and TWO * promised > len(run) and TWO * done <= len(run)


def _told(facts: Facts, one: Item) -> Told:
    """Return the measure that an item names: in a bracket behind the name may stand who does it, or
    what it answers.
    """
    text, cut = flow(facts).text, one.below[0].start
    name, own = without_who(facts, (one.begin, cut))
    if not own and (bracket := BRACKETED.search(text, one.begin + SHORTEST, cut)):
        name, own = (one.begin, bracket.start()), ((TOPIC, bracket.span(1)),)
    told = [part for item in one.below for part in _says(facts, (item.begin, item.end))]
    return Told(name, PLAN, end=one.below[-1].end, given=(*own, *told), marked=True)


def _says(facts: Facts, whole: Stretch) -> list[tuple[str, Stretch]]:
    """Return what an item below a measure's name says: who does it, or piece by piece."""
    if look(flow(facts).text[slice(*whole)]) == RESPONSIBLE:
        return [(RESPONSIBLE, whole)]
    return list(told_parts(flow(facts), *whole))


def _lists(facts: Facts) -> Iterator[list[Item]]:
    """Yield the lists of the text outside tables, each with the lists below its items."""
    made: list[list[Item]] = []
    stack: list[Item] = []
    for block in blocks(facts):
        item = _item(facts, block) if block.kind != CELL and block.zone != SIGNATURE else None
        at = _place(stack, item) if item else None
        if item and at is not None:
            if at == 0 and (not stack or not _next(stack[0], item)):
                made.append([])
            (stack[at - 1].below if at else made[-1]).append(item)
            stack = [*stack[:at], item]
        elif block.kind in (CELL, HEADING) or block.zone == SIGNATURE:
            stack = []
    while made:
        own = made.pop(0)
        yield own
        made += [one.below for one in own if one.below]


def _item(facts: Facts, block: Block) -> Item | None:
    """Return the item that a piece begins, None where nothing marks one."""
    mark = MARK.match(flow(facts).text, block.start, block.end)
    if not mark:
        return None
    number = tuple(map(int, mark["number"].split("."))) if mark["number"] else ()
    kind = (mark["open"] or mark["bullet"] or "", len(number), mark["close"] or "")
    return Item(kind, number, block.start, mark.end(), block.end)


def _place(stack: Sequence[Item], item: Item) -> int | None:
    """Return how many items an item stands below: it goes on with a list that is open, or begins
    one; None where it does neither, and its number is one of a sentence.
    """
    alike = next((at for at, one in enumerate(stack) if one.kind == item.kind), None)
    if alike is not None and _next(stack[alike], item):
        return alike
    if not item.number:
        return len(stack) or None  # a dash below an item
    if item.number[-1] != 1 or (len(item.number) == 1 and not item.kind[0] + item.kind[2]):
        return None
    if len(item.number) == 1:
        return len(stack) if alike is None else 0 if alike == 0 else None
    over = [at + 1 for at, one in enumerate(stack) if one.number == item.number[:-1]]
    return over[0] if over else None if stack else 0


def _next(one: Item, other: Item) -> bool:
    """Tell whether an item goes on with the list of another: the next number, or the same dash."""
    if not one.number:
        return not other.number
    return bool(other.number) and other.number == (*one.number[:-1], one.number[-1] + 1)
