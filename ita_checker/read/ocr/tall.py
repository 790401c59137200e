"""Letters taller than those of lines (covers, posters, slides): they are as large as emblems and
photographs, so that they are looked for apart, on a picture so much smaller that they are as large
as letters are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ita_checker.model import Box, Line
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.legible import FEW, Read, is_number, sureness
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.ocr.paper.picture import Picture
from ita_checker.read.page.ruled import Grid
from ita_checker.read.raster.connected import connected
from ita_checker.read.raster.fineness import shrunk
from ita_checker.read.raster.shades import inked
from ita_checker.read.raster.shapes import enclosed, thickened

TALL = 28.0, 300.0  # points: letters of a line are not as tall; the largest
SLIM, BROAD = 0.08, 3.5  # of its height is a letter's width at least; of two grown together at most
ALIKE = 0.55  # of the taller of two letters of a row the lower one has at least
QUOTES = frozenset(("66", "99"))  # what quotation marks look like
LOWER = 0.4  # of the lowest row's height letters of other lines are lower than
LEVEL = 0.5  # of the lower one's height they share
NEAR = 1.6  # heights from one letter of a row to the next at most
FEWEST, FEWEST_DIGITS = 3, 2  # letters of a row; of one that is a number, on coloured pages
# heights about a row: its marks; beside it letters that have grown together, more than are BROAD
ABOVE, BELOW, BESIDE = 0.8, 0.5, 8.0
ALONE = 1.0  # heights beside a row of two, which may be a number
COLOUR = 30  # shades: letters of a row differ less
SQUARE = 0.74  # of their rectangles letters fill less, discs, arrows and bars more
PART = 0.3  # of a line's height are the bodies of its letters at least
BODY = 13.0  # points: as tall are the tallest made
SURE = 0.9  # how sure the reader is of them on the whole
# so much more, in sure letters less what mere guesses are, is a better reading; of the shorter of
# two strips that stand in one place they share so much
MORE, WORTH, SHARED = 1.0, 0.7, 0.3
AS_GOOD = 0.1  # by so much less sure letters are as good
FRAME = 5.0  # points: the sides of a box drawn about a cell are as near to the cell's
MOST = 400  # pieces: more are no letters of a cover


def tall_print(
    level: Picture,
    outlines: NDArray[np.int32],
    by: int,
    read: Sequence[Strip],
    taken: NDArray[np.int32],
) -> tuple[Picture, int] | None:
    """Return the tall letters of a picture as one so many times smaller, if there are rows of them;
    `outlines`: of its ink, so many times as coarse (`by`), `read`: what was read as words, as
    coarse; `taken`: the outlines of its pieces.
    """
    scale = level.scale / by
    fewest = FEWEST_DIGITS if level.coloured else FEWEST
    rows = [outlines[row] for row in _rows(outlines, scale, fewest)]
    rows = _of_one_size([row for row in rows if not _is_read(row, taken)])
    if not rows:
        return None
    ink = np.zeros_like(level.ink)
    for row in rows:
        height = _usual(row)
        beside = (BESIDE if len(row) >= FEWEST else ALONE) * height
        x0, y0 = row[:, 0].min() - beside, row[:, 1].min() - ABOVE * height
        x1, y1 = row[:, 2].max() + beside, row[:, 3].max() + BELOW * height
        place = tuple(
            slice(max(0, int(by * first)), max(0, int(by * last)))
            for first, last in ((y0, y1), (x0, x1))
        )
        ink[place] = level.ink[place]
    if level.coloured:
        ink[_taller(level, outlines, rows, by)] = 0
    for strip in _lower(read, rows):
        ink[by * strip.top : by * strip.bottom, by * strip.x0 : by * strip.x1] = 0
    tallest = max(map(_usual, rows))
    small = max(2, round(tallest / scale / BODY))
    return replace(level, ink=shrunk(ink, small)), small


def unframed(
    outlines: NDArray[np.int32], tables: Sequence[Grid], scale: float
) -> NDArray[np.int32]:
    """Return the outlines without those of a table's cells that have a box each; `scale`: their
    pixels per point.
    """
    sides = [
        (box.x0, box.top, box.x1, box.bottom)
        for table in tables
        for box in (cell.box for cell in table.cells)
    ]
    if not sides:
        return outlines
    tall = np.flatnonzero(outlines[:, 3] - outlines[:, 1] >= TALL[0] * scale)
    away = np.abs(outlines[tall, None] / scale - np.array(sides)[None]).max(axis=2).min(axis=1)
    kept = outlines.copy()
    kept[tall[away <= FRAME]] = 0
    return kept


def _of_one_size(rows: list[NDArray[np.int32]]) -> list[NDArray[np.int32]]:
    """Return the rows but for those of two pieces that are taller than all others: of pictures."""
    words = [_usual(row) for row in rows if len(row) >= FEWEST]
    most = max(words) / ALIKE if words else np.inf
    return [row for row in rows if len(row) >= FEWEST or _usual(row) <= most]


def _usual(row: NDArray[np.int32]) -> float:
    """Return how tall the letters of a row are."""
    return float(np.median(row[:, 3] - row[:, 1]))


def _taller(
    level: Picture, outlines: NDArray[np.int32], rows: Sequence[NDArray[np.int32]], by: int
) -> NDArray[np.bool_]:
    """Return where pieces stand that are taller than letters with their marks: the sides of cards,
    bars, pictures.
    """
    most = (ABOVE + 1 + BELOW) * max(map(_usual, rows))
    runs = connected(inked(shrunk(level.ink, by)))
    tall = runs.painted(outlines[:, 3] - outlines[:, 1] > most)
    fine = np.repeat(np.repeat(thickened(tall, 3, 3), by, 0), by, 1)
    down, right = level.ink.shape
    made = np.zeros((down, right), np.bool_)
    made[: len(fine), : fine.shape[1]] = fine[:down, :right] > 0
    return made


def letters(
    labels: NDArray[np.int32], outlines: NDArray[np.int32], scale: float, shades: NDArray[np.uint8]
) -> list[int]:
    """Return the numbers of the pieces that are tall letters, by their rows: of one colour, and of
    their rectangles fields beside each other fill more; `shades`: of their picture.
    """
    made: list[int] = []
    for row in _rows(outlines, scale, FEWEST):
        filled, colours = [], []
        for number in row.tolist():
            x0, y0, x1, y1 = outlines[number].tolist()
            own = labels[y0:y1, x0:x1] == number
            filled.append(float(enclosed(own).mean()))
            colours.append(np.median(shades[y0:y1, x0:x1][own], axis=0))
        away = np.abs(np.array(colours) - np.median(colours, axis=0)).reshape(len(row), -1).max(1)
        alike = away <= COLOUR
        if alike.sum() >= FEWEST and np.median(np.array(filled)[alike]) < SQUARE:
            made += row[alike].tolist()
    return made


def _rows(outlines: NDArray[np.int32], scale: float, fewest: int) -> list[NDArray[np.int64]]:
    """Return the rows of so many pieces at least as tall as tall letters, of about one height, side
    by side: their numbers.
    """
    wide, tall = outlines[:, 2] - outlines[:, 0], outlines[:, 3] - outlines[:, 1]
    able = (tall >= TALL[0] * scale) & (tall <= TALL[1] * scale)
    able &= (wide >= SLIM * tall) & (wide <= BROAD * tall)
    found = np.flatnonzero(able)
    if not fewest <= len(found) <= MOST:
        return []
    rows: list[list[int]] = []
    for number in found[np.argsort(outlines[found, 0], kind="stable")].tolist():
        box = outlines[number]
        row = next((row for row in rows if _follows(outlines[row[-1]], box)), None)
        if row is None:
            rows.append([number])
        else:
            row.append(number)
    return [np.array(row) for row in rows if len(row) >= fewest]


def _follows(before: NDArray[np.int32], box: NDArray[np.int32]) -> bool:
    """Tell whether a piece may be the next letter of a row."""
    tall = int(before[3] - before[1]), int(box[3] - box[1])
    shared = min(before[3], box[3]) - max(before[1], box[1])
    return bool(
        min(tall) >= ALIKE * max(tall)
        and shared >= LEVEL * min(tall)
        and box[0] - before[2] <= NEAR * max(tall)
    )


def _lower(read: Sequence[Strip], rows: Sequence[NDArray[np.int32]]) -> list[Strip]:
    """Return the strips that are lower than tall letters and beside them: those of other lines."""
    least = LOWER * min(map(_usual, rows))
    x0, y0, x1, y1 = np.concatenate(rows).T
    return [
        strip
        for strip in read
        if strip.body < least
        and not ((x0 < strip.x1) & (strip.x0 < x1) & (y0 < strip.bottom) & (strip.top < y1)).any()
    ]


def _is_read(row: NDArray[np.int32], taken: NDArray[np.int32]) -> bool:
    """Tell whether all pieces of a row are of those that were read: a title's letters may be too
    tall for a line, or as dense as pictures.
    """
    x, y = ((row[:, side] + row[:, side + 2])[:, None] / 2 for side in (0, 1))
    x0, y0, x1, y1 = taken.T
    return bool(((x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)).any(axis=1).all())


def is_sure(letters: Sequence[Letter]) -> bool:
    """Tell whether tall letters are print beyond doubt: large pieces of pictures are read, too."""
    found = [each for each in letters if each.letter != " "]
    number = is_number(found) and "".join(each.letter for each in found) not in QUOTES
    fewest = FEWEST_DIGITS if number else FEWEST
    return len(found) >= fewest and sureness(found) >= SURE


def better(tall: Read, read: Read, by: int) -> Read:
    """Return what was read as tall letters, so many times as coarse, and is print beyond doubt and
    no worse than what was read in its place.
    """
    return {
        strip: found
        for strip, found in tall.items()
        if is_sure(found[0]) and stands_out(strip, found[0], read, by, -AS_GOOD)
    }


def stands_out(
    strip: Strip, letters: Sequence[Letter], read: Read, by: int = 1, more: float = MORE
) -> bool:
    """Tell whether letters are more, and more surely read, than what was read in their place; `by`:
    how many times as coarse their strip is.
    """
    x0, top, x1, bottom, body_top, body_bottom = (
        by * side
        for side in (strip.x0, strip.top, strip.x1, strip.bottom, strip.body_top, strip.body_bottom)
    )
    place = Strip(x0, top, x1, bottom, body_top, body_bottom, ())
    here = [each for other, (each, _) in read.items() if met(other, place)]
    return _weight(letters) > sum(map(_weight, here)) + more


def _weight(letters: Sequence[Letter]) -> float:
    """Return how much is read, in letters, by how sure they are."""
    return sum(each.confidence - WORTH for each in letters if each.letter != " ")


def met(one: Strip, other: Strip) -> bool:
    """Tell whether two strips stand in the same place."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.body_bottom, other.body_bottom) - max(one.body_top, other.body_top)
    level = down > SHARED * min(one.body, other.body)
    return level and across > SHARED * min(one.x1 - one.x0, other.x1 - other.x0)


def apart(read: Read, lines: Sequence[Line], scale: float) -> Read:
    """Return what was read without the letters of lines of tall ones, and the lone letters that
    pieces of them were taken for; `scale`: the strips' pixels per point.
    """
    return {
        strip: found
        for strip, found in read.items()
        if not any(
            _stands_in(strip, line, scale)
            and (len(found[0]) <= FEW or strip.body >= PART * scale * _height(line.box))
            for line in lines
        )
    }


def _height(box: Box) -> float:
    return box.bottom - box.top


def _stands_in(strip: Strip, line: Line, scale: float) -> bool:
    """Tell whether a strip stands in a line, and in none of its white between two numbers."""
    x, y = (strip.x0 + strip.x1) / 2 / scale, (strip.top + strip.bottom) / 2 / scale
    box, edges = line.box, line.edges
    inside = box.x0 <= x <= box.x1 and box.top <= y <= box.bottom
    return inside and not any(
        letter == " " and x0 <= x <= x1 and x1 - x0 > _height(box)
        for letter, x0, x1 in zip(line.text, edges[::2], edges[1::2], strict=True)
    )
