"""Drawn rules of a scan: found, handed on as lines of tables, and taken out of the ink so that
letters stand alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ita_checker.read.layer.letters import Rule
from ita_checker.read.ocr.paper.leaning import leaning
from ita_checker.read.ocr.paper.picture import Lean, Picture
from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.connected import outlines
from ita_checker.read.raster.shades import inked
from ita_checker.read.raster.shapes import closed, opened, thickened

LEVEL = 38.0  # points: a level stroke this long is a rule; letters and their headlines are shorter
UPRIGHT = 20.0  # points: upright strokes of letters are shorter, as a rule
# points: a shorter one may still be a letter with all that stands on it, unless it reaches from one
# level rule to another, give or take so much, with so much of its length
ALONE, MEETS, BETWEEN = 40.0, 4.0, 0.6
FRAMES = 72.0  # points: no stroke of a letter is as long
THICKEST, DOUBLE = 3.0, 5.0  # points: a rule; an underline, which may be two lines
# points: a rule that is straight and six times as long as thick, as no stroke of a large letter is;
# several lines side by side, double ones and those of the next cell, the white between them
LONG, MANY, SLENDER, APART = 6.0, 11.0, 6.0, 3.5
FULLEST = 0.97  # times as full as the fullest of its rows are those that tell whether one is broken
BLURRED = 1.0  # points: so narrow white between two lines is grey in a coarse scan
STRAIGHT = 0.8  # of a row of a straight rule's pixels is ink; less is where white runs
# of the columns between two lines are ink from one to the other; between heads and feet of letters
STEMS = 0.2  # more are
FAINT = 0.5  # of the threshold of ink: rules are thin, and pale in a coarse scan
GAP = 3  # pixels
LONELY = 0.4  # see beside()
SOLID = 0.8  # of a rule's length is ink; a row of dots, where a signature is missing, has less
BARE = 0.12  # of an underline's length is ink close below it at most: vowels, tails of letters
UNDERLINE = 60.0  # points: a shorter one may be the feet of letters in a row; it harms no reading
# of an underline's and a thick rule's length is full ink; of the feet of letters in a row, of dots
# under them, and of bold letters less
UNBROKEN = 0.9
PALE = 0.3  # of no row of a pale rule's pixels more is full ink


Pixels = tuple[int, int, int, int]
Solid = tuple[int, int, int, int, float]  # x, y, wide, tall, and how thick the stroke is


@dataclass(frozen=True, slots=True)
class Ruling:
    """The rules in points of the level picture, and where the ink of them and of underlines is;
    how the picture must be set straight for them first.
    """

    rules: tuple[Rule, ...]
    mask: Mask
    lean: Lean | None = None


class _Stroke(NamedTuple):
    """A stroke that may be a rule, in points and as a rectangle of pixels; `crowded`: other ink
    stands close beside it.
    """

    rule: Rule
    box: Pixels
    crowded: bool

    @property
    def long(self) -> float:
        """Return how long it is, in points."""
        return self.rule.x1 - self.rule.x0 + self.rule.bottom - self.rule.top


class _Ink(NamedTuple):
    """A page's ink, that of it which is not faint, and that which no stroke crosses."""

    mask: Mask
    dark: Mask
    uncrossed: Mask


def ruling(ink: Grey, picture: Picture) -> Ruling:
    """Return the rules in a picture's ink, given half as fine."""
    mask = inked(ink, FAINT)
    scale = picture.scale * mask.shape[0] / picture.ink.shape[0]
    level = strokes(mask, int(LEVEL * scale), 1)
    upright = strokes(mask, 1, int(UPRIGHT * scale))
    dark = inked(ink)
    solid, solid_down = list(_solid(level, mask)), list(_solid(upright.T, mask.T))
    if picture.lean is None:
        lean = leaning((level, _boxes(solid)), (upright.T, _boxes(solid_down)), scale)
        if lean is not None:
            return Ruling((), level, lean)
    across = rules(level, solid, _Ink(mask, dark, mask & ~upright), scale)
    down = rules(upright.T, solid_down, _Ink(mask.T, dark.T, (mask & ~level).T), scale, turned=True)
    level_ones = [each for each in across if not each.crowded or _is_framed(each, down)]
    sides = [each for each in down if not each.crowded or _is_framed(each, across)]
    found = [*level_ones, *(each for each in sides if _is_side(each.rule, level_ones))]
    drawn = _drawn(mask.shape, [each.box for each in found], level | upright)
    for box in underlines(level, solid, mask, dark, scale):
        _take(drawn, level, mask, box)
    return Ruling(tuple(each.rule for each in found), drawn)


