"""Would another likely reading of a number undo a finding? Then it is doubted, both readings
shown, and accuses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from ita_checker.model import (
    Answer,
    Case,
    Document,
    Facts,
    Finding,
    Severity,
    Verdict,
    Words,
)

NUMBER = re.compile(r"[0-9๐-๙]+")
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
MOST_READINGS = 6  # of one finding that are tried
MOST_FINDINGS = 10  # of one rule that are weighed: a page of bad numbers would take minutes
YEARS = range(
    2550, 2590
)  # no report of this kind is about another year: such a number on a scan is badly read
SLIPS = 2  # digits by which a year badly read may differ from the one expected
EITHER = Words(
    "อ่านตัวเลขจากภาพได้หลายแบบ โปรดตรวจสอบกับเอกสาร",
    "a number can be read in more than one way; please compare with the page",
)
YEAR = 4  # digits


@dataclass(frozen=True, slots=True)
class _Other:
    """Another reading of one number: its offset in the document, as read, and what it may be."""

    at: int
    read: str
    other: str

    @property
    def value(self) -> str:
        """Return the other number in Arabic digits."""
        return self.other.translate(DIGITS)


def weighed(
    case: Case, ask: Callable[[Case], Answer], answer: Answer, grave: Callable[[str], bool]
) -> Answer:
    """Return the answer, findings that another likely reading of their numbers would undo with
    both readings shown.

    Of the codes that are `grave` they become advice, and an answer of which no other grave finding
    is left is UNKNOWN.
    """
    if not case.document.scanned:
        return answer
    first = tuple(
        _weighed(case, ask, finding, grave(finding.code))
        for finding in answer.findings[:MOST_FINDINGS]
    )
    findings = (*first, *answer.findings[MOST_FINDINGS:])
    undone = any(finding.severity for finding in findings)
    if not undone or any(grave(finding.code) and not finding.severity for finding in findings):
        return replace(answer, findings=findings)
    return replace(answer, verdict=Verdict.UNKNOWN, findings=findings, note=answer.note or EITHER)


def _weighed(case: Case, ask: Callable[[Case], Answer], finding: Finding, grave: bool) -> Finding:
    for readings in islice(_readings(case.document, finding), MOST_READINGS):
        variant = replace(case, facts=Facts(_read_so(case.document, readings), case.submission))
        if not any(_same(finding, other) for other in ask(variant).findings):
            read, other = readings[0].read, readings[0].other
            doubt = Words(f"อ่านได้ {read} อาจเป็น {other}", f"read as {read}, perhaps {other}")
            return replace(finding, doubt=doubt, severity=Severity.ADVICE if grave else None)
    return finding


def _same(finding: Finding, other: Finding) -> bool:
    """Tell whether a finding of another reading is this one: of its kind, at one of its places (or
    about the same).
    """
    places = {span.start for span in other.spans}
    return finding.code == other.code and (
        any(span.start in places for span in finding.spans) or finding.subject == other.subject
    )


def _readings(document: Document, finding: Finding) -> Iterator[tuple[_Other, ...]]:
    """Yield other readings of the numbers in a finding's places: each number alone, then all of
    them together.
    """
    found = [
        others
        for span in finding.spans
        if span.ocr
        for others in _numbers(document, span.start, span.end, finding)
    ]
    for others in found:
        yield from ((other,) for other in others)
    if len(found) > 1:
        yield tuple(others[0] for others in found)


def _numbers(document: Document, start: int, end: int, finding: Finding) -> Iterator[list[_Other]]:
    """Yield for each number of a place what else it may be, where it may be anything else."""
    unsure = {
        at: one for at, one in document.unsure(start, end) if one.others or one.confidence < 1
    }
    for match in NUMBER.finditer(document.text, start, end):
        choices = [
            [
                match[0][index],
                *(
                    other
                    for other in (unsure[at].others if at in unsure else "")
                    if other.translate(DIGITS).isascii() and other.isdigit()
                ),
            ]
            for index, at in enumerate(range(match.start(), match.end()))
        ]
        others = [
            _Other(match.start(), match[0], "".join(digits))
            for digits in islice(product(*choices), 1, 1 + MOST_READINGS)
        ]
        others += _expected(match, finding)
        others = [other for other in others if other.value != match[0].translate(DIGITS)]
        if others:
            yield others


def _expected(match: re.Match[str], finding: Finding) -> list[_Other]:
    """Return the year expected where one was read that no report is about, and that differs from
    it by a digit or two.
    """
    read = match[0].translate(DIGITS)
    if not finding.code.startswith("YEA") or len(read) != YEAR or int(read) in YEARS:
        return []
    years = [
        year
        for year in re.findall(r"25\d\d", finding.expected or "")
        if sum(a != b for a, b in zip(year, read, strict=True)) <= SLIPS
    ]
    return [
        _Other(match.start(), match[0], year if match[0].isascii() else year.translate(THAI))
        for year in years
    ]


def _read_so(document: Document, readings: tuple[_Other, ...]) -> Document:
    """Return the document with numbers read otherwise, digit for digit."""
    letters = {
        reading.at + index: digit
        for reading in readings
        for index, digit in enumerate(reading.other)
    }
    pages, offset = [], 0
    for page in document.pages:
        lines = []
        for line in page.lines:
            text = "".join(
                letters.get(offset + index, letter) for index, letter in enumerate(line.text)
            )
            lines.append(line if text == line.text else replace(line, text=text))
            offset += len(line.text) + len(line.after)
        offset += 1
        pages.append(replace(page, lines=tuple(lines)))
    return replace(document, pages=tuple(pages))
