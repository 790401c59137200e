"""The pieces of a report: headings, paragraphs, table cells, lines of a table of contents, each in
its zone of the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from ita_checker.facts.page.contents import listed_contents
from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.grouping import NUMBERED, Setting, bold, goes_on, setting
from ita_checker.facts.page.layout import DEEP, SET_IN, line_pitch, size_of
from ita_checker.facts.page.lines import Placed, lines_of
from ita_checker.facts.page.pieces import (
    BODY,
    CELL,
    CONTENTS,
    COVER,
    HEADING,
    LARGE,
    PARAGRAPH,
    RUNNING,
    SHORT_HEADING,
    Block,
)
from ita_checker.facts.page.zones import zoned
from ita_checker.model import Facts
from ita_checker.text.patterns import built
from ita_checker.words import words_of

LONGEST_HEADING = 6  # lines
PARTS = built(
    r"{numbered_parts}\d|{parts}",
    lambda: {name: words_of(f"layout.{name}") for name in ("numbered_parts", "parts")},
)


def blocks(facts: Facts) -> tuple[Block, ...]:
    """Return the report's pieces in reading order; together they hold every letter."""
    return facts.once(_blocks)


def block_at(facts: Facts, at: int) -> Block | None:
    """Return the piece in which the flow's letter `at` stands."""
    return facts.once(pieces_at)(at)


def pieces_at(facts: Facts) -> Callable[[int], Block | None]:
    """Return what tells the piece in which a letter of the flow stands. It holds no facts, so that
    what is kept of them may hold it: a report's facts go with the report, no cycle keeps them.
    """
    known = blocks(facts)
    starts = [block.start for block in known]

    def at(place: int) -> Block | None:
        number = bisect_right(starts, place)
        return block if number and place < (block := known[number - 1]).end else None

    return at


def cover(facts: Facts) -> tuple[int, int]:
    """Return the flow's stretch of the cover, the first page with letters where it is one; (0, 0)
    where the report has none: every wing means this by a cover.
    """
    return facts.once(_cover)


def _cover(facts: Facts) -> tuple[int, int]:
    known = blocks(facts)
    own = [block for block in known if block.zone == COVER and block.page == known[0].page]
    return (own[0].start, own[-1].end) if own else (0, 0)


def headings(facts: Facts) -> tuple[Block, ...]:
    """Return headings, covers' and titles' lines."""
    return tuple(block for block in blocks(facts) if block.kind == HEADING)


def _blocks(facts: Facts) -> tuple[Block, ...]:
    of, found = setting(facts), list[Block]()
    for page in facts.document.pages:
        own = lines_of(facts, page.number)
        running = [*filter(attrgetter("running"), own)]  # its last
        found += zoned(facts, page, [*_grouped(of, own[: len(own) - len(running)])])
        found += [Block(line.start, line.end, line.page, RUNNING, BODY) for line in running]
    return tuple(listed_contents(flow(facts).text, found))


def _grouped(of: Setting, own: Sequence[Placed]) -> Iterator[Block]:
    """Yield a page's blocks: the lines of a cell together, other lines as headings, contents and
    paragraphs.
    """
    pitch = line_pitch(own)
    for cell, run in groupby(own, key=attrgetter("cell")):
        if cell:
            yield _block(of, [*run])
            continue
        group: list[Placed] = []
        for line in run:
            if group and not goes_on(of, group, line, pitch):
                yield _block(of, group)
                group = []
            group.append(line)
        yield _block(of, group)


def _block(of: Setting, group: Sequence[Placed]) -> Block:
    first, start, end = group[0], group[0].start, group[-1].end
    size, centred = size_of(first, of.usual), _all_centred(of, group)
    if first.cell:
        kind = CELL
    elif start in of.leading:
        kind = CONTENTS
    elif _is_heading(of.text[start:end], size, centred or all(map(bold, group)), len(group)):
        kind = HEADING
    else:
        kind = PARAGRAPH
    set_in = 0.0 if first.cell or centred else first.box.x0 - of.sides[first.page][0]
    indented = SET_IN < set_in < DEEP
    return Block(start, end, first.page, kind, BODY, size, centred, first.cell, indented)


def _all_centred(of: Setting, group: Sequence[Placed]) -> bool:
    """Tell whether all lines stand in the middle, one of them not because it fills the page."""
    if group[0].start not in of.middle:  # nearly always
        return False
    starts = [line.start for line in group]
    return of.middle.issuperset(starts) and not of.centred.isdisjoint(starts)


def _is_heading(text: str, size: float, centred: bool, count: int) -> bool:
    large = size >= LARGE or centred
    if len(text) > SHORT_HEADING * (2 if large else 1) or count > LONGEST_HEADING:
        return False
    if large:
        return True
    numbered = NUMBERED.match(text)
    return PARTS.match(text, numbered.end() if numbered else 0) is not None
