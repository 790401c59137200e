"""Measures that a report names twice by the same headings, counted alike: "ก. … ข. …" over what
was agreed on, and once more over what came of it. The names that come again show that the first
count is the plan, whatever the measures are called.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ita_checker.facts.measures.naming.indicator_names import FOLDED
from ita_checker.facts.measures.naming.labels import no_name, section_mode
from ita_checker.facts.measures.naming.names import SHORTEST, SURELY, alike, core, umbrella
from ita_checker.facts.measures.naming.record import Measure, number_in
from ita_checker.facts.page import CELL, CONTENTS, HEADING, SIGNATURE, Block, blocks, flow
from ita_checker.facts.tables import (
    ACTIVITY,
    RESULT,
    Stretch,
    names_a_round,
    said,
    tells_of_done,
)
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import of_words, words_of

LETTERS = of_words(lambda: "".join(words_of("measures.letters")))
MARK = pattern_of(
    lambda: (
        rf"(?P<lead>\(?(?:\d{{1,2}}\.)*)(?P<count>\d{{1,2}}|[{LETTERS()}a-j])"
        r"(?:[.)]+:?|(?<=\.\d)(?![\d.])|(?<=\.\d\d))"
        r"|(?=[\u0e01-\u0e4e]{2,14}+[\da-j])"
        rf"(?!{any_of(words_of('measures.no_measures'))})(?P<word>[\u0e01-\u0e4e]{{2,14}}?)"
        r"(?P<own>\d{1,2}|[a-j])(?![\d.a-z])[:·-]?"
    )
)
LONGEST = 100  # letters of a heading that names a measure
FEWEST = 2  # names that come again
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Heading:
    """A short piece that a count opens: its kind of count, its number, its name, its piece."""

    kind: str
    number: int
    name: Stretch
    block: Block


def told_twice(facts: Facts, planned: Sequence[Measure]) -> tuple[Measure, ...]:
    """Return the results of the second count where the first is what was planned; one that it does
    not name is told where something done stands under it.
    """
    for first, second in pairs_of(facts)[:1]:
        if [one.name for one in planned] != [one.name for one in first]:
            continue
        names = [one.called for one in planned]
        bodies = list(parts_of(facts, second))
        made = [
            replace(_measure(facts, one), fields={ACTIVITY: parts, RESULT: parts})
            for one, parts in zip(second, bodies, strict=True)
            if parts
        ]
        return tuple(
            one
            for one in made
            if any(alike(one.called, name) >= SURELY for name in names) or _done(facts, one)
        )
    return ()


def _done(facts: Facts, one: Measure) -> bool:
    """Tell whether something done, or a round, stands under a name."""
    told = said(facts, one.fields[ACTIVITY])
    return tells_of_done(told) or names_a_round(told)


def parts_of(facts: Facts, run: Sequence[Heading]) -> Iterator[tuple[Stretch, ...]]:
    """Yield the pieces under each heading, up to the next one or what ends them; under the last no
    more than under the others.
    """
    starts, most = {one.block.start for one in run}, 0
    for one in run:
        own = list[Stretch]()
        for block in blocks(facts):
            if block.start <= one.block.start:
                continue
            ends = block.kind in (CELL, CONTENTS, HEADING) or block.zone == SIGNATURE
            if ends or block.start in starts or (one is run[-1] and len(own) >= most):
                break
            own.append((block.start, block.end))
        most = max(most, len(own))
        yield tuple(own)


def pairs_of(facts: Facts) -> tuple[tuple[Sequence[Heading], Sequence[Heading]], ...]:
    """Return the counts of headings of which one names again what the other does."""
    return facts.once(_pairs_of)


def named_at(facts: Facts) -> frozenset[int]:
    """Return where headings stand that such counts name: no labels, though they come again."""
    runs = (run for pair in pairs_of(facts) for run in pair)
    return frozenset(one.block.start for run in runs for one in run)


def _pairs_of(facts: Facts) -> tuple[tuple[Sequence[Heading], Sequence[Heading]], ...]:
    return tuple(
        (one, other)
        for one, other in combinations(headings_counted(facts), 2)
        if one[0].kind == other[0].kind and _again(facts, one, other)
    )


def _again(facts: Facts, one: Sequence[Heading], other: Sequence[Heading]) -> bool:
    """Tell whether most names of both counts are the same, and only the second tells of things
    done.
    """
    names = [_called(facts, each) for each in one]
    same = sum(any(alike(_called(facts, each), name) >= SURELY for name in names) for each in other)
    if same < FEWEST or same <= HALF * max(len(one), len(other)):
        return False
    done = [sum(map(tells_of_done, _bodies(facts, run))) / len(run) for run in (one, other)]
    return done[0] <= HALF < done[1] or (done[0] == 0 < done[1])


def _bodies(facts: Facts, run: Sequence[Heading]) -> Iterator[str]:
    """Yield what stands right under each heading."""
    below = {one.start: other for one, other in zip(blocks(facts), blocks(facts)[1:], strict=False)}
    for one in run:
        under = below.get(one.block.start)
        yield flow(facts).text[under.start : under.end] if under else ""


def headings_counted(facts: Facts) -> Iterator[list[Heading]]:
    """Yield the headings of one kind that count from the first on."""
    found = list(_headings(facts))
    for kind in dict.fromkeys(one.kind for one in found):
        run = list[Heading]()
        for one in (one for one in found if one.kind == kind):
            if run and one.number == len(run) + 1:
                run.append(one)
                continue
            if len(run) >= FEWEST:
                yield run
            run = [one] if one.number == 1 else []
        if len(run) >= FEWEST:
            yield run


def _headings(facts: Facts) -> Iterator[Heading]:
    text = flow(facts).text
    for block in blocks(facts):
        if block.kind in (CELL, CONTENTS) or block.zone == SIGNATURE:
            continue
        hit = MARK.match(text, block.start, block.end)
        if hit is None or block.end - block.start > LONGEST:
            continue
        called = text[hit.end() : block.end]
        if len(core(called)) >= SHORTEST and not _is_no_name(called):
            yield Heading(*count_of(hit), (hit.end(), block.end), block)


def count_of(hit: re.Match[str]) -> tuple[str, int]:
    """Return what kind of count a mark is, and its number."""
    count = hit["count"] or hit["own"]
    return (hit["word"] or "(" * hit["lead"].startswith("(")) + _kind(count), _number(count)


def _kind(count: str) -> str:
    return "#" if count.isdigit() else "a" if count.isascii() else "letter"


def _number(count: str) -> int:
    if count.isdigit():
        return int(count)
    letters = string.ascii_lowercase if count.isascii() else LETTERS()
    return letters.index(count) + 1


def _is_no_name(called: str) -> bool:
    headed = section_mode(called) is not None
    indicator = fold(called) in FOLDED()
    return bool(headed or indicator or umbrella(called) or no_name(called))


def _called(facts: Facts, one: Heading) -> str:
    return core(flow(facts).text[slice(*one.name)])


def _measure(facts: Facts, one: Heading) -> Measure:
    called = flow(facts).text[slice(*one.name)]
    return Measure(one.name, core(called), {}, 0, False, number=number_in(called))
