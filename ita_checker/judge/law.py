"""The first law: what was not looked at is never fine. Whatever could turn ignorance into "clean"
passes through here, so that no check and no option can forget it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ita_checker.model import Answer, Case, Certainty, Finding, Result, Status, Verdict, Words
from ita_checker.model.records import replace

QUOTED = 60  # letters of a piece that a note shows
SELECT = "select"  # the rule that stands for what --select asks and nothing checks


def status(results: Sequence[Result], findings: Sequence[Finding], nothing_read: bool) -> Status:
    """Return a report in one word; ignorance outranks gaps."""
    if nothing_read:
        return Status.UNREADABLE
    if any(result.verdict is Verdict.UNKNOWN for result in results):
        return Status.UNKNOWN
    return Status.GAPS if findings else Status.CLEAN


# What is missing in a file altogether: a part, a measure, a round, a field that has no place.
MISSING = frozenset({"SEC001", "MEA001", "RND001", "MEA004"})
NOT_FOR = Words(
    "เอกสารนี้ไม่ได้ส่งสำหรับข้อนี้ จึงไม่ถือว่าส่วนที่ไม่พบเป็นข้อบกพร่อง",
    "the file is not for this item, so what it lacks is no gap",
)


NOT_FOUND = Words(
    "ไม่พบตามถ้อยคำและตารางที่อ่านเข้าใจ แต่อาจเขียนไว้ในรูปอื่น โปรดเปิดดูในเอกสาร",
    "not found in the words and tables that were understood; it may be told in another form,"
    " please look at the document",
)
OF_A_WHOLE = Words(
    "ยังไม่ทราบว่ามีส่วนที่ข้อนี้เป็นส่วนหนึ่งหรือไม่ จึงตัดสินไม่ได้",
    "it is part of something of which nobody knows whether it is there",
)


def lawful(answer: Answer, case: Case) -> Answer:
    """Return the answer to a rule with nothing resting on pages that were not read or pieces that
    were not understood, nor on absences in an item that the file is not for.
    """
    return honest(understood(_demanded(answer, case)), case.document.unread)


def _demanded(answer: Answer, case: Case) -> Answer:
    """Return the answer without absences where the file is not for the item asked about."""
    if case.item is None or not case.demanded or case.item.code in case.demanded:
        return answer
    seen = tuple([one for one in answer.findings if not (one.absent and one.code in MISSING)])
    if len(seen) == len(answer.findings):
        return answer
    verdict = Verdict.GAP if seen else Verdict.MET
    return replace(answer, verdict=verdict, findings=seen, note=answer.note or NOT_FOR)


def understood(answer: Answer) -> Answer:
    """Return the answer with no absence that rests on pieces nobody understood: what such a piece
    may hold is neither missing nor there, and the note says where to look.
    """
    seen = tuple([one for one in answer.findings if not (one.absent and one.perhaps)])
    if len(seen) == len(answer.findings):
        return answer
    missed = next(one for one in answer.findings if one.absent and one.perhaps)
    first = missed.perhaps[0]
    page = first.places[0].page if first.places else 0
    quote = " ".join(first.quote.split())[:QUOTED]
    note = Words(
        f"ไม่พบ “{missed.subject}” ตามถ้อยคำที่รู้จัก แต่อาจอยู่ในข้อความที่ยังไม่เข้าใจในหน้า {page}"
        f" โปรดตรวจสอบ: “{quote}…”",
        f"“{missed.subject}” was not found in known words, but it may stand in words not"
        f" understood on page {page}; please look: “{quote}…”",
    )
    verdict = Verdict.GAP if seen else Verdict.UNKNOWN
    return replace(answer, verdict=verdict, findings=seen, note=note)


def not_found(finding: Finding) -> Finding:
    """Return the finding, likely where it rests on not finding alone: that nothing was found in
    known words and tables is one sign, which says little of papers laid out in another way.
    """
    if not finding.absent or finding.corroborated:
        return finding
    return replace(finding, certainty=Certainty.LIKELY, doubt=finding.doubt or NOT_FOUND)


def undecided(before: Answer, after: Answer) -> frozenset[str]:
    """Return the causes of what a check missed and the law then left open."""
    if after.verdict is not Verdict.UNKNOWN:
        return frozenset()
    said = {one.cause for one in after.findings}
    return frozenset({one.cause for one in before.findings if one.absent} - said - {""})


def parted(
    result: Result, findings: tuple[Finding, ...], opened: Collection[str]
) -> tuple[Result, tuple[Finding, ...]]:
    """Return a rule's result and findings with no absence that is part of an open whole: where
    nobody knows whether the whole is there, its part is neither missing.
    """
    seen = tuple([one for one in findings if not (one.absent and one.within in opened)])
    if len(seen) == len(findings):
        return result, findings
    verdict = Verdict.GAP if seen else Verdict.UNKNOWN
    return replace(result, verdict=verdict, note=result.note or OF_A_WHOLE), seen


def honest(answer: Answer, unread: Sequence[int]) -> Answer:
    """Return the answer with nothing resting on pages that were not read.

    Not found there may be: so absences fall silent and MET without evidence becomes UNKNOWN. What
    was seen stays.
    """
    if not unread:
        return answer
    seen = tuple(finding for finding in answer.findings if not finding.absent)
    pages = ", ".join(map(str, unread))
    note = Words(f"ยังไม่ได้อ่านหน้า {pages}", f"pages not read: {pages}")
    if answer.verdict is Verdict.MET and not answer.evidence:
        return replace(answer, verdict=Verdict.UNKNOWN, note=note)
    if len(seen) < len(answer.findings):
        return replace(
            answer, verdict=Verdict.GAP if seen else Verdict.UNKNOWN, findings=seen, note=note
        )
    return answer


def broken(error: Exception) -> Answer:
    """Return the answer of a check that broke: it says nothing of the report."""
    why = f"{type(error).__name__}: {error}"
    return Answer(
        Verdict.UNKNOWN,
        note=Words(f"กฎนี้ตรวจไม่สำเร็จ ({why})", f"this rule could not be checked ({why})"),
    )


def unchecked(asked: Iterable[str], codes: Iterable[str]) -> Result | None:
    """Return ignorance where codes or prefixes are asked for that no rule of a report's pack can
    say; None where all are.
    """
    said = tuple(codes)
    silent = [prefix for prefix in asked if not any(code.startswith(prefix) for code in said)]
    if not silent:
        return None
    names = ", ".join(silent)
    note = Words(
        f"ชุดกฎของรายงานนี้ไม่มีกฎที่ตรวจ {names}", f"no rule of this report's pack checks {names}"
    )
    return Result(SELECT, Verdict.UNKNOWN, note)
