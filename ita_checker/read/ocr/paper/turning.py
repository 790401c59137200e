"""Pages scanned sideways or upside down, set upright: by the shape of the lines, then by which way
they can be read.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ita_checker.read.ocr.paper.picture import Picture, skewed
from ita_checker.read.raster import Grey
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shades import inked
from ita_checker.read.raster.turning import quarter_turned, turned_back

SIDEWAYS = 1.6  # times as uneven down the columns as along the rows: the lines may run up or down
LEAST_INK = 300  # points: fewer do not tell which way lines run


def sideways(ink: Grey) -> bool:
    """Tell whether lines may run up or down the page; upright rules of tables look alike, so only
    reading can tell.
    """
    small = inked(shrunk(ink, 4)) > 0
    if small.sum() < LEAST_INK:
        return False
    rows, columns = small.sum(axis=1).astype(np.float64), small.sum(axis=0).astype(np.float64)
    along, down = (
        (np.diff(rows) ** 2).sum() / (rows**2).sum(),
        (np.diff(columns) ** 2).sum() / (columns**2).sum(),
    )
    return bool(down > SIDEWAYS * along)


def turned(level: Picture, quarters: int) -> Picture:
    """Return the picture turned clockwise by so many quarters; places are then those of the turned
    page.
    """
    ink = quarter_turned(level.ink, quarters)
    skew = skewed(ink) if quarters != 2 else 0.0
    ink = turned_back(ink, skew) if skew else ink
    return replace(level, ink=ink, skew=skew, quarters=quarters, streaks=())
