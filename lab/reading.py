"""How many letters are read wrongly, by producer: pages whose words are known beside what
is read.
"""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lab.rendered import Specimen
from lab.sheets import Sheet, texts

SPACE = re.compile(r"[\s\u200b]+")
SHORTEST = 4  # letters: a shorter piece, or run of one, is found anywhere
GONE = "\n"  # stands where a run was found
LEADERS = re.compile(r"[.…]{3,}")


@dataclass(frozen=True, slots=True)
class Read:
    """How one PDF was read: letters known, letters wrong, letters too many, pages,
    pages doubted.
    """

    pdf: str
    producer: str
    letters: int
    wrong: int
    surplus: int
    pages: int
    doubted: int

    @property
    def rate(self) -> float:
        """Return the share of letters wrong."""
        return self.wrong / self.letters if self.letters else 0.0


def squeezed(text: str) -> str:
    """Return a text without spaces and rows of dots."""
    return LEADERS.sub("", SPACE.sub("", text))


def compared(sheet: Sheet, read: str) -> tuple[int, int, int]:
    """Return letters known, letters wrong, letters too many.

    Each piece of the text is looked for in what was read, wherever it stands, the longest first; a
    piece cut by a page's end is found in runs. What was found is not found again.
    """
    left = squeezed(read)
    letters = wrong = 0
    for piece in sorted(map(squeezed, texts(sheet.pieces)), key=len, reverse=True):
        if len(piece) >= SHORTEST:
            missed, left = _looked_for(piece, left)
            letters, wrong = letters + len(piece), wrong + missed
    return letters, wrong, len(SPACE.sub("", left))


def _looked_for(piece: str, left: str) -> tuple[int, str]:
    """Return how many letters of a piece no run of letters read holds, and what is left to read."""
    missed = at = 0
    while at < len(piece):
        run = _run(piece[at:], left)
        if run < min(SHORTEST, len(piece) - at):
            missed, at = missed + 1, at + 1
            continue
        start = left.find(piece[at : at + run])
        left = left[:start] + GONE + left[start + run :]
        at += run
    return missed, left


def _run(piece: str, text: str) -> int:
    """Return the length of the longest beginning of a piece that a text holds."""
    if piece in text:
        return len(piece)
    low, high = 0, len(piece)
    while high - low > 1:
        middle = (low + high) // 2
        if piece[:middle] in text:
            low = middle
        else:
            high = middle
    return low


def read(folder: Path, specimen: Specimen, sheet: Sheet) -> Read:
    """Return how a rendered text is read by the program of this repository."""
    from ita_checker.read import read as opened

    document = opened(folder / specimen.pdf)
    letters, wrong, surplus = compared(sheet, document.text)
    doubted = sum(
        page.source.value == "unread" or page.quality == "doubtful" for page in document.pages
    )
    pages = len(document.pages)
    return Read(specimen.pdf, specimen.producer, letters, wrong, surplus, pages, doubted)


def rows(found: Sequence[Read]) -> Iterator[tuple[str, ...]]:
    """Yield a table by producer: texts, pages, letters wrong (all, median and worst text, in
    percent), letters too many of a thousand, pages doubted.
    """
    yield (
        "producer",
        "texts",
        "pages",
        "letters wrong %",
        "median %",
        "worst %",
        "too many ‰",
        "pages doubted",
    )
    by_producer: Mapping[str, list[Read]] = defaultdict(list)
    for one in found:
        by_producer[one.producer].append(one)
    for name, own in [*sorted(by_producer.items()), *([("ALL", list(found))] if found else [])]:
        letters = sum(one.letters for one in own) or 1
        yield (
            name,
            str(len(own)),
            str(sum(one.pages for one in own)),
            f"{100 * sum(one.wrong for one in own) / letters:.2f}",
            f"{100 * statistics.median(one.rate for one in own):.2f}",
            f"{100 * max(one.rate for one in own):.2f}",
            f"{1000 * sum(one.surplus for one in own) / letters:.1f}",
            str(sum(one.doubted for one in own)),
        )
