"""Is every announcement, order and memo dated, and does it name who signs?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_checker.facts.page import Part, flow, parts, rows, span
from ita_checker.model import Answer, Case, Finding, Verdict, Words

CODES = ("SEC002",)
DATE, SIGNER = "วันที่", "ผู้ลงนาม"
DOTS = re.compile(r"[.…_/]+")
LONGEST_NAME = 80  # letters of a line that names a paper
PICTURE = Words(
    "ลายมือชื่อหรือวันที่อาจอยู่ในภาพที่อ่านไม่ได้", "signature or date may stand in a picture that was not read"
)


@dataclass(frozen=True, slots=True)
class Params:
    """date: whether a date is asked for; signer: whether the name of who signs is asked for."""

    date: bool = True
    signer: bool = True


def check(case: Case, params: Params) -> Answer:
    """Answer partial with a SEC002 for each document that lacks one or both, else met."""
    findings = tuple(
        finding for part in parts(case.facts) for finding in _lacks(case, part, params)
    )
    proof = tuple(
        span(case.facts, part.start, part.start + len(part.kind))
        for part in parts(case.facts)
        if part.dated and part.signed
    )
    return Answer(Verdict.PARTIAL if findings else Verdict.MET, findings, proof)


def _lacks(case: Case, part: Part, params: Params) -> Iterator[Finding]:
    wanted = ((DATE, params.date, part.dated), (SIGNER, params.signer, part.signed))
    lacking = [name for name, asked, there in wanted if asked and not there]
    if lacking:
        left_blank = part.date_at is not None and DATE in lacking
        shown = _dated_line(case, part.date_at) if part.date_at and left_blank else part.closing
        yield Finding(
            "SEC002",
            (span(case.facts, *shown),) if shown else (),
            f"{_name(case, part)} (หน้า {part.page})",
            None,
            "และ".join(lacking),
            PICTURE,
            absent=not left_blank,
        )


def _name(case: Case, part: Part) -> str:
    """Return what the paper calls itself on its first line, as short as a name; else its kind."""
    text, (start, end) = flow(case.facts), part.named
    line = next((at for at in range(start + 1, end) if "\n" in text.gap(at)), end)
    quote = " ".join(span(case.facts, start, line).quote.split())
    return quote if quote.startswith(part.kind) and len(quote) <= LONGEST_NAME else part.kind


def _dated_line(case: Case, at: int) -> tuple[int, int]:
    """Return the letters of the line that asks for a date: a memo's number stands there."""
    lines = rows(case.facts)
    row = lines.rows[lines.at(at - 1)]
    if row.end - row.start > LONGEST_NAME:
        return at - len(DATE), _blank_end(case, at)
    return min(row.start, at - len(DATE)), max(row.end, _blank_end(case, at))


def _blank_end(case: Case, start: int) -> int:
    """Return where the dots left for a date end."""
    found = DOTS.match(flow(case.facts).text, start)
    return found.end() if found else start
