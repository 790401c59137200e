"""Finds phrases in a flow: exact first, near after, numbers always exact, never in the middle of a
word.

Near hits are looked for around seeds: a phrase of k wrong letters, cut into k + 1 pieces, has one
piece without a slip.
So a 600-page text costs a few plain searches per phrase, not a comparison at every letter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import heapify, heappop, heappush
from itertools import count

from ita_checker.model.records import record
from ita_checker.text.compare import NEAR_ENOUGH
from ita_checker.text.flow import Flow
from ita_checker.text.nearly import EXACT, Sought, best, may_stand, score, sought_as
from ita_checker.text.toneless import Bare, Excerpt, bare_of, excerpt_of
from ita_checker.text.word_edges import whole

PACKS = 1 << 7  # lists of phrases that are looked for together, those of each pack
WORTH = 60.0  # a hit's worth grows with its length and with what its score is above this


@record(frozen=True, slots=True)
class Hit:
    """Where a phrase stands in the flow [start, end), its likeness (100 = exact), the phrase."""

    start: int
    end: int
    score: float
    phrase: str


@lru_cache(maxsize=PACKS)
def _pieces_of(phrases: tuple[str, ...], near: float) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return the phrases that hold each of their pieces, and where it begins in them; a phrase of
    which none may be wrong is a piece itself.
    """
    made = dict[str, list[tuple[str, int]]]()
    for phrase in phrases:
        sought = sought_as(phrase, near)
        for low, piece in sought.pieces or ((0, sought.bare),):
            made.setdefault(piece, []).append((phrase, low))
    made.pop("", None)
    return {piece: tuple(owners) for piece, owners in made.items()}


@record(frozen=True, slots=True)
class _Around:
    """Places so close together that what nearly stands at one is looked for at no other; the worth
    that no hit there has more than, and the letters [start, end) that each of them holds.
    """

    phrase: str
    near: float
    places: tuple[int, ...]
    worth: float
    start: int
    end: int


