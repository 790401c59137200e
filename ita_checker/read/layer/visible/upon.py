"""Areas of the colour of letters: what lies upon them may not be seen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ita_checker.read.layer.letters import Ink
from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native.glyphs import Indexes, Mask
from ita_checker.read.layer.native.rules import PATH, Drawing

LIGHT = np.array((0.114, 0.587, 0.299), np.float32)  # what blue, green and red give of it
NEAR_WHITE = 235  # of 255: colours from which a letter may be unseen
SAME = 12  # of 255: so little differs each colour of letters and of what they lie on
MOST = 400  # areas


def of_own_colour(drawing: Drawing, colours: Indexes, real: Mask) -> Iterator[tuple[Mask, Ink]]:
    """Yield the filled areas that are of the colour of texts, and of which; white ones and those
    within forms are left out. `colours`: of each text, `real`: which ones are drawn.
    """
    handles, kinds = drawing.objects
    areas = [
        (int(when), box)
        for when, box in drawing.covers[:MOST]
        if when == int(when) and kinds.get(int(when)) == PATH
    ]
    if not areas:
        return
    fills = native.FILLS.of(native.handles([handles[when] for when, _ in areas]))
    for number in np.flatnonzero(fills[:, :3] @ LIGHT[::-1] < NEAR_WHITE).tolist():
        same: Mask = (np.abs(colours[:, :3] - fills[number, :3]) <= SAME).all(axis=1)
        if (same & real).any():
            yield same, areas[number][1]
