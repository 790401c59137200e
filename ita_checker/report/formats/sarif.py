"""SARIF 2.1.0 for pipelines; page and box stand in the properties of each location (SARIF knows
lines, not pages).
"""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from ita_checker.model import Batch, Certainty, Finding, Report, Severity, Words, valid
from ita_checker.model.contract import finding_data
from ita_checker.report.formats.json import dump, pack_used, scan_data
from ita_checker.report.parts.rows import pages_of
from ita_checker.report.parts.wording import CERTAINTY, page_ranges
from ita_checker.rulebook import catalogue

SUFFIXES = (".sarif",)
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
# The program has no page of its own on the network: the address names the code, the command tells.
HELP, ADDRESS = "ita-checker explain", "urn:ita-checker:code:"
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
                "help": {"text": f"{_in(code.do, lang)}\n{HELP} {code.code}"},
                "helpUri": f"{ADDRESS}{code.code}",
                "defaultConfiguration": {"level": LEVEL[code.severity]},
            }
            for code in codes
        ],
    }
    packs = [pack_used(pack) for pack in batch.packs]
    yield f'{{\n "$schema": "{SCHEMA}",\n "version": "2.1.0",\n "runs": [\n  {{\n'
    yield textwrap.indent(
        f'"tool": {dump({"driver": driver})},\n"properties": '
        f'{dump({"packs": packs, "scan": scan_data(batch, lang)})},\n"results": [',
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
    silent = finding in report.dismissed and finding.decision
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": LEVEL[finding.severity or Severity.ADVICE],
        "message": {"text": _message(report, finding, lang)},
        "locations": _locations(report, data["places"] or [{}]),
        "partialFingerprints": {"itaChecker/v1": fingerprint(report, finding)},
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
            "organisation": report.organisation,
            "district": report.district,
            "province": report.province,
            "fiscal_year": report.fiscal_year,
            "items": list(report.items),
            **{
                key: data[key]
                for key in ("rule", "subject", "quote", "found", "expected", "doubt", "certainty")
            },
        },
    }


def fingerprint(report: Report, finding: Finding) -> str:
    """Return what tells a finding from all others, whatever its file is called and on whatever
    page it stands: the content, the rule, the code and the subject.
    """
    parts = (report.sha256 or report.path, finding.rule, finding.code, finding.subject)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _message(report: Report, finding: Finding, lang: str) -> str:
    """Return the message with page and office: many programs show nothing else."""
    text = _in(finding.message, lang) if finding.message else finding.code
    pages = page_ranges(pages_of(finding))
    page = f"{'page' if lang == 'en' else 'หน้า'} {pages}" if pages else ""
    sure = CERTAINTY[lang][finding.certainty] if finding.certainty is Certainty.LIKELY else ""
    where = " · ".join(part for part in (page, report.organisation, sure) if part)
    return text + (f" [{where}]" if where else "")


def _locations(report: Report, places: list[dict[str, Any]]) -> list[dict[str, Any]]:
    uri = quote(valid(report.path), safe="/:")
    office = [{"name": report.organisation, "kind": "organisation"}] if report.organisation else []
    return [
        {
            "physicalLocation": {"artifactLocation": {"uri": uri}},
            **({"logicalLocations": office} if office else {}),
            **({"properties": place} if place else {}),
        }
        for place in places
    ]
