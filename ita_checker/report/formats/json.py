"""JSON for other programs: the keys are a contract, only ever added to."""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ita_checker.model import Batch, Box, Decision, Finding, Pack, Report, Severity, Status, valid
from ita_checker.text.visible import HIDDEN

SCHEMA = 1


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    """Yield one JSON object, a report at a time: tool, packs, reports sorted by path, summary."""
    head = {
        "schema": SCHEMA,
        "tool": {"name": "ita-checker", "version": batch.version},
        "packs": [pack_used(pack) for pack in batch.packs],
    }
    yield dump(head)[:-2] + ',\n "reports": [' + ("" if batch.reports else "],\n")
    for number, report in enumerate(batch.reports, 1):
        yield (
            "\n"
            + textwrap.indent(dump(report_data(report, lang)), "  ")
            + ("\n ],\n" if number == len(batch.reports) else ",")
        )
    stale = [{**decision_data(one.decision), "why": getattr(one.why, lang)} for one in batch.stale]
    yield (
        textwrap.indent(
            f'"summary": {dump(summary(batch.reports))},\n"stale_decisions": {dump(stale)}', " "
        )
        + "\n}\n"
    )


def dump(data: object) -> str:
    """Return JSON in which no control or bidi character stands raw: they are written as \\uXXXX."""
    # Python's own indenting takes ten times as long as writing the line and having msgspec lay it
    # out.
    return msgspec.json.format(line(data), indent=1)


def line(data: object) -> str:
    """Return the same on one line. Half a pair, which UTF-8 cannot write, is U+FFFD."""
    return HIDDEN.sub(_escape, json.dumps(data, ensure_ascii=False))


def _escape(hit: re.Match[str]) -> str:
    return json.dumps(valid(hit[0]))[1:-1]


def pack_used(pack: Pack) -> dict[str, Any]:
    """Return a pack by name and hash, with what it changes in the rules it takes over, and why."""
    changes = [
        {"rule": change.rule, "to": change.to, "reason": change.reason} for change in pack.changes
    ]
    return {"pack": pack.name, "sha256": pack.sha256} | ({"changes": changes} if changes else {})


def summary(reports: Iterable[Report]) -> dict[str, Any]:
    """Return the counts: reports by status, findings by severity, findings that people dismissed."""
    states: Counter[Status] = Counter()
    levels: Counter[Severity | None] = Counter()
    dismissed = 0
    for report in reports:
        states[report.status] += 1
        levels.update(finding.severity for finding in report.findings)
        dismissed += len(report.dismissed)
    return {
        "reports": states.total(),
        **{state.value: states[state] for state in Status},
        "findings": {level.value: levels[level] for level in Severity},
        "dismissed": dismissed,
    }


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
        "found": finding.found,
        "expected": finding.expected,
        "places": [{"page": place.page, "box": _box(place.box)} for place in places],
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
    }


def _box(box: Box) -> list[float]:
    return [round(side, 1) for side in (box.x0, box.top, box.x1, box.bottom)]
