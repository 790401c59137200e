"""Words that no dictionary knows: a code map may say letters that are all possible, and wrong.

A letter said for another makes the word strange in which it stands. Names and short forms are
strange too, so a page is doubted for many of them only, and then held against its picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ita_checker.model import Words

RUN = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]{4,}")  # of Thai letters: shorter ones tell nothing
LONGEST = 60  # letters of a run that are looked at, in one go
SHORTEST = 2  # letters of a word: single ones would make a word of anything
LEAST = 100  # letters of a page that can be judged
GLANCE = 300  # letters, from all over the page, that most pages are judged by
# of the letters in no word: on half of all good pages 0.013, on one in fifty more than 0.05, those
# of many names; one letter in fifty wrong makes 0.05, a code map that confuses two letters 0.1
SUSPECT, STRANGE = 0.03, 0.05
MISREAD = 0.1  # of a page read off its picture, where single letters are misread anyway


def unknown_words(texts: Iterable[str]) -> Words | None:
    """Return why a page is doubted for its words; None where it is not."""
    found = share(texts)
    if found <= STRANGE:
        return None
    percent = round(100 * found)
    return Words(
        f"ตัวอักษรร้อยละ {percent} ของหน้านี้อยู่ในคำที่ไม่มีในพจนานุกรม รหัสตัวอักษรอาจเสีย",
        f"{percent} % of this page's letters stand in words of no dictionary: its character codes "
        "may be broken",
    )


def share(texts: Iterable[str]) -> float:
    """Return the share of the letters of a page's texts that stand in no word of the dictionary; 0
    where a glance finds few, or there are too few letters to tell.
    """
    from ita_checker.text.flow import fold

    runs = RUN.findall(fold("\t".join(texts)))  # no run crosses a tab
    letters = sum(map(len, runs))
    if letters < LEAST or _share(runs[:: max(1, letters // GLANCE)]) < SUSPECT:
        return 0.0
    return _share(runs)


def strange(texts: Iterable[str]) -> float:
    """Return the share of the letters of texts, one after the other, that stand in no word."""
    from ita_checker.text.flow import fold

    return _share(RUN.findall(fold("".join(texts))))


def _share(runs: Sequence[str]) -> float:
    """Return the share of the letters of runs that are in no word, of the best way to part each."""
    pieces = [run[at : at + LONGEST] for run in runs for at in range(0, len(run), LONGEST)]
    return 1 - sum(map(_known, pieces)) / max(1, sum(map(len, pieces)))


@lru_cache(1 << 12)
def _known(run: str) -> int:
    """Return how many letters of a run words can take that do not overlap."""
    from ita_checker.text.tokens import plain

    starts = plain()
    if starts.part(run):  # as most do
        return len(run)
    best = [0] * (len(run) + 1)
    for at in range(len(run) - 1, -1, -1):
        best[at] = best[at + 1]
        for word in starts.prefixes(run, at):
            if len(word) >= SHORTEST:
                best[at] = max(best[at], len(word) + best[at + len(word)])
    return best[0]
