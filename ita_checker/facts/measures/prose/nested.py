"""Measures in lists within a list: "3. มาตรการที่เสนอ", under it 3.1, 3.2 …, under each of these what
is done and by whom. That the items of one list have lists of their own below, which say who or how
it is watched, and that what leads to it speaks of measures, tells that they name some.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ita_checker.facts.measures.naming.heading import BRACKETED, without_who
from ita_checker.facts.measures.naming.labels import PLAN, number_soon
from ita_checker.facts.measures.naming.names import SHORTEST, umbrella
from ita_checker.facts.measures.naming.series import NO_MEASURES, OF_MEASURES, announced
from ita_checker.facts.measures.naming.told_parts import told_parts
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.measures.prose.orders import orders_an_office
from ita_checker.facts.measures.prose.told_of_it import gives
from ita_checker.facts.page import CELL, HEADING, SIGNATURE, Block, blocks, flow
from ita_checker.facts.tables import (
    MONITORING,
    OWN_FIELDS,
    PERIOD,
    RESPONSIBLE,
    TOPIC,
    Stretch,
    look,
    tells_of_done,
    watches,
)
from ita_checker.model import Facts
from ita_checker.text.bullets import BULLETS
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

# How an item of a list begins: "3.1", "(2)", "1)", "หมวด 2", "-"
MARK = pattern_of(
    lambda: (
        r"(?P<open>\(?)(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<close>[.)]?)(?=[^\d.)])"
        rf"|(?P<bullet>[{BULLETS}])"
        rf"|{number_soon(10)}(?P<word>[\u0e01-\u0e4e]{{2,10}}?){any_of(words_of('measures.counts'))}?"
        r"(?P<count>\d{1,2})(?![\d.])"
    )
)
FEWEST = 2  # measures of a list, and items below one
LONGEST_NAME = 160
TWO = 2
LONG_ENOUGH = 20  # letters of clauses that end alike by no chance
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


@dataclass(frozen=True, slots=True)
class _Run:
    """The measures of one list; `clauses`: what stands below each says the same in the same places,
    and names none itself.
    """

    told: tuple[Told, ...]
    clauses: bool


def with_nested(facts: Facts, prose: Sequence[Told]) -> list[Told]:
    """Return the measures told in prose with those of such lists, where nothing that tells more was
    read out of these.
    """
    made = list(prose)
    for run in facts.once(_nested):
        start, end = run.told[0].name[0], run.told[-1].end
        inside = [one for one in made if start < one.name[1] and one.name[0] < end]
        if run.clauses or not any(gives(one) & OWN_FIELDS for one in inside):
            made = [one for one in made if one not in inside] + list(run.told)
    return sorted(made, key=lambda one: one.name)


def below_measures(facts: Facts, at: int, names: Sequence[Stretch]) -> bool:
    """Tell whether a place lies in the list below a measure of such a list, known by its name."""
    made = (one for run in facts.once(_nested) for one in run.told)
    return any(one.name in names and one.name[1] <= at < one.end for one in made)


def _nested(facts: Facts) -> tuple[_Run, ...]:
    found = list[_Run]()
    for items in _lists(facts):
        whole = [one for one in items if len(one.below) >= FEWEST]
        if len(items) < FEWEST or len(whole) < len(items):
            continue
        watched, word = _watched(facts, items), items[0].kind[0]
        if word.isalpha() and not watched:
            continue  # parts of a report, whose items name measures
        run = tuple(_told(facts, one, watched) for one in items)
        leads = announced(facts, items[0].start) and not NO_MEASURES.match(word)
        ordered = sum(_ordered(facts, one) for one in items)
        if (leads or _called_so(facts, run)) and _of_measures(facts, run, ordered):
            found.append(_Run(run, word.isalpha()))
    return tuple(found)


def _called_so(facts: Facts, run: Sequence[Told]) -> bool:
    """Tell whether most names of a list are called measures, or come again behind it."""
    text, end = flow(facts).text, run[-1].end
    names = [text[slice(*one.name)] for one in run]
    own = [name for name in names if OF_MEASURES.match(name) or text.find(name, end) >= 0]
    return TWO * len(own) > len(run)


def _ordered(facts: Facts, one: Item) -> bool:
    """Tell whether something below an item is ordered of an office."""
    return any(orders_an_office(flow(facts), each.begin, each.end) for each in one.below)


def _of_measures(facts: Facts, run: Sequence[Told], ordered: int) -> bool:
    """Tell whether most items say who does it or how it is watched, none is a title or long, and
    most are not done yet, or are `ordered`.
    """
    text = flow(facts).text
    names = [text[slice(*one.name)] for one in run]
    promised = sum(bool(gives(one) & {RESPONSIBLE, MONITORING}) for one in run)
    done = sum(tells_of_done(text[one.name[1] : one.end]) for one in run)
    fits = all(SHORTEST <= len(name) <= LONGEST_NAME and not umbrella(name) for name in names)
    to_come = TWO * done <= len(run) or TWO * ordered > len(run)
    return fits and to_come and TWO * promised > len(run)


def _watched(facts: Facts, items: Sequence[Item]) -> frozenset[int]:
    """Return in which places below the items most say how they are watched, or end in the same
    words by which something is looked at again, where all have as many below them.
    """
    text = flow(facts).text
    if len({len(one.below) for one in items}) > 1:
        return frozenset()
    places = zip(*(one.below for one in items), strict=True)
    says = [[text[each.begin : each.end] for each in place] for place in places]
    return frozenset(
        at
        for at, own in enumerate(says)
        if TWO * sum(look(one) == MONITORING for one in own) > len(own)
        or (all(map(watches, own)) and _end_alike(own))
    )


def _end_alike(texts: Sequence[str]) -> bool:
    """Tell whether the later half of the shortest text stands in all of them."""
    shortest = min(texts, key=len)
    return len(shortest) >= LONG_ENOUGH and all(
        shortest[len(shortest) // TWO :] in one for one in texts
    )


def _told(facts: Facts, one: Item, watched: frozenset[int]) -> Told:
    """Return the measure that an item names: in a bracket behind the name may stand who does it, or
    what it answers. `watched`: the places in which all say how they are watched, and elsewhere a
    round only says when.
    """
    text, cut = flow(facts).text, one.below[0].start
    cut -= len(text[one.begin : cut]) - len(text[one.begin : cut].rstrip("\t\f"))
    name, own = without_who(facts, (one.begin, cut))
    if not own and (bracket := BRACKETED.search(text, one.begin + SHORTEST, cut)):
        name, own = (one.begin, bracket.start()), ((TOPIC, bracket.span(1)),)
    told = list[tuple[str, Stretch]]()
    for at, item in enumerate(one.below):
        whole = (item.begin, item.end)
        if at in watched:
            told.append((MONITORING, whole))
            continue
        for held, part in _says(facts, whole):
            told.append((PERIOD if watched and held == MONITORING else held, part))
    return Told(name, PLAN, end=one.below[-1].end, given=(*own, *told), marked=True)


def _says(facts: Facts, whole: Stretch) -> list[tuple[str, Stretch]]:
    """Return what an item below a measure's name says: who does it, or piece by piece."""
    if look(flow(facts).text[slice(*whole)]) == RESPONSIBLE:
        return [(RESPONSIBLE, whole)]
    return list(told_parts(flow(facts), *whole))


