"""Letters drawn alike (0 ๐ o O; 1 l I), told apart by the digits they stand among: no picture
shows the difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ita_checker.read.ocr.letters.alphabet import THAI_DIGITS
from ita_checker.read.ocr.letters.letter import Letter

RINGS, STROKES = frozenset("0๐oO"), frozenset("1lI")
ARABIC, THAI = frozenset("0123456789"), frozenset(THAI_DIGITS)
DIGITS = ARABIC | THAI
SEPARATORS = frozenset("-./,")
DIALLED, HYPHEN = 7, "-"  # digits behind a telephone number's first; it is written with hyphens


def told_apart(letters: Sequence[Letter]) -> list[Letter]:
    """Return the letters with rings and strokes after a digit, or digits before one of the other
    script, spelt in that digit's script.

    `O42` keeps its O: a ring read as a letter at the start of a code stays one, but not at that of
    a telephone number.
    """
    made = list(letters)
    for index, letter in enumerate(made):
        spelt = _spelt(letter.letter, _beside(made, index, -1), _beside(made, index, 1))
        if spelt in RINGS - DIGITS and _is_dialled(made, index):
            spelt = "0"
        if spelt != letter.letter:
            made[index] = replace(
                letter, letter=spelt, others=letter.others.replace(spelt, "") + letter.letter
            )
    return made


def _beside(letters: Sequence[Letter], index: int, step: int) -> str:
    """Return the letter before (-1) or after (1), over one separator of numbers; "" at the line's
    end.
    """
    at = index + step
    if (
        0 <= at < len(letters)
        and letters[at].letter in SEPARATORS
        and letters[index].letter in DIGITS
    ):
        at += step
    return letters[at].letter if 0 <= at < len(letters) else ""


def _is_dialled(letters: Sequence[Letter], index: int) -> bool:
    """Tell whether a telephone number goes on behind a letter that begins a word."""
    if index and letters[index - 1].letter.isalnum():
        return False
    behind = [each.letter for each in letters[index + 1 : index + 2 * DIALLED]]
    number = "".join(takewhile(lambda each: each in ARABIC or each == HYPHEN, behind))
    return HYPHEN in number and len(number.replace(HYPHEN, "")) >= DIALLED


def _spelt(letter: str, before: str, after: str) -> str:
    """Return the letter as its neighbours would have it."""
    beside = before if before in DIGITS else after if letter in DIGITS else ""
    if letter in RINGS:
        return "๐" if beside in THAI else "0" if beside in ARABIC else letter
    return "1" if letter in STROKES and before in ARABIC else letter
