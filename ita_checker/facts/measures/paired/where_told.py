"""Where each measure is told of: its cells, or what stands from its name to the next one's, with
what stands right over it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from ita_checker.facts.measures.paired.plan_and_results import Measure, plan, results
from ita_checker.facts.page import HEADING, block_at, flow
from ita_checker.facts.tables import INDICATOR, SCORE, TOPIC, Stretch, grids, said
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

TO = pattern_of(lambda: any_of(words_of("indicators.answer_to")))
FAR = 1600  # letters below its name in which a measure outside tables is told of
SHORT = 60  # letters of a line right over a measure that is about it
DECLARED = (TOPIC, SCORE, INDICATOR)


def first_measure(facts: Facts) -> int:
    """Return where the first measure is named, or the table that names it begins; the text's end
    for none.
    """
    names = [one.name[0] for one in (*plan(facts), *results(facts))]
    tables = [one.start for one in grids(facts) if any(one.start <= at < one.end for at in names)]
    return min([*names, *tables], default=len(flow(facts).text))


def regions(facts: Facts) -> Sequence[tuple[Measure, Sequence[Stretch]]]:
    return facts.once(_regions)


def _regions(facts: Facts) -> Sequence[tuple[Measure, Sequence[Stretch]]]:
    """Return the measures, each with where it is told of: its cells, or what stands from its name
    to the next one's, and a short line right over it.
    """
    every = sorted(
        {one.name: one for one in (*results(facts), *plan(facts))}.values(),
        key=lambda one: one.name,
    )
    ends = [*(one.name[0] for one in every[1:]), len(flow(facts).text)]
    return [
        (one, [*_cells(one), *(() if one.table else _around(facts, one, end))])
        for one, end in zip(every, ends, strict=False)
    ]


def _cells(one: Measure) -> Iterable[Stretch]:
    return (one.name, *(part for own in one.fields.values() for part in own), *one.unplaced)


def _around(facts: Facts, one: Measure, end: int) -> Iterator[Stretch]:
    piece = block_at(facts, one.name[0])
    over = block_at(facts, piece.start - 1) if piece else None
    if over and (over.kind == HEADING or over.end - over.start <= SHORT):
        yield over.start, over.end
    yield one.name[0], max(one.name[1], min(end, one.name[1] + FAR))


def topics(one: Measure) -> Iterator[Stretch]:
    for held in DECLARED:
        yield from one.fields.get(held, ())


def cells_that_answer(facts: Facts) -> Iterator[Stretch]:
    """Yield the cells that say what a measure is about, or whose column or row is for what it
    answers.
    """
    for one, _ in regions(facts):
        yield from topics(one)
    for grid in grids(facts):
        of_columns = [TO.search(head) is not None for head in grid.headings]
        for row in grid.rows:
            of_row = TO.search(said(facts, row.slots[0].parts)) if row.slots else None
            for at, slot in enumerate(row.slots):
                if (at and of_row) or (at < len(of_columns) and of_columns[at]):
                    yield from slot.parts


def rows_of_measures(facts: Facts) -> Iterator[Stretch]:
    """Yield the cells of the rows in which measures are named."""
    names = sorted(one.name[0] for one, _ in regions(facts))
    for grid in grids(facts):
        for row in grid.rows:
            parts = [part for slot in row.slots for part in slot.parts]
            if any(bisect_left(names, start) < bisect_left(names, end) for start, end in parts):
                yield from parts
