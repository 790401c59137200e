"""Letters of which the reader is not sure, settled by the words they stand in: of letters drawn
alike (ก ค, ซ ช, ย ษ) the one is meant that makes words, the commoner the likelier.

Only letters that the picture leaves open are settled, and only among those that it may show. They
stay doubtful.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from ita_checker.read.ocr.letters.alphabet import ABOVE, BELOW
from ita_checker.text.tokens import LONGEST_WORD, plain
from ita_checker.text.usage import RARE, costs

THAI = frozenset(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))))
MARKS = (ABOVE | BELOW) - {"ำ"}
# a letter less sure than this may be another: the surer it is, the more must words gain by it
OPEN = 0.997
SHORTEST = 2  # letters of a word: single ones would make a word of anything
REACH = 16  # letters from where a word begins in which open letters are tried
TRIED = 3  # open letters tried at once
# costs in nats: of a letter in no word, of each further guess of the reader, of a space in a word
STRANGE, FURTHER, SPACED = 6.0, 1.0, 5.0
# nats by which a letter must make the words likelier, over what speaks against it: on 330 degraded
# pages 477 letters are settled rightly and 8 wrongly (440 and 5 with twice as many)
GAIN = 2.0
EVEN = 0.5  # a letter less sure than this was still read before all others
Doubted = tuple[str, float, str]  # a letter, how sure it is, what else it may be
Choice = Mapping[str, float]  # what a letter may be, the one read first, and what each costs


def settled(letters: Sequence[Doubted]) -> list[str]:
    """Return the letters of a line, the open ones as the words say."""
    made = [letter for letter, *_ in letters]
    for places in _runs(made):
        choices = [_choice(letters, place) for place in places]
        if any(len(choice) > 1 for choice in choices):
            parted = [after - place > 1 for place, after in pairwise(places)]
            for place, letter in zip(places, _worded(choices, parted), strict=True):
                made[place] = letter
    return made


def _runs(letters: Sequence[str]) -> Iterator[list[int]]:
    """Yield where the letters of runs of Thai stand; spaces part none, for some are none."""
    places: list[int] = []
    for at, letter in enumerate(letters):
        if letter in THAI:
            places.append(at)
        elif letter != " ":
            yield places
            places = []
    yield places


def _choice(letters: Sequence[Doubted], at: int) -> Choice:
    """Return what a letter may be: a mark is no letter of its own, nor the same as one beside."""
    letter, sure, others = letters[at]
    found, mark = {letter: 0.0}, letter in MARKS
    if sure < OPEN:
        chance = max(sure, EVEN)
        odds = math.log(chance / (1 - chance))
        beside = {one for one, *_ in letters[max(0, at - 1) : at + 2]} if mark else set()
        for rank, other in enumerate(others):
            if other in THAI and (other in MARKS) == mark and other not in beside:
                found.setdefault(other, odds + FURTHER * rank)
    return found


def _worded(choices: Sequence[Choice], parted: Sequence[bool]) -> str:
    """Return the letters of a run as its words say, where that makes them much likelier; `parted`:
    whether a space stands behind each.
    """
    read = [next(iter(choice)) for choice in choices]
    best = likeliest(choices, parted)
    changed = sum(new != letter for new, letter in zip(best.text, read, strict=True))
    if not changed:
        return best.text
    as_read = likeliest([{letter: 0.0} for letter in read], parted)
    return best.text if as_read.cost - best.cost > GAIN * changed else "".join(read)


@dataclass(frozen=True, slots=True)
class _Way:
    """The likeliest words from a place on: what they cost, and their letters."""

    cost: float
    text: str


def likeliest(choices: Sequence[Choice], parted: Sequence[bool]) -> _Way:
    """Return the likeliest words that letters make."""
    prices = costs()
    ways = [_Way(0.0, "")] * (len(choices) + 1)
    for at in range(len(choices) - 1, -1, -1):
        best = _Way(STRANGE + ways[at + 1].cost, next(iter(choices[at])) + ways[at + 1].text)
        for word, cost in _words(choices, at):
            ahead = ways[at + len(word)]
            cost += prices.get(word, RARE) + SPACED * sum(parted[at : at + len(word) - 1])
            if cost + ahead.cost < best.cost:
                best = _Way(cost + ahead.cost, word + ahead.text)
        ways[at] = best
    return ways[0]


def _words(choices: Sequence[Choice], at: int) -> Iterator[tuple[str, float]]:
    """Yield the words that may begin at a place, each with what its letters cost."""
    starts, rest = plain(), choices[at : at + REACH]
    several = [place for place, choice in enumerate(rest) if len(choice) > 1][:TRIED]
    text = [next(iter(choice)) for choice in choices[at : at + LONGEST_WORD]]
    for taken in product(*(rest[place].items() for place in several)):
        for place, (letter, _) in zip(several, taken, strict=True):
            text[place] = letter
        for word in starts.prefixes("".join(text)):
            if len(word) >= SHORTEST:
                pairs = zip(several, taken, strict=True)
                yield word, sum(cost for place, (_, cost) in pairs if place < len(word))
