"""What a change of the program adds to and takes from what is said, over rendered texts and any
folder of PDFs: read before it lands.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lab import rendered, scoring
from lab.likeness import plain
from lab.scanning import HERE, Report, scan
from lab.scoring import Judged, Line, Outcome

FACTS = ("organisation", "district", "province", "fiscal_year", "items")
ADDED, TAKEN = "+", "-"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing said by one of two programs only: `sign` + by the new one, - by the old one.
    `outcome`: what it came to by the truth, "" where none is known.
    """

    sign: str
    pdf: str
    outcome: str
    code: str
    quote: str
    message: str

    def __str__(self) -> str:
        return (
            f"{self.sign} {self.outcome or 'said':12} {self.pdf} {self.code} {self.quote[:70]!r}"
            f" | {self.message[:90]}"
        )


@contextmanager
def tree(program: str) -> Iterator[Path]:
    """Yield the source tree of a folder or of a git revision of this repository (laid out for the
    time being); ValueError for what is neither.
    """
    if Path(program).is_dir():
        yield Path(program).absolute()
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "tree"
        add = ["git", "-C", str(HERE), "worktree", "add", "--detach", str(place), program]
        run = subprocess.run(add, capture_output=True, text=True, check=False)
        if run.returncode:
            raise ValueError(f"{program} is no folder and no revision: {run.stderr.strip()}")
        try:
            yield place
        finally:
            remove = ["git", "-C", str(HERE), "worktree", "remove", "--force", str(place)]
            subprocess.run(remove, capture_output=True, check=False)


def said(program: str, folder: Path, jobs: int) -> dict[str, Report]:
    """Return what a program says of a folder of PDFs by path there; of a .json, what it holds."""
    if program.endswith(".json"):
        data = json.loads(Path(program).read_text(encoding="utf-8"))
        return {one["path"]: one for one in data["reports"]}
    with tree(program) as place:
        return scan(folder, place, jobs=jobs)


def said_quickly(program: str) -> dict[str, Report]:
    """Return what a program says of every text of the lab, set as a document without a PDF."""
    with tree(program) as place, tempfile.TemporaryDirectory() as folder:
        shutil.copytree(HERE / "lab", Path(folder) / "lab")  # this laboratory, that program
        run = subprocess.run(
            [sys.executable, "-m", "lab.trial"],
            cwd=folder,
            env={**_environment(), "PYTHONPATH": f"{folder}:{place}"},
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            raise RuntimeError(f"{program}: {run.stderr[-2000:]}")
        reports: dict[str, Report] = json.loads(run.stdout)
        return reports


def _environment() -> dict[str, str]:
    import os

    return {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}


def changes(
    old: Mapping[str, Report],
    new: Mapping[str, Report],
    specimens: Sequence[rendered.Specimen] = (),
) -> list[Change]:
    """Return every difference of findings, facts and status, by PDF."""
    known = {one.pdf: one for one in specimens}
    found: list[Change] = []
    for pdf in sorted(old.keys() | new.keys()):
        before, after = (_lines(pdf, side.get(pdf), known.get(pdf)) for side in (old, new))
        found += [_change(TAKEN, pdf, line) for line in _only(before, after)]
        found += [_change(ADDED, pdf, line) for line in _only(after, before)]
    return found


def _lines(pdf: str, report: Report | None, specimen: rendered.Specimen | None) -> list[Line]:
    """Return what is said of one PDF as lines, its facts and status among them."""
    if report is None:
        return [Line(Outcome.MISSED, "LOST", quote="not in the scan")]
    if specimen is None:
        said_of_it = [
            Line(
                Outcome.NOTE,
                one["code"],
                scoring.is_sure(one),
                quote=one.get("quote") or one.get("subject") or "",
                message=one.get("message_en") or "",
            )
            for one in report["findings"]
        ]
    else:
        said_of_it = list(scoring.score([specimen], {pdf: report})[0].lines)
    facts = [Line(Outcome.NOTE, key, quote=str(report.get(key))) for key in FACTS]
    return [*said_of_it, *facts, Line(Outcome.NOTE, "status", quote=report["status"])]


def _only(lines: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    left = Counter(map(_key, others))
    only = []
    for line in lines:
        if left[_key(line)]:
            left[_key(line)] -= 1
        else:
            only.append(line)
    return only


def _key(line: Line) -> tuple[object, ...]:
    return line.outcome, line.code, line.sure, plain(line.quote)


def _change(sign: str, pdf: str, line: Line) -> Change:
    outcome = "" if line.outcome is Outcome.NOTE else line.outcome.value
    if line.outcome in (Outcome.NOTE, Outcome.FOUND, Outcome.BESIDE) and line.code[-1].isdigit():
        outcome = f"{outcome} {'sure' if line.sure else 'likely'}".strip()
    return Change(sign, pdf, outcome, line.code, line.quote, line.message)


def judged(
    reports: Mapping[str, Report], specimens: Sequence[rendered.Specimen]
) -> tuple[Judged, ...]:
    """Return how reports of a rendered folder are judged."""
    return scoring.score(specimens, reports)
