"""Spans of the year that an office calls its rounds by: "ไตรมาส 1–2 และไตรมาส 3–4", "ช่วงตุลาคม –
มีนาคม และช่วงเมษายน – กันยายน". Named in one breath they part the year; that one of them comes again
as a label makes rounds of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ita_checker.facts.rounds.labels import WORDS, YEAR, Label
from ita_checker.text.patterns import built

JOINED = built(r"\)?(?:{and}|{between}|{span_of}|[,/&+(])*", WORDS)
ITS_YEAR = re.compile(r"(?<!\d)(?:25)?\d\d(?!\d)")
FEWEST = 2  # spans of a year


@dataclass(frozen=True, slots=True)
class _Span:
    """What stands at one place: a part of the year that ends with so many months."""

    start: int
    end: int
    months: int
    soft: bool
    name: str


def spans(text: str, labels: Iterable[Label], opens: Callable[[int], bool]) -> frozenset[str]:
    """Return the words for spans that are an office's rounds: several in one breath part the year,
    and one of them opens a line or a cell as well.
    """
    own = list(_in_order(text, labels))
    chains = [
        chain
        for chain in _chains(text, own)
        if len(chain) >= FEWEST
        and chain[-1].months == YEAR
        and all(one.months < other.months for one, other in pairwise(chain))
        and any(one.soft for one in chain)
    ]
    listed = {one.start for chain in chains for one in chain}
    alone = {one.name for one in own if one.start not in listed and opens(one.start)}
    names = ({one.name for one in chain} for chain in chains)
    return frozenset(name for own_names in names if own_names & alone for name in own_names)


def hardened(text: str, labels: Iterable[Label], names: frozenset[str]) -> tuple[Label, ...]:
    """Return the labels, those that are an office's rounds each as the one round it ends with."""
    if not names:
        return tuple(labels)
    made = list[Label]()
    for _, group in groupby(labels, lambda one: (one.start, one.end)):
        own = list(group)
        if _name(text, own[0]) in names:
            own = [replace(max(own, key=lambda one: one.months), soft=False)]
        made += own
    return tuple(made)


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
        if chain and not JOINED.fullmatch(text, chain[-1].end, max(chain[-1].end, one.start)):
            yield chain
            chain = []
        chain.append(one)
    if chain:
        yield chain
