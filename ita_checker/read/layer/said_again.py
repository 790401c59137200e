"""Clusters that are said more than once: of a cluster of several glyphs Typst says the whole for
each of them, and only the first draws its consonant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ita_checker.read.layer.clusters import FLOOR
from ita_checker.read.layer.galley import LAST, Mask, Numbers, codes_of
from ita_checker.read.layer.glyphs import Glyphs
from ita_checker.read.layer.letters import AA, AM, CONSONANTS, MARKS

_MARK, _CONSONANT = codes_of(MARKS), codes_of(CONSONANTS)
_LAST = codes_of(MARKS | {AA, AM})
SAME = 0.01  # points between two sides that are one
CLUSTER, REACH = 4, 10  # letters of a cluster at most, and before a mark among which it was said
NEAR = 4  # texts further on or back in which the same cluster is said for another of its glyphs
# of the letter size: how far beyond its consonant a mark of it may stand, how wide the rest of a
# sara am is at most, and between two parts of one
BEYOND, NARROW, RIGHT_AFTER = 0.5, 0.6, 0.3
HIGHEST = 1.5  # of the letter size: how far above the foot of a letter its marks begin at most


class _Part(NamedTuple):
    """Where a text that says a cluster is drawn, and the size of its letters."""

    left: float
    right: float
    low: float
    top: float
    size: float


def leave_out(
    glyphs: Glyphs, drawn: Mask, lines: Numbers, sizes: Numbers, odd: Mask
) -> dict[int, float]:
    """Leave out letters that a mark, or the rest of a sara am, says besides itself; return of the
    sara ams whose rest that was where it ends. `lines`: the base line of each letter, up from the
    page's foot, and `sizes`; `odd`: those that need not stand where their rooms say.
    """
    _with_marks(glyphs, drawn, lines, sizes, odd)
    ends: dict[int, float] = {}
    for first, count, whole in list(_parts_again(glyphs, drawn)) if odd.any() else ():
        drawn[first : first + count] = False
        if whole:
            ends[whole - 1] = float(glyphs.rights[first + count - 1])
    return ends


def _with_marks(glyphs: Glyphs, drawn: Mask, lines: Numbers, sizes: Numbers, odd: Mask) -> None:
    """Leave out letters that have the room and the ink of a mark, drawn high. Where the whole was
    said right before, the mark itself was.
    """
    text = glyphs.text
    marks = _MARK[np.minimum(glyphs.codes, LAST)]
    which = np.flatnonzero(~marks[:-1] & marks[1:] & drawn[:-1])
    for side in (glyphs.lefts, glyphs.rights, glyphs.tops, glyphs.bottoms):
        which = which[abs(side[which + 1] - side[which]) < SAME]
    if not len(which):
        return
    inks, marked = (glyphs.inks((which + step).tolist()) for step in (0, 1))
    again = (inks[:, 2] - lines[which] > FLOOR * sizes[which]) | odd[which]
    again &= (abs(inks - marked) < SAME).all(1)
    for at in which[again].tolist():
        same = abs(glyphs.lefts[at : at + CLUSTER] - glyphs.lefts[at]) < SAME
        whole = text[at : at + int(np.cumprod(same).sum())]
        last = max(0, text.rfind(whole[0], max(0, at - REACH), at))
        before = text.startswith(whole, last)
        if before or not odd[at]:
            drawn[at : at + (len(whole) if before else 1)] = False


def _parts_again(glyphs: Glyphs, drawn: Mask) -> Iterator[tuple[int, int, int]]:
    """Yield the texts that say again a cluster of which another draws the consonant: the first
    letter and how many; of the rest of a sara am also the letter after the one it belongs to.
    """
    codes = np.minimum(glyphs.codes, LAST)
    firsts, ends = glyphs.firsts, glyphs.firsts + glyphs.lengths
    runs = np.flatnonzero((glyphs.lengths > 1) & (glyphs.lengths <= CLUSTER))
    runs = runs[_CONSONANT[codes[firsts[runs]]] & drawn[firsts[runs]]]
    said = [glyphs.text[firsts[run] : ends[run]] for run in runs.tolist()]
    again: set[int] = set()
    for at, text in enumerate(said):
        if at in again or not _LAST[codes[ends[runs[at]] - 1]]:
            continue
        before = runs[at] - 1
        if before >= 0 and drawn[firsts[before]] and _ends_so(glyphs, firsts[before], text):
            whole, later = ends[before] - len(text), range(at, min(len(said), at + NEAR))
        else:
            whole, later = firsts[runs[at]], range(at + 1, min(len(said), at + 1 + NEAR))
        parts = [one for one in later if one not in again and said[one] == text]
        for one, rest in _of(glyphs, int(whole), len(text), firsts[runs[parts]].tolist()):
            again.add(parts[one])
            yield int(firsts[runs[parts[one]]]), len(text), rest


def _ends_so(glyphs: Glyphs, first: int, text: str) -> bool:
    """Tell whether a longer text ends with a cluster."""
    end = first + int(glyphs.lengths[np.searchsorted(glyphs.firsts, first)])
    return end - first > len(text) and glyphs.text[end - len(text) : end] == text


def _of(glyphs: Glyphs, whole: int, count: int, parts: list[int]) -> Iterator[tuple[int, int]]:
    """Yield which texts are parts of one cluster, and of the rest of a sara am the letter after
    those of the cluster.
    """
    ends, drawn = 0, _part(glyphs, whole, count) if parts else None
    for number, first in enumerate(parts):
        part = _part(glyphs, first, count)
        if drawn is None:
            return
        if _is_above_or_below(part, drawn):
            yield number, 0
        elif glyphs.text[whole + count - 1] in (AA, AM) and not ends and _is_rest(part, drawn):
            ends = whole + count
            yield number, ends


def _part(glyphs: Glyphs, first: int, count: int) -> _Part:
    inks = glyphs.inks(range(first, first + count))
    size = float(glyphs.sizes([first])[0])
    (left, _, low, _), (_, right, _, top) = inks.min(axis=0).tolist(), inks.max(axis=0).tolist()
    return _Part(left, right, low, top, size)


def _is_above_or_below(part: _Part, whole: _Part) -> bool:
    """Tell whether a part of a cluster is drawn where marks of another are."""
    left, right = whole.left - BEYOND * part.size, whole.right + BEYOND * part.size
    if part.left < left or part.right > right:
        return False
    up, down = part.low - whole.low, whole.low - part.top
    return FLOOR * part.size < up < HIGHEST * part.size or 0 <= down < BEYOND * part.size


def _is_rest(part: _Part, whole: _Part) -> bool:
    """Tell whether a part of a cluster is drawn right after another, on its line, and narrow."""
    after = abs(part.left - whole.right) < RIGHT_AFTER * part.size
    level = abs(part.low - whole.low) < RIGHT_AFTER * part.size
    return after and level and part.right - part.left < NARROW * part.size
