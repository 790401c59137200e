"""Marks by their shape: where a font's codes lie, the ink tells which mark is drawn.

Word writes the nikhahit of a sara am as a space, Ghostscript writes shifted tone marks as `%` or
as control codes, Excel writes a
nikhahit as mai tho; all of them draw the right thing in the right place.
"""

from __future__ import annotations

import itertools
import re

import numpy as np

from ita_checker.read.layer.letters import (
    AA,
    AM,
    BELOW,
    MARKS,
    NIKHAHIT,
    TONES,
    TOP,
    Ink,
    Known,
    Letter,
    Shape,
    Sheet,
)
from ita_checker.read.layer.marks import embedded
from ita_checker.read.layer.marks.clusters import CELLAR, Groups
from ita_checker.read.layer.marks.known_shapes import (
    ALIKE,
    FLOOR,
    MAI_THO,
    RING,
    SAME_HEIGHT,
    SARABUN,
    Glyph,
    alike,
    doubtful,
    family,
    far,
    floor_of,
    glyph_of,
    is_round,
    is_stroke,
    known_marks,
    misplaced,
    nearest,
    ringless,
    shape,
    smaller,
)
from ita_checker.read.layer.marks.pictured_marks import Pictures
from ita_checker.read.layer.native import pictures

# of the letter size above the floor: from here up there is a mark below, so this one is a tone
# mark or a thanthakhat
HIGH = 0.12
OFFICIAL = re.compile(
    "TH(?: |#20|-)?Sarabun"
)  # whose marks' places are known; Google's Sarabun is another font
STEMS = (
    "\u0e35",
    "\u0e37",
)  # sara ii and sara uee fill the same box; the one ends in one stroke, the other in two
LOST = "\ufffd"
BROAD = 1.02  # of its height: sara uu is wider in all of fifty fonts, sara u in none
# how much wider for its height a ring may be than one that is round: 1.4 times its height in the
# widest of 98 faces (Thai ones of TLWG and of Fontsource), and then its picture tells
WIDE_RING = 0.25
WIDER = 0.1  # of the letter size: by how much sara uu is wider than sara u, at least
MAI_EK, U, UU, THANTHAKHAT = "\u0e48", "\u0e38", "\u0e39", "\u0e4c"
CHATTAWA = "\u0e4b"  # a nikhahit stands where it does
SETTLED = MARKS - {MAI_THO}  # marks that are what they are said to be


def mended(found: Groups, sheet: Sheet) -> Groups:
    """Return the groups, letters that are drawn as marks but said to be something else as the
    marks they are.
    """
    sara_ams = found.bases.codes == ord(AM)
    low = ringless(found, sara_ams)
    looked_at = doubtful(found)
    if not low.any() and not looked_at.any():
        return found
    bases, held, owners = found
    drawn = _Drawn(found, sheet)
    if low.any():  # some fonts call every า a ำ: all are held against what a ring needs
        some = np.flatnonzero(sara_ams).tolist()
        seen = zip(some, map(drawn.sara_am, bases.some(some)), strict=True)
        bases = bases.read_as({at: one.text for at, one in seen if one.text != AM})
    first, last = (np.searchsorted(owners, owners[looked_at], side) for side in ("left", "right"))
    aa, told = found.before_aa().tolist(), dict[int, str]()
    places = sorted(set(zip(first.tolist(), last.tolist(), strict=True)))
    letters = iter(held.some([row for start, end in places for row in range(start, end)]))
    for start, end in places:
        own = itertools.islice(letters, end - start)
        group = [embedded.told(one, sheet.embedded) for one in own]
        for row, letter in enumerate(drawn.swapped(group), start):
            mark = drawn.mark(letter, aa[row])
            if mark.text != held.texts[row]:
                told[row] = mark.text
    return Groups(bases, held.read_as(told), owners)


def _settled(letter: Letter) -> bool:
    """Tell whether a mark is what it is said to be."""
    return letter[0] in SETTLED and not misplaced(letter)


