"""Finds phrases in a flow: exact first, near after, numbers always exact, never in the middle of a
word.

Near hits are looked for around seeds: a phrase of k wrong letters, cut into k + 1 pieces, has one
piece without a slip.
So a 600-page text costs a few plain searches per phrase, not a comparison at every letter.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from ita_checker.text import tokens as words
from ita_checker.text.compare import ALSO_RIGHT, MARKS, NEAR_ENOUGH, bare, cost, plain
from ita_checker.text.flow import AA, AM, Flow
from ita_checker.text.numbers import runs

SHORTEST_NEAR = 7  # letters without tones; below it every slip makes another word (รอบ, ราบ, ระบบ)
ONE_SLIP = 10  # below it a near hit must not be a word of its own (วิธีการ, พิธีการ)
DENSE, STRETCH = (
    3,
    8,
    # more slips than that in so few letters are another word (เหตุผลการประเมิน is no ผลการประเมิน
    # misspelt)
)
ENDS = "\t\f"
FOLLOWING = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํๆฯ")
LEADING = frozenset("เแโใไ")
PREFIXES = frozenset({"การ", "ความ", "ผู้", "นัก", "ชาว", "ไม่", "ที่", "อย่าง"})
WORDS_AROUND = 3  # how many words on are read again to see whether a cut leaves whole words
WORTH = 60.0  # a hit's worth grows with its length and with what its score is above this


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
    """A flow's text without tones, each letter with its flow index (one more at the end)."""

    text: str
    at: array[int]


@lru_cache(maxsize=4)
def _bare(text: str) -> Bare:
    dropped: set[int] = set()
    for other, usual in ALSO_RIGHT:
        extra = len(other) - len(usual)
        at = text.find(other)
        while at >= 0:
            dropped.update(range(at + len("ดุล"), at + len("ดุล") + extra))
            at = text.find(other, at + 1)
    kept = [
        index for index, letter in enumerate(text) if letter not in MARKS and index not in dropped
    ]
    return Bare(
        "".join(text[index] for index in kept).replace(AM, AA), array("L", [*kept, len(text)])
    )


def find(flow: Flow, phrases: Iterable[str], near: float = NEAR_ENOUGH) -> list[Hit]:
    """Return where phrases stand, in order; of hits that overlap the one with most letters well
    matched. `near` 100: exact only.
    """
    hits = [hit for phrase in dict.fromkeys(phrases) for hit in _hits(flow, phrase, near)]
    hits.sort(key=lambda hit: ((hit.score - WORTH) * (hit.start - hit.end), hit.start, hit.phrase))
    chosen: list[Hit] = []
    starts: list[int] = []
    for hit in hits:
        at = bisect_left(starts, hit.start)
        if (at == 0 or chosen[at - 1].end <= hit.start) and (
            at == len(chosen) or hit.end <= starts[at]
        ):
            starts.insert(at, hit.start)
            chosen.insert(at, hit)
    return chosen


def whole(flow: Flow, start: int, end: int) -> bool:
    """Tell whether the flow's letters [start, end) begin and end where words do."""
    return _parts(flow, start, start, end) and _parts(flow, end, start, end)


def _hits(flow: Flow, phrase: str, near: float) -> Iterator[Hit]:
    """Yield the hits of one phrase, exact ones first; they may overlap."""
    wanted, page = plain(phrase), _bare(flow.text)
    sought, taken = bare(wanted), set[int]()
    if not sought:
        return
    slips = int(len(sought) * (100 - near) / 100)
    slips = (
        max(slips, 1)
        if near < 100 and len(sought) >= SHORTEST_NEAR
        else 0
        if len(sought) < SHORTEST_NEAR
        else slips
    )
    for at in _places(page.text, sought):
        start, end = page.at[at], page.at[at + len(sought)]
        score = _score(wanted, flow.text[start:end])
        taken.update(
            range(at - slips, at + slips + 1)
        )  # what stands there letter for letter inside a word is no near hit either
        if score >= near and whole(flow, start, end):
            yield Hit(start, end, score, phrase)
    for at in _diagonals(page.text, sought, slips):
        if at not in taken and (hit := _best(flow, page, wanted, sought, at, slips)):
            taken.update(range(at - slips, at + slips + 1))
            yield Hit(*hit, phrase)


