"""What one engine cannot read, learnt from the other: the letter that stands in the same place on
the page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import MARKS, Letter, Sheet
from ita_checker.read.layer.marks import unread
from ita_checker.read.layer.marks.clusters import hovering, hovers
from ita_checker.read.layer.plumber import Plumber, Readings
from ita_checker.read.layer.told_by_fonts import is_one, stumbles

NEAR = 0.2  # of the letter size: how far apart the two engines may place one letter
SURE = 0.9  # share of a code's places in which the same letter must stand
Codes = dict[tuple[str, str], str]  # (name of the font, letter as read) -> the letter it stands for


def learnt(strange: Sheet, good: Sheet) -> Codes:
    """Return what the codes without a reading on one sheet are on the other sheet of the same
    page.
    """
    places: dict[int, list[Letter]] = defaultdict(list)
    for letter in good.letters:
        if (letter.font, letter.text) not in good.unmapped:
            places[round(letter.x0)].append(letter)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for letter in strange.letters:
        if (letter.font, letter.text) not in strange.unmapped:
            continue
        near = [
            one for x in _around(letter) for one in places.get(x, ()) if _same_place(letter, one)
        ]
        best = min(near, key=lambda one: _apart(letter, one), default=None)
        votes[strange.fonts[letter.font], unread.code(letter.text)][best.text if best else ""] += 1
    known = {}
    for code, seen in sorted(votes.items()):
        text, count = seen.most_common(1)[0]
        if text and count >= SURE * seen.total():
            known[code] = text
    return known


def _around(letter: Letter) -> set[int]:
    return {round(x) + step for x in (letter.x0, letter.x1) for step in (-1, 0, 1)}


def _same_place(some: Letter, other: Letter) -> bool:
    """Tell whether two engines mean one letter; a mark is set where the letter that it hovers over
    ends.
    """
    if hovers(some) != (other.text in MARKS) or abs(some.y - other.y) > 0.4 * some.size:
        return False
    return _apart(some, other) < NEAR * some.size


def _apart(some: Letter, other: Letter) -> float:
    return abs((some.x1 if other.text in MARKS else some.x0) - other.x0)


class Known:
    """What is known of the codes of a file's fonts: `codes`, those for which the file gives no
    reading; `wrong`, letters that are said for others.
    """

    def __init__(self) -> None:
        self.codes: Codes = {}
        self.wrong: Codes = {}
        self.plain: set[str] = set()  # fonts of which each code is its letter
        self._asked: set[str] = set()  # fonts that have told their own maps
        self._looked_at: set[tuple[str, str]] = set()  # letters of which it is known how they look

    def ask(self, plumber: Plumber, sheet: Sheet) -> None:
        """Ask the fonts themselves where marks have no reading: no drawing tells them as surely."""
        pairs = {pair: (sheet.fonts[pair[0]], pair[1]) for pair in sheet.unmapped}
        new = [pair for pair, known in pairs.items() if known not in self._looked_at]
        if not new:
            return
        self._looked_at |= {pairs[pair] for pair in new}
        if {pairs[pair][0] for pair in new} <= self._asked or not _are_marks(sheet, new):
            return
        self._asked |= {*sheet.fonts}
        try:
            told = plumber.readings(sheet.number)
        except stumbles():  # the drawing tells, then
            return
        self.learn(told)
        self.wrong |= told.wrong

    def learn(self, told: Readings) -> None:
        """Keep what fonts tell of their codes: of letters that this page does not hold too."""
        self.codes |= told.known
        self.plain |= told.plain

    def letter(self, font: str, said: str) -> str | None:
        """Return the letter that a font means without a reading; None where it is not known."""
        code = unread.code(said)
        known = self.codes.get((font, code))
        return code if known is None and font in self.plain and is_one(code) else known

    def applied(self, sheet: Sheet) -> Sheet:
        """Return the sheet with the codes that are known as the letters they stand for."""
        fonts = sheet.fonts
        pairs = {
            pair: known
            for pair in sheet.unmapped
            if (known := self.letter(fonts[pair[0]], pair[1])) is not None
        }
        for (font, said), letter in self.wrong.items():
            for number in [number for number, name in enumerate(fonts) if name == font]:
                pairs[number, said] = letter
        if not pairs:
            return sheet
        letters = _read_as(Galley.of(sheet.letters), pairs)
        return replace(sheet, letters=letters, unmapped=sheet.unmapped - pairs.keys())


def _are_marks(sheet: Sheet, pairs: Sequence[tuple[int, str]]) -> bool:
    """Tell whether letters of some fonts are drawn where marks are."""
    galley = Galley.of(sheet.letters)
    fonts, codes = zip(*pairs, strict=True)
    which = np.isin(galley.codes, list(map(ord, codes))) & np.isin(galley.font, fonts)
    return bool(which.any() and hovering(galley.take(which)).any())


def _read_as(found: Galley, pairs: Mapping[tuple[int, str], str]) -> Galley:
    """Return letters, those of some (font, code) pairs as what these stand for; what is neither
    mark nor sign needs no ink.
    """
    codes = {code for _, code in pairs}
    places = [at for at, text in enumerate(found.texts) if text in codes]
    fonts = found.font[places].tolist()
    texts, raws, inks = found.texts.copy(), dict(found.raws), found.inks.copy()
    for at, font in zip(places, fonts, strict=True):
        text = pairs.get((font, texts[at]))
        if text is not None:
            raws[at], texts[at] = texts[at], text
            if text.isalnum() and text not in MARKS:
                inks[at] = np.nan
    return Galley(texts, found.sides, found.font, inks, raws)
