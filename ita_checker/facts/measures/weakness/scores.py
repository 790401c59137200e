"""What each indicator of the assessment scored, where a report or the assessment's own page
says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_checker.facts.measures.naming.indicator_names import SPELLINGS, named
from ita_checker.facts.page import flow
from ita_checker.facts.tables import Stretch
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

# Between a name and its score stand cells, brackets and words such as "ได้คะแนน".
VALUE = pattern_of(
    lambda: (
        rf"(?:[\t:=()\s-]|{any_of(words_of('indicators.scores'))}){{0,12}}(\d{{1,3}}\.\d{{1,2}})(?!\d)"
    )
)
ANOTHER = re.compile(r"[\t()\s/-]{0,4}\d{1,3}\.\d{1,2}(?!\d)")  # two scores: which is this year's?
MOST = 100.0


@dataclass(frozen=True, slots=True)
class Score:
    """What one indicator scored, by its usual name, and where its name and score stand."""

    name: str
    value: float
    place: Stretch


def scores(facts: Facts) -> tuple[Score, ...]:
    """Return the indicators with one score and no other, in the order of the assessment."""
    return facts.once(_scores)


def _scores(facts: Facts) -> tuple[Score, ...]:
    text, found = flow(facts).text, dict[str, dict[float, Score]]()
    unclear: set[str] = set()
    for name, (start, end) in named(facts):
        hit = VALUE.match(text, end)
        if hit is None:
            continue
        value = float(hit[1])
        if ANOTHER.match(text, hit.end()) or value > MOST:
            unclear.add(name)
        else:
            found.setdefault(name, {}).setdefault(value, Score(name, value, (start, hit.end())))
    return tuple(
        next(iter(found[name].values()))
        for name in SPELLINGS
        if len(found.get(name, ())) == 1 and name not in unclear
    )
