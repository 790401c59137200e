"""What other programs are given of a report: the keys are a contract, only ever added to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ita_checker.model.pages import Box

if TYPE_CHECKING:
    from ita_checker.model.answers import Decision, Finding
    from ita_checker.model.reports import Report


def report_data(report: Report, lang: str) -> Mapping[str, Any]:
    """Return one report as the contract has it."""
    return {
        "path": report.path,
        "sha256": report.sha256,
        "pages": report.pages,
        "pages_unread": list(report.pages_unread),
        "status": report.status.value,
        "scheme": report.scheme,
        "fiscal_year": report.fiscal_year,
        "reported_year": report.reported_year,
        "items": list(report.items),
        "organisation": report.organisation,
        "district": report.district,
        "province": report.province,
        "origins": {name: origin.value for name, origin in report.origins},
        "hidden": report.hidden,
        "results": [
            {
                "rule": result.rule,
                "verdict": result.verdict.value,
                "note": getattr(result.note, lang) if result.note else None,
            }
            for result in report.results
        ],
        "findings": [finding_data(finding, lang) for finding in report.findings],
        "dismissed": [finding_data(finding, lang) for finding in report.dismissed],
    }


def finding_data(finding: Finding, lang: str) -> Mapping[str, Any]:
    """Return one finding as the contract has it; boxes are [x0, top, x1, bottom] in points,
    rounded to 0.1.
    """
    message = finding.message
    places = [place for span in finding.spans for place in span.places]
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value if finding.severity else None,
        "message": message.th if message else "",
        "message_en": message.en if message else "",
        "subject": finding.subject,
        "quote": finding.spans[0].quote if finding.spans else None,
        "quotes": [span.quote for span in finding.spans],
        "found": finding.found,
        "expected": finding.expected,
        "places": [{"page": place.page, "box": box_data(place.box)} for place in places],
        "doubt": getattr(finding.doubt, lang) if finding.doubt else None,
        "certainty": str(finding.certainty),
        "decision": decision_data(finding.decision) if finding.decision else None,
    }


def decision_data(decision: Decision) -> Mapping[str, Any]:
    """Return a decision as the decisions file has it."""
    return {
        "sha256": decision.sha256,
        "rule": decision.rule,
        "code": decision.code,
        "subject": decision.subject,
        "decision": decision.kind,
        "reason": decision.reason,
        "date": decision.date,
        "expires": decision.expires,
        "about": decision.about,
        "by": decision.by,
        **({"settles": True} if decision.settles else {}),
    }


def box_data(box: Box) -> list[float]:
    """Return a box as [x0, top, x1, bottom] in points, rounded to 0.1."""
    return [round(side, 1) for side in (box.x0, box.top, box.x1, box.bottom)]
