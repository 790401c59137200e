"""Numbers of notes and powers: small digits raised behind a number, or a letter for a unit. They
are part of no other number, and read as what they are: ปี 2568¹, not 25681. Behind Thai words
nothing is to be mistaken: they stay as they are printed.
"""

from __future__ import annotations

import string

import numpy as np

from ita_checker.read.layer.galley import Galley, codes_of

SMALLER = 0.94  # of the letter before: so large a raised digit is at most (WeasyPrint: 12 of 13)
LEAST, MOST = 0.2, 0.7  # of the letter size before: how much higher it stands
BESIDE = 0.35  # of the letter size before: how far behind it begins at most, or before its end
ARABIC, THAI, RAISED = "0123456789", "๐๑๒๓๔๕๖๗๘๙", "⁰¹²³⁴⁵⁶⁷⁸⁹"
ONE = RAISED[1]  # in Thai words a sign of broken codes, where the file says it
TOLD = dict(zip(ARABIC + THAI, RAISED * 2, strict=True))
_DIGITS = codes_of(frozenset(TOLD))
_BEFORE = codes_of(frozenset(TOLD) | frozenset(string.ascii_letters) | {"."})


def told(page: Galley) -> Galley:
    """Return the letters of a page, its raised digits as such."""
    x0, x1, y, size = page.sides
    first = page.among(_DIGITS)[1:] & (size[1:] < SMALLER * size[:-1])
    if not first.any():
        return page
    up, level = (y[:-1] - y[1:]) / np.maximum(size[:-1], 1.0), abs(np.diff(y)) < LEAST
    first &= (up > LEAST) & (up < MOST)
    first &= page.among(_BEFORE)[:-1] & (abs(x0[1:] - x1[:-1]) < BESIDE * size[:-1])
    found: dict[int, str] = {}
    for at in (np.flatnonzero(first) + 1).tolist():
        while page.texts[at] in TOLD:
            found[at] = TOLD[page.texts[at]]
            if at + 1 == len(page) or not level[at] or abs(size[at + 1] - size[at]) > LEAST:
                break
            at += 1
    return page.read_as(found)
