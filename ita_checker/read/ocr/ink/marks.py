"""Marks above and below letters: how far they stand from a line, and which rows are nothing but
marks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

APART = 1.6  # body heights: a wider gap ends a strip
HANGING = 2.0  # times as far: what hangs below touches its letters, a tone stands a mark above
STACKED = 0.3  # body heights from a vowel up to its tone, at most
UPON = 1.5  # times as far: a vowel below its letter may all but touch the vowel of the next line
GROWN = 0.3  # body heights over the others, a letter begins that a vowel has grown together with
BESIDE_VOWEL = 0.9  # body heights from the middle of a tone to that of its vowel, at most
IN_ROW, WIDTH = 4, 3  # boxes; heights: a row of marks alone has and is no more
# heights from a row of marks to its letters, and times as tall as theirs it is at most: where the
# letters go on, where one letter stands alone
TO_MANY, OF_MANY, TO_ONE, OF_ONE = 0.4, 1.25, 0.25, 0.85
# of a heading's letters, by their own height: so much larger than the page's they are for what
# stands by them to be nearer (as tall as the page's is enough for marks to stand out as rows); as
# tall is a mark at most, as far from them, at least as far from the next mark
LARGER, OF_LARGE, TO_LARGE, STEP = 1.2, 0.7, 0.35, 0.55

Boxes = NDArray[np.int32]


def larger(bands: NDArray[np.float64], height: float) -> NDArray[np.float64]:
    """Return how many times as tall as the page's letters those of each band are; 1 where they are
    hardly taller.
    """
    times = (bands[:, 3] - bands[:, 1]) / height
    return np.asarray(np.where(times >= LARGER, times, 1.0), np.float64)


def distances(boxes: Boxes, bands: NDArray[np.float64], height: float) -> NDArray[np.float64]:
    """Return how far each piece is from each band, in the letters of the page: so many times as
    large as they are a heading's, so many times as near is what stands by them. Endlessly far is
    what stands beyond the band's ends.
    """
    across = np.maximum(
        0, np.maximum(bands[None, :, 0] - boxes[:, None, 2], boxes[:, None, 0] - bands[None, :, 2])
    )
    under = HANGING * (boxes[:, None, 1] - bands[None, :, 3])
    along = np.maximum(0, np.maximum(bands[None, :, 1] - boxes[:, None, 3], under))
    away = (along + 0.5 * across) / larger(bands, height)
    return np.asarray(np.where(across > APART * height, np.inf, away), np.float64)


def stacked(
    away: NDArray[np.float64], boxes: Boxes, bands: NDArray[np.float64], height: float
) -> NDArray[np.float64]:
    """Return the distances, those of a tone over a vowel measured by way of the vowel: the longer
    of both steps counts.

    Where lines stand close, a tone on its vowel is nearer to the letters of the line above than to
    those that it belongs to.
    """
    middles = (boxes[:, 0] + boxes[:, 2]) / 2
    order = np.argsort(middles, kind="stable")
    left, right = (
        np.searchsorted(middles[order], middles + side * height)
        for side in (-BESIDE_VOWEL, BESIDE_VOWEL)
    )
    tones = np.repeat(np.arange(len(boxes)), right - left)
    within = np.arange(len(tones)) - np.repeat(
        np.cumsum(right - left) - (right - left), right - left
    )
    vowels = order[np.repeat(left, right - left) + within]
    gap = boxes[vowels, 1] - boxes[tones, 3]
    beside = np.maximum(boxes[vowels, 0] - middles[tones], middles[tones] - boxes[vowels, 2])
    over = (
        (gap > -0.1 * height)
        & (gap < STACKED * height)
        & (beside < STACKED * height)
        & (tones != vowels)
    )
    tones, vowels, gap = tones[over], vowels[over], np.maximum(0, gap[over])
    link = UPON * gap[:, None] / larger(bands, height)
    for _ in range(2):  # a tone over a vowel over what a broken letter left
        np.minimum.at(away, tones, np.maximum(away[vowels], link))
    return away


def over_letters(
    away: NDArray[np.float64], boxes: Boxes, letters: Sequence[Boxes], tops: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the distances, those of a tone over a letter that its vowel has grown together with
    measured from there; `letters`: of each row, `tops`: where its letters begin without vowels.
    """
    for row, (own, top) in enumerate(zip(letters, tops.tolist(), strict=True)):
        height = np.median(own[:, 3] - own[:, 1])
        grown = own[top - own[:, 1] > GROWN * height]
        if not len(grown):
            continue
        middles = (boxes[:, 0] + boxes[:, 2])[:, None] / 2
        gap = grown[None, :, 1] - boxes[:, None, 3]
        over = (grown[None, :, 0] <= middles) & (middles <= grown[None, :, 2] + STACKED * height)
        over &= (gap > -0.1 * height) & (gap < STACKED * height)
        link = np.where(over, UPON * np.maximum(0, gap), np.inf).min(axis=1)
        away[:, row] = np.minimum(away[:, row], link)
    return away


