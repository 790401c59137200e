"""Does what a file says by /ActualText contradict what it draws? Then what is drawn is read.

An /ActualText stands for glyphs whose codes tell less than it does; where their codes tell other
words, or other digits, it speaks of something that nobody sees.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import pypdfium2
from rapidfuzz import fuzz

from ita_checker.read.layer.letters import MARKS
from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native.glyphs import Glyphs
from ita_checker.read.layer.native.rules import Marked

FEW = 4  # letters without marks: shorter texts stand for one cluster, and are not doubted
ALIKE = 60  # of 100: two ways to say one text are more alike
Said = Iterable[tuple[int, str]]


def worth_a_look(said: Said) -> list[tuple[int, str]]:
    """Return the marks whose texts are long, or hold digits."""
    return [
        (mark, text)
        for mark, text in sorted(said)
        if any(map(str.isdigit, text)) or (len(text) >= FEW and len(_bare(text)) >= FEW)
    ]


def silenced(page: pypdfium2.PdfPage, marked: Marked, said: Said) -> int:
    """Take away, for as long as the page is open, the marks whose texts contradict what is drawn
    under them; return how many letters those say.
    """
    held = {mark: marked.under(mark) for mark, _ in said}
    for mark, handles in held.items():
        for handle in handles:
            native.remove_mark(handle, mark)
    glyphs = Glyphs(page)
    try:
        drawn = {
            owner: glyphs.text[first : first + length]
            for owner, first, length in zip(
                glyphs.owners, glyphs.firsts.tolist(), glyphs.lengths.tolist(), strict=True
            )
        }
    finally:
        glyphs.close()
    return sum(
        len(_bare(text))
        for mark, text in said
        if _contradicts(text, "".join(drawn.get(handle, "") for handle in held[mark]))
    )


def _contradicts(said: str, drawn: str) -> bool:
    """Tell whether two texts cannot be two ways to say one."""
    some, other = _bare(said), _bare(drawn)
    thai = sum("ก" <= one <= "๛" for one in other)
    if not other or not (all(one.isdigit() for one in other) or 2 * thai > len(other)):
        return False  # codes that say nothing: that is what /ActualText is for
    digits = [[unicodedata.digit(one) for one in text if one.isdigit()] for text in (some, other)]
    if digits[1] and digits[0] != digits[1]:
        return True
    return len(other) >= FEW and fuzz.ratio(some, other) < ALIKE


def _bare(text: str) -> str:
    return "".join(
        one for one in text if one not in MARKS and not one.isspace() and one.isprintable()
    )
