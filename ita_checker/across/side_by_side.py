"""All reports of a scan side by side: offices gathered, pairs that belong together, what only shows
there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ita_checker.across import missing, years
from ita_checker.across.copies import Kind, Match, copies, reports
from ita_checker.across.families import TWICE, Office, gather, spellings
from ita_checker.across.passages import Paper, changes, paper, passages
from ita_checker.across.plan_and_results import Agreement, Difference, agreements
from ita_checker.model import (
    Body,
    Certainty,
    Compared,
    Family,
    Finding,
    Held,
    Pack,
    Pair,
    Passage,
    Report,
    Sketch,
    Span,
    Status,
    Words,
)

RULE = "across"  # no pack's rule says it
PAPERS = 64  # texts laid out at once while pairs are shown

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
    "This file says nearly all that the one submitted for another item says[ ({found})]; please check",
)
NO_RESULT = Words(
    "พบมาตรการในแผนที่รายงานผลไม่กล่าวถึง[: “{subject}”][ (แผน: {expected})] โปรดตรวจสอบ",
    "The results report has nothing on a measure of the plan[: “{subject}”][ (plan: {expected})]; please check",
)
NOT_PLANNED = Words(
    "พบผลของมาตรการที่ไม่มีในแผน[: “{subject}”][ (แผน: {expected})] โปรดตรวจสอบ",
    "The results report tells of a measure the plan does not have[: “{subject}”][ (plan: {expected})]; please check",
)
DOUBTED = Words("รายการมาตรการอาจอ่านได้ไม่ครบ", "the lists of measures may not have been read whole")


@dataclass(frozen=True, slots=True)
class Beside:
    """What reports side by side show: the offices, the pairs, and findings by the path of the
    report they are said of.
    """

    families: tuple[Family, ...] = ()
    pairs: tuple[Pair, ...] = ()
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)

    def told(self, report: Report) -> Report:
        """Return the report with what is said of it beside others."""
        own = self.findings.get(report.path, ())
        if not own:
            return report
        from ita_checker.judge.judge import stamp

        stamped = tuple(stamp(finding, RULE) for finding in own)
        state = Status.GAPS if report.status is Status.CLEAN else report.status
        return replace(report, findings=(*report.findings, *stamped), status=state)


def side_by_side(
    sketches: Sequence[Sketch],
    body_of: Callable[[int], Body | None],
    packs: Sequence[Pack],
    complete: Callable[[Sketch], bool],
) -> Beside:
    """Return what all reports show side by side; `complete` tells of a file whether all its
    office's files are here.
    """
    offices = gather(sketches)
    office_of = [0] * len(sketches)
    for number, office in enumerate(offices):
        for member in office.members:
            office_of[member] = number
    shown = _Shown(sketches, body_of)
    found: dict[int, list[Finding]] = defaultdict(list)
    pairs: list[Pair] = []
    of_office: dict[int, list[Compared]] = defaultdict(list)
    for match in copies(reports(sketches, office_of, offices)):
        pair = shown.pair(match, offices, office_of)
        pairs.append(pair)
        for number in match.on:
            found[number].append(_copied(match, pair, number))
    named = {pack.name: pack for pack in packs}
    families = []
    for number, office in enumerate(offices):
        own = [sketches[member] for member in office.members]
        items = missing.items(own, named, any(map(complete, own)))
        for held in items:
            if held.missing and held.why is None:
                found[_first(office, sketches, held)].append(_missing(held, office))
        for agreement in agreements(office.members, sketches, shown.text):
            of_office[number].append(_compared(agreement, sketches))
            for difference in agreement.differences:
                found[agreement.results[0] if difference.planned else difference.of].append(
                    _different(difference, sketches)
                )
            pairs += _differing(agreement, office, sketches)
        families.append(_family(office, sketches, items, of_office[number]))
    return Beside(
        tuple(families), tuple(pairs), {sketches[at].path: tuple(own) for at, own in found.items()}
    )


@dataclass
class _Shown:
    """Texts of reports, loaded where a pair is shown."""

    sketches: Sequence[Sketch]
    body_of: Callable[[int], Body | None]

    def __post_init__(self) -> None:
        self.paper = lru_cache(maxsize=PAPERS)(self._paper)

    def _paper(self, number: int) -> Paper | None:
        body = self.body_of(number)
        return paper(body) if body else None

    def text(self, number: int) -> str:
        """Return a report's text."""
        body = self.body_of(number)
        return body.text if body else ""

    def pair(self, match: Match, offices: Sequence[Office], office_of: Sequence[int]) -> Pair:
        """Return a match with its passages, and what the second has otherwise."""
        first, second = self.paper(match.first), self.paper(match.second)
        both = first is not None and second is not None
        likeness = match.likeness
        return Pair(
            match.kind.value,
            self.sketches[match.first].path,
            self.sketches[match.second].path,
            (offices[office_of[match.first]].name, offices[office_of[match.second]].name),
            round(likeness.text, 3),
            (likeness.same_details, likeness.own_details),
            passages(first, second) if first and second and both else (),
            changes(first, second)
            if first and second and match.kind is not Kind.OTHER_OFFICE
            else (),
            _doubt(match, self.sketches),
        )


def _doubt(match: Match, sketches: Sequence[Sketch]) -> Words | None:
    if match.certainty is Certainty.SURE:
        return None
    if sketches[match.first].scanned or sketches[match.second].scanned:
        return SCANNED
    return NO_TWO_SIGNS


def _copied(match: Match, pair: Pair, number: int) -> Finding:
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


def _first(office: Office, sketches: Sequence[Sketch], held: Held) -> int:
    """Return which report of an office a missing item is told on: the first of its year."""
    own = [number for number in office.members if sketches[number].fiscal_year == held.fiscal_year]
    return min(own or office.members, key=lambda number: sketches[number].path)


def _missing(held: Held, office: Office) -> Finding:
    title = f"{held.item} {held.title}".strip()
    return Finding("SET001", subject=title, expected=str(held.fiscal_year), absent=True)


def _compared(agreement: Agreement, sketches: Sequence[Sketch]) -> Compared:
    numbers = (*agreement.plans, *agreement.results)
    return Compared(
        "SET002",
        agreement.year,
        agreement.verdict.value,
        agreement.note,
        tuple(sketches[number].path for number in numbers),
    )


def _at(path: str, span: Span) -> str:
    return f"{path}:{span.places[0].page}" if span.places else path


def _different(difference: Difference, sketches: Sequence[Sketch]) -> Finding:
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


def _differing(agreement: Agreement, office: Office, sketches: Sequence[Sketch]) -> Iterator[Pair]:
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
            (office.name, office.name),
            0.0,
            passages=tuple(
                Passage(one.measure.span, nothing)
                if one.planned
                else Passage(nothing, one.measure.span)
                for one in own
            ),
            doubt=DOUBTED if doubtful else None,
        )


def _family(
    office: Office,
    sketches: Sequence[Sketch],
    items: tuple[Held, ...],
    compared: Sequence[Compared],
) -> Family:
    own = [sketches[number] for number in office.members]
    gathered = [*office.gathered, *([TWICE] if office.doubled else [])]
    return Family(
        office.name,
        office.district,
        office.province,
        tuple(one.path for one in own),
        tuple(dict.fromkeys(gathered)),
        spellings(office, sketches),
        items,
        tuple(compared),
        tuple(years.notes(own)),
    )
