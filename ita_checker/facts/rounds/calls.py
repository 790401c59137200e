"""Words by which an office may call a round that name none by themselves: "ห้วง 6 เดือน",
"สิ้นไตรมาส 2", "ทั้งปีงบประมาณ", "ต.ค. – มี.ค.". Which of them are rounds tells how they stand
together (`spans.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_checker.facts.rounds.labels import YEAR, Label
from ita_checker.text.flow import Flow, fold
from ita_checker.text.months import FULL, SHORT
from ita_checker.text.patterns import any_of, built, pattern_of
from ita_checker.words import lists_of, of_words, words_of

CALLS = lists_of("rounds.calls")
COUNTED = built(r"{stretch}(?P<months>3|6|9|12){month}", CALLS)
A_COUNT = built(r"{<=stretch}(?:3|6|9|12){month}", CALLS)  # found in a tenth of the time
QUARTERS = of_words(lambda: tuple(map(fold, CALLS["quarter"])))
QUARTERS_END = built(r"{end}{quarter}{numbered}?(?P<quarter>[1-4])(?!\d)", CALLS)
HALVES = of_words(lambda: tuple(map(fold, words_of("rounds.calls.half"))))
HALF = built("{half}(?:(?P<late>{late})|{early}){of}?{year}{fiscal}?", CALLS)
HALF_PAST = built("{past}{half}{year}{fiscal}?", CALLS)
# "ทั้งปี", "ครบปี"
YEARS = of_words(
    lambda: [
        fold(whole + year) for whole in (*CALLS["whole"], *CALLS["past"]) for year in CALLS["year"]
    ]
)
WHOLE = built("(?:{whole}|{past}){year}{fiscal}?", CALLS)
MONTHS = of_words(lambda: any_of((*FULL(), *SHORT())))
MONTH = of_words(lambda: {**FULL(), **SHORT()})
RANGE = pattern_of(lambda: rf"(?P<first>{MONTHS()})\.?[–-](?P<last>{MONTHS()})\.?(?!\d)")
# Without a last month behind a dash, and one right before it, there is no range.
LAST = pattern_of(lambda: rf"[–-]{MONTHS()}")
FIRST = pattern_of(lambda: rf"{MONTHS()}\.?$")
LONGEST_MONTH = of_words(lambda: 1 + max(map(len, map(fold, MONTH()))))
BEGINS = (10, 1, 4, 7)  # months with which quarters begin
ENDS = {12: 3, 3: 6, 6: 9, 9: YEAR}
IN_BRACKETS = re.compile(r"\([^()]{1,40}\)")


def calls(flow: Flow) -> tuple[Label, ...]:
    """Return what may be a round's name, in order; none overlaps another."""
    found = sorted(_found(flow.text), key=lambda one: (one.start, -one.end))
    kept = list[Label]()
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def upto(text: str, one: Label) -> int:
    """Return where a round's name ends, with the days that a bracket behind it gives."""
    told = IN_BRACKETS.match(text, one.end)
    return told.end() if told else one.end


def _found(text: str) -> Iterator[Label]:
    for hit in COUNTED.finditer(text) if A_COUNT.search(text) else ():
        yield _label(hit, int(hit["months"]))
    for hit in QUARTERS_END.finditer(text) if any(word in text for word in QUARTERS()) else ():
        yield _label(hit, 3 * int(hit["quarter"]))
    halved = any(word in text for word in HALVES())
    for hit in HALF.finditer(text) if halved else ():
        yield _label(hit, YEAR if hit["late"] else YEAR // 2)
    for hit in HALF_PAST.finditer(text) if halved else ():
        yield _label(hit, YEAR // 2)
    for hit in WHOLE.finditer(text) if any(word in text for word in YEARS()) else ():
        yield _label(hit, YEAR)
    for hit in RANGE.finditer(text) if any(map(_ranged, LAST.finditer(text))) else ():
        first, last = MONTH()[hit["first"]], MONTH()[hit["last"]]
        if first in BEGINS and last in ENDS:
            yield _label(hit, ENDS[last])


def _ranged(last: re.Match[str]) -> bool:
    """Tell whether a month stands right before the dash that another one is behind."""
    low = max(0, last.start() - LONGEST_MONTH())
    return FIRST.search(last.string, low, last.start()) is not None


def _label(hit: re.Match[str], months: int) -> Label:
    return Label(months, hit.start(), hit.end(), None, True)
