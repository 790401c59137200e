"""Is a round to be reported on the day or in the month that stands right behind it?"""

from __future__ import annotations

from bisect import bisect_left

from ita_checker.facts.page import flow
from ita_checker.facts.years import DateRole, dates
from ita_checker.model import Facts
from ita_checker.text.patterns import built

IN = built("{letter}{0,8}")  # "ใน", "ภายใน": no bracket, which holds its own months


def due_on(facts: Facts, after: int) -> bool:
    """Tell whether a date that is still to come follows what ends at a place: "รอบ 6 เดือน ในเดือน
    เมษายน 2564".
    """
    to_come = facts.once(_to_come)
    following = to_come[bisect_left(to_come, after) :][:1]
    return any(IN.fullmatch(flow(facts).text, after, start) for start in following)


def _to_come(facts: Facts) -> list[int]:
    """Return where the dates that are still to come begin, in order."""
    return sorted(date.start for date in dates(facts) if date.role is DateRole.PLAN)
