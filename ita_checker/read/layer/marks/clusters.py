"""Letters to clusters: every mark goes to the letter it is drawn on, before anything is sorted by
x.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ita_checker.read.layer.galley import Galley, Indexes, Mask, codes_of
from ita_checker.read.layer.letters import (
    AA,
    ABOVE,
    AM,
    BELOW,
    CONSONANTS,
    FLOOR,
    MARKS,
    TOP,
    Letter,
)
from ita_checker.read.layer.marks.late import in_the_gap, late_marks, with_rooms
from ita_checker.read.layer.marks.over_vowels import BESIDE, go_along, stands_on_vowel
from ita_checker.read.strangers import strange

ORDER = dict.fromkeys(
    BELOW | ABOVE, 0
)  # a vowel before the tone above it; all other marks after both
# with its marks: what is read, the room it takes, and what the file said where that is something
# else
Cluster = Letter

INK_AT_LEAST = 0.05  # of the letter's size: what is smaller is no ink but a rounding error
CELLAR = -0.1  # of the letter size: marks below begin lower than this
TALLEST, WIDEST = 0.38, 0.6  # of the letter size: no mark is larger
BEFORE = 0.5  # of the step between the places of two letters
# of the ink of a mark: how much stands over its letter, by the file's order and the drawing
# together; less where all the rest hangs over to the right, as Word sets tones of wide vowels
ON, HANGS = 0.5, 0.25
OTHERS_ON = 0.8  # of the ink of what hovers and is no mark
CLEARER = 0.5  # how much fewer letters must be in no word where the file is believed
REACH, OFF = 2.0, 0.15  # of the letter size: how far from its letter a mark is that stands on none
# Signs that are drawn where marks are, and are none; a letter or digit there is one.
QUOTES = frozenset("'\"`^~*°ºª´¨¯¹²³-–—−=+·•‘’‚“”„′″™®©…\u0e2f\u0e46\u0e4e")
_QUOTES = np.array(sorted(map(ord, QUOTES)))
_CONSONANTS, _TOP = map(codes_of, (CONSONANTS, TOP))
_AA, _AM = ord(AA), ord(AM)


class Groups(NamedTuple):
    """The letters in the order in which the file draws them; what is drawn over and under some, the
    marks of each letter side by side; and of which letter each of those is.
    """

    bases: Galley
    held: Galley
    owners: Indexes

    def before_aa(self) -> Mask:
        """Tell of what is held whether sara aa or sara am comes after its letter."""
        aa = np.append(aas(self.bases), False)
        found: Mask = aa[self.owners + 1]
        return found


def aas(letters: Galley) -> Mask:
    """Tell which letters are sara aa or sara am."""
    found: Mask = (letters.codes == _AA) | (letters.codes == _AM)
    return found


def groups(letters: Sequence[Letter]) -> Groups:
    """Return the letters with the marks of each, and with what hovers like a mark."""
    galley = Galley.of(letters)
    taken = galley.marks | hovering(galley)
    bases, held = galley.take(~taken), galley.take(taken)
    places = np.cumsum(~taken) - 1
    places[taken | galley.spaces] = -1
    owners = np.maximum.accumulate(places)[taken] if len(galley) else places
    stand = _stand(held, bases, owners)
    found = Groups(bases, held, owners)
    if stand.all():
        return found
    before: Indexes = np.cumsum(~taken, dtype=np.int64)[taken]
    settled = _settled(found, stand, before)
    late = late_marks(held, stand) & (owners >= 0)
    if not late.any():
        return settled
    roomy = found._replace(bases=with_rooms(bases, held, owners, late))
    said = _settled(roomy, stand | late, before)
    texts = [clusters(one).texts for one in (said, settled)]
    unknown, drawn = map(strange, texts)
    return said if texts[0] == texts[1] or unknown < CLEARER * drawn else settled


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


def hovering(letters: Galley) -> Mask:
    """Tell of which letters `hovers` is true."""
    found = np.zeros(len(letters), bool)
    inked = letters.inked.nonzero()[0]
    x0, top, x1, bottom = letters.inks.take(inked, axis=0).T
    size, up, high = letters.size[inked], letters.y[inked] - bottom, bottom - top
    hovers = (INK_AT_LEAST * size < high) & (high < TALLEST * size)
    hovers &= (x1 - x0 < WIDEST * size) & (letters.codes[inked] != _AM)
    found[inked] = hovers & ~((CELLAR * size <= up) & (up <= FLOOR * size))
    return found


def are_marks(letters: Galley) -> Mask:
    """Tell which letters are marks: said to be one, or drawn above where only marks and quotes
    are. A comma, too, hangs low.
    """
    found: Mask = letters.marks | letters.spaces
    if found.all():
        return found
    high = hovering(letters) & (letters.y - letters.inks[:, 3] > FLOOR * letters.size)
    if high.any():
        high &= ~np.isin(letters.codes, _QUOTES)
    found |= high
    return found


def _stand(held: Galley, bases: Galley, owners: Indexes) -> Mask:
    """Tell what is drawn on the letter that comes before it, or on that letter's vowel."""
    if not len(held) or not len(bases):
        return np.zeros(len(held), bool)
    left, right, size = bases.x0[owners], bases.x1[owners], bases.size[owners]
    (x0, _, x1, _), at, below = held.inks.T, held.x0, bases.codes[owners]
    share = np.where((left <= x0) & (right < x1) & ~held.spaces, HANGS, ON)
    share[~are_marks(held)] = OTHERS_ON
    over = np.minimum(x1, right) - np.maximum(x0, left) > share * (x1 - x0)
    # the ring of a sara am reaches over the letter before it, where tones stand that are drawn
    # after it
    over &= (below != _AM) & (held.marks | bases.among(_CONSONANTS)[owners])
    near = ~held.inked & (left - 0.2 * size <= at) & (at <= right + 0.5 * size)
    stand: Mask = (over | near) & (abs(held.y - bases.y[owners]) <= BESIDE * size) & (owners >= 0)
    tops = held.among(_TOP) & held.marks & held.inked
    for number in np.flatnonzero(~stand & tops & (owners >= 0)).tolist():
        stand[number] = stands_on_vowel(held, bases, owners, stand, number)
    return stand


