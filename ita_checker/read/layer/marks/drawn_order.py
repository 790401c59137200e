"""Marks that pdfium puts behind the letter after theirs: it sorts the texts of a line by where they
begin, and in leaning faces a raised tone begins further right than the next letter.
"""

from __future__ import annotations

import string
from itertools import count

import numpy as np

from ita_checker.read.layer.galley import codes_of
from ita_checker.read.layer.letters import AM, MARKS, TONES
from ita_checker.read.layer.native.glyphs import Glyphs, Indexes, Mask, Numbers
from ita_checker.read.layer.native.rules import Drawing

CLOSE = 0.45  # of the letter size: so little further left begins the letter that was put before
HALF = 0.5  # between the places of two letters
_MARK, _TONE = codes_of(MARKS), codes_of(TONES)
# some marks are called so, and rings sara am
_DISGUISE = codes_of(frozenset(string.ascii_letters + string.digits + AM))


def rows(glyphs: Glyphs, drawing: Drawing, kept: Mask, sizes: Numbers) -> Indexes:
    """Return which letters are kept, in the order in which the file draws them; `sizes`: those of
    each text object.
    """
    found = np.flatnonzero(kept)
    moved, drawn = _moved(glyphs, drawing, sizes)
    if not moved:
        return found
    places = np.arange(len(glyphs.firsts), dtype=np.float64)
    for run, before in moved.items():
        places[run] = before - HALF
    keys = drawn, places
    order: Indexes = found[np.lexsort([key[glyphs.of[found]] for key in keys])]
    return order


def _moved(glyphs: Glyphs, drawing: Drawing, sizes: Numbers) -> tuple[dict[int, int], Numbers]:
    """Return which texts of marks are drawn before one that stands before them here, and when each
    text is drawn.
    """
    own, nothing = glyphs.owned, np.zeros(0)
    firsts = glyphs.firsts[own]
    codes = glyphs.low[firsts]
    alone = _DISGUISE[codes] & (glyphs.lengths[own] == 1)
    marks, tones = _MARK[codes] | alone, _TONE[codes]
    near = np.diff(glyphs.lefts[firsts]) < CLOSE * sizes[own][1:]
    near &= marks[1:] & ~tones[1:] & tones[:-1] | marks[1:] & ~marks[:-1]
    doubtful = np.flatnonzero(near) + 1
    if not len(doubtful):
        return {}, nothing
    when = drawing.texts
    if not drawing.covers:  # where anything covers, it is known of all texts already
        when = {**when, **dict(zip(drawing.objects[0], count(), strict=False))}
    drawn = np.array([when.get(owner, -1.0) for owner in glyphs.owners])
    times, found = drawn[own], dict[int, int]()
    for at in doubtful.tolist():
        before, mark = found.get(at - 1, at - 1), at
        while before and marks[before - 1] and 0 <= times[at] < times[before - 1]:
            before -= 1
        while mark < len(own) and marks[mark] and 0 <= times[mark] < times[before]:
            found[mark] = before
            mark += 1
    runs = own.tolist()
    return {runs[mark]: runs[before] for mark, before in found.items()}, drawn
