"""The words that name a monitoring round: "รอบ 6 เดือน/๑๒ เดือน", quarters, halves of the year,
boxes ticked or empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_checker.text.days import When
from ita_checker.text.flow import Flow

# Wingdings and Wingdings 2 keep their boxes in the private use area: F0FE F0FD F0FC and F052 F053
# F054 F050 are ticked.
TICKED = "☑☒✓✔■●◉🗹√⊠▣⬛◼✅\uf0fe\uf0fd\uf0fc\uf052\uf053\uf054\uf050"
EMPTY = "☐□▢◻⬜❑❒\uf0a8\uf06f\uf0a3\uf071\uf072"
HOLLOW = "○◯\uf0a1"  # a bullet, unless a filled one stands beside it
FILLED = "●◉"
BOX = re.compile(
    rf"(?P<yes>[\[(][/x{TICKED}][\])]|[{TICKED}])|(?P<no>\(\)|\[\]|\(-\)|[\[(][_.…]+[\])]|[{EMPTY}{HOLLOW}])"
)
WORDS = {
    "หนึ่ง": 1,
    "สอง": 2,
    "สาม": 3,
    "สี่": 4,
    "ห้า": 5,
    "หก": 6,
    "เจ็ด": 7,
    "แปด": 8,
    "เก้า": 9,
    "สิบสอง": 12,
    "สิบเอ็ด": 11,
    "สิบ": 10,
}
WORD = re.compile("|".join(sorted(WORDS, key=len, reverse=True)))
MONTH = re.compile(r"เดือน|เดอืน|เดือ(?=[-)/,])|เตือน|เคือน|เดื่อน|เดีอน|เดอน|เดิอน")
ROUND = re.compile(
    r"(?:รอบ|รอย(?=\d+เดือน))(?:ระยะเวลา|ระยะ|การรายงาน(?:ผล)?|การติดตาม|การประเมิน|ผลการดำเนินงาน|การดำเนินงาน|ประจำ|ทุก|ๆ|:)*"
)
BETWEEN = re.compile(
    rf"(?:{BOX.pattern.replace('?P<yes>', '?:').replace('?P<no>', '?:')}|[-/,&+().:•*]|และ|หรือ|กับ|รอบ|ระยะ|(?:รายงาน)?(?:ผล)?ครั้ง|ที่|ทุก)*"
)
HALF = re.compile(
    r"(?P<half>6|หก)เดือน(?P<which>แรก|หลัง)|(?P<year>ครึ่งปี)(?:งบประมาณ)?(?P<part>แรก|หลัง)?|(?P<more>3|9|สาม|เก้า)เดือนแรก"
)
EVERY = re.compile(
    r"(?:ทุก(?:ๆ)?|ราย)(?:รอบ|ระยะ)?(?:(?P<months>3|6|สาม|หก)เดือน|(?P<quarter>ไตรมาส))"
)
QUARTER = re.compile(
    r"ไตรมาส(?:ที่)?(?P<first>[1-4])(?:(?P<to>-|ถึง(?:ไตรมาส)?(?:ที่)?|/|,|และ(?:ไตรมาส)?(?:ที่)?)(?P<last>[1-4])(?![\d/]))?"
)
YEARS_END = re.compile(r"(?:เมื่อ|ณ|ทุก|หลัง|ช่วง)(?:วัน)?สิ้น(?:สุด)?ปี(?:งบประมาณ)?|รอบ(?:สิ้น)?ปีงบประมาณ")
LED = re.compile(
    r"(?:รอบ|งวด|ครั้งที่\d{1,2}|รอบที่\d{1,2})(?:ที่\d{1,2})?(?:การ[ก-๎]{4,16})?(?:เดือน|ระหว่าง|วันที่|ตั้งแต่|ประจำเดือน|[(:])*$"
)
PAST = re.compile(r"ที่(?:ผ่านมา|แล้ว)|ข้างหน้า|ล่าสุด")
YEAR = 12


@dataclass(frozen=True, slots=True)
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
    taken: list[tuple[int, int, int]] = []
    for label in found:
        group = (label.start, label.end, label.from_start)
        if all(
            label.end <= low or high <= label.start or (low, high, of) == group
            for low, high, of in taken
        ):
            taken.append(group)
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
            ordinal = text.endswith("ที่", 0, start) and not month
            at = month.end() if month else end
            if not ordinal:
                found.append((months, start, at, month is not None))
        while found and not found[-1][3]:
            found.pop()
        if not found or PAST.match(text, found[-1][2]):
            continue
        done = found[-1][2]
        yield from _boxed(text, match.start(), found)


def _number(flow: Flow, at: int) -> tuple[int, int, int] | None:
    """Return the next number after separators and boxes, with its place; digits that white space
    parts are two numbers.
    """
    between = BETWEEN.match(flow.text, at)
    start = between.end() if between else at
    word = WORD.match(flow.text, start)
    if word:
        return WORDS[word[0]], start, word.end()
    end = start
    while (
        end < len(flow.text)
        and flow.text[end].isdigit()
        and (end == start or not flow.gap(end).strip("\n"))
    ):
        end += 1
    return (int(flow.text[start:end]), start, end) if 0 < end - start <= 2 else None


def _boxed(text: str, led: int, found: list[tuple[int, int, int, bool]]) -> Iterator[Label]:
    """Yield the labels of one chain; boxes stand before their labels, or after them where the
    first label has none before it.
    """
    behind, low = led, max(0, led - 3)
    leading = BOX.search(text, low, found[0][1]) is not None
    for index, (months, start, end, _) in enumerate(found):
        following = found[index + 1][1] if index + 1 < len(found) else end + 3
        box = _last(text, low, start) if leading else BOX.match(text, end, following)
        yield Label(months, _named_from(text, behind, start), end, _yes(text, box) if box else None)
        behind = low = end


def _named_from(text: str, behind: int, start: int) -> int:
    """Return where a later label of a chain begins: at its own รอบ, or at its number."""
    own = text.rfind("รอบ", behind, start)
    return own if own >= 0 else start


def _last(text: str, low: int, high: int) -> re.Match[str] | None:
    boxes = list(BOX.finditer(text, low, high))
    return boxes[-1] if boxes else None


def _yes(text: str, box: re.Match[str]) -> bool | None:
    if box["yes"]:
        return True
    beside = text[max(0, box.start() - 60) : box.end() + 60]
    return None if box[0] in HOLLOW and not any(letter in beside for letter in FILLED) else False


def _halves(flow: Flow) -> Iterator[Label]:
    for match in HALF.finditer(flow.text):
        if match.start() and flow.text[match.start() - 1].isdigit() and not flow.gap(match.start()):
            continue
        late = match["which"] == "หลัง" or match["part"] == "หลัง"
        months = (
            (3 if match["more"] in ("3", "สาม") else 9) if match["more"] else (YEAR if late else 6)
        )
        box = _last(flow.text, max(0, match.start() - 3), match.start())
        yield Label(months, match.start(), match.end(), _yes(flow.text, box) if box else None)


def _every(flow: Flow) -> Iterator[Label]:
    for match in EVERY.finditer(flow.text):
        step = 3 if match["quarter"] or match["months"] in ("3", "สาม") else 6
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
    for match in YEARS_END.finditer(flow.text):
        yield Label(YEAR, match.start(), match.end(), None, True)


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
    if when.exact and (when.first.day > 1 or when.last.day < 30):
        return None
    return {12: 3, 3: 6, 6: 9, 9: YEAR}[last]


def _quarters(flow: Flow) -> Iterator[Label]:
    for match in QUARTER.finditer(flow.text):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        quarters = range(first, last + 1) if last >= first else (first,)
        for quarter in quarters:
            yield Label(3 * quarter, match.start(), match.end(), None, True, match.start())
