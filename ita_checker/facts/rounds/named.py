"""Every monitoring round named in the document, with what it is named for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from ita_checker.facts.page import flow
from ita_checker.facts.rounds.calls import calls
from ita_checker.facts.rounds.in_place import LEAD, labels_of
from ita_checker.facts.rounds.labels import Label
from ita_checker.facts.rounds.sides import HEADS, Side, on_a_label, rung
from ita_checker.facts.rounds.spans import hardened, so_called, spans
from ita_checker.facts.tables import ACTIVITY, MONITORING, RESULT_FIELDS, Stretch, grids
from ita_checker.facts.years import Kind, place
from ita_checker.model import Facts
from ita_checker.model.records import replace
from ita_checker.text.days import Day, last_of
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

START = attrgetter("start")
VALID = (3, 6, 9, 12)
MONTHS_ALONE = built(r"(\d{1,2}){month}(?=[(\t\f]|$)", lists_of("rounds.label"))
JOINS = built(
    r"\)?(?:(?:{year}{fiscal}?{era}?25\d\d)?(?:\([^()]{0,40}\))?(?:{between}|[,/&+])(?:{leads_numbered}\d{1,2}(?=\())?)?\(?",
    lists_of("rounds.label"),
)
# "รายงานรอบ 6 เดือน แล้วรายงานซ้ำในรอบ 12 เดือน": what is to be reported comes again
AGAIN = built(r"[^\d\t\f]{0,8}{report}[^\d\t\f]{0,8}", lists_of("rounds.mood"))
REPORT = built(r"{report}[^\d\t\f]{0,8}$", lists_of("rounds.mood"))
A_BOX_WIDE = 4  # letters at most between two rounds of a row of boxes
A_WORD = 6  # letters: "ช่วง", "ระหว่าง"


@dataclass(frozen=True, slots=True)
class Round:
    """A round of so many months at [start, end) of the flow. `ticked` None without a box; `soft`:
    a quarter or range of months.

    `title`: stands in a heading, and is about everything below it.
    """

    months: int
    start: int
    end: int
    ticked: bool | None
    side: Side
    soft: bool = False
    title: bool = False

    @property
    def meant(self) -> bool:
        """Tell whether the round is named: an empty box does not."""
        return self.ticked is not False


Named = TypeVar("Named", Label, Round)


def rounds(facts: Facts) -> tuple[Round, ...]:
    """Return every round named, in order; those behind empty boxes too."""
    return facts.once(_rounds)


def _rounds(facts: Facts) -> tuple[Round, ...]:
    named = hardened(flow(facts).text, labels_of(facts), _calls(facts), spans_of(facts))
    taken = {label.start for label in named}
    rows = [label for label in _of_rows(facts) if label.start not in taken]
    in_order = sorted([*named, *rows], key=lambda label: (label.start, label.months))
    return _boxes_alike(
        _round(facts, label, chain) for chain in _chains(facts, in_order) for label in chain
    )


def spans_of(facts: Facts) -> frozenset[str]:
    """Return the words for spans of the year that are the office's rounds."""
    return facts.once(_spans_of)


def _spans_of(facts: Facts) -> frozenset[str]:
    own = labels_of(facts), _calls(facts)
    return spans(flow(facts).text, *own, lambda at: _opens(facts, at))


def _calls(facts: Facts) -> tuple[Label, ...]:
    return facts.once(_calls_of)


def _calls_of(facts: Facts) -> tuple[Label, ...]:
    return calls(flow(facts))


def _opens(facts: Facts, at: int) -> bool:
    """Tell whether a label opens its cell, or a line, but for a word or two that lead to it, or the
    report of it does ("รายงานช่วงตุลาคม – มีนาคม …").
    """
    own, text = flow(facts), flow(facts).text
    begins = max(place(facts, at).start, *(text.rfind(mark, 0, at) + 1 for mark in "\t\f"))
    gaps = (own.gap(index) for index in range(max(0, at - A_WORD), at + 1))
    return at - begins <= LEAD or any("\n" in gap for gap in gaps) or to_report(text, at)


def _boxes_alike(found: Iterable[Round]) -> tuple[Round, ...]:
    """Return the rounds, those of a row of boxes named for what the first one ticked is."""
    row, made = list[Round](), list[Round]()
    for one in found:
        boxed = row and row[-1].ticked is not None and one.ticked is not None
        if row and not (boxed and 0 <= one.start - row[-1].end <= A_BOX_WIDE):
            made += _of_first(row)
            row = []
        row.append(one)
    return (*made, *_of_first(row))


