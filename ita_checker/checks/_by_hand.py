"""What was written by hand between printed words, and so cannot be read."""

from __future__ import annotations

from ita_checker.facts.page import unsure
from ita_checker.model import Case, Words

ILLEGIBLE = 0.6  # how sure a picture's reader is of what was written by hand, or less
BY_HAND = Words(
    "มีวันที่ซึ่งอ่านไม่ออก อาจเขียนด้วยมือ", "a date could not be read; it may be written by hand"
)


def illegible(case: Case, start: int, end: int) -> bool:
    """Tell whether a letter in [start, end) of the flow is one that nobody could read."""
    letters = unsure(case.facts)
    return any(at in letters and letters[at].confidence < ILLEGIBLE for at in range(start, end))
