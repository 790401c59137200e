"""Reports that tell the same, as pairs and findings: with their passages, places and doubt. Loaded
where there are two to compare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from ita_checker.across.copies import Kind, Match, copies
from ita_checker.across.families import Office
from ita_checker.across.likeness import reports
from ita_checker.across.passages import Paper, changes, paper, passages
from ita_checker.model import Body, Certainty, Finding, Pair, Sketch, Words

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
    "This file says nearly all that the one submitted for another item says[ ({found})]; "
    "please check",
)


def copied(
    sketches: Sequence[Sketch],
    body_of: Callable[[int], Body | None],
    office_of: Sequence[int],
    offices: Sequence[Office],
) -> Iterator[tuple[Pair, Mapping[int, Finding]]]:
    """Yield each pair of reports that tell the same, with the finding on each of the two (by
    number) that it is said of.
    """

    @lru_cache(maxsize=PAPERS)
    def laid_out(number: int) -> Paper | None:
        body = body_of(number)
        return paper(body) if body else None

    for match in copies(reports(sketches, office_of, offices)):
        names = offices[office_of[match.first]].name, offices[office_of[match.second]].name
        both = laid_out(match.first), laid_out(match.second)
        pair = _pair(match, sketches, names, both)
        yield pair, {number: _finding(match, pair, number) for number in match.on}


def _pair(
    match: Match,
    sketches: Sequence[Sketch],
    names: tuple[str, str],
    papers: tuple[Paper | None, Paper | None],
) -> Pair:
    """Return a match with its passages, and what the second has otherwise."""
    (first, second), likeness = papers, match.likeness
    own = match.kind is not Kind.OTHER_OFFICE
    return Pair(
        match.kind.value,
        sketches[match.first].path,
        sketches[match.second].path,
        names,
        round(likeness.text, 3),
        (likeness.same_details, likeness.own_details),
        passages(first, second) if first and second else (),
        changes(first, second) if first and second and own else (),
        _doubt(match, sketches),
    )


def _doubt(match: Match, sketches: Sequence[Sketch]) -> Words | None:
    """Return why a person should look twice at a pair; None where two signs agree."""
    if match.certainty is Certainty.SURE:
        return None
    if sketches[match.first].scanned or sketches[match.second].scanned:
        return SCANNED
    return NO_TWO_SIGNS


def _finding(match: Match, pair: Pair, number: int) -> Finding:
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
