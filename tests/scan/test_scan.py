"""Every file accounted for, in order, whatever a reader does; what was done is not done again."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ita_checker.model import ReadOptions, Report, Status, Submission
from ita_checker.run.cache import Cache
from ita_checker.run.outcomes import Limits
from ita_checker.scan.one import Task
from ita_checker.scan.tasks import Entry, Means, scan

FAULTS = {
    "hang": "Over the time limit (3 s)",
    "burst": "Over the memory limit (MemoryError)",
    "segfault": "The reader crashed (SIGSEGV)",
    "killed": "The reader crashed (SIGKILL)",
    "recursion": "The reader crashed (RecursionError)",
    "garbage": "The reader crashed (TypeError",
}


def faulty(task: Task, **_: Any) -> Any:
    """A reader that does what the file's name says."""
    fault = Path(task.path).stem
    with open(Path(task.path).parent / "calls", "a") as calls:
        calls.write(f"{fault}\n")
    if fault == "hang":
        time.sleep(99)
    if fault == "burst":
        return bytes(9 * 1024**3)
    if fault == "segfault":
        ctypes.string_at(0)
    if fault == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "recursion":
        return faulty_again(task)
    if fault == "garbage":
        return Path
    return Report(task.submission.path, task.sha256, 1, status=Status.CLEAN)


def faulty_again(task: Task) -> Any:
    return [faulty_again(task)]


def put(folder: Path, names: Sequence[str]) -> list[Entry]:
    for name in names:
        (folder / f"{name}.pdf").write_text(name)
    return [Entry(f"{name}.pdf", str(folder / f"{name}.pdf")) for name in sorted(names)]


def means(cache: Cache | None = None, jobs: int = 2) -> Means:
    return Means((), ReadOptions(), Limits(seconds=3, memory=2 * 1024**3), jobs, cache, call=faulty)


def handed(shown: str, _: str) -> Submission:
    return Submission(shown)


@pytest.mark.parametrize("jobs", [1, 3])
def test_each_fault_is_said_in_its_own_report_and_harms_no_other(tmp_path: Path, jobs: int) -> None:
    good = [f"good{number}" for number in range(9)]
    files = put(tmp_path, [*good, *FAULTS])
    reports = list(scan(files, handed, means(jobs=jobs)))
    assert [report.path for report in reports] == [file.shown for file in files]
    said = {
        Path(report.path).stem: (
            report.status,
            [finding.message.en for finding in report.findings if finding.message],
        )
        for report in reports
    }
    assert {name: said[name] for name in good} == {name: (Status.CLEAN, []) for name in good}
    for fault, words in FAULTS.items():
        assert said[fault][0] is Status.UNREADABLE
        assert said[fault][1][0].startswith(words)


def test_what_was_done_is_not_done_again_and_comes_back_the_same(tmp_path: Path) -> None:
    files = put(tmp_path, ["a", "b", "c"])
    first = list(scan(files, handed, means(Cache(tmp_path / "cache"))))
    again = list(scan(files, handed, means(Cache(tmp_path / "cache"))))
    assert again == first
    assert sorted((tmp_path / "calls").read_text().split()) == ["a", "b", "c"]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    files = put(tmp_path, ["a", "b"])
    list(scan(files, handed, means(Cache(tmp_path / "cache"))))
    (tmp_path / "a.pdf").write_text("changed")
    list(scan(files, handed, means(Cache(tmp_path / "cache"))))
    assert sorted((tmp_path / "calls").read_text().split()) == ["a", "a", "b"]


def test_a_limit_or_a_crash_is_tried_again_in_the_next_scan(tmp_path: Path) -> None:
    files = put(tmp_path, ["killed"])
    for _ in range(2):
        list(scan(files, handed, means(Cache(tmp_path / "cache"))))
    # each scan tries once more what may have been killed by chance
    assert (tmp_path / "calls").read_text().split() == ["killed"] * 4


def test_ctrl_c_ends_with_what_is_done_and_says_what_is_not(tmp_path: Path) -> None:
    files = put(tmp_path, ["a", "b", "c", "d"])

    def interrupt(done: int, total: int, report: Report) -> None:
        if done == 2:
            raise KeyboardInterrupt

    reports = list(scan(files, handed, means(jobs=1), interrupt))
    assert [report.status for report in reports] == [Status.CLEAN] * 2 + [Status.UNREADABLE] * 2
    assert reports[2].findings[0].message is not None
    assert reports[2].findings[0].message.en == "The scan was broken off before this file"
