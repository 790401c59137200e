"""Where the lines of writing are: pieces of ink gathered into strips, marks above and below with
the letters that bear them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.ink import dots, marks
from ita_checker.read.ocr.paper.limits import MOST_PAIRS, MOST_PIECES, within
from ita_checker.read.raster import Mask
from ita_checker.read.raster.connected import connected

# Points. Smaller specks are dust; larger pieces are emblems, photographs, signatures.
SPECK, TALLEST, WIDEST = 0.7, 44.0, 160.0
SMALLEST_BODY, LARGEST_BODY = 2.5, 30.0
# of the letters' height: so much smaller ones may be letters, too; strips of letters hardly larger
# than theirs are theirs
SMALLER, ALIKE = 0.7, 1.5
FEWEST, MOST, BROAD = 4, 600, 3.0  # pieces that are such letters; times as wide as high, at most
FAR = 1.1  # body heights: a mark farther from its line belongs to none
Region = tuple[float, float, float, float]  # x0, top, x1, bottom in pixels


@dataclass(frozen=True, slots=True)
class Pieces:
    """Connected ink: rectangles (x0, y0, x1, y1) per piece, and the number of the piece at each
    pixel (0 for none).

    The pieces from number `dots` on are empty rows of dots. `specks`: the numbers that are none,
    by being too small: dust, and the points of pale numbers.
    """

    boxes: NDArray[np.int32]
    labels: NDArray[np.int32]
    dots: int
    specks: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of one line: its rectangle in pixels of the mask, where letters' bodies begin and
    end, its pieces.

    `dots`: where its empty rows of dots begin and end.
    """

    x0: int
    top: int
    x1: int
    bottom: int
    body_top: int
    body_bottom: int
    pieces: tuple[int, ...]
    dots: tuple[tuple[int, int], ...] = ()

    @property
    def body(self) -> int:
        """Return how tall the bodies of its letters are."""
        return self.body_bottom - self.body_top


def pieces(mask: Mask, scale: float) -> Pieces:
    """Return the ink that may be letters; `scale`: the mask's pixels per point."""
    ink = connected(mask)
    boxes, count = ink.boxes(), ink.count + 1
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    letters = (np.maximum(wide, tall) >= SPECK * scale) & (ink.areas() > 2)
    specks = ~letters
    letters &= (tall <= TALLEST * scale) & (wide <= WIDEST * scale)
    letters[0] = False
    within(int(letters.sum()), MOST_PIECES)
    numbered = ink.labels()
    rows = dots.rows(ink, numbered, boxes, scale)
    boxes[~letters] = 0
    specks[0] = False
    specks = np.append(specks, np.zeros(len(rows), np.bool_))
    for number, (x0, y0, x1, y1) in enumerate(rows, count):
        part = numbered[y0:y1, x0:x1]
        inside = np.unique(part)
        boxes[inside[inside < count]] = 0  # a row of dots may overlap one found before
        part[part > 0] = number
    made = np.concatenate([boxes, np.array(rows, np.int32).reshape(-1, 4)])
    return Pieces(made, numbered, count, specks)


def body_height(boxes: NDArray[np.int32], scale: float) -> float:
    """Return how tall most letters' bodies are: the middle of the taller pieces; marks and dots
    are left out.
    """
    tall = (boxes[:, 3] - boxes[:, 1]).astype(np.float64)
    tall = tall[(tall > SMALLEST_BODY * scale) & (tall < LARGEST_BODY * scale)]
    if not len(tall):
        return 7.0 * scale
    return float(np.median(tall[tall >= 0.6 * np.percentile(tall, 75)]))


def strips(found: Pieces, region: Region, scale: float, body: float) -> list[Strip]:
    """Return the strips whose pieces lie in the region, in no order; `body`: the page's height of
    letters.
    """
    numbers = inside(found.boxes, region)
    if not len(numbers):
        return []
    boxes = found.boxes[numbers]
    tall = boxes[:, 3] - boxes[:, 1]
    own = body_height(boxes, scale)
    height = own if 0.55 * body < own < 3 * body and (tall > 0.6 * own).sum() > 2 else body
    made = _gathered(found, numbers, height)
    return _with_smaller(made, found, numbers, scale, height)


