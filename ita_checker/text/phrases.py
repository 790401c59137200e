"""Finds phrases in a flow: exact first, near after, numbers always exact, never in the middle of a
word.

Near hits are looked for around seeds: a phrase of k wrong letters, cut into k + 1 pieces, has one
piece without a slip.
So a 600-page text costs a few plain searches per phrase, not a comparison at every letter.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from rapidfuzz.distance import LCSseq, Levenshtein

from ita_checker.text import tokens as words
from ita_checker.text.compare import ALSO_RIGHT, MARKS, NEAR_ENOUGH, bare, cost, plain
from ita_checker.text.flow import AA, AM, Flow
from ita_checker.text.numbers import runs
from ita_checker.text.word_edges import whole

SHORTEST_NEAR = 7  # letters without tones; below it every slip makes another word (รอบ, ราบ, ระบบ)
ONE_SLIP = 10  # below it a near hit must not be a word of its own (วิธีการ, พิธีการ)
DENSE, STRETCH = (
    3,
    8,
    # more slips than that in so few letters are another word (เหตุผลการประเมิน is no ผลการประเมิน
    # misspelt)
)
ENDS = "\t\f"
MARK = re.compile(f"[{MARKS}]")
WORTH = 60.0  # a hit's worth grows with its length and with what its score is above this
EXACT = 100.0  # in a hundred


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase stands: flow indexes [start, end), its likeness (100 = letter for letter),
    and the phrase as asked for.
    """

    start: int
    end: int
    score: float
    phrase: str


@dataclass(frozen=True, slots=True)
class Bare:
    """A flow's text without tones; `dropped`: before which of its letters each was left out, in
    order.
    """

    text: str
    dropped: array[int]

    def at(self, index: int) -> int:
        """Return the flow index of a letter (of the text's end, for one past the last)."""
        return index + bisect_right(self.dropped, index)

    def index(self, at: int) -> int:
        """Return which is the first letter at or after a flow index."""
        low, high = 0, len(self.dropped)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.dropped[middle] + middle < at else (low, middle)
        return at - low


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some stretches of a flow's text without tones, one ended by a page's end before the next
    begins; where each begins, here and in the whole `page`.
    """

    text: str
    page: Bare
    starts: tuple[int, ...]
    firsts: tuple[int, ...]

    def at(self, index: int) -> int:
        """Return the flow index of a letter."""
        stretch = bisect_right(self.starts, index) - 1
        return self.page.at(self.firsts[stretch] + index - self.starts[stretch])


@dataclass(frozen=True, slots=True)
class Sought:
    """A phrase as it is looked for: in one spelling, without tones, how many slips are near, and
    its pieces, each with where it begins, one of which has none of them.
    """

    wanted: str
    bare: str
    slips: int
    pieces: tuple[tuple[int, str], ...]


@lru_cache(maxsize=1 << 12)  # the same titles and words are looked for in every report
def _sought(phrase: str, near: float) -> Sought:
    wanted = plain(phrase)
    letters = bare(wanted)
    slips = int(len(letters) * (EXACT - near) / EXACT)
    if len(letters) < SHORTEST_NEAR:
        slips = 0
    elif near < EXACT:
        slips = max(slips, 1)
    cuts = [len(letters) * part // (slips + 1) for part in range(slips + 2)]
    pieces = tuple((low, letters[low:high]) for low, high in pairwise(cuts)) if slips else ()
    return Sought(wanted, letters, slips, pieces)


def _bare(text: str) -> Bare:
    """Return a text without tones and in one spelling of words that have two."""
    dropped: set[int] = set()
    for other, usual in ALSO_RIGHT:
        extra = len(other) - len(usual)
        at = text.find(other)
        while at >= 0:
            dropped.update(range(at + len("ดุล"), at + len("ดุล") + extra))
            at = text.find(other, at + 1)
    marks = [match.start() for match in MARK.finditer(text)]
    if dropped:
        marks = sorted({*dropped, *marks})
        pieces = pairwise([-1, *marks, len(text)])
        letters = "".join(text[low + 1 : high] for low, high in pieces).replace(AM, AA)
    else:
        letters = bare(text)
    return Bare(letters, array("L", (index - before for before, index in enumerate(marks))))


def _excerpt(page: Bare, stretches: Iterable[tuple[int, int]]) -> Excerpt:
    """Return some stretches of a flow's text."""
    places = [(page.index(start), page.index(end)) for start, end in stretches]
    letters = [page.text[first:last] + "\f" for first, last in places]
    starts = tuple(accumulate(map(len, letters[:-1]), initial=0))
    return Excerpt("".join(letters), page, starts, tuple(first for first, _ in places))


