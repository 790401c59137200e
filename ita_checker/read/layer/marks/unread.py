"""Letters for which the file gives no reading. pdfium says the number of their code as if it were
a letter's, so that one may look like a letter that the font has besides: the seventh glyph of a
small font like its digit 7.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import Sheet
from ita_checker.read.layer.marks.clusters import hovering
from ita_checker.read.layer.native.glyphs import Glyphs, Indexes

FIRST, LAST = 0x0E01, 0x0E5B  # of Thai: few fonts number so many glyphs that one looks like these
ASIDE = 0xF0000  # added to the number of a code that looks like a letter: these are nobody's
LEVEL, NEAR = 0.2, 0.15  # of the letter size: letters of one word stand no further apart
OVER = 0.5  # of its ink: how much of a mark stands over its letter at least
CODE, SHAPE = 21, 8  # bits that a letter's code takes, and the shape of its room
STEPS, A_HAIR = 40, 1e-3  # in which shapes are told apart: of its height; points


def told_apart(glyphs: Glyphs, fonts: Indexes) -> frozenset[tuple[int, str]]:
    """Return the (font, letter) pairs for which the file gives no reading, set aside on the page
    where others look like them; `fonts`: the font of each letter. One letter is asked about of all
    that are said the same and take the same room; each of those that are not Thai, for some fonts
    give all their letters the same room.
    """
    owned: Indexes = np.flatnonzero(fonts >= 0)
    if not len(owned):
        return frozenset()
    pairs = fonts[owned] << CODE | glyphs.codes[owned]
    wide = glyphs.rights[owned] - glyphs.lefts[owned]
    high = np.maximum(glyphs.tops[owned] - glyphs.bottoms[owned], A_HAIR)
    shapes = np.minimum(STEPS * wide / high, (1 << SHAPE) - 1).astype(np.int64)
    keys = pairs << SHAPE | shapes
    _, first, same = np.unique(keys, return_index=True, return_inverse=True)
    lost = np.array(glyphs.unmapped(owned[first].tolist()))[same]
    codes = glyphs.codes[owned]
    others = (codes != ord(" ")) & ((codes < FIRST) | (codes > LAST))
    lost[others] = glyphs.unmapped(owned[others].tolist())
    if not lost.any():
        return frozenset()
    known = pairs[~lost]
    alike = [pair for pair in set(pairs[lost].tolist()) if (known == pair).any()]
    if alike:
        glyphs.set_aside(owned[lost & np.isin(pairs, alike)], ASIDE)
    which = owned[lost]
    letters = [glyphs.text[at] for at in which.tolist()]
    return frozenset(zip(fonts[which].tolist(), letters, strict=True))


def code(letter: str) -> str:
    """Return the code of a letter without a reading, as pdfium says it."""
    return chr(ord(letter) - ASIDE) if len(letter) == 1 and ord(letter) >= ASIDE else letter


def left(sheet: Sheet, found: Galley) -> int:
    """Return how many letters without a reading, which nothing else tells either, are part of Thai
    words: drawn over a Thai letter, or between two.
    """
    said = {letter for _, letter in sheet.unmapped}
    if said.isdisjoint(found.texts):
        return 0
    which = [
        at
        for at, text in enumerate(found.texts)
        if text in said and (int(found.font[at]), text) in sheet.unmapped
    ]
    some = np.array(which, np.int64)
    marks = hovering(found.ordered(some))
    return sum(
        _over(found, at) if mark else _within(found, at)
        for at, mark in zip(which, marks.tolist(), strict=True)
    )


def codes_of(sheet: Sheet) -> frozenset[str]:
    """Return the codes of a sheet's letters without a reading that may be taken for others."""
    said = {code(letter) for _, letter in sheet.unmapped}
    return frozenset(one for one in said if one.isprintable() and not one.isspace())


def in_words(codes: Collection[str], text: str) -> list[int]:
    """Return where codes of letters without a reading stand between Thai letters of a text."""
    return [
        at
        for at, (before, one, after) in enumerate(zip(text, text[1:], text[2:], strict=False), 1)
        if one in codes and FIRST <= ord(before) <= LAST and FIRST <= ord(after) <= LAST
    ]


def _over(found: Galley, at: int) -> bool:
    """Tell whether a letter is drawn over the Thai letter before it."""
    x0, _, x1, _ = found.inks[at].tolist()
    over = min(x1, found.x1[at - 1]) - max(x0, found.x0[at - 1])
    return at > 0 and _is_thai(found, at - 1) and bool(over > OVER * (x1 - x0))


def _within(found: Galley, at: int) -> bool:
    """Tell whether a letter stands between two Thai ones, as part of their word."""
    if not 0 < at < len(found) - 1 or not (_is_thai(found, at - 1) and _is_thai(found, at + 1)):
        return False
    most = NEAR * found.size[at]
    return all(
        abs(found.y[one] - found.y[one + 1]) < LEVEL * found.size[at]
        and abs(found.x0[one + 1] - found.x1[one]) < most
        for one in (at - 1, at)
    )


def _is_thai(found: Galley, at: int) -> bool:
    return FIRST <= int(found.codes[at]) <= LAST