def _lists(facts: Facts) -> Iterator[list[Item]]:
    """Yield the lists of the text outside tables, each with the lists below its items."""
    made: list[list[Item]] = []
    stack, last = list[Item](), dict[Kind, Item]()
    text = flow(facts).text
    for block in blocks(facts):
        if block.kind == CELL or block.zone == SIGNATURE:
            stack = []
            continue
        item = _item(text, block)
        at = _place(stack, item, last.get(item.kind)) if item else None
        if item and at is not None:
            if at == 0 and (not stack or not _next(stack[0], item)):
                made.append([])
            (stack[at - 1].below if at else made[-1]).append(item)
            stack, last[item.kind] = [*stack[:at], item], item
        elif block.kind == HEADING:
            stack = []
    while made:
        own = made.pop(0)
        yield own
        made += [one.below for one in own if one.below]


def _item(text: str, block: Block) -> Item | None:
    """Return the item that a piece begins, None where nothing marks one."""
    mark = MARK.match(text, block.start, block.end)
    if not mark:
        return None
    said = mark["number"] or mark["count"]
    number = tuple(map(int, said.split("."))) if said else ()
    kind = (mark["open"] or mark["bullet"] or mark["word"] or "", len(number), mark["close"] or "")
    return Item(kind, number, block.start, mark.end(), block.end)


def _place(stack: Sequence[Item], item: Item, last: Item | None) -> int | None:
    """Return how many items an item stands below: it goes on with a list that is open, or with the
    one below the item before (clauses are counted on through all chapters), or begins one; None
    where it does neither, and its number is one of a sentence.
    """
    alike = next((at for at, one in enumerate(stack) if one.kind == item.kind), None)
    if alike is not None and _next(stack[alike], item):
        return alike
    if not item.number:
        return len(stack) or None  # a dash below an item
    if alike is None and stack and last and last not in stack and _next(last, item):
        return len(stack)
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
