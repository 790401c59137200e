"""Is a round to be reported on the day or in the month that stands right behind it?"""

from __future__ import annotations

from ita_checker.facts.page import flow
from ita_checker.facts.years import DateRole, dates
from ita_checker.model import Facts
from ita_checker.text.patterns import built

IN = built("{letter}{0,8}")  # "ใน", "ภายใน": no bracket, which holds its own months


def due_on(facts: Facts, after: int) -> bool:
    """Tell whether a date that is still to come follows what ends at a place: "รอบ 6 เดือน ในเดือน
    เมษายน 2564".
    """
    text = flow(facts).text
    return any(
        date.role is DateRole.PLAN and IN.fullmatch(text, after, date.start)
        for date in dates(facts)
        if date.start >= after
    )
