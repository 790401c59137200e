"""What a report says in its body that nobody claims: paragraphs and cells that name no indicator,
tell no score and belong to no measure. What is missed may be told there.
"""

from __future__ import annotations

from bisect import bisect_left

from ita_checker.facts.items.likely_parts import SCORE
from ita_checker.facts.measures import named, plan, results
from ita_checker.facts.page import BODY, CELL, PARAGRAPH, blocks, flow
from ita_checker.model import Facts

SAYING = 40  # letters of a piece that says something of its own


def unclaimed(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the flow that nobody claims, in order."""
    return facts.once(_unclaimed)


def _unclaimed(facts: Facts) -> tuple[tuple[int, int], ...]:
    text = flow(facts).text
    indicators = sorted(start for _, (start, _) in named(facts))
    own = [
        stretch
        for measure in (*plan(facts), *results(facts))
        for stretches in ((measure.name,), *measure.fields.values())
        for stretch in stretches
    ]
    return tuple(
        (block.start, block.end)
        for block in blocks(facts)
        if block.zone == BODY
        and block.kind in (PARAGRAPH, CELL)
        and block.end - block.start >= SAYING
        and bisect_left(indicators, block.end) == bisect_left(indicators, block.start)
        and not SCORE.search(text, block.start, block.end)
        and not any(start < block.end and block.start < end for start, end in own)
    )
