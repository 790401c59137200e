"""Print in any colour on any colour: the even grounds of a coloured page (its paper, fields of any
shape, bars, buttons, shades that run into each other) made white, all that differs from them dark.

A ground is what is connected, even and larger than strokes of letters are; what it encloses is
written on it. Only how far a colour is from its ground counts, in the channel that shows it best: a
pale orange year is as dark as the blue of white paper says it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.own_colour import rows_upon
from ita_checker.read.ocr.paper.halos import without_halos
from ita_checker.read.ocr.paper.pale import has_pale_print
from ita_checker.read.ocr.paper.seals import COARSE, PROBED, stamped, under, vivid
from ita_checker.read.ocr.tall import letters
from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.colours import grey_of
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shapes import enclosed, opened, thickened, thinned

COLOURED = 0.004  # of a page's pixels: less colour is a letterhead's, a seal's
# shades of a dark ground; so much at least of a page without colour is on it: a poster, a cover
DARK, MUCH = 160, 0.12
# points: no stroke of a letter is as wide and as tall; the least ground
SOLID, BAR = (12.0, 3.5), (36.0, 9.0)
COVERED = 0.5  # of a page is of one ground or another; of a photograph less
EVEN = 28  # shades of one channel from a coarse pixel to the next: a ground's own differ less
MOST_GROUNDS = 120
FULL = 0.5  # of a small ground is even; of a large letter less
SMALL = 60.0  # points: as wide or high may a letter be
SPARSE = 0.15  # of what a large ground encloses is even, at least
THIN = 0.01  # of what is about a place is the ground's own: with less the shade is the usual one
NEAR = 9  # coarse pixels: the shade of a ground is that of so much about a place
SAMPLED = 2000  # pixels of a ground tell what colour it is of
LEAST_CONTRAST = 48  # shades: less is a watermark, what shines through, a shade of the ground
PALEST = 36  # shades: of print's darkest pixels; its edges are paler
BODY = 12.0  # points: of ink as near, what is less than half as dark is made no darker than it
SEEN = 0.25  # of the channel that shows ink best, an eye sees at least where it is asked
# coarse pixels down and right: as wide does the edge of a field run into what is beside it; and
# by how much of the way a picture is stored too dark or too bright there
RIMS, BEYOND = ((2, 0), (-2, 0), (0, 2), (0, -2), (2, 2), (-2, -2), (2, -2), (-2, 2)), 0.2
STRANGE = 0.7  # of what is about a place is not of its ground: it stands on none
APART = 20  # shades between two grounds that have an edge
BAND = 64  # coarse rows looked at once

# of 64 parts: by how much ink is multiplied, by the darkest near it
GAINS = np.array(
    [64 if dark < LEAST_CONTRAST else 255 * 64 // dark for dark in range(256)], np.uint16
)

Colours = NDArray[np.uint8]


def on_white(colours: Colours, scale: float) -> Grey | None:
    """Return the page's print dark on white, 0 to 255; None where there is hardly any colour, nor
    a dark ground. `colours`: blue, green, red; `scale`: pixels per point.
    """
    return white_and_upon(colours, scale)[0]


def white_and_upon(colours: Colours, scale: float) -> tuple[Grey | None, list[Grey]]:
    """Return the page's print dark on white, and layers of ink that may be print upon what is no
    ground, 255 ink.
    """
    probe, fine = colours[::PROBED, ::PROBED], scale / COARSE
    hardly = (vivid(probe) > 0).mean() < COLOURED and (probe[:, :, 1] < DARK).mean() < MUCH
    pale = hardly and has_pale_print(colours[:, :, 1], fine)
    if hardly and not pale:
        return None, []
    small = shrunk(colours, COARSE)
    coloured = vivid(small)
    seals = stamped(coloured, fine)
    plain = not pale and ((coloured > 0) & (seals == 0)).mean() < COLOURED
    if min(small.shape[:2]) < 2 or (plain and _solid(small[:, :, 1] < DARK, fine) < MUCH):
        return None, []
    found = _grounds(small, fine)
    if found is None:
        return None, []
    upon = rows_upon(colours, _bare(small, found, fine), COARSE, scale)
    if (found.number > 0).mean() < COVERED:
        return None, upon
    best, seen = _apart(colours, found)
    if seals.any():
        place, within = under(seals, colours)
        best[place][within] = seen[place][within] = 0
    return np.invert(_evened(colours, best, seen, fine)), upon


def _bare(small: Colours, found: _Grounds, fine: float) -> Mask:
    """Return where no ground is, or next to nothing of what is said to stand on one is it; edges
    between grounds left out.
    """
    other = np.abs(small.astype(np.int16) - found.colour).max(2) > EVEN
    bare = (found.number == 0) | (_blurred(other.astype(np.float32)) > STRANGE)
    return opened(bare.view(np.uint8), _pixels(SOLID[0] * fine), _pixels(SOLID[0] * fine))


def _solid(dark: NDArray[np.bool_], fine: float) -> float:
    """Return which share of a picture is dark, strokes of letters left out."""
    return float((solid(dark.view(np.uint8), fine) > 0).mean())


def solid(mask: Mask, fine: float) -> Mask:
    """Return where a mask is wider and taller than any stroke of a letter."""
    return opened(mask, _pixels(SOLID[1] * fine), _pixels(SOLID[0] * fine))


def _pixels(length: float) -> int:
    """Return a length in whole pixels, one at least."""
    return max(1, round(length))


@dataclass(frozen=True, slots=True)
class _Grounds:
    """By coarse pixel: the number of the ground, from 1 (0 none), and its colour there."""

    number: NDArray[np.uint8]
    colour: Colours


def _grounds(small: Colours, fine: float) -> _Grounds | None:
    """Return the grounds of a coarse picture; `fine`: its pixels per point."""
    runs = connected(even(small), corners=False)
    labels, boxes, areas = runs.labels(), runs.boxes(), runs.areas()
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    able = (wide >= BAR[0] * fine) & (tall >= BAR[1] * fine)
    little = (wide < SMALL * fine) & (tall < SMALL * fine)
    able &= areas >= np.where(little, FULL, 0) * wide * tall
    able[letters(labels, boxes, fine, small)] = False
    chosen = np.flatnonzero(able)
    chosen = chosen[np.argsort(-areas[chosen], kind="stable")][:MOST_GROUNDS]
    held = []
    for number in chosen.tolist():
        x0, y0, x1, y1 = boxes[number].tolist()
        own = labels[y0:y1, x0:x1] == number
        inside = enclosed(own)
        if solid(own.view(np.uint8), fine).any() and own.sum() >= SPARSE * inside.sum():
            held.append((int(inside.sum()), (slice(y0, y1), slice(x0, x1)), own, inside))
    if not held:
        return None
    held.sort(key=lambda each: -each[0])
    numbers = np.zeros(labels.shape, np.uint8)
    for index, (_, place, _, inside) in enumerate(held, 1):
        numbers[place][inside] = index
    bare = np.ones(labels.shape, np.bool_)
    for index, (_, place, own, _) in enumerate(held, 1):
        numbers[place][own] = index
        bare[place][own] = False
    numbers = _bordering(numbers, bare)
    colour = small.copy()
    for index, (_, place, own, _) in enumerate(held, 1):
        here = numbers[place] == index
        colour[place][here] = shade(small[place], own)[here]
    return _Grounds(numbers, colour)


def _bordering(numbers: NDArray[np.uint8], bare: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return the grounds' numbers, pieces of what is no ground itself (`bare`) on the one that they
    border if it is but one: a ring with a gap encloses what stands inside it upon the paper.
    """
    runs, most = connected(bare.view(np.uint8)), int(numbers.max()) + 1
    labels = runs.labels().astype(np.int64) * most
    beside = np.zeros((runs.count + 1) * most, np.int64)
    for one, other in (
        (np.s_[1:], np.s_[:-1]),
        (np.s_[:-1], np.s_[1:]),
        (np.s_[:, 1:], np.s_[:, :-1]),
        (np.s_[:, :-1], np.s_[:, 1:]),
    ):
        edge = bare[one] & ~bare[other]
        beside += np.bincount(labels[one][edge] + numbers[other][edge], minlength=len(beside))
    of = beside.reshape(-1, most) > 0
    alone = np.where(of.sum(1) == 1, of.argmax(1), 0).astype(np.uint8)[labels // most]
    return np.where(bare & (alone > 0), alone, numbers)


def even(small: Colours, most: int = EVEN) -> Mask:
    """Return where a picture is of one shade with what is around it, or differs so much at most."""
    made = np.ones(small.shape[:2], np.uint8)
    for channel in range(small.shape[2]):
        shade = np.ascontiguousarray(small[:, :, channel])
        made &= thickened(shade, 3, 3) - thinned(shade, 3, 3) <= most
    return made


def shade(part: Colours, own: NDArray[np.bool_]) -> Colours:
    """Return a ground's colour at each pixel: what its own about it are, else what all are."""
    shades = part[own]
    usual = np.median(shades[:: max(1, len(shades) // SAMPLED)], axis=0)
    made = np.empty(part.shape, np.uint8)
    made[:] = usual
    if (np.abs(shades[:: max(1, len(shades) // SAMPLED)] - usual).max(0) <= EVEN).all():
        return made
    share = _blurred(own.astype(np.float32))
    for channel in range(part.shape[2]):
        apart = np.where(own, part[:, :, channel] - np.float32(usual[channel]), np.float32(0))
        about = _blurred(apart) / np.maximum(share, THIN)
        made[:, :, channel] = np.clip(usual[channel] + np.where(share > THIN, about, 0), 0, 255)
    return made


def _blurred(shades: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of what is about each pixel."""
    summed = np.pad(shades, NEAR + 1, constant_values=0)[:-1, :-1].cumsum(0, np.float64).cumsum(1)
    side = 2 * NEAR + 1
    whole = summed[side:, side:] - summed[:-side, side:] - summed[side:, :-side]
    return np.asarray((whole + summed[:-side, :-side]) / side**2, np.float32)


def _apart(colours: Colours, found: _Grounds) -> tuple[Grey, Grey]:
    """Return how far each pixel is from its ground, in the channel that shows it best and as an eye
    sees it; the edge between two grounds is of neither.
    """
    tall, wide = (COARSE * side for side in found.number.shape)
    best, seen = np.zeros(colours.shape[:2], np.uint8), grey_of(colours)
    seen[tall:], seen[:, wide:] = 0, 0
    for top in range(0, tall, COARSE * BAND):
        rows = slice(top, min(tall, top + COARSE * BAND)), slice(0, wide)
        under = found.colour[rows[0].start // COARSE : rows[0].stop // COARSE]
        for channel in range(3):
            away = _away(colours[rows][:, :, channel], under[:, :, channel])
            np.maximum(best[rows], away, out=best[rows])
        seen[rows] = _away(seen[rows], grey_of(under))
    _without_rims(colours, found, best)
    return best, np.minimum(best, seen)


def _away(shades: Grey, under: Grey) -> Grey:
    """Return how far shades are from those under them, told coarsely."""
    ground = np.repeat(np.repeat(under, COARSE, 0), COARSE, 1)
    return np.maximum(shades, ground) - np.minimum(shades, ground)


def _without_rims(colours: Colours, found: _Grounds, ink: Grey) -> None:
    """Take off the ink what is but one ground's colour running into another's."""
    number, colour = found.number, found.colour.astype(np.int16)
    step = np.arange(COARSE)
    for down, right in RIMS:
        other = np.flatnonzero(np.roll(number, (-down, -right), (0, 1)) != number)
        rows, columns = np.divmod(other, number.shape[1])
        one = colour[rows, columns]
        way = colour[(rows + down) % len(number), (columns + right) % number.shape[1]] - one
        clear = np.abs(way).max(1) > APART
        rows, columns = rows[clear], columns[clear]
        one, way = (each[clear].astype(np.float32)[:, None] for each in (one, way))
        y = (COARSE * rows)[:, None] + np.repeat(step, COARSE)
        x = (COARSE * columns)[:, None] + np.tile(step, COARSE)
        here = colours[y, x] - one
        along = np.einsum("nkc,nkc->nk", here, np.broadcast_to(way, here.shape))
        along /= np.einsum("nkc,nkc->nk", way, way)
        here -= np.clip(along, -BEYOND, 1 + BEYOND)[:, :, None] * way
        np.abs(here, out=here)
        left = np.maximum(np.maximum(here[:, :, 0], here[:, :, 1]), here[:, :, 2])
        ink[y, x] = np.minimum(ink[y, x], left.astype(np.uint8))


def _evened(colours: Colours, best: Grey, seen: Grey, fine: float) -> Grey:
    """Return the ink, each connected piece of it as dark as ink is; as an eye sees it where an eye
    does, since pictures are stored with their colours blurred.
    """
    coarse, clear = _darkest(best), _darkest(seen)
    runs = connected((coarse >= PALEST).view(np.uint8))
    labels = runs.labels()
    haloed = without_halos(colours, best, runs, fine, COARSE) > 0
    peak, sight = np.zeros((2, runs.count + 1), np.uint8)
    np.maximum.at(peak, labels, coarse)
    np.maximum.at(sight, labels, clear)
    sharp = (sight >= LEAST_CONTRAST) & (sight >= SEEN * peak)
    chosen = sharp[labels] & ~haloed
    own = np.where(haloed, 255, np.where(sharp, sight, peak)[labels])
    side = _pixels(BODY * fine) | 1
    shown = np.where(haloed, 255, np.where(chosen, clear, coarse)).astype(np.uint8)
    near = thickened(shown, side, side)
    gain = GAINS[np.where(labels, np.clip(own, near // 2, near), near)]
    made = best.copy()
    for top in range(0, COARSE * len(near), COARSE * BAND):
        rows = slice(top, min(COARSE * len(near), top + COARSE * BAND))
        few = slice(rows.start // COARSE, rows.stop // COARSE)
        by, eye = (np.repeat(np.repeat(each[few], COARSE, 0), COARSE, 1) for each in (gain, chosen))
        part = made[rows, : by.shape[1]]
        part[:] = np.minimum(255, np.where(eye, seen[rows, : by.shape[1]], part) * by >> 6)
    return made


def _darkest(ink: Grey) -> Grey:
    """Return the darkest of the pixels that each coarse one stands for."""
    tall, wide = (side - side % COARSE for side in ink.shape)
    rows = np.maximum.reduce([ink[row:tall:COARSE] for row in range(COARSE)])
    return np.asarray(
        np.maximum.reduce([rows[:, column:wide:COARSE] for column in range(COARSE)]), np.uint8
    )
