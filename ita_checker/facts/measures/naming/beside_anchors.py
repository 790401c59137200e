"""Measures that nobody knew by name beside those known: under other numbers of the same count, and
in other cells of a row in which names stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ita_checker.facts.measures.naming.labels import NAMED, number_soon
from ita_checker.facts.measures.naming.listed_again import NO_NAMES, may_name
from ita_checker.facts.measures.naming.name_keys import FEWEST, LONGEST, PIECE, Anchor, Name, key_of
from ita_checker.facts.measures.naming.named_twice import MARK, count_of
from ita_checker.facts.page import CONTENTS, RUNNING, SIGNATURE, Block, block_at, blocks, flow
from ita_checker.facts.tables import look, tells_of_done
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

COUNTED = pattern_of(
    lambda: (
        rf"{number_soon(12)}(?P<word>[\u0e01-\u0e4e]{{2,12}}?)"
        rf"{any_of(words_of('measures.counts'))}?(?P<number>\d{{1,2}})(?![\d.]\d|\d)"
    )
)

_Row = tuple[int, int, int]  # page, table, row
NUMBERS = ("#", "(#")  # kinds of count that number sections too
A_LITTLE = 12  # letters at most behind a name in a cell that heads a column


def siblings(facts: Facts, found: Sequence[Anchor]) -> list[Anchor]:
    """Return the pieces that are to those found as these are to each other."""
    return [*_counted(facts, found)] or [*_counted_on(facts, found), *_beside(facts, found)]


def _counted(facts: Facts, found: Sequence[Anchor]) -> Iterator[Anchor]:
    """Yield the pieces counted in the word that counts all those found, under other numbers
    ("เรื่องที่ 1" beside "เรื่องที่ 2").
    """
    text = flow(facts).text
    counted = {one.start: COUNTED.match(text, one.start, one.at[1]) for one in found}
    words = {hit["word"] if hit else "" for hit in counted.values()}
    if len(words) != 1 or "" in words:
        return
    taken = {int(hit["number"]) for hit in counted.values() if hit}
    for one in pieces(facts):
        hit = COUNTED.match(text, one.start, min(one.end, one.start + LONGEST))
        if hit and hit["word"] in words and int(hit["number"]) not in taken:
            taken.add(int(hit["number"]))
            yield _anchor(facts, one, hit.end(), int(hit["number"]))


def _counted_on(facts: Facts, found: Sequence[Anchor]) -> Iterator[Anchor]:
    """Yield the piece below that counts on from those found, all counted alike ("ค." below "ก." and
    "ข."), and over something done.
    """
    text = flow(facts).text
    counted = [MARK.match(text, one.start, one.at[1]) for one in found]
    counts = {count_of(hit) for hit in counted if hit}
    if len(counts) < FEWEST or not all(counted) or len({kind for kind, _ in counts}) > 1:
        return
    kind, last = max(counts)
    called = all(NAMED.match(text[hit.end() : hit.end() + LONGEST]) for hit in counted if hit)
    below = [one for one in pieces(facts) if one.start > min(other.start for other in found)]
    for one, after in zip_longest(below, below[1:]):
        hit = MARK.match(text, one.start, one.end)
        if hit and count_of(hit) == (kind, last + 1):
            told = text[hit.end() : after.end if after else one.end]
            named = text[hit.end() : one.end]
            fits = NAMED.match(named) if called or kind in NUMBERS else may_name(named)
            if fits and tells_of_done(told):
                yield _anchor(facts, one, hit.end(), last + 1)
            return


def _beside(facts: Facts, found: Sequence[Anchor]) -> Iterator[Anchor]:
    """Yield the cells of rows in which names stand side by side, over cells that tell of something
    done, but for the first of the row.
    """
    heading = dict[_Row, dict[int, Anchor]]()  # in the cells that names head, by where these begin
    for head in found:
        cell = block_at(facts, head.at[0])
        if cell and cell.cell and _may_head(cell) and cell.end - head.at[1] <= A_LITTLE:
            heading.setdefault(_row(cell), {})[cell.start] = head
    if all(len({one.of for one in heads.values()}) < FEWEST for heads in heading.values()):
        return
    rows, text = dict[_Row, list[Block]](), flow(facts).text
    for one in pieces(facts):
        if one.cell:
            rows.setdefault(_row(one), []).append(one)
    for row, cells in rows.items():
        heads = heading.get(row, {})
        if len({one.of for one in heads.values()}) < FEWEST:
            continue
        for cell in cells[1:]:
            below = [
                text[one.start : one.end]
                for (page, table, at), others in rows.items()
                if (page, table) == row[:2] and at > row[2]
                for one in others
                if one.cell and cell.cell and one.cell[2] == cell.cell[2]
            ]
            said = text[cell.start : cell.end]
            named = cell.start in heads or not may_name(said) or look(said) in NO_NAMES
            if not named and any(map(tells_of_done, below)):
                yield _anchor(facts, cell, cell.start, 0)


def _row(cell: Block) -> _Row:
    assert cell.cell
    return cell.page, *cell.cell[:2]


def _anchor(facts: Facts, one: Block, start: int, number: int) -> Anchor:
    end = min(one.end, start + LONGEST)
    key = key_of(flow(facts).text[start:end])[0]
    return Anchor(Name(key, "", number), (start, end), one.start, PIECE)


def pieces(facts: Facts) -> tuple[Block, ...]:
    return facts.once(_pieces)


def _pieces(facts: Facts) -> tuple[Block, ...]:
    return tuple(one for one in blocks(facts) if _may_head(one))


def _may_head(one: Block) -> bool:
    return one.kind not in (CONTENTS, RUNNING) and one.zone != SIGNATURE
