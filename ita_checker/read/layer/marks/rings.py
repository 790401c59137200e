"""Sara ams of which the file says the ring and the rest apart.

HarfBuzz parts sara am into a ring and sara aa; fpdf2 then calls the ring sara am, and sara aa by
any free code: `ดำ/เนินการ`. WeasyPrint calls the ring so, or the one glyph of a ring and the tone
above it: `ดsาเนินการ`, `นuา`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from ita_checker.read.layer.galley import Galley, Mask, codes_of
from ita_checker.read.layer.letters import (
    AA,
    AM,
    CONSONANTS,
    FLOOR,
    NIKHAHIT,
    TONES,
    Ink,
    Letter,
    Picture,
)
from ita_checker.read.layer.marks.clusters import INK_AT_LEAST, WIDEST, aas, hovering
from ita_checker.read.layer.marks.known_shapes import is_round, shape
from ita_checker.read.layer.native import pictures

MAI_EK, MAI_THO = "\u0e48", "\u0e49"
# of the letter size: a ring and a tone above it in one glyph, and how wide a mai ek is at most; of
# both, how high the tone is
BOTH, EK, TONE = (0.36, 0.78), 0.14, 0.42
TALLEST = 0.85  # of the letter size: a sara am with a tone above its ring is higher
# of the letter size: a sara am without its rest is narrower, and how wide a sara aa mostly is
RING_ALONE, AA_WIDE = 0.15, 0.5
_TONES = codes_of(TONES)
_CONSONANTS, _THAI = codes_of(CONSONANTS), codes_of(frozenset(map(chr, range(0x0E01, 0x0E5C))))
LEVEL, RIGHT_AFTER = 0.2, 0.3  # of the letter size: where the rest of a ring stands
FARTHEST = 2  # letters after its ring: a tone may come first


def whole_sara_ams(letters: Sequence[Letter]) -> Galley:
    """Return the letters with sara am as one letter where the file says it for the ring alone and
    anything for the rest of it.
    """
    galley = Galley.of(letters)
    if AM not in galley.texts:
        return galley
    galley = _with_room(galley)
    high: Mask = galley.y - galley.inks[:, 3] > FLOOR * galley.size
    among = np.flatnonzero(high & (galley.codes == ord(AM))).tolist()
    rings = [ring for ring in among if galley.texts[ring] == AM]
    rests = [(ring, rest) for ring in rings if (rest := _rest(galley, high, ring)) is not None]
    return _joined(galley, rests) if rests else galley


def _with_room(galley: Galley) -> Galley:
    """Return the letters, sara ams that take no more room than a ring with that of their rest, too:
    pdfium knows only the first glyph of an /ActualText.
    """
    x0, x1, y, size = galley.sides
    narrow = (galley.codes[:-1] == ord(AM)) & (x1 - x0 < RING_ALONE * size)[:-1]
    narrow &= abs(y[1:] - y[:-1]) < LEVEL * size[:-1]
    narrow &= x0[1:] - x1[:-1] > RING_ALONE * size[:-1]
    if not narrow.any():
        return galley
    aas = (galley.codes == ord(AA)) & (size > 0)
    sides = galley.sides.copy()
    for font in sorted({*galley.font[:-1][narrow].tolist()}):
        own = aas & (galley.font == font)
        wide = float(np.median((x1 - x0)[own] / size[own])) if own.any() else AA_WIDE
        at = np.flatnonzero(narrow & (galley.font[:-1] == font))
        sides[1, at] = np.minimum(x1[at] + wide * size[at], x0[at + 1])
    return replace(galley, sides=sides)


def drawn_rings(
    letters: Sequence[Letter],
    picture: Callable[[Ink], Picture] | None,
    leans: Sequence[float] = (),
) -> Sequence[Letter]:
    """Return the letters with what is said to be no Thai letter, and is drawn as the ring of a sara
    am, as that ring; and with the tone that is drawn above it by the same glyph. `leans`: how far
    the letters of each font lean to the right; their ink is told as if they stood upright.
    """
    galley = _without_lent_tones(Galley.of(letters))
    letters = letters if len(galley) == len(letters) else galley
    after = np.append((galley.codes == ord(AA)) | (galley.codes == ord(AM)), (False, False))
    # … also what is said to be the tone alone
    tall = galley.among(_TONES) & (galley.inks[:, 3] - galley.inks[:, 1] > BOTH[0] * galley.size)
    may_be = (~galley.among(_THAI) | tall) & ~galley.spaces & (after[1:-1] | after[2:])
    if picture is None or not may_be.any():
        return letters
    high = galley.y - galley.inks[:, 3] > FLOOR * galley.size
    next_high = np.append(high, False)[1:]
    held = may_be & high & (after[1:-1] | next_high)
    before = np.append(False, galley.among(_CONSONANTS)[:-1])
    twice = np.append(False, (galley.inks[1:] == galley.inks[:-1]).all(axis=1))  # of one glyph
    held &= before | (twice & np.append(False, before[:-1]))
    held &= galley.inks[:, 2] - galley.inks[:, 0] < WIDEST * galley.size
    held &= galley.inks[:, 3] - galley.inks[:, 1] > INK_AT_LEAST * galley.size
    if not held.any():
        return letters
    made, known = galley.letters.copy(), dict[tuple[object, ...], str]()
    for at in reversed(np.flatnonzero(held).tolist()):
        seen = shape(made[at])
        glyph = made[at].text, made[at].font, *(round(side, 2) for side in seen)
        lean = leans[made[at].font] if made[at].font < len(leans) else 0.0
        ring = is_round(seen, lean)
        marks = known[glyph] if glyph in known else _drawn(_leaning(made[at], lean), picture, ring)
        if marks and made[at].text in TONES:
            marks = NIKHAHIT + made[at].text
        if ring:  # rings with tones above them fill one box
            known[glyph] = marks
        made[at - bool(marks and twice[at]) : at + 1] = _ringed(made[at], marks)
    return made


def _without_lent_tones(galley: Galley) -> Galley:
    """Return the letters without tones that the glyph of a sara aa says with a sara am: WeasyPrint
    has it say what the first cluster said that it was drawn in, wherever it comes again.
    """
    after = np.flatnonzero((galley.codes[1:] == ord(AM)) & galley.among(_TONES)[:-1]) + 1
    inks, y, size = galley.inks[after], galley.y[after], galley.size[after]
    lent = (inks == galley.inks[after - 1]).all(axis=1)
    lent &= (y - inks[:, 3] < LEVEL * size) & (y - inks[:, 1] < TALLEST * size)
    if not lent.any():
        return galley
    kept = np.ones(len(galley), bool)
    kept[after[lent] - 1] = False
    return galley.take(kept)


def _leaning(letter: Letter, lean: float) -> Letter:
    """Return a letter with its ink where its font really draws it."""
    ink = letter.ink
    if ink is None or not lean:
        return letter
    shift = lean * (letter.y - (ink.top + ink.bottom) / 2)
    return letter._replace(ink=Ink(ink.x0 + shift, ink.top, ink.x1 + shift, ink.bottom))


def _drawn(letter: Letter, picture: Callable[[Ink], Picture], ring_alone: bool) -> str:
    """Return the ring as which a letter is drawn, with its tone; nothing where it is none."""
    ink, seen, (least, most) = letter.ink, shape(letter), BOTH
    if ink is None:
        return ""
    if ring_alone:
        return NIKHAHIT * pictures.may_be_ring(picture(ink), pictures.BOLD)
    split = ink.top + TONE * (ink.bottom - ink.top)
    ring = picture(Ink(ink.x0, ink.bottom - (ink.bottom - split) * 0.85, ink.x1, ink.bottom))
    if not least < seen.high < most or not pictures.holds_ring(ring):
        return ""
    wide = pictures.inked_width(picture(Ink(ink.x0, ink.top, ink.x1, split))) * seen.wide
    return NIKHAHIT + (MAI_EK if wide < EK else MAI_THO)


def _ringed(letter: Letter, marks: str) -> list[Letter]:
    """Return a letter as the marks as which it is drawn, the tone in the upper part of its ink."""
    ink = letter.ink
    if not marks or ink is None:
        return [letter]
    split = ink.top + TONE * (ink.bottom - ink.top)
    low = letter.ink if len(marks) == 1 else Ink(ink.x0, split, ink.x1, ink.bottom)
    made = [letter.read_as(NIKHAHIT)._replace(ink=low)]
    for tone in marks[1:]:
        top = Ink(ink.x0, ink.top, ink.x1, split)
        made.append(letter.read_as(tone)._replace(ink=top, raw=tone))
    return made


def _joined(galley: Galley, rests: Sequence[tuple[int, int]]) -> Galley:
    """Return the letters, each ring and its rest as one."""
    made = _Made(galley)
    kept = made.kept
    for ring, rest in reversed(rests):
        above = kept[ring + 1 : rest]
        if ring and made.ink(kept[ring - 1]) == made.ink(kept[ring]):
            # the tone was said with the ring, so what hovers after it is that tone
            made.inkless.add(kept[ring - 1])
            above = []
            if rest + 1 < len(kept) and made.hovers(kept[rest + 1]):
                del kept[rest + 1]  # … also where it is drawn last
        made.whole(kept[rest])
        kept[ring : rest + 1] = [*above, kept[rest]]
    return made.galley()


class _Made:
    """Letters while some are made one: those that are `kept`, in their order, and those whose ink
    tells nothing any more.
    """

    def __init__(self, galley: Galley) -> None:
        self.of, self.texts, self.raws = galley, galley.texts.copy(), dict(galley.raws)
        self.kept = list(range(len(galley)))
        self.inkless: set[int] = set()
        self._hover = hovering(galley)

    def ink(self, at: int) -> list[float] | None:
        """Return the ink of a letter."""
        if at in self.inkless or not self.of.inked[at]:
            return None
        ink: list[float] = self.of.inks[at].tolist()
        return ink

    def hovers(self, at: int) -> bool:
        """Tell whether a letter is drawn like a mark."""
        return at not in self.inkless and bool(self._hover[at])

    def whole(self, at: int) -> None:
        """Have a letter said to be a sara am."""
        self.raws[at] = AM + self.texts[at]
        self.texts[at] = AM
        self.inkless.add(at)

    def galley(self) -> Galley:
        """Return the letters that are kept."""
        inks = self.of.inks.copy()
        inks[sorted(self.inkless)] = np.nan
        kept = np.zeros(len(self.of), bool)
        kept[self.kept] = True
        return Galley(self.texts, self.of.sides, self.of.font, inks, self.raws).take(kept)


def _rest(galley: Galley, high: Mask, ring: int) -> int | None:
    """Return where the rest of a sara am stands: after its ring, and after what hovers there."""
    for at in range(ring + 1, min(ring + FARTHEST + 1, len(galley))):
        if _is_rest(galley, high, at, ring):
            return at
        if not high[at]:
            return None
    return None


def _is_rest(galley: Galley, high: Mask, at: int, ring: int) -> bool:
    """Tell whether a letter stands where a ring's sara aa must: on the line, right after it, and
    it is no other Thai letter.
    """
    text, size = galley.texts[at], galley.size[at]
    if (
        abs(galley.y[at] - galley.y[ring]) > LEVEL * size
        or (text == " " and galley.raws.get(at, "") in ("", " "))
        or high[at]
    ):
        return False
    if text not in (AA, AM) and "ก" <= text <= "๛":
        return False
    left, _, right, _ = galley.inks[ring].tolist()
    over = galley.x0[at] <= left and right <= galley.x1[at]
    return bool(over or abs(galley.x0[at] - right) < RIGHT_AFTER * size)


def lost_nikhahits(letters: Sequence[Letter]) -> Galley:
    """Return the letters with the lost half of a sara am given back where only a zero-width space
    before [tone]า is left of it.
    """
    galley = Galley.of(letters)
    lost = galley.spaces & (galley.x1 - galley.x0 < 0.02 * galley.size)
    if not lost.any():
        return galley
    aa = np.append(aas(galley), (False, False))
    lost &= aa[1:-1] | (np.append(galley.among(_TONES)[1:], False) & aa[2:])
    lost &= ~hovering(galley)
    return galley.read_as(dict.fromkeys(np.flatnonzero(lost).tolist(), NIKHAHIT))
