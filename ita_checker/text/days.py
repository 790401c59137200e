"""Days, and stretches of days, of the Buddhist calendar; numbers that are years."""

from __future__ import annotations

import re
from calendar import monthrange
from enum import StrEnum
from typing import NamedTuple

from ita_checker.model.records import record
from ita_checker.text.flow import Flow

CHRISTIAN = 543
THOUSANDS = re.compile(r",\d{3}(?!\d)")
# years of our time as they are written: 2566, 2023, 66
BUDDHIST_YEARS, CHRISTIAN_YEARS, SHORT_YEARS = range(2400, 2700), range(1950, 2100), range(40, 80)


class Era(StrEnum):
    """How a year is written: พ.ศ. with four digits, with two, or the Christian era (`MARKED` by
    ค.ศ. or an English month).
    """

    BUDDHIST = "buddhist"
    SHORT = "short"
    CHRISTIAN = "christian"
    MARKED = "marked"


class Day(NamedTuple):
    """A day of the Buddhist era, which need not exist (31 เมษายน)."""

    year: int
    month: int
    day: int

    @property
    def exists(self) -> bool:
        """Tell whether the calendar has this day."""
        return (
            1 <= self.month <= 12
            and 1 <= self.day <= monthrange(self.year - CHRISTIAN, self.month)[1]
        )


@record(frozen=True, slots=True)
class When:
    """A date or a range of dates at [start, end) of a flow. `year_at`: where the (last) year
    stands, None where none is written.

    `exact`: given by day, not by month. `exists`: every day in it is one of the calendar.
    """

    start: int
    end: int
    first: Day
    last: Day
    exact: bool
    era: Era = Era.BUDDHIST
    exists: bool = True
    year_at: tuple[int, int] | None = None
    misspelt: bool = False

    @property
    def iso(self) -> str:
        """Return 2563-04-17, 2563-04, or a range of such with a slash."""
        first, last = (_iso(day, self.exact) for day in (self.first, self.last))
        return first if first == last else f"{first}/{last}"


def _iso(day: Day, exact: bool) -> str:
    return f"{day.year:04}-{day.month:02}" + (f"-{day.day:02}" if exact else "")


def last_of(year: int, month: int) -> Day:
    """Return the last day of a month of the Buddhist year."""
    return Day(year, month, monthrange(year - CHRISTIAN, month)[1])


def whole(flow: Flow, start: int, end: int) -> bool:
    """Tell whether the digits [start, end) are a number of their own: white space parts what the
    flow has glued together.
    """
    text = flow.text
    before = start == 0 or not (
        text[start - 1].isdigit()
        or (text[start - 1] in ",." and text[start - 2 : start - 1].isdigit())
    )
    after = end >= len(text) or not text[end].isdigit()
    thousands = THOUSANDS.match(text[end : end + 5]) if end < len(text) else None
    return (
        (before or bool(flow.gap(start)))
        and (after or bool(flow.gap(end)))
        and not (thousands and not flow.gap(end + 1))
    )


def buddhist(number: int) -> tuple[int, Era] | None:
    """Return the Buddhist year a written number means and how it is written; None where it is no
    year of our time.
    """
    if number in BUDDHIST_YEARS:
        return number, Era.BUDDHIST
    if number in CHRISTIAN_YEARS:
        return number + CHRISTIAN, Era.CHRISTIAN
    if number in SHORT_YEARS:
        return 2500 + number, Era.SHORT
    return None
