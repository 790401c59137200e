"""Pages scanned sideways or upside down, set upright: by the shape of the lines, then by which way they can be read."""

from __future__ import annotations

import cv2
import numpy as np

from ita_checker.read.ocr.crops import crop
from ita_checker.read.ocr.layout import layout
from ita_checker.read.ocr.picture import Grey, Picture, inked, skewed
from ita_checker.read.ocr.recogniser import recognise

SIDEWAYS = 1.6  # times as uneven down the columns as along the rows: the lines run up or down
READABLE = 0.8  # mean sureness of letters on a page that is upright
TRIED = 5  # strips are read to tell which way is up
TURNS = {1: cv2.ROTATE_90_CLOCKWISE, 2: cv2.ROTATE_180, 3: cv2.ROTATE_90_COUNTERCLOCKWISE}


def upright(level: Picture) -> Picture:
    """Return the picture turned so that it can be read; as it is where no way is better."""
    if sideways(level.ink):
        return max((turned(level, 1), turned(level, 3)), key=readable)
    if readable(level) >= READABLE:
        return level
    over = turned(level, 2)
    return over if readable(over) > readable(level) + 0.15 else level


def sideways(ink: Grey) -> bool:
    """Tell whether lines run up or down the page."""
    small = inked(np.asarray(cv2.resize(ink, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), np.uint8)) > 0
    if small.sum() < 300:
        return False
    rows, columns = small.sum(axis=1).astype(np.float64), small.sum(axis=0).astype(np.float64)
    along, down = (np.diff(rows) ** 2).sum() / (rows**2).sum(), (np.diff(columns) ** 2).sum() / (columns**2).sum()
    return bool(down > SIDEWAYS * along)


def turned(level: Picture, quarters: int) -> Picture:
    """Return the picture turned clockwise by so many quarters; places are then those of the turned page."""
    ink = np.ascontiguousarray(np.asarray(cv2.rotate(level.ink, TURNS[quarters]), np.uint8))
    skew = skewed(ink) if quarters != 2 else 0.0
    if not skew:
        return Picture(ink, level.scale, 0.0)
    height, width = ink.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    return Picture(np.asarray(cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_LINEAR), np.uint8), level.scale, skew)


def readable(level: Picture) -> float:
    """Return how sure the reader is, 0 to 1, of the letters of a few long strips."""
    found = layout(level)
    strips = [strip for row in found.rows for strip in row]
    strips += [strip for table in found.cells for cell in table for row in cell for strip in row]
    longest = sorted(strips, key=lambda strip: (strip.x0 - strip.x1, strip.top))[1 : TRIED + 1] or strips
    fine = level.ink.shape[0] / found.found.labels.shape[0]
    read = recognise([crop(found.ink, found.found, strip, fine).ink for strip in longest])
    sure = [letter.confidence for letters in read for letter in letters]
    return sum(sure) / len(sure) if sure else 1.0
