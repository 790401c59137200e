"""Dates as Thai reports write them: both digit scripts, full, short and misspelt months, ranges
over the year's change.

All places are indexes into a flow; all years are of the Buddhist era (a Christian one has 543
added and says so).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_checker.text.days import When
from ita_checker.text.flow import Flow
from ita_checker.text.moments import WORDS, in_words, numeric, quarters
from ita_checker.text.patterns import built

URL = re.compile(
    r"(?=[a-z0-9-])"
    r"(?:(?:https?:|www\.)[!-~]+|(?<![a-z0-9-])[a-z0-9-]+\.(?:go|ac|or|co)\.th[!-~]*)"
)
URL_SIGNS = ("http", "www.", ".th")  # a text without any has no address
JOIN = built("(?:-|~|,|{to}|{and}|{month}|{day}|{last})*+", WORDS)
LISTED = built("{and}|,", WORDS)


def urls(flow: Flow) -> tuple[tuple[int, int], ...]:
    """Return where addresses of web pages stand; one ends at white space, except after / - _ .
    where a line was broken.
    """
    found: list[tuple[int, int]] = []
    if not any(sign in flow.text for sign in URL_SIGNS):
        return ()
    for match in URL.finditer(flow.text):
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
    moments = [
        moment
        for moment in (*in_words(flow), *numeric(flow), *quarters(flow))
        if not any(low <= moment.start < high for low, high in links)
    ]
    apart: list[When] = []
    for moment in sorted(moments, key=lambda moment: (moment.start, -moment.end)):
        if not apart or moment.start >= apart[-1].end:
            apart.append(moment)
    return tuple(_joined(flow, apart))


def _joined(flow: Flow, moments: list[When]) -> Iterator[When]:
    """Yield the moments, neighbours with only a dash or "to" between them as one range."""
    index = 0
    while index < len(moments):
        whole_range = moments[index]
        while index + 1 < len(moments):
            between = flow.text[whole_range.end : moments[index + 1].start]
            apart = (
                not between
                or not JOIN.fullmatch(between)
                or (LISTED.search(between) and whole_range.year_at is not None)
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
    return When(
        first.start,
        second.end,
        begin,
        end,
        first.exact and second.exact,
        second.era,
        first.exists and second.exists,
        second.year_at or first.year_at,
    )
