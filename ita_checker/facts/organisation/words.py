"""Patterns of the words around offices' names, which stand in the vocabulary: names, offices,
places, organisation.
"""

from __future__ import annotations

import re

from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of
from ita_checker.words import of_words, word_of, words_below, words_of

THAI = r"[\u0e01-\u0e4e]"
AREA_WORD = word_of("offices.numbered.area")


def some(*names: str) -> str:
    """Return regex source of one of the words of these meanings, the longest first."""
    return any_of(word for name in names for word in words_of(name))


def folded(name: str) -> tuple[str, ...]:
    """Return the words of a meaning as a flow writes them."""
    return tuple(fold(word) for word in words_of(name))


def below(name: str) -> str:
    """Return regex source of one of the words of all lists below a name."""
    return any_of(words_below(name))


def not_after(name: str) -> str:
    """Return regex source that none of these words stands right before."""
    return "".join(f"(?<!{re.escape(word)})" for word in folded(name))


# A letter's number stands before the office's name and address: ที่ นว 72301/118; a circular's
# has a letter more: /ว 118.
NUMBERED = of_words(
    lambda: (
        rf"{some('organisation.letter_number')}[\u0e01-\u0e2e.]{{1,6}}[0-9.]{{3,}}"
        rf"(?:/{some('organisation.circular')}?[0-9]{{1,6}})?"
    )
)


def spaced(proper: str) -> str:
    """Return a name with the space that belongs before its number: สกลนคร เขต 1."""
    return re.sub(
        rf"(?<={THAI})({AREA_WORD})?([0-9]+)$",
        lambda match: f" {match[1] + ' ' if match[1] else ''}{match[2]}",
        proper,
    )
