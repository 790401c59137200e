"""What side by side shows, as findings and pairs: on which report, with which places and doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ita_checker.across.copies import Kind, Match
from ita_checker.across.plan_and_results import Agreement, Difference
from ita_checker.model import Certainty, Finding, Held, Pair, Passage, Sketch, Span, Words

NO_TWO_SIGNS = Words(
    "มีข้อบ่งชี้ไม่ครบสองด้าน (ถ้อยคำ และตัวเลขหรือวันที่) โปรดเปิดเทียบทั้งสองไฟล์",
    "the words alone, or few numbers, point to it; please open both files",
)
WHO_FIRST = Words(
    "บอกไม่ได้ว่าฉบับใดมาก่อน โปรดเปิดเทียบทั้งสองไฟล์",
    "which of the two was first cannot be told; please open both files",
)
SCANNED = Words(
    "อ่านจากภาพสแกน โปรดเปิดเทียบทั้งสองไฟล์", "read from scanned pages; please open both files"
)
NEARLY = Words(
    "พบว่าไฟล์นี้มีเนื้อหาเหมือนกันเกือบทั้งหมดกับไฟล์ที่ส่งในข้ออื่น[ ({found})] โปรดตรวจสอบ",
    "This file says nearly all that the one submitted for another item says[ ({found})]; "
    "please check",
)
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


def doubt_of(match: Match, sketches: Sequence[Sketch]) -> Words | None:
    """Return why a person should look twice at a pair; None where two signs agree."""
    if match.certainty is Certainty.SURE:
        return None
    if sketches[match.first].scanned or sketches[match.second].scanned:
        return SCANNED
    return NO_TWO_SIGNS


def copied(match: Match, pair: Pair, number: int) -> Finding:
    """Return the finding on one report of a pair, with the passages as they stand in it."""
    is_first = number == match.first
    other = pair.second if is_first else pair.first
    office = pair.offices[1] if is_first else pair.offices[0]
    spans = tuple(one.first if is_first else one.second for one in pair.passages)
    share = f"{round(match.likeness.text * 100)}%"
    if match.kind is Kind.OTHER_ITEM:
        return Finding(
            match.kind.value,
            subject=pair.first if is_first else pair.second,
            found=other,
            doubt=pair.doubt,
            certainty=match.certainty,
            message=NEARLY,
        )
    subject = f"{office} ({other})" if office and match.kind is Kind.OTHER_OFFICE else other
    doubt = pair.doubt
    if doubt is None and match.kind is Kind.OTHER_OFFICE and len(match.on) > 1:
        doubt = WHO_FIRST
    return Finding(
        match.kind.value,
        spans,
        subject=subject,
        found=share,
        doubt=doubt,
        certainty=match.certainty,
    )


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
