"""Pages read off their pictures so badly that they are doubted."""

from __future__ import annotations

from ita_checker.model import Page, Words
from ita_checker.read import strangers

# of a page's letters the reader is not sure of, or not at all sure of: with as many of both, whole
# words of it are misread; of most scans one in sixty and one in two hundred. Of 390 pages of scans
# those with more had two letters in a hundred wrong and more, but for one with one and a half
UNSURE_LETTERS, MISREAD, GUESSED = 0.06, 0.02, 0.7
FEWEST = 20  # letters of a page that tell how well it is read
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
    strange = strangers.share(line.text for line in seen.lines) > strangers.MISREAD
    return letters >= FEWEST and (many or strange)
