"""White letters on dark bars (heads of tables, covers) turned to dark on white, so that they are
read like all others.
"""

from __future__ import annotations

import numpy as np

from ita_checker.read.raster import Grey
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shades import inked
from ita_checker.read.raster.shapes import closed, opened

COARSE = 4  # times as coarse as the picture bars are looked for
# Points.
SOLID = (12.0, 3.5)  # no stroke of a letter is as wide and as tall
BETWEEN = 14.0  # from one solid piece of a bar to the next, across its letters
BAR = (36.0, 9.0)  # the least bar
FULL = 0.55  # of a bar is dark; of print never half


def upright_print(ink: Grey, scale: float) -> Grey:
    """Return the ink with its dark bars reversed; `scale`: pixels per point."""
    mask, fine = inked(shrunk(ink, COARSE)), scale / COARSE
    solid = opened(mask, pixels(SOLID[1] * fine), pixels(SOLID[0] * fine))
    if not solid.any():
        return ink
    joined = closed(solid, pixels(BETWEEN * fine), pixels(BETWEEN * fine))
    made = ink.copy()
    for x0, y0, x1, y1 in connected(joined, corners=False).boxes()[1:].tolist():
        bar = mask[y0:y1, x0:x1] > 0
        if x1 - x0 < BAR[0] * fine or y1 - y0 < BAR[1] * fine or bar.mean() < FULL:
            continue
        part = made[COARSE * y0 : COARSE * y1, COARSE * x0 : COARSE * x1]
        dark = int(np.percentile(part, 60))
        part[:] = np.clip((dark - part.astype(np.int32)) * (255 / max(40, dark)), 0, 255)
    return made


def pixels(length: float) -> int:
    """Return a length in whole pixels, one at least."""
    return max(1, round(length))
