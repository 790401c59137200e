"""One file, in a worker: read or taken from the cache, judged, and whatever breaks put into its
report.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ita_checker.errors import ReadError
from ita_checker.model import (
    Case,
    Document,
    Failure,
    Finding,
    Pack,
    ReadOptions,
    Report,
    Status,
    Submission,
    Words,
)
from ita_checker.run import sources
from ita_checker.run.cache import Cache, key
from ita_checker.run.outcomes import Lost
from ita_checker.run.packing import pack
from ita_checker.run.working import more_time, working_at
from ita_checker.scan import remote
from ita_checker.scan.given_up import GivenUp
from ita_checker.scan.reading import judged_in_part, read_in_time

READING = "reading"  # where a failure lies that is no rule's
# What libraries say in words of their own when the memory limit stops them.
NO_MEMORY = (
    "failed to map",
    "bad_alloc",
    "bad allocation",
    "Insufficient memory",
    "Failed to allocate",
    "Cannot allocate memory",
)


@dataclass(frozen=True, slots=True)
class Task:
    """One file to check: where it lies (a path or a URL), its place in the order, its key in the
    cache, what it was handed in as; `made`: where the PDF goes that is made of what is none;
    `given_up`: what killed its reader.
    """

    index: int
    path: str
    sha256: str | None
    key: str
    submission: Submission
    made: str = ""
    given_up: GivenUp = field(default_factory=GivenUp)

    def after(self, lost: Lost) -> Task | None:
        """Return what to try after a reader of the file was lost; None where nothing helps."""
        given_up = self.given_up.after(lost)
        return replace(self, given_up=given_up) if given_up else None


def check(
    task: Task,
    packs: Sequence[Pack],
    reading: ReadOptions,
    keep: Path | None,
    register: tuple[str, ...] = (),
) -> Report:
    """Return the report on one file; a file that cannot be read is a report too. `register` comes
    once for all tasks: it may hold every office of the country.
    """
    from ita_checker.judge.judge import judge

    try:
        with remote.fetched(task.path) as path:
            task = task if task.sha256 else replace(task, sha256=sha256(path))
            document = _document(_as_pdf(path, task), task, reading, Cache(keep) if keep else None)
        working_at("whole", len(document.pages))
        asked = replace(task.submission, register=register) if register else task.submission
        report = judge(judged_in_part(document, task.given_up), asked, packs, sketched)
        return _with_trace(report, task.given_up.trace)
    except ReadError as error:
        return unreadable(task, error)
    except Exception as error:  # told to the parent, which has it tried in another way
        name = f"{type(error).__name__}: {error}"
        if any(sign in name for sign in NO_MEMORY):
            raise MemoryError(name) from error
        raise


def _with_trace(report: Report, trace: str) -> Report:
    """Return the report with where the program broke on its file before it was tried otherwise."""
    if not trace:
        return report
    return replace(report, failures=(*report.failures, Failure(READING, trace)))


def sketched(case: Case) -> bytes:
    """Return what is kept of a case to lay it beside others, packed."""
    from ita_checker.across.sketching import sketch

    return pack(sketch(case, pack))


def _as_pdf(path: Path, task: Task) -> Path:
    """Return the file, or the PDF made of a picture or document; ReadError where none can be."""
    if not task.made:
        return path
    from ita_checker.read.made import SECONDS, made

    more_time(SECONDS)  # the program that makes it ends before this worker does
    return made(path, Path(task.made))


def _read(path: Path, task: Task, reading: ReadOptions) -> Document:
    """Return what was read, known by the content that was handed in."""
    document = read_in_time(path, reading, task.given_up)
    return replace(document, sha256=task.sha256) if task.made and task.sha256 else document


def _document(path: Path, task: Task, reading: ReadOptions, cache: Cache | None) -> Document:
    """Return the document, from the cache where it was read before in the same way."""
    if cache is None or not task.sha256:
        return replace(_read(path, task, reading), path=task.path)
    name = key("document", task.sha256, sources.of_reading(), reading)
    document = cache.get(name, Document)
    if document is None or document.sha256 != task.sha256:
        document = _read(path, task, reading)
        if document.sha256 == task.sha256 and not task.given_up.any:
            cache.put("document", [(name, document)])
    cache.close()
    return replace(document, path=task.path)


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


def unreadable(task: Task, error: ReadError, trace: str = "") -> Report:
    """Return the report on a file that could not be read: one finding that says why, the file's
    hash where it has one.
    """
    from ita_checker.judge.stamping import stamp

    asked = task.submission
    said = ReadError(
        error.code, error.what, remedy=error.remedy
    )  # the report tells where: the subject, not a path of this machine
    finding = stamp(
        Finding(error.code, subject=asked.path, message=Words(said.text("th"), said.text("en")))
    )
    return Report(
        asked.path,
        task.sha256,
        status=Status.UNREADABLE,
        scheme=asked.scheme,
        fiscal_year=asked.fiscal_year,
        items=asked.items,
        organisation=asked.organisation,
        findings=(finding,),
        failures=(Failure(READING, trace),) if trace else (),
    )


def sha256(path: str | Path, most: int = sys.maxsize) -> str | None:
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
