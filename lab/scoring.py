"""Holds what a scan said against what is true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lab.likeness import plain, touches
from lab.rendered import Specimen
from lab.scanning import Report
from lab.truth import Mark, Mistake

NOTES = ("DOC004", "DOC007", "TXT002", "TXT003")  # remarks on the paper, never a false alarm
NAMED_TWICE = ("MEA", "RND", "SEC")  # a measure's name is printed in two ways within a report
FACTS = ("organisation", "district", "province", "fiscal_year")
NAMELESS = ("ORG003", "ORG004")  # where one is planted, nobody can say who reports


class Outcome(StrEnum):
    """What one mistake or one finding came to."""

    FOUND = "found"
    MISSED = "missed"
    FALSE_SURE = "false sure"  # zero, said flatly
    FALSE_LIKELY = "false likely"  # zero, with its doubt
    FALSE_ADVICE = "false advice"
    BESIDE = "beside"  # a planted mistake's code, said of another spot
    FAIR = "fair"
    NOTE = "note"


FALSE = (Outcome.FALSE_SURE, Outcome.FALSE_LIKELY, Outcome.FALSE_ADVICE)


@dataclass(frozen=True, slots=True)
class Line:
    """One mistake missed or one finding, and what it came to."""

    outcome: Outcome
    code: str
    sure: bool = False
    forbidden: bool = False
    quote: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """How one report was judged. `read`: the scan answered at all; `decided`: nothing left open."""

    specimen: Specimen
    read: bool
    decided: bool
    lines: tuple[Line, ...]
    facts_right: tuple[str, ...] = ()
    facts_wrong: tuple[str, ...] = ()

    def count(self, *outcomes: Outcome) -> int:
        """Return how many lines came to one of the outcomes."""
        return sum(line.outcome in outcomes for line in self.lines)


def score(specimens: Sequence[Specimen], reports: Mapping[str, Report]) -> tuple[Judged, ...]:
    """Return how each report was judged."""
    return tuple(_score(one, reports.get(one.pdf)) for one in specimens)


def _score(specimen: Specimen, report: Report | None) -> Judged:
    truth = specimen.truth
    if report is None:
        missed = tuple(Line(Outcome.MISSED, one.code, quote=one.quote) for one in truth.expected)
        return Judged(specimen, False, False, missed)
    scanned = specimen.producer.startswith("scan")
    lines, used = _mistakes(truth.expected, report, scanned)
    planted = {code for one in truth.expected for code in (one.code, *one.also)}
    for number, finding in enumerate(report["findings"]):
        if number not in used:
            lines.append(_finding(finding, planted, truth.fair, truth.forbidden))
    spoken = any(line.outcome in (*FALSE, Outcome.BESIDE) for line in lines)
    undecided = any(one["verdict"] == "unknown" for one in report["results"])
    right, wrong = _facts(specimen, report)
    decided = report["status"] == "clean" or not (
        spoken or undecided or report["pages_unread"] or report["status"] == "unreadable"
    )
    return Judged(specimen, True, decided, tuple(lines), right, wrong)


def _mistakes(
    expected: Sequence[Mistake], report: Report, scanned: bool
) -> tuple[list[Line], set[int]]:
    """Return a line for each planted mistake, and which findings tell one."""
    lines, used = [], set[int]()
    for mistake in expected:
        hits = [
            number
            for number, finding in enumerate(report["findings"])
            if _tells(mistake, finding, scanned)
        ]
        used |= set(hits)
        if hits:
            best = max((report["findings"][number] for number in hits), key=is_sure)
            lines.append(Line(Outcome.FOUND, mistake.code, is_sure(best), quote=mistake.quote))
        else:
            lines.append(Line(Outcome.MISSED, mistake.code, quote=mistake.quote))
    return lines, used


def _tells(mistake: Mistake, finding: Report, scanned: bool) -> bool:
    if finding["code"] not in (mistake.code, *mistake.also):
        return False
    near = scanned or finding["code"].startswith(NAMED_TWICE)
    wanted = plain(mistake.quote)
    said = [finding.get(key) for key in ("quote", "subject", "found")]
    seen = [plain(one) for one in (*said, *finding.get("quotes", ()))]
    return not wanted or any(touches(wanted, one, near) for one in seen if one)


def is_sure(finding: Report) -> bool:
    """Tell whether a finding is said flatly; before findings had a certainty, those without
    doubt.
    """
    certainty = finding.get("certainty")
    return certainty == "sure" if certainty else not finding.get("doubt")


def _finding(
    finding: Report, planted: set[str], fair: Sequence[Mark], forbidden: Sequence[Mark]
) -> Line:
    code, quote = finding["code"], finding.get("quote") or finding.get("subject") or ""
    banned = any(
        code.startswith(mark.code) and plain(mark.quote) in plain(quote) for mark in forbidden
    )
    if code in planted and not banned:
        outcome = Outcome.BESIDE
    elif any(mark.code == code for mark in fair) and not banned:
        outcome = Outcome.FAIR
    elif code in NOTES and not banned:
        outcome = Outcome.NOTE
    elif finding["severity"] != "zero":
        outcome = Outcome.FALSE_ADVICE
    else:
        outcome = Outcome.FALSE_SURE if is_sure(finding) else Outcome.FALSE_LIKELY
    message = finding.get("message_en") or ""
    return Line(outcome, code, is_sure(finding), banned, quote.replace("\n", " "), message)


def _facts(specimen: Specimen, report: Report) -> tuple[tuple[str, ...], tuple[str, ...]]:
    truth = specimen.truth
    if any(one.code in NAMELESS for one in truth.expected):
        return (), ()
    asked = {key: value for key in FACTS if (value := getattr(truth, key))}
    right = {
        key for key, value in asked.items() if plain(str(report.get(key))) == plain(str(value))
    }
    wrong = (f"{key}: {report.get(key)} ({asked[key]})" for key in asked if key not in right)
    return tuple(key for key in asked if key in right), tuple(wrong)


def as_json(marks: Sequence[Judged]) -> list[dict[str, Any]]:
    """Return the judged reports for a JSON file."""
    return [
        {
            "pdf": one.specimen.pdf,
            "author": one.specimen.author,
            "text": one.specimen.text,
            "producer": one.specimen.producer,
            "clean": one.specimen.truth.clean,
            "read": one.read,
            "decided": one.decided,
            "lines": [
                {
                    "outcome": line.outcome.value,
                    "code": line.code,
                    "sure": line.sure,
                    "forbidden": line.forbidden,
                    "quote": line.quote,
                    "message": line.message,
                }
                for line in one.lines
            ],
            "facts_wrong": list(one.facts_wrong),
        }
        for one in marks
    ]
