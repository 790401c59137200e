"""Where Thai words begin and end: PyThaiNLP's newmm with the domain's words.

The engine `longest` is quadratic and never used. The dictionary is loaded when the first word is
asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate, takewhile
from typing import Any

from ita_checker.text.firsts import compiled
from ita_checker.text.flow import Flow, fold
from ita_checker.text.patterns import places
from ita_checker.text.starts import Starts

DOMAIN = (
    ("ดุลยพินิจ ดุลพินิจ เจตจำนง เจตนารมณ์ ผู้มีส่วนได้ส่วนเสีย ผู้มีส่วนได้เสีย ปีงบประมาณ ประจำปี ประจำปีงบประมาณ"),
    (
        "องค์การบริหารส่วนตำบล องค์การบริหารส่วนจังหวัด เทศบาลตำบล เทศบาลเมือง เทศบาลนคร สำนักปลัด"
        " กองคลัง กองช่าง กองการศึกษา"
    ),
    ("จุดอ่อน ข้อบกพร่อง ตัวชี้วัด จัดซื้อจัดจ้าง สินบน ผลประโยชน์ทับซ้อน ธรรมาภิบาล สาธารณชน ผลผลิต ผลลัพธ์ หมายเหตุ"),
    (
        "ผู้รับผิดชอบ กำกับติดตาม แนวทาง มาตรการ โปร่งใส คุณธรรม จริยธรรม ประพฤติมิชอบ ไตรมาส อบต"
        " อบจ กฎหมาย เว็บไซต์"
    ),
    "หน่วยงาน ภาครัฐ งบประมาณ",
)
# Abbreviations with dots come first: in a flow ปีงบประมาณพ.ศ. would else end in the name มาณพ.
SHORTENED = r"(?:เม\.ย\.?|ม[ีิ]\.[คย]\.?|(?:[ก-ฮ]\.){2,}|[ก-ฮ]\.[ก-ฮ](?![\u0e00-\u0e7f]))"
LETTER = r"[\u0e01-\u0e3a\u0e40-\u0e4e]"
# An abbreviation has a dot one or two letters on: only there it is looked for.
PIECES = re.compile(
    rf"{SHORTENED}|{LETTER}++(?!.?\.)|(?:{LETTER}(?!.?\.)|(?!{SHORTENED}){LETTER})+|(?i:[a-z]+)|[0-9]+(?:[.,][0-9]+)*|.",
    re.DOTALL,
)
THAI = re.compile(f"{LETTER}+")
# A piece with a Thai letter holds letters and dots alone: where letters begin, one begins.
RUN = compiled(f"(?<![{LETTER[1:-1]}.])[{LETTER[1:-1]}][{LETTER[1:-1]}.]*+")
APART = "\t\f"  # no piece goes on behind the end of a cell or page, each is one
ALONE = "ณธ"  # the only letters that are words of their own
LONGEST_WORD = 40
PARTS_AT_MOST = 4
LONGEST_RUN = 2000  # letters without a number or a sign between; a report's are of some hundreds
LOOKAHEAD = 200


class Dictionary:
    """The words known so far, by which texts are cut; one for the process, grown by `add_words`."""

    def __init__(self) -> None:
        self.starts = plain().copy()

    @property
    def words(self) -> set[str]:
        """Return the words, to be looked at only."""
        return self.starts.words

    def add(self, words: Iterable[str]) -> bool:
        """Add words; tell whether any was new."""
        new = {
            word
            for word in map(fold, words)
            if 2 <= len(word) <= LONGEST_WORD and THAI.fullmatch(word)
        } - self.words
        self.starts.add(new)
        return bool(new)

    def cut(self, text: str) -> list[str]:
        """Return the words of a run of Thai letters."""
        return list(self.cutting(text))

    def cutting(self, text: str) -> Iterator[str]:
        """Yield the words of a run of Thai letters, cut when they are asked for."""
        yield from _engine()(text, self.starts)


@cache
def _engine() -> Any:
    from pythainlp.tokenize import newmm

    return getattr(newmm, "_onecut", newmm.segment)  # word by word, where it can be had so


def _words() -> list[str]:
    """Return the words that everybody knows, and the domain's, folded: all at once, apart by a sign
    that nothing is folded across.
    """
    from pythainlp.corpus import thai_words

    every = (*thai_words(), *" ".join(DOMAIN).split())
    return fold("\t".join(word for word in every if len(word) > 1 or word in ALONE)).split("\t")


@cache
def plain() -> Starts:
    """Return the words that everybody knows, and the domain's: the same for every file, whatever
    the process's dictionary has learnt.
    """
    return Starts(_words())


@cache
def dictionary() -> Dictionary:
    """Return the process's dictionary."""
    return Dictionary()


def tokens(text: str) -> list[str]:
    """Return the words of a text, numbers and marks among them, white space left out."""
    return list(_tokens(fold(text)))


@lru_cache(maxsize=1 << 12)  # names and the beginnings of lines are asked for again and again
def _tokens(folded: str) -> tuple[str, ...]:
    return tuple(word for word in _every(folded) if word.strip())


def first(text: str) -> str:
    """Return the first word of a text, '' where there is none: no more is cut."""
    return _first(fold(text))


