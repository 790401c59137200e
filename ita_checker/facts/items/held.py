"""Which items a report holds, seen from its titles and its contents; its number is a hint."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ita_checker.facts.items.by_number import numbers_through
from ita_checker.facts.items.leads import CODE, MEASURE, MEASURES, PRACTICE, RESULTS
from ita_checker.facts.items.numbered_parts import numbers_of_parts
from ita_checker.facts.items.titles import (
    Named,
    named,
    own_numbers,
    regions,
)
from ita_checker.facts.measures import PLANNED, Measure, plan, planned_parts, results
from ita_checker.facts.page import BODY, CELL, CONTENTS, COVER, Block, blocks, find, flow, stands
from ita_checker.model import Facts, Item, Pack
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.text.phrases import Hit
from ita_checker.words import of_words, words_of

ANALYSIS = of_words(lambda: words_of("items.analysis"))
ANALYSING = of_words(lambda: words_of("items.analysing"))
ABOUT = of_words(lambda: words_of("items.about"))
FOLLOWED = of_words(lambda: words_of("items.followed"))
PAST = pattern_of(lambda: any_of(words_of("items.past")))
FEW_RESULTS = (
    2  # rows that make a report of measures one of results too; one may be a heading misread
)
# of the seven measures of 2562: under the title of all measures the file is then about all seven
SEVERAL = 2
MOST = 0.7  # of the seven: who holds so many under a title of all and numbers them left one out
NUMBER_AFTER = 8  # letters behind a measure's name in which its item number stands
YEAR = re.compile(r"25\d\d")
ABOVE = 160  # letters over a table in which a heading may say that its results are last year's
SHORTEST_TITLE = 15  # letters


def held(facts: Facts, pack: Pack) -> tuple[Item, ...]:
    """Return the pack's items that the file holds, in the pack's order; none where it is another
    kind of report.
    """
    claimed = tuple(item for item in pack.items if item.code in facts.submission.items)
    if facts.submission.items and not claimed:
        return ()  # a number the pack does not know is never judged as another
    titles = named(facts, pack.items)
    codes = _held(facts, pack, claimed, titles)
    return tuple(item for item in pack.items if item.code in codes)


def title(facts: Facts) -> Block | None:
    """Return the piece of the report that holds its title: the first of the title zones long
    enough to be one.
    """
    starts = {start for start, _ in regions(facts)}
    long = [
        block
        for block in blocks(facts)
        if any(block.start <= start < block.end for start in starts)
        and block.end - block.start >= SHORTEST_TITLE
    ]
    return long[0] if long else None


def _held(
    facts: Facts, pack: Pack, claimed: tuple[Item, ...], titles: tuple[Named, ...]
) -> set[str]:
    """Return the codes of the items held. Titles come first; contents add to them, and decide
    where no title is known.
    """
    singles = {item.code for item in pack.items if item.kind == MEASURE}
    if singles and (alone := _each_measure(facts, pack)):
        return alone
    late = any(item.kind == RESULTS and item.covers < 0 for item in pack.items)
    told = [
        one.item
        for one in titles
        if one.item.kind in (MEASURES, RESULTS)
        and not _analysis_in_results(facts, one, titles)
        and not (late and _heads_a_part(facts, one, titles))  # the plan of the year reported on
    ]
    others = [one.item for one in titles if one.item.kind not in (MEASURES, RESULTS)]
    kinds = {item.kind for item in told}
    if not kinds and not others:  # no title is known: the number printed on it tells
        by_number = [item for item in pack.items if item.code in own_numbers(facts)]
        kinds = {item.kind for item in by_number} & {MEASURES, RESULTS}
        others = [item for item in by_number if item.kind not in (MEASURES, RESULTS)]
    if not kinds and others:
        wanted = {item.code for item in claimed} & {item.code for item in others}
        return wanted or {others[0].code}
    if kinds or _about(facts):
        kinds |= _contents(facts, kinds, {item.kind for item in claimed}, late)
    codes = {item.code for item in pack.items if item.kind in kinds}
    if not codes and (kinds or _of_all(facts, pack)):  # one item for measures and what was done
        codes = {item.code for item in claimed if item.kind == PRACTICE}
    if not codes:
        return _trusted(facts, claimed)
    wanted = {item.code for item in claimed if item.kind in (MEASURES, RESULTS)}
    return codes | wanted if len(wanted) > 1 and wanted & codes else codes


def _analysis_in_results(facts: Facts, one: Named, titles: tuple[Named, ...]) -> bool:
    """Tell whether a heading of an analysis stands under a title of results: they tell what the
    measures came from, and set none.
    """
    below = _under_results(one, titles) is not None
    analysing = tuple(map(fold, ANALYSING()))
    named_so = flow(facts).text.startswith(analysing, one.start)
    return below and (named_so or fold(one.phrase).startswith(analysing))


def _under_results(one: Named, titles: tuple[Named, ...]) -> Named | None:
    """Return the first title of results, where one of measures stands below it."""
    first = next((other for other in titles if other.item.kind == RESULTS), None)
    return first if first and one.item.kind == MEASURES and first.start < one.start else None


def _heads_a_part(facts: Facts, one: Named, titles: tuple[Named, ...]) -> bool:
    """Tell whether a title of measures heads a part of a report of results: it stands in the text
    below that report's own title, on its page with something between that is neither, or on a
    later page without a year, as a report of its own would have.
    """
    first = _under_results(one, titles)
    if first is None:
        return False
    own = blocks(facts)
    at, other = (
        next((at for at, block in enumerate(own) if block.start <= place < block.end), 0)
        for place in (one.start, first.start)
    )
    dated = YEAR.search(flow(facts).text, own[at].start, own[at].end)
    apart = at - other > 1 and (own[at].page == own[other].page or not dated)
    return own[at].zone == BODY or (apart and own[at].zone != COVER)


def _enclosed(facts: Facts, one: Named, titles: tuple[Named, ...]) -> bool:
    """Tell whether a title of measures only heads what a report of results encloses: below its
    title, which is the one item whose number the file says ("ขออนุญาตเผยแพร่ … ข้อ O43").
    """
    first = _under_results(one, titles)
    if first is None:
        return False
    hits = CODE.finditer(flow(facts).text)
    said = {f"O{int(hit['number'])}" for hit in hits if hit["letters"] == "o"}
    return first.item.code in said and one.item.code not in said


def _trusted(facts: Facts, claimed: tuple[Item, ...]) -> set[str]:
    """Return the items the file was handed in for where pages are unread: there its title may
    stand.
    """
    return {item.code for item in claimed} if facts.document.unread else set()


def _about(facts: Facts) -> bool:
    """Tell whether a report is about integrity and transparency: a title says so, it says it more
    than once, or once beside measures read one by one, as minutes of a meeting do.
    """
    found = find(facts, ABOUT())
    titled = any(start <= hit.start < end for hit in found for start, end in regions(facts))
    several = bool(found) and max(len(plan(facts)), len(results(facts))) >= SEVERAL
    return titled or len(found) > 1 or several


def speaks_of(facts: Facts) -> bool:
    """Tell whether a paper speaks of integrity and transparency at all."""
    return bool(find(facts, ABOUT()))


def demanded(facts: Facts, pack: Pack) -> frozenset[str]:
    """Return the codes of the items that the file is for: those it was handed in for or titled as.

    Only of these is what is missing a gap; what its contents show besides is checked, not demanded.
    A file that nothing names is for whatever it holds.
    """
    claimed = {item.code for item in pack.items if item.code in facts.submission.items}
    titles = named(facts, pack.items)
    titled = {
        one.item.code
        for one in titles
        if not _analysis_in_results(facts, one, titles) and not _heads_a_part(facts, one, titles)
        if not _enclosed(facts, one, titles)
    }
    printed = own_numbers(facts) & {item.code for item in pack.items}
    if first := next((one for one in titles if one.item.kind == RESULTS), None):
        of_parts = numbers_of_parts(facts, first.start)
        printed -= {item.code for item in pack.items if item.kind == MEASURES} & of_parts
    singles = {item.code for item in pack.items if item.kind == MEASURE}
    printed |= _numbered_through(facts, singles)
    if singles & titled and singles <= _each_measure(facts, pack):
        titled |= singles  # the first measures' headings stand where a title may: they name no file
    known = claimed | titled
    # A number that no title nor list bears out is a slip of its own (DOC006), not a second report.
    if not known or printed & known:
        known = known | printed
    return frozenset(known or _for_itself(facts, held(facts, pack)))


def _for_itself(facts: Facts, items: tuple[Item, ...]) -> set[str]:
    """Return the codes of the items that a file is for which nothing names: whatever it holds; but
    results told beside what was planned, without the analysis it came from, report on it.
    """
    kinds = {item.kind for item in items}
    reports = {MEASURES, RESULTS} <= kinds and not stands(facts, ANALYSIS())
    return {item.code for item in items if not (reports and item.kind == MEASURES)}


def _contents(facts: Facts, titled: set[str], claimed: set[str], late: bool) -> set[str]:
    """Return the kinds of report its contents make it. `late`: results are of the year before, so
    the plan beside them is that year's, not the measures item of this one.
    """
    found = set()
    expected = titled | claimed
    of_results = RESULTS in expected and MEASURES not in expected
    planned = plan(facts)
    if of_results:
        told = {one.name[0] for one in results(facts)}
        planned = () if late else tuple(one for one in planned if one.name[0] not in told)
    if _sets(facts, planned, MEASURES in expected):
        found.add(MEASURES)
    done = {one.called for one in results(facts) if one.sure and not _past(facts, one)}
    alone = MEASURES in found | titled and RESULTS not in titled | claimed
    if len(done) >= (FEW_RESULTS if alone else 1):
        found.add(RESULTS)
        if late and MEASURES not in expected:
            found.discard(MEASURES)
    return found


def _sets(facts: Facts, planned: tuple[Measure, ...], expected: bool) -> bool:
    """Tell whether measures are set: steps, who is responsible, monitoring; two of these do where
    an analysis stands with them.
    """
    sure = [one for one in planned if one.sure and not one.listed]
    own = planned_parts(sure)
    if not sure or (len(own) < 2 and len(planned_parts(sure, stands(facts, FOLLOWED()))) < 2):
        return False
    return expected or own == PLANNED or stands(facts, ANALYSIS())


def _past(facts: Facts, one: Measure) -> bool:
    """Tell whether a row's results are said to be last year's."""
    start = one.name[0]
    return bool(PAST.search(flow(facts).text, max(0, start - ABOVE), start))


def _each_measure(facts: Facts, pack: Pack) -> set[str]:
    """Return the items of 2562, one measure each, that a heading, a title or a table's row
    names.
    """
    meant = {title: item.code for item in pack.items for title in (item.title, *item.titles)}
    found = set()
    for hit in find(facts, meant):
        place = next(
            (block for block in blocks(facts) if block.start <= hit.start < block.end), None
        )
        at_start = (
            place
            and place.kind != CONTENTS
            and hit.start - place.start <= (12 if place.kind == CELL else 40)
        )
        if at_start or any(start <= hit.start < end for start, end in regions(facts)):
            found.add(meant[hit.phrase])
    singles = {item.code for item in pack.items if item.kind == MEASURE}
    if len(found & singles) < SEVERAL:
        return found
    if through := _numbered_through(facts, singles):
        return found | through
    if not _of_all(facts, pack):
        return found
    # One that numbers each of its few measures says itself which of the seven it holds.
    if len(found & singles) >= MOST * len(singles):
        return found | singles
    said = {meant[hit.phrase] for hit in find(facts, meant) if _numbered_so(facts, hit, meant)}
    return found if found & singles <= said else found | singles


def _numbered_through(facts: Facts, singles: set[str]) -> set[str]:
    """Return the measures that a title names by the numbers of the first and the last of them."""
    numbers = numbers_through(flow(facts).text, regions(facts))
    return singles & {f"O{number}" for number in numbers}


def _numbered_so(facts: Facts, hit: Hit, meant: Mapping[str, str]) -> bool:
    """Tell whether a measure's item number is printed right behind its name."""
    after = CODE.match(flow(facts).text[hit.end : hit.end + NUMBER_AFTER].lstrip("("))
    return after is not None and f"O{after['number']}" == meant[hit.phrase]


def _of_all(facts: Facts, pack: Pack) -> bool:
    """Tell whether a title names the measures together, not one of them."""
    return any(
        start <= hit.start < end
        for hit in find(facts, pack.titles.get(MEASURES, ()))
        for start, end in regions(facts)
    )
