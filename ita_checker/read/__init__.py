"""PDF to Document: letters, repaired letters, lines, tables; scans by OCR."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from ita_checker.collecting import without_collecting
from ita_checker.errors import ReadError
from ita_checker.model import Document, Words
from ita_checker.model import ReadOptions as Options
from ita_checker.read.distilled import mended
from ita_checker.read.guard import unread
from ita_checker.read.opening import BEYOND, content_of
from ita_checker.read.reader import DAMAGED, Reader

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
    reader = Reader(path, content, options, before_picture)
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
