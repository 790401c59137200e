"""Which report of one scan is which of another: by content first, then by where it lay, then by
whose and what it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from ita_checker.report.compared.runs import Listed

Pair = tuple[Listed | None, Listed | None]
TAIL = 2  # parts of a path that lead to one file in each scan: its folder and its name


def matched(old: Sequence[Listed], new: Sequence[Listed]) -> list[Pair]:
    """Return every report of both, those that belong together as one pair, in the order of the new
    ones; then those that only the old scan has.
    """
    partner: dict[int, int] = {}
    left = set(range(len(old)))
    for sign, alone in SIGNS:
        _pair(old, new, partner, left, sign, alone)
    pairs: list[Pair] = [
        (old[partner[at]] if at in partner else None, report) for at, report in enumerate(new)
    ]
    return [*pairs, *((old[at], None) for at in sorted(left))]


def _pair(
    old: Sequence[Listed],
    new: Sequence[Listed],
    partner: dict[int, int],
    left: set[int],
    sign: Callable[[Listed], Hashable],
    alone: bool,
) -> None:
    """Pair what has no partner yet and the same sign; `alone`: only where it is the only one with
    that sign in both.
    """
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at in sorted(left):
        if sign(old[at]):
            waiting[sign(old[at])].append(at)
    wanted: dict[Hashable, list[int]] = defaultdict(list)
    for at, report in enumerate(new):
        if at not in partner and sign(report):
            wanted[sign(report)].append(at)
    for key, places in wanted.items():
        others = waiting.get(key, [])
        if alone and (len(places) > 1 or len(others) > 1):
            continue
        for place, other in zip(places, others, strict=False):
            partner[place] = other
            left.discard(other)


def _content_and_path(report: Listed) -> Hashable:
    return (report.sha256, report.path) if report.sha256 else None


def _content(report: Listed) -> Hashable:
    return report.sha256 or None


def _path(report: Listed) -> Hashable:
    return report.path


def _tail(report: Listed) -> Hashable:
    parts = report.path.replace("\\", "/").split("/")
    return tuple(parts[-TAIL:]) if len(parts) >= TAIL else None


def _whose(report: Listed) -> Hashable:
    place = (report.organisation, report.district, report.province)
    known = report.organisation and report.fiscal_year and report.items
    return (*place, report.fiscal_year, report.items) if known else None


# How two reports are known to be one, the surest first; the last two only where nothing else is so.
SIGNS: tuple[tuple[Callable[[Listed], Hashable], bool], ...] = (
    (_content_and_path, False),
    (_content, False),
    (_path, False),
    (_tail, True),
    (_whose, True),
)
