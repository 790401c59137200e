"""Printed by Chromium."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lab.producers import Job

PRODUCERS = ("chromium",)
NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-pdf-header-footer",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a text needs nothing from outside
)
AT_ONCE = 2
SECONDS = 120


def missing() -> str | None:
    """Return what is not installed, if anything."""
    return None if _program() else "install chromium"


def _program() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def produce(jobs: Sequence[Job]) -> None:
    """Print each page."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda job: print_page(job.page, job.pdf), jobs))


def print_page(page: Path, pdf: Path) -> None:
    """Print one HTML page to a PDF; where it fails there is no PDF."""
    with tempfile.TemporaryDirectory() as folder:
        command = [_program() or "", *OPTIONS, f"--user-data-dir={folder}"]
        subprocess.run(
            [*command, f"--print-to-pdf={pdf.absolute()}", page.absolute().as_uri()],
            check=False,
            capture_output=True,
            timeout=SECONDS,
        )
