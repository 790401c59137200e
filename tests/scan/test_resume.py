"""A scan that was killed goes on where it was and ends with the same bytes; none of its processes
outlive it.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import environment

from ita_checker.run.cache import Cache

FILES, KILLS = 40, 10
# The command with a reader that takes its time and asks no rule: what is killed at random moments
# is everything but the reading, and most moments are at work.
DRIVER = """
import sys
from pathlib import Path
from ita_checker.scan import api
from ita_checker.scan import tasks as scan
from ita_checker.cli.group import main
import slow_reader
scan.check, scan.PRELOADED = slow_reader.read, ()
api.whole = lambda dirs: ()
main(["scan", *sys.argv[1:]])
"""


def slow_reader(folder: Path) -> None:
    (folder / "slow_reader.py").write_text(
        "import time\n"
        "from ita_checker.model import Report, Status\n"
        "def read(task, **_):\n"
        "    time.sleep(30 if 'held' in task.path else 0.1)\n"
        "    if 'lost' in task.path: raise RecursionError\n"
        "    return Report(task.submission.path, task.sha256, 1, status=Status.CLEAN)\n"
    )
    (folder / "driver.py").write_text(DRIVER)


def processes(mark: str) -> list[int]:
    """Return the processes that carry a mark in their environment."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if (
                mark.encode() in (place / "environ").read_bytes()
                and b"Z" not in (place / "stat").read_bytes().split()[2:3]
            ):
                found.append(int(place.name))
        except OSError:
            continue
    return found


def gone(mark: str, seconds: float = 30) -> list[int]:
    """Return what is left of the processes after so long at most."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and processes(mark):
        time.sleep(0.1)
    return processes(mark)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells which processes are left")
def test_killed_at_ten_random_moments_a_scan_ends_with_the_bytes_of_one_that_was_not(
    tmp_path: Path,
) -> None:
    slow_reader(tmp_path)
    (tmp_path / "in").mkdir()
    for number in range(FILES):
        (tmp_path / f"in/{number:02}{'lost' if number % 9 == 4 else ''}.pdf").write_text(
            str(number)
        )
    own = environment(tmp_path, ITA_CHECKER_CACHE=str(tmp_path / "cache"))
    command = [sys.executable, str(tmp_path / "driver.py"), str(tmp_path / "in"), "-j", "2", "-o"]
    dice = random.Random(9)
    for _ in range(KILLS):
        process = subprocess.Popen(
            [*command, str(tmp_path / "resumed.json")], env=own, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(dice.uniform(0.5, 2.0))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert gone(str(tmp_path)) == []
    subprocess.run([*command, str(tmp_path / "resumed.json")], env=own, timeout=120)
    subprocess.run([*command, str(tmp_path / "fresh.json"), "--no-cache"], env=own, timeout=120)
    assert (tmp_path / "resumed.json").read_bytes() == (tmp_path / "fresh.json").read_bytes()
    states = [
        report["status"] for report in json.loads((tmp_path / "fresh.json").read_text())["reports"]
    ]
    assert (len(states), states.count("unreadable")) == (FILES, 4)
    assert list(tmp_path.glob(".*.part")) == []


def kept(cache: Path) -> int:
    return Cache(cache).info().reports


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a process group")
def test_ctrl_c_writes_what_is_done_says_what_is_not_and_nothing_else(tmp_path: Path) -> None:
    slow_reader(tmp_path)
    (tmp_path / "in").mkdir()
    for number in range(200):  # it cannot end before it is told to, however late that is
        name = f"{number:03}{'held' if number >= 50 else ''}.pdf"
        (tmp_path / f"in/{name}").write_text(str(number))
    own = environment(tmp_path, ITA_CHECKER_CACHE=str(tmp_path / "cache"))
    command = [
        sys.executable,
        str(tmp_path / "driver.py"),
        str(tmp_path / "in"),
        "-j",
        "2",
        "-o",
        str(tmp_path / "out.json"),
    ]
    process = subprocess.Popen(command, env=own, stderr=subprocess.PIPE, start_new_session=True)
    while kept(tmp_path / "cache") < 10:
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    states = [
        report["status"] for report in json.loads((tmp_path / "out.json").read_text())["reports"]
    ]
    assert said.decode().count("\n") == 1
    assert (process.returncode, len(states), set(states)) == (
        3,
        200,
        {"clean", "unreadable"},
    )
    assert gone(str(tmp_path)) == []
