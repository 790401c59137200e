"""White letters on dark bars (heads of tables, covers) turned to dark on white, so that they are
read like all others.
"""

from __future__ import annotations

import cv2
import numpy as np

from ita_checker.read.ocr.picture import Grey, inked

# Points.
SOLID = (12.0, 3.5)  # no stroke of a letter is as wide and as tall
BETWEEN = 14.0  # from one solid piece of a bar to the next, across its letters
BAR = (36.0, 9.0)  # the least bar
FULL = 0.55  # of a bar is dark; of print never half


def upright_print(ink: Grey, scale: float) -> Grey:
    """Return the ink with its dark bars reversed; `scale`: pixels per point."""
    coarse = np.asarray(
        cv2.resize(ink, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), np.uint8
    )
    mask, fine = inked(coarse), scale / 4
    solid = cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel(SOLID[0] * fine, SOLID[1] * fine))
    if not solid.any():
        return ink
    joined = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, kernel(BETWEEN * fine, BETWEEN * fine))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=4)
    made = ink.copy()
    for x, y, wide, tall, _area in stats[1:count].tolist():
        bar = mask[y : y + tall, x : x + wide] > 0
        if wide < BAR[0] * fine or tall < BAR[1] * fine or bar.mean() < FULL:
            continue
        part = made[4 * y : 4 * (y + tall), 4 * x : 4 * (x + wide)]
        dark = int(np.percentile(part, 60))
        part[:] = np.clip((dark - part.astype(np.int32)) * (255 / max(40, dark)), 0, 255)
    return made


def kernel(wide: float, tall: float) -> Grey:
    """Return a rectangle of so many pixels, one at least each way."""
    return np.ones((max(1, round(tall)), max(1, round(wide))), np.uint8)
