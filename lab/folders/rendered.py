"""Composed folders as papers: printed by producers, some of them scanned, asked of the real
program.

python -m lab.folders.rendered OUT 101 102        # seeds
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ita_checker.model import Finding
from ita_checker.scan.api import check_paths
from ita_checker.scan.settings import settings
from lab.folders.compose import Folder, Paper, folder
from lab.folders.score import figures, score
from lab.producers import Job, lacking, produce
from lab.sheets import Kind, Piece, Sheet, Table, Text
from lab.to_html import look, page
from lab.truth import Truth

PRINTERS = ("chromium", "weasyprint", "writer-docx", "reportlab", "typst", "fpdf2")
SCANNERS = ("scan", "scan-fine")
SCANNED = 0.08  # of the honest reports; of the planted ones, those that say so


def pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of a report written as `rulebook.paper` reads it."""
    rows: list[tuple[str, ...]] = []
    for line in [*text.split("\n"), ""]:
        if " | " in line:
            rows.append(tuple(cell.replace(" // ", "\n") for cell in line.split(" | ")))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        if line == "---page---":
            yield Text(Kind.PAGE)
        elif line.startswith("# "):
            yield Text(Kind.TITLE, (line[2:],))
        elif line.startswith("-> "):
            yield Text(Kind.CENTRE, (line[3:],))
        elif line:
            yield Text(Kind.TEXT, (line,))


def sheet(paper: Paper) -> Sheet:
    """Return a report as declared, printed as its office prints, scanned where it is."""
    chance = random.Random(f"{paper.path} {paper.office.name}")
    own = random.Random(paper.office.name).choice(PRINTERS)
    scans = paper.scanned or chance.random() < SCANNED
    office = paper.office
    truth = Truth(
        paper.year, "nacc", " ".join(paper.items), office.name, office.district, office.province
    )
    name = paper.path.removesuffix(".pdf").replace("/", "-")
    return Sheet(
        "folder",
        name,
        "",
        truth,
        tuple(pieces(paper.text)),
        chance.choice(SCANNERS) if scans else own,
    )


def render(made: Folder, out: Path) -> dict[Path, str]:
    """Write the PDFs of a folder below OUT, each at its path; return what could not be made."""
    absent = lacking((*PRINTERS, *SCANNERS))
    jobs = []
    with tempfile.TemporaryDirectory() as pages:
        for number, path in enumerate(sorted(made.papers)):
            declared = sheet(made.papers[path])
            if declared.producer in absent:
                declared = replace(declared, producer="chromium")
            source = Path(pages, f"{number}.html")
            style = look(random.Random(made.papers[path].office.name))
            source.write_text(page(declared, style), encoding="utf-8")
            jobs.append(Job(declared.producer, source, out / path, number, declared))
        return produce(jobs)


def found(out: Path) -> dict[str, tuple[Finding, ...]]:
    """Return what the program says of a folder that holds all that was submitted."""
    asked = settings({"scheme": "nacc", "complete": True, "jobs": 2, "cache": False})
    batch, wrong = check_paths([out], asked)
    assert not wrong, wrong
    return {report.path: report.findings for report in batch.reports}


def main(out: Path, seeds: Iterable[str]) -> None:
    """Render, scan and score the folders of these seeds."""
    total: Counter[str] = Counter()
    for seed in seeds:
        made, home = folder(int(seed)), out / seed
        if not home.exists():
            for path, why in render(made, home).items():
                print(f"not made: {path} {why}")
        started = time.monotonic()
        counts, lines = score(made, found(home))
        total += counts
        scans = sum(sheet(paper).producer in SCANNERS for paper in made.papers.values())
        took = f"{len(made.papers)} files ({scans} scans), {time.monotonic() - started:.0f} s"
        print(f"seed {seed}: {took}", *lines, sep="\n  ", flush=True)
    print(figures(total))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
