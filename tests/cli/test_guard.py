"""Exit codes and screens when something goes wrong: 1 means gaps and nothing else."""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from running import environment

from ita_checker.cli.group import main
from ita_checker.errors import ExitCode

SAMPLE = Path(__file__).parents[2] / "samples/2564/huai-nam-rae/O43.pdf"
COMMAND = [sys.executable, "-m", "ita_checker"]


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    return environment(ITA_CHECKER_CACHE=str(tmp_path / "cache"))


@pytest.fixture
def shared(kept: Path) -> dict[str, str]:
    return environment(ITA_CHECKER_CACHE=str(kept))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ZeroDivisionError("x"), ExitCode.UNCHECKED),
        (RecursionError("x"), ExitCode.UNCHECKED),
        (MemoryError(), ExitCode.UNCHECKED),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "x"), ExitCode.UNCHECKED),
        (KeyboardInterrupt(), ExitCode.UNCHECKED),
        (OSError(28, "No space left on device"), ExitCode.MISUSE),
        (PermissionError(13, "Permission denied", "a.pdf"), ExitCode.MISUSE),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else value.name,
)
def test_a_program_that_breaks_says_so_and_never_ends_as_if_it_had_found_gaps(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, code: ExitCode
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(importlib.import_module("ita_checker.cli.scan"), "_scanned", breaks)
    quiet = CliRunner().invoke(main, ["scan", str(SAMPLE)])
    assert (quiet.exit_code, quiet.stdout) == (code, "")
    assert len(quiet.stderr.splitlines()) == 2  # in Thai, and in English
    loud = CliRunner().invoke(main, ["scan", str(SAMPLE), "--verbose"])
    assert loud.exit_code == code
    assert isinstance(error, KeyboardInterrupt) or "in breaks" in loud.stderr


@pytest.mark.parametrize("form", ["json", "text"])
def test_what_cannot_be_rendered_leaves_nothing_on_the_screen(
    monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    def half(*_: object, **__: object) -> Any:
        yield '{"reports": ['
        raise ValueError("half way")

    monkeypatch.setattr(importlib.import_module("ita_checker.cli.scan"), "rendered", half)
    done = CliRunner().invoke(main, ["scan", str(SAMPLE), "--ocr", "never", "--format", form])
    assert (done.exit_code, done.stdout) == (ExitCode.UNCHECKED, "")
    assert "half way" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk as Linux has it")
def test_a_full_disk_under_the_screen_is_said_with_exit_code_2(shared: dict[str, str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*COMMAND, "scan", str(SAMPLE)],
            env=shared,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == ExitCode.MISUSE
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize(
    "words", [["--help"], ["explain"], ["scan", str(SAMPLE), "--format", "jsonl"]]
)
def test_whoever_stops_reading_at_once_hears_no_complaint(
    shared: dict[str, str], words: list[str]
) -> None:
    process = subprocess.Popen(
        [*COMMAND, *words], env=shared, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    assert (process.wait(), said) == (ExitCode.UNCHECKED, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_whoever_stops_reading_is_let_go_quietly(shared: dict[str, str]) -> None:
    process = subprocess.Popen(
        [*COMMAND, "scan", str(SAMPLE), "--format", "json", "-q"],
        env=shared,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    assert (process.wait(), said) == (ExitCode.GAPS, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="sockets of POSIX")
def test_a_temporary_folder_too_deep_for_sockets_is_no_matter(
    own: dict[str, str], tmp_path: Path
) -> None:
    deep = tmp_path.joinpath(*["โฟลเดอร์ชั่วคราวที่อยู่ลึกมาก"] * 4)
    deep.mkdir(parents=True)
    done = subprocess.run(
        [*COMMAND, "scan", str(SAMPLE), "-o", str(tmp_path / "gaps.html")],
        env=own | {"TMPDIR": str(deep)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr.count("\n")) == (ExitCode.GAPS, 1), done.stderr
    assert list(deep.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_a_scan_with_what_is_done_and_leaves_nothing_behind(
    own: dict[str, str], tmp_path: Path, name: str
) -> None:
    (tmp_path / "in").mkdir()
    temporary = Path(tempfile.mkdtemp(prefix="ita-"))  # sockets below it want a short path
    for number in range(40):
        (tmp_path / f"in/{number:02}.pdf").write_bytes(SAMPLE.read_bytes() + b"%" * number)
    process = subprocess.Popen(
        [*COMMAND, "scan", str(tmp_path / "in"), "-j", "1", "-o", str(tmp_path / "out.json")],
        env=own | {"TMPDIR": str(temporary)},
        stderr=subprocess.PIPE,
    )
    while not list(temporary.glob("ita-checker-*")):  # not at work yet
        time.sleep(0.05)
    time.sleep(1)
    process.send_signal(getattr(signal, name))
    said = process.communicate(timeout=60)[1].decode(errors="replace")
    assert process.returncode == ExitCode.UNCHECKED, said
    if (tmp_path / "out.json").exists():  # not where it came before the first file
        assert len(json.loads((tmp_path / "out.json").read_text())["reports"]) == 40
    assert [path for path in temporary.iterdir() if "ita-checker" in path.name] == []


def test_a_pdf_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "O43.pdf").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "scan").write_bytes(SAMPLE.read_bytes())
    for name in ("O43.pdf", "scan", "new.pdf"):
        words = ["scan", str(tmp_path), "--format", "json", "-o", str(tmp_path / name)]
        assert CliRunner().invoke(main, words).exit_code == ExitCode.MISUSE
    assert (tmp_path / "O43.pdf").read_bytes() == SAMPLE.read_bytes()
    assert os.listdir(tmp_path) and not (tmp_path / "new.pdf").exists()