def _settled(found: Groups, stand: Mask, before: Indexes) -> Groups:
    """Return the groups with each stray mark on the letter under or over it, or as a letter of its
    own; `before`: how many letters the file draws before each.
    """
    bases, held, owners = found
    along = go_along(held, owners, stand)
    stand = stand & ~along
    settled: list[tuple[int, int]] = []
    alone: list[int] = []
    for number, letter in _letters_of(found, np.flatnonzero(~stand)):
        if along[number] and settled and settled[-1][0] == number - 1:
            settled.append((number, settled[-1][1]))
        elif letter is not None:
            settled.append((number, letter))
        elif in_the_gap(bases, held, owners[number], number):
            settled.append((number, int(owners[number])))
        else:
            alone.append(number)
    rows = np.array([*np.flatnonzero(stand).tolist(), *(row for row, _ in settled)], np.int64)
    owned = np.array([*owners[stand].tolist(), *(owner for _, owner in settled)], np.int64)
    order = np.argsort(owned, kind="stable")
    more, places = _with(bases, held, np.array(alone, np.int64), before)
    return Groups(more, held.ordered(rows[order]), places[owned[order]])


def _letters_of(found: Groups, stray: Indexes) -> Iterator[tuple[int, int | None]]:
    """Yield stray marks and the letters under or over which each stands."""
    bases, held, _ = found
    possible = np.flatnonzero(~bases.spaces & (bases.x1 > bases.x0))
    possible = possible[np.argsort(bases.y[possible], kind="stable")]
    ys, others = bases.y[possible], ~bases.among(_CONSONANTS)[possible]
    lefts, rights, marks = bases.x0[possible], bases.x1[possible], are_marks(held)
    level, beside = held.y[stray], BESIDE * held.size[stray]
    lows = np.searchsorted(ys, level - beside).tolist()
    highs = np.searchsorted(ys, level + beside, "right").tolist()
    for number, low, high in zip(stray.tolist(), lows, highs, strict=True):
        size = float(held.size[number])
        x0, _, x1, _ = held.inks[number].tolist()
        if not held.inked[number]:
            x1 = float(held.x0[number])
            x0 = x1 - 0.3 * size
        left, right = lefts[low:high], rights[low:high]
        near = ((left >= x0 - REACH * size) & (left < x1)).nonzero()[0]
        apart = np.maximum(left[near], x0) - np.minimum(right[near], x1)
        need = -OFF * size if marks[number] else OTHERS_ON * (x1 - x0)
        worth = others[low:high][near], apart, left[near], possible[low:high][near]
        best = min(zip(*(each.tolist() for each in worth), strict=True), default=None)
        yield number, best[3] if best is not None and -best[1] > need else None