class Searched:
    """A flow in which phrases are looked for, or some stretches of it: what was looked for once is
    kept, whoever asks.
    """

    def __init__(self, flow: Flow, excerpt: Excerpt | None = None) -> None:
        self._flow = flow
        self._page = excerpt or _bare(flow.text)
        self._hits: dict[tuple[str, float], tuple[Hit, ...]] = {}
        self._places: dict[str, list[int]] = {}

    def within(self, stretches: Iterable[tuple[int, int]]) -> Searched:
        """Return stretches of the flow, in order and apart, to look in them alone."""
        page = self._page
        assert isinstance(page, Bare)
        return Searched(self._flow, _excerpt(page, stretches))

    def find(self, phrases: Iterable[str], near: float = NEAR_ENOUGH) -> list[Hit]:
        """Return where phrases stand, in order; of hits that overlap the one with most letters well
        matched. `near` 100: exact only.
        """
        return _apart(hit for phrase in dict.fromkeys(phrases) for hit in self._of(phrase, near))

    def each(self, phrases: Iterable[str], near: float = NEAR_ENOUGH) -> Iterator[Hit]:
        """Yield where each of the phrases stands, looked for only when it is asked for: for who
        wants one hit. They may overlap.
        """
        for phrase in dict.fromkeys(phrases):
            yield from self._hits.get((phrase, near)) or self._found(phrase, near)

    def _of(self, phrase: str, near: float) -> tuple[Hit, ...]:
        """Return the hits of one phrase; they may overlap."""
        if (phrase, near) not in self._hits:
            self._hits[phrase, near] = tuple(self._found(phrase, near))
        return self._hits[phrase, near]

    def _found(self, phrase: str, near: float) -> Iterator[Hit]:
        """Yield the hits of one phrase, exact ones first."""
        sought, page = _sought(phrase, near), self._page
        taken: set[int] = set()
        if not sought.bare:
            return
        slips = sought.slips
        for at in self._where(sought.bare):
            start, end = page.at(at), page.at(at + len(sought.bare))
            score = _score(sought, self._flow.text[start:end])
            taken.update(
                range(at - slips, at + slips + 1)
            )  # what stands there letter for letter inside a word is no near hit either
            if score >= near and whole(self._flow, start, end):
                yield Hit(start, end, score, phrase)
        for at in self._diagonals(sought):
            if at not in taken and (hit := _best(self._flow, page, sought, at)):
                taken.update(range(at - slips, at + slips + 1))
                yield Hit(*hit, phrase)

    def _where(self, piece: str) -> list[int]:
        """Return where letters stand: phrases share many of their pieces."""
        if piece not in self._places:
            self._places[piece] = _places(self._page.text, piece)
        return self._places[piece]

    def _diagonals(self, sought: Sought) -> list[int]:
        """Return where the phrase would begin, were it there, seen from one of its pieces that is
        there whole. All its letters but as many as may be wrong stand around there, in their order.
        """
        begins = {at - low for low, piece in sought.pieces for at in self._where(piece)}
        if not begins:
            return []
        text, long, slips = self._page.text, len(sought.bare), sought.slips
        return [
            at
            for at in sorted(begins)
            if LCSseq.similarity(
                sought.bare,
                text[max(0, at - slips) : max(0, at + long + slips)],
                score_cutoff=long - slips,
            )
        ]


def find(flow: Flow, phrases: Iterable[str], near: float = NEAR_ENOUGH) -> list[Hit]:
    """Return where phrases stand in a flow that is searched once."""
    return Searched(flow).find(phrases, near)


def _apart(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that overlap no better one, in order."""
    best = sorted(
        hits, key=lambda hit: ((hit.score - WORTH) * (hit.start - hit.end), hit.start, hit.phrase)
    )
    chosen: list[Hit] = []
    starts: list[int] = []
    for hit in best:
        at = bisect_left(starts, hit.start)
        if (at == 0 or chosen[at - 1].end <= hit.start) and (
            at == len(chosen) or hit.end <= starts[at]
        ):
            starts.insert(at, hit.start)
            chosen.insert(at, hit)
    return chosen


def _places(text: str, piece: str) -> list[int]:
    found: list[int] = []
    at = text.find(piece)
    while at >= 0:
        found.append(at)
        at = text.find(piece, at + 1)
    return found


def _best(
    flow: Flow, page: Bare | Excerpt, sought: Sought, at: int
) -> tuple[int, int, float] | None:
    """Return start, end and score of the nearest piece around a place, or None where nothing there
    is near and whole.
    """
    for low, high in _nearest(page.text, sought, at):
        start, end = page.at(low), page.at(high)
        seen = flow.text[start:end]
        another = _dense(sought.bare, page.text[low:high]) or (
            len(sought.bare) < ONE_SLIP and words.known(seen)
        )
        if not another and runs(seen) == runs(sought.wanted) and whole(flow, start, end):
            return start, end, _score(sought, seen)
    return None


def _nearest(text: str, sought: Sought, at: int) -> list[tuple[int, int]]:
    """Return the pieces around a place that are near a phrase, the nearest first. Of pieces as near
    as each other, those that begin and end with the phrase's own letters go first.
    """
    wanted, slips = sought.bare, sought.slips
    choices: list[tuple[int, int, int, int]] = []
    last = min(len(text), at + len(wanted) + slips)
    for low in range(max(0, at - slips), at + slips + 1):
        high = max(at + len(wanted) - slips, low + len(wanted) - slips)
        while high <= min(last, low + len(wanted) + slips):
            piece = text[low:high]
            far = Levenshtein.distance(wanted, piece, score_cutoff=2 * slips)
            if far <= slips and piece and not any(stop in piece for stop in ENDS):
                ends = (piece[0] != wanted[0]) + (piece[-1] != wanted[-1])
                choices.append((2 * far + ends, abs(len(piece) - len(wanted)), low, high))
            high += max(1, far - slips)  # each letter more brings it one slip nearer at most
    return [(low, high) for _, _, low, high in sorted(choices)]


def _dense(sought: str, piece: str) -> bool:
    """Tell whether more slips than a misspelling has stand close together."""
    at = [slip.src_pos for slip in Levenshtein.editops(sought, piece)]
    return any(later - first < STRETCH for first, later in zip(at, at[DENSE:], strict=False))


def _score(sought: Sought, seen: str) -> float:
    return max(0.0, 100 - 100 * cost(sought.wanted, plain(seen)) / len(sought.bare))
