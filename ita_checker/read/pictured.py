"""What a page's pictures say: the whole page where it has no text to be believed, and beside its
text where a picture takes much of it. What cannot be seen is said, never passed over.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2

from ita_checker.model import Line, Page, Source, Words
from ita_checker.read import banners, sight, strangers
from ita_checker.read.contradiction import contradiction
from ita_checker.read.damage import Damage, Told, damage
from ita_checker.read.deciphered import Cipher
from ita_checker.read.guard import unread
from ita_checker.read.layer import pdfium
from ita_checker.read.layer.letters import Ink, Sheet
from ita_checker.read.layer.marks.unread import codes_of, in_words
from ita_checker.read.layer.trust import FOREIGN, Judgement
from ita_checker.read.laying import laid
from ita_checker.read.misread import ILLEGIBLE, misread
from ita_checker.read.pieces import IMAGE, LITTLE, PATH, SHADING, TEXT, hidden, large
from ita_checker.read.sample import as_shown, compared

PAGE_WIDE = 0.6  # of the page under pictures: it is a picture
LARGE = 0.2  # a picture that may hold a table or a letter of its own
FEW = 200  # letters: fewer over a picture are a number, a stamp, a signature
UNSURE = 0.3  # of a line's letters are doubted: it may be a pattern or an ornament
SHAPED = 250  # points of filled areas: ten letters have as many
SHORTEST = 4  # letters of a line in a picture beside text: shorter are a photograph's noise

BROKEN = Words("ภาพบนหน้านี้เสียหาย แสดงได้ไม่ครบ", "the picture on this page is damaged")
HUGE = Words("ภาพบนหน้านี้ใหญ่เกินกว่าจะเปิดได้", "the picture on this page is too large to be opened")
ASKED = Words("สั่งให้อ่านด้วย OCR", "OCR was asked for")
OVER = Words("หน้านี้เป็นภาพที่มีข้อความพิมพ์ทับอยู่เล็กน้อย", "the page is a picture with a little text upon it")
BESIDE = Words("หน้านี้มีข้อความอยู่ในภาพด้วย", "a picture on this page holds text too")
UNLOOKED = Words("มีภาพขนาดใหญ่บนหน้านี้ซึ่งยังไม่ได้อ่าน", "a large picture on this page was not read")
EMPTY = Words(
    "หน้านี้ว่าง แต่ไฟล์มีข้อความของหน้านี้ที่มองไม่เห็น",
    "this page shows nothing, but the file holds text for it",
)
LETTERS = Words(
    "หน้านี้เสียหาย อ่านได้เฉพาะตัวอักษร ยังไม่ได้ดูภาพของหน้า",
    "this page is damaged: only its letters were read, nobody has seen it",
)
WORDLESS = Words("ไม่พบตัวหนังสือในภาพของหน้านี้", "no writing was found in the picture on this page")
NO_TIME = Words("ไฟล์นี้ใช้เวลาอ่านภาพครบที่กำหนดแล้ว", "the time for the pictures of this file is used up")
CANNOT, OFF = (
    Words("OCR อ่านไม่ได้", "OCR cannot read it"),
    Words("ปิด OCR ไว้", "OCR is off"),
)
UNLOOKED_PRINT = Words(
    "มีภาพของข้อความบนหน้านี้ซึ่งยังไม่ได้อ่าน", "a picture of writing on this page was not read"
)
SHAPES = Words(
    "ตัวอักษรบางส่วนของหน้านี้วาดเป็นรูป จึงอ่านจากภาพ",
    "some letters of this page are drawn as shapes; they were read from its picture",
)
UNREAD_SHAPES = Words(
    "ตัวอักษรบางส่วนของหน้านี้วาดเป็นรูป ยังไม่ได้อ่าน",
    "some letters of this page are drawn as shapes; they were not read",
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is said of writing that some objects draw, read or not; what else is drawn; whether they
    hold words for sure.
    """

    read: Words
    unread: Words
    others: frozenset[int]
    words: bool = True


_PASTED = _Kind(BESIDE, UNLOOKED_PRINT, frozenset((TEXT, PATH, SHADING)))
_LINES = _Kind(BESIDE, UNLOOKED_PRINT, frozenset((TEXT, PATH, SHADING)), words=False)
_DRAWN = _Kind(SHAPES, UNREAD_SHAPES, frozenset((TEXT, IMAGE, SHADING)))


