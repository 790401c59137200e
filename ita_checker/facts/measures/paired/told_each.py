"""What came of each measure, told in running text one after the other, where nothing sets them: a
heading or a paragraph for each, counted or called a measure, and something done under every one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ita_checker.facts.measures.naming.how_many import how_many
from ita_checker.facts.measures.naming.indicator_names import names_one
from ita_checker.facts.measures.naming.labels import CALLED, ORDINALS
from ita_checker.facts.measures.naming.listed_again import said_so_many
from ita_checker.facts.measures.naming.named_twice import (
    LONGEST,
    Heading,
    headings_counted,
    parts_of,
)
from ita_checker.facts.measures.naming.names import umbrella
from ita_checker.facts.measures.naming.series import counts, runs_of
from ita_checker.facts.page import CELL, CONTENTS, SIGNATURE, Block, block_at, blocks, flow
from ita_checker.facts.tables import Stretch, said, tells_of_done
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern_of

FEWEST = 2  # measures
SHORTEST = 12  # letters that come again by no chance
CALLS_ITSELF = pattern_of(lambda: CALLED())
LED = re.compile(r"[\u0e01-\u0e4e()]{2,30}:")
OF_A_COUNT = re.compile(r"[#a]$|letter$")  # what the kind of a count ends in


def told_each(facts: Facts) -> tuple[Stretch, ...]:
    """Return where what came of each measure is told, one after the other; () where it is not told
    of every one, or where the report says that there are more.
    """
    return tuple((one.block.start, one.block.end) for one, _ in each_told(facts))


def each_told(facts: Facts) -> tuple[tuple[Heading, tuple[Stretch, ...]], ...]:
    """Return each heading with what came of its measure, under it or in its own paragraph."""
    return facts.once(_each_told)


def _each_told(facts: Facts) -> tuple[tuple[Heading, tuple[Stretch, ...]], ...]:
    for run in _runs(facts):
        if len(run) >= FEWEST and _are_all(facts, run) and _all_done(facts, run):
            return tuple(
                (one, (*_own(one.block), *parts))
                for one, parts in zip(run, _under(facts, run), strict=True)
            )
    return ()


def _runs(facts: Facts) -> Iterator[Sequence[Heading]]:
    """Yield what may be the report's measures, one after the other."""
    yield from headings_counted(facts)
    yield from _counted(facts)
    yield _called(facts)
    yield _named_before(facts)


def _counted(facts: Facts) -> Iterator[list[Heading]]:
    """Yield the pieces that counts begin ("เรื่องที่สอง …"), those together that count on."""
    for run in runs_of([one for one in counts(facts) if one.start == one.block.start]):
        yield [
            Heading(f"{one.kind}#", one.number, (one.end, one.block.end), one.block) for one in run
        ]


def _called(facts: Facts) -> list[Heading]:
    """Return the pieces that the word for a measure begins, or short ones in which a colon leads to
    it: "กองคลัง : มาตรการ…".
    """
    text = flow(facts).text
    own = [(at, one) for one in _apart(facts) if (at := _word_at(text, one)) >= 0]
    named = [(at, one) for at, one in own if not umbrella(text[at : one.end][:LONGEST])]
    return [Heading("", count, (at, one.end), one) for count, (at, one) in enumerate(named, 1)]


def _named_before(facts: Facts) -> list[Heading]:
    """Return the short pieces that say again, letter by letter, what a longer one above them names:
    "ข้อแรก คือ จัดชั้นเอกสาร…" above "จัดชั้นเอกสาร…" over what was done.
    """
    text, found = flow(facts).text, list[Block]()
    for one in _apart(facts):
        name = text[one.start : one.end]
        if not SHORTEST <= len(name) <= LONGEST or umbrella(name) or names_one(facts, _all(one)):
            continue
        above = block_at(facts, text.find(name))
        if above and above.start < one.start and above.end - above.start > LONGEST:
            found.append(one)
    return [Heading("", count, _all(one), one) for count, one in enumerate(found, 1)]


def _all(one: Block) -> Stretch:
    return one.start, one.end


def _word_at(text: str, piece: Block) -> int:
    """Return where the word for a measure begins a piece's name, -1 where it does not."""
    led = LED.match(text, piece.start, min(piece.end, piece.start + LONGEST))
    starts = [piece.start, *([led.end()] if led and piece.end - piece.start <= LONGEST else [])]
    return next((at for at in starts if CALLS_ITSELF.match(text, at, piece.end)), -1)


def _apart(facts: Facts) -> Iterator[Block]:
    """Yield the pieces outside tables."""
    for block in blocks(facts):
        if block.kind not in (CELL, CONTENTS) and block.zone != SIGNATURE:
            yield block


def _all_done(facts: Facts, run: Sequence[Heading]) -> bool:
    """Tell whether something done is told under each heading, or in the paragraph that each is."""
    return all(
        tells_of_done(said(facts, [*_own(one.block), *parts]))
        for one, parts in zip(run, _under(facts, run), strict=True)
    )


def _under(facts: Facts, run: Sequence[Heading]) -> Iterator[Sequence[Stretch]]:
    """Yield what stands under each heading, tables too; under the last no more than under others:
    cells where one of them has some, else the pieces that are its own.
    """
    ends = [(one.block.end, other.block.start) for one, other in pairwise(run)]
    yield from ([end] for end in ends)
    cells = [one for one in blocks(facts) if one.kind == CELL]
    most = max(sum(start <= cell.start < end for cell in cells) for start, end in ends)
    below = [(one.start, one.end) for one in cells if one.start >= run[-1].block.end]
    yield below[:most] if most else [*parts_of(facts, run)][-1]


def _own(block: Block) -> list[Stretch]:
    return [(block.start, block.end)] if block.end - block.start > LONGEST else []


def _are_all(facts: Facts, run: Sequence[Heading]) -> bool:
    """Tell whether the pieces are the report's measures, all of them: they are called so, or it
    said before them that there are as many, in the word that counts them.
    """
    text, told, start = flow(facts).text, how_many(facts), run[0].block.start
    if max(told, default=0) > len(run):
        return False
    if all(CALLS_ITSELF.match(text, one.name[0]) for one in run):
        return True
    word = OF_A_COUNT.sub("", run[0].kind).strip("(")
    spelled = [str(len(run)), *(name for name, of in ORDINALS().items() if of == len(run))]
    if not word and said_so_many(text, len(run), start, start):
        return True
    return told.get(len(run), start) < start or any(
        word and re.search(rf"(?<!\d){number}{re.escape(word)}", text[:start]) for number in spelled
    )
