"""JUnit for pipelines: a test suite for each report, a test case for each rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as Xml

from ita_checker.model import Batch, Finding, Report, Verdict
from ita_checker.report.parts.rows import pages_of
from ita_checker.text.visible import visible


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    """Yield the suites: a gap is a failure, what could not be checked an error."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ita-checker">\n'
    packs = {pack.name: pack.sha256 for pack in batch.packs}
    for report in batch.reports:
        yield Xml.tostring(_suite(report, lang, packs), encoding="unicode") + "\n"
    yield "</testsuites>\n"


def _suite(report: Report, lang: str, packs: Mapping[str, str]) -> Xml.Element:
    ruled = {result.rule for result in report.results}
    cases = [_case(report, result.rule, result.verdict, lang) for result in report.results]
    cases += [
        _case(report, rule, Verdict.GAP, lang)
        for rule in sorted({f.rule for f in report.findings} - ruled)
    ]
    suite = Xml.Element("testsuite", name=visible(report.path), tests=str(len(cases)))
    for kind in ("failure", "error"):
        suite.set(
            {"failure": "failures", "error": "errors"}[kind],
            str(sum(case.find(kind) is not None for case in cases)),
        )
    suite.set("skipped", "0")
    if report.pack:
        properties = Xml.SubElement(suite, "properties")
        Xml.SubElement(
            properties,
            "property",
            name="pack",
            value=f"{report.pack} sha256 {packs.get(report.pack, '')}",
        )
    suite.extend(cases)
    return suite


def _case(report: Report, rule: str, verdict: Verdict, lang: str) -> Xml.Element:
    case = Xml.Element("testcase", classname=visible(report.path), name=visible(rule), time="0")
    own = [finding for finding in report.findings if finding.rule == rule]
    if verdict is Verdict.UNKNOWN:
        note = next(
            (result.note for result in report.results if result.rule == rule and result.note), None
        )
        words = [getattr(note, lang)] if note else [_said(finding, lang) for finding in own]
        Xml.SubElement(case, "error", message=visible("; ".join(words)), type="unknown")
    elif own:
        failure = Xml.SubElement(
            case, "failure", message=visible(_said(own[0], lang)), type=own[0].code
        )
        failure.text = "\n".join(visible(_said(finding, lang)) for finding in own)
    return case


def _said(finding: Finding, lang: str) -> str:
    pages = ", ".join(map(str, pages_of(finding)))
    message = getattr(finding.message, lang) if finding.message else ""
    return f"{finding.code} {message}" + (
        f" [{pages}] “{finding.spans[0].quote}”" if finding.spans else ""
    )
