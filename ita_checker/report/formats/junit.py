"""JUnit for pipelines: a test suite for each report, a test case for each rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as Xml

from ita_checker.model import Batch, Certainty, Finding, Report, Verdict
from ita_checker.report.formats.sarif import HELP, fingerprint
from ita_checker.report.parts.rows import pages_of
from ita_checker.report.parts.wording import CERTAINTY, page_ranges
from ita_checker.text.visible import visible

SUFFIXES = (".xml",)


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    """Yield the suites: a gap is a failure, what could not be checked an error."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ita-checker">\n'
    packs = {pack.name: pack.sha256 for pack in batch.packs}
    if batch.remarks or batch.title or batch.date:
        yield Xml.tostring(_scan(batch, lang), encoding="unicode") + "\n"
    for report in batch.reports:
        yield Xml.tostring(_suite(report, lang, packs), encoding="unicode") + "\n"
    yield "</testsuites>\n"


def _scan(batch: Batch, lang: str) -> Xml.Element:
    """Return a suite without cases that holds what must be known of the whole."""
    suite = Xml.Element(
        "testsuite", name=visible(batch.title or "ita-checker"), tests="0", failures="0", errors="0"
    )
    properties = Xml.SubElement(suite, "properties")
    told = [("date", batch.date), *(("remark", getattr(one, lang)) for one in batch.remarks)]
    for name, value in [*told, ("version", batch.version)]:
        if value:
            Xml.SubElement(properties, "property", name=name, value=visible(value))
    return suite


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
    properties = Xml.SubElement(suite, "properties")
    for name, value in _properties(report, packs):
        Xml.SubElement(properties, "property", name=name, value=visible(value))
    suite.extend(cases)
    return suite


def _properties(report: Report, packs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is known of the report beside its cases."""
    told = {
        "status": report.status.value,
        "organisation": report.organisation,
        "district": report.district,
        "province": report.province,
        "fiscal_year": str(report.fiscal_year or ""),
        "items": " ".join(report.items),
        "hidden": str(report.hidden or ""),
        "pack": f"{report.pack} sha256 {packs.get(report.pack, '')}" if report.pack else None,
    }
    return ((name, value) for name, value in told.items() if value)


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
        lines = [f"{_said(finding, lang)} {_help(report, finding)}" for finding in own]
        failure.text = "\n".join(map(visible, lines))
    return case


def _said(finding: Finding, lang: str) -> str:
    pages = page_ranges(pages_of(finding))
    where = f" [{'page' if lang == 'en' else 'หน้า'} {pages}]" if pages else ""
    message = getattr(finding.message, lang) if finding.message else ""
    likely = finding.certainty is Certainty.LIKELY
    sure = f" ({CERTAINTY[lang][finding.certainty]})" if likely else ""
    quote = f" “{finding.spans[0].quote}”" if finding.spans else ""
    return f"{finding.code} {message}{where}{quote}{sure}"


def _help(report: Report, finding: Finding) -> str:
    """Return what tells the finding from others, and where its code is explained."""
    return f"(fingerprint {fingerprint(report, finding)[:16]}; {HELP} {finding.code})"
