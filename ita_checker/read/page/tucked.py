"""Dots that fonts tuck under the letters beside them: the points of amounts, which are no dots of a
form on which something was filled in.
"""

from __future__ import annotations

import numpy as np

from ita_checker.read.layer.galley import Indexes, Mask, Numbers

END = 0.5  # of a letter's width: what begins further right stands at its end


def tuck(places: Indexes, rows: Indexes, dots: Mask, x0: Numbers, x1: Numbers) -> None:
    """Let each single dot, and a letter before it that it stands at the end of, end where the next
    begins, if the file draws them one after the other; `places`: where letters stand in the file,
    `rows`: in which row.
    """
    goes_on = (np.diff(places) == 1) & (np.diff(rows) == 0)
    of_many = np.zeros(len(dots), bool)
    pair = goes_on & dots[1:] & dots[:-1]
    of_many[1:] |= pair
    of_many[:-1] |= pair
    single = dots & ~of_many
    step, wide = np.diff(x0), (x1 - x0)[:-1]
    over = goes_on & ((single[1:] & (step > END * wide)) | (single[:-1] & (step > 0)))
    x1[:-1][over] = np.minimum(x1[:-1], x0[1:])[over]
