"""What people decided of findings, and what that changes in the next scan: a dismissed finding
stays silent, and is counted.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ita_checker.errors import UsageError
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

CONFIRMED, DISMISSED, EXPLAIN = KINDS = "confirmed", "dismissed", "explain"
ERA = 543  # years from the Christian to the Buddhist era
OURS = "ita-checker decisions"
EXPORT = Words("ใช้ไฟล์ที่บันทึกจากรายงาน HTML", "use the file exported from the HTML report")

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions by what they are about; `today` settles which have expired."""

    held: Mapping[Key, Decision] = field(default_factory=dict)
    today: str = "0000-00-00"

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
            return Words(f"{decision.code} ไม่อาจตัดออกได้", f"{decision.code} cannot be dismissed")
        if decision.expires and decision.expires < self.today:
            return Words(f"หมดอายุเมื่อ {decision.expires}", f"expired on {decision.expires}")
        return None

    def stale(self, reports: Iterable[Report]) -> tuple[Stale, ...]:
        """Return the decisions without force or without a finding they are about, in the order of
        the file.
        """
        if not self.held:
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
        return tuple(Stale(decision, why) for decision, why in whys if why)


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


def load(path: Path, today: datetime.date | None = None) -> Decisions:
    """Return the decisions of a file; UsageError says what is wrong where. Of two on one finding
    the later in the file holds.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(
            Words(f"เปิดไฟล์ไม่ได้ ({error.strerror})", f"cannot be opened ({error.strerror})"),
            str(path),
            EXPORT,
        ) from error
    except ValueError as error:
        raise UsageError(
            Words("ไม่ใช่ไฟล์ผลการพิจารณา (อ่าน JSON ไม่ได้)", f"no decisions file: not JSON ({error})"),
            str(path),
            EXPORT,
        ) from error
    if (
        not isinstance(data, dict)
        or data.get("kind") != OURS
        or not isinstance(data.get("decisions"), list)
    ):
        raise UsageError(Words("ไม่ใช่ไฟล์ผลการพิจารณา", "no decisions file"), str(path), EXPORT)
    decisions = [
        _decision(row, f"{path}: decisions[{index}]") for index, row in enumerate(data["decisions"])
    ]
    held = {(one.sha256, one.rule, one.code, one.subject): one for one in decisions}
    return Decisions(held, buddhist(today or datetime.date.today()))


def _decision(row: Any, where: str) -> Decision:
    """Return one row of the file; a key we do not know is left alone, a wrong one is an error."""
    if not isinstance(row, dict):
        raise UsageError(Words("ต้องเป็นวัตถุ JSON", "must be a JSON object"), where)
    for key in ("sha256", "rule", "code", "subject", "decision"):
        if not isinstance(row.get(key), str):
            raise UsageError(
                Words(f"ขาด {key} หรือไม่ใช่ข้อความ", f"{key} is missing or no text"), where
            )
    if row["decision"] not in KINDS:
        what = Words(
            f"ไม่รู้จักผลการพิจารณา {row['decision']!r}", f"no such decision {row['decision']!r}"
        )
        raise UsageError(what, where, Words(f"ใช้ {' / '.join(KINDS)}", f"use {', '.join(KINDS)}"))
    reason = str(row.get("reason") or "")
    if row["decision"] == DISMISSED and not reason.strip():
        raise UsageError(
            Words("ตัดออกโดยไม่มีเหตุผล", "dismissed without a reason"),
            where,
            Words("ใส่ reason", "give a reason"),
        )
    return Decision(
        row["sha256"],
        row["rule"],
        row["code"],
        row["subject"],
        row["decision"],
        reason,
        _day(row.get("date"), f"{where}.date"),
        _day(row.get("expires"), f"{where}.expires"),
        str(row.get("about") or ""),
    )


def _day(value: Any, where: str) -> str | None:
    """Return a day as 2569-11-23; a year of the Christian era is taken as such."""
    if value in (None, ""):
        return None
    try:
        year, month, day = map(int, str(value)[:10].split("-"))
        return buddhist(datetime.date(year - ERA if year > 2400 else year, month, day))
    except ValueError as error:
        raise UsageError(
            Words(f"ไม่ใช่วันที่: {value}", f"not a day: {value}"),
            where,
            Words("เขียนเช่น 2569-11-23", "as in 2569-11-23"),
        ) from error


def buddhist(day: datetime.date) -> str:
    """Return a day as 2569-11-23."""
    return f"{day.year + ERA:04d}-{day.month:02d}-{day.day:02d}"