def _places(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def _diagonals(text: str, sought: str, slips: int) -> list[int]:
    """Return where the phrase would begin, were it there, seen from one of its pieces that is
    there whole.
    """
    if not slips:
        return []
    cuts = [len(sought) * part // (slips + 1) for part in range(slips + 2)]
    begins = {at - low for low, high in pairwise(cuts) for at in _places(text, sought[low:high])}
    reach, long = 3 * slips, len(sought)
    return [
        at
        for at in sorted(begins)
        if Levenshtein.distance(sought, text[max(0, at) : at + long], score_cutoff=reach) <= reach
    ]


def _best(
    flow: Flow, page: Bare, wanted: str, sought: str, at: int, slips: int
) -> tuple[int, int, float] | None:
    """Return start, end and score of the nearest piece around a place, or None where nothing there
    is near and whole.
    """
    choices: list[tuple[int, int, int, int]] = []
    for low in range(max(0, at - slips), at + slips + 1):
        for high in range(
            at + len(sought) - slips, min(len(page.text), at + len(sought) + slips) + 1
        ):
            piece = page.text[low:high]
            far = Levenshtein.distance(sought, piece, score_cutoff=slips)
            if piece and far <= slips and not any(stop in piece for stop in ENDS):
                # Of pieces as near as each other, those that begin and end with the phrase's own
                # letters go first.
                ends = (piece[0] != sought[0]) + (piece[-1] != sought[-1])
                choices.append((2 * far + ends, abs(len(piece) - len(sought)), low, high))
    for _, _, low, high in sorted(choices):
        start, end = page.at[low], page.at[high]
        seen = flow.text[start:end]
        another = _dense(sought, page.text[low:high]) or (
            len(sought) < ONE_SLIP and words.known(seen)
        )
        if not another and runs(seen) == runs(wanted) and whole(flow, start, end):
            return start, end, _score(wanted, seen)
    return None


def _dense(sought: str, piece: str) -> bool:
    """Tell whether more slips than a misspelling has stand close together."""
    at = [slip.src_pos for slip in Levenshtein.editops(sought, piece)]
    return any(later - first < STRETCH for first, later in zip(at, at[DENSE:], strict=False))


def _score(wanted: str, seen: str) -> float:
    return max(0.0, 100 - 100 * cost(wanted, plain(seen)) / len(bare(wanted)))


def _parts(flow: Flow, at: int, start: int, end: int) -> bool:
    """Tell whether a word may end at `at`, where the hit [start, end) begins or ends."""
    text = flow.text
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if after in FOLLOWING and after not in "ๆฯ":
        return False
    if (
        before in LEADING
        or (before.isdigit() and after.isdigit())
        or (_latin(before) and _latin(after))
    ):
        return False
    if at == start and before in ".," and after.isdigit() and text[at - 2 : at - 1].isdigit():
        return False
    return (
        not (_thai(before) and _thai(after))
        or at in words.boundaries(flow)
        or _words_around(flow, at, start, end)
    )


def _words_around(flow: Flow, at: int, start: int, end: int) -> bool:
    """Tell whether a cut inside what the tokeniser took for one word leaves words: อำนาจ|รัฐ does,
    ค|รอบ does not.
    """
    inside = next(_stops(flow, at, -1)) <= start and end <= next(_stops(flow, at, 1))
    left = at == start
    outer = [
        flow.text[min(stop, at) : max(stop, at)] for stop in _stops(flow, at, -1 if left else 1)
    ]
    if inside and not flow.gap(at):
        return left and outer[0] in PREFIXES
    return any(words.splits(piece) for piece in outer)


def _stops(flow: Flow, at: int, step: int) -> Iterator[int]:
    """Yield the next few places where a word begins or ends, from `at` to one side; there is at
    least one inside a word.
    """
    known, left = words.boundaries(flow), WORDS_AROUND
    while left and 0 < at < len(flow.text):
        at += step
        if at in known:
            left -= 1
            yield at


def _thai(letter: str) -> bool:
    return "\u0e01" <= letter <= "\u0e4e"


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()
