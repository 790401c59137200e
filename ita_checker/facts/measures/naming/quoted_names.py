"""Measures whose names stand in quotation marks, each at the head of a piece of its own: "มาตรการ
“เว็บสะอาด” ตรวจลิงก์เสีย …", "๑.๑ ให้กองช่างจัดทำ “บันทึกภาพหน้างานรายวัน” …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures.naming.labels import CALLED
from ita_checker.facts.measures.naming.names import SHORTEST, umbrella
from ita_checker.facts.page import CELL, CONTENTS, HEADING, SIGNATURE, Block, blocks, flow
from ita_checker.facts.tables import Stretch
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern_of

FEWEST = 2  # names in quotation marks that make a list
LEAD = 60  # letters at most before the mark that opens a name
QUOTED = re.compile(rf'"([^"\t\f]{{{SHORTEST},120}})"')
OF_MEASURES = pattern_of(lambda: CALLED())
# What counts a piece: its section ("1." of "1.2") and its number.
COUNT = re.compile(r"[\u0e01-\u0e4e]{0,10}?\(?((?:\d{1,2}\.)*)(\d{1,2})(?!\d)[.)]?")


@dataclass(frozen=True, slots=True)
class Quoted:
    """One of them: where its piece begins, where what counts it ends, its name, where what is told
    of it ends, and whether the word for a measure opens its piece.
    """

    start: int
    lead: int
    name: Stretch
    end: int
    named: bool


def quoted(facts: Facts) -> Iterator[tuple[Quoted, ...]]:
    """Yield the lists of names in quotation marks, in order: each piece is called a measure, or
    they are counted one after the other.
    """
    own = [block for block in blocks(facts) if block.kind != CONTENTS]
    found = [(at, hit) for at, block in enumerate(own) if (hit := _opened(facts, block))]
    run: list[tuple[int, re.Match[str]]] = []
    for at, hit in found:
        if run and not _goes_on(facts, own[run[-1][0]], own[at]):
            yield from _made(facts, own, run)
            run = []
        run.append((at, hit))
    yield from _made(facts, own, run)


def _opened(facts: Facts, block: Block) -> re.Match[str] | None:
    """Return the name in quotation marks that a piece opens with."""
    if block.kind == CELL or block.zone == SIGNATURE:
        return None
    text = flow(facts).text
    hit = QUOTED.search(text, block.start, block.end)
    fits = hit and hit.start() - block.start <= LEAD and not umbrella(hit[1])
    counted = COUNT.match(text, block.start) or OF_MEASURES.match(text, block.start)
    return hit if fits and counted else None


def _goes_on(facts: Facts, one: Block, other: Block) -> bool:
    """Tell whether a piece belongs to the list of the one before: both are called measures, or the
    count rises by one.
    """
    text = flow(facts).text
    counts = [COUNT.match(text, block.start) for block in (one, other)]
    first, second = counts
    if first and second:
        return first[1] == second[1] and int(second[2]) == int(first[2]) + 1
    return not any(counts) and all(OF_MEASURES.match(text, it.start) for it in (one, other))


def _made(
    facts: Facts, own: Sequence[Block], run: Sequence[tuple[int, re.Match[str]]]
) -> Iterator[tuple[Quoted, ...]]:
    if len(run) < FEWEST:
        return
    text = flow(facts).text
    stops = [*(at for at, _ in run[1:]), len(own)]
    yield tuple(
        Quoted(
            own[at].start,
            count.end() if (count := COUNT.match(text, own[at].start)) else own[at].start,
            hit.span(1),
            _end(facts, own[at:stop]),
            OF_MEASURES.match(text, own[at].start) is not None,
        )
        for (at, hit), stop in zip(run, stops, strict=True)
    )


def _end(facts: Facts, own: Sequence[Block]) -> int:
    """Return where what is told of a name ends: before a heading, a table, a signature or a piece
    that is counted as the name's own is.
    """
    end = own[0].end
    for block in own[1:]:
        if block.kind in (CELL, HEADING) or block.zone == SIGNATURE:
            break
        if COUNT.match(flow(facts).text, block.start):
            break
        end = block.end
    return end