def rows(
    found: Sequence[Boxes], rest: Boxes, bands: NDArray[np.float64], height: float
) -> list[int]:
    """Return which rows are but marks of the letters of other rows: by the rectangles of each
    row's pieces and its band; `rest`: the smaller pieces, of no row; `height`: of the page's
    letters.
    """
    lone = {index for index, row in enumerate(found) if _few(row, index, bands, height)}
    tall = bands[:, 3] - bands[:, 1]
    large = tall >= height
    if not large.any():
        return sorted(lone)
    loose = np.array([(len(row) - 1) * STEP for row in found]) * tall[large].min()
    able = loose <= bands[:, 2] - bands[:, 0]
    able &= tall <= OF_LARGE * tall.max()
    able[list(lone)] = False
    few = np.flatnonzero(able).tolist()
    lone |= {index for index in few if _of_large(found[index], index, bands, large)}
    small = np.concatenate([rest, *(found[index] for index in lone)])
    return sorted(lone | {i for i in few if _of_large(_lowered(found[i], small), i, bands, large)})


def _few(row: Boxes, index: int, bands: NDArray[np.float64], height: float) -> bool:
    """Tell whether a row is but a few tall marks close above or below another row."""
    if len(row) > IN_ROW or row[-1, 2] - row[0, 0] > WIDTH * height:
        return False
    x0, top, x1, bottom = bands[index]
    middle = (x0 + x1) / 2
    near = (bands[:, 0] - height < middle) & (middle < bands[:, 2] + height)
    gap = np.maximum(bands[:, 1] - bottom, top - bands[:, 3])
    taller = (bottom - top) / np.maximum(1, bands[:, 3] - bands[:, 1])
    many = (bands[:, 2] - bands[:, 0] > 2 * (x1 - x0)) & (gap < TO_MANY * height)
    alone = (bands[:, 0] < middle) & (middle < bands[:, 2])  # ที่ alone in its cell
    one = alone & (gap < TO_ONE * height) & (taller <= OF_ONE)
    near &= (many & (taller <= OF_MANY)) | one
    near[index] = False
    return bool(near.any())


def _of_large(row: Boxes, index: int, bands: NDArray[np.float64], large: NDArray[np.bool_]) -> bool:
    """Tell whether a row is the marks of a heading: by the heading's own letters they are small,
    close above or below, and at most one to a letter.
    """
    x0, x1 = float(row[:, 0].min()), float(row[:, 2].max())
    top, bottom = np.median(row[:, 1]), np.median(row[:, 3])
    tall = bands[:, 3] - bands[:, 1]
    gap = np.maximum(bands[:, 1] - bottom, top - bands[:, 3])
    near = large & (bands[:, 0] - tall < x0) & (x1 < bands[:, 2] + tall)
    near &= (bands[index, 3] - bands[index, 1] <= OF_LARGE * tall) & (np.abs(gap) < TO_LARGE * tall)
    near &= (len(row) - 1) * STEP * tall <= x1 - x0
    near[index] = False
    return bool(near.any())


def _lowered(row: Boxes, marks: Boxes) -> Boxes:
    """Return a row's rectangles, each that stands upon a mark drawn down to its foot: a tone over a
    vowel is as near to the letters as the vowel is.
    """
    made = row.copy()
    for box in made:
        over = (marks[:, 0] < box[2]) & (marks[:, 2] > box[0])
        gap = marks[:, 1] - box[3]
        under = over & (gap >= -2) & (gap < box[3] - box[1])
        if under.any():
            box[3] = marks[under, 3].max()
    return made
