"""Measures called by a part of their names: "เรื่องรถ" of "มาตรการกำกับการใช้รถ". One such piece may be
chance; several of one kind, each of another measure, are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from ita_checker.facts.measures.naming.name_keys import FEWEST, SHORTEST, Name
from ita_checker.facts.page import Block, flow
from ita_checker.model import Facts
from ita_checker.text.flow import Flow

LEAD = 8  # letters before the part of a name: a word for what is counted
LONGEST = 60  # letters of what heads a piece
SHORT, ALONE = 8, 14  # letters at least of a part that a word leads to, and of one alone
RUN = 4  # letters in a row that two names share and are no chance
MOST = 0.85  # of a short name's letters that stand in the long one
CLOSES = re.compile(r"[:\t(]")


@dataclass(frozen=True, slots=True)
class Short:
    """What heads a piece by a part of a name: whose, where, and what may lead to that part."""

    of: Name
    start: int
    end: int
    leads: tuple[str, ...]


def short_names(facts: Facts, known: Sequence[Name], pieces: Iterable[Block]) -> Iterator[Short]:
    """Yield the pieces headed by parts of names, where one lead heads those of several measures."""
    letters = flow(facts)
    every = {name.key[at : at + RUN] for name in known for at in range(len(name.key) - RUN + 1)}
    found = [one for block in pieces if (one := _short(letters, block, known, every))]
    of = dict[str, set[Name]]()
    for one in found:
        for lead in one.leads:
            of.setdefault(lead, set()).add(one.of)
    yield from (one for one in found if any(len(of[lead]) >= FEWEST for lead in one.leads))


def _short(letters: Flow, block: Block, known: Sequence[Name], every: Set[str]) -> Short | None:
    """Return the name of which the head of a piece is a part, if of no other; `every`: the runs of
    letters of all names.
    """
    start, last = block.start, min(block.end, block.start + LONGEST)
    gap = letters.next_gap(start + 1, last)
    end = gap if gap < last else block.end
    closed = CLOSES.search(letters.text, start + 1, min(end, last + 1))
    said = letters.text[start : closed.start() if closed else end]
    if not SHORTEST <= len(said) <= LONGEST:
        return None
    leads = range(len(said) < ALONE, min(LEAD, len(said) - SHORT) + 1)
    parts = [(lead, run) for lead in leads if (run := said[lead : lead + RUN]) in every]
    if not parts:  # nearly always
        return None
    fits = [(name, led) for name in known if (led := _leads(said, parts, name.key))]
    if len(fits) != 1:
        return None
    name, led = fits[0]
    return Short(name, start, start + len(said), led)


def _leads(said: str, parts: Sequence[tuple[int, str]], name: str) -> tuple[str, ...]:
    """Return what may lead to a part of a name, where little else is said; `parts`: how the rest
    begins behind so many letters.
    """
    begun = [lead for lead, run in parts if run in name]
    return tuple(said[:lead] for lead in begun if _stands_in(said[lead:], name))


def _stands_in(part: str, name: str) -> bool:
    """Tell whether most letters of a part stand in a name, in runs that are no chance."""
    at = others = 0
    while at < len(part):
        length = RUN if part[at : at + RUN] in name and at + RUN <= len(part) else 0
        while at + length < len(part) and part[at : at + length + 1] in name:
            length += 1
        others += 0 if length >= RUN else max(1, length)
        if len(part) - others < MOST * len(part):
            return False
        at += max(1, length)
    return True
