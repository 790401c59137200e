"""Small things that a page draws: which pieces are one sign, and which signs stand alone in the
cell of a table, in a row with words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import MARKS, Ink, Rule, Sheet

SIDES = (5.0, 22.0, 1.25)  # points: a side of a box to tick; how much longer than the other
LARGEST = 30.0  # points: a side of a sign
MOST = 600  # pieces of a page: more are a drawing
SAME = 1.5  # points between two lines, or ends of lines, that are one
NEAR = 2.0  # points from a sign to a line that it reaches to
ROOM = 60.0  # points from a sign to the lines over and under it, at most
SMALL, LARGE = 0.35, 2.4  # of its row's letters: how high and how wide a sign is
TOUCH = 3.0  # points: nearer boxes of one row are those of digits, or cells
LEVEL = 0.9  # of the letter size between a sign's foot and the base line of its row at most
Numbers = NDArray[np.float64]


def squares(sheet: Sheet) -> list[Ink]:
    """Return the small things as wide as they are high, and those that four lines frame."""
    least, most, longer = SIDES
    found = [
        one
        for one in sheet.small
        if least < min(one.x1 - one.x0, one.bottom - one.top)
        and max(one.x1 - one.x0, one.bottom - one.top)
        < min(most, longer * min(one.x1 - one.x0, one.bottom - one.top))
    ]
    return found + _framed(sheet.rules)


def _framed(rules: Sequence[Rule]) -> list[Ink]:
    """Return the squares that four lines frame of their own, each as long as a side."""
    least, most, longer = SIDES
    level = [one for one in rules if one.top == one.bottom and least < one.x1 - one.x0 < most]
    upright = [one for one in rules if one.x0 == one.x1 and least < one.bottom - one.top < most]
    if min(len(level), len(upright)) < 2 or len(level) + len(upright) > MOST:
        return []
    sides = np.array(upright)
    found = []
    for top in level:
        meets = (abs(sides[:, 1] - top.top) < SAME) & (sides[:, 3] > top.top + least)
        left = sides[meets & (abs(sides[:, 0] - top.x0) < SAME)]
        right = sides[meets & (abs(sides[:, 0] - top.x1) < SAME)]
        if not len(left) or not len(right) or abs(left[0, 3] - right[0, 3]) > SAME:
            continue
        wide, high, foot = top.x1 - top.x0, float(left[0, 3]) - top.top, float(left[0, 3])
        closed = any(
            abs(one.top - foot) < SAME
            and abs(one.x0 - top.x0) < SAME
            and abs(one.x1 - top.x1) < SAME
            for one in level
        )
        if closed and max(wide, high) <= longer * min(wide, high):
            found.append(Ink(top.x0, top.top, top.x1, foot))
    return found


def gathered(pieces: Sequence[Ink]) -> list[Ink]:
    """Return what pieces that meet make together, where that is no larger than a sign."""
    if not pieces or len(pieces) > MOST:
        return []
    made, near = dict[int, Ink](), dict[int, Ink]()  # `near`: what may meet the next
    for number, box in enumerate(sorted(pieces, key=lambda one: one.top)):
        near = {at: each for at, each in near.items() if each.bottom > box.top}
        meets = [
            at
            for at, each in near.items()
            if each.x0 < box.x1 and box.x0 < each.x1 and each.top < box.bottom
        ]
        x0s, tops, x1s, bottoms = zip(box, *(near.pop(at) for at in meets), strict=True)
        for at in meets:
            del made[at]
        made[number] = near[number] = Ink(min(x0s), min(tops), max(x1s), max(bottoms))
    return [one for one in made.values() if max(one.x1 - one.x0, one.bottom - one.top) <= LARGEST]


def touching(boxes: Sequence[Ink]) -> set[Ink]:
    """Return the boxes that stand beside others."""
    by_left = sorted(boxes)
    lefts, touching = [one.x0 for one in by_left], set[Ink]()
    for one in boxes:
        first, last = bisect_left(lefts, one.x1 - TOUCH), bisect_right(lefts, one.x1 + TOUCH)
        for other in by_left[first:last]:
            if other != one and touch(one, other):
                touching |= {one, other}
    return touching


def touch(some: Ink, other: Ink) -> bool:
    """Tell whether boxes stand side by side."""
    level = some.top < other.bottom and other.top < some.bottom
    return level and min(abs(some.x1 - other.x0), abs(other.x1 - some.x0)) < TOUCH


def outside(rules: tuple[Rule, ...], signs: Sequence[Ink]) -> tuple[Rule, ...]:
    """Return the lines but for those that are strokes of signs."""
    every, own = np.array(rules, np.float64).reshape(-1, 4), np.zeros(len(rules), np.bool_)
    for sign in signs:
        own |= (every[:, :2] > np.array(sign[:2]) - SAME).all(axis=1) & (
            every[:, 2:] < np.array(sign[2:]) + SAME
        ).all(axis=1)
    return tuple(rule for rule, gone in zip(rules, own.tolist(), strict=True) if not gone)


class Rows:
    """The level lines of a page and its letters, to be asked of signs one by one."""

    def __init__(self, sheet: Sheet, found: Galley) -> None:
        level = [one for one in (*sheet.rules, *sheet.shades) if one.top == one.bottom]
        self.every = np.array((*sheet.rules, *sheet.shades), np.float64).reshape(-1, 4)
        self.lines = np.array(level, np.float64).reshape(-1, 4)
        self.found = found

    def beside(self, sign: Ink) -> tuple[int, float] | None:
        """Return which letter a sign that stands alone between the lines of a row with words
        follows, and on which base line it stands; None where it does not.
        """
        found, lines = self.found, self.lines
        middle = (sign.x0 + sign.x1) / 2
        own = (lines[:, 0] > sign.x0 - SAME) & (lines[:, 2] < sign.x1 + SAME)
        lines = lines[~own | (lines[:, 1] < sign.top - SAME) | (lines[:, 1] > sign.bottom + SAME)]
        over = lines[(lines[:, 0] - SAME < middle) & (middle < lines[:, 2] + SAME)][:, 1]
        above, under = over[over <= sign.top + SAME], over[over >= sign.bottom - SAME]
        if not len(above) or not len(under):
            return None
        top, bottom = float(above.max()), float(under.min())
        if sign.top - top > ROOM or bottom - sign.bottom > ROOM:
            return None
        inside = (found.y > top) & (found.y < bottom + SAME) & ~found.spaces
        inside &= found.x1 <= sign.x0
        words = np.flatnonzero(inside)[::-1]
        words = words[np.argsort(-found.x1[words], kind="stable")]
        for at in words.tolist():
            if self._runs(top, at) and self._runs(bottom, at):
                return self._placed(sign, at, words)
        return None

    def touched(self, sign: Ink) -> bool:
        """Tell whether a sign reaches to a line: so does what fills a cell."""
        x0, y0, x1, y1 = self.every.T
        across = (x0 < sign.x1 - SAME) & (x1 > sign.x0 + SAME)
        along = (y0 < sign.bottom - SAME) & (y1 > sign.top + SAME)
        sides = [abs(y0 - at) < NEAR for at in (sign.top, sign.bottom)]
        ends = [abs(x0 - at) < NEAR for at in (sign.x0, sign.x1)]
        own = (x0 > sign.x0 - SAME) & (x1 < sign.x1 + SAME)
        own &= (y0 > sign.top - SAME) & (y1 < sign.bottom + SAME)
        level, upright = y0 == y1, x0 == x1
        near = (level & across & (sides[0] | sides[1])) | (upright & along & (ends[0] | ends[1]))
        return bool((near & ~own).any())

    def _runs(self, height: float, at: int) -> bool:
        """Tell whether a line so high up runs over a letter, too."""
        lines, middle = self.lines, (self.found.x0[at] + self.found.x1[at]) / 2
        own = abs(lines[:, 1] - height) < SAME
        return bool((own & (lines[:, 0] < middle) & (middle < lines[:, 2])).any())

    def _placed(self, sign: Ink, at: int, words: NDArray[np.int64]) -> tuple[int, float] | None:
        found, size = self.found, float(self.found.size[at])
        wide, high = sign.x1 - sign.x0, sign.bottom - sign.top
        if not SMALL * size <= max(wide, high) <= LARGE * size:
            return None
        bases = found.y[words]
        base = float(bases[np.argmin(abs(bases - sign.bottom))])
        while at + 1 < len(found) and found.texts[at + 1] in MARKS:
            at += 1
        return at, base if abs(base - sign.bottom) <= LEVEL * size else sign.bottom
