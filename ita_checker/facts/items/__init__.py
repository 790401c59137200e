"""Which items of the scheme a file holds, by its titles and its contents."""

from __future__ import annotations

from ita_checker.facts.items.held import demanded, held, speaks_of, title
from ita_checker.facts.items.leads import MEASURES, RESULTS
from ita_checker.facts.items.likely_parts import LikelyPart, likely_part
from ita_checker.facts.items.practice import asked, owes_no_results
from ita_checker.facts.items.sections import part_of, parts_of, says_of_itself
from ita_checker.facts.items.titles import (
    Named,
    Numbered,
    named,
    numbered,
    own_numbers,
    regions,
)
from ita_checker.facts.items.unclaimed import unclaimed

__all__ = [
    "MEASURES",
    "RESULTS",
    "LikelyPart",
    "Named",
    "Numbered",
    "asked",
    "demanded",
    "held",
    "likely_part",
    "named",
    "numbered",
    "owes_no_results",
    "own_numbers",
    "part_of",
    "parts_of",
    "regions",
    "says_of_itself",
    "speaks_of",
    "title",
    "unclaimed",
]
