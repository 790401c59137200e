"""Which rounds were due when the report was made."""

from __future__ import annotations

from collections.abc import Iterable

from ita_checker.facts.rounds.in_place import to_come
from ita_checker.facts.rounds.named import VALID, ends, rounds
from ita_checker.facts.years import DateRole as Role
from ita_checker.facts.years import covered, dates, last_years_file, place, report_date, window
from ita_checker.model import Case, Facts
from ita_checker.text.days import Day, When

LAST = VALID[-1]


def rounds_year(case: Case) -> int | None:
    """Return the fiscal year whose rounds the report is about: the covered one, or that of last
    year's file sent again.
    """
    years = last_years_file(case) or covered(case)
    return years[0] if years else None


def due(case: Case, months: Iterable[int], told: Iterable[int] = ()) -> tuple[int, ...]:
    """Return those of the rounds whose period was over when the report was made, or when its
    pack's submission closed where it has no date.

    An undated report was made before the end of a round of which it says that it is to come; one of
    the running year after the last round that it tells of (`told`), and before the next; where
    nobody knows when submission closed, no more than that is known.
    """
    year, made = rounds_year(case), made_on(case.facts)
    if year is None:
        return ()
    wanted = [round_ for round_ in months if round_ in VALID]
    if made:
        return tuple(round_ for round_ in wanted if ends(round_, year) < made.first)
    waits = min(case.facts.once(_waiting), default=LAST + 1)
    wanted = [round_ for round_ in wanted if round_ < waits]
    if year != case.fiscal_year:  # handed in a year later all was over, a year before nothing
        return tuple(wanted) if year < (case.fiscal_year or 0) else ()
    closes = _closes(case)
    last = max(told, default=LAST if closes else 0)
    return tuple(
        round_
        for round_ in wanted
        if round_ <= last and (closes is None or ends(round_, year) < closes)
    )


def _waiting(facts: Facts) -> frozenset[int]:
    """Return the rounds of which the report says where it names them that they are to come."""
    hard = [one for one in rounds(facts) if one.meant and not one.soft]
    return frozenset(
        one.months for one in hard if to_come(facts, one.start, one.end, place(facts, one.start))
    )


def unsure(case: Case, months: Iterable[int], told: Iterable[int] = ()) -> tuple[int, ...]:
    """Return those of the rounds of which nobody can say whether they were due: the report has no
    date, and its pack does not know when submission closed. (Never 12: it closed within the year.)
    """
    year = rounds_year(case)
    if year is None or year != case.fiscal_year or made_on(case.facts) or _closes(case):
        return ()
    last = max(told, default=0)
    return tuple(round_ for round_ in months if round_ in VALID and last < round_ < LAST)


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
    done = [date.when.first for date in dates(facts) if date.role in (Role.ACTION, Role.ROUND)]
    return made if made and not any(day > made.last for day in done) else None


def _closes(case: Case) -> Day | None:
    """Return the last day of submission, None where the pack does not know it."""
    closes = case.pack.closes if case.pack else None
    return Day(*map(int, closes.split("-"))) if closes else None
