"""Input and output by URL, against a real S3-compatible server on loopback."""

from __future__ import annotations

import contextlib
import http.server
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import s3fs  # type: ignore[import-untyped]

from ita_checker.errors import ReadError, UsageError
from ita_checker.scan import remote

SAMPLES = Path(__file__).parents[2] / "samples"
CLEAN = SAMPLES / "2565/pa-kluai-hom/O42.pdf"
GAPS = SAMPLES / "2564/huai-nam-rae/O43.pdf"
KEYS = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": "us-east-1",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Give the environment that leads to an S3 server of our own, with one bucket."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | KEYS
    )
    for _ in range(600):
        try:
            urllib.request.urlopen(
                urllib.request.Request(f"{address}/bucket", method="PUT"), timeout=1
            ).close()
            break
        except OSError:
            time.sleep(0.1)
    yield KEYS | {
        "AWS_ENDPOINT_URL": address,
        "ITA_CHECKER_CACHE": str(tmp_path_factory.mktemp("cache")),
    }
    process.kill()
    process.wait()


def store(server: dict[str, str]) -> Any:
    return s3fs.S3FileSystem(
        key="test", secret="test", client_kwargs={"endpoint_url": server["AWS_ENDPOINT_URL"]}
    )


def put(server: dict[str, str], name: str, content: bytes) -> None:
    store(server).pipe_file(f"bucket/{name}", content)


def held(server: dict[str, str], name: str) -> bytes:
    return bytes(store(server).cat_file(f"bucket/{name}"))


def run(environment: dict[str, str], *words: object) -> subprocess.CompletedProcess[str]:
    own = os.environ | {"PYTHONIOENCODING": "utf-8"} | environment
    return subprocess.run(
        [sys.executable, "-m", "ita_checker", *map(str, words)],
        capture_output=True,
        text=True,
        env=own,
        timeout=300,
    )


def test_a_folder_behind_a_url_gives_the_reports_of_the_same_folder_here(
    server: dict[str, str], tmp_path: Path
) -> None:
    files = {
        "2565/pa-kluai-hom/O42.pdf": CLEAN.read_bytes(),
        "2564/huai-nam-rae/O43.pdf": GAPS.read_bytes(),
        "2564/x/O43.pdf": b"none",
    }
    for name, content in files.items():
        put(server, f"in/{name}", content)
        (tmp_path / "in" / name).parent.mkdir(parents=True)
        (tmp_path / "in" / name).write_bytes(content)
    put(server, "in/2564/notes.txt", b"no PDF")
    temporary = Path(
        tempfile.mkdtemp(prefix="ita-")
    )  # short: sockets of worker processes lie there, and their paths may not be long
    here = run(server, "scan", tmp_path / "in", "--no-cache", "-o", tmp_path / "here.json")
    there = run(
        server | {"TMPDIR": str(temporary)},
        "scan",
        "s3://bucket/in",
        "-o",
        "s3://bucket/out/gaps.json",
    )
    assert there.returncode == here.returncode == 3
    assert there.stderr.partition(" · เขียน")[0] == here.stderr.partition(" · เขียน")[0]
    assert held(server, "out/gaps.json") == (tmp_path / "here.json").read_bytes()
    assert list(temporary.iterdir()) == []  # what was fetched is gone
    temporary.rmdir()
    again = run(server, "scan", "s3://bucket/in/", "--format", "json")
    assert again.stdout.encode() == (tmp_path / "here.json").read_bytes()


def test_one_file_behind_a_url_is_shown_by_its_url_and_read_again_when_it_changes(
    server: dict[str, str],
) -> None:
    put(server, "one/2565/O42.pdf", CLEAN.read_bytes())
    first = json.loads(
        run(server, "scan", "s3://bucket/one/2565/O42.pdf", "--format", "json").stdout
    )["reports"]
    assert [(report["path"], report["status"], report["items"]) for report in first] == [
        ("s3://bucket/one/2565/O42.pdf", "clean", ["O42"])
    ]
    put(server, "one/2565/O42.pdf", b"")
    second = json.loads(
        run(server, "scan", "s3://bucket/one/2565/O42.pdf", "--format", "json").stdout
    )["reports"]
    assert [finding["code"] for finding in second[0]["findings"]] == ["DOC001"]


def test_an_address_that_cannot_be_reached_is_wrong_use(server: dict[str, str]) -> None:
    done = run(server, "scan", "s3://bucket/nothing-here/")
    assert done.returncode == 2
    assert done.stderr.startswith("s3://bucket/nothing-here/: ")
    assert "cannot be reached" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("url", ["s3://no-such-bucket/gaps.json", "nosuch://bucket/gaps.json"])
def test_what_cannot_be_listed_or_written_is_said(
    server: dict[str, str], monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    for name, value in server.items():
        monkeypatch.setenv(name, value)
    for use in (lambda: remote.below(url), lambda: remote.write(url, [b"x"])):
        with pytest.raises(UsageError) as error:
            use()
        assert error.value.where == url


def test_without_the_libraries_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(UsageError) as error:
        remote.below("s3://bucket/in")
    assert "pip install 'ita-checker[remote]'" in error.value.text("en")
    with pytest.raises(UsageError):
        remote.write("s3://bucket/gaps.json", [b"x"])


def test_a_url_is_no_path_and_a_drive_is_no_url() -> None:
    assert [
        remote.place(text) for text in ("s3://bucket//a", "file:///a/b.pdf", "C:\\a", "a/b")
    ] == ["s3://bucket//a", Path("/a/b.pdf"), Path("C:\\a"), Path("a/b")]
    assert str(remote.path_of("https://host/2564/O43.pdf?x=1#p")) == "/host/2564/O43.pdf"


def test_a_file_that_never_ends_is_given_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Handler(http.server.BaseHTTPRequestHandler):
        """Sends for ever."""

        def do_HEAD(self) -> None:
            self.send_response(200)
            self.end_headers()

        def do_GET(self) -> None:
            self.do_HEAD()
            with contextlib.suppress(OSError):
                while True:
                    self.wfile.write(bytes(1 << 16))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    monkeypatch.setattr(remote, "MOST_BYTES", 1 << 20)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/endless.pdf"
        assert remote.below(url) == [("", url)]
        with pytest.raises(ReadError) as error, remote.fetched(url):
            pass
        server.shutdown()
    assert (error.value.code, "larger than 1 MB" in error.value.text("en")) == ("DOC001", True)
