"""What only shows when reports lie side by side: DOC008, one file handed in for several items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ita_checker.judge import stamp
from ita_checker.model import Finding, Report, Status


@dataclass(frozen=True, slots=True)
class Twins:
    """Files of the same bytes handed in under other items: path to the paths of the others."""

    others: Mapping[str, tuple[str, ...]]

    def told(self, report: Report) -> Report:
        """Return the report with DOC008 where it has twins."""
        twins = ", ".join(self.others.get(report.path, ()))
        if not twins:
            return report
        finding = stamp(Finding("DOC008", subject=report.path, found=twins))
        state = Status.GAPS if report.status is Status.CLEAN else report.status
        return replace(report, findings=(*report.findings, finding), status=state)


def twins(reports: Sequence[Report], handed_in: Callable[[str], tuple[str, ...]]) -> Twins:
    """Return who has twins; `handed_in` tells the items a path was handed in under."""
    same: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        if report.sha256:
            same[report.sha256].append(report.path)
    return Twins({
        path: others
        for paths in same.values() if len(paths) > 1
        for path in paths
        if (others := tuple(sorted(other for other in paths if handed_in(other) != handed_in(path))))
    })  # fmt: skip
