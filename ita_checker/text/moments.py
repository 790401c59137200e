"""One day or month at a time, as it is written: in words, in numbers, as a quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_checker.model.records import replace
from ita_checker.text.days import CHRISTIAN, Day, Era, When, buddhist, last_of, whole
from ita_checker.text.firsts import compiled
from ita_checker.text.flow import Flow, fold
from ita_checker.text.months import (
    FULL,
    KNOWN_SLIPS,
    LATIN,
    SHORT,
    SPOKEN,
    is_short,
    month_of,
    near,
)
from ita_checker.text.patterns import any_of, built, pattern_of, source_of
from ita_checker.words import lists_of, of_words

WORDS = lists_of("dates")
OCTOBER = 10
# "ม.ค." with one dot too many, "มค" only between digits
_DOTTED = of_words(
    lambda: "|".join(re.escape(name).replace(r"\.", r"\.{1,2}") + r"\.{0,2}" for name in SHORT())
)
_BARE = of_words(lambda: "|".join(name.replace(".", "") + r"\.?" for name in SHORT()))
_NAMES = of_words(lambda: any_of((*FULL(), *KNOWN_SLIPS(), *SPOKEN())))
YEAR = 4  # digits
FEW = 3  # letters of a month's name


def _begun() -> str:
    """Return regex source of what the names of months begin with: most letters with which they do
    are of other words.
    """
    names = [fold(name)[:FEW] for name in (*FULL(), *KNOWN_SLIPS(), *SPOKEN())]
    dotted = [name[: name.find(".") + 1] or name for name in SHORT()]
    return any_of((*names, *dotted, *(name.replace(".", "") for name in SHORT())))


_ERA = r"{year}?{fiscal}?,?{era~}?"
MOMENT = pattern_of(
    lambda: source_of(
        rf"(?=(?:\d{{1,2}}{{month}}?)?{_begun()})"
        r"(?:(?P<day>\d{1,2}){month}?)?"
        rf"(?P<month>{_NAMES()}|(?:{_DOTTED()})|(?<=\d)(?:{_BARE()})(?=\d))"
        rf"(?P<era>{_ERA})(?P<year>\d{{4}}|\d{{2}})?",
        WORDS,
    )
)
MISSPELT = built(
    r"(?=\d|{month})(?:(?P<day>(?<!\d)\d{1,2}){month}?|(?P<led>{month}))(?P<month>{letter}{4,12}?)"
    rf"(?P<era>{_ERA})(?P<year>2[456]\d\d|20[12]\d)",
    WORDS,
)
A_YEAR = re.compile(r"2[456]\d\d|20[12]\d")
LONGEST_DATE = 120  # letters before the year: a day, a month, words for year and era
LATIN_DATE = pattern_of(
    lambda: rf"(?P<day>\d{{1,2}})?(?P<month>{'|'.join(LATIN())}),?(?P<era>)(?P<year>\d{{4}})"
)
LATIN_MONTH = pattern_of(lambda: "|".join(LATIN()))
EARLIER_DAY = built(r"(\d{1,2})(?:-|,|&|-{day}|{range_day})$", WORDS)
NUMERIC = compiled(r"(?P<day>\d\d?)(?P<sep>[/.-])(?P<month>\d\d?)(?P=sep)(?P<year>\d{4}|\d{2})")
ISO = re.compile(r"(?P<year>2[456]\d\d|20[012]\d)-(?P<month>\d\d)-(?P<day>\d\d)")
QUARTER = built(
    r"{quarter}{numbered}?(?P<quarter>[1-4])(?:/|\(?{of}?{year}?{fiscal}?{buddhist~}?)"
    r"(?P<year>2[456]\d\d)",
    WORDS,
)
COUNTED = built(r"{counted}|%|\.\d", WORDS)
OF_FISCAL_YEAR = built("{fiscal}", WORDS)
CHRISTIAN_ERA = built("{christian}", WORDS)
OF_DAY = of_words(lambda: tuple(map(fold, WORDS["day"])))
LONGEST_MONTH = 31
TO = built("-|{to}", WORDS)
FROM = built("(?:-|{range_month})$", WORDS)
QUARTERS = (10, 1, 4, 7)  # the months with which the quarters of a fiscal year begin


def in_words(flow: Flow) -> Iterator[When]:
    """Yield the days and months that are written in words, misspelt ones last."""
    taken, found = 0, [*MOMENT.finditer(flow.text)]
    if LATIN_MONTH.search(flow.text):
        found += LATIN_DATE.finditer(flow.text)
    for match in sorted(found, key=lambda match: match.start()):
        if match.start("month") < taken:
            continue
        moment = _moment(flow, match, month_of(match["month"]))
        if moment:
            taken = moment.end
            yield moment
    for match in _misspelt(flow.text):
        month = near(match["month"])
        moment = _moment(flow, match, month) if month else None
        if moment:
            yield replace(moment, misspelt=True)


def _misspelt(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be months misspelt: each ends with its year, and few places hold one."""
    taken = 0
    for year in A_YEAR.finditer(text):
        match = MISSPELT.search(text, max(taken, year.start() - LONGEST_DATE), year.end())
        if match:
            taken = match.end()
            yield match


