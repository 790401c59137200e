"""Many files: found, each read and judged on its own, order kept, none lost."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from ita_checker.errors import ReadError, UsageError
from ita_checker.judge import judge, stamp
from ita_checker.model import Finding, Pack, Report, Status, Submission, Words
from ita_checker.read import Options as Reading
from ita_checker.read import read
from ita_checker.submission import Options, submission


@dataclass(frozen=True, slots=True)
class Task:
    """One file to check: where it lies, and what it was handed in as (with its path as reports show it)."""

    path: Path
    submission: Submission


def find_tasks(paths: Sequence[Path], options: Options, manifest: Mapping[str, Mapping[str, str]], base: Path) -> tuple[Task, ...]:
    """Return a task for every PDF below the paths, sorted by the path shown; rows of the list without a file are tasks too."""
    files = {shown: path for start in paths for path, shown in _pdfs(start)}
    rows = {(base / name).resolve(): row for name, row in manifest.items()}
    tasks = {shown: Task(path, submission(path, shown, options, _row(path, shown, rows, manifest))) for shown, path in files.items()}
    present = {path.resolve() for path in files.values()}
    for name, row in manifest.items():
        if (base / name).resolve() not in present and name not in files:
            tasks[name] = Task(base / name, submission(base / name, name, options, row))
    return tuple(task for _, task in sorted(tasks.items()))


def _row(
    path: Path, shown: str, rows: Mapping[Path, Mapping[str, str]], manifest: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str] | None:
    return rows.get(path.resolve()) or manifest.get(shown)


def _pdfs(start: Path) -> Iterator[tuple[Path, str]]:
    """Yield each PDF with the path to show: as given for a file, relative to the folder for a folder."""
    if start.is_dir():
        for path in sorted(start.rglob("*")):
            if path.suffix.lower() == ".pdf" and path.is_file():
                yield path, path.relative_to(start).as_posix()
    else:
        yield start, str(start)


def check(task: Task, packs: Sequence[Pack], reading: Reading) -> Report:
    """Return the report on one file; a file that cannot be read is a report too."""
    try:
        return judge(read(task.path, reading), task.submission, packs)
    except ReadError as error:
        return unreadable(task, error)
    except Exception as error:
        what = Words(f"โปรแกรมอ่านไฟล์ล้มเหลว ({type(error).__name__}: {error})", f"the reader failed ({type(error).__name__}: {error})")
        return unreadable(task, ReadError("DOC005", what))


def unreadable(task: Task, error: ReadError) -> Report:
    """Return the report on a file that could not be read: one finding that says why, the file's hash where it has one."""
    asked = task.submission
    message = Words(error.text("th"), error.text("en"))
    finding = stamp(Finding(error.code, subject=asked.path, message=message))
    return Report(asked.path, _sha256(task.path), status=Status.UNREADABLE, scheme=asked.scheme, fiscal_year=asked.fiscal_year,
                  items=asked.items, findings=(finding,))  # fmt: skip


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def scan(tasks: Sequence[Task], packs: Sequence[Pack], reading: Reading, jobs: int = 1) -> Iterator[Report]:
    """Yield one report per task, in the order of the tasks."""
    if jobs <= 1 or len(tasks) <= 1:
        yield from (check(task, packs, reading) for task in tasks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(check, tasks, [packs] * len(tasks), [reading] * len(tasks))


def together(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the reports with what only shows when they lie side by side: DOC008, one file handed in for two items."""
    reports = tuple(reports)
    same = defaultdict(list)
    for report in reports:
        if report.sha256:
            same[report.sha256].append(report)
    return tuple(_with_twins(report, same[report.sha256] if report.sha256 else []) for report in reports)


def _with_twins(report: Report, same: Sequence[Report]) -> Report:
    twins = sorted(other.path for other in same if other.path != report.path)
    if not twins:
        return report
    finding = stamp(Finding("DOC008", subject=", ".join(twins), found=", ".join(twins)))
    state = Status.GAPS if report.status is Status.CLEAN else report.status
    return replace(report, findings=(*report.findings, finding), status=state)


def missing(paths: Sequence[Path]) -> tuple[UsageError, ...]:
    """Return an error for each path that does not exist or is a folder without PDFs."""
    errors = []
    for path in paths:
        if not path.exists():
            errors.append(UsageError(Words("ไม่พบไฟล์หรือโฟลเดอร์นี้", "no such file or folder"), str(path), _CHECK))
        elif path.is_dir() and not any(_pdfs(path)):
            errors.append(UsageError(Words("ไม่มีไฟล์ PDF ในโฟลเดอร์นี้", "no PDF in this folder"), str(path), _CHECK))
    return tuple(errors)


_CHECK = Words("โปรดตรวจสอบตำแหน่งที่ระบุ", "check the path given")
