"""Letters to clusters: every mark goes to the letter it is drawn on, before anything is sorted by x."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ita_checker.read.letters import AA, ABOVE, AM, BELOW, CONSONANTS, MARKS, NIKHAHIT, TONES, Ink, Letter

ORDER = dict.fromkeys(BELOW | ABOVE, 0)  # a vowel before the tone above it; all other marks after both


class Cluster(NamedTuple):
    """A letter with its marks: what is read, the room it takes, and what the file said."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: int
    raw: str


Group = list[Letter]  # a letter and what is drawn over and under it

INK_AT_LEAST = 0.05  # of the letter's size: what is smaller is no ink but a rounding error
FLOOR = 0.36  # of the letter size above the base line: marks stand higher than the consonants' bodies, quotes hang lower
CELLAR = -0.1  # of the letter size: marks below begin lower than this
TALLEST, WIDEST = 0.32, 0.6  # of the letter size: no mark is larger


def groups(letters: Sequence[Letter]) -> list[Group]:
    """Return each letter with its marks, and with what hovers like a mark, in the order in which the file draws the letters."""
    found: list[Group] = []
    stray: list[Letter] = []
    last: Group | None = None
    for letter in letters:
        text = letter[0]
        if text not in MARKS and (letter[6] is None or not hovers(letter)):
            group = [letter]
            found.append(group)
            if text != " ":
                last = group
        elif last is not None and _stands_on(letter, last[0]):
            last.append(letter)
        else:
            stray.append(letter)
    if stray:
        _settle(stray, found)
    return found


def hovers(letter: Letter) -> bool:
    """Tell whether a letter that is said to be no mark is drawn like one: small, and above or below where letters stand."""
    ink, size = letter.ink, letter.size
    if ink is None or letter.text == AM:
        return False
    high, up = ink.bottom - ink.top, letter.y - ink.bottom
    small = INK_AT_LEAST * size < high < TALLEST * size and ink.x1 - ink.x0 < WIDEST * size
    return small and (up > FLOOR * size or up < CELLAR * size)


def clusters(found: Iterable[Group]) -> list[Cluster]:
    """Return the groups as clusters, vowels before tones; what hovers and is no mark after all is a cluster of its own."""
    made: list[Cluster] = []
    new = tuple.__new__
    for group in found:
        text, x0, x1, y, size, font, _, raw = group[0]
        raw = raw or text
        if len(group) == 1:
            made.append(new(Cluster, (text, x0, x1, y, size, font, raw)))
            continue
        if len(group) == 2 and group[1][0] in MARKS:
            mark = group[1]
            if mark[6] is None and x1 < mark.x1 and mark.x0 < x1 + mark.size:
                x1 = mark.x1
            made.append(new(Cluster, (text + mark[0], x0, x1, y, size, font, raw + (mark[7] or mark[0]))))
            continue
        rest = group[1:]
        marks = {mark[0] for mark in rest}
        others = marks - MARKS
        if others:
            marks &= MARKS
        text += "".join(sorted(marks, key=_place)) if len(marks) > 1 else "".join(marks)
        for mark in rest:
            raw += mark[7] or mark[0]
            if mark[6] is None and x1 < mark.x1 and mark.x0 < x1 + mark.size:
                x1 = mark.x1
        made.append(new(Cluster, (text, x0, x1, y, size, font, raw)))
        if others:
            made.extend(clusters([other] for other in rest if other.text not in MARKS))
    return made


def _place(mark: str) -> tuple[int, str]:
    """Return where a mark comes among those of its letter."""
    return ORDER.get(mark, 1), mark


def _stands_on(mark: Letter, base: Letter) -> bool:
    """Tell whether a mark that comes right after a letter is drawn on it."""
    if abs(mark.y - base.y) > 0.6 * base.size:
        return False
    if mark.ink is None:
        return base.x0 - 0.2 * base.size <= mark.x0 <= base.x1 + 0.5 * base.size
    share = 0.5 if mark.text in MARKS or mark.text == " " else 0.8
    return _overlap(mark.ink, base) > share * (mark.ink.x1 - mark.ink.x0) and (mark.text in MARKS or base.text in CONSONANTS)


def _overlap(ink: Ink, base: Letter) -> float:
    left = ink.x0 if ink.x0 > base.x0 else base.x0
    return (ink.x1 if ink.x1 < base.x1 else base.x1) - left


def _settle(stray: Iterable[Letter], found: list[Group]) -> None:
    """Give each stray mark to the letter under or over it, or let it stand alone."""
    able = sorted((group for group in found if group[0].text != " " and group[0].x1 > group[0].x0), key=lambda group: group[0].x0)
    starts = [group[0].x0 for group in able]
    for mark in stray:
        ink = mark.ink or Ink(mark.x0 - 0.3 * mark.size, mark.y, mark.x0, mark.y)
        low, high = bisect_left(starts, ink.x0 - 2 * mark.size), bisect_left(starts, ink.x1)
        near = [group for group in able[low:high] if abs(group[0].y - mark.y) <= 0.6 * mark.size]
        best = max(near, key=lambda group: (group[0].text in CONSONANTS, _overlap(ink, group[0])), default=None)
        need = -0.15 * mark.size if mark.text in MARKS or mark.text == " " else 0.8 * (ink.x1 - ink.x0)
        if best is not None and _overlap(ink, best[0]) > need:
            best.append(mark)
        else:
            found.append([mark])


def lost_nikhahits(letters: Sequence[Letter]) -> Sequence[Letter]:
    """Return the letters with the lost half of a sara am given back where only a zero-width space before [tone]า is left of it."""
    mended: list[Letter] | None = None
    for index, letter in enumerate(letters):
        if letter[0] == " " and letter.x1 - letter.x0 < 0.02 * letter.size and not hovers(letter) and _before_aa(letters, index):
            mended = mended or list(letters)
            mended[index] = letter._replace(text=NIKHAHIT, raw=letter.text)
    return mended or letters


def _before_aa(letters: Sequence[Letter], index: int) -> bool:
    """Tell whether [tone]า or ำ follows."""
    after = [letter.text for letter in letters[index + 1 : index + 3]]
    if after and after[0] in TONES:
        after = after[1:]
    return bool(after) and after[0] in (AA, AM)
