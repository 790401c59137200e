"""Titles that are found by the item's number beside them: in a form's line, opened by it, or below
it at the head of a page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby, islice, pairwise
from operator import attrgetter

from ita_checker.facts.items.leads import CODE
from ita_checker.facts.page import CELL, Block, flow, lines
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import of_words, words_of

LABELS = of_words(lambda: tuple(map(fold, words_of("items.number_labels"))))
# "ข้อที่ใช้ตอบ : O43", the number on the label's line or on the next
LABELLED = pattern_of(
    lambda: rf"{any_of(words_of('items.number_labels'))}[:.\t]*(?:{CODE.pattern})"
)
# "O35 มาตรการส่งเสริม…", "ข้อ O27 รายงานผล…"; the number alone heads the title below it
LED = pattern_of(lambda: f"(?:{any_of(words_of('items.number_led'))})?(?:{CODE.pattern})")
NUMBERED_TITLE = pattern_of(lambda: rf"{LED.pattern}[.:)-]*[\u0e01-\u0e4e]{{8}}")
# below the number of its item a heading that counts ("เรื่องที่ 1 มาตรการ…") names a part of a report
COUNTED = pattern_of(
    lambda: rf"(?:[\u0e01-\u0e4e]{{2,10}}{any_of(words_of('items.counts'))})?\(?\d{{1,2}}(?!\d)"
)
PAGE, START = attrgetter("page"), attrgetter("start")
HEAD_LINES = 3  # of a page, among which a paper's number stands
THROUGH = pattern_of(lambda: rf"(?:-|{any_of(words_of('items.number_through'))})")
OWN_LETTERS = ("moit", "eb")  # of one scheme's numbers alone
TITLE_LINES = 2  # below a number that stands alone


def labelled(facts: Facts, last: int) -> Iterator[tuple[int, int]]:
    """Yield the lines and cells of a form on the front pages, which end at `last`, that say which
    item it answers.
    """
    letters = flow(facts)
    labels = any(label in letters.text for label in LABELS())
    for hit in LABELLED.finditer(letters.text, 0, last) if labels else ():
        at = hit.start()
        if at == 0 or "\n" in letters.gap(at) or letters.text[at - 1] in "\t\f":
            yield hit.span()


def numbered_title(text: str, block: Block) -> bool:
    """Tell whether a short piece is a title that its item's number opens, wherever it stands."""
    return block.kind != CELL and NUMBERED_TITLE.match(text, block.start, block.end) is not None


def numbered_heads(facts: Facts, last: int) -> Iterator[tuple[int, int]]:
    """Yield the titles over which an item's number has a line to itself, or that it opens, among
    the first lines of a front page: also where the page is set like the text.
    """
    text = flow(facts).text
    every = lines(facts)
    for _, page in groupby(every[: bisect_left(every, last, key=START)], key=PAGE):
        outside = (one for one in page if one.cell is None)
        head = list(islice(outside, HEAD_LINES + TITLE_LINES))
        for at, line in enumerate(head[:HEAD_LINES]):
            alone = LED.fullmatch(text, line.start, line.end)
            if alone and at + 1 < len(head):
                yield line.start, head[min(at + TITLE_LINES, len(head) - 1)].end
            elif NUMBERED_TITLE.match(text, line.start, line.end):
                yield line.start, line.end


def numbers_through(text: str, titles: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield the item numbers that titles name by the first and the last of them ("O42 - O48")."""
    for start, end in titles:
        hits = [hit for hit in CODE.finditer(text, start, end) if hit["number"]]
        for one in hits:
            if one["to"] == "-":
                yield from range(int(one["number"]), int(one["second"]) + 1)
        for one, other in pairwise(hits):
            if THROUGH.fullmatch(text, one.end(), other.start()):
                yield from range(int(one["number"]), int(other["number"]) + 1)


def lone_number(facts: Facts) -> str | None:
    """Return the only item number in letters of one scheme alone ("MOIT 18") that a report names,
    wherever it stands; None where there is none or several.
    """
    text = flow(facts).text
    if not any(letters in text for letters in OWN_LETTERS):  # nearly always
        return None
    hits = (hit for hit in CODE.finditer(text) if hit["letters"] in OWN_LETTERS)
    codes = {f"{hit['letters'].upper()}{int(hit['number'])}" for hit in hits}
    return codes.pop() if len(codes) == 1 else None
