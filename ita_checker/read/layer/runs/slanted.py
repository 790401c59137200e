"""Text that runs neither level nor upright, such as a stamp or watermark across the page: read in a
frame in which it runs from left to right.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from ita_checker.model import Box, Line
from ita_checker.read.layer.letters import MARKS, Letter
from ita_checker.read.layer.native.glyphs import Glyphs, Numbers

STEEP = 8  # degrees between a text and the nearest quarter turn: scans lean less
LAST = 0.5  # of the letter size: room for the last letter of a text of which no font tells


def angle(dx: float, dy: float) -> int | None:
    """Return how many degrees, clockwise, a text is turned that runs in a direction on the page
    shown; None where it is level or upright, or nearly so.
    """
    degrees = math.degrees(math.atan2(dy, dx))
    off = abs((degrees + 45) % 90 - 45)
    return None if off <= STEEP else round(degrees)


def climbs_one_by_one(glyphs: Glyphs, lows: Numbers, least: float) -> bool:
    """Tell whether letters that are texts of their own, one after the other, climb: browsers draw
    so what is turned. `lows`: the feet of the texts' rooms.
    """
    owned = glyphs.owned
    alone = glyphs.lengths[owned] == 1
    steps = owned[1:][alone[1:] & alone[:-1] & (abs(np.diff(lows[owned])) > least)]
    _, climb, *_ = glyphs.first_matrices(steps).T
    return bool((abs(climb) > least).any())


def letters(
    text: str,
    places: Sequence[tuple[float, float]],
    degrees: int,
    size: float,
    font: int,
    last: float,
) -> Iterator[Letter]:
    """Yield the letters of a text in the frame in which it runs from left to right; `last`: the
    room of the last one as a share of their size, 0 where none tells.
    """
    across, down = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    xs = [x * across + y * down for x, y in places]
    ys = [y * across - x * down for x, y in places]
    for at, letter in enumerate(text):
        after = next((x for x in xs[at + 1 :] if x > xs[at]), xs[at] + (last or LAST) * size)
        x1 = xs[at] if letter in MARKS else after
        yield Letter(letter, xs[at], x1, round(ys[at], 1), size, font)


def line_back(line: Line, degrees: int) -> Line:
    """Return a line of that frame with its box on the page; all its letters share it."""
    across, down = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    corners = [
        (x * across - y * down, x * down + y * across)
        for x in (line.box.x0, line.box.x1)
        for y in (line.box.top, line.box.bottom)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    return replace(line, box=box, edges=array("f", [box.x0, box.x1] * len(line.text)))
