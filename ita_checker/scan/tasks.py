"""Many files: each read and judged by a worker that can be killed, kept as it comes, order kept,
none lost.

The reading room and the judge are entered by workers only: a scan with nothing new never loads
them.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from ita_checker.errors import ReadError
from ita_checker.model import Document, Finding, Pack, Report, Status, Submission, Words
from ita_checker.run import workers
from ita_checker.run.cache import Cache, fingerprint, key, unpack
from ita_checker.run.workers import Done, Limits, Lost, Outcome, more_time
from ita_checker.scan import remote
from ita_checker.scan.reports import Spool

Engine = Callable[[Callable[[Any], Any], Iterable[Any], int, Limits], Iterator[tuple[int, Outcome]]]
KEEP_EVERY, KEEP_SECONDS = (
    20,
    1.0,
)  # reports, seconds between two writes to the cache: what a kill can cost
SECONDS_A_PICTURE = 20.0  # more time for each page that OCR has to read
MOST_PAGES = 2000
PRELOADED = ("ita_checker.scan.tasks", "ita_checker.scan.preload")


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: when pictures of pages are, how many pages a file may have, what reads
    pictures, its version if not ours.
    """

    ocr: Literal["auto", "never", "always"] = "auto"
    max_pages: int = MOST_PAGES
    ocr_engine: Literal["own", "tesseract"] = "own"
    ocr_version: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One file to check: where it lies (a path or a URL), its place in the order, its key in the
    cache, what it was handed in as.
    """

    index: int
    path: str
    sha256: str | None
    key: str
    submission: Submission


@dataclass(frozen=True, slots=True)
class Means:
    """What every task of a scan shares. `packs` may lack what only judging needs: `whole` gives
    all of it.
    """

    packs: tuple[Pack, ...]
    reading: Reading
    limits: Limits
    jobs: int = 1
    cache: Cache | None = None  # None where nothing is kept
    engine: Engine = workers.run
    call: Callable[..., Report] | None = None  # instead of check(): how tests make a reader fail
    whole: Callable[[], tuple[Pack, ...]] | None = None


Progress = Callable[[int, int, Report], None]
Handed = Callable[[str, str], Submission]


def scan(
    files: Sequence[tuple[str, str]], handed: Handed, means: Means, progress: Progress | None = None
) -> Spool:
    """Return one report per file (path shown, path on disk), in their order; `handed` tells what a
    file was handed in as.

    What the cache has is not done again, so a scan that was killed goes on where it was. Broken
    off by Ctrl-C, the files
    not yet looked at say so in their reports.
    """
    spool = Spool(len(files))
    told, keeping = _Told(spool, progress), _Keeping(means.cache)
    try:
        _run(_open_tasks(files, handed, means, told, keeping), means, told, keeping)
        keeping.ended()
    except KeyboardInterrupt:
        _break_off(files, handed, told)
    finally:
        keeping.write()
    return spool


def _run(waiting: Iterator[Task], means: Means, told: _Told, keeping: _Keeping) -> None:
    """Have the tasks done; where there is none, neither packs nor workers are made."""
    first = next(waiting, None)
    if first is None:
        return
    tasks: dict[int, Task] = {}
    workers.prepare(() if means.call else PRELOADED)
    packs = means.whole() if means.whole else means.packs
    keep = means.cache.path.parent if means.cache else None
    call = partial(means.call or check, packs=packs, reading=means.reading, keep=keep)
    for number, outcome in means.engine(
        call, _noted(chain([first], waiting), tasks), means.jobs, means.limits
    ):
        task = tasks.pop(number)
        outcome = _whole(outcome)
        report = outcome.value if isinstance(outcome, Done) else unreadable(task, lost(outcome))
        same = task.sha256 in (
            None,
            report.sha256,
        )  # else the file changed on its way to the worker
        keeping.add(task.key if same else "", report, final=isinstance(outcome, Done))
        told.put(task.index, report)


def _noted(waiting: Iterator[Task], tasks: dict[int, Task]) -> Iterator[Task]:
    for number, task in enumerate(waiting):
        tasks[number] = task
        yield task


def _whole(outcome: Outcome) -> Outcome:
    """Return the outcome; what is no report is a crash."""
    if isinstance(outcome, Done) and not isinstance(outcome.value, Report):
        return Lost("crash", f"no report but {type(outcome.value).__name__}")
    return outcome


def check(task: Task, packs: Sequence[Pack], reading: Reading, keep: Path | None) -> Report:
    """Return the report on one file; a file that cannot be read is a report too."""
    from ita_checker.judge.judge import judge

    try:
        with remote.fetched(task.path) as path:
            task = task if task.sha256 else replace(task, sha256=_sha256(path))
            document = _document(path, task, reading, Cache(keep) if keep else None)
        return judge(document, task.submission, packs)
    except ReadError as error:
        return unreadable(task, error)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        name = f"{type(error).__name__}: {error}"
        return unreadable(
            task,
            ReadError(
                "DOC005",
                Words(f"โปรแกรมอ่านไฟล์นี้ล้มเหลว ({name})", f"the reader failed on this file ({name})"),
            ),
        )


def _document(path: Path, task: Task, reading: Reading, cache: Cache | None) -> Document:
    """Return the document, from the cache where it was read before in the same way."""
    if cache is None or not task.sha256:
        return replace(_read(path, reading), path=task.path)
    name = key("document", task.sha256, fingerprint("read", "text", "model"), reading)
    document: Document | None = cache.get(name)
    if document is None:
        document = _read(path, reading)
        if document.sha256 == task.sha256:
            cache.put("document", [(name, document)])
    cache.close()
    return replace(document, path=task.path)


def _read(path: Path, reading: Reading) -> Document:
    """Return the document; its pictures are read only after the parent has been asked for the time
    that takes.
    """
    from ita_checker.read import Options, read

    document = read(path, Options(ocr="never", max_pages=reading.max_pages))
    pictures = len(document.pages) if reading.ocr == "always" else len(document.unread)
    if reading.ocr == "never" or not pictures:
        return document
    more_time(SECONDS_A_PICTURE * pictures)
    return read(
        path, Options(ocr=reading.ocr, max_pages=reading.max_pages, ocr_engine=reading.ocr_engine)
    )


@dataclass
class _Told:
    """Where reports are put and progress is told."""

    spool: Spool
    progress: Progress | None
    done: int = 0

    def put(self, index: int, report: Report, data: bytes | None = None) -> None:
        self.spool.put(index, report, data)
        self.done += 1
        if self.progress:
            self.progress(self.done, len(self.spool), report)


@dataclass
class _Keeping:
    """Reports on their way to the cache, some at a time.

    A limit or a crash may not come again, so such a report is kept only until the scan has ended:
    for the scan that goes on
    where this one was killed, not for the next.
    """

    cache: Cache | None
    waiting: list[tuple[str, Report]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    written: float = field(default_factory=time.monotonic)

    def get(self, name: str) -> tuple[Report, bytes] | None:
        """Return the report of that key, also as packed; it may be that it was lost before this
        scan was killed.
        """
        for known in (name, _lost(name)) if self.cache else ():
            data = self.cache.packed(known) if self.cache else None
            report = unpack(data) if data else None
            if data and isinstance(report, Report):
                self.lost += [known] if known != name else []
                return report, data
        return None

    def add(self, name: str, report: Report, final: bool) -> None:
        if name and report.sha256:
            self.waiting.append((name if final else _lost(name), report))
            self.lost += [] if final else [_lost(name)]
        if len(self.waiting) >= KEEP_EVERY or time.monotonic() > self.written + KEEP_SECONDS:
            self.write()

    def write(self) -> None:
        if self.cache and self.waiting:
            self.cache.put("report", self.waiting)
        self.waiting.clear()
        self.written = time.monotonic()

    def ended(self) -> None:
        self.write()
        if self.cache and self.lost:
            self.cache.drop(self.lost)


def _lost(name: str) -> str:
    return f"lost {name}"


def _open_tasks(
    files: Sequence[tuple[str, str]], handed: Handed, means: Means, told: _Told, keeping: _Keeping
) -> Iterator[Task]:
    """Yield the tasks still to be done; those the cache answers are put away at once."""
    sources = fingerprint() if means.cache else ""
    packs = tuple((pack.name, pack.sha256) for pack in means.packs)
    for index, (shown, path) in enumerate(files):
        asked = handed(shown, path)
        sha256 = None if remote.is_url(path) else _sha256(path, means.limits.memory)
        content = (remote.version(path) if means.cache else None) if remote.is_url(path) else sha256
        name = (
            key("report", content, sources, packs, means.reading, asked, means.limits)
            if content
            else ""
        )
        kept = keeping.get(name) if name else None
        if kept is None:
            yield Task(index, path, sha256, name, asked)
        else:
            told.put(index, *kept)


def _break_off(files: Sequence[tuple[str, str]], handed: Handed, told: _Told) -> None:
    error = ReadError(
        "DOC005", Words("การสแกนถูกหยุดก่อนถึงไฟล์นี้", "the scan was broken off before this file")
    )
    for index, (shown, path) in enumerate(files):
        if not told.spool.has(index):
            told.put(index, unreadable(Task(index, path, None, "", handed(shown, path)), error))


def lost(outcome: Lost) -> ReadError:
    """Return the error that names the limit passed, or how the reader died, and what to do."""
    what = {
        "time": Words(
            f"อ่านเกินเวลาที่กำหนด ({outcome.detail})", f"over the time limit ({outcome.detail})"
        ),
        "memory": Words(
            f"ใช้หน่วยความจำเกินที่กำหนด ({outcome.detail})", f"over the memory limit ({outcome.detail})"
        ),
        "crash": Words(
            f"ตัวอ่านหยุดทำงาน ({outcome.detail})", f"the reader crashed ({outcome.detail})"
        ),
    }[outcome.limit]
    remedy = {
        "time": Words("เพิ่ม --timeout หรือเปิดดูด้วยตนเอง", "raise --timeout, or look at it yourself"),
        "memory": Words("เพิ่ม --memory หรือเปิดดูด้วยตนเอง", "raise --memory, or look at it yourself"),
        "crash": Words("เปิดดูด้วยตนเอง", "look at it yourself"),
    }[outcome.limit]
    return ReadError("DOC005", what, remedy=remedy)


def unreadable(task: Task, error: ReadError) -> Report:
    """Return the report on a file that could not be read: one finding that says why, the file's
    hash where it has one.
    """
    from ita_checker.judge.judge import stamp

    asked = task.submission
    said = ReadError(
        error.code, error.what, remedy=error.remedy
    )  # the report tells where: the subject, not a path of this machine
    finding = stamp(
        Finding(error.code, subject=asked.path, message=Words(said.text("th"), said.text("en")))
    )
    return Report(asked.path, task.sha256, status=Status.UNREADABLE, scheme=asked.scheme, fiscal_year=asked.fiscal_year,
                  items=asked.items, findings=(finding,))  # fmt: skip


def _sha256(path: str | Path, most: int = sys.maxsize) -> str | None:
    """Return the hash of a file's content; None of one that cannot be opened, or is larger than
    any worker may hold.
    """
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > most:
            return None
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
