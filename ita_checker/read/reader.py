"""One file while it is read: which engine opens it, what goes wrong on which page, when a picture
is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from ita_checker.errors import ReadError
from ita_checker.model import Page, Words
from ita_checker.model import ReadOptions as Options
from ita_checker.read.broken_fonts import Fonts
from ita_checker.read.engines import Engines
from ita_checker.read.figures import Figures
from ita_checker.read.guard import guarded, too_many_objects, too_much, unread
from ita_checker.read.layer import pdfium
from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import Sheet
from ita_checker.read.layer.native import typed, undrawn
from ita_checker.read.layer.native.frame import Frame
from ita_checker.read.layer.native.structure import Structure
from ita_checker.read.layer.plumber import Plumber
from ita_checker.read.layer.runs import turned
from ita_checker.read.layer.told_by_fonts import stumbles
from ita_checker.read.layer.trust import foreign
from ita_checker.read.opening import MENDED, SAVE_AGAIN, UNCHECKED, opened
from ita_checker.read.page import pages
from ita_checker.read.page.raised import ONE
from ita_checker.read.pictured import Eye, doubted, unlooked
from ita_checker.read.sight import glance
from ita_checker.read.strangers import unknown_words

DAMAGED = Words("หน้านี้ของไฟล์เสียหาย เปิดไม่ได้", "this page of the file is damaged and cannot be opened")
CUT_SHORT = Words(
    "ข้อมูลของหน้านี้เสียหาย ขาดหายไปบางส่วน",
    "this page of the file is damaged: part of what it draws is lost",
)


class Reader:
    """One file while it is read: pdfium first, pdfplumber where its letters are better."""

    def __init__(
        self, path: Path, content: bytes, options: Options, before_picture: Callable[[], bool]
    ) -> None:
        self.path, self.options = path, options
        self.eye = Eye(options.ocr, options.ocr_engine, before_picture)
        blind = options.way in ("unchecked", "letters")  # qpdf may be what kills
        self.structure = Structure(None if blind else content)
        self.plumber = Plumber(content, self.structure)
        self.engines = Engines(self.plumber)
        self.fonts, self.figures = Fonts(), Figures(self.structure)
        how = opened(path, content, options.way)
        self.pdf, self.doubt = how.pdf, how.doubt
        try:
            self.count = len(self.pdf) if self.pdf is not None else len(self.plumber)
        except stumbles() as error:
            raise self.damaged() from error
        if not self.count:
            raise self.damaged()
        self.listed = self.structure.count  # here, that it is no page's fault where it never ends
        if self.doubt is None and self.structure.rebuilt:
            self.doubt = MENDED

    def may_have_more(self) -> bool:
        """Tell whether there may be pages after the last: where the list of them is lost, the pages
        are those that are found.
        """
        damaged = self.pdf is None or self.doubt is MENDED
        return damaged and (self.listed is None or self.listed > self.count)

    def damaged(self) -> ReadError:
        """Return the error for a file that no engine can open."""
        what = Words("ไฟล์ PDF เสียหาย เปิดอ่านไม่ได้", "a damaged PDF that cannot be opened")
        return ReadError("DOC001", what, str(self.path), SAVE_AGAIN)

    def close(self) -> None:
        self.plumber.close()
        self.structure.close()
        if self.pdf is not None:
            self.pdf.close()

    def page(self, number: int, why_not: Words | None) -> Page:
        """Return the page of that number (from 1); unread, with the reason, where it is not to be
        read or anything goes wrong on it.
        """
        if why_not is not None:
            return unread(number, why_not)
        page = guarded(number, lambda: self._page(number))
        if self.doubt is None:
            return page
        return unread(number, CUT_SHORT) if page.blank else doubted(page, self.doubt)

    def _page(self, number: int) -> Page:
        try:
            page = self.pdf[number - 1] if self.pdf is not None else None
        except pypdfium2.PdfiumError:  # this page is damaged; others may not be
            page = None
        cut = self.structure.damaged(number)
        if cut:
            if page is not None:
                page.close()
            return unread(number, CUT_SHORT)
        if page is None or self.pdf is None:
            return self._without_pdfium(number)
        reason = too_many_objects(page)
        if reason is not None:
            page.close()
            return unread(number, reason)
        hides = self.structure.hides(number)
        page, doubt, said = typed.onto_page(self.pdf, page, number)
        try:
            if self.options.engine == "plumber":
                sheet, whole = self.plumber.sheet(number), not said
            else:
                sheet = pdfium.sheet(page, number, hides=hides)
                sheet, whole = undrawn.written(sheet, said, Frame(page)) if said else (sheet, True)
            read_page = self._finished(sheet, page)
            doubt = doubt if whole else typed.UNDRAWN
            for why in (doubt, UNCHECKED if cut is None and self.doubt is None else None):
                read_page = read_page if why is None else doubted(read_page, why)
            return read_page
        finally:
            page.close()

    def _without_pdfium(self, number: int) -> Page:
        """Return a page that only pdfplumber may load; unread where it cannot either."""
        try:
            sheet = self.plumber.sheet(number)
        except stumbles():
            return unread(number, DAMAGED)
        return self._finished(sheet, None)

    def _finished(self, sheet: Sheet, page: pypdfium2.PdfPage | None) -> Page:
        reason = too_much(sheet)
        if reason is not None:
            return unread(sheet.number, reason, (sheet.width, sheet.height))
        if not sheet.drawn and page is not None and glance(page).shows_something:
            sheet = replace(sheet, drawn=True)  # a note, a pattern
        turn = turned.mostly(sheet)
        straight = turned.straightened(sheet, turn) if turn else sheet
        both = page is not None and self.options.engine == "auto"
        straight, found, judgement = self.engines.judged(straight, both)
        asked = self.options.ocr == "always"
        if asked or (judgement.quality in ("worthless", "no text") and sheet.drawn):
            return self.eye.instead(sheet, page, judgement, asked)
        made = pages.page(straight, found, judgement)
        if turn:
            made = turned.put_back(made, turn)
        if page is None:
            return unlooked(sheet, made)
        unknown = unknown_words(line.text for line in made.lines if not made.reason)
        doubt = unknown or (None if made.reason else self._doubt(made, found, straight.fonts))
        settled = made = doubted(made, doubt) if doubt is not None else made
        if (judgement.by_letters or doubt is not None) and not turn:
            settled = self.eye.settled(sheet, page, made)
        if (unknown is not None or judgement.by_letters) and settled.reason is not None:
            self.fonts.learn(made, found, straight.fonts)
        settled = self.figures.settled(self.eye, sheet, found, settled, page)
        return self.eye.beside(sheet, page, settled)

    def _doubt(self, made: Page, found: Galley, fonts: Sequence[str]) -> Words | None:
        """Return why a page is doubted for its letters that holds the words of a language."""
        text = made.text
        if ONE in text and ONE not in found.texts:  # the number of a note
            text = text.replace(ONE, "")
        return foreign(text) or self.fonts.doubt(found, fonts)

    def again(self, found: tuple[Page, ...]) -> tuple[Page, ...]:
        """Return the pages, those read again that were believed too early."""
        believed = self.fonts.believed_before
        return tuple(self.page(one.number, None) if believed(one) else one for one in found)
