"""Many files: each read and judged by a worker that can be killed, kept as it comes, order kept,
none lost.

The reading room and the judge are entered by workers only: a scan with nothing new never loads
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from ita_checker.errors import ReadError
from ita_checker.model import NOT_OPENED, Pack, ReadOptions, Report, Submission, Words
from ita_checker.run import crew, sources, temporary, workers
from ita_checker.run.cache import Cache, key
from ita_checker.run.dask import Engine
from ita_checker.run.outcomes import Done, Limits
from ita_checker.scan import remote
from ita_checker.scan.keeping import Keeping
from ita_checker.scan.kinds import is_made
from ita_checker.scan.one import Task, check, lost, sha256, unreadable
from ita_checker.scan.reports import Spool

PRELOADED = ("ita_checker.scan.one", "ita_checker.scan.preload")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a scan: the path shown in reports, where it lies (a path or a URL); `skipped`:
    why it is not to be opened, `remedy` what to do.
    """

    shown: str
    path: str
    skipped: Words | None = None
    remedy: Words | None = None


@dataclass(frozen=True, slots=True)
class Means:
    """What every task of a scan shares. `packs` may lack what only judging needs: `whole` gives
    all of it.
    """

    packs: tuple[Pack, ...]
    reading: ReadOptions
    limits: Limits
    jobs: int = 1
    cache: Cache | None = None  # None where nothing is kept
    engine: Engine = workers.run
    call: Callable[..., Report] | None = None  # instead of check(): how tests make a reader fail
    whole: Callable[[], tuple[Pack, ...]] | None = None
    register: tuple[str, ...] = ()


Progress = Callable[[int, int, Report], None]
Handed = Callable[[str, str], Submission]


def scan(
    files: Sequence[Entry], handed: Handed, means: Means, progress: Progress | None = None
) -> Spool:
    """Return one report per file, in their order; `handed` tells what a file was handed in as.

    What the cache has is not done again, so a scan that was killed goes on where it was. Broken
    off by Ctrl-C, the files not yet looked at say so in their reports.
    """
    spool = Spool(len(files))
    told, keeping = _Told(spool, progress), Keeping(means.cache)
    try:
        _run(_open_tasks(files, handed, means, told, keeping), means, told, keeping)
        keeping.ended()
    except KeyboardInterrupt:
        _break_off(files, handed, told)
    finally:
        keeping.write()
    return spool


def _run(waiting: Iterator[Task], means: Means, told: _Told, keeping: Keeping) -> None:
    """Have the tasks done; where there is none, neither packs nor workers are made."""
    first = next(waiting, None)
    if first is None:
        return
    tasks: dict[int, Task] = {}
    crew.prepare(PRELOADED)
    packs = means.whole() if means.whole else means.packs
    keep = means.cache.path.parent if means.cache else None
    call = partial(means.call or check, packs=packs, reading=means.reading, keep=keep)
    call = partial(call, register=means.register) if means.register else call
    for number, outcome in means.engine(
        call, _noted(chain([first], waiting), tasks), means.jobs, means.limits, Report
    ):
        task = tasks.pop(number)
        if isinstance(outcome, Done):
            report: Report = replace(outcome.value, path=task.submission.path)
        else:
            report = unreadable(task, lost(outcome), outcome.trace)
        # what was lost once, a page at least, may be read another time
        final = isinstance(outcome, Done) and not outcome.lost and not report.failures
        same = task.sha256 in (None, report.sha256)  # else the file changed on its way
        report, sketch = replace(report, sketch=b""), report.sketch
        keeping.add(task.key if same else "", report, sketch, final)
        told.put(task.index, report, sketch=sketch)


def _noted(waiting: Iterator[Task], tasks: dict[int, Task]) -> Iterator[Task]:
    for number, task in enumerate(waiting):
        tasks[number] = task
        yield task


@dataclass
class _Told:
    """Where reports are put and progress is told."""

    spool: Spool
    progress: Progress | None
    done: int = 0

    def put(
        self, index: int, report: Report, data: bytes | None = None, sketch: bytes = b""
    ) -> None:
        self.spool.put(index, report, data, sketch)
        self.done += 1
        if self.progress:
            self.progress(self.done, len(self.spool), report)


def _open_tasks(
    files: Sequence[Entry], handed: Handed, means: Means, told: _Told, keeping: Keeping
) -> Iterator[Task]:
    """Yield the tasks still to be done; those the cache answers are put away at once."""
    ours = sources.of_all() if means.cache else ""
    packs = tuple((pack.name, pack.sha256) for pack in means.packs)
    register = key(means.register) if means.register else ""
    for index, file in enumerate(files):
        asked, path = handed(file.shown, file.path), file.path
        if file.skipped:
            told.put(index, _not_opened(Task(index, path, None, "", asked), file))
            continue
        away = remote.is_url(path)
        content = None if away else sha256(path, means.limits.memory)
        state = (remote.version(path) if means.cache else None) if away else content
        name = (
            key("report", state, ours, packs, means.reading, asked, means.limits, register)
            if state
            else ""
        )
        target = made_of(path, content)
        ready = target is None or target.exists()
        kept = keeping.get(name, asked.path) if name and ready else None
        if kept is None:
            yield Task(index, path, content, name, asked, str(target or ""))
        else:
            told.put(index, *kept)


def made_of(path: str, sha256: str | None) -> Path | None:
    """Return where the PDF of a picture or document goes; None for what is a PDF itself."""
    if sha256 is None or not is_made(path):
        return None
    return temporary.folder() / "made" / f"{sha256}.pdf"


def _not_opened(task: Task, file: Entry) -> Report:
    why = file.skipped or Words("", "")
    what = Words(f"ไม่ได้เปิดดู: {why.th}", f"not looked at: {why.en}")
    return unreadable(task, ReadError(NOT_OPENED, what, remedy=file.remedy))


def _break_off(files: Sequence[Entry], handed: Handed, told: _Told) -> None:
    error = ReadError(
        "DOC005", Words("การตรวจถูกหยุดก่อนถึงไฟล์นี้", "the scan was broken off before this file")
    )
    for index, file in enumerate(files):
        if not told.spool.has(index):
            task = Task(index, file.path, None, "", handed(file.shown, file.path))
            told.put(index, unreadable(task, error))
