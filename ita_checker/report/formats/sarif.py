"""SARIF 2.1.0 for pipelines; page and box stand in the properties of each location (SARIF knows
lines, not pages).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from ita_checker.model import Batch, Finding, Report, Severity, Words, valid
from ita_checker.model.contract import finding_data
from ita_checker.report.formats.json import dump, pack_used
from ita_checker.rulebook import catalogue

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVEL = {Severity.ZERO: "error", Severity.ADVICE: "warning"}


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    """Yield one run: the codes as rules, a result for each finding."""
    codes = list(catalogue().values())
    index = {code.code: number for number, code in enumerate(codes)}
    driver = {
        "name": "ita-checker",
        "version": batch.version,
        "rules": [
            {
                "id": code.code,
                "shortDescription": {"text": _in(code.title, lang)},
                "fullDescription": {"text": _in(code.why, lang)},
                "help": {"text": _in(code.do, lang)},
                "defaultConfiguration": {"level": LEVEL[code.severity]},
            }
            for code in codes
        ],
    }
    packs = [pack_used(pack) for pack in batch.packs]
    yield f'{{\n "$schema": "{SCHEMA}",\n "version": "2.1.0",\n "runs": [\n  {{\n'
    yield textwrap.indent(
        f'"tool": {dump({"driver": driver})},\n"properties": {dump({"packs": packs})},\n"results": [',
        "   ",
    )
    first = True
    for report in batch.reports:
        for finding in (*report.findings, *report.dismissed):
            yield (
                ("" if first else ",")
                + "\n"
                + textwrap.indent(dump(_result(report, finding, index, lang)), "    ")
            )
            first = False
    yield "\n   ]\n  }\n ]\n}\n"


def _in(words: Words, lang: str) -> str:
    return words.en if lang == "en" else words.th


def _result(report: Report, finding: Finding, index: dict[str, int], lang: str) -> dict[str, Any]:
    data = finding_data(finding, lang)
    places = data["places"] or [{}]
    uri = quote(valid(report.path), safe="/:")
    silent = finding in report.dismissed and finding.decision
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": LEVEL[finding.severity or Severity.ADVICE],
        "message": {
            "text": (data["message_en"] if lang == "en" else data["message"]) or finding.code
        },
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": uri}},
                **({"properties": place} if place else {}),
            }
            for place in places
        ],
        **(
            {
                "suppressions": [
                    {"kind": "external", "status": "accepted", "justification": silent.reason}
                ]
            }
            if silent
            else {}
        ),
        "properties": {
            key: data[key] for key in ("rule", "subject", "quote", "found", "expected", "doubt")
        },
    }
