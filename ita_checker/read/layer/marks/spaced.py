"""Letters that a file says with a space before them, both of one glyph: so some programs say sara
am ("ด าเนินการ") and marks. The space is none; and what is drawn back over its consonant, said
sara aa, is sara am.
"""

from __future__ import annotations

import numpy as np

from ita_checker.read.layer.galley import codes_of
from ita_checker.read.layer.letters import AA, AM, CONSONANTS, MARKS, TONES
from ita_checker.read.layer.native.glyphs import Glyphs, Mask, Numbers

SAME = 0.01  # points between two sides that are one
RING = 0.1  # of the letter size: so far a sara am begins over its consonant
_BEHIND, _BEARS = codes_of(MARKS | {AA, AM}), codes_of(CONSONANTS | TONES)


def mend(glyphs: Glyphs, drawn: Mask, sizes: Numbers) -> None:
    """Leave such spaces out of what is drawn, and have such letters said to be sara am."""
    codes = glyphs.low
    at = np.flatnonzero((codes[:-1] == ord(" ")) & _BEHIND[codes[1:]] & drawn[:-1] & drawn[1:])
    for side in (glyphs.lefts, glyphs.rights, glyphs.tops, glyphs.bottoms):
        at = at[abs(side[at + 1] - side[at]) < SAME]
    at = at[(at > 0) & (glyphs.rights[at] - glyphs.lefts[at] > SAME)]
    if not len(at):
        return
    drawn[at] = False
    back = glyphs.rights[at - 1] - glyphs.lefts[at] > RING * sizes[at]
    rings = at[back & (codes[at + 1] == ord(AA)) & _BEARS[codes[at - 1]]] + 1
    glyphs.say(rings.tolist(), AM)
