"""What stands between what a report calls weak and its measures, and tells of neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ita_checker.facts.measures import left_unread, named, named_again, names_office, plan, weak
from ita_checker.facts.page import BODY, CONTENTS, HEADING, TITLE, Block, blocks, flow
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.months import FULL
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

MEASURES = pattern_of(lambda: rf"(?:\d{{1,2}}[.)])?{any_of(words_of('fields.cells.measure'))}")
A_HEADING = 45  # letters at most of a line that heads a paragraph longer than that
SCORE = re.compile(r"(?<![\d.])\d{2}\.\d{1,2}(?![\d.])")
DATED = pattern_of(lambda: rf"\d{any_of(map(fold, FULL()))}")


def between(facts: Facts) -> Iterator[Block]:
    """Yield the paragraphs between what is weak and the first measure, or what may be one, that
    name no indicator and score nothing.
    """
    places = [start for _, (start, _) in named(facts)]
    if not places:
        return
    low = [start for one in weak(facts) for start, _ in one.places[:1]]
    first = min(low, default=places[0])
    last = _first_measure(facts, first)
    for block in blocks(facts):
        told = replace(block, end=min(block.end, last))  # a paragraph may run on into the measures
        inside = first < told.start and told.zone in (BODY, TITLE)
        if not inside or told.kind in (CONTENTS, HEADING) or told.end - told.start <= A_HEADING:
            continue
        if MEASURES.match(flow(facts).text, told.start, told.end):
            continue  # what heads the measures
        about = any(told.start <= at < told.end for at in places)
        if not about and not SCORE.search(flow(facts).text, told.start, told.end):
            yield told


def acts(facts: Facts, told: Block, *, surely: bool) -> bool:
    """Tell whether a paragraph names an office, and a day if its words do not say what is done."""
    text = flow(facts).text
    dated = DATED.search(text, told.start, told.end) is not None
    return (surely or dated) and names_office(facts, told.start, told.end)


def _first_measure(facts: Facts, after: int) -> int:
    """Return where the first measure is set below a place, or what may be one stands; the report's
    end for none.
    """
    known = [one.name[0] for one in plan(facts)]
    again = [start for _, (start, _) in named_again(facts)]
    perhaps = [*(start for start, _ in left_unread(facts)), *again]
    below = [start for start in known or perhaps if start > after]
    return min(below, default=len(flow(facts).text))
