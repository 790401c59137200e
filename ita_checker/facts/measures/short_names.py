"""Measures called by a part of their names: "เรื่องรถ" of "มาตรการกำกับการใช้รถ". One such piece may be
chance; several of one kind, each of another measure, are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures.name_keys import FEWEST, SHORTEST, Name
from ita_checker.facts.page import Block, flow
from ita_checker.model import Facts

LEAD = 8  # letters before the part of a name: a word for what is counted
LONGEST = 60  # letters of what heads a piece
SHORT, ALONE = 8, 14  # letters at least of a part that a word leads to, and of one alone
RUN = 4  # letters in a row that two names share and are no chance
MOST = 0.85  # of a short name's letters that stand in the long one
CLOSES = ":\t("


@dataclass(frozen=True, slots=True)
class Short:
    """What heads a piece by a part of a name: whose, where, and what may lead to that part."""

    of: Name
    start: int
    end: int
    leads: tuple[str, ...]


def short_names(facts: Facts, known: Sequence[Name], pieces: Iterable[Block]) -> Iterator[Short]:
    """Yield the pieces headed by parts of names, where one lead heads those of several measures."""
    every = "\n".join(name.key for name in known)
    found = [one for block in pieces if (one := _short(facts, block, known, every))]
    of = dict[str, set[Name]]()
    for one in found:
        for lead in one.leads:
            of.setdefault(lead, set()).add(one.of)
    yield from (one for one in found if any(len(of[lead]) >= FEWEST for lead in one.leads))


def _short(facts: Facts, block: Block, known: Sequence[Name], every: str) -> Short | None:
    """Return the name of which the head of a piece is a part, if of no other; `every`: the letters
    of all names.
    """
    letters = flow(facts)
    gaps = letters.gaps(block.start + 1, min(block.end, block.start + LONGEST))
    said = letters.text[block.start : min([block.end, *gaps[:1]])]
    closed = [at for mark in CLOSES if (at := said.find(mark)) > 0]
    said = said[: min(closed)] if closed else said
    if not SHORTEST <= len(said) <= LONGEST:
        return None
    parts = [
        (lead, said[lead : lead + RUN])
        for lead in range(min(LEAD, len(said) - SHORT) + 1)
        if len(said) - lead >= (SHORT if lead else ALONE) and said[lead : lead + RUN] in every
    ]
    if not parts:  # nearly always
        return None
    fits = [(name, leads) for name in known if (leads := _leads(said, parts, name.key))]
    if len(fits) != 1:
        return None
    name, leads = fits[0]
    return Short(name, block.start, block.start + len(said), leads)


def _leads(said: str, parts: Sequence[tuple[int, str]], name: str) -> tuple[str, ...]:
    """Return what may lead to a part of a name, where little else is said; `parts`: how the rest
    begins behind so many letters.
    """
    begun = [lead for lead, run in parts if run in name]
    return tuple(
        said[:lead] for lead in begun if _shared(said[lead:], name) >= MOST * (len(said) - lead)
    )


def _shared(part: str, name: str) -> int:
    """Return how many letters of a part stand in a name, in runs that are no chance."""
    at = shared = 0
    while at < len(part):
        length = 0
        while at + length < len(part) and part[at : at + length + 1] in name:
            length += 1
        shared += length if length >= RUN else 0
        at += max(1, length)
    return shared