def _with(bases: Galley, held: Galley, alone: Indexes, before: Indexes) -> tuple[Galley, Indexes]:
    """Return letters with some more, and where each of them stands then: marks come last, and what
    hovers and is none, such as a comma that hangs low, where the file draws it.
    """
    places = np.arange(len(bases) + len(alone))
    if not len(alone):
        return bases, places
    last = np.where(held.marks[alone], len(bases), before[alone])
    order = np.argsort(np.append(places[: len(bases)], last - BEFORE), kind="stable")
    return bases.followed_by(held.ordered(alone)).ordered(order), np.argsort(order)


def clusters(found: Groups) -> Galley:
    """Return the letters with their marks, vowels before tones; what hovers and is no mark after
    all is a cluster of its own.
    """
    bases, held, owners = found
    if not len(held):
        return bases
    texts, raws = bases.texts.copy(), dict(bases.raws)
    said = _said(found) if raws or held.raws else {}
    drawn: dict[int, str] = {}
    for text, owner in zip(held.texts, owners.tolist(), strict=True):
        drawn[owner] = drawn.get(owner, "") + text
    for owner, marks in drawn.items():
        if marks in MARKS and owner not in said:
            texts[owner] += marks
            continue
        raw = said.get(owner) or texts[owner] + marks
        texts[owner] += marks if marks in MARKS else in_order(marks)
        if raw != texts[owner]:
            raws[owner] = raw
        else:
            raws.pop(owner, None)
    made = _widened(found).with_marks(texts, raws)
    apart = np.flatnonzero(~held.marks)
    if not len(apart):
        return made
    order = np.argsort(np.append(np.arange(len(bases)), owners[apart]), kind="stable")
    return made.followed_by(held.ordered(apart)).ordered(order)


def _said(found: Groups) -> dict[int, str]:
    """Return what the file said of letters with their marks, where it said another of either."""
    bases, held, owners = found
    drawn: dict[int, str] = {}
    said: dict[int, str] = {}
    others = bases.raws.keys() | {int(owners[row]) for row in held.raws}
    for row, (text, owner) in enumerate(zip(held.texts, owners.tolist(), strict=True)):
        if owner not in others:
            continue
        if row in held.raws or owner in bases.raws:
            before = bases.raws.get(owner) or bases.texts[owner] + drawn.get(owner, "")
            said.setdefault(owner, before)
        if owner in said:
            said[owner] += held.raws.get(row, text)
        drawn[owner] = drawn.get(owner, "") + text
    return said


def _widened(found: Groups) -> Galley:
    """Return the letters as wide as those of their marks whose ink nobody knows."""
    bases, held, owners = found
    wider = ~held.inked & (bases.x1[owners] < held.x1)
    if not wider.any():
        return bases
    sides = bases.sides.copy()
    x1 = sides[1]
    for row in np.flatnonzero(wider).tolist():
        owner = owners[row]
        if x1[owner] < held.x1[row] and held.x0[row] < x1[owner] + held.size[row]:
            x1[owner] = held.x1[row]
    return replace(bases, sides=sides)


@functools.lru_cache(1024)
def in_order(marks: str) -> str:
    """Return the marks of one letter, each once, as they are written: vowels, then tones."""
    return "".join(sorted(MARKS.intersection(marks), key=lambda mark: (ORDER.get(mark, 1), mark)))
