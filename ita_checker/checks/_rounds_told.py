"""The rounds that a report tells of anywhere. They are asked for again by each measure, and found
once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ita_checker.facts.measures import Measure, plan, results, void
from ita_checker.facts.page import flow
from ita_checker.facts.rounds import (
    VALID,
    Round,
    Side,
    listed,
    names_row,
    over,
    over_results,
    rounds,
    waits,
)
from ita_checker.facts.tables import (
    ACTIVITY,
    MONITORING,
    RESULT_FIELDS,
    Stretch,
    grids,
    said,
)
from ita_checker.facts.years import place
from ita_checker.model import Case, Facts
from ita_checker.words import of_words, words_of

QUARTER = of_words(lambda: words_of("rounds.label.quarter"))
WORDS = 6  # letters in a cell: more than a tick or a remark


def told(case: Case) -> tuple[Round, ...]:
    """Return the rounds that are reported anywhere; none that a measure's own monitoring names."""
    return case.facts.once(_told)


def headed(case: Case) -> tuple[Round, ...]:
    """Return a round for each filled cell of results whose column's heading names it; none of a
    measure of which a cell under the same round says that it is still to come.
    """
    return case.facts.once(_headed)


def titles(case: Case) -> tuple[Round, ...]:
    """Return the rounds that titles and headings of results name, in so many words or as
    quarters.
    """
    return case.facts.once(_titles)


def over_measures(case: Case) -> tuple[Round, ...]:
    """Return those of them that stand in nothing told of a measure: a short line among a measure's
    results is about that one alone.
    """
    return case.facts.once(_over_measures)


def leading(case: Case) -> tuple[Round, ...]:
    """Return the rounds that the sentence leading from the plan to all results names:
    'ได้ดำเนินการแล้วในรอบ 6 เดือน ปรากฏผลดังนี้'.
    """
    return case.facts.once(_leading)


def closing(case: Case) -> tuple[Round, ...]:
    """Return the rounds that a sentence below all results says they are of, where no measure names
    any itself: "จากผลข้างต้น … จึงขอรายงานผลรอบ 6 เดือน".
    """
    return case.facts.once(_closing)


def latest(case: Case) -> frozenset[int]:
    """Return the rounds of the year that the report tells of anywhere."""
    return case.facts.once(_latest)


def _told(facts: Facts) -> tuple[Round, ...]:
    promised = [
        part
        for measure in plan(facts)
        for part in measure.fields.get(MONITORING, ())
        if not names_row(facts, part[0])
    ]
    copied, for_all = _copied(facts), listed(facts)
    return tuple(
        one
        for one in rounds(facts)
        if one.side is Side.REPORTED
        and one.meant
        and one not in for_all
        and not any(start <= one.start < end for start, end in copied)
        and (one.ticked or not any(start <= one.start < end for start, end in promised))
    )


def _copied(facts: Facts) -> list[Stretch]:
    """Return the outcomes that only repeat a name or rounds, where most others say something: they
    tell of no round.
    """
    nothing = void(facts)
    few = 2 * len(nothing) < len(results(facts))
    return [part for one in nothing for part in one.parts] if few else []


def _headed(facts: Facts) -> tuple[Round, ...]:
    found = list[Round]()
    for measure in results(facts):
        parts = parts_of(measure, (*RESULT_FIELDS, ACTIVITY))
        named = [(part, months) for part in parts for months in over(facts, [part])]
        later = {months for part, months in named if waits(facts, part[0])}
        for part, months in named:
            if months not in later:
                found.append(Round(months, *_shown(facts, part), None, Side.REPORTED))
    return tuple(found)


def unplaced(case: Case) -> Iterator[Round]:
    """Yield a round for each cell with words, no tick, whose column's heading names it and says no
    more of what the column holds: it may tell of results.
    """
    cells = (
        part
        for grid in grids(case.facts)
        for row in grid.rows
        for held, slot in zip(grid.columns, row.slots, strict=True)
        if not held
        for part in slot.parts
        if sum(map(str.isalpha, said(case.facts, [part]))) >= WORDS
        and not waits(case.facts, part[0])
    )
    for part in cells:
        for months in over(case.facts, [part]):
            yield Round(months, *_shown(case.facts, part), None, Side.NAMED)


def _shown(facts: Facts, part: Stretch) -> Stretch:
    return part[0], part[0] + len(flow(facts).text[part[0] : part[1]].rstrip("\t\f"))


def _titles(facts: Facts) -> tuple[Round, ...]:
    text = flow(facts).text
    return tuple(
        one
        for one in facts.once(_told)
        if one.title and (not one.soft or text.startswith(QUARTER(), one.start))
    )


def _over_measures(facts: Facts) -> tuple[Round, ...]:
    own = [part for one in results(facts) for part in one.own]
    return tuple(
        one
        for one in facts.once(_titles)
        if not any(low <= one.start < high for low, high in own)
        or over_results(facts, place(facts, one.start), one.end)
    )


def _leading(facts: Facts) -> tuple[Round, ...]:
    first = min((one.name[0] for one in results(facts)), default=0)
    last = max((one.name[0] for one in plan(facts) if one.name[0] < first), default=first)
    between = [one for one in facts.once(_told) if last < one.start < first and not one.soft]
    return tuple(one for one in between if place(facts, one.start).grid < 0)


def _closing(facts: Facts) -> tuple[Round, ...]:
    own = [part for one in results(facts) for part in one.own]
    last = max((end for _, end in own), default=0)
    hard = [one for one in facts.once(_told) if not one.soft]
    below = [one for one in hard if one.start >= last and place(facts, one.start).grid < 0]
    among = below and any(low <= one.start < high for one in hard for low, high in own)
    return () if among else tuple(below)


def _latest(facts: Facts) -> frozenset[int]:
    known = (*facts.once(_told), *facts.once(_headed))
    return frozenset(one.months for one in known) & set(VALID)


def parts_of(measure: Measure, fields: Iterable[str]) -> list[Stretch]:
    """Return what stands in some fields of a measure."""
    return [part for field in fields for part in measure.fields.get(field, ())]
