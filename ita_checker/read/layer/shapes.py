"""Marks by their shape: where a font's codes lie, the ink tells which mark is drawn.

Word writes the nikhahit of a sara am as a space, Ghostscript writes shifted tone marks as `%` or
as control codes, Excel writes a
nikhahit as mai tho; all of them draw the right thing in the right place. A shape is width and
height of the ink and its distance from
the base line, as shares of the letter size; the same mark has the same shape wherever its font
draws it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ita_checker.read.layer import pictures
from ita_checker.read.layer.clusters import CELLAR, Groups
from ita_checker.read.layer.letters import (
    AA,
    ABOVE,
    AM,
    BELOW,
    MARKS,
    NIKHAHIT,
    TONES,
    TOP,
    Ink,
    Letter,
    Sheet,
)

# of the letter size: one mark's boxes differ by 0.01, those of two marks of one font by 0.03 and
# more
ALIKE = 0.028
# of the letter size above the base line: where marks begin in TH Sarabun; each font's own where it
# is known
FLOOR = 0.46
# of the letter size above the floor: from here up there is a mark below, so this one is a tone
# mark or a thanthakhat
HIGH = 0.12
# of the letter size: how much higher than the marks' floor the ring of a sara am reaches at least
RING = 0.08


class Shape(NamedTuple):
    """Width, height and distance of the ink from the base line, as shares of the letter size."""

    wide: float
    high: float
    up: float


# TH Sarabun (PSK, New, IT๙), the font that government offices must use: regular, then bold.
SARABUN: dict[str, tuple[Shape, ...]] = {
    "่": (
        Shape(0.035, 0.12, 0.68),
        Shape(0.04, 0.15, 0.48),
        Shape(0.06, 0.13, 0.68),
        Shape(0.06, 0.15, 0.46),
    ),
    "้": (
        Shape(0.23, 0.17, 0.68),
        Shape(0.25, 0.185, 0.48),
        Shape(0.24, 0.19, 0.67),
        Shape(0.26, 0.22, 0.45),
    ),
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
SMALLEST = 0.7  # of its usual height: marks on marks are not drawn smaller
CLEARLY = 0.6  # of the letter size: no font's า is so high, the ring of every ำ is
OFFICIAL = re.compile(
    "TH(?: |#20|-)?Sarabun"
)  # whose marks' places are known; Google's Sarabun is another font
SISTERS = re.compile(r"^.*\+|[-, ]?(?:Regular|Bold|Italic|Oblique)")
STEMS = (
    "\u0e35",
    "\u0e37",
)  # sara ii and sara uee fill the same box; the one ends in one stroke, the other in two
LOST = "\ufffd"
STROKE, NARROW = 0.7, 0.1  # of its height, and of the letter size: how wide a mai ek is at most
MAI_EK = "\u0e48"
MAI_THO, CHATTAWA = (
    "\u0e49",
    "\u0e4b",
)  # a nikhahit fills the box of the one, and stands where the other does
SETTLED = MARKS - {MAI_THO}  # marks that are what they are said to be
CELLAR_TO_FLOOR = 0.2  # of the letter size above the base line: no vowel from below reaches there
FINE = 1000  # parts of the letter size: the places of one glyph differ by less
Glyph = tuple[str, int, int, int, int]
Known = Mapping[str, Sequence[Shape]]


def mended(found: Groups, sheet: Sheet) -> Groups:
    """Return the groups, letters that are drawn as marks but said to be something else as the
    marks they are.
    """
    if not _doubtful(found):
        return found
    drawn = _Drawn(found, sheet)
    bases = [drawn.sara_am(base) if base[0] == AM else base for base in found.bases]
    marks = dict(found.marks)
    for index, group in found.marks.items():
        if not all(_settled(letter) for letter in group):
            before_aa = _before_aa(found, index)
            marks[index] = [drawn.mark(letter, before_aa) for letter in group]
    return Groups(bases, marks)


def _doubtful(found: Groups) -> bool:
    """Tell whether a page holds anything whose shape must be looked at; most do not."""
    for base in [base for base in found.bases if base[0] == AM]:
        if base.ink is not None and base.y - base.ink.top < CLEARLY * base.size:
            return True
    for index, group in found.marks.items():
        for letter in group:
            if letter[0] not in MARKS or misplaced(letter):
                return True
            if letter[0] == MAI_THO and _before_aa(found, index):
                return True
    return False


def misplaced(letter: Letter) -> bool:
    """Tell whether a vowel that stands below is drawn above: so Word says a mai ek over a tall
    letter.
    """
    return (
        letter[0] in BELOW
        and letter[6] is not None
        and letter[3] - letter[6][3] > CELLAR_TO_FLOOR * letter[4]
    )


def _settled(letter: Letter) -> bool:
    """Tell whether a mark is what it is said to be."""
    return letter[0] in SETTLED and not misplaced(letter)


def _before_aa(found: Groups, index: int) -> bool:
    """Tell whether sara aa or sara am comes after a letter."""
    return index + 1 < len(found.bases) and found.bases[index + 1][0] in (AA, AM)


def shape(letter: Letter) -> Shape:
    """Return the shape of a letter's ink."""
    _, _, _, y, size, _, ink, _ = letter
    if ink is None:
        return Shape(0.0, 0.0, 0.0)
    x0, top, x1, bottom = ink
    size = size or 1.0
    return Shape((x1 - x0) / size, (bottom - top) / size, (y - bottom) / size)


