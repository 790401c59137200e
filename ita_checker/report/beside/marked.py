"""Copies of the PDFs with the places highlighted and the message as the note: standard
annotations, the originals untouched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_checker.errors import ItaError, UsageError
from ita_checker.model import Batch, Box, Finding, Report, Severity, Words
from ita_checker.report.beside.names import alone, short
from ita_checker.report.beside.pdf_notes import Note, copy
from ita_checker.rulebook import catalogue
from ita_checker.run.drafts import draft
from ita_checker.run.outcomes import Done, Limits
from ita_checker.run.workers import run
from ita_checker.text.visible import visible

LIMITS = Limits(seconds=120.0, memory=2 * 1024**3)
RED, AMBER = (1.0, 0.7, 0.66), (1.0, 0.88, 0.45)
LOOK = {"th": ("สิ่งที่ควรดำเนินการ", "โปรดตรวจสอบซ้ำ"), "en": ("What to do", "Look twice")}


@dataclass(frozen=True, slots=True)
class Task:
    """One copy to make: from where, to where, with which notes."""

    source: str
    target: str
    notes: tuple[Note, ...]


def write(batch: Batch, folder: Path, lang: str = "th") -> Iterator[ItaError]:
    """Write a marked copy of each file that has findings below the folder, as it lies in the
    batch; yield what could not be done.
    """
    sources = {os.path.realpath(batch.pdf(report.path)) for report in batch.reports}
    taken: set[str] = set()
    shown: list[str] = []
    refused: list[ItaError] = []

    def tasks() -> Iterator[Task]:
        for report in batch.reports:
            if report.pages is None or not report.findings:
                continue
            name = inside(report.path)
            if name.suffix.lower() != ".pdf":  # a picture or document: the copy is one of its PDF
                name = name.with_name(f"{name.name}.pdf")
            target = folder / alone(str(name), taken)
            if os.path.realpath(target) in sources:
                refused.append(_untouched(report))
                continue
            shown.append(report.path)
            yield Task(batch.pdf(report.path), str(target), tuple(notes(report.findings, lang)))

    for number, outcome in run(
        make, tasks(), max(1, (os.cpu_count() or 2) // 2), LIMITS, Words | None
    ):
        why = (
            outcome.value
            if isinstance(outcome, Done)
            else Words(f"({outcome.detail})", f"({outcome.detail})")
        )
        if why is not None:
            what = Words(
                f"ทำสำเนาที่มีเครื่องหมายไม่ได้ {why.th}", f"no marked copy could be made {why.en}"
            )
            yield UsageError(what, shown[number])
    yield from refused


def inside(path: str) -> Path:
    """Return a report's path as one that cannot lead out of a folder: no drive, no root, no
    parent, no part longer than systems take.
    """
    given = Path(path.replace("\0", ""))
    parts = (part for part in given.parts if part not in (given.anchor, "..", "."))
    return Path(*map(short, parts))


def notes(findings: Sequence[Finding], lang: str) -> Iterator[Note]:
    """Yield a note for each page a finding stands on; those that stand nowhere share one at the
    top of the first page.
    """
    nowhere: list[str] = []
    for finding in findings:
        colour = RED if finding.severity is Severity.ZERO else AMBER
        pages: dict[int, list[Box]] = {}
        for span in finding.spans:
            for place in span.places:
                pages.setdefault(place.page, []).append(place.box)
        for page, boxes in sorted(pages.items()):
            yield Note(page, tuple(boxes), said(finding, lang), colour)
        if not pages:
            nowhere.append(said(finding, lang))
    if nowhere:
        yield Note(1, (), "\n\n".join(nowhere), RED)


def said(finding: Finding, lang: str) -> str:
    """Return what a note says: code and title, the message, what to do, why to look twice."""
    code, (todo, twice) = catalogue()[finding.code], LOOK[lang]
    lines = [f"{finding.code} {getattr(code.title, lang)}"]
    lines += [visible(getattr(finding.message, lang))] if finding.message else []
    lines += [f"{twice}: {getattr(finding.doubt, lang)}"] if finding.doubt else []
    return "\n".join([*lines, f"{todo}: {getattr(code.do, lang)}"])


def make(task: Task) -> Words | None:
    """Write one copy, whole or not at all; return why not where it cannot be."""
    target = Path(task.target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with draft(target) as place:
            why = copy(Path(task.source), place, task.notes)
            if why is not None:
                place.unlink(missing_ok=True)
        return why
    except (OSError, ValueError) as error:  # ValueError: what no file can be called
        said = getattr(error, "strerror", None) or error
        return Words(f"({said})", f"({said})")


def _untouched(report: Report) -> ItaError:
    what = Words("ไม่เขียนทับไฟล์ต้นฉบับ", "not written over the original")
    return UsageError(
        what,
        report.path,
        Words("เลือกโฟลเดอร์อื่นด้วย --annotate", "choose another folder with --annotate"),
    )
