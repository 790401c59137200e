"""Where a phrase stands but for a few wrong letters: the nearest piece around a place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import LCSseq, Levenshtein

from ita_checker.text import tokens as words
from ita_checker.text.compare import bare, cost, plain
from ita_checker.text.flow import Flow
from ita_checker.text.numbers import runs
from ita_checker.text.toneless import Bare, Excerpt
from ita_checker.text.word_edges import whole

SHORTEST_NEAR = 7  # letters without tones; below it every slip makes another word (รอบ, ราบ, ระบบ)
ONE_SLIP = 10  # below it a near hit must not be a word of its own (วิธีการ, พิธีการ)
# More slips than that in so few letters are another word: เหตุผลการประเมิน is no ผลการประเมิน.
DENSE, STRETCH = 3, 8
ENDS = "\t\f"
EXACT = 100.0  # in a hundred


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
def sought_as(phrase: str, near: float) -> Sought:
    """Return how a phrase is looked for."""
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


def may_stand(text: str, sought: Sought, at: int) -> bool:
    """Tell whether all letters of a phrase but as many as may be wrong stand around a place, in
    their order.
    """
    long, slips = len(sought.bare), sought.slips
    around = text[max(0, at - slips) : max(0, at + long + slips)]
    return LCSseq.similarity(sought.bare, around, score_cutoff=long - slips) > 0


def best(
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
            return start, end, score(sought, seen)
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


def score(sought: Sought, seen: str) -> float:
    """Return how like a phrase a piece of the flow is, in a hundred."""
    if seen == sought.wanted:
        return EXACT
    return max(0.0, EXACT - EXACT * cost(sought.wanted, plain(seen)) / len(sought.bare))