@dataclass(frozen=True, slots=True)
class Eye:
    """How pictures are read: when, by what, and what tells before each whether there is time."""

    ocr: str
    engine: str
    before: Callable[[], bool]
    whole: Told = field(default_factory=dict)
    cipher: Cipher = field(default_factory=Cipher)
    banners: set[bytes] = field(default_factory=set)

    def instead(
        self, sheet: Sheet, page: pypdfium2.PdfPage | None, judgement: Judgement, asked: bool
    ) -> Page:
        """Return the page as its picture says, or as unread with the reason and what would help."""
        reason = ASKED if asked and judgement.reason is None else judgement.reason or ASKED
        lost = Damage() if page is None or sheet.pictures <= LITTLE else self._damage(page)
        if lost.any and (judgement.quality == "no text" or lost.broken + lost.huge > PAGE_WIDE):
            return _unread(sheet, HUGE if lost.huge else BROKEN)
        if self.ocr == "never" or page is None:
            return _unread(sheet, _and(reason, OFF if self.ocr == "never" else CANNOT))
        seen = self._read(page)
        if isinstance(seen, Words):
            return _unread(sheet, _and(reason, seen))
        if judgement.quality == "worthless":
            seen = self.cipher.read(pdfium.sheet(page, sheet.number, closely=True), seen)
        seen = _looked_at(replace(seen, number=sheet.number, reason=reason), sheet, page)
        said = contradiction(sheet.unseen, seen)
        if said is not None:
            return replace(seen, quality="contradicted", reason=said)
        return doubted(seen, BROKEN) if lost.any else seen

    def look(self, page: pypdfium2.PdfPage) -> Page | None:
        """Return what the picture of a page says; None where it cannot or is not to be read."""
        seen = OFF if self.ocr == "never" or self._damage(page).any else self._read(page)
        return None if isinstance(seen, Words) else seen

    def settled(self, sheet: Sheet, page: pypdfium2.PdfPage, text: Page) -> Page:
        """Return a page whose letters are doubtful as its picture settles it: trusted where lines
        of it are shown as the file says, read by OCR where they are not.
        """
        seen = self.look(page)
        if seen is None:
            return text
        result = compared(text, seen)
        better = _better_words(seen, text)
        if result.agree:
            codes = codes_of(sheet)
            text = as_shown(text, seen, codes)
            strange = FOREIGN.search(text.text) or in_words(codes, text.text)
            if not (strange or sheet.hidden or better):
                return replace(text, quality="repaired", reason=None)
        if not result.differ and (result.agree or not better):
            return text
        reason = Words(
            f"ข้อความในไฟล์ไม่ตรงกับภาพของหน้า (ไฟล์ “{result.says}” ภาพ “{result.shows}”) จึงอ่านจากภาพ",
            f"the file's text is not what the page shows (file “{result.says}”, "
            f"page “{result.shows}”); the picture was read",
        )
        made = replace(seen, number=sheet.number, reason=reason, unseen=text.unseen)
        return doubted(replace(made, quality="doubtful"), ILLEGIBLE) if misread(seen) else made

    def beside(self, sheet: Sheet, page: pypdfium2.PdfPage, text: Page) -> Page:
        """Return a page of text with what its pictures say laid to it."""
        if not sheet.drawn and sheet.hidden:
            return doubted(text, EMPTY)
        if text.source is not Source.TEXT:
            return text
        made = text if sheet.pictures <= LITTLE else self._with_pictures(sheet, page, text)
        if sheet.banners and sheet.pictures < LARGE and made is text:
            lines = banners.written(sheet, page, text, self.banners)
            if lines and not self._damage(page).any:
                made = self._with(sheet, page, text, lines, _LINES)
        if sheet.shaped < SHAPED or made.source is Source.UNREAD:
            return made
        rows = sight.paths(page).rows()
        return self._with(sheet, page, made, rows, _DRAWN) if rows else made

    def _with_pictures(self, sheet: Sheet, page: pypdfium2.PdfPage, text: Page) -> Page:
        few = sum(len(line.text) for line in text.lines) < FEW
        over = few and sheet.pictures >= PAGE_WIDE
        lost = self._damage(page)
        if lost.any:
            what = HUGE if lost.huge else BROKEN
            return _unread(sheet, what) if over else doubted(text, what)
        if sheet.pictures < LARGE:
            near = sight.pictures(page, sight.FINE)
            written = tuple(box for box in large(page) if near.is_written(box))
            return self._with(sheet, page, text, written, _PASTED) if written else text
        if self.ocr == "never":
            if not lost.telling and not sight.pictures(page).shows_something:
                return text
            return _unread(sheet, _and(OVER, OFF)) if over else doubted(text, UNLOOKED)
        view = sight.pictures(page)
        if not view.shows_something:
            return text
        boxes = large(page)
        paper = view.is_paper(boxes)
        if not over and not paper:
            return text  # photographs
        kinds = frozenset((TEXT,)) if over else frozenset((TEXT, PATH, SHADING))
        with hidden(page, kinds):
            seen = self._read(page, () if over else boxes)
        if isinstance(seen, Words):
            return _unread(sheet, _and(OVER, seen)) if over and paper else text
        seen = replace(seen, number=sheet.number, reason=OVER if over else BESIDE)
        made = laid(text, seen if over and paper else _surely(seen))
        if made is text:
            return text
        return made if text.quality != "doubtful" else doubted(made, text.reason or OVER)

    def _with(
        self, sheet: Sheet, page: pypdfium2.PdfPage, text: Page, boxes: Sequence[Ink], kind: _Kind
    ) -> Page:
        """Return a page with what is written in boxes of what one kind of objects draws; doubtful
        where it cannot be read.
        """
        if self.ocr == "never":
            return doubted(text, kind.unread)
        with hidden(page, kind.others):
            seen = self._read(page, boxes)
        if isinstance(seen, Words):
            return doubted(text, kind.unread)
        made = laid(text, _surely(replace(seen, number=sheet.number, reason=kind.read)))
        if made is text:
            return doubted(text, kind.unread) if kind.words else text
        return made if text.quality != "doubtful" else doubted(made, text.reason or kind.read)

    def _damage(self, page: pypdfium2.PdfPage) -> Damage:
        return damage(page, self.whole)

    def _read(self, page: pypdfium2.PdfPage, boxes: Sequence[Ink] = ()) -> Page | Words:
        """Return the page as OCR reads it, within boxes if there are any; or why it does not."""
        try:
            ocr = importlib.import_module("ita_checker.read.ocr")
        except ImportError:
            return CANNOT
        if not self.before():
            return NO_TIME
        seen: Page | Words = ocr.read_or_reason(page, 1, self.engine, boxes)
        return seen


