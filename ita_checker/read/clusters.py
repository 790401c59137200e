"""Letters to clusters: every mark goes to the letter it is drawn on, before anything is sorted by x."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ita_checker.read.letters import AA, ABOVE, AM, BELOW, MARKS, NIKHAHIT, TONES, Ink, Letter

ORDER = dict.fromkeys(BELOW | ABOVE, 0)  # a vowel before the tone above it; all other marks after both
INK_AT_LEAST = 0.05  # of the letter's size: what is smaller is no ink but a rounding error


class Cluster(NamedTuple):
    """A letter with its marks: what is read, the room it takes, and what the file said."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: int
    raw: str


class _Growing:
    """A cluster while marks still come."""

    __slots__ = ("letter", "marks", "raw", "x1")

    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        self.marks: list[str] = []
        self.raw = letter.raw or letter.text
        self.x1 = letter.x1

    def add(self, mark: Letter) -> None:
        if mark.text not in self.marks:
            self.marks.append(mark.text)
        self.raw += mark.raw or mark.text
        if mark.ink is None and mark.x0 < self.x1 + mark.size:
            self.x1 = max(self.x1, mark.x1)

    def done(self) -> Cluster:
        letter = self.letter
        marks = self.marks
        if len(marks) > 1:
            marks = sorted(marks, key=lambda mark: ORDER.get(mark, 1))
        return Cluster(letter.text + "".join(marks), letter.x0, self.x1, letter.y, letter.size, letter.font, self.raw)


def clusters(letters: Sequence[Letter]) -> list[Cluster]:
    """Return the letters' clusters in the order in which the file draws them; spaces are clusters of their own."""
    grown: list[_Growing] = []
    stray: list[Letter] = []
    last: _Growing | None = None
    for letter in letters:
        if letter.text not in MARKS:
            grown.append(_Growing(letter))
            if letter.text != " ":
                last = grown[-1]
        elif last is not None and _stands_on(letter, last.letter):
            last.add(letter)
        else:
            stray.append(letter)
    if stray:
        _settle(stray, grown)
    return [cluster.done() for cluster in grown]


def _stands_on(mark: Letter, base: Letter) -> bool:
    """Tell whether a mark that comes right after a letter is drawn on it."""
    if abs(mark.y - base.y) > 0.6 * base.size:
        return False
    if mark.ink is None:
        return base.x0 - 0.2 * base.size <= mark.x0 <= base.x1 + 0.5 * base.size
    return _overlap(mark.ink, base) > 0.5 * (mark.ink.x1 - mark.ink.x0)


def _overlap(ink: Ink, base: Letter) -> float:
    return min(ink.x1, base.x1) - max(ink.x0, base.x0)


def _settle(stray: Iterable[Letter], grown: list[_Growing]) -> None:
    """Give each stray mark to the letter under or over it, or let it stand alone."""
    able = sorted((one for one in grown if one.letter.text != " " and one.letter.x1 > one.letter.x0), key=lambda one: one.letter.x0)
    starts = [one.letter.x0 for one in able]
    for mark in stray:
        ink = mark.ink or Ink(mark.x0 - 0.3 * mark.size, mark.y, mark.x0, mark.y)
        low, high = bisect_left(starts, ink.x0 - 2 * mark.size), bisect_left(starts, ink.x1)
        near = [one for one in able[low:high] if abs(one.letter.y - mark.y) <= 0.6 * mark.size]
        best = max(near, key=lambda one: _overlap(ink, one.letter), default=None)
        if best is not None and _overlap(ink, best.letter) > -0.15 * mark.size:
            best.add(mark)
        else:
            grown.append(_Growing(mark))


def lost_nikhahits(letters: Sequence[Letter]) -> list[Letter]:
    """Return the letters with the lost half of every sara am given back.

    Word writes the nikhahit of a sara am as a space without width, yet draws it; mPDF and others leave a zero-width space there.
    """
    mended = list(letters)
    for index, letter in enumerate(letters):
        if letter.text != " ":
            continue
        inked = letter.ink is not None and letter.ink.bottom - letter.ink.top > INK_AT_LEAST * letter.size
        if (inked or letter.x1 - letter.x0 < 0.02 * letter.size) and _before_aa(letters, index):
            mended[index] = letter._replace(text=NIKHAHIT, raw=" ")
    return mended


def _before_aa(letters: Sequence[Letter], index: int) -> bool:
    """Tell whether [tone]า or ำ follows."""
    after = [letter.text for letter in letters[index + 1 : index + 3]]
    if after and after[0] in TONES:
        after = after[1:]
    return bool(after) and after[0] in (AA, AM)
