"""Tables that are drawn without lines and were not read as tables: their row of headings stands in
the text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ita_checker.facts.page import HEADING, TITLE, Placed, block_at, cover, flow, lines
from ita_checker.facts.tables.fields import (
    NAME,
    NAMES,
    OWN_FIELDS,
    PLAN_FIELDS,
    RESULT_FIELDS,
    field,
)
from ita_checker.facts.tables.joined import Stretch, grids
from ita_checker.model import Box, Facts, Words
from ita_checker.text.patterns import Pattern, any_of, pattern_of
from ita_checker.words import of_words, words_of

OF_NAME = of_words(lambda: any_of(words_of("fields.cells.measure")))
LISTED = pattern_of(
    lambda: (
        rf"[(]?[0-9]{{1,2}}[.)]{{0,2}}{OF_NAME()}(?:{any_of(words_of('measures.names.numbered'))}[0-9]{{1,2}})?"
        r"[\u0e01-\u0e4e]{4,}"
    )
)
A_NAME = pattern_of(lambda: any_of(NAMES()))
UNREAD = Words(
    "มีตารางที่ไม่มีเส้นซึ่งอ่านเป็นรายมาตรการไม่ได้ โปรดตรวจสอบด้วยตนเอง",
    "a table without lines could not be read; please look",
)
SHARED = 0.4  # of the lower line's height stand two lines side by side
FEWEST = 2  # fields beside the measures' names that make a line a row of headings


def unread(facts: Facts) -> tuple[tuple[Stretch, frozenset[str]], ...]:
    """Return the lines that head the measures of a table not read as one, each with the fields it
    names.
    """
    return facts.once(_unread)


def unread_plan(facts: Facts) -> Stretch | None:
    """Return where measures are set in a table not read as one, None where there is none."""
    return next((place for place, held in unread(facts) if held & set(PLAN_FIELDS)), None)


def unread_results(facts: Facts) -> Stretch | None:
    """Return where results are told in a table not read as one, None where there is none."""
    return next((place for place, held in unread(facts) if held & set(RESULT_FIELDS)), None)


def listed(facts: Facts, after: Pattern | None = None) -> tuple[Stretch, ...]:
    """Return the lines, in tables or out, that begin with a number and a measure; with `after`,
    those below a line that says it.
    """
    text = flow(facts).text
    below = [
        line.start
        for line in lines(facts)
        if after is None or after.search(text, line.start, line.end)
    ]
    first = min(below, default=len(text))
    return tuple(
        (line.start, line.end)
        for line in lines(facts)
        if line.start >= first and LISTED.match(text, line.start)
    )


def _unread(facts: Facts) -> tuple[tuple[Stretch, frozenset[str]], ...]:
    found = []
    text = flow(facts).text
    for row in _rows(facts):
        if not any(A_NAME.search(text, line.start, line.end) for line in row):
            continue  # nearly always: nothing in it is called the measures
        if len(row) == 1 and len(_gaps(facts, row[0])) < FEWEST:
            continue  # too few pieces to head the columns
        held = [_fields(facts, line) for line in row]
        named = {name for names in held for name in names}
        if (
            (all(held) or len(row) > 1)
            and not _in_title(facts, row[0])
            and NAME in named
            and len(named & OWN_FIELDS) >= FEWEST
            and not _read_below(facts, row[-1].end)
        ):
            found.append(((row[0].start, row[-1].end), frozenset(named)))
    return tuple(found)


def _in_title(facts: Facts, line: Placed) -> bool:
    """Tell whether a line stands on the cover or in the report's title: "รายงานการวิเคราะห์ผล มาตรการ
    และผลการดำเนินการ" is no row of headings.
    """
    start, end = cover(facts)
    block = block_at(facts, line.start)
    titled = block is not None and block.kind == HEADING and block.zone == TITLE
    return titled or start <= line.start < end


def _read_below(facts: Facts, end: int) -> bool:
    """Tell whether the table that stands right below, over the page's end, was read all the
    same.
    """
    below = next((grid for grid in grids(facts) if grid.start >= end), None)
    if below is None or not set(below.columns) & OWN_FIELDS:
        return False
    between = flow(facts).text[end : below.start]
    return not re.search("[ก-ฮ]", between)


def _rows(facts: Facts) -> Iterator[tuple[Placed, ...]]:
    """Yield the lines outside tables, those side by side together: headings of columns on a scan
    are lines of their own.
    """
    row: list[Placed] = []
    for line in lines(facts):
        if row and not (
            line.cell is None and line.page == row[0].page and _side_by_side(row[0].box, line.box)
        ):
            yield tuple(row)
            row = []
        if line.cell is None:
            row.append(line)
    if row:
        yield tuple(row)


def _side_by_side(one: Box, other: Box) -> bool:
    if one.bottom <= other.top or other.bottom <= one.top:
        return False
    return min(one.bottom, other.bottom) - max(one.top, other.top) > SHARED * min(
        one.bottom - one.top, other.bottom - other.top
    )


def _fields(facts: Facts, line: Placed) -> list[str]:
    """Return the fields that a line's words name one after the other; none where one names none."""
    named: list[str] = []
    for word in _words(facts, line):
        held = field(word)
        if not held:
            return []
        named.append(held)
    return named


def _words(facts: Facts, line: Placed) -> Iterator[str]:
    """Yield the pieces of the line that white space on the page parts."""
    text = flow(facts).text
    for start, end in itertools.pairwise([line.start, *_gaps(facts, line), line.end]):
        yield text[start:end]


def _gaps(facts: Facts, line: Placed) -> list[int]:
    return flow(facts).gaps(line.start + 1, line.end)
