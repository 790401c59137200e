"""Ticks and crosses that are drawn as strokes or areas, not written: told by their shape."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.layer.letters import Picture

TICK, CROSS, DISC, SQUARE, SLASH = "✓", "✗", "●", "■", "/"
MARKS = frozenset(TICK + CROSS)  # which stand beside words, too, where discs are bullets
SMALLEST = 6  # pixels: of a smaller one the shape does not tell
PLAINLY, OF_INK = 25, 0.4  # of 255: ink stands out so far from its ground, and of the strongest ink
# times as wide as high at least and at most: a tick, a cross (also a disc), a slash
WIDE_TICK, WIDE_CROSS, WIDE_SLASH = (0.5, 2.2), (0.6, 1.67), (0.2, 1.2)
PALER = 0.08  # of a picture is paler than most of it, where that is ink
THIN = 0.6  # of its box is ink of strokes, at most
RULED = 0.95  # of a row or a column is ink of a line that is not the sign's
ONE_RUN = 0.85  # of its columns hold one run of ink
# of its sides: where the foot of a tick stands, how high its end is, how far below that it begins,
# how far it falls and how far it climbs at least; how far a column may step back
FOOT, END, BEGINS, FALLS, CLIMBS, BACK = (0.08, 0.64), 0.2, 0.12, 0.08, 0.4, 0.1
CORNER, BETWEEN = 0.3, (0.4, 0.6)  # of its sides: the ends of a cross, and where it has no ink
ROUND, FULL = (0.7, 0.86), 0.95  # of its box is ink: of a disc, of a square
NOOK = 0.08  # of its sides: the corners of a disc, without ink
AREAS = frozenset(DISC + SQUARE)
Mask = NDArray[np.bool_]


def sign(picture: Picture) -> str | None:
    """Return the tick, cross, slash, disc or square that a picture shows, None where it is none."""
    ink = _ink(picture)
    if ink is None:
        return None
    high, wide = ink.shape
    ratio, share = wide / high, float(ink.mean())
    if WIDE_CROSS[0] <= ratio <= WIDE_CROSS[1]:
        if share >= FULL:
            return SQUARE
        if ROUND[0] <= share <= ROUND[1] and not _corners(ink, NOOK).any():
            return DISC
    if share > THIN:
        return None
    if WIDE_CROSS[0] <= ratio <= WIDE_CROSS[1] and _is_cross(ink):
        return CROSS
    runs = ink[0].astype(np.int64) + (ink[1:] & ~ink[:-1]).sum(axis=0)
    if (runs == 1).mean() < ONE_RUN:
        return None
    tops, feet = ink.argmax(axis=0) / high, 1 - ink[::-1].argmax(axis=0) / high
    tops, feet = tops[runs > 0], feet[runs > 0]
    if WIDE_TICK[0] <= ratio <= WIDE_TICK[1] and _is_tick(tops, feet):
        return TICK
    return SLASH if WIDE_SLASH[0] <= ratio <= WIDE_SLASH[1] and _is_slash(tops, feet) else None


def lighter(picture: Picture) -> str | None:
    """Return the tick or cross that a filled badge bears in a lighter colour."""
    rim = min(picture.shape, default=0) // 6
    found = sign(np.asarray(255 - picture[rim:-rim, rim:-rim], np.uint8)) if rim else None
    return found if found in (TICK, CROSS) else None


def _ink(picture: Picture) -> Mask | None:
    """Return what of a picture is ink, cut to its sides; None of too little."""
    if min(picture.shape, default=0) < SMALLEST:
        return None
    ground = int(np.bincount(picture.ravel()).argmax())
    paler = picture[picture > ground + PLAINLY]
    if len(paler) >= PALER * picture.size:  # it is ink for the most part
        ground = int(np.bincount(paler).argmax())
    depth = ground - picture.astype(np.int64)
    if depth.max() < PLAINLY:  # all of it is of one colour
        return np.ones(picture.shape, np.bool_) if ground < 255 - PLAINLY else None
    ink: Mask = depth >= max(PLAINLY, OF_INK * int(depth.max()))
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if ink.mean() <= THIN:  # a line of the table may run through it
        ink = ink[ink.mean(axis=1) < RULED][:, ink.mean(axis=0) < RULED]
    return ink if min(ink.shape) >= SMALLEST or max(ink.shape) >= 2 * SMALLEST else None


def _corners(ink: Mask, share: float) -> NDArray[np.bool_]:
    """Tell of each corner whether it holds ink."""
    down, right = (max(1, round(share * side)) for side in ink.shape)
    parts = ink[:down, :right], ink[:down, -right:], ink[-down:, :right], ink[-down:, -right:]
    return np.array([bool(part.any()) for part in parts])


def _is_cross(ink: Mask) -> bool:
    """Tell whether ink runs from corner to corner over the middle, with none between the ends."""
    high, wide = ink.shape
    down, right = round(CORNER * high), round(CORNER * wide)
    rows = slice(round(BETWEEN[0] * high), round(BETWEEN[1] * high))
    columns = slice(round(BETWEEN[0] * wide), round(BETWEEN[1] * wide))
    out = int(down * 2 / 3), int(right * 2 / 3)
    between = ink[: out[0], columns], ink[-out[0] :, columns], ink[rows, : out[1]]
    return bool(
        _corners(ink, CORNER).all()
        and ink[rows, columns].any()
        and not any(part.any() for part in (*between, ink[rows, -out[1] :]))
        and down
        and right
    )


def _is_tick(tops: NDArray[np.float64], feet: NDArray[np.float64]) -> bool:
    """Tell whether strokes fall to a foot on the left and climb from there to the right, higher
    than they began.
    """
    count = len(tops)
    foot = int(np.flatnonzero(feet >= feet.max() - 1e-6).mean())
    if not FOOT[0] * count <= foot <= FOOT[1] * count:
        return False
    first = max(0, foot - count // 8)
    inner = first + int(tops[first : foot + 1 + count // 4].argmax())  # of the angle within
    left, right = tops[: foot + 1], tops[inner:]
    begins, ends = float(left.min()), float(right.min())
    low = float(tops[inner])
    climbing = np.diff(right)
    return bool(
        ends <= END
        and right[-max(1, count // 6) :].min() <= ends + BACK
        and begins - ends >= BEGINS
        and float(feet.max()) - float(feet[: max(1, count // 12)].min()) >= FALLS
        and low - ends >= CLIMBS
        and climbing[climbing > 0].sum() <= BACK
    )


def _is_slash(tops: NDArray[np.float64], feet: NDArray[np.float64]) -> bool:
    """Tell whether one stroke climbs from the left to the right."""
    middles = (tops + feet) / 2
    steps = np.diff(middles)
    climbs = float(middles[0] - middles[-1])
    return climbs >= CLIMBS and float(steps[steps > 0].sum()) <= BACK / 2
