"""How well lines are read: letters, digits and years, against the truth."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

YEAR = re.compile(r"(?<![0-9๐-๙])(?:[12][0-9]{3}|[๑๒][๐-๙]{3})(?![0-9๐-๙])")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts: letters of the truth and edits, digits and those read wrong, years (as wholes) and
    those read wrong.
    """

    letters: int = 0
    edits: int = 0
    digits: int = 0
    digits_wrong: int = 0
    years: int = 0
    years_wrong: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def __str__(self) -> str:
        pairs = (
            ("letters", self.edits, self.letters),
            ("digits", self.digits_wrong, self.digits),
            ("years", self.years_wrong, self.years),
        )
        return ", ".join(
            f"{100 * wrong / max(1, of):.2f} % of {of} {name} wrong" for name, wrong, of in pairs
        )


def score(truth: str, read: str) -> Score:
    """Return the counts of one line."""
    edits = Levenshtein.editops(truth, read)
    hit = {edit.src_pos for edit in edits if edit.tag != "insert"}
    # a letter read into a number spoils it too
    spoilt = hit | {edit.src_pos for edit in edits if edit.tag == "insert"}
    digits = [index for index, letter in enumerate(truth) if letter.isdigit()]
    years = [match.span() for match in YEAR.finditer(truth)]
    wrong = sum(
        any(i in hit for i in range(a, b)) or any(i in spoilt for i in range(a + 1, b))
        for a, b in years
    )
    return Score(
        len(truth),
        len(edits),
        len(digits),
        sum(index in hit for index in digits),
        len(years),
        wrong,
    )


def total(scores: Iterable[Score]) -> Score:
    """Return the sum."""
    return sum(scores, Score())
