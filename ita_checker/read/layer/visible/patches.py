"""Texts set over others that a page does not show, such as a year upon a white patch: letters that
are the same, and stand at the same place, pdfium takes for drawn twice, and gives the hidden ones
alone (2567 over 2559 was read 67).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native.glyphs import Glyphs, Mask
from ita_checker.read.layer.native.rules import FORM, TEXT, Drawing

FAR = -1e5  # points: beside any page
NEAR = 0.3  # of the height of letters: so near are the feet of those of one line
AT_ONCE = 1 << 18  # pairs of letters: of two pages over each other there are millions


def moved_away(glyphs: Glyphs, hidden: Mask, drawing: Drawing) -> list[int]:
    """Move texts of which nothing is shown off the page, for as long as it is open, where pdfium
    may have left out others for them; return the handles of those that were.
    """
    others = set(drawing.objects[1].values())
    if not hidden.any() or not others & {TEXT, FORM}:
        return []
    shown = ~hidden & (glyphs.codes != ord(" "))
    whole = ~np.logical_or.reduceat(shown, glyphs.firsts)
    whole &= np.logical_or.reduceat(hidden, glyphs.firsts)
    moved = [glyphs.owners[run] for run in glyphs.owned[whole[glyphs.owned]].tolist()]
    for handle in moved:
        native.move(handle, FAR)
    return moved


def put_back(moved: Sequence[int]) -> None:
    """Put texts back to where they stood before they were moved away."""
    for handle in moved:
        native.move(handle, -FAR)


def on_page(glyphs: Glyphs, shown: Mask) -> int:
    """Return how many letters are shown; of a reading that an /ActualText gives for several texts
    none, where one of these was moved away.
    """
    return int(np.count_nonzero(shown & (glyphs.lefts > FAR / 2)))


def mixed(glyphs: Glyphs, hidden: Mask, shown: Mask) -> bool:
    """Tell whether any hidden letter stands beside a shown one of its line, or where it stands: one
    may have been put over the other, and nobody knows that all of it is read.
    """
    written = glyphs.tops > glyphs.bottoms
    own, others = np.flatnonzero(hidden & written), np.flatnonzero(shown & written)
    others = others[np.argsort(glyphs.bottoms[others])]
    size = (glyphs.tops - glyphs.bottoms)[own]
    feet, levels = glyphs.bottoms[own], glyphs.bottoms[others]
    first = np.searchsorted(levels, feet - NEAR * size, "right")
    counts = np.searchsorted(levels, feet + NEAR * size) - first
    ends = np.cumsum(counts)
    for start in range(0, int(counts.sum()), AT_ONCE):
        pairs = np.arange(start, min(start + AT_ONCE, int(ends[-1])))
        at = np.searchsorted(ends, pairs, "right")
        other = others[first[at] + pairs - (ends - counts)[at]]
        before = glyphs.lefts[own[at]] - glyphs.rights[other]
        after = glyphs.lefts[other] - glyphs.rights[own[at]]
        if (np.maximum(before, after) < size[at]).any():
            return True
    return False
