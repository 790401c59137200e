"""Where a proper name ends: spaces, line ends, following words, the dictionary, known places and
other mentions have a voice.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from ita_checker.facts.organisation.letters import (
    FIRM,
    KNOWN,
    LONGEST,
    PERHAPS_FOLLOWED,
    SPACED,
    WRAPPED,
    Ending,
    Letters,
    end_of_letters,
    following,
    long_words,
    perhaps,
)
from ita_checker.model.records import record
from ita_checker.text.compare import distance
from ita_checker.text.flow import Flow, fold
from ita_checker.text.gazetteer import known
from ita_checker.words import of_words, words_of

KNOWN_ALONE, AGREED, AGREED_ALONE = 1.0, 4.0, 3.5
INSIDE_WORD = 2.0
INCOMPLETE = of_words(lambda: frozenset(map(fold, words_of("names.incomplete"))))
SLIP_IN = 6  # letters at least of a name in which one slip is known
SURE = 1.9  # less than one plain sign (a space) is no end
LEAD = 0.01  # a later end must be better by more


@record(frozen=True, slots=True)
class End:
    """Where a name ends in the flow, and how sure that is (about 2 for each sign)."""

    at: int
    score: float


@record(frozen=True)
class Ground:
    """What is known before a name is looked at: the letters, names agreed on by other mentions, and
    names that stand whole before spaces and line ends.
    """

    letters: Letters
    agreed: Mapping[str, int] = field(default_factory=dict)
    whole: frozenset[str] = frozenset()

    @property
    def flow(self) -> Flow:
        """Return the flow of the letters."""
        return self.letters.flow

    def named(self, name: str) -> bool:
        """Tell whether others are named so."""
        return name in self.agreed or name in self.whole

    def but_one(self, name: str) -> Ground:
        """Return the same where a name was agreed on once less."""
        rest = {**self.agreed, name: self.agreed.get(name, 0) - 1}
        if rest[name] <= 0:
            del rest[name]
        return Ground(self.letters, rest, self.whole)


def end(ground: Ground, start: int, place: Callable[[str], bool] = known) -> End | None:
    """Return the best end of the name that begins at `start`, or None where no name begins
    there.
    """
    text, ends = ground.flow.text, ground.letters.ends
    whole = start + max(
        (len(name) for name in ground.whole if text.startswith(name, start)), default=2
    )
    key = (start, whole, place)
    if key not in ends:
        ends[key] = _ends(ground.letters, start, whole, place)
    best, most = 0, -math.inf
    for at, name, alone, backed in ends[key]:
        score = backed if ground.named(name) else alone
        if score > most + LEAD:
            best, most = at, score
    return End(best, most) if most >= SURE else None


def _ends(letters: Letters, start: int, whole: int, place: Callable[[str], bool]) -> list[Ending]:
    """Return where a name that begins at `start` may end, whoever else is named: the same for all
    who ask what other mentions make of it. `whole`: what stands before it belongs to the name.
    """
    text, reach, incomplete = letters.flow.text, letters.reach(start), INCOMPLETE()
    crossed = words = 0.0
    found: list[Ending] = []
    for at, gap, sign, crossing, cut, may_end in reach.steps:
        if at >= whole and may_end and (name := text[start:at]) not in incomplete:
            here = place(name)
            real = here and name not in following().words and name not in perhaps().words
            inside = 0.0 if cut or sign >= SPACED else INSIDE_WORD
            agreed = AGREED if sign >= PERHAPS_FOLLOWED else AGREED_ALONE
            if here:
                sign += KNOWN if sign >= SPACED else KNOWN_ALONE if cut else 0.0
            # of a known place before a space no word in it follows another
            over = words if real and gap >= SPACED else 0.0
            alone = sign - inside - crossed + over - (0.0 if real else reach.against)
            backed = sign + agreed - inside - crossed + over
            if backed > SURE - LEAD:  # else it is no end, whoever asks
                found.append((at, name, alone, backed))
        if not start + 2 < at < whole:
            crossed += crossing
            words += crossing if gap < WRAPPED else 0.0
    return found


def agreed_on(names: Iterable[str]) -> Counter[str]:
    """Return how often names stand; one is cut short that begins a known place named elsewhere."""
    agreed = Counter(names)
    places = sorted(name for name in agreed if known(name))
    for name in [*agreed]:
        following = places[bisect_left(places, name) :][:1]
        if any(place != name and place.startswith(name) for place in following):
            del agreed[name]
    return agreed


def nearly_agreed(ground: Ground, start: int) -> End | None:
    """Return the end of a name that nothing ends, where its letters are those of a name agreed on
    but for one: a slip of the pen before a word that goes on without a space.
    """
    text = ground.flow.text
    near = [
        (distance(text[start : start + length], name), -length)
        for name, times in ground.agreed.items()
        if times > 1 and len(name) >= SLIP_IN and _half_stands(text, start, name)
        for length in (len(name) - 1, len(name), len(name) + 1)
    ]
    slip, length = min(near, default=(2, 0))
    return End(start - length, FIRM) if slip == 1 else None


def _half_stands(text: str, start: int, name: str) -> bool:
    """Tell whether half of a name stands where it would in the letters: one slip leaves it."""
    half = len(name) // 2
    return text.startswith(name[:half], start) or any(
        text.startswith(name[half:], start + at) for at in (half - 1, half, half + 1)
    )


def printed(ground: Ground, start: int) -> int:
    """Return where the letters from `start` on are first parted from others, as printed."""
    stop = end_of_letters(ground.flow.text, start, start + LONGEST)
    parted = ground.flow.gaps(start + 1, stop)
    return next((at for at in parted if ground.letters.gap(at) >= SPACED), stop)


def following_word(name: str) -> int:
    """Return where a long word that follows names stands in a name's letters, 0 without one."""
    return next(long_words(name, 1, len(name)), 0)
