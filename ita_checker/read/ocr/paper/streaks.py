"""Streaks that dirt on a feeder's glass draws down a whole page: taken out, and the letters they
run through joined again from both sides.
"""

from __future__ import annotations

import numpy as np

from ita_checker.read.raster import Grey

Columns = tuple[int, int]

STEP = 7  # rows: of so many one is looked at
DARK = 36  # of 255, darker than the paper
# of a page's height is dark in a streak's columns: a table's side or a frame leaves margins
WHOLE = 0.97
WIDEST, DOUBLE, SOFT = 8, 4, 2  # pixels: a streak; between two that are one; its grey edges


def without_streaks(ink: Grey) -> tuple[Grey, tuple[Columns, ...]]:
    """Return the ink (0 paper, 255 ink; as it was scanned, not turned level) without streaks, and
    where they stood: first column, column after the last.
    """
    dark = (ink[::STEP] > DARK).mean(axis=0) >= WHOLE
    if not dark.any():
        return ink, ()
    edges = np.flatnonzero(np.diff(dark, prepend=False, append=False)).tolist()
    streaks: list[tuple[int, int]] = []
    for x0, x1 in zip(edges[::2], edges[1::2], strict=True):
        if streaks and x0 - streaks[-1][1] <= DOUBLE:
            x0 = streaks.pop()[0]
        streaks.append((x0, x1))
    made, taken = ink.copy(), []
    for x0, x1 in streaks:
        left, right = x0 - SOFT - 1, x1 + SOFT
        if x1 - x0 <= WIDEST and left >= 0 and right < ink.shape[1]:
            share = np.linspace(0, 1, right - left + 1, dtype=np.float32)[1:-1]
            one, other = (ink[:, [x]].astype(np.float32) for x in (left, right))
            made[:, left + 1 : right] = one + share * (other - one)
            taken.append((left + 1, right))
    return made, tuple(taken)
