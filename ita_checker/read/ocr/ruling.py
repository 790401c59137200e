"""Drawn rules of a scan: found, handed on as lines of tables, and taken out of the ink so that
letters stand alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ita_checker.read.layer.letters import Rule
from ita_checker.read.ocr.picture import Picture
from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.connected import outlines
from ita_checker.read.raster.shades import inked
from ita_checker.read.raster.shapes import closed, opened, thickened

LEVEL = 38.0  # points: a level stroke this long is a rule; letters and their headlines are shorter
UPRIGHT = 20.0  # points: upright strokes of letters are shorter, as a rule
# points: a shorter one may still be a letter with all that stands on it, unless it reaches from one
# level rule to another, give or take so much
ALONE, MEETS = 40.0, 4.0
THICKEST = 3.0  # points
FAINT = 0.5  # of the threshold of ink: rules are thin, and pale in a coarse scan
GAP = 3  # pixels
LONELY = 0.4  # see beside()
SOLID = 0.8  # of a rule's length is ink; a row of dots, where a signature is missing, has less


Pixels = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The rules in points of the level picture, and where their ink is."""

    rules: tuple[Rule, ...]
    mask: Mask


def ruling(ink: Grey, picture: Picture) -> Ruling:
    """Return the rules in a picture's ink, given half as fine."""
    mask = inked(ink, FAINT)
    scale = picture.scale * mask.shape[0] / picture.ink.shape[0]
    level = strokes(mask, int(LEVEL * scale), 1)
    upright = strokes(mask, 1, int(UPRIGHT * scale))
    across = rules(level, mask, scale)
    down = rules(upright.T, mask.T, scale, turned=True)
    found = [*across, *(each for each in down if _is_side(each[0], across))]
    return Ruling(
        tuple(rule for rule, _ in found),
        _drawn(mask.shape, [box for _, box in found], level | upright),
    )


def _is_side(upright: Rule, across: list[tuple[Rule, Pixels]]) -> bool:
    """Tell whether an upright stroke is long enough for a rule, or stands between two level ones:
    ที่ of a heading is one stroke from its tone to its foot.
    """
    return upright.bottom - upright.top >= ALONE or all(
        any(
            abs(level.top - end) <= MEETS and level.x0 - MEETS <= upright.x0 <= level.x1 + MEETS
            for level, _ in across
        )
        for end in (upright.top, upright.bottom)
    )


def strokes(mask: Mask, wide: int, tall: int) -> Mask:
    """Return the ink that runs on for so many pixels; a slight slant and gaps of faint printing do
    not break it.
    """
    level = wide > 1
    joined = closed(mask, 1, GAP) if level else closed(mask, GAP, 1)
    fat = thickened(joined, 3, 1) if level else thickened(joined, 1, 3)
    return opened(fat, tall, wide) & joined


def rules(found: Mask, mask: Mask, scale: float, turned: bool = False) -> list[tuple[Rule, Pixels]]:
    """Return the strokes that are rules, in points and as rectangles of pixels; `turned`: of a
    picture whose columns are its rows.
    """
    joined = thickened(found, 3, 9)
    made = []
    for x, y, width, height in outlines(joined):
        if (
            height > THICKEST * scale + 0.004 * width + 2
            or beside(mask, x, y, width, height) > LONELY
        ):
            continue
        if (mask[y : y + height, x : x + width].max(axis=0) > 0).mean() < SOLID:
            continue
        x0, x1, middle = x / scale, (x + width) / scale, (y + height / 2) / scale
        rule = Rule(middle, x0, middle, x1) if turned else Rule(x0, middle, x1, middle)
        made.append(
            (rule, (y, x, y + height, x + width) if turned else (x, y, x + width, y + height))
        )
    return made


def beside(mask: Mask, x: int, y: int, width: int, height: int) -> float:
    """Return along which share of a level stroke other ink stands close above and close below,
    both added.

    The tops of letters in a row run on like a rule; but their feet stand below it.
    """
    strip = mask[:, x : x + width]
    above, below = strip[max(0, y - 3) : max(0, y - 1)], strip[y + height + 1 : y + height + 3]
    return sum(float((rows.max(axis=0) > 0).mean()) for rows in (above, below) if len(rows))


def _drawn(shape: tuple[int, ...], boxes: list[Pixels], found: Mask) -> Mask:
    """Return the strokes inside the rectangles of rules."""
    kept = np.zeros(shape[:2], np.uint8)
    for x0, y0, x1, y1 in boxes:
        kept[y0:y1, x0:x1] = found[y0:y1, x0:x1]
    return kept


def without(ink: Grey, found: Ruling) -> Grey:
    """Return the ink without the rules; where letters cross a rule their ink stays."""
    if not found.rules:
        return ink
    made, (fine, width) = ink.copy(), (len(ink) // len(found.mask), found.mask.shape[1])
    rows, columns = np.divmod(np.flatnonzero(thickened(found.mask, 3, 3)), width)
    for down in range(fine):
        for across in range(fine):
            made[fine * rows + down, fine * columns + across] = 0
    return made
