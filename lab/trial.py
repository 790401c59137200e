"""What the program in this repository says of a sheet, asked directly: no PDF, no other process."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

from ita_checker.model import Finding, Item, Pack, Report, Submission
from lab.papers import Look, paper
from lab.rendered import Specimen
from lab.sheets import Sheet
from lab.texts import texts
from lab.truth import Truth

SIDE_BY_SIDE = ("SET", "DOC008")  # one text stands in the stock many times over


@cache
def packs() -> tuple[Pack, ...]:
    """Return the rule packs of the repository."""
    return tuple(_door("whole", "scan.packs", "heads")(()))


def handed_in(truth: Truth) -> tuple[Item, ...]:
    """Return the items that a report is handed in for."""
    return tuple(
        item
        for pack in packs()
        if (pack.fiscal_year, pack.scheme) == (truth.fiscal_year, truth.scheme)
        for item in pack.items
        if item.code in truth.items
    )


def _door(name: str, *rooms: str) -> Callable[..., Any]:
    """Return a function of the program by its name, wherever an older tree kept it."""
    for room in rooms:
        with suppress(ModuleNotFoundError):
            return getattr(import_module(f"ita_checker.{room}"), name)  # type: ignore[no-any-return]
    raise ImportError(f"this tree has no {name} in {', '.join(rooms)}")


def told(sheet: Sheet, look: Look | None = None) -> Report:
    """Return the report on a sheet, the year known and nothing else."""
    document = paper(sheet, look)
    submission = Submission(document.path, sheet.truth.fiscal_year)
    report: Report = _door("judge", "judge.judge", "judge")(document, submission, packs())
    return report


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
        "items": list(report.items),
        "findings": [_finding(one) for one in _single(report.findings)],
    }


def _single(findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if not one.code.startswith(SIDE_BY_SIDE)]


def _finding(finding: Finding) -> dict[str, Any]:
    certainty = getattr(finding, "certainty", None)
    return {
        "code": finding.code,
        "severity": finding.severity.value if finding.severity else "zero",
        "quotes": [span.quote for span in finding.spans],
        "quote": finding.spans[0].quote if finding.spans else None,
        "subject": finding.subject,
        "found": finding.found,
        "doubt": finding.doubt.th if finding.doubt else None,
        "certainty": certainty.value if certainty else None,
        "message_en": finding.message.en if finding.message else "",
    }


def specimens() -> tuple[Specimen, ...]:
    """Return every text of the lab as a specimen that no PDF was made of."""
    return tuple(
        Specimen(f"{one.author}/{one.name}", one.author, one.name, "paper", one.truth, one.style)
        for one in texts()
    )


if __name__ == "__main__":  # asked by `lab compare` with another program on the path
    json.dump({f"{one.author}/{one.name}": as_scanned(told(one)) for one in texts()}, sys.stdout)
