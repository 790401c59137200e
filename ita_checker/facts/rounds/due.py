"""Which rounds were due when the report was made."""

from __future__ import annotations

from collections.abc import Iterable

from ita_checker.facts.rounds.named import VALID, ends
from ita_checker.facts.years import DateRole as Role
from ita_checker.facts.years import covered, dates, last_years_file, report_date, window
from ita_checker.model import Case, Facts
from ita_checker.text.dates import Day, When

LAST = VALID[-1]
WINDOW_ENDS = (4, 30)  # 30 April N: when the OIT window of the usual year closes (2564, 2565)
LATE_WINDOWS = {
    2563: (7, 15)
}  # the pandemic year: www.itas.nacc.go.th, window extended to 15 July 2563


def rounds_year(case: Case) -> int | None:
    """Return the fiscal year whose rounds the report is about: the covered one, or that of last
    year's file sent again.
    """
    years = last_years_file(case) or covered(case)
    return years[0] if years else None


def due(
    case: Case, months: Iterable[int], window_ends: str = "", told: Iterable[int] = ()
) -> tuple[int, ...]:
    """Return those of the rounds whose period was over when the report was made, or handed in
    where it has no date.

    An undated report of the running year was made after the last round that it tells of (`told`),
    and before the next.
    """
    year = rounds_year(case)
    if year is None:
        return ()
    made = made_on(case.facts)
    today = made.first if made else _last_day(case, window_ends)
    last = max(told, default=LAST) if made is None and year == case.fiscal_year else LAST
    return tuple(
        round_
        for round_ in months
        if round_ in VALID and round_ <= last and ends(round_, year) < today
    )


def early(case: Case, months: int) -> bool:
    """Tell whether the report was made before the last month of a round; never where its date is
    unknown or not of that year.
    """
    year, made = rounds_year(case), made_on(case.facts)
    if year is None or made is None or months not in VALID:
        return False
    last = ends(months, year)
    return made.first >= window(year)[0] and (made.last.year, made.last.month) < (
        last.year,
        last.month,
    )


def made_on(facts: Facts) -> When | None:
    """Return the report's date, unless what it reports was done later: then the date is that of
    another paper in the file.
    """
    made = report_date(facts)
    done = [date.when.first for date in dates(facts) if date.role is Role.ACTION]
    return made if made and not any(day > made.last for day in done) else None


def _last_day(case: Case, window_ends: str) -> Day:
    fiscal = case.fiscal_year or 0
    if window_ends:
        month, day = (int(part) for part in window_ends.split("-")[-2:])
    else:
        month, day = LATE_WINDOWS.get(fiscal, WINDOW_ENDS)
    return Day(fiscal, month, day)
