"""Tones that are drawn over the vowel that the file says right before them: they go where that
vowel goes, though they hang over the next letter.
"""

from __future__ import annotations

import numpy as np

from ita_checker.read.layer.galley import Galley, Indexes, Mask, codes_of
from ita_checker.read.layer.letters import ABOVE, TONES

BESIDE = 0.6  # of the letter size: a mark's base line differs by no more from that of its letter
ON_VOWEL = 0.5  # of the ink of a tone: how much stands over the vowel
A_HAIR = 0.05  # of the letter size: what stands upon another begins no lower
_TONES, _ABOVE = codes_of(TONES), codes_of(ABOVE)


def stands_on_vowel(held: Galley, bases: Galley, owners: Indexes, stand: Mask, mark: int) -> bool:
    """Tell whether a tone is drawn over the vowel that comes right before it: it goes where that
    vowel goes, however far to the right both hang. In a leaning face it may stand behind the
    vowel, as high as over one, where the next letter has none.
    """
    owner, vowel = owners[mark], mark - 1
    while vowel >= 0 and owners[vowel] == owner and not stand[vowel]:
        vowel -= 1
    if vowel < 0 or owners[vowel] != owner or held.texts[vowel] not in ABOVE:
        return False
    if abs(held.y[mark] - bases.y[owner]) > BESIDE * bases.size[owner]:
        return False
    x0, _, x1, bottom = held.inks[mark].tolist()
    left, top, right, _ = held.inks[vowel].tolist()
    if min(x1, right) - max(x0, left) > ON_VOWEL * (x1 - x0):
        return True
    size = float(held.size[mark])
    raised = bottom <= top + A_HAIR * size and x0 <= right + A_HAIR * size
    return raised and right > bases.x1[owner] and not _has_vowel(held, owners, owner + 1)


def _has_vowel(held: Galley, owners: Indexes, owner: int) -> bool:
    """Tell whether a letter has a vowel above it, by the file's order."""
    return any(held.texts[at] in ABOVE for at in np.flatnonzero(owners == owner).tolist())


def go_along(held: Galley, owners: Indexes, stand: Mask) -> Mask:
    """Tell which tones are drawn over the vowel right before them, which stands on none: they go
    where it goes, though they hang over the next letter.
    """
    found = np.zeros(len(held), bool)
    vowels, tones = held.inked & held.among(_ABOVE), held.inked & held.among(_TONES)
    found[1:] = stand[1:] & ~stand[:-1] & tones[1:] & vowels[:-1] & (owners[1:] == owners[:-1])
    for tone in np.flatnonzero(found).tolist():
        x0, _, x1, bottom = held.inks[tone].tolist()
        left, top, right, _ = held.inks[tone - 1].tolist()
        over = min(x1, right) - max(x0, left) > ON_VOWEL * (x1 - x0)
        found[tone] = over and bottom <= top + A_HAIR * held.size[tone]
    return found
