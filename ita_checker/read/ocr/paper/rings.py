"""Seals without colour, on a scan in grey: their rings are taken out of the ink, so that the print
they run through stands alone again; and where print is darker than its seal, all that is paler.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ita_checker.model import Box, Doubtful, Line, Page
from ita_checker.read.ocr.paper.seals import COARSE, SEAL, SPARSE
from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shades import inked
from ita_checker.read.raster.shapes import thickened

ROUND = 1.35  # times as wide as high, or as high as wide, is a seal with the letters it touches
SAMPLED, TRIALS = 1200, 250  # pixels of a piece, and triples of them through which circles go
NEAR = 1.5  # pixels from a circle: its ring's
SECTORS = 72  # of a circle
CLOSED = 0.85  # of a ring's sectors hold ink of it
LEAST = 0.4  # of a seal's radius is that of its innermost ring
PALER = 40  # shades: so much darker than its seal is print that is told from it
STRONG = 75  # percent of ink is no darker than its strokes are; their edges are paler
ENOUGH = 0.02  # of a seal's ink is print's
FITTED = 2  # times a seal's circle is laid to the picture's pixels
KEPT = 5  # pixels about dark print that are its edges
SURE = 0.85  # how sure one may be of a letter below a seal
BEYOND = 1.03  # times its radius a seal reaches


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle in pixels: its middle, its radius."""

    x: float
    y: float
    radius: float

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """Return its left, top, right and bottom."""
        x, y, far = self.x, self.y, self.radius
        return x - far, y - far, x + far, y + far


def without_rings(ink: Grey, scale: float) -> tuple[Grey, tuple[Circle, ...]]:
    """Return a page's ink without seals, and those seals in which print, as dark as they are, may
    be lost; `scale`: pixels per point.
    """
    made, seals, mask = ink, list[Circle](), inked(shrunk(ink, COARSE))
    for place, own in _round(mask, scale / COARSE):
        circle = _circle(own, scale / COARSE)
        if circle is None:
            continue
        made = made.copy() if made is ink else made
        x, y = circle.x + place[1].start, circle.y + place[0].start
        seal = Circle(x * COARSE, y * COARSE, circle.radius * COARSE)
        dark = float(np.percentile(_shades(ink, mask), STRONG))
        if _cleaned(made, seal, dark, _is_crossed(own, circle)):
            seals.append(seal)
    return made, tuple(seals)


def doubted(page: Page, seals: Sequence[Box]) -> Page:
    """Return a page with the letters doubted that are read below seals."""
    lines = page.lines
    for seal in seals:
        lines = tuple(_doubted(line, seal) for line in lines)
    return replace(page, lines=lines)


def _doubted(line: Line, seal: Box) -> Line:
    if line.box.bottom < seal.top or line.box.top > seal.bottom:
        return line
    told = {doubt.index: doubt for doubt in line.doubtful}
    for index, (x0, x1) in enumerate(zip(line.edges[::2], line.edges[1::2], strict=True)):
        if seal.x0 <= (x0 + x1) / 2 <= seal.x1 and line.text[index] != " ":
            told.setdefault(index, Doubtful(index, SURE))
    return replace(line, doubtful=tuple(told[index] for index in sorted(told)))


def _shades(ink: Grey, mask: Mask) -> NDArray[np.uint8]:
    """Return the shades of a page's ink, of one of each coarse pixel's pixels."""
    return ink[: COARSE * len(mask) : COARSE, : COARSE * mask.shape[1] : COARSE][mask > 0]


def _round(mask: Mask, scale: float) -> Iterator[tuple[tuple[slice, slice], NDArray[np.bool_]]]:
    """Yield pieces of ink as large and as round as seals, and where they are."""
    least, most = SEAL[0] * scale, SEAL[1] * scale
    runs = connected(mask)
    boxes, areas = runs.boxes(), runs.areas()
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    small, large = np.minimum(wide, tall), np.maximum(wide, tall)
    able = (small >= least) & (large <= ROUND * most) & (large <= ROUND * small)
    able &= areas <= SPARSE * wide * tall
    if not able.any():
        return
    labels = runs.labels()
    for number in np.flatnonzero(able).tolist():
        x0, y0, x1, y1 = boxes[number].tolist()
        place = slice(y0, y1), slice(x0, x1)
        yield place, labels[place] == number


