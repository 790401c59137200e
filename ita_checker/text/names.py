"""Are two proper names one name spelled twice, or two names?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from ita_checker.text.compare import ALIKE, MARKS, bare, lookalike
from ita_checker.text.gazetteer import known
from ita_checker.text.numbers import runs
from ita_checker.text.tokens import known as in_dictionary
from ita_checker.text.tokens import splits, tokens
from ita_checker.words import of_words, word_of, words_of

IN_TEN = 2.0  # a slip of one or two letters in ten is near
CONFUSED_COST = 0.3  # ด for ค and the like: OCR and the eye slip there first
LOST, LOST_TOO = (
    0.6,
    0.3,
)  # a letter that a picture's reader left out; a mark, or one more letter beside it
SIMILAR = 0.6  # share of letters that two readings of one name have in common at least
# below this many letters one slip already makes another real place (นาดี, นาดู): near, with doubt
SHORT = 6
TWO_WORDS = 2
# Words that tell one place from its neighbour: however near the rest is, these are two places.
OPPOSITES = of_words(lambda: words_of("places.opposites"))
AREA = word_of("offices.numbered.area")
LEAST_OF_NAME = 3  # letters by which a name is known again


class Nearness(StrEnum):
    """How two proper names stand to each other. DOUBTFUL is near, but both may be real names."""

    SAME = "same"
    NEAR = "near"
    DOUBTFUL = "doubtful"
    OTHER = "other"


def nearness(first: str, second: str) -> Nearness:
    """Return how two folded proper names stand to each other: numbers exact, marks free,
    look-alikes cheap, two letters in ten at most.
    """
    if first == second:
        return Nearness.SAME
    if runs(first) != runs(second) or _opposed(first, second):
        return Nearness.OTHER
    if lookalike(first, second):
        return Nearness.NEAR
    if _other_last_word(first, second):
        return Nearness.OTHER
    longest = max(len(first), len(second))
    slips = _slips(bare(first), bare(second))
    if slips > max(1.0, longest * IN_TEN / 10):
        return Nearness.OTHER
    both_real = known(first) and known(second)
    return Nearness.DOUBTFUL if both_real or min(len(first), len(second)) < SHORT else Nearness.NEAR


def same_beginning(own: str, other: str) -> bool:
    """Tell whether the other name is the own one run on into the next words (its end was not
    seen).
    """
    rest = other[len(own) :]
    if (
        len(own) < LEAST_OF_NAME
        or len(rest) < 2
        or not other.startswith(own)
        or rest.startswith((*OPPOSITES(), AREA))
        or rest[0].isdigit()
    ):
        return False
    return len(rest) > len(own) or splits(rest)


@dataclass(frozen=True, slots=True)
class Slip:
    """One letter by which a name read differs from another: at `at` of it, `read` ("" where lost)
    for `right` ("" where put in).
    """

    at: int
    read: str
    right: str


def slips(read: str, name: str) -> tuple[Slip, ...]:
    """Return the letters by which a name as read differs from another."""
    edits = Levenshtein.editops(read, name)
    return tuple(
        Slip(
            edit.src_pos,
            "" if edit.tag == "insert" else read[edit.src_pos],
            "" if edit.tag == "delete" else name[edit.dest_pos],
        )
        for edit in edits
    )


def majority(names: Mapping[str, int], among: Iterable[str]) -> str:
    """Return which spelling a picture's readings of one name, with how often each, most likely
    stand for.

    Readers lose letters, marks first, sooner than they put them in: a longer spelling needs fewer
    voices.
    """
    return min(
        among,
        key=lambda name: (
            sum(count * _misread(name, read) for read, count in names.items()) - known(name),
            -names[name],
            name,
        ),
    )


def _misread(name: str, read: str) -> float:
    """Return how unlikely a name is to be read so."""
    cost, lost_at = 0.0, -1
    for slip in slips(read, name):
        if slip.read:
            cost += CONFUSED_COST if slip.right and alike(slip.read, slip.right) else 1.0
        else:
            cost += LOST_TOO if slip.right in MARKS or lost_at == slip.at else LOST
            lost_at = slip.at
    return cost


def similar(one: str, other: str) -> bool:
    """Tell whether two names read from pictures are too much alike to be surely two (พรหศรี,
    พรหมคีรี).
    """
    longest = max(len(bare(one)), len(bare(other)), 1)
    far = 1 - Levenshtein.distance(bare(one), bare(other)) / longest < SIMILAR
    return not far and runs(one) == runs(other) and not _opposed(one, other)


def alike(letter: str, other: str) -> bool:
    """Tell whether two letters are ones that the eye confuses."""
    return letter.translate(ALIKE) == other.translate(ALIKE)


def _slips(one: str, other: str) -> float:
    cost = 0.0
    for edit in Levenshtein.editops(one, other):
        changed = edit.tag == "replace" and one[edit.src_pos].translate(ALIKE) == other[
            edit.dest_pos
        ].translate(ALIKE)
        cost += CONFUSED_COST if changed else 1.0
    return cost


def _opposed(first: str, second: str) -> bool:
    """Tell whether two names end in words that tell neighbours apart, or one is the other with such
    a word behind it (บ้านดุง, บ้านดุงใต้).
    """
    ends = [
        next((word for word in OPPOSITES() if name.endswith(word)), "") for name in (first, second)
    ]
    if ends[0] and ends[1]:
        return ends[0] != ends[1]
    return any(ends) and first.removesuffix(ends[0]) == second.removesuffix(ends[1])


def _other_last_word(first: str, second: str) -> bool:
    """Tell whether two names differ by their last word alone, and by more than a slip in it
    (เขลางค์น้อย, เขลางค์นคร).
    """
    one, other = tokens(first), tokens(second)
    if min(len(one), len(other)) < TWO_WORDS or one[:-1] != other[:-1]:
        return False
    slips = Levenshtein.distance(bare(one[-1]), bare(other[-1]))
    return slips > 1 and in_dictionary(one[-1]) and in_dictionary(other[-1])
