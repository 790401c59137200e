"""Where a year, a date or a round stands: in which cell of which column of which table, or in
which paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from operator import attrgetter

from ita_checker.facts.page import HEADING, PARAGRAPH, block_at, blocks, flow
from ita_checker.facts.tables import (
    ACTIVITY,
    GUIDELINE,
    MONITORING,
    PERIOD,
    PLAN_FIELDS,
    RESPONSIBLE,
    RESULT_FIELDS,
    SCORE,
    STEPS,
    TOPIC,
    Grid,
    Prose,
    grids,
    heads_a_round,
    prose,
    row_field,
    said,
    told_by_round,
)
from ita_checker.facts.years.banners import is_banner, is_foot
from ita_checker.facts.years.written import WORDS
from ita_checker.model import Facts
from ita_checker.model.records import record
from ita_checker.text.patterns import built

# of the page's width: a line that ends earlier than the widest by more ends its paragraph
FULL_LINE = 0.07
# a line further in than that is centred or right-aligned: a title, or who signs and when
INDENT = 0.15
PLANNED = (STEPS, GUIDELINE, RESPONSIBLE)  # columns that make a plan of a table of results
SHORT_PAGE = 0.7  # where every line is short, none of them is full
LONGEST_HEADING = 160  # flow letters at most in a heading
RESULTS = built("{opens_results}", WORDS)
PLANS = built("{opens_plan}", WORDS)
NOW, FORM = built("{now}", WORDS), built("{form}", WORDS)
# parts of the page: where a paragraph of two lines begins and how far its first line reaches
FROM_LEFT, TO_RIGHT = 0.2, 0.85


class Kind(StrEnum):
    """What a place is for: a plan, results, scores of years side by side, another table, prose."""

    PLAN = "plan"
    RESULT = "result"
    SCORES = "scores"
    TABLE = "table"
    PROSE = "prose"


@record(frozen=True, slots=True)
class Place:
    """A cell or paragraph, [start, end) of the flow. `field`, `heading`, `grid` and `row` of a
    cell; `page` counts from 0.
    """

    start: int
    end: int
    kind: Kind
    page: int
    field: str = ""
    heading: str = ""
    grid: int = -1
    row: int = -1
    wide: bool = False

    @property
    def is_heading(self) -> bool:
        """Tell whether this is a line or two of their own, as titles are."""
        return (
            self.kind is Kind.PROSE and self.end - self.start <= LONGEST_HEADING and not self.wide
        )


def places(facts: Facts) -> tuple[Place, ...]:
    """Return every cell, heading cell and paragraph, in order."""
    return facts.once(_places)


def place(facts: Facts, at: int) -> Place:
    """Return the place of the flow's letter `at`; letters outside every place stand in prose of
    their own.
    """
    known, starts = facts.once(_in_order)
    index = bisect_right(starts, at) - 1
    if index >= 0 and at < known[index].end:  # nearly always
        return known[index]
    for own in reversed(known[max(0, index - 2) : max(0, index)]):
        if own.start <= at < own.end:
            return own
    return Place(at, at + 1, Kind.PROSE, 0)


def _in_order(facts: Facts) -> tuple[tuple[Place, ...], tuple[int, ...]]:
    known = places(facts)
    return known, tuple(own.start for own in known)


def line(facts: Facts, at: int) -> Prose | None:
    """Return the line outside tables in which the flow's letter `at` stands."""
    lines = prose(facts)
    index = bisect_right(lines, at, key=lambda own: own.start) - 1
    return lines[index] if index >= 0 and at < lines[index].end else None


def _places(facts: Facts) -> tuple[Place, ...]:
    found = [*dict.fromkeys(_cells(facts)), *_paragraphs(facts)]
    return tuple(sorted(found, key=attrgetter("start", "end")))


def _cells(facts: Facts) -> Iterator[Place]:
    for number, grid in enumerate(grids(facts)):
        if grid.header[0] < grid.header[1]:
            if grid.start < grid.header[0]:  # a title over its headings, in the table's frame
                yield Place(grid.start, grid.header[0], Kind.PROSE, grid.page)
            yield Place(*grid.header, _table_kind(grid), grid.page, "heading", grid=number, row=-1)
        labelled = _labelled(facts, grid)
        reports = any(held in RESULT_FIELDS for held in labelled.values())
        by_rounds, planned = _by_rounds(facts, grid), _table_kind(grid) is Kind.PLAN
        kinds = [_kind(grid, column, by_rounds) for column in range(len(grid.columns))]
        for index, row in enumerate(grid.rows):
            banner = is_banner(grid, index) or heads_a_round(facts, row)
            banner = banner and not (planned and is_foot(facts, row))
            for column, slot in enumerate(row.slots):
                field = grid.columns[column] or labelled.get(index, "")
                kind = _labelled_kind(field, reports) if labelled else kinds[column]
                kind, heading = Kind.PROSE if banner else kind, grid.headings[column]
                for start, end in slot.parts:
                    if start < end:
                        yield Place(start, end, kind, slot.origin[0], field, heading, number, index)


def _labelled(facts: Facts, grid: Grid) -> dict[int, str]:
    """Return the fields that the first cells of rows name, where no headings do: a form with a
    label on each line.
    """
    if any(grid.columns):
        return {}
    named = {
        index: row_field(said(facts, row.slots[0].parts))
        for index, row in enumerate(grid.rows)
        if row.slots
    }
    known = {index: held for index, held in named.items() if held}
    return known if len(set(known.values())) >= 2 else {}


