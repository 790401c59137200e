"""How many measures a report says there are: "กำหนดมาตรการ 3 เรื่อง", "ทั้งสามมาตรการ"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ita_checker.facts.measures.naming.labels import CALLED, ORDINALS
from ita_checker.facts.page import flow
from ita_checker.model import Facts
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import lists_of, of_words, words_of

HOW_MANY = lists_of("measures.how_many")
FEWEST, MOST = 2, 30
NEAR = 24  # letters around the word for measures in which their number stands
OF_MEASURES = pattern_of(lambda: CALLED())
# "มาตรการที่ 2 เรื่อง…", "ข้อ 2 มาตรการ…": a count, no number of measures.
NO_COUNT = of_words(
    lambda: "".join(f"(?<!{word})(?<!{word} )" for word in HOW_MANY["no_number_after"])
)
# … nor is that of an item: "O27 มาตรการ…", "MOIT 12 มาตรการ…"
NUMBER = of_words(lambda: rf"(?<![\d.a-z/])(?<![a-z] ){NO_COUNT()}(\d{{1,2}}|{any_of(ORDINALS())})")
BEHIND = pattern_of(
    lambda: (
        rf"(?:25\d\d|\D){{0,16}}?{NUMBER()} ?{any_of(HOW_MANY['units'])}"
        rf"|{any_of(HOW_MANY['all'])} ?{NUMBER()}"
    )
)
BEFORE = pattern_of(lambda: rf"\S ?{NUMBER()} ?$")
COUNTED = pattern_of(lambda: rf"{any_of(words_of('measures.counts'))}?(?:\d|{any_of(ORDINALS())})")
# Without a number right before a unit, or right behind a word for all, none stands behind.
SO_MANY = pattern_of(
    lambda: (
        rf"(?:\d|{any_of(ORDINALS())}){any_of(HOW_MANY['units'])}"
        rf"|{any_of(HOW_MANY['all'])}(?:\d|{any_of(ORDINALS())})"
    )
)
SPELLED = of_words(lambda: tuple(ORDINALS()))


def how_many(facts: Facts) -> Mapping[int, int]:
    """Return the numbers of measures that the report says there are, each with where it first says
    so.
    """
    return facts.once(_how_many)


def _how_many(facts: Facts) -> Mapping[int, int]:
    found = dict[int, int]()
    for number, at in _numbers(flow(facts)):
        if FEWEST <= number <= MOST:
            found.setdefault(number, at)
    return found


def _numbers(text: Flow) -> Iterator[tuple[int, int]]:
    for called in OF_MEASURES.finditer(text.text):
        start, end = called.span()
        first, last = max(0, start - NEAR), min(len(text.text), end + NEAR)
        behind = SO_MANY.search(text.text, end, last) and BEHIND.match(_spaced(text, end, last))
        counted = COUNTED.match(text.text, end) and "\n" not in text.gap(end)
        near = not counted and _ends_in_a_number(text.text, start)
        before = near and BEFORE.search(_spaced(text, first, start))
        for hit in (behind, before):
            if hit:
                number = next(filter(None, hit.groups()))
                yield (ORDINALS()[number] if number in ORDINALS() else int(number)), start


def _ends_in_a_number(text: str, at: int) -> bool:
    """Tell whether a number stands right before a place; without one, none before it counts."""
    return text[at - 1 : at].isdecimal() or text.endswith(SPELLED(), max(0, at - NEAR), at)


def _spaced(text: Flow, start: int, end: int) -> str:
    """Return a piece with its white space: a line's end is one."""
    last, made = start, list[str]()
    for at in text.gaps(start, end):
        made += (text.text[last:at], "\n" if "\n" in text.gap(at) else " ")
        last = at
    return re.sub(r"\n(?=\D)", " ", "".join([*made, text.text[last:end]]))
