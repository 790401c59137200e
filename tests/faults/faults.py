"""Faults injected into real scans of real files: killed, full, closed, changed, several at once.
After each the next scan must end with the bytes of one that nothing happened to.

`python tests/faults/faults.py [--kills 20] [--only NAME]` takes some minutes and prints a line a
fault; what is quick of it runs as tests (tests/scan/test_resume.py, tests/cli/test_guard.py).
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HOME = Path(__file__).parents[2]
SAMPLES = sorted((HOME / "samples").rglob("*.pdf"))
COMMAND = [sys.executable, "-m", "ita_checker", "scan"]


@dataclass
class Bench:
    """A folder to scan, what a scan of it says that nothing happens to, and what was counted."""

    home: Path
    files: int
    clean: bytes = b""
    faults: int = 0
    lost: list[str] = field(default_factory=list)

    @classmethod
    def set_up(cls, home: Path, files: int) -> Bench:
        (home / "in").mkdir(parents=True)
        for number in range(files):
            sample = SAMPLES[number % len(SAMPLES)]
            place = home / "in" / f"{number:03}-{sample.parent.name}-{sample.name}"
            place.write_bytes(sample.read_bytes() + b"%" * (number // len(SAMPLES)))
        bench = cls(home, files)
        bench.run("clean.json", "--no-cache")
        bench.clean = (home / "clean.json").read_bytes()
        return bench

    def environment(self, **more: str) -> dict[str, str]:
        (self.home / "tmp").mkdir(exist_ok=True)
        own = {"ITA_CHECKER_CACHE": str(self.home / "cache"), "TMPDIR": str(self.home / "tmp")}
        return os.environ | {"PYTHONPATH": str(HOME)} | own | more

    def begin(
        self, out: str, *words: str, before: Callable[[], None] | None = None, **more: str
    ) -> subprocess.Popen[bytes]:
        command = [*COMMAND, "in", "-j", "2", "--ocr", "never", "-o", out, *words]
        return subprocess.Popen(
            command,
            cwd=self.home,
            env=self.environment(**more),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            preexec_fn=before,
        )

    def run(
        self, out: str, *words: str, before: Callable[[], None] | None = None, **more: str
    ) -> tuple[int, str]:
        process = self.begin(out, *words, before=before, **more)
        _, said = process.communicate(timeout=900)
        return process.returncode, said.decode(errors="replace")

    def same(self, what: str) -> None:
        """Scan once more: the same bytes, nothing half written, nothing left behind."""
        self.faults += 1
        self.run("after.json")
        if (self.home / "after.json").read_bytes() != self.clean:
            self.lost.append(f"{what}: other bytes")
        if list(self.home.glob(".*.part")):
            self.lost.append(f"{what}: half a file")
        left = [path.name for path in (self.home / "tmp").iterdir()]
        if left:
            self.lost.append(f"{what}: left {left}")
        if _running(str(self.home)):
            self.lost.append(f"{what}: processes left")

    def forget(self) -> None:
        shutil.rmtree(self.home / "cache", ignore_errors=True)


def _running(mark: str) -> list[int]:
    """Return the processes that carry a mark in their environment, after some seconds at most."""
    found: list[int] = []
    for _ in range(100):
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            try:
                zombie = b"Z" in (place / "stat").read_bytes().split()[2:3]
                if mark.encode() in (place / "environ").read_bytes() and not zombie:
                    found.append(int(place.name))
            except OSError:
                continue
        if not found:
            break
        time.sleep(0.1)
    return found


def killed(bench: Bench, kills: int) -> None:
    """kill -9 of the command, at random moments of a scan that goes on each time."""
    dice = random.Random(16)
    for number in range(kills):
        process = bench.begin("killed.json")
        time.sleep(dice.uniform(0.2, 8.0))
        process.kill()
        process.communicate()
        bench.same(f"kill {number}")
        if number % 3 == 2:
            bench.forget()


def signalled(bench: Bench, kills: int) -> None:
    """Ctrl-C and SIGTERM: what is done is written, the rest is said."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        bench.forget()
        process = bench.begin("signalled.json")
        time.sleep(5)
        process.send_signal(getattr(signal, name))
        process.communicate(timeout=120)
        if process.returncode != 3:
            bench.lost.append(f"{name}: exit {process.returncode}")
        bench.same(name)


def workers_killed(bench: Bench, kills: int) -> None:
    """kill -9 of whatever works below the command: no file is lost, or its report says so."""
    dice = random.Random(17)
    bench.forget()
    process = bench.begin("workers.json")
    time.sleep(4)
    for _ in range(6):
        below = [pid for pid in _children(process.pid) if pid != process.pid]
        if below:
            os.kill(dice.choice(below), signal.SIGKILL)
        time.sleep(0.7)
    process.communicate(timeout=600)
    if not (bench.home / "workers.json").exists():
        bench.lost.append("workers killed: no output")
    bench.same("workers killed")


def _children(pid: int) -> list[int]:
    """Return the workers: grandchildren, by way of the process they are forked from."""
    parents: dict[int, int] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(place.name)] = int((place / "stat").read_text().rsplit(")")[-1].split()[1])
        except (OSError, IndexError):
            continue
    below = {child for child, parent in parents.items() if parent == pid}
    return [child for child, parent in parents.items() if parent in below]


