"""A file read within its time: pictures of pages only after the parent has been asked for the time
that takes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ita_checker.errors import ReadError
from ita_checker.model import Document, Page, ReadOptions, Source, Words
from ita_checker.run.outcomes import Done, Limits, Lost
from ita_checker.run.workers import run
from ita_checker.run.working import more_time, working_at
from ita_checker.scan.given_up import NOTHING, GivenUp

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


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file to be read alone, and what of it is given up."""

    path: Path
    given_up: GivenUp = field(default_factory=GivenUp)

    def after(self, lost: Lost) -> _Asked | None:
        """Return how to read the file after a reader of it was lost; None where nothing helps."""
        given_up = self.given_up.after(lost)
        return replace(self, given_up=given_up) if given_up else None


def read_in_time(path: Path, options: ReadOptions, given_up: GivenUp = NOTHING) -> Document:
    """Return the document without the pages given up; ReadError where it cannot be read."""
    from ita_checker.read import read
    from ita_checker.read.pictured import doubted

    end = time.monotonic() + LONGEST

    def granted() -> bool:
        if time.monotonic() > end:
            return False
        more_time(SECONDS_A_PICTURE)
        return True

    def next_page(number: int) -> Words | None:
        why = given_up.why(number)
        if why is None:
            working_at("part", number)
        return why

    working_at("opening")
    way = replace(options, way=given_up.way)
    document = read(path, way, granted, next_page, lambda: working_at("closing"))
    working_at("whole", len(document.pages))  # where it fails, what it was at is to be given up
    if given_up.otherwise is None:
        return document
    return replace(
        document, pages=tuple(doubted(page, given_up.otherwise) for page in document.pages)
    )


def judged_in_part(document: Document, given_up: GivenUp) -> Document:
    """Return the document with the pages unread that are not to be judged."""
    from ita_checker.read.guard import unread

    out = given_up.left_out
    if out is None:
        return document
    pages = (
        unread(page.number, out.why, (page.width, page.height))
        if page.number in out.pages and page.source is not Source.UNREAD
        else page
        for page in document.pages
    )
    return replace(document, pages=tuple(pages))


def read_alone(
    path: Path, options: ReadOptions, limits: Limits, lost: Callable[[Lost], ReadError]
) -> Document:
    """Return one document, read by a worker of its own; ReadError, also for a limit passed."""
    _, outcome = next(run(partial(_opened, options=options), [_Asked(path)], 1, limits, Opened))
    if not isinstance(outcome, Done):
        raise lost(outcome)
    opened: Opened = outcome.value
    if opened.code and opened.what:
        raise ReadError(opened.code, opened.what, str(path), opened.remedy)
    return Document(str(path), opened.sha256, opened.pages)


def _opened(asked: _Asked, options: ReadOptions) -> Opened:
    try:
        document = read_in_time(asked.path, options, asked.given_up)
    except ReadError as error:
        return Opened(code=error.code, what=error.what, remedy=error.remedy)
    return Opened(document.sha256, document.pages)
