"""Indicators that a report sets apart from others without a word that calls them weak: behind a
sign of their own, in rows of the same verdict, one under the other below a line of its own, in a
cell; and those that one sentence behind them calls weak together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ita_checker.facts.measures.naming.labels import ORDINALS
from ita_checker.facts.measures.naming.weak_words import HIGH, LEGEND, SIGN, STOP
from ita_checker.facts.measures.weakness.weak_chain import (
    LONGEST,
    heads,
    in_cell,
    marks,
    names_in,
    names_in_parts,
    opening_of,
)
from ita_checker.facts.page import CELL, CONTENTS, Block, block_at, blocks, flow
from ita_checker.facts.tables import NAME, OWN_FIELDS, Grid, Row, Stretch, grids, said
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

Place = tuple[str, Stretch]  # an indicator's usual name, and where it is named
ITS_OWN = re.compile(f"(?![-•*▪●✓]){SIGN}")  # a list's bullets set nothing apart
LONGEST_VERDICT = 40  # letters of a cell that says how its row did
LONGEST_LABEL = 60  # letters of a line that lists stand below
# "ทั้งสามตัวชี้วัดเป็น", "ทั้ง 3 ด้านจึงจัดเป็น" before จุดอ่อน
ALL_OF = pattern_of(
    lambda: (
        rf"{any_of(words_of('indicators.all'))}(\d{{1,2}}|{any_of(ORDINALS())})"
        rf"{any_of(words_of('indicators.all_of'))}?"
        rf"(?:[\u0e01-\u0e4e]{{0,12}}{any_of(words_of('indicators.is'))})?$"
    )
)
WORDS = re.compile("[\u0e01-\u0e2e]{2}")
DIGIT = re.compile(r"\d")
TWO = 2


def signed(facts: Facts, named: Sequence[Place]) -> Iterator[Place]:
    """Yield the indicators behind a sign of which a legend says that it means weakness."""
    text = flow(facts).text
    hits = [*LEGEND.finditer(text)] if marks(facts) else []
    starts = [hit.start() for hit in hits] + [len(text)]
    for hit, end in zip(hits, starts[1:], strict=True):
        weak = any(hit.end() <= start < min(end, hit.end() + LONGEST) for start, _ in marks(facts))
        if weak and not HIGH.search(text, hit.end(), min(end, hit.end() + LONGEST)):
            for name, place in named:
                if text[opening_of(facts, place[0], 0) - 1] == hit[1]:
                    yield name, place


def summed(facts: Facts, named: Sequence[Place]) -> Iterator[Place]:
    """Yield the indicators that a sentence behind them counts and calls weak: "ทั้งสามตัวชี้วัดเป็น
    จุดอ่อน" below a table, or behind a list, that names three.
    """
    text = flow(facts).text
    for start, _ in marks(facts):
        hit = ALL_OF.search(text, max(0, start - LONGEST), start)
        last = next((one[1] for one in reversed(named) if hit and one[1][1] <= hit.start()), None)
        if hit is None or last is None:
            continue
        low, high = _stretch(facts, last)
        own = [one for one in named if low <= one[1][0] < min(high, hit.start())]
        count = int(hit[1]) if hit[1].isdecimal() else ORDINALS()[hit[1]]
        if len({name for name, _ in own}) == count:
            yield from own


def _stretch(facts: Facts, place: Stretch) -> Stretch:
    """Return the table in which an indicator is named, else its paragraph."""
    for grid in grids(facts):
        if grid.start <= place[0] < grid.end:
            return grid.start, grid.end
    block = block_at(facts, place[0])
    return (block.start, block.end) if block else place


def groups(facts: Facts, named: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield the indicators that are set apart together; `named`: every place where one is named."""
    yield from _by_sign(facts, named)
    for grid in grids(facts):
        if not set(grid.columns) & {NAME, *OWN_FIELDS}:
            yield from _by_verdict(facts, named, grid)
            yield from _in_cells(facts, named, grid)
    yield from _one_below_the_other(facts, named)


def _by_sign(facts: Facts, named: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield the indicators behind each of several signs: "▼ การใช้อำนาจ", "○ การเปิดเผยข้อมูล"."""
    text, found = flow(facts).text, defaultdict[str, list[Place]](list)
    for name, place in named:
        sign = text[opening_of(facts, place[0], 0) - 1 : place[0]][:1]
        if ITS_OWN.match(sign):
            found[sign].append((name, place))
    if len(found) >= TWO:
        yield from found.values()


def _by_verdict(facts: Facts, named: Sequence[Place], grid: Grid) -> Iterator[list[Place]]:
    """Yield the indicators of a table whose rows say the same of them, others something else."""
    rows = [(row, own[0]) for row in grid.rows if len(own := _named_in(named, row)) == 1]
    for column in range(len(grid.columns)):
        found = defaultdict[str, list[Place]](list)
        for row, place in rows:
            parts = row.slots[column].parts
            verdict = said(facts, parts)
            holds = any(low <= place[1][0] < end for low, end in parts)
            short = len(verdict) <= LONGEST_VERDICT and WORDS.search(verdict)
            if not holds and short and not DIGIT.search(verdict):
                found[verdict].append(place)
        if len(found) >= TWO:
            yield from found.values()


def _named_in(named: Sequence[Place], row: Row) -> list[Place]:
    return names_in_parts(named, [part for slot in row.slots for part in slot.parts])


def _in_cells(facts: Facts, named: Sequence[Place], grid: Grid) -> Iterator[list[Place]]:
    """Yield the indicators that one cell lists."""
    for row in grid.rows:
        for part in (part for slot in row.slots for part in slot.parts):
            yield [*in_cell(facts, named, part)]


def _one_below_the_other(facts: Facts, named: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield the indicators with which paragraphs begin one after the other, below a short line that
    praises nothing.
    """
    above, run = None, list[Place]()
    for piece in blocks(facts):
        own = names_in(named, piece.start, piece.end)
        if piece.kind not in (CELL, CONTENTS) and own and heads(facts, own[0][1], piece):
            run.append(own[0])
            continue
        if run and above is not None and _labels(facts, above):
            yield run
        above, run = piece, []
    if run and above is not None and _labels(facts, above):
        yield run


def _labels(facts: Facts, piece: Block) -> bool:
    """Tell whether the last line of a piece is short, and praises nothing."""
    text = flow(facts)
    breaks = [at for at in text.gaps(piece.start + 1, piece.end) if "\n" in text.gap(at)]
    low = breaks[-1] if breaks else piece.start
    praised = any(one.search(text.text, low, piece.end) for one in (HIGH, STOP))
    return piece.kind != CELL and piece.end - low <= LONGEST_LABEL and not praised
