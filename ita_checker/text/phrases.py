"""Finds phrases in a flow: exact first, near after, numbers always exact, never in the middle of a
word.

Near hits are looked for around seeds: a phrase of k wrong letters, cut into k + 1 pieces, has one
piece without a slip.
So a 600-page text costs a few plain searches per phrase, not a comparison at every letter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import LCSseq, Levenshtein

from ita_checker.text import tokens as words
from ita_checker.text.compare import NEAR_ENOUGH, bare, cost, plain
from ita_checker.text.flow import Flow
from ita_checker.text.numbers import runs
from ita_checker.text.toneless import Bare, Excerpt, bare_of, excerpt_of
from ita_checker.text.word_edges import whole

SHORTEST_NEAR = 7  # letters without tones; below it every slip makes another word (รอบ, ราบ, ระบบ)
ONE_SLIP = 10  # below it a near hit must not be a word of its own (วิธีการ, พิธีการ)
# More slips than that in so few letters are another word: เหตุผลการประเมิน is no ผลการประเมิน.
DENSE, STRETCH = 3, 8
ENDS = "\t\f"
PACKS = 1 << 7  # lists of phrases that are looked for together, those of each pack
WORTH = 60.0  # a hit's worth grows with its length and with what its score is above this
EXACT = 100.0  # in a hundred


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase stands in the flow [start, end), its likeness (100 = exact), the phrase."""

    start: int
    end: int
    score: float
    phrase: str


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


@lru_cache(maxsize=PACKS)
def _pieces_of(phrases: tuple[str, ...], near: float) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return the phrases that hold each of their pieces, and where it begins in them; a phrase of
    which none may be wrong is a piece itself.
    """
    made = dict[str, list[tuple[str, int]]]()
    for phrase in phrases:
        sought = _sought(phrase, near)
        for low, piece in sought.pieces or ((0, sought.bare),):
            made.setdefault(piece, []).append((phrase, low))
    made.pop("", None)
    return {piece: tuple(owners) for piece, owners in made.items()}


class Searched:
    """A flow in which phrases are looked for, or some stretches of it: what was looked for once is
    kept, whoever asks.
    """

    def __init__(self, flow: Flow, excerpt: Excerpt | None = None) -> None:
        self._flow = flow
        self._page = excerpt or bare_of(flow.text)
        self._hits: dict[tuple[str, float], tuple[Hit, ...]] = {}
        self._places: dict[str, Sequence[int]] = {}
        self._begun: dict[tuple[str, float], set[int]] = {}  # where phrases would begin

    def within(self, stretches: Iterable[tuple[int, int]]) -> Searched:
        """Return stretches of the flow, in order and apart, to look in them alone."""
        page = self._page
        assert isinstance(page, Bare)
        return Searched(self._flow, excerpt_of(page, stretches))

    def find(self, phrases: Iterable[str], near: float = NEAR_ENOUGH) -> list[Hit]:
        """Return where phrases stand, in order; of hits that overlap the one with most letters well
        matched. `near` 100: exact only.
        """
        wanted = dict.fromkeys(phrases)
        self._begin(tuple(phrase for phrase in wanted if (phrase, near) not in self._hits), near)
        return _apart(hit for phrase in wanted for hit in self._of(phrase, near))

    def each(self, phrases: Iterable[str], near: float = NEAR_ENOUGH) -> Iterator[Hit]:
        """Yield where each of the phrases stands, looked for only when it is asked for: for who
        wants one hit. Those that stand there letter for letter come first; they may overlap.
        """
        wanted = dict.fromkeys(phrases)
        for phrase in wanted:
            yield from self._hits.get((phrase, near)) or self._exactly(phrase, near)
        self._begin(tuple(wanted), near)
        for phrase in wanted:
            yield from self._nearly(phrase, near) if (phrase, near) not in self._hits else ()

    def _begin(self, phrases: tuple[str, ...], near: float) -> None:
        """See where phrases would begin, each of their pieces looked for once: of those of which no
        piece is there nothing more is asked.
        """
        begun, text = dict[str, set[int]](), self._page.text
        for piece, owners in _pieces_of(phrases, near).items():
            if piece not in text:  # nearly always
                continue
            for at in self._where(piece):
                for phrase, low in owners:
                    begun.setdefault(phrase, set()).add(at - low)
        for phrase in phrases:
            if phrase in begun:
                self._begun[phrase, near] = begun[phrase]
            else:
                self._hits[phrase, near] = ()

    def _of(self, phrase: str, near: float) -> tuple[Hit, ...]:
        """Return the hits of one phrase; they may overlap."""
        if (phrase, near) not in self._hits:
            self._hits[phrase, near] = tuple(self._found(phrase, near))
        return self._hits[phrase, near]

    def _found(self, phrase: str, near: float) -> Iterator[Hit]:
        """Yield the hits of one phrase, exact ones first."""
        yield from self._exactly(phrase, near)
        yield from self._nearly(phrase, near)

    def _exactly(self, phrase: str, near: float) -> Iterator[Hit]:
        """Yield where a phrase stands letter for letter, but for its tones."""
        sought = _sought(phrase, near)
        for at in self._stands(sought, phrase, near):
            start, end = self._page.at(at), self._page.at(at + len(sought.bare))
            score = _score(sought, self._flow.text[start:end])
            if score >= near and whole(self._flow, start, end):
                yield Hit(start, end, score, phrase)

    def _nearly(self, phrase: str, near: float) -> Iterator[Hit]:
        """Yield where a phrase nearly stands: not where it does letter for letter, be it inside a
        word.
        """
        sought, page = _sought(phrase, near), self._page
        slips = sought.slips
        begins = self._begins(phrase, near, sought) if slips else ()
        taken: set[int] = set()
        for at in self._stands(sought, phrase, near) if begins else ():
            taken.update(range(at - slips, at + slips + 1))
        for at in begins:
            if (
                at not in taken
                and self._may_stand(sought, at)
                and (hit := _best(self._flow, page, sought, at))
            ):
                taken.update(range(at - slips, at + slips + 1))
                yield Hit(*hit, phrase)

    def _stands(self, sought: Sought, phrase: str, near: float) -> Sequence[int]:
        """Return where a phrase's letters stand, be it inside a word."""
        begun, text = self._begun.get((phrase, near)), self._page.text
        if begun is None:
            return self._where(sought.bare) if sought.bare else ()
        return sorted(at for at in begun if at >= 0 and text.startswith(sought.bare, at))

    def _where(self, piece: str) -> Sequence[int]:
        """Return where letters stand: phrases share many of their pieces."""
        known = self._places.get(piece)
        if known is None:
            known = self._places[piece] = _places(self._page.text, piece)
        return known

    def _begins(self, phrase: str, near: float, sought: Sought) -> Sequence[int]:
        """Return where the phrase would begin, were it there, seen from one of its pieces that is
        there whole; where it stands letter for letter, if none of it may be wrong.
        """
        begun = self._begun.get((phrase, near))
        if begun is not None:
            return sorted(begun)
        if not sought.pieces:
            return self._where(sought.bare)
        begins = list[int]()
        for low, piece in sought.pieces:
            begins += [at - low for at in self._where(piece)]
        return sorted({*begins})

    def _may_stand(self, sought: Sought, at: int) -> bool:
        """Tell whether all letters of a phrase but as many as may be wrong stand around a place, in
        their order.
        """
        long, slips = len(sought.bare), sought.slips
        around = self._page.text[max(0, at - slips) : max(0, at + long + slips)]
        return LCSseq.similarity(sought.bare, around, score_cutoff=long - slips) > 0


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


