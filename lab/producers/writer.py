"""LibreOffice Writer opens the HTML and exports it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lab.producers import Job

PRODUCERS = ("writer",)
SECONDS = 900  # for all pages of one start


def missing() -> str | None:
    """Return what is not installed, if anything."""
    return None if shutil.which("soffice") else "install libreoffice-writer"


def produce(jobs: Sequence[Job]) -> None:
    """Export all pages with one start of LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for number, job in enumerate(jobs):
            sources.append(Path(folder, f"{number}{job.page.suffix}"))
            shutil.copy(job.page, sources[-1])
        filters = ["--infilter=HTML (StarWriter)"] if sources[0].suffix == ".html" else []
        export(sources, Path(folder), filters)
        for source, job in zip(sources, jobs, strict=True):
            made = source.with_suffix(".pdf")
            if made.is_file():
                shutil.move(made, job.pdf)


def export(sources: Sequence[Path], folder: Path, options: Sequence[str] = ()) -> None:
    """Export documents to PDFs of the same name in the folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').absolute().as_uri()}"
    command = ["soffice", "--headless", profile, *options, "--convert-to", "pdf:writer_pdf_Export"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, sources)],
        check=False,
        capture_output=True,
        timeout=SECONDS,
    )
