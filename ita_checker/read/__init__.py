"""PDF to Document: letters, repaired letters, lines, tables; scans by OCR."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from ita_checker.collecting import without_collecting
from ita_checker.errors import ReadError
from ita_checker.model import Document, Page, Words
from ita_checker.model import ReadOptions as Options
from ita_checker.read.broken_fonts import Fonts
from ita_checker.read.distilled import mended
from ita_checker.read.figures import Figures
from ita_checker.read.guard import guarded, too_many_objects, too_much, unread
from ita_checker.read.layer import learning, pdfium, ticks, turned, typed
from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import Sheet
from ita_checker.read.layer.plumber import Plumber
from ita_checker.read.layer.structure import Structure
from ita_checker.read.layer.told_by_fonts import stumbles
from ita_checker.read.layer.trust import Judgement, foreign, judged
from ita_checker.read.layer.unread import code as code_of
from ita_checker.read.opening import BEYOND, MENDED, SAVE_AGAIN, UNCHECKED, content_of, opened
from ita_checker.read.page import pages
from ita_checker.read.page.raised import ONE
from ita_checker.read.pictured import Eye, doubted, unlooked
from ita_checker.read.sight import glance
from ita_checker.read.strangers import unknown_words

ALL_BUT_FEW = 0.995  # share of a page's letters that the other engine reads, too
TOO_STRANGE = 0.004  # share of a page's letters from which pdfplumber is asked too
DAMAGED = Words("หน้านี้ของไฟล์เสียหาย เปิดไม่ได้", "this page of the file is damaged and cannot be opened")
CUT_SHORT = Words(
    "ข้อมูลของหน้านี้เสียหาย ขาดหายไปบางส่วน",
    "this page of the file is damaged: part of what it draws is lost",
)
PLAIN = Options()


def _always() -> bool:
    """Tell that there is time for one more picture."""
    return True


def _none(number: int) -> Words | None:
    """Return why a page is not to be read: nothing is against any."""
    return None


def _nothing() -> None:
    """Do nothing where nobody is to be told."""


def read(
    path: Path,
    options: Options = PLAIN,
    before_picture: Callable[[], bool] = _always,
    before_page: Callable[[int], Words | None] = _none,
    after_pages: Callable[[], None] = _nothing,
) -> Document:
    """Return the PDF as read; ReadError DOC001 if it is none, DOC002 if it is locked, DOC005 if it
    has more pages than allowed. `before_picture` is asked before the picture of a page is read,
    which takes a while: where there is no time the page is unread. `before_page` is asked before
    each page why it is not to be read; `after_pages` is told when none is left.
    """
    path = Path(path)
    content = content_of(path)
    digest = hashlib.sha256(content).hexdigest()
    if options.way == PLAIN.way:
        content = mended(content)
    reader = _Reader(path, content, options, before_picture)
    try:
        if reader.count > options.max_pages:
            raise _too_long(path, reader.count, options.max_pages)
        first, last = options.pages or (1, reader.count)
        numbers = range(max(1, first), min(last, reader.count) + 1)
        with without_collecting():
            found = tuple(reader.page(number, before_page(number)) for number in numbers)
            found = reader.again(found)
        after_pages()
        if found and all(page.reason is DAMAGED for page in found):
            raise reader.damaged()
        if found and last >= reader.count and reader.may_have_more():
            found += (unread(reader.count + 1, BEYOND),)
        return Document(str(path), digest, found)
    finally:
        reader.close()


def _too_long(path: Path, count: int, most: int) -> ReadError:
    what = Words(f"มี {count} หน้า เกิน {most} หน้าที่กำหนด", f"{count} pages, more than {most}")
    hint = Words("แยกไฟล์หรือเพิ่มจำนวนหน้าที่ยอมให้อ่าน", "Split the file or allow more pages.")
    return ReadError("DOC005", what, str(path), hint)


class _Reader:
    """One file while it is read: pdfium first, pdfplumber where its letters are better."""

    def __init__(
        self, path: Path, content: bytes, options: Options, before_picture: Callable[[], bool]
    ) -> None:
        self.path, self.options = path, options
        self.eye = Eye(options.ocr, options.ocr_engine, before_picture)
        self.plumber = Plumber(content)
        blind = options.way in ("unchecked", "letters")  # qpdf may be what kills
        self.structure = Structure(None if blind else content)
        self.known = learning.Known()
        self.fonts, self.figures = Fonts(), Figures(self.structure)
        self.in_vain: set[str] = set()  # the fonts of which pdfplumber knows no more than pdfium
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
        page, doubt = typed.onto_page(self.pdf, page, number)
        try:
            if self.options.engine == "plumber":
                read_page = self._finished(self.plumber.sheet(number), page)
            else:
                read_page = self._finished(pdfium.sheet(page, number, hides=hides), page)
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
        straight, found, judgement = self._judged(straight, page)
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

    def _judged(
        self, sheet: Sheet, page: pypdfium2.PdfPage | None
    ) -> tuple[Sheet, Galley, Judgement]:
        """Return a sheet with its letters repaired, and what they are worth."""
        both = page is not None and self.options.engine == "auto"
        if both and sheet.unmapped:
            self.known.ask(self.plumber, sheet)
        sheet, found, judgement = self._applied(sheet)
        if both and self._strange(sheet, judgement):
            return self._better(sheet, found, judgement)
        return sheet, found, judgement

    def _applied(self, sheet: Sheet) -> tuple[Sheet, Galley, Judgement]:
        """Return a sheet read by the codes known so far, its letters, and what they are worth."""
        sheet = ticks.told(self.known.applied(sheet))
        found = pages.letters(sheet)
        return sheet, found, judged(sheet, found)

    @staticmethod
    def _strange(sheet: Sheet, judgement: Judgement) -> bool:
        """Tell whether a page holds many letters that cannot be right and for which the file gives
        no reading.
        """
        most = TOO_STRANGE * judgement.letters
        return (
            judgement.strange > most
            and sum((letter[5], letter[0]) in sheet.unmapped for letter in sheet.letters) > most
        )

    def _better(
        self, sheet: Sheet, found: Galley, judgement: Judgement
    ) -> tuple[Sheet, Galley, Judgement]:
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
                if not self._strange(sheet, judgement):
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
