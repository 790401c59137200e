"""Boxes to tick for which the file gives no reading (Wingdings in a small font of the file's own),
told by how they are drawn; also the empty frame that stands for a box which no font has, where its
page ticks others, and boxes and ticks that are no letters at all: drawn beside their words, or
alone in cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from ita_checker.read.layer.boxes import in_rows, strokes
from ita_checker.read.layer.boxes.round_boxes import CHOSEN, ROUND, ring
from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import Ink, Letter, Picture, Sheet
from ita_checker.read.layer.native.glyphs import LOST
from ita_checker.read.layer.native.pictures import HALF_GREY

EMPTY, TICKED = "☐", "☑"
TICKS = frozenset("☑☒✓✔🗹")
# codes of fonts of signs, of which `signs` tells those that every such font means alike
OF_SIGNS = frozenset(map(chr, range(0xF021, 0xF100)))
# fonts that hold nothing but signs
OF_NOTHING_ELSE = re.compile("wingdings|webdings|dingbats|opensymbol", re.IGNORECASE)
SQUARE = 1.25  # times as wide as high, or as high as wide, at most
WIDE_TICK = 1.8  # times as wide as high: a tick at most
FRAME = 3.0  # times as high as wide: the frame of a letter that a font lacks
SMALLEST, LARGEST = 0.4, 1.3  # of the letter size: the height of a box
SMALLEST_RING = 0.6  # … of a round one: smaller ones are bullets of lists
WALL, INSIDE = 0.17, 0.27  # of its side: where its walls are looked for, where its inside begins
AROUND, PALE = 0.07, 230  # of the side of a frame; of 255: thin walls are grey
DRAWN = 0.85  # of each wall
BLANK, MARKED = 0.02, 0.08  # of its inside is ink: in an empty box at most, in a ticked one
SOLID = 0.9  # of all of it: a bullet
BESIDE = 1.2  # letter sizes between a box and its words at most
HANGS, STANDS = 0.45, 1.1  # letter sizes that a box reaches below its words' line, and above it
MARKERS = (
    frozenset("oOxXvV/√¨ü●•■◆★✕✖✗✘") | TICKS
)  # what a file says of ticks and boxes, drawn within boxes
# of 255: the ground of a box is no darker, and its ink is so much darker than that
GROUND, DARKER = 200, 25
MOST = 200  # squares of a page that are looked at: more are a drawing


def told(sheet: Sheet) -> Sheet:
    """Return the sheet with its boxes to tick as such: glyphs, then what is drawn."""
    sheet = _glyphs(sheet)
    return _small(sheet, sheet.picture) if sheet.picture else sheet


def _glyphs(sheet: Sheet) -> Sheet:
    """Return the sheet with the glyphs that are boxes to tick as such, each looked at once."""
    codes = {code for _, code in sheet.unmapped}
    galley = Galley.of(sheet.letters)
    texts = galley.texts
    if LOST in texts and not TICKS.isdisjoint(texts):
        codes.add(LOST)
    codes |= {text for text in set(texts) if text in OF_SIGNS}
    if not codes or sheet.picture is None:
        return sheet
    seen: dict[tuple[int, str, int], str | None] = {}
    boxes: dict[int, str] = {}
    places = [at for at in np.flatnonzero(galley.inked).tolist() if texts[at] in codes]
    places = _may_be_boxes(galley, places, sheet)
    for at, letter in zip(places, galley.some(places), strict=True):
        glyph = (letter.font, letter.text, round(10 * letter.size))
        if glyph not in seen:
            signs = letter.text not in OF_SIGNS
            signs &= bool(OF_NOTHING_ELSE.search(sheet.fonts[letter.font]))
            seen[glyph] = _drawn(letter, sheet.picture, signs)
        sign = seen[glyph]
        if sign is not None:
            boxes[at] = sign
    if not boxes:
        return sheet
    raws = dict(galley.raws) | {at: texts[at] for at in boxes}
    said = [boxes.get(at, text) for at, text in enumerate(texts)]
    return replace(sheet, letters=galley.said(said, raws))


def _small(sheet: Sheet, picture: Callable[[Ink], Picture]) -> Sheet:
    """Return the sheet with a letter for each small drawing that is a box beside words, or a tick,
    instead of what the file says within it.
    """
    squares = in_rows.squares(sheet)[:MOST]
    signs = in_rows.gathered(sheet.small)
    if not squares and not signs:
        return sheet
    found = Galley.of(sheet.letters)
    boxes, gone = _beside(squares, found, picture)
    boxes += _alone(sheet, _apart(signs, squares, boxes), gone)
    if not boxes:
        return sheet
    made: list[Letter] = []
    beside: dict[int, list[Letter]] = {}
    for box, words in sorted(boxes, key=lambda each: each[0].x0):
        beside.setdefault(words, []).append(box)
    for at, letter in enumerate(found):
        here = beside.get(at, [])
        made += [box for box in here if box.x0 < letter.x0]
        made += [letter] if at not in gone else []
        made += [box for box in here if box.x0 >= letter.x0]
    inks = [box.ink for box, _ in boxes if box.ink]
    return replace(sheet, letters=tuple(made), rules=in_rows.outside(sheet.rules, inks))


def _apart(
    signs: Sequence[Ink], squares: Sequence[Ink], boxes: Sequence[tuple[Letter, int]]
) -> list[tuple[Ink, list[Ink]]]:
    """Return the signs that are no boxes yet, each with the squares in it: a box may be all of its
    sign, or what ticks it may stand out beyond it.
    """
    known = [box.ink for box, _ in boxes if box.ink]
    lone = [one for one in squares if not any(_overlap(one, each) for each in signs)]
    free = [one for one in (*signs, *lone) if not any(_overlap(one, each) for each in known)]
    touching = in_rows.touching(free)
    free = [one for one in free if one not in touching]
    return [(one, [each for each in squares if _overlap(one, each)]) for one in free[:MOST]]


def _alone(
    sheet: Sheet, signs: Sequence[tuple[Ink, list[Ink]]], gone: set[int]
) -> list[tuple[Letter, int]]:
    """Return a letter for each sign that stands alone in a row with words, or for a tick beside
    words, with the place of the letter it follows; what stands in boxes is added to `gone`.
    """
    if not signs or sheet.picture is None:
        return []
    found = Galley.of(sheet.letters)
    rows = in_rows.Rows(sheet, found)
    made: list[tuple[Letter, int]] = []
    for place, squares in signs:
        within = _within(place, found)
        if any(found.texts[one] not in MARKERS for one in within):
            continue
        words = _words(place, found)
        row = (words, float(found.y[words])) if words >= 0 else rows.beside(place)
        said = _drawn_as(place, squares, sheet.picture) if row else None
        if row is None or said is None or (words >= 0 and said not in strokes.MARKS):
            continue
        if (within and said == EMPTY) or (said in strokes.AREAS and rows.touched(place)):
            continue
        at, base = row
        size, font = float(found.size[at]), int(found.font[at])
        made.append((Letter(said, place.x0, place.x1, base, size, font, place, said), at))
        gone |= set(within)
    return made


def _drawn_as(place: Ink, squares: Sequence[Ink], picture: Callable[[Ink], Picture]) -> str | None:
    """Return the box or tick that a small drawing is, if any; `squares`: those in it."""
    for square in sorted(squares, key=lambda one: one.x0 - one.x1):
        sign = _sign(square, picture)
        if sign in (CHOSEN, TICKED, None) and (within := strokes.lighter(picture(square))):
            return TICKED if sign == TICKED and within == strokes.TICK else within
        if sign is not None:
            return sign
    return strokes.sign(picture(place))


def _beside(
    squares: Sequence[Ink], found: Galley, picture: Callable[[Ink], Picture]
) -> tuple[list[tuple[Letter, int]], set[int]]:
    """Return a letter for each box that stands beside words, from left to right, with the place of
    the letter it stands beside, and the places of what stands in boxes. Squares in rows that touch
    are of digits, or cells; a square with letters in it is a badge.
    """
    boxes: list[tuple[Letter, int]] = []
    gone: set[int] = set()
    for square in sorted(squares, key=lambda one: one.x0 - one.x1):
        at, within = _words(square, found), _within(square, found)
        if (
            at < 0
            or any(found.texts[one] not in MARKERS for one in within)
            or any(in_rows.touch(square, other) for other in squares)
            or any(box.ink and _overlap(square, box.ink) for box, _ in boxes)
        ):
            continue
        sign, words = _sign(square, picture), found[at]
        bullet = sign in ROUND and square.bottom - square.top < SMALLEST_RING * words.size
        if sign is not None and not bullet:
            box = Letter(sign, square.x0, square.x1, words.y, words.size, words.font, square, sign)
            boxes.append((box, at))
            gone |= set(within)
    return sorted(boxes, key=lambda each: each[0].x0), gone


def _within(square: Ink, found: Galley) -> list[int]:
    """Return which letters stand in a square."""
    middle = (found.x0 + found.x1) / 2
    inside = (middle > square.x0) & (middle < square.x1) & ~found.spaces
    inside &= (found.y > square.top) & (found.y < square.bottom + HANGS * found.size)
    return [int(one) for one in np.flatnonzero(inside)]


def _sign(square: Ink, picture: Callable[[Ink], Picture]) -> str | None:
    """Return the box or ring that a square is drawn as, if any; a square that is filled to its rim
    is a bullet, or tells a chart's colours.
    """
    look = picture(square)
    rim = max(1, round(WALL * min(look.shape, default=0)))
    within = look[rim:-rim, rim:-rim]
    if not within.size:
        return None
    pale = within[within >= GROUND]  # forms shade their boxes
    ink = min(PALE, int(np.bincount(pale).argmax()) - DARKER) if pale.size else PALE
    if (within < ink).mean() > SOLID:
        return None
    wider = picture(_wider(square))
    return box(look, ink) or box(wider, ink) or ring(look, ink) or ring(wider, ink)


def _overlap(some: Ink, other: Ink) -> bool:
    across = some.x0 < other.x1 and other.x0 < some.x1
    return across and some.top < other.bottom and other.top < some.bottom


def _words(square: Ink, found: Galley) -> int:
    """Return which letter stands beside a box, on its right if any does; -1 where none does."""
    size, high = found.size, square.bottom - square.top
    level = (found.y > square.bottom - HANGS * size) & (found.y < square.top + STANDS * size)
    level &= (high >= SMALLEST * size) & (high <= LARGEST * size) & ~found.spaces
    for gap in (found.x0 - square.x1, square.x0 - found.x1):
        near = np.flatnonzero(level & (gap > -in_rows.TOUCH) & (gap < BESIDE * size))
        if len(near):
            return int(near[np.argmin(gap[near])])
    return -1


def _wider(square: Ink) -> Ink:
    """Return a place with a little around it: alone it may cut off thin walls."""
    x0, top, x1, bottom = square
    more = AROUND * min(x1 - x0, bottom - top)
    return Ink(x0 - more, top - more, x1 + more, bottom + more)


def _may_be_boxes(letters: Galley, places: Sequence[int], sheet: Sheet) -> list[int]:
    """Return which of some inked letters without a reading are about as high as they are wide, as
    no mark is; frames of letters that a font lacks may be higher.
    """
    at = np.array(places, np.int64)
    x0, top, x1, bottom = letters.inks.take(at, axis=0).T
    wide, high, size = x1 - x0, bottom - top, letters.size.take(at)
    lost = letters.codes.take(at) == ord(LOST)
    tall = np.minimum(LARGEST * size, np.where(lost, FRAME, SQUARE) * wide)
    square = (SMALLEST * size <= high) & (high <= tall) & (wide <= WIDE_TICK * high)
    return [one for one in at[square].tolist() if _has_no_reading(letters, one, sheet)]


def _has_no_reading(letters: Galley, at: int, sheet: Sheet) -> bool:
    """Tell whether the file does not say what a letter is, or a sign."""
    text = letters.texts[at]
    known = (int(letters.font[at]), text) not in sheet.unmapped
    return text == LOST or text in OF_SIGNS or not known


def _drawn(letter: Letter, picture: Callable[[Ink], Picture], signs: bool) -> str | None:
    """Return the box that a letter is drawn as, if any, of a font of `signs` also the tick."""
    if letter.ink is None:
        return None
    if letter.text == LOST:
        return EMPTY if box(picture(_wider(letter.ink)), PALE) == EMPTY else None
    look = picture(letter.ink)
    return box(look) or (strokes.sign(look) if signs else None)


def box(picture: Picture, ink: int = HALF_GREY) -> str | None:
    """Return the box that a picture shows, None where it is none or it is not plain whether it is
    ticked; `ink`: what is darker than that.
    """
    dark = picture < ink
    if not dark.size or dark.mean() > SOLID:
        return None
    side = min(dark.shape)
    wall, inner = max(1, round(WALL * side)), round(INSIDE * side)
    walls = (dark[:wall], 0), (dark[-wall:], 0), (dark[:, :wall], 1), (dark[:, -wall:], 1)
    if any(np.any(part, axis=axis).mean() < DRAWN for part, axis in walls):
        return None
    share = float(dark[inner:-inner, inner:-inner].mean())
    return TICKED if share >= MARKED else EMPTY if share <= BLANK else None
