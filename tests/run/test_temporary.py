"""What lies on disk while we work goes with us, or with the next of us."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import environment

from ita_checker.run.drafts import draft

HOLD = "import time; from ita_checker.run import temporary as t; print(t.folder(), flush=True)\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")


def begun(home: Path) -> tuple[subprocess.Popen[str], Path]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD + "time.sleep(99)"],
        env=environment(TMPDIR=str(home)),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def test_a_folder_goes_with_its_process_and_that_of_one_killed_with_the_next(
    tmp_path: Path,
) -> None:
    alive, held = begun(tmp_path)
    killed, left = begun(tmp_path)
    (left / "secret.pdf").write_text("x")
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert left.exists()
    subprocess.run([sys.executable, "-c", HOLD], env=environment(TMPDIR=str(tmp_path)), check=True)
    assert list(tmp_path.iterdir()) == [
        held
    ]  # neither theirs nor its own, and whoever lives keeps his
    alive.kill()
    alive.wait()


def test_a_folder_without_a_lock_is_left_alone_for_a_day(tmp_path: Path) -> None:
    fresh, old = tmp_path / "ita-checker-fresh", tmp_path / "ita-checker-old"
    fresh.mkdir(), old.mkdir()
    (tmp_path / "ita-checker-link").symlink_to(tmp_path / "others")
    os.utime(old, (time.time() - 90000,) * 2)
    subprocess.run([sys.executable, "-c", HOLD], env=environment(TMPDIR=str(tmp_path)), check=True)
    assert {path.name for path in tmp_path.iterdir()} == {"ita-checker-fresh", "ita-checker-link"}


def test_the_draft_of_a_process_that_was_killed_is_swept_and_that_of_one_at_work_is_not(
    tmp_path: Path,
) -> None:
    code = (
        "import sys, time; from pathlib import Path; from ita_checker.run.drafts import draft\n"
        "with draft(Path(sys.argv[1])) as place:\n"
        "    place.write_text('half'); print(place, flush=True); time.sleep(99)\n"
    )
    drafts = []
    for _ in range(2):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "out.json")],
            env=environment(),
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        drafts.append((process, Path(process.stdout.readline().strip())))
    (killed, swept), (alive, kept) = drafts
    killed.kill()
    killed.wait()
    with draft(tmp_path / "out.json") as place:
        place.write_text("whole")
    assert (tmp_path / "out.json").read_text() == "whole"
    assert (swept.exists(), kept.exists()) == (False, True)
    alive.kill()
    alive.wait()


def test_what_breaks_while_it_is_written_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("before")
    with pytest.raises(ValueError), draft(tmp_path / "out.json") as place:
        place.write_text("half")
        raise ValueError
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"out.json": "before"}