class _Drawn:
    """What the marks of one page look like, and what letters are drawn as; each glyph is looked at
    once.
    """

    def __init__(self, found: Groups, sheet: Sheet) -> None:
        self.sheet = sheet
        self.known, samples = known_marks(found)
        self.pictures = Pictures(sheet, samples)
        self.floors = {font: floor_of(known) for font, known in self.known.items()}
        self.told: dict[tuple[Glyph, bool], str | None] = {}
        self.tones: dict[Glyph, str] = {}

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

    def swapped(self, group: list[Letter]) -> list[Letter]:
        """Return the marks of a letter, a tone that is drawn below and a vowel that is drawn above
        with what they say exchanged: so fpdf2 says the two marks of one cluster. WeasyPrint says
        others: where their font draws such marks elsewhere, their shapes tell which they are.
        """
        high = [at for at, letter in enumerate(group) if letter[0] in BELOW and misplaced(letter)]
        low = [at for at, letter in enumerate(group) if letter[0] in TOP and misplaced(letter)]
        if len(high) != 1 or len(low) != 1:
            return group
        made, said = list(group), [group[at].text for at in (low[0], high[0])]
        above, below = shape(group[high[0]]), shape(group[low[0]])
        tables = self._tables(group[high[0]].font, kin=True)[:-1]
        glyph = glyph_of(group[high[0]], group[high[0]].ink or Ink(0, 0, 0, 0))
        if glyph not in self.tones:
            told = MAI_EK if is_stroke(above) else self.pictures.likest(group[high[0]], TONES)
            other = MAI_THO if said[0] == MAI_EK else said[0]  # which is a stroke in every font
            self.tones[glyph] = told or nearest(above, TONES, tables) or other
        tone = self.tones[glyph]
        vowel = nearest(below, BELOW, tables)
        if vowel is None and any(
            below.wide > one.wide + WIDER for t in tables for one in t.get(U, ())
        ):
            vowel = UU
        made[high[0]] = group[high[0]].read_as(tone)
        made[low[0]] = group[low[0]].read_as(vowel or said[1])
        return made

    def mark(self, letter: Letter, aa_follows: bool) -> Letter:
        """Return a letter that is drawn as a mark as that mark; `aa_follows`: whether sara aa or
        sara am follows.
        """
        text, ink = letter[0], letter[6]
        if ink is None or (
            _settled(letter) or (text == MAI_THO and not aa_follows and not misplaced(letter))
        ):
            return letter
        glyph = glyph_of(letter, ink), aa_follows
        if glyph not in self.told:
            seen = shape(letter)
            self.told[glyph] = (
                self._nikhahit(letter, seen)
                if text == MAI_THO and not misplaced(letter)
                else self._mark(letter, ink, seen, aa_follows)
            )
        mark = self.told[glyph]
        if (
            text == LOST and mark in STEMS
        ):  # glyphs that are both said to be nothing may fill one box
            mark = self._mark(letter, ink, shape(letter), aa_follows)
        return letter if mark is None or mark == text else letter.read_as(mark)

    def _allowed(self, letter: Letter, seen: Shape, aa_follows: bool) -> frozenset[str]:
        """Return the marks that may stand where a letter is drawn."""
        name, floor = self.sheet.fonts[letter.font], self.floors.get(letter.font)
        if floor is None and OFFICIAL.search(name):
            floor = FLOOR
        high = floor is not None and seen.up > floor + HIGH
        allowed = BELOW if seen.up < CELLAR else TOP if high else MARKS - BELOW
        # between a consonant and its า only some can stand
        return allowed & (TONES | {NIKHAHIT}) if aa_follows else allowed - {NIKHAHIT}

    def _mark(self, letter: Letter, ink: Ink, seen: Shape, aa_follows: bool) -> str | None:
        """Return the mark that a letter is drawn as, or None if it is drawn as none."""
        allowed = self._allowed(letter, seen, aa_follows)
        if NIKHAHIT in allowed and self._is_no_ring(letter, seen):
            allowed = allowed - {NIKHAHIT}
        if aa_follows and NIKHAHIT not in allowed and self._is_ring(letter, seen):
            return NIKHAHIT
        wrong_half = letter.text in BELOW  # such a mark is a tone; all fonts draw those alike
        allowed = allowed & TOP if wrong_half else allowed
        tables = self._tables(letter.font, NIKHAHIT not in allowed)
        tables += [SARABUN] * wrong_half
        near = nearest(seen, allowed, tables)
        unsure = allowed <= TOP or len(alike(seen, allowed - set(STEMS), tables[0])) > 1
        if near is not None and unsure:
            near = self.pictures.likest(letter, allowed) or near
        elif near is not None and self._says_nothing(letter) and not is_stroke(seen):
            near = None if self.pictures.is_other(letter, near) else near
        if near is None and allowed <= BELOW:
            near = UU if seen.wide > BROAD * seen.high else U
        if near is None and allowed <= TOP:
            near = smaller(seen, allowed, self.known.get(letter.font, {}))
            if near is None and is_stroke(seen):
                near = MAI_EK
            near = near or self.pictures.likest(letter, allowed)
            near = near or (self._likeliest(letter, seen) if wrong_half else None)
            if near is None and aa_follows and self._says_nothing(letter):
                near = MAI_THO
        if near in STEMS and self.sheet.picture is not None:
            others = self.known.get(letter.font, {}).get(STEMS[near == STEMS[0]], ())
            if not others or any(far(seen, one) <= ALIKE for one in others):
                return STEMS[pictures.stems(self.pictures.of(letter)) > 1]
        ring = NIKHAHIT in allowed and self._says_nothing(letter)
        return NIKHAHIT if ring and near in (None, CHATTAWA) else near

    def _is_ring(self, letter: Letter, seen: Shape) -> bool:
        """Tell whether a letter without a reading is drawn as a ring, however high it stands."""
        ring = self.sheet.picture is not None and is_round(seen) and self._says_nothing(letter)
        return ring and pictures.may_be_ring(self.pictures.of(letter), pictures.BOLD)

    def _is_no_ring(self, letter: Letter, seen: Shape) -> bool:
        """Tell whether a letter without a reading is drawn as no ring: far wider than high, or
        higher than wide. Some fonts draw rings a little wider, which their picture shows.
        """
        if letter.text == " " or is_round(seen) or not self._says_nothing(letter):
            return False
        wide = self.sheet.picture is not None and is_round(seen, WIDE_RING)
        return not (wide and pictures.may_be_ring(self.pictures.of(letter), pictures.BOLD))

    def _says_nothing(self, letter: Letter) -> bool:
        """Tell whether the file has no reading for a letter."""
        nothing = letter.text in (" ", LOST) or not letter.text.isprintable()
        return nothing or (letter.font, letter.text) in self.sheet.unmapped

    def _likeliest(self, letter: Letter, seen: Shape) -> str:
        """Return the mark over a letter that is as frequent as no other; the next where its font
        draws that one otherwise at this height.
        """
        own = self.known.get(letter.font, {}).get(MAI_THO, ())
        level = [one for one in own if abs(one.up - seen.up) < SAME_HEIGHT]
        return THANTHAKHAT if level else MAI_THO

    def _tables(self, font: int, kin: bool) -> list[Known]:
        """Return the shapes of a font, of TH Sarabun if it is one, and of its sisters where asked
        for.
        """
        names, name = self.sheet.fonts, self.sheet.fonts[font]
        sisters = [
            shapes
            for one, shapes in self.known.items()
            if kin and one != font and family(names[one]) == family(name)
        ]
        return [self.known.get(font, {}), *sisters, SARABUN if "sarabun" in name.lower() else {}]

    def _nikhahit(self, letter: Letter, seen: Shape) -> str | None:
        """Return the nikhahit where a mai tho before า is drawn as one: in a vowel's place, as
        wide as high, unlike mai tho elsewhere, and round in the picture.
        """
        font = letter.font
        if seen.up > self.floors.get(font, FLOOR) + HIGH or not is_round(seen):
            return None
        own = [*self.known.get(font, {}).get(MAI_THO, ())]
        if "sarabun" in self.sheet.fonts[font].lower():
            own.extend(SARABUN[MAI_THO])
        if not own or any(far(seen, one) <= ALIKE for one in own):
            return None
        if self.sheet.picture is not None and not pictures.may_be_ring(self.pictures.of(letter)):
            return None
        return NIKHAHIT
