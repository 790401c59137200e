"""What only shows when reports lie side by side: DOC008, one file handed in for several items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ita_checker.model import Finding, Report, Status

# What reports side by side can say; MISSING only where all of an office's files are here.
CODES, MISSING = ("DOC008", "SET002", "SET003", "SET004"), "SET001"
NAMED = 10  # others named in a finding; the rest are counted

Items = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Twins:
    """Files of the same bytes handed in under other items: of each path its group, of each group
    the sorted paths by items.
    """

    group: Mapping[str, tuple[str, Items]]
    paths: Mapping[str, Mapping[Items, Sequence[str]]]

    def told(self, report: Report) -> Report:
        """Return the report with DOC008 where it has twins."""
        named, more = self._others(report.path)
        if not named:
            return report
        from ita_checker.judge.stamping import stamp

        found = ", ".join(named) + (f" (+{more})" if more else "")
        finding = stamp(Finding("DOC008", subject=report.path, found=found))
        state = Status.GAPS if report.status is Status.CLEAN else report.status
        return replace(report, findings=(*report.findings, finding), status=state)

    def _others(self, path: str) -> tuple[Sequence[str], int]:
        """Return the first twins of a path, sorted, and how many more there are."""
        if path not in self.group:
            return (), 0
        content, items = self.group[path]
        others = [paths for handed_in, paths in self.paths[content].items() if handed_in != items]
        named = sorted(path for paths in others for path in paths[:NAMED])[:NAMED]
        return named, sum(map(len, others)) - len(named)


def twins(
    files: Sequence[tuple[str, str]],
    contents: Sequence[bytes],
    handed_in: Callable[[str, str], Items],
) -> Twins:
    """Return who has twins among files (path shown, path on disk), by their contents' hashes;
    `handed_in` tells a file's items.
    """
    same: dict[bytes, list[int]] = defaultdict(list)
    for index, content in enumerate(contents):
        if content:
            same[content].append(index)
    group: dict[str, tuple[str, Items]] = {}
    paths: dict[str, dict[Items, list[str]]] = {}
    for content, indexes in same.items():
        by_items: dict[Items, list[str]] = defaultdict(list)
        for index in indexes if len(indexes) > 1 else ():
            by_items[handed_in(*files[index])].append(files[index][0])
        if len(by_items) > 1:
            paths[content.hex()] = by_items
            group |= {
                path: (content.hex(), items) for items, own in by_items.items() for path in own
            }
    return Twins(group, paths)
