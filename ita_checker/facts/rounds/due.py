"""Which rounds were due when the report was made."""

from __future__ import annotations

from collections.abc import Iterable

from ita_checker.facts.page import flow
from ita_checker.facts.rounds.in_place import to_come
from ita_checker.facts.rounds.named import VALID, ends, rounds
from ita_checker.facts.years import (
    Date,
    covered,
    dates,
    last_years_file,
    place,
    report_date,
    window,
)
from ita_checker.facts.years import DateRole as Role
from ita_checker.model import Case, Facts
from ita_checker.text.days import Day, When

LAST = VALID[-1]
BESIDE = 12  # letters behind a round in which a bracket that gives its end has begun


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
    month = case.pack.year_ends if case.pack and months == LAST else last.month
    over = (made.last.year, made.last.month) >= (last.year, month)
    return made.first >= window(year)[0] and not over


def made_on(facts: Facts) -> When | None:
    """Return the report's date, unless what it reports was done later: then the date is that of
    another paper in the file.
    """
    made = report_date(facts)
    done = [one for one in dates(facts) if one.role in (Role.ACTION, Role.ROUND)]
    later = [one for one in done if made and one.when.first > made.last]
    return made if all(_ends_a_round(facts, one) for one in later) else None


def _ends_a_round(facts: Facts, date: Date) -> bool:
    """Tell whether a date in brackets behind a round is its last day or month: "รอบ 9 เดือน (ถึง 30
    มิ.ย. 65)". It says how long the round is, and of nothing done.
    """
    text = flow(facts).text
    return any(
        one.end < date.start <= one.end + BESIDE
        and text[one.end] == "("
        and ")" not in text[one.end : date.start]
        and one.months in VALID
        and date.when.last.month == ends(one.months, date.when.last.year).month
        for one in rounds(facts)
    )


def _closes(case: Case) -> Day | None:
    """Return the last day of submission, None where the pack does not know it."""
    closes = case.pack.closes if case.pack else None
    return Day(*map(int, closes.split("-"))) if closes else None
