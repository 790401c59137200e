"""One page never costs the file: whatever goes wrong on it, the others are read."""

from __future__ import annotations

from collections.abc import Callable

from ita_checker.errors import ItaError
from ita_checker.model import Page, Source, Words

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


def unread(number: int, reason: Words, size: tuple[float, float] = A4) -> Page:
    """Return a page that was not read, with the reason."""
    return Page(number, *size, source=Source.UNREAD, reason=reason, quality="worthless")


def _broke(name: str) -> Words:
    return Words(f"ตัวอ่านหยุดทำงานที่หน้านี้ ({name})", f"the reader failed on this page ({name})")
