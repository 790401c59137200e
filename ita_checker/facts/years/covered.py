"""Which years this report has to be about, and whether it is last year's file handed in again."""

from __future__ import annotations

from ita_checker.facts.years.contents import MARGIN, contents_votes
from ita_checker.facts.years.governed import Role
from ita_checker.facts.years.named import years
from ita_checker.model import Case, Facts
from ita_checker.text.days import Day


def covered(case: Case) -> tuple[int, ...]:
    """Return the years that the items held must cover, or may (a file of measures and results has
    two from 2567 on, statistics are of one of two); none where unknown.
    """
    if case.fiscal_year is None:
        return ()
    offsets = {offset for item in case.items for offset in (item.covers, *item.also)}
    return tuple(sorted([case.fiscal_year + offset for offset in offsets or {0}]))


def window(year: int) -> tuple[Day, Day]:
    """Return the first and last day of a fiscal year."""
    return Day(year - 1, 10, 1), Day(year, 9, 30)


def last_years_file(case: Case) -> tuple[int, ...]:
    """Return the year of the file handed in again: that of a wrong cover which the contents bear
    out. None where the contents are about the year to cover, or do not tell: a wrong number on a
    cover excuses nothing inside.
    """
    titled = titled_wrongly(case)
    if not titled:  # nearly always
        return ()
    votes = contents_votes(case.facts)
    own = max((votes[year] for year in covered(case)), default=0)
    return tuple(year for year in titled if votes[year] >= own + MARGIN)


def school_years(facts: Facts) -> tuple[int, ...]:
    """Return the school years (ประจำปีการศึกษา) on the cover or title."""
    found = (year.value for year in years(facts) if year.on_title and year.role is Role.ACADEMIC)
    return tuple(dict.fromkeys(found))


def school_year(year: int) -> tuple[Day, Day]:
    """Return the first and last day of a school year (16 May to 15 May)."""
    return Day(year, 5, 16), Day(year + 1, 5, 15)


def titled_wrongly(case: Case) -> tuple[int, ...]:
    """Return the fiscal years on the cover or title where none of them is one to cover,
    else none.
    """
    wanted, (titled, fiscal) = covered(case), case.facts.once(_on_title)
    return fiscal if wanted and titled.isdisjoint(wanted) else ()


def _on_title(facts: Facts) -> tuple[frozenset[int], tuple[int, ...]]:
    """Return the years on the cover or title that may be the report's, and those of them that are
    called fiscal years, all where none is.
    """
    own = [year for year in years(facts) if year.on_title]
    titled = [year.value for year in own if year.role in (Role.FISCAL, Role.BARE)]
    fiscal = [year.value for year in own if year.role is Role.FISCAL] or titled
    return frozenset(titled), tuple(dict.fromkeys(fiscal))
