"""Letters to clusters: every mark goes to the letter it is drawn on, before anything is sorted by
x.
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from ita_checker.read.layer.letters import (
    AA,
    ABOVE,
    AM,
    BELOW,
    CONSONANTS,
    MARKS,
    NIKHAHIT,
    TONES,
    TOP,
    Ink,
    Letter,
)

ORDER = dict.fromkeys(
    BELOW | ABOVE, 0
)  # a vowel before the tone above it; all other marks after both
_NEW = tuple.__new__  # a third faster than Letter(...), and there are thousands
# with its marks: what is read, the room it takes, and what the file said where that is something
# else
Cluster = Letter

INK_AT_LEAST = 0.05  # of the letter's size: what is smaller is no ink but a rounding error
# of the letter size above the base line: marks stand higher than the consonants' bodies, quotes
# hang lower
FLOOR = 0.36
CELLAR = -0.1  # of the letter size: marks below begin lower than this
TALLEST, WIDEST = 0.32, 0.6  # of the letter size: no mark is larger
BESIDE = 0.6  # of the letter size: a mark's base line differs by no more from that of its letter
# of the ink of a mark: how much stands over its letter, by the file's order and the drawing
# together; less where all the rest hangs over to the right, as Word sets tones of wide vowels
ON, HANGS, ON_VOWEL = 0.5, 0.25, 0.5
# Signs that are drawn where marks are, and are none; a letter or digit there is one.
QUOTES = frozenset("'\"`^~*°ºª´¨¯¹²³-–—−=+·•‘’‚“”„′″™®©…\u0e2f\u0e46\u0e4e")


class Groups(NamedTuple):
    """The letters in the order in which the file draws them, and what is drawn over and under
    some, by their index in `bases`.
    """

    bases: list[Letter]
    marks: dict[int, list[Letter]]


def groups(letters: Sequence[Letter]) -> Groups:
    """Return the letters with the marks of each, and with what hovers like a mark."""
    marks: dict[int, list[Letter]] = {}
    stray: list[Letter] = []
    taken: list[int] = []
    base, place, seen = (
        None,
        0,
        0,
    )  # the last letter that is no mark, and its index among such; how many letters were seen
    for index in [
        index for index, letter in enumerate(letters) if letter[6] is not None or letter[0] in MARKS
    ]:
        before = index - 1
        while before >= seen and letters[before][0] == " ":
            before -= 1
        if before >= seen:
            base, place = letters[before], before - len(taken)
        seen = index + 1
        letter = letters[index]
        if letter[0] not in MARKS and not hovers(letter):
            if letter[0] != " ":
                base, place = letter, index - len(taken)
            continue
        taken.append(index)
        if base is not None and (
            _stands_on(letter, base) or _stands_on_vowel(letter, base, marks.get(place, ()))
        ):
            marks.setdefault(place, []).append(letter)
        else:
            stray.append(letter)
    kept = bytearray(b"\1") * len(letters)
    for index in taken:
        kept[index] = 0
    found = Groups(list(compress(letters, kept)), marks)
    return _settled(stray, found) if stray else found


def hovers(letter: Letter) -> bool:
    """Tell whether a letter that is said to be no mark is drawn like one: small, and above or
    below where letters stand.
    """
    text, _, _, y, size, _, ink, _ = letter
    if ink is None or text == AM:
        return False
    x0, top, x1, bottom = ink
    up = y - bottom
    if CELLAR * size <= up <= FLOOR * size:
        return False
    return INK_AT_LEAST * size < bottom - top < TALLEST * size and x1 - x0 < WIDEST * size


def clusters(found: Groups) -> list[Cluster]:
    """Return the letters with their marks, vowels before tones; what hovers and is no mark after
    all is a cluster of its own.
    """
    made: list[Cluster] = found.bases.copy()
    apart: list[int] = []
    for index, marks in found.marks.items():
        text, x0, x1, y, size, font, ink, raw = made[index]
        raw, drawn = raw or text, ""
        for mark, left, right, _, high, _, seen, said in marks:
            drawn += mark
            raw += said or mark
            if seen is None and x1 < right and left < x1 + high:
                x1 = right
        if not MARKS.issuperset(drawn):
            apart.append(index)
        text += in_order(drawn)
        made[index] = _NEW(Cluster, (text, x0, x1, y, size, font, ink, "" if raw == text else raw))
    for index in sorted(apart, reverse=True):
        made[index + 1 : index + 1] = [mark for mark in found.marks[index] if mark[0] not in MARKS]
    return made


@functools.lru_cache(1024)
def in_order(marks: str) -> str:
    """Return the marks of one letter, each once, as they are written: vowels, then tones."""
    return "".join(sorted(MARKS.intersection(marks), key=lambda mark: (ORDER.get(mark, 1), mark)))


def _stands_on(mark: Letter, base: Letter) -> bool:
    """Tell whether a mark that comes right after a letter is drawn on it."""
    text, at, _, y, _, _, ink, _ = mark
    below, x0, x1, ground, size, _, _, _ = base
    if y != ground and abs(y - ground) > BESIDE * size:
        return False
    if ink is None:
        return x0 - 0.2 * size <= at <= x1 + 0.5 * size
    if (
        below == AM
    ):  # its ring reaches over the letter before it, where tones stand that are drawn after it
        return False
    share = 0.8
    if is_mark(mark):
        share = HANGS if x0 <= ink[0] and x1 < ink[2] and text != " " else ON
    return _overlap(ink, x0, x1) > share * (ink[2] - ink[0]) and (
        text in MARKS or below in CONSONANTS
    )


def is_mark(letter: Letter) -> bool:
    """Tell whether a letter is a mark: said to be one, or drawn above where only marks and quotes
    are. A comma, too, hangs low.
    """
    text, _, _, y, size, _, ink, _ = letter
    if text in MARKS or text == " ":
        return True
    return ink is not None and y - ink[3] > FLOOR * size and text not in QUOTES and hovers(letter)


def _stands_on_vowel(mark: Letter, base: Letter, before: Sequence[Letter]) -> bool:
    """Tell whether a tone is drawn over the vowel that comes right before it: it goes where that
    vowel goes, however far to the right both hang.
    """
    if not before or mark[0] not in TOP or mark[6] is None:
        return False
    vowel, ink = before[-1], mark[6]
    if vowel[0] not in ABOVE or vowel[6] is None or abs(mark[3] - base[3]) > BESIDE * base[4]:
        return False
    return _overlap(ink, vowel[6][0], vowel[6][2]) > ON_VOWEL * (ink[2] - ink[0])


def _overlap(ink: Ink, x0: float, x1: float) -> float:
    left, _, right, _ = ink
    return (right if right < x1 else x1) - (left if left > x0 else x0)


def _settled(stray: Sequence[Letter], found: Groups) -> Groups:
    """Return the groups with each stray mark on the letter under or over it, or as a letter of its
    own.
    """
    bases, marks = found.bases.copy(), dict(found.marks)
    lines: defaultdict[float, list[tuple[float, int]]] = defaultdict(
        list
    )  # the letters on each base line, from left to right
    for index, base in enumerate(bases):
        if base[0] != " " and base[2] > base[1]:
            lines[base[3]].append((base[1], index))
    for line in lines.values():
        line.sort()
    grounds = sorted(lines)
    for mark in stray:
        _, at, _, y, size, _, ink, _ = mark
        ink = ink or Ink(at - 0.3 * size, y, at, y)
        best = (True, 1e9, 0.0, 0)
        for ground in grounds[
            bisect_left(grounds, y - BESIDE * size) : bisect_right(grounds, y + BESIDE * size)
        ]:
            line = lines[ground]
            for x0, index in line[
                bisect_left(line, (ink.x0 - 2 * size, 0)) : bisect_left(line, (ink.x1, 0))
            ]:
                best = min(
                    best,
                    (
                        bases[index][0] not in CONSONANTS,
                        -_overlap(ink, x0, bases[index][2]),
                        x0,
                        index,
                    ),
                )
        need = -0.15 * size if is_mark(mark) else 0.8 * (ink.x1 - ink.x0)
        if -best[1] > need:
            marks.setdefault(best[3], []).append(mark)
        else:
            bases.append(mark)
    return Groups(bases, dict(sorted(marks.items())))


def lost_nikhahits(letters: Sequence[Letter]) -> Sequence[Letter]:
    """Return the letters with the lost half of a sara am given back where only a zero-width space
    before [tone]า is left of it.
    """
    spaces = [(index, letter) for index, letter in enumerate(letters) if letter[0] == " "]
    lost = [
        index
        for index, letter in spaces
        if letter[2] - letter[1] < 0.02 * letter[4]
        and not hovers(letter)
        and _before_aa(letters, index)
    ]
    if not lost:
        return letters
    mended = list(letters)
    for index in lost:
        mended[index] = letters[index].read_as(NIKHAHIT)
    return mended


def _before_aa(letters: Sequence[Letter], index: int) -> bool:
    """Tell whether [tone]า or ำ follows."""
    after = [letter[0] for letter in letters[index + 1 : index + 3]]
    if after and after[0] in TONES:
        after = after[1:]
    return bool(after) and after[0] in (AA, AM)
