"""The months by name: in full, as spoken, short, in English, misspelt."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from ita_checker.words import lists_of, of_words


def _numbered(name: str) -> dict[str, int]:
    """Return the month of each name in one way of writing it."""
    return {
        word: int(month) for month, words in lists_of(f"months.{name}").items() for word in words
    }


FULL = of_words(lambda: _numbered("full"))
SPOKEN = of_words(lambda: _numbered("spoken"))
SHORT = of_words(lambda: _numbered("short"))
LATIN = of_words(lambda: _numbered("latin"))
KNOWN_SLIPS = of_words(
    lambda: {
        slip: FULL()[meant]
        for meant, slips in lists_of("months.misspelt").items()
        for slip in slips
    }
)
MONTHS = of_words(
    lambda: {
        **FULL(),
        **SPOKEN(),
        **SHORT(),
        **{name.replace(".", ""): month for name, month in SHORT().items()},
        **LATIN(),
        **KNOWN_SLIPS(),
    }
)
PLAIN = of_words(lambda: frozenset((*FULL(), *LATIN(), *KNOWN_SLIPS())))  # told by their letters
LONG = 8  # letters of a month's name in which two may be wrong


def month_of(name: str) -> int:
    """Return the number of a month written so; KeyError where it is none."""
    months = MONTHS()
    return months[name if name in months else name.replace(".", "")]


def is_short(name: str) -> bool:
    """Tell whether a month's name is so short that letters alone do not tell it: "ก.พ." "มีนา"."""
    return "." in name or name not in PLAIN()


def near(name: str) -> int | None:
    """Return the month a word with one wrong letter means (two in a long one), None for a right or
    another word.
    """
    if name in MONTHS():
        return None
    close = [(Levenshtein.distance(name, full), month, len(full)) for full, month in FULL().items()]
    distance, month, letters = min(close)
    return month if distance <= (2 if letters >= LONG else 1) else None
