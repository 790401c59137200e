"""Whose year is the report's contents? Decided once, by vote of what was done when, of the fiscal
years inside, of the report's date and of the assessment analysed; the cover has no vote.
"""

from __future__ import annotations

from collections import Counter

from ita_checker.facts.years.dates import dates, report_date
from ita_checker.facts.years.doing import Role as DateRole
from ita_checker.facts.years.governed import Role
from ita_checker.facts.years.named import years
from ita_checker.model import Facts
from ita_checker.text.days import Day

ACTION, INSIDE, REPORT_DATE, ANALYSED = 2, 1, 2, 2  # the weight of each sign
MOST = {ACTION: 8, INSIDE: 4}  # what many signs of one kind weigh together
MARGIN = 2  # votes by which a year must lead: below it the contents do not tell
OCTOBER = 10


def contents_votes(facts: Facts) -> Counter[int]:
    """Return the votes for each fiscal year."""
    return facts.once(_votes)


def fiscal_year_of(day: Day) -> int:
    """Return the fiscal year (1 October to 30 September) in which a day lies."""
    return day.year + (day.month >= OCTOBER)


def _votes(facts: Facts) -> Counter[int]:
    votes: Counter[int] = Counter()
    actions = {
        (date.when.first, date.when.last)
        for date in dates(facts)
        if date.role is DateRole.ACTION and date.when.exists
    }
    done = Counter(fiscal_year_of(first) for first, _ in actions)
    inside = Counter(
        year.value for year in years(facts) if year.role is Role.FISCAL and not year.on_title
    )
    for weight, seen in ((ACTION, done), (INSIDE, inside)):
        for year, count in seen.items():
            votes[year] += min(weight * count, MOST[weight])
    made = report_date(facts)
    if made:
        votes[fiscal_year_of(made.last)] += REPORT_DATE
    analysed = {year.value for year in years(facts) if year.analysed}
    if len(analysed) == 1:
        votes[analysed.pop() + 1] += ANALYSED
    return votes
