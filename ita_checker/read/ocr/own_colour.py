"""Print that stands on no ground (upon photographs): rows of letters told by their own colour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.colours import parted
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shapes import thickened

FINE = 2  # times as coarse as the picture are pieces of letters looked for
LEAST = 0.01  # of a page is on no ground; of less no row of letters is
AROUND = 12.0, 150.0  # points down and right about what is on no ground
COLOURS = 12  # that photographs are parted into
TALL = 6.0, 70.0  # points: a letter's height
BROAD, SLIM = 2.5, 0.12  # of its height is a letter wide
FULL = 0.12, 0.92  # of its rectangle a letter fills
FEWEST, MOST = 5, 1500  # letters of a row; pieces of one colour
# of the taller of two letters of a row the lower one has at least; of its height they share;
# heights from one to the next at most
ALIKE, LEVEL, NEAR = 0.6, 0.6, 1.2
CLOSE = 0.45  # of a row's length are its letters' widths
# of a row's letters stand at its foot, give or take so much of their height; how slanted it is
EVEN, FOOT, SLANT = 0.5, 0.12, 0.06
UPON = 0.1  # of a row's letters is on no ground
OVER = 0.3  # of the lower of two rows' height they share: they stand in one place
LAYERS = 3  # rows in one place: letters, their shadow, what is about both
BESIDE, ABOVE, BELOW = 1.0, 0.95, 0.65  # heights about a row
RIM = 2  # pixels about letters: what they stand on
# shades from letters to what they stand on, at least and at most; percent of that are as near
CONTRAST, NEAREST = (60, 160), 40
FAR, SOFT = 0.75, 0.5  # times as far is no ink; between ink and none
# ink, 255 at most: of a letter's core, of all of it on the whole; pixels about it are its edge
CORE, PURE, EDGE = 150, 222, 7
HIGHEST, WIDEST, POINT = 2.2, 8.0, 0.12  # of a row's height: what is larger or smaller is no letter
MARK = 0.55  # of a row's height: marks are lower

Colours = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of letters: their rectangles, numbers and colour."""

    boxes: NDArray[np.int32]
    own: Mask
    x0: int
    y0: int
    score: float

    @property
    def tall(self) -> float:
        """Return how tall its letters are."""
        return float(np.median(self.boxes[:, 3] - self.boxes[:, 1]))

    def share(self, core: NDArray[np.bool_]) -> float:
        """Return which share of its letters stands on no ground."""
        down, right = self.own.shape
        return float(core[self.y0 : self.y0 + down, self.x0 : self.x0 + right][self.own > 0].mean())

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Return its letters' rectangle."""
        x0, y0, x1, y1 = self.boxes.T
        return int(x0.min()), int(np.median(y0)), int(x1.max()), int(np.median(y1))