def _circle(own: NDArray[np.bool_], scale: float) -> Circle | None:
    """Return the circle of which most is ink of a piece, if there is a ring among its strokes."""
    y, x = np.nonzero(own)
    draw = np.random.default_rng(len(x))
    some = draw.integers(0, len(x), SAMPLED)
    at = np.stack([x[some], y[some]]).astype(np.float64)
    middles, radii = _through(*(at[:, draw.integers(0, SAMPLED, TRIALS)] for _ in range(3)))
    able = (radii >= SEAL[0] * scale / 2 * LEAST) & (radii <= SEAL[1] * scale / 2)
    if not able.any():
        return None
    middles, radii = middles[:, able], radii[able]
    away = np.hypot(at[0, None] - middles[0, :, None], at[1, None] - middles[1, :, None])
    near = np.abs(away - radii[:, None]) <= NEAR
    best = int((near.sum(1) / radii).argmax())
    found = _fitted(at[:, near[best]])
    rings = _rings(own, found, int(max(own.shape)))
    return replace(found, radius=float(rings.max())) if len(rings) else None


def _fitted(at: NDArray[np.float64]) -> Circle:
    """Return the circle that points lie on."""
    told = np.column_stack([2 * at.T, np.ones(at.shape[1])])
    x, y, rest = np.linalg.lstsq(told, (at**2).sum(0), rcond=None)[0].tolist()
    return Circle(x, y, float(np.sqrt(max(0.0, rest + x * x + y * y))))


def _through(
    one: NDArray[np.float64], two: NDArray[np.float64], three: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the middles and the radii of the circles through three points each."""
    b, c = two - one, three - one
    twice = 2 * (b[0] * c[1] - b[1] * c[0])
    with np.errstate(divide="ignore", invalid="ignore"):
        x = (c[1] * (b**2).sum(0) - b[1] * (c**2).sum(0)) / twice
        y = (b[0] * (c**2).sum(0) - c[0] * (b**2).sum(0)) / twice
    radii = np.nan_to_num(np.hypot(x, y), nan=0.0, posinf=0.0)
    return np.stack([x, y]) + one, radii


def _polar(shape: tuple[int, ...], circle: Circle) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return of each pixel how far it is from a circle's middle, and in which sector."""
    y, x = np.mgrid[: shape[0], : shape[1]]
    dx, dy = x - circle.x, y - circle.y
    sector = ((np.arctan2(dy, dx) / (2 * np.pi) + 0.5) * SECTORS).astype(np.int64) % SECTORS
    return np.hypot(dx, dy).round().astype(np.int64), sector


def _rings(own: NDArray[np.bool_], circle: Circle, far: int) -> NDArray[np.int64]:
    """Return the radii at which ink runs all round a circle's middle."""
    away, sector = _polar(own.shape, circle)
    seen = np.zeros((far + 1, SECTORS), np.bool_)
    inside = own & (away <= far)
    seen[away[inside], sector[inside]] = True
    seen[:-1] |= seen[1:]
    radii = np.flatnonzero(seen.mean(1) >= CLOSED)
    return radii[radii >= LEAST * circle.radius]


def _is_crossed(own: NDArray[np.bool_], circle: Circle) -> bool:
    """Tell whether print hangs together with a seal: ink of the piece stands outside it."""
    away, _ = _polar(own.shape, circle)
    return bool((own & (away > BEYOND * circle.radius + 1)).sum() >= ENOUGH * own.sum())


def _cleaned(ink: Grey, seal: Circle, print_: float, crossed: bool) -> bool:
    """Take a seal out of the ink where print is darker, else its rings where print crosses them;
    tell whether print may be lost in it, as dark as it is.
    """
    far = int(BEYOND * seal.radius) + 1
    top, left = max(0, int(seal.y) - far), max(0, int(seal.x) - far)
    part = ink[top : int(seal.y) + far, left : int(seal.x) + far]
    here = Circle(seal.x - left, seal.y - top, seal.radius)
    ink_ = part >= print_ / 3
    for _ in range(FITTED):
        away, _ = _polar(part.shape, here)
        y, x = np.nonzero(ink_ & (np.abs(away - here.radius) <= COARSE + 1))
        here = _fitted(np.stack([x, y]).astype(np.float64)) if len(x) else here
    away, _ = _polar(part.shape, here)
    rings = _rings(ink_, here, far)
    on_ring = np.zeros(far * 2, np.bool_)
    for radius in (-1, 0, 1):
        on_ring[rings + radius] = True
    ring = on_ring[away]
    if not ring.any():
        return False
    shade = float(np.percentile(part[np.isin(away, rings)], STRONG))
    dark = part >= (shade + print_) / 2
    inside = away <= far
    told = (dark & inside).sum() >= ENOUGH * (inside & (part > PALER)).sum()
    if print_ - shade >= PALER and told:
        kept = thickened(dark.view(np.uint8), KEPT, KEPT) > 0
        part[inside & ~kept] = 0
        return False
    if crossed:
        part[ring] = 0
    return crossed
