"""Was everything reported done inside the fiscal year (1 October to 30 September) that the report
covers?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_checker.checks._among_deeds import Ground, below, ground, odd_ones
from ita_checker.facts.measures import results
from ita_checker.facts.page import Spans, span
from ita_checker.facts.tables import ACTIVITY
from ita_checker.facts.years import (
    Date,
    Kind,
    covered,
    dates,
    last_years_file,
    place,
    report_date,
    school_year,
    school_years,
    window,
)
from ita_checker.facts.years import DateRole as Role
from ita_checker.model import Answer, Case, Certainty, Finding, Verdict, Words
from ita_checker.text.days import Day, When, last_of

CODES = ("YEA005",)
LATE = Words(
    "กล่าวถึงในข้อความหลังสิ้นปี อาจเป็นการจัดทำรายงานเอง ไม่ใช่การดำเนินการตามมาตรการ",
    "told in running text after the year: it may be about the report's own making",
)
UNPLACED = Words(
    "อยู่ในตารางที่อ่านไม่ออกว่าเป็นผลการดำเนินการหรือไม่ โปรดดู",
    "it stands in a table of which it is not known whether it tells results: please look",
)
UNCLEAR = Words(
    "พบวันที่ “{}” (หน้า {}) ซึ่งอยู่ก่อนปีที่รายงาน แต่ไม่ทราบว่าเป็นวันที่ของเรื่องใด โปรดเปิดดู",
    "found “{}” (page {}), before the year reported on; what it is of is not told: please look",
)
SAID_TO_BE_DONE = Words(
    "อยู่ในส่วนที่เล่าว่าทำอะไร แต่ไม่มีคำบอกว่าเป็นวันที่ทำ โปรดดู",
    "it stands where what was done is told, and no word beside it says that it was done then",
)
NEXT_MONTHS = Words(
    "บอกเพียงเดือนที่ต่อจากสิ้นปี อาจเป็นช่วงของปีถัดไปหรือการรายงาน โปรดดู",
    "only a month is told, soon after the year: it may be of the next one, or of reporting",
)
MOSTLY_OUTSIDE = Words(
    "วันที่ที่พบส่วนใหญ่อยู่นอกปีนี้ เอกสารอาจเป็นของปีอื่นหรือข้ออื่น โปรดดู",
    "most of the days told lie outside that year: the paper may be of another year or item",
)
# Nobody reported on measures before: an older date in running text is the history of something, no
# leftover of another year's report.
FIRST_REPORTS = 2561
BESIDE = 12  # letters that a cell which is a date has beside it: "เป็นต้นไป"
A_SLIP = 1  # day outside the year that is no sign of another year's paper
MONTHS_TO_REPORT = 3  # after a year's end, within the calendar year


@dataclass(frozen=True, slots=True)
class Params:
    """`prose`: whether dates in running text are judged too, not only those in tables."""

    prose: bool = True


def check(case: Case, params: Params) -> Answer:
    """Answer gap with one YEA005 for each date outside the year, all its places in it; met with a
    date inside as evidence.
    """
    wanted = covered(case)
    if not wanted:
        return Answer(Verdict.UNKNOWN)
    explained = last_years_file(case)
    windows = [window(year) for year in (*wanted, *explained)]
    if case.pack and case.pack.school_years:
        windows += [school_year(year) for year in school_years(case.facts)]
    told = ground(case)
    labelled = [*_labelled(case), *odd_ones(case, told, windows)]
    actions = [
        date
        for date in _actions(case, params, labelled)
        if not _left_to_say(case, told, date, windows[0][1])
    ]
    outside = [
        date
        for date in actions
        if not any(_touches(date, *one) or _of_reporting(date, one[1]) for one in windows)
        if not (_unplaced(case, date) and date.when.first > windows[0][1])  # a form's own making
    ]
    expected = "/".join(
        f"{day.year}-{day.month:02}-{day.day:02}"
        for day in (window(wanted[0])[0], window(wanted[-1])[1])
    )
    inside = [(date.start, date.end) for date in actions if date not in outside]
    found = tuple(
        _finding(case, same, windows, expected, labelled)
        for same in _one_by_one(outside, len(inside))
    )
    doubtful = None if found else _before_the_year(case, min(first for first, _ in windows))
    if doubtful:
        return Answer(Verdict.UNKNOWN, note=doubtful)
    return Answer(Verdict.GAP if found else Verdict.MET, found, Spans(case.facts, inside[:3]))


def _one_by_one(outside: Sequence[Date], inside: int) -> list[list[Date]]:
    """Return the days outside the year, those that are one and the same together; all together
    where they are more than those `inside`, which has one cause.
    """
    days: dict[str, list[Date]] = {}
    for date in outside:
        days.setdefault(date.when.iso, []).append(date)
    return [list(outside)] if len(days) > max(A_SLIP, inside) else list(days.values())


def _actions(case: Case, params: Params, labelled: Sequence[Date]) -> list[Date]:
    """Return the dates on which something was done."""
    made = report_date(case.facts)
    return [
        date
        for date in dates(case.facts)
        if (date.role in (Role.ACTION, Role.ROUND) and _dates_a_day(date)) or date in labelled
        if date.in_table or (params.prose and date.when.first.year >= FIRST_REPORTS)
        if (date.in_table and (date.when.exact or _alone(case, date))) or not _to_come(date, made)
    ]


def _left_to_say(case: Case, told: Ground, date: Date, last: Day) -> bool:
    """Tell whether running text below all that is told of measures names a day after the year: what
    was put off, or done with the report.
    """
    found = bool(told.stretches) and date.when.first > last
    return found and below(case, told, date)


def _labelled(case: Case) -> list[Date]:
    """Return the days in cards behind a label of what was done, of which no word of their own tells
    what they are.
    """
    done = [
        part for one in results(case.facts) if one.table for part in one.fields.get(ACTIVITY, ())
    ]
    return [
        date
        for date in dates(case.facts)
        if date.role is Role.OTHER and date.when.exact and not date.in_table
        if any(low <= date.start < high for low, high in done)
    ]


def _finding(
    case: Case,
    same: list[Date],
    windows: list[tuple[Day, Day]],
    expected: str,
    labelled: Sequence[Date],
) -> Finding:
    """Return the finding of one date, or of most that the report tells, in all its places: likely
    where only prose tells of it and after the year, as reports do of their own making, where only
    its place says that it is of a deed, in a table that may be of anything, or where it is most.
    """
    iso = same[0].when.iso
    late = all(not date.in_table and date.when.first > windows[-1][1] for date in same)
    unplaced = all(_unplaced(case, date) for date in same)
    bare = all(date in labelled for date in same)
    mostly = any(date.when.iso != iso for date in same)
    doubts = (
        (late, LATE),
        (unplaced, UNPLACED),
        (bare, SAID_TO_BE_DONE),
        (mostly, MOSTLY_OUTSIDE),
        (all(_next_months(date, windows[-1][1]) for date in same), NEXT_MONTHS),
    )
    doubt = next((words for holds, words in doubts if holds), None)
    return Finding(
        "YEA005",
        tuple(span(case.facts, date.start, date.end) for date in same),
        iso,
        iso,
        expected,
        doubt,
        certainty=Certainty.LIKELY if doubt else Certainty.SURE,
    )


def _before_the_year(case: Case, first: Day) -> Words | None:
    """Return the note of a day before the year of which nothing tells what it is of, None without
    one: that what was done lies in the year is then not seen.
    """
    for date in dates(case.facts):
        when, own = date.when, place(case.facts, date.start)
        heads = own.grid >= 0 and own.row < 0
        unclear = date.role is Role.OTHER and when.exact and when.first.year >= FIRST_REPORTS
        if unclear and when.last < first and not heads:
            seen = span(case.facts, date.start, date.end)
            page = seen.places[0].page if seen.places else case.document.pages[0].number
            return Words(UNCLEAR.th.format(seen.quote, page), UNCLEAR.en.format(seen.quote, page))
    return None


def _unplaced(case: Case, date: Date) -> bool:
    return place(case.facts, date.start).kind is Kind.TABLE


def _dates_a_day(date: Date) -> bool:
    return 1 <= date.when.first.month <= 12


def _to_come(date: Date, made: When | None) -> bool:
    """Tell whether a date lies after the day the report was signed on: running text tells of what
    was not done yet then, and so does a month among other words of a table's cell.
    """
    return made is not None and date.when.first > made.last


def _alone(case: Case, date: Date) -> bool:
    """Tell whether nearly nothing but the date stands in its cell."""
    own = place(case.facts, date.start)
    return own.end - own.start <= date.end - date.start + BESIDE


def _of_reporting(date: Date, last: Day) -> bool:
    """Tell whether running text names the month after a year's end without a day, or within months
    the day on which a round was reported: its last one is then, and nothing else was done.
    """
    first, end = date.when.first, date.when.last
    if date.role is Role.ROUND:
        return last < first <= last._replace(month=last.month + MONTHS_TO_REPORT)
    whole = first.day == 1 and end == last_of(end.year, end.month)
    after = (first.year, first.month) == (end.year, end.month) == (last.year, last.month + 1)
    return not date.in_table and whole and after


def _next_months(date: Date, last: Day) -> bool:
    """Tell whether a date names a month without a day, within months after a year's end."""
    soon = last._replace(month=last.month + MONTHS_TO_REPORT)
    return not date.when.exact and last < date.when.first <= soon


def _touches(date: Date, first: Day, last: Day) -> bool:
    """Tell whether a part of the date lies in the year; a day that does not exist counts as its
    month.
    """
    end = date.when.last if date.when.exists else last_of(date.when.last.year, date.when.last.month)
    return date.when.first <= last and end >= first
