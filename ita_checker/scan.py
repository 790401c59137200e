"""Many files: each read and judged by a worker that can be killed, kept as it comes, order kept, none lost."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ita_checker import workers
from ita_checker.cache import Cache, fingerprint, key
from ita_checker.errors import ReadError
from ita_checker.judge import judge, stamp
from ita_checker.model import Document, Finding, Pack, Report, Status, Submission, Words
from ita_checker.read import Options as Reading
from ita_checker.read import read
from ita_checker.spool import Spool
from ita_checker.workers import Done, Limits, Lost, Outcome, more_time

Engine = Callable[[Callable[[Any], Any], Iterable[Any], int, Limits], Iterator[tuple[int, Outcome]]]
KEEP_EVERY = 20  # reports between two writes to the cache
SECONDS_A_PICTURE = 20.0  # more time for each page that OCR has to read


@dataclass(frozen=True, slots=True)
class Task:
    """One file to check: where it lies, its place in the order, its key in the cache, what it was handed in as."""

    index: int
    path: str
    sha256: str | None
    key: str
    submission: Submission


@dataclass(frozen=True, slots=True)
class Means:
    """What every task of a scan shares. `cache` is None where nothing is kept."""

    packs: tuple[Pack, ...]
    reading: Reading
    limits: Limits
    jobs: int = 1
    cache: Cache | None = None
    engine: Engine = workers.run
    call: Callable[..., Report] | None = None  # instead of check(): how tests make a reader fail


Progress = Callable[[int, int, Report], None]
Handed = Callable[[str, str], Submission]


def scan(files: Sequence[tuple[str, str]], handed: Handed, means: Means, progress: Progress | None = None) -> Spool:
    """Return one report per file (path shown, path on disk), in their order; `handed` tells what a file was handed in as.

    What the cache has is not done again, so a scan that was killed goes on where it was. Broken off by Ctrl-C, the files
    not yet looked at say so in their reports.
    """
    spool = Spool(len(files))
    told = _Told(spool, progress)
    keeping = _Keeping(means.cache)
    tasks: dict[int, Task] = {}
    call = partial(means.call or check, packs=means.packs, reading=means.reading, keep=means.cache.path.parent if means.cache else None)
    workers.prepare(["ita_checker.scan", "ita_checker.warm"])
    try:
        for number, outcome in means.engine(call, _open_tasks(files, handed, means, told, tasks), means.jobs, means.limits):
            task = tasks.pop(number)
            report = outcome.value if isinstance(outcome, Done) else unreadable(task, lost(outcome))
            keeping.add(task.key, report, final=isinstance(outcome, Done))
            told.put(task.index, report)
    except KeyboardInterrupt:
        _break_off(files, handed, told)
    finally:
        keeping.write()
    return spool


def check(task: Task, packs: Sequence[Pack], reading: Reading, keep: Path | None) -> Report:
    """Return the report on one file; a file that cannot be read is a report too."""
    try:
        return judge(_document(task, reading, Cache(keep) if keep else None), task.submission, packs)
    except ReadError as error:
        return unreadable(task, error)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        name = f"{type(error).__name__}: {error}"
        return unreadable(task, ReadError("DOC005", Words(f"โปรแกรมอ่านไฟล์นี้ล้มเหลว ({name})", f"the reader failed on this file ({name})")))


def _document(task: Task, reading: Reading, cache: Cache | None) -> Document:
    """Return the document, from the cache where it was read before in the same way."""
    if cache is None:
        return _read(task.path, reading)
    name = key("document", task.sha256, fingerprint("read", "text", "model"), reading)
    document: Document | None = cache.get(name)
    if document is None:
        document = _read(task.path, reading)
        cache.put("document", [(name, document)])
    cache.close()
    return replace(document, path=task.path)


def _read(path: str, reading: Reading) -> Document:
    """Return the document; its pictures are read only after the parent has been asked for the time that takes."""
    document = read(Path(path), replace(reading, ocr="never"))
    pictures = len(document.pages) if reading.ocr == "always" else len(document.unread)
    if reading.ocr == "never" or not pictures:
        return document
    more_time(SECONDS_A_PICTURE * pictures)
    return read(Path(path), reading)


@dataclass
class _Told:
    """Where reports are put and progress is told."""

    spool: Spool
    progress: Progress | None
    done: int = 0

    def put(self, index: int, report: Report) -> None:
        self.spool.put(index, report)
        self.done += 1
        if self.progress:
            self.progress(self.done, len(self.spool), report)


@dataclass
class _Keeping:
    """Reports on their way to the cache, some at a time."""

    cache: Cache | None
    waiting: list[tuple[str, Report]]

    def __init__(self, cache: Cache | None) -> None:
        self.cache, self.waiting = cache, []

    def add(self, name: str, report: Report, final: bool) -> None:
        if final:  # a limit or a crash may not come again
            self.waiting.append((name, report))
        if len(self.waiting) >= KEEP_EVERY:
            self.write()

    def write(self) -> None:
        if self.cache and self.waiting:
            self.cache.put("report", self.waiting)
        self.waiting.clear()


def _open_tasks(files: Sequence[tuple[str, str]], handed: Handed, means: Means, told: _Told, tasks: dict[int, Task]) -> Iterator[Task]:
    """Yield the tasks still to be done; those the cache answers are put away at once."""
    sources = fingerprint() if means.cache else ""
    packs = tuple((pack.name, pack.sha256) for pack in means.packs)
    number = 0
    for index, (shown, path) in enumerate(files):
        asked, sha256 = handed(shown, path), _sha256(path)
        name = key("report", sha256, sources, packs, means.reading, asked, means.limits)
        report = means.cache.get(name) if means.cache and sha256 else None
        if report is not None:
            told.put(index, report)
            continue
        tasks[number] = Task(index, path, sha256, name, asked)
        yield tasks[number]
        number += 1


def _break_off(files: Sequence[tuple[str, str]], handed: Handed, told: _Told) -> None:
    error = ReadError("DOC005", Words("การสแกนถูกหยุดก่อนถึงไฟล์นี้", "the scan was broken off before this file"))
    for index, (shown, path) in enumerate(files):
        if not told.spool.has(index):
            told.put(index, unreadable(Task(index, path, None, "", handed(shown, path)), error))


def lost(outcome: Lost) -> ReadError:
    """Return the error that names the limit passed, or how the reader died, and what to do."""
    what = {
        "time": Words(f"อ่านเกินเวลาที่กำหนด ({outcome.detail})", f"over the time limit ({outcome.detail})"),
        "memory": Words(f"ใช้หน่วยความจำเกินที่กำหนด ({outcome.detail})", f"over the memory limit ({outcome.detail})"),
        "crash": Words(f"ตัวอ่านหยุดทำงาน ({outcome.detail})", f"the reader crashed ({outcome.detail})"),
    }[outcome.limit]
    remedy = {
        "time": Words("เพิ่ม --timeout หรือเปิดดูด้วยตนเอง", "raise --timeout, or look at it yourself"),
        "memory": Words("เพิ่ม --memory หรือเปิดดูด้วยตนเอง", "raise --memory, or look at it yourself"),
        "crash": Words("เปิดดูด้วยตนเอง", "look at it yourself"),
    }[outcome.limit]
    return ReadError("DOC005", what, remedy=remedy)


def unreadable(task: Task, error: ReadError) -> Report:
    """Return the report on a file that could not be read: one finding that says why, the file's hash where it has one."""
    asked = task.submission
    finding = stamp(Finding(error.code, subject=asked.path, message=Words(error.text("th"), error.text("en"))))
    return Report(asked.path, task.sha256, status=Status.UNREADABLE, scheme=asked.scheme, fiscal_year=asked.fiscal_year,
                  items=asked.items, findings=(finding,))  # fmt: skip


def _sha256(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
