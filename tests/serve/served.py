"""A server as people start it: a process of its own, and a client that has its key."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from running import environment

SAMPLES = Path(__file__).parents[2] / "samples/2564"


@dataclass
class Client:
    """Asks a server as its page would; `answer` is the last one's status and headers."""

    address: str
    process: subprocess.Popen[str]
    cookie: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 0

    @property
    def host(self) -> str:
        return self.address.removeprefix("http://").partition("/")[0]

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> bytes:
        """Return the answer's body."""
        sent = {"Host": self.host, "Origin": f"http://{self.host}", "Cookie": self.cookie}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection(self.host, timeout=60)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {**sent, "Content-Length": str(len(body or b""))}.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        data = answer.read()
        self.status, self.headers = answer.status, dict(answer.getheaders())
        connection.close()
        return data

    def json(self, method: str, path: str, data: object = None, **headers: str) -> Any:
        """Return the answer to JSON, as JSON."""
        kind = {"Content-Type": "application/json"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        return json.loads(self.ask(method, path, json.dumps(data).encode(), **kind))

    def open(self) -> None:
        """Come in by the token."""
        self.ask("GET", f"/{self.address.rpartition('/')[2]}")
        assert self.status == 303
        self.cookie = self.headers["set-cookie"].partition(";")[0]

    def job(self, *files: tuple[str, bytes], **asked: object) -> str:
        """Return a job of these files once it was scanned."""
        name: str = self.json("POST", "/jobs")["id"]
        for path, data in files:
            self.ask("PUT", f"/jobs/{name}/files?name={quote(path)}", data)
            assert self.status == 201, path
        self.json("POST", f"/jobs/{name}/scan", asked)
        assert self.status == 202
        self.wait(name)
        return name

    def wait(self, name: str) -> Any:
        """Return the job once it is at work no more."""
        for _ in range(600):
            told = self.json("GET", f"/jobs/{name}")
            if told["state"] not in ("waiting", "scanning", "drawing"):
                return told
            time.sleep(0.1)
        raise AssertionError(told)

    def end(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and what was said at last."""
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=60)
        return self.process.returncode, said


@contextmanager
def server(home: Path, *words: str, **more: str) -> Iterator[Client]:
    """Yield a client of a server that keeps its jobs below a folder."""
    own = environment(ITA_CHECKER_CACHE=str(home.parent / "cache"), **more)
    command = [sys.executable, "-m", "ita_checker", "serve", "--no-browser", "--folder", str(home)]
    process = subprocess.Popen(
        [*command, *words], env=own, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert process.stdout
    hit = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", process.stdout.readline())
    assert hit
    process.stdout.readline()
    client = Client(hit[0], process)
    try:
        for _ in range(200):
            try:
                client.ask("GET", "/")
                break
            except OSError:
                time.sleep(0.05)
        yield client
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
