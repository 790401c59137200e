"""Coloured seals and signatures taken out of a scan, so that the black print below them can be
read.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.colours import brightest, grey_of, spread_of
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.scaling import spread
from ita_checker.read.raster.shapes import opened, thickened

VIVID = (
    40  # from a colour's darkest channel to its brightest; print, paper and JPEG's halos are greyer
)
PRINT = 80  # the brightest channel of black print under a seal is darker
SEAL = 42.0, 170.0  # points across: the least, the largest
THICK, MOSTLY = 6.0, 0.5  # points: of a seal less than half is as thick
ROUND = 1.6  # times as wide as high, or as high as wide, at most
SPARSE = 0.45  # of a seal's rectangle is ink; of a coloured bar or photograph more
PEN = (
    36.0,
    16.0,
    0.16,
    # points wide and high at least, and the share of ink: strokes of a pen, no row of coloured
    # letters
)
# times as wide as high is a ring that a pen drew about words, at least (large letters are rings,
# too); of the way from its middle to its sides its strokes run, all but few of their pixels; of so
# many parts of it most are drawn
OBLONG, AROUND, STRAY, SECTORS, CLOSED = 1.8, (0.68, 1.12), 0.08, 24, 0.9
COARSE = 4
PROBED, FEW = (
    8,
    0.0002,
)  # every eighth pixel is looked at; a page with less colour than this has no seal


def without_seals(colours: NDArray[np.uint8], scale: float) -> Grey:
    """Return a page's shades of grey (255 white) without its coloured seals and pens; `colours`:
    blue, green, red; pixels per point.
    """
    seen = vivid(np.ascontiguousarray(colours[::PROBED, ::PROBED]))
    if not seen.any():
        return np.ascontiguousarray(colours[:, :, 1])  # of greys each channel is as good
    grey = grey_of(colours)
    if (seen > 0).mean() < FEW:
        return grey
    found = stamped(vivid(shrunk(colours, COARSE)), scale / COARSE)
    if found.any():
        paper = np.uint8(np.percentile(grey[::PROBED, ::PROBED], 75))
        place, coloured = under(found, colours)
        np.maximum(grey[place], paper, out=grey[place], where=coloured)
    return grey


def under(found: Mask, colours: NDArray[np.uint8]) -> tuple[tuple[slice, slice], NDArray[np.bool_]]:
    """Return the rectangle about what was found coarsely, and where in it the page's colours are
    of a seal or a pen, not of the print below.
    """
    (top, bottom), (left, right) = (_ends(found.max(axis=axis)) for axis in (1, 0))
    coarse, fine = (
        (slice(top * by, bottom * by), slice(left * by, right * by)) for by in (1, COARSE)
    )
    part = colours[fine]
    within = spread(found[coarse], part.shape[1], part.shape[0])
    return fine, (within > 0) & (vivid(part) > 0) & (brightest(part) > PRINT)


def _ends(seen: Mask) -> tuple[int, int]:
    """Return the first place where something is seen, and the one behind the last."""
    places = np.flatnonzero(seen)
    return int(places[0]), int(places[-1]) + 1


def vivid(colours: NDArray[np.uint8]) -> Mask:
    """Return where a picture is coloured."""
    return (spread_of(colours) > VIVID).view(np.uint8)


def stamped(mask: Mask, scale: float) -> Mask:
    """Return where coloured ink is a seal (all inside its rim) or a pen's; rules, headings and
    photographs in colour stay.
    """
    ink = connected(mask)
    areas, pens = ink.areas(), np.zeros(ink.count + 1, np.bool_)
    found = np.zeros(mask.shape, np.uint8)
    for number, (x0, y0, x1, y1) in enumerate(ink.boxes().tolist()):
        wide, tall, area = x1 - x0, y1 - y0, int(areas[number])
        if max(wide, tall) > SEAL[1] * scale or area > SPARSE * wide * tall or not number:
            continue
        is_round = min(wide, tall) >= SEAL[0] * scale and max(wide, tall) <= ROUND * min(wide, tall)
        if is_round and not _is_thick(mask[y0:y1, x0:x1], scale):
            found[y0:y1, x0:x1] |= _ellipse(wide, tall)
        elif wide >= PEN[0] * scale and tall >= PEN[1] * scale:
            sparse = area < PEN[2] * wide * tall
            about = wide >= OBLONG * tall and _is_ring(mask[y0:y1, x0:x1])
            pens[number] = sparse or about
    return thickened(found | ink.painted(pens), 3, 3)


def _is_ring(drawn: Mask) -> bool:
    """Tell whether what is drawn within a rectangle runs round along its sides; what is about it
    there counts, too, but for what stands in its middle.
    """
    rows, columns = np.nonzero(drawn)
    y, x = (
        (at + 0.5) * 2 / side - 1 for at, side in zip((rows, columns), drawn.shape, strict=True)
    )
    far, turn = np.hypot(x, y), np.arctan2(y, x) / (2 * np.pi)
    strokes = far > AROUND[0]
    sectors = np.floor(turn[strokes] * SECTORS).astype(int) % SECTORS
    closed = len(np.unique(sectors)) >= CLOSED * SECTORS
    return bool(closed and (far > AROUND[1]).mean() <= STRAY)


def _is_thick(mask: Mask, scale: float) -> bool:
    """Tell whether what may be a seal is thicker than its strokes: a chart's ring."""
    side = max(1, round(THICK * scale))
    return bool(opened(mask, side, side).sum() >= MOSTLY * mask.sum())


def _ellipse(wide: int, tall: int) -> Mask:
    """Return what lies within an ellipse that fills a rectangle."""
    x, y = ((np.arange(side) + 0.5) * 2 / side - 1 for side in (wide, tall))
    return (x[None, :] ** 2 + y[:, None] ** 2 <= 1).view(np.uint8)