def _is_framed(stroke: _Stroke, others: list[_Stroke]) -> bool:
    """Tell whether a stroke with ink close beside it runs from one that crosses it to another:
    numbers that stand close to the sides of their cells, as those of spreadsheets do. Strokes of
    the tall letters of a poster cross each other, too, but are short, and so are letters with their
    marks that touch the lines above and below; a level one that ends at both sides of one cell is
    the letters that fill it, run together in a photograph.
    """
    rule = stroke.rule
    if stroke.long < ALONE:
        return False
    others = [other for other in others if not other.crowded or other.long >= FRAMES]
    if rule.x0 == rule.x1:
        met = [
            other.rule.top
            for other in others
            if other.rule.x0 - MEETS <= rule.x0 <= other.rule.x1 + MEETS
        ]
        ends = rule.top, rule.bottom
    else:
        met = [
            other.rule.x0
            for other in others
            if other.rule.top - MEETS <= rule.top <= other.rule.bottom + MEETS
        ]
        ends = rule.x0, rule.x1
        if not any(ends[0] + MEETS < place < ends[1] - MEETS for place in met):
            return False
    return all(any(abs(place - end) <= MEETS for place in met) for end in ends)


def _is_side(upright: Rule, across: list[_Stroke]) -> bool:
    """Tell whether an upright stroke is long enough for a rule, or stands between two level ones:
    ที่ of a heading is one stroke from its tone to its foot. What goes on below a head's side as
    dashes may be a part of it.
    """
    long = upright.bottom - upright.top
    met = [
        level.top
        for level in (each.rule for each in across)
        if level.x0 - MEETS <= upright.x0 <= level.x1 + MEETS
        and upright.top - MEETS <= level.top <= upright.bottom + MEETS
    ]
    return long >= ALONE or (bool(met) and max(met) - min(met) >= BETWEEN * long)


def strokes(mask: Mask, wide: int, tall: int) -> Mask:
    """Return the ink that runs on for so many pixels; a slight slant and gaps of faint printing do
    not break it.
    """
    level = wide > 1
    joined = closed(mask, 1, GAP) if level else closed(mask, GAP, 1)
    fat = thickened(joined, 3, 1) if level else thickened(joined, 1, 3)
    return opened(fat, tall, wide) & joined


def rules(
    found: Mask, solid: Iterable[Solid], ink: _Ink, scale: float, turned: bool = False
) -> list[_Stroke]:
    """Return the strokes that may be rules, of the solid ones; `turned`: of a picture whose columns
    are its rows.
    """
    made = []
    others = ink.mask & ~found  # the other line of a double one is no letter's
    free = others & ink.uncrossed
    for x, y, width, height, thick in solid:
        wide, box = thick > THICKEST * scale, (slice(y, y + height), slice(x, x + width))
        pale = wide and PALE < (ink.dark[box] > 0).mean(axis=1).max() < UNBROKEN
        if pale or (wide and not _straight(found[box], ink.uncrossed[box], thick, scale)):
            continue
        crowded = sum(beside(free if wide else others, x, y, width, height)) > LONELY
        x0, x1, middle = x / scale, (x + width) / scale, (y + height / 2) / scale
        rule = Rule(middle, x0, middle, x1) if turned else Rule(x0, middle, x1, middle)
        place = (y, x, y + height, x + width) if turned else (x, y, x + width, y + height)
        made.append(_Stroke(rule, place, crowded))
    return made


