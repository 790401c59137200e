"""Glyphs that are said to be several letters, such as a consonant with its vowel.

pdfium halves the ink of such a glyph among its letters, draws all of them from one point, and
forgets the matrix of the form that holds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ita_checker.read.layer.letters import AM, FLOOR, MARKS, Ink, Letter

SAME = 0.01  # points between two sides that are one
ONE, REST = 0.55, 0.5  # of the letter size: room for one letter, and for the rest of a sara am
FORGOTTEN = 1e-3  # between a text's own matrix and the one with which it is shown
Numbers = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.int64]


def first_letters(glyphs: Any) -> Indexes:
    """Return the letters that share a glyph with the one after them: both have the same origin,
    the room of the second goes on where that of the first ends, and is unlike all others'.
    """
    if glyphs.count < 2:
        return np.zeros(0, np.int64)
    uneven = np.zeros(glyphs.count, bool)
    for sides in (glyphs.bottoms, glyphs.tops):
        uneven |= abs(sides - glyphs.each(sides[glyphs.firsts])) > SAME
    uneven |= glyphs.each(inked(glyphs))
    uneven[-1] = False
    which: Indexes = np.flatnonzero(uneven)
    for some, other in (
        (glyphs.rights, glyphs.lefts),
        (glyphs.tops, glyphs.tops),
        (glyphs.bottoms, glyphs.bottoms),
    ):
        which = which[abs(some[which] - other[which + 1]) < SAME]
    which = which[abs(glyphs.tops[which] - glyphs.bottoms[which]) > SAME]
    if not len(which):
        return which
    places = [glyphs.origins((which + step).tolist()) for step in (0, 1)]
    which = which[(places[0] == places[1]).all(axis=1)]
    for step in (
        0,
        1,
    ):  # a mark without width has the place of the letter after it, but its own ink
        left, right, _, top = glyphs.inks((which + step).tolist()).T
        halved = abs(glyphs.lefts[which + step] - left) < SAME
        halved &= abs(glyphs.rights[which + step] - right) < SAME
        which = which[halved & (abs(glyphs.tops[which + step] - top) < SAME)]
    return which


def inked(glyphs: Any) -> npt.NDArray[np.bool_]:
    """Tell of which texts the room of the first letter is its ink."""
    firsts = glyphs.firsts
    left, _, bottom, top = glyphs.first_inks.T
    found: npt.NDArray[np.bool_] = abs(glyphs.lefts[firsts] - left) < SAME
    for sides, ink in ((glyphs.tops, top), (glyphs.bottoms, bottom)):
        found &= abs(sides[firsts] - ink) < SAME
    return found


def moves(own: Sequence[float], shown: Sequence[float]) -> Numbers | None:
    """Return the matrix that was forgotten for a text, given its own and that with which it is
    shown; None where there is none.
    """
    if own[0] * own[3] - own[1] * own[2] == 0:
        return None
    first, both = (np.array([[*m[:2], 0], [*m[2:4], 0], [*m[4:6], 1]]) for m in (own, shown))
    found: Numbers = np.linalg.inv(first) @ both
    return found


def moved(matrices: Numbers, boxes: Numbers) -> Numbers:
    """Return boxes (left, right, bottom, top a row) where matrices move them: one for each, or one
    for all.
    """
    corners = np.ones((len(boxes), 4, 3))
    corners[:, :, 0], corners[:, :, 1] = boxes[:, (0, 0, 1, 1)], boxes[:, (2, 3, 2, 3)]
    points = corners @ matrices
    low, high = points.min(axis=1), points.max(axis=1)
    return np.stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]], axis=1)


def letters(text: str, inks: Sequence[Ink], y: float, size: float, font: int) -> Iterator[Letter]:
    """Yield the letters of one glyph: those that are no marks share its room, and marks stand on
    them.
    """
    x0, x1 = min(ink.x0 for ink in inks), max(ink.x1 for ink in inks)
    high = y - max(ink.bottom for ink in inks) > FLOOR * size
    if text[-1] == AM and x1 - x0 < ONE * size and (high or text[0] not in MARKS):
        # its ring alone is in the glyph, with its letter or the tone; its rest follows
        yield Letter(text[:-1], x0, x1, y, size, font)
        yield Letter(AM, x1, x1 + REST * size, y, size, font)
        return
    top, bottom = min(ink.top for ink in inks), max(ink.bottom for ink in inks)
    if y - bottom > FLOOR * size:  # a mark, said with the cluster whose other glyphs say it, too
        said = [letter for letter in text if letter in MARKS]
        yield from (Letter(one, x0, x1, y, size, font, Ink(x0, top, x1, bottom)) for one in said)
        return
    step = (x1 - x0) / max(1, sum(letter not in MARKS for letter in text))
    at = -1
    for letter in text:
        at += letter not in MARKS
        start, end = x0 + max(0, at) * step, x0 + (max(0, at) + 1) * step
        if letter in MARKS:  # a first one stands on the letter before
            start = end = x0 if at < 0 else end
        yield Letter(letter, start, end, y, size, font)
