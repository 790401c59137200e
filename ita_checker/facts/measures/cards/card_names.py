"""The names of cards in their titles, without what counts them: "เรื่องที่สอง – …", "งาน B …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ita_checker.facts.measures.naming.labels import (
    CALLED,
    CONTENTS,
    HEADED,
    ORDINALS,
    is_question,
    section_mode,
    unmarked,
)
from ita_checker.facts.measures.naming.names import SHORTEST, umbrella
from ita_checker.facts.tables import (
    A_ROUND,
    MONITORING,
    NUMBER,
    PERIOD,
    SCORE,
    Stretch,
    look,
)
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_below, words_of

SHORTEST_NAME = 6  # letters
MARKS = ".:)(–-·|>▶• "
LONGEST_TITLE = 120
NO_NAMES = frozenset({PERIOD, MONITORING, NUMBER, SCORE})  # what no name looks like
# "ครั้งที่ 2", "ตอนที่ 1" over labels: what is counted so is no measure.
COUNTED_ELSE = pattern_of(
    lambda: (
        f"(?:{any_of(words_of('measures.no_measures'))}|{any_of(HEADED['part'])})"
        rf"{any_of(words_of('measures.counts'))}\d"
    )
)
# "ประชุมออกแบบเว็บไซต์ 11 ธันวาคม 2567": what was done on a day is no name
ON_A_DAY = pattern_of(
    lambda: rf"\d{{1,2}}{any_of(words_below('months.full'))}[\u0e01-\u0e4e.]{{0,6}}\d{{4}}"
)
CALLS_ITSELF = pattern_of(lambda: CALLED())
LETTER = re.compile(r"[^\W\d]")
COUNT = re.compile(r"[a-z\u0e01-\u0e2e]|\d{1,2}")


def names_of(text: Flow, titles: Sequence[Stretch]) -> list[Stretch]:
    """Return the names in the titles of cards that belong together: what comes again in all of
    them and what counts them is no part of any name.
    """
    common = _common(text, titles)
    counted = [name for one in titles if (name := _after_count(text, one, common))]
    names = counted if len(counted) == len(titles) else list(titles)
    led = _common(text, names)
    cut = max((led.rfind(mark) + 1 for mark in ":·–-"), default=0)
    return [(start + cut, end) for start, end in names]


def _common(text: Flow, titles: Sequence[Stretch]) -> str:
    """Return the letters with which all titles begin."""
    letters = zip(*(text.text[start:end] for start, end in titles), strict=False)
    return "".join(same[0] for same in takewhile(lambda same: len(set(same)) == 1, letters))


def _after_count(text: Flow, title: Stretch, common: str) -> Stretch | None:
    """Return the title behind the word that all have in common and its own count, None where the
    title does not go on so.
    """
    start, end = title
    counts: tuple[str | re.Pattern[str], ...] = (*ORDINALS(), COUNT)
    for at in range(len(common), -1, -1):
        for count in counts:
            size = _length(text.text, start + at, count)
            after = start + at + size
            if size and (text.gap(after) or text.text[after : after + 1] in MARKS):
                while after < end and text.text[after] in MARKS:
                    after += 1
                return (after, end) if end - after >= SHORTEST_NAME else None
    return None


def _length(text: str, at: int, count: str | re.Pattern[str]) -> int:
    """Return how many letters a count takes at a place, 0 where it does not stand there."""
    if isinstance(count, str):
        return len(count) if text.startswith(count, at) else 0
    found = count.match(text, at)
    return len(found[0]) if found else 0


def may_name(text: str) -> bool:
    """Tell whether a line over labels can be a measure's name: no heading of all, no sentence."""
    bare = unmarked(text)
    headed = section_mode(bare) is not None
    named = len(bare) >= SHORTEST and look(bare) not in NO_NAMES
    fits = named and len(text) <= LONGEST_TITLE
    fits = fits and not (COUNTED_ELSE.match(bare) or is_question(bare) or ON_A_DAY.search(bare))
    of_a_round = A_ROUND.search(bare) and not CALLS_ITSELF.search(bare)
    return fits and not (headed or of_a_round or umbrella(bare) or CONTENTS.search(text))
