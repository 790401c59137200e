"""Many scans in a row: how much was found each time, in all and office by office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ita_checker.report.compared.difference import Difference, compare
from ita_checker.report.compared.runs import UNREADABLE, ZERO, Run


@dataclass(frozen=True, slots=True)
class Point:
    """One scan: its reports by status, findings, pages and files not read, and how many findings
    came and went since the one before.
    """

    reports: int
    statuses: tuple[tuple[str, int], ...]
    zero: int
    advice: int
    pages_unread: int
    new: int
    gone: int


@dataclass(frozen=True, slots=True)
class Course:
    """One office through all scans: (zero, advice, reports not wholly read) each time, None where
    it had no report then.
    """

    office: str
    district: str
    province: str
    counts: tuple[tuple[int, int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Scans in the order given, what changed from each to the next, and each office's course."""

    runs: tuple[Run, ...]
    points: tuple[Point, ...]
    steps: tuple[Difference, ...]
    courses: tuple[Course, ...]


def trend(runs: Sequence[Run]) -> Trend:
    """Return how the scans go on from one to the next."""
    steps = tuple(compare(old, new) for old, new in pairwise(runs))
    changes = [(0, 0), *((len(step.new), len(step.gone)) for step in steps)]
    points = tuple(_point(run, *change) for run, change in zip(runs, changes, strict=True))
    return Trend(tuple(runs), points, steps, _courses(runs))


def _point(run: Run, new: int, gone: int) -> Point:
    levels = Counter(gap.severity == ZERO for report in run.reports for gap in report.gaps)
    statuses = Counter(report.status for report in run.reports)
    unread = sum(report.pages_unread for report in run.reports)
    return Point(
        len(run.reports), tuple(sorted(statuses.items())), levels[True], levels[False], unread, new,
        gone,
    )  # fmt: skip


def _courses(runs: Sequence[Run]) -> tuple[Course, ...]:
    known: dict[tuple[str, str, str], list[tuple[int, int, int] | None]] = {}
    for place, run in enumerate(runs):
        for report in run.reports:
            key = (report.organisation, report.district, report.province)
            counts = known.setdefault(key, [None] * len(runs))
            zero, advice, unread = counts[place] or (0, 0, 0)
            grave = sum(gap.severity == ZERO for gap in report.gaps)
            blind = report.status == UNREADABLE or report.pages_unread > 0
            counts[place] = (zero + grave, advice + len(report.gaps) - grave, unread + blind)
    return tuple(Course(*key, tuple(counts)) for key, counts in sorted(known.items()))
