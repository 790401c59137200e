"""However it ends, nothing is left at work and nothing is lost."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from serve.served import SAMPLES, Client, server

SAMPLE = (SAMPLES / "huai-nam-rae/O43.pdf").read_bytes()
FILES = 10  # so many that a scan of one worker is not done when its first report is there
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def filled(client: Client, files: int) -> str:
    client.open()
    name: str = client.json("POST", "/jobs")["id"]
    for number in range(files):
        client.ask("PUT", f"/jobs/{name}/files?name={number:02}.pdf", SAMPLE + b"%" * number)
    return name


def children(parent: int) -> set[int]:
    """Return all processes below one."""
    below: dict[int, set[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        below.setdefault(int(fields[1]), set()).add(int(stat.parent.name))
    found: set[int] = set()
    waiting = [parent]
    while waiting:
        own = below.get(waiting.pop(), set()) - found
        found |= own
        waiting += own
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes as Linux tells them")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_server_ended_in_a_scan_leaves_no_worker_and_the_next_one_goes_on(
    tmp_path: Path, end: signal.Signals
) -> None:
    with server(tmp_path / "work", "-j", "1") as client:
        name = filled(client, FILES)
        client.json("POST", f"/jobs/{name}/scan", {})
        while not client.json("GET", f"/jobs/{name}")["done"]:
            time.sleep(0.05)
        workers = children(client.process.pid)
        assert workers
        client.process.send_signal(end)
        said, _ = client.process.communicate(timeout=60)
        assert (client.process.returncode, said.count("\n")) == (0, 1)
        for _ in range(100):
            left = {worker for worker in workers if os.path.exists(f"/proc/{worker}")}
            if not left:
                break
            time.sleep(0.1)
        assert left == set()
    with server(tmp_path / "work") as again:
        again.open()
        (job,) = again.json("GET", "/jobs")
        assert (job["files"], job["id"]) == (FILES, name)
        again.json("POST", f"/jobs/{name}/scan", {})
        told = again.wait(name)
        assert (told["state"], len(told["lines"])) == ("done", FILES)
        assert {line["status"] for line in told["lines"]} == {"gaps"}


def test_a_scan_is_stopped_from_the_page_and_says_what_was_not_looked_at(tmp_path: Path) -> None:
    with server(tmp_path / "work", "-j", "1") as client:
        name = filled(client, FILES)
        client.json("POST", f"/jobs/{name}/scan", {})
        while not client.json("GET", f"/jobs/{name}")["done"]:
            time.sleep(0.05)
        client.ask("DELETE", f"/jobs/{name}")
        assert client.status == 400  # not while it is at work
        client.ask("PUT", f"/jobs/{name}/files?name=late.pdf", SAMPLE)
        assert client.status == 409
        client.json("POST", f"/jobs/{name}/stop")
        told = client.wait(name)
        assert (told["state"], told["report"], len(told["lines"])) == ("stopped", True, FILES)
        assert {"gaps", "unreadable"} == {line["status"] for line in told["lines"]}
        page = client.ask("GET", f"/jobs/{name}/report").decode()
        assert "การตรวจถูกหยุดก่อนถึงไฟล์นี้" in page


def test_a_port_that_is_taken_and_a_folder_that_is_none_are_said(tmp_path: Path) -> None:
    import subprocess

    from running import environment

    (tmp_path / "file").write_text("x")
    with server(tmp_path / "work") as client:
        port = client.host.rpartition(":")[2]
        for words in (["--port", port], ["--folder", str(tmp_path / "file")]):
            done = subprocess.run(
                [sys.executable, "-m", "ita_checker", "serve", "--no-browser", *words],
                capture_output=True,
                text=True,
                env=environment(HOME=str(tmp_path)),
            )
            assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False)
