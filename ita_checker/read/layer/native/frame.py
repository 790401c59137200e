"""From pdfium's coordinates to points from the displayed page's top left."""

from __future__ import annotations

import math
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pypdfium2

from ita_checker.read.layer.letters import Ink

Numbers = npt.NDArray[np.float64]
Number = TypeVar("Number", float, Numbers)  # of one point, or of many


class Frame:
    """One page's way of being shown: pdfium counts from the bottom left, before the page is turned
    and cropped.
    """

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = map(float, page.get_bbox())
        self.turn = int(page.get_rotation()) // 90 % 4
        wide, high = self.right - self.left, self.top - self.bottom
        self.width, self.height = (wide, high) if self.turn % 2 == 0 else (high, wide)

    def point(self, x: Number, y: Number) -> tuple[Number, Number]:
        """Return the displayed point."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Ink:
        """Return the displayed box."""
        (xa, ya), (xb, yb) = self.point(left, bottom), self.point(right, top)
        return Ink(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))

    def boxes(
        self, left: Numbers, bottom: Numbers, right: Numbers, top: Numbers
    ) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Return the displayed boxes: left, top, right, bottom of each."""
        (xa, ya), (xb, yb) = self.point(left, bottom), self.point(right, top)
        return np.minimum(xa, xb), np.minimum(ya, yb), np.maximum(xa, xb), np.maximum(ya, yb)

    def direction(self, a: float, b: float) -> tuple[float, float]:
        """Return in which direction of the displayed page a text runs whose matrix begins so."""
        (x, y), (left, top) = self.point(a, b), self.point(0.0, 0.0)
        return x - left, y - top

    def quarter(self, a: float, b: float) -> int:
        """Return the quarter turns, clockwise, by which a text whose matrix begins with a and b is
        turned on the displayed page.
        """
        return (self.turn - round(math.degrees(math.atan2(b, a)) / 90)) % 4


def upright(x: Number, y: Number, turn: int) -> tuple[Number, Number]:
    """Return a displayed point in the frame in which a text turned clockwise by `turn` quarters
    runs from left to right.
    """
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def displayed(box: Ink, turn: int) -> Ink:
    """Return a box of such a frame on the displayed page again."""
    (xa, ya), (xb, yb) = upright(box.x0, box.top, -turn % 4), upright(box.x1, box.bottom, -turn % 4)
    return Ink(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
