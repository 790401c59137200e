"""Rows of broken ink, level or upright: a row of pixels is looked at block by block, which finds
what a line has left of itself however it is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.raster import Mask

BLOCK = 8  # pixels along a row, looked at as one
# Pixels beside the middle of a row: where its ink is at most; where there is none, as there is
# below the tops of letters, and beside their stems; where its ink is when it runs a little askew.
THICK, WHITE, ASKEW = 1, (4, 5), 3
# blocks: gaps within a piece of a row; of a piece, then of a row, so much is ink with white beside
GAP, MOSTLY, HALF = 2, 0.66, 0.5
# a piece no longer than that is the stem of letters one below the other, unless it is so full
SHORT, FULL = 60.0, 0.9
FAR = 20.0  # points: so much of a row may be broken off
WHOLE = 0.9  # of a row is an unbroken rule: it is known
MOST = 400  # pieces: a page that has more of them is a picture
Blocks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Row:
    """A row in pixels: where it stands, where it begins and ends; its blocks that are ink."""

    at: float
    start: float
    end: float
    blocks: frozenset[int] = frozenset()

    @property
    def long(self) -> float:
        """Return how far the row reaches."""
        return self.end - self.start


def level_blocks(mask: Mask) -> Blocks:
    """Return for each row of pixels which blocks of it hold ink."""
    height, width = mask.shape
    padded = np.zeros((height, -(-width // BLOCK) * BLOCK), np.uint8)
    padded[:, :width] = mask
    return np.asarray(padded.view(np.uint64) != 0, np.bool_)


def upright_blocks(mask: Mask) -> Blocks:
    """Return for each column of pixels which blocks of it hold ink."""
    height, width = mask.shape
    padded = np.zeros((-(-height // BLOCK) * BLOCK, -(-width // BLOCK) * BLOCK), np.uint8)
    padded[:height, :width] = mask
    eights = padded.view(np.uint64).reshape(-1, BLOCK, padded.shape[1] // BLOCK)
    found = np.bitwise_or.reduce(eights, axis=1).view(np.uint8) != 0
    return np.ascontiguousarray(found.T[:width])


def free(blocks: Blocks) -> Blocks:
    """Return which blocks hold ink, as much as a line is thick, that has white on both sides."""
    ink = blocks.copy()
    for beside in range(1, THICK + 1):
        ink[beside:] |= blocks[:-beside]
        ink[:-beside] |= blocks[beside:]
    for beside in WHITE:
        ink[beside:] &= ~blocks[:-beside]
        ink[:-beside] &= ~blocks[beside:]
    return ink


def rows(ink: Blocks, least: float, solid: Sequence[Row], scale: float) -> list[Row]:
    """Return the rows among blocks that are no unbroken rule; `least`: how long a piece of one
    is.
    """
    lane, at = np.nonzero(ink)
    if not len(lane):
        return []
    apart = (np.diff(lane) != 0) | (np.diff(at) > GAP + 1)
    first = np.flatnonzero(np.append(True, apart))
    last = np.append(first[1:], len(lane))
    held, long = last - first, at[last - 1] + 1 - at[first]
    full = np.where(long * BLOCK < SHORT * scale, FULL, MOSTLY)
    kept = np.flatnonzero((long * BLOCK >= least) & (held >= full * long))
    if len(kept) > MOST:
        return []
    pieces = [
        Row(
            float(lane[first[one]]),
            float(at[first[one]] * BLOCK),
            float((at[last[one] - 1] + 1) * BLOCK),
            frozenset(at[first[one] : last[one]].tolist()),
        )
        for one in kept[np.argsort(-held[kept], kind="stable")]
    ]
    broken = [
        piece for piece in pieces if _covered(piece, solid) < WHOLE * (piece.long - 2 * BLOCK)
    ]
    return _joined(broken, FAR * scale)


def _covered(piece: Row, solid: Sequence[Row]) -> float:
    """Return how much of a row is unbroken rule."""
    return sum(
        max(0.0, min(piece.end, each.end) - max(piece.start, each.start))
        for each in solid
        if abs(piece.at - each.at) <= ASKEW
    )


def _joined(pieces: Iterable[Row], far: float) -> list[Row]:
    """Return pieces, the longest first, as rows, those in line as one."""
    made: list[Row] = []
    for own in pieces:
        for number, row in enumerate(made):
            if abs(row.at - own.at) > ASKEW:
                continue
            blocks = row.blocks | own.blocks
            start, end = min(row.start, own.start), max(row.end, own.end)
            white = max(own.start - row.end, row.start - own.end)
            if white <= far and len(blocks) * BLOCK >= HALF * (end - start):
                made[number] = Row(row.at, start, end, blocks)
                break
        else:
            made.append(own)
    return made
