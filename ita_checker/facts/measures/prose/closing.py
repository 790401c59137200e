"""Where the last of several measures in prose ends: at a heading that opens a part of the report,
not of the measure, as no other measure has such a heading within it; or with its own line, where
all of them are a list of bare names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from ita_checker.facts.measures.naming.labels import NUMBERED, name_label
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.page import HEADING, block_at, blocks, flow
from ita_checker.facts.tables import labelled
from ita_checker.model import Facts

SIBLINGS = 2  # measures at least that have no heading within
A_NUMBER = 8  # letters of a number or a mark between two names of a list


def end_last(facts: Facts, measures: Iterable[Told]) -> None:
    """Take from the last of the measures that follow each other what stands below such a heading;
    where all are opened by a count or a label, so that the heading is no measure that was missed.
    """
    for (_, marked), run in groupby(measures, key=lambda one: (one.mode, one.marked)):
        own = list(run)
        if len(own) > SIBLINGS and _bare(facts, own):
            _end(own[-1], own[-1].name[1])
        if not marked or len(own) <= SIBLINGS:
            continue
        if any(_headings(facts, one) for one in own[:-1]):
            continue
        if headings := _headings(facts, own[-1]):
            _end(own[-1], headings[0])


def _bare(facts: Facts, measures: Sequence[Told]) -> bool:
    """Tell whether the names of a list follow each other, nothing below any but the last, and what
    is below that one begins a paragraph of its own.
    """
    last = measures[-1]
    below = min((part[0] for part in last.body), default=-1)
    block = block_at(facts, below)
    return (
        block is not None
        and block.start == below
        and not any(one.body or one.fields for one in measures[:-1])
        and all(later.name[0] - one.name[1] <= A_NUMBER for one, later in pairwise(measures))
    )


def _headings(facts: Facts, measure: Told) -> Sequence[int]:
    """Return where headings begin below a measure's name that are no labels and open no measure."""
    text = flow(facts).text
    return [
        block.start
        for block in blocks(facts)
        if block.kind == HEADING and measure.name[1] <= block.start < measure.end
        if not labelled(facts, (block.start, block.end))
        if not NUMBERED.match(text[block.start : block.end])
        if not name_label(text[block.start : block.end])
    ]


def _end(measure: Told, at: int) -> None:
    """Take from a measure what stands from a place on; a field told only there is none of it."""
    measure.end = at
    measure.body = [part for part in measure.body if part[0] < at]
    kept = {
        held: [part for part in parts if part[0] < at] for held, parts in measure.fields.items()
    }
    measure.fields = {held: parts for held, parts in kept.items() if parts}
