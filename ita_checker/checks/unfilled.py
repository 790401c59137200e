"""Is anything of the template left that was never filled in?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_checker.facts.organisation import mentions, unnamed
from ita_checker.facts.page import (
    DATE,
    ORGANISATION,
    OTHER,
    Blank,
    blanks,
    blocks,
    flow,
    in_a_form,
    parts,
    span,
)
from ita_checker.facts.tables import field
from ita_checker.facts.years import place
from ita_checker.model import Answer, Case, Certainty, Finding, Verdict, Words

CODES = ("TXT001",)


DOTS = ".…_"
BRACKETS = "([<{"
LETTER = re.compile(r"[\u0e01-\u0e4e]")
A_FORM = 5  # slots left blank that are one cause: nobody filled the form in
TOLD, FAR = 8, 40  # letters of a line that tell which blank it is, and no more than that
STOPS = "\t\f"
FOR_OTHERS = Words(
    "อาจเป็นตัวอย่างแบบฟอร์มที่แนบไว้ให้ผู้อื่นกรอก โปรดดู",
    "it may be a sample of a form that others fill in; please look",
)


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing needs to be known."""


def check(case: Case, params: Params) -> Answer:
    """Answer gap with TXT001 for each kind of slot left blank, or once for a form of which most
    was; else met. Blank names are ORG003, an announcement's date is SEC002.
    """
    found: dict[str, list[Blank]] = {}
    # dots behind an office's name or address are the rest of its line
    offices = {end for one in mentions(case.facts) for end in (one.end, one.place.end)}
    for blank in blanks(case.facts):
        told = _said_elsewhere(case, blank) or _heads(case, blank)
        if not (told or _smudged(case, blank) or blank.start in offices):
            found.setdefault(span(case.facts, blank.start, blank.end).quote, []).append(blank)
    left = sum(map(len, found.values()))
    if left >= A_FORM and len(found) > 1:
        every = sorted((one for same in found.values() for one in same), key=lambda one: one.start)
        spans = tuple(span(case.facts, one.start, one.end) for one in every)
        findings: tuple[Finding, ...] = (
            Finding(
                "TXT001",
                spans,
                spans[0].quote,
                str(left),
                doubt=FOR_OTHERS,
                message=_form(left),
                certainty=Certainty.LIKELY,
            ),
        )
        return Answer(Verdict.GAP, findings)
    findings = tuple(_left(case, quote, same) for quote, same in found.items())
    return Answer(Verdict.GAP if findings else Verdict.MET, findings)


def _left(case: Case, quote: str, same: list[Blank]) -> Finding:
    """Return the finding of one slot: sure where it says what belongs there or stands amid words;
    dots at a line's end may as well be the line to write on of a form that is told elsewhere.
    """
    spans = tuple(span(case.facts, *_with_words(case, one)) for one in same)
    shown = any(_asks(case, one) or _amid_words(case, one) for one in same)
    certainty = Certainty.SURE if shown else Certainty.LIKELY
    return Finding("TXT001", spans, quote, quote, certainty=certainty)


def _with_words(case: Case, blank: Blank) -> tuple[int, int]:
    """Return the letters of a blank with the words of its line beside it, which say what belongs
    there: "จำนวน ........ คน". Brackets say it themselves.
    """
    if flow(case.facts).text[blank.start] in BRACKETS:
        return blank.start, blank.end
    text, start, end = flow(case.facts), blank.start, blank.end
    opens, low = "\n" in text.gap(blank.start), _piece(case, blank)
    for at in range(blank.start - 1, max(low - 1, blank.start - FAR - 1), -1):
        broken = "\n" in text.gap(at + 1) and not (opens and at + 1 == blank.start)
        if text.text[at] in STOPS or broken or blank.start - start >= TOLD:
            break
        start = at if at == 0 or text.gap(at) or text.text[at - 1] in STOPS else start
    for at in range(blank.end, min(len(text.text), blank.end + FAR)):
        if text.text[at] in STOPS or "\n" in text.gap(at):
            break
        if at + 1 == len(text.text) or text.gap(at + 1) or text.text[at + 1] in STOPS:
            end = at + 1
            break
    return start, end


def _piece(case: Case, blank: Blank) -> int:
    """Return where the piece begins that a blank stands in: words of the line above are its own
    there only.
    """
    own = (one.start for one in blocks(case.facts) if one.start <= blank.start < one.end)
    return next(own, blank.start)


def _asks(case: Case, blank: Blank) -> bool:
    return flow(case.facts).text[blank.start] not in DOTS


def _amid_words(case: Case, blank: Blank) -> bool:
    text = flow(case.facts).text
    return bool(LETTER.match(text, blank.end) and LETTER.match(text, blank.start - 1))


def _form(left: int) -> Words:
    return Words(
        f"แบบฟอร์มยังไม่ได้กรอก {left} แห่ง โปรดกรอกให้ครบ",
        f"{left} places of the form were never filled in; please fill them in",
    )


def _said_elsewhere(case: Case, blank: Blank) -> bool:
    """Tell whether another finding speaks of the blank: of a name (ORG003), of the date or signer
    of an announcement (SEC002).
    """
    if blank.kind == ORGANISATION or any(
        start <= blank.start < end for start, end in unnamed(case.facts)
    ):
        return True
    if blank.kind == DATE:
        return any(
            part.date_at == blank.start or part.dated_by(blank.start) for part in parts(case.facts)
        )
    return blank.kind != OTHER


def _heads(case: Case, blank: Blank) -> bool:
    """Tell whether brackets end a heading in a table and say what its cells hold:
    "รายละเอียดการนำไปปฏิบัติ (ระบุวันเดือนปี)".
    """
    own = place(case.facts, blank.start)
    text = flow(case.facts).text
    ends = not text[blank.end : own.end].strip(STOPS)
    heading = own.row < 0 or (ends and field(text[own.start : blank.start]) != "")
    return own.grid >= 0 and heading and _asks(case, blank)


def _smudged(case: Case, blank: Blank) -> bool:
    """Tell whether dots that OCR read are what it could not read, or a line under words, not what
    was left blank: they stand amid a word, or at a line's edge without a label of a form.
    """
    if _asks(case, blank) or not span(case.facts, blank.start, blank.end).ocr:
        return False
    return not in_a_form(case.facts, blank.start, blank.end)
