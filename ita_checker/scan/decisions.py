"""What people decided of findings, and what that changes in the next scan: a dismissed finding
stays silent, and is counted.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ita_checker.judge.law import status
from ita_checker.model import (
    ALWAYS_TOLD,
    Decision,
    Finding,
    Report,
    Result,
    Stale,
    Status,
    Verdict,
    Words,
)
from ita_checker.model.deciding import DISMISSED
from ita_checker.scan.decided import Key, buddhist, day, disagreed, merge, read

__all__ = ["Decisions", "buddhist", "day", "load"]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions by what they are about; `today` settles which have expired."""

    held: Mapping[Key, Decision] = field(default_factory=dict)
    today: str = "0000-00-00"
    conflicts: Mapping[Key, tuple[Decision, ...]] = field(default_factory=dict)

    def told(self, report: Report) -> Report:
        """Return the report with what was decided of its findings: the dismissed set apart, its
        results and status following.
        """
        findings = [
            replace(finding, decision=self._of(report, finding)) for finding in report.findings
        ]
        if all(finding.decision is None for finding in findings):
            return report
        dismissed = tuple(finding for finding in findings if _silenced(finding))
        kept = tuple(finding for finding in findings if not _silenced(finding))
        results = tuple(_settled(result, kept, dismissed) for result in report.results)
        state = status(results, kept, nothing_read=report.status is Status.UNREADABLE)
        return replace(report, findings=kept, dismissed=dismissed, results=results, status=state)

    def _of(self, report: Report, finding: Finding) -> Decision | None:
        decision = self.held.get((report.sha256 or "", finding.rule, finding.code, finding.subject))
        return None if decision is None or self._why_not(decision) else decision

    def _why_not(self, decision: Decision) -> Words | None:
        """Return why a decision has no force, whatever was found; None if it has."""
        if decision.kind == DISMISSED and decision.code in ALWAYS_TOLD:
            return Words(
                f"{decision.code} พิจารณาว่าไม่ใช่ข้อบกพร่องไม่ได้", f"{decision.code} cannot be dismissed"
            )
        if decision.expires and decision.expires < self.today:
            return Words(f"หมดอายุเมื่อ {decision.expires}", f"expired on {decision.expires}")
        return None

    def stale(self, reports: Iterable[Report]) -> tuple[Stale, ...]:
        """Return the decisions without force or without a finding they are about, in the order of
        the file; then those on which people disagree, side by side.
        """
        if not self.held and not self.conflicts:
            return ()
        contents: set[str] = set()
        found: set[Key] = set()
        for report in reports:
            contents.add(report.sha256 or "")
            found.update(
                (report.sha256 or "", finding.rule, finding.code, finding.subject)
                for finding in report.findings
            )
        whys = (
            (decision, self._why_not(decision) or _unmatched(key, found, contents))
            for key, decision in self.held.items()
        )
        alone = [Stale(decision, why) for decision, why in whys if why]
        return (*alone, *(stale for made in self.conflicts.values() for stale in disagreed(made)))


def _silenced(finding: Finding) -> bool:
    return finding.decision is not None and finding.decision.kind == DISMISSED


def _settled(result: Result, kept: Iterable[Finding], dismissed: Iterable[Finding]) -> Result:
    """Return a rule's result; met, and saying why, where all it found was dismissed. Ignorance
    stays ignorance.
    """
    gone = sum(finding.rule == result.rule for finding in dismissed)
    if (
        not gone
        or result.verdict is Verdict.UNKNOWN
        or any(finding.rule == result.rule for finding in kept)
    ):
        return result
    note = Words(
        f"ผู้ตรวจพิจารณาแล้วว่าไม่ใช่ข้อบกพร่อง {gone} รายการ", f"{gone} finding(s) dismissed by the auditor"
    )
    return replace(result, verdict=Verdict.MET, note=note)


def _unmatched(key: Key, found: set[Key], contents: set[str]) -> Words | None:
    if key in found:
        return None
    if key[0] in contents:
        return Words("ไม่พบข้อนี้ในรายงานแล้ว", "the report no longer has this finding")
    return Words("ไม่มีรายงานเนื้อหาเดียวกันในการตรวจครั้งนี้", "no report of this content in this scan")


def load(*paths: Path, today: datetime.date | None = None, prefer: str = "") -> Decisions:
    """Return the decisions of all files; UsageError says what is wrong where.

    Of two by one person on one finding the later holds. Where people disagree none holds, and both
    are told, unless `prefer` names whose holds.
    """
    merged = merge([made for path in paths for made in read(path, len(paths) > 1)], prefer)
    return Decisions(merged.held, buddhist(today or datetime.date.today()), merged.conflicts)
