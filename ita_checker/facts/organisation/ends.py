"""Where a proper name ends: spaces, line ends, following words, the dictionary, known places and
other mentions have a voice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ita_checker.text.flow import Flow, fold
from ita_checker.text.gazetteer import known
from ita_checker.text.tokens import tokens
from ita_checker.words import lists_of, words_of

LONGEST = 42
NAME = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]")
CANNOT_BEGIN = frozenset(
    map(chr, (0x0E2F, 0x0E30, 0x0E31, *range(0x0E32, 0x0E3B), *range(0x0E45, 0x0E4E)))
)  # vowels and marks that follow a consonant, and the signs of repeating and leaving out
CANNOT_END = frozenset(map(chr, range(0x0E40, 0x0E45)))  # vowels that stand before one
FIRM, BROKEN, SPACED, WRAPPED = 3.0, 3.0, 2.0, 0.4
FOLLOWED, PERHAPS_FOLLOWED, KNOWN, KNOWN_ALONE, AGREED, AGREED_ALONE = 3.0, 1.5, 3.0, 1.0, 4.0, 3.5
OVER_SPACE, OVER_BREAK, OVER_WORD, OVER_PERHAPS, INSIDE_WORD = 1.5, 3.0, 2.5, 0.8, 2.0
ALWAYS = frozenset(map(fold, words_of("names.always")))
INCOMPLETE = frozenset(map(fold, words_of("names.incomplete")))
LONG_WORD = 6  # letters from which a following word is not a part of a name by chance
SURE = 1.9  # less than one plain sign (a space) is no end


@dataclass(frozen=True, slots=True)
class End:
    """Where a name ends in the flow, and how sure that is (about 2 for each sign)."""

    at: int
    score: float


@dataclass(frozen=True)
class Ground:
    """What is known before a name is looked at: the flow, where lines were ended on purpose, names
    agreed on by other mentions, and names that stand whole before spaces and line ends.
    """

    flow: Flow
    broken: frozenset[int]
    agreed: Mapping[str, int]
    whole: frozenset[str] = frozenset()


def end(ground: Ground, start: int, place: Callable[[str], bool] = known) -> End | None:
    """Return the best end of the name that begins at `start`, or None where no name begins
    there.
    """
    text = ground.flow.text
    if start >= len(text) or not NAME.match(text, start) or text[start] in CANNOT_BEGIN:
        return None
    cuts = _cuts(ground, start)
    best: End | None = None
    begins, crossed, words = _cost_of_beginning(ground, start, cuts), 0.0, 0.0
    whole = start + max(
        (len(name) for name in ground.whole if text.startswith(name, start)), default=2
    )
    for at in range(start + 1, min(len(text), start + LONGEST) + 1):
        if at >= whole and _may_end(text, at) and text[start:at] not in INCOMPLETE:
            score = _score(ground, start, at, cuts, place) - crossed
            if _gap(ground, at) >= SPACED and _real(text[start:at], place):
                score += words  # of a known place before a space no word in it follows another
            score -= (
                0.0
                if ground.agreed.get(text[start:at])
                or text[start:at] in ground.whole
                or _real(text[start:at], place)
                else begins
            )
            if best is None or score > best.score + 0.01:
                best = End(at, score)
        if at >= len(text) or not NAME.match(text, at):
            break
        if not start + 2 < at < whole:
            crossed += _crossing(ground, at, cuts)
            words += _crossing(ground, at, cuts) if _gap(ground, at) < WRAPPED else 0.0
    return best if best and best.score >= SURE else None


def _cuts(ground: Ground, start: int) -> frozenset[int]:
    """Return where words begin in the letters from `start` on, as the dictionary sees them."""
    text = ground.flow.text
    stop = start
    while stop < min(len(text), start + LONGEST + 20) and NAME.match(text, stop):
        stop += 1
    found, at = {start, stop}, start
    for token in tokens(text[start:stop]):
        at += len(token)
        found.add(at)
    return frozenset(found)


def _real(name: str, place: Callable[[str], bool]) -> bool:
    """Tell whether a name is a known place and no plain word (there is a subdistrict และ)."""
    return place(name) and not any(
        name in list_.values_at(name[0]) for list_ in (_after(), _perhaps())
    )


def _may_end(text: str, at: int) -> bool:
    return text[at - 1] not in CANNOT_END and (at >= len(text) or text[at] not in CANNOT_BEGIN)


def _score(
    ground: Ground, start: int, at: int, cuts: frozenset[int], place: Callable[[str], bool]
) -> float:
    """Return what speaks for the name ending at `at`."""
    name = ground.flow.text[start:at]
    gap, followed = _gap(ground, at), _followed(ground, at, cuts)
    sign = max(gap, followed) + 0.5 * min(gap, followed)
    score = sign
    if place(name):
        score += KNOWN if sign >= SPACED else KNOWN_ALONE if at in cuts else 0.0
    if ground.agreed.get(name) or name in ground.whole:
        score += AGREED if sign >= PERHAPS_FOLLOWED else AGREED_ALONE
    return score if at in cuts or sign >= SPACED else score - INSIDE_WORD


def _gap(ground: Ground, at: int) -> float:
    text = ground.flow.text
    if at >= len(text) or not NAME.match(text, at):
        return FIRM
    gap = ground.flow.gap(at)
    if "\n" in gap:
        return BROKEN if at in ground.broken else WRAPPED
    return SPACED if gap.strip("\u200b\u200c\u200d\u2060\ufeff\u00ad") != gap or " " in gap else 0.0


def _followed(ground: Ground, at: int, cuts: frozenset[int]) -> float:
    """Return what the words at `at` say: a long one stands for itself, a short one where the
    dictionary cuts on both sides.
    """
    text = ground.flow.text
    if at >= len(text):
        return 0.0
    for word in _after().values_at(text[at]):
        if text.startswith(word, at) and (
            len(word) >= LONG_WORD or _cut_out(ground, at, word, cuts)
        ):
            return FOLLOWED
    perhaps = (word for word in _perhaps().values_at(text[at]) if text.startswith(word, at))
    return PERHAPS_FOLLOWED if at in cuts and any(perhaps) else 0.0


def _cut_out(ground: Ground, at: int, word: str, cuts: frozenset[int]) -> bool:
    inner = range(at + 1, at + len(word))
    begins, ends = (
        at in cuts or _gap(ground, at) >= SPACED,
        at + len(word) in cuts or word in ALWAYS,
    )
    return begins and ends and not any(" " in ground.flow.gap(index) for index in inner)


def _crossing(ground: Ground, at: int, cuts: frozenset[int]) -> float:
    """Return what it costs a name to run on over `at`."""
    gap = _gap(ground, at)
    cost = OVER_BREAK if gap == BROKEN else OVER_SPACE if gap == SPACED else 0.0
    followed = _followed(ground, at, cuts)
    return cost + (
        OVER_WORD if followed == FOLLOWED and at in cuts else OVER_PERHAPS if followed else 0.0
    )


def _cost_of_beginning(ground: Ground, start: int, cuts: frozenset[int]) -> float:
    """Return what speaks against any name here: a class word is often followed by a verb, not by a
    name.
    """
    text = ground.flow.text
    if _followed(ground, start, cuts) == FOLLOWED:
        return FOLLOWED + KNOWN
    if any(
        text.startswith(word, start) and start + len(word) in cuts
        for word in _perhaps().values_at(text[start])
    ):
        return FOLLOWED + PERHAPS_FOLLOWED
    return OVER_BREAK if start in ground.broken else 0.0


class Beginnings:
    """Words by their first letter: a quick look whether any of them stands at a place."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_letter: dict[str, tuple[str, ...]] = {}
        for word in sorted(map(fold, words), key=len, reverse=True):
            self._by_letter[word[0]] = (*self._by_letter.get(word[0], ()), word)

    def values_at(self, letter: str) -> tuple[str, ...]:
        """Return the words that begin with a letter, longest first."""
        return self._by_letter.get(letter, ())


@cache
def _after() -> Beginnings:
    return Beginnings(word for words in lists_of("names.follows").values() for word in words)


@cache
def _perhaps() -> Beginnings:
    return Beginnings(words_of("names.perhaps"))


def printed(ground: Ground, start: int) -> int:
    """Return where the letters from `start` on are first parted from others, as printed."""
    text, at = ground.flow.text, start
    while at < min(len(text), start + LONGEST) and NAME.match(text, at):
        at += 1
        if _gap(ground, at) >= SPACED:
            break
    return at


def holds_following_words(name: str) -> bool:
    """Tell whether a long word that follows names stands in a name's letters."""
    return any(
        name.startswith(word, at)
        for at in range(1, len(name))
        for word in _after().values_at(name[at])
        if len(word) >= LONG_WORD
    )
