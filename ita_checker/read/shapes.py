"""Marks by their shape: where a font's codes lie, the ink tells which mark is drawn.

Word writes the nikhahit of a sara am as a space, Ghostscript writes shifted tone marks as `%` or as control codes, Excel writes a
nikhahit as mai tho; all of them draw the right thing in the right place. A shape is width and height of the ink and its distance from
the base line, as shares of the letter size; the same mark has the same shape wherever its font draws it.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ita_checker.read.clusters import CELLAR, Group
from ita_checker.read.letters import AA, ABOVE, AM, BELOW, MARKS, NIKHAHIT, TONES, TOP, Letter, Picture, Sheet

ALIKE = 0.028  # of the letter size: one mark's boxes differ by 0.01, those of two marks of one font by 0.03 and more
FLOOR = 0.46  # of the letter size above the base line: where marks begin in TH Sarabun; each font's own where it is known
HIGH = 0.12  # of the letter size above the floor: from here up there is a mark below, so this one is a tone mark or a thanthakhat
RING = 0.08  # of the letter size: how much higher than the marks' floor the ring of a sara am reaches at least


class Shape(NamedTuple):
    """Width, height and distance of the ink from the base line, as shares of the letter size."""

    wide: float
    high: float
    up: float


# TH Sarabun (PSK, New, IT๙), the font that government offices must use: regular, then bold.
SARABUN: dict[str, tuple[Shape, ...]] = {
    "่": (Shape(0.035, 0.12, 0.68), Shape(0.04, 0.15, 0.48), Shape(0.06, 0.13, 0.68), Shape(0.06, 0.15, 0.46)),
    "้": (Shape(0.23, 0.17, 0.68), Shape(0.25, 0.185, 0.48), Shape(0.24, 0.19, 0.67), Shape(0.26, 0.22, 0.45)),
    "์": (Shape(0.175, 0.2, 0.47), Shape(0.17, 0.19, 0.63)),
    "ํ": (Shape(0.15, 0.16, 0.46), Shape(0.17, 0.18, 0.46)),
    "ั": (Shape(0.28, 0.16, 0.46), Shape(0.3, 0.18, 0.48)),
    "ิ": (Shape(0.295, 0.16, 0.455), Shape(0.32, 0.18, 0.45)),
    "ี": (Shape(0.295, 0.195, 0.455), Shape(0.32, 0.205, 0.45)),
    "ึ": (Shape(0.32, 0.2, 0.455), Shape(0.33, 0.22, 0.45)),
    "็": (Shape(0.24, 0.24, 0.46), Shape(0.27, 0.24, 0.46)),
    "ุ": (Shape(0.11, 0.18, -0.23), Shape(0.12, 0.2, -0.23)),
    "ู": (Shape(0.21, 0.2, -0.24), Shape(0.24, 0.21, -0.25)),
}
CLEARLY = 0.6  # of the letter size: no font's า is so high, the ring of every ำ is
OFFICIAL = re.compile("TH(?: |#20|-)?Sarabun")  # whose marks' places are known; Google's Sarabun is another font
STEMS = ("\u0e35", "\u0e37")  # sara ii and sara uee fill the same box; the one ends in one stroke, the other in two
HALF_GREY = 128
LOST = "\ufffd"
MAI_THO = "\u0e49"
Known = Mapping[str, Sequence[Shape]]


def mended(found: Sequence[Group], sheet: Sheet) -> list[Group]:
    """Return the groups, letters that are drawn as marks but said to be something else as the marks they are."""
    if not _doubtful(found):
        return list(found)
    known = _known(found)
    floors = {font: min((s.up for mark in ABOVE for s in shapes.get(mark, ())), default=FLOOR) for font, shapes in known.items()}
    result = list(found)
    for index, group in enumerate(found):
        base = group[0]
        if len(group) == 1 and base[0] != AM:
            continue
        if base.text == AM and base.ink is not None and not _ringed(base, floors.get(base.font, FLOOR)):
            group = [base._replace(text=AA, raw=base.raw or AM), *group[1:]]
        if len(group) > 1:
            after = _after(found, index)
            if after in (AA, AM) or any(letter[0] not in MARKS for letter in group[1:]):
                group = [base, *(_mended(letter, after, known, sheet, floors.get(letter.font)) for letter in group[1:])]
        result[index] = group
    return result


def _doubtful(found: Sequence[Group]) -> bool:
    """Tell whether a page holds anything whose shape must be looked at; most do not."""
    for index, group in enumerate(found):
        base = group[0]
        if base[0] == AM and base.ink is not None and base.y - base.ink.top < CLEARLY * base.size:
            return True
        if len(group) > 1:
            for letter in group[1:]:
                if letter.text not in MARKS or (letter.text == MAI_THO and _after(found, index) in (AA, AM)):
                    return True
    return False


def _mended(letter: Letter, after: str, known: Mapping[int, Known], sheet: Sheet, floor: float | None) -> Letter:
    mark = _mark(letter, after, known, sheet, floor)
    return letter if mark is None or mark == letter.text else letter._replace(text=mark, raw=letter.raw or letter.text)


def shape(letter: Letter) -> Shape:
    """Return the shape of a letter's ink."""
    ink, size = letter.ink, letter.size or 1.0
    if ink is None:
        return Shape(0.0, 0.0, 0.0)
    return Shape((ink.x1 - ink.x0) / size, (ink.bottom - ink.top) / size, (letter.y - ink.bottom) / size)


