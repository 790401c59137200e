"""Pages read off their pictures so badly that they are doubted."""

from __future__ import annotations

import re

from ita_checker.model import Page, Words
from ita_checker.read import strangers

# of a page's letters the reader is not sure of, or not at all sure of: with as many of both, whole
# words of it are misread; of most scans one in sixty and one in two hundred. Of 390 pages of scans
# those with more had two letters in a hundred wrong and more, but for one with one and a half
UNSURE_LETTERS, MISREAD, GUESSED = 0.06, 0.02, 0.7
# of its Thai letters and digits: those not sure of, those not at all sure of and those in no word
# count so much together (Latin is unsure on pages that are read well). Of 300 degraded pages in 27
# faces those with more had two letters in a hundred wrong and more, or all but; one in 200 of
# those with fewer than one had
TOGETHER, OF_GUESSED, OF_STRANGE = 0.09, 2.0, 1.5
A_NAME = 15  # letters in no word that any page may have
FEWEST = 20  # letters of a page that tell how well it is read
THAI = re.compile(r"[\u0e01-\u0e5b\d]")
ILLEGIBLE = Words(
    "ตัวหนังสือในภาพของหน้านี้อ่านยาก อาจอ่านผิดหลายแห่ง",
    "the writing in the picture of this page is hard to read: much of it may be misread",
)


def misread(seen: Page) -> bool:
    """Tell whether much of a page read off its picture must be wrong: a typeface that no reader
    knows, letters drawn over a picture.
    """
    letters = sum(len(line.text.replace(" ", "")) for line in seen.lines)
    unsure = [one.confidence for line in seen.lines for one in line.doubtful]
    guessed = sum(confidence < GUESSED for confidence in unsure)
    many = len(unsure) > UNSURE_LETTERS * letters and guessed > MISREAD * letters
    strange = strangers.share(line.text for line in seen.lines)
    return letters >= FEWEST and (many or strange > strangers.MISREAD or _together(seen, strange))


def _together(seen: Page, strange: float) -> bool:
    """Tell whether what is unsure of a page's Thai and what makes no words are much together."""
    letters = sum(len(THAI.findall(line.text)) for line in seen.lines)
    unsure = [
        one.confidence
        for line in seen.lines
        for one in line.doubtful
        if THAI.match(line.text, one.index)
    ]
    guessed = sum(confidence < GUESSED for confidence in unsure)
    worth = max(0.0, strange * letters - A_NAME)
    return len(unsure) + OF_GUESSED * guessed + OF_STRANGE * worth > TOGETHER * letters
