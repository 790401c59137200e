"""What stands where on a scan: tables with their cells, and strips of writing in reading order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from ita_checker.model import Box
from ita_checker.read.layer.letters import Rule
from ita_checker.read.ocr.ink.between import settled
from ita_checker.read.ocr.ink.dashes import dashed
from ita_checker.read.ocr.ink.ladders import ladders
from ita_checker.read.ocr.ink.open_tops import heads
from ita_checker.read.ocr.ink.ruling import Ruling, ruling, without
from ita_checker.read.ocr.ink.strips import Pieces, Region, Strip, body_height, pieces, strips
from ita_checker.read.ocr.ink.underscores import with_underscores
from ita_checker.read.ocr.paper.leaning import straightened
from ita_checker.read.ocr.paper.picture import Picture
from ita_checker.read.page import ruled as grid
from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shades import inked
from ita_checker.read.raster.shapes import thickened

COARSE = 2  # times as coarse as the picture pieces are looked for
SAME_ROW = 0.5  # of the lower strip's body: so much shared height makes one row
ONE_LINE = 4.0  # body heights: strips of one row nearer than this are one line
PHOTOGRAPH = (
    34.0  # points: ink connected over this much both ways, and dense, is a picture or an emblem
)
# points: up to this length it must be compact as well; the letters of a cover may touch each other
LARGE = 180.0
DENSE = 0.16
MOSTLY_RULES = 0.5
# times the letters' height a square before an item is, at least and at most; times as wide as
# high, or as high as wide; of its rectangle it fills
BULLET, SQUARE, SOLID = (1.1, 4.0), 1.25, 0.88
DUST = 3  # pieces
RIM = 0.03  # of a page's sides
PALE, PALE_SHARE = 26, 3e-4  # of 255, darker than the paper; and of the pixels, more than dust
MOST_OF_NINE = 5  # pixels


@dataclass(frozen=True, slots=True)
class Layout:
    """The picture, set straight where its lines leaned; its ink without rules, its pieces, the
    tables with the rows of strips of each cell, and the rows outside tables; how tall most letters
    are. `outlines`: of all connected ink, COARSE times as coarse as the picture.
    """

    picture: Picture
    ink: Grey
    found: Pieces
    tables: tuple[grid.Grid, ...]
    cells: tuple[tuple[tuple[tuple[Strip, ...], ...], ...], ...]
    rows: tuple[tuple[Strip, ...], ...]
    blank: bool
    body: float
    outlines: NDArray[np.int32]


def layout(picture: Picture) -> Layout:
    """Return where writing stands in the picture."""
    coarse = shrunk(picture.ink, COARSE)
    mask = inked(coarse)
    scale = picture.scale / COARSE
    outlines = connected(mask).boxes()
    lines = ruling(coarse, picture)
    if lines.lean is not None:
        return layout(straightened(picture, lines.lean))
    drawn = with_dashes(lines, coarse, mask, scale)
    bare = mask & ~thickened(drawn.mask, 3, 3)
    pictures = photographs(mask, outlines, drawn.mask, scale)
    found = outside(with_underscores(pieces(bare, scale), drawn.rules, scale), pictures)
    body = body_height(found.boxes, scale)
    if picture.coloured:
        found = without_bullets(found, body)
    ruled = [rule for rule in drawn.rules if not any(within(rule, at, scale) for at in pictures)]
    more = [*ladders(ruled, found, scale, body), *heads(ruled, found, scale, body)]
    tables = grid.grids([*ruled, *more])
    squares = [of_box(square.box, scale) for table in tables for square in table.cells]
    free = outside(found, [of_box(table.box, scale) for table in tables])
    everywhere = (0.0, 0.0, float(mask.shape[1]), float(mask.shape[0]))
    made = [strips(found, square, scale, body) for square in squares]
    made.append(strips(free, everywhere, scale, body))
    kept = without(picture.ink, drawn)
    *inside, out = (tuple(rows(each)) for each in settled(made, found, kept, body))
    parted = iter(inside)
    blank = not tables and not drawn.rules and is_blank(coarse, found)
    return Layout(
        picture,
        kept,
        found,
        tuple(tables),
        tuple(tuple(next(parted) for _ in table.cells) for table in tables),
        out,
        blank,
        body,
        outlines,
    )


def without_bullets(found: Pieces, body: float) -> Pieces:
    """Return the pieces without filled squares larger than letters, as slides put before items:
    they made their lines taller than these are.
    """
    boxes = found.boxes.copy()
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    least, most = np.minimum(wide, tall), np.maximum(wide, tall)
    able = (least >= BULLET[0] * body) & (most <= BULLET[1] * body) & (most <= SQUARE * least)
    for number in np.flatnonzero(able).tolist():
        x0, y0, x1, y1 = boxes[number].tolist()
        if (found.labels[y0:y1, x0:x1] == number).mean() >= SOLID:
            boxes[number] = 0
    return replace(found, boxes=boxes)


def is_blank(ink: Grey, found: Pieces) -> bool:
    """Tell whether nothing at all is to be seen on a page, however pale; the dust and the rim that
    a scanner leaves are nothing.
    """
    if (found.boxes[:, 2] > 0).sum() > DUST:
        return False
    rows, columns = (int(side * RIM) for side in ink.shape)
    inner = ink[rows : ink.shape[0] - rows, columns : ink.shape[1] - columns] > PALE
    return not inner.size or bool(_mostly(inner).mean() < PALE_SHARE)


def _mostly(seen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return where most of the nine pixels about one are seen; at the edges nothing is."""
    framed = np.pad(seen, 1).astype(np.uint8)
    rows = framed[:-2] + framed[1:-1] + framed[2:]
    return np.asarray(rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:] >= MOST_OF_NINE, np.bool_)


