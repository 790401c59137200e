"""Dates as Thai reports write them: both digit scripts, full, short and misspelt months, ranges
over the year's change.

All places are indexes into a flow; all years are of the Buddhist era (a Christian one has 543
added and says so).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from ita_checker.text.flow import Flow

CHRISTIAN = 543
FULL = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
SPOKEN = [
    "มกรา",
    "กุมภา",
    "มีนา",
    "เมษา",
    "พฤษภา",
    "มิถุนา",
    "กรกฎา",
    "สิงหา",
    "กันยา",
    "ตุลา",
    "พฤศจิกา",
    "ธันวา",
]
SHORT = ["ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค"]
LATIN = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
KNOWN_SLIPS = {
    "กรกฏาคม": 7,
    "กรกฏา": 7,
    "พฤศภาคม": 5,
    "พฤษจิกายน": 11,
    "กุมภาพันธุ์": 2,
    "กุมภาพัน": 2,
    "มกราค": 1,
}
MONTHS = (
    {name: month for month, name in enumerate(FULL, 1)}
    | {name: month for month, name in enumerate(SPOKEN, 1)}
    | {name: month for month, name in enumerate(SHORT, 1)}
    | {name.replace(".", ""): month for month, name in enumerate(SHORT, 1)}
    | {name: month for month, name in enumerate(LATIN, 1)}
    | KNOWN_SLIPS
)


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


@dataclass(frozen=True, slots=True)
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
    thousands = re.match(r",\d{3}(?!\d)", text[end : end + 5]) if end < len(text) else None
    return (
        (before or bool(flow.gap(start)))
        and (after or bool(flow.gap(end)))
        and not (thousands and not flow.gap(end + 1))
    )


def buddhist(number: int) -> tuple[int, Era] | None:
    """Return the Buddhist year a written number means and how it is written; None where it is no
    year of our time.
    """
    if 2400 <= number <= 2699:
        return number, Era.BUDDHIST
    if 1950 <= number <= 2099:
        return number + CHRISTIAN, Era.CHRISTIAN
    if 40 <= number <= 79:
        return 2500 + number, Era.SHORT
    return None


_DOTTED = "|".join(re.escape(name).replace(r"\.", r"\.{1,2}") + r"\.{0,2}" for name in SHORT)
_BARE = "|".join(name.replace(".", "") + r"\.?" for name in SHORT)
_NAMES = "|".join(sorted((*FULL, *KNOWN_SLIPS, *SPOKEN), key=len, reverse=True))
_ERA = r"(?:ปี)?(?:งบประมาณ)?,?(?:[พค]\.{0,2}ศ\.{0,3})?"
_DAYS = r"(?:(?P<day>\d{1,2})(?:เดือน)?)?"
_MOMENT = re.compile(
    rf"{_DAYS}(?P<month>(?:{_NAMES})|(?:{_DOTTED})|(?<=\d)(?:{_BARE})(?=\d))"
    rf"(?P<era>{_ERA})(?P<year>\d{{4}}|\d{{2}})?"
)
_MISSPELT = re.compile(
    rf"(?:(?P<day>(?<!\d)\d{{1,2}})|(?P<led>เดือน))(?P<month>[ก-๎]{{4,12}}?)(?P<era>{_ERA})(?P<year>2[456]\d\d|20[12]\d)"
)
_LATIN = re.compile(rf"(?P<day>\d{{1,2}})?(?P<month>{'|'.join(LATIN)}),?(?P<era>)(?P<year>\d{{4}})")
_EARLIER_DAY = re.compile(r"(\d{1,2})(?:-|ถึง|,|และ|ถึงวันที่|และวันที่|-วันที่|&)$")
_NUMERIC = re.compile(
    r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})"
)
_ISO = re.compile(r"(?P<year>2[456]\d\d|20[012]\d)-(?P<month>\d\d)-(?P<day>\d\d)")
_QUARTER = re.compile(
    r"ไตรมาส(?:ที่)?(?P<quarter>[1-4])(?:/|\(?(?:ของ)?(?:ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.{0,2})?)(?P<year>2[456]\d\d)"
)
_JOIN = re.compile(r"(?:-|~|ถึงสิ้นเดือน|จนถึง|ถึง|และ|,|เดือน|วันที่|สิ้น)*")
_COUNTED = re.compile(r"คน|ราย|ครั้ง|เรื่อง|วัน|แห่ง|โครงการ|บาท|ฉบับ|ข้อ|%|เล่ม|หมู่|ชุด|หน่วย|กิจกรรม|\.\d")
_URL = re.compile(r"(?:https?:|www\.)[!-~]+|(?<![a-z0-9-])[a-z0-9-]+\.(?:go|ac|or|co)\.th[!-~]*")


def urls(flow: Flow) -> tuple[tuple[int, int], ...]:
    """Return where addresses of web pages stand; one ends at white space, except after / - _ .
    where a line was broken.
    """
    found = []
    for match in _URL.finditer(flow.text):
        end = match.start() + 1
        while end < match.end() and not (flow.gap(end) and flow.text[end - 1] not in "/-_.=%"):
            end += 1
        found.append((match.start(), end))
    return tuple(found)


def find(flow: Flow) -> tuple[When, ...]:
    """Return every date and range of dates in reading order, none overlapping another. A month
    without a year has year 0.
    """
    links = urls(flow)
    moments = [*_worded(flow), *_numeric(flow), *_quarters(flow)]
    moments = [
        moment for moment in moments if not any(low <= moment.start < high for low, high in links)
    ]
    apart: list[When] = []
    for moment in sorted(moments, key=lambda moment: (moment.start, -moment.end)):
        if not apart or moment.start >= apart[-1].end:
            apart.append(moment)
    return tuple(_joined(flow, apart))


def _worded(flow: Flow) -> Iterator[When]:
    taken = 0
    for match in sorted(
        (*_MOMENT.finditer(flow.text), *_LATIN.finditer(flow.text)), key=lambda match: match.start()
    ):
        if match.start("month") < taken:
            continue
        moment = _moment(flow, match, MONTHS[_plain(match["month"])])
        if moment:
            taken = moment.end
            yield moment
    for match in _MISSPELT.finditer(flow.text):
        month = _near(match["month"])
        moment = _moment(flow, match, month) if month else None
        if moment:
            yield replace(moment, misspelt=True)


def _plain(name: str) -> str:
    return name if name in MONTHS else name.replace(".", "")


def _near(name: str) -> int | None:
    """Return the month a word with one wrong letter means (two in a long one), None for a right or
    another word.
    """
    name = name.removeprefix("เดือน")
    if name in MONTHS:
        return None
    close = [(Levenshtein.distance(name, full), month) for month, full in enumerate(FULL, 1)]
    distance, month = min(close)
    return month if distance <= (2 if len(FULL[month - 1]) >= 8 else 1) else None


def _moment(flow: Flow, match: re.Match[str], month: int) -> When | None:
    """Return one day or month; None where the month's short form is something else (ก.พ.,
    ต.คลองขวาง).
    """
    start, end, day = _day(flow, match)
    year, era, year_at = _year(flow, match)
    end = year_at[1] if year_at else match.end("month")
    short = "." in match["month"] or (
        _plain(match["month"]) not in (*FULL, *LATIN, *KNOWN_SLIPS)
        and "led" not in match.re.groupindex
    )
    if short and not day and not year:
        return _bare_short(flow, match, month)
    if year and "งบประมาณ" in match["era"] and month >= 10:
        year -= 1
    first = Day(year, month, day or 1)
    last = Day(year, month, day) if day else (last_of(year, month) if year else Day(0, month, 31))
    exists = _exists(year, month, day)
    earlier = _EARLIER_DAY.search(flow.text, max(0, start - 12), start) if day else None
    if (
        earlier
        and whole(flow, earlier.start(1), earlier.end(1))
        and 1 <= int(earlier[1]) < (day or 0)
    ):
        start, first = earlier.start(1), Day(year, month, int(earlier[1]))
    if "ค" in match["era"] or match.re is _LATIN:
        era = Era.MARKED if era is Era.CHRISTIAN else era
    return When(start, end, first, last, bool(day), era, exists, year_at)


def _exists(year: int, month: int, day: int) -> bool:
    return not day or Day(year or CHRISTIAN + 2000, month, day).exists


def _bare_short(flow: Flow, match: re.Match[str], month: int) -> When | None:
    """Return a short month without day or year, which only a range makes one (ต.ค. - มี.ค. 65)."""
    start, end = match.span("month")
    joins = re.compile(r"-|ถึง")
    if joins.match(flow.text, end) or re.search(
        r"(?:-|ถึง|ถึงเดือน)$", flow.text[max(0, start - 9) : start]
    ):
        return When(start, end, Day(0, month, 1), Day(0, month, 31), False)
    return None


def _day(flow: Flow, match: re.Match[str]) -> tuple[int, int, int]:
    """Return where the moment starts and ends, and its day (0 where the digits before the month
    are no day).
    """
    start, end = match.start("month"), match.end()
    if match["day"] is None:
        return start, end, 0
    low, high = match.span("day")
    split = high - low == 2 and bool(flow.gap(low + 1)) and not flow.text[:low].endswith("ที่")
    if split and "\n" not in flow.gap(low + 1):
        low += 1
    return (low, end, int(flow.text[low:high])) if whole(flow, low, high) else (start, end, 0)


def _year(flow: Flow, match: re.Match[str]) -> tuple[int, Era, tuple[int, int] | None]:
    """Return the Buddhist year of a moment, how it is written and where; 0 where none is."""
    nothing = 0, Era.BUDDHIST, None
    if match["year"] is None:
        return nothing
    start, end = match.span("year")
    known = buddhist(int(match["year"]))
    if known is None or not whole(flow, start, end):
        return nothing
    if end - start == 2 and (
        _COUNTED.match(flow.text, end) or any(flow.gap(at) for at in range(start + 1, end))
    ):
        return nothing
    return *known, (start, end)


def _numeric(flow: Flow) -> Iterator[When]:
    for pattern in (_NUMERIC, _ISO):
        for match in pattern.finditer(flow.text):
            known = buddhist(int(match["year"]))
            low, high = match.span()
            tight = not any(
                flow.gap(at) == " " and flow.text[at - 1].isdigit() and flow.text[at].isdigit()
                for at in range(low + 1, high)
            )
            if known and tight and whole(flow, low, high) and _plausible(match):
                day = Day(known[0], int(match["month"]), int(match["day"]))
                yield When(low, high, day, day, True, known[1], day.exists, match.span("year"))


def _plausible(match: re.Match[str]) -> bool:
    """Tell a date (17/04/2563, 17/04/63, 17.04.2563) from numbering (1.2.63) and document numbers
    (123/45/2563).
    """
    day, month = int(match["day"]), int(match["month"])
    slashed = match.re is _ISO or match["sep"] == "/" or len(match["year"]) == 4
    return slashed and 1 <= day <= 31 and 1 <= month <= 12


def _quarters(flow: Flow) -> Iterator[When]:
    for match in _QUARTER.finditer(flow.text):
        if whole(flow, *match.span("year")):
            quarter, year = int(match["quarter"]), int(match["year"])
            month = (10, 1, 4, 7)[quarter - 1]
            year -= month == 10
            yield When(
                match.start(),
                match.end(),
                Day(year, month, 1),
                last_of(year, month + 2),
                False,
                year_at=match.span("year"),
            )


def _joined(flow: Flow, moments: list[When]) -> Iterator[When]:
    """Yield the moments, neighbours with only a dash or "to" between them as one range."""
    index = 0
    while index < len(moments):
        whole_range = moments[index]
        while index + 1 < len(moments):
            between = flow.text[whole_range.end : moments[index + 1].start]
            listed = "และ" in between or "," in between
            apart = (
                not between
                or not _JOIN.fullmatch(between)
                or (listed and whole_range.year_at is not None)
            )
            joined = None if apart else _range(whole_range, moments[index + 1])
            if joined is None:
                break
            whole_range, index = joined, index + 1
        yield whole_range
        index += 1


def _range(first: When, second: When) -> When | None:
    """Return the range from one moment to another; a start without year takes the year of the end,
    or the one before it.
    """
    begin, end = first.first, second.last
    if not begin.year and end.year:
        begin = begin._replace(year=end.year - (begin.month > end.month))
    if bool(begin.year) != bool(end.year) or begin > end:
        return None
    exact = first.exact and second.exact
    return When(
        first.start,
        second.end,
        begin,
        end,
        exact,
        second.era,
        first.exists and second.exists,
        second.year_at or first.year_at,
    )