def _of_first(row: Sequence[Round]) -> Iterator[Round]:
    side = next((one.side for one in row if one.ticked), None)
    yield from (replace(one, side=side) if side and one.ticked else one for one in row)


def _of_rows(facts: Facts) -> Iterator[Label]:
    """Yield the rounds that rows of results are about, told without the word for one: "6 เดือน" in
    a column of nothing else.
    """
    for grid in grids(facts):
        if MONITORING not in grid.columns or not set(grid.columns) & {*RESULT_FIELDS, ACTIVITY}:
            continue
        column = grid.columns.index(MONITORING)
        for part in dict.fromkeys(part for row in grid.rows for part in row.slots[column].parts):
            hit = MONTHS_ALONE.match(flow(facts).text, *part)
            if hit:
                yield Label(int(hit[1]), *hit.span())


def _chains(facts: Facts, named: Iterable[Named]) -> Iterator[list[Named]]:
    """Yield the rounds that nothing but a joining word parts: all are named for the same."""
    chain = list[Named]()
    for label in named:
        if chain and not _joined(flow(facts).text, chain, label):
            yield chain
            chain = []
        chain.append(label)
    if chain:
        yield chain


def _joined(text: str, chain: Sequence[Named], label: Named) -> bool:
    """Tell whether a round is named in one breath with those before it."""
    low, high = chain[-1].end, max(chain[-1].end, label.start)
    if chain[-1].ticked is not None or label.ticked is not None:
        return False
    if chain[-1].months != label.months and any(one.months == label.months for one in chain):
        return False  # "… รอบ 6 เดือน และรอบ 12 เดือน", and below it "รอบ 6 เดือน …"
    if label.soft and label.months == chain[-1].months:
        return False  # "รอบ 6 เดือน (1 ตุลาคม 2565 – 31 มีนาคม 2566)"
    again = to_report(text, chain[0].start) and AGAIN.fullmatch(text, low, high)
    return bool(JOINS.fullmatch(text, low, high) or again)


def to_report(text: str, at: int) -> bool:
    """Tell whether the words right before a round say that a report is made of it."""
    return REPORT.search(text, max(0, at - LEAD), at) is not None


def in_one_breath(facts: Facts, one: Round) -> Sequence[Round]:
    """Return the rounds of the same chain, itself among them."""
    return facts.once(_breaths)[one]


def _breaths(facts: Facts) -> dict[Round, list[Round]]:
    return {one: chain for chain in _chains(facts, rounds(facts)) for one in chain}


def _round(facts: Facts, label: Label, chain: list[Label]) -> Round:
    first = chain[0]
    own = place(facts, first.start)
    heads = own.is_heading or bool(
        own.kind is Kind.PROSE
        and HEADS.search(flow(facts).text[max(own.start, first.start - 40) : first.start])
    )
    side = rung(facts, replace(first, end=max(first.end, chain[-1].end)), own)[1]
    heads = heads and not on_a_label(facts, first.start)
    return Round(label.months, label.start, label.end, label.ticked, side, label.soft, heads)


def set_apart(facts: Facts) -> frozenset[int]:
    """Return the rounds in the office's own words that stand alone somewhere behind where several
    are first named in one breath: whatever they head, something is told of them.
    """
    return facts.once(_set_apart)


def _set_apart(facts: Facts) -> frozenset[int]:
    text, names = flow(facts).text, spans_of(facts)
    own = [
        [one for one in chain if so_called(text, one.start, one.end, names)]
        for chain in (_chains(facts, rounds(facts)) if names else ())
    ]
    first = min((chain[0].start for chain in own if len(chain) > 1), default=len(text))
    return frozenset(chain[0].months for chain in own if len(chain) == 1 and chain[0].start > first)


def between(facts: Facts, low: int, high: int) -> tuple[Round, ...]:
    """Return the rounds named in a stretch."""
    own = rounds(facts)
    first = bisect_left(own, low, key=START)
    return own[first : bisect_left(own, high, first, key=START)]


def within(facts: Facts, parts: Iterable[Stretch]) -> tuple[Round, ...]:
    """Return the rounds named inside the stretches."""
    stretches = tuple(parts)
    if not stretches:
        return ()
    near = between(facts, min(stretches)[0], max(end for _, end in stretches))
    return tuple([own for own in near if any(start <= own.start < end for start, end in stretches)])


def ends(months: int, year: int) -> Day:
    """Return the last day of a round of a fiscal year."""
    month = {3: 12, 6: 3, 9: 6, 12: 9}[months]
    return last_of(year - (month == 12), month)
