"""Letters for which the file gives no reading. pdfium says the number of their code as if it were
a letter's, so that one may look like a letter that the font has besides: the seventh glyph of a
small font like its digit 7.
"""

from __future__ import annotations

import numpy as np

from ita_checker.read.layer.glyphs import Glyphs, Indexes

FIRST, LAST = 0x0E01, 0x0E5B  # of Thai: few fonts number so many glyphs that one looks like these
ASIDE = 0xF0000  # added to the number of a code that looks like a letter: these are nobody's
CODE = 21  # bits that a letter's code takes


def told_apart(glyphs: Glyphs, fonts: Indexes) -> frozenset[tuple[int, str]]:
    """Return the (font, letter) pairs for which the file gives no reading, set aside on the page
    where others look like them; `fonts`: the font of each letter.
    """
    keys = fonts << CODE | glyphs.codes
    owned, thai = fonts >= 0, (glyphs.codes >= FIRST) & (glyphs.codes <= LAST)
    each = np.flatnonzero(owned & ~thai & (glyphs.codes != ord(" ")))
    _, first = np.unique(keys[owned & thai], return_index=True)
    once = np.flatnonzero(owned & thai)[first]
    lost = np.zeros(glyphs.count, bool)
    asked = np.concatenate((each, once))
    lost[asked] = glyphs.unmapped(asked.tolist())
    if not lost.any():
        return frozenset()
    alike = lost & ~thai & np.isin(keys, keys[owned & ~lost])
    if alike.any():
        glyphs.set_aside(np.flatnonzero(alike), ASIDE)
    which = np.flatnonzero(lost).tolist()
    return frozenset((int(fonts[at]), glyphs.text[at]) for at in which)


def code(letter: str) -> str:
    """Return the code of a letter without a reading, as pdfium says it."""
    return chr(ord(letter) - ASIDE) if len(letter) == 1 and ord(letter) >= ASIDE else letter
