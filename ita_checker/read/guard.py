"""One page never costs the file: whatever goes wrong on it, the others are read."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2

from ita_checker.errors import ItaError
from ita_checker.model import Page, Source, Words
from ita_checker.read.layer.letters import Sheet
from ita_checker.read.layer.native import _native as native

MOST_LETTERS = 100_000  # of one page, unseen ones too; the fullest page of print has 15,000
MOST_OBJECTS = 400_000  # that a page draws, each of its letters by itself; a map has 100,000
MOST_RULES = 60_000  # drawn lines of one page; the finest table has 10,000 with its dots
A4 = 595.0, 842.0  # points: the size told for a page whose size cannot be read
# What libraries say in words of their own when memory is short: it may not be, another time, and
# the whole file is then read again.
NO_MEMORY = (
    "failed to map",
    "bad_alloc",
    "bad allocation",
    "Insufficient memory",
    "Failed to allocate",
    "Cannot allocate memory",
)


def guarded(number: int, read: Callable[[], Page]) -> Page:
    """Return a page as read, or as unread with the reason; errors that are not the page's own
    (memory, what is not installed) go on.
    """
    try:
        return read()
    except (ItaError, MemoryError, ImportError):
        raise
    except Exception as error:
        name = f"{type(error).__name__}: {error}"
        if any(sign in name for sign in NO_MEMORY):
            raise MemoryError(name) from error
        return unread(number, _broke(name[:120]))


def too_many_objects(page: pypdfium2.PdfPage) -> Words | None:
    """Return why a page is given up that draws more than a page can; None where it does not."""
    count = native.count_objects(native.address(page))
    if count <= MOST_OBJECTS:
        return None
    return Words(
        f"หน้านี้วาดวัตถุ {count} ชิ้น มากเกินกว่าหนึ่งหน้าจะมีได้",
        f"this page draws {count} objects, more than a page can",
    )


def too_much(sheet: Sheet) -> Words | None:
    """Return why a page is given up that holds more than a page can; None where it does not."""
    letters = len(sheet.letters) + sum(map(len, sheet.turned.values())) + sheet.hidden
    if letters > MOST_LETTERS:
        return Words(
            f"หน้านี้มีตัวอักษร {letters} ตัว มากเกินกว่าหนึ่งหน้าจะมีได้",
            f"this page holds {letters} letters, more than a page can",
        )
    if len(sheet.rules) > MOST_RULES:
        return Words(
            f"หน้านี้มีเส้น {len(sheet.rules)} เส้น มากเกินกว่าหนึ่งหน้าจะมีได้",
            f"this page holds {len(sheet.rules)} drawn lines, more than a page can",
        )
    return None


def unread(number: int, reason: Words, size: tuple[float, float] = A4) -> Page:
    """Return a page that was not read, with the reason."""
    return Page(number, *size, source=Source.UNREAD, reason=reason, quality="worthless")


def _broke(name: str) -> Words:
    return Words(f"ตัวอ่านหยุดทำงานที่หน้านี้ ({name})", f"the reader failed on this page ({name})")
