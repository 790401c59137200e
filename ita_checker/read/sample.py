"""Doubtful letters held against the page: lines of its text beside what its picture says there."""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from ita_checker.model import Box, Line, Page
from ita_checker.read.layer.marks.unread import in_words
from ita_checker.read.layer.trust import FOREIGN
from ita_checker.read.strangers import STRANGE, strange

LONG_ENOUGH = 6  # letters of a line that can be compared
MOST = 40  # lines
AGREE, DIFFER = 0.06, 0.15  # of the letters: a picture's reader slips on up to the former
# of a line's letters: it says nothing of what is shown there, and is no line badly read, if what
# is shown is made of words
UTTERLY = 0.8
SURE = 0.08  # of the letters a picture's reader may doubt and still be a judge of others
SHOWN = 40  # letters of an example
LEADERS = re.compile(r"[.…_]{3,}|…")
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@dataclass(frozen=True, slots=True)
class Compared:
    """`apart`: the share of the sample's letters that differ, none where nothing could be compared;
    the line that differs most as the file says it and as the page shows it; `gibberish`: whether it
    says nothing of the words that are shown there.
    """

    apart: float | None
    says: str = ""
    shows: str = ""
    gibberish: bool = False

    @property
    def agree(self) -> bool:
        """Tell whether file and picture say the same."""
        return self.apart is not None and self.apart <= AGREE and not self.gibberish

    @property
    def differ(self) -> bool:
        """Tell whether they do not."""
        return self.apart is not None and (self.apart > DIFFER or self.gibberish)


def compared(text: Page, seen: Page) -> Compared:
    """Return how far a page's text is from what was read off its picture."""
    letters = sum(len(line.text) for line in seen.lines)
    if sum(len(line.doubtful) for line in seen.lines) > SURE * letters:
        return Compared(None)
    long = [line for line in text.lines if len(_bare(line.text)) >= LONG_ENOUGH]
    sample = long[:: max(1, len(long) // MOST)]
    wrong = count = 0
    worst, example = 0.0, ("", "")
    for line in sample:
        says, shows = _bare(line.text), _bare(there(line.box, seen.lines))
        if not shows:
            continue
        off = Levenshtein.distance(says, shows)
        wrong, count = wrong + off, count + len(says)
        if off / len(says) > worst:
            worst, example = off / len(says), (says[:SHOWN], shows[:SHOWN])
    if not count:
        return Compared(None)
    says, shows = example
    gibberish = worst > UTTERLY and strange(says) > strange(shows) <= STRANGE
    return Compared(wrong / count, says, shows, gibberish)


def as_shown(text: Page, seen: Page, codes: Collection[str] = ()) -> Page:
    """Return a page's text with what its picture shows in place of letters that no word can hold,
    where the rest of their line is shown as the file says it; `codes`: those of letters without a
    reading, of which no word holds any either.
    """
    if not FOREIGN.search(text.text) and not in_words(codes, text.text):
        return text
    return replace(text, lines=tuple(_as_shown(line, seen.lines, codes) for line in text.lines))


def _as_shown(line: Line, lines: Sequence[Line], codes: Collection[str]) -> Line:
    """Return a line with the letters that cannot be right, and what differs beside them, as they
    are shown: the marks before one may be of its cluster.
    """
    lost = [found.start() for found in FOREIGN.finditer(line.text)]
    lost += in_words(codes, line.text)
    shows = there(line.box, lines) if lost else ""
    if not shows:
        return line
    text, edges, others = "", array("f"), 0
    for step in Levenshtein.opcodes(line.text, shows):
        start, end = step.src_start, step.src_end
        sides, new = line.edges[2 * start : 2 * end], shows[step.dest_start : step.dest_end]
        if step.tag == "equal" or not any(start - 1 <= at <= end + 1 for at in lost):
            others += _letters(line.text[start:end], new) if step.tag != "equal" else 0
            text, edges = text + line.text[start:end], edges + sides
            continue
        text += new
        x0, x1 = (min(sides), max(sides)) if sides else (line.edges[max(0, 2 * start - 1)],) * 2
        wide = (x1 - x0) / max(1, len(new))
        for at in range(len(new)):
            edges.extend((x0 + at * wide, x0 + (at + 1) * wide))
    if not text or others > max(1, DIFFER * len(text)):
        return line
    return replace(line, text=text, raw=line.text, edges=edges)


def _letters(*texts: str) -> int:
    """Return how many letters the longest of some texts has."""
    return max(len(_bare(text)) for text in texts)


def _bare(text: str) -> str:
    """Return the letters of a line: no white space, no row of dots, whose number nobody counts, and
    digits in one kind, for some fonts draw the one as the other.
    """
    return LEADERS.sub("", "".join(text.split())).translate(DIGITS)


def there(box: Box, lines: Sequence[Line]) -> str:
    """Return what stands within a box on the lines read off the picture."""
    found: list[tuple[float, str]] = []
    for line in lines:
        middle = (line.box.top + line.box.bottom) / 2
        if not box.top <= middle <= box.bottom:
            continue
        for index, letter in enumerate(line.text):
            x = (line.edges[2 * index] + line.edges[2 * index + 1]) / 2
            if box.x0 - 1 <= x <= box.x1 + 1:
                found.append((line.box.x0, letter))
    found.sort(key=lambda each: each[0])  # pieces of one row from left to right, as read inside
    return "".join(letter for _, letter in found)