def _glyph(letter: Letter, ink: Ink) -> Glyph:
    """Return what all letters have in common that are drawn by one glyph of a font: what is said,
    and the shape.
    """
    text, _, _, y, size, font, _, _ = letter
    x0, top, x1, bottom = ink
    scale = FINE / (size or 1.0)
    return (
        text,
        font,
        int((x1 - x0) * scale),
        int((bottom - top) * scale),
        int((y - bottom) * scale),
    )


def _known(found: Groups) -> Mapping[int, Known]:
    """Return the shapes of the marks of each font, as far as it tells them; tones before า are
    left out, they may be nikhahits.
    """
    known: dict[int, defaultdict[str, list[Shape]]] = defaultdict(lambda: defaultdict(list))
    seen = set()
    for index, group in found.marks.items():
        for letter in group:
            text, ink = letter[0], letter[6]
            if text not in MARKS or ink is None or (text in TONES and _before_aa(found, index)):
                continue
            if misplaced(letter):
                continue
            glyph = _glyph(letter, ink)
            if glyph not in seen:  # the same mark again, as most are
                seen.add(glyph)
                _learn(known[letter.font][text], shape(letter))
    return known


def _learn(shapes: list[Shape], new: Shape) -> None:
    if not any(
        abs(new.wide - one.wide) < 0.01
        and abs(new.high - one.high) < 0.01
        and abs(new.up - one.up) < 0.03
        for one in shapes
    ):
        shapes.append(new)


