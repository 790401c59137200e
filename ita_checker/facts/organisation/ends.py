"""Where a proper name ends: spaces, line ends, following words, the dictionary, known places and
other mentions have a voice.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import field

from ita_checker.facts.organisation.letters import (
    FIRM,
    KNOWN,
    LONG_WORD,
    LONGEST,
    PERHAPS_FOLLOWED,
    SPACED,
    WRAPPED,
    Letters,
    Step,
    end_of_letters,
    following,
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


def end(ground: Ground, start: int, place: Callable[[str], bool] = known) -> End | None:
    """Return the best end of the name that begins at `start`, or None where no name begins
    there.
    """
    text, reach, incomplete = ground.flow.text, ground.letters.reach(start), INCOMPLETE()
    best, most = 0, -math.inf
    crossed = words = 0.0
    whole = start + max(
        (len(name) for name in ground.whole if text.startswith(name, start)), default=2
    )
    for step in reach.steps:
        at = step.at
        if at >= whole and step.may_end and (name := text[start:at]) not in incomplete:
            here = place(name)
            real = here and name not in following().words and name not in perhaps().words
            agreed = bool(ground.agreed.get(name)) or name in ground.whole
            score = _score(step, here, agreed) - crossed
            if real and step.gap >= SPACED:
                score += words  # of a known place before a space no word in it follows another
            score -= 0.0 if agreed or real else reach.against
            if score > most + 0.01:
                best, most = at, score
        if not start + 2 < at < whole:
            crossed += step.crossing
            words += step.crossing if step.gap < WRAPPED else 0.0
    return End(best, most) if most >= SURE else None


def _score(step: Step, here: bool, agreed: bool) -> float:
    """Return what speaks for a name ending at a step; `here`: it is a known place, `agreed`: other
    mentions say so.
    """
    score = sign = step.sign
    if here:
        score += KNOWN if sign >= SPACED else KNOWN_ALONE if step.cut else 0.0
    if agreed:
        score += AGREED if sign >= PERHAPS_FOLLOWED else AGREED_ALONE
    return score if step.cut or sign >= SPACED else score - INSIDE_WORD


def nearly_agreed(ground: Ground, start: int) -> End | None:
    """Return the end of a name that nothing ends, where its letters are those of a name agreed on
    but for one: a slip of the pen before a word that goes on without a space.
    """
    text = ground.flow.text
    near = [
        (distance(text[start : start + length], name), -length)
        for name, times in ground.agreed.items()
        if times > 1 and len(name) >= SLIP_IN
        for length in (len(name) - 1, len(name), len(name) + 1)
    ]
    slip, length = min(near, default=(2, 0))
    return End(start - length, FIRM) if slip == 1 else None


def printed(ground: Ground, start: int) -> int:
    """Return where the letters from `start` on are first parted from others, as printed."""
    stop = end_of_letters(ground.flow.text, start, start + LONGEST)
    apart = (at for at in range(start + 1, stop) if ground.letters.gap(at) >= SPACED)
    return next(apart, stop)


def following_word(name: str) -> int:
    """Return where a long word that follows names stands in a name's letters, 0 without one."""
    found = (
        at
        for at in range(1, len(name))
        if any(len(word) >= LONG_WORD for word in following().prefixes(name, at))
    )
    return next(found, 0)