def rows_upon(colours: Colours, bare: Mask, by: int, scale: float) -> list[Grey]:
    """Return layers of ink (255) of rows that may be letters and stand on no ground, no two of a
    layer in one place. `bare`: where no ground is, so many times (`by`) as coarse as the picture;
    `scale`: the picture's pixels per point.
    """
    if bare.mean() < LEAST:
        return []
    small, fine = shrunk(colours, FINE), scale / FINE
    about = thickened(bare, *(round(each * scale / by) | 1 for each in AROUND))
    near, core = (_finer(mask, by // FINE, small.shape[:2]) for mask in (about, bare))
    of = parted(small, near, COLOURS)
    rows: list[_Row] = []
    for number in range(1, int(of.max(initial=0)) + 1):
        rows += _rows_of((of == number).view(np.uint8), fine)
    found = _layers([row for row in rows if row.share(core) >= UPON], small)
    return [_drawn(each, colours, small) for each in found]


def _finer(mask: Mask, by: int, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return a mask so many times as fine."""
    made = np.zeros(shape, np.bool_)
    wide = np.repeat(np.repeat(mask, by, 0), by, 1)[: shape[0], : shape[1]]
    made[: wide.shape[0], : wide.shape[1]] = wide > 0
    return made


def _drawn(rows: list[_Row], colours: Colours, small: Colours) -> Grey:
    """Return the ink of rows that stand in places of their own."""
    ink = np.zeros(colours.shape[:2], np.uint8)
    for row in rows:
        _draw(row, colours, small, ink)
    return ink


def _rows_of(mask: Mask, fine: float) -> list[_Row]:
    """Return the rows of letters among the pieces of one colour."""
    runs = connected(mask)
    boxes, areas = runs.boxes(), runs.areas()
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    able = (tall >= TALL[0] * fine) & (tall <= TALL[1] * fine)
    able &= (wide <= BROAD * tall) & (wide >= SLIM * tall)
    able &= (areas >= FULL[0] * wide * tall) & (areas <= FULL[1] * wide * tall)
    numbers = np.flatnonzero(able)
    if not FEWEST <= len(numbers) <= MOST:
        return []
    rows, at = [], boxes.tolist()
    still: list[list[int]] = []
    for number in numbers[np.argsort(boxes[numbers, 0], kind="stable")].tolist():
        box = at[number]
        still = [row for row in still if box[0] - at[row[-1]][2] <= NEAR * TALL[1] * fine]
        row = next((row for row in still if _follows(at[row[-1]], box)), None)
        if row is None:
            row = []
            rows.append(row)
            still.append(row)
        row.append(number)
    labels = runs.labels()
    scored = ((row, _score(boxes[row])) for row in rows if len(row) >= FEWEST)
    return [_row(labels, boxes[row], row, score) for row, score in scored if score]


def _row(
    labels: NDArray[np.int32], boxes: NDArray[np.int32], numbers: list[int], score: float
) -> _Row:
    """Return a row of the pieces of so many numbers."""
    x0, y0 = boxes[:, :2].min(0).tolist()
    x1, y1 = boxes[:, 2:].max(0).tolist()
    own = np.isin(labels[y0:y1, x0:x1], numbers).view(np.uint8)
    return _Row(boxes, own, x0, y0, score)


def _follows(before: list[int], box: list[int]) -> bool:
    """Tell whether a piece may be the next letter of a row."""
    tall = before[3] - before[1], box[3] - box[1]
    shared = min(before[3], box[3]) - max(before[1], box[1])
    return (
        min(tall) >= ALIKE * max(tall)
        and shared >= LEVEL * min(tall)
        and box[0] - before[2] <= NEAR * max(tall)
    )


def _score(boxes: NDArray[np.int32]) -> float:
    """Return how much a row is one of letters: 0 where it is none."""
    x0, y0, x1, y1 = boxes.T
    tall = float(np.median(y1 - y0))
    close = float((x1 - x0).sum()) / max(1, int(x1.max() - x0.min()))
    slope = np.polyfit((x0 + x1) / 2, y1, 1)
    off = np.abs(y1 - np.polyval(slope, (x0 + x1) / 2))
    level = float((off <= max(1.0, FOOT * tall)).mean())
    if close < CLOSE or level < EVEN or abs(slope[0]) > SLANT:
        return 0.0
    return len(boxes) * level * min(1.0, close)


def _layers(rows: list[_Row], small: Colours) -> list[list[_Row]]:
    """Return rows, no two in the same place: letters' first, whatever else is about them (their
    shadows) in a layer of its own.
    """
    made: list[list[_Row]] = []
    scored = [(float((_stands(row, small)[1] >= CONTRAST[0]).mean()), row) for row in rows]
    for _, row in sorted(scored, key=lambda each: -each[1].score * each[0] ** 2):
        free = (each for each in made if not any(_same(row.box, other.box) for other in each))
        layer = next(free, None)
        if layer is not None:
            layer.append(row)
        elif len(made) < LAYERS:
            made.append([row])
    return made


def _same(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    """Tell whether two rows stand in one place."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0 and down > OVER * min(one[3] - one[1], other[3] - other[1])


def _stands(row: _Row, small: Colours) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return a row's colour, and how far what is about its letters is from it."""
    part = small[row.y0 : row.y0 + row.own.shape[0], row.x0 : row.x0 + row.own.shape[1]]
    colour = np.median(part[row.own > 0], axis=0)
    side = 2 * RIM + 1
    rim = (thickened(row.own, side + 2, side + 2) > 0) & (thickened(row.own, 3, 3) == 0)
    return colour, np.abs(part[rim] - colour).max(1)


def _draw(row: _Row, colours: Colours, small: Colours, ink: Grey) -> None:
    """Put a row's letters into the ink: what is of their colour about it."""
    tall = row.tall
    x0, y0, x1, y1 = row.box
    colour, away = _stands(row, small)
    clear = float(np.clip(np.percentile(away, NEAREST), *CONTRAST)) if len(away) else CONTRAST[1]
    top, bottom = max(0, int(y0 - ABOVE * tall)), int(y1 + BELOW * tall)
    left, right = max(0, int(x0 - BESIDE * tall)), int(x1 + BESIDE * tall)
    place = slice(FINE * top, FINE * bottom), slice(FINE * left, FINE * right)
    far = np.abs(colours[place] - colour.astype(np.float32)).max(2)
    made = (255 * np.clip((FAR - far / clear) / SOFT, 0, 1)).astype(np.uint8)
    made = _letters_alone(made, FINE * tall)
    np.maximum(ink[place], made, out=ink[place])


def _letters_alone(made: Grey, tall: float) -> Grey:
    """Return the ink of pieces that are dark, and not larger than letters nor cut off by an edge;
    what is paler about them is theirs near by alone.
    """
    runs = connected((made > CORE).view(np.uint8))
    boxes = runs.boxes()
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    own = (high <= HIGHEST * tall) & (wide <= WIDEST * tall)
    edge = (boxes[:, 1] == 0) | (boxes[:, 3] == made.shape[0])
    own &= ~edge | (high <= MARK * tall)
    own &= (np.maximum(wide, high) >= POINT * tall) & (runs.areas() >= (POINT * tall) ** 2 / 2)
    labels = runs.labels()
    shade = np.bincount(labels.ravel(), made.ravel(), len(boxes)) / np.maximum(1, runs.areas())
    own &= shade >= PURE
    own[0] = False
    near = thickened(runs.painted(own), EDGE, EDGE) > 0
    return np.where(near, made, np.uint8(0))
