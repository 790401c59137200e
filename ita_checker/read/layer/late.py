"""Marks of fonts of one width, each in a room of its own: where no program moves them back they are
drawn over the letter that comes next.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ita_checker.read.layer.galley import Galley, Indexes, Mask

MOST, FEW = 0.5, 2  # share of a font's marks that do not stand on their letters, and marks
LEVEL = 0.6  # of the letter size: letters of one line do not stand further up or down


def late_marks(held: Galley, stand: Mask) -> Mask:
    """Tell which marks are of fonts whose marks mostly do not stand on the letters before them."""
    found = np.zeros(len(held), bool)
    for font in np.unique(held.font[~stand]).tolist():
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
        if level and x1[owner] < after <= held.x1[row]:
            x1[owner] = after
    return replace(bases, sides=sides)