def of_box(box: Box, scale: float) -> Region:
    """Return a rectangle of points in pixels."""
    return box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale


def outside(found: Pieces, regions: list[Region]) -> Pieces:
    """Return the pieces without those whose middle lies in a region."""
    boxes = found.boxes.copy()
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    for x0, top, x1, bottom in regions:
        boxes[(x >= x0) & (x < x1) & (y >= top) & (y < bottom)] = 0
    return replace(found, boxes=boxes)


def with_dashes(drawn: Ruling, ink: Grey, dark: Mask, scale: float) -> Ruling:
    """Return the rules with the broken lines of tables among them."""
    found, mask = dashed(ink, dark, drawn.rules, scale)
    return drawn if mask is None else Ruling((*drawn.rules, *found), drawn.mask | mask)


def photographs(mask: Mask, boxes: NDArray[np.int32], rules: Mask, scale: float) -> list[Region]:
    """Return where pictures and emblems are: large, dense, connected ink (its outlines given) that
    is not mostly rules.
    """
    large: list[Region] = []
    sides = boxes[:, 2:] - boxes[:, :2]
    for x, y, x1, y1 in boxes[sides.min(axis=1) > PHOTOGRAPH * scale].tolist():
        wide, tall = x1 - x, y1 - y
        if min(wide, tall) > 0.45 * min(max(wide, tall), LARGE * scale):
            ink = connected(mask[y : y + tall, x : x + wide])
            areas = ink.areas()
            number, area = int(areas.argmax()), int(areas.max())
            ruled = int((ink.labels()[rules[y : y + tall, x : x + wide] > 0] == number).sum())
            if area > DENSE * wide * tall and ruled < MOSTLY_RULES * area:
                large.append((x, y, x + wide, y + tall))
    return large


def within(rule: Rule, region: Region, scale: float) -> bool:
    """Tell whether a rule's middle lies in a region of pixels."""
    x, y = (rule.x0 + rule.x1) / 2 * scale, (rule.top + rule.bottom) / 2 * scale
    return region[0] <= x <= region[2] and region[1] <= y <= region[3]


def rows(found: list[Strip]) -> list[tuple[Strip, ...]]:
    """Return strips in reading order, those of one line together."""
    ordered = sorted(found, key=lambda strip: (strip.body_top + strip.body_bottom, strip.x0))
    level: list[list[Strip]] = []
    for strip in ordered:
        same = next(
            (row for row in level[:-4:-1] if any(shared(other, strip) > SAME_ROW for other in row)),
            None,
        )
        if same is not None:
            same.append(strip)
        else:
            level.append([strip])
    made: list[tuple[Strip, ...]] = []
    for row in level:
        row.sort(key=lambda strip: strip.x0)
        breaks = [0]
        for before, after in pairwise(row):
            breaks.append(
                breaks[-1] + (after.x0 - before.x1 > ONE_LINE * max(before.body, after.body))
            )
        made += [
            tuple(strip for _, strip in group)
            for _, group in groupby(zip(breaks, row, strict=True), key=lambda pair: pair[0])
        ]
    return made


def shared(a: Strip, b: Strip) -> float:
    """Return how much of the lower of two strips' bodies stands at the other's height."""
    return (min(a.body_bottom, b.body_bottom) - max(a.body_top, b.body_top)) / max(
        1, min(a.body, b.body)
    )
