"""What stands on the paper of a number: digits and signs by their shapes, and the points between
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.raster.connected import connected

# of the height of digits: what is smaller both ways is dust; so tall is a point at most, so near
# the foot it begins
SPECK, POINT, LOW = 0.07, 0.45, 0.6
# so far below the digits a comma of which one knows nothing else ends; one that is read as a point
# where thousands are parted: of 608 points a fiftieth does, of 597 commas all but two
HANGING, HOOKED = 0.08, 0.03
SHORT = 0.85  # a plus is no taller, a slash is
# of a plus: of its height are its ends; of its width, they are so far from its sides, and so long
# is its bar; so many times as wide as tall it is at least
FIFTH, THIRD, BAR, SQUARE = 5, 0.35, 0.8, 0.7
NARROW, LEANING = 0.3, 0.2  # so wide is a slash's stroke at most, so far its foot is from its head
# digits between which a point stands: so many times as far from each other as others, and so many
# heights; so many heights is a point tall and wide at least
FARTHER, FAR, DOT = 1.2, 0.9, 0.1


@dataclass(frozen=True, slots=True)
class Shape:
    """Ink side by side: the columns and rows it reaches over."""

    x0: int
    x1: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Inked:
    """What stands on the paper of a number: its digits and signs, the points before each; how
    tall digits are and where they end.
    """

    dark: NDArray[np.bool_]
    bodies: tuple[Shape, ...]
    points: tuple[Shape | None, ...]
    tall: float
    foot: float

    def plus(self, at: int) -> bool:
        """Tell whether a shape is a plus: shorter than a digit, and thin in the middle above and
        below.
        """
        rows = self._rows(at)
        fifth = max(1, len(rows) // FIFTH)
        if not FIFTH < len(rows) < SHORT * self.tall:
            return False
        ends = [
            np.flatnonzero(rows[part].any(axis=0)) for part in (slice(fifth), slice(-fifth, None))
        ]
        wide = rows.shape[1]
        across = rows[len(rows) // 3 : -(len(rows) // 3)].sum(axis=1).max()
        return (
            bool(across >= BAR * wide)
            and wide >= SQUARE * len(rows)
            and all(
                THIRD * wide < each.mean() < (1 - THIRD) * wide and len(each) < wide / 2
                for each in ends
            )
        )

    def slash(self, at: int) -> bool:
        """Tell whether a shape is one thin stroke that leans to the right."""
        rows = self._rows(at)
        wide = np.maximum(1, rows.sum(axis=1))
        if wide.max() > NARROW * self.tall or len(rows) < max(3, SHORT * self.tall):
            return False
        middles = (rows * np.arange(rows.shape[1])).sum(axis=1) / wide
        third = len(rows) // 3
        parts = [float(middles[top : top + third].mean()) for top in (0, third, len(rows) - third)]
        return all(a - b > LEANING * self.tall / 2 for a, b in pairwise(parts))

    def sign(self, at: int) -> str:
        """Return the sign that a shape is, if it is one."""
        return "+" if self.plus(at) else "/" if self.slash(at) else ""

    def _rows(self, at: int) -> NDArray[np.bool_]:
        """Return the ink of a shape."""
        shape = self.bodies[at]
        return self.dark[shape.top : shape.bottom, shape.x0 : shape.x1]

    def point(self, at: int) -> Shape | None:
        """Return the point before a shape, where room was left for one: dust has none."""
        point = self.points[at] if at else None
        if point is None or min(point.bottom - point.top, point.x1 - point.x0) < DOT * self.tall:
            return None
        middles = [(shape.x0 + shape.x1) / 2 for shape in self.bodies]
        steps = [after - before for before, after in pairwise(middles)]
        usual = sorted(
            step for step, each in zip(steps, self.points[1:], strict=True) if each is None
        )
        least = FARTHER * usual[(len(usual) - 1) // 2] if usual else 0.0
        return point if steps[at - 1] >= max(least, FAR * self.tall) else None

    def hooked(self, at: int) -> bool:
        """Tell whether the point before a shape hangs, as commas do."""
        point = self.points[at]
        return point is not None and self.below(point) > HOOKED

    def below(self, point: Shape) -> float:
        """Return how far below the feet of digits a point ends, by their height."""
        return (point.bottom - self.foot) / self.tall


def side_by_side(dark: NDArray[np.bool_]) -> list[Shape]:
    """Return the shapes that columns of paper part."""
    edges = np.flatnonzero(np.diff(dark.any(axis=0), prepend=False, append=False)).tolist()
    found: list[Shape] = []
    for x0, x1 in zip(edges[::2], edges[1::2], strict=True):
        rows = np.flatnonzero(dark[:, x0:x1].any(axis=1))
        found.append(Shape(x0, x1, int(rows[0]), int(rows[-1]) + 1))
    return found


def pieces(dark: NDArray[np.bool_]) -> list[Shape]:
    """Return the shapes that hang together, from left to right."""
    boxes = connected(dark.astype(np.uint8)).boxes()[1:]
    return [Shape(x0, x1, top, bottom) for x0, top, x1, bottom in sorted(boxes.tolist())]


def inked(dark: NDArray[np.bool_], found: Sequence[Shape]) -> Inked | None:
    """Return what stands on the paper of a number; None where there are no two digits."""
    most = max((shape.bottom - shape.top for shape in found), default=0)
    large = [shape for shape in found if shape.bottom - shape.top > (1 - LOW / 2) * most]
    if len(large) < 2:
        return None
    tall = float(np.median([shape.bottom - shape.top for shape in large]))
    foot = float(np.median([shape.bottom for shape in large]))
    bodies: list[Shape] = []
    points: list[Shape | None] = [None]
    for shape in found:
        if max(shape.bottom - shape.top, shape.x1 - shape.x0) < SPECK * tall:
            continue
        low = shape.top > foot - LOW * tall and shape.bottom > foot - HANGING * tall
        if low and shape.bottom - shape.top < POINT * tall:
            points[-1] = shape
        else:
            bodies.append(shape)
            points.append(None)
    return Inked(dark, tuple(bodies), tuple(points[:-1]), tall, foot)
