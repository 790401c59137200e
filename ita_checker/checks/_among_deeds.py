"""Where a report tells what was done: under each measure reported, and from the first to the last
place in which a round is. A day there is that of a deed unless something says what else it is of;
what stands below it all was left to be said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures import Measure, results
from ita_checker.facts.page import flow
from ita_checker.facts.rounds import Side, rounds
from ita_checker.facts.tables import Stretch
from ita_checker.facts.years import Date, DateRole, dates, opened, place, report_date
from ita_checker.model import Case
from ita_checker.text.days import Day, Era

UNEXPLAINED = (DateRole.OTHER, DateRole.REPORT)
OF_REPORT = "about the report"  # the year's last round is told of when it is over
EDITION = "edition"  # "ปรับปรุงคู่มือ 3 มิถุนายน 2565" tells a deed where deeds are told
DEEDS = (DateRole.ACTION, DateRole.ROUND, *UNEXPLAINED)
HEADING = 110  # letters: what is longer tells, though a page shows it as a line of its own
MORE_TOLD = 12  # letters told of a measure behind a day
FEWEST = 1  # days in the year among which another is the odd one


@dataclass(frozen=True, slots=True)
class Ground:
    """The stretches in which deeds are told, and where the last piece of them begins."""

    stretches: tuple[Stretch, ...]
    last: int

    def holds(self, date: Date) -> bool:
        """Tell whether a date stands where deeds are told."""
        return any(low <= date.start < high for low, high in self.stretches)


def ground(case: Case) -> Ground:
    """Return where the report tells what was done."""
    told = [(own, *_under(own)) for own in results(case.facts)]
    whole = [(low, high) for _, low, high in told]
    begun = [*(_last_begun(case, own) for own, _, _ in told), *opened(case.facts)]
    named = (one for one in rounds(case.facts) if one.side is Side.REPORTED)
    around = ((one, place(case.facts, one.start)) for one in named)
    reported = [own for one, own in around if not one.title or own.end - own.start > HEADING]
    if reported:
        whole.append((reported[0].start, reported[-1].end))
        begun.append(reported[-1].start)
    return Ground(tuple(whole), max(begun, default=-1))


def _under(one: Measure) -> Stretch:
    """Return the letters from a measure's name to the end of what is told of it."""
    parts = [one.name, *one.own, *one.unplaced]
    return min(low for low, _ in parts), max(high for _, high in parts)


def _last_begun(case: Case, one: Measure) -> int:
    """Return where the last field of a measure begins; without fields, the first that is told of
    it.
    """
    fields = [parts[0][0] for parts in one.fields.values() if parts]
    first = min((low for low, _ in one.unplaced), default=one.name[0])
    return place(case.facts, max(fields, default=first)).start


def below(case: Case, told: Ground, date: Date) -> bool:
    """Tell whether a date in running text stands below all that is told of measures."""
    own = place(case.facts, date.start)
    return not date.in_table and own.start > told.last


def odd_ones(case: Case, told: Ground, windows: Sequence[tuple[Day, Day]]) -> tuple[Date, ...]:
    """Return the days of which no word says what they are, that stand among deeds and lie before
    the year, or after it and before the report, while most days told there lie in it.
    """
    among = [
        date
        for date in dates(case.facts)
        if told.holds(date) and not below(case, told, date)
        if date.role in DEEDS or date.step == EDITION
    ]
    inside = {date.when.iso for date in among if _within(date, windows)}
    odd = [
        date
        for date in among
        if date.role not in (DateRole.ACTION, DateRole.ROUND)
        if date.when.exact and not _over_lines(case, date)
        if date.when.last < min(first for first, _ in windows) or _too_late(case, date, windows)
    ]
    outside = {date.when.iso for date in odd}
    return tuple(odd) if len(inside) >= max(FEWEST, len(outside)) else ()


def _too_late(case: Case, date: Date, windows: Sequence[tuple[Day, Day]]) -> bool:
    """Tell whether a day lies after the year and before the report, under a measure of which more
    is told behind it.
    """
    made = report_date(case.facts)
    late = date.when.first > max(end for _, end in windows)
    if not late or made is None or date.when.last >= made.first:
        return False
    if date.role is DateRole.REPORT or date.step == OF_REPORT:
        return False
    return any(
        low <= date.start < high and high - date.end >= MORE_TOLD
        for low, high in (_under(one) for one in results(case.facts))
    )


def _over_lines(case: Case, date: Date) -> bool:
    """Tell whether a short year stands on the line below its month, where it may be another
    column's: "(ถึง 31 ธ.ค.   (ถึง 31 มี.ค." over "63)   64)".
    """
    letters, when = flow(case.facts), date.when
    gaps = letters.gaps(when.start + 1, when.end)
    return when.era is Era.SHORT and any("\n" in letters.gap(at) for at in gaps)


def _within(date: Date, windows: Iterable[tuple[Day, Day]]) -> bool:
    return any(first <= date.when.first and date.when.last <= end for first, end in windows)
