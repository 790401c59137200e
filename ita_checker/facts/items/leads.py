"""What the words around a title's core say: whether it tells measures that are set or what came of
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures import results
from ita_checker.facts.page import flow, stands
from ita_checker.model import Facts, Item
from ita_checker.text.firsts import compiled
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import lists_of, words_of

MEASURES, RESULTS, MEASURE, PRACTICE = "measures", "results", "measure", "practice"
REPORTING = lists_of("items.reports")
BESIDE = lists_of("items.and_results")
LEAD = 60  # letters before a title's core words that tell plan from results
A_WORD = 6  # letters from which what stands before a title's core is more than a word
REPORTS = pattern_of(
    lambda: (
        f"{any_of(REPORTING['words'])}|{any_of(REPORTING['told'])}(?!{any_of(REPORTING['told_not'])})"
        f"|{spelled(REPORTING['along'])}(?!{any_of(REPORTING['along_not'])})"
        f"|{any_of(REPORTING['summed'])}(?!{any_of(REPORTING['summed_not'])})"
    )
)
AND_RESULTS = pattern_of(lambda: f"{any_of(BESIDE['joins'])}.{{0,12}}{any_of(BESIDE['results'])}")
# "มาตรการและผลการดำเนินการตามมาตรการ…": measures beside what came of them, both where what they
# came from is analysed
SET_AND_DONE = pattern_of(
    lambda: (
        f"{any_of(BESIDE['measures'])}{any_of(BESIDE['joins'])}"
        f"(?:{any_of(BESIDE['results'])}|{any_of(BESIDE['of_them'])}).{{0,16}}$"
    )
)
# what comes from measures is none: "สิ่งที่เกิดขึ้นจากมาตรการ…"
COMES_FROM = pattern_of(lambda: f"{any_of(words_of('items.comes_from'))}$")
FOLLOWS_UP = pattern_of(lambda: f"{any_of(words_of('items.follows_up'))}$")
SETS = pattern_of(lambda: any_of(words_of("items.sets")))
CODE = compiled(
    r"(?<![a-z])(?P<letters>moit|eb|oit|o)[-.]?(?P<number>[0-9]{1,2})(?![0-9])"
    r"(?:(?P<to>[/,-])0?(?P<second>[0-9]{2})(?![0-9]))?|"
    r"(?<![0-9a-z/])0(?P<bare>[0-9]{2})(?![0-9/]|[.,][0-9])"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A title's core, the flow's letters [start, end), the piece [low, high) it stands in, and the
    item that the core names.
    """

    low: int
    high: int
    start: int
    end: int
    item: Item


def told_items(
    facts: Facts, told: Told, by_kind: Mapping[str, Sequence[Item]], numbers: frozenset[str]
) -> Iterator[Item]:
    """Yield the items a title's core words name, read with the words around them; where those are
    unknown, with the item's number that is printed (`numbers`).
    """
    text = flow(facts).text
    lead = text[max(told.low, told.start - LEAD) : told.start]
    rest = text[told.end : told.high]
    of_results = by_kind[RESULTS][:1]
    numbered_so = {item.code for item in of_results} == numbers
    if told.item.kind in (MEASURES, RESULTS) and SET_AND_DONE.search(lead):
        late = any(item.covers < 0 for item in of_results)
        alone = numbered_so or late or not stands(facts, words_of("items.analysis"))
        yield from of_results if alone else (*by_kind[MEASURES][:1], *of_results)
        return
    if told.item.kind != MEASURES:
        yield told.item
        return
    from_them = COMES_FROM.search(lead) is not None
    if from_them or REPORTS.search(lead) or REPORTS.match(text, told.start, told.end):
        yield from of_results or [told.item]
        return
    if numbered_so and (FOLLOWS_UP.search(lead) or _led_otherwise(facts, told)):
        yield from of_results
        return
    yield told.item
    if AND_RESULTS.match(rest) or AND_RESULTS.search(rest[:120]):
        yield from of_results


def _led_otherwise(facts: Facts, told: Told) -> bool:
    """Tell whether words nobody knows lead to a title's core, in its own line or the one above, and
    the report tells results: "ทำอะไรไปแล้วบ้างตามมาตรการ…" is no title of measures that are set.
    """
    letters = flow(facts)
    breaks = (at for at in range(told.start - 1, told.low, -1) if "\n" in letters.gap(at))
    begins = max(next(breaks, told.low), told.start - LEAD)
    numbers = [hit.end() for hit in CODE.finditer(letters.text, begins, told.start)]
    lead = letters.text[numbers[-1] if numbers else begins : told.start]
    unknown = len(lead) >= A_WORD and not SETS.search(lead)
    return unknown and any(one.sure for one in results(facts))
