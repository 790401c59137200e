"""The findings counted by office, by code and by province: what an auditor asks first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ita_checker.model import Certainty, Report, Severity, Status
from ita_checker.report.parts.sheet import Cell, Coloured
from ita_checker.report.parts.wording import CERTAINTY, NOBODY, SEVERITY, STATUS
from ita_checker.rulebook import catalogue

NOWHERE = {"th": "ไม่ทราบจังหวัด", "en": "province unknown"}
COUNTED = {
    "th": {"reports": "รายงาน", "zero": "อาจได้ 0 คะแนน", "advice": "ข้อสังเกต",
           "likely": "ควรตรวจสอบซ้ำ",
           "office": "หน่วยงาน", "district": "อำเภอ", "province": "จังหวัด", "offices": "หน่วยงาน",
           "code": "รหัส", "title": "เรื่อง",
           "severity": "ระดับ", "count": "จำนวน", "first": "พบบ่อยที่สุด", "each": "ต่อรายงาน"},
    "en": {"reports": "Reports", "zero": "Would score 0", "advice": "Advice",
           "likely": "Check again",
           "office": "Organisation", "district": "District", "province": "Province",
           "offices": "Organisations", "code": "Code",
           "title": "Subject", "severity": "Severity", "count": "Count", "first": "Most frequent",
           "each": "A report"},
}  # fmt: skip
STATES = (Status.CLEAN, Status.GAPS, Status.UNKNOWN, Status.UNREADABLE)


@dataclass
class Tally:
    """What was counted of some reports."""

    reports: int = 0
    states: Counter[Status] = field(default_factory=Counter)
    levels: Counter[Severity | None] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    likely: int = 0
    offices: set[str] = field(default_factory=set)
    places: set[tuple[str, str]] = field(default_factory=set)

    def add(self, report: Report) -> None:
        """Count one report."""
        self.reports += 1
        self.states[report.status] += 1
        self.levels.update(finding.severity for finding in report.findings)
        self.codes.update(finding.code for finding in report.findings)
        self.likely += sum(finding.certainty is Certainty.LIKELY for finding in report.findings)
        if report.organisation:
            self.offices.add(report.organisation)
        if report.district or report.province:
            self.places.add((report.district or "", report.province or ""))

    @property
    def weight(self) -> tuple[int, int]:
        """Return what sorts the gravest first."""
        return -self.levels[Severity.ZERO], -self.levels[Severity.ADVICE]

    def first(self, lang: str) -> str:
        """Return the subject found most often, with how often."""
        best = min(self.codes, key=lambda code: (-self.codes[code], code), default=None)
        if best is None:
            return ""
        return f"{best} {getattr(catalogue()[best].title, lang)} ×{self.codes[best]}"

    def cells(self, lang: str) -> tuple[Cell, ...]:
        """Return the counts as cells."""
        return (
            self.reports,
            *(self.states[state] for state in STATES),
            self.levels[Severity.ZERO],
            self.levels[Severity.ADVICE],
            self.likely,
            self.first(lang),
        )


def office_heads(lang: str) -> tuple[str, ...]:
    """Return the headings of the sheet by office."""
    said = COUNTED[lang]
    return (said["office"], said["district"], said["province"], *_count_heads(lang))


def province_heads(lang: str) -> tuple[str, ...]:
    """Return the headings of the sheet by province and district."""
    said = COUNTED[lang]
    return (said["province"], said["district"], said["offices"], *_count_heads(lang))


def code_heads(lang: str) -> tuple[str, ...]:
    """Return the headings of the sheet by code."""
    said = COUNTED[lang]
    names = ("code", "title", "severity", "count", "likely", "reports", "offices")
    return tuple(said[name] for name in names)


def _count_heads(lang: str) -> tuple[str, ...]:
    said = COUNTED[lang]
    states = (STATUS[lang][state] for state in STATES)
    return (
        said["reports"],
        *states,
        SEVERITY[lang][Severity.ZERO],
        SEVERITY[lang][Severity.ADVICE],
        CERTAINTY[lang][Certainty.LIKELY],
        said["first"],
    )


def by_office(reports: Iterable[Report], lang: str) -> Iterator[Coloured]:
    """Yield a row for each office, the one with most to lose first."""
    tallies: dict[str, Tally] = {}
    for report in reports:
        tallies.setdefault(report.organisation or "", Tally()).add(report)
    for name, tally in sorted(tallies.items(), key=lambda pair: (pair[1].weight, pair[0])):
        places = sorted(tally.places)
        district, province = (
            ", ".join(dict.fromkeys(place[part] for place in places if place[part]))
            for part in (0, 1)
        )
        colours = {8: "red"} if tally.levels[Severity.ZERO] else {}
        yield (name or NOBODY[lang], district, province, *tally.cells(lang)), colours


def by_province(reports: Iterable[Report], lang: str) -> Iterator[Coloured]:
    """Yield a row for each district of each province, in the order of their names."""
    tallies: dict[tuple[str, str], Tally] = {}
    for report in reports:
        key = report.province or "", report.district or ""
        tallies.setdefault(key, Tally()).add(report)
    for (province, district), tally in sorted(
        tallies.items(), key=lambda pair: (not pair[0][0], pair[0])
    ):
        colours = {8: "red"} if tally.levels[Severity.ZERO] else {}
        cells = (province or NOWHERE[lang], district, len(tally.offices), *tally.cells(lang))
        yield cells, colours


def by_code(reports: Iterable[Report], lang: str) -> Iterator[Coloured]:
    """Yield a row for each code found, the most frequent first."""
    counts: Counter[str] = Counter()
    likely: Counter[str] = Counter()
    files: Counter[str] = Counter()
    offices: dict[str, set[str]] = {}
    for report in reports:
        counts.update(finding.code for finding in report.findings)
        likely.update(
            finding.code for finding in report.findings if finding.certainty is Certainty.LIKELY
        )
        for code in {finding.code for finding in report.findings}:
            files[code] += 1
            offices.setdefault(code, set()).add(report.organisation or "")
    for code in sorted(counts, key=lambda code: (-counts[code], code)):
        entry = catalogue()[code]
        yield (
            (
                code,
                getattr(entry.title, lang),
                SEVERITY[lang][entry.severity],
                counts[code],
                likely[code],
                files[code],
                len(offices[code]),
            ),
            {2: "red" if entry.severity is Severity.ZERO else "amber"},
        )
