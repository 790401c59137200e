"""Results that say only that something was done ("ดำเนินการแล้ว"), and not what, where others of the
report tell what came about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.measures.paired.plan_and_results import pairs
from ita_checker.facts.measures.told.outcomes import DONE, names_of, without
from ita_checker.facts.page import block_at
from ita_checker.facts.tables import ACTIVITY, RESULT_FIELDS, Stretch, said
from ita_checker.model import Facts
from ita_checker.text.compare import plain
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

Row = tuple[Stretch, ...]  # what one row tells: its cells that are not empty
Told = tuple[Measure, Row]
STOPS = ".-–•()"
DONE_ALONE = pattern_of(lambda: f"(?:{any_of(words_of('outcomes.done_alone'))})+")


def done_alone(facts: Facts) -> tuple[Told, ...]:
    """Return the results of which whole rows say only that it was done, each with what says so;
    none where most measures' rows in its place (the first, the second round's) are told so.
    """
    return facts.once(_done_alone)


def _done_alone(facts: Facts) -> tuple[Told, ...]:
    told = [
        (place, _is_bare(facts, row, names_of(pair, measure)), measure, row)
        for pair in pairs(facts)
        for measure in pair.results
        if measure.sure
        for place, row in enumerate(_rows(facts, measure))
    ]
    rows = Counter(place for place, *_ in told)
    bare = Counter(place for place, is_bare, *_ in told if is_bare)
    own: dict[Stretch, Told] = {}
    for place, is_bare, measure, row in told:
        if is_bare and 2 * bare[place] < rows[place]:
            _, before = own.get(measure.name, (measure, ()))
            own[measure.name] = (measure, (*before, *row))
    return tuple(own.values())


def _rows(facts: Facts, measure: Measure) -> Iterator[Row]:
    """Yield what each of a measure's rows tells came of it, or was done where none does; all of it
    where its fields have other rows.
    """
    told = [measure.fields[held] for held in RESULT_FIELDS if held in measure.fields]
    fields = told or [measure.fields[held] for held in (ACTIVITY,) if held in measure.fields]
    alike = len({len(parts) for parts in fields}) == 1
    rows = zip(*fields, strict=True) if alike else [[one for own in fields for one in own]]
    for row in rows if measure.table else _pieces(facts, rows):
        if cells := tuple(part for part in row if said(facts, (part,))):
            yield cells


def _pieces(facts: Facts, lines: Iterable[Sequence[Stretch]]) -> Iterator[Row]:
    """Yield what the lines of running text tell: those of one piece together, where one before the
    last tells what came about and the sentence may only end in the next.
    """
    for _, piece in groupby(lines, key=lambda line: line and block_at(facts, line[0][0])):
        own = [*map(tuple, piece)]
        joined = tuple(part for line in own for part in line)
        before = len(said(facts, joined)) - len(said(facts, own[-1]))
        tells = DONE.search(said(facts, joined))
        yield from [joined] if tells and tells.end() < before else own  # "ได้" may go on


def _is_bare(facts: Facts, row: Row, names: set[str]) -> bool:
    told = (without(plain(said(facts, (part,))), names).strip(STOPS) for part in row)
    return all(map(DONE_ALONE.fullmatch, told))