@lru_cache(maxsize=1 << 12)  # whoever sees whether lines go on asks of each again
def _first(folded: str) -> str:
    return next((word for word in _every(folded) if word.strip()), "")


def boundaries(flow: Flow) -> frozenset[int]:
    """Return the flow's indexes at which a word begins or ends."""
    return frozenset(accumulate(map(len, _every(flow.text)), initial=0))


def is_boundary(flow: Flow, at: int) -> bool:
    """Tell whether a word begins or ends at a flow's index; only the letters around are cut."""
    return at in _kept(flow.text)


def add_words(words: Iterable[str]) -> None:
    """Let the dictionary know words or phrases; of a phrase whose words are all known nothing is
    added.
    """
    known = dictionary()
    if known.add(phrase for phrase in dict.fromkeys(map(fold, words)) if not splits(phrase)):
        _kept.cache_clear()
        _tokens.cache_clear()
        _first.cache_clear()


def known(word: str) -> bool:
    """Tell whether a folded text is one word of the dictionary."""
    return word in dictionary().words


def splits(text: str) -> bool:
    """Tell whether a folded run of Thai letters is a few words of the dictionary, one after the
    other.
    """
    words, reach = dictionary().words, {0: 0}
    for end in range(1, len(text) + 1):
        counts = [
            parts + 1
            for start, parts in reach.items()
            if end - start <= LONGEST_WORD and text[start:end] in words
        ]
        if counts and min(counts) <= max(PARTS_AT_MOST, len(text) // 4):
            reach[end] = min(counts)
    return text != "" and len(text) in reach


class _Inner:
    """Where the words of a piece end, cut no further than anybody asks."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._left = accumulate(map(len, _words_in(text[start:end])), initial=start)
        self._ends: set[int] = set()
        self._reached = start

    def __contains__(self, at: int) -> bool:
        while self._reached < at:
            found = next(self._left, None)
            if found is None:
                break
            self._reached = found
            self._ends.add(found)
        return at in self._ends


class _Boundaries:
    """Where words begin and end in a text: its parts, between the ends of cells and pages, are read
    when they are asked for, and so are their runs of Thai letters.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts = [0, *sorted(at for end in APART for at, _ in places(text, end))]
        self._runs: dict[int, list[int]] = {}  # of each part, where its runs begin
        self._starts: dict[int, list[int]] = {}  # of each run, where its pieces begin
        self._inner: dict[int, _Inner] = {}

    def __contains__(self, at: int) -> bool:
        starts = self._pieces_around(at)
        piece = bisect_right(starts, at) - 1
        start = starts[piece]
        if at == start:
            return True
        if start not in self._inner:
            self._inner[start] = _Inner(self._text, start, starts[piece + 1])
        return at in self._inner[start]

    def _pieces_around(self, at: int) -> list[int]:
        """Return where the pieces begin of the run in which a letter stands, and where the last
        one ends.
        """
        runs = self._runs_around(at)
        run = bisect_right(runs, at) - 1
        start = runs[run]
        if start not in self._starts:
            pieces = _pieces(self._text, start, (*runs, len(self._text))[run + 1])
            self._starts[start] = [start, *(end for _, end in pieces)]
        return self._starts[start]

    def _runs_around(self, at: int) -> list[int]:
        """Return where the runs of Thai letters begin in the part in which a letter stands, what
        stands before the first with it, and where the part ends.
        """
        part = bisect_right(self._parts, at) - 1
        if part not in self._runs:
            start, end = (*self._parts, len(self._text))[part : part + 2]
            runs = (match.start() for match in RUN.finditer(self._text, start, end))
            self._runs[part] = [start, *(run for run in runs if start < run), end]
        return self._runs[part]


@lru_cache(maxsize=4)
def _kept(text: str) -> _Boundaries:
    return _Boundaries(text)


def _every(text: str) -> Iterator[str]:
    """Yield the words of a text, and every piece that is not Thai. Time grows with the text's
    length.
    """
    for start, end in _pieces(text):
        yield from _words_in(text[start:end])


def _words_in(piece: str) -> Iterator[str]:
    """Yield the words of a piece, itself if it is no run of Thai letters."""
    return _words_of(piece) if len(piece) > 1 and THAI.fullmatch(piece) else iter((piece,))


def _words_of(text: str) -> Iterator[str]:
    """Yield the words of a run of Thai letters. A long one is cut piece by piece, each with enough
    behind it to know where its last words end: the engine's time grows with the square.
    """
    cut, start = dictionary().cutting, 0
    while len(text) - start > LONGEST_RUN:
        taken = 0
        for word in cut(text[start : start + LONGEST_RUN]):
            if taken and taken + len(word) > LONGEST_RUN - LOOKAHEAD:
                break
            yield word
            taken += len(word)
        start += taken
    yield from cut(text[start:])


def _pieces(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return runs of Thai letters, abbreviations, numbers, Latin words and single marks, without a
    hole; of a part that the end of a cell or page opens, those up to the next such end.
    """
    pieces = (match.span() for match in PIECES.finditer(text, start))
    return list(pieces if end is None else takewhile(lambda piece: piece[0] < end, pieces))
