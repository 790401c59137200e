"""Nobody comes in without the key, by another name, from another page, or out of the working
folder.
"""

from __future__ import annotations

import http.client
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from serve.served import SAMPLES, Client, server

SAMPLE = (SAMPLES / "huai-nam-rae/O43.pdf").read_bytes()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with server(tmp_path_factory.mktemp("serve") / "work") as made:
        yield made


@pytest.fixture(scope="module")
def job(client: Client) -> str:
    client.open()
    return client.job(("2564/ห้วยน้ำแร่/O43.pdf", SAMPLE), ("บันทึก.txt", b"hello"))


def test_the_token_is_asked_once_and_its_cookie_is_kept_from_scripts_and_other_sites(
    client: Client,
) -> None:
    client.cookie = ""
    client.ask("GET", "/")
    assert client.status == 403
    client.ask("GET", "/?token=wrong")
    assert client.status == 403
    client.open()
    made = client.headers["set-cookie"]
    assert client.headers["location"] == "/"
    assert "HttpOnly" in made
    assert "SameSite=strict" in made
    assert client.address.rpartition("=")[2] not in made  # the token cannot be told from it
    page = client.ask("GET", "/").decode()
    assert (client.status, "ลากโฟลเดอร์หรือไฟล์มาวางที่นี่" in page) == (200, True)


def test_every_answer_says_what_a_browser_may_do_with_it(client: Client) -> None:
    client.open()
    for path in ("/", "/assets/start.js", "/jobs", "/nothing"):
        client.ask("GET", path)
        assert "default-src 'none'" in client.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in client.headers["content-security-policy"]
        assert client.headers["x-content-type-options"] == "nosniff"
        assert client.headers["referrer-policy"] == "no-referrer"
        assert client.headers["cache-control"] == "no-store"
        assert not {"server", "access-control-allow-origin"} & set(client.headers)


@pytest.mark.parametrize(
    "path", ["/", "/jobs", "/jobs/bcdfghjkmnpqrstv/report", "/assets/start.js"]
)
@pytest.mark.parametrize("key", ["", "ita_checker_1=x", "own+"])
def test_without_the_key_nothing_is_answered(client: Client, path: str, key: str) -> None:
    client.open()
    client.cookie = f"{client.cookie}x" if key == "own+" else key
    said = client.ask("GET", path)
    assert client.status == 403
    assert "open this page by the link" in said.decode()


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", ""])
def test_another_name_bent_to_this_machine_is_refused(client: Client, host: str) -> None:
    client.open()
    client.ask("GET", "/jobs", Host=host)
    assert client.status in (400, 421)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_writing_from_another_page_is_refused(client: Client, headers: dict[str, str]) -> None:
    client.open()
    before = len(client.json("GET", "/jobs"))
    client.ask("POST", "/jobs", b"{}", **headers)
    assert client.status == 403
    assert len(client.json("GET", "/jobs")) == before


@pytest.mark.parametrize("method", ["OPTIONS", "PATCH", "TRACE"])
def test_what_the_page_never_asks_is_refused(client: Client, method: str) -> None:
    client.open()
    client.ask(method, "/jobs")
    assert client.status == 405


@pytest.mark.parametrize(
    "path",
    [
        "../job.json",
        "%2e%2e/job.json",
        "..%2fjob.json",
        "%2e%2e%5cjob.json",
        "%2fetc%2fpasswd",
        "/etc/passwd",
        "2564/../../job.json",
        "job.json",
        "decisions.json",
        "results/report.html",
        "2564",
        "",
        "%00",
    ],
)
def test_nothing_but_the_files_of_reports_is_read(client: Client, job: str, path: str) -> None:
    said = client.ask("GET", f"/jobs/{job}/files/{path}")
    assert client.status in (400, 404)
    assert b"created" not in said


