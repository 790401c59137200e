"""Codes that were asked for, and what leaving others out does to a report: it is never "clean"
then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ita_checker.across.twins import CODES, MISSING
from ita_checker.model import ALWAYS_TOLD, Finding, Pack, Report, Status, Words
from ita_checker.scan.settings import Settings


def chosen_codes(settings: Settings) -> tuple[Words, ...]:
    """Return what must be said on every output where codes were left out."""
    said = []
    if settings.select:
        codes = ", ".join(settings.select)
        said.append(
            Words(
                f"แสดงเฉพาะรหัส {codes} ตามที่เลือก ข้อบกพร่องรหัสอื่นไม่ได้แสดง",
                f"Only the codes {codes} are shown, as chosen; findings of other codes are not.",
            )
        )
    if settings.ignore:
        codes = ", ".join(settings.ignore)
        said.append(
            Words(f"ไม่แสดงรหัส {codes} ตามที่เลือก", f"The codes {codes} are not shown, as chosen.")
        )
    return tuple(said)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The codes or prefixes asked for and left out; `sayable`: what can be said of a report."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    sayable: Callable[[Report], Iterable[str]]

    def told(self, report: Report) -> Report:
        """Return the report with the findings asked for; its status follows them. What is asked
        for and nothing checks is not "clean" but unknown.
        """
        if report.status is Status.UNREADABLE or not (self.select or self.ignore):
            return report
        from ita_checker.judge import law

        findings = tuple(finding for finding in report.findings if self._wanted(finding))
        silent = law.unchecked(self.select, self.sayable(report)) if self.select else None
        results = (*report.results, silent) if silent else report.results
        state = law.status(results, findings, nothing_read=False)
        hidden = len(report.findings) - len(findings)
        return replace(
            report,
            findings=findings,
            results=results,
            status=Status.FILTERED if state is Status.CLEAN and hidden else state,
            hidden=hidden,
        )

    def asked_for(self, code: str) -> bool:
        """Tell whether findings of a code are shown."""
        return (not self.select or code.startswith(self.select)) and not code.startswith(
            self.ignore or "-"
        )

    def _wanted(self, finding: Finding) -> bool:
        return finding.code in ALWAYS_TOLD or self.asked_for(finding.code)


def sayable(packs: Sequence[Pack], complete: bool) -> Callable[[Report], Iterable[str]]:
    """Return what tells the codes that can be said of a report: by the rules of its pack, and of
    reports side by side; `complete`: missing items are looked for.
    """
    from ita_checker.rulebook.kinds import codes_of

    kinds = {pack.name: {rule.check for rule in pack.rules} for pack in packs}

    def codes(report: Report) -> set[str]:
        own = kinds.get(report.pack or "", ())
        side = {*CODES, MISSING} if complete else CODES
        return {*ALWAYS_TOLD, *side, *(code for kind in own for code in codes_of(kind))}

    return codes
