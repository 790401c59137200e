"""What a scan of many files costs: files per second on 1 and 2 jobs, the parent's memory, the
second scan against the first.

python tests/benchmarks/many_files.py [COPIES]    # of each sample; more copies drown what starting
up costs
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"
PARENT = """
import resource, sys, tempfile
from pathlib import Path
from ita_checker.run.cache import Cache
from ita_checker.model import Report, Status, Submission
from ita_checker.scan.tasks import Means, Reading, scan
from ita_checker.run.outcomes import Done, Limits
def engine(call, tasks, jobs, limits):
    for number, task in enumerate(tasks):
        yield number, Done(Report(task.submission.path, task.sha256, 1, status=Status.CLEAN))
files = [(f"{number:05}.pdf", sys.argv[1]) for number in range(int(sys.argv[2]))]
with tempfile.TemporaryDirectory() as folder:
    means = Means((), Reading(), Limits(), 1, Cache(Path(folder)), engine)
    reports = scan(files, lambda shown, path: Submission(shown), means)
    for report in reports:
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def scanned(folder: Path, jobs: int, cache: Path) -> tuple[float, float]:
    """Return seconds on the clock and seconds of CPU of one scan."""
    own = os.environ | {"ITA_CHECKER_CACHE": str(cache)}
    before, started = os.times(), time.monotonic()
    command = [
        sys.executable,
        "-m",
        "ita_checker",
        "scan",
        str(folder),
        "-j",
        str(jobs),
        "-o",
        str(cache.with_suffix(".json")),
    ]
    subprocess.run(command, env=own, check=False)
    after = os.times()
    return (
        time.monotonic() - started,
        after.children_user + after.children_system - before.children_user - before.children_system,
    )


def main(copies: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "in")
        for copy in range(copies):
            for path in sorted(SAMPLES.rglob("*.pdf")):
                target = folder / path.parts[-3] / f"{path.parts[-2]}-{copy}" / path.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes() + b"\n%% %d\n" % copy)
        files = sum(1 for _ in folder.rglob("*.pdf"))
        wall = {}
        for jobs in (1, 2):
            cache = Path(place, f"cache-{jobs}")
            wall[jobs], cpu = scanned(folder, jobs, cache)
            print(
                f"{files} files, {jobs} job(s): {wall[jobs]:.1f} s, {files / wall[jobs]:.2f}"
                f" files/s, CPU {cpu:.1f} s"
            )
        print(f"2 jobs are {wall[1] / wall[2]:.2f} times as fast as 1")
        again, cpu = min(scanned(folder, 2, Path(place, "cache-2")) for _ in range(3))
        size = sum(path.stat().st_size for path in Path(place, "cache-2").iterdir())
        print(
            f"second scan: {again:.2f} s (CPU {cpu:.2f} s), {wall[2] / again:.0f} times as fast;"
            f" cache {size / files / 1000:.0f} KB a file"
        )
        shutil.rmtree(folder)
        small = SAMPLES / "2566/tha-ruea-bai/O42.pdf"
        for count in (100, 1000, 10_000):
            done = subprocess.run(
                [sys.executable, "-c", PARENT, str(small), str(count)],
                capture_output=True,
                text=True,
                check=True,
            )
            print(f"parent's memory with {count} files: {done.stdout.strip()} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4)
