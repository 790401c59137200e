"""Is every number written in one kind of digits, Thai or Arabic?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_checker.checks._by_hand import BY_HAND, illegible
from ita_checker.facts.page import flow, note_at, span
from ita_checker.facts.years import other_script
from ita_checker.model import Answer, Case, Finding, Verdict, Words
from ita_checker.text.firsts import compiled
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

CODES = ("TXT003",)
NUMBER = compiled(r"\d+(?:,\d{3})*(?:\.\d+)?")
# Two numbers that are one: รอบ 6/12 เดือน, 6 เดือน/12 เดือน, 2561-2564.
PAIR = built(
    r"(?=\d)(?<![\d/])"
    r"(?:\d{1,2}{month}?[/,-]?{joins}?[/,-]?\d{1,2}{month}|25\d\d(?:-|{to})25\d\d)(?!\d)",
    lists_of("digits"),
)
THAI, ARABIC = re.compile("[๐-๙]"), re.compile("[0-9]")
YEAR = re.compile(r"25\d\d")
MANY, SHARE = (
    6,
    0.08,
    # more mixed numbers than that come from a font that draws 0-9 as ๐-๙: the page itself shows one
    # kind
)
FONT = Words(
    "เลขปนกันจำนวนมาก น่าจะมาจากแบบอักษรที่วาดเลขอารบิกเป็นเลขไทย จึงไม่รายงาน",
    "many numbers mix digits, most likely by a font that draws Arabic digits as Thai ones; not"
    " reported",
)
OCR = Words(
    "หน้านี้อ่านจากภาพ อาจอ่านตัวเลขคลาดเคลื่อน",
    "this page was read from a picture; a digit may be misread",
)


@dataclass(frozen=True, slots=True)
class Params:
    """pairs: whether two numbers of one expression (6 เดือน/12 เดือน, 2561-2564) must agree too."""

    pairs: bool = True


def check(case: Case, params: Params) -> Answer:
    """Answer partial with a TXT003 for each number or pair in both kinds of digits, unknown where
    one was written by hand, else met.
    """
    text = flow(case.facts)
    every = list(_mixed(case, params))
    found = [one for one in every if not illegible(case, *one)]
    single = [one for one in found if PAIR.fullmatch(text.text, *one) is None]
    if len(single) > MANY and len(single) > SHARE * len(re.findall(r"\d+", text.text)):
        return Answer(Verdict.MET, note=FONT)
    same: dict[str, list[tuple[int, int]]] = {}
    for start, end in found:
        same.setdefault(span(case.facts, start, end).quote, []).append((start, end))
    findings = tuple(_finding(case, quote, places) for quote, places in same.items())
    if len(found) < len(every) and not findings:
        return Answer(Verdict.UNKNOWN, note=BY_HAND)
    return Answer(Verdict.PARTIAL if findings else Verdict.MET, findings)


def _finding(case: Case, quote: str, places: list[tuple[int, int]]) -> Finding:
    spans = tuple(span(case.facts, start, end) for start, end in places)
    return Finding(
        "TXT003", spans, quote, quote, doubt=OCR if any(one.ocr for one in spans) else None
    )


def _mixed(case: Case, params: Params) -> Iterator[tuple[int, int]]:
    text, taken = flow(case.facts), set[int]()
    if not (THAI.search(text.source) and ARABIC.search(text.source)):
        return
    for pattern in (NUMBER, PAIR) if params.pairs else (NUMBER,):
        for hit in pattern.finditer(text.text):
            start, end = hit.span()
            note = note_at(case.facts, start, end)
            end = note.mark[0] if note else end
            seen = text.source[text.starts[start] : text.ends[end - 1]]
            if seen.isascii() or not (THAI.search(seen) and ARABIC.search(seen)):
                continue  # nearly all
            if pattern is NUMBER and not _one_line(case, start, end):
                continue
            if _noted(text.text[start:end], seen):
                continue
            letters = "".join(text.source[text.starts[at]] for at in range(start, end))
            if (
                THAI.search(letters)
                and start not in taken
                and ARABIC.search(
                    "".join(_shown(case, text.starts[at]) for at in range(start, end))
                )
            ):
                taken.update(range(start, end))
                yield start, end


def _noted(number: str, seen: str) -> bool:
    """Tell whether a number is a year and the mark of a note, which its digits tell from it."""
    year = seen[:-1]
    one_kind = not (THAI.search(year) and ARABIC.search(year))
    return YEAR.fullmatch(number[:-1]) is not None and one_kind and len(year) == len(number) - 1


def _shown(case: Case, offset: int) -> str:
    """Return a letter as the page shows it: some fonts draw Arabic digits as Thai ones."""
    letter = flow(case.facts).source[offset]
    return "๙" if ARABIC.match(letter) and case.document.redrawn(offset) else letter


def _one_line(case: Case, start: int, end: int) -> bool:
    """Tell whether a number's digits stand together: 15 at a line's end and ๒๕๖๔ on the next are
    two.
    """
    text = flow(case.facts)
    year = YEAR.fullmatch(text.text, start, end)
    return not any(
        text.gap(at) and not (year and other_script(text, at)) for at in range(start + 1, end)
    )
