"""Spans of the year that an office calls its rounds by: "ไตรมาส 1–2 และไตรมาส 3–4", "ช่วงตุลาคม –
มีนาคม และช่วงเมษายน – กันยายน". Named in one breath they part the year; that one of them comes again
as a label makes rounds of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from ita_checker.facts.rounds.calls import upto
from ita_checker.facts.rounds.labels import WORDS, YEAR, Label
from ita_checker.text.patterns import built

JOINED = built(
    r"(?:{year}{fiscal}?{era}?25\d\d)?(?:\([^()]{1,40}\))?\)?(?:{and}|{between}|{span_of}|[,/&+(])*+",
    WORDS,
)
ITS_YEAR = re.compile(r"(?<!\d)(?:25\d\d|[4-9]\d)(?!\d)")
FEWEST = 2  # spans of a year
CELL_ENDS = "\t\f"
LEAD = 12  # letters at most of the word that leads to each


@dataclass(frozen=True, slots=True)
class _Span:
    """What stands at one place: a part of the year that ends with so many months."""

    start: int
    end: int
    months: int
    soft: bool
    name: str


def spans(
    text: str, labels: Iterable[Label], calls: Iterable[Label], opens: Callable[[int], bool]
) -> frozenset[str]:
    """Return the words for spans that are an office's rounds: several in one breath part the year,
    and one of them opens a line or a cell as well. `calls` are what may only be so called.
    """
    own = list(_in_order(text, _with(text, labels, calls)))
    chains = [
        chain
        for chain in _chains(text, own)
        if len(chain) >= FEWEST
        and chain[-1].months == YEAR
        and all(one.months < other.months for one, other in pairwise(chain))
        and any(one.soft for one in chain)
    ]
    if not chains:
        return frozenset()
    listed = {one.start for chain in chains for one in chain}
    alone = {one.name for one in own if one.start not in listed and opens(one.start)}
    names = ({one.name for one in chain} for chain in chains)
    return frozenset(name for own_names in names if own_names & alone for name in own_names)


def hardened(
    text: str, labels: Iterable[Label], calls: Iterable[Label], names: frozenset[str]
) -> tuple[Label, ...]:
    """Return the labels, those that are an office's rounds each as the one round it ends with; of
    what may only be so called none else.
    """
    if not names:
        return tuple(labels)
    made = list[Label]()
    called = [one for one in calls if _name(text, one) in names]
    for _, group in groupby(_with(text, labels, called), lambda one: (one.start, one.end)):
        own = list(group)
        if _name(text, own[0]) in names:
            own = [replace(max(own, key=lambda one: one.months), soft=False)]
        made += own
    return tuple(made)


def so_called(text: str, start: int, end: int, names: frozenset[str]) -> bool:
    """Tell whether words are an office's own for a round."""
    said = text[start:end]
    return said in names or ITS_YEAR.sub("", said) in names


def _with(text: str, labels: Iterable[Label], calls: Iterable[Label]) -> list[Label]:
    """Return the labels and the calls in order; a label in so many words stands for what is called
    so at its place, a softer one inside goes with it, as do the days that a bracket gives.
    """
    own = list(labels)
    hard = [(one.start, one.end) for one in own if not one.soft]
    called = [
        one for one in calls if not any(low < one.end and one.start < high for low, high in hard)
    ]
    inside = [(one.start, upto(text, one)) for one in called]
    kept = [one for one in own if not any(low <= one.start < high for low, high in inside)]
    return sorted([*kept, *called], key=lambda one: (one.start, one.months))


def _in_order(text: str, labels: Iterable[Label]) -> Iterator[_Span]:
    for (start, end), group in groupby(labels, lambda one: (one.start, one.end)):
        own = list(group)
        months, soft = max(one.months for one in own), all(one.soft for one in own)
        yield _Span(start, end, months, soft, _name(text, own[0]))


def _name(text: str, one: Label) -> str:
    """Return the words for a span, without the years in them."""
    said = text[one.start : one.end]
    return ITS_YEAR.sub("", said) if one.soft else said


def _chains(text: str, own: Sequence[_Span]) -> Iterator[list[_Span]]:
    """Yield the spans that nothing but joining words parts."""
    chain = list[_Span]()
    for one in own:
        if chain and not _joined(text, chain[0].start, chain[-1].end, one.start):
            yield chain
            chain = []
        chain.append(one)
    if chain:
        yield chain


def _joined(text: str, first: int, end: int, start: int) -> bool:
    """Tell whether nothing but joining words parts two spans, and the word that leads to the first
    as well: "ห้วง ต.ค. – มี.ค. และห้วง เม.ย. – ก.ย.".
    """
    between, before = text[end : max(end, start)], text[max(0, first - LEAD) : first]
    pairs = zip(reversed(between), reversed(before), strict=False)
    lead = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] not in CELL_ENDS, pairs))
    return any(JOINED.fullmatch(between[: len(between) - cut]) for cut in {0, lead})
