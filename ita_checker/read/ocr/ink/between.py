"""Marks between two lines that stand close: one that hangs from the line above (ุ ู, the foot of ญ)
and one that stands over a vowel of the line below may be as near to the one as to the other. What
they look like, and how far from the letters they stand, is held against the marks of the page that
leave no doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.ink.strips import Pieces, Strip, placed
from ita_checker.read.raster import Grey

# body heights: so tall is a mark at most; so far into its line's letters it reaches; so far from
# where letters end it may hang, and from where they begin stand (a tone over a vowel)
TALL, INTO, HANGING, STANDING = 0.75, 0.15, 0.4, 1.0
HIGH = 0.35  # body heights: what stands higher over its letters stands upon a vowel
BESIDE = 0.3  # body heights from the sides of a vowel to the middle of its tone, at most
GRID = 12  # squares each way by which the shapes of marks are compared
# marks without doubt: so many most alike count (with fewer nothing is told); so many are looked at
LIKE, MOST = 3, 120
# All ink that differs counts as so many body heights of size or place; a tone over no vowel stands
# as much too low; so far from those of the other line it may be. Of 209 marks of 280 scanned pages
# that were most in doubt 116 went with the wrong line, so 11
SHAPE, LOW, ALIKE = 1.5, 0.15, 0.5


@dataclass(frozen=True, slots=True)
class _Marks:
    """Marks of a page's strips: their numbers, rectangles and strips, and whether they hang from
    it; the strip on their other side (-1 where none is near), and the bands of all strips' letters.
    """

    numbers: NDArray[np.int64]
    boxes: NDArray[np.int32]
    own: NDArray[np.int64]
    hang: NDArray[np.bool_]
    other: NDArray[np.int64]
    bands: NDArray[np.float64]
    body: float

    def away(self, at: NDArray[np.int64], hang: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Return how far the marks are from the letters of strips, in body heights."""
        below, above = self.boxes[:, 1] - self.bands[at, 3], self.bands[at, 1] - self.boxes[:, 3]
        return np.asarray(np.where(hang, below, above) / self.body, np.float64)


def settled(
    groups: Sequence[Sequence[Strip]], found: Pieces, ink: Grey, body: float
) -> list[list[Strip]]:
    """Return the strips of each region, each mark with the line that it belongs to; `ink`: finer
    than the pieces, `body`: the height of the page's letters.
    """
    strips = [strip for group in groups for strip in group]
    region = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    moved = _moved(_marks(strips, region, found, body), strips, found, ink) if strips else []
    pieces = {at: set(strips[at].pieces) for _, *pair in moved for at in pair}
    for number, before, after in moved:
        pieces[before].discard(number)
        pieces[after].add(number)
    for at, numbers in pieces.items():
        strips[at] = placed(strips[at], sorted(numbers), found, body)
    made = iter(strips)
    return [[next(made) for _ in group] for group in groups]


def _marks(
    strips: Sequence[Strip], region: NDArray[np.int64], found: Pieces, body: float
) -> _Marks:
    """Return the pieces that are no taller than marks, and hang from or stand over the letters."""
    bands = np.array([(s.x0, s.body_top, s.x1, s.body_bottom) for s in strips], np.float64)
    numbers = np.array([number for strip in strips for number in strip.pieces], np.int64)
    own = np.repeat(np.arange(len(strips)), [len(strip.pieces) for strip in strips])
    boxes = found.boxes[numbers]
    hang = boxes[:, 1] >= bands[own, 3] - INTO * body
    stand = boxes[:, 3] <= bands[own, 1] + INTO * body
    kept = (boxes[:, 3] - boxes[:, 1] <= TALL * body) & (hang | stand)
    numbers, own, boxes, hang = numbers[kept], own[kept], boxes[kept], hang[kept]
    middle = (boxes[:, 0] + boxes[:, 2])[:, None] / 2
    x0, top, x1, bottom = bands.T
    away = np.where(hang[:, None], top - boxes[:, 3, None], boxes[:, 1, None] - bottom)
    able = (away >= -INTO * body) & (away <= np.where(hang, STANDING, HANGING)[:, None] * body)
    able &= (x0 <= middle) & (middle <= x1) & (region[own][:, None] == region)
    able[np.arange(len(own)), own] = False
    nearest = np.where(able, away, np.inf).argmin(axis=1)
    other = np.where(able.any(axis=1), nearest, -1)
    return _Marks(numbers, boxes, own, hang, other, bands, body)


