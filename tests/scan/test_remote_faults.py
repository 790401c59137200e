"""A store that refuses, loses, cuts or invents: each is said, and no other file is harmed."""

from __future__ import annotations

import contextlib
import http.server
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ita_checker.errors import ReadError, UsageError
from ita_checker.model import Report, Status
from ita_checker.scan import remote
from ita_checker.scan.api import check_paths
from ita_checker.scan.settings import settings

SAMPLE = Path(__file__).parents[2] / "samples/2565/pa-kluai-hom/O42.pdf"


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers as the name of the file says."""

    def do_HEAD(self) -> None:
        """Answer the head alone."""
        self._answer(body=False)

    def do_GET(self) -> None:
        """Answer head and body."""
        self._answer(body=True)

    def _answer(self, body: bool) -> None:
        fault = self.path.rsplit("/", 1)[-1].partition("-")[0]
        content = SAMPLE.read_bytes()
        if fault in ("403", "404", "500"):
            self.send_error(int(fault))
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if not body:
            return
        with contextlib.suppress(OSError):
            if fault == "cut":
                self.wfile.write(content[: len(content) // 2])
                self.connection.close()
            else:
                self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def strict() -> Iterator[str]:
    """Give the address of an S3 server that knows no keys but lets its first visitor make a
    bucket.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    quiet: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    own = os.environ | {"INITIAL_NO_AUTH_ACTION_COUNT": "1"}
    process = subprocess.Popen(command, env=own, **quiet)
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.1)
    make = urllib.request.Request(f"{address}/bucket", method="PUT")  # the one that needs no key
    urllib.request.urlopen(make, timeout=60).close()
    yield address
    process.kill()
    process.wait()


@pytest.mark.parametrize("keys", [("wrong", "wrong"), ("", "")], ids=["wrong", "none"])
def test_keys_that_a_store_refuses_are_said_with_what_to_do(
    strict: str, keys: tuple[str, str], kept: Path, tmp_path: Path
) -> None:
    nowhere = str(tmp_path / "none")
    own = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    own |= {"AWS_ENDPOINT_URL": strict, "AWS_DEFAULT_REGION": "us-east-1"}
    own |= {"AWS_SHARED_CREDENTIALS_FILE": nowhere, "AWS_CONFIG_FILE": nowhere}
    own |= {"AWS_EC2_METADATA_DISABLED": "true", "ITA_CHECKER_CACHE": str(kept)}
    if keys[0]:
        own |= {"AWS_ACCESS_KEY_ID": keys[0], "AWS_SECRET_ACCESS_KEY": keys[1]}
    for words in (("s3://bucket/in",), (str(SAMPLE), "-o", "s3://bucket/out.json")):
        run = subprocess.run(
            [sys.executable, "-m", "ita_checker", "scan", "--lang", "en", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=own,
            timeout=300,
        )
        assert run.returncode == 2
        assert "check them and what they may do" in " ".join(run.stderr.split())
        assert "Traceback" not in run.stderr


@pytest.mark.parametrize("fault", ["403", "404", "500"])
def test_what_a_store_refuses_is_wrong_use_and_said(address: str, fault: str) -> None:
    with pytest.raises(UsageError) as error:
        remote.below(f"{address}/{fault}-O42.pdf")
    assert "cannot be reached" in error.value.text("en")


@pytest.mark.parametrize("fault", ["403", "404", "cut"])
def test_what_cannot_be_fetched_whole_is_said_and_leaves_nothing(address: str, fault: str) -> None:
    with (
        pytest.raises(ReadError) as error,
        remote.fetched(f"{address}/{fault}-O42.pdf") as path,
    ):
        pytest.fail(f"{path} was taken for whole")
    assert error.value.code == "DOC001"


def test_one_that_fails_harms_no_other(
    address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ITA_CHECKER_CACHE", str(tmp_path / "cache"))
    places: list[Any] = [f"{address}/{name}-O42.pdf" for name in ("cut", "good", "other")]
    batch, wrong = check_paths(places, settings({"year": 2565, "ocr": "never"}))

    def states(reports: Any) -> list[Status]:
        return [report.status for report in reports if isinstance(report, Report)]

    assert wrong == ()
    assert states(batch.reports) == [Status.UNREADABLE, Status.CLEAN, Status.CLEAN]
