"""How the fields of measures that are not filled are told, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures import Measure, filled, pairs, plan, results
from ita_checker.facts.page import span
from ita_checker.facts.tables import Stretch, grids, merged
from ita_checker.model import Case, Finding, Span, Words
from ita_checker.words import names_of

CALLED: Mapping[str, str] = names_of("fields.called")
ALL = Words("ทุกมาตรการ", "all measures")
OTHERS = 2  # fields of the measure that are filled: its row or card was read
PERHAPS = Words(
    "แถวหรือบัตรนี้อาจอ่านได้ไม่ครบ (มีช่องผสาน มีช่องว่างอีก หรือไม่พบชื่อนี้ในอีกตาราง) โปรดดูในเอกสาร",
    "this row or card may not have been read whole (merged cells, more empty ones, or a name that"
    " the other table does not have): please look at the page",
)


@dataclass(frozen=True, slots=True)
class Empty:
    """One field of one measure that is not filled; `absent` where the report has no place for it
    at all, `perhaps` the pieces nobody understood that may be its place.
    """

    measure: Measure
    field: str
    absent: bool
    perhaps: tuple[Stretch, ...] = ()


def told(
    case: Case, code: str, empty: tuple[Empty, ...], planned: int, reported: int
) -> Iterator[Finding]:
    """Yield a finding of the code for each measure with what it lacks, or once for a field that all
    lack; of so many measures planned and reported.
    """
    absent = [one for one in empty if one.absent]
    for field in dict.fromkeys(one.field for one in absent):
        lacking = [one.measure for one in absent if one.field == field]
        if len(lacking) == (reported if field in ("activity", "result") else planned):
            spans = tuple(span(case.facts, *measure.name) for measure in lacking)
            yield Finding(
                code,
                spans,
                subject=ALL.th,
                expected=CALLED.get(field, field),
                absent=True,
                perhaps=_places(case, (one for one in absent if one.field == field)),
            )
            empty = tuple(one for one in empty if not (one.absent and one.field == field))
    for name in dict.fromkeys(one.measure.name for one in empty):
        own = [one for one in empty if one.measure.name == name]
        place = span(case.facts, *name)
        fields = dict.fromkeys(CALLED.get(one.field, one.field) for one in own)
        subject = re.sub(r"\s+", " ", place.quote)
        yield Finding(
            code,
            (place,),
            subject=subject,
            expected=", ".join(fields),
            doubt=None if _surely(case, own, empty) else PERHAPS,
            absent=all(one.absent for one in own),
            perhaps=_places(case, own) if all(one.perhaps for one in own) else (),
        )


def _places(case: Case, empty: Iterable[Empty]) -> tuple[Span, ...]:
    return tuple(span(case.facts, *place) for one in empty for place in one.perhaps)


def _surely(case: Case, own: Sequence[Empty], every: Sequence[Empty]) -> bool:
    """Tell whether a measure surely lacks a field: it alone does, others of its own are filled, its
    table has no cell over several rows, and where plan and results are told both name it. Of 36
    blind findings that were so all were right, of the 9 others 6 wrong. What is absent is judged by
    law.
    """
    first = own[0]
    if first.absent:
        return True
    measure = first.measure
    alone = all(one.measure is measure for one in every if one.field == first.field)
    whole = sum(filled(case.facts, measure, held) for held in measure.fields) >= OTHERS
    return alone and whole and not _merged_around(case, measure) and _named_in_both(case, measure)


def _merged_around(case: Case, measure: Measure) -> bool:
    """Tell whether a cell of the measure's table stands for several rows."""
    around = (grid for grid in grids(case.facts) if grid.start <= measure.name[0] < grid.end)
    return any(map(merged, around))


def _named_in_both(case: Case, measure: Measure) -> bool:
    """Tell whether plan and results both name a measure, or the file holds one of them alone."""
    if not (plan(case.facts) and results(case.facts)):
        return True
    return any(
        pair.plan
        and pair.results
        and measure.name in (pair.plan.name, *(r.name for r in pair.results))
        for pair in pairs(case.facts)
    )
