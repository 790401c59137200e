"""Are key terms spelled right? (They count as found all the same.)"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ita_checker.facts.page import flow, span
from ita_checker.model import Answer, Case, Finding, Span, Verdict, Words
from ita_checker.text import tokens as words
from ita_checker.text.compare import lookalike
from ita_checker.text.flow import fold

CODES = ("TXT002",)
FOLLOWING = re.compile("[ะัาำิีึืฺุูๅ็่้๊๋์ํ]")


@dataclass(frozen=True, slots=True)
class Params:
    """terms: the right spelling of each term, and the wrong ones that are looked for."""

    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for right in self.terms:
            if any(right in wrong for wrong in self.terms.values()):
                raise ValueError(f"“{right}” stands as a right spelling and as a wrong one")


def check(case: Case, params: Params) -> Answer:
    """Answer partial with one TXT002 for each wrong spelling, all its places in it, else met."""
    findings = []
    for right, wrong_ones in params.terms.items():
        for wrong in wrong_ones:
            found = [span(case.facts, *at) for at in _places(case, wrong, right)]
            if not found:  # nearly always
                continue
            # On a page read from a picture a wrong letter is the writer's only where the reader
            # was sure; marks and ฎ/ฏ tell nothing.
            unseen = lookalike(wrong, right)
            places = tuple(
                place for place in found if not place.ocr or not (unseen or place.doubtful)
            )
            if places:
                findings.append(
                    Finding("TXT002", places, wrong, wrong, right, _doubt(wrong, right, places))
                )
    findings.sort(key=lambda finding: finding.spans[0].start)
    return Answer(Verdict.PARTIAL if findings else Verdict.MET, tuple(findings))


def _doubt(wrong: str, right: str, places: tuple[Span, ...]) -> Words | None:
    """Return the doubt of a wrong letter that only pictures show."""
    if not all(place.ocr for place in places):
        return None
    return Words(
        f"อ่านจากภาพได้ {wrong} อาจเป็น {right}", f"read from a picture as {wrong}, perhaps {right}"
    )


def _places(case: Case, wrong: str, right: str) -> Iterator[tuple[int, int]]:
    """Yield where a wrong spelling stands, letter for letter, and is not a piece of a right
    word.
    """
    text, sought = flow(case.facts), fold(wrong)
    at = text.text.find(sought)
    while at >= 0:
        end = at + len(sought)
        if not _inside_a_word(text.text, at, end, fold(right)):
            yield at, end
        at = text.text.find(sought, at + 1)


def _inside_a_word(text: str, start: int, end: int, right: str) -> bool:
    """Tell whether the letters belong to the right spelling or to another word (a Latin word, one
    of the dictionary).
    """
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if text[start].isascii() and (
        (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    ):
        return True
    if FOLLOWING.match(after):
        return True
    low = max(0, start - len(right))
    if any(
        start_of <= start and start_of + len(right) >= end
        for start_of in _all(text, right, low, end + len(right))
    ):
        return True
    reach = range(1, 9)
    longer = [text[start : end + more] for more in reach] + [
        text[max(0, start - less) : end] for less in reach
    ]
    return any(piece != text[start:end] and words.known(piece) for piece in longer)


def _all(text: str, word: str, low: int, high: int) -> Iterator[int]:
    at = text.find(word, low, high)
    while at >= 0:
        yield at
        at = text.find(word, at + 1, high)
