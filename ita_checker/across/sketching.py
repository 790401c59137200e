"""Facts to sketch: the one place where reports side by side meet the facts of a report."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from ita_checker.across.shingles import (
    LONG,
    ONE_IN,
    ONE_LONG_IN,
    SHORT,
    compared,
    details,
    packed,
    sampled,
    shingles,
)
from ita_checker.facts.measures import Measure, pair, plan, results, scores, weak
from ita_checker.facts.organisation import class_words, handed_in_by, mentions, reporter
from ita_checker.facts.page import flow, scanned, span
from ita_checker.facts.tables import ACTIVITY, RESULT_FIELDS, unread
from ita_checker.facts.years import YearRole, fiscal_year, years
from ita_checker.model import Body, Case, Covered, Document, Facts, Item, Scored, Sketch, Told
from ita_checker.text.flow import fold

Pack = Callable[[object], bytes]
OTHERS = 20  # other offices named, kept: who copied whom may stand among them
# Fields of a report that tell what was done and what came of it.
FILLED = frozenset({ACTIVITY, *RESULT_FIELDS})


def sketch(case: Case, pack: Pack) -> Sketch:
    """Return the report of a case in short; `pack` makes bytes of its body."""
    facts, document = case.facts, case.document
    who = reporter(facts)
    keep = compared(flow(facts), _names(facts), _own_words(facts))
    sample, stretches, filled = _samples(facts, keep)
    return Sketch(
        path=case.submission.path,
        sha256=document.sha256,
        readable=not document.unread,
        scanned=scanned(facts),
        scheme=case.scheme,
        fiscal_year=case.fiscal_year,
        pack=case.pack.name if case.pack else None,
        stated=fiscal_year(facts),
        claimed=case.submission.items,
        held=tuple(Covered(item.code, item.kind, _year(case, item)) for item in case.items),
        kind=who.kind if who else "",
        group=who.classes.group if who and who.classes else "",
        proper=who.proper if who else "",
        organisation=who.full if who else "",
        district=who.district if who else None,
        province=who.province if who else None,
        handed_in_by=facts.once(handed_in_by),
        listed=bool(case.submission.organisation),
        first_assessment=case.submission.first_assessment,
        others=_others(facts, who.proper if who else ""),
        planned=_told(facts, plan(facts)),
        reported=_told(facts, results(facts)),
        understood=not unread(facts),
        weak=tuple(Told(one.name, span(facts, *one.places[0])) for one in weak(facts)),
        scored=_scored(facts),
        assessed=_assessed(facts),
        letters=int(keep.sum()),
        sample=sample,
        stretches=stretches,
        filled=filled,
        details=packed(details(flow(facts).text)),
        body=pack(_body(document, keep)),
    )


def _samples(facts: Facts, keep: npt.NDArray[np.bool_]) -> tuple[bytes, bytes, bytes]:
    """Return some of the short and of the long stretches of what is compared, and those short ones
    that tell what was done.
    """
    text = flow(facts).text
    (hashes, at), (long_ones, _) = (shingles(text, keep, length) for length in (SHORT, LONG))
    chosen = sampled(hashes, ONE_IN)
    told = chosen & _within(text, at, _filled(facts))
    stretches = long_ones[sampled(long_ones, ONE_LONG_IN)]
    return packed(hashes[chosen]), packed(stretches), packed(hashes[told])


def agreed(
    planned: Sequence[Told], reported: Sequence[Told]
) -> tuple[tuple[Told | None, tuple[Told, ...]], ...]:
    """Return the measures of one report, each with the results of another that belong to it, then
    (beside None) the results that belong to none: paired as the plan and results of one report are.
    """
    both = pair(_measures(planned), _measures(reported))
    return tuple(
        (
            planned[one.plan.order] if one.plan else None,
            tuple(reported[result.order] for result in one.results),
        )
        for one in both
    )


def _measures(told: Sequence[Told]) -> tuple[Measure, ...]:
    return tuple(
        Measure((order, order), one.called, {}, order, False, one.sure, number=one.number)
        for order, one in enumerate(told)
    )


def _year(case: Case, item: Item) -> int | None:
    """Return the fiscal year an item covers: of those it may, the one the report states."""
    if case.fiscal_year is None:
        return None
    years = [case.fiscal_year + offset for offset in item.years]
    stated = fiscal_year(case.facts)
    return stated if stated in years else years[0]


def _told(facts: Facts, measures: Sequence[Measure]) -> tuple[Told, ...]:
    return tuple(Told(one.called, span(facts, *one.name), one.number, one.sure) for one in measures)


def _scored(facts: Facts) -> tuple[Scored, ...]:
    return tuple(Scored(one.name, one.value, span(facts, *one.place)) for one in scores(facts))


def _assessed(facts: Facts) -> int | None:
    """Return the year of the assessment that is told of first."""
    named = (year.value for year in years(facts) if year.role is YearRole.ASSESSMENT)
    return next(named, None)


def _names(facts: Facts) -> Iterator[tuple[int, int]]:
    """Yield where offices are named, with the places after their names."""
    for mention in mentions(facts):
        yield mention.start, max(mention.end, mention.place.end)


def _own_words(facts: Facts) -> tuple[str, ...]:
    """Return the words that are dropped wherever they stand: names of classes of offices, the
    reporting one's own and its places.
    """
    who = reporter(facts)
    own = (who.proper, who.district, who.province) if who else ()
    return (*class_words(), *(fold(word) for word in own if word and len(word) > 2))


def _others(facts: Facts, own: str) -> tuple[str, ...]:
    named = {mention.proper for mention in mentions(facts) if mention.kind.family != "region"}
    return tuple(sorted(named - {own, ""}))[:OTHERS]


def _filled(facts: Facts) -> list[tuple[int, int]]:
    """Return where the report says what was done and what came of it."""
    return sorted(
        chain.from_iterable(
            stretches
            for measure in results(facts)
            for field, stretches in measure.fields.items()
            if field in FILLED
        )
    )


def _within(
    text: str, at: npt.NDArray[np.intp], stretches: Sequence[tuple[int, int]]
) -> npt.NDArray[np.bool_]:
    """Return which shingles begin in one of the stretches."""
    inside = np.zeros(len(text) + 1, bool)
    for start, end in stretches:
        inside[start:end] = True
    found: npt.NDArray[np.bool_] = inside[at]
    return found


def _body(document: Document, keep: npt.NDArray[np.bool_]) -> Body:
    starts, numbers, boxes = array("I"), array("H"), array("f")
    offset = 0
    for page in document.pages:
        for line in page.lines:
            starts.append(offset)
            numbers.append(page.number)
            boxes.extend((line.box.x0, line.box.top, line.box.x1, line.box.bottom))
            offset += len(line.text) + len(line.after)
        offset += 1
    return Body(
        document.text,
        np.packbits(keep).tobytes(),
        np.array(starts, "<u4").tobytes(),
        np.array(numbers, "<u2").tobytes(),
        np.array(boxes, "<f4").tobytes(),
    )