def _gathered(found: Pieces, numbers: NDArray[np.int64], height: float) -> list[Strip]:
    """Return the strips of pieces whose letters are of about one height."""
    boxes = found.boxes[numbers]
    tall, wide = boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0]
    bodies = (tall >= 0.55 * height) & (tall <= 6 * height) & (wide >= 0.12 * height)
    rows = gathered(numbers[bodies], boxes[bodies], height)
    return attached(rows, numbers[~bodies], found, height)


def _with_smaller(
    made: list[Strip], found: Pieces, numbers: NDArray[np.int64], scale: float, height: float
) -> list[Strip]:
    """Return strips with those of letters so much smaller than the others that they were taken for
    marks, and stand by no letters: a slide's note below its points.
    """
    used = np.zeros(len(found.boxes), np.bool_)
    for one in made:
        used[list(one.pieces)] = True
    left = numbers[~used[numbers] & (numbers < found.dots)]
    boxes = found.boxes[left]
    tall = boxes[:, 3] - boxes[:, 1]
    letters = (tall >= SMALLEST_BODY * scale) & (boxes[:, 2] - boxes[:, 0] <= BROAD * tall)
    if not FEWEST <= int(letters.sum()) <= MOST:
        return made
    own = body_height(boxes[letters], scale)
    tall_enough = letters & (tall >= 0.55 * own)
    long = [
        row
        for row in gathered(left[tall_enough], boxes[tall_enough], own)
        if len(row.numbers) >= FEWEST
    ]
    dotted = [row for row in long if dots.are_dots(row.numbers, row.boxes, found.labels)]
    left = left[~np.isin(left, [number for row in dotted for number in row.numbers])]
    rows = [band(row) for row in long if row not in dotted]
    smaller = [one for one in made if one.body <= ALIKE * own]
    larger = [one for one in made if one.body > ALIKE * own]
    rows = [row for row in rows if not any(_goes_on(one, row, own) for one in larger)]
    if own > SMALLER * height or not rows:
        return made
    beside = [one for one in smaller if any(_goes_on(one, row, own) for row in rows)]
    again = np.array([number for one in beside for number in one.pieces], np.int64)
    more = _gathered(found, np.concatenate([left, again]), own)
    kept = [one for one in made if one not in beside]
    return kept + [one for one in more if len(one.pieces) >= FEWEST]


def _goes_on(one: Strip, row: tuple[float, float, float, float], height: float) -> bool:
    """Tell whether a strip stands in a row of letters so high, or close to its ends."""
    x0, top, x1, bottom = row
    far = max(one.x0 - x1, x0 - one.x1)
    return one.top < bottom and one.bottom > top and far <= 2 * marks.APART * height


def inside(boxes: NDArray[np.int32], region: Region) -> NDArray[np.int64]:
    """Return the numbers of the pieces whose middle lies in the region."""
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    x0, top, x1, bottom = region
    return np.flatnonzero((boxes[:, 2] > 0) & (x >= x0) & (x < x1) & (y >= top) & (y < bottom))


