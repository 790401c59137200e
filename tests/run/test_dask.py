"""Under a real Dask scheduler and workers on loopback: the same reports, and no file lost when a
worker is killed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import environment as environment_of

from ita_checker.errors import UsageError
from ita_checker.model import ReadOptions, Report, Status, Submission
from ita_checker.run.cache import Cache
from ita_checker.run.dask import engine
from ita_checker.run.outcomes import Limits
from ita_checker.scan.one import Task
from ita_checker.scan.tasks import Entry, Means, scan

LIMITS = Limits(seconds=20, memory=4 * 1024**3)


def slow(task: Task, **_: object) -> Report:
    """A reader that takes a moment and may break."""
    time.sleep(0.1)
    if "killed" in task.path:
        os.kill(os.getpid(), signal.SIGKILL)
    return Report(task.submission.path, task.sha256, 1, status=Status.CLEAN)


@pytest.fixture(scope="module")
def cluster(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Give the address of a scheduler of our own, and its two workers."""
    folder = tmp_path_factory.mktemp("cluster")
    place = folder / "scheduler.json"
    environment = environment_of(Path(__file__).parents[1])
    quiet = {
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "env": environment,
        "cwd": folder,
    }
    here = ["--scheduler-file", str(place), "--no-dashboard"]
    begin = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        *here,
        "--host",
        "127.0.0.1",
        "--port",
        "0",
    ]
    work = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        *here,
        "--nthreads",
        "1",
        "--no-nanny",
    ]
    processes = [subprocess.Popen(command, **quiet) for command in (begin, work, work)]  # type: ignore[call-overload]
    while not place.exists():
        time.sleep(0.05)
    yield json.loads(place.read_text())["address"], processes[1:]
    for process in processes:
        process.kill()
        process.wait()


def put(folder: Path, names: list[str]) -> list[Entry]:
    folder.mkdir()
    for name in names:
        (folder / name).write_text(name)
    return [Entry(name, str(folder / name)) for name in sorted(names)]


def test_a_cluster_gives_the_reports_of_one_machine_though_a_worker_is_killed(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    files = put(tmp_path / "in", [f"{number:02}.pdf" for number in range(9)] + ["killed.pdf"])

    def handed(shown: str, _: str) -> Submission:
        return Submission(shown)

    def kill_one(done: int, total: int, report: Report) -> None:
        if done == 3:
            workers[0].kill()

    ours = list(scan(files, handed, Means((), ReadOptions(), LIMITS, 2, None, call=slow)))
    theirs = list(
        scan(
            files,
            handed,
            Means((), ReadOptions(), LIMITS, 2, None, engine(address), slow),
            kill_one,
        )
    )
    assert theirs == ours
    assert [report.status for report in theirs] == [Status.CLEAN] * 9 + [Status.UNREADABLE]


def test_a_scheduler_that_is_not_there_is_said() -> None:
    with pytest.raises(UsageError) as error:
        next(engine("tcp://127.0.0.1:9")(slow, [], 1, LIMITS, Report))
    assert "cannot reach the Dask scheduler" in error.value.text("en")


def test_a_scheduler_that_goes_away_is_said_and_what_was_done_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "scheduler.json"
    code = (
        "import json, sys, time; from distributed import LocalCluster\n"
        "small = dict(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None)\n"
        "cluster = LocalCluster(host='127.0.0.1', protocol='tcp', **small)\n"
        "open(sys.argv[1] + 'x', 'w').write(cluster.scheduler_address)\n"
        "import os; os.rename(sys.argv[1] + 'x', sys.argv[1]); time.sleep(99)"
    )
    environment = environment_of(Path(__file__).parents[1])
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(place)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not place.exists():
        time.sleep(0.05)
    files = put(tmp_path / "in", [f"{number:02}.pdf" for number in range(9)])
    cache = Cache(tmp_path / "cache")
    done: list[str] = []

    def handed(shown: str, _: str) -> Submission:
        return Submission(shown)

    def kill(count: int, total: int, report: Report) -> None:
        done.append(report.path)
        if count == 3:
            process.kill()

    with pytest.raises(UsageError) as error:
        scan(
            files,
            handed,
            Means((), ReadOptions(), LIMITS, 2, cache, engine(place.read_text()), slow),
            kill,
        )
    process.wait()
    assert "the Dask scheduler is gone" in error.value.text("en")
    assert len(done) >= 3
    assert cache.info().reports == len(done)


@pytest.mark.parametrize(("prepared", "known"), [((), "False"), (("colorsys",), "True")])
def test_what_workers_share_is_made_once_on_a_clusters_machine_too(
    tmp_path: Path, prepared: tuple[str, ...], known: str
) -> None:
    (tmp_path / "asked.py").write_text(
        "import sys\n\ndef told(name):\n    return str(name in sys.modules)\n", encoding="utf-8"
    )
    script = (
        "import asked\nfrom ita_checker.run.dask import Ended, one\n"
        "from ita_checker.run.packing import unpack\n"
        "from ita_checker.run.outcomes import Limits\n"
        f"told = one(asked.told, 'colorsys', Limits(seconds=20), str, {prepared!r})\n"
        "print(unpack(unpack(told, Ended).value, str))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=environment_of(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == [known]
