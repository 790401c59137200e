"""Set by WeasyPrint (Pango shapes, fontTools cuts the fonts)."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Sequence

from lab.producers import Job

PRODUCERS = ("weasyprint",)


def missing() -> str | None:
    """Return what is not installed, if anything."""
    return None if importlib.util.find_spec("weasyprint") else "pip install weasyprint"


def produce(jobs: Sequence[Job]) -> None:
    """Set each page."""
    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    for job in jobs:
        weasyprint.HTML(filename=job.page, encoding="utf-8").write_pdf(job.pdf)
