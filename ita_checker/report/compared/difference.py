"""Two scans side by side: what is new, what is gone, what stayed, and why. What was not looked at
is never "gone" for a good reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ita_checker.report.compared.matching import matched
from ita_checker.report.compared.runs import UNREADABLE, ZERO, Gap, Listed, Run


class Why(StrEnum):
    """What made a finding come or go."""

    STAYED = "stayed"
    FOUND = "found"  # the file was changed
    MENDED = "mended"  # the file was changed
    FILE_NEW = "file_new"
    FILE_GONE = "file_gone"
    NOT_READ = "not_read"  # now nobody looked, or could not decide
    WAS_NOT_READ = "was_not_read"
    DISMISSED = "dismissed"  # by a person
    WAS_DISMISSED = "was_dismissed"
    NOT_ASKED = "not_asked"  # the rules of now do not ask this
    WAS_NOT_ASKED = "was_not_asked"
    BESIDE = "beside"  # the same file: another that it was laid beside is another, or is gone
    JUDGED = "judged"  # the same file: the program or its rules judge otherwise


@dataclass(frozen=True, slots=True)
class Line:
    """One finding with whose and where it is; `was`: where the file lay in the old scan, where that
    was elsewhere.
    """

    path: str
    code: str
    message: str
    message_en: str
    pages: tuple[int, ...]
    severity: str
    organisation: str
    district: str
    province: str
    why: Why
    was: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Findings only in the new list, only in the old one, in both, the graver first; files that
    only one of them has; files that lie elsewhere now (from, to); and whether rules or program
    changed.
    """

    new: tuple[Line, ...]
    gone: tuple[Line, ...]
    unchanged: tuple[Line, ...]
    files_new: tuple[str, ...]
    files_gone: tuple[str, ...]
    files_moved: tuple[tuple[str, str], ...] = field(default=())
    other_rules: bool = False


def compare(old: Run, new: Run) -> Difference:
    """Return how the new gap list differs. A finding is the same if rule, code and subject are, in
    the same report, on whatever page; else if code and subject, or code and quote, are.
    """
    fresh: list[Line] = []
    gone: list[Line] = []
    kept: list[Line] = []
    moved: list[tuple[str, str]] = []
    files: tuple[list[str], list[str]] = ([], [])
    for before, now in matched(old.reports, new.reports):
        if before is None and now is not None:
            files[0].append(now.path)
        if now is None and before is not None:
            files[1].append(before.path)
        if before and now and before.path != now.path:
            moved.append((before.path, now.path))
        lost, came, stayed = _split(before.gaps if before else (), now.gaps if now else ())
        was = before.path if before and now and before.path != now.path else ""
        if now:
            fresh += [_line(now, gap, _why_new(gap, before, now), was) for gap in came]
            kept += [_line(now, gap, Why.STAYED, was) for gap in stayed]
        if before:
            gone += [_line(before, gap, _why_gone(gap, before, now)) for gap in lost]
    return Difference(
        _graver_first(fresh),
        _graver_first(gone),
        _graver_first(kept),
        tuple(sorted(files[0])),
        tuple(sorted(files[1])),
        tuple(sorted(moved)),
        (old.packs, old.version) != (new.packs, new.version),
    )


def _graver_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (line.severity != ZERO, line.path)))


# How two findings of one report are known to be one, the surest first.
SAME: tuple[Callable[[Gap], Hashable], ...] = (
    lambda gap: (gap.rule, gap.code, gap.subject),
    lambda gap: (gap.code, gap.subject),
    lambda gap: (gap.code, gap.quote) if gap.quote else None,
)


def _split(old: Sequence[Gap], new: Sequence[Gap]) -> tuple[list[Gap], list[Gap], list[Gap]]:
    """Return what only the old have, only the new, and the new that the old have too; each of the
    old answers one.
    """
    left, waiting = list(old), list(new)
    stayed: dict[int, Gap] = {}
    order = {id(gap): place for place, gap in enumerate(new)}
    for same in SAME:
        known: dict[Hashable, list[Gap]] = defaultdict(list)
        for gap in left:
            if same(gap) is not None:
                known[same(gap)].append(gap)
        still = []
        for gap in waiting:
            others = known.get(same(gap)) if same(gap) is not None else None
            if others:
                left.remove(others.pop(0))
                stayed[order[id(gap)]] = gap
            else:
                still.append(gap)
        waiting = still
    return left, waiting, [stayed[place] for place in sorted(stayed)]


def _line(report: Listed, gap: Gap, why: Why, was: str = "") -> Line:
    return Line(
        report.path, gap.code, gap.message, gap.message_en, gap.pages, gap.severity,
        report.organisation, report.district, report.province, why, was,
    )  # fmt: skip


def _among(gap: Gap, others: Iterable[Gap]) -> bool:
    return any(SAME[0](gap) == SAME[0](other) for other in others)


def _why_gone(gap: Gap, before: Listed, now: Listed | None) -> Why:
    if now is None:
        return Why.FILE_GONE
    if _among(gap, now.dismissed):
        return Why.DISMISSED
    if now.status == UNREADABLE or gap.rule in now.undecided:
        return Why.NOT_READ
    if gap.rule in before.asked and gap.rule not in now.asked:
        return Why.NOT_ASKED
    return _same_file(gap, before, now) or Why.MENDED


def _why_new(gap: Gap, before: Listed | None, now: Listed) -> Why:
    if before is None:
        return Why.FILE_NEW
    if _among(gap, before.dismissed):
        return Why.WAS_DISMISSED
    if before.status == UNREADABLE or gap.rule in before.undecided:
        return Why.WAS_NOT_READ
    if gap.rule in now.asked and gap.rule not in before.asked:
        return Why.WAS_NOT_ASKED
    return _same_file(gap, before, now) or Why.FOUND


def _same_file(gap: Gap, before: Listed, now: Listed) -> Why | None:
    """Return what changed where the file did not; None where it did. What shows only beside other
    files is asked by no rule of the file's own.
    """
    if not before.sha256 or before.sha256 != now.sha256:
        return None
    return Why.JUDGED if gap.rule in before.asked | now.asked else Why.BESIDE


def whys(lines: Iterable[Line]) -> Counter[Why]:
    """Return how often each reason stands."""
    return Counter(line.why for line in lines)
