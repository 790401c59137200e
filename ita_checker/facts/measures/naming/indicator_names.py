"""Where a report names the indicators of the assessment."""

from __future__ import annotations

import re
from bisect import bisect_left

from ita_checker.facts.page import flow
from ita_checker.facts.tables import Stretch
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import pattern_of, spelled
from ita_checker.words import lists_of, of_words, words_of

# The ten indicators from 2562 on, each with the spellings met in reports.
SPELLINGS = lists_of("indicators.names")
FOLDED = of_words(lambda: frozenset(map(fold, SPELLINGS)))
NAMES = pattern_of(
    lambda: "|".join(f"(?P<i{at}>{spelled(words)})" for at, words in enumerate(SPELLINGS.values()))
)
AFTER = of_words(lambda: tuple(map(fold, words_of("indicators.inside.after"))))
BEFORE_IT = of_words(lambda: tuple(map(fold, words_of("indicators.inside.before"))))


def named(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    """Return every place where an indicator is named, in order."""
    return facts.once(_named)


def _named(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    names = list(SPELLINGS)
    hits = NAMES.finditer(flow(facts).text)
    return tuple(
        (names[int((hit.lastgroup or "i0")[1:])], hit.span())
        for hit in hits
        if not _in_title(flow(facts).text, hit)
    )


def names_one(facts: Facts, place: Stretch) -> bool:
    """Tell whether an indicator is named in a stretch of the report."""
    at = bisect_left(named(facts), place[0], key=lambda one: one[1][0])
    return at < len(named(facts)) and named(facts)[at][1][0] < place[1]


def _in_title(text: str, hit: re.Match[str]) -> bool:
    """Tell whether the name is part of another: มาตรการป้องกันการทุจริต, แผนปฏิบัติการป้องกันการทุจริต,
    คณะกรรมการป้องกัน …
    """
    return text.endswith(AFTER(), 0, hit.start()) or text.startswith(BEFORE_IT(), hit.end())
