"""Several looks at one line, letter by letter: what most of them read, and how sure that
makes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Levenshtein

from ita_checker.read.ocr.letters.letter import Letter

ABSENT = 0.6  # what a look that read nothing there weighs
NAMED = 3  # other letters named at most


@dataclass(slots=True)
class _Place:
    """What each look read at one letter of the first look, or between two; None: nothing."""

    seen: list[Letter | None] = field(default_factory=list)

    def best(self, looks: int, least: int) -> Letter | None:
        """Return the letter of the greatest weight, where `least` looks saw it; its sureness is
        what all the looks give it.
        """
        weights: dict[str, float] = {}
        for letter in self.seen:
            spelt, weight = (letter.letter, letter.confidence) if letter else ("", ABSENT)
            weights[spelt] = weights.get(spelt, 0.0) + weight
        spelt = max(weights, key=lambda each: weights[each])
        same = [letter for letter in self.seen if letter and letter.letter == spelt]
        if len(same) < least or not same:
            return None
        others = dict.fromkeys(
            "".join(letter.letter for letter in self.seen if letter)
            + "".join(letter.others for letter in same)
        )
        named = "".join(other for other in others if other != spelt)[:NAMED]
        return replace(
            same[0], confidence=sum(letter.confidence for letter in same) / looks, others=named
        )


def agreed(looks: Sequence[Sequence[Letter]], core: tuple[int, int] | None = None) -> list[Letter]:
    """Return what the looks read together; they are aligned with the first. `core`: from which of
    its letters up to which they decide; the rest stays as first read.
    """
    first, *more = looks
    start, end = core or (0, len(first))
    at = [_Place([letter]) for letter in first]
    between = [_Place() for _ in range(len(first) + 1)]
    for look in more:
        _align(first, look, at, between)
    made: list[Letter] = list(first[:start])
    for index in range(start, end + 1):
        places = ([between[index]] if between[index].seen else []) + at[index : min(index + 1, end)]
        for place in places:
            letter = place.best(len(looks), len(looks) // 2 + 1 if place is between[index] else 1)
            made += [letter] if letter else []
    return made + list(first[end:])


def _align(
    first: Sequence[Letter], look: Sequence[Letter], at: list[_Place], between: list[_Place]
) -> None:
    """Add to each place what the look read there."""
    a, b = ("".join(letter.letter for letter in letters) for letters in (first, look))
    for part in Levenshtein.opcodes(a, b):
        there = look[part.dest_start : part.dest_end]
        if part.tag == "insert":
            between[part.src_start].seen.append(there[0])
        for offset in range(part.src_end - part.src_start):
            at[part.src_start + offset].seen.append(None if part.tag == "delete" else there[offset])
