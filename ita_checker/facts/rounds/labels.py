"""The words that name a monitoring round: "รอบ 6 เดือน/๑๒ เดือน", quarters, halves of the year,
boxes ticked or empty.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ita_checker.facts.rounds.boxes import A_BOX, BOX, last_box, ticked
from ita_checker.model.records import record
from ita_checker.text.days import When
from ita_checker.text.flow import Flow, fold
from ita_checker.text.patterns import built
from ita_checker.words import lists_of, of_words, words_below

WORDS = lists_of("rounds.label")


def _together(first: str, second: str) -> tuple[str, ...]:
    """Return each word of one list with each of another behind it, folded."""
    return tuple(fold(one) + fold(other) for one in WORDS[first] for other in WORDS[second])


NUMBERS = of_words(
    lambda: {
        word: int(number) for number, words in lists_of("rounds.numbers").items() for word in words
    }
)
NUMBER = built("{numbers}", lambda: {"numbers": words_below("rounds.numbers")})
MONTH = built("{month}|{month_cut}(?=[-)/,])", WORDS)
ROUND = built(r"(?:{round}|{round_misread}(?=\d+{right_month}))(?:{of_what}|:)*", WORDS)
BETWEEN = built(rf"(?:{A_BOX}|[-/,&+().:•*]|{{between}})*+", WORDS)
ORDINALS = of_words(lambda: tuple(map(fold, WORDS["numbered"])))
HALF = built(
    "(?=[369]|{six}|{half_year}|{three}|{nine})"
    "(?:(?P<half>6|{six}){right_month}(?:{first_half}|(?P<late>{second_half}))"
    "|(?P<year>{half_year}){fiscal}?(?:{first_half}|(?P<later>{second_half}))?"
    "|(?:(?P<three>3|{three})|9|{nine}){right_month}{first_half})",
    WORDS,
)
EVERY = built(
    "{every}{span}?(?:(?:(?P<three>3|{three})|6|{six}){right_month}|(?P<quarter>{quarter}))", WORDS
)
QUARTERS = of_words(lambda: tuple(map(fold, WORDS["quarter"])))
QUARTER = built(r"{quarter}{numbered}?[1-4](?:(?:-|/|,|{to}|{and}){numbered}?[1-4])*", WORDS)
# "ไตรมาส 1/2565": the digit behind the slash is of a year
OF_MORE = built(r"(?:-|/|,|{to}|{and}){numbered}?[1-4]$", WORDS)
ONE_OF = built(r"{quarter}?{numbered}?[1-4](?:(?:-|{to}){numbered}?[1-4])*", WORDS)
RANGE = built(r"(?:-|{to}){numbered}?[1-4]", WORDS)
UP_TO = built("(?:-|{to}){numbered}?$", WORDS)  # "ไตรมาสที่ 1 ถึง 3" names the second too
# what every match of these holds: a text is looked through for words in a hundredth of the time
HALVES = of_words(
    lambda: (
        *_together("right_month", "first_half"),
        *_together("right_month", "second_half"),
        *map(fold, WORDS["half_year"]),
    )
)
YEARS_ENDS = of_words(lambda: (*map(fold, WORDS["year_end"]), *_together("round", "of_year")))
YEARS_END = built(
    "{at_end}{day}?{year_end}{fiscal}?|(?P<named>{round}{year_end}{fiscal}?)|{round}{of_year}",
    WORDS,
)
LED = built(
    r"(?:{leads}|{leads_numbered}\d{1,2})(?:{numbered}\d{1,2})?(?:{act}{letter}{4,16})?"
    r"(?:{leads_on}|[(:])*$",
    WORDS,
)
PAST = built("{past}", WORDS)
YEAR = 12
# a quarter begins on the first of its month and ends on the last: the 30th at the earliest
SHORTEST_MONTH = 30


@record(frozen=True, slots=True)
class Label:
    """One round named at [start, end) of the flow. `ticked` None where no box stands by it;
    `soft`: a period, not the word รอบ.
    """

    months: int
    start: int
    end: int
    ticked: bool | None = None
    soft: bool = False
    from_start: int = 0


def labels(flow: Flow, moments: tuple[When, ...] = ()) -> tuple[Label, ...]:
    """Return every round named, in order: first those in so many words, then those that only a
    quarter or a range of months names.
    """
    found = [
        *_rounds(flow),
        *_halves(flow),
        *_every(flow),
        *_periods(flow, moments),
        *_quarters(flow),
        *_year_ends(flow),
    ]
    kept: list[Label] = []
    taken: list[tuple[int, int, int]] = []  # in order, each once; none overlaps another
    for label in found:
        group = (label.start, label.end, label.from_start)
        at = bisect_left(taken, group)
        if taken[at : at + 1] == [group]:
            kept.append(label)
        elif (at == 0 or taken[at - 1][1] <= label.start) and (
            at == len(taken) or label.end <= taken[at][0]
        ):
            taken.insert(at, group)
            kept.append(label)
    return tuple(sorted(kept, key=lambda label: (label.start, label.months)))


def _rounds(flow: Flow) -> Iterator[Label]:
    """Yield the rounds after the word รอบ: one, or several that share it."""
    text, done = flow.text, 0
    for match in ROUND.finditer(text):
        if match.start() < done:
            continue
        found, at = list[tuple[int, int, int, bool]](), match.end()
        while (number := _number(flow, at)) is not None:
            months, start, end = number
            month = MONTH.match(text, end)
            ordinal = not month and text.endswith(ORDINALS(), 0, start)
            at = month.end() if month else end
            if not ordinal:
                found.append((months, start, at, month is not None))
        while found and not found[-1][3]:
            found.pop()
        if not found or PAST.match(text, found[-1][2]):
            continue
        done = found[-1][2]
        yield from _boxed(flow, match.start(), found)


def _number(flow: Flow, at: int) -> tuple[int, int, int] | None:
    """Return the next number after separators and boxes, with its place; digits that white space
    parts are two numbers. A number that begins a line and is closed counts what the line says.
    """
    between = BETWEEN.match(flow.text, at)
    start = between.end() if between else at
    word = NUMBER.match(flow.text, start)
    if word:
        return NUMBERS()[word[0]], start, word.end()
    end = start
    while (
        end < len(flow.text)
        and flow.text[end].isdigit()
        and (end == start or not flow.gap(end).strip("\n"))
    ):
        end += 1
    if "\n" in flow.gap(start) and flow.text.startswith((".", ")"), end):
        return None
    return (int(flow.text[start:end]), start, end) if 0 < end - start <= 2 else None


def _boxed(flow: Flow, led: int, found: list[tuple[int, int, int, bool]]) -> Iterator[Label]:
    """Yield the labels of one chain; boxes stand before their labels, or after them on the same
    line where the first label has none before it.
    """
    text, behind, low = flow.text, led, max(0, led - 3)
    leading = BOX.search(text, low, found[0][1]) is not None
    for index, (months, start, end, _) in enumerate(found):
        following = found[index + 1][1] if index + 1 < len(found) else end + 3
        box = last_box(text, low, start) if leading else BOX.match(text, end, following)
        if box and not leading and "\n" in flow.gap(box.start()):
            box = None
        yield Label(
            months, _named_from(text, behind, start), end, ticked(text, box) if box else None
        )
        behind = low = end


def _named_from(text: str, behind: int, start: int) -> int:
    """Return where a later label of a chain begins: at its own รอบ, or at its number."""
    own = max((text.rfind(word, behind, start) for word in WORDS["round"]), default=-1)
    return own if own >= 0 else start


def _halves(flow: Flow) -> Iterator[Label]:
    said = any(word in flow.text for word in HALVES())
    for match in HALF.finditer(flow.text) if said else ():
        if match.start() and flow.text[match.start() - 1].isdigit() and not flow.gap(match.start()):
            continue
        months = _months_of(match)
        box = last_box(flow.text, max(0, match.start() - 3), match.start())
        yield Label(months, match.start(), match.end(), ticked(flow.text, box) if box else None)


def _months_of(half: re.Match[str]) -> int:
    """Return the months that a part of the year has at its end."""
    if half["late"] or half["later"]:
        return YEAR
    return 6 if half["half"] or half["year"] else (3 if half["three"] else 9)


def _every(flow: Flow) -> Iterator[Label]:
    for match in EVERY.finditer(flow.text):
        step = 3 if match["quarter"] or match["three"] else 6
        for months in range(step, YEAR + 1, step):
            yield Label(months, match.start(), match.end(), from_start=match.start())


def _periods(flow: Flow, moments: tuple[When, ...]) -> Iterator[Label]:
    """Yield ranges of months as rounds: in so many words after รอบ or งวด, softly elsewhere."""
    for when in moments:
        months = round_of(when)
        if months:
            led = LED.search(flow.text, max(0, when.start - 45), when.start)
            yield Label(months, led.start() if led else when.start, when.end, None, led is None)


def _year_ends(flow: Flow) -> Iterator[Label]:
    said = any(word in flow.text for word in YEARS_ENDS())
    for match in YEARS_END.finditer(flow.text) if said else ():
        yield Label(YEAR, match.start(), match.end(), None, match["named"] is None)


def round_of(when: When) -> int | None:
    """Return the round that ends where a range of months ends, if it begins with a quarter of the
    fiscal year, else None.
    """
    first, last = when.first.month, when.last.month
    if (
        first not in (10, 1, 4, 7)
        or last not in (12, 3, 6, 9)
        or (first, when.first.year) == (last, when.last.year)
    ):
        return None
    if when.exact and (when.first.day > 1 or when.last.day < SHORTEST_MONTH):
        return None
    return {12: 3, 3: 6, 6: 9, 9: YEAR}[last]


def _quarters(flow: Flow) -> Iterator[Label]:
    """Yield quarters; each of several ranges ("ไตรมาส 1–2 และไตรมาส 3–4") is one of its own."""
    told = any(word in flow.text for word in QUARTERS())
    for match in QUARTER.finditer(flow.text) if told else ():
        said, after = match[0], flow.text[match.end() : match.end() + 1]
        if (after.isdigit() or after == "/") and not flow.gap(match.end()):
            said = OF_MORE.sub("", said)
        parts = [hit.span() for hit in ONE_OF.finditer(said)]
        ranged = len(parts) > 1 and all(RANGE.search(said, *part) for part in parts)
        for low, high in parts if ranged else [(0, len(said))]:
            start, end = match.start() + low, match.start() + high
            for quarter in _counted(said[low:high]):
                yield Label(3 * quarter, start, end, None, True, start)


def _counted(said: str) -> list[int]:
    """Return the quarters that words name, in order."""
    own: list[int] = []
    for hit in re.finditer(r"\d", said):
        quarter, ranged = int(hit[0]), UP_TO.search(said, 0, hit.start())
        own += range(own[-1] + 1, quarter) if own and ranged else ()
        own.append(quarter)
    return sorted(set(own))
