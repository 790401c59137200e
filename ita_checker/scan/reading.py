"""A file read within its time: pictures of pages only after the parent has been asked for the time
that takes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ita_checker.errors import ReadError
from ita_checker.model import Document, Page, ReadOptions, Words
from ita_checker.run.workers import Done, Limits, Lost, more_time, run

SECONDS_A_PICTURE = 20.0  # more time for each page that OCR has to read
LONGEST = (
    1800.0  # seconds a file's pictures may take; what is left then is unread, the rest is kept
)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a worker read of a file, or why it could not: what ReadError says."""

    sha256: str = ""
    pages: tuple[Page, ...] = ()
    code: str | None = None
    what: Words | None = None
    remedy: Words | None = None


def read_in_time(path: Path, options: ReadOptions) -> Document:
    """Return the document; ReadError where it cannot be read."""
    from ita_checker.read import read

    end = time.monotonic() + LONGEST

    def granted() -> bool:
        if time.monotonic() > end:
            return False
        more_time(SECONDS_A_PICTURE)
        return True

    return read(path, options, granted)


def read_alone(
    path: Path, options: ReadOptions, limits: Limits, lost: Callable[[Lost], ReadError]
) -> Document:
    """Return one document, read by a worker of its own; ReadError, also for a limit passed."""
    _, outcome = next(run(partial(_opened, options=options), [path], 1, limits, Opened))
    if not isinstance(outcome, Done):
        raise lost(outcome)
    opened: Opened = outcome.value
    if opened.code and opened.what:
        raise ReadError(opened.code, opened.what, str(path), opened.remedy)
    return Document(str(path), opened.sha256, opened.pages)


def _opened(path: Path, options: ReadOptions) -> Opened:
    try:
        document = read_in_time(path, options)
    except ReadError as error:
        return Opened(code=error.code, what=error.what, remedy=error.remedy)
    return Opened(document.sha256, document.pages)