class _Drawn:
    """What the marks of one page look like, and what letters are drawn as; each glyph is looked at
    once.
    """

    def __init__(self, found: Groups, sheet: Sheet) -> None:
        self.sheet = sheet
        self.known = _known(found)
        self.floors = {font: _floor(known) for font, known in self.known.items()}
        self.told: dict[tuple[Glyph, bool], str | None] = {}

    def sara_am(self, letter: Letter) -> Letter:
        """Return a sara am, or the sara aa that is drawn in its stead: without a ring; some fonts
        call every า a ำ.
        """
        ringed = (
            letter.ink is None
            or (letter.y - letter.ink.top) / (letter.size or 1.0)
            > self.floors.get(letter.font, FLOOR) + RING
        )
        return letter if ringed else letter.read_as(AA)

    def mark(self, letter: Letter, before_aa: bool) -> Letter:
        """Return a letter that is drawn as a mark as that mark; `before_aa`: whether sara aa or
        sara am follows.
        """
        text, ink = letter[0], letter[6]
        if ink is None or (_settled(letter) or (text == MAI_THO and not before_aa)):
            return letter
        glyph = _glyph(letter, ink), before_aa
        if glyph not in self.told:
            seen = shape(letter)
            self.told[glyph] = (
                self._nikhahit(seen, letter.font, ink)
                if text == MAI_THO
                else self._mark(letter, ink, seen, before_aa)
            )
        mark = self.told[glyph]
        if (
            text == LOST and mark in STEMS
        ):  # glyphs that are both said to be nothing may fill one box
            mark = self._mark(letter, ink, shape(letter), before_aa)
        return letter if mark is None or mark == text else letter.read_as(mark)

    def _mark(self, letter: Letter, ink: Ink, seen: Shape, before_aa: bool) -> str | None:
        """Return the mark that a letter is drawn as, or None if it is drawn as none."""
        name, floor = self.sheet.fonts[letter.font], self.floors.get(letter.font)
        if floor is None and OFFICIAL.search(name):
            floor = FLOOR
        allowed = (
            BELOW
            if seen.up < CELLAR
            else TOP
            if floor is not None and seen.up > floor + HIGH
            else MARKS - BELOW
        )
        if before_aa:  # what can stand between a consonant and its า
            allowed &= TONES | {NIKHAHIT}
        else:
            allowed -= {NIKHAHIT}
        tables = self._tables(letter.font, NIKHAHIT not in allowed)
        if letter.text in BELOW:  # a mark of the wrong half is a tone; all fonts draw those alike
            allowed, tables = allowed & TONES, [*tables, SARABUN]
        near = _nearest(seen, allowed, tables)
        if near is None and allowed <= TOP:
            near = _smaller(seen, allowed, self.known.get(letter.font, {}))
            if near is None and _is_stroke(seen):
                near = MAI_EK
        if near in STEMS and self.sheet.picture is not None:
            others = self.known.get(letter.font, {}).get(STEMS[near == STEMS[0]], ())
            if not others or any(_far(seen, one) <= ALIKE for one in others):
                return STEMS[pictures.stems(self.sheet.picture(ink)) > 1]
        nothing = (
            letter.text in (" ", LOST)
            or not letter.text.isprintable()
            or (letter.font, letter.text) in self.sheet.unmapped
        )
        ring = NIKHAHIT in allowed and nothing and (letter.text == " " or _is_round(seen))
        return NIKHAHIT if ring and near in (None, CHATTAWA) else near

    def _tables(self, font: int, kin: bool) -> list[Known]:
        """Return the shapes of a font, of TH Sarabun if it is one, and of its sisters where asked
        for.
        """
        names, name = self.sheet.fonts, self.sheet.fonts[font]
        sisters = [
            shapes
            for one, shapes in self.known.items()
            if kin and one != font and _family(names[one]) == _family(name)
        ]
        return [self.known.get(font, {}), *sisters, SARABUN if "sarabun" in name.lower() else {}]

    def _nikhahit(self, seen: Shape, font: int, ink: Ink) -> str | None:
        """Return the nikhahit where a mai tho before า is drawn as one: in a vowel's place, as
        wide as high, unlike mai tho elsewhere, and round in the picture.
        """
        if seen.up > self.floors.get(font, FLOOR) + HIGH or not _is_round(seen):
            return None
        own = [*self.known.get(font, {}).get(MAI_THO, ())]
        if "sarabun" in self.sheet.fonts[font].lower():
            own.extend(SARABUN[MAI_THO])
        if not own or any(_far(seen, one) <= ALIKE for one in own):
            return None
        if self.sheet.picture is not None and not pictures.may_be_ring(self.sheet.picture(ink)):
            return None
        return NIKHAHIT


def _floor(known: Known) -> float:
    """Return where a font's marks begin above the base line."""
    return min((one.up for mark in ABOVE for one in known.get(mark, ())), default=FLOOR)


def _is_round(seen: Shape) -> bool:
    """Tell whether a shape is as wide as it is high, as a nikhahit is and no tone mark."""
    return seen.high > 0.02 and 0.8 < seen.wide / seen.high < 1.2


def _is_stroke(seen: Shape) -> bool:
    """Tell whether a tone is one short upright stroke: only a mai ek is, in every font."""
    return seen.wide < STROKE * seen.high and seen.wide < NARROW


def _family(name: str) -> str:
    """Return what the name of a font shares with its bold and leaning sisters."""
    return SISTERS.sub("", name)


def _nearest(seen: Shape, allowed: frozenset[str], tables: Sequence[Known]) -> str | None:
    """Return the allowed mark whose shape is nearest, in the same font, in a sister of it, or in
    TH Sarabun if it is one.
    """
    shapes = (
        (_far(seen, one), mark)
        for table in tables
        for mark in sorted(allowed)
        for one in table.get(mark, ())
    )
    best = min(shapes, default=(1.0, ""))
    return best[1] if best[0] <= ALIKE else None


def _smaller(seen: Shape, allowed: frozenset[str], known: Known) -> str | None:
    """Return the mark that a font draws so elsewhere but larger, as many do where no mark is
    below; None if two may be it.
    """
    found: dict[str, float] = {}
    for mark in sorted(allowed):
        for one in known.get(mark, ()):
            scale = seen.high / max(one.high, 0.01)
            if SMALLEST <= scale <= 1.0:
                found[mark] = min(found.get(mark, 1.0), abs(seen.wide - scale * one.wide))
    best = sorted(found, key=lambda mark: found[mark])[:2]
    if (
        not best
        or found[best[0]] > ALIKE
        or (len(best) > 1 and found[best[1]] < found[best[0]] + ALIKE)
    ):
        return None
    return best[0]


def _far(seen: Shape, other: Shape) -> float:
    return max(abs(seen.wide - other.wide), abs(seen.high - other.high))
