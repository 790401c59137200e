"""What the files of one office lack or tell otherwise, as findings and pairs: on which report, with
which places and doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ita_checker.across.plan_and_results import Agreement, Difference
from ita_checker.model import Certainty, Finding, Held, Pair, Passage, Sketch, Span, Words

NO_RESULT = Words(
    "พบมาตรการในแผนที่รายงานผลไม่กล่าวถึง[: “{subject}”][ (แผน: {expected})] โปรดตรวจสอบ",
    "The results report has nothing on a measure of the plan"
    "[: “{subject}”][ (plan: {expected})]; please check",
)
NOT_PLANNED = Words(
    "พบผลของมาตรการที่ไม่มีในแผน[: “{subject}”][ (แผน: {expected})] โปรดตรวจสอบ",
    "The results report tells of a measure the plan does not have"
    "[: “{subject}”][ (plan: {expected})]; please check",
)
DOUBTED = Words("รายการมาตรการอาจอ่านได้ไม่ครบ", "the lists of measures may not have been read whole")


def missing(held: Held) -> Finding:
    """Return the finding on an item that no file of its office holds."""
    title = f"{held.item} {held.title}".strip()
    return Finding("SET001", subject=title, expected=str(held.fiscal_year), absent=True)


def _at(path: str, span: Span) -> str:
    return f"{path}:{span.places[0].page}" if span.places else path


def different(difference: Difference, sketches: Sequence[Sketch]) -> Finding:
    """Return the finding on a measure only one of plan and results has."""
    span, path = difference.measure.span, sketches[difference.of].path
    doubt = DOUBTED if difference.certainty is Certainty.LIKELY else None
    plan = sketches[difference.where[0]].path
    return Finding(
        "SET002",
        () if difference.planned else (span,),
        subject=" ".join(span.quote.split()),
        expected=_at(path, span) if difference.planned else plan,
        doubt=doubt,
        absent=True,
        certainty=difference.certainty,
        message=NO_RESULT if difference.planned else NOT_PLANNED,
    )


def differing(agreement: Agreement, office: str, sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """Yield plan and results of a year that differ, with all the measures only one of them has."""
    nothing = Span(0, 0, "")
    found: dict[tuple[int, int], list[Difference]] = defaultdict(list)
    for difference in agreement.differences:
        other = difference.where[0]
        pair = (difference.of, other) if difference.planned else (other, difference.of)
        found[pair].append(difference)
    for (first, second), own in found.items():
        doubtful = any(one.certainty is Certainty.LIKELY for one in own)
        yield Pair(
            "SET002",
            sketches[first].path,
            sketches[second].path,
            (office, office),
            0.0,
            passages=tuple(
                Passage(one.measure.span, nothing)
                if one.planned
                else Passage(nothing, one.measure.span)
                for one in own
            ),
            doubt=DOUBTED if doubtful else None,
        )