def _labelled_kind(field: str, reports: bool) -> Kind:
    if field in PLAN_FIELDS or not reports:
        return Kind.PLAN
    return Kind.RESULT if field else Kind.TABLE


def _table_kind(grid: Grid) -> Kind:
    if any(column in RESULT_FIELDS for column in grid.columns):
        return Kind.RESULT
    if SCORE in grid.columns and not any(column in PLAN_FIELDS for column in grid.columns):
        return Kind.SCORES
    return Kind.PLAN if any(column in PLAN_FIELDS for column in grid.columns) else Kind.TABLE


def _kind(grid: Grid, column: int, by_rounds: bool) -> Kind:
    """Return what a column is for: in a table of plan and results, each column is one or the
    other, unless its rows are those of rounds told of.
    """
    whole = _table_kind(grid)
    field = grid.columns[column]
    if whole is Kind.RESULT and not field and grid.headings[column] and _before_done(grid, column):
        return Kind.TABLE  # how it was before, say
    if whole is Kind.RESULT and MONITORING in grid.columns and not by_rounds:
        return (
            Kind.RESULT
            if field in RESULT_FIELDS or (field and field not in (*PLAN_FIELDS, PERIOD, TOPIC))
            else Kind.PLAN
        )
    return whole


def _before_done(grid: Grid, column: int) -> bool:
    """Tell whether what was done and what came of it stand behind a column, none of it before."""
    return not {ACTIVITY, *RESULT_FIELDS} & set(grid.columns[:column])


def _by_rounds(facts: Facts, grid: Grid) -> bool:
    """Tell whether a table of results has a row for each round told of: it names the round, what
    was done and what came of it, and nothing of a plan, or it tells anew of each round.
    """
    return not any(column in PLANNED for column in grid.columns) or told_by_round(facts, grid)


def _paragraphs(facts: Facts) -> Iterator[Place]:
    lines = prose(facts)
    widest, leftmost = dict[int, float](), dict[int, float]()
    for line in lines:
        widest[line.page] = max(widest.get(line.page, 0.0), line.right)
        leftmost[line.page] = min(leftmost.get(line.page, 1.0), line.left)
    held, begun = list[Prose](), _openings(facts)
    for line in lines:
        goes_on = line.start not in begun and (
            not held
            or _goes_on(held[-1], line, widest[line.page], leftmost[line.page])
            or _of_one_block(facts, held[-1], line)
        )
        if held and not goes_on:
            yield _paragraph(held, widest)
            held = []
        held.append(line)
    if held:
        yield _paragraph(held, widest)


def _openings(facts: Facts) -> frozenset[int]:
    """Return where headings begin, and paragraphs that are set in: none goes on from the line
    above.
    """
    own = (one for one in blocks(facts) if one.kind == HEADING or one.indented)
    return frozenset(one.start for one in own)


def _goes_on(before: Prose, after: Prose, widest: float, leftmost: float) -> bool:
    if after.overleaf:
        return True
    full = before.right >= max(widest - FULL_LINE, SHORT_PAGE) and after.left <= leftmost + INDENT
    return before.page == after.page and before.end == after.start and full


def _of_one_block(facts: Facts, before: Prose, after: Prose) -> bool:
    """Tell whether two lines stand in one paragraph, each as full as its words let it be."""
    own = block_at(facts, before.start)
    joined = own is not None and own.kind == PARAGRAPH and own.start <= after.start < own.end
    return joined and before.page == after.page and before.end == after.start


def _paragraph(lines: list[Prose], widest: dict[int, float]) -> Place:
    wide = len(lines) > 2 or (
        len(lines) == 2 and lines[0].right > TO_RIGHT and lines[0].left < FROM_LEFT
    )
    return Place(lines[0].start, lines[-1].end, Kind.PROSE, lines[0].page, wide=wide)


def results_from(facts: Facts) -> int:
    """Return the flow index from which the report tells what was done, 0 where of nothing else."""
    return facts.once(_results_from)


def opened(facts: Facts) -> tuple[int, ...]:
    """Return where the paragraphs and cells begin that stand right below a heading of results."""
    return facts.once(_opened)


def _opened(facts: Facts) -> tuple[int, ...]:
    following = zip(facts.once(_telling), places(facts)[1:], strict=False)
    return tuple(after.start for tells, after in following if tells)


def _results_from(facts: Facts) -> int:
    text, every = flow(facts).text, places(facts)
    plans = [
        own.start
        for own in every
        if own.kind is Kind.PLAN or (own.is_heading and PLANS.search(text, own.start, own.end))
    ]
    if not plans:
        return 0
    told = zip(every, facts.once(_telling), strict=True)
    marks = (own.start for own, tells in told if own.kind is Kind.RESULT or tells)
    return min((mark for mark in marks if mark > min(plans)), default=len(text))


def _telling(facts: Facts) -> tuple[bool, ...]:
    """Return of each place whether it opens the results."""
    return tuple(_tells(facts, own) for own in places(facts))


def _tells(facts: Facts, own: Place) -> bool:
    """Tell whether a paragraph opens the results: a heading that says so, or "บัดนี้ … ได้ดำเนินการ"."""
    text, start, end = flow(facts).text, own.start, own.end
    if NOW.match(text, start, end):
        return True
    told = own.is_heading and RESULTS.search(text, start, end)
    return bool(told) and not FORM.search(text, start, min(end, start + 6))