def underlines(
    found: Mask, solid: Iterable[Solid], mask: Mask, full: Mask, scale: float
) -> list[Pixels]:
    """Return the level strokes under print, as rectangles of pixels: letters stand upon them, and
    hardly anything is below; `full`: the ink that is not faint.
    """
    made = []
    for x, y, width, height, thick in solid:
        if thick > DOUBLE * scale or width < UNDERLINE * scale:
            continue
        above, below = beside(mask, x, y, width, height)
        under = above + below > LONELY and below <= BARE
        box = slice(y, y + height), slice(x, x + width)
        if under and (full[box] & found[box]).any(axis=0).mean() >= UNBROKEN:
            made.append((x, y, x + width, y + height))
    return made


def _boxes(solid: Iterable[Solid]) -> list[Pixels]:
    return [(x, y, width, height) for x, y, width, height, _ in solid]


def _solid(found: Mask, mask: Mask) -> Iterator[Solid]:
    """Yield the rectangles of strokes that are solid, and how thick each is, a little slant left
    out.
    """
    for x, y, width, height in outlines(thickened(found, 3, 9)):
        if (mask[y : y + height, x : x + width].max(axis=0) > 0).mean() >= SOLID:
            yield x, y, width, height, height - 0.004 * width - 2


def _straight(strokes: Mask, mask: Mask, thick: float, scale: float) -> bool:
    """Tell whether level strokes are a thick rule, or several side by side with hardly any ink
    between them: bold letters in a row have white within, and stems from their heads to their feet.
    """
    if thick > min(MANY * scale, strokes.shape[1] / SLENDER):
        return False
    shares = (strokes > 0).mean(axis=1)
    inked = np.flatnonzero(shares >= STRAIGHT)
    if not len(inked):
        return False
    white = int(np.diff(inked).max()) - 1 if len(inked) > 1 else 0
    if white <= BLURRED * scale and thick <= LONG * scale:
        full = strokes[shares >= FULLEST * shares.max()] > 0
        return bool(full.all(axis=0).mean() >= UNBROKEN)
    lines = mask[inked[0] : inked[-1] + 1] > 0
    stems = float(lines[np.setdiff1d(np.arange(len(lines)), inked - inked[0])].all(axis=0).mean())
    return 0 < white <= APART * scale and stems <= STEMS


def beside(mask: Mask, x: int, y: int, width: int, height: int) -> tuple[float, float]:
    """Return along which share of a level stroke other ink stands close above, and close below.

    The tops of letters in a row run on like a rule; but their feet stand below it.
    """
    strip = mask[:, x : x + width]
    above, below = strip[max(0, y - 3) : max(0, y - 1)], strip[y + height + 1 : y + height + 3]
    first, last = (
        float((rows.max(axis=0) > 0).mean()) if len(rows) else 0.0 for rows in (above, below)
    )
    return first, last


def _take(drawn: Mask, found: Mask, mask: Mask, box: Pixels) -> None:
    """Add an underline's ink to what is drawn, but where ink crosses it: the vowels below."""
    x0, y0, x1, y1 = box
    own = found[y0:y1, x0:x1] > 0
    columns = np.arange(x1 - x0)
    foot = y1 - 1 - own[::-1].argmax(axis=0)
    crossed = mask[np.minimum(foot + 2, len(mask) - 1), columns + x0] > 0
    own &= ~(thickened(crossed[None].view(np.uint8), 1, 3)[0] > 0)
    drawn[y0:y1, x0:x1] |= np.where(own, found[y0:y1, x0:x1], np.uint8(0))


def _drawn(shape: tuple[int, ...], boxes: list[Pixels], found: Mask) -> Mask:
    """Return the strokes inside the rectangles of rules."""
    kept = np.zeros(shape[:2], np.uint8)
    for x0, y0, x1, y1 in boxes:
        kept[y0:y1, x0:x1] = found[y0:y1, x0:x1]
    return kept


def without(ink: Grey, found: Ruling) -> Grey:
    """Return the ink without the rules; where letters cross a rule their ink stays."""
    if not found.mask.any():
        return ink
    made, (fine, width) = ink.copy(), (len(ink) // len(found.mask), found.mask.shape[1])
    rows, columns = np.divmod(np.flatnonzero(thickened(found.mask, 3, 3)), width)
    for down in range(fine):
        for across in range(fine):
            made[fine * rows + down, fine * columns + across] = 0
    return made
