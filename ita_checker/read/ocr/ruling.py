"""Drawn rules of a scan: found, handed on as lines of tables, and taken out of the ink so that letters stand alone."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from ita_checker.read.letters import Rule
from ita_checker.read.ocr.picture import Grey, Mask, Picture

LEVEL = 30.0  # points: a level stroke this long is a rule; letters and their headlines are shorter
UPRIGHT = 20.0  # points: upright strokes of large headings are shorter
THICKEST = 4.0  # points


@dataclass(frozen=True, slots=True)
class Ruling:
    """The rules in points of the level picture, and where their ink is."""

    rules: tuple[Rule, ...]
    mask: Mask


def ruling(mask: Mask, picture: Picture) -> Ruling:
    """Return the rules in a picture's ink (half as fine as the picture)."""
    scale = picture.scale * mask.shape[0] / picture.ink.shape[0]
    level = strokes(mask, int(LEVEL * scale), 1)
    upright = strokes(mask, 1, int(UPRIGHT * scale))
    found = [*rules(level, scale, True), *rules(upright, scale, False)]
    return Ruling(tuple(rule for rule, _ in found), _drawn(mask.shape, [box for _, box in found], level | upright))


def strokes(mask: Mask, wide: int, tall: int) -> Mask:
    """Return the ink that runs on for so many pixels; a slight slant does not break it."""
    fat = cv2.dilate(mask, np.ones((3, 1) if wide > 1 else (1, 3), np.uint8))
    return np.asarray(cv2.bitwise_and(cv2.morphologyEx(fat, cv2.MORPH_OPEN, np.ones((tall, wide), np.uint8)), mask), np.uint8)


Pixels = tuple[int, int, int, int]


def rules(found: Mask, scale: float, level: bool) -> list[tuple[Rule, Pixels]]:
    """Return the strokes thin enough for a rule: in points, and as a rectangle of pixels."""
    joined = cv2.dilate(found, np.ones((3, 9) if level else (9, 3), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    made = []
    for x, y, width, height, _area in stats[1:count].tolist():
        long, thick = (width, height) if level else (height, width)
        if thick > THICKEST * scale + 0.02 * long + 2:
            continue
        x0, y0, x1, y1 = x / scale, y / scale, (x + width) / scale, (y + height) / scale
        middle = (y0 + y1) / 2 if level else (x0 + x1) / 2
        rule = Rule(x0, middle, x1, middle) if level else Rule(middle, y0, middle, y1)
        made.append((rule, (x, y, x + width, y + height)))
    return made


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
    fat = cv2.dilate(found.mask, np.ones((3, 3), np.uint8))
    mask = cv2.resize(fat, (ink.shape[1], ink.shape[0]), interpolation=cv2.INTER_NEAREST)
    return np.where(mask > 0, 0, ink).astype(np.uint8)