def _places(text: str, piece: str) -> Sequence[int]:
    at = text.find(piece)
    if at < 0:  # nearly always
        return ()
    found: list[int] = []
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
    wanted, long, slips = sought.bare, len(sought.bare), sought.slips
    choices: list[tuple[int, int, int, int]] = []
    last, low = min(len(text), at + long + slips), max(0, at - slips)
    while low <= at + slips:
        # A place and an end each bring a piece one slip nearer by each letter they are moved.
        over = (
            Levenshtein.distance(wanted, text[low : low + long], score_cutoff=3 * slips) - 2 * slips
        )
        if over > 0:
            low += (over + 1) // 2
            continue
        high = max(at, low) + long - slips
        while high <= min(last, low + long + slips):
            piece = text[low:high]
            far = Levenshtein.distance(wanted, piece, score_cutoff=2 * slips)
            if far <= slips and piece and not any(stop in piece for stop in ENDS):
                ends = (piece[0] != wanted[0]) + (piece[-1] != wanted[-1])
                choices.append((2 * far + ends, abs(len(piece) - long), low, high))
            high += max(1, far - slips)
        low += 1
    return [(low, high) for _, _, low, high in sorted(choices)]


def _dense(sought: str, piece: str) -> bool:
    """Tell whether more slips than a misspelling has stand close together."""
    at = [slip.src_pos for slip in Levenshtein.editops(sought, piece)]
    return any(later - first < STRETCH for first, later in zip(at, at[DENSE:], strict=False))


def _score(sought: Sought, seen: str) -> float:
    return max(0.0, 100 - 100 * cost(sought.wanted, plain(seen)) / len(sought.bare))
