"""A store that refuses, loses, cuts or invents: each is said, and no other file is harmed."""

from __future__ import annotations

import contextlib
import http.server
import threading
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