def full(bench: Bench, kills: int) -> None:
    """Files may grow to so many bytes only, as on a full disk: cache, temporary files, output."""
    for most in (0, 4096, 100_000, 1_000_000):

        def small(most: int = most) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        bench.forget()
        (bench.home / "full.json").unlink(missing_ok=True)
        code, said = bench.run("full.json", before=small)
        made = bench.home / "full.json"
        if made.exists() and made.read_bytes() != bench.clean:
            bench.lost.append(f"full at {most}: other bytes")
        if not made.exists() and (code != 2 or not said.strip() or "Traceback" in said):
            bench.lost.append(f"full at {most}: exit {code}, {said[-200:]}")
        bench.same(f"full at {most}")


def closed(bench: Bench, kills: int) -> None:
    """Places that cannot be written, and a cache that is something else."""
    for name, make in (
        ("file", lambda place: place.write_text("x")),
        ("link to nothing", lambda place: place.symlink_to("/nowhere/at/all")),
        ("read only", lambda place: (place.mkdir(), place.chmod(0o500))),
        ("open to all", lambda place: (place.mkdir(), place.chmod(0o777))),
    ):
        place = bench.home / "odd"
        make(place)
        bench.run("closed.json", ITA_CHECKER_CACHE=str(place))
        if (bench.home / "closed.json").read_bytes() != bench.clean:
            bench.lost.append(f"cache {name}: other bytes")
        if place.is_dir():
            place.chmod(0o700)
            shutil.rmtree(place)
        else:
            place.unlink()
        bench.same(f"cache {name}")
    code, _ = bench.run("/proc/nowhere/x.json")
    if code != 2:
        bench.lost.append(f"output that cannot be written: exit {code}")
    bench.same("output closed")


def damaged(bench: Bench, kills: int) -> None:
    """Entries of the cache changed, cut, swapped, replaced by noise, a head of another kind."""
    import sqlite3

    for what in (
        "value = randomblob(length(value))",
        "value = substr(value, 1, length(value) / 2)",
        "value = (select value from entry order by key limit 1)",
        "value = x''",
        "value = 'text'",
        "value = zeroblob(100)",
        "kind = 'packs'",
    ):
        bench.run("warm.json")
        with sqlite3.connect(bench.home / "cache/entries.sqlite") as base:
            base.execute(f"update entry set {what}")
        base.close()
        bench.same(f"entries: {what}")
    for junk in (b"", b"SQLite format 3\0" + bytes(200), os.urandom(9000)):
        (bench.home / "cache/entries.sqlite").write_bytes(junk)
        bench.same("database replaced")


def together(bench: Bench, kills: int) -> None:
    """Four scans at once on one cache and one output."""
    bench.forget()
    scans = [bench.begin("one.json") for _ in range(4)]
    for process in scans:
        process.communicate(timeout=900)
    if (bench.home / "one.json").read_bytes() != bench.clean:
        bench.lost.append("four at once: other bytes")
    bench.same("four at once")


def changing(bench: Bench, kills: int) -> None:
    """A file that changes, vanishes, turns into a pipe or a folder while it is being scanned."""
    victims = sorted((bench.home / "in").iterdir())[1:5]
    kept = {path: path.read_bytes() for path in victims}

    def meddle() -> None:
        time.sleep(1.0)
        for number in range(40):
            path = victims[number % 4]
            try:
                path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
                if number % 5 == 0:
                    path.write_bytes(kept[path][: len(kept[path]) // 2])
                elif number % 5 == 1:
                    os.mkfifo(path)
                elif number % 5 == 2:
                    path.mkdir()
                elif number % 5 == 3:
                    path.write_bytes(kept[path])
            except OSError:
                continue
            time.sleep(0.15)

    bench.forget()
    thread = threading.Thread(target=meddle)
    thread.start()
    code, said = bench.run("changing.json")
    thread.join()
    if "Traceback" in said or not (bench.home / "changing.json").exists():
        bench.lost.append(f"changing: exit {code}, {said[-300:]}")
    for path, content in kept.items():
        if path.is_dir():
            path.rmdir()
        path.unlink(missing_ok=True)
        path.write_bytes(content)
    bench.same("changing files")  # and the cache holds nothing that was true of half a file


def clock(bench: Bench, kills: int) -> None:
    """Entries from tomorrow, as after a clock that went back."""
    import sqlite3

    bench.run("warm.json")
    with sqlite3.connect(bench.home / "cache/entries.sqlite") as base:
        base.execute("update entry set used = used + 1e6")
    base.close()
    bench.same("clock back")


FAULTS = (killed, signalled, workers_killed, full, closed, damaged, together, changing, clock)


def chosen(only: str | None) -> Iterator[Callable[[Bench, int], None]]:
    return (fault for fault in FAULTS if only in (None, fault.__name__))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--kills", type=int, default=20)
    ask.add_argument("--files", type=int, default=32)
    ask.add_argument("--only")
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        bench = Bench.set_up(Path(folder), asked.files)
        for fault in chosen(asked.only):
            before, began = bench.faults, time.monotonic()
            fault(bench, asked.kills)
            took = time.monotonic() - began
            print(f"{fault.__name__}: {bench.faults - before} faults, {took:.0f} s", flush=True)
        print(f"{asked.files} files, {bench.faults} faults injected, {len(bench.lost)} lost")
        for line in bench.lost:
            print(f"  {line}")
    sys.exit(bool(bench.lost))


if __name__ == "__main__":
    main()
