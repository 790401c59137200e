"""Which lines of a scan are set in bold: those with thicker strokes than the page's other lines of
about their size.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.legible import Read
from ita_checker.read.raster import Grey

# times as thick as usual: of 3213 bold lines on 508 scanned pages three in four are as thick, of
# the others hardly one in a hundred
THICK = 1.2
ALIKE = 0.25  # of the height of letters: lines that differ by less are of about one size
ENOUGH = 120  # letters of about one size, of which the usual thickness is told
FEWEST = 4  # letters of a line whose thickness tells of the others'
STEP = 3  # pixels: of so many rows and columns one is looked at

Row = tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A row: how thick its strokes are for its size, how tall and how many its letters are."""

    row: Row
    thickness: float
    body: int
    letters: int


def bold(rows: Iterable[Row], read: Read) -> frozenset[Row]:
    """Return the rows that are set in bold among those of a page. Rows with dots to be filled in
    are none: dots are thicker than strokes.
    """
    weighed = [made for row in rows if (made := _weighed(row, read)) is not None]
    usual = {body: _usual(weighed, body) for body in {one.body for one in weighed}}
    return frozenset(one.row for one in weighed if one.thickness >= THICK * usual[one.body])


def _weighed(row: Row, read: Read) -> _Weighed | None:
    strips = [strip for strip in row if strip in read]
    letters = [letter.letter for strip in strips for letter in read[strip][0]]
    if any(strip.dots for strip in strips) or any("…" in letter for letter in letters):
        return None
    count = sum(not letter.isspace() for letter in letters)
    measured = [_measured(read[strip][1].ink) for strip in strips]
    mass, edges = sum(mass for mass, _ in measured), sum(edges for _, edges in measured)
    if not count or not edges:
        return None
    body = sorted(strip.body for strip in strips)[len(strips) // 2]
    return _Weighed(row, 2 * mass / edges / math.sqrt(max(1, body)), body, count)


def _measured(ink: Grey) -> tuple[float, float]:
    """Return how much ink there is, and how long its edges are, both in shades of grey: twice one
    through the other is how wide strokes are, wherever the scanner set its threshold.
    """
    rows, columns = ink[::STEP].astype(np.int16), ink[:, ::STEP].astype(np.int16)
    across = np.abs(np.diff(rows, axis=1)).sum() + np.abs(np.diff(columns, axis=0)).sum()
    return float(rows.sum()), float(across) * math.pi / 4


def _usual(weighed: Sequence[_Weighed], body: int) -> float:
    """Return how thick half of the letters of about a size are; endlessly where there are few."""
    alike = sorted(
        (one.thickness, one.letters)
        for one in weighed
        if one.letters >= FEWEST and abs(one.body - body) <= ALIKE * body
    )
    left = sum(letters for _, letters in alike) / 2
    if 2 * left < ENOUGH:
        return math.inf
    for thickness, letters in alike:
        left -= letters
        if left <= 0:
            return thickness
    return math.inf
