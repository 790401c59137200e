"""Which items of the scheme a file holds, by its titles and its contents."""

from __future__ import annotations

from ita_checker.facts.items.held import demanded, held, speaks_of, title
from ita_checker.facts.items.leads import MEASURES, RESULTS
from ita_checker.facts.items.likely_parts import LikelyPart, likely_part
from ita_checker.facts.items.sections import part_of, parts_of
from ita_checker.facts.items.titles import (
    Named,
    Numbered,
    named,
    numbered,
    regions,
)
from ita_checker.facts.items.unclaimed import unclaimed

__all__ = [
    "MEASURES",
    "RESULTS",
    "LikelyPart",
    "Named",
    "Numbered",
    "demanded",
    "held",
    "likely_part",
    "named",
    "numbered",
    "part_of",
    "parts_of",
    "regions",
    "speaks_of",
    "title",
    "unclaimed",
]
