"""What somebody with the key, or a broken browser, may send: nothing leaks, hangs or leads out."""

from __future__ import annotations

import io
import socket
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from serve.served import SAMPLES, Client, server

SAMPLE = (SAMPLES / "huai-nam-rae/O43.pdf").read_bytes()
JOBS = "jobs"  # the folder that the server keeps them in


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with server(tmp_path_factory.mktemp("serve") / JOBS) as made:
        made.open()
        yield made


def sent(client: Client, text: str, body: bytes = b"", wait: float = 5) -> bytes:
    """Return the first line of the answer to a request as written."""
    host, port = client.host.split(":")
    with socket.create_connection((host, int(port)), timeout=wait) as line:
        own = f"Host: {client.host}\r\nOrigin: http://{client.host}\r\nCookie: {client.cookie}\r\n"
        line.sendall(f"{text}\r\n{own}".encode() + body)
        with suppress(TimeoutError):
            return line.recv(300).partition(b"\r\n")[0]
    return b"waits"


@pytest.mark.parametrize("since", ["9" * 5000, "-1", "๙๙", "1e9", "0x1", "", " 1"])
def test_a_number_that_is_none_counts_as_none(client: Client, since: str) -> None:
    from urllib.parse import quote

    job = client.json("POST", "/jobs")["id"]
    client.ask("GET", f"/jobs/{job}?since={quote(since)}")
    assert client.status == 200


def test_what_is_too_large_or_of_no_length_is_refused_or_waited_for_in_vain(
    client: Client,
) -> None:
    job = client.json("POST", "/jobs")["id"]
    place = f"PUT /jobs/{job}/files?name=a.pdf HTTP/1.1"
    assert sent(client, place, b"Content-Length: -5\r\n\r\nx").endswith(b"400 Bad Request")
    assert sent(client, "GET / HTTP/1.1", b"X: " + b"a" * 1_000_000 + b"\r\n\r\n").endswith(
        b"400 Bad Request"
    )
    huge = b"Content-Length: 99999999999999\r\n\r\nx"
    assert sent(client, place, huge, wait=1) == b"waits"  # and what came of it is gone
    kind = {"Content_Type": "application/json"}
    client.ask("POST", f"/jobs/{job}/scan", b'{"a":"' + b"x" * (17 << 20) + b'"}', **kind)
    assert client.status == 413
    client.ask("POST", f"/jobs/{job}/scan", b"[" * 100_000, **kind)
    assert client.status == 400
    assert client.json("GET", f"/jobs/{job}")["files"] == 0


def test_slow_uploads_hold_up_nobody_and_leave_nothing(
    client: Client, tmp_path_factory: pytest.TempPathFactory
) -> None:
    job = client.json("POST", "/jobs")["id"]
    host, port = client.host.split(":")
    own = f"Host: {client.host}\r\nOrigin: http://{client.host}\r\nCookie: {client.cookie}\r\n"
    lines = [socket.create_connection((host, int(port))) for _ in range(50)]
    for number, line in enumerate(lines):
        place = f"PUT /jobs/{job}/files?name=s{number}.pdf HTTP/1.1\r\n{own}"
        line.sendall(f"{place}Content-Length: 1000\r\n\r\nx".encode())
    began = time.monotonic()
    client.ask("GET", "/jobs")
    assert (client.status, time.monotonic() - began < 5) == (200, True)
    for line in lines:
        line.close()
    folder = next(tmp_path_factory.getbasetemp().glob(f"serve*/{JOBS}/{job}"))
    for _ in range(100):
        if not list(folder.rglob("*.part")):
            break
        time.sleep(0.1)
    assert [path for path in folder.rglob("*") if path.is_file() and path.name != "job.json"] == []


def archive(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
        link = zipfile.ZipInfo("link.pdf")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
        packed.writestr("../../up.pdf", SAMPLE)
    return made.getvalue()


def test_archives_that_burst_or_lead_out_are_told_and_harm_no_other_file(
    client: Client, tmp_path_factory: pytest.TempPathFactory
) -> None:
    packed = archive(**{"burst.pdf": bytes(300 << 20)})
    job = client.job(("a.zip", packed), ("O43.pdf", SAMPLE), year=2564)
    lines = {line["path"]: line["status"] for line in client.json("GET", f"/jobs/{job}")["lines"]}
    assert lines["O43.pdf"] == "gaps"
    assert {lines["a.zip/burst.pdf"], lines["a.zip/link.pdf"]} == {"unreadable"}
    assert len(lines) == 4
    home = next(tmp_path_factory.getbasetemp().glob(f"serve*/{JOBS}/{job}"))
    assert not list(home.parent.parent.rglob("up.pdf"))  # it stays in its archive
    (home / "เอกสาร/p.pdf").symlink_to("/etc/passwd")
    client.ask("GET", f"/jobs/{job}/files/p.pdf")
    assert client.status == 404


def test_two_tabs_that_decide_at_once_lose_nothing(client: Client) -> None:
    job = client.job(("O43.pdf", SAMPLE), year=2564)
    statuses: set[int] = set()

    def tab(number: int) -> None:
        own = copy(client)
        for each in range(20):
            row: dict[str, Any] = {
                "id": f"{number}-{each}",
                "by": f"tab {number}",
                "code": "ORG001",
            }
            row |= {"decision": "dismissed", "reason": "x"}
            own.json("POST", f"/jobs/{job}/decisions", {"changes": [row]})
            statuses.add(own.status)

    tabs = [threading.Thread(target=tab, args=(number,)) for number in range(2)]
    for one in tabs:
        one.start()
    for one in tabs:
        one.join()
    kept = client.json("GET", f"/jobs/{job}/decisions")["decisions"]
    assert (statuses, len({row["id"] for row in kept})) == ({200}, 40)


def test_the_key_is_in_no_log_and_no_file_and_a_bad_request_leaves_no_trace(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with server(tmp_path / "work") as client:
        client.open()
        token = client.address.rpartition("=")[2]
        client.job(("O43.pdf", SAMPLE), year=2564)
        client.ask("GET", f"/?token={token[:-1]}")
        client.ask("GET", f"/nothing?token={token}")
        sent(client, "NONSENSE")
        code, said = client.end()
    logged = said + "".join(capfd.readouterr())
    assert (code, token in logged, "Traceback" in logged) == (0, False, False)
    assert not [
        path
        for path in tmp_path.rglob("*")
        if path.is_file() and token.encode() in path.read_bytes()
    ]