def _moved(
    of: _Marks, strips: Sequence[Strip], found: Pieces, ink: Grey
) -> list[tuple[int, int, int]]:
    """Return the marks that belong to another strip, that which has them, and that."""
    near = np.flatnonzero(of.other >= 0)
    doubtful = np.array([k for k in near.tolist() if _doubtful(of, k, strips, found)], np.int64)
    clear = np.ones(len(of.hang), np.bool_)
    clear[doubtful] = False
    hung, stood = np.flatnonzero(clear & of.hang), np.flatnonzero(clear & ~of.hang)
    if not len(doubtful) or min(len(hung), len(stood)) < LIKE:
        return []
    as_hung = _unlike(of, doubtful, _some(hung), found, ink)
    as_stood = _unlike(of, doubtful, _some(stood), found, ink)
    hang = of.hang[doubtful]
    own, else_ = np.where(hang, as_hung, as_stood), np.where(hang, as_stood, as_hung)
    moved = doubtful[(else_ < own) & (else_ < ALIKE)]
    return list(
        zip(*(each[moved].tolist() for each in (of.numbers, of.own, of.other)), strict=True)
    )


def _doubtful(of: _Marks, k: int, strips: Sequence[Strip], found: Pieces) -> bool:
    """Tell whether a mark stands right below a letter and right over a mark of the line below."""
    above, below = (of.own[k], of.other[k]) if of.hang[k] else (of.other[k], of.own[k])
    x0, top, x1, bottom = of.boxes[k].tolist()
    letters = found.boxes[list(strips[above].pieces)]
    under = (letters[:, 0] < x1) & (letters[:, 2] > x0) & (letters[:, 1] < top - HIGH * of.body)
    vowels = of.boxes[(of.own == below) & ~of.hang]
    middle, room = (x0 + x1) / 2, BESIDE * of.body
    over = (vowels[:, 0] - room < middle) & (middle < vowels[:, 2] + room)
    over &= vowels[:, 1] > (top + bottom) / 2
    return bool(under.any() and over.any())


def _some(of: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return so many of marks as are looked at, evenly."""
    return of[:: -(-len(of) // MOST)]


def _unlike(
    of: _Marks, asked: NDArray[np.int64], known: NDArray[np.int64], found: Pieces, ink: Grey
) -> NDArray[np.float64]:
    """Return how far each mark asked for is from those known that are most like it, which all hang
    or all stand: in size, place and shape.
    """
    hang = np.full(len(of.hang), of.hang[known[0]])
    wide, tall = (of.boxes[:, 2:] - of.boxes[:, :2]).T / of.body
    there = of.away(np.where(of.hang == hang, of.own, of.other), hang)[asked]
    usual = of.away(of.own, hang)[known]
    place = np.abs(there[:, None] - usual)
    if not hang[0]:
        place = np.where(usual < HIGH, LOW, place)
    size = (wide[asked][:, None] - wide[known]) ** 2 + (tall[asked][:, None] - tall[known]) ** 2
    drawn = _shapes(of, asked, found, ink)[:, None] - _shapes(of, known, found, ink)
    apart = np.sqrt(size + place**2) + SHAPE * np.abs(drawn).mean(axis=2)
    return np.asarray(np.sort(apart, axis=1)[:, :LIKE].mean(axis=1), np.float64)


def _shapes(of: _Marks, asked: NDArray[np.int64], found: Pieces, ink: Grey) -> NDArray[np.float32]:
    """Return the ink of marks, all drawn as large: of each square the mean of four looks."""
    fine = ink.shape[0] // found.labels.shape[0]
    share = (np.arange(2 * GRID) + 0.5) / (2 * GRID)
    x0, top, x1, bottom = (side[:, None] * fine for side in of.boxes[asked].T)
    y = np.minimum(top + share * (bottom - top), ink.shape[0] - 1).astype(np.int32)[:, :, None]
    x = np.minimum(x0 + share * (x1 - x0), ink.shape[1] - 1).astype(np.int32)[:, None, :]
    at = found.labels[y // fine, x // fine]
    seen = np.where((at == of.numbers[asked][:, None, None]) | (at == 0), ink[y, x], 0)
    squares = seen.reshape(len(asked), GRID, 2, GRID, 2).mean(axis=(2, 4), dtype=np.float32)
    return np.asarray(squares.reshape(len(asked), -1) / 255, np.float32)
