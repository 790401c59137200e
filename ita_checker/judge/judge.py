"""Every rule put to one document: exactly one Result per rule, and what was found, stamped with
rule, level and words.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Sequence

from ita_checker import parts
from ita_checker.collecting import without_collecting
from ita_checker.facts.organisation import reporter
from ita_checker.judge import law
from ita_checker.judge.known import known
from ita_checker.judge.mended import Reading
from ita_checker.judge.second_reading import weighed
from ita_checker.judge.stamping import READING, SCANNED, severity, stamp
from ita_checker.model import (
    Answer,
    Case,
    Document,
    Failure,
    Finding,
    Pack,
    Page,
    Report,
    Result,
    Rule,
    Severity,
    Source,
    Submission,
    Verdict,
    Words,
)
from ita_checker.model.records import record, replace
from ita_checker.rulebook.catalogue import catalogue
from ita_checker.rulebook.phrases import teach

NOT_SEEN = Words(
    "อ่านจากภาพสแกน อาจมีอยู่แต่อ่านไม่ออก",
    "read from scanned pages: it may be there and not have been read",
)
UNCLEAR = Words(
    "มีหน้าที่ตัวอักษรเสีย อาจมีอยู่แต่อ่านไม่ออก",
    "a page has letters that cannot be right: it may be there and not have been read",
)
BESIDE = "across"  # where a failure lies that is no rule's
OF_QUALITY = {"contradicted": "DOC009", "doubtful": "DOC004"}
HIDES = "hides"  # DOC004 in other words: read well, and the file says more than the page shows


@record(frozen=True, slots=True)
class _Answered:
    """One rule's result, what it found, where it broke if it did; `undecided`: the causes of what
    it missed and cannot decide.
    """

    result: Result
    findings: tuple[Finding, ...] = ()
    failure: Failure | None = None
    undecided: frozenset[str] = frozenset()


def judge(
    document: Document,
    submission: Submission,
    packs: Sequence[Pack],
    beside: Callable[[Case], bytes] | None = None,
) -> Report:
    """Return the report on one document: every rule of its pack and items answered; `beside` makes
    what is kept of it to lay it beside others.
    """
    with without_collecting():
        return _judged(document, submission, packs, beside)


def _judged(
    document: Document,
    submission: Submission,
    packs: Sequence[Pack],
    beside: Callable[[Case], bytes] | None,
) -> Report:
    teach(packs)
    with known(document, submission, packs) as (seen, case):
        return _report(document, submission, seen, case, beside)


def _report(
    document: Document,
    submission: Submission,
    seen: Reading,
    case: Case,
    beside: Callable[[Case], bytes] | None,
) -> Report:
    cases = {item.code: replace(case, item=item) for item in case.items}
    answers = (_answered(cases.get(rule.item or "", case), seen, rule) for rule in _rules(case))
    answered = _whole([_of_reading(document), *answers])
    findings = _one_each(finding for one in answered for finding in one.findings)
    results = tuple(one.result for one in answered)
    who = case.facts.once(reporter)
    sketch, broken = _sketched(case, beside)
    return Report(
        path=submission.path,
        sha256=document.sha256,
        pages=len(document.pages),
        pages_unread=document.unread,
        status=law.status(results, findings, len(document.unread) == len(document.pages)),
        scheme=case.scheme,
        fiscal_year=case.fiscal_year,
        reported_year=case.reported_year,
        items=tuple(item.code for item in case.items),
        organisation=who.full if who else None,
        district=who.district if who else None,
        province=who.province if who else None,
        results=results,
        findings=findings,
        pack=case.pack.name if case.pack else None,
        failures=(*(one.failure for one in answered if one.failure), *broken),
        sketch=sketch,
    )


def _sketched(
    case: Case, beside: Callable[[Case], bytes] | None
) -> tuple[bytes, tuple[Failure, ...]]:
    """Return what is kept of the case; nothing, and why, where that breaks: the report then stands
    alone, and what is asked of its office is unknown.
    """
    try:
        return (beside(case) if beside else b""), ()
    except Exception:
        return b"", (Failure(BESIDE, traceback.format_exc()),)


def _rules(case: Case) -> tuple[Rule, ...]:
    held = {item.code for item in case.items}
    return tuple(
        rule
        for rule in (case.pack.rules if case.pack else ())
        if rule.item is None or rule.item in held
    )


def _of_reading(document: Document) -> _Answered:
    answer = _reading(document)
    return _Answered(
        Result(READING, answer.verdict, answer.note), tuple(map(stamp, answer.findings))
    )


def _answered(case: Case, seen: Reading, rule: Rule) -> _Answered:
    """Return what the check answers of the case of the rule's item, ignorance made plain, and what
    it found, stamped; a check that breaks, or says what cannot be stamped, answers unknown and
    harms no other.
    """

    def ask(own: Case) -> Answer:
        answer: Answer = parts.load("checks", rule.check).check(own, rule.params)
        return answer

    try:
        answer = weighed(case, ask, ask(case), lambda code: severity(code, rule) is Severity.ZERO)
        asked, answer = answer, law.lawful(answer, case)
        findings = tuple(
            stamp(_as_read(seen, finding), rule.id, rule) for finding in answer.findings
        )
    except Exception as error:
        answer, trace = law.broken(error), Failure(rule.id, traceback.format_exc())
        return _Answered(Result(rule.id, answer.verdict, answer.note), (), trace)
    result = Result(rule.id, answer.verdict, answer.note)
    return _Answered(result, findings, undecided=law.undecided(asked, answer))


def _whole(answered: Sequence[_Answered]) -> list[_Answered]:
    """Return the answers with what is part of an open whole left open too."""
    opened = frozenset(cause for one in answered for cause in one.undecided)
    made = [(one, *law.parted(one.result, one.findings, opened)) for one in answered]
    return [
        one if result is one.result else replace(one, result=result, findings=findings)
        for one, result, findings in made
    ]


def _reading(document: Document) -> Answer:
    """Answer for the reading itself: DOC003 for pages that were not read, DOC004 for those read
    with low confidence and for those that hide letters of the file, DOC009 for those whose unseen
    text says something else than they show.
    """
    told = dict[str, list[Page]]()
    for page in document.pages:
        told.setdefault(_told_of(page), []).append(page)
    findings = [
        _pages_finding(code, told[code]) for code in ("DOC003", "DOC004", "DOC009") if code in told
    ]
    if hiding := told.get(HIDES):
        findings.append(replace(_pages_finding("DOC004", hiding), found=""))
    gap = Verdict.GAP if "DOC009" in told else Verdict.MET
    partial = Verdict.PARTIAL if {"DOC004", HIDES} & told.keys() and gap is Verdict.MET else gap
    return Answer(Verdict.UNKNOWN if "DOC003" in told else partial, tuple(findings))


def _told_of(page: Page) -> str:
    """Return the code with which a page as read is told of; '' where there is nothing to tell."""
    if page.source is Source.UNREAD:
        return "DOC003"
    if page.quality in OF_QUALITY:
        return OF_QUALITY[page.quality]
    return HIDES if page.unseen else ""


def _pages_finding(code: str, pages: Sequence[Page]) -> Finding:
    numbers = ", ".join(str(page.number) for page in pages)
    said = (one for page in pages for one in (page.reason, page.unseen) if one)
    reasons = list(dict.fromkeys(said))
    why = (
        Words(
            "; ".join(reason.th for reason in reasons), "; ".join(reason.en for reason in reasons)
        )
        if reasons
        else None
    )
    doubt = SCANNED if code == "DOC009" else None  # what a picture shows may be misread
    return Finding(code, subject=numbers, found=numbers, message=_because(code, why), doubt=doubt)


def _because(code: str, why: Words | None) -> Words:
    said = catalogue()[code].message
    return Words(f"{said.th} — {why.th}", f"{said.en} — {why.en}") if why else said


def _as_read(seen: Reading, finding: Finding) -> Finding:
    """Return the finding quoted as its pages were read; what was not found on scanned pages, or on
    pages whose letters cannot all be right, is doubted.
    """
    spoiled = UNCLEAR if any(page.reason for page in seen.likeliest.pages) else None
    missed = finding.absent or not finding.spans
    doubt = finding.doubt or ((NOT_SEEN if seen.origins else spoiled) if missed else None)
    spans = tuple(map(seen.as_read, finding.spans))
    return law.not_found(replace(finding, spans=spans, doubt=doubt))


def _one_each(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, what two rules both saw said once and what is part of another's cause
    not at all, in the order of page and code.
    """
    kept: dict[tuple[object, ...], Finding] = {}
    said = tuple(findings)
    causes = {finding.cause for finding in said} - {""}
    for finding in (one for one in said if one.within not in causes):
        where = tuple((span.start, span.end) for span in finding.spans)
        kept.setdefault((finding.code, where or finding.subject), finding)
    return tuple(sorted(kept.values(), key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.spans[0].start if finding.spans else -1
    return (place < 0, place, finding.code, finding.subject, finding.rule)
