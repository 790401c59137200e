"""One row for each finding: the columns that spreadsheets and tables share."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from ita_checker.model import Batch, Finding, Report
from ita_checker.model.deciding import HEADINGS
from ita_checker.report.parts.days import spoken
from ita_checker.report.parts.wording import CERTAINTY, SEVERITY, decided, page_ranges
from ita_checker.text.visible import visible


def _filled_in(name: str) -> tuple[str, str]:
    return HEADINGS[name].th, HEADINGS[name].en


COLUMNS = {
    "organisation": ("หน่วยงาน", "Organisation"),
    "item": ("ข้อ", "Item"),
    "fiscal_year": ("ปีงบประมาณ", "Fiscal year"),
    "district": ("อำเภอ", "District"),
    "province": ("จังหวัด", "Province"),
    "file": _filled_in("file"),
    "page": ("หน้า", "Page"),
    "code": ("รหัส", "Code"),
    "severity": ("ระดับ", "Severity"),
    "certainty": ("ความชัดเจน", "Certainty"),
    "message": _filled_in("message"),
    "quote": ("ข้อความในเอกสาร", "Quote"),
    "expected": ("ควรเป็น", "Expected"),
    "found": ("พบ", "Found"),
    "doubt": ("โปรดตรวจสอบซ้ำ", "Look twice"),
    "pack": ("ชุดกฎ (sha256)", "Rule pack (sha256)"),
    "decision": _filled_in("decision"),
    "remark": _filled_in("reason"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as cells, hidden characters made visible; `finding` and `report` for what a format
    adds.
    """

    cells: tuple[str, ...]
    report: Report
    finding: Finding


def heads(lang: str) -> tuple[str, ...]:
    """Return the columns' headings."""
    return tuple(names[lang == "en"] for names in COLUMNS.values())


def pages_of(finding: Finding) -> tuple[int, ...]:
    """Return the pages a finding stands on, each once, in order."""
    return tuple(sorted({place.page for span in finding.spans for place in span.places}))


def address(batch: Batch, path: str) -> str | None:
    """Return the address of a report's PDF, from the output's folder on where that is known; None
    for one that came from elsewhere, or whose path no file can have.
    """
    place = batch.place(path)
    if "://" in place:
        return None
    try:
        return _relative(place, batch.near) or Path("/", place).absolute().as_uri()
    except UnicodeEncodeError:
        return None


def _relative(place: str, near: str) -> str:
    """Return how a folder leads to a file, empty where it does not: on another drive."""
    if not near:
        return ""
    try:
        path = os.path.relpath(Path("/", place).absolute(), near)
    except ValueError:
        return ""
    return "./" + quote(path.replace(os.sep, "/"))  # ./ and no scheme, whatever the name


def rows(batch: Batch, lang: str) -> Iterator[Row]:
    """Yield a row for each finding of each report, in their order."""
    packs = {pack.name: f"{pack.name} ({pack.sha256[:16]})" for pack in batch.packs}
    for report in batch.reports:
        for finding in report.findings:
            yield Row(
                tuple(visible(cell) for cell in _cells(report, finding, packs, lang)),
                report,
                finding,
            )


def _cells(
    report: Report, finding: Finding, packs: Mapping[str, str], lang: str
) -> tuple[str, ...]:
    return (
        report.organisation or "",
        " ".join(report.items),
        str(report.fiscal_year or ""),
        report.district or "",
        report.province or "",
        report.path,
        page_ranges(pages_of(finding)),
        finding.code,
        SEVERITY[lang][finding.severity] if finding.severity else "",
        CERTAINTY[lang][finding.certainty],
        getattr(finding.message, lang) if finding.message else "",
        finding.spans[0].quote if finding.spans else "",
        spoken(finding.expected or "", lang),
        spoken(finding.found or "", lang),
        getattr(finding.doubt, lang) if finding.doubt else "",
        packs.get(report.pack or "", ""),
        decided(finding.decision, lang),
        finding.decision.reason if finding.decision else "",
    )
