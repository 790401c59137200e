"""Letters inside a halo, an outline or a shadow of another colour: of two colours that stand on a
ground together, the one within is print, the one about it is what it stands on. Of three or four
(an outline with a shadow) those are print that stand farthest from the ground.
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
MOST_COLOURS = 4  # letters may be of two (a fill that runs from one to another), and have a shadow
# pixels: where colours run into each other they are narrower; so much of a colour's own are wider
EDGE, WIDE = 8, 0.25
# pixels: how near to the ground a colour stands; letters' colours stand no nearer than so many
# times what the farthest does, and so much; than so much of the nearest where two colours alone
# tell no letters
REACHES, ALMOST, DEEP = (3, 5, 8, 12), (1.25, 0.02), 0.35
# pixels: every such one is looked at; so many of them about each; ink no darker is made no darker
PROBED, ABOUT, FAINTEST = 4, 25, 90
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
    told = min(stand) < INNER * max(stand)
    centres = centres if stand[0] < stand[1] else centres[::-1]
    under = colours[ground > 0][::SAMPLED].astype(np.float32)
    more = _parted(pixels, seen, centres)
    made = np.zeros(ink.shape, np.uint8)
    if not _is_blend(more, np.median(under, axis=0) if len(under) else centres[1]):
        along = _of_many(pixels, ground, seen, more, told)
        if along is not None:
            made[seen] = 255 * along
            return _clear(made)
    if not told:
        return None
    way = centres[0] - centres[1]
    along = np.clip((pixels - centres[1]) @ way / (way @ way), 0, 1)
    along[at & (first if stand[0] > stand[1] else ~first)] = 0
    made[seen] = 255 * along
    return made


def _clear(ink: Grey) -> Grey:
    """Return the ink as dark all along as it is at its darkest: light lies unevenly on a board."""
    small = thickened(ink[::PROBED, ::PROBED], ABOUT, ABOUT)
    rows, columns = (np.arange(side) // PROBED for side in ink.shape)
    gain = np.uint16(255 * 64) // np.maximum(small, FAINTEST)
    return np.asarray(np.minimum(255, ink * gain[rows[:, None], columns] >> 6), np.uint8)


def _parted(
    pixels: NDArray[np.float32], seen: NDArray[np.bool_], two: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the two colours of a piece, its letters' first, with those of what else is about its
    letters: an outline, a shadow; a narrow one between two others is where they run into each
    other.
    """
    few = pixels[:: max(1, len(pixels) // SAMPLED)]
    centres = two
    while len(centres) < MOST_COLOURS:
        away = _away(few, centres).min(0)
        far = np.argsort(away)[-SAMPLED // 20 :]
        if away[far[0]] < APART / 2:
            break
        more = np.concatenate([centres, few[far].mean(0)[None]])
        for _ in range(ROUNDS):
            of = _away(few, more).argmin(0)
            more = np.stack(
                [
                    few[of == one].mean(0) if (of == one).any() else more[one]
                    for one in range(len(more))
                ]
            )
        centres = more
    nearest = _away(pixels, centres).argmin(0)
    wide = [one for one in range(2, len(centres)) if _is_wide(nearest == one, seen)]
    return centres[[0, 1, *wide]] if wide else two


def _is_wide(own: NDArray[np.bool_], seen: NDArray[np.bool_]) -> bool:
    """Tell whether what is of a colour is wider than an edge."""
    mask = np.zeros(seen.shape, np.uint8)
    mask[seen] = own
    return bool(opened(mask, EDGE, EDGE).sum() >= WIDE * own.sum() > 0)


def _is_blend(centres: NDArray[np.float32], ground: NDArray[np.float32]) -> bool:
    """Tell whether all colours but the letters' are these running into the ground's: no halo."""
    way = ground - centres[0]
    beyond = APART / max(1.0, float(np.abs(way).max()))
    for here in centres[1:] - centres[0]:
        along = float(here @ way / max(1.0, float(way @ way)))
        off = np.abs(here - along * way).max() >= APART
        if off or not -beyond < along < 1 + beyond:
            return False
    return True


def _of_many(
    pixels: NDArray[np.float32],
    ground: Mask,
    seen: NDArray[np.bool_],
    centres: NDArray[np.float32],
    told: bool,
) -> NDArray[np.float32] | None:
    """Return how much pixels of a piece are of its letters' colours, 0 to 1: of those that stand
    farthest from the ground; None where none does. `told`: the second colour is no letter's.
    """
    if len(centres) == 2:
        return None
    away = _away(pixels, centres)
    nearest = away.argmin(0)
    counted = np.bincount(nearest, minlength=len(centres))
    near = np.zeros(len(centres))
    for reach in REACHES:
        at = thickened(ground, 2 * reach + 1, 2 * reach + 1)[seen] > 0
        near += np.bincount(nearest[at], minlength=len(centres)) / len(REACHES)
    near /= np.maximum(1, counted)
    within = near <= ALMOST[0] * near.min() + ALMOST[1]
    if told:
        within[1] = False
    share = counted[within].sum() / len(pixels)
    if (
        not LEAST <= share <= 1 - LEAST
        or near[within].max() >= (INNER if told else DEEP) * near.max()
    ):
        return None
    letter, halo = away[within].min(0), away[~within].min(0)
    return np.asarray(halo / np.maximum(1, letter + halo), np.float32)


def _away(pixels: NDArray[np.float32], centres: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how far pixels are from each colour."""
    return np.stack([np.sqrt(((pixels - centre) ** 2).sum(1)) for centre in centres])


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
