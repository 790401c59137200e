"""Where a part of a report may stand in words or forms that no list knows: paragraphs by their units
of meaning, tables that nothing gives a role.

An absence is told only where every piece of the report has another role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ita_checker.facts.page import (
    BODY,
    CELL,
    PARAGRAPH,
    TITLE,
    Block,
    begins_anew,
    blocks,
    flow,
)
from ita_checker.facts.tables import OWN_FIELDS, SCORE, Grid, grids
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern
from ita_checker.words import lists_of, words_of

SHORTEST = 40  # letters: less is no paragraph that could be a part
MOST = 0.75  # of a part's units of meaning in one paragraph: it may be the part in other words
TWO = 2  # units will do where nothing else claims the paragraph
IN_TABLES = frozenset({"analysis", "measures", "results"})  # what is also told in tables
FEW = 2  # rows and columns of a table that could hold a part
OF_A_PART = frozenset({*OWN_FIELDS, SCORE})


@dataclass(frozen=True, slots=True)
class LikelyPart:
    """A piece that may be a part: its stretch of the flow, and the share of the part's units of
    meaning that it holds (0 to 1; 1 for a table without a role).
    """

    start: int
    end: int
    share: float
    units: int
    claimed: bool

    @property
    def may_be(self) -> bool:
        """Tell whether a person should look before the part is called missing."""
        return self.share >= MOST or (not self.claimed and self.units >= TWO)


def likely_part(facts: Facts, meaning: str) -> LikelyPart | None:
    """Return the piece most likely to be a part, None where no piece has any of its meaning."""
    found = [*_paragraphs(facts, meaning), *_tables(facts, meaning)]
    best = max(found, key=lambda part: (part.may_be, part.share), default=None)
    return best if best and best.share else None


def _paragraphs(facts: Facts, meaning: str) -> Iterator[LikelyPart]:
    units, text = _units(meaning), flow(facts).text
    for block in blocks(facts):
        said = text[block.start : block.end]
        listed = meaning != "measures" or begins_anew(said)  # measures are told one by one
        if listed and _may_hold(block):
            held = _held(said, units)
            yield LikelyPart(block.start, block.end, held / len(units), held, _claimed(said))


def _may_hold(block: Block) -> bool:
    prose = block.kind == PARAGRAPH and block.zone in (BODY, TITLE)
    return (prose or block.kind == CELL) and block.end - block.start >= SHORTEST


def _tables(facts: Facts, meaning: str) -> Iterator[LikelyPart]:
    if meaning in IN_TABLES:
        for grid in grids(facts):
            if without_role(grid):
                yield LikelyPart(grid.start, grid.end, 1.0, TWO, False)


def without_role(grid: Grid) -> bool:
    """Tell whether a table that could hold a part has columns that nothing gives a role."""
    if any(field in OF_A_PART for field in grid.columns):
        return False
    full = [row for row in grid.rows if sum(slot.filled for slot in row.slots) >= FEW]
    return len(full) >= FEW


def _claimed(text: str) -> bool:
    """Tell whether a paragraph says what prefaces, legal grounds and letters say."""
    return bool(_elsewhere().search(text))


@cache
def _elsewhere() -> re.Pattern[str]:
    return pattern(any_of(words_of("parts.elsewhere")))


def _held(text: str, units: tuple[tuple[str, ...], ...]) -> int:
    """Return how many units of meaning a text holds."""
    return sum(any(word in text for word in words) for words in units)


@cache
def _units(meaning: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(fold, words)) for words in lists_of(f"parts.{meaning}").values())