def _known(found: Sequence[Group]) -> Mapping[int, Known]:
    """Return the shapes of the marks of each font, as far as it tells them; tones before า are left out, they may be nikhahits."""
    known: dict[int, defaultdict[str, list[Shape]]] = defaultdict(lambda: defaultdict(list))
    seen = set()
    for index, group in enumerate(found):
        if len(group) == 1:
            continue
        for letter in group[1:]:
            text, _, _, y, size, font, ink, _ = letter
            if text not in MARKS or ink is None or (text in TONES and _after(found, index) in (AA, AM)):
                continue
            x0, top, x1, bottom = ink
            alike = text, font, size, round(x1 - x0, 2), round(bottom - top, 2), round(y - bottom, 2)
            if alike not in seen:  # the same mark again, as most are
                seen.add(alike)
                _learn(known[font][text], shape(letter))
    return known


def _learn(shapes: list[Shape], new: Shape) -> None:
    if not any(abs(new.wide - one.wide) < 0.01 and abs(new.high - one.high) < 0.01 and abs(new.up - one.up) < 0.03 for one in shapes):
        shapes.append(new)


def _ringed(letter: Letter, floor: float) -> bool:
    """Tell whether a sara am is drawn with its ring; some fonts call every า a ำ."""
    return letter.ink is None or (letter.y - letter.ink.top) / (letter.size or 1.0) > floor + RING


def _after(found: Sequence[Group], index: int) -> str:
    return found[index + 1][0].text if index + 1 < len(found) else ""


def _mark(letter: Letter, after: str, known: Mapping[int, Known], sheet: Sheet, floor: float | None) -> str | None:
    """Return the mark that a letter is drawn as, or None if it is drawn as none; `floor`: where the font's marks begin, if it tells."""
    if letter.ink is None:
        return None
    name = sheet.fonts[letter.font]
    if floor is None and OFFICIAL.search(name):
        floor = FLOOR
    if letter.text in MARKS:
        return (
            _nikhahit(letter, known, FLOOR if floor is None else floor, name) if letter.text in TONES and after in (AA, AM) else letter.text
        )
    seen = shape(letter)
    allowed = BELOW if seen.up < CELLAR else TOP if floor is not None and seen.up > floor + HIGH else MARKS - BELOW
    if after in (AA, AM):  # what can stand between a consonant and its า
        allowed &= TONES | {NIKHAHIT}
    else:
        allowed -= {NIKHAHIT}
    near = _nearest(seen, allowed, known, letter.font, name)
    if near in STEMS and sheet.picture is not None:
        others = known.get(letter.font, {}).get(STEMS[near == STEMS[0]], ())
        if not others or any(_far(seen, one) <= ALIKE for one in others):
            return STEMS[_stems(sheet.picture(letter.ink)) > 1]
    nothing = letter.text == " " or not letter.text.isprintable() or letter.text == LOST
    return NIKHAHIT if near is None and nothing and NIKHAHIT in allowed and (letter.text == " " or _is_round(seen)) else near


def _stems(picture: Picture) -> int:
    """Return how many strokes a mark ends in at its top."""
    dark = picture[len(picture) // 12 : max(2, len(picture) // 6)] < HALF_GREY
    rows = [sum(1 for one, other in itertools.pairwise([False, *row]) if other and not one) for row in dark.tolist()]
    return max(rows, default=0)


def _is_round(seen: Shape) -> bool:
    """Tell whether a shape is as wide as it is high, as a nikhahit is and no tone mark."""
    return seen.high > 0.02 and 0.8 < seen.wide / seen.high < 1.2


def _nearest(seen: Shape, allowed: frozenset[str], known: Mapping[int, Known], font: int, name: str) -> str | None:
    """Return the allowed mark whose shape is nearest, in the same font or in TH Sarabun if it is one."""
    tables = [known.get(font, {}), SARABUN if "sarabun" in name.lower() else {}]
    shapes = ((_far(seen, one), mark) for table in tables for mark in sorted(allowed) for one in table.get(mark, ()))
    best = min(shapes, default=(1.0, ""))
    return best[1] if best[0] <= ALIKE else None


def _far(seen: Shape, other: Shape) -> float:
    return max(abs(seen.wide - other.wide), abs(seen.high - other.high))


def _nikhahit(letter: Letter, known: Mapping[int, Known], floor: float, name: str) -> str:
    """Return the nikhahit where a mai tho before า is drawn as a ring: in a vowel's place, as wide as high, unlike mai tho elsewhere."""
    seen = shape(letter)
    if letter.text != MAI_THO or seen.up > floor + HIGH or not _is_round(seen):
        return letter.text
    own = known.get(letter.font, {}).get(MAI_THO, []) or (SARABUN[MAI_THO] if "sarabun" in name.lower() else ())
    return NIKHAHIT if own and all(_far(seen, one) > ALIKE for one in own) else letter.text
