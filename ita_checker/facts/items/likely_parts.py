"""Where a part of a report stands or may stand, whatever it is headed: stretches of the report by
the signs that speak for the part, and tables that nothing gives a role.

An absence is told only where no stretch has even some of the part's signs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain
from typing import Any

from ita_checker.facts.items.between import acts, between
from ita_checker.facts.measures import (
    cards_without_role,
    counted_units,
    headed_weak,
    left_unread,
    may_hold,
    named,
    named_again,
    names_office,
    plan,
    results,
    weak,
)
from ita_checker.facts.page import (
    BODY,
    CELL,
    CONTENTS,
    TITLE,
    Block,
    blocks,
    flow,
)
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of
from ita_checker.words import entry, kept

STRETCH = 500  # letters of a report in which a part shows itself
IN_TABLES = frozenset({"analysis", "measures", "results"})  # what is also told in tables
IN_CARDS = frozenset({"measures", "results"})
NOT_IN_MEASURES = frozenset(
    {"analysis", "weak_points", "use"}
)  # a measure's own row is none of these
ANSWERED = "answered"  # the sign that measures answer what is called weak, wherever they stand
BEGUN = "begun"  # the sign that a block begins with one of its words
LABELS = "labels"  # the sign that blocks begin with labels that come again: ลงมือโดย: … ลงมือโดย: …
LABEL = re.compile(r"([\u0e01-\u0e4e]{3,24}):(?!\d)")
TWO = 2
USED = 0.8  # signs of a use at least, between what is weak and the measures
BEFORE_IT = 12  # letters of a number or a name of its own before it
SCORE = re.compile(r"(?<![\d.])\d{2}\.\d{1,2}(?![\d.])")


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for a part: what is counted, how many of it at most, and how much each says."""

    name: str
    seen: re.Pattern[str] | None
    most: int
    weight: float


@dataclass(frozen=True, slots=True)
class Part:
    """A part's signs, and what a stretch of the report must come to for it to be the part
    (`enough`), or for a person to look (`some`).
    """

    signs: tuple[Sign, ...]
    enough: float
    some: float


@dataclass(frozen=True, slots=True)
class LikelyPart:
    """The stretch of the flow in which most speaks for a part, and how much; `enough`: it is the
    part; `some`: it may be, and a person should look before the part is called missing.
    """

    start: int
    end: int
    weight: float
    enough: bool
    some: bool


def likely_part(facts: Facts, meaning: str) -> LikelyPart | None:
    """Return the stretch most likely to be a part, None where nothing speaks for any."""
    return facts.once(_FINDS[meaning])


def _likely_part(facts: Facts, meaning: str) -> LikelyPart | None:
    part = _part(meaning)
    best = max(_stretches(facts, meaning, part), key=lambda one: one.weight, default=None)
    if best and best.enough:
        return best
    tellers = (_called, _counted, _tables, _again, _between)
    told = chain.from_iterable(tell(facts, meaning) for tell in tellers)
    others = sorted(told, key=lambda one: not one.enough)[:1]
    if others and (others[0].enough or best is None or not best.some):
        return others[0]
    return best if best and best.weight > 0 else None


def _called(facts: Facts, meaning: str) -> Iterator[LikelyPart]:
    """Yield where the report calls an indicator weak, in whatever words: it names what is weak; or
    where a heading or a table's column calls weak what stands below it, whatever that is.
    """
    if meaning != "weak_points":
        return
    for one in weak(facts)[:1]:
        yield LikelyPart(*one.places[0], 0.0, True, True)
    for start, end in headed_weak(facts)[:1]:
        yield LikelyPart(start, end, 0.0, True, True)


def _counted(facts: Facts, meaning: str) -> Iterator[LikelyPart]:
    """Yield the pieces counted alike that each name an office: they are measures where they answer
    what is called weak, and may be otherwise.
    """
    if meaning == "measures":
        for (start, end), answers in sorted(counted_units(facts), key=lambda one: not one[1]):
            yield LikelyPart(start, end, 0.0, answers, True)


def _tables(facts: Facts, meaning: str) -> Iterator[LikelyPart]:
    """Yield the tables and cards that could hold the part and that nothing gives a role."""
    if meaning in IN_TABLES:
        for start, end in may_hold(facts):
            yield LikelyPart(start, end, 0.0, False, True)
    if meaning in IN_CARDS:
        for start, end in cards_without_role(facts):
            yield LikelyPart(start, end, 0.0, False, True)
    if meaning == "measures":
        for start, end in left_unread(facts):
            yield LikelyPart(start, end, 0.0, False, True)


def _again(facts: Facts, meaning: str) -> Iterator[LikelyPart]:
    """Yield the pieces that name indicators once more below their scores, one each: what is done
    about each is told there, and measures are set where each names an office too.
    """
    places = named_again(facts) if meaning == "measures" else ()
    if len({name for name, _ in places}) >= TWO:
        ends = [*(start for _, (start, _) in places[1:]), places[-1][1][1] + STRETCH]
        offices = sum(
            names_office(facts, start, min(end, start + STRETCH))
            for (_, (start, _)), end in zip(places, ends, strict=True)
        )
        enough = offices == len(places)
        yield LikelyPart(places[0][1][0], places[-1][1][1], 0.0, enough, True)


