"""The months by name: in full, as spoken, short, in English, misspelt."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from ita_checker.words import lists_of, words_of

FULL = words_of("months.full")
SPOKEN = words_of("months.spoken")
SHORT = words_of("months.short")
LATIN = words_of("months.latin")
KNOWN_SLIPS = {
    slip: FULL.index(meant) + 1
    for meant, slips in lists_of("months.misspelt").items()
    for slip in slips
}
MONTHS = {
    name: month
    for names in (FULL, SPOKEN, SHORT, [name.replace(".", "") for name in SHORT], LATIN)
    for month, name in enumerate(names, 1)
} | KNOWN_SLIPS
LONG = 8  # letters of a month's name in which two may be wrong


def month_of(name: str) -> int:
    """Return the number of a month written so; KeyError where it is none."""
    return MONTHS[name if name in MONTHS else name.replace(".", "")]


def is_short(name: str) -> bool:
    """Tell whether a month's name is so short that letters alone do not tell it: "ก.พ." "มีนา"."""
    return "." in name or name.replace(".", "") not in (*FULL, *LATIN, *KNOWN_SLIPS)


def near(name: str) -> int | None:
    """Return the month a word with one wrong letter means (two in a long one), None for a right or
    another word.
    """
    if name in MONTHS:
        return None
    close = [(Levenshtein.distance(name, full), month) for month, full in enumerate(FULL, 1)]
    distance, month = min(close)
    return month if distance <= (2 if len(FULL[month - 1]) >= LONG else 1) else None