@dataclass(slots=True)
class Row:
    """A row being gathered: its pieces from left to right, and the rectangles of its last few."""

    numbers: list[int]
    boxes: list[tuple[int, int, int, int]]
    end: int
    top: float
    bottom: float

    def add(self, number: int, box: tuple[int, int, int, int]) -> None:
        """Put a piece at the row's end; its height there is that of its last six pieces."""
        self.numbers.append(number)
        self.boxes.append(box)
        last = self.boxes[-6:]
        self.end = max(piece[2] for piece in last)
        self.top, self.bottom = (
            sorted(piece[1] for piece in last)[len(last) // 2],
            sorted(piece[3] for piece in last)[len(last) // 2],
        )


def gathered(numbers: NDArray[np.int64], boxes: NDArray[np.int32], height: float) -> list[Row]:
    """Return the bodies row by row, from left to right: each joins the row that ends just before
    it at the same height.
    """
    rows: list[Row] = []
    open_rows: list[Row] = []
    for index in np.argsort(boxes[:, 0], kind="stable").tolist():
        box = tuple(boxes[index].tolist())
        best, most = None, 0.3
        open_rows = [
            row
            for row in open_rows
            if box[0] - row.end <= 2 * marks.APART * height + 2 * (row.bottom - row.top)
        ]
        for row in open_rows:
            if box[1] >= row.bottom or box[3] <= row.top:
                continue
            reach = max(height, 0.8 * min(row.bottom - row.top, box[3] - box[1]))
            if box[0] - row.end > marks.APART * reach:
                continue
            shared = (min(row.bottom, box[3]) - max(row.top, box[1])) / max(
                1.0, min(row.bottom - row.top, box[3] - box[1])
            )
            if shared > most:
                best, most = row, shared
        if best is None:
            best = Row([], [], 0, 0, 0)
            rows.append(best)
            open_rows.append(best)
        best.add(int(numbers[index]), box)
    return rows


def attached(rows: list[Row], rest: NDArray[np.int64], found: Pieces, height: float) -> list[Strip]:
    """Return the rows as strips; marks, dots and commas go with the row they stand nearest to, and
    so do rows of nothing but marks.
    """
    if not rows:
        return []
    bands = np.array([band(row) for row in rows], np.float64)
    members = [list(row.numbers) for row in rows]
    lone = marks.rows([np.array(row.boxes) for row in rows], found.boxes[rest], bands, height)
    hosts = [index for index in range(len(rows)) if index not in lone]
    loose = np.concatenate(
        [rest, *(np.array(rows[index].numbers, np.int64) for index in lone)]
    ).astype(np.int64)
    if len(loose) and hosts:
        within(len(loose) * len(hosts), MOST_PAIRS)
        away = marks.distances(found.boxes[loose], bands[hosts], height)
        away = marks.stacked(away, found.boxes[loose], bands[hosts], height)
        letters = [np.array(rows[index].boxes) for index in hosts]
        away = marks.over_letters(away, found.boxes[loose], letters, bands[hosts, 1])
        nearest = away.argmin(axis=1)
        for number, host, far in zip(
            loose.tolist(), nearest.tolist(), away.min(axis=1).tolist(), strict=True
        ):
            if far <= FAR * height:
                members[hosts[host]].append(number)
    return [strip(found, members[index], bands[index], height) for index in hosts]


def band(row: Row) -> tuple[float, float, float, float]:
    """Return a row's extent, and where the bodies of its letters begin and end."""
    boxes = np.array(row.boxes)
    return (
        float(boxes[:, 0].min()),
        float(np.median(boxes[:, 1])),
        float(boxes[:, 2].max()),
        float(np.median(boxes[:, 3])),
    )


def strip(found: Pieces, numbers: list[int], row_band: NDArray[np.float64], height: float) -> Strip:
    """Return a strip of pieces."""
    boxes = found.boxes[numbers]
    top, bottom = _height(boxes, float(row_band[1]), float(row_band[3]), height)
    x0, x1 = int(boxes[:, 0].min()), int(boxes[:, 2].max())
    rows = tuple(
        sorted((int(found.boxes[n][0]), int(found.boxes[n][2])) for n in numbers if n >= found.dots)
    )
    letters = tuple(sorted(number for number in numbers if number < found.dots))
    return Strip(x0, top, x1, bottom, int(row_band[1]), int(row_band[3]), letters, rows)


def placed(one: Strip, numbers: Sequence[int], found: Pieces, height: float) -> Strip:
    """Return a strip with other marks."""
    boxes = found.boxes[list(numbers)]
    top, bottom = _height(boxes, one.body_top, one.body_bottom, height)
    return replace(one, top=top, bottom=bottom, pieces=tuple(sorted(numbers)))


def _height(boxes: NDArray[np.int32], top: float, bottom: float, height: float) -> tuple[int, int]:
    """Return from where to where a strip reaches, by its pieces and where its letters begin and
    end; strokes of a pen that run far beyond marks do not make it taller.
    """
    body = max(height, bottom - top)
    return (
        int(max(boxes[:, 1].min(), top - 1.3 * body)),
        int(min(boxes[:, 3].max(), bottom + 0.9 * body)),
    )