class Searched:
    """A flow in which phrases are looked for, or some stretches of it: what was looked for once is
    kept, whoever asks.
    """

    def __init__(self, flow: Flow, excerpt: Excerpt | None = None) -> None:
        self._flow = flow
        self._page = excerpt or bare_of(flow.text)
        self._seen: dict[tuple[str, float], tuple[Hit | _Around, ...]] = {}
        self._near: dict[_Around, tuple[Hit, ...]] = {}
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
        self._begin(tuple(phrase for phrase in wanted if (phrase, near) not in self._seen), near)
        return self._apart(one for phrase in wanted for one in self._of(phrase, near))

    def each(self, phrases: Iterable[str], near: float = NEAR_ENOUGH) -> Iterator[Hit]:
        """Yield where each of the phrases stands, looked for only when it is asked for: for who
        wants one hit. Those that stand there letter for letter come first; they may overlap.
        """
        wanted = dict.fromkeys(phrases)
        for phrase in wanted:
            yield from filter(self._whole, self._exactly(phrase, near))
            yield from self._nearly(phrase, near) if self._seen.get((phrase, near)) else ()
        self._begin(tuple(wanted), near)
        for phrase in wanted:
            yield from () if (phrase, near) in self._seen else self._nearly(phrase, near)

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
                self._seen[phrase, near] = ()

    def _apart(self, found: Iterable[Hit | _Around]) -> list[Hit]:
        """Return the hits that overlap no better one, in order; around places where none could but
        overlap one none is looked for.
        """
        number = count()
        ahead = [(*_rank(one), next(number), one) for one in found]
        heapify(ahead)
        chosen, starts = list[Hit](), list[int]()
        while ahead:
            one = heappop(ahead)[-1]
            at = bisect_left(starts, one.end)
            if one.start < one.end and at and one.start < chosen[at - 1].end:
                continue
            if isinstance(one, _Around):
                for hit in self._hits_around(one):
                    heappush(ahead, (*_rank(hit), next(number), hit))
            elif self._whole(one):
                starts.insert(at, one.start)
                chosen.insert(at, one)
        return chosen

    def _of(self, phrase: str, near: float) -> tuple[Hit | _Around, ...]:
        """Return where the letters of a phrase stand, be it inside a word, and around which places
        they may nearly.
        """
        if (phrase, near) not in self._seen:
            exact = tuple(self._exactly(phrase, near))
            self._seen[phrase, near] = (*exact, *self._around(phrase, near))
        return self._seen[phrase, near]

    def _whole(self, hit: Hit) -> bool:
        """Tell whether a hit begins and ends where words do."""
        return whole(self._flow, hit.start, hit.end)

    def _exactly(self, phrase: str, near: float) -> Iterator[Hit]:
        """Yield where a phrase stands letter for letter, but for its tones, be it inside a word."""
        sought = sought_as(phrase, near)
        for at in self._where(sought.bare) if sought.bare else ():
            start, end = self._page.at(at), self._page.at(at + len(sought.bare))
            like = score(sought, self._flow.text[start:end])
            if like >= near:
                yield Hit(start, end, like, phrase)

    def _nearly(self, phrase: str, near: float) -> Iterator[Hit]:
        """Yield where a phrase nearly stands."""
        for around in self._around(phrase, near):
            yield from self._hits_around(around)

    def _around(self, phrase: str, near: float) -> Iterator[_Around]:
        """Yield the places around which a phrase may nearly stand: not where it does letter for
        letter, be it inside a word.
        """
        sought = sought_as(phrase, near)
        slips = sought.slips
        begins = self._begins(phrase, near, sought) if slips else ()
        taken: set[int] = set()
        for at in self._where(sought.bare) if begins else ():
            taken.update(range(at - slips, at + slips + 1))
        text, close = self._page.text, list[int]()
        for at in begins:
            if at not in taken and may_stand(text, sought, at):
                if close and at > close[-1] + slips:
                    yield self._together(phrase, near, sought, close)
                    close = []
                close.append(at)
        if close:
            yield self._together(phrase, near, sought, close)

    def _together(self, phrase: str, near: float, sought: Sought, places: Sequence[int]) -> _Around:
        long, slips, at = len(sought.bare), sought.slips, self._page.at
        first, last = max(0, places[0] - slips), max(0, places[-1] + slips)
        marks = at(last + long) - at(first) - (last + long - first)
        most = _worth(EXACT - EXACT / long, long + 1 + marks)  # with one slip
        end = at(max(0, places[0] + long - slips))
        return _Around(phrase, near, tuple(places), most, at(last), end)

    def _hits_around(self, around: _Around) -> tuple[Hit, ...]:
        """Return where a phrase nearly stands around some places; one that was found is found from
        no place behind it again.
        """
        if around not in self._near:
            sought, page = sought_as(around.phrase, around.near), self._page
            found, free = list[Hit](), around.places[0]
            for at in around.places:
                if at >= free and (hit := best(self._flow, page, sought, at)):
                    free = at + sought.slips + 1
                    found.append(Hit(*hit, around.phrase))
            self._near[around] = tuple(found)
        return self._near[around]

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


def find(flow: Flow, phrases: Iterable[str], near: float = NEAR_ENOUGH) -> list[Hit]:
    """Return where phrases stand in a flow that is searched once."""
    return Searched(flow).find(phrases, near)


def _worth(like: float, letters: int) -> float:
    return (like - WORTH) * letters


def _rank(one: Hit | _Around) -> tuple[float, int, str]:
    """Return by what hits are sorted, the best first, and places before the hits around them."""
    if isinstance(one, Hit):
        return -_worth(one.score, one.end - one.start), one.start, one.phrase
    return -one.worth, -1, one.phrase


def _places(text: str, piece: str) -> Sequence[int]:
    at = text.find(piece)
    if at < 0:  # nearly always
        return ()
    found: list[int] = []
    while at >= 0:
        found.append(at)
        at = text.find(piece, at + 1)
    return found
