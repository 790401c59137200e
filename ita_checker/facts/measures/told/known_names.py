"""The names of the report's measures, wherever they come from: those set or told; where two are not
known, those that a sentence lists and the report names again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ita_checker.facts.measures.naming.labels import CALLED, NAMED
from ita_checker.facts.measures.naming.name_keys import (
    FEWEST,
    LABEL,
    LONGEST,
    SHORTEST,
    Name,
    key_of,
)
from ita_checker.facts.measures.naming.names import SURELY, alike, umbrella
from ita_checker.facts.measures.paired.plan_and_results import pairs, results
from ita_checker.facts.page import block_at, blocks, flow
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern_of

RECURS = 10  # letters in a row that come again and are then a name
LEAD = 16  # letters of a piece in which the word for a measure stands, one before it
ENDS = re.compile(r"[:(\t\f]")  # what closes a name that heads a piece
STARTS = pattern_of(lambda: CALLED())


def names(facts: Facts) -> tuple[Name, ...]:
    """Return the names of the measures: those set or told, where two are not known those that a
    report lists and names again.
    """
    return facts.once(_names)


def _names(facts: Facts) -> tuple[Name, ...]:
    told = {one.name for one in results(facts)}
    found: list[Name] = []
    for pair in pairs(facts):
        one = pair.plan or pair.results[0]
        key, mark = key_of(one.called)
        if len(key) < SHORTEST or any(_same(key, other.key) for other in found):
            continue
        own = () if one.name in told else (one.name,)
        told_at = tuple(other.name for other in pair.results)
        number = one.number or len(found) + 1
        found.append(Name(key, one.mark or mark, number, own, told_at))
    return tuple(found) if len(found) >= FEWEST else tuple(_listed(facts))


def _same(one: str, other: str) -> bool:
    return one == other or alike(one, other) >= SURELY


def _listed(facts: Facts) -> list[Name]:
    """Return the names behind the word for a measure that come again elsewhere, or head pieces of
    their own, several of them; where several are listed in one piece, they are set there.
    """
    text, found = flow(facts).text, dict[str, int]()
    own = dict(_heading(facts))
    for hit in STARTS.finditer(text):
        name = _recurring(text, hit.end()) or own.get(hit.start(), "")
        known = any(name in other or other in name for other in found)
        if name and not known and not umbrella(name) and NAMED.match(text[hit.start() :][:LONGEST]):
            found[name] = hit.end()
    found |= dict(_led_alike(facts, found))
    first = sorted(
        ((name, at, block_at(facts, at)) for name, at in found.items()), key=lambda one: one[1]
    )
    pieces = [block for _, _, block in first]
    return [
        Name(name, "", number, ((at, at + len(name)),) if pieces.count(block) >= FEWEST else ())
        for number, (name, at, block) in enumerate(first, start=1)
    ]


def _led_alike(facts: Facts, found: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the names that come no more, behind the same word and the word for a measure at the
    head of a piece as several that come again ("ตอบ มาตรการ…"): up to the first white space.
    """
    text, starts = flow(facts).text, set(found.values())
    heads = [
        (text[block.start : hit.start()], hit.end(), block)
        for block in blocks(facts)
        if (hit := STARTS.search(text, block.start, min(block.end, block.start + LEAD)))
    ]
    leads = Counter(lead for lead, at, _ in heads if at in starts and lead)
    for lead, at, block in heads:
        gaps = flow(facts).gaps(at + RECURS, min(block.end, at + LONGEST))
        name = text[at : gaps[0]] if gaps else ""
        if leads[lead] >= FEWEST and name and not any(one in name or name in one for one in found):
            yield name, at


def _heading(facts: Facts) -> Iterator[tuple[int, str]]:
    """Yield where the word for a measure heads a short piece, with the name behind it."""
    text = flow(facts).text
    for block in blocks(facts):
        said = text[block.start : min(block.end, block.start + LONGEST)]
        hit = LABEL.match(said)
        if hit and block.end - block.start < LONGEST:
            name = ENDS.split(said[hit.end() :])[0]
            at = STARTS.search(text, block.start, block.start + hit.end())
            if at and len(name) >= RECURS:
                yield at.start(), name


def _recurring(text: str, at: int) -> str:
    """Return the longest beginning of what stands at a place that comes again behind it."""
    end = min([at + LONGEST, *(stop for mark in "\t\f" if (stop := text.find(mark, at)) >= 0)])
    low, high = 0, end - at
    while low < high:
        middle = (low + high + 1) // 2
        if text.find(text[at : at + middle], at + 1) >= 0:
            low = middle
        else:
            high = middle - 1
    return text[at : at + low] if low >= RECURS else ""
