"""Printed by wkhtmltopdf (Qt's old WebKit), as many web systems of offices still do."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence

from lab.producers import Job

PRODUCERS = ("wkhtmltopdf",)
SECONDS = 120
OPTIONS = ("--quiet", "--encoding", "utf-8", "--disable-javascript", "--page-size", "A4")


def missing() -> str | None:
    """Return what is not installed, if anything."""
    return None if shutil.which("wkhtmltopdf") else "install wkhtmltopdf"


def produce(jobs: Sequence[Job]) -> None:
    """Print each page."""
    for job in jobs:
        command = ["wkhtmltopdf", *OPTIONS, str(job.page), str(job.pdf)]
        # a machine without a screen must say so to Qt
        here = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        subprocess.run(command, check=False, capture_output=True, timeout=SECONDS, env=here)
