"""Clusters that are said more than once: of a cluster of several glyphs Typst says the whole for
each of them, and only the first draws its consonant.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any, NamedTuple

import numpy as np

from ita_checker.read.layer.galley import Mask, Numbers, codes_of
from ita_checker.read.layer.letters import AA, AM, CONSONANTS, FLOOR, MARKS
from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native.glyphs import Glyphs, Indexes

_MARK, _CONSONANT = codes_of(MARKS), codes_of(CONSONANTS)
_LAST = codes_of(MARKS | {AA, AM})
SAME, ABOUT = 0.01, 1.5  # points between two sides that are one, two texts that are as wide
WIDEST = 0x7FFE  # codes of four letters make one number
NEXT = 12.0  # points after a cluster in which its parts begin
CLUSTER, REACH = 4, 10  # letters of a cluster at most, and before a mark among which it was said
NEAR = 4  # texts further on or back in which the same cluster is said for another of its glyphs
# of the letter size: how far beyond its consonant a mark of it may stand, how wide the rest of a
# sara am is at most, and between two parts of one
UNDER = 0.1  # of the letter size above the base line: marks below end there
BEYOND, NARROW, RIGHT_AFTER = 0.5, 0.6, 0.3
# how near to a letter its marks are, of the letter size; and how high or wide, of that letter
NEAR_IT, LESS = 0.45, 0.7


class Again(NamedTuple):
    """Where rests of sara ams end that were left out, by these; and which letters are all said of
    the first glyph of their cluster: its ink is not theirs.
    """

    ends: dict[int, float]
    heads: Mask


class _Part(NamedTuple):
    """Where a text that says a cluster is drawn, and the size of its letters."""

    left: float
    right: float
    low: float
    top: float
    size: float


def leave_out(glyphs: Glyphs, drawn: Mask, lines: Numbers, sizes: Numbers, odd: Mask) -> Again:
    """Leave out letters that a mark, or the rest of a sara am, says besides itself. `lines`: the
    base line of each letter, up from the page's foot, and `sizes`; `odd`: those that need not stand
    where their rooms say.
    """
    found = _glyph_by_glyph(glyphs, drawn)
    ends = found.ends
    _with_marks(glyphs, drawn, lines, sizes, odd, found.heads)
    for first, count, whole in list(_parts_again(glyphs, drawn, odd)) if odd.any() else ():
        drawn[first : first + count] = False
        if whole:
            end = float(glyphs.rights[first + count - 1])
            ends[whole - 1] = max(end, ends.get(whole - 1, end))
    return found


def _glyph_by_glyph(glyphs: Glyphs, drawn: Mask) -> Again:
    """Leave out what the glyphs of a cluster but the first say of it again, one behind the other in
    one text. A glyph that stands on the line and is no rest begins the cluster anew.
    """
    text, ends, heads = glyphs.text, dict[int, float](), np.zeros(glyphs.count, bool)
    firsts, counts = _of_one_glyph(glyphs, drawn)
    if not len(firsts):
        return Again(ends, heads)
    lows, sizes = glyphs.origins(firsts.tolist())[:, 1], glyphs.sizes(firsts.tolist())
    _, rights, bottoms, tops = glyphs.inks(firsts.tolist()).T
    on_line = (bottoms - lows <= FLOOR * sizes) & (tops - lows >= UNDER * sizes)
    head = last = said = 0
    whole = ""
    for at, (first, count) in enumerate(zip(firsts.tolist(), counts.tolist(), strict=True)):
        goes_on = first == last and text[first : first + count] == whole
        last = first + count
        if not goes_on or (on_line[at] and (said or whole[-1] not in (AA, AM))):
            head, whole, said = first, text[first:last], 0
            continue
        if on_line[at]:
            said, ends[head + count - 1] = 1, float(max(rights[at], glyphs.rights[first]))
        drawn[first:last], heads[head : head + count] = False, True
    return Again(ends, heads)


def _of_one_glyph(glyphs: Glyphs, drawn: Mask) -> tuple[Indexes, Indexes]:
    """Return the first letters of clusters of which each is said of one glyph, right before or
    after another, and how many letters they are.
    """
    same = (glyphs.of[1:] == glyphs.of[:-1]) & drawn[1:]
    same &= (abs(np.diff(glyphs.lefts)) < SAME) & (abs(np.diff(glyphs.rights)) < SAME)
    firsts = np.flatnonzero(np.append(True, ~same)[: glyphs.count])
    counts = np.diff(firsts, append=glyphs.count)
    own = (counts > 1) & (counts <= CLUSTER)
    own &= _CONSONANT[glyphs.low[firsts]] & _LAST[glyphs.low[firsts + counts - 1]]
    near = own[1:] & own[:-1] & (counts[1:] == counts[:-1])
    at = np.flatnonzero((np.append(near, False) | np.append(False, near))[: len(firsts)])
    if len(at):
        level = abs(glyphs.first_matrices(glyphs.of[firsts[at]])[:, 1]) < SAME
        at = at[level]
    return firsts[at], counts[at]


def _with_marks(
    glyphs: Glyphs, drawn: Mask, lines: Numbers, sizes: Numbers, odd: Mask, heads: Mask
) -> None:
    """Leave out letters that have the room and the ink of a mark, drawn high. Where the whole was
    said right before, the mark itself was.
    """
    text = glyphs.text
    marks = glyphs.among(_MARK)
    which = np.flatnonzero(~marks[:-1] & marks[1:] & drawn[:-1] & ~heads[:-1])
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


def _parts_again(glyphs: Glyphs, drawn: Mask, odd: Mask) -> Iterator[tuple[int, int, int]]:
    """Yield the texts that say again a cluster of which another draws the consonant: the first
    letter and how many; of the rest of a sara am also the letter after the one it belongs to.
    """
    wholes = list(_wholes(glyphs, drawn, odd))
    parts = _drawn(glyphs, {(first, len(text)) for text, *firsts in wholes for first in firsts})
    again: set[int] = set()
    for text, whole, *later in wholes:
        ends = 0
        for first in later if whole not in again else ():
            one, other = parts[first, len(text)], parts[whole, len(text)]
            if first in again:
                continue
            if _is_above_or_below(one, other):
                yield first, len(text), 0
            elif text[-1] in (AA, AM) and not ends and _is_rest(one, other):
                ends = whole + len(text)
                yield first, len(text), ends
            else:
                continue
            again.add(first)


def _wholes(glyphs: Glyphs, drawn: Mask, odd: Mask) -> Iterator[tuple[Any, ...]]:
    """Yield each cluster that is said again soon, where it is said first, also at the end of a
    longer text, and where again. Those of two odd texts one after the other, of which one is wider,
    are made whole when such texts are set, and what one /ActualText says twice is said once then.
    """
    codes = glyphs.low
    runs = np.flatnonzero((glyphs.lengths > 1) & (glyphs.lengths <= CLUSTER))
    first, last = glyphs.firsts[runs], glyphs.firsts[runs] + glyphs.lengths[runs] - 1
    runs = runs[_CONSONANT[codes[first]] & _LAST[codes[last]] & drawn[first]]
    first, count = glyphs.firsts[runs], glyphs.lengths[runs]
    keys = _keys(glyphs, first, count)
    ends_so, soon = (tell(glyphs, first, count, keys) for tell in (_same_before, _same_soon))
    step, at = np.nonzero(soon)
    if not len(at) and not ends_so.any():
        return
    marks = np.zeros(len(runs), np.int64)
    asked = np.unique(np.append(at, at + step + 1))
    owners = [glyphs.owners[run] for run in runs[asked].tolist()]
    marks[asked] = native.innermost_marks(native.handles(owners))
    one = marks[at] == marks[at + step + 1]
    soon[step[one], at[one]] = False
    firsts = first.tolist()
    for number in np.flatnonzero(ends_so | soon.any(axis=0)).tolist():
        start, letters = firsts[number], int(count[number])
        text = glyphs.text[start : start + letters]
        again = [firsts[number + 1 + one] for one in np.flatnonzero(soon[:, number]).tolist()]
        if ends_so[number]:
            if drawn[start - letters]:
                yield text, start - letters, start, *again
        elif (again != [start + letters] or not odd[[start, *again]].all()) or _as_wide(
            glyphs, start, again[0], letters
        ):
            yield text, start, *again


def _keys(glyphs: Glyphs, first: Indexes, count: Indexes) -> Indexes:
    """Return a number for each text of so many letters, one for those that say the same."""
    codes = np.append(np.minimum(glyphs.codes, WIDEST), np.zeros(CLUSTER, np.uint32))
    found = np.zeros(len(first), np.int64)
    for step in range(CLUSTER):
        found = found * (WIDEST + 1) + codes[first + step] * (step < count)
    return found


def _same_before(glyphs: Glyphs, first: Indexes, count: Indexes, keys: Indexes) -> Mask:
    """Tell before which texts, of so many letters, a longer one ends with the same letters."""
    before = np.maximum(first - count, 0)
    begins = np.zeros(glyphs.count + 1, bool)
    begins[glyphs.firsts] = True
    found: Mask = (_keys(glyphs, before, count) == keys) & ~begins[before]
    return found


def _same_soon(glyphs: Glyphs, first: Indexes, count: Indexes, keys: Indexes) -> Mask:
    """Tell, for each of the texts that come next, after which ones it says the same letters and
    begins not far from them.
    """
    found = np.zeros((NEAR, len(first)), bool)
    starts, ends = glyphs.lefts[first], glyphs.rights[first + count - 1] + NEXT
    for row, one in enumerate(found, 1):
        one[: max(0, len(first) - row)] = (keys[row:] == keys[:-row]) & (starts[row:] < ends[:-row])
    return found


def _as_wide(glyphs: Glyphs, first: int, second: int, count: int) -> bool:
    """Tell whether two texts of so many letters are about as wide as each other."""
    wide = [glyphs.rights[at + count - 1] - glyphs.lefts[at] for at in (first, second)]
    return bool(abs(wide[0] - wide[1]) < ABOUT)


def _drawn(glyphs: Glyphs, spans: Set[tuple[int, int]]) -> dict[tuple[int, int], _Part]:
    """Return where the letters of each span are drawn."""
    held = sorted(spans)
    if not held:
        return {}
    letters = [at for first, count in held for at in range(first, first + count)]
    starts = np.cumsum([0, *(count for _, count in held)])[:-1]
    inks = glyphs.inks(letters)
    low, high = (reached.reduceat(inks, starts) for reached in (np.minimum, np.maximum))
    sizes = glyphs.sizes([first for first, _ in held])
    sides = zip(low[:, 0], high[:, 1], low[:, 2], high[:, 3], sizes, strict=True)
    return {span: _Part(*map(float, each)) for span, each in zip(held, sides, strict=True)}


def _is_above_or_below(part: _Part, whole: _Part) -> bool:
    """Tell whether a part of a cluster is drawn where marks of another are, and as small as they:
    the same cluster on the next line is as high and as wide as this.
    """
    high, wide = part.top - part.low, part.right - part.left
    if high > LESS * (whole.top - whole.low) and wide > LESS * (whole.right - whole.left):
        return False
    left, right = whole.left - BEYOND * part.size, whole.right + BEYOND * part.size
    if part.left < left or part.right > right:
        return False
    up, down = part.low - whole.low, whole.low - part.top
    above = up > FLOOR * part.size and part.low - whole.top < NEAR_IT * part.size
    return above or 0 <= down < NEAR_IT * part.size


def _is_rest(part: _Part, whole: _Part) -> bool:
    """Tell whether a part of a cluster is drawn right after another, on its line, and narrow."""
    after = abs(part.left - whole.right) < RIGHT_AFTER * part.size
    level = abs(part.low - whole.low) < RIGHT_AFTER * part.size
    return after and level and part.right - part.left < NARROW * part.size
