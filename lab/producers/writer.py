"""LibreOffice Writer opens the HTML and exports it."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lab.producers import Job

PRODUCERS = ("writer",)
TABLE = re.compile(r"<table\b([^>]*)>", re.IGNORECASE)
NAMES = re.compile(r"class\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)
BORDERED = re.compile(r"\bt[dh]\b[^{}<>]*\{[^}]*\bborder\s*:\s*[^0n\s;}]")
CLASSES = re.compile(r"\.([\w-]+)[^{}<>]*\{([^}]*)\}")
BORDERLESS = re.compile(r"\bborder\s*:\s*(?:0|none)")
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
            text = job.page.read_text(encoding="utf-8")
            sources[-1].write_text(ruled(text), encoding="utf-8")
        filters = ["--infilter=HTML (StarWriter)"] if sources[0].suffix == ".html" else []
        export(sources, Path(folder), options=filters)
        for source, job in zip(sources, jobs, strict=True):
            made = source.with_suffix(".pdf")
            if made.is_file():
                shutil.move(made, job.pdf)


def ruled(page: str) -> str:
    """Return the page with the lines of its tables written as LibreOffice knows them: it passes
    over `td { border: … }` of a style sheet, and a table would lose its lines.
    """
    if not BORDERED.search(page):
        return page
    plain = {name for name, body in CLASSES.findall(page) if BORDERLESS.search(body)}

    def line(tag: re.Match[str]) -> str:
        attributes = tag[1]
        named = set(re.findall(r"[\w-]+", "".join(NAMES.findall(attributes))))
        if named & plain or BORDERLESS.search(attributes) or " border=" in attributes:
            return tag[0]
        return f'<table border="1" cellspacing="0" cellpadding="3"{attributes}>'

    return TABLE.sub(line, page)


def export(
    sources: Sequence[Path],
    folder: Path,
    form: str = "pdf:writer_pdf_Export",
    options: Sequence[str] = (),
) -> None:
    """Export documents to files of the same name and another form in the folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').absolute().as_uri()}"
    command = ["soffice", "--headless", profile, *options, "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, sources)],
        check=False,
        capture_output=True,
        timeout=SECONDS,
    )
