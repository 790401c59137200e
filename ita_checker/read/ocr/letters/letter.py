"""A letter read off a picture, and the order in which Thai letters are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_checker.read.ocr.letters.alphabet import ABOVE, BELOW

TONES = frozenset("่้๊๋")
# stands for an empty row of dots found on the page, of so many at least; "…" for as few as three,
# read by the model
ROW = "....."
UPPER = ABOVE - TONES - frozenset("์ำ")


NONE_MISSED = ("", 0.0)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter read: where it stands (columns of the line's picture, as shares of its width), how
    sure it is, what else it may be; `missed`: the mark likeliest to stand on it unread, and how
    likely, "" for none.
    """

    letter: str
    x0: float
    x1: float
    confidence: float
    others: str
    missed: tuple[str, float] = NONE_MISSED


def ordered(letters: Sequence[Letter]) -> list[Letter]:
    """Return the letters in the order Thai is written: a vowel above or below before the tone over
    it, ำ for its two parts.
    """
    made: list[Letter] = []
    for letter in letters:
        if made and letter.letter in (UPPER | BELOW) and made[-1].letter in TONES:
            made.insert(len(made) - 1, letter)
        elif (
            letter.letter == "า"
            and "ํ" in (read.letter for read in made[-2:])
            and made[-1].letter in (TONES | {"ํ"})
        ):
            ring = made.pop(-1 if made[-1].letter == "ํ" else -2)
            made.append(
                Letter("ำ", letter.x0, letter.x1, min(ring.confidence, letter.confidence), "")
            )
        else:
            made.append(letter)
    return made