def test_a_report_s_file_is_shown_as_it_was_handed_in(client: Client, job: str) -> None:
    said = client.ask(
        "GET",
        f"/jobs/{job}/files/2564/%E0%B8%AB%E0%B9%89%E0%B8%A7%E0%B8%A2%E0%B8%99%E0%B9%89%E0%B8%B3%E0%B9%81%E0%B8%A3%E0%B9%88/O43.pdf",
    )
    assert (client.status, client.headers["content-type"], said) == (200, "application/pdf", SAMPLE)
    client.ask(
        "GET", f"/jobs/{job}/files/%E0%B8%9A%E0%B8%B1%E0%B8%99%E0%B8%97%E0%B8%B6%E0%B8%81.txt"
    )
    assert client.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize("name", ["../x.pdf", "..\\x.pdf", "/x.pdf", "C:\\x.pdf", "a/../x.pdf", ""])
def test_a_name_that_leads_elsewhere_is_refused(client: Client, job: str, name: str) -> None:
    from urllib.parse import quote

    client.ask("PUT", f"/jobs/{job}/files?name={quote(name, safe='')}", b"x")
    assert client.status == 400


def test_jobs_that_are_none_kinds_that_are_none_and_what_is_no_json_are_refused(
    client: Client, job: str
) -> None:
    for method, path, body, expected in (
        ("GET", "/jobs/nothing", b"", 404),
        ("GET", "/jobs/..", b"", 400),
        ("GET", f"/jobs/{job}/download/passwd", b"", 404),
        ("GET", "/assets/..%2fapp.py", b"", 400),
        ("GET", "/assets/start.html", b"", 404),
        ("POST", f"/jobs/{job}/decisions", b"[]", 400),
        ("POST", f"/jobs/{job}/decisions", b"{", 400),
        ("POST", f"/jobs/{job}/decisions", b"[" * 100_000, 400),
        ("POST", f"/jobs/{job}/decisions", b'{"changes": [{"decision": "x"}]}', 400),
        ("POST", f"/jobs/{job}/decisions", b" " * (17 * 1024**2), 413),
        ("POST", f"/jobs/{job}/scan", b'{"year": 99}', 400),
        ("POST", f"/jobs/{job}/scan", b'{"items": "nothing"}', 400),
    ):
        client.ask(method, path, body, Content_Type="application/json")
        assert client.status == expected, (method, path)
    client.ask("POST", f"/jobs/{job}/decisions", b"{}", Content_Type="text/plain")
    assert client.status == 415


def test_an_upload_cut_off_leaves_nothing(client: Client) -> None:
    client.open()
    name = client.json("POST", "/jobs")["id"]
    connection = http.client.HTTPConnection(client.host)
    connection.putrequest("PUT", f"/jobs/{name}/files?name=x.pdf")
    connection.putheader("Origin", f"http://{client.host}")
    connection.putheader("Cookie", client.cookie)
    connection.putheader("Content-Length", "1000000")
    connection.endheaders(b"%PDF-")
    connection.close()
    for _ in range(100):
        told = client.json("GET", f"/jobs/{name}")
        if not list(_work(client).rglob("*.part")):
            break
        time.sleep(0.05)
    assert told["files"] == 0
    assert [path for path in (_work(client) / name).rglob("*") if path.is_file()] == [
        _work(client) / name / "job.json"
    ]


def test_it_listens_at_this_machine_s_own_address_alone(client: Client) -> None:
    port = int(client.host.rpartition(":")[2])
    lines = (
        Path("/proc/net/tcp").read_text().splitlines() if os.path.exists("/proc/net/tcp") else []
    )
    listening = [line.split()[1] for line in lines[1:] if line.split()[3] == "0A"]
    assert [place for place in listening if place.endswith(f":{port:04X}")] in (
        [],
        [f"0100007F:{port:04X}"],
    )


def _work(client: Client) -> Path:
    words = client.process.args
    assert isinstance(words, list)
    return Path(words[words.index("--folder") + 1])
