"""Are the digits of a page drawn as they are said? A code map that says 0 for a font's 6 makes
another year of each 2567, of which no word is strange.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from pypdfium2 import PdfPage

from ita_checker.model import Line, Page, Source, Words
from ita_checker.read.layer.galley import Galley, codes_of
from ita_checker.read.layer.letters import Sheet
from ita_checker.read.layer.native.code_maps import Doubtful
from ita_checker.read.layer.native.digits import DIGITS, VALUES
from ita_checker.read.layer.native.structure import NOTHING, Structure, bare_name
from ita_checker.read.pictured import Eye, doubted
from ita_checker.read.sample import there

_DIGITS = codes_of(frozenset(DIGITS))
PROVEN = 12  # times that a digit was shown as it is said: the font draws it so
# lines with other digits, or their share of those held against the picture: fewer are its slips
SURELY, SHARE = 2, 0.3
Pair = tuple[str, str]  # the name of a font, a digit
DOUBT = Words(
    "ตัวเลขบางตัวของหน้านี้อาจไม่ตรงกับที่เห็น เพราะรหัสตัวเลขของฟอนต์เสีย",
    "some digits of this page may not be those that are shown: its fonts' codes for digits are "
    "broken",
)


class Figures:
    """What is known of the digits of one file's fonts."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.maps: dict[str, Doubtful] = {}
        self._fonts: set[str] = set()  # whose maps were looked at
        self._looked_at: set[Pair] = set()
        self._misdrawn: set[str] = set()  # fonts that draw a digit for another
        self._drawn_as: dict[Pair, str] = {}  # which others, 0 to 9
        self._proven: dict[Pair, int] = {}  # how often each was shown as it is said

    def settled(self, eye: Eye, sheet: Sheet, found: Galley, text: Page, page: PdfPage) -> Page:
        """Return a page whose digits are doubtful as its picture settles it."""
        if text.source is not Source.TEXT or not sheet.fonts:
            return text
        accused = self._accused(sheet, found)
        if not accused:
            return text
        seen = eye.look(page)
        if seen is None:
            return doubted(text, DOUBT)
        return self._as_shown(text, replace(seen, number=sheet.number), accused)

    def _accused(self, sheet: Sheet, found: Galley) -> set[Pair]:
        """Return which digits of a page's fonts may be others: all of a font that draws one so."""
        if {*sheet.fonts} - self._fonts:
            self._fonts |= {*sheet.fonts}
            for name, told in self.structure.doubtful_digits(sheet.number).items():
                self.maps[name] = told | self.maps.get(name, NOTHING)
        names = [bare_name(name) for name in sheet.fonts] if self.maps else []
        if self.maps.keys().isdisjoint(names):
            return set()
        places = np.flatnonzero(found.among(_DIGITS)).tolist()
        letters = {(int(found.font[at]), found.texts[at]) for at in places}
        used = {
            (font, text) for font, text in letters if text in DIGITS and names[font] in self.maps
        }
        self._look(sheet, names, used)
        return {
            (name, digit)
            for font, digit in used
            if ((name := names[font]) in self._misdrawn or digit in self.maps[name].twice)
            and self._proven.get((name, digit), 0) < PROVEN
        }

    def _look(self, sheet: Sheet, names: Sequence[str], used: set[tuple[int, str]]) -> None:
        """Look at the outlines of digits whose codes are out of order."""
        asked = sorted(
            (font, digit)
            for font, digit in used
            if (sheet.fonts[font], digit) not in self._looked_at
            and digit in self.maps[names[font]].unordered
        )
        if asked and sheet.misdrawn is not None:
            self._looked_at |= {(sheet.fonts[font], digit) for font, digit in asked}
            told = zip(asked, sheet.misdrawn(asked), strict=True)
            self._drawn_as |= {(names[font], digit): as_ for (font, digit), as_ in told if as_}
            self._misdrawn = {name for name, _ in self._drawn_as}

    def _as_shown(self, text: Page, seen: Page, accused: set[Pair]) -> Page:
        """Return a page's text with its accused digits as its picture shows them; doubtful where
        that does not tell of all.
        """
        values = frozenset(digit.translate(VALUES) for _, digit in accused)
        held = [_Held(line, there(line.box, seen.lines)) for line in text.lines]
        held = [one for one in held if values.intersection(one.said)]
        telling = [one for one in held if len(one.said) == len(one.shown)]
        wrong = [one for one in telling if one.differs(values)]
        if not wrong:
            said = "".join(one.said for one in telling)
            for name, digit in accused:
                count = said.count(digit.translate(VALUES))
                self._proven[name, digit] = self._proven.get((name, digit), 0) + count
            return text if telling or not held else doubted(text, DOUBT)
        few, others = len(wrong) < min(SURELY, SHARE * len(telling)), self._others(accused)
        if few or not all(one.shows(others) for one in wrong):
            return doubted(text, DOUBT)
        mended = {id(one.line): one.mended(values) for one in wrong}
        lines = tuple(mended.get(id(line), line) for line in text.lines)
        quality = "repaired" if text.quality == "trusted" else text.quality
        made = replace(text, lines=lines, quality=quality)
        return made if len(telling) == len(held) else doubted(made, DOUBT)

    def _others(self, accused: set[Pair]) -> dict[str, str]:
        """Return as which others digits are drawn, where their outlines tell."""
        drawn: dict[str, str] = {}
        for pair in accused & self._drawn_as.keys():
            value = pair[1].translate(VALUES)
            drawn[value] = drawn.get(value, "") + self._drawn_as[pair]
        return drawn


class _Held:
    """A line and the digits that it says and those that are shown in its place, all Arabic."""

    def __init__(self, line: Line, shown: str) -> None:
        self.line, self.said, self.shown = line, _digits(line.text), _digits(shown)

    def differs(self, values: frozenset[str]) -> bool:
        """Tell whether another digit is shown for one of some."""
        pairs = zip(self.said, self.shown, strict=True)
        return any(one != other and one in values for one, other in pairs)

    def shows(self, drawn: dict[str, str]) -> bool:
        """Tell whether others are shown only as the outlines have it (what each is drawn as)."""
        pairs = zip(self.said, self.shown, strict=True)
        return all(one == other or other in drawn.get(one, other) for one, other in pairs)

    def mended(self, values: frozenset[str]) -> Line:
        """Return the line with digits of some values as they are shown."""
        shown, made = iter(self.shown), ""
        for letter in self.line.text:
            digit = next(shown) if letter in DIGITS else letter
            other = letter in DIGITS and letter.translate(VALUES) in values
            thai = DIGITS.find(letter) >= len(DIGITS) // 2
            made += (DIGITS[10 + int(digit)] if thai else digit) if other else letter
        return replace(self.line, text=made, raw=self.line.raw or self.line.text)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter in DIGITS).translate(VALUES)
