"""Under a real Dask scheduler and workers on loopback: the same reports, and no file lost when a worker is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_checker.cluster import engine
from ita_checker.errors import UsageError
from ita_checker.model import Report, Status, Submission
from ita_checker.scan import Means, Reading, Task, scan
from ita_checker.workers import Limits

distributed = pytest.importorskip("distributed")
LIMITS = Limits(seconds=20, memory=4 * 1024**3)


def slow(task: Task, **_: object) -> Report:
    """A reader that takes a moment and may break."""
    time.sleep(0.2)
    if "killed" in task.path:
        os.kill(os.getpid(), signal.SIGKILL)
    return Report(task.submission.path, task.sha256, 1, status=Status.CLEAN)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    place = tmp_path / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment, "cwd": tmp_path}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    scheduler = subprocess.Popen([*dask, "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(place)], **quiet)  # type: ignore[call-overload]
    while not place.exists():
        time.sleep(0.1)
    worker = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        "--scheduler-file",
        str(place),
        "--nthreads",
        "1",
        "--no-dashboard",
        "--no-nanny",
    ]
    workers = [subprocess.Popen(worker, **quiet) for _ in range(2)]  # type: ignore[call-overload]
    import json

    yield json.loads(place.read_text())["address"], workers
    for process in [*workers, scheduler]:
        process.kill()
        process.wait()


def put(folder: Path, names: list[str]) -> list[tuple[str, str]]:
    folder.mkdir()
    for name in names:
        (folder / name).write_text(name)
    return [(name, str(folder / name)) for name in sorted(names)]


def test_a_cluster_gives_the_reports_of_one_machine_though_a_worker_is_killed(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    files = put(tmp_path / "in", [f"{number:02}.pdf" for number in range(12)] + ["killed.pdf"])

    def handed(shown: str, _: str) -> Submission:
        return Submission(shown)

    def kill_one(done: int, total: int, report: Report) -> None:
        if done == 3:
            workers[0].kill()

    ours = list(scan(files, handed, Means((), Reading(), LIMITS, 2, None, call=slow)))
    theirs = list(scan(files, handed, Means((), Reading(), LIMITS, 2, None, engine(address), slow), kill_one))
    assert theirs == ours
    assert [report.status for report in theirs] == [Status.CLEAN] * 12 + [Status.UNREADABLE]


def test_a_scheduler_that_is_not_there_is_said() -> None:
    with pytest.raises(UsageError) as error:
        next(engine("tcp://127.0.0.1:9")(slow, [], 1, LIMITS))
    assert "cannot reach the Dask scheduler" in error.value.text("en")
