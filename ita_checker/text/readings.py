"""What else may letters read from a picture be? What is known, words, bends what is doubtful, and
nothing else.

A letter the reader was sure of is never touched, nor is any digit, however doubtful: a misspelt
word stays misspelt
unless the picture leaves room for the right one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log

from ita_checker.model import Doubtful
from ita_checker.text.flow import fold
from ita_checker.text.tokens import known

# stands for a letter that is none: white space to every reader of text, so that no offset moves
NOTHING = "\u200b"
AROUND = 14  # letters on both sides of a doubtful one by which its reading is judged
TOGETHER = 5  # doubtful letters no farther apart than that are judged together
BEAM = 12  # readings followed at a time
LONGEST_WORD = 22
UNKNOWN_LETTER, WORD, SHORT_WORD = (
    2.5,
    1.0,
    1.9,
)  # what a letter in no word costs, a word, and one of two letters
SHARES = (0.62, 0.25, 0.13)  # of what a letter's own reading leaves, by rank of the other readings
NO_LETTER = 0.1  # of what it leaves: that there is no letter at all
MARGIN = 1.0  # how much better another reading has to fit
THAI = frozenset(map(chr, range(0x0E01, 0x0E4F)))
LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def bent(text: str, doubtful: Sequence[Doubtful]) -> str:
    """Return a line with each doubtful letter as the reading that makes words, as long as before
    (NOTHING for a letter that is none).
    """
    letters = list(text)
    for group in _groups([one for one in doubtful if _may_bend(text, one)]):
        low, high = max(0, group[0].index - AROUND), min(len(letters), group[-1].index + AROUND + 1)
        for at, letter in zip(
            (one.index for one in group), _best(letters, low, high, group), strict=True
        ):
            letters[at] = letter
    return "".join(letters)


def _may_bend(text: str, one: Doubtful) -> bool:
    letter = text[one.index]
    return letter in THAI or (letter in LATIN and any(other in THAI for other in one.others))


def _groups(doubtful: Sequence[Doubtful]) -> Iterator[list[Doubtful]]:
    group: list[Doubtful] = []
    for one in doubtful:
        if group and one.index - group[-1].index > TOGETHER:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _best(
    letters: Sequence[str], low: int, high: int, group: Sequence[Doubtful]
) -> tuple[str, ...]:
    """Return the letters of the group's likeliest reading among words; the one read where no other
    is better by far.
    """
    read = tuple(letters[one.index] for one in group)
    beam: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for one in group:
        grown = [
            (cost + more, (*chosen, letter))
            for cost, chosen in beam
            for letter, more in choices(letters[one.index], one)
        ]
        beam = sorted(
            grown,
            key=lambda pair: (
                pair[0] + _cost(_put(letters, low, high, group, pair[1])),
                pair[1] != read,
            ),
        )[:BEAM]
        if not any(chosen == read[: len(chosen)] for _, chosen in beam):
            beam.append(next(pair for pair in grown if pair[1] == read[: len(pair[1])]))
    totals = {
        chosen: cost + _cost(_put(letters, low, high, group, chosen)) for cost, chosen in beam
    }
    best = min(totals, key=lambda chosen: (totals[chosen], chosen))
    return best if totals[best] <= totals[read] - MARGIN else read


def choices(letter: str, one: Doubtful) -> list[tuple[str, float]]:
    """Return what a doubtful letter may be, itself first, each with what it costs (less for the
    likely).
    """
    left = max(1 - one.confidence, 1e-3)
    others = [other for other in one.others if other in THAI and not other.isdigit()]
    found = [(letter, -log(max(one.confidence, 1e-3)))]
    found += [(other, -log(left * share)) for other, share in zip(others, SHARES, strict=False)]
    return [*found, (NOTHING, -log(left * NO_LETTER))]


def _put(
    letters: Sequence[str], low: int, high: int, group: Sequence[Doubtful], chosen: Sequence[str]
) -> str:
    piece = list(letters[low:high])
    for one, letter in zip(group, chosen, strict=False):
        piece[one.index - low] = letter
    return "".join(piece)


def _cost(piece: str) -> float:
    return strangeness(fold(piece))


@lru_cache(maxsize=1 << 14)
def strangeness(text: str) -> float:
    """Return how far a folded piece is from words: each word costs a little, each letter outside
    words much.
    """
    least = [0.0]
    for end in range(1, len(text) + 1):
        best = least[end - 1] + (
            UNKNOWN_LETTER if text[end - 1].isalpha() or text[end - 1] in THAI else 0.0
        )
        for start in range(max(0, end - LONGEST_WORD), end - 1):
            if least[start] + WORD < best and known(text[start:end]):
                best = min(best, least[start] + (SHORT_WORD if end - start == 2 else WORD))
        least.append(best)
    return least[-1]
