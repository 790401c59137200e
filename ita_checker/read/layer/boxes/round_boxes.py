"""Round boxes to choose one by, drawn as paths beside words: empty rings, or with a dot or tick."""

from __future__ import annotations

import numpy as np

from ita_checker.read.layer.letters import Picture

RING, CHOSEN = "○", "◉"
ROUND = (RING, CHOSEN)
# of the way from the middle to the side: where the wall of a ring is looked for, and what is within
WALL, WITHIN = (0.78, 1.06), 0.7
CORNERS, OUT = 1.18, 0.35  # as far out little is drawn: a tick reaches out of its ring
SECTORS, DRAWN = 24, 0.95  # parts of the wall, and share of them that are drawn
# of what is within is ink: in an empty ring at most, in a chosen one at least, and at most: a disc
# with a line around it is a bullet
BLANK, MARKED, FILLED = 0.02, 0.08, 0.92
SMALLEST = 8  # pixels across, from which a ring is told from other signs


def ring(picture: Picture, ink: int) -> str | None:
    """Return the round box that a picture shows, None where it is none; `ink`: what is darker than
    that.
    """
    high, wide = picture.shape
    if min(high, wide) < SMALLEST:
        return None
    dark = picture < ink
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    if not len(rows):
        return None
    dark = dark[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    high, wide = dark.shape
    y, x = (np.linspace(-1, 1, side) for side in (high, wide))
    far = np.hypot(y[:, None], x[None, :])
    wall = (far >= WALL[0]) & (far <= WALL[1])
    turn = np.arctan2(y[:, None], x[None, :]) / (2 * np.pi)
    sector = np.floor(turn * SECTORS).astype(int) % SECTORS
    drawn = np.bincount(sector[wall & dark], minlength=SECTORS) > 0
    corners, within = dark[far > CORNERS], dark[far < WITHIN]
    if drawn.mean() < DRAWN or corners.mean() > OUT:
        return None
    share = float(within.mean())
    return RING if share <= BLANK else CHOSEN if MARKED <= share <= FILLED else None
