"""Do the monitoring rounds of plan and results agree with the fiscal year, with each other and
with the report's date?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ita_checker.checks._rounds_early import whole_quarters
from ita_checker.checks._rounds_for_all import beside_measures, missed_of_all
from ita_checker.checks._rounds_kept import Kept, promises, told_of
from ita_checker.checks._rounds_there import (
    done_there,
    measures_kept,
    months_there,
    titled,
    told_months,
)
from ita_checker.checks._rounds_told import headed, latest, told, unplaced
from ita_checker.checks._rounds_unread import NO_RESULTS, not_understood
from ita_checker.facts.items import RESULTS, owes_no_results
from ita_checker.facts.measures import results, void
from ita_checker.facts.page import Spans, flow, span
from ita_checker.facts.rounds import (
    VALID,
    Round,
    claims,
    due,
    early,
    rounds,
    says_only_when,
    set_apart,
    unsure,
)
from ita_checker.facts.tables import PERIOD, look
from ita_checker.model import Answer, Case, Certainty, Finding, Span, Verdict, Words
from ita_checker.text.flow import fold
from ita_checker.words import of_words, words_of

CODES = ("RND002", "RND003", "RND004", "RND005")
MONTHLY, YEAR = 1, 12
SHOWN = 3  # cells that are shown where nobody can say what they hold
SIGNS = 2  # places that tell of a round's results
APART = 60  # flow letters at most between two rounds printed side by side
BETWEEN = of_words(lambda: ("/", "-", ",", *words_of("rounds.label.or")))
OCR_DOUBT = Words(
    "หน้านี้อ่านจากภาพ อาจเป็นเลข ๖ ที่อ่านผิด", "this page was read from a picture: probably ๖ misread"
)


@dataclass(frozen=True, slots=True)
class Params:
    """`rounds_of_year`: months that are rounds of the fiscal year.

    `named_only`: RND002 alone, and only of a file that reports no results. `unless_followed_by`:
    words behind a round by which it says itself which months it is of.
    """

    rounds_of_year: tuple[int, ...] = (MONTHLY, *VALID)
    named_only: bool = False
    unless_followed_by: tuple[str, ...] = ()


def check(case: Case, params: Params) -> Answer:
    """Answer gap with RND003 and RND004, partial with RND002 and RND005 alone, unknown where nobody
    can say whether what is promised was due; else met.
    """
    text, own = flow(case.facts).text, tuple(map(fold, params.unless_followed_by))
    invalid = [
        one
        for one in rounds(case.facts)
        if one.meant and not one.soft and one.months not in params.rounds_of_year
        if not text.startswith(own, one.end)
    ]
    if params.named_only or owes_no_results(case):
        found = (
            [] if any(item.kind == RESULTS for item in case.items) else [*_no_rounds(case, invalid)]
        )
        return Answer(Verdict.PARTIAL if found else Verdict.MET, tuple(found), _proof(case))
    measures = measures_kept(case)
    found = [*_no_rounds(case, invalid), *_too_early(case)]
    labelled = [one for one in measures if _labelled(case, one)]
    by_rounds = titled(case) or 2 * len(labelled) >= len(measures)
    for measure in measures:
        found += _measure(case, measure, params, by_rounds or measure in labelled)
    if not any(one.promised for one in measures):
        found += [*_whole(case, params)] or [*_of_all(case, measures, params)]
    grave = any(finding.code in ("RND003", "RND004") for finding in found)
    open_ones = set() if found else _open(case, measures)
    if open_ones:
        return Answer(Verdict.UNKNOWN, (), _proof(case), _undated(open_ones))
    strange = [] if found else [one for one in unplaced(case) if early(case, one.months)]
    if strange:
        shown = tuple(span(case.facts, one.start, one.end) for one in strange[:SHOWN])
        return Answer(Verdict.UNKNOWN, (), shown, _not_understood(strange[0].months))
    if not found and (unread := not_understood(case)):
        shown = tuple(span(case.facts, *place) for place in unread[:SHOWN])
        return Answer(Verdict.UNKNOWN, (), shown, NO_RESULTS)
    return Answer(
        Verdict.GAP if grave else Verdict.PARTIAL if found else Verdict.MET,
        tuple(found),
        _proof(case),
    )


def _labelled(case: Case, measure: Kept) -> bool:
    """Tell whether a measure's results name rounds: months alone are only when it was done, and
    what only repeats a name and rounds tells of none.
    """
    text = flow(case.facts).text
    nothing = [part for one in void(case.facts) for part in one.parts]
    return bool(measure.covered) or any(
        (not one.soft or look(text[one.start : one.end]) != PERIOD)
        and not any(start <= one.start < end for start, end in nothing)
        for one in measure.reported
    )


def _open(case: Case, measures: Iterable[Kept]) -> set[int]:
    """Return the rounds promised and not told of that may have been due."""
    promised = {one.months for measure in measures for one in measure.promised}
    return set(unsure(case, promised, latest(case)))


def _undated(months: Iterable[int]) -> Words:
    said = ", ".join(map(str, sorted(months)))
    return Words(
        f"ไม่พบวันที่ของรายงาน และชุดกฎไม่ทราบวันปิดรับของปีนี้ จึงไม่ทราบว่ารอบ {said} เดือนครบกำหนดแล้วหรือไม่",
        f"the report has no date and the rule file does not know when submission closed: whether "
        f"round {said} was due is not known",
    )


def _not_understood(months: int) -> Words:
    return Words(
        f"ไม่ทราบว่าช่องใต้หัว “รอบ {months} เดือน” บอกผลหรือไม่ รอบนั้นยังไม่สิ้นสุดเมื่อทำรายงาน โปรดเปิดดู",
        f"whether the cells under “round {months}” tell of results is not known; the round was not"
        " over when the report was made: please look",
    )


def _proof(case: Case) -> Spans:
    """Return the first rounds of the fiscal year that are named."""
    right = [one for one in rounds(case.facts) if one.months in VALID and one.meant]
    return Spans(case.facts, ((one.start, one.end) for one in right[:3]))


def _no_rounds(case: Case, invalid: list[Round]) -> Iterator[Finding]:
    for months in dict.fromkeys(one.months for one in invalid):
        spans = tuple(
            span(case.facts, one.start, one.end) for one in invalid if one.months == months
        )
        doubt = OCR_DOUBT if any(where.ocr for where in spans) else None
        yield Finding(
            "RND002", spans, f"รอบ {months} เดือน", f"รอบ {months} เดือน", "3, 6, 9, 12", doubt
        )


def _too_early(case: Case) -> Iterator[Finding]:
    """Yield RND004 for each round with results before its last month, all its places in it; labels
    without results claim nothing.
    """
    claimed = [one for one in told(case) if not one.soft and early(case, one.months)]
    claimed = [
        one
        for one in claimed
        if claims(case.facts, one) and not says_only_when(case.facts, one)
        if not _one_of_many(case, one) and not _every_one(case, one)
    ]
    more = (*headed(case), *whole_quarters(case))
    claimed += [one for one in more if early(case, one.months)]
    seen = {one.months for one in claimed}
    there = (one for one in done_there(case) if one.months not in seen)
    claimed += [one for one in there if early(case, one.months)]
    for months in sorted({one.months for one in claimed}):
        places = dict.fromkeys((one.start, one.end) for one in claimed if one.months == months)
        spans = tuple(span(case.facts, *place) for place in places)
        certainty = Certainty.SURE if len(spans) >= SIGNS else Certainty.LIKELY
        said = f"รอบ {months} เดือน"
        yield Finding("RND004", spans, said, said, certainty=certainty)


def _every_one(case: Case, one: Round) -> bool:
    """Tell whether it is one of those that "every quarter" names: how it is told, not what of."""
    return sum(other.start == one.start for other in rounds(case.facts) if not other.soft) > 1


def _one_of_many(case: Case, one: Round) -> bool:
    """Tell whether several rounds are printed with a slash between and none is ticked: a form's
    label, which claims nothing.
    """
    text = flow(case.facts).text
    beside = [
        other
        for other in rounds(case.facts)
        if not other.soft and 0 < abs(other.start - one.start) < APART
    ]
    gaps = (text[min(one.end, other.end) : max(one.start, other.start)] for other in beside)
    return one.ticked is None and any(gap.strip("()") in BETWEEN() for gap in gaps)


def _measure(case: Case, measure: Kept, params: Params, labelled: bool) -> Iterator[Finding]:
    """Yield RND005 where other rounds are reported than promised, else RND003 for each promised
    round that is due and not reported.
    """
    promised = {one.months for one in measure.promised}
    if not promised or measure.repeated or promised - set(params.rounds_of_year):
        return
    hard = {one.months for one in measure.reported if not one.soft}
    own = _one_by_one(measure.reported)
    hard = own if own or measure.covered else hard  # "ทำรายไตรมาส" beside: how often
    if (hard | set(measure.covered)) - set(params.rounds_of_year):
        return  # RND002 tells of it
    strange = {months for months in hard - promised if not early(case, months)}
    if strange and (strange := strange - beside_measures(case)):
        other = [one for one in measure.reported if one.months in strange]
        spans = tuple(span(case.facts, one.start, one.end) for one in (*other, *measure.promised))
        yield Finding("RND005", spans, measure.name, _said(strange), _said(promised))
        return
    told = {one.months for one in measure.reported} | set(measure.covered) | set_apart(case.facts)
    reaching = max(measure.covered, default=0) if not hard else 0
    missing = {one for one in due(case, promised, latest(case)) if one > reaching} - told
    by_others = missing & _every(measure.promised, told)
    missing -= by_others
    if by_others and not missing and len(hard) >= SIGNS and not _one_by_one(measure.promised):
        places = (*measure.reported, *measure.promised)
        spans = tuple(span(case.facts, one.start, one.end) for one in places)
        yield Finding("RND005", spans, measure.name, _said(hard), _said(promised))
    if missing and labelled:
        waited = (one for one in measure.promised if one.months in missing)
        at = (span(case.facts, one.start, one.end) for one in waited)
        told_at = (span(case.facts, *one) for one in measure.told_at)
        yield _untold((*at, *told_at), measure.name, told, missing)


def _one_by_one(named: tuple[Round, ...]) -> set[int]:
    """Return the rounds named by their own names."""
    starts = [one.start for one in named]
    return {one.months for one in named if not one.soft and starts.count(one.start) == 1}


def _every(promised: tuple[Round, ...], told: set[int]) -> set[int]:
    """Return the rounds promised as "every quarter" that a report of a later one covers, or one
    told of in no round's words.
    """
    last = max(told, default=YEAR)
    return {
        one.months
        for one in promised
        if one.months <= last and sum(other.start == one.start for other in promised) > 1
    }


def _whole(case: Case, params: Params) -> Iterator[Finding]:
    """Yield RND003 for rounds that the text promises for all measures and of which no result
    speaks, where results name rounds at all.
    """
    waited = [one for one in promises(case) if not one.soft and one.months in VALID]
    reported = told(case)
    there = months_there(case)
    known = {one.months for one in (*reported, *headed(case))} | there | set_apart(case.facts)
    over_cells = {one.months for one in headed(case)}
    each = told_months(case)
    hard = {one.months for one in reported if not one.soft} | over_cells | each
    if not hard or hard - set(params.rounds_of_year) or not (results(case.facts) or there):
        return
    titled_alone = all(one.title for one in reported) and len(each) < SIGNS
    only_title = max(hard - over_cells, default=0) if titled_alone else 0
    missing = {
        months
        for months in due(case, {one.months for one in waited}, latest(case))
        if months not in known and months > only_title
    }
    missing -= _every(tuple(waited), known)
    if missing:
        spans = tuple(
            span(case.facts, one.start, one.end) for one in waited if one.months in missing
        )
        yield _untold(spans, "", known, missing)


def _of_all(case: Case, measures: Iterable[Kept], params: Params) -> Iterator[Finding]:
    """Yield RND003 for each measure that alone leaves out a round promised for all, and tells of
    none that is no round, which RND002 says.
    """
    for measure, spans, months in missed_of_all(case, tuple(measures)):
        if told_of(measure) <= set(params.rounds_of_year):
            yield _untold(spans, measure.name, told_of(measure), months)


def _untold(
    spans: tuple[Span, ...], name: str, told: Iterable[int], missing: Iterable[int]
) -> Finding:
    said = _said(told) or None
    return Finding("RND003", spans, name, said, _said(missing), absent=True, within="results")


def _said(months: Iterable[int]) -> str:
    return "รอบ " + ", ".join(map(str, sorted(months))) + " เดือน" if months else ""
