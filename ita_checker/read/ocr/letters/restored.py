"""Marks that were passed over: a coarse picture loses them first. Where it leaves room for one, it
is put in if the words say so; it stays doubtful.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.letters.alphabet import ABOVE, ALPHABET, BELOW
from ita_checker.read.ocr.letters.letter import NONE_MISSED, TONES, Letter
from ita_checker.read.ocr.letters.worded import THAI, likeliest

AROUND = 10  # letters to each side by whose words a mark is judged
# nats by which words must be likelier with it, over what speaks against it: of 330 pages 39 marks
# came back so, all of them right; with half as many, or where the picture says less, no more did
GAIN = 4.0
EVEN = 0.5  # a likelier mark was still not read
SETTLED = 0.85  # how sure one may be of a mark that words settled
MARKS = (ABOVE | BELOW) - {"ำ"}
MARK_CODES = np.array([code for code, letter in enumerate(ALPHABET, 1) if letter in MARKS])
LIKELY = 0.02  # a mark is asked for when it is at least as likely as this


def missed(
    chances: NDArray[np.float32], code: NDArray[np.int64], start: NDArray[np.int64]
) -> list[tuple[str, float]]:
    """Return for each letter the mark that may stand on it unread, up to where the next begins, and
    how likely.
    """
    seen = np.maximum.reduceat(chances[:, MARK_CODES], start, axis=0)
    seen[code[:, None] == MARK_CODES] = 0
    seen[:-1][code[1:, None] == MARK_CODES] = 0
    best, made = seen.argmax(axis=1), [NONE_MISSED] * len(code)
    for at in np.flatnonzero(seen.max(axis=1) >= LIKELY).tolist():
        made[at] = ALPHABET[MARK_CODES[best[at]] - 1], float(seen[at, best[at]])
    return made


def restored(letters: list[Letter]) -> list[Letter]:
    """Return a line's letters with the marks that were passed over."""
    made = list(letters)
    for at in range(len(letters) - 1, -1, -1):
        own = letters[at]
        mark, chance = own.missed
        if mark and _may_stand(made, at, mark) and _worded(made, at, mark, chance):
            made.insert(at + 1, Letter(mark, own.x1, own.x1, SETTLED, ""))
    return made


def _may_stand(letters: Sequence[Letter], at: int, mark: str) -> bool:
    """Tell whether a mark may stand on a letter: of two the second is a tone."""
    before = letters[at].letter
    after = letters[at + 1].letter if at + 1 < len(letters) else ""
    if mark in TONES:
        return before in THAI - TONES and after not in MARKS
    return before in THAI - MARKS and after not in MARKS - TONES


def _worded(letters: Sequence[Letter], at: int, mark: str, chance: float) -> bool:
    """Tell whether the words about a letter are much likelier with a mark on it."""
    first = at
    while first > 0 and at - first < AROUND and letters[first - 1].letter in THAI:
        first -= 1
    last = at + 1
    while last < len(letters) and last - at <= AROUND and letters[last].letter in THAI:
        last += 1
    before = "".join(one.letter for one in letters[first : at + 1])
    after = "".join(one.letter for one in letters[at + 1 : last])
    chance = min(chance, EVEN)
    against = math.log((1 - chance) / chance)
    return _cost(before + after) - _cost(before + mark + after) > against + GAIN


def _cost(text: str) -> float:
    return likeliest([{letter: 0.0} for letter in text], [False] * len(text)).cost
