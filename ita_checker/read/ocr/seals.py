"""Coloured seals and signatures taken out of a scan, so that the black print below them can be
read.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.picture import Grey, Mask

VIVID = (
    40  # from a colour's darkest channel to its brightest; print, paper and JPEG's halos are greyer
)
PRINT = 80  # the brightest channel of black print under a seal is darker
SEAL = 42.0, 170.0  # points across: the least, the largest
ROUND = 1.6  # times as wide as high, or as high as wide, at most
SPARSE = 0.45  # of a seal's rectangle is ink; of a coloured bar or photograph more
PEN = (
    36.0,
    16.0,
    0.16,
    # points wide and high at least, and the share of ink: strokes of a pen, no row of coloured
    # letters
)
COARSE = 4
PROBED, FEW = (
    8,
    0.0002,
)  # every eighth pixel is looked at; a page with less colour than this has no seal


def grey_of(colours: NDArray[np.uint8], scale: float) -> Grey:
    """Return a page's shades of grey (255 white) without its coloured seals and pens; `colours`:
    blue, green, red; pixels per point.
    """
    grey = np.asarray(cv2.cvtColor(colours, cv2.COLOR_BGR2GRAY), np.uint8)
    if (vivid(colours[::PROBED, ::PROBED]) > 0).mean() < FEW:
        return grey
    small = np.asarray(
        cv2.resize(colours, None, fx=1 / COARSE, fy=1 / COARSE, interpolation=cv2.INTER_AREA),
        np.uint8,
    )
    found = stamped(vivid(small), scale / COARSE)
    if not found.any():
        return grey
    paper = int(np.percentile(grey[::PROBED, ::PROBED], 75))
    wide = cv2.resize(found, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_NEAREST)
    coloured = (wide > 0) & (vivid(colours) > 0) & (brightest(colours) > PRINT)
    return np.where(coloured, np.maximum(grey, paper), grey).astype(np.uint8)


def brightest(colours: NDArray[np.uint8]) -> Grey:
    """Return each pixel's brightest channel."""
    blue, green, red = cv2.split(colours)
    return np.asarray(cv2.max(cv2.max(blue, green), red), np.uint8)


def vivid(colours: NDArray[np.uint8]) -> Mask:
    """Return where a picture is coloured."""
    blue, green, red = cv2.split(np.ascontiguousarray(colours))
    spread = cv2.subtract(cv2.max(cv2.max(blue, green), red), cv2.min(cv2.min(blue, green), red))
    return np.asarray(cv2.threshold(spread, VIVID, 255, cv2.THRESH_BINARY)[1], np.uint8)


def stamped(mask: Mask, scale: float) -> Mask:
    """Return where coloured ink is a seal (all inside its rim) or a pen's; rules, headings and
    photographs in colour stay.
    """
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = np.zeros(mask.shape, np.uint8)
    for number in range(1, count):
        x, y, wide, tall, area = stats[number].tolist()
        if max(wide, tall) > SEAL[1] * scale or area > SPARSE * wide * tall:
            continue
        if min(wide, tall) >= SEAL[0] * scale and max(wide, tall) <= ROUND * min(wide, tall):
            cv2.ellipse(
                found,
                (x + wide // 2, y + tall // 2),
                (wide // 2 + 1, tall // 2 + 1),
                0,
                0,
                360,
                255,
                -1,
            )
        elif wide >= PEN[0] * scale and tall >= PEN[1] * scale and area < PEN[2] * wide * tall:
            found[labels == number] = 255
    return np.asarray(cv2.dilate(found, np.ones((3, 3), np.uint8)), np.uint8)