def _better_words(seen: Page, text: Page) -> bool:
    """Tell whether what was read off a picture holds words where the file's text holds none."""
    shown, said = (strangers.share(line.text for line in one.lines) for one in (seen, text))
    return said > strangers.STRANGE and shown < said / 2


def unlooked(sheet: Sheet, text: Page) -> Page:
    """Return a page of which only the letters could be had, doubtful; unread where they are few
    over a picture, for then they are not what it shows, or where there are none.
    """
    few = sum(len(line.text) for line in text.lines) < FEW
    if text.source is not Source.UNREAD and few and (sheet.pictures >= LARGE or text.blank):
        return _unread(sheet, LETTERS if text.blank else _and(OVER, CANNOT))
    return doubted(text, LETTERS)


def _unread(sheet: Sheet, reason: Words) -> Page:
    return unread(sheet.number, reason, (sheet.width, sheet.height))


def _and(one: Words, other: Words) -> Words:
    """Return two reasons as one."""
    return Words(f"{one.th} และ{_after_and(other.th)}", f"{one.en}, and {other.en}")


def _after_and(words: str) -> str:
    """Return Thai words as they stand after another: Latin ones are set apart."""
    return f" {words}" if words[:1].isascii() else words


def doubted(page: Page, doubt: Words) -> Page:
    """Return a page with one more doubt."""
    if page.source is Source.UNREAD:
        return page
    if page.reason is not None and page.quality in ("doubtful", "contradicted"):
        if doubt.en in page.reason.en:
            return page
        both = Words(f"{page.reason.th}; {doubt.th}", f"{page.reason.en}; {doubt.en}")
        return replace(page, reason=both)
    return replace(page, quality="doubtful", reason=doubt, blank=False)


def _looked_at(seen: Page, sheet: Sheet, page: pypdfium2.PdfPage) -> Page:
    """Return a page that was read, blank only if nothing at all is seen on it; one without a word
    is doubtful.
    """
    if any(line.text for line in seen.lines):
        unsure = seen.quality == "doubtful" or misread(seen)
        made = replace(seen, blank=False)
        return doubted(replace(made, quality="ocr"), ILLEGIBLE) if unsure else made
    if seen.blank and (sheet.pictures > 0 or not sight.glance(page).shows_something):
        return seen
    return replace(seen, blank=False, quality="doubtful", reason=WORDLESS)


def _surely(seen: Page) -> Page:
    """Return what is read of a picture beside text without its shortest lines, and those of which
    nobody can be sure.
    """
    return replace(seen, lines=tuple(map(_long_or_none, seen.lines)))


def _long_or_none(line: Line) -> Line:
    letters = len(line.text.replace(" ", ""))
    unsure = len(line.doubtful) > UNSURE * letters
    if "\t" in line.after or (letters >= SHORTEST and not unsure):
        return line
    return replace(line, text="", raw="", edges=line.edges[:0], doubtful=())
