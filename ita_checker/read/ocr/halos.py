"""Letters inside a halo, an outline or a shadow of another colour: of two colours that stand on a
ground together, the one within is print, the one about it is what it stands on.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.connected import Runs
from ita_checker.read.raster.shapes import opened, thickened

THICK = 4.5  # points: letters with a halo are thicker than letters
MOSTLY = 0.25  # of such a piece is as thick
TALL = 90.0  # points: higher pieces are pictures
MOST = 120  # pieces
SAMPLED = 400  # pixels of a piece tell its two colours
ROUNDS = 4
APART = 60  # shades between the two colours
LEAST = 0.12  # of the piece is of each colour
REACH = 5  # pixels of the picture: what is as near to the ground stands at it
LINE = 7  # pixels: ground is wider and higher
INNER = 0.5  # times as much of the colour within stands at the ground, at most
COLOURLESS = 36  # shades: nearer to the ground is ground

Colours = NDArray[np.uint8]
Place = tuple[slice, slice]


def without_halos(colours: Colours, ink: Grey, runs: Runs, fine: float, by: int) -> Mask:
    """Make ink of pieces with halos that of their letters alone, and return where (coarsely) it
    was done; `runs`: pieces of ink, so many times (`by`) as coarse as the picture; `fine`: their
    pixels per point.
    """
    labels, boxes, areas = runs.labels(), runs.boxes(), runs.areas()
    made = np.zeros(labels.shape, np.uint8)
    side = max(2, round(THICK * fine))
    thick = opened((labels > 0).view(np.uint8), side, side) > 0
    share = np.bincount(labels[thick], minlength=len(areas)) / np.maximum(1, areas)
    able = (share >= MOSTLY) & (boxes[:, 3] - boxes[:, 1] <= TALL * fine)
    able[0] = False
    chosen = np.flatnonzero(able)
    for number in chosen[np.argsort(-areas[chosen], kind="stable")][:MOST].tolist():
        x0, y0, x1, y1 = boxes[number].tolist()
        own = labels[y0:y1, x0:x1] == number
        place = slice(by * y0, by * y1), slice(by * x0, by * x1)
        member = np.repeat(np.repeat(own, by, 0), by, 1)
        letters = _letters(colours[place], ink[place], member)
        if letters is not None:
            ink[place][member] = letters[member]
            made[y0:y1, x0:x1][own] = 1
    return made


def _letters(colours: Colours, ink: Grey, member: NDArray[np.bool_]) -> Grey | None:
    """Return the ink of the letters of a piece; None where it is of one colour."""
    seen = member & (ink >= COLOURLESS)
    pixels = colours[seen]
    if len(pixels) < SAMPLED:
        return None
    centres = _two(pixels[:: len(pixels) // SAMPLED].astype(np.float32))
    if np.abs(centres[0] - centres[1]).max() < APART:
        return None
    # where a letter's colour runs into its halo's it may pass by the ground's: a line, no ground
    ground = opened((ink < COLOURLESS).view(np.uint8), LINE, LINE)
    seen = member & (ground == 0)
    pixels = colours[seen].astype(np.float32)
    first = _nearer(pixels, centres)
    at = thickened(ground, 2 * REACH + 1, 2 * REACH + 1)[seen] > 0
    share = float(first.mean())
    if not LEAST <= share <= 1 - LEAST:
        return None
    stand = float(at[first].mean()), float(at[~first].mean())
    if min(stand) >= INNER * max(stand):
        return None
    letter, halo = centres if stand[0] < stand[1] else centres[::-1]
    way = letter - halo
    along = np.clip((pixels - halo) @ way / (way @ way), 0, 1)
    along[at & (first if stand[0] > stand[1] else ~first)] = 0
    made = np.zeros(ink.shape, np.uint8)
    made[seen] = 255 * along
    return made


def _two(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the two colours that pixels are of."""
    away = np.abs(pixels - np.median(pixels, axis=0)).max(1)
    one = pixels[np.argsort(away)[-SAMPLED // 20 :]].mean(0)
    away = np.abs(pixels - one).max(1)
    centres = np.stack([one, pixels[np.argsort(away)[-SAMPLED // 10 :]].mean(0)])
    for _ in range(ROUNDS):
        first = _nearer(pixels, centres)
        if first.all() or not first.any():
            return centres
        centres = np.stack([pixels[first].mean(0), pixels[~first].mean(0)])
    return centres


def _nearer(pixels: NDArray[np.float32], centres: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return which pixels are nearer to the first colour."""
    way = centres[1] - centres[0]
    return np.asarray(pixels @ way < (centres.sum(0) / 2) @ way, np.bool_)
