"""What is looked at for each mention of an office: the letters around it, lines, cells, pieces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, takewhile

from ita_checker.facts.organisation.kinds import words_in
from ita_checker.facts.organisation.words import some
from ita_checker.facts.page import (
    HEADING,
    MEMO,
    SIGNATURE,
    Block,
    Rows,
    blocks,
    cover,
    flow,
    parts,
    pieces_at,
    rows,
)
from ita_checker.model import Cell, Facts, Page
from ita_checker.text.bullets import BULLETS
from ita_checker.text.patterns import pattern_of

ENTRY = 90  # letters: a longer piece that stands alone tells of an office, it lists none
ENDS = "\t\f"  # of cells and pages
NUMBERS = re.compile("[0-9]+")
BULLET = re.compile(rf"(?:[{BULLETS}]|\(?[0-9]{{1,2}}[.)])+")
RESPONSIBLE = pattern_of(lambda: some("organisation.responsible"))


@dataclass(frozen=True)
class Look:
    """Text, rows, the lines that recur at page edges, cells under a head that asks who, the
    cover's letters, the piece in which a letter stands, the white space before a letter, the
    letters of memos, where the offices of a list begin with the heading above the list.
    """

    text: str
    rows: Rows
    running: frozenset[int]
    responsible: tuple[tuple[int, int], ...]
    cover: tuple[int, int]
    piece: Callable[[int], Block | None]
    gap: Callable[[int], str]
    memos: tuple[tuple[int, int], ...]
    listed: Mapping[int, str]

    def before(self, at: int, length: int) -> str:
        """Return the letters before a place, back to the beginning of its cell, page, piece or
        signature: what a paragraph above tells is not told of who signs below it.
        """
        piece = self.piece(at)
        low = max(0, at - length)
        over = self.piece(piece.start - 1) if piece and piece.start else None
        headed = over is not None and over.kind == HEADING
        if piece and (headed or piece.kind == HEADING or piece.start in self.rows.broken):
            low = max(low, piece.start)
        while piece and piece.zone == SIGNATURE and piece.start > low:
            above = self.piece(piece.start - 1)
            if above is None or above.zone != SIGNATURE:
                low = piece.start
            piece = above
        return self.text[max(low, *(self.text.rfind(end, low, at) + 1 for end in ENDS)) : at]

    def after(self, at: int, length: int) -> str:
        """Return the letters after a place, on to the end of its cell, page or piece, or to the
        heading below it.
        """
        piece = self.piece(at - 1) if at else None
        high = at + length
        below = self.piece(piece.end) if piece else None
        headed = below is not None and below.kind == HEADING
        if piece and (headed or piece.kind == HEADING or piece.end in self.rows.broken):
            high = min(high, piece.end)
        ends = (end for mark in ENDS if (end := self.text.find(mark, at, high)) >= 0)
        return self.text[at : min(ends, default=high)]

    def responsible_at(self, at: int) -> bool:
        """Tell whether a letter stands in a cell under a head that asks who is responsible."""
        index = bisect_right(self.responsible, (at, 1 << 60)) - 1
        return index >= 0 and at < self.responsible[index][1]


def look(facts: Facts) -> Look:
    """Return what is looked at in a document, found once."""
    return facts.once(_look)


def _look(facts: Facts) -> Look:
    text, lines = flow(facts).text, rows(facts)
    return Look(
        text,
        lines,
        _running(text, lines),
        _responsible(facts),
        cover(facts),
        pieces_at(facts),
        flow(facts).gap,
        tuple((part.start, part.end) for part in parts(facts) if part.kind == MEMO),
        dict(_listed(facts)),
    )


def _listed(facts: Facts) -> Iterator[tuple[int, str]]:
    """Yield where offices begin the pieces right below a heading, one after the other, with the
    heading's letters; a single paragraph that goes on about an office is no list.
    """
    text, pieces = flow(facts).text, blocks(facts)
    starts = [block.start for block in pieces]
    begun = dict[int, int]()  # pieces by number, and where the office stands that begins each
    for word in words_in(facts):
        number = bisect_right(starts, word.start) - 1
        block = pieces[number]
        plain = block.cell is None and block.kind != HEADING
        led = word.start == block.start or BULLET.fullmatch(text, block.start, word.start)
        if plain and led:
            begun[number] = word.start
    for first in (number for number in begun if number and number - 1 not in begun):
        above, head = pieces[first - 1], pieces[first]
        entries = [*takewhile(begun.__contains__, count(first))]
        alone = len(entries) == 1 and begun[first] == head.start
        if above.kind == HEADING and not (alone and head.end - head.start > ENTRY):
            said = text[above.start : above.end]
            yield from ((begun[number], said) for number in entries)


def _running(text: str, lines: Rows) -> frozenset[int]:
    """Return where the lines begin that recur at the edges of at least two pages, their numbers
    aside.
    """
    edges = [(row, NUMBERS.sub("", text[row.start : row.end])) for row in lines.rows if row.edge]
    pages = Counter(words for words, _ in {(words, row.page) for row, words in edges})
    return frozenset(row.start for row, words in edges if words and pages[words] >= 2)


def _responsible(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Return the flow's pieces that are cells under a head that asks who is responsible, in
    order.
    """
    letters, found = flow(facts), []
    for page in facts.document.pages:
        for table in page.tables:
            asked = {
                cell.column
                for cell in table.cells
                if cell.row < 2 and RESPONSIBLE.search(_cell_text(facts, page, cell))
            }
            for cell in table.cells:
                if cell.column in asked:
                    start, end = facts.document.cell(page, cell)
                    found.append((letters.index(start), letters.index(end)))
    return tuple(sorted(found))


def _cell_text(facts: Facts, page: Page, cell: Cell) -> str:
    start, end = facts.document.cell(page, cell)
    return "".join(facts.document.text[start:end].split())