def numeric(flow: Flow) -> Iterator[When]:
    """Yield the days written in numbers: 17/04/2563, 2563-04-17."""
    for pattern in (NUMERIC, ISO):
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


def quarters(flow: Flow) -> Iterator[When]:
    """Yield the quarters of a fiscal year: ไตรมาสที่ 1 ปีงบประมาณ 2564."""
    for match in QUARTER.finditer(flow.text):
        if whole(flow, *match.span("year")):
            month = QUARTERS[int(match["quarter"]) - 1]
            year = int(match["year"]) - (month == OCTOBER)
            first, last = Day(year, month, 1), last_of(year, month + 2)
            yield When(match.start(), match.end(), first, last, False, year_at=match.span("year"))


def _moment(flow: Flow, match: re.Match[str], month: int) -> When | None:
    """Return one day or month; None where the month's short form is something else (ก.พ.,
    ต.คลองขวาง).
    """
    start, day = _day(flow, match)
    year, era, year_at = _year(flow, match)
    end = year_at[1] if year_at else match.end("month")
    short = is_short(match["month"]) and ("." in match["month"] or match.re is not MISSPELT.now)
    if short and not day and not year:
        return _bare_short(flow, match, month)
    if year and OF_FISCAL_YEAR.search(match["era"]) and month >= OCTOBER:
        year -= 1
    first = Day(year, month, day or 1)
    last = Day(year, month, day) if day else (last_of(year, month) if year else Day(0, month, 31))
    earlier = EARLIER_DAY.search(flow.text, max(0, start - 12), start) if day else None
    if earlier and whole(flow, *earlier.span(1)) and 1 <= int(earlier[1]) < (day or 0):
        start, first = earlier.start(1), Day(year, month, int(earlier[1]))
    if CHRISTIAN_ERA.search(match["era"]) or match.re is LATIN_DATE.now:
        era = Era.MARKED if era is Era.CHRISTIAN else era
    return When(start, end, first, last, bool(day), era, _exists(year, month, day), year_at)


def _exists(year: int, month: int, day: int) -> bool:
    return not day or Day(year or CHRISTIAN + 2000, month, day).exists


def _bare_short(flow: Flow, match: re.Match[str], month: int) -> When | None:
    """Return a short month without day or year, which only a range makes one (ต.ค. - มี.ค. 65)."""
    start, end = match.span("month")
    if TO.match(flow.text, end) or FROM.search(flow.text[max(0, start - 9) : start]):
        return When(start, end, Day(0, month, 1), Day(0, month, 31), False)
    return None


def _day(flow: Flow, match: re.Match[str]) -> tuple[int, int]:
    """Return where the moment starts, and its day (0 where the digits before the month are no
    day).
    """
    start = match.start("month")
    if match["day"] is None:
        return start, 0
    low, high = match.span("day")
    if _counts_before(flow, low, high):
        low += 1
    return (low, int(flow.text[low:high])) if whole(flow, low, high) else (start, 0)


def _counts_before(flow: Flow, low: int, high: int) -> bool:
    """Tell whether of two digits before a month the first counts what stands before it ("ภาพที่ 5 6
    มีนาคม"): white space parts them, and they are no day together or no word for one leads them.
    """
    gap = flow.gap(low + 1) if high - low == 2 else ""
    if gap and flow.text[high - 1] != "0" and int(flow.text[low:high]) > LONGEST_MONTH:
        return True
    return bool(gap) and "\n" not in gap and not flow.text.endswith(OF_DAY(), 0, low)


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
        COUNTED.match(flow.text, end) or any(flow.gap(at) for at in range(start + 1, end))
    ):
        return nothing
    return *known, (start, end)


def _plausible(match: re.Match[str]) -> bool:
    """Tell a date (17/04/2563, 17/04/63, 17.04.2563) from numbering (1.2.63) and document numbers
    (123/45/2563).
    """
    day, month = int(match["day"]), int(match["month"])
    slashed = match.re is ISO or match["sep"] == "/" or len(match["year"]) == YEAR
    return slashed and 1 <= day <= 31 and 1 <= month <= 12
