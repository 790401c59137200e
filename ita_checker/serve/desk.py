"""Where jobs are scanned, one after the other: by the workers every scan has, in a thread beside
the server, so that the page hears of each file as it is done.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from ita_checker import parts
from ita_checker.errors import ItaError, UsageError
from ita_checker.model import Batch, Report, Words
from ita_checker.report.formats.html import KEEPER
from ita_checker.run.drafts import draft
from ita_checker.scan import api
from ita_checker.scan.decisions import load
from ita_checker.scan.scanned import Scanned
from ita_checker.scan.settings import Keywords, Settings, settings
from ita_checker.serve.jobs import BUSY, Asked, Job, Line, Listing, State

SERVED = files("ita_checker.serve").joinpath("assets/keep-served.js")
EMPTY = Words("ยังไม่มีไฟล์ที่จะตรวจ", "there is no file to look at")
AT_WORK = Words("งานนี้กำลังตรวจอยู่", "this job is being scanned")


@dataclass(frozen=True, slots=True)
class Means:
    """What every job shares: the language of what is written, rule folders, workers at once, and
    how scans are read.
    """

    lang: str = "th"
    rules: tuple[Path, ...] = ()
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    more: Keywords = field(default_factory=lambda: Keywords())


class Desk:
    """One thread that scans what is laid on it."""

    def __init__(self, means: Means) -> None:
        self.means = means
        self._thread = ThreadPoolExecutor(1, "scan")

    def lay(self, job: Job, asked: Asked) -> None:
        """Have a job scanned when its turn comes; UsageError where it is at work or has no file."""
        with job.lock:
            if job.state in BUSY:
                raise UsageError(AT_WORK)
            if not job.sent:
                raise UsageError(EMPTY)
            job.asked, job.state, job.fault = asked, State.WAITING, None
            job.total, job.lines, job.scanned = 0, [], None
            job.stop.clear()
            job.page.unlink(missing_ok=True)
        self._thread.submit(self._done, job).add_done_callback(lambda done: _ended(job, done))

    def batch(self, job: Job, decided: bool = True) -> Batch:
        """Return the job's reports with what was decided by now. What a server before this one
        scanned is taken out of the cache.
        """
        with job.lock:
            rows = decided and job.ledger.rows
            return self._scanned(job).batch(load(job.ledger.path) if rows else None)

    def pdf(self, job: Job, shown: str) -> Path | None:
        """Return where the PDF lies that a report was read from, by its path as shown; the file
        itself where none was made of it. None for a path that no report has.
        """
        return self._scanned(job).pdf(shown)

    def end(self) -> None:
        """Stop all scans; wait until no worker is left."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _scanned(self, job: Job) -> Scanned:
        """Return the job's scan, done anew (out of the cache) where another server did it."""
        if done := job.scanned:
            return done
        with job.lock:
            done = job.scanned or api.scanned([job.files], self._settings(job))[0]
            job.scanned = done
            return done

    def _settings(self, job: Job) -> Settings:
        asked = job.asked
        given: Keywords = {
            **self.means.more,
            "year": asked.year,
            "scheme": asked.scheme,
            "items": asked.items,
            "complete": asked.complete,
            "ocr": asked.ocr,
            "manifest": job.listing(Listing.MANIFEST),
            "register": job.listing(Listing.REGISTER),
            "title": asked.title,
            "date": "today",
            "rules": self.means.rules,
            "jobs": self.means.jobs,
        }
        return settings(given)

    def _done(self, job: Job) -> None:
        job.state = State.SCANNING

        def told(_: int, total: int, report: Report) -> None:
            job.total = total
            job.lines.append(_line(report))

        done, wrong = api.scanned([job.files], self._settings(job), told, stop=job.stop.is_set)
        if wrong:
            raise wrong[0]
        job.scanned, job.state = done, State.DRAWING
        self._drawn(job)
        job.state = State.STOPPED if job.stop.is_set() else State.DONE
        job.keep()

    def _drawn(self, job: Job) -> None:
        """Write the page of the job, as it is served: what is decided is not in it."""
        local, served = (part.read_text(encoding="utf-8") for part in (KEEPER, SERVED))
        keeper = f"const local = (() => {{\n{local}return keeper;\n}})();\n{served}"
        batch, lang = self.batch(job, decided=False), self.means.lang
        with draft(job.page) as place, place.open("wb") as file:
            file.writelines(rendered(batch, "html", lang, keeper=keeper, connect="'self'"))


def rendered(batch: Batch, form: str, lang: str, **more: str) -> Iterator[bytes]:
    """Yield a batch in one format; `more` is what the format takes."""
    for piece in parts.load("report.formats", form).render(batch, lang, **more):
        yield piece.encode(errors="replace") if isinstance(piece, str) else piece


def _line(report: Report) -> Line:
    unread = len(report.pages_unread) + (report.pages is None)
    return Line(
        report.path,
        report.status.value,
        report.organisation or "",
        len(report.findings),
        unread,
    )


def _ended(job: Job, done: Future[None]) -> None:
    """Tell why a scan gave nothing, whatever broke."""
    if done.cancelled():
        job.state = State.FILLING
        return
    error = done.exception()
    if error is None:
        return
    if isinstance(error, ItaError):
        job.fault = Words(error.text("th"), error.text("en"))
    else:
        name = f"{type(error).__name__}: {error}"[:500]
        job.fault = Words(f"โปรแกรมล้มเหลว ({name})", f"the program broke ({name})")
    job.state = State.FAILED
    job.keep()
