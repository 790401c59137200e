"""How much room letters take: as much as their font moves on after each. pdfium tells the wider of
that and the ink, and the ink of leaning letters, or of those set closer than they were made for,
reaches over the next one; a dot or a space under it would be lost.
"""

from __future__ import annotations

import string
from collections.abc import Sequence

import numpy as np

from ita_checker.read.layer.galley import Galley, codes_of
from ita_checker.read.layer.letters import MARKS
from ita_checker.read.layer.native import metrics
from ita_checker.read.layer.native.glyphs import Glyphs, Indexes, Mask, Numbers

_MARK, _LATIN = codes_of(MARKS), codes_of(frozenset(string.ascii_letters))
OVER = 0.02  # of the letter size: what reaches no further over the next letter hides nothing
LEAST = 0.3  # of a letter's room: what begins nearer to its start is drawn over it
LEVEL = 0.2  # of the letter size: letters of one line do not stand further up or down
SPACE = 0.08, 0.17  # of the letter size: a gap so wide may be a space that ink reaches into
CODE = 21  # bits that a letter's code takes


def ends(
    glyphs: Glyphs, fonts: Indexes, addresses: Sequence[int], sizes: Numbers, which: Mask
) -> Numbers:
    """Return where each letter's room ends. Of those among `which` that reach over the next letter
    the font is asked; none ends before the next one begins. `addresses`: of the fonts, by their
    numbers.
    """
    found: Numbers = glyphs.rights.copy()
    letters = np.flatnonzero(which & ~glyphs.among(_MARK))
    here, starts = letters[:-1], glyphs.lefts[letters[1:]]
    over = found[here] - starts > OVER * sizes[here]
    over &= starts > glyphs.lefts[here]
    here, starts = here[over], starts[over]
    if not len(here):
        return found
    moves = widths(fonts[here], glyphs.codes[here], addresses)
    told = np.maximum(glyphs.lefts[here] + moves * sizes[here], starts)
    found[here] = np.where(moves > 0, np.minimum(found[here], told), found[here])
    return found


def starts(glyphs: Glyphs, ends: Numbers, sizes: Numbers, which: Mask) -> Numbers:
    """Return where each letter's room begins: of those among `which` whose ink reaches back into
    what may be a space, at the point from which they are drawn. `ends`: of the rooms.
    """
    found: Numbers = glyphs.lefts.copy()
    letters = np.flatnonzero(which & ~glyphs.among(_MARK))
    here, after = letters[:-1], letters[1:]
    low, high = SPACE
    gaps, size = found[after] - ends[here], sizes[after]
    after = after[(gaps > low * size) & (gaps < high * size)]
    if len(after):
        points = glyphs.origins(after.tolist())[:, 0]
        found[after] = np.maximum(found[after], np.minimum(points, glyphs.rights[after]))
    return found


def widths(fonts: Indexes, codes: Indexes, addresses: Sequence[int]) -> Numbers:
    """Return how far fonts move on after letters, as shares of their size; 0 where none tells."""
    _, first, same = np.unique(fonts << CODE | codes, return_index=True, return_inverse=True)
    letters = zip(fonts[first].tolist(), codes[first].tolist(), strict=True)
    found: Numbers = np.array([metrics.width(addresses[font], code) for font, code in letters])[
        same
    ]
    return found


def cut(found: Galley, kept: Mask, unusual: Mask) -> None:
    """Let the rooms of unusual letters end where the next letter of their line begins: they are as
    wide as their ink, which hangs over it as that of others does; `kept`: the letters that stand.
    """
    letters = np.flatnonzero(kept & ~found.marks)
    here, after = letters[:-1], letters[1:]
    x0, x1, size = found.x0[here], found.x1[here], found.size[here]
    starts = found.x0[after]
    over = unusual[here] & (starts < x1) & (starts > x0 + LEAST * (x1 - x0))
    over &= abs(found.y[here] - found.y[after]) < LEVEL * size
    found.x1[here[over]] = starts[over]
    marks = np.flatnonzero(kept & unusual & found.marks)
    if over.any() and len(marks):
        bases = letters[np.maximum(0, np.searchsorted(letters, marks) - 1)]
        found.x1[marks] = np.where(
            np.isin(bases, here[over]),
            np.minimum(found.x1[marks], found.x1[bases]),
            found.x1[marks],
        )


def part_ligatures(found: Galley, kept: Mask, of: Indexes) -> None:
    """Give each of the Latin letters that one glyph is said to be ("ffi") its share of the room: as
    one they are taken for letters drawn twice. `of`: the text object of each letter.
    """
    letters = np.flatnonzero(kept & found.among(_LATIN))
    here, after = letters[:-1], letters[1:]
    same = (after == here + 1) & (found.x0[here] == found.x0[after]) & (of[here] == of[after])
    if not same.any():
        return
    firsts = letters[np.append(True, ~same) & np.append(same, False)]
    for first in firsts.tolist():
        last = first + 1
        while last + 1 < len(of) and found.x0[last + 1] == found.x0[first] and kept[last + 1]:
            last += 1
        sides = np.linspace(found.x0[first], found.x1[first : last + 1].max(), last - first + 2)
        found.x0[first : last + 1], found.x1[first : last + 1] = sides[:-1], sides[1:]