def _between(facts: Facts, meaning: str) -> Iterator[LikelyPart]:
    """Yield the paragraphs between what is weak and the measures: they may tell how the one led to
    the other, and do where an office is told to do something about it, or did on a day.
    """
    for told in between(facts) if meaning == "use" else ():
        used = sum(
            sign.weight * min(sign.most, count)
            for sign in _part("use").signs
            for count in _counts(facts, sign, [told])
        )
        decides = acts(facts, told, surely=used >= USED)
        yield LikelyPart(told.start, told.end, 0.0, decides, True)


def _stretches(facts: Facts, meaning: str, part: Part) -> Iterator[LikelyPart]:
    """Yield a stretch from each block on, as long as a part needs to show itself."""
    own = [block for block in blocks(facts) if _may_hold(facts, block, meaning)]
    signs = [sign for sign in part.signs if sign.name != ANSWERED]
    given = sum(
        sign.weight * min(sign.most, _answered(facts)) for sign in part.signs if sign not in signs
    )
    sums = [list(accumulate(_counts(facts, sign, own), initial=0)) for sign in signs]
    ends = list(accumulate((block.end - block.start for block in own), initial=0))
    for first, block in enumerate(own):
        last = min(max(bisect_left(ends, ends[first] + STRETCH), first + 1), len(own))
        weight = given + sum(
            sign.weight * min(sign.most, total[last] - total[first])
            for sign, total in zip(signs, sums, strict=True)
        )
        yield LikelyPart(
            block.start, own[last - 1].end, weight, weight >= part.enough, weight >= part.some
        )


def _answered(facts: Facts) -> int:
    """Return how many planned measures name an indicator that the report calls weak."""
    low = {one.name for one in weak(facts)}
    places = [start for name, (start, _) in named(facts) if name in low]
    return sum(
        any(
            start <= place < end
            for stretches in ((measure.name,), *measure.fields.values())
            for start, end in stretches
            for place in places
        )
        for measure in plan(facts)
    )


def _may_hold(facts: Facts, block: Block, meaning: str) -> bool:
    if block.kind == CONTENTS or block.zone not in (BODY, TITLE):
        return False
    rows = facts.once(_rows) if block.kind == CELL and meaning in NOT_IN_MEASURES else ()
    return not any(start <= block.start < end for start, end in rows)


def _rows(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Return what stands in measures' own rows of tables."""
    return tuple(
        stretch
        for measure in (*plan(facts), *results(facts))
        if measure.table
        for stretches in measure.fields.values()
        for stretch in stretches
    )


def _counts(facts: Facts, sign: Sign, own: Sequence[Block]) -> Iterator[int]:
    """Yield how many times each block shows a sign."""
    if sign.name == "indicators":
        places = sorted(start for _, (start, _) in named(facts))
        for block in own:
            yield bisect_left(places, block.end) - bisect_left(places, block.start)
        return
    text = flow(facts).text
    if sign.name == LABELS:
        again = _labels(facts)
        for block in own:
            hit = LABEL.match(text, block.start, block.end)
            yield int(hit is not None and hit[1] in again)
        return
    seen = sign.seen
    if seen is None:
        return
    if sign.name == BEGUN:
        for block in own:
            yield int(bool(seen.match(text, block.start, block.end)))
        return
    for block in own:
        yield len(seen.findall(text, block.start, block.end))


def _labels(facts: Facts) -> frozenset[str]:
    """Return the labels with which at least two blocks of the report begin."""
    text = flow(facts).text
    hits = (LABEL.match(text, block.start, block.end) for block in blocks(facts))
    counts = Counter(hit[1] for hit in hits if hit)
    return frozenset(label for label, times in counts.items() if times > 1)


@kept(maxsize=None)
def _part(meaning: str) -> Part:
    """Return the part of that meaning as the vocabulary tells it."""
    told = entry(f"parts.{meaning}")
    signs = tuple(_sign(name, one) for name, one in told["signs"].items())
    return Part(signs, float(told["enough"]), float(told["some"]))


def _sign(name: str, told: Any) -> Sign:
    if name in ("indicators", ANSWERED, LABELS):
        seen = None
    elif name == "scores":
        seen = SCORE
    elif name == BEGUN:
        seen = re.compile(rf".{{0,{BEFORE_IT}}}?{any_of(map(str, told['words']))}")
    elif "units" in told:
        seen = re.compile(rf"\d{any_of(map(str, told['units']))}")
    else:
        seen = re.compile(any_of(map(str, told["words"])))
    return Sign(name, seen, int(told["most"]), float(told["weight"]))


MEANINGS = ("analysis", "weak_points", "use", "measures", "results")
_FINDS = {meaning: partial(_likely_part, meaning=meaning) for meaning in MEANINGS}
