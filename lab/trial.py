"""What the program in this repository says of a sheet, asked directly: no PDF, no other process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from ita_checker.judge.judge import judge
from ita_checker.model import Finding, Pack, Report, Submission
from ita_checker.scan.packs import whole
from lab.papers import Look, paper
from lab.scanning import SIDE_BY_SIDE
from lab.sheets import Sheet


@cache
def packs() -> tuple[Pack, ...]:
    """Return the rule packs of the repository."""
    return tuple(whole(()))


def told(sheet: Sheet, look: Look | None = None) -> Report:
    """Return the report on a sheet, the year known and nothing else."""
    document = paper(sheet, look)
    return judge(document, Submission(document.path, sheet.truth.fiscal_year), packs())


def as_scanned(report: Report) -> dict[str, Any]:
    """Return a report in the form that a scan's JSON has, as far as scoring asks."""
    return {
        "status": report.status.value,
        "results": [{"rule": one.rule, "verdict": one.verdict.value} for one in report.results],
        "pages_unread": list(report.pages_unread),
        "organisation": report.organisation,
        "district": report.district,
        "province": report.province,
        "fiscal_year": report.fiscal_year,
        "findings": [_finding(one) for one in _single(report.findings)],
    }


def _single(findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if not one.code.startswith(SIDE_BY_SIDE)]


def _finding(finding: Finding) -> dict[str, Any]:
    certainty = getattr(finding, "certainty", None)
    return {
        "code": finding.code,
        "severity": finding.severity.value if finding.severity else "zero",
        "quote": finding.spans[0].quote if finding.spans else None,
        "subject": finding.subject,
        "found": finding.found,
        "doubt": finding.doubt.th if finding.doubt else None,
        "certainty": certainty.value if certainty else None,
        "message_en": finding.message.en if finding.message else "",
    }
