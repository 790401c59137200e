"""Each office handed over: a folder of its own with its page, its sheet and its letter, and nothing
of other offices, of reviewers or of what was dismissed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ita_checker.errors import ItaError, UsageError
from ita_checker.model import Batch, Family, Finding, Report
from ita_checker.report.beside import letters
from ita_checker.report.beside.names import alone, plain
from ita_checker.report.formats import html, xlsx
from ita_checker.run.drafts import draft

PAGE = {"th": "ประเด็นที่ขอให้ตรวจสอบ.html", "en": "points-to-check.html"}
SHEET = {"th": "ตารางประเด็น.xlsx", "en": "points-to-check.xlsx"}
HERE_ONLY = "handed-over://"  # the office has its files, not at our places: nothing links to them


def write(
    batch: Batch,
    folder: Path,
    template: Path | None,
    lang: str = "th",
    only: letters.Only = "auto",
    sender: Mapping[str, str] | None = None,
) -> Iterator[ItaError]:
    """Write a folder for each office of which something is told; yield what was left out.
    UsageError for a template that is none.
    """
    letters.template_bytes(template, lang)
    decided = letters.only_decided(batch, only)
    if not decided:
        yield UsageError(letters.UNDECIDED, letters.readable(folder), letters.DECIDE)
    names: set[str] = set()
    for name, numbers, office in letters.by_office(batch):
        family = office.family if office else None
        handed = _alone(batch, numbers, family, decided)
        if not handed.reports:
            continue
        known = plain((name or Path(handed.reports[0].path).stem)[: letters.LONGEST], "office")
        home = folder / alone(known, names)
        home.mkdir(parents=True, exist_ok=True)
        called = name or handed.reports[0].path
        _save(html.render(handed, lang, handed=called), home / PAGE[lang])
        _save(xlsx.render(handed, lang), home / SHEET[lang])
        for complaint in letters.write(handed, home, template, lang, "all", sender):
            if isinstance(complaint, UsageError) and complaint.what == letters.UNDECIDED:
                continue  # told once for all
            yield complaint


def _alone(batch: Batch, numbers: list[int], family: Family | None, decided: bool) -> Batch:
    """Return the batch of one office: its reports with what it may be told."""
    told = [_told(letters.told(batch.reports[number], decided)) for number in numbers]
    reports = tuple(report for report in told if report.findings)
    paths = {report.path for report in reports}
    return replace(
        batch,
        reports=reports,
        families=(family,) if family else (),
        pairs=tuple(pair for pair in batch.pairs if {pair.first, pair.second} <= paths),
        stale=(),
        base="",
        elsewhere={path: HERE_ONLY + path for path in paths},
        drawn={path: batch.pdf(path) for path in paths},
    )


def _told(report: Report) -> Report:
    return replace(report, findings=tuple(map(_unsigned, report.findings)), dismissed=())


def _unsigned(finding: Finding) -> Finding:
    """Return a finding without who decided it and why: that stays in the house."""
    made = finding.decision
    return finding if made is None else replace(finding, decision=replace(made, reason="", by=""))


def _save(pieces: Iterator[Any], target: Path) -> None:
    with draft(target) as place, place.open("wb") as file:
        for piece in pieces:
            file.write(piece.encode(errors="replace") if isinstance(piece, str) else piece)
