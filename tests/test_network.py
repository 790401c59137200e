"""No network at run time: a scan with every output opens no socket to any place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from running import environment

SAMPLE = Path(__file__).parent.parent / "samples/2564/huai-nam-rae/O43.pdf"
# Python tells of every socket before it is opened or a name is asked for. Sockets by which our own
# processes speak to each other have a path for an address.
WATCH = """
import sys
def watch(event, args):
    if event == "socket.getaddrinfo" or (
        event in ("socket.connect", "socket.bind", "socket.sendto") and isinstance(args[1], tuple)
    ):
        with open(r"{log}", "a") as log:
            log.write(f"{{event}} {{args[1:] if event != 'socket.getaddrinfo' else args}}\\n")
sys.addaudithook(watch)
"""


def test_a_scan_with_every_output_opens_no_socket(tmp_path: Path) -> None:
    log = tmp_path / "sockets"
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks/sitecustomize.py").write_text(WATCH.format(log=log))
    own = environment(tmp_path / "hooks", ITA_CHECKER_CACHE=str(tmp_path / "cache"))
    probe = (
        "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError: pass"
    )
    subprocess.run([sys.executable, "-c", probe], env=own, check=True)
    assert log.read_text().count("socket.connect") == 1  # the watch sees
    log.unlink()
    outputs = [
        word
        for suffix in ("html", "xlsx", "csv", "json", "jsonl", "sarif", "xml", "txt")
        for word in ("-o", str(tmp_path / f"gaps.{suffix}"))
    ]
    beside = ["--annotate", str(tmp_path / "marked"), "--letters", str(tmp_path / "letters")]
    done = subprocess.run(
        [sys.executable, "-m", "ita_checker", "scan", str(SAMPLE), *outputs, *beside],
        env=own,
        capture_output=True,
    )
    told = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout) == (1, b"")
    assert [line.partition(":")[0] for line in told[:-1]] == [str(tmp_path / "letters")] * 2
    assert told[-1].startswith("ตรวจ 1 ไฟล์ (พบข้อบกพร่อง 1) · พบ 3 รายการ ")
    assert not log.exists()
