"""Which digits outlines draw: what a font calls 0 may be its 6, and no word tells.

`digits.bin` holds what each point of a raster, and the width, speak for each digit, Arabic and
Thai; `training/digits.py` makes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress, pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ita_checker.read.layer.native import _paths

DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙"
VALUES = str.maketrans(DIGITS, DIGITS[:10] * 2)
ROWS, COLUMNS = 12, 8  # of the raster
WIDEST = 2.0  # of its height: what is wider is no digit anyway
SCALE = 32.0  # the numbers in the file for one
# by how much another digit is likelier than the one that is said: of faces that nobody learnt one
# digit in eighty is held for another so, of others none
CLEARLY = 3.0
CURVE, START = 1, 2  # what leads to a point of an outline; a curve has three
LEAST = 4  # points of an outline: others draw nothing
MOST = 1 << 13  # outlines that are kept, for offices use few fonts
Numbers = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.int64]
Outline = tuple[Numbers, bytes]  # its points, and what leads to each
Likely = tuple[float, ...]  # of each of the digits 0 to 9
NOTHING: Likely = (0.0,) * 10
_known: dict[tuple[bytes, bytes], Likely] = {}  # how likely an outline is each digit


@lru_cache(1)
def _weights() -> Numbers:
    held = np.fromfile(Path(__file__).with_name("digits.bin"), np.int8)
    return held.reshape(-1, len(DIGITS)) / SCALE


def misdrawn(addresses: Sequence[int], asked: Sequence[tuple[int, str]]) -> list[str]:
    """Return which other digits, 0 to 9, each of some (font, digit) pairs is clearly drawn as."""
    told = _told([(addresses[font], digit) for font, digit in asked])
    return [
        "".join(
            other
            for other in _likelier(likely, digit)
            if not _drawn_otherwise(addresses[font], digit, other)
        )
        for (font, digit), (_, likely) in zip(asked, told, strict=True)
    ]


def _likelier(likely: Likely, digit: str) -> str:
    """Return the digits that an outline clearly is rather than the one that is said."""
    least = likely[int(digit.translate(VALUES))] + CLEARLY
    return "".join(one for one, own in zip(DIGITS, likely, strict=False) if own > least)


def _drawn_otherwise(address: int, digit: str, other: str) -> bool:
    """Tell whether a font draws the digit that one of its own is taken for, and not like it: it
    draws none twice (Angsana New's Thai 7 looks like other faces' 2, and not like its own).
    """
    thai = DIGITS.index(digit) >= len(DIGITS) // 2
    (own, _), (key, likely) = _told(
        [(address, digit), (address, DIGITS[10 + int(other)] if thai else other)]
    )
    return any(likely) and key != own and not _likelier(likely, other)


def _told(asked: Sequence[tuple[int, str]]) -> list[tuple[tuple[bytes, bytes], Likely]]:
    """Return the outline that each font (its address) draws for a digit, and how likely it is each
    digit.
    """
    seen = [_paths.glyph(address, ord(digit)) for address, digit in asked]
    keys = [(points.tobytes(), kinds) for points, kinds in seen]
    if len(_known) > MOST:
        _known.clear()
    new = {key: one for key, one in zip(keys, seen, strict=True) if key not in _known}
    _known.update(zip(new, _likely([*new.values()]), strict=True))
    return [(key, _known[key]) for key in keys]


def _likely(outlines: Sequence[Outline]) -> list[Likely]:
    """Return how likely each outline is each of the digits 0 to 9; all alike where nothing is
    drawn.
    """
    drawn = edges(outlines)
    known = [one for one in drawn if one is not None]
    if not known:
        return [NOTHING] * len(drawn)
    likely = (features(known) @ _weights()).reshape(-1, 2, 10).max(axis=1)  # Arabic or Thai
    told = iter(likely.tolist())
    return [NOTHING if one is None else tuple(next(told)) for one in drawn]


def edges(outlines: Sequence[Outline]) -> list[Numbers | None]:
    """Return the edges of outlines, two for each curve; none of one that draws nothing."""
    draw = [
        len(led) >= LEAST and led[0] == START and not led.count(CURVE) % 3 for _, led in outlines
    ]
    if not any(draw):
        return [None] * len(draw)
    drawn = [*compress(outlines, draw)]
    points = np.concatenate([own for own, _ in drawn])
    led = np.frombuffer(b"".join([each for _, each in drawn]), np.uint8)
    first, second, end = np.flatnonzero(led == CURVE).reshape(-1, 3).T
    points[second] = (points[first - 1] + 3 * (points[first] + points[second]) + points[end]) / 8
    starts, after = np.flatnonzero(led == START), np.arange(1, len(points) + 1)
    after[np.append(starts[1:], len(points)) - 1] = starts
    kept = np.ones(len(points), bool)
    kept[first] = False
    after[first - 1] += 1
    found = np.concatenate([points, points[after]], axis=1)[kept]
    ends = np.cumsum([len(each) - each.count(CURVE) // 3 for _, each in drawn]).tolist()
    parts = iter([found[begin:end] for begin, end in pairwise([0, *ends])])
    return [next(parts) if one else None for one in draw]


def features(outlines: Sequence[Numbers]) -> Numbers:
    """Return what is looked at of each outline: which points of a raster over it are inked, 1 or
    -1, and its width.
    """
    counts = np.array([len(one) for one in outlines])
    which, firsts = np.repeat(np.arange(len(counts)), counts), np.cumsum(counts) - counts
    sides = np.concatenate(outlines)
    low, high = (
        reached(reached.reduceat(sides, firsts)[:, :2], reached.reduceat(sides, firsts)[:, 2:])
        for reached in (np.minimum, np.maximum)
    )
    spans = np.maximum(high - low, 1e-9)
    inked = _inked((sides - np.tile(low, 2)[which]) / np.tile(spans, 2)[which], which)
    wide = np.minimum(WIDEST, spans[:, 0] / spans[:, 1]) * 2 - 1
    return np.column_stack([inked * 2.0 - 1, wide, np.ones(len(counts))])


def _inked(sides: Numbers, which: Indexes) -> npt.NDArray[np.bool_]:
    """Return which points of a raster are within each outline; all fill the unit square."""
    x0, y0, x1, y1 = sides.T
    levels = ((np.arange(ROWS) + 0.5) / ROWS)[:, None]
    turns = ((y0 <= levels) & (levels < y1)) * 1.0 - ((y1 <= levels) & (levels < y0))
    row, edge = np.nonzero(turns)
    at = x0[edge] + (levels[row, 0] - y0[edge]) * (x1 - x0)[edge] / (y1 - y0)[edge]
    column = np.clip(np.ceil(at * COLUMNS - 0.5), 0, COLUMNS).astype(np.int64)
    count, places = which[-1] + 1, (which[edge] * ROWS + row) * (COLUMNS + 1) + column
    winding = np.bincount(places, turns[row, edge], count * ROWS * (COLUMNS + 1))
    inked = np.cumsum(winding.reshape(count, ROWS, COLUMNS + 1), axis=2)[:, ::-1, :COLUMNS] != 0
    found: npt.NDArray[np.bool_] = inked.reshape(count, -1)
    return found
