"""The letters of a page as the engines tell them, repaired: pdfium's, and pdfplumber's where they
are better.
"""

from __future__ import annotations

from ita_checker.read.layer import learning
from ita_checker.read.layer.boxes import ticks
from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import Sheet
from ita_checker.read.layer.marks.unread import code as code_of
from ita_checker.read.layer.plumber import Plumber
from ita_checker.read.layer.told_by_fonts import stumbles
from ita_checker.read.layer.trust import Judgement, judged
from ita_checker.read.page import pages

ALL_BUT_FEW = 0.995  # share of a page's letters that the other engine reads, too
TOO_STRANGE = 0.004  # share of a page's letters from which pdfplumber is asked too
Told = tuple[Sheet, Galley, Judgement]  # a sheet, its letters repaired, and what they are worth


class Engines:
    """What is known of one file's letters while it is read."""

    def __init__(self, plumber: Plumber) -> None:
        self.plumber = plumber
        self.known = learning.Known()
        self.in_vain: set[str] = set()  # the fonts of which pdfplumber knows no more than pdfium

    def judged(self, sheet: Sheet, both: bool) -> Told:
        """Return a sheet with its letters repaired, and what they are worth; `both`: whether
        pdfplumber may be asked too.
        """
        if both and sheet.unmapped:
            self.known.ask(self.plumber, sheet)
        sheet, found, judgement = self._applied(sheet)
        if both and _strange(sheet, judgement):
            return self._better(sheet, found, judgement)
        return sheet, found, judgement

    def _applied(self, sheet: Sheet) -> Told:
        """Return a sheet read by the codes known so far, its letters, and what they are worth."""
        sheet = ticks.told(self.known.applied(sheet))
        found = pages.letters(sheet)
        return sheet, found, judged(sheet, found)

    def _better(self, sheet: Sheet, found: Galley, judgement: Judgement) -> Told:
        """Return what pdfplumber knows of the page where fewer letters are strange then: the codes
        of its fonts, or all it reads.
        """
        asked = {(sheet.fonts[font], code_of(one)) for font, one in sheet.unmapped}
        fonts = {font for font, _ in asked}
        if fonts <= self.in_vain:
            return sheet, found, judgement
        try:
            told = self.plumber.readings(sheet.number)
            if not (asked.isdisjoint(told.known) and fonts.isdisjoint(told.plain)):
                self.known.learn(told)
                sheet, found, judgement = self._applied(sheet)
                if not _strange(sheet, judgement):
                    return sheet, found, judgement
            elif not self.plumber.may_read(sheet.number, asked):
                self.in_vain |= fonts
                return sheet, found, judgement
            other = self.plumber.sheet(sheet.number)
        except stumbles():  # pdfium's letters stand
            return sheet, found, judgement
        letters = pages.letters(other)
        second, codes = judged(other, letters), learning.learnt(sheet, other)
        # later pages are then read by pdfium alone, and this one with the ink that pdfium knows
        if codes:
            self.known.codes |= codes
            taught, taught_letters, first = self._applied(sheet)
            if first.strange <= second.strange:
                return taught, taught_letters, first
        if (
            not sheet.hidden  # pdfplumber does not know what the page shows
            and second.letters >= ALL_BUT_FEW * judgement.letters  # … and drops what has no code
            and second.letters
            and second.strange * max(1, judgement.letters) < judgement.strange * second.letters / 2
        ):
            return other, letters, second
        self.in_vain |= fonts
        return sheet, found, judgement


def _strange(sheet: Sheet, judgement: Judgement) -> bool:
    """Tell whether a page holds many letters that cannot be right and for which the file gives
    no reading.
    """
    most = TOO_STRANGE * judgement.letters
    if judgement.strange <= most or not sheet.unmapped:
        return False
    said = Galley.of(sheet.letters)
    pairs = zip(said.font.tolist(), said.texts, strict=True)
    return sum(pair in sheet.unmapped for pair in pairs) > most
