"""Marks that are drawn after the letter they belong to: those of fonts of one width, each in a room
of its own, where no program moves them back; and those in the widened spaces of justified lines.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ita_checker.read.layer.galley import Galley, Indexes, Mask

MOST, FEW = 0.5, 2  # share of a font's marks that do not stand on their letters, and marks
LEVEL = 0.6  # of the letter size: letters of one line do not stand further up or down
A_HAIR = 0.05  # of the letter size: what one text object draws does not differ by more


def late_marks(held: Galley, stand: Mask) -> Mask:
    """Tell which marks are of fonts whose marks mostly do not stand on the letters before them."""
    found = np.zeros(len(held), bool)
    for font in sorted({*held.font[~stand].tolist()}):
        own = (held.font == font) & held.marks
        found |= own & ~stand & (np.count_nonzero(own & ~stand) > max(FEW, MOST * own.sum()))
    return found


def with_rooms(bases: Galley, held: Galley, owners: Indexes, late: Mask) -> Galley:
    """Return letters with the rooms that their late marks take after them, up to the next one."""
    sides = bases.sides.copy()
    x0, x1, y, size = sides
    for row in np.flatnonzero(late & (owners + 1 < len(bases))).tolist():
        owner = owners[row]
        after, level = x0[owner + 1], abs(y[owner + 1] - y[owner]) < LEVEL * size[owner]
        if level and x1[owner] < after <= min(held.x1[row], x1[owner] + size[owner]):
            x1[owner] = after
    return replace(bases, sides=sides)


def in_the_gap(bases: Galley, held: Galley, owner: int, mark: int) -> bool:
    """Tell whether a mark that stands on nothing is drawn in the white after the letter before it,
    on the same line: LibreOffice widens spaces of justified lines before such marks.
    """
    if owner < 0 or not held.marks[mark] or not held.inked[mark]:
        return False
    hair = A_HAIR * held.size[mark]
    level = abs(bases.y[owner : owner + 2] - held.y[mark]) < hair
    x0, x1 = held.inks[mark, ::2].tolist()
    after = bases.x0[owner + 1] if level[1:].any() else x1
    return bool(level[0] and bases.x1[owner] <= x0 and x1 <= after + hair)
